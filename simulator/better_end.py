"""What a better end would have needed, in words for the debrief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from scenarios.model import TopicKind
from simulator.engine.lacking import lacking
from simulator.words.ending import ENDING

if TYPE_CHECKING:
    from scenarios.conditions import Condition, Hears
    from scenarios.language import Language
    from simulator.contact import Contact

__all__ = ["better_end", "needed"]

_MOST: Final = 4
"""More than so many things at once teach nothing."""


def better_end(contact: Contact, language: Language) -> str | None:
    """The line about it; None where nothing was missing that can be named."""
    things = needed(contact, language)
    what = ENDING.say("join", language).join(things[:_MOST])
    return ENDING.say("lacking", language, what=what) if things else None


def needed(contact: Contact, language: Language) -> list[str]:
    """What was missing, one thing each, in the order of the scenario."""
    missing = lacking(contact.scenario, contact.state)
    told = (words for c in missing for words in _told(contact, c, language))
    return list(dict.fromkeys(told))


def _told(contact: Contact, condition: Condition, language: Language) -> Iterator[str]:
    scenario, kind, name = contact.scenario, condition.kind, condition.name
    actions = contact.setup.shop.actions
    if kind == "done" and name in actions:
        yield ENDING.say("done", language, name=actions[name].title.of(language))
    elif kind == "told" and name in scenario.hidden:
        yield ENDING.say("told", language, name=scenario.hidden[name].name.of(language))
    elif kind == "passed-on" and name in scenario.topics:
        yield ENDING.say("passed-on", language, name=scenario.topics[name].name.of(language))
    elif kind == "heard" and condition.hears is not None:
        yield from _heard(contact, condition.hears, language)
    elif kind in ("callback", "identity"):
        yield ENDING.say(kind, language)
    elif kind == "mood":
        yield ENDING.say(name, language)


def _heard(contact: Contact, hears: Hears, language: Language) -> Iterator[str]:
    for part in hears.parts:
        topic = contact.scenario.topics.get(part.topic or "")
        if topic is not None and part.act is None:
            key = "asked" if topic.kind is TopicKind.QUESTION else "heard"
            yield ENDING.say(key, language, name=topic.name.of(language))
