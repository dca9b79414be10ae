"""The columns of the ledger.

A column is one of the three dimensions, one of the twelve breaches, or the hollowness of words
without meaning. Points of a dimension are hundredths of a point of its 0-100 scale; points of the
others are thousandths of certainty. A dimension has a second column, whose points count the more
the fewer words a reply has: one kind sentence of two says more about a reply than one of ten.
"""

from __future__ import annotations

from typing import Final

from scenarios.acts import BREACH_NAMES
from scoring.model import DIMENSIONS

HOLLOW: Final = "hollow"
"""The column that tells words without meaning: lists of keywords, recital, echo, off topic."""
COLUMNS: Final[tuple[str, ...]] = (*DIMENSIONS, *BREACH_NAMES, HOLLOW)
DENSE: Final[tuple[str, ...]] = tuple(f"{dimension}/dense" for dimension in DIMENSIONS)
"""The second columns of the dimensions."""
LANES: Final = (*COLUMNS, *DENSE)
"""All columns, in the order of a ledger's file."""
