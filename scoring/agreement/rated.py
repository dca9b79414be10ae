"""Rated replies and contrast pairs, as they stand in JSON Lines files.

A rated reply is ``{"id", "scenario", "lang", "context", "reply", "empathy", "policy",
"resolution", "breaches"}`` with ratings from 0 to 4 as ``scoring/calibration/rating-guide.md``
tells them; ``kind`` (of trainee), ``part``, ``raters`` (what each gave) and ``doubtful`` (breaches
that only one of two raters named) are optional. A contrast pair is ``{"id", "scenario", "lang",
"context", "scale", "better", "worse"}``: two replies that differ in one thing only, for which the
first should get the higher grade on that scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scenarios.acts import BREACH_NAMES, Breach
from scenarios.language import Language, Text
from scenarios.text import clean_text
from scoring.line_items import (
    LineError,
    context_of,
    json_object,
    language_of,
    present,
    text_of,
    unknown,
)
from scoring.model import DIMENSIONS, Dimension

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

TOP_RATING: Final = 4
FOLDER: Final = Path(__file__).parents[1] / "calibration"
SENTENCES: Final = FOLDER / "sentences"
"""Ordinary and harmful sentences, one a line."""
YARDSTICK: Final = "yardstick.jsonl"
OWN_REPLIES: Final = "own-replies.jsonl"
OWN_EVEN: Final = "own-even.jsonl"
"""Replies to the eight cases whose length tells nothing about their worth."""
OWN_HARMFUL: Final = "own-harmful.jsonl"
"""Replies to the eight cases that must never be sent, and honest ones that look like them."""
OWN_KINDS: Final = "own-kinds.jsonl"
"""Replies by many hands, each kind of trainee of the yardstick as often as any other."""
OWN_FURTHER: Final = "own-further.jsonl"
"""Replies in scenarios beyond the eight cases of the yardstick."""
OWN_ENDS: Final = "own-ends.jsonl"
"""Farewells to customers who are content, human moments, bare questions, times and plain duties,
each beside twins that only look like it, in all scenarios."""
OWN_ANSWERS: Final = "own-answers.jsonl"
"""Short answers to what customers ask and confide in the middle of a contact, beside replies that
look like them, in all scenarios."""
OWN_NEW: Final = "own-new-scenarios.jsonl"
"""Replies in four scenarios whose authors had read the writers' guide only; nothing is fitted to
these scenarios."""
OWN_PAIRS: Final = "own-pairs.jsonl"
UNREAD: Final[Mapping[str, tuple[str, ...]]] = {
    "unread": (OWN_REPLIES, OWN_PAIRS),
    "unread-kinds": (OWN_KINDS,),
    "unread-even": (OWN_EVEN,),
    "unread-harmful": (OWN_HARMFUL,),
    "unread-further": (OWN_FURTHER,),
    "unread-ends": (OWN_ENDS,),
    "unread-answers": (OWN_ANSWERS,),
    "unread-scenarios": (OWN_NEW,),
}
"""By the name under which their late part is shown, the files that the rest is fitted from."""


class RatedError(ValueError):
    """A line that is neither a rated reply nor a pair: *where* (``name:line``), and why."""

    def __init__(self, where: str, why: Text) -> None:
        super().__init__(f"{where}: {why.en}")
        self.where: Final = where
        self.why: Final = why


@dataclass(frozen=True, slots=True)
class Place:
    """The moment at which something is said."""

    id: str
    scenario: str
    language: Language
    context: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatedReply:
    place: Place
    reply: str
    ratings: Mapping[Dimension, float]
    """0 to 4 each."""
    breaches: frozenset[Breach]
    kind: str = ""
    """The kind of trainee that was imitated, in free words."""
    part: str = ""
    """'late' where the reply was kept unread until the rules stood."""
    doubtful: frozenset[Breach] = frozenset()
    """Breaches that only one of two raters named: neither committed for certain nor absent."""


@dataclass(frozen=True, slots=True)
class ContrastPair:
    place: Place
    scale: Dimension
    better: str
    worse: str
    part: str = ""


Rated = RatedReply | ContrastPair


def builtin(*names: str) -> list[Rated]:
    """The rated replies and pairs that come with the program, from the files of these names."""
    wanted = names or (YARDSTICK, OWN_REPLIES, OWN_PAIRS)
    return [item for name in wanted for item in read_rated_file(FOLDER / name)]


def read_rated_file(path: Traversable) -> Iterator[Rated]:
    """The items of one file; raises RatedError for a bad line and OSError for a bad file."""
    with path.open("r", encoding="utf-8-sig", errors="surrogateescape") as lines:
        yield from read_rated(lines, path.name)


def read_rated(lines: Iterable[str], name: str) -> Iterator[Rated]:
    """The items of *lines*; blank ones are skipped. Raises RatedError with ``name:line``."""
    return (item for _, item in numbered(lines, name))


def numbered(lines: Iterable[str], name: str) -> Iterator[tuple[int, Rated]]:
    """The same, each with the line it stands in, from 1."""
    places: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            item = _item(line)
            before = places.setdefault(item.place.id, number)
            if before != number:
                raise LineError(
                    ja=f"id「{item.place.id}」は {before} 行目にもあります",
                    en=f"the id {item.place.id!r} stands in line {before} already",
                )
            yield number, item
        except LineError as error:
            raise RatedError(f"{name}:{number}", error.why) from error


def _item(line: str) -> Rated:
    raw = json_object(line)
    place = Place(
        _text(raw, "id"), _text(raw, "scenario"), language_of(_text(raw, "lang")), _context(raw)
    )
    part = str(raw.get("part") or "")
    if "better" in raw:
        return ContrastPair(
            place, _scale(_text(raw, "scale")), _text(raw, "better"), _text(raw, "worse"), part
        )
    ratings = {dimension: _rating(raw, dimension) for dimension in DIMENSIONS}
    kind, reply = str(raw.get("kind") or ""), _text(raw, "reply")
    return RatedReply(
        place, reply, ratings, _breaches(raw, "breaches"), kind, part, _breaches(raw, "doubtful")
    )


def _breaches(raw: Mapping[str, Any], key: str) -> frozenset[Breach]:
    names = raw.get(key, [])
    if not isinstance(names, list):
        raise LineError(ja=f"「{key}」がリストではありません", en=f"{key!r} is no list")
    for name in names:
        if name not in BREACH_NAMES:
            raise unknown("違反", "breach", name, BREACH_NAMES)
    return frozenset(Breach(name) for name in names)


def _text(raw: Mapping[str, Any], key: str) -> str:
    return clean_text(text_of(raw, key))


def _context(raw: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(map(clean_text, context_of(raw)))


def _scale(word: str) -> Dimension:
    for dimension in DIMENSIONS:
        if word == dimension:
            return dimension
    raise unknown("尺度", "scale", word, DIMENSIONS)


def _rating(raw: Mapping[str, Any], dimension: Dimension) -> float:
    value = present(raw, dimension)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LineError(ja=f"「{dimension}」が数ではありません", en=f"{dimension!r} is no number")
    if not 0 <= value <= TOP_RATING:
        raise LineError(
            ja=f"「{dimension}」は 0 から {TOP_RATING} までの数で書きます",
            en=f"{dimension!r} is not from 0 to {TOP_RATING}",
        )
    return float(value)
