"""What a reply is made of: echo, recital, repetition, keyword lists, the other language.

Measured as shares of content words, never guessed from length. What the shares cost is decided
by the grade.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache
from itertools import islice
from typing import Final, Literal

from scenarios.language import Language
from scenarios.values import dataclass
from scoring import cues
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Analysis, Register, Word
from scoring.model import Shares

_RUN: Final = 3
"""Words in a row, two of them with content, that are taken over rather than shared."""
_RECITED: Final = 0.6
"""Share of a sentence's content words from which on it is recited."""
_SHORT_RUN: Final = 4
"""Words from which on a whole sentence of the handbook is nobody's by chance."""
_MANUAL_RUN: Final = 8
"""Words in a row that nobody says by chance: lists such as "order number, full name" are shorter."""
_PARROTED: Final = 3
"""Content words of a sentence from which taking over is more than naming the situation."""
_SWAPPED: Final = {
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "we": "you",
    "us": "you",
    "our": "your",
}


Sequence = list[tuple[str, Word]]
"""Words for comparison in order, each with the key that is compared."""


def sequence_of(words: Iterable[Word], language: Language) -> Sequence:
    """Persons swapped, marks and politeness left out."""
    left_out = _POLITE if language == "ja" else frozenset()
    return [
        (_SWAPPED.get(word.lemma, word.lemma), word)
        for word in words
        if word.pos != "symbol" and word.lemma not in left_out
    ]


Runs = Set[tuple[str, ...]]


def _runs_of(keys: list[str], length: int) -> set[tuple[str, ...]]:
    return set(zip(*(keys[at:] for at in range(length)), strict=False))


def runs_said(said: Analysis, language: Language) -> Runs:
    """The runs of a customer's line that a reply may take over."""
    return _runs_of([key for key, _ in sequence_of(said.words, language)], _RUN)


_POLITE: Final = word_set("です ます だ 御 ね よ わ の ん 御座る 居る か さ")


def echoes(analysis: Analysis, sequence: Sequence, said: Iterable[Runs]) -> list[float]:
    """For each clause the share of its content words in runs taken over from the customer.

    *sequence* is that of the whole text; *said* are the runs of each of the customer's lines.
    """
    taken = _in_runs(sequence, frozenset().union(*said), _RUN)
    return _shares(analysis, taken)


def _in_runs(sequence: Sequence, runs: Runs, length: int) -> set[int]:
    """Start positions of the words that lie in one of the runs; runs without content do not count."""
    taken: set[int] = set()
    keys = [key for key, _ in sequence]
    for at, run in enumerate(zip(*(keys[n:] for n in range(length)), strict=False)):
        if run in runs:
            own = [word for _, word in sequence[at : at + length]]
            if any(word.content for word in own):
                taken.update(word.start for word in own)
    return taken


def _shares(analysis: Analysis, taken: set[int]) -> list[float]:
    """For each clause the share of its content words among those taken over."""
    counts = [
        (sum([w.start in taken for w in content]) if taken else 0, len(content))
        for content in analysis.content
    ]
    result = [mine / total if total else 0.0 for mine, total in counts]
    for clauses in analysis.clauses_of:
        if sum(counts[number][0] for number in clauses) < _PARROTED:
            for number in clauses:
                result[number] /= 2
    return result


@dataclass(frozen=True, slots=True)
class Makeup:
    """What each clause is made of."""

    echo: list[float]
    """Share taken over from the customer, 0-1."""
    recited: list[bool]
    repeated: list[bool]
    salad: list[bool]


@dataclass(frozen=True, slots=True)
class Manual:
    """The handbook's wording, as runs of words and as whole sentences shorter than a run."""

    runs: frozenset[tuple[str, ...]]
    language: Language

    @classmethod
    def of(cls, texts: Iterable[str], language: Language) -> Manual:
        runs: set[tuple[str, ...]] = set()
        for text in texts:
            analysis = cues.analyse(text, language)
            for number in range(len(analysis.sentences)):
                said = tuple(k for k, _ in sequence_of(analysis.words_of(number), language))
                if _SHORT_RUN <= len(said) < _MANUAL_RUN:
                    runs.add(said)
            keys = [key for key, _ in sequence_of(analysis.words, language)]
            runs |= _runs_of(keys, _MANUAL_RUN)
        return cls(frozenset(runs), language)

    def recited(self, analysis: Analysis, sequence: Sequence) -> list[bool]:
        """For each clause whether most of its sentence is the handbook's wording; *sequence* is
        that of the whole text."""
        taken = _in_runs(sequence, self.runs, _MANUAL_RUN)
        said: list[list[str]] = [[] for _ in analysis.sentences]
        for key, word in sequence:
            said[word.sentence].append(key)
        found = [
            (bool(taken) and _mostly(analysis.words_of(n), taken)) or tuple(keys) in self.runs
            for n, keys in enumerate(said)
        ]
        return [found[part.sentence] for part in analysis.parts]


def _mostly(words: list[Word], taken: set[int]) -> bool:
    content = [word for word in words if word.content]
    return sum(word.start in taken for word in content) >= _RECITED * max(1, len(content))


_COMPARED: Final = 60
"""Clauses before that a clause is compared with."""


