"""Hints about the cues of a scenario, each at its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.language import LANGUAGES
from scenarios.lint import mark_at
from scenarios.model import Scenario
from scenarios.problems import Problem, make_problem
from scenarios.yaml_source import Node
from scoring.kept_cues import doubts, kept_cues

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
