"""Hints about the cues of a scenario, each at its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.language import LANGUAGES, Language
from scenarios.lint import mark_at
from scenarios.model import Scenario, TopicKind
from scenarios.problems import Problem, make_problem
from scenarios.yaml_source import Node
from scoring.cues.patterns import Pattern
from scoring.reading.kept_cues import doubts, kept_cues

__all__ = ["cue_hints"]


def cue_hints(scenario: Scenario, node: Node, path: str) -> Iterator[Problem]:
    """What the writer of *scenario*, read from *node*, should look at again; none of it an error."""
    for language in LANGUAGES:
        for doubt in doubts(scenario, kept_cues(scenario, language)):
            cue, other = doubt.cue, doubt.other
            mark = mark_at(node, ("topics", cue.topic, "cues", language, cue.place))
            facts = {"cue": cue.phrase, "kept": cue.kept, "count": doubt.count}
            if other is not None:
                facts |= {"phrase": other.phrase, "topic": other.topic}
            yield make_problem(path, mark.line, mark.column, doubt.code, facts)
        yield from _denied_limits(scenario, language, node, path)


def _ends_in_denial(pattern: Pattern) -> bool:
    return pattern.negated and pattern.elements[-1].negated


def _denied_limits(
    scenario: Scenario, language: Language, node: Node, path: str
) -> Iterator[Problem]:
    """A cue that ends in a denial is the no to what a limit is about, not the granting of it.

    One that denies something on the way (返事を待たずに返金) grants it all the same.
    """
    for cue in kept_cues(scenario, language):
        is_limit = scenario.topics[cue.topic].kind is TopicKind.LIMIT
        if is_limit and cue.pattern is not None and _ends_in_denial(cue.pattern):
            mark = mark_at(node, ("topics", cue.topic, "cues", language, cue.place))
            yield make_problem(path, mark.line, mark.column, "W306", {"cue": cue.phrase})
