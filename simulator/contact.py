"""A contact in progress: the engine, the judge and the store put together.

Every door to a session (the app, the line mode, the JSON mode, the demo) goes through here, so
all of them play the very same contact. The rule that nothing is lost lives here too: an input is
first checked by computing its effect, then stored, and only then is the effect handed out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, cast

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.model import (
    ActionKind,
    Ending,
    Handbook,
    Intensity,
    Mode,
    MoodValues,
    Scenario,
)
from scenarios.text import check_reply_length, clean_text
from simulator.engine.clock import clock_text, day_name
from simulator.engine.codec import from_json, to_json
from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    EventError,
    HintAsked,
    Input,
    NoteFiled,
    Output,
    ReplySent,
    TimePassed,
)
from simulator.engine.session import (
    ENGINE_VERSION,
    Setup,
    advance,
    begin,
    case_end,
    moment,
    mood_curve,
    played_turns,
    tipping_turn,
    visible_record,
)
from simulator.engine.state import Entry, MoodPoint, State
from simulator.errors import OutdatedSession
from simulator.redone import events_before
from simulator.store import SessionHeader, utc_offset_minutes, utc_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scoring.model import Moment, ReplyGrade, Scorecard
    from simulator.figures import Figures
    from simulator.hints import Hint
    from simulator.workplace import Workplace

__all__ = ["Contact", "Start", "goes_on"]

STOPPED = "stopped"
"""What the store keeps as the ending of a contact that the trainee left."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a new contact is made from."""

    scenario: str
    language: Language
    mode: Mode
    seed: int
    intensity: Intensity = "normal"
    parent: str | None = None
    """Session that this one redoes, from the reply ``parent_turn`` on."""
    parent_turn: int | None = None
    occasion: str | None = None
    """What it is practised for (see ``simulator.practice.occasions``); None: just so."""


