"""How much each kind of nearness tells, by language; learned by ``fitting.near``, kept in ``points.json``.

Points are thousandths of the logarithm of the odds for a whole unit of a measure (they are counted in
thousandths, too), so that all sums are whole numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from scenarios.model import TopicKind
from scoring.near.index import MEASURES, SPACES

if TYPE_CHECKING:
    from scenarios.language import Language

FILE: Final = Path(__file__).parent / "points.json"
COLUMNS: Final = tuple(
    f"{form}{space}-{measure}"
    for form in ("", "above-")
    for space in SPACES
    for measure in MEASURES
)
"""Names of the columns of ``NearIndex.measure``."""
_MANNERS: Final = ("asked", "denied", "request", "told")
_KINDS: Final = ("question", "step", "fact", "felt", "barred")
FORMS: Final = (*(f"{manner}-{kind}" for manner in _MANNERS for kind in _KINDS), "words")
"""What else is looked at: how the sentence is put, by the kind that the topic is of, and its length."""
_BARRED: Final = (TopicKind.LIMIT, TopicKind.FORBIDDEN, TopicKind.UNCERTAIN, TopicKind.KNOWN)
_FELT: Final = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
_UNIT: Final = 1000


class NearPoints(NamedTuple):
    """The points of one language."""

    base: int
    """In millionths."""
    points: tuple[int, ...]
    """Of ``COLUMNS``, then of ``FORMS``."""


class Form(NamedTuple):
    """How a sentence is put."""

    asked: bool
    denied: bool
    request: bool
    words: int


def form_row(form: Form, kind: TopicKind) -> list[int]:
    """The ``FORMS`` of a sentence for a topic of this kind, in thousandths."""
    manners = (form.asked, form.denied, form.request, not (form.asked or form.request))
    group = _GROUP.get(kind, "fact")
    row = [_UNIT * (flag and group == name) for flag in manners for name in _KINDS]
    return [*row, form.words * _UNIT // 10]


_GROUP: Final[Mapping[TopicKind, str]] = {
    TopicKind.QUESTION: "question",
    TopicKind.STEP: "step",
    **dict.fromkeys(_FELT, "felt"),
    **dict.fromkeys(_BARRED, "barred"),
}


def likelihood(row: Sequence[int], points: NearPoints) -> int:
    """The logarithm of the odds that a sentence means the topic, in millionths."""
    return points.base + sum([a * b for a, b in zip(row, points.points, strict=True)])


@lru_cache(maxsize=2)
def near_points(language: Language) -> NearPoints:
    """The points of a language."""
    return read_points(json.loads(FILE.read_text(encoding="utf-8")), language)


def read_points(value: Mapping[str, Mapping[str, int]], language: Language) -> NearPoints:
    """The points of a language from the values of the file."""
    told = value[language]
    return NearPoints(told["base"], tuple(told[name] for name in (*COLUMNS, *FORMS)))
