"""The arithmetic of points: whole numbers only, and every line of a ledger adds up.

Nothing here knows what a criterion or a fault is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scenarios.values import dataclass
from scoring.model import Level

PARTLY = 50
"""Per cent of its weight that a criterion partly met earns."""
_SHARE = {Level.MET: 100, Level.PARTLY: PARTLY}


@dataclass(frozen=True, slots=True)
class Earned:
    """What one criterion earned, and the most it could have earned alone."""

    points: int
    out_of: int


def earn(
    levels: Mapping[str, Level], weights: Mapping[str, int], *, room: int, enough: int
) -> dict[str, Earned]:
    """Share *room* points out by weight; *enough* per cent of the weight on offer earns it all.

    Criteria without occasion, or that could not be told, leave the denominator.
    """
    counted = [
        name
        for name, level in levels.items()
        if level not in (Level.NO_OCCASION, Level.CANNOT_TELL) and weights[name] > 0
    ]
    need = sum(weights[name] for name in counted) * enough
    if not need:
        return {}
    raw = {name: weights[name] * _SHARE.get(levels[name], 0) for name in counted}
    total = min(room, (2 * room * sum(raw.values()) + need) // (2 * need))
    points = split(total, [raw[name] for name in counted])
    return {
        name: Earned(got, max(got, min(room, room * weights[name] * 100 // need)))
        for name, got in zip(counted, points, strict=True)
    }


def split(total: int, parts: Sequence[int]) -> list[int]:
    """Whole numbers in proportion to *parts* that sum up to *total* (largest remainder)."""
    whole = sum(parts)
    if whole == 0:
        return [0] * len(parts)
    shares = [total * part // whole for part in parts]
    rest = sorted(range(len(parts)), key=lambda i: (-(total * parts[i] % whole), i))
    for index in rest[: total - sum(shares)]:
        shares[index] += 1
    return shares


def lower(score: int, ceiling: int, cost: int) -> int:
    """The score under a ceiling and after a cost, never below 0."""
    return max(0, min(score, ceiling) - cost)


def weighted_mean(values: Sequence[tuple[int, int]]) -> int | None:
    """Rounded mean of (value, weight) pairs; None without any weight."""
    weight = sum(w for _, w in values)
    if weight == 0:
        return None
    return (2 * sum(v * w for v, w in values) + weight) // (2 * weight)