class Contact:
    """One session: what has happened so far, and what the trainee does next."""

    def __init__(self, workplace: Workplace, session_id: str, start: Start) -> None:
        """Use ``begin`` or ``resume`` instead."""
        self.workplace = workplace
        self.session_id = session_id
        self.start = start
        self.trainee = workplace.trainee
        """Login of whose contact it is."""
        self.setup = _setup(workplace, start)
        first = begin(self.setup)
        self.state: State = first.state
        self.opening: tuple[Output, ...] = first.outputs
        self.events: list[Input] = []
        self._grades: dict[int, ReplyGrade] = {}
        self._concluded = False

    @classmethod
    def begin(cls, workplace: Workplace, start: Start) -> Self:
        """A new contact, stored. Raises UnknownScenario, SourceError or StoreError."""
        session_id = workplace.store.start(_header(workplace, start))
        return cls(workplace, session_id, start)

    @classmethod
    def resume(cls, workplace: Workplace, session_id: str) -> Self:
        """A stored contact at exactly the place where it was left; raises StoreError."""
        stored = workplace.store.load(session_id)
        contact = cls.replayed(workplace, stored.id, stored.header, map(from_json, stored.events))
        contact._concluded = stored.ended
        return contact

    @classmethod
    def replayed(
        cls,
        workplace: Workplace,
        session_id: str,
        header: SessionHeader,
        events: Iterable[Input],
    ) -> Self:
        """The contact that these inputs make; nothing is read from the store or written to it.

        Raises OutdatedSession, and EventError for an input that cannot be taken.
        """
        _refuse_outdated(workplace, session_id, header)
        start = Start(
            header.scenario_id,
            cast("Language", header.language),
            cast("Mode", header.mode),
            header.seed,
            cast("Intensity", header.intensity),
            header.parent_session,
            header.parent_turn,
            header.occasion,
        )
        contact = cls(workplace, session_id, start)
        contact.trainee = header.trainee
        for event in events:
            contact.take_in(event)
        return contact

    def take_in(self, event: Input) -> tuple[Output, ...]:
        """What follows from an input that is stored already; nothing is written."""
        step = advance(self.setup, self.state, event, self.workplace.judge)
        self.state = step.state
        self.events.append(event)
        return step.outputs

    # ------------------------------------------------------------ what the trainee does

    def send(self, event: Input) -> tuple[Output, ...]:
        """Take one input; when this returns it is on disk.

        Raises EventError when the input cannot be taken, StoreError when it could not be saved;
        in both cases the contact is unchanged and the same input may be sent again.
        """
        step = advance(self.setup, self.state, event, self.workplace.judge)
        number = len(self.events)
        self.workplace.store.append(
            self.session_id,
            number,
            to_json(event),
            self.workplace.now(),
            keep_draft=isinstance(event, TimePassed | ActionTaken | HintAsked),
        )
        self.state = step.state
        self.events.append(event)
        return step.outputs

    def reply(self, text: str) -> tuple[Output, ...]:
        """Raises TextTooLong besides what ``send`` raises; nothing is ever cut."""
        cleaned = clean_text(text).strip()
        check_reply_length(cleaned)
        return self.send(ReplySent(cleaned))

    def act(self, action: str, args: Mapping[str, str] | None = None) -> tuple[Output, ...]:
        cleaned = {key: clean_text(value).strip() for key, value in (args or {}).items()}
        for value in cleaned.values():
            check_reply_length(value)
        return self.send(ActionTaken(action, cleaned))

    def wait(self, seconds: int) -> tuple[Output, ...]:
        return self.send(TimePassed(seconds))

    def ask_hint(self) -> Hint:
        """The next hint for the reply to come, on disk before it is told.

        Raises EventError besides what ``send`` raises: ``hint-sealed`` in test mode.
        """
        from simulator.hints import hint_for

        if self.mode == "test":
            raise EventError("hint-sealed")
        if self.ended:
            raise EventError("contact-over")
        hint = hint_for(self)
        self.send(HintAsked(hint.level))
        return hint

    def end(self, *, stop: bool = False) -> tuple[Output, ...]:
        """Close the contact as the trainee, or stop the exercise, which is never a fail."""
        return self.send(ContactEnded("stop" if stop else "close"))

    def file_note(self, fields: Mapping[str, str]) -> tuple[Output, ...]:
        cleaned = {key: clean_text(value).strip() for key, value in fields.items()}
        for value in cleaned.values():
            check_reply_length(value)
        return self.send(NoteFiled(cleaned))

    def prepare(self) -> None:
        """Load what the first reply would wait for; for a moment in which nobody waits."""
        self.workplace.judge.prepare(self.scenario, self.language)

    def save_draft(self, text: str) -> None:
        """Keep a half-typed reply; it is offered on resume and never scored."""
        self.workplace.store.save_draft(self.session_id, clean_text(text), self.workplace.now())

    @property
    def draft(self) -> str:
        return self.workplace.store.draft(self.session_id) or ""

    def conclude(self) -> Scorecard:
        """Score the ended contact and store the result with it; may be called again."""
        card = self.scorecard()
        if not self._concluded:
            from dataclasses import asdict

            from scoring.report import scorecard_json

            self.workplace.store.finish(
                self.session_id,
                self.stored_ending,
                json.dumps(scorecard_json(card), ensure_ascii=False, sort_keys=True),
                asdict(card.versions),
                self.workplace.now(),
                digest=self.figures(card).to_json(),
            )
            self._concluded = True
        return card

    def figures(self, card: Scorecard) -> Figures:
        """What is kept beside *card*, which is that of this contact, for lists and reports."""
        from simulator.figures import figures_of

        return figures_of(card, len(self.state.hints))

    @property
    def stored_ending(self) -> str:
        """What the store keeps as the ending, once the contact is concluded."""
        return self.state.ending or STOPPED

    def redo_from(self, turn: int) -> Contact:
        """A new contact with exactly the customer who stood before reply number *turn*."""
        start = Start(
            self.start.scenario,
            self.start.language,
            self.start.mode,
            self.start.seed,
            self.start.intensity,
            self.session_id,
            turn,
        )
        contact = Contact.begin(self.workplace, start)
        for event in events_before(self.events, turn):
            contact.send(event)
        return contact

    # ------------------------------------------------------------ what can be seen

    @property
    def scenario(self) -> Scenario:
        return self.setup.scenario

    @property
    def handbook(self) -> Handbook:
        """The rules that this contact is held to."""
        return self.workplace.library.handbook_of(self.scenario.id)

    @property
    def language(self) -> Language:
        return self.setup.language

    @property
    def mode(self) -> Mode:
        return self.start.mode

    @property
    def seed(self) -> int:
        return self.setup.seed

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.state.entries

    @property
    def mood(self) -> MoodValues:
        return self.state.mood

    @property
    def moods(self) -> tuple[MoodPoint, ...]:
        """At the start (turn 0), then after each turn, with what moved it."""
        return mood_curve(self.state)

    @property
    def tipping_turn(self) -> int | None:
        return tipping_turn(self.state)

    @property
    def stage(self) -> str:
        return self.state.stage

    @property
    def channel(self) -> str:
        return self.scenario.stages[self.state.stage].channel or self.scenario.channel

    @property
    def turn(self) -> int:
        """Number of the next reply, from 1."""
        return self.moment.turn

    @property
    def moment(self) -> Moment:
        return moment(self.setup, self.state)

    @property
    def clock(self) -> str:
        """Weekday and clock time of the story, such as 'Wed 12:52'."""
        day = day_name(self.state.weekday, self.language)
        return f"{day} {clock_text(self.state.clock)}"

    @property
    def ended(self) -> bool:
        return self.state.ended

    @property
    def ending(self) -> Ending | None:
        return self.scenario.endings[self.state.ending] if self.state.ending else None

    @property
    def stopped(self) -> bool:
        return self.state.end_kind == STOPPED

    @property
    def note_filed(self) -> bool:
        return self.state.note is not None

    @property
    def concluded(self) -> bool:
        return self._concluded

    def record(self) -> tuple[tuple[str, str], ...]:
        """The rows of the order record that can be seen now: label and value."""
        language = self.language
        rows = visible_record(self.setup, self.state)
        return tuple((row.label.of(language), row.value.of(language)) for row in rows)

    def actions(self) -> tuple[tuple[str, ActionKind], ...]:
        return tuple(self.setup.shop.actions.items())

    # ------------------------------------------------------------ how it is judged

    def grade(self, turn: int) -> ReplyGrade:
        """The grade of reply number *turn*."""
        if turn not in self._grades:
            before = [t for t in played_turns(self.state) if t.moment.turn <= turn]
            played = before.pop()
            warned = any(t.reading.has(Act.WARN) for t in before)
            grade = self.workplace.judge.grade(played.reading, played.moment, warned=warned)
            self._grades[turn] = grade
        return self._grades[turn]

    def scorecard(self) -> Scorecard:
        """The scorecard as things stand; computed, not stored (see ``conclude``)."""
        return self.workplace.judge.scorecard(
            played_turns(self.state), case_end(self.setup, self.state), self.scenario, self.language
        )

    def parent(self) -> Contact | None:
        """The contact that this one redoes."""
        if self.start.parent is None:
            return None
        return Contact.resume(self.workplace, self.start.parent)


