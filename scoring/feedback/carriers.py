"""Sentences that carry much of a reply and that no line tells of: criteria place their points on the
clause that shows them, and what a coach would call the best sentence may be another.

Such a sentence takes over a part of the points that its dimension earned, in proportion to what the ledger
hears in it. Nothing changes a score.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scenarios.acts import Act
from scenarios.language import Text
from scenarios.values import changed
from scoring.feedback.laying import bearable
from scoring.feedback.lines import LEDGER, is_rest
from scoring.feedback.seen import Seen
from scoring.feedback.shown import names_a_feeling, overclaims
from scoring.feedback.ways import way_of
from scoring.feedback.what_words_do import (
    ANYTHING_ELSE,
    THEY_ASK,
    is_thanks,
    shuts_out,
    turns_to_the_matter,
    turns_to_them,
    wishes,
)
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import DIMENSIONS, Dimension, Finding
from scoring.moment.view import View
from scoring.points import split
from scoring.rubrics.rubric import Rubric
from scoring.rubrics.wording import message

__all__ = ["with_carriers"]

_CARRIES: Final = 1500
"""Hundredths of a point that the ledger must hear in a sentence for empathy and resolution together. Of
sentences from there on that no line told of, coaches had named three in ten as what was best in a reply
and one in thirty as a fault; of those that lines told of anyhow one in seventeen as what was best. Of 107
good sentences that the next round of coaches missed, which nothing was set by, 46 have a line, and 19
before."""
_BY_ANY_WORDS: Final = 2000
"""The same where nothing tells what it does."""
_ANSWERS: Final = 600
"""The same for a sentence that answers yes or no to what the customer has just asked."""
_SPEAKS_AGAINST: Final = -400
"""Hundredths of a point of policy that it may hear against one at most."""
_GOOD_ENOUGH: Final = 50
"""Score of a dimension from which on a sentence is told to carry it."""
_LONG: Final = 5
"""Sentences of a reply of which two are told so."""
_WORDS: Final = 3
"""Words of its own that such a sentence has at least."""
_LEAST: Final = 5
"""Points below which a sentence has no line."""
_IN_TURN: Final[tuple[Dimension, ...]] = ("empathy", "resolution")


def with_carriers(
    lines: Sequence[Finding], view: View, rubric: Rubric, seen: Seen
) -> list[Finding]:
    """The lines of a reply, with one for the strongest sentence that none of them is about."""
    told = list(lines)
    page = _Page(view, rubric, seen)
    most = 1 + (len(view.all_sentences) >= _LONG)
    for sentence in page.strongest(told)[:most]:
        told = page.with_line(sentence, told)
    return told


_YES_OR_NO: Final = LazyPattern(
    r"^\W*(?:yes|no|not yet|of course(?: not)?)\b|^\W*(?:はい|いいえ|いえ|ええ)[、。]"
)
_Sentence = tuple[int, ...]
"""The numbers of its clauses."""
_MEETS_THEM: Final = (Act.EMPATHISE, Act.ACKNOWLEDGE, Act.APOLOGISE, Act.OWN)
_FORMULAS: Final = (Act.GREET, Act.CLOSE, Act.STOCK, Act.INTRODUCE)
_OUT_OF_TONE: Final = (
    *(Act.BLAME, Act.CONTRADICT, Act.MINIMISE),
    *(Act.INSULT, Act.SARCASM, Act.THREATEN),
)


class _Page:
    """One reply, and what the ledger hears in its sentences."""

    def __init__(self, view: View, rubric: Rubric, seen: Seen) -> None:
        self._view, self._rubric, self._seen = view, rubric, seen
        self._heard = {d: seen.brought(d) for d in DIMENSIONS}
        said = view.moment.just_said
        self._asked = any(THEY_ASK.search(matching_form(line)) for line in said)

    def _brought(self, dimension: Dimension, clauses: Sequence[int]) -> int:
        return sum(self._heard[dimension][n] for n in clauses)

    def _carried(self, sentence: _Sentence) -> int:
        return sum(self._brought(d, sentence) for d in _IN_TURN)

    def strongest(self, lines: Sequence[Finding]) -> list[_Sentence]:
        """The sentences that carry much, the strongest first."""
        if self._seen.empty or not self._heard["policy"]:
            return []
        able = [
            (-self._carried(sentence), sentence)
            for sentence in self._view.all_sentences
            if self._brought("policy", sentence) >= _SPEAKS_AGAINST
        ]
        return [
            sentence
            for less, sentence in sorted(able)
            if -less >= (_ANSWERS if self._answers(sentence) else _CARRIES)
            and self._seen.harmful.isdisjoint(sentence)
            and not self._is_told_of(sentence, lines)
            and self._says_something(sentence)
        ]

    def _answers(self, sentence: _Sentence) -> bool:
        """Whether a sentence begins with a yes or a no to the customer's question."""
        return self._asked and _YES_OR_NO.search(self._view.clause_text(sentence[0])) is not None

    def _says_something(self, sentence: _Sentence) -> bool:
        """Whether a sentence is the agent's own word, no formula, and nothing that could not be praised."""
        view, first = self._view, sentence[0]
        words = sum(view.reading.clauses[n].own_words for n in sentence)
        barred = any(view.acts_in(n, *_FORMULAS, *_OUT_OF_TONE) for n in sentence)
        barred = barred or shuts_out(view, first) or any(overclaims(view, n) for n in sentence)
        closes = ANYTHING_ELSE.search(view.sentence_text(first))
        return words >= _WORDS and all(map(view.own, sentence)) and not (barred or closes)

    def _is_told_of(self, sentence: _Sentence, lines: Sequence[Finding]) -> bool:
        span = self._view.reading.span_of(sentence)
        return any(f.span is not None and f.span.overlaps(span) for f in lines)

    def with_line(self, sentence: _Sentence, lines: list[Finding]) -> list[Finding]:
        """The lines with one for a sentence, in the dimension that it carries most; without one where
        no points were earned there that it could take over."""
        for dimension in sorted(_IN_TURN, key=lambda d: -self._brought(d, sentence)):
            if (self._seen.scores[dimension] or 0) < _GOOD_ENOUGH:
                continue
            if not self._turns_to(dimension, sentence):
                continue
            given = self._given_up(lines, dimension, self._brought(dimension, sentence))
            if sum(given.values()) < _LEAST:
                continue
            said = self._said(dimension, sentence, lines)
            if said is None:
                continue
            told = [
                changed(f, {"points": f.points - given[n]}) if given.get(n) else f
                for n, f in enumerate(lines)
            ]
            turn, span = self._view.moment.turn, self._view.reading.span_of(sentence)
            new = Finding(LEDGER, LEDGER, dimension, turn, span, sum(given.values()), said)
            return [*(f for f in told if f.points or not is_rest(f)), new]
        return lines

    def _turns_to(self, dimension: Dimension, sentence: _Sentence) -> bool:
        """Whether a sentence speaks to the customer, or does anything about the matter: a good wish moves
        nothing, that a record has opened neither moves nor warms, and "is that all right?" is no warmth."""
        view = self._view
        if dimension == "empathy":
            asks = view.sentence_asks(sentence[0]) and not names_a_feeling(view, sentence[0])
            return not asks and any(turns_to_them(view, n) for n in sentence)
        moves = any(turns_to_the_matter(view, n) for n in sentence)
        return moves and not any(wishes(view, n) for n in sentence)

    def _given_up(
        self, lines: Sequence[Finding], dimension: Dimension, own: int
    ) -> Mapping[int, int]:
        """By line the points that it gives up to a sentence in which the ledger hears so much."""
        room = {
            n: f.points if is_rest(f) else bearable(f.points)
            for n, f in enumerate(lines)
            if f.dimension == dimension and f.points > 0
        }
        told = (self._view.clauses_at(lines[n].span) for n in room)
        others = sum(max(0, self._brought(dimension, clauses)) for clauses in told)
        earned = sum(lines[n].points for n in room)
        share = min(earned * max(0, own) // max(1, own + others), sum(room.values()))
        return dict(zip(room, split(share, list(room.values())), strict=True))

    def _said(
        self, dimension: Dimension, sentence: _Sentence, lines: Sequence[Finding]
    ) -> Text | None:
        """What a sentence does, where that shows and no other line says it; None where nothing can be said
        of it."""
        known = {f.message for f in lines}
        variants = list(self._ways(dimension, sentence))
        first = sentence[0]
        speaks = not (self._view.sentence_asks(first) or is_thanks(self._view, first))
        if speaks and self._is_of(dimension, sentence) and self._carried(sentence) >= _BY_ANY_WORDS:
            variants.append("met-carries")
        texts = (message(self._rubric, self._view.scenario, LEDGER, v) for v in variants)
        return next((text for text in texts if text not in known), None)

    def _is_of(self, dimension: Dimension, sentence: _Sentence) -> bool:
        """Whether a sentence that nothing else can be told of belongs to a dimension at all: an explanation or a
        boundary carries no empathy."""
        return dimension != "empathy" or any(self._view.acts_in(n, *_MEETS_THEM) for n in sentence)

    def _ways(self, dimension: Dimension, sentence: _Sentence) -> Iterator[str]:
        """How what a sentence does is called, in a dimension first and then in the other, by the clauses in
        which most is heard."""
        if self._answers(sentence):
            yield "met-answers"
        for each in (dimension, *(d for d in _IN_TURN if d != dimension)):
            brought = self._heard[each]
            for at in sorted(sentence, key=lambda n: (-brought[n], n)):
                way = way_of(self._view, each, at) if brought[at] > 0 else None
                if way is not None:
                    yield f"met-{each}-{way}"
