"""The scale on which a dimension's points are fitted, and the way back from it to a score.

Four replies in ten have the best rating in policy, and few have two steps. What a coach sees is which
of two replies is the better one; so a rating counts, while points are fitted, by how many rated
replies lie below it (in policy half by that, half as it stands). Learning that what has no fault is
to stand above what has a small one then weighs as much as telling two grave faults apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from scoring.model import Dimension

_STEP: Final = 1250
"""Hundredths of a point of the 0-100 scale between one rating of the tables and the next."""
_HUNDREDTHS: Final = 100
_POINTS_A_STEP: Final = 25
_COUNTS: Final[Mapping[Dimension, Sequence[int]]] = {
    "empathy": (-15, 51, 114, 167, 207, 240, 286, 343, 408),
    "policy": (18, 62, 105, 147, 181, 223, 284, 340, 416),
    "resolution": (-28, 68, 132, 171, 202, 234, 274, 332, 416),
}
"""What the ratings 0, 0.5 to 4 count as, in hundredths of a step: mean ranks of the rated replies
that are fitted, Japanese and English alike, with the mean and the spread of the ratings."""
_BORDERS: Final = {
    dimension: tuple(_POINTS_A_STEP * count for count in counts)
    for dimension, counts in _COUNTS.items()
}
"""The same in hundredths of a point."""


def ranked(dimension: Dimension, rating: float) -> float:
    """What a rating from 0 to 4 counts as while points are fitted, in steps."""
    counts = _COUNTS[dimension]
    last = len(counts) - 2
    at = min(last, max(0, int(rating * 2)))
    low, high = counts[at], counts[at + 1]
    return (low + (rating * 2 - at) * (high - low)) / _HUNDREDTHS


def score_of(dimension: Dimension, value: int) -> int:
    """The score that a fitted value stands for, both in hundredths of a point; beyond the ratings at
    either end it goes on as straight as between the last two."""
    borders = _BORDERS[dimension]
    at = min(len(borders) - 2, max(0, bisect_right(borders, value) - 1))
    low, high = borders[at], borders[at + 1]
    return _STEP * at + (value - low) * _STEP // (high - low)
