"""From one reading in its moment to a grade: criteria earn, faults lower, every point has a line.

For each dimension, ``base`` plus the points of its findings is the score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import cast

from scenarios.acts import AUTOMATIC_FAILS, PROCEDURE, Breach
from scenarios.language import Text
from scenarios.model import Scenario, Shop, TopicKind
from scenarios.values import changed, dataclass
from scoring.breaches.find import FoundBreach, find_breaches
from scoring.criteria.faults import FoundFault, find_faults
from scoring.criteria.judgement import Judgement
from scoring.criteria.rubric_score import (
    DimensionScore,
    EarnedPoints,
    Judgements,
    criteria_of,
    dimension_scores,
    earned_points,
    judged,
    judgements,
    says_nothing,
)
from scoring.feedback.instead import advice, better
from scoring.feedback.lines import (
    LEDGER,
    ONE_LINE,
    less_right_here,
    shared_out,
)
from scoring.feedback.missing import Missed
from scoring.feedback.names import called_certain
from scoring.feedback.seen import Seen
from scoring.feedback.told import feedback, impression
from scoring.language.lazy_pattern import LazyPattern
from scoring.ledger.columns import HOLLOW
from scoring.ledger.entries import Ledger
from scoring.ledger.estimate import Estimate, Judged, estimate, shares_of
from scoring.ledger.settle import settled_breaches, spared_clauses
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
from scoring.moment.touched import spoken, touched
from scoring.moment.view import View
from scoring.per_case import KEPT, Same
from scoring.reply.held import untold
from scoring.rubrics.rubric import CriterionRule, FaultRule, LedgerRule, Rubric
from scoring.rubrics.wording import Wordings

_NO_HELP = 25
"""Score of resolution up to which a reply that rules call empty is taken for empty."""
_NO_WARMTH = 35
"""The same of empathy: a warm word that names nothing of the case is no empty one."""
_NO_HARM = 40
"""Score of policy from which on such a reply does no harm either."""
_SURELY = 100
"""Certainty (hundredths of the logarithm of the odds) from which on a breach that fails the contact
leaves less of policy: an alarm that may be false shall do less harm."""
_SPEAKS_AGAINST = 55
"""Score of policy under which words without help or warmth are told to fall short of the rules: what
they lack cannot be told, what they do can."""
_OVERRULED = 15
"""Points by which the ledger must hear more than a fault allows for the fault to be let go."""
_GOOD = 80
"""Score from which on nothing that is missing is brought forward: the reply does without it."""
_AS_SAID = LazyPattern(
    r"\b(?:as|like) i(?:'ve| have)? (?:already |just )?(?:said|told|mentioned|explained)\b|\bi(?:'ve| have)? (?:already |just )(?:said|told)\b|"
    "(?:申し上げ|お伝えし|ご説明し|言っ)(?:た|ました)(?:とお|通)り|何度も(?:申|お伝え|言)"
)
"""Tells the customer that they were not listening."""
_HEARD_MORE = 15
"""Points that the ledger adds to a dimension from which on nothing is called missing in it: what
rules did not find was said in other words."""


def grade_reply(  # noqa: PLR0913  (a reply, and each thing it is judged by)
    reading: Reading,
    moment: Moment,
    rubric: Rubric,
    shop: Shop,
    *,
    warned: bool = False,
    ledger: Ledger | None = None,
) -> ReplyGrade:
    """Grade one reply; ``warned``: an earlier reply announced that the contact would end.

    With a *ledger* what rated replies have in common is added to what rules and rubric made of it.
    """
    return _grader(View(reading, moment, shop), rubric, warned, ledger).grade()


def figures_of(  # noqa: PLR0913  (the same)
    reading: Reading,
    moment: Moment,
    rubric: Rubric,
    shop: Shop,
    *,
    warned: bool = False,
    ledger: Ledger | None = None,
) -> ReplyGrade:
    """The same grade without criteria and findings, where only scores and breaches are wanted."""
    return _grader(View(reading, moment, shop), rubric, warned, ledger).figures()


def _like(some: tuple[FoundBreach, ...], others: tuple[FoundBreach, ...]) -> bool:
    """Whether they are the same breaches by the same words."""
    return [(f.breach, f.span) for f in some] == [(f.breach, f.span) for f in others]


def _weighted(rubric: Rubric, scenario: Scenario) -> Rubric:
    """The rubric with the weights of a scenario; the same object for the same case."""
    return _made_weighted(Same(rubric, scenario)) if scenario.weights else rubric


@lru_cache(maxsize=KEPT)
def _made_weighted(rubric_and_scenario: Same) -> Rubric:
    rubric, scenario = rubric_and_scenario.things
    return cast(Rubric, rubric).weighted(cast(Scenario, scenario).weights)


def _grader(view: View, rubric: Rubric, warned: bool, ledger: Ledger | None) -> _Grader:
    weighted = _weighted(rubric, view.scenario)
    found = judgements(view, weighted)
    breaches = find_breaches(view, warned=warned)
    faults = find_faults(view, breaches, weighted)
    earned = earned_points(found, weighted)
    scores = dimension_scores(earned, faults, weighted)
    if ledger is None or not any(clause.signs for clause in view.reading.clauses):
        return _Grader(view, weighted, found, breaches, faults, scores)
    known = judged(view, found, scores, faults, weighted)
    usual = None if weighted.base is None else _Usual.of(view, weighted.base)
    if usual is not None:
        known = usual.judged(view, breaches)
    heard = estimate(view, known, ledger)
    if heard.hollow >= weighted.ledger.hollow and view.puts_forward:
        heard = changed(heard, {"meant": True})
    settled = settled_breaches(breaches, heard, view, weighted.ledger)
    left = faults if _like(settled, breaches) else find_faults(view, settled, weighted)
    spared = {} if settled or usual else spared_clauses(breaches, heard, view, weighted.ledger)
    if spared:
        alone = dimension_scores(earned, left, weighted)
        again = estimate(view, judged(view, found, alone, left, weighted), ledger, spared)
        if again.scores["policy"] > heard.scores["policy"]:
            heard = changed(again, {"meant": heard.meant})
    borne_out = _borne_out(left, heard, weighted)
    if borne_out != faults:
        scores = dimension_scores(earned, borne_out, weighted)
    if usual is not None:
        heard = _moved(heard, scores, usual.scores(view, settled, heard))
    let_go = tuple(fault for fault in left if fault not in borne_out)
    return _Grader(view, weighted, found, settled, borne_out, scores, heard, let_go)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What the rubric that the ledger knows from its fitting makes of a reply, by rules alone."""

    rubric: Rubric
    found: Judgements
    earned: EarnedPoints

    @classmethod
    def of(cls, view: View, rubric: Rubric) -> _Usual:
        found = judgements(view, rubric)
        return cls(rubric, found, earned_points(found, rubric))

    def judged(self, view: View, breaches: tuple[FoundBreach, ...]) -> Judged:
        """Before the ledger is heard."""
        faults = find_faults(view, breaches, self.rubric)
        scores = dimension_scores(self.earned, faults, self.rubric)
        return judged(view, self.found, scores, faults, self.rubric)

    def scores(
        self, view: View, breaches: tuple[FoundBreach, ...], heard: Estimate
    ) -> Mapping[Dimension, DimensionScore]:
        """Once the ledger has been heard about breaches."""
        faults = _borne_out(find_faults(view, breaches, self.rubric), heard, self.rubric)
        return dimension_scores(self.earned, faults, self.rubric)


