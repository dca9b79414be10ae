"""Checks of a programme: names that lead nowhere, steps that nobody could ever finish.

Codes and words stand in ``lint_texts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from scenarios.forms import form_of
from scenarios.lint import Lint, Path, keys_at
from scenarios.lint_files import check_text, check_twins
from scenarios.problems import Problem
from scenarios.programme import COMMAND_WORDS, Programme, Step
from scenarios.yaml_source import Node

__all__ = ["lint_programme", "lint_programme_names"]

_OF_CONTACTS: Final = ("scenarios", "intensity", "pass", "hints")
"""Keys of a step that say something of contacts: where there is a page to read, nothing reads them."""


def lint_programme(programme: Programme, node: Node, path: str) -> list[Problem]:
    """What keeps a programme from being used, whatever scenarios there are."""
    lint = Lint(node, path)
    _check_head(programme, lint)
    ids = [step.id for step in programme.steps]
    check_twins(enumerate(ids), "id", ("steps",), lint)
    for index, step in enumerate(programme.steps):
        where: Path = ("steps", index)
        (_check_page if step.reads else _check_contacts)(step, where, lint)
        _check_texts(step, where, lint)
        for number, need in enumerate(step.needs or ()):
            lint.known(need, ids, "@step", (*where, "needs", number))
    if len(set(ids)) == len(ids):
        _check_circles(programme, lint)
    return lint.problems


def lint_programme_names(
    programme: Programme, node: Node, path: str, scenarios: Iterable[str]
) -> list[Problem]:
    """The scenarios that it names and that are not among *scenarios*."""
    lint, known = Lint(node, path), list(scenarios)
    for index, step in enumerate(programme.steps):
        for number, name in enumerate(step.scenarios):
            lint.known(name, known, "@scenario", ("steps", index, "scenarios", number))
    return lint.problems


def _check_head(programme: Programme, lint: Lint) -> None:
    name = PurePosixPath(lint.path).stem
    if programme.schema != 1:
        lint.add(("schema",), "S116", value=programme.schema)
    if programme.id != name:
        lint.add(("id",), "T105", value=programme.id, name=f"{name}.yaml")
    if programme.id in COMMAND_WORDS:
        lint.add(("id",), "T106", value=programme.id)
    if not programme.steps:
        lint.add(("steps",), "T103")
    for key in ("title", "about"):
        check_text(getattr(programme, key), (key,), lint)


def _check_page(step: Step, where: Path, lint: Lint) -> None:
    if step.page is None:
        lint.add(where, "D103", key="page")
    given = keys_at(lint.node, *where)
    for key in (key for key in _OF_CONTACTS if key in given):
        lint.add((*where, key), "T104", key=key, kind=step.kind)


def _check_contacts(step: Step, where: Path, lint: Lint) -> None:
    if step.page is not None:
        lint.add((*where, "page"), "T104", key="page", kind=step.kind)
    if not step.scenarios:
        if "scenarios" in keys_at(lint.node, *where):
            lint.add((*where, "scenarios"), "D207", form=form_of(tuple[str, ...]))
        else:
            lint.add(where, "D103", key="scenarios")
        return
    check_twins(enumerate(step.scenarios), "", (*where, "scenarios"), lint)
    different = len(set(step.scenarios))
    if step.rule.passes > different:
        lint.add((*where, "pass", "passes"), "T101", wanted=step.rule.passes, count=different)


def _check_texts(step: Step, where: Path, lint: Lint) -> None:
    for key in ("title", "about", "page"):
        check_text(getattr(step, key), (*where, key), lint)


def _check_circles(programme: Programme, lint: Lint) -> None:
    """Steps that wait for themselves, each circle told once, at the first step in it."""
    needs = {step.id: programme.needs_of(i) for i, step in enumerate(programme.steps)}
    told: set[str] = set()
    for index, step in enumerate(programme.steps):
        circle = _way_back(step.id, needs) if step.id not in told else []
        if circle:
            told.update(circle)
            lint.add(("steps", index, "needs"), "T102", way=" → ".join([*circle, step.id]))


def _way_back(start: str, needs: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The shortest way from a step over what it needs to itself, without its end; or nothing."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:
        for need in needs.get(way[-1], ()):
            if need == start:
                return way
            if need not in seen:
                seen.add(need)
                ways.append([*way, need])
    return []
