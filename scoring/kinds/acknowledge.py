"""Naming this customer's situation: cues, topics of the case, or the customer's own details.

Details shared with what the customer has just said, in a clause of one's own about them, are the
strongest sign of listening; the same words handed back are none.
"""

from __future__ import annotations

from typing import Final

from scenarios.model import TopicKind
from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.rules.loader import Rule

_ECHOED: Final = 0.75
_KINDS: Final = (TopicKind.SITUATION, TopicKind.NEED, TopicKind.FEELING)
_COURTESY: Final = word_set(
    "thank thanks pleas please sorry sorri hello dear ありがとう 有り難い 願う 宜しい 電話"
)
"""Shared with anybody."""
_ABOUT_THEM_JA: Final = LazyPattern(
    "(?:ね|よね|のに|でしょう|かと存じます|ことと存じます|とのこと(?:です|で)|ということ(?:です|で)|なか|ところ)[。、,.!…]*$"
)


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Clauses that take up what is this customer's and nobody else's."""
    result = cue.find(rule, scene)
    seen = {found.clause for found in result}
    for number in range(len(scene.analysis.parts)):
        if number not in seen and not scene.excepted_clause(rule, number):
            found = _by_topic(scene, number) or _by_details(scene, number)
            if found is not None:
                result.append(found)
    return result


def _states(scene: Scene, number: int) -> bool:
    part = scene.analysis.parts[number]
    return not (part.quoted or part.request or part.conditional) and scene.echoed[number] < _ECHOED


def _by_topic(scene: Scene, number: int) -> Found | None:
    if not _states(scene, number):
        return None
    if any(topic.affirmed and topic.own_words for topic in scene.named(number, *_KINDS)):
        return scene.whole(number)
    return None


def _by_details(scene: Scene, number: int) -> Found | None:
    """A statement about the customer that shares a word with theirs and adds one."""
    part = scene.analysis.parts[number]
    if (
        not _states(scene, number)
        or part.offering
        or part.modality in ("cannot", "will-not", "will")
    ):
        return None
    keys = [word.keys[0] for word in scene.content(number) if word.pos != "num"]
    shared = sum(key in scene.said and key not in _COURTESY for key in keys)
    if not shared or shared == len(keys) or part.subject == "self":
        return None
    if scene.language == "ja":
        text = scene.analysis.normal.text[part.start : part.end]
        about_them = _ABOUT_THEM_JA.search(text) is not None and not part.question
    else:
        about_them = part.subject == "customer" and not part.question
    return scene.whole(number) if about_them else None
