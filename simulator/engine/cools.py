"""What in a reply cools the customer: one small question for each cause.

Figures stand in ``causes``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.model import TopicKind
from simulator.engine.impression import (
    Impression,
    acknowledges,
    apology_objects,
    offers_instead,
    seen_deeds,
)
from simulator.engine.pressure import handover_due, is_pressing

_GIVING: Final = (Act.OFFER, Act.PROMISE, Act.CHOICE, Act.CALL_BACK, Act.CHECK, Act.INFORM)


def cools(h: Impression) -> Iterator[str]:
    """Names of the causes, in no order of weight."""
    yield from _understanding(h)
    yield from _apology(h)
    yield from _steps(h)
    yield from _facts(h)
    if h.has(Act.OWN):
        yield "owned"
    if h.has(Act.THANK) and not h.has(Act.CLOSE):
        yield "thanked"
    if h.has(Act.BOUNDARY) and h.state.abuse:
        yield "boundary-kept"
    if h.has(Act.HAND_OVER) and handover_due(h.setup, h.state):
        yield "supervisor-came"
    if seen_deeds(h):
        yield "noticed-deed"
    if _rewards(h):
        yield "threat-rewarded"


def _understanding(h: Impression) -> Iterator[str]:
    if acknowledges(h):
        yield "acknowledged"
    if h.has(Act.EMPATHISE):
        yield "felt-with"
    if any(h.is_new(topic) for topic in h.named(TopicKind.NEED)):
        yield "need-seen"
    worth = h.about((TopicKind.QUESTION, TopicKind.NEED), Act.ASK)
    if any(not h.state.asked.get(topic) for topic in worth):
        yield "asked-well"


def _apology(h: Impression) -> Iterator[str]:
    objects = apology_objects(h.heard)
    if any(object_ and object_ not in h.state.apologies for object_ in objects):
        yield "apology-with-object"
    elif objects and not h.state.apologies:
        yield "apology"


def _steps(h: Impression) -> Iterator[str]:
    steps = [t for t in h.about((TopicKind.STEP,), *_GIVING) if t not in h.heard.denied]
    too_late = any(topic.late for topic in h.reading.topics)
    if steps and h.heard.times and not too_late:
        yield "step-with-time"
    elif steps:
        yield "step"
    elif not too_late and any(c.clock is not None for c in h.new):
        yield "time-given"
    if h.has(Act.CHOICE):
        yield "choice"
    if h.has(Act.CONSENT):
        yield "consent"
    if h.has(Act.CHECK):
        yield "narrated"


def _facts(h: Impression) -> Iterator[str]:
    if any(h.is_new(topic) for topic in h.named(TopicKind.FACT)):
        yield "fact-given"
    if h.has(Act.ESTIMATE) and not h.has(Act.VAGUE):
        yield "estimate-marked"
    if h.has(Act.READ_BACK):
        yield "read-back"
    if h.has(Act.REFUSE) and not h.has(Act.RULE_ONLY) and offers_instead(h):
        yield "limit-explained"


def _rewards(h: Impression) -> bool:
    """Whether something beyond the rules is given to a customer who presses for it; what is passed on to
    somebody who decides is not given."""
    offered = h.about((TopicKind.LIMIT,), Act.OFFER, Act.PROMISE, Act.CHOICE)
    passed_on = h.about((TopicKind.LIMIT,), Act.HAND_OVER)
    given = [topic for topic in offered if topic not in (*passed_on, *h.heard.denied)]
    topics = h.setup.scenario.topics
    costly = (Breach.REVIEW_DEAL, Breach.BEYOND_AUTHORITY)
    bought = any(topics[t].breach in costly and t in h.heard.topics for t in given)
    return bought and is_pressing(h.setup, h.state)
