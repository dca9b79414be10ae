"""Takes a text of either language apart; cues and replies go through the same door.

Analysers load their dictionaries when they are first needed, so that a Japanese session never
pays for English and the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from scenarios.language import Language
from scoring.language.normalise import normalise, quotations, sentences
from scoring.language.words import Analysis, Sentence, Word
from scoring.slots.find import RawSlot


def analyse(text: str, language: Language) -> Analysis:
    """Analyse any text of a language; the same function reads cues and replies."""
    normal = normalise(text)
    analysis = Analysis(normal, sentences(normal.text))
    read = reads_sentences(language)
    for start, end in analysis.sentences:
        analysis.add(read(normal.text[start:end]))
    analysis.mark_quoted(quotations(normal.text))
    return analysis


def reads_sentences(language: Language) -> Callable[[str], Sentence]:
    """What takes a sentence of the matching form apart; no sentence depends on another."""
    if language == "ja":
        from scoring.language import japanese_clauses

        return japanese_clauses.sentence
    from scoring.language import english_clauses

    return english_clauses.sentence


_VALUED: Final = ("clock", "day", "date", "duration", "amount")


def key_slots(words: list[Word], slots: Iterable[RawSlot]) -> None:
    """Give the words of a figure its kind and value as keys, so that 2 p.m. is 14:00.

    The first word stands for the whole figure; the others are passed over. A figure that begins
    before the words (at less than 0) has had its first word.
    """
    at = 0
    for slot in slots:
        while at < len(words) and words[at].end <= slot.start:
            at += 1
        first = slot.start >= 0
        for word in words[at:]:
            if word.start >= slot.end:
                break
            keys: tuple[str, ...] = (f"<{slot.kind}>",)
            if slot.kind in _VALUED:
                keys += (f"#{slot.kind}:{slot.value}",)
                word.content = word.visible = first
            word.keys = (*word.keys, *keys)
            first = False
