"""What a criterion found in one reply, before it is worth points."""

from __future__ import annotations

from scenarios.values import dataclass
from scoring.model import Level, Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """A level with the words that show it."""

    level: Level
    span: Span | None = None
    topic: str | None = None
    """The topic that was named, or the one worth naming next."""
    detail: str = ""
    """Picks a wording of the message beside the level's own."""


NO_OCCASION = Judgement(Level.NO_OCCASION)


def met(span: Span | None, topic: str | None = None, detail: str = "") -> Judgement:
    return Judgement(Level.MET, span, topic, detail)


def partly(span: Span | None, topic: str | None = None, detail: str = "") -> Judgement:
    return Judgement(Level.PARTLY, span, topic, detail)


def missed(topic: str | None = None, detail: str = "") -> Judgement:
    return Judgement(Level.NOT_MET, None, topic, detail)
