"""Quadratic weighted kappa with a bootstrap interval, on plain integers.

Kappa after J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968), with the squared distance
of two levels as their disagreement: 1 is full agreement, 0 what chance would give. The interval is
the percentile bootstrap, which draws whole sessions: replies of one contact are not independent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["LEAST_SESSIONS", "Kappa", "Pair", "kappa_of", "weighted_kappa"]

Pair = tuple[int, int]
"""The engine's level and the lead's, both from 0."""
LEAST_SESSIONS = 5
"""Reviewed sessions below which no interval is given: it would only look like one."""
_DRAWS = 1000
_SEED = 20_260_000
_LOW, _HIGH = 0.025, 0.975
Reason = Literal["", "nothing", "no-variance", "few", "all-same"]


@dataclass(frozen=True, slots=True)
class Kappa:
    """One figure of agreement, and what it stands on."""

    value: float | None
    low: float | None
    """Ends of the 95 % interval; None where there is none."""
    high: float | None
    pairs: int
    sessions: int
    same: int
    """Pairs of which both levels are the same."""
    why: Reason
    """Why there is no value (``nothing``, ``no-variance``) or no interval (``few``; ``all-same``:
    where nobody ever differed, redrawing can show no difference either)."""


def weighted_kappa(cells: Mapping[Pair, int]) -> float | None:
    """Kappa of a table of pairs; None where chance would leave nothing to disagree about.

    That is so when both sides gave one and the same level throughout. The number of levels cancels
    out of the quadratic weights, so it need not be told.
    """
    count = sum(cells.values())
    ones: Counter[int] = Counter()
    others: Counter[int] = Counter()
    for (one, other), times in cells.items():
        ones[one] += times
        others[other] += times
    seen = sum((one - other) ** 2 * times for (one, other), times in cells.items())
    by_chance = sum(
        (one - other) ** 2 * m * n for one, m in ones.items() for other, n in others.items()
    )
    return 1.0 - seen * count / by_chance if by_chance else None


def kappa_of(sessions: Sequence[Sequence[Pair]], seed: int = _SEED) -> Kappa:
    """Kappa over the pairs of all *sessions*; one without pairs counts for nothing.

    The same input gives the same interval everywhere.
    """
    tables = [Counter(pairs) for pairs in sessions if pairs]
    whole = _sum(tables)
    value = weighted_kappa(whole)
    same = sum(times for (one, other), times in whole.items() if one == other)
    count = whole.total()
    if value is None:
        return Kappa(
            None, None, None, count, len(tables), same, "no-variance" if count else "nothing"
        )
    if len(tables) < LEAST_SESSIONS or same == count:
        why: Reason = "few" if len(tables) < LEAST_SESSIONS else "all-same"
        return Kappa(value, None, None, count, len(tables), same, why)
    drawn = _draws(tables, seed)
    low, high = (drawn[round(share * (len(drawn) - 1))] for share in (_LOW, _HIGH))
    return Kappa(value, low, high, count, len(tables), same, "")


def _draws(tables: Sequence[Counter[Pair]], seed: int) -> list[float]:
    """Kappas of redrawn sets of sessions, in order; draws without variance say nothing."""
    numbers = _numbers(seed)
    found = []
    for _ in range(_DRAWS):
        value = weighted_kappa(_sum([tables[next(numbers) % len(tables)] for _ in tables]))
        if value is not None:
            found.append(value)
    return sorted(found)


def _sum(tables: Sequence[Counter[Pair]]) -> Counter[Pair]:
    whole: Counter[Pair] = Counter()
    for table in tables:
        whole.update(table)
    return whole


def _numbers(seed: int) -> Iterator[int]:
    """SplitMix64 (Steele, Lea and Flood 2014): the same numbers with every Python."""
    state, mask = seed, 2**64 - 1
    while True:
        state = (state + 0x9E3779B97F4A7C15) & mask
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        yield mixed ^ (mixed >> 31)
