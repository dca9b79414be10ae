"""What is left of a tree when the parts that cannot be read are taken out.

A file with one misspelt key still has a hundred names that may lead nowhere. So that all of it is
told at once, the meaning of the sound rest is checked too. The rest is good for nothing else:
whatever was taken out may be what made it complete.
"""

from __future__ import annotations

from typing import TypeVar

from scenarios.decode import decode
from scenarios.mark import Mark
from scenarios.problems import Problem
from scenarios.yaml_source import Mapping, Node, Sequence

__all__ = ["salvage"]

T = TypeVar("T")

_ROUNDS = 40
"""Taking a part out may leave the block around it without a key that it needs, and so on."""
_ABOUT_KEYS = frozenset({"D102"})
"""Problems whose place is a key and not a value."""


def salvage(node: Node, into: type[T]) -> T | None:
    """An *into* from the sound parts of *node*; None where too little is left for one."""
    rest: Node | None = node
    for _ in range(_ROUNDS):
        if rest is None:
            return None
        problems: list[Problem] = []
        value = decode(rest, into, "", problems)
        if value is not None:
            return value
        smaller = _without(rest, _Cuts(problems))
        if smaller == rest:
            return None
        rest = smaller
    return None


class _Cuts:
    """Where something has to be taken out."""

    def __init__(self, problems: list[Problem]) -> None:
        self.keys = {(p.line, p.column) for p in problems if p.code in _ABOUT_KEYS}
        self.values = {(p.line, p.column) for p in problems if p.code not in _ABOUT_KEYS}
        self.names = {(p.line, p.column) for p in problems if p.code == "D104"}

    def key(self, mark: Mark) -> bool:
        return (mark.line, mark.column) in self.keys | self.names

    def value(self, mark: Mark) -> bool:
        return (mark.line, mark.column) in self.values


def _without(node: Node, cuts: _Cuts) -> Node | None:
    """*node* without the parts at the cuts; None where it is one of them itself."""
    if cuts.value(node.mark) and not _first_key_alone(node, cuts):
        return None
    if isinstance(node, Mapping):
        kept = [
            (key, _without(value, cuts)) for key, value in node.entries if not cuts.key(key.mark)
        ]
        return Mapping(tuple((key, value) for key, value in kept if value is not None), node.mark)
    if isinstance(node, Sequence):
        items = [_without(item, cuts) for item in node.items]
        return Sequence(tuple(item for item in items if item is not None), node.mark)
    return node


def _first_key_alone(node: Node, cuts: _Cuts) -> bool:
    """A block begins where its first key does: only the key is meant when its name is at fault."""
    place = (node.mark.line, node.mark.column)
    return isinstance(node, Mapping) and bool(node.entries) and place in cuts.names
