"""From one reading in its moment to a grade: criteria earn, faults lower, every point has a line.

For each dimension, ``base`` plus the points of its findings is the score.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from scenarios.acts import Breach
from scenarios.language import Text
from scenarios.model import Shop
from scoring.breaches import FoundBreach, find_breaches
from scoring.criteria import kinds
from scoring.criteria.judgement import Judgement
from scoring.faults import FoundFault, find_faults
from scoring.instead import advice, better
from scoring.model import (
    DIMENSIONS,
    CriterionResult,
    Dimension,
    Finding,
    Level,
    Moment,
    Reading,
    ReplyGrade,
)
from scoring.points import earn, lower
from scoring.rubric import CriterionRule, DimensionRule, Rubric
from scoring.view import View
from scoring.wording import message, topic_name

_ADVISED = 2
"""So many missed things are brought forward in the findings, the weightiest first."""


def grade_reply(
    reading: Reading, moment: Moment, rubric: Rubric, shop: Shop, *, warned: bool = False
) -> ReplyGrade:
    """Grade one reply; ``warned``: an earlier reply announced that the contact would end."""
    return _Grader(View(reading, moment, shop), rubric, warned).grade()


@dataclass(frozen=True, slots=True)
class _Missed:
    weight: int
    finding: Finding
    topic: str | None


class _Grader:
    """One reply on its way to its grade."""

    def __init__(self, view: View, rubric: Rubric, warned: bool) -> None:
        self.view = view
        self.rubric = rubric.weighted(view.scenario.weights)
        self.breaches: tuple[FoundBreach, ...] = find_breaches(view, warned=warned)
        self.faults = find_faults(view, self.breaches, rubric)
        self.missed: list[_Missed] = []

    def grade(self) -> ReplyGrade:
        scores: dict[Dimension, int | None] = {}
        criteria: list[CriterionResult] = []
        for dimension in DIMENSIONS:
            score, results = self._dimension(dimension, self.rubric.dimensions[dimension])
            scores[dimension] = score
            criteria.extend(results)
        return ReplyGrade(
            scores,
            tuple(criteria),
            tuple(found.breach for found in self._sorted_breaches()),
            self._findings(criteria),
            self.view.reading,
        )

    def _sorted_breaches(self) -> list[FoundBreach]:
        return sorted(self.breaches, key=lambda found: found.breach.value)

    # ------------------------------------------------------------ one dimension

    def _dimension(
        self, dimension: Dimension, rule: DimensionRule
    ) -> tuple[int | None, list[CriterionResult]]:
        rules = {n: c for n, c in rule.criteria.items() if c.scope != "contact"}
        seen = {name: kinds()[c.kind](self.view) for name, c in rules.items()}
        if dimension == "policy" and self._says_nothing():
            return None, [_untold(name, dimension) for name in rules]
        levels = {name: judgement.level for name, judgement in seen.items()}
        weights = {name: c.weight for name, c in rules.items()}
        earned = earn(levels, weights, room=100 - rule.base, enough=rule.enough)
        results: list[CriterionResult] = []
        score = rule.base
        for name, judgement in seen.items():
            got = earned.get(name)
            points, out_of = (got.points, got.out_of) if got else (0, 0)
            score += points
            findings = self._seen(dimension, name, rules[name], judgement, points)
            results.append(
                CriterionResult(name, dimension, judgement.level, points, out_of, findings)
            )
        score, lowered = self._lowered(dimension, score)
        return score, results + lowered + (self._kept() if dimension == "policy" else [])

    def _says_nothing(self) -> bool:
        """Nothing of its own about the case: no evidence that a rule was kept or broken."""
        clauses = self.view.reading.clauses
        silent = self.view.reading.words == 0 or all(c.salad for c in clauses)
        rules = [self.rubric.faults[f.rule] for f in self.faults]
        # An affront is about the customer at least: there is something to judge.
        affront = any(rule.acts for rule in rules) and not silent
        return (silent or any(rule.empty for rule in rules)) and not affront and not self.breaches

    def _seen(
        self,
        dimension: Dimension,
        name: str,
        rule: CriterionRule,
        judgement: Judgement,
        points: int,
    ) -> tuple[Finding, ...]:
        variant = {Level.MET: "met", Level.PARTLY: "partly", Level.NOT_MET: "missed"}.get(
            judgement.level
        )
        if variant is None:
            return ()
        finding = Finding(
            rule=name,
            criterion=name,
            dimension=dimension,
            turn=self.view.moment.turn,
            span=judgement.span,
            points=points,
            message=self._message(name, variant, judgement.topic, judgement.detail),
            clause=rule.clause,
        )
        if judgement.level is not Level.MET and rule.weight:
            weight = rule.weight * (2 if judgement.level is Level.NOT_MET else 1)
            self.missed.append(_Missed(weight, finding, judgement.topic))
        if judgement.level is not Level.MET:
            return (finding,)
        return _shared_out(finding, self._message("right-here", "met", None))

    def _message(self, rule: str, variant: str, topic: str | None, detail: str = "") -> Text:
        scenario = self.view.scenario
        name = topic_name(scenario, topic)
        seen = f"{variant}-{detail}" if detail else variant
        return message(self.rubric, scenario, rule, seen, topic=name)

    # ------------------------------------------------------------ faults

    def _lowered(self, dimension: Dimension, score: int) -> tuple[int, list[CriterionResult]]:
        """Lowest ceiling first, so that the worst fault bears its cost."""
        faults = [f for f in self.faults if dimension in self.rubric.faults[f.rule].lowers]
        faults.sort(key=lambda f: (f.milder, self.rubric.faults[f.rule].lowers[dimension].ceiling))
        results: list[CriterionResult] = []
        for fault in faults:
            lowering = self.rubric.faults[fault.rule].lowers[dimension]
            ceiling = (lowering.ceiling + 100) // 2 if fault.milder else lowering.ceiling
            after = lower(score, ceiling, lowering.cost)
            results.append(self._fault(dimension, fault, after - score))
            score = after
        return score, results

    def _fault(self, dimension: Dimension, fault: FoundFault, points: int) -> CriterionResult:
        finding = Finding(
            rule=fault.rule,
            criterion=fault.rule,
            dimension=dimension,
            turn=self.view.moment.turn,
            span=fault.span,
            points=points,
            message=self._message(fault.rule, "fault", fault.topic),
            clause=self.rubric.faults[fault.rule].clause,
            better=better(self.rubric, self.view, fault.rule, fault.topic),
            advice=advice(self.rubric, self.view, fault.rule),
            breach=fault.breach,
        )
        return CriterionResult(fault.rule, dimension, Level.NOT_MET, points, 0, (finding,))

    def _kept(self) -> list[CriterionResult]:
        """The rules that were at stake in this scenario and were kept."""
        broken = {fault.rule for fault in self.faults}
        at_stake = {t.breach for t in self.view.scenario.topics.values() if t.breach}
        if self.view.scenario.identity.needed:
            at_stake.add(Breach.IDENTITY_FIRST)
        return [
            CriterionResult(name, "policy", Level.MET, 0, 0)
            for name, rule in self.rubric.faults.items()
            if rule.breach in at_stake and name not in broken
        ]

    # ------------------------------------------------------------ findings

    def _findings(self, criteria: list[CriterionResult]) -> tuple[Finding, ...]:
        """What earned or cost points, and the weightiest missed things with a wording."""
        told = [f for result in criteria for f in result.findings if f.points]
        zero = [
            f
            for result in criteria
            for f in result.findings
            if f.breach and not f.points and f.dimension == "policy"
        ]
        self.missed.sort(key=lambda m: -m.weight)
        advised = [self._advised(m) for m in self.missed[:_ADVISED]]
        kept = [f for f in told if not any(_same(f, a) for a in advised)]
        return tuple(_told_once(sorted((*_worded_once([*kept, *zero]), *advised), key=_order)))

    def _advised(self, missed: _Missed) -> Finding:
        finding = missed.finding
        return replace(
            finding,
            better=better(self.rubric, self.view, finding.rule, missed.topic),
            advice=advice(self.rubric, self.view, finding.rule),
        )


_ONE_LINE = 40
"""Points of the scale that one line shows at most; what a criterion earned beyond it, because
nothing else was due, stands in a line of its own."""


def _shared_out(finding: Finding, reason: Text) -> tuple[Finding, ...]:
    if finding.points <= _ONE_LINE:
        return (finding,)
    rest = replace(
        finding, rule="right-here", points=finding.points - _ONE_LINE, message=reason, clause=None
    )
    return replace(finding, points=_ONE_LINE), rest


def _worded_once(findings: list[Finding]) -> list[Finding]:
    """Words and advice stay with the costliest line of the costliest faults: advice for
    everything at once is no advice, and the same words are not said twice."""
    ranked = sorted((f for f in findings if f.better or f.advice), key=lambda f: f.points)
    rules = list(dict.fromkeys(f.rule for f in ranked))[:_ADVISED]
    bearers = [next(f for f in ranked if f.rule == rule) for rule in rules]
    return [f if f in bearers else replace(f, better=None, advice=None) for f in findings]


def _told_once(findings: list[Finding]) -> list[Finding]:
    """The same words or the same hint stand beside one line only, the first."""
    words: set[Text] = set()
    hints: set[Text] = set()
    result: list[Finding] = []
    for found in findings:
        say = found.better if found.better not in words else None
        hint = found.advice if found.advice not in hints else None
        words |= {found.better} if found.better else set()
        hints |= {found.advice} if found.advice else set()
        result.append(replace(found, better=say, advice=hint if say is None else None))
    return result


def _same(one: Finding, other: Finding) -> bool:
    return (one.rule, one.dimension) == (other.rule, other.dimension)


def _order(finding: Finding) -> tuple[int, int, int, str, bool, str]:
    place = finding.span.start if finding.span else -1
    return (
        finding.points >= 0,
        finding.points == 0,
        place,
        finding.dimension,
        finding.rule == "right-here",
        finding.rule,
    )


def _untold(name: str, dimension: Dimension) -> CriterionResult:
    return CriterionResult(name, dimension, Level.CANNOT_TELL, 0, 0)
