"""Breaks text into lines as its language wants it; Textual and terminals break at blanks only.

Japanese has hardly any blanks, so a line ends between phrases; a phrase that is wider than the
line is parted between any two characters that may be. 。 and っ never begin a line and 「 never
ends one. English breaks at blanks. Words wider than the line are broken anywhere. All widths are
terminal cells. Nothing is drawn here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, split_graphemes

from scenarios.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["cells", "line_spans", "wrap", "wrap_offsets"]

_NEVER_FIRST = frozenset(
    "、。，．・：；？！ー゛゜ヽヾゝゞ々〻’”）〕］｝〉》」』】〙〗〟｠»‐゠–〜～％‰℃"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡､｣･ｧｨｩｪｫｬｭｮｯｰﾞﾟ,.:;?!)]}%…‥"
)
_NEVER_LAST = frozenset("‘“（〔［｛〈《「『【〘〖〝｟«｢([{￥＄£$#＃№")
_NEVER_PARTED = ("……", "――", "‥‥", "──", "〳〵")
_BLANKS = " \u3000"
_MOST_TAKEN = 2
"""Characters that a line too wide gives to the next one, so that none begins with 。"""


def cells(text: str) -> int:
    """Width of one line in terminal cells."""
    return cell_len(text)


def wrap(text: str, width: int, language: Language) -> list[str]:
    """The lines of *text* at *width* cells; blanks at line ends are left out.

    A line is wider only if a single character is. Empty lines stay.
    """
    return [text[start:end] for start, end in line_spans(text, width, language)]


def line_spans(text: str, width: int, language: Language) -> list[tuple[int, int]]:
    """Start and end of each line in *text*, for callers that carry styles along."""
    return list(_line_spans(text, max(width, 1), language))


@lru_cache(maxsize=512)
def _line_spans(text: str, width: int, language: Language) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    offset = 0
    for paragraph in text.split("\n"):
        bounds = [0, *wrap_offsets(paragraph, width, language), len(paragraph)]
        for start, end in pairwise(bounds):
            kept = len(paragraph[start:end].rstrip(_BLANKS)) if end < len(paragraph) else None
            stop = end if kept is None else start + kept
            spans.append((offset + start, offset + stop))
        offset += len(paragraph) + 1
    return tuple(spans)


def wrap_offsets(
    paragraph: str, width: int, language: Language, *, typing: bool = False
) -> list[int]:
    """Where to break one paragraph (no line breaks in it): offsets of the lines after the first.

    While it is *typing*, lines are filled up, which keeps the text steady under the cursor, and
    blanks at line ends count, since the cursor goes there.
    """
    if cell_len(paragraph) <= width:
        return []
    phrases = [] if typing else _phrase_starts(paragraph, language)
    preferred = frozenset(phrases)
    blanks = "" if typing else _BLANKS
    breaks: list[int] = []
    line_start = used = 0
    phrase = 0  # where the last phrase of this line begins
    for start, end in _units(paragraph, width, blanks):
        unit = paragraph[start:end]
        needed = cell_len(unit.rstrip(blanks))
        if start in preferred:
            phrase = start
        if used + needed > width and start > line_start:
            whole = phrase > line_start and _phrase_width(paragraph, phrase, phrases) <= width
            line_start = phrase if whole else start
            breaks.append(line_start)
            used = cell_len(paragraph[line_start:start])
        used += cell_len(unit)
    return breaks


def _phrase_width(paragraph: str, start: int, phrases: list[int]) -> int:
    """Cells of the phrase that begins at *start*."""
    following = bisect_right(phrases, start)
    end = phrases[following] if following < len(phrases) else len(paragraph)
    return cell_len(paragraph[start:end].rstrip(_BLANKS))


def _units(text: str, width: int, blanks: str) -> Iterator[tuple[int, int]]:
    """Stretches that must stay on one line; one that is wider than *width* comes in pieces."""
    start = 0
    for end in _allowed_breaks(text):
        stretch = text[start:end]
        if cell_len(stretch.rstrip(blanks)) <= width:
            yield start, end
        else:
            yield from _pieces(text, start, end, width)
        start = end


def _pieces(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """A stretch too wide for a line, cut where it must be but not before 。 or after 「."""
    spans, _ = split_graphemes(text[start:end])
    first = used = 0
    for index, (_, _, size) in enumerate(spans):
        if used + size > width and index > first:
            cut = index
            while cut - 1 > first and _cut_is_bad(text, start + spans[cut][0]):
                cut -= 1
                if index - cut > _MOST_TAKEN:
                    cut = index
                    break
            yield start + spans[first][0], start + spans[cut][0]
            used = sum(span_size for _, _, span_size in spans[cut:index])
            first = cut
        used += size
    yield start + spans[first][0], end


def _cut_is_bad(text: str, at: int) -> bool:
    return text[at] in _NEVER_FIRST or text[at - 1] in _NEVER_LAST


def _allowed_breaks(text: str) -> Iterator[int]:
    """Offsets at which a line may begin, and the end of the text."""
    spans, _ = split_graphemes(text)
    before, before_wide = "", False
    for start, end, size in spans:
        cluster = text[start:end]
        wide = size > 1
        if before and _may_part(before, before_wide, cluster, wide):
            yield start
        before, before_wide = cluster, wide
    yield len(text)


def _may_part(left: str, left_wide: bool, right: str, right_wide: bool) -> bool:
    if right[0] in _BLANKS:
        return False  # blanks stay at the end of their line
    if left[-1] in _BLANKS:
        return True
    if right[0] in _NEVER_FIRST or left[0] in _NEVER_LAST or left + right in _NEVER_PARTED:
        return False
    return left_wide or right_wide or (left == "-" and right.isalpha())


_HAS_KANA = re.compile("[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]")


def _phrase_starts(text: str, language: Language) -> list[int]:
    """Where phrases begin, in order; in English every word is one."""
    if language != "ja" or not _HAS_KANA.search(text):
        return [match.start() for match in re.finditer(r"(?<=[ \u3000])\S", text)]
    starts, offset = [], 0
    for phrase in _japanese_parser().parse(text):
        starts.append(offset)
        offset += len(phrase)
    return starts


@lru_cache(maxsize=1)
def _japanese_parser() -> Any:
    import budoux  # only once Japanese is on screen

    return budoux.load_default_japanese_parser()
