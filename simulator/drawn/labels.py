"""What is written at the parts of a drawing: the same words in all formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.text import clean_text
from simulator.words.tools import TOOLS

if TYPE_CHECKING:
    from scenarios.graph import Edge
    from scenarios.language import Language
    from scenarios.model import Scenario

__all__ = ["Labels"]


@dataclass(frozen=True)
class Labels:
    """Words in one language; with *counts* by id also how many contacts passed."""

    scenario: Scenario
    language: Language
    counts: Mapping[str, int] | None = None
    of_endings: Mapping[str, int] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        return TOOLS.say(f"graph.{key}", self.language, **values)

    def title(self) -> str:
        title = self.scenario.title.of(self.language)
        return _plain(f"{self.scenario.id}: {title}")

    def first_words(self, stage: str) -> str:
        """The first wording with which the stage opens."""
        wordings = self.scenario.stages[stage].opens.all_wordings(self.language)
        return self.say("quote", text=_plain(wordings[0])) if wordings else ""

    def ending(self, name: str) -> str:
        ending = self.scenario.endings[name]
        title = _plain(ending.title.of(self.language))
        outcome = TOOLS.say(f"outcome.{ending.outcome}", self.language)
        return self.say("ending", name=name, title=title, outcome=outcome)

    def cause(self, edge: Edge, most: int | None = None) -> str:
        """What makes it happen; of many sentences the first *most*."""
        if edge.event is not None:
            return self.say("event", name=edge.event)
        shown = edge.hears[: most or len(edge.hears)]
        words = self.say("any-of").join(shown)
        if len(edge.hears) > len(shown):
            words += self.say("more", count=len(edge.hears) - len(shown))
        if edge.after:
            after = self.say("after", action=edge.after)
            return f"{words} + {after}" if words else after
        return words or self.say("always")

    def terms(self, edge: Edge) -> str:
        """Under which conditions, and whether once only; empty where there are none."""
        parts = []
        if edge.when:
            parts.append(self.say("when", what=self.say("and").join(edge.when)))
        if edge.unless:
            parts.append(self.say("unless", what=self.say("or").join(edge.unless)))
        if edge.once and edge.event is None:
            parts.append(self.say("once"))
        return self.say("then").join(parts)

    def conditions(self, ending: str) -> str:
        when = self.scenario.endings[ending].when
        if not when:
            return ""
        return self.say("when", what=self.say("and").join(c.source.strip() for c in when))

    def passed(self, name: str) -> str:
        """How many contacts passed this stage or met this reaction; empty where none were counted."""
        return "" if self.counts is None else self.say("passed", count=self.counts.get(name, 0))

    def ended(self, name: str) -> str:
        if self.counts is None:
            return ""
        return self.say("passed", count=self.of_endings.get(name, 0))


def _plain(text: str) -> str:
    return clean_text(text, keep_newlines=False).strip()
