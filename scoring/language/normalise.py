"""One matching form of a text, with the way back to the characters as typed.

Matching must not depend on width, case, composed or decomposed letters, curly quotes or hidden
format characters; a finding must point at the trainee's own characters. So the form is made here,
once, together with the map, and nothing else in the project converts positions. Judging what
words mean stays out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from scenarios.values import dataclass
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.shorthand import opened
from scoring.language.unmarked import has_few_marks, unmarked_ends
from scoring.language.word_sets import word_set
from scoring.model import Span

_UNIFIED: Final = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u0060\u00b4\uff07\u2035", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501", "-"),
    **dict.fromkeys("\u301c\u223c\u223e", "~"),
    "\u2026": "...",
    "\u22ef": "...",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u00a0": " ",
    "\u3000": " ",
    "\t": " ",
}
# Half-width kana carry their voice marks as characters of their own.
_JOINS_BEFORE: Final = frozenset("\uff9e\uff9f\u3099\u309a")
# Letters left over by a Japanese input method in the middle of a syllable: 電話sます, after kana ですs, もうしまうs.
_GLITCHES: Final = LazyPattern(
    "(?<=[ぁ-んァ-ヶ一-龥])(?P<shi>s)(?=ま[すしせ])|(?<=[ぁ-ん])(?:うs|s|d)(?![a-z0-9])"
)
_GLITCH_MEANS: Final = {"うs": "す", "s": "す", "d": "で"}
_WITHIN: Final = LazyPattern(
    r"(?:(?<=\d[日分年])|(?<=\d[時週]間)|(?<=\d営業日)|(?<=\d[かヶケカ]月))いない(?=なら|に(?!な)|で|の(?!で)|、|は)"
)
"""「14日いないなら」 was not turned into 以内."""


@dataclass(frozen=True, slots=True)
class Normal:
    """The matching form of ``original``; ``starts``/``ends`` give each character's origin."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The span of the original from which characters ``start`` to ``end`` came."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.original)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def typed(self, start: int, end: int) -> str:
        """The original characters of that stretch."""
        span = self.span(start, end)
        return self.original[span.start : span.end]


@lru_cache(maxsize=8192)
def _form(cluster: str) -> str:
    """NFKC, unified marks, casefold; empty for hidden characters."""
    if cluster in _UNIFIED:
        return _UNIFIED[cluster]
    if len(cluster) > 1:
        cluster = unicodedata.normalize("NFC", cluster)
    composed = unicodedata.normalize("NFKC", "".join(_UNIFIED.get(c, c) for c in cluster))
    folded = unicodedata.normalize("NFKC", composed.casefold())
    return "".join(_UNIFIED.get(c, c) for c in folded if not _hidden(c))


@lru_cache(maxsize=4096)
def _hidden(character: str) -> bool:
    return (unicodedata.category(character) in ("Cf", "Cc") and character != "\n") or (
        "\ufe00" <= character <= "\ufe0f"
    )


def _clusters(text: str) -> list[tuple[int, int]]:
    """Base characters with what combines with them, so that NFC and NFD give the same form."""
    borders: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and text[at] >= "\u0300" and _joins(text[at]):
            continue
        borders.append((start, at))
        start = at
    return borders


def _joins(character: str) -> bool:
    return (
        character in _JOINS_BEFORE
        or unicodedata.combining(character) != 0
        or "\u1160" <= character <= "\u11ff"  # Hangul vowels and finals
    )


