"""What a trainee is told of one reply: what earned or cost points, and what is missing most.

Which lines there are is decided here, how points are laid on them in ``reply_lines``. Feedback that
is false of the reply does more harm than feedback that is left out: what the reply has touched is
not called missing, words that may do harm are told so rather than praised, and what a criterion
saw is told of those words only in which the ledger hears it as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.language import Text
from scenarios.model import TopicKind
from scenarios.values import changed, dataclass
from scoring.breaches import FoundBreach
from scoring.criteria.apology import TOO_MANY, count
from scoring.criteria.judgement import Judgement
from scoring.criteria.step import open_steps
from scoring.criteria.tone import in_person
from scoring.evidence import best_evidence, time_and_person
from scoring.faults import FoundFault
from scoring.harm_rules import Sure
from scoring.instead import advice, better
from scoring.lazy_pattern import LazyPattern
from scoring.ledger.entries import COLUMNS
from scoring.ledger.estimate import Estimate
from scoring.model import DIMENSIONS, CriterionResult, Dimension, Finding, Level
from scoring.reply_lines import (
    LEDGER,
    MOST_ADVISED,
    Reason,
    Setting,
    in_order,
    laid_on_lines,
    told_once,
    worded_once,
)
from scoring.rubric import CriterionRule, Rubric
from scoring.rubric_score import Judgements
from scoring.touched import touched, touches
from scoring.view import TIME_SLOTS, WORKING, View
from scoring.wording import Wordings, message

__all__ = ["Missed", "Seen", "feedback", "impression"]

_ITEMS: Final = LazyPattern(r"\b(?:order number|your (?:full )?name)\b|注文番号|お名前")
"""Items of the identity check: whoever asks for some of them has begun with it."""
_LEFT_STANDING: Final = "left-standing"
"""The fault of a reply that neither hears nor helps: it is not told of one that has begun to move."""


@dataclass(frozen=True, slots=True)
class _Told:
    """How a kind of criterion is told of the words that met it."""

    kin: str
    """Of several kinds that say nearly the same one is told."""
    heard: int = 0
    """What the ledger must hear in the clause, in hundredths of a point: words alone can be a name in
    another sense. 0: the words themselves leave no doubt."""
    halves: bool = False
    """Whether it is told also where it was met in part."""


_WORDS_ALONE: Final = 400
_TOLD: Final[Mapping[str, _Told]] = {
    "stop-card-number": _Told("card"),
    "leave-review-free": _Told("review", halves=True),
    "verify-identity": _Told("identity"),
    "refuse": _Told("no", _WORDS_ALONE // 2),
    "hand-over": _Told("hand-over", _WORDS_ALONE // 2),
    "names-feeling": _Told("feeling", _WORDS_ALONE),
    "names-situation": _Told("situation", _WORDS_ALONE),
    "apology-fit": _Told("apology", _WORDS_ALONE // 2),
    "serves-need": _Told("step", _WORDS_ALONE),
    "understands-need": _Told("need", _WORDS_ALONE, halves=True),
    "asks-fittingly": _Told("question", _WORDS_ALONE // 2),
    "who-what-when": _Told("time", _WORDS_ALONE, halves=True),
    "time-and-owner": _Told("time", _WORDS_ALONE),
    "read-back": _Told("read-back", _WORDS_ALONE // 2),
    "state-estimate": _Told("estimate", _WORDS_ALONE // 2),
    "choices": _Told("choice", _WORDS_ALONE),
    "takes-on": _Told("own", _WORDS_ALONE),
}
"""By kind of criterion, in the order in which they are told. What no single clause shows (courtesy,
whether every wish has an answer, whether the matter moves) is not told of any: it counts in the
others."""
_TAKING_UP: Final = frozenset({"names-situation", "names-feeling"})
"""Kinds that are told with the topic's name only where the clause has words of it."""
_SAME_AS: Final[Mapping[str, str]] = {
    "asked": "question",
    "verify-identity": "identity",
    "hand-over": "hand-over",
}
"""What a criterion that was met in a way of its own is told with."""
_FOR_SURE: Final = 40
"""Score of a dimension below which the ledger must hear twice as much for words to be praised."""

