"""What a clause does, by what clauses that readers labelled have in common.

Rules hear an act by the words that their writers thought of. For each act below, signs of a clause
(its words, ideas and form; see ``signs``) and what rules hear in it add up to how likely it is that
the clause does it, as ``fitting.acts`` learned. So acts are heard in words that no rule foresaw; and what
a rule only infers, from the form of a clause or what it is about, is dropped where nearly everything
speaks against it. What a cue shows is never taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple, Protocol

from scenarios.acts import Act
from scenarios.language import Language
from scoring.learned import acts_file
from scoring.learned.lanes import Lanes
from scoring.learned.points_file import pairs
from scoring.learned.signs import Ideas

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
Totals = tuple[int, ...]
"""For each of ``ACTS`` what the words of a clause come to."""


class Learned(Protocol):
    """What a reader asks of points that were learned: which signs have some, and the acts that they tell."""

    @property
    def ideas(self) -> Ideas: ...

    @property
    def acts(self) -> HeardActs | None: ...

    def known(self, signs: Iterable[str]) -> tuple[str, ...]:
        """Those of the signs that have points, each once."""
        ...


class Told(NamedTuple):
    """What a clause likely does, and what it does so unlikely that no rule may infer it."""

    likely: frozenset[Act]
    unlikely: frozenset[Act]


def rule_sign(act: Act, *, inferred: bool) -> str:
    """The sign of an act that a rule hears, by a cue or as *inferred* (see ``FoundAct``)."""
    return f"h:{act}?" if inferred else f"h:{act}"


_LANES: Final = Lanes(len(ACTS))


class HeardActs:
    """The points of one language."""

    def __init__(self, base: Sequence[int], points: Mapping[str, str], doubted: int) -> None:
        """*base*: for each of ``ACTS`` what a clause without any sign comes to, in hundredths of the
        logarithm of the odds, less what is asked for; *points*: by sign its entry (see
        ``file.pairs``); *doubted*: what an act must come to where a rule infers it."""
        self._points = points
        self._doubted = doubted
        self._rows: dict[str, int] = {}
        self._whole = _LANES.packed(base)

    def totals(self, signs: Iterable[str]) -> Totals:
        """What these signs come to, each of which counts once."""
        return _LANES.unpacked(self._whole + self._added(signs))

    def told(self, totals: Totals, by_rule: Iterable[str]) -> Told:
        """Of a clause whose words come to *totals*; *by_rule*: ``rule_sign`` of what rules hear."""
        more = self._added(by_rule)
        both = _LANES.unpacked(_LANES.packed(totals) + more) if more else totals
        likely = frozenset([act for act, total in zip(ACTS, both, strict=True) if total > 0])
        least = self._doubted
        unlikely = frozenset([act for act, total in zip(ACTS, both, strict=True) if total < least])
        return Told(likely, unlikely)

    def _added(self, signs: Iterable[str]) -> int:
        rows = self._rows
        total = 0
        for sign in self._points.keys() & set(signs):
            row = rows.get(sign)
            total += self._row(sign) if row is None else row
        return total

    def _row(self, sign: str) -> int:
        row = self._rows[sign] = _LANES.packed_pairs(pairs(self._points[sign]))
        return row


@lru_cache(maxsize=2)
def load_acts(language: Language) -> HeardActs:
    """The acts of a language; raises OSError and ValueError where its file is not sound."""
    value: dict[str, Any] = json.loads(acts_file(language).read_bytes())
    if value["columns"] != [act.value for act in ACTS]:
        raise ValueError(f"{acts_file(language).name} is of another list of acts")
    return HeardActs(value["base"], value["points"], value["doubted"])