_TO_CHANGE: Final = LazyPattern(
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\xa0`\xab\xad\xb4\xbb\u0130\u0300-\u036f\u200b-\u206f\ufe00-\ufe0f\ufeff]"
)


_ORDINARY: Final = LazyPattern("[\n -_a-~、。々「-』ぁ-ゖァ-ヺー一-龥]*")
"""Letters that stay as they are but for their case, whatever stands beside them: ASCII without the
backtick, the common marks, kana with their voice marks, and kanji."""


def _is_plain(text: str) -> bool:
    """Whether folding the case is all there is to do, character by character."""
    if text.isascii():
        return _TO_CHANGE.search(text) is None
    if _ORDINARY.fullmatch(text):
        return True
    if _TO_CHANGE.search(text):
        return False
    folded = text.casefold()
    return (
        len(folded) == len(text)
        and _UNIFIED.keys().isdisjoint(text)
        and unicodedata.is_normalized("NFKC", text)
        and (folded == text or unicodedata.is_normalized("NFKC", folded))
        and not any(map(_hidden, set(text)))
    )


def normalise(text: str) -> Normal:
    """Return the matching form of *text* and the map back; works for any text, also empty."""
    if _is_plain(text):
        length = len(text)
        form = text.casefold()
        return _repaired(Normal(text, form, tuple(range(length)), tuple(range(1, length + 1))))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        form = _form(text[start:end])
        pieces.append(form)
        starts.extend([start] * len(form))
        ends.extend([end] * len(form))
    return _repaired(Normal(text, "".join(pieces), tuple(starts), tuple(ends)))


@lru_cache(maxsize=512)
def matching_form(text: str) -> str:
    """Only the matching form; kept, because judgements look at the same clauses again and again."""
    if _is_plain(text):
        form = text.casefold()
        if not _slips(form):
            return form
    return normalise(text).text


def _slips(form: str) -> list[tuple[int, int, str]]:
    """What was typed otherwise than it was meant: begin, end, and what the keys were meant to give.
    「もうしまうs」 becomes 「もうします」, "dont" becomes "don't"."""
    slips = opened(form)
    if form.isascii():
        return slips
    if "s" in form or "d" in form:
        found = _GLITCHES.finditer(form)
        slips += [
            (m.start(), m.end(), "し" if m["shi"] else _GLITCH_MEANS[m.group()]) for m in found
        ]
    if "いない" in form:
        slips += [(m.start(), m.end(), "以内") for m in _WITHIN.finditer(form)]
    return sorted(slips)


def _repaired(normal: Normal) -> Normal:
    slips = _slips(normal.text)
    return respelled(normal, slips) if slips else normal


def respelled(normal: Normal, slips: Iterable[tuple[int, int, str]]) -> Normal:
    """The same text with other letters in places: begin, end and the letters meant, in order."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for begin, end, meant in slips:
        pieces += [normal.text[at:begin], meant]
        starts += normal.starts[at:begin]
        ends += normal.ends[at:begin]
        typed = end - begin
        places = [begin + n * typed // len(meant) for n in range(len(meant))]
        starts += [normal.starts[place] for place in places]
        ends += [normal.ends[place] for place in places[:-1]] + [normal.ends[end - 1]]
        at = end
    pieces.append(normal.text[at:])
    starts += normal.starts[at:]
    ends += normal.ends[at:]
    return Normal(normal.original, "".join(pieces), tuple(starts), tuple(ends))


# ---------------------------------------------------------------- sentences and quotations

_ABBREVIATIONS: Final = word_set(
    "mr mrs ms dr st no vs etc e.g i.e a.m p.m inc ltd co approx ext tel prof jr sr dept min"
)
# Both begin with a set of letters, by which places are found several times faster than by trying
# one alternative after the other.
_END: Final = LazyPattern(
    r"[。！!?？♪\n.;；](?:(?<=[。！!?？♪])[。！!?？♪]*[」』)\"']*|(?<=\n)\n*|(?<=\.)\.*|)|"
    r"(?:です|ます|ません|ました|でした|ください|下さい|でしょう|ましょう)(?:よね|ね|よ|か|な|わ)?(?= +[^\s、。])"
)
"""Where a sentence ends; in Japanese also where somebody who types no marks leaves a blank behind what can
only be an end."""
_QUOTES: Final = LazyPattern(
    r"[「『\"'](?:(?<=「)[^「」]*」|(?<=『)[^『』]*』|(?<=\")[^\"\n]*\"|(?<=')(?<!\w')[^'\n]{2,80}'(?!\w))"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of a matching form; blank stretches are left out.

    A point inside a figure, a clock time, an abbreviation or initials ends nothing, nor does any
    mark inside a quotation.
    """
    quoted = quotations(text)
    result: list[tuple[int, int]] = []
    start = 0
    for mark in _END.finditer(text):
        at = mark.start()
        if at < start or (quoted and any(q[0] < at < q[1] - 1 for q in quoted)):
            continue
        if mark.group() == "." and not _full_stop(text, at):
            continue
        _add(result, text, start, mark.end())
        start = mark.end()
    _add(result, text, start, len(text))
    if not has_few_marks(text):
        return result
    return [part for begin, end in result for part in _unmarked(text, begin, end, quoted)]


def _unmarked(
    text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    for cut in [start + cut for cut in unmarked_ends(text[start:end])]:
        if not any(begin < cut < close for begin, close in quoted):
            yield start, len(text[:cut].rstrip())
            start = cut
    yield start, end


def _add(result: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        result.append((start, end))
    elif result and start < end and "?" in text[start:end]:
        result[-1] = (result[-1][0], end)


_NUMBER_OF: Final = LazyPattern(
    r"\b(?:another|other|phone|tele?phone|mobile|order|ref(?:erence)?|tracking|card|account|your|my|which|what|that|right|wrong|the)\sno$"
)
"""Before a point "no" is a number: "unless another no. is better"."""


def _full_stop(text: str, at: int) -> bool:
    before, after = text[max(0, at - 24) : at], text[at + 1 : at + 2]
    if after and (after.isalnum() or after in ".,'@"):
        return False
    word = re.split(r"[\s(\"]", before)[-1]
    if word in _ABBREVIATIONS:
        rest = text[at + 1 :].lstrip(" ")
        if word == "no" and _NUMBER_OF.search(before):
            return False
        if word == "no":
            return not rest[:1].isdigit()
        return not rest or (word in ("a.m", "p.m", "etc") and text[at + 1 : at + 2] == "\n")
    return not re.fullmatch(r"[a-z](\.[a-z])*", word) or word == "i"


@lru_cache(maxsize=8)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of what stands between quotation marks, marks included.

    Kept, because sentences, clauses and rules each ask for those of the same text.
    """
    return tuple([match.span() for match in _QUOTES.finditer(text)])


def digits_of(text: str) -> str:
    """The decimal digits of a text, one after the other: a number is known by them however it is set."""
    return "".join([character for character in text if character.isdecimal()])
