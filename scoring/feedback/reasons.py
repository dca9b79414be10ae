"""What may be told of the words of a reply: what a criterion saw in them, where the ledger hears it, too.

A criterion is met by words anywhere in a reply. Told is the clause that shows it best, in words that
are true of its sentence; words that the ledger does not hear it in may mean something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.language import Text
from scenarios.model import TopicKind
from scenarios.values import changed, dataclass
from scoring.criteria.evidence import best_evidence, time_and_person
from scoring.criteria.judgement import Judgement
from scoring.criteria.named_topic import HEARING
from scoring.criteria.step import COMMITTING
from scoring.feedback.laying import Reason
from scoring.feedback.lines import LEDGER
from scoring.feedback.names import nameable, step_variant
from scoring.feedback.seen import Seen
from scoring.feedback.shown import ASKS, draws_the_line, in_general, is_so, overclaims, shown_in
from scoring.feedback.ways import is_aside, plainly_asks, question_way, way_of
from scoring.feedback.what_words_do import (
    ANYTHING_ELSE,
    LEAVES,
    asks_for_data,
    asks_for_items,
    dated,
    is_bidden,
    puts_forward,
    says_what_for,
    shuts_out,
    sums_up,
    turns_to_the_matter,
    turns_to_them,
    wishes,
)
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import DIMENSIONS, Dimension, Finding, Level, Span
from scoring.moment.touched import names_it, touches
from scoring.moment.view import View
from scoring.rubrics.rubric import Rubric
from scoring.rubrics.wording import Wordings

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
    ASKS: _Told("question", _WORDS_ALONE // 2),
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
_NAMING: Final[Mapping[str, tuple[str, str]]] = {
    "names-situation": ("met", "met-own-words"),
    "names-feeling": ("met", "met-own-words"),
    "serves-need": ("met-step", "met"),
    "understands-need": ("met", "met-own-words"),
    ASKS: ("met", "partly"),
}
"""Kinds that are told with the topic's name only where the words bear it out, else without."""
_SAME_AS: Final[Mapping[str, str]] = {
    "asked": "question",
    "asked-behind": "question",
    "verify-identity": "identity",
    "hand-over": "hand-over",
}
"""What a criterion that was met in a way of its own is told with."""
_WAYS: Final[Mapping[str, str]] = {
    "asked": ASKS,
    "asked-behind": ASKS,
    "hand-over": "hand-over",
}
"""By the way in which a criterion was met the kind whose words it then has to have."""
_PERSONAL: Final = frozenset({"takes-on", "names-feeling", "names-situation"})
"""Kinds that praise how somebody speaks to the customer."""
_SUMMED_UP: Final = frozenset({"time", "step", "own"})
"""What is told together where a sentence puts all that was arranged together."""
_FOR_SURE: Final = 40
"""Score of a dimension below which the ledger must hear twice as much for words to be praised."""

_NO_LONGER_FIRST: Final = 2
"""Earlier replies from which on nobody is told that they asked who is calling before anything else."""
_SEVERAL: Final = 2
"""Facts and figures of the case that make a sentence a read-back whatever the ledger hears in it."""
_COLD: Final = 30
"""Score of empathy up to which nothing is praised for it: no question makes up for the rest."""
_FAR_BELOW: Final = 4
"""A clause in which the ledger hears no more than one in so many of what it hears in another is not
what earned the points."""

