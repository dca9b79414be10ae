"""What to practise next: one lesson of a contact, and the reply in which it was missed.

The order in which lessons are looked for:

1. a breach that fails the contact, then one that holds its total under a pass and was not put right;
2. a slip of tone that has become a habit, told in half of the replies or more: no single reply shows
   what it costs;
3. what the dimensions that fell short of a pass lack, the lowest first;
4. everything else by its points: faults by what they cost over all dimensions, criteria by what they
   would have earned. What single replies lacked in a dimension that is good already is none.

Within a place the dearest lesson is taken, and the earliest of equal ones. A farewell, or the last reply
of a contact in which everything was reached, is no occasion for any of them but the first, and what a
reply was told of counts before what it was not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from scenarios.acts import Act
from scenarios.language import Text
from scoring.contact.criteria import ContactParts
from scoring.contact.verdict_words import habits, missed_duties, say
from scoring.feedback.instead import advice, better
from scoring.feedback.lines import BESIDE_CRITERIA
from scoring.feedback.missing import MISSED_BELOW, MOVES
from scoring.model import DIMENSIONS, CriterionResult, Dimension, Finding, Level, ReplyGrade
from scoring.moment.view import View
from scoring.rubrics.wording import message

__all__ = ["practise"]

_GOOD_ALREADY: Final = 85
"""Score of a dimension of the contact from which on what single replies missed in it is not what to
practise: a farewell need not move the matter. Where all are that good it is the lowest one."""
_NEVER_TOLD: Final = 2
"""What a reply was not told of counts for one part in so many."""
_FAILS, _CAPS, _HABIT, _FALLS_SHORT, _ELSE = range(5)
"""The places of the order."""


@dataclass(frozen=True, slots=True)
class _Lesson:
    place: tuple[int, int]
    """Where it stands in the order, and the score of its dimension where that decides."""
    worth: int
    rule: str
    turn: int


def practise(
    parts: ContactParts,
    criteria: Sequence[CriterionResult],
    scores: Mapping[Dimension, int | None],
) -> tuple[Text | None, int | None]:
    """The single most valuable thing to practise, and the reply in which it was missed."""
    if not parts.grades:
        return None, None
    lessons = [*_of_replies(parts, scores), *_of_the_whole(parts, criteria, scores)]
    summed: dict[tuple[tuple[int, int], str, int], int] = {}
    for one in lessons:
        key = (one.place, one.rule, one.turn)
        summed[key] = summed.get(key, 0) + one.worth
    if not summed:
        return None, None
    (_, rule, turn), _ = min(
        summed.items(), key=lambda item: (item[0][0], -item[1], item[0][2], item[0][1])
    )
    return _advice(parts, rule, turn), turn or None


def _of_replies(parts: ContactParts, scores: Mapping[Dimension, int | None]) -> Iterator[_Lesson]:
    weak = {d for d in DIMENSIONS if (scores[d] or 0) < _GOOD_ALREADY}
    weak = weak or {min(DIMENSIONS, key=lambda d: scores[d] or 0)}
    for rule, turns in habits(parts):
        yield _Lesson((_HABIT, 0), len(turns), rule, turns[0])
    for grade, view in zip(parts.grades, parts.views, strict=True):
        beside = BESIDE_CRITERIA.union(MOVES if view.all_moved else ())
        told = {f.rule for f in grade.findings if f.points <= 0}
        for c in grade.criteria:
            if c.criterion in beside or c.level is Level.MET:
                continue
            fault = c.criterion in parts.rubric.faults
            if not fault and not _counts(c, grade, weak):
                continue
            for f in c.findings:
                if f.breach is None and _takes_leave(parts, view):
                    continue
                lost = -f.points if fault else c.out_of - c.points
                if lost > 0 and not fault and f.rule not in told:
                    lost = max(1, lost // _NEVER_TOLD)
                if lost > 0:
                    place = _place(parts, f, c.dimension, scores)
                    yield _Lesson(place, lost, f.rule, f.turn)


def _counts(criterion: CriterionResult, grade: ReplyGrade, weak: set[Dimension]) -> bool:
    """Whether what a reply lacks is worth practising in it."""
    dimension = criterion.dimension
    return dimension in weak and (grade.scores[dimension] or 0) < MISSED_BELOW[dimension]


def _takes_leave(parts: ContactParts, view: View) -> bool:
    last = view is parts.views[-1]
    reached = bool(parts.end.goals_met) and all(parts.end.goals_met)
    leaves = last and (reached or bool(view.acts(Act.CLOSE, Act.THANK)))
    return len(parts.grades) > 1 and (view.parting or leaves)


def _place(
    parts: ContactParts,
    found: Finding,
    dimension: Dimension,
    scores: Mapping[Dimension, int | None],
) -> tuple[int, int]:
    gate = next((g for g in parts.rubric.gates if g.breach == found.breach), None)
    if gate is not None and gate.effect == "fail":
        return _FAILS, 0
    held = gate is not None and (gate.cap or 100) < parts.rubric.passes.total
    if held and not parts.puts_right(found):
        return _CAPS, 0
    return _by_score(parts, dimension, scores)


def _by_score(
    parts: ContactParts, dimension: Dimension, scores: Mapping[Dimension, int | None]
) -> tuple[int, int]:
    score = scores[dimension] or 0
    return (_FALLS_SHORT, score) if score < parts.rubric.passes.each else (_ELSE, 0)


def _of_the_whole(
    parts: ContactParts,
    criteria: Sequence[CriterionResult],
    scores: Mapping[Dimension, int | None],
) -> Iterator[_Lesson]:
    """What deeds, the note and the duties that failed the contact would have earned."""
    short = [
        c
        for c in criteria
        if c.criterion in ("deeds", "note") and c.level in (Level.NOT_MET, Level.PARTLY)
    ]
    if (scores["policy"] or 0) < parts.rubric.passes.each:
        short += missed_duties(parts, criteria, scores)
    for c in short:
        # A note is written when all is over: what failed the contact was missed before.
        place = (_ELSE, 0) if c.criterion == "note" else _by_score(parts, c.dimension, scores)
        yield _Lesson(place, c.out_of - c.points, c.criterion, _turn_of(c))


def _turn_of(result: CriterionResult) -> int:
    return result.findings[0].turn if result.findings else 0


def _advice(parts: ContactParts, rule: str, turn: int) -> Text:
    found = _finding(parts, rule, turn)
    how = Text("", "")
    if any(rule == habit for habit, _ in habits(parts)):  # words for one reply mend no habit
        how = message(parts.rubric, parts.scenario, rule, "fault")
    elif found is not None:
        how = found.advice or found.message
        if found.better is not None:
            how = say(parts, "with-wording", say=found.better)
    key = "practise" if turn else "practise-contact"
    return say(parts, key, topic=_exercise(parts, rule), turn=turn, advice=how)


def _exercise(parts: ContactParts, name: str) -> Text:
    fault = parts.rubric.faults.get(name)
    return fault.practise if fault is not None else parts.rubric.criterion(name).practise


def _finding(parts: ContactParts, rule: str, turn: int) -> Finding | None:
    for position, grade in enumerate(parts.grades):
        in_turn = [f for f in grade.findings if (f.rule, f.turn) == (rule, turn)]
        in_turn += [
            f for c in grade.criteria for f in c.findings if (f.rule, f.turn) == (rule, turn)
        ]
        if in_turn:
            chosen = next((f for f in in_turn if f.better is not None), in_turn[0])
            if chosen.better is None and chosen.advice is None:
                view = parts.views[position]
                words = better(parts.rubric, view, rule, None)
                return replace(chosen, better=words, advice=advice(parts.rubric, view, rule))
            return chosen
    return None
