"""Sentences that must not help a reply: idle ones, and those that commit a breach.

A second apology, a quotation, a recital, a list or a repetition adds nothing. So a reply is graded
without them as well, and with them one after the other, and the lowest grade holds: whoever
appends such words gains nothing, whatever else the words may look like to a rule or to the ledger.
A breach costs what the rubric says and never less than nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act
from scoring.language.disowned import says_neither
from scoring.language.normalise import matching_form
from scoring.language.sentence_ends import sentences_of
from scoring.learned.signs import hollow
from scoring.model import Reading, ReplyGrade, Span
from scoring.reading.proposed import letters

COUNTED: Final = 3
"""Idle sentences that a reply is graded without, or with one after the other, at most."""
MOST: Final = 4
"""Harmful sentences, the last ones, of which any run may be left."""
_BESIDE_AN_APOLOGY: Final = frozenset(
    {Act.APOLOGISE, Act.STOCK, Act.THANK, Act.OWN, Act.ACKNOWLEDGE, Act.CLOSE, Act.EMPATHISE}
)
"""Acts that an apology is often heard as besides; without a topic they bring nothing new."""


def idle_sentences(reading: Reading) -> list[Span]:
    """The spans of those sentences, in order."""
    idle: list[Span] = []
    apologised = False
    said: set[str] = set()
    for numbers in _whole_quotations(reading):
        clauses = [reading.clauses[n] for n in numbers]
        acts = {act.act for act in reading.acts if act.clause in numbers}
        named = any(topic.affirmed and topic.clause in numbers for topic in reading.topics)
        sorry = Act.APOLOGISE in acts
        again = sorry and apologised and acts <= _BESIDE_AN_APOLOGY and not named
        text = matching_form("".join(c.text for c in clauses))
        words = letters(text)
        empty = all(hollow(clause) for clause in clauses) and not says_neither(text)
        if again or words in said or empty:
            idle.append(Span(clauses[0].span.start, clauses[-1].span.end))
        apologised = apologised or sorry
        said.add(words)
    return idle


def _whole_quotations(reading: Reading) -> list[tuple[int, ...]]:
    """The sentences, with those of one quotation taken together: it is not cut in half."""
    result: list[tuple[int, ...]] = []
    for numbers in sentences_of(reading.clauses):
        before = reading.clauses[result[-1][-1]].quoted if result else False
        if before and reading.clauses[numbers[0]].quoted:
            result[-1] += numbers
        else:
            result.append(numbers)
    return result


def harmful_sentences(grade: ReplyGrade) -> list[Span]:
    """The spans of the sentences in which breaches were heard; none of a single sentence."""
    sentences = sentences_of(grade.reading.clauses) if grade.harmful else []
    if len(sentences) == 1:
        return []
    return [
        grade.reading.span_of(numbers)
        for numbers in sentences
        if not set(numbers).isdisjoint(grade.harmful)
    ]


def fewer(spans: list[Span]) -> Iterator[list[Span]]:
    """Which of them to leave out, so that none, or any run of the others, is left: what was put
    before or behind them is gone in one of these, and so is what that one is held to."""
    first = max(0, len(spans) - MOST)
    for begin in range(first, len(spans)):
        for end in range(begin + 1, len(spans) + (begin > first)):
            yield [*spans[:begin], *spans[end:]]
    if spans:
        yield spans


def shorter_texts(text: str, idle: list[Span]) -> Iterator[str]:
    """The reply without its idle sentences, then with the first of them, and so on."""
    kept = range(len(idle)) if len(idle) <= COUNTED else range(COUNTED + 1)
    for count in kept:
        yield without(text, idle[count:])


def without(text: str, spans: list[Span]) -> str:
    """The text with these stretches cut out, in order."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces.append(text[at : span.start])
        at = span.end
    return "".join([*pieces, text[at:]]).strip()
