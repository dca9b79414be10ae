"""Numbers in words: English words, kanji, and both mixed with figures."""

from __future__ import annotations

from typing import Final

from scoring.language.lazy_pattern import LazyPattern

FIGURE: Final = LazyPattern(r"\d")
"""One object for all patterns that need a figure: whether a text has one is kept for it."""
UNITS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-five": 25,
    "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "a": 1, "an": 1, "couple of": 2, "few": 3,
    "half": 30, "quarter": 15, "a quarter": 15,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {"hundred": 100, "thousand": 1000}
_KANJI_DIGITS: Final = {
    **{c: n for n, c in enumerate("〇一二三四五六七八九")},
    **{"壱": 1, "弐": 2, "参": 3},  # as on receipts
}
_KANJI_SCALES: Final = {"十": 10, "拾": 10, "百": 100, "千": 1000}


def number(word: str) -> int:
    """The value of a small number in figures, English words or kanji."""
    word = word.strip()
    if word.isdecimal():
        return int(word)
    if word in UNITS:
        return UNITS[word]
    if word.isascii():
        return sum_in_words(word)
    total, digit = 0, 0
    for character in word:
        if character.isdecimal():
            digit = digit * 10 + int(character)
        elif character in _KANJI_DIGITS:
            digit = digit * 10 + _KANJI_DIGITS[character]
        elif character in _KANJI_SCALES:
            total += max(digit, 1) * _KANJI_SCALES[character]
            digit = 0
        elif character == "万":
            total = (total + digit) * 10000
            digit = 0
    return total + digit


def sum_in_words(words: str) -> int:
    """The value of "nine thousand three hundred and fifty", or of "38 thousand"."""
    total, below = 0, 0
    for word in words.replace("-", " ").replace(",", " ").split():
        if word == "hundred":
            below = max(below, 1) * 100
        elif word == "thousand":
            total, below = total + max(below, 1) * 1000, 0
        elif word.isdecimal():
            below += int(word)
        else:
            below += {**UNITS, **TENS}.get(word, 0)
    return total + below


def times(figure: str, factor: int) -> int:
    """1.5 times 10,000, exactly, however long the figure."""
    whole, _, rest = figure.replace(",", "").partition(".")
    return int(whole) * factor + (int(rest) * factor // 10 ** len(rest) if rest else 0)
