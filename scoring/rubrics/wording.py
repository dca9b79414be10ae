"""The words of the feedback: the rubric's messages filled with what this scenario says.

Which message is due is decided elsewhere; here stands only how it is put into words.
"""

from __future__ import annotations

from functools import lru_cache

from scenarios.language import LANGUAGES, Text
from scenarios.model import Scenario
from scoring.per_case import KEPT, Same
from scoring.rubrics.rubric import Rubric


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
    return _fill(found, tuple({**_NO_TOPIC, "customer": scenario.customer.name, **given}.items()))


@lru_cache(maxsize=KEPT)
def _told(_rubric_and_scenario: Same) -> dict[tuple[str, str, str | None], Text]:
    """Filled by ``told``; as many as a rubric has messages and a scenario topics."""
    return {}


class Wordings:
    """The messages of a rubric about a scenario, each put together once."""

    def __init__(self, rubric: Rubric, scenario: Scenario) -> None:
        self._rubric, self._scenario = rubric, scenario
        self._made = _told(Same(rubric.messages, scenario))

    def told(self, rule: str, variant: str, topic: str | None) -> Text:
        """The same as ``message``, with a topic of the scenario by its name."""
        key = (rule, variant, topic)
        found = self._made.get(key)
        if found is None:
            name = topic_name(self._scenario, topic)
            found = message(self._rubric, self._scenario, rule, variant, topic=name)
            self._made[key] = found
        return found


_NO_TOPIC = {"topic": Text("…", "…")}


@lru_cache(maxsize=1024)
def _fill(template: Text, facts: tuple[tuple[str, Text | str | int], ...]) -> Text:
    """Kept, because the same sentences are made for every reply of a scenario."""
    filled = []
    for language in LANGUAGES:
        values = {
            name: value.of(language) if isinstance(value, Text) else str(value)
            for name, value in facts
        }
        filled.append(_capital(template.of(language).format_map(values)))
    return Text(filled[0], filled[1])


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def topic_name(scenario: Scenario, topic: str | None) -> Text | None:
    known = scenario.topics.get(topic or "")
    return known.name if known is not None else None
