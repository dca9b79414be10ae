"""What rules and rubric alone make of one reply: levels, points, and what faults take away.

Only figures; putting them into words, and hearing the learned ledger, is ``reply.grade``'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, cast

from scenarios.values import dataclass
from scoring.criteria import Kind, kinds
from scoring.criteria.faults import FoundFault
from scoring.criteria.judgement import NO_OCCASION, Judgement
from scoring.ledger.estimate import Judged
from scoring.model import DIMENSIONS, Dimension, Level
from scoring.moment.view import View
from scoring.per_case import KEPT, Same
from scoring.points import Earned, earn, lower
from scoring.rubrics.rubric import CriterionRule, DimensionRule, Rubric

Judgements = Mapping[Dimension, Mapping[str, Judgement]]


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One dimension of one reply, before the ledger."""

    score: int
    earned: Mapping[str, Earned]
    """By criterion; those without occasion are not among them."""
    lowered: Sequence[tuple[FoundFault, int]]
    """Each fault and the points that it took (0 or less)."""


@dataclass(frozen=True, slots=True)
class _Dimension:
    """What one reply is judged by in a dimension, made ready."""

    criteria: dict[str, CriterionRule]
    """Without those of a whole contact."""
    finds: list[tuple[str, Kind]]
    ordered: list[str]
    """Names of the criteria, sorted."""
    weights: dict[str, int]
    room: int
    """Points that they share."""
    enough: int


@lru_cache(maxsize=KEPT)
def _made_ready(rubric: Same) -> dict[Dimension, _Dimension]:
    return {
        dimension: _dimension(cast(Rubric, rubric.things[0]).dimensions[dimension])
        for dimension in DIMENSIONS
    }


def _dimension(rule: DimensionRule) -> _Dimension:
    criteria = {name: own for name, own in rule.criteria.items() if own.scope != "contact"}
    return _Dimension(
        criteria,
        [(name, kinds()[own.kind]) for name, own in criteria.items()],
        sorted(criteria),
        {name: own.weight for name, own in criteria.items()},
        100 - rule.base,
        rule.enough,
    )


def criteria_of(rubric: Rubric, dimension: Dimension) -> dict[str, CriterionRule]:
    """The criteria of a dimension that one reply can be judged by; nobody may change them."""
    return _made_ready(Same(rubric))[dimension].criteria


def judgements(view: View, rubric: Rubric) -> Judgements:
    """What each criterion found; it depends on neither faults nor breaches."""
    found = {
        dimension: {name: find(view) for name, find in ready.finds}
        for dimension, ready in _made_ready(Same(rubric)).items()
    }
    return _for_somebody_content(found, rubric) if view.done_with else found


_UNTIL_CONTENT: Final = frozenset(
    {
        *("names-situation", "names-feeling", "understands-need", "asks-fittingly", "apology-fit"),
        *("takes-on", "serves-need", "moves-matter", "who-what-when", "choices", "answer-wishes"),
        *("every-wish", "read-back", "state-estimate"),
    }
)
"""Kinds of criteria that have no occasion any more once the customer is content."""


def _for_somebody_content(found: Judgements, rubric: Rubric) -> Judgements:
    return {
        dimension: {
            name: NO_OCCASION
            if judgement.level is Level.NOT_MET
            and criteria_of(rubric, dimension)[name].kind in _UNTIL_CONTENT
            else judgement
            for name, judgement in judged_here.items()
        }
        for dimension, judged_here in found.items()
    }


EarnedPoints = Mapping[Dimension, Mapping[str, Earned]]
"""What the criteria of each dimension earn, by name."""


def earned_points(found: Judgements, rubric: Rubric) -> EarnedPoints:
    """Shared out among the criteria with occasion; faults do not change it."""
    result: dict[Dimension, Mapping[str, Earned]] = {}
    for dimension, ready in _made_ready(Same(rubric)).items():
        judged_here = found[dimension]
        # In the order of their names: how points are rounded must not hang on the rubric's order.
        levels = {name: judged_here[name].level for name in ready.ordered}
        result[dimension] = earn(levels, ready.weights, room=ready.room, enough=ready.enough)
    return result


def dimension_score(
    dimension: Dimension,
    earned: Mapping[str, Earned],
    faults: Sequence[FoundFault],
    rubric: Rubric,
) -> DimensionScore:
    """Base, what the criteria earn, and what the faults lower; the lowest ceiling goes first, so
    that the worst fault bears its cost."""
    score = rubric.dimensions[dimension].base + sum(one.points for one in earned.values())
    here = [fault for fault in faults if dimension in rubric.faults[fault.rule].lowers]
    here.sort(key=lambda f: (f.milder, rubric.faults[f.rule].lowers[dimension].ceiling, f.rule))
    lowered: list[tuple[FoundFault, int]] = []
    for fault in here:
        lowering = rubric.faults[fault.rule].lowers[dimension]
        ceiling = (lowering.ceiling + 100) // 2 if fault.milder else lowering.ceiling
        after = lower(score, ceiling, lowering.cost)
        lowered.append((fault, after - score))
        score = after
    return DimensionScore(score, earned, lowered)


def dimension_scores(
    earned: EarnedPoints, faults: Sequence[FoundFault], rubric: Rubric
) -> dict[Dimension, DimensionScore]:
    """Every dimension of one reply, before the ledger."""
    return {d: dimension_score(d, earned[d], faults, rubric) for d in DIMENSIONS}


def judged(
    view: View,
    found: Judgements,
    scores: Mapping[Dimension, DimensionScore],
    faults: Sequence[FoundFault],
    rubric: Rubric,
) -> Judged:
    """What the ledger goes on from."""
    silent = says_nothing(view, faults, rubric)
    levels = [
        (name, judgement.level)
        for dimension in DIMENSIONS
        if not (silent and dimension == "policy")
        for name, judgement in found[dimension].items()
        if name in scores[dimension].earned and judgement.level is not Level.NO_OCCASION
    ]
    return Judged(
        {d: None if silent and d == "policy" else scores[d].score for d in DIMENSIONS},
        levels,
        [fault.rule for fault in faults],
        [fault.breach for fault in faults if fault.breach is not None],
    )


def says_nothing(view: View, faults: Sequence[FoundFault], rubric: Rubric) -> bool:
    """Nothing of its own about the case: no evidence that a rule was kept or broken."""
    clauses = view.reading.clauses
    silent = view.wordless or all(clause.salad for clause in clauses)
    rules = [rubric.faults[fault.rule] for fault in faults]
    # An affront is about the customer at least: there is something to judge.
    affront = any(rule.acts for rule in rules) and not silent
    broken = any(fault.breach is not None for fault in faults)
    return (silent or any(rule.empty for rule in rules)) and not affront and not broken
