"""Whether a reply has some words in common with what a topic is called.

A guard for feedback, not a judgement: whoever speaks of the morning is not told that the morning was
passed over, and whoever has just said that Mori will take over is not offered that sentence. Topics
themselves are found by their cues.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scenarios.model import Scenario
from scoring.language.kanji import KANJI, KANJI_KATAKANA
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.moment.view import View
from scoring.per_case import per_case

__all__ = [
    "COMMON_WORDS",
    "keys_of",
    "names_it",
    "shares_words",
    "spoken",
    "stems_of",
    "touched",
    "touches",
    "words_in_common",
    "words_of_case",
]

_WORD: Final = LazyPattern(r"[a-z]{4,}")
_BEGINNING: Final = 5
"""Letters by which two forms of an English word are held to be the same."""
_STEM: Final = 4
"""The same for words of two whole texts."""
COMMON_WORDS: Final = frozenset({
    "about", "after", "again", "because", "been", "before", "being", "could", "customer",
    "does", "each", "every", "from", "have", "having", "here", "into", "just",
    "know", "like", "made", "make", "more", "much", "need", "only", "other",
    "over", "said", "same", "shall", "should", "some", "such", "take", "tell",
    "than", "that", "their", "them", "then", "there", "these", "they", "thing",
    "things", "this", "those", "time", "want", "well", "were", "what", "when",
    "where", "which", "while", "will", "with", "would", "your", "yours",
})  # fmt: skip
_STRETCH: Final = LazyPattern(KANJI_KATAKANA + "{2,}")
_EVERYWHERE: Final = frozenset({
    "お客", "客様", "致し", "申し", "伺い", "連絡", "電話",
    "お電", "確認", "対応", "場合", "今日", "本日", "明日",
})  # fmt: skip
_FIGURES: Final = LazyPattern(r"\d+")
_DIGITS: Final = frozenset("0123456789")
_SUM: Final = LazyPattern(r"\d{1,3}(?:,\d{3})+|\d{3,}")
"""Figures by which a thing is known: 4,840, order 2231."""
_KANJI: Final = LazyPattern(KANJI)
_COURTESY: Final = frozenset("承知申訳存願致様客電話今何方日本確認連絡")
_OF_THE_NAME: Final = 2
_IN_ALL: Final = 3
"""Kanji that a Japanese reply must have of the topic's name, or of it and its sentence together."""


def touched(view: View, topic: str | None) -> bool:
    """Whether the reply has words of the topic's name, or of the sentence proposed for it."""
    return touches(view.scenario, view.language, view.reading.text, topic)


def spoken(view: View, topic: str | None, last: int = 0) -> bool:
    """Whether the customer has named it, or said all the words of a cue of it, ever or in so many of their
    *last* lines: only then can it be passed over."""
    said = " ".join(view.moment.customer_said[-last:])
    if names_it(view.scenario, view.language, said, topic):
        return True
    known = view.scenario.topics.get(topic or "")
    if known is None:
        return False
    own = keys_of(said, view.language)
    cues = _cue_keys(tuple(known.cues.of(view.language)), view.language)
    return any(cue <= own for cue in cues)


@lru_cache(maxsize=512)
def _cue_keys(cues: tuple[str, ...], language: Language) -> tuple[frozenset[str], ...]:
    """The words of each cue of a topic that has any."""
    return tuple(filter(None, (_keys(cue, language) for cue in cues)))


def touches(scenario: Scenario, language: Language, text: str, topic: str | None) -> bool:
    """Whether any other words do."""
    known = scenario.topics.get(topic or "")
    if known is None or not text:
        return False
    name = known.name.of(language)
    if keys_of(name, language) & keys_of(text, language):
        return True
    if not _DIGITS.isdisjoint(name) and _sums(name) & _sums(text):
        return True
    if language == "en":  # a name of common words only is known by the sentence proposed for it
        say = known.say.en if known.say is not None and not keys_of(name, language) else ""
        return bool(keys_of(say, language) & keys_of(text, language))
    own = _kanji(text) - _COURTESY
    words = "" if known.say is None else known.say.ja
    return len(_kanji(name) & own) >= _OF_THE_NAME or len(_kanji(name + words) & own) >= _IN_ALL


def words_in_common(scenario: Scenario, language: Language, text: str, topic: str) -> int:
    """How many words, or in Japanese kanji and pairs of them, a text has of a topic's name."""
    known = scenario.topics.get(topic)
    if known is None:
        return 0
    name = known.name.of(language)
    shared = len(keys_of(name, language) & keys_of(text, language))
    return shared + (len(_kanji(name) & _kanji(text) - _COURTESY) if language == "ja" else 0)


def names_it(scenario: Scenario, language: Language, text: str, topic: str | None) -> bool:
    """Whether words name a topic, and not only something like it: orders in general are no ordering by
    somebody. A figure of its name is enough."""
    known = scenario.topics.get(topic or "")
    if known is None or not touches(scenario, language, text, topic):
        return False
    if language == "ja":
        return True
    name, own = keys_of(known.name.en, language), keys_of(text, language)
    say = keys_of(known.say.en, language) if known.say is not None else frozenset()
    figures = set(_FIGURES.findall(known.name.en)) & set(_FIGURES.findall(text))
    plainly = len(name & own) >= min(_OF_THE_NAME, len(name))
    return bool(figures) or plainly or len((name | say) & own) >= _IN_ALL


def shares_words(one: str, other: str, language: Language) -> bool:
    """Whether two texts have words in common that say something, in whatever form: "posts", "post"."""
    return not stems_of(one, language).isdisjoint(stems_of(other, language))


def stems_of(text: str, language: Language) -> frozenset[str]:
    """The same words by their first letters, in whatever form, and however hastily they are typed."""
    return frozenset(word[:_STEM] for word in keys_of(text, language))


@per_case
def words_of_case(scenario: Scenario, language: Language) -> frozenset[str]:
    """The words that belong to a case (see ``keys_of``): of its briefing, its record and its topics."""
    texts = [scenario.briefing.of(language)]
    texts += [f"{row.label.of(language)} {row.value.of(language)}" for row in scenario.record]
    for topic in scenario.topics.values():
        texts += [topic.name.of(language), *topic.cues.of(language)]
        texts += [topic.say.of(language)] if topic.say is not None else []
    return frozenset().union(*[keys_of(text, language) for text in texts])


@lru_cache(maxsize=2048)
def keys_of(text: str, language: Language) -> frozenset[str]:
    """The words of a text that say something, as they are compared: beginnings, or pairs of kanji."""
    return _keys(text, language)


def _keys(text: str, language: Language) -> frozenset[str]:
    form = matching_form(text)
    if language == "en":
        words = (word for word in _WORD.findall(form) if word not in COMMON_WORDS)
        return frozenset(word[:_BEGINNING] for word in words)
    pairs = (run[at : at + 2] for run in _STRETCH.findall(form) for at in range(len(run) - 1))
    return frozenset(pairs) - _EVERYWHERE


def _sums(text: str) -> frozenset[str]:
    return frozenset(found.replace(",", "") for found in _SUM.findall(matching_form(text)))


@lru_cache(maxsize=2048)
def _kanji(text: str) -> frozenset[str]:
    return frozenset(_KANJI.findall(matching_form(text)))
