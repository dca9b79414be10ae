"""Which clauses of a reply make a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from scoring.model import Clause

_ENDS: Final = (".", "!", "?", "。", "！", "？", "…", "♪", "．", "｡")


def ends(text: str) -> bool:
    """Whether the text ends a sentence, whatever brackets or quotation marks stand behind."""
    return text.rstrip(" 　\n\r)）」』\"'＂＇”’").endswith(_ENDS)


def sentences_of(clauses: Sequence[Clause]) -> list[tuple[int, ...]]:
    """The numbers of the clauses of each sentence, in order."""
    result: list[tuple[int, ...]] = []
    current: list[int] = []
    for number, clause in enumerate(clauses):
        current.append(number)
        if ends(clause.text):
            result.append(tuple(current))
            current = []
    return [*result, tuple(current)] if current else result
