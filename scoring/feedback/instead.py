"""What to say instead, and what to do instead: words that fit the moment, else advice.

Words come from the scenario only and could be said as they stand: nothing whose duty is done, that
has been said already, or that tells of the order before it is known who is calling. Advice comes
from the rubric or from the coach's hint for the stage, and is never put into anybody's mouth.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.acts import Act
from scenarios.language import Language, Text
from scenarios.model import Topic, TopicKind
from scoring.language.lazy_pattern import LazyPattern
from scoring.moment.kept_back import gives_away
from scoring.moment.touched import shares_words, spoken, touched
from scoring.moment.view import View
from scoring.rubrics.rubric import Rubric

_SHOWS: Final[Mapping[str, tuple[TopicKind, ...]]] = {
    "hear": (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED),
    "help": (TopicKind.STEP, TopicKind.QUESTION),
}
_BY_DEED: Final[Mapping[str, str]] = {
    "open-promise": "book-callback",
    "time-and-owner": "book-callback",
    "vague": "book-callback",
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
        here = view.stage is None or name in view.stage.expects
        if deed is not None and known.deed == deed and here and could_say(view, name):
            return known.say
    if deed is not None:
        return None  # words about something else would not mend it
    fault = rubric.faults.get(rule)
    for kind in _SHOWS.get(fault.instead or "", ()) if fault else ():
        for name in view.expected(kind):
            fits = could_say(view, name) and name not in view.said_topics
            if fits and _is_in_the_talk(view, name):
                return view.scenario.topics[name].say
    return None


def _is_in_the_talk(view: View, name: str) -> bool:
    """Whether the customer has named a situation, or has used any word of what is proposed to be said of a
    feeling or a need: of a child that nobody has mentioned nobody could speak."""
    topic = view.scenario.topics[name]
    if topic.kind is TopicKind.SITUATION:
        return spoken(view, name)
    if topic.kind not in (TopicKind.FEELING, TopicKind.NEED) or topic.say is None:
        return True
    said = " ".join(view.moment.customer_said)
    return not said or shares_words(said, topic.say.of(view.language), view.language)


_NOTHING_MOVES: Final = frozenset({
    "serves-need", "moves-matter", "nothing-said", "left-standing", "apology-without-step",
    "refusal-only", "withholds", "hollow-words", "stuffed", "unfilled", "parroted", "recited",
    "stock-phrase",
})  # fmt: skip
"""What the coach's hint for a stage is an answer to: it tells what to turn to first, and mends no
single fault."""
_MUCH_OF_IT: Final = 2
"""The hint is left out where one in so many of the stage's topics has been named, or more."""


def advice(rubric: Rubric, view: View, rule: str) -> Text | None:
    """What to do instead, as the rubric or the stage's coach puts it; the coach only where nothing
    moves, and as long as most of what the stage expects has not been put into words."""
    wordings = rubric.messages.get(rule, {})
    told = wordings.get(f"better-{view.detail_of(rule)}", wordings.get("better"))
    if told is not None or view.stage is None or rule not in _NOTHING_MOVES:
        return told
    expected = view.stage.expects
    named = view.moment.named.union(view.said_topics).intersection(expected)
    much = expected and len(named) * _MUCH_OF_IT >= len(expected)
    return None if much or view.stage.hint is None else _hint_for(view, view.stage.hint)


_AFTER_A_NO: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(r"\b(?:stop|end|leave it|be left) (?:at|with) (?:the |a )?no\b"),
    "ja": LazyPattern("だけで終わ|断っ(?:て終|た(?:だけ|まま))|断りだけで"),
}
_SENTENCE: Final = LazyPattern(r"(?<=[.!?])\s+|(?<=。)")


def _hint_for(view: View, hint: Text) -> Text | None:
    """The coach's hint without what it says to somebody who has declined, where nobody has."""
    declined = any(view.acts(Act.REFUSE)) or any(
        view.topic(name) and view.scenario.topics[name].kind is TopicKind.LIMIT
        for name in view.moment.named
    )
    if declined:
        return hint
    left = {
        language: [
            s for s in _SENTENCE.split(hint.of(language)) if s and not after.search(s.casefold())
        ]
        for language, after in _AFTER_A_NO.items()
    }
    ja, en = "".join(left["ja"]), " ".join(left["en"])
    if not left[view.language]:
        return None
    return Text(ja or hint.ja, en or hint.en)


def could_say(view: View, name: str) -> bool:
    """Whether the topic has words that could be said at this moment as they stand."""
    topic = view.scenario.topics.get(name)
    if topic is None or topic.say is None or topic.kind is TopicKind.KNOWN:
        return False
    if topic.deed is not None and topic.deed in view.moment.done:
        return False
    if (
        has_come_out(view, name)
        or touched(view, name)
        or (name in view.moment.named and topic.kind not in _SAID_AGAIN)
    ):
        return False
    return _checked_first(view, topic) and not _gives_away(view, topic)


def _gives_away(view: View, topic: Topic) -> bool:
    """Whether a word to the customer speaks of what they still keep to themselves; a question is there
    to draw it out."""
    words = topic.say
    return (
        words is not None
        and topic.kind is not TopicKind.QUESTION
        and gives_away(view, words.of(view.language))
    )


def has_come_out(view: View, name: str) -> bool:
    """Whether a topic is a question whose answer has come out already."""
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
