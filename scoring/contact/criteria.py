"""What the replies of a contact say together about each criterion.

The dimensions' scores are put together in ``parts``; here the single criteria are, so that
a scorecard can show one line for each with the words that decided it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from scenarios.language import Text
from scenarios.model import Scenario, Shop
from scoring.contact.amends import Amends, amends
from scoring.criteria.deeds import DeedsFound, judge_deeds
from scoring.criteria.note import ReadNote
from scoring.feedback.lines import BESIDE_CRITERIA
from scoring.model import (
    CaseEnd,
    CriterionResult,
    Dimension,
    Finding,
    Level,
    ReplyGrade,
    Span,
)
from scoring.moment.view import View
from scoring.rubrics.rubric import Rubric
from scoring.rubrics.wording import message

_NAMING = ("names-situation", "names-feeling", "understands-need")
WARM = 65
"""Score of empathy that hardly any reply has that passes over the situation: of 2,137 with it raters
put 17 below 2."""
EVERY_TIME = ("time-and-owner", "state-estimate")
"""Duties that each reply owes anew: the worst reply counts."""
_RANK = {Level.CANNOT_TELL: -1, Level.NOT_MET: 0, Level.PARTLY: 1, Level.MET: 2}


@dataclass(frozen=True)
class ContactParts:
    """Everything that the contact's dimensions are made from."""

    scenario: Scenario
    rubric: Rubric
    shop: Shop
    views: tuple[View, ...]
    grades: tuple[ReplyGrade, ...]
    end: CaseEnd
    read_note: ReadNote | None

    @property
    def note_missing(self) -> bool:
        filed = self.end.note is not None and any(t.strip() for t in self.end.note.values())
        return bool(self.scenario.note) and not filed and self.end.outcome != "stopped"

    @cached_property
    def deeds(self) -> DeedsFound:
        """Where words and deeds disagree."""
        return judge_deeds(self.views, self.end, self.shop)

    @cached_property
    def amends(self) -> Amends:
        """Which breaches of earlier replies a later one puts right."""
        return amends(self.views, self.grades)

    def puts_right(self, found: Finding) -> bool:
        """Whether a later reply puts right what this line tells of."""
        return found.breach is not None and (found.turn, found.breach) in self.amends

    @cached_property
    def first_named(self) -> int | None:
        """Position, from 0, of the first reply that took the matter up, in words that a rule knows or
        in others that are heard as warm."""
        for position, grade in enumerate(self.grades):
            named = any(c.criterion in _NAMING and c.level is Level.MET for c in grade.criteria)
            if named or (grade.scores["empathy"] or 0) >= WARM:
                return position
        return None


def merged(parts: ContactParts, dimension: Dimension) -> tuple[CriterionResult, ...]:
    """One result a criterion: its best reply, or its worst where every reply owes it anew.

    Points are the mean over the replies with occasion, so that they compare with ``out_of``.
    """
    names = dict.fromkeys(
        c.criterion
        for grade in parts.grades
        for c in grade.criteria
        if c.dimension == dimension and c.criterion not in BESIDE_CRITERIA
    )
    return tuple(_merge(parts, dimension, name) for name in names)


def _merge(parts: ContactParts, dimension: Dimension, name: str) -> CriterionResult:
    seen = [
        c
        for grade in parts.grades
        for c in grade.criteria
        if (c.criterion, c.dimension) == (name, dimension)
    ]
    told = [c for c in seen if c.level not in (Level.NO_OCCASION, Level.CANNOT_TELL)]
    if not told and any(c.level is Level.CANNOT_TELL for c in seen):
        return CriterionResult(name, dimension, Level.CANNOT_TELL, 0, 0)
    if not told:
        return CriterionResult(name, dimension, Level.NO_OCCASION, 0, 0)
    is_fault = name in parts.rubric.faults
    worst = is_fault or name in EVERY_TIME
    ranks = [_RANK[c.level] for c in told]
    wanted = min(ranks) if worst else max(ranks)
    deciding = next(c for c in told if _RANK[c.level] == wanted)
    findings = tuple(f for c in told for f in c.findings if c.level is deciding.level)
    return CriterionResult(
        name,
        dimension,
        deciding.level,
        _mean([c.points for c in told]),
        _mean([c.out_of for c in told]),
        findings,
    )


def _mean(values: Sequence[int]) -> int:
    return (2 * sum(values) + len(values)) // (2 * len(values))


@dataclass(frozen=True, slots=True)
class Seen:
    """What decided a criterion of the whole contact, and where it was said."""

    topic: Text | None = None
    turn: int = 0
    span: Span | None = None


def whole(
    parts: ContactParts,
    name: str,
    level: Level,
    seen: Seen | None = None,
) -> CriterionResult:
    """The result of a criterion that is judged once, over the contact."""
    share = parts.rubric.contact.parts[name]
    if level in (Level.NO_OCCASION, Level.CANNOT_TELL):
        return CriterionResult(name, "resolution", level, 0, 0)
    points = {Level.MET: share, Level.PARTLY: share // 2}.get(level, 0)
    variant = {Level.MET: "met", Level.PARTLY: "partly"}.get(level, "missed")
    rule = parts.rubric.dimensions["resolution"].criteria[name]
    seen = seen or Seen()
    text = message(parts.rubric, parts.scenario, name, variant, topic=seen.topic)
    finding = Finding(name, name, "resolution", seen.turn, seen.span, points, text, rule.clause)
    return CriterionResult(name, "resolution", level, points, share, (finding,))