def _moved(
    heard: Estimate,
    own: Mapping[Dimension, DimensionScore],
    usual: Mapping[Dimension, DimensionScore],
) -> Estimate:
    """The estimate moved by what a team's own weights make of the reply beyond the usual ones."""
    scores = {
        d: min(100, max(0, heard.scores[d] + own[d].score - usual[d].score)) for d in DIMENSIONS
    }
    return replace(heard, scores=scores)


def judged_alone(view: View, rubric: Rubric) -> Judged:
    """What rules and rubric make of a reply before the ledger is heard."""
    weighted = _weighted(rubric, view.scenario)
    return _Usual.of(view, weighted.base or weighted).judged(view, find_breaches(view))


def _heard_nothing(heard: Estimate, rule: LedgerRule) -> bool:
    """Nothing in the wording helps, or hurts, as far as the ledger can hear."""
    if _hollow(heard, rule):
        return True
    scores = heard.scores
    cold = scores["resolution"] <= _NO_HELP and scores["empathy"] <= _NO_WARMTH
    return cold and scores["policy"] >= _NO_HARM


def _hollow(heard: Estimate, rule: LedgerRule) -> bool:
    """Words without meaning, as far as the ledger can hear."""
    meant = heard.scores["resolution"] > rule.meant or heard.scores["empathy"] > rule.felt
    return heard.hollow >= rule.hollow and not (meant or heard.meant)


