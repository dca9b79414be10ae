"""What a walk through a scenario found: what can never happen, and how each ending is reached.

Bounded and deterministic. What it reports as never happening did not happen in any of the contacts
that it tried, and it went after each thing on purpose; so a finding is nearly always right, and what
a person would need a very long and unlikely contact for may be reported as well.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.defaults import GENERAL_ENDINGS
from scenarios.graph import numbered_reactions
from simulator.engine.choose import one_of
from simulator.engine.setup import Setup
from simulator.explore import texts  # noqa: F401  (registers the words of the codes)
from simulator.explore.goals import Goal, always_first, ways_out
from simulator.explore.moves import Move, Say, Script
from simulator.explore.recover import recovers, worst
from simulator.explore.search import Search
from simulator.explore.walk import Node, Seen, Walk

if TYPE_CHECKING:
    from scenarios.conditions import Hears
    from scenarios.model import EndingBy, Intensity, Outcome, Persona, Scenario, Shop

__all__ = ["USUAL", "Finding", "Report", "Way", "explore"]

USUAL: Final[tuple[int, Intensity]] = (1, "normal")
_SEEDS: Final = range(1, 41)
"""Those among which seeds are looked for that draw each turn of each event."""
_LEAST_SEEDS: Final = 2
_INTENSITIES: Final[tuple[Intensity, ...]] = ("normal", "hard", "mild")
_TRIED: Final = 360
"""Inputs that a variant tries for one thing."""
_TRIED_LAST: Final = 1000
"""The same when the first variant is tried again with all that it knows by then."""
_TRIED_OUT: Final = 12
"""Contacts in one stage that are ended in every way."""
_AGENTS_WAYS: Final[tuple[EndingBy, ...]] = ("close", "hand-over", "procedure")
_WELL: Final = 120
"""Inputs that look for a good end in one stage."""
_ANYTHING: Final = (Act.ACKNOWLEDGE, Act.INFORM, Act.APOLOGISE, Act.OWN, Act.ASK, Act.THANK)
"""What is said where anything at all is heard: nothing that a customer leaves for."""
_ROUNDS: Final = 6
"""Times the same thing is said when looking for loops."""
_LOOP: Final = 4
"""Openings of stages after which it goes round."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; ``where`` is the place in the scenario's file."""

    code: str
    where: tuple[str | int, ...]
    args: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """The fewest moves that were found to lead to an ending."""

    ending: str
    outcome: Outcome
    moves: tuple[Move, ...]
    seed: int
    intensity: Intensity


@dataclass(frozen=True, slots=True)
class Report:
    """All that came of one scenario."""

    scenario: str
    findings: tuple[Finding, ...]
    ways: tuple[Way, ...]
    reached: Mapping[str, tuple[int, int]]
    """Of stages, reactions, endings, hidden facts and lines: how many happened, how many there are."""
    steps: int
    seconds: float


def explore(scenario: Scenario, persona: Persona, shop: Shop) -> Report:
    """Walk through the scenario; Japanese and English have the same branches, so one will do."""
    start, seen = time.perf_counter(), Seen()
    walks: list[Search] = []
    for seed, intensity in _variants(scenario):
        setup = Setup(scenario, persona, shop, "ja", seed, intensity)
        search = Search(Walk(setup, Script(setup), seen))
        search.run(_TRIED)
        walks.append(search)
        if not search.open_goals():
            break
    first = walks[0]
    first.run(_TRIED_LAST)
    findings = [*_never(first), *_dead_ends(walks), *_loops(walks), *_hot_for_ever(first)]
    return Report(
        scenario.id,
        tuple(findings),
        tuple(_ways(scenario, seen)),
        _reached(first),
        sum(search.walk.steps for search in walks),
        time.perf_counter() - start,
    )


def _variants(scenario: Scenario) -> Iterator[tuple[int, Intensity]]:
    """Seeds decide when things happen outside, the intensity how hot a customer gets."""
    drawn: set[tuple[str, int]] = set()
    seeds: list[int] = []
    for seed in _SEEDS:
        draws = {
            (name, one_of(seed, f"event.{name}", len(event.turns)))
            for name, event in scenario.events.items()
            if event.turns
        }
        if len(seeds) < _LEAST_SEEDS or not draws <= drawn:
            seeds.append(seed)
        drawn |= draws
    for intensity in _INTENSITIES:
        yield from ((seed, intensity) for seed in seeds)


