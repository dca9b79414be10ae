"""What a line may call by its name: a topic that the words name in full, a fact told in every part.

A topic is found by cues, which need not hold all that its name says: who offers a call has not
offered the call by 11:45. Nothing changes a score.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scenarios.model import Scenario, Topic, TopicKind
from scoring.feedback.in_passing import main_part
from scoring.feedback.what_words_do import ANYTHING_ELSE
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import Span
from scoring.moment.kept_back import gives_away
from scoring.moment.touched import stems_of, words_in_common
from scoring.moment.view import View
from scoring.near.asked_for import asked_for

__all__ = ["called_certain", "nameable", "named_in_full", "step_variant", "told_in_full"]

_QUOTED: Final = LazyPattern(r"「([^」]{1,4})」|[\"“](\w{1,12})[\"”]")
"""What a topic calls by a short name of its own: a colour, a kind."""


_CLOCK: Final = LazyPattern(
    r"\d{1,2}:\d{2}|\d{1,2}時|\b(?:minutes?|hours?|noon|midday|midnight|o'clock)\b|\d+(?:分|時間)|正午|"
    r"\b(?:by|at|until|till|before|from) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter)\b"
)
_ANY_TIME: Final = LazyPattern(
    r"\d|\b(?:quarter|half|noon|midday|o'clock|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|正午|[一二三四五六七八九十]時"
)


def named_in_full(scenario: Scenario, language: Language, text: str, topic: str | None) -> bool:
    """Whether words name what a topic names in quotation marks, and a time where it names one: who offers
    an exchange has not offered "the wheat-coloured one", nor who rings back a call by 11:45."""
    known = scenario.topics.get(topic or "")
    if known is None:
        return False
    timed, quoted = _told_of(known.name.of(language))
    if not timed and not quoted:
        return True
    form = matching_form(text)
    if timed and not _ANY_TIME.search(form):
        return False
    return all(words in form for words in quoted)


@lru_cache(maxsize=2048)
def _told_of(name: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a topic's name holds a time, and what it quotes."""
    quoted = tuple(matching_form(m[1] or m[2]) for m in _QUOTED.finditer(name))
    return _CLOCK.search(name) is not None, quoted


def nameable(view: View, text: str, topic: str | None) -> bool:
    """Whether a line about words may name the topic: in full, with a word of every part of its name, and
    not what the customer still keeps to themselves. A question says itself what it asks and is never
    named: of one this is whether it is plainly the one that the scenario means."""
    known = view.scenario.topics.get(topic or "")
    if known is None or not named_in_full(view.scenario, view.language, text, topic):
        return False
    name = known.name.of(view.language)
    if known.kind is TopicKind.QUESTION:
        return _asks_that(text, known, view.language)
    said = main_part(text, view.language) if known.kind is TopicKind.STEP else text
    if not _has_every_part(said, name, view.language):
        return False
    # What lies behind a demand is mostly what is hidden: its name must not say a word of it too early.
    least = 1 if known.kind is TopicKind.NEED else _MORE_THAN_ECHO
    return not gives_away(view, name, said=view.reading.text, least=least)


_TELLING: Final = LazyPattern(r"[^\W_ぁ-ん]")
"""Japanese letters that carry the meaning: all but hiragana."""
_OF_ANYBODY: Final = frozenset("客様")
_PARTS: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(r", | and "),
    "ja": LazyPattern("、"),
}
"""What the parts of a topic's name are joined by."""
_OF_A_PART: Final[Mapping[Language, int]] = {"en": 4, "ja": 3}
"""Of so many of its words (in Japanese letters that carry the meaning) one has to be there. Coaches
called 53 of 492 named lines false; of those with that much of every part 28 of 354."""


def _has_every_part(text: str, name: str, language: Language) -> bool:
    """Whether words hold something of every part of a name: to order by phone is not yet "ordering by
    phone and paying at the door"."""
    own = _telling(text, language)
    parts = (_telling(part, language) for part in _PARTS[language].split(name))
    return all(len(part & own) * _OF_A_PART[language] >= len(part) for part in parts)


def _telling(text: str, language: Language) -> frozenset[str]:
    """What of a text is compared: beginnings of English words, Japanese letters but hiragana."""
    if language == "en":
        return stems_of(text, language)
    return frozenset(_TELLING.findall(matching_form(text))) - _OF_ANYBODY


