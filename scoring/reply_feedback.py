"""What a trainee is told of one reply: what earned or cost points, and what is missing most.

Which lines there are is decided here, how points are laid on them in ``reply_lines``. Feedback that
is false of the reply does more harm than feedback that is left out: what the reply has touched is
not called missing, and words that may do harm are told so rather than praised.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from scenarios.acts import Breach
from scenarios.language import Text
from scenarios.values import changed, dataclass
from scoring.criteria.judgement import Judgement
from scoring.instead import advice, better
from scoring.lazy_pattern import LazyPattern
from scoring.ledger.estimate import Estimate
from scoring.model import CriterionResult, Dimension, Finding, Level, Span
from scoring.reply_lines import (
    LEDGER,
    MOST_ADVISED,
    Setting,
    in_order,
    laid_on_lines,
    same_line,
    told_once,
    worded_once,
)
from scoring.rubric import CriterionRule, Rubric
from scoring.touched import touched
from scoring.view import View
from scoring.wording import message

__all__ = ["Missed", "Seen", "feedback", "impression"]

_HALVES: Final = frozenset({"takes-on", "warmth", "moves-matter"})
"""Criteria of which a half is no words that could be pointed at."""
_ITEMS: Final = LazyPattern(r"\b(?:order number|your (?:full )?name)\b|注文番号|お名前")
"""Items of the identity check: whoever asks for some of them has begun with it."""
_LEFT_STANDING: Final = "left-standing"
"""The fault of a reply that neither hears nor helps: it is not told of one that has begun to move."""
_DOUBTFUL: Final = -85
"""Hundredths of the logarithm of the odds from which on a breach is told as a doubt: three in ten."""
_BEYOND_DOUBT: Final = 70
"""Score of policy from which on there is none."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A criterion that was not met, or not wholly."""

    weight: int
    finding: Finding
    topic: str | None

    @classmethod
    def of(
        cls, rule: CriterionRule, judgement: Judgement, findings: Sequence[Finding]
    ) -> Iterator[Missed]:
        """One where something worth telling is missing, else none."""
        half = judgement.level is Level.PARTLY and bool(findings) and findings[0].rule in _HALVES
        if judgement.level is not Level.MET and rule.weight and findings and not half:
            weight = rule.weight * (2 if judgement.level is Level.NOT_MET else 1)
            yield cls(weight, findings[0], judgement.topic)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made of a reply beside its criteria."""

    breaches: tuple[Breach, ...]
    harmful: tuple[int, ...]
    """Clauses that commit them."""
    empty: bool
    """It says nothing to this customer."""
    heard: Estimate | None
    """What the ledger makes of it."""


def feedback(
    view: View,
    rubric: Rubric,
    criteria: Sequence[CriterionResult],
    missed: Sequence[Missed],
    seen: Seen,
) -> tuple[Finding, ...]:
    """The findings as they are told, in their order; base and points of each dimension make its
    score."""
    levels = {c.criterion: c.level for c in criteria}
    moved = levels.get("serves-need") in (Level.MET, Level.PARTLY)
    halves = frozenset((c.criterion, c.dimension) for c in criteria if c.level is Level.PARTLY)
    earned = [f for result in criteria for f in result.findings if f.points]
    for n, f in enumerate(earned):
        half = f.rule in _HALVES and (f.rule, f.dimension) in halves
        if half or (moved and f.rule == _LEFT_STANDING):
            earned[n] = _without_words(f)
    costless = [
        f
        for result in criteria
        for f in result.findings
        if f.breach and not f.points and f.dimension == "policy"
    ]
    worth = [m for m in missed if _worth_telling(view, m, seen, levels)]
    worth.sort(key=lambda m: (-m.weight, m.finding.dimension, m.finding.rule))
    advised = [_advised(view, rubric, m) for m in worth[:MOST_ADVISED]]
    kept = [f for f in earned if not any(same_line(f, a) for a in advised)]
    setting = Setting(
        empty=seen.empty,
        harmful=tuple(
            view.reading.clauses[n].span for clause in seen.harmful for n in view.sentence(clause)
        ),
        doubt=_doubt(view, rubric, seen),
        halves=halves,
    )

    def rest(dimension: Dimension, points: int) -> Finding:
        said = impression(rubric, view, None, well=points > 0)
        return Finding(LEDGER, LEDGER, dimension, view.moment.turn, None, points, said)

    lines = laid_on_lines([*worded_once([*kept, *costless]), *advised], rest, setting)
    return tuple(told_once(sorted(lines, key=in_order)))


def impression(rubric: Rubric, view: View, span: Span | None, *, well: bool) -> Text:
    """How words come across; without a *span* the rest of a reply."""
    words = view.reading.text[span.start : span.end].strip() if span else None
    name = Text(words, words) if words else None
    return message(rubric, view.scenario, LEDGER, "met" if well else "missed", topic=name)


def _without_words(finding: Finding) -> Finding:
    """The finding's points as a part of the impression that the reply makes."""
    return changed(finding, {"rule": LEDGER, "span": None})


def _worth_telling(view: View, missed: Missed, seen: Seen, levels: Mapping[str, Level]) -> bool:
    """Whether what is missing is really missing, and the next thing to say."""
    rule, dimension = missed.finding.rule, missed.finding.dimension
    if touched(view, missed.topic) or (dimension == "policy" and seen.breaches):
        return False
    moves = levels.get("serves-need")
    if rule == "who-what-when":
        return moves is not Level.NOT_MET  # first the step, then its time
    if rule in ("every-wish", "answer-wishes"):
        return moves is not Level.MET
    if rule == "read-back":
        return not any(slot.in_case for slot in view.reading.slots)
    return rule != "verify-identity" or not _ITEMS.search(view.reading.text.casefold())


def _doubt(view: View, rubric: Rubric, seen: Seen) -> Finding | None:
    """The words that may be taken for a breach which is not certain enough to be named."""
    heard = seen.heard
    if heard is None or heard.scores["policy"] >= _BEYOND_DOUBT:
        return None
    likely = [(heard.certainty(breach), breach) for breach in Breach if breach not in seen.breaches]
    certainty, breach = max(likely, default=(_DOUBTFUL, None))
    bearer = None if breach is None else heard.bearer(breach.value, 1)
    if certainty < _DOUBTFUL or bearer is None or bearer in seen.harmful:
        return None
    title = next((rule.title for rule in rubric.faults.values() if rule.breach == breach), None)
    said = message(rubric, view.scenario, LEDGER, "missed-doubt", topic=title)
    span = view.reading.clauses[bearer].span
    return Finding(LEDGER, LEDGER, "policy", view.moment.turn, span, 0, said)


def _advised(view: View, rubric: Rubric, missed: Missed) -> Finding:
    finding = missed.finding
    return replace(
        finding,
        better=better(rubric, view, finding.rule, missed.topic),
        advice=advice(rubric, view, finding.rule),
    )
