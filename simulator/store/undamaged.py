"""Rows of the store of which some may have been changed behind its back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from simulator.errors import StoreDamaged

T = TypeVar("T")


def undamaged(
    rows: Iterable[Sequence[Any]],
    made: Callable[[Sequence[Any]], T],
    damaged: Callable[[str], None] | None,
) -> list[T]:
    """What *made* makes of each row. A damaged one is left out and its first column, which names it,
    handed to *damaged*; without that, StoreDamaged."""
    result: list[T] = []
    for raw in rows:
        try:
            result.append(made(raw))
        except StoreDamaged:
            if damaged is None:
                raise
            damaged(str(raw[0]))
    return result
