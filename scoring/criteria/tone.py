"""Courtesy and taking the matter on: how the reply speaks to a customer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from scenarios.acts import Act
from scoring.criteria.judgement import Judgement, met, missed, partly
from scoring.criteria.named_topic import exploring, gently
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import FoundAct
from scoring.moment.view import View

_KIND = (Act.THANK, Act.CONSENT, Act.CHOICE, Act.ACKNOWLEDGE, Act.EMPATHISE, Act.OWN)


def warmth(view: View) -> Judgement:
    """Polite words together with a sign that they are meant for somebody.

    Correct politeness alone is what a machine does, too; it is neither a fault nor warmth.
    """
    polite = view.reading.politeness in ("formal", "polite")
    # "May I take your number" is how the items are asked for, and no courtesy of its own.
    kind = [act for act in view.acts(*_KIND) if not view.acts_in(act.clause, Act.STOCK, Act.VERIFY)]
    asked = exploring(view, form=False)
    if asked and gently(view, asked):
        return met(asked.span) if polite else partly(asked.span)
    if not kind:
        return missed(detail="polite" if polite and view.language == "ja" else "")
    span = view.clause_span(kind[0].clause, kind[0].span)
    # Thanks for the call alone is how every contact opens.
    opening = all(act.act is Act.THANK and not act.about for act in kind)
    return met(span) if polite and not opening else partly(span)


def takes_on(view: View) -> Judgement:
    """Says 'I', and what the speaker will do."""
    own = view.acts(Act.OWN)
    doing = view.acts(Act.PROMISE, Act.CALL_BACK, Act.CHECK, Act.HAND_OVER)
    if (own and doing) or (len(doing) > 1 and _somebodys_word(view, doing)):
        first = min((*own, *doing), key=lambda act: act.span)
        return met(view.clause_span(first.clause, first.span))
    if own or doing or view.acts(Act.OFFER):
        first = (own or doing or view.acts(Act.OFFER))[0]
        return partly(view.clause_span(first.clause, first.span))
    return missed()


_SELF: Final = {
    "en": LazyPattern(r"\b(?:i|me|my)\b"),
    "ja": LazyPattern("私(?!ども)|わたし|わたくし|自分|僕"),
}


def _somebodys_word(view: View, doing: tuple[FoundAct, ...]) -> bool:
    """Somebody says it: 'I', 「私」, or a name; 'the supervisor will' is nobody's word."""
    return bool(view.acts(Act.INTRODUCE)) or any(in_person(view, act.clause) for act in doing)


def in_person(view: View, index: int) -> bool:
    """Whether the speaker names themselves in a clause."""
    clause = view.clause(index)
    form = "" if clause is None else matching_form(clause.text)
    return _SELF[view.language].search(form) is not None


KINDS: Mapping[str, Callable[[View], Judgement]] = {"warmth": warmth, "takes-on": takes_on}
