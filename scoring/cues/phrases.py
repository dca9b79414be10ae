"""Short phrases out of a sentence, for somebody who wrote a sentence where cues are wanted.

What counts as a word is what counts in a cue, so that each phrase is found where its words are said
again, in whatever order and with whatever between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scenarios.language import Language
from scoring.cues.analysis import analyse, key_slots
from scoring.language.words import Word
from scoring.slots.find import find_slots

__all__ = ["phrases"]


def phrases(text: str, language: Language, length: int) -> tuple[str, ...]:
    """Runs of *length* words with content, as they were typed, in their order and each once.

    Words that are written together stay together, so a run may be longer. A clause that denies
    stays whole, since a part of it would say the opposite. Only where nothing has so many words do
    shorter runs come, and never single words: they would be heard nearly everywhere.
    """
    analysis = analyse(text, language)
    form = analysis.normal.text
    slots = find_slots(form, form, language)
    key_slots(analysis.words, slots)  # a figure is one word
    ends = {slot.start: slot.end for slot in slots}
    runs = [
        run
        for part in analysis.parts
        for run in _runs_of(analysis.words[part.first : part.last], length)
    ]
    found = [run for run in runs if sum(word.content for word in run) >= length] or runs
    return tuple(
        dict.fromkeys(
            analysis.normal.typed(run[0].start, max(run[-1].end, ends.get(run[-1].start, 0)))
            for run in found
        )
    )


def _runs_of(clause: list[Word], length: int) -> Iterator[list[Word]]:
    if any(word.negated and word.content for word in clause):
        said = [word for word in clause if word.pos != "symbol"]
        if sum(word.content for word in said) > 1:
            yield said
        return
    for between_marks, words in groupby(clause, key=lambda word: word.pos != "symbol"):
        if between_marks:
            yield from _runs([word for word in words if word.content], length)


def _runs(words: list[Word], length: int) -> Iterator[list[Word]]:
    length = max(2, min(length, len(words)))
    for first, word in enumerate(words):
        if first and words[first - 1].end == word.start:
            continue
        last = first + length - 1
        while last + 1 < len(words) and words[last].end == words[last + 1].start:
            last += 1
        if last < len(words):
            yield words[first : last + 1]
