"""What a walk tries to bring about: every stage, reaction, ending, hidden fact, line, event and deed once.

A goal says where a contact has to stand and what must hold, and which moves then bring it about.
Several goals may lead to the same thing; one of them is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.defaults import GENERAL_AGAIN
from scenarios.graph import numbered_reactions
from scenarios.model import MoodValues, SaidIf
from simulator.engine.choose import one_of
from simulator.engine.hear import hear, matches
from simulator.engine.holds import all_hold, holds
from simulator.engine.mood import HOT, TENSE
from simulator.engine.state import State
from simulator.explore.moves import Close, Move, Say, Script, Wait, summary

if TYPE_CHECKING:
    from scenarios.conditions import Condition
    from scenarios.model import Ending, EndingBy, Heat, Reaction, Said, Scenario

__all__ = ["BANDS", "Block", "Goal", "always_first", "goals_of", "reaction_goals", "ways_out"]

BANDS: Final[dict[Heat, tuple[int, int]]] = {
    "calm": (0, TENSE - 1),
    "tense": (TENSE, HOT - 1),
    "hot": (HOT, 100),
}
LONG_SILENCE: Final = 86_400
_MOOD: Final = MoodValues(50, 50)
_NEUTRAL: Final = Say(((Act.INTRODUCE, None),))
_INSULTS: Final = (Say(((Act.INSULT, None),)),) * 8
_WARNING: Final = (Say(((Act.BOUNDARY, None),)), Say(((Act.WARN, None),)))


@dataclass(frozen=True, slots=True)
class Block:
    """Stands in the way while all of ``when`` holds and nothing of ``unless``."""

    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()

    def stands(self, state: State) -> bool:
        return all_hold(self.when, state) and not any(holds(c, state) for c in self.unless)


@dataclass(frozen=True, slots=True)
class Goal:
    """One way to bring something about."""

    kind: str
    """Where ``Seen`` notes it: stages, reactions, endings, hidden, lines, events, deeds."""
    name: str
    stage: str | None = None
    """Where the contact has to stand; None: anywhere."""
    holds: tuple[Condition, ...] = ()
    blocks: tuple[Block, ...] = ()
    """None of these may stand."""
    fresh: str = ""
    """A reaction that must not have been used up."""
    turn: int = 0
    """Replies that must have been given, the one that does it among them."""
    anger: tuple[int, int] | None = None
    unheard: bool = False
    """The last moves must meet no reaction."""
    finals: tuple[tuple[Move, ...], ...] = ()
    """Moves that do it, each row in turn until it is done."""

    @property
    def minds_trust(self) -> bool:
        """Whether it hangs on how much trust there is."""
        conditions = (*self.holds, *(c for block in self.blocks for c in block.when))
        return any(c.kind == "mood" and c.name == "trust" for c in conditions)


def goals_of(scenario: Scenario, script: Script) -> list[list[Goal]]:
    """For each thing that can happen the ways to bring it about, in the order of the file."""
    result = [
        list(_led_to(name, scenario, script, "stages", name))
        for name in scenario.stages
        if name != scenario.first_stage
    ]
    for identity, stage, reaction in numbered_reactions(scenario):
        result.append(list(reaction_goals(identity, stage, reaction, script)))
    result += [list(_hidden(name, scenario, script)) for name in scenario.hidden]
    result += [[goal] for goal in _deeds(scenario, script)]
    result += [list(_ending(name, scenario, script)) for name in scenario.endings]
    result += [[goal] for goal in event_goals(scenario, script)]
    result += _lines(scenario, script)
    return [[_in_one_reply(goal, script) for goal in ways] for ways in result]


def _in_one_reply(goal: Goal, script: Script) -> Goal:
    """The goal with what must just have been heard said in the replies that bring it about."""
    sentences = [c.hears for c in goal.holds if c.kind == "just-heard" and c.hears is not None]
    said = [part for say in map(script.heard, sentences) if say for part in say.parts]
    if not said:
        return goal
    finals = tuple(
        tuple(replace(m, parts=(*m.parts, *said)) if isinstance(m, Say) else m for m in moves)
        for moves in goal.finals
    )
    left = tuple(c for c in goal.holds if c.kind != "just-heard")
    return replace(goal, holds=left, finals=finals)


def reaction_goals(
    identity: str, stage: str | None, reaction: Reaction, script: Script
) -> Iterator[Goal]:
    """A goal for each sentence that it hears; none for one that a reaction above always takes."""
    rule = script.setup.scenario.desk.get(reaction.after or "")
    goal = Goal(
        "reactions",
        identity,
        stage,
        (*reaction.when, *(rule.when if rule else ())),
        tuple(Block((condition,)) for condition in reaction.unless),
        identity if reaction.once else "",
    )
    above = list(_above(identity, script.setup.scenario, reaction.after))
    for moves in _triggers(reaction, script):
        earlier = [other for other in above if _takes(other, moves[0], script)]
        if not any(_always(other) for other in earlier):
            blocks = tuple(Block(o.when, o.unless) for o in earlier if o.when or o.unless)
            used_up = any(other.once for other in earlier)
            finals = (moves * 2 if used_up else moves,)
            yield replace(goal, blocks=(*goal.blocks, *blocks), finals=finals)


def _triggers(reaction: Reaction, script: Script) -> Iterator[tuple[Move, ...]]:
    after = script.deed(reaction.after) if reaction.after else ()
    if not reaction.hears:
        yield after or (_NEUTRAL,)
        return
    for sentence in reaction.hears:
        said = script.heard(sentence)
        moves: tuple[Move, ...] = (said,) if said else _special(sentence.parts[0].special)
        yield (*moves, *after)


def always_first(identity: str, script: Script) -> str | None:
    """The reaction that takes everything this one hears, whatever has happened; if there is one."""
    scenario = script.setup.scenario
    reactions = {name: reaction for name, _, reaction in numbered_reactions(scenario)}
    reaction = reactions[identity]
    takers: set[str | None] = {
        next(
            (
                name
                for name, other in _named_above(identity, scenario, reaction.after)
                if _always(other) and _takes(other, moves[0], script)
            ),
            None,
        )
        for moves in _triggers(reaction, script)
    }
    return None if None in takers else min(filter(None, takers), default=None)


def _above(identity: str, scenario: Scenario, after: str | None) -> Iterator[Reaction]:
    yield from (reaction for _, reaction in _named_above(identity, scenario, after))


def _named_above(
    identity: str, scenario: Scenario, after: str | None
) -> Iterator[tuple[str, Reaction]]:
    """The reactions that come first at the same place; those of a stage for this stage alone."""
    place = next(place for name, place, _ in numbered_reactions(scenario) if name == identity)
    for name, other_place, reaction in numbered_reactions(scenario):
        if name == identity:
            return
        if other_place == place and reaction.after == after:
            yield name, reaction


def _always(reaction: Reaction) -> bool:
    return not (reaction.when or reaction.unless or reaction.once)


def _takes(reaction: Reaction, move: Move, script: Script) -> bool:
    """Whether this reaction hears the same; for what the desk does, whether it hears at all."""
    if not isinstance(move, Say):
        return not reaction.hears
    if not reaction.hears:
        return True
    heard = hear(script.reading(move), State("", _MOOD, 0), script.setup.scenario)
    return any(matches(sentence, heard) for sentence in reaction.hears)


def _special(name: str | None) -> tuple[Move, ...]:
    match name:
        case "silence":
            return (Wait(0), Wait(0))  # as long as this customer bears it; see ``search``
        case "no-news":
            return (Say(()), Say(()))
        case _:
            return (_NEUTRAL,)


# ---------------------------------------------------------------- hidden facts, deeds, events


def _hidden(name: str, scenario: Scenario, script: Script) -> Iterator[Goal]:
    fact = scenario.hidden[name]
    for sentence in fact.asked_by:
        said = script.heard(sentence)
        moves: tuple[Move, ...] = (said,) if said else _special(sentence.parts[0].special)
        yield Goal("hidden", name, finals=((*moves, _NEUTRAL),))
    if fact.earned_by:
        yield Goal("hidden", name, holds=fact.earned_by, finals=((_NEUTRAL, Say(())),))
    for identity, stage, reaction in numbered_reactions(scenario):
        if name in reaction.tells:
            for goal in reaction_goals(identity, stage, reaction, script):
                yield replace(goal, kind="hidden", name=name)


def _deeds(scenario: Scenario, script: Script) -> Iterator[Goal]:
    for name, rule in scenario.desk.items():
        if rule.fits:  # what does not fit this case may be made impossible
            yield Goal("deeds", name, holds=rule.when, finals=(script.deed(name),))


def event_goals(scenario: Scenario, script: Script) -> Iterator[Goal]:
    for name, event in scenario.events.items():
        if event.turns:
            drawn = event.turns[one_of(script.setup.seed, f"event.{name}", len(event.turns))]
            yield Goal(
                "events",
                name,
                holds=event.when,
                blocks=tuple(Block((condition,)) for condition in event.unless),
                turn=drawn,
                finals=((_NEUTRAL, Say(())),),
            )


# ---------------------------------------------------------------- endings


def _ending(name: str, scenario: Scenario, script: Script) -> Iterator[Goal]:
    ending = scenario.endings[name]
    if ending.by == "goes":
        yield from _led_to(name, scenario, script, "endings", name)
        return
    above: list[Ending] = []
    for other, rival in scenario.endings.items():
        if other == name:
            break
        if rival.by == ending.by:
            above.append(rival)
    goal = Goal("endings", name, holds=ending.when, finals=tuple(ways_out(ending.by, script)))
    for stage, rivals in _places(ending, above, scenario):
        blocks = tuple(Block(rival.when) for rival in rivals)
        yield replace(goal, stage=stage, blocks=blocks)


def _places(
    ending: Ending, above: list[Ending], scenario: Scenario
) -> Iterator[tuple[str | None, list[Ending]]]:
    """Where it may come about, with the endings that are taken first there.

    The procedure is for somebody who is abusive; with anybody else only poor ends come of it.
    """
    if ending.by != "procedure":
        yield None, above
        return
    if ending.outcome == "poor":
        yield None, [rival for rival in above if rival.outcome == "poor"]
    for name, stage in scenario.stages.items():
        if stage.abusive:
            yield name, above


def ways_out(by: EndingBy, script: Script) -> Iterator[tuple[Move, ...]]:
    cut_off = script.action("end-by-procedure")
    match by:
        case "close":
            yield (Close(), Close())
        case "leave":
            yield _INSULTS
        case "abandon":
            yield (Wait(LONG_SILENCE),)
            yield (Close(),)  # before the first reply; an e-mail knows no silence
            if cut_off:
                yield (cut_off,)
        case "hand-over":
            for action in (script.action("hand-over"), script.action("hand-over", summary())):
                if action is not None:
                    yield (action,)
        case "procedure":
            if cut_off:
                yield (*_WARNING, cut_off)
                yield (cut_off,)


def _led_to(place: str, scenario: Scenario, script: Script, kind: str, name: str) -> Iterator[Goal]:
    """Ways to bring something about by going to a stage or an ending."""
    for identity, stage, reaction in numbered_reactions(scenario):
        if reaction.goes == place:
            for goal in reaction_goals(identity, stage, reaction, script):
                yield replace(goal, kind=kind, name=name)
    for event_id, event in scenario.events.items():
        if event.goes == place:
            for goal in event_goals(scenario, script):
                if goal.name == event_id:
                    yield replace(goal, kind=kind, name=name)


# ---------------------------------------------------------------- lines


def _lines(scenario: Scenario, script: Script) -> Iterator[list[Goal]]:
    for stage_id, stage in scenario.stages.items():
        if stage_id != scenario.first_stage:
            # There the mood is a single figure at first, and a writer may want another some day.
            opened = list(_led_to(stage_id, scenario, script, "lines", ""))
            yield from _said(f"{stage_id}.opens", stage.opens, opened)
            yield from _said_instead(f"{stage_id}.opens_if", stage.opens_if, opened)
        waiting = _waiting(stage_id, scenario)
        yield from _said_instead(f"{stage_id}.again_if", stage.again_if, waiting)
        if stage.again != GENERAL_AGAIN:
            yield from _said(f"{stage_id}.again", stage.again, waiting)
    for identity, stage_name, reaction in numbered_reactions(scenario):
        ways = list(reaction_goals(identity, stage_name, reaction, script))
        yield from _said(identity, reaction.says, ways)
    for name, fact in scenario.hidden.items():
        yield from _said(f"hidden.{name}", fact.says, list(_hidden(name, scenario, script)))
    for name, ending in scenario.endings.items():
        yield from _said(f"ending.{name}", ending.says, list(_ending(name, scenario, script)))
    for goal in event_goals(scenario, script):
        yield from _said(f"event.{goal.name}", scenario.events[goal.name].says, [goal])


def _said_instead(base: str, lines: tuple[SaidIf, ...], ways: list[Goal]) -> Iterator[list[Goal]]:
    """The same for what is said in place of the usual line."""
    for number, line in enumerate(lines, 1):
        unless = tuple(Block((condition,)) for condition in line.unless)
        fitting = [
            replace(goal, holds=(*goal.holds, *line.when), blocks=(*goal.blocks, *unless))
            for goal in ways
        ]
        yield from _said(f"{base}.{number}", line.says, fitting)


def _waiting(stage: str, scenario: Scenario) -> list[Goal]:
    """Ways to meet no reaction; none where something always reacts."""
    here = [
        r for _, place, r in numbered_reactions(scenario) if place in (None, stage) and not r.after
    ]
    anyhow = [
        r for r in here if not r.hears or any(s.source.strip() == "anything" for s in r.hears)
    ]
    if any(map(_always, anyhow)):
        return []
    blocks = tuple(Block(r.when, r.unless) for r in anyhow if r.when or r.unless)
    return [Goal("lines", "", stage, blocks=blocks, unheard=True, finals=tuple(_idle(scenario)))]


def _said(base: str, said: Said | None, ways: list[Goal]) -> Iterator[list[Goal]]:
    """Goals for each set of wordings that was written, if only one that nobody can go after."""
    if said is None:
        return
    ways = ways or [Goal("lines", "")]
    if said.any is not None:
        yield [replace(goal, kind="lines", name=base) for goal in ways]
    for heat, band in BANDS.items():
        if getattr(said, heat) is not None:
            name = f"{base}.{heat}"
            yield [replace(goal, kind="lines", name=name, anger=band) for goal in ways]


def _idle(scenario: Scenario) -> Iterator[tuple[Move, ...]]:
    """Replies that are about the work and lead nowhere."""
    for act in (Act.OWN, Act.CONSENT, Act.ESTIMATE, Act.THANK, Act.READ_BACK, Act.CHOICE):
        yield (Say(((act, None),)),)
    for topic in scenario.topics:
        yield (Say(((Act.INFORM, topic),)),)
