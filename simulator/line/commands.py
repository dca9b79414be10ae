"""The commands of the line mode, by name: all doors must know what is no reply to a customer."""

from __future__ import annotations

from typing import Final

__all__ = ["LINE_COMMANDS", "line_command"]

LINE_COMMANDS: Final = frozenset(
    {"record", "handbook", "actions", "do", "wait", "hint", "help", "close", "stop", "note"}
)
_WITH_MORE: Final = frozenset({"handbook", "do", "wait", "note"})
"""Those that may be followed by something."""


def line_command(text: str) -> str | None:
    """The name of the command that *text* is and nothing else, if it is one.

    Two slashes begin a reply that starts with a slash, as in the line mode.
    """
    text = text.strip()
    if not text or text[0] not in "/／" or "\n" in text:
        return None
    name, _, rest = text[1:].partition(" ")
    if name not in LINE_COMMANDS or (rest and name not in _WITH_MORE):
        return None
    return name