def repeated(analysis: Analysis) -> list[bool]:
    """For each clause whether an earlier one said the same words."""
    seen: dict[frozenset[str], None] = {}
    said: set[tuple[str, ...]] = set()
    result: list[bool] = []
    for part in analysis.parts:
        own = analysis.words[part.first : part.last]
        wording = tuple(w.lemma for w in own if w.pos != "symbol")
        content = frozenset(
            w.lemma for w in own
            if w.content or (w.visible and w.lemma in ("申し訳ない", "すみません", "sorry"))
        )  # fmt: skip
        both_ways = part.quoted and wording[-1:] == _EITHER_WAY
        again = wording in said or (not both_ways and _like_one_of(content, seen))
        result.append(again)
        if len(wording) > 1:
            said.add(wording)
        if content:
            seen.setdefault(content)
    return result


_EITHER_WAY: Final = ("とも",)
"""Ends both halves of 「漏れたとも、漏れていないとも」, which differ by a no."""
_ALIKE: Final = 0.8
"""Share of the larger one's words that two clauses must have in common."""


def _like_one_of(content: frozenset[str], seen: dict[frozenset[str], None]) -> bool:
    """Whether one of the last clauses said nearly the same words."""
    many = len(content)
    for other in islice(reversed(seen), _COMPARED if content else 0):
        least = _ALIKE * max(many, len(other))
        if many >= least and len(other) >= least and len(content & other) >= least:
            return True
    return False


# ---------------------------------------------------------------- shares and register


def taken_over(
    analysis: Analysis, said: frozenset[str], echo: list[float], idle: frozenset[int]
) -> float:
    """Share of a reply's words that are the customer's own, in any order, politeness left aside.

    ``idle``: clauses that hold a formula or thanks only, and count neither way.
    """
    words = mine = 0.0
    for number, own in enumerate(analysis.content):
        content = [w for w in own if w.lemma not in _NODDING]
        if number in idle or not content:
            continue
        shared = sum([w.keys[0] in said for w in content]) / len(content)
        words += len(content)
        mine += len(content) * max(echo[number], shared)
    return round(mine / words, 3) if words >= _PARROTED else 0.0


_MOSTLY: Final = 0.7
_NODDING: Final = word_set("承る 承知 畏まる 分かる 了解 note understand see hear")
"""Words that frame what was taken over and say nothing themselves."""


def measure(
    analysis: Analysis, language: Language, makeup: Makeup, borrowed: float = 0.0
) -> Shares:
    """The shares of a reply, each 0-1 of its content words.

    ``borrowed``: what :func:`taken_over` found; it counts as echo from where it is most of it.
    """
    counts = [len(content) for content in analysis.content]
    total = sum(counts) or 1
    stuffed = [makeup.repeated[n] or makeup.salad[n] for n in range(len(counts))]
    echo = round(sum(c * e for c, e in zip(counts, makeup.echo, strict=True)) / total, 3)
    return Shares(
        echo=max(echo, borrowed) if borrowed >= _MOSTLY else echo,
        recital=round(sum(c for c, r in zip(counts, makeup.recited, strict=True) if r) / total, 3),
        stuffing=round(sum(c for c, s in zip(counts, stuffed, strict=True) if s) / total, 3),
        other_language=_other(analysis.normal.text, language),
    )


_LATIN: Final = LazyPattern("[a-z]+(?:'[a-z]+)?")


@lru_cache(maxsize=8192)
def _is_japanese(character: str) -> bool:
    """Kana or kanji; a pattern with so wide a range takes longer to compile than a reply to read."""
    return "\u3041" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff"


def _other(text: str, language: Language) -> float:
    """Share of the other language: by words, each kana or kanji counting as half a word."""
    if language == "en" and text.isascii():
        return 0.0
    english = len(_LATIN.findall(re.sub(r"https?:\S+|[a-z]\.[a-z]+", " ", text)))
    if language == "ja" and not english:
        return 0.0
    japanese = sum(map(_is_japanese, text)) / 2
    if not japanese + english:
        return 0.0
    other = english if language == "ja" else japanese
    return round(other / (japanese + english), 3)


_LIST_MARKS: Final = frozenset("①②③④⑤⑥⑦⑧⑨⑩・")
"""What is written as an item of a list ends as it likes."""


def _sentence_ends(analysis: Analysis) -> list[Register]:
    """The register of every Japanese sentence: that of its end, but for an adjective that is added to
    what has been said politely (「…でした、お恥ずかしい。」), and for what has none (「…ました（10本）。」)."""
    ends: dict[int, Register] = {}
    for part in analysis.parts:
        if part.quoted or analysis.words[part.first].surface in _LIST_MARKS:
            continue
        before = ends.get(part.sentence, "")
        own = analysis.words[part.first : part.last]
        added = part.register == "plain" and all(w.pos not in ("verb", "aux") for w in own)
        if part.register and not (added and before in ("polite", "formal")):
            ends[part.sentence] = part.register
    return list(ends.values())


_MOSTLY_PLAIN: Final[Mapping[Language, float]] = {"ja": 0.5, "en": 0.33}
"""Share of sentences (in English: clauses) beyond which the whole is plain."""


def politeness(
    analysis: Analysis, language: Language
) -> Literal["formal", "polite", "mixed", "plain", "none"]:
    """Register of the whole: Japanese by the ends of its sentences, English by marks of courtesy."""
    if language == "ja":
        ends = _sentence_ends(analysis)
    else:
        ends = [part.register for part in analysis.parts if not part.quoted and part.register]
    if not ends:
        return "none"
    plain = ends.count("plain") / len(ends)
    if plain > _MOSTLY_PLAIN[language]:
        return "plain"
    if plain > 0.2:
        return "mixed"
    return "formal" if ends.count("formal") * 2 >= len(ends) else "polite"
