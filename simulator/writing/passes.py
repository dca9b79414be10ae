"""How many stored contacts passed each stage of a scenario and came to each of its endings.

The stages of a contact are not stored; they follow from playing its inputs again. That cannot be
done with a contact of an earlier version of the scenario or of the program: it is left out and
counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.contact import Contact
from simulator.errors import OutdatedSession, StoreDamaged

if TYPE_CHECKING:
    from simulator.workplace import Workplace

__all__ = ["Passes", "count_passes"]


@dataclass
class Passes:
    """Each contact counts once wherever it was, however often it was there."""

    contacts: int = 0
    left_out: int = 0
    stages: Counter[str] = field(default_factory=Counter)
    reactions: Counter[str] = field(default_factory=Counter)
    """By their ids, events among them: ``event.doorbell``."""
    endings: Counter[str] = field(default_factory=Counter)


def count_passes(
    workplace: Workplace, scenario_id: str, told: Callable[[int], None] = lambda _: None
) -> Passes:
    """Play all stored contacts of a scenario again; *told* is called with the number done."""
    passes = Passes()
    ids = [s.id for s in workplace.store.history() if s.header.scenario_id == scenario_id]
    for number, session_id in enumerate(ids, 1):
        try:
            state = Contact.resume(workplace, session_id).state
        except (OutdatedSession, StoreDamaged):
            passes.left_out += 1
            continue
        passes.contacts += 1
        passes.stages.update(set(state.visited))
        passes.reactions.update({*state.reacted, *(f"event.{name}" for name in state.fired)})
        if state.ending is not None:
            passes.endings[state.ending] += 1
        told(number)
    return passes