_A_SENTENCE: Final = 3
"""Words of one's own that something is done with at least."""
_FAR_BELOW: Final = 4
"""A clause in which the ledger hears no more than one in so many of what it hears in another is not
what earned the points."""
_MISSED_BELOW: Final[Mapping[Dimension, int]] = {"empathy": 60, "policy": 80, "resolution": 70}
"""Score of a dimension from which on nothing is called missing in it: the reply does without."""
_HARDLY_ANY: Final = 15
"""Score of resolution below which no wish has an answer."""
_MISSED_HALF: Final = 50
"""The same for what is there in part."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A criterion that was not met, or not wholly."""

    weight: int
    finding: Finding
    topic: str | None
    half: bool

    @classmethod
    def of(
        cls, rule: CriterionRule, judgement: Judgement, findings: Sequence[Finding]
    ) -> Iterator[Missed]:
        """One where something worth telling is missing, else none."""
        half = judgement.level is Level.PARTLY
        if judgement.level is Level.MET or not rule.weight or not findings:
            return
        if half and (rule.kind not in _HALVES_MISSED or judgement.topic is None):
            return
        if half and rule.kind == "serves-need" and judgement.detail != "mentioned":
            return
        yield cls(rule.weight * (1 if half else 2), findings[0], judgement.topic, half)


_HALVES_MISSED: Final = frozenset({"names-situation", "names-feeling", "serves-need", "choices"})
"""Kinds of which a half is told as what it lacks."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made of a reply beside its criteria."""

    scores: Mapping[Dimension, int | None]
    found: Judgements
    breaches: tuple[FoundBreach, ...]
    """Those that stand."""
    let_go: tuple[FoundFault, ...]
    """Faults that lower nothing, because the ledger hears more in the reply."""
    empty: bool
    """It says nothing to this customer."""
    heard: Estimate | None
    """What the ledger makes of it."""

    @property
    def names(self) -> frozenset[Breach]:
        return frozenset(found.breach for found in self.breaches)

    @property
    def harmful(self) -> frozenset[int]:
        """Clauses that commit them; a promise that lacks only its time may be a good step."""
        return frozenset(
            clause
            for found in self.breaches
            if found.breach is not Breach.OPEN_PROMISE
            for clause in found.clauses
        )

    def brought(self, column: str) -> Sequence[int]:
        """What each clause brought to a column of the ledger; nothing without one."""
        at = COLUMNS.index(column)
        return [row[at] for row in self.heard.clauses] if self.heard is not None else ()


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
    earned = [f for result in criteria for f in result.findings if f.points]
    for n, f in enumerate(earned):
        if moved and f.rule == _LEFT_STANDING:
            earned[n] = changed(f, {"rule": LEDGER, "span": None})
        elif f.breach is not None:
            earned[n] = _where_it_is_said(f, view, seen, rubric)
    costless = [
        _where_it_is_said(f, view, seen, rubric)
        for result in criteria
        for f in result.findings
        if not f.points and _told_without_cost(f, rubric)
    ]
    worth = [m for m in missed if _worth_telling(view, m, seen, levels)]
    worth = _once(worth, earned)
    worth.sort(key=lambda m: (-m.weight, m.finding.dimension, m.finding.rule))
    advised = [_advised(view, rubric, m) for m in worth[:MOST_ADVISED]]
    teller = _Teller(view, rubric, seen)
    setting = Setting(
        clauses=tuple(clause.span for clause in view.reading.clauses),
        sentences=view.all_sentences,
        brought={} if seen.heard is None else {d: seen.brought(d) for d in DIMENSIONS},
        fit=_fit(view, seen),
        reason=teller.reason,
        empty=seen.empty,
        harmful=tuple(
            view.reading.clauses[n].span for clause in seen.harmful for n in view.sentence(clause)
        ),
        faults=tuple(teller.let_go()),
    )
    found = [*worded_once([*earned, *costless]), *advised]
    lines = laid_on_lines(found, partial(impression, view, rubric), setting)
    return tuple(told_once(sorted(lines, key=in_order)))


def _told_without_cost(finding: Finding, rubric: Rubric) -> bool:
    """A breach, or a tone, that found no points left to lower."""
    if finding.breach is not None:
        return finding.dimension == "policy"
    fault = rubric.faults.get(finding.rule)
    return fault is not None and fault.kind in _TOLD_ANYWAY


def impression(
    view: View, rubric: Rubric, dimension: Dimension, points: int, clause: int | None
) -> Finding:
    """How a clause comes across, where no criterion tells why; without one the rest of a reply."""
    level = "met" if points > 0 else "missed"
    span, variant, words = None, level, None
    if clause is not None:
        span = view.reading.clauses[clause].span
        variant, words = f"{level}-{dimension}", Text("…", "…")
    said = message(rubric, view.scenario, LEDGER, variant, topic=words)
    return Finding(LEDGER, LEDGER, dimension, view.moment.turn, span, points, said)