_WHICH: Final = LazyPattern(
    r"\bwhich\b|\bor\b|\bprefer\b|\brather\b|それとも|どちら|どっち|どれ|いずれ|どの|選|番号"
)
_LEAVE_TO_GO_ON: Final = LazyPattern(
    r"^\W*(?:do you |would you )?(?:want|like) (?:me )?to do that\W*$|^\W*(?:would|does|will|might) (?:that|it|this) (?:suit|work|do|help)(?: you)?\W*$|^\W*(?:is|would) that (?:be )?(?:ok|okay|all right|alright)\b|"
    "^[^。?、]{0,14}(?:よろしい|いい|大丈夫)(?:でしょうか|ですか)[。?]?$"
)
"""A question that asks for nothing but a yes to what was proposed."""
_OPEN_NAME: Final = LazyPattern(
    r"\b(?:what|which|who|whom|why|how|where|when)\b|何|どの|どち|どれ|誰|どなた|いつ|理由|か$"
)


def _asks_that(text: str, topic: Topic, language: Language) -> bool:
    """Whether words ask for the kind of thing that a question's name asks for: who asks leave to go ahead
    has not asked which of three it shall be, nor has who asks whether there is anything else."""
    name = topic.name.of(language)
    form, wanted = matching_form(text), asked_for(name)
    if ANYTHING_ELSE.search(form) and not ANYTHING_ELSE.search(matching_form(name)):
        return False
    if _LEAVE_TO_GO_ON.search(form) and not asked_for(form):
        return _OPEN_NAME.search(matching_form(name)) is None
    if not _speaks_of(text, topic, language):
        return False  # the money or another make is not whether to hold
    if "choice" not in wanted:
        return True
    asked = asked_for(form)
    return "choice" in asked if asked else _WHICH.search(form) is not None


_SPECIFIC: Final = 2
"""Words of a question's name from which on it tells what is asked."""
_OF_NAME_AND_SAY: Final[Mapping[Language, int]] = {"en": 2, "ja": 3}


def _speaks_of(text: str, topic: Topic, language: Language) -> bool:
    """Whether words have half of those of a topic's name, or some of it and the sentence proposed; a
    name of next to none says too little to compare."""
    own, name = _telling(text, language), _telling(topic.name.of(language), language)
    if len(name) < _SPECIFIC:
        return True
    say = frozenset[str]() if topic.say is None else _telling(topic.say.of(language), language)
    return len(name & own) * 2 >= len(name) or len((name | say) & own) >= _OF_NAME_AND_SAY[language]


def step_variant(view: View, clause: int, topic: str | None) -> str:
    """By which message a step is told: one that an earlier reply has touched on is told without the claim
    that it is shown here, and in a question about it, which mostly asks for something else, without its name."""
    if topic not in view.moment.named:
        return "met-step"
    return "met" if view.sentence_asks(clause) else "met-step-known"


_TELLS_IT: Final = LazyPattern(r"\bcertain|確実|必ず|言い切")


def called_certain(view: View, span: Span | None, topic: str) -> str | None:
    """Which of the uncertain things that are found in a sentence it speaks of, if it has a cue of any or
    words of its name."""
    at = view.clauses_at(span)
    text = " ".join(view.reading.clauses[n].text for n in at)
    cued = {f.topic for f in view.cued_topics(TopicKind.UNCERTAIN) if f.clause in at}
    about = {topic, *(f.topic for f in view.topics(TopicKind.UNCERTAIN) if f.clause in at)}
    shared = {name: words_in_common(view.scenario, view.language, text, name) for name in about}
    best = max(sorted(about), key=lambda name: (shared[name], name in cued, name == topic))
    known = view.scenario.topics[best]
    tells = known.kind is TopicKind.FORBIDDEN or _TELLS_IT.search(known.name.of(view.language))
    return None if tells or not (shared[best] or best in cued) else best


_MORE_THAN_ECHO: Final = 2
"""Words of a hidden fact by which a name tells of it: a single one is also said in passing."""


def told_in_full(scenario: Scenario, language: Language, text: str, topic: str | None) -> bool:
    """The same of every part of a fact: "in stock" is not yet "in stock, and it only has to be plugged
    in"."""
    known = scenario.topics.get(topic or "")
    if known is None or not named_in_full(scenario, language, text, topic):
        return False
    if language == "en":
        return True
    own = set(_TELLING.findall(matching_form(text)))
    parts = (set(_TELLING.findall(matching_form(p))) for p in known.name.ja.split("、"))
    return all(len(keys & own) * 2 >= len(keys) for keys in parts)
