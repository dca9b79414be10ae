"""Choice gives control back, where there is something to choose."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scenarios.acts import Act
from scenarios.model import TopicKind
from scoring.criteria.judgement import NO_OCCASION, Judgement, met, missed, partly
from scoring.criteria.step import open_steps
from scoring.model import FoundTopic
from scoring.moment.view import View


def choices(view: View) -> Judgement:
    """Met by two ways, or by letting the customer decide how or when; occasion only where the
    moment has two fitting steps and the reply puts one forward."""
    if len(view.expected(TopicKind.STEP)) < 2:
        return NO_OCCASION
    steps = open_steps(view)
    chosen = view.acts(Act.CHOICE)
    other = _another(steps)
    if chosen:
        return met(chosen[0].span)
    if other:
        return met(other.span, detail="two")
    consent = view.acts(Act.CONSENT)
    if consent and steps:
        return partly(consent[0].span)
    if not steps:
        return NO_OCCASION
    return missed(_open_way(view, {f.topic for f in steps}))


def _open_way(view: View, named: set[str]) -> str | None:
    """A way that the customer could still choose: one with a deed, and that not done yet."""
    topics = view.scenario.topics
    for name in view.expected(TopicKind.STEP):
        deed = topics[name].deed
        if deed is not None and deed not in view.moment.done and name not in named:
            return name
    return None


def _another(steps: tuple[FoundTopic, ...]) -> FoundTopic | None:
    """A second way, in words of its own: the same words may name two of the case's topics."""
    for step in steps:
        if step.topic != steps[0].topic and step.span.start >= steps[0].span.end:
            return step
    return None


KINDS: Mapping[str, Callable[[View], Judgement]] = {"choices": choices}
