"""Typing errors and other spellings of cue words.

A word that no cue knows is compared with those they know: by its kana reading (wrong characters,
hiragana only), or by one or two letters (English). Words that differ so little and mean the
opposite are never taken for each other. The word as typed stays what it is; it only gains a key.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scoring.language import english, japanese, lexicon
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Word

_SHORTEST_LATIN: Final = 5
_SHORTEST_KANA: Final = 3
_JOINED_WORDS: Final = 4


class Corrector:
    """Finds the cue word that a mistyped word was meant to be."""

    def __init__(self, language: Language, vocabulary: set[str], readings: dict[str, str]) -> None:
        self._language = language
        self._vocabulary = vocabulary
        self._canonical = lexicon.synonyms(language)
        self._readings = readings
        self._by_initial: dict[str, list[str]] = {}
        spellings = vocabulary | {w for w, meant in self._canonical.items() if meant in vocabulary}
        for word in sorted(spellings):
            if len(word) >= _SHORTEST_LATIN - 1 and word.isalpha():
                self._by_initial.setdefault(word[0], []).append(word)
        self._nearest = lru_cache(maxsize=2048)(self._search)

    def keys(self, word: Word) -> tuple[str, ...]:
        """Further keys of a word that is in no cue as it stands."""
        if not word.content or word.lemma in self._vocabulary:
            return ()
        if self._language == "en":
            return self._nearest(word.surface)
        return self._same_reading(word)

    def _same_reading(self, word: Word) -> tuple[str, ...]:
        if len(word.reading) < _SHORTEST_KANA or word.pos in ("num", "name"):
            return ()
        meant = self._readings.get(word.reading)
        if meant is None or opposite(meant, word.lemma, self._language):
            return ()
        if japanese.is_kana(word.surface) or _shares_character(meant, word.surface):
            return (self._canonical.get(meant, meant),)
        return ()

    def _search(self, surface: str) -> tuple[str, ...]:
        """The one cue word at a distance of a letter (two from nine letters on)."""
        if len(surface) < _SHORTEST_LATIN or not surface.isalpha() or len(surface) > 24:
            return ()
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        stem = english.lemma(surface)
        whole = english.lemma(_HALVED.sub(r"\1\1\2", surface))
        if whole in _DOUBLES:  # "runing" is running, and ruins nothing
            meant = self._canonical.get(whole, whole)
            return (meant,) if meant in self._vocabulary else ()
        allowed = 2 if len(stem) >= 8 else 1
        near = process.extractOne(
            stem, self._by_initial.get(stem[0], ()), scorer=OSA.distance, score_cutoff=allowed
        )
        if near is None or near[0].startswith(stem) or stem.startswith(near[0]):
            return ()
        if len(near[0]) < 4 or opposite(near[0], stem, "en") or _real_word(stem):
            return ()
        return (self._canonical.get(near[0], near[0]),)

    def join_kana(self, words: list[Word]) -> None:
        """Give words written in kana, and cut wrongly for it, the key of the word they make."""
        if self._language != "ja":
            return
        kana = [japanese.is_kana(word.surface) for word in words]
        for at, word in enumerate(words):
            if not kana[at]:
                continue
            reading = word.reading
            for last in range(at + 1, min(at + _JOINED_WORDS, len(words))):
                if not kana[last] or words[last].start != words[last - 1].end:
                    break
                reading += words[last].reading
                meant = self._readings.get(reading)
                if meant and len(reading) > _SHORTEST_KANA:
                    word.keys = (*word.keys, self._canonical.get(meant, meant))
                    word.visible = word.content = True


def _shares_character(one: str, other: str) -> bool:
    return any(c in other for c in one)


@lru_cache(maxsize=2)
def _opposites(language: Language) -> frozenset[frozenset[str]]:
    return lexicon.antonyms(language)


def opposite(one: str, other: str, language: Language) -> bool:
    """Whether two words are a listed pair of opposites."""
    return frozenset((one, other)) in _opposites(language)


def _real_word(stem: str) -> bool:
    """Common words a letter away from a cue word; they mean themselves."""
    return stem in _COMMON


_HALVED: Final = LazyPattern(r"([bdgmnprt])(ing|ed)$")
"""Where English doubles a letter, and hasty fingers do not."""
_DOUBLES: Final = word_set(
    "run stop plan drop get put cut ship sit let hit chat fit wrap trip slip skip swap set win dig "
    "hug nod rub plug step tap tip trim beg begin refer occur admit commit forget upset regret"
)
_COMMON: Final = word_set(
    "whole house share store stare paper later water matter letter better bitter never seven given "
    "great treat plant plate place price prize pride bride smart start stars story study stuff staff "
    "break brake bread board brand grand grant great green greed agree quiet quite light night right "
    "might eight weight height sight tight fight could would should world word sword three there where "
    "other mother bother father rather gather either weather whether leather feather thing think thank "
    "drink blink shirt short sport spot shop ship chip chop cheap sheep sleep sweet sheet street "
    "heart heard beard bears years yours hours house horse nurse purse worse worst burst first thirst "
    "lovely lively lonely likely listen lesson season reason person poison prison cushion fashion "
    "marri carri berri cherri hurri curri glass class grass cross gross dress press guess mess less "
    "scream cream dream stream team steam meant meat neat seat beat heat treat cheat wheat wonder under "
    "thunder sunday monday friday color collar dollar holler caller taller smaller"
)
