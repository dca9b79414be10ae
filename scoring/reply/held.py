"""A grade held to that of the same reply with fewer sentences: idle words and breaches gain nothing.

What is taken off stands in criteria and lines of its own; which sentences these are is found in
``idle_words``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from scenarios.acts import Act
from scenarios.language import Text
from scoring.feedback.lines import IDLE, LEDGER, NO_GAIN, in_order
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import (
    DIMENSIONS,
    CriterionResult,
    Dimension,
    Finding,
    Level,
    Reading,
    ReplyGrade,
    Span,
)
from scoring.reading.proposed import letters
from scoring.rubrics.rubric import Rubric

__all__ = ["held_to", "untold", "without_gain"]


def held_to(
    grade: ReplyGrade, others: Sequence[ReplyGrade], idle: Sequence[Span], rubric: Rubric
) -> ReplyGrade:
    """*grade* held to the lowest of the same reply's grades with fewer of its idle sentences.

    What is taken off stands in a line of its own, with the sentences at fault; breaches that were
    heard without them stand.
    """
    lowest = {d: min((one.scores[d] for one in (grade, *others)), key=_rank) for d in DIMENSIONS}
    breaches = {*grade.breaches, *(b for one in others for b in one.breaches)}
    text = grade.reading.text
    length = sum(len(letters(matching_form(text[span.start : span.end]))) for span in idle)
    most = length * _MOST_OF_IT >= len(letters(matching_form(text)))
    why = rubric.messages[IDLE]["fault-most" if most else "fault"]
    tellable = [span for span in idle if not _is_felt(grade.reading, span)]
    held = _lowered(grade, lowest, tellable[-1] if tellable else None, (IDLE, why))
    return replace(held, breaches=tuple(sorted(breaches)))


def without_gain(grade: ReplyGrade, other: ReplyGrade, harmful: Span, rubric: Rubric) -> ReplyGrade:
    """*grade* with policy no higher than that of the same reply without its *harmful* sentence."""
    own, without = grade.scores["policy"], other.scores["policy"]
    if own is None or without is None or without >= own:
        return grade
    lowest = {**grade.scores, "policy": without}
    if not grade.criteria:  # figures only
        return replace(grade, scores=lowest)
    return _lowered(grade, lowest, harmful, (NO_GAIN, rubric.messages[NO_GAIN]["fault"]))


def _lowered(
    grade: ReplyGrade,
    lowest: Mapping[Dimension, int | None],
    span: Span | None,
    why: tuple[str, Text],
) -> ReplyGrade:
    """The grade with these scores; what is taken off stands in lines named *why*."""
    name, message = why
    scores: dict[Dimension, int | None] = {}
    results = list(grade.criteria)
    findings = list(grade.findings)
    lost = {d: (grade.scores[d] or 0) - (lowest[d] or 0) for d in DIMENSIONS}
    slight = max(lost.values()) < _WORTH_A_LINE
    for dimension in DIMENSIONS:
        own, score = grade.scores[dimension], lowest[dimension]
        scores[dimension] = score
        if own is not None and score is None:
            results = [
                untold(c.criterion, dimension) if c.dimension == dimension else c for c in results
            ]
            findings = [f for f in findings if f.dimension != dimension]
        if own is None or score is None or score == own:
            continue
        finding = Finding(
            rule=name,
            criterion=name,
            dimension=dimension,
            turn=grade.findings[0].turn if grade.findings else 0,
            span=span,
            points=score - own,
            message=message,
        )
        results.append(CriterionResult(name, dimension, Level.NOT_MET, score - own, 0, (finding,)))
        _tell(finding, findings, slight=slight)
    ordered = tuple(sorted(findings, key=in_order))
    return replace(grade, scores=scores, criteria=tuple(results), findings=ordered)


_MOST_OF_IT: Final = 2
"""Idle words are told of as the reply's, where they make up one in so many of its letters or more."""
_WORTH_A_LINE: Final = 5
"""Points from which on idle words are told of: below, they may be a name or a short question."""


_FELT: Final = frozenset({Act.EMPATHISE, Act.ACKNOWLEDGE})
_FEELING: Final = LazyPattern(
    r"気持|思い|つら|辛い|心|お察し|\b(?:feel\w*|felt|hard|upset|worr\w+|horrid|rotten|must have been|no wonder)\b"
)


def _is_felt(reading: Reading, span: Span) -> bool:
    """Whether a sentence that the ledger does not know meets a feeling or the matter: it may bring no
    point, and it says something to the customer. An apology once more does not."""
    here = {n for n, clause in enumerate(reading.clauses) if clause.span.overlaps(span)}
    acts = {act.act for act in reading.acts if act.clause in here}
    if Act.APOLOGISE in acts:
        return False
    named = any(topic.affirmed and topic.clause in here for topic in reading.topics)
    words = matching_form(reading.text[span.start : span.end])
    return named or bool(acts & _FELT) or bool(_FEELING.search(words))


def _tell(finding: Finding, findings: list[Finding], *, slight: bool) -> None:
    """Add what is taken off to the lines. What a breach may not gain is told with the breach, and what
    idle words cost, where it is little, on the largest line that can bear it, or on none; idle words
    are not praised, too, in whatever dimension."""
    own = [n for n, f in enumerate(findings) if f.dimension == finding.dimension]
    if finding.rule == NO_GAIN:
        bearer = next((n for n in own if findings[n].breach), None)
    else:
        praise = [findings[n] for n in own if findings[n].points > 0]
        praise = [line for line in praise if _same_words(line, finding)]
        left = sum(line.points for line in praise) + finding.points
        for line in praise:
            findings.remove(line)
        if left > 0:
            findings.append(_untold(replace(praise[0], points=left)))
        for n, line in enumerate(findings):
            if line.points > 0 and _same_words(line, finding):
                findings[n] = _untold(line)
        if left >= 0:
            return
        finding = replace(finding, points=left)
        own = [n for n, f in enumerate(findings) if f.dimension == finding.dimension]
        able = [n for n in own if abs(findings[n].points) > -finding.points]
        bearer = max(able, key=lambda n: abs(findings[n].points), default=None) if slight else None
        if bearer is None and (slight or finding.span is None):
            finding = _untold(finding)
    if bearer is None:
        findings.append(finding)
    else:
        told = findings[bearer]
        findings[bearer] = replace(told, points=told.points + finding.points)


def _untold(finding: Finding) -> Finding:
    """Counted, and not told (see ``is_rest``)."""
    return replace(finding, rule=LEDGER, criterion=LEDGER, span=None, better=None, advice=None)


def _same_words(one: Finding, other: Finding) -> bool:
    return one.span is not None and other.span is not None and one.span.overlaps(other.span)


def _rank(score: int | None) -> int:
    return -1 if score is None else score


def untold(name: str, dimension: Dimension) -> CriterionResult:
    """What a criterion comes to where its dimension cannot be told."""
    return CriterionResult(name, dimension, Level.CANNOT_TELL, 0, 0)
