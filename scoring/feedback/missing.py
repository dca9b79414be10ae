"""What a reply lacks, and what of it is told: never what it has touched, and one thing once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from scenarios.acts import Act, Breach, Duty
from scenarios.model import TopicKind
from scenarios.values import dataclass
from scoring.criteria.duty import named_before
from scoring.criteria.judgement import Judgement
from scoring.criteria.named_topic import HEARING
from scoring.criteria.step import COMMITTING, carried_steps, open_steps
from scoring.feedback.due import (
    begs_for_nothing,
    idles,
    owed_now,
    sets_about_it_now,
    timed_before,
)
from scoring.feedback.instead import advice, better
from scoring.feedback.lines import MOST_ADVISED
from scoring.feedback.merits import NOT_SURE
from scoring.feedback.passed_over import passed_over
from scoring.feedback.seen import Seen
from scoring.feedback.what_words_do import ANYTHING_ELSE, wishes
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import Dimension, Finding, Level
from scoring.moment.taken_back import puts_right
from scoring.moment.touched import touched
from scoring.moment.view import TIME_SLOTS, View
from scoring.rubrics.rubric import CriterionRule, Rubric
from scoring.rubrics.wording import message

__all__ = ["MISSED_BELOW", "MOVES", "Missed", "missing_lines"]

MOVES: Final = ("serves-need", "moves-matter", "answer-wishes", "every-wish")
"""What is missing in a reply that moves nothing; told once, and not beside a fault that says it."""
_SAYS_IT: Final = frozenset({
    "nothing-said", "hollow-words", "left-standing", "apology-without-step", "refusal-only",
    "said-before", "only-kind-again",
})  # fmt: skip
_SOME_WARMTH: Final = 30
"""Empathy from which on some warmth has come across, in whatever words."""
_TONE: Final = "warmth"
"""What is missing in the tone, beside which that says more."""
_ITEMS: Final = LazyPattern(
    r"\b(?:order number|your (?:full )?name|(?:check|verification|change|the|that) code)\b|注文番号|お名前|コード(?:を|が|は|の|も|、)"
)
"""Items of the identity check: whoever asks for some of them has begun with it."""
MISSED_BELOW: Final[Mapping[Dimension, int]] = {"empathy": 60, "policy": 80, "resolution": 70}
"""Score of a dimension from which on nothing is called missing in it: the reply does without."""
_SAYS_NOTHING: Final = frozenset({"takes-on"})
"""Criteria whose absence is no thing to be told of: what is lacking is a step, or its time."""
_BEGUN: Final[Mapping[str, Act]] = {"hand-over": Act.HAND_OVER}
"""Criteria that are not called missing where the act was done at all, in whatever way."""
_HARDLY_ANY: Final = 15
"""Score of resolution below which no wish has an answer."""
_MOVES_SOME: Final = 25
"""The same from which on the matter has been turned to."""
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


def missing_lines(
    view: View,
    rubric: Rubric,
    missed: Sequence[Missed],
    seen: Seen,
    earned: Sequence[Finding],
) -> list[Finding]:
    """The weightiest things that are missing, beside what was earned and lost."""
    worth = _once([m for m in missed if _worth_telling(view, m, seen)], earned)
    worth.sort(key=lambda m: (-m.weight, m.finding.dimension, m.finding.rule))
    by_topic = {m.topic or m.finding.rule: m for m in reversed(worth)}  # the weightiest stands
    told = [m for m in worth if by_topic[m.topic or m.finding.rule] is m]
    lines = [_advised(view, rubric, m, seen) for m in told[:MOST_ADVISED]]
    said = any(line.rule in MOVES for line in lines) or any(
        f.rule in _SAYS_IT or (f.breach is not None and f.dimension == "policy") for f in earned
    )
    if not said and not seen.empty and idles(view, seen.scores["resolution"]):
        lines = [_moves_nothing(view, rubric, seen), *lines[: MOST_ADVISED - 1]]
    over = list(passed_over(view, rubric, seen))
    passed = {line.rule for line in over}
    left = [line for line in lines if line.rule not in passed]
    return [*over, *left[: max(0, MOST_ADVISED - len(over))]]


def _worth_telling(view: View, missed: Missed, seen: Seen) -> bool:
    """Whether what is missing is really missing, and the next thing to say."""
    dimension = missed.finding.dimension
    rule = missed.finding.rule
    begun = any(act.act is _BEGUN.get(rule) for act in view.found_acts)
    if _out_of_place(view, missed, seen):
        return False
    if begun or rule in _SAYS_NOTHING:
        return False
    if not owed_now(view, rule, missed.topic) or begs_for_nothing(view, rule, missed.topic):
        return False
    score = seen.scores[dimension]
    below = _MISSED_HALF if missed.half else MISSED_BELOW[dimension]
    if seen.heard is not None and score is not None and score >= below:
        return False
    if touched(view, missed.topic) or (dimension == "policy" and seen.breaches):
        return False
    return _is_next(view, rule, seen)


_NO_MORE: Final = LazyPattern(
    r"\b(?:nothing (?:else|more|further)|that(?:'s| is| was| will be) (?:all|everything|it)|no more questions)\b|"
    "もう(?:何も|結構|大丈夫|ありません|ございません|いい)|(?:以上|それだけ|これだけ)です|ほかに(?:は)?(?:何も|ありません|ございません)|これで(?:結構|十分|大丈夫)"
)


def _nothing_is_left(view: View, topic: str | None) -> bool:
    """Whether what is missing is the question for anything else, and the customer has said that there is
    nothing."""
    known = view.scenario.topics.get(topic or "")
    if known is None or known.kind is not TopicKind.QUESTION or not view.moment.customer_said:
        return False
    asks_for_more = ANYTHING_ELSE.search(matching_form(known.name.of(view.language)))
    last = " ".join(view.moment.just_said)
    return bool(asks_for_more) and _NO_MORE.search(matching_form(last)) is not None


def _asks_already(view: View, rule: str, topic: str | None) -> bool:
    """Whether a further question is called missing in a reply that asks one itself, once the contact is
    under way: one at a time."""
    known = view.scenario.topics.get(topic or "")
    further = known is not None and known.kind is TopicKind.QUESTION and rule == "understands-need"
    return further and view.asks_anything and bool(view.moment.agent_said)


def _out_of_place(view: View, missed: Missed, seen: Seen) -> bool:
    """Nobody who has agreed has to be heard, asked or offered more, where anything was done at all; and
    where some warmth comes across it is not missing."""
    rule = missed.finding.rule
    if rule in HEARING and puts_right(view.reading):
        return True  # whoever takes a word back has that to say, and nothing before it
    if _nothing_is_left(view, missed.topic) or _asks_already(view, rule, missed.topic):
        return True
    if rule == _TONE:  # what breaks a rule is no lack of a kind word
        warm = (seen.scores["empathy"] or 0) >= _SOME_WARMTH
        clauses = range(len(view.reading.clauses))
        return warm or bool(seen.breaches) or any(wishes(view, n) for n in clauses)
    if rule == "choices" and (missed.topic in view.moment.named or _only_asks(view)):
        return True  # the other way has been on the table, or none is shown here
    if not view.settled:
        return False
    moves = rule in (*MOVES, "understands-need")
    return rule in HEARING or (moves and not view.nothing_moved)


def _only_asks(view: View) -> bool:
    """Whether every step that a reply names stands in a question, or only looks something up: there is
    nothing to choose yet."""
    return all(
        view.sentence_asks(step.clause)
        or bool(view.acts_in(step.clause, Act.CHECK) and not view.acts_in(step.clause, Act.OFFER))
        for step in open_steps(view)
    )


def _is_next(view: View, rule: str, seen: Seen) -> bool:
    """Whether the moment asks for it, and nothing else comes first."""
    helps = rule == "moves-matter" and (seen.scores["resolution"] or 0) >= _MOVES_SOME
    if rule in MOVES and (view.all_moved or helps):
        return False
    if rule == "who-what-when":  # first the step, then its time
        worse = Breach.OPEN_PROMISE in seen.names
        timed = view.slots(TIME_SLOTS) or timed_before(view) or sets_about_it_now(view)
        open_ended = NOT_SURE.search(view.whole_text) is not None
        own = any(view.acts_in(step.clause, *COMMITTING) for step in open_steps(view))
        # What the customer is to do has its time, and what nobody knows has none.
        return own and not (timed or worse or open_ended)
    if rule in ("every-wish", "answer-wishes"):
        return not carried_steps(view) and (seen.scores["resolution"] or 0) < _HARDLY_ANY
    if rule == "read-back":  # before something is done; what is only proposed is not done yet
        done = [s for s in carried_steps(view) if not _proposed(view, s.clause)]
        return bool(done) and not any(slot.in_case for slot in view.reading.slots)
    if rule == "verify-identity":  # a stage with duties of its own has something more pressing
        due = (
            view.stage is None or not view.stage.duties or Duty.VERIFY_IDENTITY in view.stage.duties
        )
        return due and not _ITEMS.search(view.reading.text.casefold())
    return True


def _proposed(view: View, clause: int) -> bool:
    """Whether the sentence of a clause asks whether it shall be done, or names a time for the first
    time."""
    here = view.sentence(clause)
    times = [slot for n in here for slot in view.slots(TIME_SLOTS, n)]
    new = bool(times) and not any(named_before(view, slot) for slot in times)
    return new or any(view.asked(n) for n in here)


def _once(worth: Sequence[Missed], earned: Sequence[Finding]) -> list[Missed]:
    """Without what another line says already."""
    told = any(f.rule in _SAYS_IT and (f.better or f.advice) for f in earned)
    rules = [m.finding.rule for m in worth]
    unheard = [m for m in worth if m.finding.rule in HEARING]
    bare = next((m for m in unheard if m.topic is None), None)
    if (
        len(unheard) > 1 and bare is not None
    ):  # of the two one is told where one has nothing to name
        worth = [m for m in worth if m is not bare]
    if unheard:
        worth = [m for m in worth if m.finding.rule != _TONE]
    first = None if told else next((rule for rule in MOVES if rule in rules), None)
    return [m for m in worth if m.finding.rule not in MOVES or m.finding.rule == first]


def _advised(view: View, rubric: Rubric, missed: Missed, seen: Seen) -> Finding:
    """The line of what is missing; what its half has earned counts elsewhere. To somebody who was kind
    and did nothing it is told as that: they need no advice on how to listen."""
    finding = replace(missed.finding, points=0)
    if finding.rule in MOVES and not missed.half and _is_warm(seen):
        return _moves_nothing(view, rubric, seen)
    return replace(
        finding,
        better=better(rubric, view, finding.rule, missed.topic),
        advice=advice(rubric, view, finding.rule),
    )


def _is_warm(seen: Seen) -> bool:
    return (seen.scores["empathy"] or 0) >= MISSED_BELOW["empathy"]


def _moves_nothing(view: View, rubric: Rubric, seen: Seen) -> Finding:
    """The line of a reply in which nothing moves."""
    rule = "serves-need"
    warm = _is_warm(seen)
    words = rubric.messages.get(rule, {})
    return Finding(
        rule=rule,
        criterion=rule,
        dimension="resolution",
        turn=view.moment.turn,
        span=None,
        points=0,
        message=message(rubric, view.scenario, rule, "missed-warm" if warm else "missed-bare"),
        better=better(rubric, view, rule, view.wanted(TopicKind.STEP)),
        advice=words.get("better-warm") if warm else advice(rubric, view, rule),
    )
