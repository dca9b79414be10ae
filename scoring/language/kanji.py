"""Kanji in regular expressions.

``[一-龥]`` says it shorter, but Python 3.11 goes through such a range letter by letter whenever it
compiles it (over a millisecond each, a tenth of what the first Japanese reply waits for). So these
are the letters that are none of the others a Japanese text is written in.
"""

from __future__ import annotations

from typing import Final

_NO_KANA: Final = r"\W\d_a-zà-ɏα-ωа-я〆〇"
"""What the matching form of a text holds besides kanji and kana: marks, figures, Latin, Greek and
Cyrillic letters."""
_OTHERS: Final = _NO_KANA + "ぁ-ゟ"
"""The same and hiragana."""

KANJI: Final = rf"[^{_OTHERS}々゠-ヿ]"
NAME_KANJI: Final = rf"[^{_OTHERS}゠-ヵヷ-ヿ]"
"""With the marks that stand for one in names: 々 and ヶ."""
KANJI_REPEATED: Final = rf"[^{_OTHERS}゠-ヿ]"
"""With 々."""
KANJI_KATAKANA: Final = rf"[^{_OTHERS}゠・ヷ-ヺヽ-ヿ]"
"""With 々, katakana and their long mark."""
KANJI_HIRAGANA: Final = rf"[^{_NO_KANA}々゛-ヿ]"
