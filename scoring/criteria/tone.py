"""Courtesy and taking the matter on: how the reply speaks to a customer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scenarios.acts import Act
from scoring.criteria.judgement import Judgement, met, missed, partly
from scoring.view import View

_KIND = (Act.THANK, Act.CONSENT, Act.CHOICE, Act.ACKNOWLEDGE, Act.EMPATHISE, Act.OWN)


def warmth(view: View) -> Judgement:
    """Polite words together with a sign that they are meant for somebody.

    Correct politeness alone is what a machine does, too; it is neither a fault nor warmth.
    """
    polite = view.reading.politeness in ("formal", "polite")
    kind = [act for act in view.acts(*_KIND) if not view.acts_in(act.clause, Act.STOCK)]
    if not kind:
        return missed()
    span = view.clause_span(kind[0].clause, kind[0].span)
    return met(span) if polite else partly(span)


def takes_on(view: View) -> Judgement:
    """Says 'I', and what the speaker will do."""
    own = view.acts(Act.OWN)
    doing = view.acts(Act.PROMISE, Act.CALL_BACK, Act.CHECK, Act.HAND_OVER)
    if (own and doing) or len(doing) > 1:
        first = min((*own, *doing), key=lambda act: act.span)
        return met(view.clause_span(first.clause, first.span))
    if own or doing or view.acts(Act.OFFER):
        first = (own or doing or view.acts(Act.OFFER))[0]
        return partly(view.clause_span(first.clause, first.span))
    return missed()


KINDS: Mapping[str, Callable[[View], Judgement]] = {"warmth": warmth, "takes-on": takes_on}
