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
from typing import Final

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
    """Sayings as sets of signs; topics and sayings by their numbers."""

    topics: int
    weights: dict[str, int] = field(default_factory=dict)
    holders: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """The topics that a sign stands in."""
    sayings: dict[str, list[int]] = field(default_factory=dict)
    topic_of: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    """The weight of each saying."""
    absent: dict[str, int] = field(default_factory=dict)
    """What a sign speaks against a topic that does not hold it."""
    lifts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """What it speaks for its holders beyond that, in their order."""
    unknown: int = 0
    """The weight of a sign that no saying holds."""

    @classmethod
    def of(cls, sayings: Iterable[tuple[int, frozenset[str]]], topics: int) -> _Space:
        space = cls(topics)
        every = list(sayings)
        held: dict[str, Counter[int]] = {}
        for number, (topic, signs) in enumerate(every):
            space.topic_of.append(topic)
            for sign in signs:
                space.sayings.setdefault(sign, []).append(number)
                held.setdefault(sign, Counter())[topic] += 1
        size = Counter(space.topic_of)
        rarest = math.log((len(every) + 1) / 0.5)
        space.unknown = _whole(rarest * math.log(1 + topics / _UNSHARED))
        for sign, counts in held.items():
            rare = math.log((len(every) + 1) / (len(space.sayings[sign]) + 0.5))
            space.weights[sign] = _whole(rare * math.log(1 + topics / len(counts)))
            holders = space.holders[sign] = tuple(sorted(counts))
            shares = [counts[topic] / (size[topic] + 1) for topic in holders]
            usual = math.fsum(shares) / topics + _SMOOTH
            absent = space.absent[sign] = _whole(math.log(_SMOOTH / usual))
            space.lifts[sign] = tuple(
                _whole(math.log((share + _SMOOTH) / usual)) - absent for share in shares
            )
        space.totals = [sum([space.weights[sign] for sign in signs]) for _, signs in every]
        return space

    def measure(self, signs: frozenset[str]) -> list[tuple[int, ...]]:
        """For each topic the ``MEASURES``, in thousandths."""
        held = [sign for sign in signs if sign in self.weights]
        known = sum([self.weights[sign] for sign in held])
        total = known + self.unknown * (len(signs) - len(held))
        shared, lifts = [0] * self.topics, [0] * self.topics
        common: dict[int, int] = {}
        often: dict[int, int] = {}
        absent = 0
        for sign in held:
            weight = self.weights[sign]
            absent += self.absent[sign]
            for topic, lift in zip(self.holders[sign], self.lifts[sign], strict=True):
                shared[topic] += weight
                lifts[topic] += lift
            for number in self.sayings[sign]:
                common[number] = common.get(number, 0) + weight
                often[number] = often.get(number, 0) + 1
        nearest, covered = [0] * self.topics, [0] * self.topics
        for number, weight in common.items():
            topic, whole = self.topic_of[number], self.totals[number]
            nearest[topic] = max(nearest[topic], weight * _THOUSAND // _root(total * whole))
            part = weight * _THOUSAND // max(whole, 1)
            covered[topic] = max(covered[topic], part if often[number] > 1 else part // 2)
        length = _root(100 * (len(signs) + 1))
        return [
            (
                shared[topic] * _THOUSAND // max(total, 1),
                shared[topic] * _THOUSAND // max(known, 1),
                nearest[topic],
                covered[topic],
                (absent + lifts[topic]) * 10 // length,
                shared[topic] // 10,
            )
            for topic in range(self.topics)
        ]


def _whole(value: float) -> int:
    return round(value * _THOUSAND)


def _root(value: int) -> int:
    return max(1, math.isqrt(value))


class NearIndex:
    """The sayings of one scenario in one language; may be shared between threads."""

    def __init__(self, sayings: Sequence[Saying], language: Language) -> None:
        self.topics = tuple(dict.fromkeys(saying.topic for saying in sayings))
        """Names of the topics, in the order of the measures."""
        number = {name: at for at, name in enumerate(self.topics)}
        self._signs = _SPACES[language]
        self._spaces = [
            _Space.of([(number[s.topic], signs(s.words)) for s in sayings], len(self.topics))
            for signs in self._signs
        ]

    def measure(self, words: Sequence[str]) -> list[list[int]]:
        """For each topic how near a sentence of these words is to it: the measures of every space, then
        by how much each of them is above that of the nearest other topic."""
        rows: list[list[int]] = [[] for _ in self.topics]
        for space, signs in zip(self._spaces, self._signs, strict=True):
            for row, found in zip(rows, space.measure(signs(words)), strict=True):
                row.extend(found)
        for column in range(len(SPACES) * len(MEASURES)):
            first, second = _two_highest([row[column] for row in rows])
            for row in rows:
                row.append(row[column] - (second if row[column] == first else first))
        return rows

    def weight(self, topic: str, words: Sequence[str]) -> int:
        """How much of what these words weigh the topic shares."""
        space, number = self._spaces[0], self.topics.index(topic)
        signs = self._signs[0](words)
        return sum([space.weights[s] for s in signs if number in space.holders.get(s, ())])


def _two_highest(values: Sequence[int]) -> tuple[int, int]:
    first = second = min(values, default=0)
    for value in values:
        if value > first:
            first, second = value, first
        elif value > second:
            second = value
    return first, second
