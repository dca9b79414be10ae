"""One input being played out: the state as it moves and the outputs as they come.

This is the only mutable value of the engine. It lives inside one call and knows how to feel, to
say, to enter a stage; *what* is felt and said is decided by the modules that use it.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from scenarios.language import Text
from scenarios.model import Channel, MoodShift, Occasion, Said, SaidIf, Scenario, Stage
from scenarios.values import changed
from simulator.engine import texts
from simulator.engine.causes import CASE, CAUSES
from simulator.engine.clock import next_moment
from simulator.engine.events import (
    CustomerSpoke,
    DeskAnswered,
    Ended,
    Happened,
    MoodChanged,
    Output,
    StageEntered,
)
from simulator.engine.holds import fits
from simulator.engine.mood import added, limited, scaled, total, weight
from simulator.engine.remember import settled
from simulator.engine.setup import Setup, Step
from simulator.engine.state import Entry, EntryKind, MoodPoint, State
from simulator.engine.wording import Line, pick_line

MOST_UTTERANCES: Final = 2
"""Of the customer after one input; what is more is said in one breath."""


class Play:
    """The state and the outputs of one input."""

    def __init__(self, setup: Setup, state: State) -> None:
        self.setup = setup
        self.state = state
        self.outputs: list[Output] = []
        self._before = state.mood
        self._because: list[tuple[int, str]] = []
        self._ended: Ended | None = None

    @property
    def scenario(self) -> Scenario:
        return self.setup.scenario

    @property
    def stage(self) -> Stage:
        return self.scenario.stages[self.state.stage]

    @property
    def channel(self) -> Channel:
        return self._channel_of(self.state.stage)

    def _channel_of(self, stage: str) -> Channel:
        return self.scenario.stages[stage].channel or self.scenario.channel

    def set(self, **changes: Any) -> None:
        self.state = changed(self.state, changes)

    # ------------------------------------------------------------ feeling

    def feel(self, *names: str) -> None:
        """Let these causes move the mood together."""
        persona, intensity = self.setup.persona, self.setup.intensity
        uses = dict(self.state.causes)
        shifts: list[MoodShift] = []
        for name in names:
            shifts.append(scaled(CAUSES[name], uses.get(name, 0), persona.temperament, intensity))
            uses[name] = uses.get(name, 0) + 1
            if weight(shifts[-1]):
                self._because.append((weight(shifts[-1]), name))
        self.set(causes=uses)
        self._move(total(tuple(shifts)))

    def shift(self, shift: MoodShift, *, in_full: bool = False) -> None:
        """Move the mood by what the scenario says, as it stands there.

        ``in_full``: past the limit of what one turn cools. That is the limit of what words can do;
        what happens outside (somebody else takes the phone) is no word of the agent's.
        """
        if weight(shift):
            self._because.append((weight(shift), CASE))
            self._move(shift, in_full=in_full)

    def _move(self, shift: MoodShift, *, in_full: bool = False) -> None:
        moved = shift if in_full else limited(shift, self.state.cooled)
        mood = added(self.state.mood, moved)
        cooled = max(0, self.state.cooled - moved.anger)
        self.set(mood=mood, cooled=cooled)

    # ------------------------------------------------------------ saying

    @property
    def last_line(self) -> str:
        """The customer's newest words, those of this input included."""
        spoken = (o.text for o in reversed(self.outputs) if isinstance(o, CustomerSpoke))
        return next(spoken, self.state.last_line)

    @property
    def has_spoken(self) -> bool:
        return any(isinstance(output, CustomerSpoke) for output in self.outputs)

    def say(self, base: str, said: Said | None) -> bool:
        """Say the next wording; False where there is none that was not just said."""
        line = self.next_line(base, said)
        if line is None:
            return False
        self.outputs.append(self._spoken(line, self.state.stage))
        return True

    def next_line(self, base: str, said: Said | None) -> Line | None:
        """The wording that would be said now; None where there is none that was not just said."""
        if said is None:
            return None
        return pick_line(self.setup, self.state, base, said, self.last_line)

    def say_first(self, line: Line | None, at: int = 0) -> None:
        """Say a line before what comes of this input from output ``at`` on, in the stage in which the
        reply was heard."""
        if line is not None:
            heard_in = self.state.played[-1].moment.stage or self.state.stage
            self.outputs.insert(at, self._spoken(line, heard_in))

    def say_of_stage(self, part: Literal["opens", "again"]) -> bool:
        """What the customer says on entering the stage, or once more in it: what fits what has come to
        pass, or else the usual line. Where something fits and was just said, the usual line, which
        asks what has been answered, is not said either."""
        name, stage = self.state.stage, self.stage
        instead: tuple[SaidIf, ...] = getattr(stage, f"{part}_if")
        fitting = [(n, line) for n, line in enumerate(instead, 1) if fits(line, self.state)]
        if fitting:
            return any(self.say(f"{name}.{part}_if.{n}", line.says) for n, line in fitting)
        return self.say(f"{name}.{part}", getattr(stage, part))

    def voice(self, occasion: Occasion) -> bool:
        """Say what this person says on such an occasion."""
        said = self.setup.persona.voice.get(occasion)
        return self.say(f"voice.{occasion.value}", said)

    def _spoken(self, line: Line, stage: str) -> CustomerSpoke:
        """The line as an utterance in a stage; its set of wordings has been used once more."""
        self.set(lines={**self.state.lines, line.key: line.used})
        return CustomerSpoke(line.id, line.text, stage, self._channel_of(stage))

    def happen(self, text: Text) -> None:
        self.outputs.append(Happened(text))

    def answer(self, action: str, ok: bool, text: Text) -> None:
        self.outputs.append(DeskAnswered(action, ok, text))

    # ------------------------------------------------------------ moving

    def enter(self, name: str) -> None:
        """Go to a stage: its time comes, its promises fall due, its opening is said."""
        stage = self.scenario.stages[name]
        since = self.state.now
        visited = self.state.visited
        self.set(
            stage=name,
            visited=visited if name in visited else (*visited, name),
            abuse=self.state.abuse or stage.abusive,
        )
        self.outputs.append(StageEntered(name))
        if stage.starts:
            self._let_time_pass(stage.starts, since)
        if stage.role is not None:
            self.happen(texts.new_role(stage.role, self._summary()))
        self.say_of_stage("opens")

    def _summary(self) -> str:
        """What the last hand-over said."""
        summaries = (d.args.get("summary", "") for d in reversed(self.state.deeds))
        return next((summary for summary in summaries if summary), "")

    def _let_time_pass(self, until: str, since: int) -> None:
        self.set(now=next_moment(since, until))
        if self.state.now == since:
            return
        self.happen(texts.later(self.state.weekday, self.state.clock))
        commitments, kept, broken = settled(self.state, since)
        self.set(commitments=commitments)
        self.feel(*(["promise-kept"] if kept else []), *(["promise-broken"] if broken else []))
        if broken:
            self.voice(Occasion.PROMISE_NOT_DONE)

    def end(self, ended: Ended) -> None:
        """Close the contact; what ended it has been said before."""
        self._ended = ended
        self.set(ended=True, ending=ended.ending, end_kind=ended.kind, outcome=ended.outcome)

    # ------------------------------------------------------------ the transcript

    def write(self, kind: EntryKind, text: str, line: str = "") -> None:
        """Add a line to the transcript at the present moment."""
        entry = Entry(
            kind, text, self.state.turn, self.state.stage, self.channel, line, self.state.clock
        )
        self.set(entries=(*self.state.entries, entry))

    def finish(self) -> Step:
        """The step: utterances fitted, transcript and mood written, outputs in order."""
        self.outputs = _fitted(self.outputs, " " if self.setup.language == "en" else "")
        for output in self.outputs:
            self._record(output)
        because = _by_strength(self._because)
        self._mark_mood(because)
        if self.state.mood != self._before:
            self.outputs.append(MoodChanged(self.state.mood, because))
        if self._ended is not None:
            self.outputs.append(self._ended)
        return Step(self.state, tuple(self.outputs))

    def _record(self, output: Output) -> None:
        language = self.setup.language
        match output:
            case CustomerSpoke(line, text, stage, channel):
                entry = Entry(
                    "customer", text, self.state.turn, stage, channel, line, self.state.clock
                )
                self.set(entries=(*self.state.entries, entry))
            case DeskAnswered(action, _, text):
                self.write("desk", text.of(language), action)
            case Happened(text):
                self.write("happened", text.of(language))

    def _mark_mood(self, because: tuple[str, ...]) -> None:
        points = self.state.moods
        if points and points[-1].turn == self.state.turn:
            known = points[-1].because
            because = (*known, *(name for name in because if name not in known))
            points = points[:-1]
        point = MoodPoint(self.state.turn, self.state.mood, because)
        self.set(moods=(*points, point))


