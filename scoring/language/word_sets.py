"""Word lists as sets, written as running text so that they stay readable."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of *text*, which are set off by blanks."""
    return frozenset(text.split())