def _setup(workplace: Workplace, start: Start) -> Setup:
    scenario = workplace.library.scenario(start.scenario)
    return Setup(
        scenario=scenario,
        persona=workplace.library.persona_of(scenario.id),
        shop=workplace.library.shop_of(scenario.id),
        language=start.language,
        seed=start.seed,
        intensity=start.intensity,
    )


def _refuse_outdated(workplace: Workplace, session_id: str, header: SessionHeader) -> None:
    """Another scenario or engine would answer the same replies with another customer."""
    if header.scenario_id not in workplace.library.ids:
        raise OutdatedSession("session.no-scenario", scenario=header.scenario_id)
    if not goes_on(workplace, header):
        raise OutdatedSession("session.outdated", scenario=header.scenario_id, session=session_id)


def goes_on(workplace: Workplace, header: SessionHeader) -> bool:
    """Whether a contact begun with this header can be gone on with: nothing has changed since.

    Raises SourceError for a scenario that cannot be read.
    """
    library = workplace.library
    return (
        header.engine_version == ENGINE_VERSION
        and header.scenario_id in library.ids
        and library.digest(header.scenario_id) == header.scenario_hash
    )


def _header(workplace: Workplace, start: Start) -> SessionHeader:
    import unicodedata

    library, now = workplace.library, workplace.now()
    scenario = library.scenario(start.scenario)
    return SessionHeader(
        scenario_id=scenario.id,
        scenario_version=str(scenario.version),
        scenario_hash=library.digest(scenario.id),
        handbook_version=library.handbook_version(scenario.id),
        rubric_version="",
        rules_version="",
        engine_version=ENGINE_VERSION,
        unicode_version=unicodedata.unidata_version,
        seed=start.seed,
        language=start.language,
        mode=start.mode,
        intensity=start.intensity,
        trainee=workplace.trainee,
        started_at=utc_text(now),
        utc_offset_minutes=utc_offset_minutes(now),
        parent_session=start.parent,
        parent_turn=start.parent_turn,
        occasion=start.occasion,
    )