def _borne_out(
    faults: tuple[FoundFault, ...], heard: Estimate, rubric: Rubric
) -> tuple[FoundFault, ...]:
    """The faults that stand once the ledger has been heard, and the one that it alone can find."""
    standing = [f for f in faults if not _overruled(rubric.faults[f.rule], heard, rubric.ledger)]
    empty = any(rubric.faults[fault.rule].empty for fault in standing)
    if _hollow(heard, rubric.ledger) and not empty:
        hollow = [FoundFault(n, None) for n, r in rubric.faults.items() if r.kind == HOLLOW]
        standing += hollow
    return tuple(standing)


def _overruled(rule: FaultRule, heard: Estimate, ledger: LedgerRule) -> bool:
    """The ledger hears clearly more in the reply than such a fault leaves room for."""
    if rule.breach is not None or rule.binding:
        return False
    if rule.empty:
        return not _heard_nothing(heard, ledger)
    return all(
        heard.scores[dimension] > lowering.ceiling + _OVERRULED
        for dimension, lowering in rule.lowers.items()
    )


class _Grader:
    """One reply on its way to its grade."""

    def __init__(  # noqa: PLR0913, PLR0917  (a reply, and each thing that was made of it)
        self,
        view: View,
        rubric: Rubric,
        found: Judgements,
        breaches: tuple[FoundBreach, ...],
        faults: tuple[FoundFault, ...],
        made: Mapping[Dimension, DimensionScore],
        heard: Estimate | None = None,
        let_go: tuple[FoundFault, ...] = (),
    ) -> None:
        self.view = view
        self.rubric = rubric
        self.found = found
        self.breaches = breaches
        self.faults = faults
        self.made = made
        self.heard = heard
        self.let_go = let_go
        self.words = Wordings(rubric, view.scenario)
        self.missed: list[Missed] = []

    def grade(self) -> ReplyGrade:
        scores: dict[Dimension, int | None] = {}
        criteria: list[CriterionResult] = []
        for dimension in DIMENSIONS:
            score, results = self._dimension(dimension)
            scores[dimension] = score
            criteria.extend(results)
        return ReplyGrade(
            scores,
            tuple(criteria),
            self._breaches(),
            self._told(criteria, scores),
            self.view.reading,
            self._harmful(),
            self._said_in(),
        )

    def figures(self) -> ReplyGrade:
        """Scores and breaches only."""
        scores: dict[Dimension, int | None] = {}
        for dimension in DIMENSIONS:
            made = self._made(dimension)
            scores[dimension] = None if made is None else made[1]
        reading, harmful = self.view.reading, self._harmful()
        return ReplyGrade(scores, (), self._breaches(), (), reading, harmful, self._said_in())

    def _said_in(self) -> Mapping[Breach, int]:
        return {found.breach: found.clause for found in reversed(self.breaches)}

    def _harmful(self) -> tuple[int, ...]:
        return tuple(sorted({clause for found in self.breaches for clause in found.clauses}))

    def _told(
        self, criteria: Sequence[CriterionResult], scores: Mapping[Dimension, int | None]
    ) -> tuple[Finding, ...]:
        empty = any(self.rubric.faults[fault.rule].empty for fault in self.faults)
        seen = Seen(scores, self.found, self.breaches, self.let_go, empty, self.heard)
        return feedback(self.view, self.rubric, criteria, self.missed, seen)

    def _breaches(self) -> tuple[Breach, ...]:
        return tuple(sorted({f.breach for f in self.faults if f.breach is not None}))

    def _made(self, dimension: Dimension) -> tuple[DimensionScore, int] | None:
        """What rules and rubric make of a dimension, and its score; None where it cannot be told."""
        if dimension == "policy" and self._cannot_tell():
            return None
        made = self.made[dimension]
        if self.heard is None:
            return made, made.score
        held = self._held(dimension, self.heard.scores[dimension])
        if dimension == "policy" and self._by_procedure():
            return made, max(held, made.score)
        return made, held

    # ------------------------------------------------------------ one dimension

    def _dimension(self, dimension: Dimension) -> tuple[int | None, list[CriterionResult]]:
        rules = criteria_of(self.rubric, dimension)
        known = self._made(dimension)
        if known is None:
            return None, [untold(name, dimension) for name in rules]
        made, final = known
        results: list[CriterionResult] = []
        short = self.heard is None or final < min(_GOOD, made.score + _HEARD_MORE)
        tell_missed = short and not (dimension == "empathy" and self._by_procedure())
        for name, found in self.found[dimension].items():
            judgement = self._as_told(rules[name], found)
            got = made.earned.get(name)
            points, out_of = (got.points, got.out_of) if got else (0, 0)
            findings = self._seen(dimension, rules[name], judgement, (name, points))
            if tell_missed:
                self.missed += Missed.of(rules[name], judgement, findings)
            results.append(
                CriterionResult(name, dimension, judgement.level, points, out_of, findings)
            )
        results += [self._fault(dimension, fault, points) for fault, points in made.lowered]
        results += self._kept() if dimension == "policy" else []
        if self.heard is not None:
            results, taken = less_right_here(results, made.score - final)
            points = final - made.score + taken
            results.append(self._by_example(dimension, points, self.heard))
        return final, results

    def _cannot_tell(self) -> bool:
        if not says_nothing(self.view, self.faults, self.rubric):
            return False
        heard = self.heard
        if heard is None:
            return True
        harm = heard.scores["policy"] < _SPEAKS_AGAINST
        return not harm and _heard_nothing(heard, self.rubric.ledger)

    def _by_procedure(self) -> bool:
        """A request, a notice or an end as the procedure wants it from whoever is abused, with no rule
        broken: what it lacks in warmth and help is no matter of policy. (On 98 rated replies of that
        kind the mean error fell from 10 points to 7.)"""
        view = self.view
        abused = view.scenario.abusive_at(view.moment.stage)
        return abused and not self._breaches() and bool(view.acts(*PROCEDURE))

    def _held(self, dimension: Dimension, heard: int) -> int:
        """What the ledger hears, held down by the ceilings of faults.

        A breach decides policy, while a warm reply that breaks it stays warm.
        """
        lowering = [
            (rule, rule.lowers[dimension].ceiling)
            for rule in (self.rubric.faults[fault.rule] for fault in self.faults)
            if dimension in rule.lowers
        ]
        binding = min([most for rule, most in lowering if rule.binding], default=100)
        most = min(
            [
                most
                for rule, most in lowering
                if rule.empty or (rule.breach and dimension == "policy")
            ],
            default=100,
        )
        beyond = 0 if self.view.wordless else self._beyond(dimension)
        left = max(0, heard - most) * beyond // 100
        return min(heard, binding, most + left)

    def _beyond(self, dimension: Dimension) -> int:
        """Per cent of what is heard beyond a ceiling that are left."""
        ledger, heard = self.rubric.ledger, self.heard
        failing = AUTOMATIC_FAILS.intersection(self._breaches()) if dimension == "policy" else ()
        sure = heard is not None and any(heard.certainty(b) >= _SURELY for b in failing)
        return min(ledger.beyond, ledger.beyond_fails) if sure else ledger.beyond

    def _by_example(self, dimension: Dimension, points: int, heard: Estimate) -> CriterionResult:
        """What the ledger adds, laid on the clauses that brought it."""
        level = Level.MET if points > 0 else Level.NOT_MET if points < 0 else Level.NO_OCCASION
        findings = tuple(
            impression(self.view, self.rubric, heard, dimension, part, clause)
            for clause, part in shares_of(points, dimension, heard)
        )
        return CriterionResult(LEDGER, dimension, level, points, 0, findings)

    def _seen(
        self,
        dimension: Dimension,
        rule: CriterionRule,
        judgement: Judgement,
        earned: tuple[str, int],
    ) -> tuple[Finding, ...]:
        name, points = earned
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
            message=self._message(name, variant, self._told_topic(judgement), judgement.detail),
            clause=rule.clause,
        )
        if judgement.level is not Level.MET or points <= ONE_LINE:
            return (finding,)
        return shared_out(finding, self._message("right-here", "met", None))

    def _as_told(self, rule: CriterionRule, judgement: Judgement) -> Judgement:
        """With a topic that the customer has spoken of, where one is called passed over."""
        if rule.kind != "names-situation" or judgement.level is not Level.NOT_MET:
            return judgement
        told = (
            name
            for name in self.view.expected(TopicKind.SITUATION)
            if name not in self.view.moment.named and spoken(self.view, name)
        )
        return changed(judgement, {"topic": next(told, None)})

    def _told_topic(self, judgement: Judgement) -> str | None:
        """The topic to name; none that is only half met and that the reply has touched."""
        half = judgement.level is Level.PARTLY and not judgement.detail
        return None if half and touched(self.view, judgement.topic) else judgement.topic

    def _message(self, rule: str, variant: str, topic: str | None, detail: str = "") -> Text:
        seen = f"{variant}-{detail}" if detail else variant
        return self.words.told(rule, seen, topic)

    # ------------------------------------------------------------ faults

    def _fault(self, dimension: Dimension, fault: FoundFault, points: int) -> CriterionResult:
        finding = Finding(
            rule=fault.rule,
            criterion=fault.rule,
            dimension=dimension,
            turn=self.view.moment.turn,
            span=fault.span,
            points=points,
            message=self._message(
                fault.rule, "fault", self._told_breach(fault), self._detail(fault)
            ),
            clause=self.rubric.faults[fault.rule].clause,
            better=better(self.rubric, self.view, fault.rule, fault.topic),
            advice=advice(self.rubric, self.view, fault.rule),
            breach=fault.breach,
        )
        return CriterionResult(fault.rule, dimension, Level.NOT_MET, points, 0, (finding,))

    def _detail(self, fault: FoundFault) -> str:
        """Which wording a fault has: "As I said" contradicts in a way of its own."""
        kind = self.rubric.faults[fault.rule].kind
        here = self.view.clauses_at(fault.span) if kind == "contradiction-first" else ()
        if any(_AS_SAID.search(self.view.sentence_text(n)) for n in here):
            return "said"
        return self.view.detail_of(fault.rule)

    def _told_breach(self, fault: FoundFault) -> str | None:
        """The topic to name. What was called certain is named only where the sentence has words of it,
        and by no name that tells the breach itself ("calling it certain")."""
        if fault.breach is not Breach.UNCERTAIN_PROMISE or fault.topic is None:
            return fault.topic
        return called_certain(self.view, fault.span, fault.topic)

    def _kept(self) -> list[CriterionResult]:
        """The rules that were at stake in this scenario and were kept."""
        broken = {fault.rule for fault in self.faults}
        at_stake = set(self.view.at_stake.breaches)
        if self.view.scenario.identity.needed:
            at_stake.add(Breach.IDENTITY_FIRST)
        return [
            CriterionResult(name, "policy", Level.MET, 0, 0)
            for name, rule in self.rubric.faults.items()
            if rule.breach in at_stake and name not in broken
        ]
