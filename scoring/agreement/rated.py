"""Rated replies and contrast pairs, as they stand in JSON Lines files.

A rated reply is ``{"id", "scenario", "lang", "context", "reply", "empathy", "policy",
"resolution", "breaches"}`` with ratings from 0 to 4 as ``scoring/calibration/rating-guide.md``
tells them; ``kind`` (of trainee), ``part``, ``raters`` (what each gave) and ``doubtful`` (breaches
that only one of two raters named) are optional. A contrast pair is ``{"id", "scenario", "lang",
"context", "scale", "better", "worse"}``: two replies that differ in one thing only, for which the
first should get the higher grade on that scale.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scenarios.acts import BREACH_NAMES, Breach
from scenarios.language import LANGUAGES, Language
from scenarios.text import clean_text
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
OWN_PAIRS: Final = "own-pairs.jsonl"
UNREAD: Final[Mapping[str, tuple[str, ...]]] = {
    "unread": (OWN_REPLIES, OWN_PAIRS),
    "unread-kinds": (OWN_KINDS,),
    "unread-even": (OWN_EVEN,),
    "unread-harmful": (OWN_HARMFUL,),
    "unread-further": (OWN_FURTHER,),
}
"""By the name under which their late part is shown, the files that the rest is fitted from."""


class RatedError(ValueError):
    """A line that is neither a rated reply nor a pair; the message says where and why."""


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
    with path.open("r", encoding="utf-8-sig") as lines:
        try:
            yield from read_rated(lines, path.name)
        except UnicodeDecodeError as error:
            raise RatedError(f"{path.name}: not UTF-8: {error.reason}") from error


def read_rated(lines: Iterable[str], name: str) -> Iterator[Rated]:
    """The items of *lines*; blank ones are skipped. Raises RatedError with ``name:line``."""
    places: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            item = _item(line)
            before = places.setdefault(item.place.id, number)
            if before != number:
                raise ValueError(f"the id {item.place.id!r} stands in line {before} already")
            yield item
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            why = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
            raise RatedError(f"{name}:{number}: {why}") from error


def _item(line: str) -> Rated:
    raw = json.loads(line)
    if not isinstance(raw, dict):
        raise ValueError("not a JSON object")
    place = Place(
        _text(raw, "id"), _text(raw, "scenario"), _language(_text(raw, "lang")), _context(raw)
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
        raise ValueError(f"{key!r} is no list")
    for name in names:
        if name not in BREACH_NAMES:
            raise ValueError(f"unknown breach: {name} (there are: {', '.join(BREACH_NAMES)})")
    return frozenset(Breach(name) for name in names)


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw[key]
    if not isinstance(value, str):
        raise ValueError(f"{key!r} is no text")
    return clean_text(value)


def _context(raw: Mapping[str, Any]) -> tuple[str, ...]:
    lines = raw.get("context", [])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise ValueError("'context' is no list of texts")
    return tuple(clean_text(line) for line in lines)


def _language(word: str) -> Language:
    for language in LANGUAGES:
        if word == language:
            return language
    raise ValueError(f"unknown language: {word}")


def _scale(word: str) -> Dimension:
    for dimension in DIMENSIONS:
        if word == dimension:
            return dimension
    raise ValueError(f"unknown scale: {word}")


def _rating(raw: Mapping[str, Any], dimension: Dimension) -> float:
    value = raw[dimension]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{dimension!r} is no number")
    if not 0 <= value <= TOP_RATING:
        raise ValueError(f"{dimension!r} is not from 0 to {TOP_RATING}")
    return float(value)
