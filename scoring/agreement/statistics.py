"""Rank statistics on plain lists: no dependency, the same figures on every platform."""

from __future__ import annotations

from collections.abc import Sequence


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 0; equal values share the mean of their places."""
    order = sorted(range(len(values)), key=values.__getitem__)
    result = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in range(start, end + 1):
            result[order[place]] = (start + end) / 2
        start = end + 1
    return result


def pearson(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Linear correlation, -1 to 1; None where either side does not vary."""
    count = len(one)
    if count == 0:
        return None
    mean_one, mean_other = sum(one) / count, sum(other) / count
    both = sum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    square_one = sum((a - mean_one) ** 2 for a in one)
    square_other = sum((b - mean_other) ** 2 for b in other)
    if square_one == 0 or square_other == 0:
        return None
    return float(both / (square_one * square_other) ** 0.5)


def spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Rank correlation, -1 to 1; None where either side does not vary."""
    return pearson(ranks(one), ranks(other))


def spearman_given(
    one: Sequence[float], other: Sequence[float], fixed: Sequence[float]
) -> float | None:
    """Rank correlation of two lists with a third held fixed (partial correlation of ranks)."""
    between = spearman(one, other)
    with_one, with_other = spearman(one, fixed), spearman(other, fixed)
    if between is None or with_one is None or with_other is None:
        return between
    room = ((1 - with_one**2) * (1 - with_other**2)) ** 0.5
    return (between - with_one * with_other) / room if room else None