TOLD_ANYWAY: Final = frozenset(
    {
        "other-language",
        "plain-form",
        "over-apology",
        "said-before",
        "only-kind-again",
        "too-late",
        "first-things",
        "unfounded-joy",
    }
)
"""Kinds of faults that a trainee is told of even where the ledger hears more in the reply."""
_ORDERED: Final = "calm-down"
"""A fault that is told as well, where the customer is bidden: it angers whatever else is good."""
_MUCH: Final = 500
"""Hundredths of a point in a dimension from which on words are good, whatever fault they look like."""
_POLITE: Final = LazyPattern(
    "です|ます|ました|ません|ましょう|でしょう|ください|ござい|ませ[。！!]"
)
"""Endings that a reply in nothing but plain forms does not have."""
_ENOUGH_TO_PRAISE: Final = 45
"""Score of a dimension from which on its best words are praised for it beside its criteria."""
_FORMULAS: Final = (Act.THANK, Act.GREET, Act.CLOSE, Act.STOCK, Act.INTRODUCE)
_WISHES: Final = LazyPattern(
    r"^\W*(?:and |then |well,? |so )*(?:i|we)(?: do| really)? hope\b|\benjoy (?:the|your|it)\b|\bgood luck\b|\ball the best\b|\btake (?:good )?care\b|\bhave a (?:good|nice|lovely)\b|"
    "お気をつけて|お大事に|ます(?:ように|よう(?:お祈り|願))|お過ごし(?:ください|になれ)|いってらっしゃい"
)
_WHAT_TIME: Final = LazyPattern(
    r"何時|何日|何曜|いつ(?:頃|ごろ)|\b(?:what time|which day|what day)\b"
)
_GOOD_BY_ANY_WORDS: Final = 70
"""The same from which on the best of them are where no act or topic shows it: something in it is good."""


