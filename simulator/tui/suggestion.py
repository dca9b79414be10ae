"""What to offer first: the one obvious next thing. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenarios.card import Card
    from simulator.store.model import SessionSummary
    from simulator.workplace import Workplace

__all__ = ["Best", "Past", "best_results", "read_past", "suggested"]


@dataclass(frozen=True, slots=True)
class Best:
    """The best that was reached in a scenario."""

    total: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Past:
    """What the first screen needs of the contacts so far."""

    unfinished: tuple[SessionSummary, ...] = ()
    best: Mapping[str, Best] = field(default_factory=dict)


def read_past(workplace: Workplace) -> Past:
    """Reads it; for the back room, since there may be thousands. Raises StoreError."""
    return Past(workplace.unfinished(), best_results(workplace.recent()))


def best_results(finished: Iterable[SessionSummary]) -> dict[str, Best]:
    """Scenario id to best result; passing counts before points."""
    best: dict[str, Best] = {}
    for summary in finished:
        digest = summary.digest or {}
        total, passed = digest.get("total"), digest.get("passed") is True
        if not isinstance(total, int):
            continue
        found = Best(total, passed)
        known = best.get(summary.header.scenario_id)
        if known is None or (found.passed, found.total) > (known.passed, known.total):
            best[summary.header.scenario_id] = found
    return best


def suggested(scenarios: Sequence[Card], best: Mapping[str, Best]) -> Card | None:
    """The easiest scenario not passed yet; when all are, the one with the lowest best result."""
    open_ones = [s for s in scenarios if s.id not in best or not best[s.id].passed]
    if open_ones:
        return min(open_ones, key=lambda s: (s.difficulty, s.id))
    return min(scenarios, key=lambda s: (best[s.id].total, s.id), default=None)
