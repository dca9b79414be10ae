"""What moves the case: a step that serves, the question that brings out what is hidden, who, when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from scenarios.acts import Act, Duty
from scenarios.model import TopicKind
from scoring.criteria.judgement import NO_OCCASION, Judgement, met, missed, partly
from scoring.criteria.named_topic import exploring
from scoring.criteria.other_times import about_other_times
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import FoundAct, FoundTopic, Level
from scoring.moment.view import TIME_SLOTS, WORKING, View, once

_CARRYING = (*WORKING, Act.INFORM, Act.CONSENT, Act.OWN)
COMMITTING = (Act.PROMISE, Act.CALL_BACK, Act.HAND_OVER, Act.OFFER, Act.ESTIMATE, Act.CHECK)
_WITH_A_CHECK = (
    *(act for act in WORKING if act is not Act.CHOICE),
    Act.ACKNOWLEDGE,
    Act.EMPATHISE,
    Act.APOLOGISE,
    Act.OWN,
    Act.CONSENT,
)
"""What goes with asking for the items: why they are asked for, or a word to the caller."""
_SURELY = (Act.PROMISE, Act.CALL_BACK, Act.HAND_OVER, Act.CHECK)
"""Commitments that move something even where it is not said what."""


_ONLY_TRIES: Final = LazyPattern(
    r"\bsee what (?:i|we) can do\b|\bdo (?:what|everything|all) (?:i|we) can\b|\b(?:try|do) (?:my|our) (?:very )?best\b|\bdo something about\b|"
    "(?:できる|出来る)(?:だけ|限り)の?(?:こと|努力|対応)|何とか(?:し|いたし)(?:ます|てみ)|検討(?:し|いたし)(?:ます|てみ)|努力(?:し|いたし)ます"
)
"""Good will, whatever it is about."""


def only_tries(view: View, clause: int) -> bool:
    """Whether a clause shows good will and no step."""
    return _ONLY_TRIES.search(view.clause_text(clause)) is not None


@once
def serves_need(view: View) -> Judgement:
    """Met by a step open to this customer, by the question that brings the need out, or by the
    duty without which nothing can move (identity, hand-over); partly by a step without object."""
    steps = open_steps(view)
    firm = carried_steps(view)
    if firm:
        return met(view.clause_span(firm[0].clause, firm[0].span), firm[0].topic)
    asked = exploring(view)
    if asked:
        return met(asked.span, asked.topic, "asked")
    due = _due_move(view)
    if due:
        return due
    wanted = view.wanted(TopicKind.STEP)
    steps = tuple(f for f in steps if not view.acts_in(f.clause, Act.ACKNOWLEDGE))
    if steps:
        return partly(view.clause_span(steps[0].clause, steps[0].span), steps[0].topic, "mentioned")
    loose = _loose(view)
    if loose:
        return partly(view.clause_span(loose[0].clause, loose[0].span), wanted)
    return missed(wanted)


def _loose(view: View) -> tuple[FoundAct, ...]:
    """Acts without a step: commitments, and offers or questions that are about the case."""
    if not view.anchored:
        return ()
    about = [a for a in view.acts(Act.OFFER, Act.ASK, Act.ESTIMATE, Act.VERIFY) if a.about]
    return tuple(sorted((*view.acts(*_SURELY), *about), key=lambda act: act.span))


@once
def open_steps(view: View) -> tuple[FoundTopic, ...]:
    """Steps that are put forward, not declined, not left to the customer, not merely echoed."""
    return tuple(
        f
        for f in view.topics(TopicKind.STEP, own_words=False)
        if view.own(f.clause)
        and not view.denied(f.clause)
        and not view.acts_in(f.clause, Act.SEND_AWAY)
        and not only_tries(view, f.clause)
        and (f.own_words or view.acts_in(f.clause, *_CARRYING))
    )


@once
def carried_steps(view: View) -> tuple[FoundTopic, ...]:
    """Those of the open steps that something is said or done about."""
    return tuple(f for f in open_steps(view) if view.acts_in(f.clause, *_CARRYING))


def _due_move(view: View) -> Judgement | None:
    moves = {Duty.VERIFY_IDENTITY: Act.VERIFY, Duty.HAND_OVER: Act.HAND_OVER}
    for duty, act in sorted(moves.items()):
        found = view.acts(act) if duty in view.duties else ()
        if found and act is Act.VERIFY and not _asked_kindly(view, found):
            # Items called for like fields of a form: the caller cannot see what they are for.
            return partly(view.clause_span(found[0].clause, found[0].span), None, duty.value)
        if found:
            return met(view.clause_span(found[0].clause, found[0].span), None, duty.value)
    return None


def _asked_kindly(view: View, found: tuple[FoundAct, ...]) -> bool:
    """In a question to somebody, or with what it is for."""
    polite = view.reading.politeness not in ("plain", "none")
    asked = polite and any(view.asked(act.clause) for act in found)
    return asked or bool(view.acts(*_WITH_A_CHECK))


def who_what_when(view: View) -> Judgement:
    """A time and a person with what is put forward.

    No occasion where the reply rightly only asks: there is nothing yet to date; nor where the only
    time comes too late, which is a fault of its own.
    """
    acts = view.acts(*COMMITTING)
    clauses = {act.clause for act in acts} | {f.clause for f in open_steps(view)}
    if not clauses:
        only_asks = exploring(view) or _due_move(view)
        return NO_OCCASION if only_asks else missed()
    near = [s for s in view.slots(TIME_SLOTS) if _near(s.clause, clauses)]
    own = {act.clause for act in view.acts(Act.CALL_BACK, Act.HAND_OVER)}
    dated = [s for s in near if s.clause in own or not about_other_times(view, s.clause)]
    too_late = {f.clause for f in view.found_topics if f.late}
    times = [s for s in dated if s.clause not in too_late]
    customer = matching_form(view.scenario.customer.name.of(view.language))
    named = [s for s in view.slots(("person",)) if s.value.casefold() not in customer]
    someone = view.acts(Act.INTRODUCE, Act.OWN) or named
    known = view.moment.agent is not None
    if times and (someone or known):
        return met(times[0].span)
    if times:
        return partly(times[0].span, detail="no-name")
    if someone:
        return partly(someone[0].span, detail="no-time")
    return NO_OCCASION if dated else missed()


def _near(clause: int, clauses: set[int]) -> bool:
    return any(abs(clause - other) <= 1 for other in clauses)


def moves_matter(view: View) -> Judgement:
    """The reply deals with the matter at all: the duty behind every other duty."""
    served = serves_need(view)
    if served.level is Level.NOT_MET:
        return missed()
    return Judgement(served.level, served.span)


KINDS: Mapping[str, Callable[[View], Judgement]] = {
    "serves-need": serves_need,
    "who-what-when": who_what_when,
    "moves-matter": moves_matter,
}
