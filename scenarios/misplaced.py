"""Files that stand where nothing looks for their kind: what they are is told by their keys."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
from scenarios.lint import keys_at
from scenarios.problems import Problem, make_problem
from scenarios.yaml_source import Node

__all__ = ["misplaced_problem"]

_KINDS: Final[tuple[tuple[frozenset[str], str, str], ...]] = (
    (frozenset({"scenario", "steps"}), "exemplar", "{scenario}/exemplars/{file}"),
    (frozenset({"steps"}), "programme", "programmes/{file}"),
    (frozenset({"temperament"}), "persona", "personas/{file}"),
    (frozenset({"stages"}), "scenario", "{stem}/scenario.yaml"),
    (frozenset({"topics"}), "scenario", "{stem}/scenario.yaml"),
    (frozenset({"clauses"}), "handbook", "handbook.yaml"),
    (frozenset({"actions"}), "shop", "shop.yaml"),
)
"""Keys at the top that tell a kind, and where in a pack such a file belongs; the first that fits."""


def misplaced_problem(node: Node, path: Path, shown: str) -> Problem | None:
    """What a file at *path*, which a person called *shown*, is and where it belongs; None where its
    keys do not tell."""
    keys = keys_at(node)
    for needed, kind, place in _KINDS:
        if needed <= keys:
            where = place.format(file=path.name, stem=path.stem, scenario="SCENARIO")
            return make_problem(shown, 0, 0, "P110", {"kind": f"@a-{kind}-file", "place": where})
    return None
