"""How near a sentence is to each topic of a scenario, in whole numbers.

Words that few sayings hold and few topics share tell most. Two spaces are looked at: words with their
beginnings (English) or characters (Japanese), and pairs of neighbouring words. Everything is counted in
thousandths and added up as whole numbers, so that it is the same on every machine.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from scenarios.language import Language
from scoring.near.sayings import Saying

MEASURES: Final = ("share", "share-known", "nearest", "covered", "lift", "weight")
"""What is measured in each space; ``_Space.measure`` gives them in this order."""
SPACES: Final = ("words", "pairs")
_THOUSAND: Final = 1000
_UNSHARED: Final = 0.5
_SMOOTH: Final = 0.02
_BEGINNING: Final = 4
_KANJI: Final = re.compile("[一-龥々]")
_KATAKANA: Final = re.compile("[ァ-ヴー]{3,}")


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


@dataclass(slots=True)
class _Space:
    """Sayings as sets of signs; topics by their numbers."""

    topics: int
    weights: dict[str, int] = field(default_factory=dict)
    holders: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """The topics that a sign stands in, each with what it speaks for it beyond ``absent``."""
    absent: dict[str, int] = field(default_factory=dict)
    """What a sign speaks against a topic that does not hold it."""
    sayings: list[list[tuple[frozenset[str], int]]] = field(default_factory=list)
    """Of each topic, with the weight of each saying."""
    unknown: int = 0
    """The weight of a sign that no saying holds."""

    @classmethod
    def of(cls, sayings: Iterable[tuple[int, frozenset[str]]], topics: int) -> _Space:
        space = cls(topics, sayings=[[] for _ in range(topics)])
        every = list(sayings)
        held: dict[str, Counter[int]] = {}
        for topic, signs in every:
            for sign in signs:
                held.setdefault(sign, Counter())[topic] += 1
        size = Counter(topic for topic, _ in every)
        rarest = math.log((len(every) + 1) / 0.5)
        space.unknown = _whole(rarest * math.log(1 + topics / _UNSHARED))
        for sign, counts in held.items():
            rare = math.log((len(every) + 1) / (counts.total() + 0.5))
            space.weights[sign] = _whole(rare * math.log(1 + topics / len(counts)))
            shares = {topic: counts[topic] / (size[topic] + 1) for topic in sorted(counts)}
            usual = math.fsum(shares.values()) / topics + _SMOOTH
            absent = space.absent[sign] = _whole(math.log(_SMOOTH / usual))
            space.holders[sign] = tuple(
                (topic, _whole(math.log((share + _SMOOTH) / usual)) - absent)
                for topic, share in shares.items()
            )
        for topic, signs in every:
            total = sum([space.weights[sign] for sign in signs])
            space.sayings[topic].append((signs, total))
        return space

    def heard(self, signs: frozenset[str]) -> _Heard:
        """What these signs have in common with each topic."""
        shared, lifts = [0] * self.topics, [0] * self.topics
        known = absent = number = 0
        for sign in signs:
            weight = self.weights.get(sign)
            if weight is None:
                continue
            number += 1
            known += weight
            absent += self.absent[sign]
            for topic, lift in self.holders[sign]:
                shared[topic] += weight
                lifts[topic] += lift
        total = known + self.unknown * (len(signs) - number)
        return _Heard(signs, shared, lifts, absent, known, total)

    def measure(self, heard: _Heard, topic: int) -> list[int]:
        """The ``MEASURES`` of one topic, in thousandths."""
        nearest = covered = 0
        weights = self.weights
        if heard.shared[topic]:
            for saying, whole in self.sayings[topic]:
                common = saying & heard.signs
                if not common:
                    continue
                weight = sum([weights[sign] for sign in common])
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
            _Space.of([(number[s.topic], signs(s.words)) for s in sayings], len(self.topics))
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
