"""What may be told of the words of a reply: what a criterion saw in them, where the ledger hears it, too.

A criterion is met by words anywhere in a reply. Told is the clause that shows it best, in words that
are true of its sentence; words that the ledger does not hear it in may mean something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.model import TopicKind
from scenarios.values import changed, dataclass
from scoring.criteria.apology import TOO_MANY, count
from scoring.criteria.judgement import Judgement
from scoring.criteria.step import open_steps
from scoring.criteria.tone import in_person
from scoring.evidence import best_evidence, time_and_person
from scoring.model import DIMENSIONS, Dimension, Finding, Level
from scoring.reply_laying import Reason
from scoring.reply_seen import Seen
from scoring.rubric import Rubric
from scoring.touched import touches
from scoring.view import TIME_SLOTS, WORKING, View
from scoring.wording import Wordings

__all__ = ["TOLD_ANYWAY", "Teller"]


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
"""Hundredths of a point that the ledger must hear in a clause for what its words seem to say to be told
of it; half of it where an act shows it. Lines that coaches called false lay at half of what true ones
were heard with."""
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
_RANK: Final = {kind: rank for rank, kind in enumerate(_TOLD)}
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

TOLD_ANYWAY: Final = frozenset({"plain-form", "over-apology"})
"""Kinds of faults that a trainee is told of even where the ledger hears more in the reply."""
_ENOUGH_TO_PRAISE: Final = 45
"""Score of a dimension from which on its best words are praised for it though nothing tells why."""
_GOOD_BY_ANY_WORDS: Final = 60
"""The same from which on they are where no act or topic shows it: something in it must be good."""
_NO_CARE: Final = (Act.VERIFY, Act.INFORM, Act.READ_BACK)
"""What is not praised as care for the customer without anything else to show it."""
# What shows that words are about the customer; what is said to anybody.
_TO_SOMEBODY: Final = (Act.ACKNOWLEDGE, Act.EMPATHISE)
_FORMULAS: Final = (Act.THANK, Act.GREET, Act.CLOSE, Act.STOCK, Act.INTRODUCE)


class Teller:
    """What may be told of one reply's words."""

    def __init__(self, view: View, rubric: Rubric, seen: Seen) -> None:
        self._view, self._rubric, self._seen = view, rubric, seen
        self._words = Wordings(rubric, view.scenario)
        self.heard: Mapping[Dimension, Sequence[int]] = {d: seen.brought(d) for d in DIMENSIONS}
        """By dimension what the ledger hears in each clause; nothing without a ledger."""

    def fit(self) -> Mapping[Dimension, frozenset[int]]:
        """By dimension the clauses that what no criterion shows may be laid on, with praise for what the
        ledger hears: for empathy those that are about the customer, for resolution those in which
        something is done; none by itself for keeping to the handbook, and none of a reply that falls
        short."""
        view = self._view
        result = {dimension: frozenset[int]() for dimension in DIMENSIONS}
        clauses = range(len(view.reading.clauses))
        own = [n for n in clauses if view.own(n) and not view.denied(n)]
        kinds = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
        topics = {
            kind: {f.clause for f in view.topics(*some, own_words=False)}
            for kind, some in (("empathy", kinds), ("resolution", (TopicKind.STEP,)))
        }
        acts = {"empathy": _TO_SOMEBODY, "resolution": WORKING}
        for dimension in ("empathy", "resolution"):
            heard = self.heard[dimension]
            score = self._seen.scores[dimension] or 0
            if score < _ENOUGH_TO_PRAISE or not heard:
                continue
            able = [n for n in own if heard[n] > 0 and not view.acts_in(n, *_FORMULAS)]
            shown = [
                n
                for n in able
                if heard[n] >= _WORDS_ALONE
                and (n in topics[dimension] or view.acts_in(n, *acts[dimension]))
            ]
            any_words = [
                n for n in able if dimension != "empathy" or not view.acts_in(n, *_NO_CARE)
            ]
            result[dimension] = frozenset(
                shown or (any_words if score >= _GOOD_BY_ANY_WORDS else ())
            )
        return result

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
        rank = _RANK[rule.kind]
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
        heard = self.heard[finding.dimension]
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
        heard = self.heard[dimension]
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
            if self._rubric.faults[fault.rule].kind in TOLD_ANYWAY:
                said = self._words.told(fault.rule, "fault", fault.topic)
                turn = self._view.moment.turn
                yield Finding(fault.rule, fault.rule, "empathy", turn, fault.span, 0, said)
