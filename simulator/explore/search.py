"""Goes after one goal at a time, from the contacts that stand nearest to it.

How near a contact stands is guessed from what still has to come true; the guess orders the work
and decides nothing. What counts is only what the engine then does.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import count, islice
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.graph import numbered_reactions
from simulator.engine.hear import hear
from simulator.engine.holds import all_hold, holds
from simulator.engine.play import Play
from simulator.engine.react import Fit, reaction_to
from simulator.engine.silence import patience
from simulator.explore.goals import (
    Block,
    Goal,
    event_goals,
    goals_of,
    reaction_goals,
)
from simulator.explore.moods import kindly, mood_moves, passing_time
from simulator.explore.moves import Move, Say, Wait, summary
from simulator.explore.walk import Node, Walk

if TYPE_CHECKING:
    from scenarios.conditions import Condition
    from scenarios.model import Scenario
    from simulator.engine.state import State

__all__ = ["Search", "stage_distances"]

NEVER: Final = float("inf")
_STARTS: Final = 10
"""Contacts of each stage from which a goal is tried at first."""
_POPS: Final = 200
_LEAST_STEPS: Final = 40
_TRIES: Final = 16
"""Contacts of each stage in which the last moves are tried."""
_NEAR: Final = 22
"""Anger by which the mood may still be off: the last move changes it, too."""
_UNHEARD: Final = 12
"""Replies that meet no reaction which are tried in one contact."""
_HOP: Final = 3.0
_DEEP: Final = 0.1
_TURN: Final = 0.5
_DOUBT: Final = 0.01
"""A point of trust: who has more of it bears more."""


class Search:
    """Brings about as much as it can in one walk."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.scenario = walk.setup.scenario
        self.script = walk.script
        self.distances = stage_distances(self.scenario)
        self.goals = goals_of(self.scenario, self.script)
        self._events = list(event_goals(self.scenario, self.script))
        self._outside = _only_from_outside(self.scenario, self._events)
        self._numbers = count()

    def open_goals(self) -> list[list[Goal]]:
        seen = self.walk.seen
        return [ways for ways in self.goals if ways and not seen.has(ways[0].kind, ways[0].name)]

    def run(self, most_steps: int) -> None:
        """Go after everything that has not happened yet, with so many inputs for each thing.

        What belongs to stages that nobody has come to yet has to wait for another walk.
        """
        seen = self.walk.seen.stages
        for wanted in self.open_goals():
            ways = [way for way in wanted if way.stage is None or way.stage in seen]
            end = self.walk.steps + most_steps
            for left, goal in zip(range(len(ways), 0, -1), ways, strict=True):
                if self._is_reached(goal) or self.walk.steps >= end:
                    break
                # What one way leaves over is for the ways after it.
                self.pursue(goal, max((end - self.walk.steps) // left, _LEAST_STEPS))

    def pursue(self, goal: Goal, most_steps: int) -> bool:
        """Try one goal from the nearest contacts on; True when it was reached."""
        walk, end = self.walk, self.walk.steps + most_steps
        heap = self._nearest(goal)
        seen = {id(node) for _, _, node in heap}
        tries: dict[str, int] = {}
        for _ in range(_POPS):
            if not heap or walk.steps >= end:
                break
            _, _, node = heapq.heappop(heap)
            stage = node.state.stage
            if self.stands(node.state, goal) and tries.get(stage, 0) < _TRIES:
                tries[stage] = tries.get(stage, 0) + 1
                if self._finish(node, goal):
                    return True
            for child in self._children(node, goal):
                if id(child) not in seen:
                    seen.add(id(child))
                    guess = self._guess(child, goal)
                    if guess < NEVER:
                        heapq.heappush(heap, (guess, next(self._numbers), child))
                if self._is_reached(goal):
                    return True
        return self._is_reached(goal)

    def _nearest(self, goal: Goal) -> list[tuple[float, int, Node]]:
        """The contacts that stand nearest, as a heap; not too many of any one stage.

        Those who stand at the right stage may all be too angry there: others are tried as well.
        """
        by_stage: dict[str, list[tuple[float, int, Node]]] = {}
        for node in self.walk.nodes:
            guess = self._guess(node, goal)
            if guess < NEVER:
                entry = (guess, next(self._numbers), node)
                by_stage.setdefault(node.state.stage, []).append(entry)
        heap = [e for entries in by_stage.values() for e in heapq.nsmallest(_STARTS, entries)]
        heapq.heapify(heap)
        return heap

    def _is_reached(self, goal: Goal) -> bool:
        return self.walk.seen.has(goal.kind, goal.name)

    # ------------------------------------------------------------ the last moves

    def stands(self, state: State, goal: Goal) -> bool:
        """Whether the last moves may work here, the mood being nearly right."""
        if goal.stage is not None and goal.stage != state.stage:
            return False
        if state.turn + 1 < goal.turn or not all_hold(goal.holds, state):
            return False
        if any(block.stands(state) for block in goal.blocks):
            return False
        return _gap(state.mood.anger, goal.anger) <= _NEAR

    def _finish(self, node: Node, goal: Goal) -> bool:
        finals = goal.finals
        if goal.unheard:
            up = goal.anger is not None and node.state.mood.anger < goal.anger[0]
            moods = ((move,) for move in mood_moves(self, node, "anger", up))
            able = (moves for moves in (*moods, *finals) if self._is_unheard(node, moves[0]))
            finals = tuple(islice(able, _UNHEARD))
        for moves in finals:
            at: Node | None = node
            for move in moves:
                if at is None or at.state.ended:
                    break
                at = self.walk.play(at, self.timed(at.state, move))
                if self._is_reached(goal):
                    return True
        return False

    def _is_unheard(self, node: Node, move: Move) -> bool:
        return isinstance(move, Say) and self.fit(node.state, move) is None

    def timed(self, state: State, move: Move) -> Move:
        """A silence of the length that this customer bears just not."""
        if not isinstance(move, Wait) or move.seconds:
            return move
        return Wait(max(1, patience(self.walk.setup, state) - state.quiet))

    # ------------------------------------------------------------ the moves before

    def _children(self, node: Node, goal: Goal) -> Iterator[Node]:
        moves = dict.fromkeys(self._helpful(node, goal))
        if goal.anger is not None and node.state.mood.anger > goal.anger[1]:
            kinder = [kindly(self, node, move) for move in moves if isinstance(move, Say)]
            moves |= dict.fromkeys(kinder)
        for move in moves:
            child = self.walk.play(node, self.timed(node.state, move))
            if child is not None and not child.state.ended:
                yield child

    def _helpful(self, node: Node, goal: Goal) -> Iterator[Move]:
        state = node.state
        for condition in goal.holds:
            if not holds(condition, state):
                yield from self.bring_about(condition, node)
        for block in goal.blocks:
            if block.stands(state):
                yield from self._undo(block, node)
        if goal.stage is not None and goal.stage != state.stage:
            yield from self._onwards(node, goal.stage)
        if state.turn + 1 < goal.turn:
            yield from passing_time(self, node, goal.fresh)
        if goal.anger is not None and _gap(state.mood.anger, goal.anger):
            up = state.mood.anger < goal.anger[0]
            yield from mood_moves(self, node, "anger", up, goal.fresh)

    def _undo(self, block: Block, node: Node) -> Iterator[Move]:
        for condition in block.when:
            if condition.kind == "mood":
                yield from mood_moves(self, node, condition.name, not condition.above)
        for condition in block.unless:
            yield from self.bring_about(condition, node)

    def _onwards(self, node: Node, stage: str, deep: int = 0) -> Iterator[Move]:
        """Moves that lead to a stage nearer to this one, or make such a move possible."""
        state = node.state
        here = self.distances[stage].get(state.stage, NEVER)
        for identity, place, reaction in numbered_reactions(self.scenario):
            goes = reaction.goes
            if place not in (None, state.stage) or goes is None or goes == state.stage:
                continue
            if self.distances[stage].get(goes, NEVER) >= here:
                continue
            for goal in reaction_goals(identity, place, reaction, self.script):
                if self.stands(state, goal):
                    yield from (move for moves in goal.finals for move in moves)
                else:
                    yield from self._missing(goal.holds, node, deep)
        for event_id, event in self.scenario.events.items():
            nearer = self.distances[stage].get(event.goes or "", NEVER) < here
            if nearer and event_id not in state.fired:
                yield from self._missing(event.when, node, deep)
                yield from passing_time(self, node)

    def _missing(self, wanted: Iterable[Condition], node: Node, deep: int = 0) -> Iterator[Move]:
        for condition in wanted:
            if not holds(condition, node.state):
                yield from self.bring_about(condition, node, deep + 1)

    def bring_about(self, condition: Condition, node: Node, deep: int = 0) -> Iterator[Move]:
        """Moves after which the condition holds, or that are on the way there."""
        if deep > 3:
            return
        match condition.kind:
            case "heard" | "just-heard":
                said = condition.hears and self.script.heard(condition.hears)
                yield said or Say(())
            case "mood":
                yield from mood_moves(self, node, condition.name, condition.above)
            case "visited":
                yield from self._onwards(node, condition.name, deep)
            case "told":
                yield from self._draw_out(condition.name, node, deep)
            case "turn":
                yield from passing_time(self, node)
            case _:
                yield from self._by_deed(condition, node, deep)

    def _draw_out(self, fact_id: str, node: Node, deep: int) -> Iterator[Move]:
        fact = self.scenario.hidden.get(fact_id)
        if fact is None:
            return
        for sentence in fact.asked_by:
            if said := self.script.heard(sentence):
                yield said
        yield from self._missing(fact.earned_by, node, deep)
        for identity, place, reaction in numbered_reactions(self.scenario):
            if fact_id in reaction.tells and place in (None, node.state.stage):
                for goal in reaction_goals(identity, place, reaction, self.script):
                    yield from self._missing(goal.holds, node, deep)
                    yield from (move for moves in goal.finals[:2] for move in moves)

    def _by_deed(self, condition: Condition, node: Node, deep: int) -> Iterator[Move]:
        names = {
            "done": condition.name,
            "callback": "book-callback",
            "identity": "verify-identity",
            "passed-on": "hand-over",
        }
        if condition.kind == "warned":
            yield from (Say(((act, None),)) for act in (Act.BOUNDARY, Act.WARN))
            return
        name = names[condition.kind]
        rule = self.scenario.desk.get(name)
        if rule is not None and not all_hold(rule.when, node.state):
            yield from self._missing(rule.when, node, deep)
            return
        if condition.kind == "passed-on":
            yield from filter(None, (self.script.action(name, summary(condition.name)),))
        yield from self.script.deed(name)

    # ------------------------------------------------------------ how near

    def _guess(self, node: Node, goal: Goal) -> float:
        state = node.state
        if goal.fresh and goal.fresh in state.once:
            return NEVER
        if goal.stage == state.stage and self._is_interrupted(state, goal):
            return NEVER
        total = node.depth * _DEEP + _gap(state.mood.anger, goal.anger) / 10
        if not goal.minds_trust:
            total += (100 - state.mood.trust) * _DOUBT
        total += max(0, goal.turn - state.turn - 1) * _TURN
        if goal.stage is not None and goal.stage != state.stage:
            total += _HOP * self.distances[goal.stage].get(state.stage, NEVER)
            total += self._wait_for_event(goal.stage, state)
        for condition in goal.holds:
            if not holds(condition, state):
                total += self._cost(condition, state)
        for block in goal.blocks:
            if block.stands(state):
                ways = [self._cost_to_undo(condition, state) for condition in block.when]
                ways += [self._cost(condition, state) for condition in block.unless]
                total += min(ways, default=NEVER)
        return total

    def _wait_for_event(self, stage: str, state: State) -> float:
        """What is still missing where only something outside leads to a stage."""
        goals = self._outside.get(stage)
        return min(map(partial(self._missing_for, state), goals)) if goals else 0.0

    def _missing_for(self, state: State, goal: Goal) -> float:
        unmet = (self._cost(c, state) for c in goal.holds if not holds(c, state))
        return max(0, goal.turn - state.turn - 1) * _TURN + sum(unmet)

    def _is_interrupted(self, state: State, goal: Goal) -> bool:
        """Whether the next reply is overtaken by something that takes the contact elsewhere."""
        speaks = any(moves and isinstance(moves[0], Say) for moves in goal.finals)
        return speaks and any(
            event.turn <= state.turn + 1
            and event.name not in state.fired
            and self.scenario.events[event.name].goes is not None
            and all_hold(event.holds, state)
            and not any(block.stands(state) for block in event.blocks)
            for event in self._events
        )

    def _cost(self, condition: Condition, state: State) -> float:
        match condition.kind:
            case "mood":
                return _mood_cost(condition, state)
            case "visited":
                if condition.name not in self.distances:
                    return NEVER
                return _HOP * self.distances[condition.name].get(state.stage, NEVER)
            case "turn":
                return _TURN * (condition.value - state.turn)
            case "done":
                rule = self.scenario.desk.get(condition.name)
                unmet = [c for c in rule.when if not holds(c, state)] if rule else []
                return 1.0 + len(unmet)
            case _:
                return 1.5

    def _cost_to_undo(self, condition: Condition, state: State) -> float:
        """Only moods can be turned back, and the last reply followed by another; all else that was said
        and done stays so."""
        if condition.kind == "just-heard":
            return 1.0
        if condition.kind != "mood":
            return NEVER
        return _mood_cost(condition, state)

    def fit(self, state: State, move: Say) -> Fit | None:
        """The reaction that this reply would meet, mood and what happens outside left aside."""
        heard = hear(self.script.reading(move), state, self.scenario)
        return reaction_to(Play(self.walk.setup, state), heard)


def _only_from_outside(scenario: Scenario, events: list[Goal]) -> Mapping[str, list[Goal]]:
    """The stages that no reaction leads to, with the events that do."""
    led_to = {reaction.goes for _, _, reaction in numbered_reactions(scenario)}
    result: dict[str, list[Goal]] = {}
    for goal in events:
        stage = scenario.events[goal.name].goes
        if stage is not None and stage not in led_to:
            result.setdefault(stage, []).append(goal)
    return result


def _mood_cost(condition: Condition, state: State) -> float:
    value: int = getattr(state.mood, condition.name)
    return 1 + abs(value - condition.value) / 10


def _gap(value: int, band: tuple[int, int] | None) -> int:
    if band is None:
        return 0
    return max(band[0] - value, value - band[1], 0)


def stage_distances(scenario: Scenario) -> Mapping[str, Mapping[str, int]]:
    """For each stage the number of ways that lead to it from each other stage, at least."""
    ways: dict[str, set[str]] = {name: set() for name in scenario.stages}
    for _, place, reaction in numbered_reactions(scenario):
        if reaction.goes in ways:
            ways[reaction.goes].update(scenario.stages if place is None else (place,))
    for event in scenario.events.values():
        if event.goes in ways:
            ways[event.goes].update(scenario.stages)
    return {name: _backwards(name, ways) for name in scenario.stages}


def _backwards(name: str, ways: Mapping[str, set[str]]) -> dict[str, int]:
    distances, edge = {name: 0}, [name]
    while edge:
        behind = [place for stage in edge for place in ways[stage] if place not in distances]
        steps = max(distances.values()) + 1
        distances.update(dict.fromkeys(behind, steps))
        edge = sorted(set(behind))
    return distances
