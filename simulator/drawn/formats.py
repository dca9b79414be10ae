"""The graph as Mermaid and as DOT, for other programs to draw.

Nothing that stands in a scenario acts there: every label is escaped, and nodes bear numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scenarios.graph import WAYS_OUT

if TYPE_CHECKING:
    from scenarios.graph import Edge, Graph
    from simulator.drawn.labels import Labels

__all__ = ["dot_lines", "mermaid_lines"]

_SHOWN: Final = 3
"""Reactions that are told at an arrow, and sentences of each; more are counted."""
_LONGEST: Final = 60
"""Characters of one line of a label."""
_SAFE: Final = re.compile(r"[0-9A-Za-z ,.:/()?!'_=+-]|[^\x00-\x7f]")


@dataclass(frozen=True)
class _Arrow:
    start: str
    end: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Node:
    name: str
    lines: tuple[str, ...]
    shape: str
    """stage, ending, good, poor or way."""


def mermaid_lines(graph: Graph, labels: Labels) -> Iterator[str]:
    """A flowchart for Mermaid."""
    nodes, arrows = _drawing(graph, labels)
    yield f"%% {_mermaid(labels.title())}"
    yield "flowchart TD"
    brackets = {"stage": "[]", "way": "{{}}"}
    for node in nodes:
        pair = brackets.get(node.shape, "([])")
        opened, closed = pair[: len(pair) // 2], pair[len(pair) // 2 :]
        yield f'    {node.name}{opened}"{_joined(node.lines, _mermaid, "<br>")}"{closed}'
    for arrow in arrows:
        label = _joined(arrow.lines, _mermaid, "<br>")
        yield f"    {arrow.start} -->{f'|{chr(34)}{label}{chr(34)}|' if label else ''} {arrow.end}"


def dot_lines(graph: Graph, labels: Labels) -> Iterator[str]:
    """A directed graph for Graphviz."""
    nodes, arrows = _drawing(graph, labels)
    yield f'digraph "{_dot(labels.title())}" {{'
    yield "    rankdir=LR;"
    yield '    node [fontname="sans-serif"]; edge [fontname="sans-serif", fontsize=10];'
    shapes = {"stage": "box", "way": "hexagon"}
    for node in nodes:
        shape = shapes.get(node.shape, "ellipse")
        yield f'    {node.name} [shape={shape}, label="{_joined(node.lines, _dot, chr(92) + "n")}"];'
    for arrow in arrows:
        label = _joined(arrow.lines, _dot, "\\n")
        yield f'    {arrow.start} -> {arrow.end} [label="{label}"];'
    yield "}"


def _joined(lines: tuple[str, ...], escaped: Callable[[str], str], joint: str) -> str:
    return joint.join(escaped(_cut(line)) for line in lines if line)


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _mermaid(text: str) -> str:
    """Every character that could mean something to Mermaid as its number."""
    return "".join(c if _SAFE.fullmatch(c) else f"#{ord(c)};" for c in text)


def _dot(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


# ---------------------------------------------------------------- what is drawn


def _drawing(graph: Graph, labels: Labels) -> tuple[list[_Node], list[_Arrow]]:
    names = {stage: f"s{number}" for number, stage in enumerate(graph.stages, 1)}
    names |= {name: f"e{number}" for number, name in enumerate(labels.scenario.endings, 1)}
    nodes = [_stage(stage, names[stage], labels) for stage in graph.stages]
    nodes += [_ending(name, names[name], labels) for name in labels.scenario.endings]
    arrows = [*_between_stages(graph, labels, names)]
    if any(edge.goes for edge in graph.of_stage(None)):
        nodes.append(_Node("any", (labels.say("everywhere"),), "way"))
    for by in WAYS_OUT:
        if graph.ends[by]:
            way = f"w{WAYS_OUT.index(by)}"
            nodes.append(_Node(way, (labels.say(f"by.{by}"),), "way"))
            arrows += [
                _Arrow(way, names[name], (labels.conditions(name),)) for name in graph.ends[by]
            ]
    return nodes, arrows


def _stage(stage: str, name: str, labels: Labels) -> _Node:
    return _Node(name, (stage + labels.passed(stage), labels.first_words(stage)), "stage")


def _ending(ending: str, name: str, labels: Labels) -> _Node:
    return _Node(name, (labels.ending(ending) + labels.ended(ending),), "ending")


def _between_stages(graph: Graph, labels: Labels, names: dict[str, str]) -> Iterator[_Arrow]:
    """One arrow for all that leads from one place to another."""
    together: dict[tuple[str, str], list[Edge]] = {}
    for edge in graph.edges:
        if edge.goes is not None and edge.goes in names:
            start = names[edge.stage] if edge.stage is not None else "any"
            together.setdefault((start, names[edge.goes]), []).append(edge)
    for (start, end), edges in together.items():
        lines = [_told(edge, labels) for edge in edges[:_SHOWN]]
        if len(edges) > _SHOWN:
            lines.append(labels.say("more", count=len(edges) - _SHOWN).strip())
        yield _Arrow(start, end, tuple(lines))


def _told(edge: Edge, labels: Labels) -> str:
    terms = labels.terms(edge)
    cause = labels.cause(edge, _SHOWN) + labels.passed(edge.id)
    return f"{cause} [{terms}]" if terms else cause
