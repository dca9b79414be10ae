"""The graph as a tree of lines: each stage with what may happen at it and where that leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scenarios.graph import WAYS_OUT
from scenarios.width import cells, first_cells
from simulator.machine.wrap import wrap

if TYPE_CHECKING:
    from scenarios.graph import Edge, Graph
    from simulator.drawn.labels import Labels

__all__ = ["tree_lines"]

_LEAST_WORDS = 12
"""Cells below which words are not worth showing beside something else."""


def tree_lines(graph: Graph, labels: Labels, width: int) -> Iterator[str]:
    """The lines, none wider than *width* cells; what has no room is cut and marked."""
    for line in _lines(graph, labels, width):
        yield first_cells(line, width - 1)


def _lines(graph: Graph, labels: Labels, width: int) -> Iterator[str]:
    yield labels.title()
    for stage in graph.stages:
        yield ""
        yield _headed(f"● {stage}{labels.passed(stage)}", labels.first_words(stage), width)
        yield from _branches(graph.of_stage(stage), labels, width)
    everywhere = graph.of_stage(None)
    if everywhere:
        yield ""
        yield f"● {labels.say('everywhere')}"
        yield from _branches(everywhere, labels, width)
    for by in WAYS_OUT:
        if graph.ends[by]:
            yield ""
            yield f"■ {labels.say(f'by.{by}')}"
            yield from _endings(graph.ends[by], labels, width)


def _headed(head: str, words: str, width: int) -> str:
    room = width - cells(head) - 3
    return f"{head}  {first_cells(words, room)}" if words and room >= _LEAST_WORDS else head


def _branches(edges: tuple[Edge, ...], labels: Labels, width: int) -> Iterator[str]:
    for number, edge in enumerate(edges, 1):
        last = number == len(edges)
        yield from _branch(edge, labels, width, "└─ " if last else "├─ ", "   " if last else "│  ")


def _branch(edge: Edge, labels: Labels, width: int, joint: str, below: str) -> Iterator[str]:
    """What it hears and where it leads; the conditions below where they do not fit beside it."""
    cause, terms = labels.cause(edge), labels.terms(edge)
    for leads in _leads(edge, labels):
        line = f"{joint}{cause}{leads}"
        if cells(line) + (cells(terms) + 4 if terms else 0) < width:
            yield f"{line}  [{terms}]" if terms else line
            return
    leads = _leads(edge, labels)[-1]
    yield f"{joint}{_fitted(edge, labels, width - 1 - cells(joint) - cells(leads))}{leads}"
    yield from _below(terms, labels, width, below)


def _leads(edge: Edge, labels: Labels) -> tuple[str, str]:
    """Where it leads, in full and as short as can be."""
    passed, goes = labels.passed(edge.id), edge.goes or ""
    if goes in labels.scenario.endings:
        full = f" → ■ {labels.ending(goes)}{labels.ended(goes)}{passed}"
        return full, f" → ■ {goes}{passed}"
    leads = f" → {goes}{passed}" if goes else passed
    return leads, leads


def _below(terms: str, labels: Labels, width: int, below: str) -> Iterator[str]:
    """Conditions on lines of their own."""
    start = f"{below}   "
    for number, line in enumerate(wrap(f"[{terms}]", width - cells(start) - 2, labels.language)):
        if terms:
            yield f"{start}{' ' if number else ''}{line}"


def _fitted(edge: Edge, labels: Labels, room: int) -> str:
    """As many of the sentences as have room; the others are counted."""
    for most in range(len(edge.hears), 0, -1):
        cause = labels.cause(edge, most)
        if cells(cause) <= room:
            return cause
    return first_cells(labels.cause(edge, 1), max(room - 1, 1))


def _endings(names: tuple[str, ...], labels: Labels, width: int) -> Iterator[str]:
    for number, name in enumerate(names, 1):
        last = number == len(names)
        line = f"{'└─ ' if last else '├─ '}{labels.ending(name)}{labels.ended(name)}"
        terms = labels.conditions(name)
        if terms and cells(line) + cells(terms) + 4 < width:
            yield f"{line}  [{terms}]"
        else:
            yield line
            yield from _below(terms, labels, width, "   " if last else "│  ")
