"""Takes a text of either language apart; cues and replies go through the same door.

Analysers load their dictionaries when they are first needed, so that a Japanese session never
pays for English and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from scenarios.language import Language
from scoring.normalise import Normal, normalise
from scoring.slots import RawSlot
from scoring.words import Analysis


def analyse(text: str, language: Language) -> Analysis:
    """Analyse any text of a language; the same function reads cues and replies."""
    return analyse_normal(normalise(text), language)


def analyse_normal(normal: Normal, language: Language) -> Analysis:
    """Analyse a text whose matching form is already made."""
    if language == "ja":
        from scoring import japanese_clauses

        return japanese_clauses.analyse(normal)
    from scoring import english_clauses

    return english_clauses.analyse(normal)


_VALUED: Final = ("clock", "day", "date", "duration", "amount")


def key_slots(analysis: Analysis, slots: Iterable[RawSlot]) -> None:
    """Give the words of a figure its kind and value as keys, so that 2 p.m. is 14:00.

    The first word stands for the whole figure; the others are passed over.
    """
    words = analysis.words
    at = 0
    for slot in slots:
        while at < len(words) and words[at].end <= slot.start:
            at += 1
        first = True
        for word in words[at:]:
            if word.start >= slot.end:
                break
            keys: tuple[str, ...] = (f"<{slot.kind}>",)
            if slot.kind in _VALUED:
                keys += (f"#{slot.kind}:{slot.value}",)
                word.content = word.visible = first
            word.keys = (*word.keys, *keys)
            first = False