def _reached(search: Search) -> dict[str, tuple[int, int]]:
    scenario, seen = search.scenario, search.walk.seen
    all_of = {
        "stages": set(scenario.stages),
        "reactions": {identity for identity, _, _ in numbered_reactions(scenario)},
        "endings": set(_wanted(scenario)),
        "hidden": set(scenario.hidden),
        "lines": {ways[0].name for ways in search.goals if ways and ways[0].kind == "lines"},
    }
    return {
        kind: (sum(seen.has(kind, name) for name in names), len(names))
        for kind, names in all_of.items()
    }


# ---------------------------------------------------------------- what never happens


def _never(search: Search) -> Iterator[Finding]:
    yield from _never_entered(search)
    yield from _never_reacted(search)
    scenario, seen = search.scenario, search.walk.seen
    for name in _wanted(scenario):
        if name not in seen.endings:
            yield _finding("E105", ("endings", name), value=name)
    for name in scenario.hidden:
        if name not in seen.hidden:
            yield _finding("E106", ("hidden", name), value=name)
    for name in scenario.events:
        if name not in seen.events:
            yield _finding("E107", ("events", name), value=name)
    for ways in search.open_goals():
        if ways[0].kind == "deeds":
            yield _finding("E108", ("desk", ways[0].name), value=ways[0].name)
        elif ways[0].kind == "lines":
            yield from _never_said(ways[0], search)


def _never_entered(search: Search) -> Iterator[Finding]:
    for name in search.scenario.stages:
        if name not in search.walk.seen.stages:
            yield _finding("E102", ("stages", name), value=name)


def _never_reacted(search: Search) -> Iterator[Finding]:
    """Reactions of stages that were entered; those of others are told with their stage."""
    seen = search.walk.seen
    for identity, stage, reaction in numbered_reactions(search.scenario):
        if identity in seen.reactions or (stage is not None and stage not in seen.stages):
            continue
        first = always_first(identity, search.script)
        heard = ", ".join(sentence.source for sentence in reaction.hears[:3])
        value = heard or reaction.after or ", ".join(c.source for c in reaction.when)
        code = "E104" if first else "E103"
        number = "" if first is None else first.rpartition(".")[2]
        yield _finding(code, _place(identity, stage), value=value, number=number)


def _never_said(goal: Goal, search: Search) -> Iterator[Finding]:
    """Lines of what did happen; those of what did not are told with it."""
    base, _, heat = goal.name.rpartition(".")
    if heat not in ("calm", "tense", "hot"):
        base, heat = goal.name, ""
    where = _place_of_line(base, search)
    if where is None:
        return
    if heat:
        yield _finding("E110", (*where, heat), value=base, heat=f"@{heat}")
    else:
        yield _finding("E109", where, value=base)


def _place_of_line(base: str, search: Search) -> tuple[str | int, ...] | None:
    """Where these lines stand; None where what they belong to never happens at all."""
    scenario, seen = search.scenario, search.walk.seen
    owner, _, part = base.rpartition(".")
    if base in {identity for identity, _, _ in numbered_reactions(scenario)}:
        stage = next(
            stage for identity, stage, _ in numbered_reactions(scenario) if identity == base
        )
        return (*_place(base, stage), "says") if base in seen.reactions else None
    if part in ("opens", "again") and owner in scenario.stages:
        return ("stages", owner, part) if owner in seen.stages else None
    stage, _, instead = owner.rpartition(".")
    if instead in ("opens_if", "again_if") and stage in scenario.stages:
        place = ("stages", stage, instead, int(part) - 1, "says")
        return place if stage in seen.stages else None
    kinds = {"hidden": "hidden", "ending": "endings", "event": "events"}
    kind = kinds.get(owner, "")
    return (kind, part, "says") if kind and seen.has(kind, part) else None


def _place(identity: str, stage: str | None) -> tuple[str | int, ...]:
    index = int(identity.rpartition(".")[2]) - 1
    return ("reactions", index) if stage is None else ("stages", stage, "reactions", index)


def _wanted(scenario: Scenario) -> Iterator[str]:
    """Endings that should be reached: all that the writer wrote, not the general ones."""
    for name in scenario.endings:
        if name not in GENERAL_ENDINGS and not name.startswith("general-"):
            yield name


# ---------------------------------------------------------------- where a contact is stuck


def _dead_ends(walks: list[Search]) -> Iterator[Finding]:
    """Stages from which only taking leave, going and giving up lead, and never to a good end."""
    seen = walks[0].walk.seen
    for name in walks[0].scenario.stages:
        if name not in seen.stages or any(place == name for place, _ in seen.ways):
            continue
        # Not every walk comes to every stage: what happens outside differs.
        if not any(_closes_well(search, name) for search in walks):
            yield _finding("E101", ("stages", name), value=name)


