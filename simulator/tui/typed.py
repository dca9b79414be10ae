"""What a terminal sends, made fit to be read as keys: any bytes, any paste, every written character.

Nothing here draws or knows the app.
"""

from __future__ import annotations

import unicodedata
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from scenarios.text import clean_text

if TYPE_CHECKING:
    from textual.events import Key

__all__ = ["TerminalText", "unprinted", "written"]

_PASTE = "\x1b[200~"
_PASTE_END = "\x1b[201~"
_UNREADABLE = dict.fromkeys(range(0xDC80, 0xDD00))
"""What the decoder makes of bytes that are no UTF-8; UTF-8 itself never leads there."""


class TerminalText:
    """Text out of the bytes of a terminal, in whatever pieces they come."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("surrogateescape").decode
        self._pasting = False
        self._before = ""
        """The last characters given back, in which the beginning of a paste may have begun."""
        self._held = ""
        """Of a paste: what may be the beginning of its end."""
        self.unreadable = 0
        """How many bytes of the latest piece were left out."""

    def take(self, data: bytes) -> str:
        """*data* as text; ESC within a paste, which Textual would take for a key, is left out."""
        decoded = self._decode(data)
        text = decoded.translate(_UNREADABLE)
        self.unreadable = len(decoded) - len(text)
        given = ""
        while text:
            part, text = self._pasted(text) if self._pasting else self._up_to_paste(text)
            given += part
        return given

    def _up_to_paste(self, text: str) -> tuple[str, str]:
        known = self._before + text
        begin = known.find(_PASTE)
        if begin < 0:
            self._before = known[1 - len(_PASTE) :]
            return text, ""
        self._pasting, self._before = True, ""
        end = begin + len(_PASTE) - (len(known) - len(text))
        return text[:end], text[end:]

    def _pasted(self, text: str) -> tuple[str, str]:
        known, self._held = self._held + text, ""
        body, mark, rest = known.partition(_PASTE_END)
        if mark:
            self._pasting = False
            return body.replace("\x1b", "") + mark, rest
        self._held = next(
            (body[-n:] for n in range(len(_PASTE_END) - 1, 0, -1) if body[-n:] == _PASTE_END[:n]),
            "",
        )
        return body[: len(body) - len(self._held)].replace("\x1b", ""), ""


def written(event: Key) -> str:
    """What a key writes into a text; nothing for a key that does something."""
    printed = event.character if event.is_printable else None
    return printed or unprinted(event)


def unprinted(event: Key) -> str:
    """What a key writes though Textual takes it for no text: joiners of an emoji, wide spaces."""
    character = event.character
    if not character or character.isprintable() or unicodedata.category(character) == "Cc":
        return ""
    return clean_text(character)
