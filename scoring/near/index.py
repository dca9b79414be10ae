"""How near a sentence is to each topic of a scenario, in whole numbers.

Words that few sayings hold and few topics share tell most. Two spaces are looked at: words with their
beginnings (English) or characters (Japanese), and pairs of neighbouring words. Everything is counted in
thousandths and added up as whole numbers, so that it is the same on every machine.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from scenarios.language import Language
from scoring.language.kanji import KANJI_REPEATED
from scoring.language.lazy_pattern import LazyPattern
from scoring.near.sayings import Saying

MEASURES: Final = ("share", "share-known", "nearest", "covered", "lift", "weight")
"""What is measured in each space; ``_Space.measure`` gives them in this order."""
SPACES: Final = ("words", "pairs")
_THOUSAND: Final = 1000
_UNSHARED: Final = 0.5
_SMOOTH: Final = 0.02
_BEGINNING: Final = 4
_KANJI: Final = LazyPattern(KANJI_REPEATED)
_KATAKANA: Final = LazyPattern("[ァ-ヴー]{3,}")


def _words_en(words: Sequence[str]) -> frozenset[str]:
    return frozenset(words) | {f"{w[:_BEGINNING]}-" for w in words if len(w) > _BEGINNING}


def _words_ja(words: Sequence[str]) -> frozenset[str]:
    kanji = {sign for word in words for sign in _KANJI.findall(word)}
    return frozenset(words) | kanji | {f"{w[:3]}-" for w in words if _KATAKANA.fullmatch(w)}


def _pairs(words: Sequence[str]) -> frozenset[str]:
    return frozenset(f"{one} {other}" for one, other in itertools.pairwise(words))


_SPACES: Final[Mapping[Language, tuple[Callable[[Sequence[str]], frozenset[str]], ...]]] = {
    "ja": (_words_ja, _pairs),
    "en": (_words_en, _pairs),
}


class _Sign(NamedTuple):
    """What a sign tells of the topics."""

    weight: int
    absent: int
    """What it speaks against a topic that does not hold it."""
    lifts: tuple[tuple[int, int], ...]
    """The topics that it stands in, each with what it speaks for it beyond ``absent``."""


class _Space:
    """Sayings as sets of signs; topics by their numbers.

    What a sign tells is worked out when it is first asked for: most never are, and the first reply need
    not wait for them.
    """

    def __init__(self, sayings: Iterable[tuple[int, frozenset[str]]], topics: int) -> None:
        self.topics = topics
        self._counts: dict[str, dict[int, int]] = {}
        self._sayings: list[list[frozenset[str]]] = [[] for _ in range(topics)]
        self._number = 0
        for topic, signs in sayings:
            self._number += 1
            self._sayings[topic].append(signs)
            for sign in signs:
                counts = self._counts.setdefault(sign, {})
                counts[topic] = counts.get(topic, 0) + 1
        self._unknown = _whole(self._rare(0) * math.log(1 + topics / _UNSHARED))
        self._signs: dict[str, _Sign | None] = {}
        self._weighed: dict[int, list[tuple[frozenset[str], int]]] = {}

    def _rare(self, often: int) -> float:
        return math.log((self._number + 1) / (often + 0.5))

    def _sign(self, name: str) -> _Sign | None:
        if name not in self._signs:
            counts = self._counts.get(name)
            self._signs[name] = None if counts is None else self._told(counts)
        return self._signs[name]

    def _told(self, counts: Mapping[int, int]) -> _Sign:
        shares = {t: counts[t] / (len(self._sayings[t]) + 1) for t in sorted(counts)}
        usual = math.fsum(shares.values()) / self.topics + _SMOOTH
        absent = _whole(math.log(_SMOOTH / usual))
        rare = self._rare(sum(counts.values()))
        return _Sign(
            _whole(rare * math.log(1 + self.topics / len(counts))),
            absent,
            tuple((t, _whole(math.log((p + _SMOOTH) / usual)) - absent) for t, p in shares.items()),
        )

    def _weight(self, signs: Iterable[str]) -> int:
        return sum([told.weight for told in map(self._sign, signs) if told is not None])

    def heard(self, signs: frozenset[str]) -> _Heard:
        """What these signs have in common with each topic."""
        shared, lifts = [0] * self.topics, [0] * self.topics
        known = absent = number = 0
        for told in map(self._sign, signs):
            if told is None:
                continue
            number += 1
            known += told.weight
            absent += told.absent
            for topic, lift in told.lifts:
                shared[topic] += told.weight
                lifts[topic] += lift
        total = known + self._unknown * (len(signs) - number)
        return _Heard(signs, shared, lifts, absent, known, total)

    def measure(self, heard: _Heard, topic: int) -> list[int]:
        """The ``MEASURES`` of one topic, in thousandths."""
        nearest = covered = 0
        if heard.shared[topic]:
            for saying, whole in self._sayings_of(topic):
                common = saying & heard.signs
                if not common:
                    continue
                weight = self._weight(common)
                nearest = max(nearest, weight * _THOUSAND // _root(heard.total * whole))
                part = weight * _THOUSAND // max(whole, 1)
                covered = max(covered, part if len(common) > 1 else part // 2)
        return [
            heard.shared[topic] * _THOUSAND // max(heard.total, 1),
            heard.shared[topic] * _THOUSAND // max(heard.known, 1),
            nearest,
            covered,
            (heard.absent + heard.lifts[topic]) * 10 // _root(100 * (len(heard.signs) + 1)),
            heard.shared[topic] // 10,
        ]

    def _sayings_of(self, topic: int) -> list[tuple[frozenset[str], int]]:
        """With the weight of each."""
        if topic not in self._weighed:
            self._weighed[topic] = [(s, self._weight(s)) for s in self._sayings[topic]]
        return self._weighed[topic]


class _Heard(NamedTuple):
    """What the signs of a sentence have in common with the topics of a scenario, by their numbers."""

    signs: frozenset[str]
    shared: list[int]
    lifts: list[int]
    absent: int
    known: int
    total: int


def _whole(value: float) -> int:
    return round(value * _THOUSAND)


def _root(value: int) -> int:
    return max(1, math.isqrt(value))


class NearIndex:
    """The sayings of one scenario in one language; may be shared between threads."""

    def __init__(self, sayings: Sequence[Saying], language: Language) -> None:
        self.topics = tuple(sorted({saying.topic for saying in sayings}))
        """Names of the topics; in whatever order the scenario has them."""
        number = {name: at for at, name in enumerate(self.topics)}
        self._signs = _SPACES[language]
        self._spaces = [
            _Space([(number[s.topic], signs(s.words)) for s in sayings], len(self.topics))
            for signs in self._signs
        ]
        self._kept = lru_cache(maxsize=_KEPT)(self._measured)

    def measure(self, words: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """By topic how near a sentence of these words is to it, for the few that come into question:
        the measures of every space, then by how much each of them is above that of the nearest other."""
        return self._kept(tuple(words))

    def _measured(self, words: tuple[str, ...]) -> dict[str, list[int]]:
        heard = [
            space.heard(signs(words))
            for space, signs in zip(self._spaces, self._signs, strict=True)
        ]
        lifts, shared = heard[0].lifts, heard[0].shared
        likely = sorted(range(len(self.topics)), key=lambda at: (-lifts[at], -shared[at], at))
        rows = {
            at: [
                value
                for space, one in zip(self._spaces, heard, strict=True)
                for value in space.measure(one, at)
            ]
            for at in likely[:_LIKELY]
            if shared[at]
        }
        for column in range(len(SPACES) * len(MEASURES)):
            first, second = _two_highest([row[column] for row in rows.values()])
            for row in rows.values():
                row.append(row[column] - (second if row[column] == first else first))
        return {self.topics[at]: row for at, row in rows.items()}

    def weight(self, topic: str, words: Sequence[str]) -> int:
        """How much of what these words weigh the topic shares."""
        return self._spaces[0].heard(self._signs[0](words)).shared[self.topics.index(topic)]


_KEPT: Final = 64
"""Sentences; a reply is read again without some of them."""
_LIKELY: Final = 5
"""Topics that are looked at closely, those that the words of a sentence speak for most."""


def _two_highest(values: Sequence[int]) -> tuple[int, int]:
    """The highest value and the next one; beside a single value stands nothing."""
    first, second, *_ = (*sorted(values, reverse=True), 0, 0)
    return first, second
