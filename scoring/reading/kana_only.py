"""Replies typed in kana alone: the words of the case in them, spelled as its cues are.

Without kanji the analyser cuts 「いやくきん」 into other words. A text that has next to no kanji is
given those that the cue words of the case have, wherever their reading stands; any other text is
left as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from scoring.language.kanji import KANJI
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import Normal, respelled

__all__ = ["KanaSpeller"]

_KANJI: Final = LazyPattern(KANJI)
_WORD: Final = LazyPattern(f"{KANJI}{{2,}}")
_HIRAGANA: Final = LazyPattern("[ぁ-ゖ]")
_ONE_IN: Final = 8
"""A text is typed in kana where it has at most one kanji in so many hiragana."""
_SHORTEST: Final = 4
"""Letters of a reading that seldom stands in other words by chance."""
_OF_OTHER_WORDS: Final = frozenset({"ナイヨウ", "イジョウ"})
"""Readings that stand in other words: ならないように, だいじょうぶ."""
_TO_HIRAGANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


class KanaSpeller:
    """Spells the words of one case; may be shared between threads."""

    def __init__(self, readings: Mapping[str, str]) -> None:
        """*readings*: katakana and the word that is read so."""
        self._readings = readings

    def spelled(self, normal: Normal) -> Normal:
        """The text with the kanji that its kana stand for."""
        hiragana = len(_HIRAGANA.findall(normal.text))
        if hiragana < _ONE_IN or len(_KANJI.findall(normal.text)) * _ONE_IN > hiragana:
            return normal
        found = self._pattern.finditer(normal.text)
        return respelled(normal, [(m.start(), m.end(), self._words[m.group()]) for m in found])

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {
            reading.translate(_TO_HIRAGANA): word
            for reading, word in self._readings.items()
            if len(reading) >= _SHORTEST
            and reading not in _OF_OTHER_WORDS
            and _WORD.fullmatch(word)
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._words, key=lambda reading: (-len(reading), reading))
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
