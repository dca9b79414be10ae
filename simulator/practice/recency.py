"""How much an older contact says about today: half as much for every five contacts since.

Counted in contacts and not in days, so that a holiday makes nobody's standing vanish. Five is
about a week of ten minutes a day: quick enough to follow what was learned, slow enough that one
bad call does not turn everything over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["HALF_LIFE", "share", "weights"]

HALF_LIFE = 5
"""Contacts after which one counts half."""


def weights(count: int) -> list[float]:
    """The weights of *count* contacts, oldest first; the newest has 1."""
    return [0.5 ** (age / HALF_LIFE) for age in range(count - 1, -1, -1)]


def share(parts: Sequence[tuple[float, float]]) -> float | None:
    """Weighted share 0-1 of pairs (earned, possible), oldest first; None where nothing could be.

    Rounded, so that the last bit of a machine's arithmetic decides nothing.
    """
    aged = list(zip(weights(len(parts)), parts, strict=True))
    possible = _sum(weight * out_of for weight, (_, out_of) in aged)
    if possible <= 0:
        return None
    return round(_sum(weight * earned for weight, (earned, _) in aged) / possible, 6)


def _sum(values: Iterable[float]) -> float:
    from math import fsum

    return fsum(values)
