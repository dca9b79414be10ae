"""Every wish that the customer spoke out gets an answer, granted or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from scenarios.model import TopicKind, Wish
from scoring.criteria.judgement import NO_OCCASION, Judgement, met, missed, partly
from scoring.model import FoundTopic, Level
from scoring.moment.view import View


def every_wish(view: View) -> Judgement:
    """Of one reply: met where all wishes are answered in it, partly where some are."""
    wishes = view.scenario.wishes
    if not wishes:
        return NO_OCCASION
    answered = [w for w in wishes if answers(view, w)]
    if not answered:
        return missed(first_topic(wishes))
    span = _answering(view, answered[0])[0].span
    if len(answered) == len(wishes):
        return met(span)
    return partly(span, first_topic(w for w in wishes if w not in answered))


def answers(view: View, wish: Wish) -> bool:
    return bool(_answering(view, wish))


def _answering(view: View, wish: Wish) -> tuple[FoundTopic, ...]:
    """A limit may be declined; declining what is open to the customer is no answer."""
    return tuple(
        f
        for f in view.found_topics
        if f.topic in wish.answered_by
        and f.own_words
        and view.meant(f.clause)
        and (f.affirmed or not _is_step(view, f))
    )


def _is_step(view: View, found: FoundTopic) -> bool:
    topic = view.topic(found.topic)
    return topic is not None and topic.kind is TopicKind.STEP


def contact_level(views: Iterable[View], wishes: tuple[Wish, ...]) -> tuple[Level, Wish | None]:
    """Over a whole contact, and the first wish that stayed open."""
    if not wishes:
        return Level.NO_OCCASION, None
    seen = tuple(views)
    open_ = [w for w in wishes if not any(answers(view, w) for view in seen)]
    if not open_:
        return Level.MET, None
    return (Level.PARTLY if len(open_) < len(wishes) else Level.NOT_MET), open_[0]


def first_topic(wishes: Iterable[Wish]) -> str | None:
    return next((topic for wish in wishes for topic in wish.answered_by), None)


KINDS: Mapping[str, Callable[[View], Judgement]] = {"every-wish": every_wish}
