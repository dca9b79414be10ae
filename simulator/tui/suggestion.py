"""What to offer first: the one obvious next thing. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenarios.card import Card
    from simulator.practice.bests import Best

__all__ = ["suggested"]


def suggested(scenarios: Sequence[Card], best: Mapping[str, Best]) -> Card | None:
    """The easiest scenario not passed yet; when all are, the one with the lowest best result."""
    open_ones = [s for s in scenarios if s.id not in best or not best[s.id].passed]
    if open_ones:
        return min(open_ones, key=lambda s: (s.difficulty, s.id))
    return min(scenarios, key=lambda s: (best[s.id].total, s.id), default=None)
