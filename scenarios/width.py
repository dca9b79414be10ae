"""How wide text stands in a terminal: Japanese letters take two cells, combining marks none."""

from __future__ import annotations

import unicodedata

__all__ = ["cell_width", "cells", "first_cells", "padded"]


def cell_width(character: str) -> int:
    """0, 1 or 2; what is ambiguous counts as one."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """Cells that *text* takes in one line."""
    return len(text) if text.isascii() else sum(map(cell_width, text))


def first_cells(text: str, limit: int) -> str:
    """*text*, cut where it takes more than *limit* cells; the mark of the cut comes on top."""
    kept = 0
    for end, character in enumerate(text):
        kept += cell_width(character)
        if kept > limit:
            return text[:end] + "…"
    return text


def padded(text: str, width: int, *, right: bool = False) -> str:
    """*text* with blanks to *width* cells, before it with *right*; one that is wider stays."""
    blanks = " " * (width - cells(text))
    return blanks + text if right else text + blanks