class Teller:
    """What may be told of one reply's words."""

    def __init__(self, view: View, rubric: Rubric, seen: Seen) -> None:
        self._view, self._rubric, self._seen = view, rubric, seen
        self._words = Wordings(rubric, view.scenario)
        self.heard: Mapping[Dimension, Sequence[int]] = {d: seen.brought(d) for d in DIMENSIONS}
        """By dimension what the ledger hears in each clause; nothing without a ledger."""
        self._shown: dict[tuple[Dimension, int], Sequence[Finding]] = {}

    def fit(self) -> Mapping[Dimension, frozenset[int]]:
        """By dimension the clauses that what no criterion shows may be laid on: those in which the ledger
        hears it and an act or a topic shows it, and none of a reply that falls short; for keeping to the
        handbook only the steps of its procedure."""
        view = self._view
        result = {dimension: frozenset[int]() for dimension in DIMENSIONS}
        clauses = range(len(view.reading.clauses))
        if (self._seen.scores["policy"] or 0) >= _ENOUGH_TO_PRAISE and not self._seen.breaches:
            result["policy"] = frozenset(n for n in clauses if draws_the_line(view, n))
        for dimension in ("empathy", "resolution"):
            heard = self.heard[dimension]
            score = self._seen.scores[dimension] or 0
            if score < _ENOUGH_TO_PRAISE or not heard:
                continue
            able = [n for n in clauses if heard[n] >= _WORDS_ALONE and not self._is_formula(n)]
            if dimension == "resolution":  # a good wish moves nothing, nor does what is not certain
                able = [n for n in able if not (_wishes(view, n) or overclaims(view, n))]
            does = _reaches if dimension == "empathy" else turns_to_the_matter
            shown = [n for n in able if self.shown(dimension, n) and not shuts_out(view, n)]
            if not shown and score >= _GOOD_BY_ANY_WORDS:
                shown = [n for n in able if view.own(n) and not view.denied(n) and does(view, n)]
                shown = sorted(shown, key=lambda n: -heard[n])[:1]
            result[dimension] = frozenset(shown)
        return result

    def _is_formula(self, clause: int) -> bool:
        """Thanks, a greeting or a farewell, also where its other half is the next clause."""
        after = clause + 1
        thanked = after in self._view.sentence(clause) and self._view.acts_in(after, Act.THANK)
        return bool(self._view.acts_in(clause, *_FORMULAS) or thanked)

    def shown(self, dimension: Dimension, clause: int) -> Sequence[Finding]:
        """What a clause shows where no criterion was placed, for which no points were laid yet."""
        known = self._shown.get((dimension, clause))
        if known is None:
            known = self._shown[dimension, clause] = list(self._look(dimension, clause))
        return known

    def _look(self, dimension: Dimension, clause: int) -> Iterator[Finding]:
        span, turn = self._view.reading.clauses[clause].span, self._view.moment.turn
        for one in shown_in(self._view, dimension, clause):
            said = self._words.told(one.rule, one.variant, one.topic)
            yield Finding(one.rule, one.rule, dimension, turn, span, 0, said)

    def reason(self, finding: Finding) -> Reason | None:
        """What a criterion saw, and the clause that shows it best; None where it is not told."""
        dimension, name = finding.dimension, finding.rule
        rule = self._rubric.dimensions[dimension].criteria.get(name)
        judgement = self._seen.found[dimension].get(name)
        told = _TOLD.get(rule.kind) if rule is not None else None
        if rule is None or judgement is None or told is None or finding.span is None:
            return None
        cold = dimension == "empathy" and (self._seen.scores["empathy"] or 0) <= _COLD
        in_part = not (judgement.level is Level.MET or told.halves)
        if cold or in_part or judgement.detail == "two":
            return None
        finding, clause = self._placed(self._in_its_time(finding), rule.kind, judgement)
        plainly = rule.kind == "read-back" and self._holds_much(clause)
        least = 0 if plainly else told.heard
        if clause is None or not self._is_heard(dimension, clause, least):
            return None
        # A kind that is met in several ways is told of by what this way of it claims.
        ways = (rule.kind, _WAYS.get(judgement.detail, rule.kind))
        untrue = self._is_none(rule.kind, clause, ways, self._is_unnamed(finding))
        untrue = untrue or self._asks_for_data(dimension, ways, clause)
        if untrue or not all(is_so(self._view, way, clause) for way in ways):
            return None
        return self._told_as(finding, clause, rule.kind, _SAME_AS.get(judgement.detail, told.kin))

    def _told_as(self, finding: Finding, clause: int, kind: str, kin: str) -> Reason | None:
        """A finding of a kind with what its clause says of it."""
        if kin == "need" and self._view.acts_in(clause, *COMMITTING):
            kin = "deed"  # the need is served, and no word is said of it
        if kin in _SUMMED_UP and sums_up(self._view, clause):
            said = self._words.told("read-back", "met", None)
            return Reason(_RANK["read-back"], "read-back", changed(finding, {"message": said}))
        if kin == "time":
            return self._timed(finding, clause, _RANK[kind])
        unnamed = self._is_unnamed(finding)
        if kind == "serves-need" and unnamed:
            finding = self._with_its_way(finding, clause)
        general = kind in HEARING and unnamed
        variant = in_general(self._view, clause, kind) if general else None
        if variant is not None:
            finding = changed(finding, {"message": self._words.told(finding.rule, variant, None)})
        return Reason(_RANK[kind], kin, finding, general=general)

    def _is_unnamed(self, finding: Finding) -> bool:
        """Whether it is told without the name of a topic."""
        return finding.message == self._words.told(finding.rule, "met-own-words", None)

    def _says_nothing(self, kind: str, clause: int) -> bool:
        """A question takes nothing up by itself, nor does a form to fill in, an instruction or a statement; an
        apology for something is told as that."""
        view = self._view
        here = view.sentence(clause)
        form = view.sentence_bids(clause) and any(asks_for_data(view, n) for n in here)
        sorry = any(view.acts_in(n, Act.APOLOGISE) for n in here) and says_what_for(view, clause)
        beside = form or sorry or is_bidden(view, clause)
        return view.asked(clause) or beside or in_general(view, clause, kind) is None

    def _is_none(self, kind: str, clause: int, ways: Sequence[str], unnamed: bool) -> bool:
        """Whether what a criterion saw is none of its kind in this clause, or true of anything."""
        # That a need was met is told with its name only.
        nothing = kind == "understands-need" or (
            kind in HEARING and self._says_nothing(kind, clause)
        )
        if unnamed and nothing:
            return True
        view = self._view
        if kind in _BESIDE and _BESIDE[kind](view, clause):
            return True
        if kind == "serves-need" and ASKS not in ways:
            expected = unnamed and self._only_expects(clause)
            return expected or not puts_forward(view, clause)
        if kind in _PERSONAL and self._breaks_a_rule(clause):
            return True
        tells = view.language == "ja" and not (view.requested(clause) or plainly_asks(view, clause))
        return ASKS in ways and (tells or asks_for_items(view, clause))

    def _asks_for_data(self, dimension: Dimension, ways: Sequence[str], clause: int) -> bool:
        """A name or a number that is asked for takes nobody in."""
        of_a_form = dimension == "empathy" and ASKS in ways
        return of_a_form and asks_for_data(self._view, clause)

    def _holds_much(self, clause: int | None) -> bool:
        """Whether a sentence tells several facts of the case: no doubt that they are read back."""
        here = () if clause is None else self._view.sentence(clause)
        return self._view.known_figures(here) >= _SEVERAL

    def _only_expects(self, clause: int) -> bool:
        """Whether a clause says nothing but when something is expected: no step by itself."""
        return {found.act for found in self._view.acts_in(clause)} == {Act.ESTIMATE}

    def _breaks_a_rule(self, clause: int) -> bool:
        """Whether a sentence holds a breach, and no word in this clause that a rule takes for feeling: what
        was promised in it is nothing to rely on."""
        if self._view.acts_in(clause, Act.EMPATHISE, Act.ACKNOWLEDGE):
            return False
        broken = {n for found in self._seen.breaches for n in (found.clause, *found.clauses)}
        return not broken.isdisjoint(self._view.sentence(clause))

    def _with_its_way(self, finding: Finding, clause: int) -> Finding:
        """A step that cannot be named, with what its words do; its time is told by itself."""
        way = way_of(self._view, "resolution", clause)
        if way is None or way == "when":
            return finding
        said, more = finding.message, self._words.told(LEDGER, f"met-resolution-{way}", None)
        return changed(finding, {"message": Text(said.ja + more.ja, f"{said.en} {more.en}")})

    def _in_its_time(self, finding: Finding) -> Finding:
        """Whoever asks who is calling late in a contact, or after a fact was told, has not asked "before
        anything else"."""
        moment, topics = self._view.moment, self._view.scenario.topics
        named = [topics[n] for n in moment.named if n in topics]
        told = any(t.kind is TopicKind.FACT or t.breach is not None for t in named)
        late = told or len(moment.agent_said) >= _NO_LONGER_FIRST
        if finding.rule != "verify-identity" or not late:
            return finding
        return changed(finding, {"message": self._words.told(finding.rule, "met-late", None)})

    def _timed(self, finding: Finding, clause: int, rank: int) -> Reason | None:
        """By when, and by whom, as far as the sentence tells it."""
        time, person = time_and_person(self._view, clause)
        variant = "met" if time and person else "partly-no-name"
        said = self._words.told("who-what-when", variant, None)
        here = self._view.sentence(clause)
        only_asks = self._view.sentence_asks(clause) and not self._view.acts_in(clause, *COMMITTING)
        only_asks = only_asks or _WHAT_TIME.search(self._view.clause_text(clause)) is not None
        only_asks = only_asks or _greets(self._view, here)
        if not time or only_asks or not dated(self._view, clause):
            return None
        return Reason(rank, "time", changed(finding, {"message": said}), alone=False)

    def _placed(
        self, finding: Finding, kind: str, judgement: Judgement
    ) -> tuple[Finding, int | None]:
        """The finding where its words are heard best."""
        clauses = self._view.reading.clauses
        heard = self.heard[finding.dimension]
        best = best_evidence(self._view, kind, judgement, heard) if heard else None
        if best is None:
            at = next(iter(self._view.clauses_at(finding.span)), None)
            return self._named_or_not(finding, kind, judgement.topic, at), at
        clause = clauses[best.clause]
        said = finding.message
        if best.topic is not None and kind in _NAMING:
            view = self._view
            # A question is borne out by what it asks for, all else by words in its own clause.
            borne_out = kind == ASKS or touches(
                view.scenario, view.language, clause.text, best.topic
            )
            named = borne_out and nameable(view, view.sentence_text(best.clause), best.topic)
            variant = self._naming(kind, best.clause, best.topic, named)
            said = self._words.told(finding.rule, variant, best.topic)
        return changed(finding, {"span": clause.span, "message": said}), best.clause

    def _naming(self, kind: str, clause: int, topic: str | None, named: bool) -> str:
        if named and kind == "serves-need":
            return step_variant(self._view, clause, topic)
        return _NAMING[kind][not named]

    def _named_or_not(
        self, finding: Finding, kind: str, topic: str | None, clause: int | None
    ) -> Finding:
        """A no is told with what was declined only where its sentence has words of it, and anything with
        what its name has in quotation marks only where that was said."""
        if topic is None or clause is None:
            return finding
        view = self._view
        text = view.sentence_text(clause)
        if kind == "refuse" and not names_it(view.scenario, view.language, text, topic):
            said = self._words.told(finding.rule, "met-bare", None)
        elif kind in _NAMING and not nameable(view, text, topic):
            asked = view.scenario.topics[topic].kind is TopicKind.QUESTION
            if asked and kind != "understands-need":  # not plainly the one that the scenario means
                way = question_way(view, clause) or "asks"
                said = self._words.told(LEDGER, f"met-resolution-{way}", None)
            else:
                said = self._words.told(finding.rule, _NAMING[kind][1], topic)
        else:
            return finding
        return changed(finding, {"message": said})

    def _is_heard(self, dimension: Dimension, clause: int, least: int) -> bool:
        heard = self.heard[dimension]
        if not heard or not least:
            return True
        score = self._seen.scores[dimension]
        affront = Breach.HOSTILITY in self._seen.names
        if affront or (score is not None and score < _FOR_SURE):
            least *= 2
        return heard[clause] >= max(least, max(heard) // _FAR_BELOW)

    def hears_good(self, fault: Finding) -> bool:
        """Whether the ledger hears so much good in the words of a fault that they are no example of it;
        never of a fault that binds it."""
        rule = self._rubric.faults.get(fault.rule)
        if fault.span is None or (rule is not None and rule.binding):
            return False
        at = next(iter(self._view.clauses_at(fault.span)), None)
        heard = [self.heard[d][at] for d in DIMENSIONS if self.heard[d] and at is not None]
        return bool(heard) and min(heard) >= 0 and max(heard) >= _MUCH

    def _is_asked_for(self, span: Span | None) -> bool:
        """Whether the words of a fault bid the customer do something: "calm down, please"."""
        return any(map(self._view.requested, self._view.clauses_at(span)))

    def let_go(self) -> Iterator[Finding]:
        """Faults of tone that lower nothing by themselves, because the ledger hears more."""
        polite = _POLITE.search(self._view.whole_text)
        for fault in self._seen.let_go:
            kind = self._rubric.faults[fault.rule].kind
            ordered = fault.rule == _ORDERED and self._is_asked_for(fault.span)
            if (kind in TOLD_ANYWAY and not (kind == "plain-form" and polite)) or ordered:
                said = self._words.told(fault.rule, "fault", fault.topic)
                turn = self._view.moment.turn
                yield Finding(fault.rule, fault.rule, "empathy", turn, fault.span, 0, said)


_IT_IS_ME: Final = LazyPattern(
    r"^\W*(?:hello|hi|good (?:morning|afternoon|evening))\b[^.!?]*\b(?:it's|this is|\w+ (?:here|speaking))\b"
)


def _greets(view: View, here: Sequence[int]) -> bool:
    """Whether a sentence says who is speaking: the hour of it is none by which anything is done."""
    who = any(view.acts_in(n, Act.INTRODUCE, Act.GREET) for n in here)
    return who or _IT_IS_ME.search(view.sentence_text(here[0])) is not None


def _moves_nothing(view: View, clause: int) -> bool:
    """Asks for anything else, or what is beside the matter, or takes leave."""
    text = view.clause_text(clause)
    ends = ANYTHING_ELSE.search(text) is not None or LEAVES.search(text) is not None
    return ends or is_aside(view, clause)


def _only_supposes(view: View, clause: int) -> bool:
    """A wish, or the case that something is so: no need is met by that."""
    return _wishes(view, clause) or view.conditional(clause)


def _asks_for_more(view: View, clause: int) -> bool:
    return ANYTHING_ELSE.search(view.clause_text(clause)) is not None


_BESIDE: Final[Mapping[str, Callable[[View, int], bool]]] = {
    "serves-need": _moves_nothing,
    "choices": _asks_for_more,
    "understands-need": _only_supposes,
}
"""By kind what a clause does that is none of it, whatever it names."""


def _wishes(view: View, clause: int) -> bool:
    """Whether a clause wishes something; in Japanese the wish stands at the end of the sentence."""
    ja = view.language == "ja"
    text = view.sentence_text(clause) if ja else view.clause_text(clause)
    return bool(_WISHES.search(text)) or wishes(view, clause)


def _reaches(view: View, clause: int) -> bool:
    """Whether a clause speaks to the customer and does something that can be told."""
    return turns_to_them(view, clause) and way_of(view, "empathy", clause) is not None
