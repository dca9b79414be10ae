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
Entry = Sequence[int]
"""A column's number and its points, and so on for every column that has any."""
_NONE: Final[Entry] = ()


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
    _read: dict[str, Entry] = field(default_factory=dict, repr=False, compare=False)

    def entry(self, sign: str) -> Entry:
        """The points of a sign; empty where it has none."""
        known = self._read.get(sign)
        if known is None:
            text = self.points.get(sign)
            known = _NONE if text is None else tuple(map(int, text.split()))
            if text is not None:
                self._read[sign] = known
        return known

    def known(self, signs: Iterable[str]) -> tuple[str, ...]:
        """Those of the signs that have points."""
        if self.keeps_all:
            return tuple(signs)
        points = self.points
        return tuple(sign for sign in signs if sign in points)


@lru_cache(maxsize=2)
def load_ledger(language: Language) -> Ledger:
    """The ledger of a language; raises OSError and ValueError where its file is not sound."""
    return from_json(json.loads(ledger_file(language).read_bytes()), language)


def from_json(value: Mapping[str, Any], language: Language) -> Ledger:
    """A ledger from the values of its file."""
    ideas = {word: names.split() for word, names in value["ideas"].items()}
    return Ledger(language, value["base"], value["points"], ideas, value["summary"])
