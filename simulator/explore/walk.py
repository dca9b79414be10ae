"""The contacts that have been walked through: states that were met, and what happened on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from scenarios.values import changed
from simulator.engine.events import EventError, StageEntered
from simulator.engine.holds import holds
from simulator.engine.mood import heat
from simulator.engine.session import advance, begin

if TYPE_CHECKING:
    from scenarios.conditions import Condition
    from scenarios.model import Scenario
    from simulator.engine.setup import Setup, Step
    from simulator.engine.state import State
    from simulator.explore.moves import Move, Script

__all__ = ["Node", "Seen", "Walk", "conditions_of"]

_ANGER_STEP: Final = 8
_TRUST_STEP: Final = 10


@dataclass(eq=False, slots=True)
class Node:
    """A contact at one point."""

    state: State
    depth: int
    """Moves so far."""
    parent: Node | None = None
    move: Move | None = None

    def path(self) -> list[Move]:
        """The moves that lead here."""
        moves: list[Move] = []
        node: Node | None = self
        while node is not None and node.move is not None:
            moves.append(node.move)
            node = node.parent
        return moves[::-1]


@dataclass
class Seen:
    """What has happened in any of the contacts."""

    stages: set[str] = field(default_factory=set)
    reactions: set[str] = field(default_factory=set)
    endings: dict[str, tuple[Node, Walk]] = field(default_factory=dict)
    """With the shortest contact that came to it, and the walk in which it did."""
    hidden: set[str] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)
    """Sets of wordings, such as ``opening.opens.tense``."""
    events: set[str] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)
    ways: set[tuple[str, str]] = field(default_factory=set)
    """From which stage to which other a contact went on."""
    ends: set[str] = field(default_factory=set)
    """``stage|ending``: where contacts stood when they came to their ending."""

    def has(self, kind: str, name: str) -> bool:
        return name in getattr(self, kind)

    def take(self, before: State, node: Node, walk: Walk) -> None:
        """Note what the last move of *node* brought."""
        after = node.state
        self.stages.update(after.visited)
        self.reactions.update(after.reacted[len(before.reacted) :])
        self.hidden.update(after.told)
        self.lines.update(after.lines)
        self.events.update(after.fired)
        self.deeds.update(deed.action for deed in after.deeds[len(before.deeds) :])
        if after.stage != before.stage:
            self.ways.add((before.stage, after.stage))
        if after.ending is not None:
            self.ends.add(f"{before.stage}|{after.ending}")
            known = self.endings.get(after.ending)
            if known is None or node.depth < known[0].depth:
                self.endings[after.ending] = (node, walk)


class Walk:
    """Plays moves from any state that was met, and knows a state by what matters of it."""

    def __init__(self, setup: Setup, script: Script, seen: Seen) -> None:
        self.setup, self.script, self.seen = setup, script, seen
        self._conditions = conditions_of(setup.scenario)
        turns = [c.value for c in self._conditions if c.kind == "turn"]
        drawn = [turn for event in setup.scenario.events.values() for turn in event.turns]
        self._last_turn = max((*turns, *drawn), default=0)
        self.steps = 0
        first = _slim(begin(setup).state)
        self.root = Node(first, 0)
        seen.take(first, self.root, self)
        self.nodes: list[Node] = []
        self._known: dict[object, Node] = {}
        self._keep(self.root)

    def play(self, node: Node, move: Move) -> Node | None:
        """The contact after this move; None where it cannot be made.

        One that is in all that matters like one met before is given as that one, unless it came
        about in fewer moves.
        """
        made = self.follow(node, move)
        return made if made is None or made.state.ended else self._keep(made)

    def follow(self, node: Node, move: Move) -> Node | None:
        """The contact after this move, as it is; nobody else will go on from it."""
        step = self.step(node.state, move)
        if step is None:
            return None
        made = Node(_slim(step.state), node.depth + 1, node, move)
        self.seen.take(node.state, made, self)
        return made

    def step(self, state: State, move: Move) -> Step | None:
        """What the engine makes of a move; nothing is noted of it."""
        self.steps += 1
        try:
            return advance(self.setup, state, self.script.event(move), self.script)
        except EventError:
            return None

    def entered(self, state: State, move: Move) -> tuple[State, list[str]]:
        """The state after a move and the stages that were entered by it, in order."""
        step = self.step(state, move)
        if step is None:
            return state, []
        return step.state, [o.stage for o in step.outputs if isinstance(o, StageEntered)]

    def _keep(self, node: Node) -> Node:
        key = self._key(node.state)
        known = self._known.get(key)
        if known is not None and known.depth <= node.depth:
            return known
        self._known[key] = node
        self.nodes.append(node)
        return node

    def _key(self, state: State) -> object:
        truths = sum(holds(c, state) << at for at, c in enumerate(self._conditions))
        return (
            state.stage,
            truths,
            state.once,
            state.told,
            state.owed,
            state.fired,
            frozenset(deed.action for deed in state.deeds),
            state.abuse,
            state.boundary_turn > 0,
            state.boundary_turn < state.warned_turn,
            min(state.turn - state.warned_turn, 2) if state.warned_turn else -1,
            heat(state.mood),
            state.mood.anger // _ANGER_STEP,
            state.mood.trust // _TRUST_STEP,
            state.objected,
            state.over_limit,
            state.silence_level,
            state.identity_stated,
            min(state.turn, self._last_turn),
        )


def conditions_of(scenario: Scenario) -> tuple[Condition, ...]:
    """Every condition that something in the scenario depends on, each once."""
    return tuple({c.source.strip(): c for c in _conditions(scenario)}.values())


def _conditions(scenario: Scenario) -> Iterator[Condition]:
    for stage in scenario.stages.values():
        for reaction in stage.reactions:
            yield from (*reaction.when, *reaction.unless)
    for reaction in scenario.reactions:
        yield from (*reaction.when, *reaction.unless)
    for fact in scenario.hidden.values():
        yield from fact.earned_by
    for event in scenario.events.values():
        yield from (*event.when, *event.unless)
    for ending in scenario.endings.values():
        yield from ending.when
    for rule in scenario.desk.values():
        yield from rule.when


def _slim(state: State) -> State:
    """The state without what only a transcript needs; a walk keeps thousands."""
    said = [entry for entry in state.entries if entry.kind == "customer"]
    return changed(
        state, {"entries": tuple(said[-1:]), "played": state.played[-1:], "moods": state.moods[-1:]}
    )
