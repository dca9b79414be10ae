"""The ledger's entries: whole points a sign, as fitted and kept in ``ledger-<language>.json``.

What the points of which column are stands in ``columns``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from scenarios.language import Language
from scoring.learned.acts import HeardActs, load_acts
from scoring.learned.lanes import Lanes
from scoring.learned.points_file import pairs, read
from scoring.learned.signs import Ideas
from scoring.ledger import ledger_file
from scoring.ledger.columns import LANES
from scoring.ledger.ensemble import Ensemble

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
    acts: HeardActs | None = None
    """The acts that are heard beside those of the rules."""
    rows: _Rows = field(init=False, repr=False, compare=False)
    """The points of every sign, packed; 0 for those that have none."""

    ensembles: Mapping[str, Ensemble] = field(init=False, repr=False, compare=False)
    """The trees, ready to be asked."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", _Rows(self.points))
        ensembles = {name: Ensemble(trees) for name, trees in self.weighing.items()}
        object.__setattr__(self, "ensembles", ensembles)

    def known(self, signs: Iterable[str]) -> tuple[str, ...]:
        """Those of the signs that have points, each once."""
        if self.keeps_all:
            return tuple(dict.fromkeys(signs))
        return tuple(dict.fromkeys(filter(self.rows.signs.__contains__, signs)))


_LANES: Final = Lanes(len(LANES))
packed, unpacked = _LANES.packed, _LANES.unpacked


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
        entry = self._entries.get(sign, "")
        row = _LANES.packed_pairs(pairs(entry))
        if row or len(self) < _KEPT:
            self[sign] = row
        if len(self) == _WORTH_A_SET:
            # A set keeps the hashes beside one another, so that the many words without points are
            # told from the others at one glance; the first reply need not wait for its making.
            self.signs = frozenset(self._entries)
        return row


@lru_cache(maxsize=2)
def load_ledger(language: Language) -> Ledger:
    """The ledger of a language; raises OSError and ValueError where its files are not sound."""
    acts = load_acts(language)
    return from_json(read(ledger_file(language).read_bytes()), language, acts)


def from_json(
    value: Mapping[str, Any], language: Language, acts: HeardActs | None = None
) -> Ledger:
    """A ledger from the values of its file."""
    ideas = {word: names.split() for word, names in value["ideas"].items()}
    return Ledger(language, value["base"], value["points"], ideas, value["weighing"], acts=acts)
