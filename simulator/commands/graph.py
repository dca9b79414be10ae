"""``graph``: the stages, reactions and endings of a scenario, drawn."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from scenarios.graph import graph_of
from simulator.drawn.formats import dot_lines, mermaid_lines
from simulator.drawn.labels import Labels
from simulator.drawn.tree import tree_lines
from simulator.machine.output import message, output_width, write
from simulator.options import choose_language
from simulator.words.tools import TOOLS
from simulator.writing.targets import find_targets

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.writing.passes import Passes
    from simulator.writing.targets import Target

_EVERY = 10
"""Contacts between two words about how far it is."""


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    (target,) = find_targets([arguments.scenario])
    scenario = target.library().scenario(target.scenario)
    passes = _passes(target, language) if arguments.sessions else None
    counts = {**passes.stages, **passes.reactions} if passes else None
    labels = Labels(scenario, language, counts, passes.endings if passes else {})
    graph = graph_of(scenario)
    lines: Iterable[str]
    if arguments.format == "mermaid":
        lines = mermaid_lines(graph, labels)
    elif arguments.format == "dot":
        lines = dot_lines(graph, labels)
    else:
        lines = tree_lines(graph, labels, output_width())
    write("\n".join(lines))
    if passes is not None:
        _tell_counted(passes, language)
    return 0


def _passes(target: Target, language: Language) -> Passes:
    """Count stored contacts; those of a draft are contacts with the same id."""
    from simulator.workplace import open_workplace
    from simulator.writing.passes import count_passes

    def told(number: int) -> None:
        if number % _EVERY == 0 and sys.stderr.isatty():
            message(TOOLS.say("graph.replayed", language, count=number))

    workplace = open_workplace()
    try:
        return count_passes(workplace, target.scenario, told)
    finally:
        workplace.close()


def _tell_counted(passes: Passes, language: Language) -> None:
    """Beside the drawing, not in it, so that the drawing stays what another program can read."""
    key = "graph.counted-some" if passes.left_out else "graph.counted"
    message(TOOLS.say(key, language, count=passes.contacts, left=passes.left_out))
