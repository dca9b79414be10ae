"""The one cleaner for every text that comes in: replies, scenario strings, names, arguments.

Text from files and people can drive a terminal (escape sequences), hide words (bidirectional
controls, tag characters), break a store (NUL, lone surrogates) or block the program (endless
combining marks).  All of that is taken out here, once, so that nothing behind this door has to
think of it.  What stays out of this module: reading files, judging what a text means, and the
looser matching form that the reader of replies uses.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = [
    "ID_PATTERN",
    "MAX_COMBINING_RUN",
    "MAX_REPLY_CHARACTERS",
    "TextTooLong",
    "check_reply_length",
    "clean_text",
    "has_words",
    "is_blank",
    "is_clean",
    "is_identifier",
    "is_reserved",
    "one_line",
    "unsafe_characters",
]

REPLACEMENT: Final = "\ufffd"
MAX_REPLY_CHARACTERS: Final = 20_000
# Unicode's stream-safe format allows 30 combining marks in a row; no written language needs more.
MAX_COMBINING_RUN: Final = 30

ID_PATTERN: Final = "[a-z0-9][a-z0-9_-]{0,63}"
_IDENTIFIER: Final = re.compile(ID_PATTERN)
# Windows takes these as devices, whatever the folder or the ending of the file is.
_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)

_SURROGATE_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LINE_END: Final = re.compile("\r\n?|[\u2028\u2029]")
# Characters that the translation table changes; a search with it is much cheaper than a translate.
_BMP_UNSAFE: Final = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 without LF, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional and deprecated format controls
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufeff\ufffe\uffff"
)
# One coarse astral range keeps the search fast: the planes above 2 hold hardly any real text.
_MAYBE_UNSAFE: Final = re.compile(f"[{_BMP_UNSAFE}\U0001fffe\U0001ffff\U0002fffe-\U0010ffff]")
# Where combining marks live (coarse): not letters, not blanks, not the big blocks without marks.
_MAYBE_MARKS: Final = re.compile(
    "[^\\w\\s\x00-\u02ff\u2000-\u20cf\u2100-\u2cee\u2e00-\u3029\u3030-\u3098\u309b-\ua66e"
    "\uac00-\ufb1d\ufb1f-\ufdff\ufe30-\uffff\U0001f000-\U000e00ff]"
    f"{{{MAX_COMBINING_RUN + 1},}}"
)


def _stand_ins() -> dict[int, str]:
    """Code point -> what stands for it; every value is itself left alone by the table."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "\u2421"
    for first, last in (
        (0x80, 0x9F),
        (0x200E, 0x200F),
        (0x202A, 0x202E),
        (0x2066, 0x206F),
        (0xD800, 0xDFFF),
        (0xFDD0, 0xFDEF),
        (0xFFF9, 0xFFFB),
        (0xE0000, 0xE007F),
    ):
        table.update(dict.fromkeys(range(first, last + 1), REPLACEMENT))
    for plane in range(0x11):
        table[plane * 0x10000 + 0xFFFE] = table[plane * 0x10000 + 0xFFFF] = REPLACEMENT
    table[0x061C] = REPLACEMENT
    table[0xFEFF] = ""
    table[0x09] = " "
    del table[0x0A]
    return table


_TABLE: Final = _stand_ins()


class TextTooLong(ValueError):
    """A reply is longer than allowed; it is refused whole, never cut."""

    def __init__(self, count: int, limit: int) -> None:
        super().__init__(f"{count} characters, at most {limit} are allowed")
        self.count = count
        self.limit = limit


def clean_text(raw: str, *, keep_newlines: bool = True) -> str:
    """Return *raw* as text that is safe to show, store and compare; cleaning twice changes nothing.

    - NFC; CR LF, CR, U+2028 and U+2029 become LF (a space with ``keep_newlines=False``)
    - a tab becomes one space
    - other C0 controls and DEL become their pictures (ESC -> U+241B, NUL -> U+2400)
    - C1, lone surrogates, noncharacters, bidirectional controls, tag characters, deprecated format
      controls and interlinear annotation become U+FFFD, one for one, so that what was hidden shows
    - U+FEFF, which is only ever a trace of a file, is removed
    - surrogate pairs are joined; joiners, variation selectors and soft hyphens stay
    - combining marks beyond 30 in a row become U+FFFD: they would take quadratic time
    """
    # Most texts are short and plain; printable leaves no control, format or surrogate character.
    if raw.isprintable() and (raw.isascii() or _short_and_composed(raw)):
        return raw
    if _SURROGATE_PAIR.search(raw):
        raw = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    text = _LINE_END.sub("\n", raw)
    if _MAYBE_UNSAFE.search(text):
        text = text.translate(_TABLE)
    if not text.isascii():
        text = _composed(text)
    return text if keep_newlines else text.replace("\n", " ")


def one_line(raw: str) -> str:
    """Return :func:`clean_text` of *raw* on one line: a line end in it shows as its picture (U+240A).

    For what is printed within a line, so that no text passes for a line of the program's own.
    """
    return clean_text(raw).replace("\n", "\u240a")


def has_words(text: str) -> bool:
    """Say whether there is anything in *text* but blanks and marks."""
    return any(character.isalnum() for character in text)


def is_blank(text: str) -> bool:
    """Say whether nothing of *text* can be seen: no letter, digit, mark or picture."""
    return not any(unicodedata.category(character)[0] in "LNPS" for character in text)


def is_clean(text: str) -> bool:
    """Say whether :func:`clean_text` would return *text* as it is."""
    return clean_text(text) == text


def unsafe_characters(text: str) -> list[tuple[int, str]]:
    """Return (offset, character) of each character that the cleaner would replace or remove.

    Line ends other than LF, and what NFC changes, are not listed.
    """
    return [
        (found.start(), found.group())
        for found in _MAYBE_UNSAFE.finditer(text)
        if found.group() != "\r" and ord(found.group()) in _TABLE
    ]


def check_reply_length(text: str) -> None:
    """Raise :class:`TextTooLong` when *text* has more than ``MAX_REPLY_CHARACTERS`` characters."""
    if len(text) > MAX_REPLY_CHARACTERS:
        raise TextTooLong(len(text), MAX_REPLY_CHARACTERS)


def is_identifier(text: str) -> bool:
    """Say whether *text* may name a scenario, a stage, a file: ``ID_PATTERN``, no device name."""
    return _IDENTIFIER.fullmatch(text) is not None and not is_reserved(text)


def is_reserved(text: str) -> bool:
    """Say whether Windows keeps *text* for a device, so that nothing can bear that name there."""
    return text in _RESERVED


def _short_and_composed(text: str) -> bool:
    return len(text) <= MAX_COMBINING_RUN and unicodedata.is_normalized("NFC", text)


def _composed(text: str) -> str:
    """Return the NFC of *text*; rows of marks are capped before (for time) and after (for truth)."""
    capped = _cap_marks(text)
    composed = unicodedata.normalize("NFC", capped)
    return composed if composed == capped else _cap_marks(composed)


def _cap_marks(text: str) -> str:
    return _MAYBE_MARKS.sub(_cap_run, text)


def _cap_run(candidates: re.Match[str]) -> str:
    """Replace the marks after the 30th in a row; other characters in the match start a new row."""
    result: list[str] = []
    row = 0
    for character in candidates.group():
        row = row + 1 if unicodedata.category(character)[0] == "M" else 0
        result.append(character if row <= MAX_COMBINING_RUN else REPLACEMENT)
    return "".join(result)
