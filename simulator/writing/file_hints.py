"""Hints about the files of a pack: what ``validate`` tells beside the errors."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.check import Checked
from scenarios.lint import Lint
from scenarios.lint_hints import notation_hints, sum_hints, text_hints
from scenarios.loader import Library
from scenarios.problems import Problem, SourceError
from scenarios.yaml_source import Node, read_yaml_tree

__all__ = ["writer_hints"]


def writer_hints(library: Library, checked: Checked) -> tuple[Problem, ...]:
    """What the writer of a sound file should look at again, in the order of the file.

    Nothing for what comes with the program: it is nobody's to change.
    """
    if library.base is None or checked.problems:
        return ()
    path = "/".join(checked.parts)
    node, _ = read_yaml_tree(checked.source, path)
    if node is None:
        return ()
    hints = [*text_hints(node, path), *_of_its_kind(library, checked, node, path)]
    return tuple(sorted(hints, key=lambda p: (p.line, p.column, p.code)))


def _of_its_kind(library: Library, checked: Checked, node: Node, path: str) -> Iterator[Problem]:
    try:
        match checked.parts:
            case (scenario_id, "scenario.yaml"):
                from simulator.writing.cue_hints import cue_hints

                scenario = library.scenario(scenario_id)
                yield from sum_hints(node, path)
                yield from notation_hints(scenario, node, path)
                yield from cue_hints(scenario, node, path)
            case ("handbook.yaml",):
                yield from _left_out(library, node, path)
    except SourceError:  # a file that it needs is broken, and told of by itself
        return


def _left_out(library: Library, node: Node, path: str) -> Iterator[Problem]:
    """The clauses that feedback cites and nobody can look up in this handbook."""
    from scoring.rubrics.rubric import load_rubric
    from simulator.rule_files import clauses_of

    there = {clause.id for clause in library.handbook.clauses}
    if missing := [clause for clause in clauses_of(load_rubric()) if clause not in there]:
        lint = Lint(node, path)
        lint.add(("clauses",), "W501", known=", ".join(missing))
        yield from lint.problems
