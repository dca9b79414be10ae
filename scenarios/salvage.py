"""What is left of a tree when the parts that cannot be read are mended or taken out.

A file with one misspelt key still has a hundred names that may lead nowhere. So that all of it is
told at once, the meaning of the sound rest is checked too. A word that was most likely meant is
put in, what the top of a file lacks gets a stand-in, and everything else that is wrong is left
out. The result is good for nothing else: whatever was taken out may be what made it complete.
"""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from scenarios.decode import decode
from scenarios.mark import Mark
from scenarios.model import Exemplar, Persona, Scenario
from scenarios.problems import Problem
from scenarios.yaml_source import Mapping, Node, Scalar, Sequence, read_yaml_text

__all__ = ["Salvaged", "salvage"]

T = TypeVar("T")

_ROUNDS: Final = 40
"""Taking a part out may leave the block around it without a key that it needs, and so on."""
_TEXT: Final = '{ja: "-", en: "-"}'
_STAND_INS: Final[AbstractMapping[type, str]] = {
    Scenario: (
        f"{{id: x, title: {_TEXT}, type: other, channel: chat, briefing: {_TEXT}, "
        f"customer: {{name: {_TEXT}}}, topics: {{x: {{kind: fact, name: {_TEXT}, cues: {{}}}}}}, "
        "stages: {x: {opens: {ja: [], en: []}}}}"
    ),
    Exemplar: (
        f"{{scenario: x, language: ja, kind: good, seed: 1, title: {_TEXT}, steps: [{{end: true}}], "
        "band: {total: [0, 1], passed: true, endings: [x]}}"
    ),
    Persona: f"{{id: x, version: 1, title: {_TEXT}, temperament: {{}}, voice: {{}}}}",
}
"""For each kind of file, all that it must have."""


@dataclass(frozen=True, slots=True)
class Salvaged(Generic[T]):
    """What is left of a file."""

    value: T
    stand_ins: frozenset[str]
    """Keys at the top whose value is nothing that the writer wrote."""


def salvage(node: Node, into: type[T]) -> Salvaged[T] | None:
    """An *into* from the sound parts of *node*; None where too little is left for one."""
    rest: Node | None = node
    stand_ins: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        if rest is None:
            return None
        problems: list[Problem] = []
        value = decode(rest, into, "", problems)
        if value is not None:
            return Salvaged(value, stand_ins)
        more = _stand_ins(rest, into, problems)
        stand_ins |= {key.text for key, _ in more}
        mended = _without(_with(rest, more), _Faults(rest, problems))
        if mended == rest:
            return None
        rest = mended
    return None


def _stand_ins(node: Node, into: type, problems: list[Problem]) -> tuple[tuple[Scalar, Node], ...]:
    """What *node* lacks at its top."""
    missing = {dict(p.args).get("key") for p in problems if p.code == "D103" and _at(p, node.mark)}
    if not (missing and isinstance(node, Mapping) and into in _STAND_INS):
        return ()
    stand_ins = read_yaml_text(_STAND_INS[into], "")
    assert isinstance(stand_ins, Mapping)
    return tuple((key, value) for key, value in stand_ins.entries if key.text in missing)


def _with(node: Node, more: tuple[tuple[Scalar, Node], ...]) -> Node:
    return Mapping((*node.entries, *more), node.mark) if isinstance(node, Mapping) else node


def _at(problem: Problem, mark: Mark) -> bool:
    return (problem.line, problem.column) == (mark.line, mark.column)


class _Faults:
    """Where something has to be taken out, or replaced by what was probably meant."""

    def __init__(self, root: Node, problems: list[Problem]) -> None:
        about_keys = [p for p in problems if p.code == "D102"]
        rest = [p for p in problems if p.code != "D102" and not _at(p, root.mark)]
        self.keys = {(p.line, p.column): dict(p.args).get("guess") for p in about_keys}
        self.values = {(p.line, p.column): dict(p.args).get("guess") for p in rest}
        self.names = {(p.line, p.column) for p in problems if p.code in ("D104", "D107")}

    def key(self, key: Scalar, others: frozenset[str]) -> Scalar | None:
        """The key as it should be; None where it has to go."""
        place = (key.mark.line, key.mark.column)
        if place in self.names:
            return None
        if place not in self.keys:
            return key
        guess = self.keys[place]
        return None if guess is None or guess in others else Scalar(guess, key.plain, key.mark)

    def hits(self, node: Node) -> bool:
        place = (node.mark.line, node.mark.column)
        if isinstance(node, Mapping) and node.entries and place in self.names:
            return False  # a block begins where its first key does, and only that is meant
        return place in self.values

    def meant(self, node: Node) -> Scalar | None:
        """What probably should stand for a value that is wrong."""
        guess = self.values[node.mark.line, node.mark.column]
        return Scalar(guess, True, node.mark) if guess and isinstance(node, Scalar) else None


def _without(node: Node, faults: _Faults) -> Node | None:
    """*node* with its faults mended or taken out; None where it is one itself."""
    if faults.hits(node):
        return faults.meant(node)
    if isinstance(node, Mapping):
        names = frozenset(key.text for key, _ in node.entries)
        pairs = [(faults.key(k, names), _without(value, faults)) for k, value in node.entries]
        kept = [(key, value) for key, value in pairs if key is not None and value is not None]
        return Mapping(tuple(kept), node.mark)
    if isinstance(node, Sequence):
        items = [_without(item, faults) for item in node.items]
        return Sequence(tuple(item for item in items if item is not None), node.mark)
    return node
