"""A reply as it lands with the customer, with the questions that heats and cools ask of it.

It joins what was read, what was heard of it and how the contact stood. It judges nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.model import TopicKind
from scenarios.values import dataclass
from simulator.engine.setup import Setup
from simulator.engine.state import Commitment, Heard, State

if TYPE_CHECKING:
    from scoring.model import Reading

_WARM: Final = (Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE, Act.THANK, Act.READ_BACK, Act.OWN)


@dataclass(frozen=True, slots=True)
class Impression:
    """A reply with everything that the questions ask about."""

    setup: Setup
    state: State
    """Before this reply was taken to heart; its turn number is the reply's."""
    reading: Reading
    heard: Heard
    new: tuple[Commitment, ...]

    def has(self, *acts: Act) -> bool:
        return self.heard.has(*acts)

    def about(self, kinds: tuple[TopicKind, ...], *acts: Act) -> tuple[str, ...]:
        """Topics of these kinds that these acts were about."""
        return tuple(t for t in self.heard.about(*acts) if self.kind(t) in kinds)

    def kind(self, topic: str) -> TopicKind | None:
        known = self.setup.scenario.topics.get(topic)
        return known.kind if known else None

    def named(self, *kinds: TopicKind) -> tuple[str, ...]:
        return tuple(t for t in self.heard.topics if self.kind(t) in kinds)

    def is_new(self, topic: str) -> bool:
        return not any(topic in past.topics for past in self.state.heard)


def acknowledges(h: Impression) -> bool:
    kinds = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
    return h.has(Act.ACKNOWLEDGE) or bool(h.about(kinds, *_WARM))


def offers_instead(h: Impression) -> bool:
    """Whether something is put in the place of what was declined: a deed, a way that is open."""
    if h.has(Act.OFFER, Act.CHOICE, Act.PROMISE, Act.CALL_BACK, Act.CHECK, Act.HAND_OVER):
        return True
    steps = (topic for topic in h.heard.topics if h.kind(topic) is TopicKind.STEP)
    if any(topic not in h.heard.denied for topic in steps):
        return True
    return bool(h.about((TopicKind.QUESTION, TopicKind.NEED), Act.ASK))


def apology_objects(heard: Heard) -> tuple[str, ...]:
    """What the reply's apologies are for; an empty text for one without an object."""
    objects = {" ".join(about) for act, about in heard.acts if act == Act.APOLOGISE}
    return tuple(sorted(objects))


def seen_deeds(h: Impression) -> tuple[str, ...]:
    """Actions that were carried out and of which the customer hears now; sorted."""
    topics = h.setup.scenario.topics
    spoken = {t for t in (*h.heard.topics, *(t for _, about in h.heard.acts for t in about))}
    deeds = {topics[t].deed for t in spoken if t in topics and t not in h.heard.denied}
    fresh = {d.action for d in h.state.deeds if not d.needless} - set(h.state.noticed)
    return tuple(sorted(fresh & {deed for deed in deeds if deed}))
