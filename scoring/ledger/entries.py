"""The ledger's entries: whole points a sign, as fitted and kept in ``ledger-<language>.json``.

A column is one of the three dimensions, one of the twelve breaches, or the hollowness of words
without meaning. Points of a dimension are hundredths of a point of its 0-100 scale; points of the
others are thousandths of certainty. A dimension has a second column, whose points count the more
the fewer words a reply has: one kind sentence of two says more about a reply than one of ten.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from struct import Struct
from typing import Any, Final

from scenarios.acts import BREACH_NAMES
from scenarios.language import Language
from scoring.ledger import ledger_file
from scoring.ledger.file import read
from scoring.ledger.signs import Ideas
from scoring.model import DIMENSIONS

HOLLOW: Final = "hollow"
"""The column that tells words without meaning: lists of keywords, recital, echo, off topic."""
COLUMNS: Final[tuple[str, ...]] = (*DIMENSIONS, *BREACH_NAMES, HOLLOW)
DENSE: Final[tuple[str, ...]] = tuple(f"{dimension}/dense" for dimension in DIMENSIONS)
"""The second columns of the dimensions."""
LANES: Final = (*COLUMNS, *DENSE)
"""All columns, in the order of a ledger's file."""
Row = tuple[int, ...]
"""Points for each of ``LANES``, or where they have been put together for each of ``COLUMNS``."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The points of one language."""

    language: Language
    base: Sequence[int]
    """One for each column: what a reply without any sign comes to."""
    points: Mapping[str, str]
    """By sign an entry, its numbers set off by blanks: few of them are ever looked at."""
    ideas: Ideas
    weighing: Mapping[str, Sequence[Sequence[int]]] = field(default_factory=dict)
    """By dimension and breach the trees that weigh the totals (see ``weighing``); without them a total
    is the score."""
    keeps_all: bool = False
    """Whether signs without points are kept, too: for those who fit points."""
    rows: _Rows = field(init=False, repr=False, compare=False)
    """The points of every sign, packed; 0 for those that have none."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", _Rows(self.points))

    def known(self, signs: Iterable[str]) -> tuple[str, ...]:
        """Those of the signs that have points, each once."""
        if self.keeps_all:
            return tuple(dict.fromkeys(signs))
        return tuple(dict.fromkeys(filter(self.rows.signs.__contains__, signs)))


# A row's columns lie side by side in one whole number, so that rows are added up in one step: some
# forty for every clause. A lane holds more than any reply can come to.
_LANE: Final = 32
_WIDTH: Final = len(LANES) * _LANE // 8
_SIGNS: Final = sum(1 << (_LANE * at + _LANE - 1) for at in range(len(LANES)))
"""The sign bit of every lane."""
_LAYOUT: Final = Struct(f"<{len(LANES)}i")


def packed(row: Iterable[int]) -> int:
    """The columns of a row side by side."""
    return sum(points << (_LANE * column) for column, points in enumerate(row))


def unpacked(total: int) -> Row:
    """The columns of a sum of packed rows."""
    return _LAYOUT.unpack(((total + _SIGNS) ^ _SIGNS).to_bytes(_WIDTH, "little"))


_KEPT: Final = 10_000
"""Signs up to which also those without points are kept; of them there is no end."""

_WORTH_A_SET: Final = 1000
"""Signs that have been looked up, some ten replies."""


class _Rows(dict[str, int]):
    """Entries that have been read; the others are when they are first asked for."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        super().__init__()
        self._entries = entries
        self.signs: Container[str] = entries
        """All signs with points."""

    def __missing__(self, sign: str) -> int:
        # A column's number and its points, and so on for every column that has any.
        numbers = map(int, self._entries.get(sign, "").split())
        pairs = zip(numbers, numbers, strict=True)
        row = sum(points << (_LANE * column) for column, points in pairs)
        if row or len(self) < _KEPT:
            self[sign] = row
        if len(self) == _WORTH_A_SET:
            # A set keeps the hashes beside one another, so that the many words without points are
            # told from the others at one glance; the first reply need not wait for its making.
            self.signs = frozenset(self._entries)
        return row


@lru_cache(maxsize=2)
def load_ledger(language: Language) -> Ledger:
    """The ledger of a language; raises OSError and ValueError where its file is not sound."""
    return from_json(read(ledger_file(language).read_bytes()), language)


def from_json(value: Mapping[str, Any], language: Language) -> Ledger:
    """A ledger from the values of its file."""
    ideas = {word: names.split() for word, names in value["ideas"].items()}
    return Ledger(language, value["base"], value["points"], ideas, value["weighing"])
