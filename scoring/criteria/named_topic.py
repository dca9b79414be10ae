"""Empathy that can be pointed at: the situation, the feeling, the need, a fitting question.

Naming means in a clause of one's own; what merely echoes the customer is not listening.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from scenarios.acts import Act
from scenarios.model import TopicKind
from scoring.criteria.judgement import NO_OCCASION, Judgement, met, missed, partly
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import FoundAct
from scoring.moment.view import View

HEARING: Final = ("names-situation", "names-feeling")
"""Kinds of criteria by which a customer is heard, the plainest first."""
_PERSONAL = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
_TAKES_UP = (0.12, 0.67)
"""Share of the customer's words in a clause that takes them up without giving them back."""


def names_situation(view: View) -> Judgement:
    """Met by a detail of the situation; partly by an acknowledgement that names none."""
    away = {act.clause for act in view.acts(Act.SEND_AWAY)}
    named = [f for f in view.topics(TopicKind.SITUATION) if f.clause not in away]
    if named:
        return met(view.clause_span(named[0].clause, named[0].span), named[0].topic)
    wanted = view.wanted(TopicKind.SITUATION)
    shown = _not_stock(view, Act.ACKNOWLEDGE)
    if shown:
        specific = _personal(view, shown) or _takes_up(view, shown)
        span = view.clause_span(shown[0].clause, shown[0].span)
        return met(span, None, "own-words") if specific else partly(span, wanted)
    return missed(wanted)


def names_feeling(view: View) -> Judgement:
    named = view.topics(TopicKind.FEELING)
    if named:
        return met(view.clause_span(named[0].clause, named[0].span), named[0].topic)
    wanted = view.wanted(TopicKind.FEELING)
    shown = _not_stock(view, Act.EMPATHISE)
    if shown:
        span = view.clause_span(shown[0].clause, shown[0].span)
        specific = _personal(view, shown) or _takes_up(view, shown)
        return met(span, None, "own-words") if specific else partly(span, wanted)
    return missed(wanted)


def understands_need(view: View) -> Judgement:
    """The need named, or explored by a question that can bring it out.

    A question that comes without any sign of having listened is half of it: it may be a form.
    """
    needs = view.topics(TopicKind.NEED)
    if needs:
        return met(view.clause_span(needs[0].clause, needs[0].span), needs[0].topic)
    asked = exploring(view, form=False)
    if asked:
        listening = (Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE)
        heard = any(_not_stock(view, act) for act in listening)
        if heard or view.topics(TopicKind.SITUATION, TopicKind.FEELING) or gently(view, asked):
            return met(asked.span, asked.topic, "asked")
        return partly(
            asked.span, asked.topic, "asked-behind" if _speaks_before(view, asked) else "asked"
        )
    if not view.expected(TopicKind.NEED, TopicKind.QUESTION):
        return NO_OCCASION
    asking = view.wanted(TopicKind.QUESTION)
    return missed(asking, "ask") if asking else missed(view.wanted(TopicKind.NEED))


def asks_fittingly(view: View) -> Judgement:
    asked = exploring(view, form=False)
    if asked:
        return asked
    if not view.expected(TopicKind.QUESTION):
        return NO_OCCASION
    other = view.acts(Act.ASK)
    wanted = view.wanted(TopicKind.QUESTION)
    if other:
        return partly(view.clause_span(other[0].clause, other[0].span), wanted)
    return missed(wanted)


_GENTLE: Final = LazyPattern(
    r"\b(?:tell me|may i ask|can i ask|could you tell|if you could|were you hoping|you'd|you would|i'd like to (?:hear|understand|know))\b|"
    "もし|差し支え|よろしければ|聞かせて|お聞かせ|伺ってもよろし|伺えますか|聞いてみたい|くださいませんか|いただけませんか"
)
"""What makes a question an invitation: it leaves room, and is no item of a form."""


def gently(view: View, asked: Judgement) -> bool:
    """The exploring question is put as an invitation to speak."""
    span = asked.span
    at = next((n for n, c in enumerate(view.reading.clauses) if span and c.span == span), None)
    whole = view.sentence(at) if at is not None else ()
    text = " ".join(view.reading.clauses[n].text for n in whole)
    return _GENTLE.search(matching_form(text)) is not None


_A_WORD: Final = 12
"""Letters from which on a clause is more than a name or an interjection."""
_FORMS: Final = frozenset({Act.GREET, Act.INTRODUCE, Act.ASK, Act.VERIFY, Act.STOCK})


def _speaks_before(view: View, asked: Judgement) -> bool:
    """Whether something that is no mere form stands before the question: it may well be the word that
    takes in what was said, in words that no rule knows."""
    span = asked.span
    before = [
        n
        for n, clause in enumerate(view.reading.clauses)
        if span and clause.span.end <= span.start and len(clause.text) >= _A_WORD
    ]
    return any(
        view.meant(n) and {a.act for a in view.acts_in(n)}.isdisjoint(_FORMS) for n in before
    )


def exploring(view: View, *, form: bool = True) -> Judgement | None:
    """The first question about something worth asking, in the words of the reply.

    With ``form`` also the items that a form asks for (name, number); they explore nothing.
    """
    for found in view.topics(TopicKind.QUESTION, affirmed=None, own_words=False):
        if not form and view.acts_in(found.clause, Act.VERIFY):
            continue
        if view.asked(found.clause) or view.acts_in(found.clause, Act.ASK, Act.CONSENT):
            return met(view.clause_span(found.clause, found.span), found.topic)
    return None


def _not_stock(view: View, act: Act) -> tuple[FoundAct, ...]:
    return tuple(f for f in view.acts(act) if not view.acts_in(f.clause, Act.STOCK))


def _personal(view: View, acts: tuple[FoundAct, ...]) -> bool:
    """Tied to something that is this customer's, not merely to a fact of the order."""
    topics = (view.topic(name) for act in acts for name in act.about)
    return any(topic is not None and topic.kind in _PERSONAL for topic in topics)


def _takes_up(view: View, acts: tuple[FoundAct, ...]) -> bool:
    low, high = _TAKES_UP
    clauses = (view.clause(act.clause) for act in acts)
    return any(clause is not None and low <= clause.echo <= high for clause in clauses)


KINDS: Mapping[str, Callable[[View], Judgement]] = {
    "names-situation": names_situation,
    "names-feeling": names_feeling,
    "understands-need": understands_need,
    "asks-fittingly": asks_fittingly,
}
