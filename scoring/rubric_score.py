"""What rules and rubric alone make of one reply: levels, points, and what faults take away.

Only figures; putting them into words, and hearing the learned ledger, is ``reply_grade``'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scenarios.values import dataclass
from scoring.criteria import kinds
from scoring.criteria.judgement import Judgement
from scoring.faults import FoundFault
from scoring.ledger.estimate import Judged
from scoring.model import DIMENSIONS, Dimension, Level
from scoring.points import Earned, earn, lower
from scoring.rubric import CriterionRule, Rubric
from scoring.view import View

Judgements = Mapping[Dimension, Mapping[str, Judgement]]


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One dimension of one reply, before the ledger."""

    score: int
    earned: Mapping[str, Earned]
    """By criterion; those without occasion are not among them."""
    lowered: Sequence[tuple[FoundFault, int]]
    """Each fault and the points that it took (0 or less)."""


def criteria_of(rubric: Rubric, dimension: Dimension) -> dict[str, CriterionRule]:
    """The criteria of a dimension that one reply can be judged by."""
    criteria = rubric.dimensions[dimension].criteria
    return {name: rule for name, rule in criteria.items() if rule.scope != "contact"}


def judgements(view: View, rubric: Rubric) -> Judgements:
    """What each criterion found; it depends on neither faults nor breaches."""
    return {
        dimension: {
            name: kinds()[rule.kind](view) for name, rule in criteria_of(rubric, dimension).items()
        }
        for dimension in DIMENSIONS
    }


EarnedPoints = Mapping[Dimension, Mapping[str, Earned]]
"""What the criteria of each dimension earn, by name."""


def earned_points(found: Judgements, rubric: Rubric) -> EarnedPoints:
    """Shared out among the criteria with occasion; faults do not change it."""
    result: dict[Dimension, Mapping[str, Earned]] = {}
    for dimension, judged_here in found.items():
        rule = rubric.dimensions[dimension]
        # In the order of their names: how points are rounded must not hang on the rubric's order.
        levels = {name: judged_here[name].level for name in sorted(judged_here)}
        weights = {name: rule.criteria[name].weight for name in judged_here}
        result[dimension] = earn(levels, weights, room=100 - rule.base, enough=rule.enough)
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
    silent = view.reading.words == 0 or all(clause.salad for clause in clauses)
    rules = [rubric.faults[fault.rule] for fault in faults]
    # An affront is about the customer at least: there is something to judge.
    affront = any(rule.acts for rule in rules) and not silent
    broken = any(fault.breach is not None for fault in faults)
    return (silent or any(rule.empty for rule in rules)) and not affront and not broken
