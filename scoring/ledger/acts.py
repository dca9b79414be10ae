"""Acts that no cue foresaw, heard by what clauses that do them have in common.

Rules hear an act by the words that their writers thought of. For each act below, signs of a clause
(its words, ideas and form; see ``signs``) add up to how likely it is that the clause does it, as
``fit_acts`` learned from clauses that readers labelled. What a rule hears is never taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from scenarios.acts import Act
from scenarios.language import Language
from scoring.ledger import acts_file
from scoring.ledger.file import pairs

BY_EXAMPLE: Final = "by-example"
"""Stands for the rule of an act that none heard."""
ACTS: Final = (
    Act.APOLOGISE,
    Act.EMPATHISE,
    Act.ACKNOWLEDGE,
    Act.OWN,
    Act.ASK,
    Act.VERIFY,
    Act.CHECK,
    Act.INFORM,
    Act.ESTIMATE,
    Act.OFFER,
    Act.CHOICE,
    Act.PROMISE,
    Act.CALL_BACK,
    Act.REFUSE,
    Act.CONSENT,
    Act.HAND_OVER,
)
"""The acts that points can tell, in the order of the file's columns. What a customer hears as an
affront is left to rules and to the ledger's breaches: good advice ("please ring your bank") and an
affront may lie too close together for single words."""
_Row = tuple[tuple[int, int], ...]


class HeardActs:
    """The points of one language."""

    def __init__(self, base: Sequence[int], points: Mapping[str, str]) -> None:
        """*base*: for each of ``ACTS`` what a clause without any sign comes to, in hundredths of the
        logarithm of the odds, less what is asked for; *points*: by sign its
        entry (see ``file.pairs``)."""
        self._base = base
        self._points = points
        self._rows: dict[str, _Row] = {}

    def in_clause(self, signs: Iterable[str]) -> tuple[Act, ...]:
        """What a clause with these signs, each of which counts once, likely does."""
        totals = list(self._base)
        for sign in self._points.keys() & set(signs):
            for at, points in self._rows.get(sign) or self._row(sign):
                totals[at] += points
        return tuple([ACTS[at] for at, total in enumerate(totals) if total > 0])

    def _row(self, sign: str) -> _Row:
        row = self._rows[sign] = tuple(pairs(self._points[sign]))
        return row


@lru_cache(maxsize=2)
def load_acts(language: Language) -> HeardActs:
    """The acts of a language; raises OSError and ValueError where its file is not sound."""
    value: dict[str, Any] = json.loads(acts_file(language).read_bytes())
    if value["columns"] != [act.value for act in ACTS]:
        raise ValueError(f"{acts_file(language).name} is of another list of acts")
    return HeardActs(value["base"], value["points"])
