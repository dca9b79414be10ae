"""What others read from a state: moments, played turns, the end of the case, the mood's course."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.model import MoodValues, RecordRow
from scoring.model import CaseEnd, Moment, PlayedTurn
from simulator.engine.holds import all_hold, holds
from simulator.engine.pressure import handover_due
from simulator.engine.remember import open_promises
from simulator.engine.setup import Setup
from simulator.engine.state import MoodPoint, State

LEAST_TIP: Final = 8
"""Points of strain by which a single turn must move somebody to count as the turning point."""


def moment(setup: Setup, state: State) -> Moment:
    """The point at which the next reply will be given."""
    return Moment(
        scenario=setup.scenario,
        language=setup.language,
        stage=state.stage,
        turn=state.turn + 1,
        customer_said=tuple(e.text for e in state.entries if e.kind == "customer"),
        agent_said=tuple(e.text for e in state.entries if e.kind == "agent"),
        agent=state.agent,
        named=frozenset(state.asked).union(
            *(topics for heard in state.heard for topics in (heard.topics, heard.denied))
        ),
        identity_checked=state.identity_checked,
        identity_stated=state.identity_stated,
        told=frozenset(state.told),
        done=frozenset(deed.action for deed in state.deeds),
        clock=state.clock,
        abuse=state.abuse,
        handover_due=handover_due(setup, state),
    )


def played_turns(state: State) -> tuple[PlayedTurn, ...]:
    """Every reply with its moment and its reading, in order."""
    return state.played


def case_end(setup: Setup, state: State) -> CaseEnd:
    """How the case stands; ``stopped`` as the outcome while the contact is open."""
    return CaseEnd(
        ending=state.ending,
        outcome=state.outcome or "stopped",
        goals_met=tuple(
            any(holds(condition, state) for condition in goal.any_of)
            for goal in setup.scenario.goals
        ),
        done=tuple((deed.action, deed.args, deed.turn) for deed in state.deeds),
        note=state.note,
        needless_costs=tuple(deed.action for deed in state.deeds if deed.needless),
        hung_up=state.hung_up,
        open_promises=open_promises(state),
    )


def visible_record(setup: Setup, state: State) -> tuple[RecordRow, ...]:
    """The rows of the order record that the trainee may see now, in the order of the file."""
    return tuple(row for row in setup.scenario.record if all_hold(row.when, state))


def mood_curve(state: State) -> tuple[MoodPoint, ...]:
    """The mood at the start (turn 0) and after each turn, actions and silences included."""
    return state.moods


def tipping_turn(state: State) -> int | None:
    """The reply at which the mood tipped towards where it ended; None if nothing tipped it.

    Strain is anger minus trust. The turn that moved it most in the direction of the whole contact
    counts, the earliest of equals, if it moved it by ``LEAST_TIP`` or more.
    """
    strains = [_strain(point.mood) for point in state.moods]
    if len(strains) < 2 or strains[-1] == strains[0]:
        return None
    direction = 1 if strains[-1] > strains[0] else -1
    moves: Mapping[int, int] = {
        point.turn: direction * (after - before)
        for point, before, after in zip(state.moods[1:], strains, strains[1:], strict=False)
    }
    turn = max(moves, key=lambda number: (moves[number], -number))
    return turn if moves[turn] >= LEAST_TIP else None


def _strain(mood: MoodValues) -> int:
    return mood.anger - mood.trust
