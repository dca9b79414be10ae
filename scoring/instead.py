"""What to say instead, and what to do instead: words that fit the moment, else advice.

Words come from the scenario only and could be said as they stand: nothing whose duty is done, that
has been said already, or that tells of the order before it is known who is calling. Advice comes
from the rubric or from the coach's hint for the stage, and is never put into anybody's mouth.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.language import Text
from scenarios.model import Topic, TopicKind
from scoring.lazy_pattern import LazyPattern
from scoring.rubric import Rubric
from scoring.touched import touched
from scoring.view import View

_SHOWS: Final[Mapping[str, tuple[TopicKind, ...]]] = {
    "hear": (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED),
    "help": (TopicKind.STEP, TopicKind.QUESTION),
}
_BY_DEED: Final[Mapping[str, str]] = {
    "open-promise": "book-callback",
    "time-and-owner": "book-callback",
    "hand-over": "hand-over",
    "no-handover": "hand-over",
}
"""Rules whose wording is that of the deed which was due."""
_OPEN_TO_ANYBODY: Final = (
    TopicKind.SITUATION,
    TopicKind.FEELING,
    TopicKind.NEED,
    TopicKind.QUESTION,
    TopicKind.LIMIT,
    TopicKind.STEP,
)
"""Kinds that may be spoken of before the identity check, where they tell no figure."""
_SAID_AGAIN: Final = (TopicKind.LIMIT,)
"""Kinds that are due as often as they are pressed for; all else is not proposed a second time."""
_FIGURE: Final = LazyPattern(r"\d")


def better(rubric: Rubric, view: View, rule: str, topic: str | None) -> Text | None:
    """Words for this moment: the topic's own, else those of what the rule asks for; or None."""
    if topic is not None and could_say(view, topic):
        return view.scenario.topics[topic].say
    deed = _BY_DEED.get(rule)
    for name, known in view.scenario.topics.items():
        if deed is not None and known.deed == deed and could_say(view, name):
            return known.say
    fault = rubric.faults.get(rule)
    for kind in _SHOWS.get(fault.instead or "", ()) if fault else ():
        for name in view.expected(kind):
            if could_say(view, name) and name not in view.said_topics:
                return view.scenario.topics[name].say
    return None


def advice(rubric: Rubric, view: View, rule: str) -> Text | None:
    """What to do instead, as the rubric or the stage's coach puts it; the coach only as long as
    something of the stage has not been put into words."""
    told = rubric.messages.get(rule, {}).get("better")
    if told is not None or view.stage is None:
        return told
    expected = view.stage.expects
    done = bool(expected) and view.moment.named.issuperset(expected)
    return None if done else view.stage.hint


def could_say(view: View, name: str) -> bool:
    """Whether the topic has words that could be said at this moment as they stand."""
    topic = view.scenario.topics.get(name)
    if topic is None or topic.say is None or topic.kind is TopicKind.KNOWN:
        return False
    if topic.deed is not None and topic.deed in view.moment.done:
        return False
    if (
        _told(view, name)
        or touched(view, name)
        or (name in view.moment.named and topic.kind not in _SAID_AGAIN)
    ):
        return False
    return _checked_first(view, topic)


def _told(view: View, name: str) -> bool:
    """A question whose answer has come out already."""
    return any(
        part.topic == name
        for fact, hidden in view.scenario.hidden.items()
        if fact in view.moment.told
        for sentence in hidden.asked_by
        for part in sentence.parts
    )


def _checked_first(view: View, topic: Topic) -> bool:
    """Before the check nothing of the order is told, nor anything set going that needs it."""
    if not view.identity_open:
        return True
    words = topic.say
    if topic.kind not in _OPEN_TO_ANYBODY or words is None:
        return False
    if topic.kind is TopicKind.STEP:
        rule = view.scenario.desk.get(topic.deed or "")
        if topic.deed is None or (
            rule is not None and any(c.kind == "identity" for c in rule.when)
        ):
            return False
    return not _FIGURE.search(words.ja + words.en)
