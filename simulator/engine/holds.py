"""Whether a condition of a scenario holds for a state; the only place that decides it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from scenarios.conditions import Condition, ConditionKind
from scenarios.model import Reaction, SaidIf
from simulator.engine.hear import ever
from simulator.engine.state import State


def holds(condition: Condition, state: State) -> bool:
    """One statement, such as ``anger under 40`` or ``done ask-carrier``."""
    return _KINDS[condition.kind](condition, state)


def all_hold(conditions: Sequence[Condition], state: State) -> bool:
    return all(holds(condition, state) for condition in conditions)


def fits(thing: Reaction | SaidIf, state: State) -> bool:
    """Whether the ``when`` of it holds and nothing of its ``unless`` does."""
    return all_hold(thing.when, state) and not any(holds(c, state) for c in thing.unless)


def _was_heard(condition: Condition, state: State) -> bool:
    return condition.hears is not None and ever(condition.hears, state.heard)


def _is_just_heard(condition: Condition, state: State) -> bool:
    """In the reply that is being answered, or the last one where nothing was said since."""
    return condition.hears is not None and ever(condition.hears, state.heard[-1:])


def _mood_holds(condition: Condition, state: State) -> bool:
    value: int = getattr(state.mood, condition.name)
    return value > condition.value if condition.above else value < condition.value


def _call_is_booked(_: Condition, state: State) -> bool:
    return any(deed.action == "book-callback" and deed.in_time for deed in state.deeds)


_KINDS: Final[Mapping[ConditionKind, Callable[[Condition, State], bool]]] = {
    "identity": lambda _, state: state.identity_checked,
    "done": lambda condition, state: state.was_done(condition.name),
    "told": lambda condition, state: condition.name in state.told,
    "heard": _was_heard,
    "just-heard": _is_just_heard,
    "visited": lambda condition, state: condition.name in state.visited,
    "passed-on": lambda condition, state: condition.name in state.passed_on,
    "mood": _mood_holds,
    "turn": lambda condition, state: state.turn >= condition.value,
    "callback": _call_is_booked,
    "warned": lambda _, state: state.warned_turn > 0,
}