def _closes_well(search: Search, stage: str) -> bool:
    """Whether a contact that stands there can be brought to a good or fair end."""
    endings = search.scenario.endings
    good = [name for name, ending in endings.items() if ending.outcome != "poor"]
    _try_ways_out(search, stage)
    if any(f"{stage}|{name}" in search.walk.seen.ends for name in good):
        return True
    return any(
        search.pursue(replace(goal, kind="ends", name=f"{stage}|{goal.name}", stage=stage), _WELL)
        for ways in search.goals
        for goal in ways
        if goal.kind == "endings" and goal.name in good and goal.stage in (None, stage)
    )


def _try_ways_out(search: Search, stage: str) -> None:
    """End contacts that stand there in each way that is open to the agent."""
    here = [node for node in search.walk.nodes if node.state.stage == stage]
    for node in sorted(here, key=lambda node: node.depth)[:_TRIED_OUT]:
        for by in _AGENTS_WAYS:
            for moves in ways_out(by, search.script):
                at: Node | None = node
                for move in moves:
                    at = search.walk.follow(at, move) if at and not at.state.ended else at


def _loops(walks: list[Search]) -> Iterator[Finding]:
    """Stages between which a contact goes round while the same thing is said again and again."""
    told: set[frozenset[str]] = set()
    for identity, stage, reaction in numbered_reactions(walks[0].scenario):
        if reaction.goes not in walks[0].scenario.stages:
            continue
        found = ((search, _nearest(search, stage)) for search in walks)
        search, node = next((pair for pair in found if pair[1] is not None), (walks[0], None))
        if node is None:
            continue
        for sentence in reaction.hears:
            rounds = _first_rounds(search, node, sentence)
            if rounds and frozenset(rounds) not in told:
                told.add(frozenset(rounds))
                shown = " → ".join((node.state.stage, *rounds[: len(set(rounds)) + 1]))
                yield _finding("E111", _place(identity, stage), value=sentence.source, stages=shown)


def _first_rounds(search: Search, node: Node, sentence: Hears) -> list[str]:
    """The stages that saying it opens without end, by the first reply that does so; else nothing."""
    said = search.script.heard(sentence)
    if said is not None:
        return _rounds(search, node, said)
    if not any(part.special == "anything" for part in sentence.parts):
        return []
    ways = (_rounds(search, node, Say(((act, None),))) for act in _ANYTHING)
    return next((rounds for rounds in ways if rounds), [])


def _nearest(search: Search, stage: str | None) -> Node | None:
    """A contact that came to this stage in few moves; for any stage the very first."""
    nodes = (n for n in search.walk.nodes if stage in (None, n.state.stage))
    return min(nodes, key=lambda node: node.depth, default=None)


def _rounds(search: Search, node: Node, said: Say) -> list[str]:
    """The stages that open one after the other, where there is no end to it; else nothing."""
    state, entered = node.state, list[str]()
    for _ in range(_ROUNDS):
        if state.ended:
            return []
        state, more = search.walk.entered(state, said)
        entered += more
    goes_round = len(entered) >= _LOOP and len(set(entered)) < len(entered)
    return entered if goes_round else []


def _hot_for_ever(search: Search) -> Iterator[Finding]:
    node = worst(search)
    if node is not None and not recovers(search, node):
        mood = node.state.mood
        yield _finding(
            "E112", ("mood",), stage=node.state.stage, anger=mood.anger, trust=mood.trust
        )


def _finding(code: str, where: tuple[str | int, ...], **args: object) -> Finding:
    return Finding(code, where, tuple((name, str(value)) for name, value in args.items()))


# ---------------------------------------------------------------- how endings are reached


def _ways(scenario: Scenario, seen: Seen) -> Iterator[Way]:
    for name, ending in scenario.endings.items():
        if name in seen.endings:
            node, walk = seen.endings[name]
            moves = tuple(_shortened(walk, node.path(), name))
            yield Way(name, ending.outcome, moves, walk.setup.seed, walk.setup.intensity)


def _shortened(walk: Walk, moves: list[Move], ending: str) -> list[Move]:
    """The moves without those that change nothing for the ending."""
    at = len(moves) - 1
    while at >= 0:
        fewer = [*moves[:at], *moves[at + 1 :]]
        if _ends_in(walk, fewer, ending):
            moves = fewer
        at -= 1
    return moves


def _ends_in(walk: Walk, moves: list[Move], ending: str) -> bool:
    state = walk.root.state
    for move in moves:
        step = None if state.ended else walk.step(state, move)
        if step is None:
            return False
        state = step.state
    return state.ending == ending