def _by_strength(because: list[tuple[int, str]]) -> tuple[str, ...]:
    strongest = sorted(enumerate(because), key=lambda item: (-item[1][0], item[0]))
    return tuple(dict.fromkeys(name for _, (_, name) in strongest))


def _fitted(outputs: list[Output], joint: str) -> list[Output]:
    """The outputs with all utterances from the second on joined to one, where the last stood."""
    spoken = [i for i, output in enumerate(outputs) if isinstance(output, CustomerSpoke)]
    if len(spoken) <= MOST_UTTERANCES:
        return outputs
    joined = [o for o in outputs[spoken[1] :] if isinstance(o, CustomerSpoke)]
    last = joined[-1]
    breath = CustomerSpoke(
        "+".join(o.line for o in joined),
        _signed_once([o.text for o in joined], joint),
        last.stage,
        last.channel,
    )
    dropped = spoken[1:-1]
    kept = [o for i, o in enumerate(outputs) if i not in dropped]
    return [breath if o is last else o for o in kept]


def _signed_once(texts: list[str], joint: str) -> str:
    """The texts as one; where all end with the same line, as letters do, it stands once, at the end."""
    bodies, signatures = zip(*(text.rpartition("\n")[::2] for text in texts), strict=True)
    if not all(bodies) or len(set(signatures)) > 1:
        return joint.join(texts)
    return "\n".join((*bodies, signatures[0]))
