"""The words of the feedback: the rubric's messages filled with what this scenario says.

Which message is due is decided elsewhere; here stands only how it is put into words.
"""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.language import LANGUAGES, Text
from scenarios.model import Scenario, TopicKind
from scoring.rubric import Rubric
from scoring.view import View


def message(
    rubric: Rubric, scenario: Scenario, rule: str, variant: str, **facts: Text | str | int | None
) -> Text:
    """The message of a rule for what was seen; ``topic`` among the facts fills that place.

    A variant such as ``met-asked`` falls back on ``met``; without a topic ``-bare`` is preferred.
    """
    wordings = rubric.messages.get(rule, {})
    level = variant.partition("-")[0]
    topic = facts.get("topic")
    keys = [variant, level, f"{level}-bare"]
    if topic is None:
        keys = [variant, f"{level}-bare", level] if variant != level else keys[:0:-1]
    found = next((wordings[key] for key in keys if key in wordings), None)
    if found is None:
        return Text(rule, rule)
    given = {name: value for name, value in facts.items() if value is not None}
    return _fill(found, {"topic": _NOTHING, "customer": scenario.customer.name, **given})


_NOTHING = Text("…", "…")


def _fill(template: Text, facts: Mapping[str, Text | str | int]) -> Text:
    filled = []
    for language in LANGUAGES:
        values = {
            name: value.of(language) if isinstance(value, Text) else str(value)
            for name, value in facts.items()
        }
        filled.append(_capital(template.of(language).format_map(values)))
    return Text(filled[0], filled[1])


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


_SHOWS: Mapping[str, tuple[TopicKind, ...]] = {
    "hear": (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED),
    "help": (TopicKind.STEP, TopicKind.QUESTION),
}


def better(rubric: Rubric, view: View, rule: str, topic: str | None) -> Text | None:
    """What to say instead: the topic's own wording, else advice of the rubric, else a wording of
    what fits this moment, else the coach's hint for the stage."""
    topics = view.scenario.topics
    known = topics.get(topic or "")
    if known is not None and known.say is not None:
        return known.say
    advice = rubric.messages.get(rule, {}).get("better")
    if advice is not None:
        return advice
    fault = rubric.faults.get(rule)
    for kind in _SHOWS.get(fault.instead or "", ()) if fault else ():
        said = (topics[name].say for name in view.expected(kind))
        wording = next((text for text in said if text is not None), None)
        if wording is not None:
            return wording
    return view.stage.hint if view.stage is not None else None


def topic_name(scenario: Scenario, topic: str | None) -> Text | None:
    known = scenario.topics.get(topic or "")
    return known.name if known is not None else None
