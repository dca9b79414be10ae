"""What to offer first: the one obvious next thing. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.practice.bests import Best, best_results
from simulator.practice.occasions import is_moment

if TYPE_CHECKING:
    from scenarios.card import Card
    from simulator.store.model import SessionSummary
    from simulator.workplace import Workplace

__all__ = ["Best", "Past", "best_results", "read_past", "suggested"]


@dataclass(frozen=True, slots=True)
class Past:
    """What the first screen needs of the contacts so far."""

    unfinished: tuple[SessionSummary, ...] = ()
    best: Mapping[str, Best] = field(default_factory=dict)


def read_past(workplace: Workplace) -> Past:
    """Reads it; for the back room, since there may be thousands. Raises StoreError."""
    # A single reply that was left in the middle is no call to go on with.
    unfinished = (s for s in workplace.unfinished() if not is_moment(s.header.occasion))
    return Past(tuple(unfinished), best_results(workplace.recent()))


def suggested(scenarios: Sequence[Card], best: Mapping[str, Best]) -> Card | None:
    """The easiest scenario not passed yet; when all are, the one with the lowest best result."""
    open_ones = [s for s in scenarios if s.id not in best or not best[s.id].passed]
    if open_ones:
        return min(open_ones, key=lambda s: (s.difficulty, s.id))
    return min(scenarios, key=lambda s: (best[s.id].total, s.id), default=None)
