"""Rows of points side by side in one whole number, so that rows are added up in one step: some forty
for every clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from struct import Struct
from typing import Final

_LANE: Final = 32
"""Bits for each column; holds more than any reply can come to."""


class Lanes:
    """Rows of so many columns."""

    def __init__(self, columns: int) -> None:
        self._width = columns * _LANE // 8
        self._signs = sum(1 << (_LANE * at + _LANE - 1) for at in range(columns))
        """The sign bit of every lane."""
        self._layout = Struct(f"<{columns}i")

    @staticmethod
    def packed(row: Iterable[int]) -> int:
        """The columns of a row side by side."""
        return sum(points << (_LANE * column) for column, points in enumerate(row))

    @staticmethod
    def packed_pairs(row: Iterable[tuple[int, int]]) -> int:
        """The same of a row that names its columns."""
        return sum(points << (_LANE * column) for column, points in row)

    def unpacked(self, total: int) -> tuple[int, ...]:
        """The columns of a sum of packed rows."""
        signs = self._signs
        return self._layout.unpack(((total + signs) ^ signs).to_bytes(self._width, "little"))