_ENOUGH_TO_PRAISE: Final = 45
"""Score of a dimension from which on its best words are praised for it though nothing tells why."""
_TO_SOMEBODY: Final = (Act.ACKNOWLEDGE, Act.EMPATHISE)
_FORMULAS: Final = (Act.THANK, Act.GREET, Act.CLOSE, Act.STOCK, Act.INTRODUCE)


def _fit(view: View, seen: Seen) -> Mapping[Dimension, frozenset[int]]:
    """By dimension the clauses that what no criterion shows may be laid on, with praise for what the
    ledger hears: for empathy those that are about the customer, for resolution those in which
    something is done; none by itself for keeping to the handbook, and none of a reply that falls
    short."""
    fit = {dimension: frozenset[int]() for dimension in DIMENSIONS}
    clauses = range(len(view.reading.clauses))
    own = [n for n in clauses if view.own(n) and not view.denied(n)]
    kinds = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
    topics = {
        kind: {f.clause for f in view.topics(*some, own_words=False)}
        for kind, some in (("empathy", kinds), ("resolution", (TopicKind.STEP,)))
    }
    acts = {"empathy": _TO_SOMEBODY, "resolution": WORKING}
    for dimension in ("empathy", "resolution"):
        heard = seen.brought(dimension)
        if (seen.scores[dimension] or 0) >= _ENOUGH_TO_PRAISE and heard:
            fit[dimension] = frozenset(
                n
                for n in own
                if heard[n] >= _WORDS_ALONE
                and (n in topics[dimension] or view.acts_in(n, *acts[dimension]))
                and not view.acts_in(n, *_FORMULAS)
            )
    return fit


def _where_it_is_said(finding: Finding, view: View, seen: Seen, rubric: Rubric) -> Finding:
    """The line of a breach with that of its clauses that says it most plainly."""
    found = next((b for b in seen.breaches if b.breach == finding.breach), None)
    if found is None or found.sure is Sure.ALWAYS:
        return finding
    brought = seen.brought(found.breach.value)
    if not brought or brought[found.clause] >= rubric.ledger.says:
        return finding
    best = max(found.clauses, key=lambda n: (brought[n], -n), default=found.clause)
    if brought[best] < rubric.ledger.says:
        return finding
    return changed(finding, {"span": view.reading.clauses[best].span})


