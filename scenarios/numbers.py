"""What people type to look something up or to count, in full-width signs as well."""

from __future__ import annotations

import unicodedata

__all__ = ["narrow", "whole_number"]

_MOST_DIGITS = 18


def narrow(text: str) -> str:
    """*text* with wide letters, digits and marks as the narrow ones that they stand for (NFKC)."""
    return unicodedata.normalize("NFKC", text)


def whole_number(text: str) -> int | None:
    """The whole number that *text* is, without a sign; None for anything else, also for "²"."""
    digits = narrow(text).strip()
    known = digits.isascii() and text.strip().isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if known else None
