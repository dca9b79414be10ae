"""The ledger's entries: whole points a sign, as fitted and kept in ``ledger-<language>.json``.

A column is one of the three dimensions, one of the twelve breaches, or the hollowness of words
without meaning. Points of a dimension are hundredths of a point of its 0-100 scale; points of the
others are thousandths of certainty.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from scenarios.acts import Breach
from scenarios.language import Language
from scoring.ledger import ledger_file
from scoring.ledger.signs import Ideas
from scoring.model import DIMENSIONS

HOLLOW: Final = "hollow"
"""The column that tells words without meaning: lists of keywords, recital, echo, off topic."""
COLUMNS: Final[tuple[str, ...]] = (*DIMENSIONS, *(breach.value for breach in Breach), HOLLOW)
Row = tuple[int, ...]
"""Points for each of ``COLUMNS``."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The points of one language."""

    language: Language
    base: Sequence[int]
    """One for each column: what a reply without any sign comes to."""
    points: Mapping[str, str]
    """By sign an entry, its numbers set off by blanks: few of them are ever looked at."""
    ideas: Ideas
    summary: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """By dimension a constant and thousandths for each fact of ``estimate.summary``."""
    keeps_all: bool = False
    """Whether signs without points are kept, too: for those who fit points."""
    _read: dict[str, Row] = field(default_factory=dict, repr=False, compare=False)

    def entry(self, sign: str) -> Row:
        """The points of a sign; empty where it has none."""
        row = self._read.get(sign)
        if row is None:
            text = self.points.get(sign)
            if text is None:
                return ()
            row = self._read[sign] = _row(text)
        return row

    def rows(self, signs: Iterable[str]) -> list[Row]:
        """The points of those of the signs that have any."""
        return list(filter(None, map(self.entry, signs)))

    def known(self, signs: Iterable[str]) -> tuple[str, ...]:
        """Those of the signs that have points."""
        if self.keeps_all:
            return tuple(signs)
        return tuple(filter(self.points.__contains__, signs))


def _row(entry: str) -> Row:
    """From a column's number and its points, and so on for every column that has any."""
    row = [0] * len(COLUMNS)
    numbers = map(int, entry.split())
    for column, points in zip(numbers, numbers, strict=True):
        row[column] += points
    return tuple(row)


def total(rows: Sequence[Row]) -> Row:
    """The sum of every column."""
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(COLUMNS)


@lru_cache(maxsize=2)
def load_ledger(language: Language) -> Ledger:
    """The ledger of a language; raises OSError and ValueError where its file is not sound."""
    return from_json(json.loads(ledger_file(language).read_bytes()), language)


def from_json(value: Mapping[str, Any], language: Language) -> Ledger:
    """A ledger from the values of its file."""
    ideas = {word: names.split() for word, names in value["ideas"].items()}
    return Ledger(language, value["base"], value["points"], ideas, value["summary"])