class _Teller:
    """What may be told of one reply's words."""

    def __init__(self, view: View, rubric: Rubric, seen: Seen) -> None:
        self._view, self._rubric, self._seen = view, rubric, seen
        self._words = Wordings(rubric, view.scenario)
        self._rank = {kind: rank for rank, kind in enumerate(_TOLD)}
        self._heard = {d: seen.brought(d) for d in DIMENSIONS}

    def reason(self, finding: Finding) -> Reason | None:
        """What a criterion saw, and the clause that shows it best; None where it is not told."""
        dimension, name = finding.dimension, finding.rule
        rule = self._rubric.dimensions[dimension].criteria.get(name)
        judgement = self._seen.found[dimension].get(name)
        told = _TOLD.get(rule.kind) if rule is not None else None
        if rule is None or judgement is None or told is None or finding.span is None:
            return None
        if not (judgement.level is Level.MET or told.halves) or judgement.detail == "two":
            return None
        finding, clause = self._placed(finding, rule.kind, judgement)
        if clause is None or not self._is_heard(dimension, clause, told.heard):
            return None
        if rule.kind == "apology-fit" and count(self._view) >= TOO_MANY:
            return None
        kin = _SAME_AS.get(judgement.detail, told.kin)
        rank = self._rank[rule.kind]
        if kin != "time":
            return Reason(rank, kin, finding) if self._is_so(rule.kind, clause) else None
        time, person = time_and_person(self._view, clause)
        variant = "met" if time and person else "partly-no-name"
        said = self._words.told("who-what-when", variant, None)
        return Reason(rank, kin, changed(finding, {"message": said}), alone=False) if time else None

    def _is_so(self, kind: str, clause: int) -> bool:
        """What can be looked up in the clause, where the criterion looks at the reply as a whole."""
        view = self._view
        if kind == "state-estimate":
            here = view.sentence(clause)
            about = view.topics(TopicKind.UNCERTAIN, affirmed=None, own_words=False)
            named = any(found.clause in here for found in about)
            return named or any(view.slots(TIME_SLOTS, n) for n in here)
        if kind in ("serves-need", "hand-over"):  # a bare name is no step
            words = sum(view.reading.clauses[n].own_words for n in view.sentence(clause))
            return words >= _A_SENTENCE
        if kind == "takes-on":
            return in_person(view, clause)
        if kind == "choices":
            here = view.sentence(clause)
            return any(step.clause in here for step in open_steps(view))
        return True

    def _placed(
        self, finding: Finding, kind: str, judgement: Judgement
    ) -> tuple[Finding, int | None]:
        """The finding where its words are heard best."""
        clauses = self._view.reading.clauses
        heard = self._heard[finding.dimension]
        best = best_evidence(self._view, kind, judgement, heard) if heard else None
        if best is None:
            span = finding.span
            own = (n for n, c in enumerate(clauses) if span is not None and c.span.overlaps(span))
            return finding, next(own, None)
        clause = clauses[best.clause]
        said = finding.message
        if best.topic is not None and kind in _TAKING_UP:
            view = self._view
            named = touches(view.scenario, view.language, clause.text, best.topic)
            said = self._words.told(finding.rule, "met" if named else "met-own-words", best.topic)
        return changed(finding, {"span": clause.span, "message": said}), best.clause

    def _is_heard(self, dimension: Dimension, clause: int, least: int) -> bool:
        heard = self._heard[dimension]
        if not heard or not least:
            return True
        score = self._seen.scores[dimension]
        affront = Breach.HOSTILITY in self._seen.names
        if affront or (score is not None and score < _FOR_SURE):
            least *= 2
        return heard[clause] >= max(least, max(heard) // _FAR_BELOW)

    def let_go(self) -> Iterator[Finding]:
        """Faults of tone that lower nothing by themselves, because the ledger hears more."""
        for fault in self._seen.let_go:
            if self._rubric.faults[fault.rule].kind in _TOLD_ANYWAY:
                said = self._words.told(fault.rule, "fault", fault.topic)
                turn = self._view.moment.turn
                yield Finding(fault.rule, fault.rule, "empathy", turn, fault.span, 0, said)


_TOLD_ANYWAY: Final = frozenset({"plain-form", "over-apology"})
"""Kinds of faults that a trainee is told of even where the ledger hears more in the reply."""


def _worth_telling(view: View, missed: Missed, seen: Seen, levels: Mapping[str, Level]) -> bool:
    """Whether what is missing is really missing, and the next thing to say."""
    rule, dimension = missed.finding.rule, missed.finding.dimension
    score = seen.scores[dimension]
    below = _MISSED_HALF if missed.half else _MISSED_BELOW[dimension]
    if seen.heard is not None and score is not None and score >= below:
        return False
    if touched(view, missed.topic) or (dimension == "policy" and seen.breaches):
        return False
    moves = levels.get("serves-need")
    if rule == "who-what-when":  # first the step, then its time
        return bool(open_steps(view)) and not view.slots(TIME_SLOTS)
    if rule in ("every-wish", "answer-wishes"):
        helps = seen.scores["resolution"] or 0
        return moves is not Level.MET and helps < _HARDLY_ANY
    if rule == "read-back":
        return not any(slot.in_case for slot in view.reading.slots)
    return rule != "verify-identity" or not _ITEMS.search(view.reading.text.casefold())


_NO_MOVE: Final = ("serves-need", "moves-matter", "answer-wishes", "every-wish")
"""What is missing in a reply that moves nothing; told once, and not beside a fault that says it."""
_SAYS_IT: Final = frozenset({
    "nothing-said", "hollow-words", "left-standing", "apology-without-step", "refusal-only",
})  # fmt: skip


def _once(worth: Sequence[Missed], earned: Sequence[Finding]) -> list[Missed]:
    """Without what another line says already."""
    told = any(f.rule in _SAYS_IT and (f.better or f.advice) for f in earned)
    rules = [m.finding.rule for m in worth]
    first = None if told else next((rule for rule in _NO_MOVE if rule in rules), None)
    return [m for m in worth if m.finding.rule not in _NO_MOVE or m.finding.rule == first]


def _advised(view: View, rubric: Rubric, missed: Missed) -> Finding:
    """The line of what is missing; what its half has earned counts elsewhere."""
    finding = replace(missed.finding, points=0)
    return replace(
        finding,
        better=better(rubric, view, finding.rule, missed.topic),
        advice=advice(rubric, view, finding.rule),
    )
