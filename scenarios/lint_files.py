"""Checks of the files around a scenario: exemplars, handbook and shop.

What concerns a scenario or a persona itself stands in ``lint``. Codes and words stand in ``lint_texts``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final, get_args, get_type_hints

from scenarios.forms import form_of
from scenarios.language import LANGUAGES, Text
from scenarios.lint import Lint, Path, keys_at
from scenarios.model import Argument, Exemplar, ExemplarStep, Handbook, NoteItem, Shop
from scenarios.problems import Problem
from scenarios.text import is_blank
from scenarios.yaml_source import Node

__all__ = [
    "check_text",
    "check_twins",
    "lint_exemplar",
    "lint_exemplar_form",
    "lint_handbook",
    "lint_shop",
]

_KEY: Final = re.compile("[A-Za-z0-9]")
_NOTE_FIELDS: Final[tuple[str, ...]] = get_args(get_type_hints(NoteItem)["field"])


def lint_exemplar(
    exemplar: Exemplar, node: Node, path: str, endings: Iterable[str] | None, shop: Shop
) -> list[Problem]:
    """What in an exemplar does not fit its place, its scenario's *endings* or the shop's desk.

    *path* is ``scenario-id/exemplars/name.yaml``; endings that are not known (None) are not
    looked at.
    """
    lint = Lint(node, path)
    place = PurePosixPath(path)
    if not place.stem.startswith(f"{exemplar.language}-"):
        lint.add(("language",), "S121", name=place.name, value=exemplar.language)
    for index, step in enumerate(exemplar.steps):
        _check_step(step, ("steps", index), lint, shop)
    for index, ending in enumerate(exemplar.band.endings):
        if endings is not None:
            lint.known(ending, endings, "@ending", ("band", "endings", index))
    return [*lint_exemplar_form(exemplar, node, path), *lint.problems]


def lint_exemplar_form(exemplar: Exemplar, node: Node, path: str) -> list[Problem]:
    """What keeps an exemplar from being played at all."""
    lint = Lint(node, path)
    folder = PurePosixPath(path).parent.parent.name
    if exemplar.scenario != folder:
        lint.add(("scenario",), "S102", value=exemplar.scenario, folder=folder)
    for index, step in enumerate(exemplar.steps):
        given = (step.reply, step.action, step.wait, step.note)
        if sum(move is not None for move in given) + step.end != 1:
            lint.add(("steps", index), "S118")
    for name in ("total", "empathy", "policy", "resolution"):
        limits: tuple[int, ...] = getattr(exemplar.band, name)
        if limits and (len(limits) != 2 or limits[0] > limits[1]):
            lint.add(("band", name), "S119")
    return lint.problems


def _check_step(step: ExemplarStep, where: Path, lint: Lint, shop: Shop) -> None:
    if step.action is not None:
        lint.known(step.action, shop.actions, "@action", (*where, "action"))
        if step.action in shop.actions:
            _check_arguments(step, where, lint, shop)
    for name in step.note or ():
        lint.known(name, _NOTE_FIELDS, "@note-field", (*where, "note", name))


def _check_arguments(step: ExemplarStep, where: Path, lint: Lint, shop: Shop) -> None:
    arguments = shop.actions[step.action or ""].arguments
    for name in step.args:
        lint.known(name, arguments, "@argument", (*where, "args", name))
    unusable = keys_at(lint.node, *where, "args") - step.args.keys()  # told where it stands
    empty = [
        name
        for name, argument in arguments.items()
        if not argument.optional and not step.args.get(name, "").strip() and name not in unusable
    ]
    if empty:
        lint.add((*where, "args"), "S120", action=step.action, value=", ".join(empty))


def lint_handbook(handbook: Handbook, node: Node, path: str) -> list[Problem]:
    """Clauses that cannot be told apart or say nothing."""
    lint = Lint(node, path)
    for index, clause in enumerate(handbook.clauses):
        for field in ("text", "why"):
            check_text(getattr(clause, field), ("clauses", index, field), lint)
    for field in ("id", "number"):
        values = ((index, getattr(clause, field)) for index, clause in enumerate(handbook.clauses))
        check_twins(values, field, ("clauses",), lint)
    return lint.problems


def lint_shop(shop: Shop, node: Node, path: str) -> list[Problem]:
    """Actions of the desk that share a key, or that nobody could choose, fill in or understand."""
    lint = Lint(node, path)
    for name, action in shop.actions.items():
        where: Path = ("actions", name)
        if "key" in keys_at(node, *where) and not _KEY.fullmatch(action.key):
            lint.add((*where, "key"), "S131", value=action.key)
        for field in ("help", "usual"):
            check_text(getattr(action, field), (*where, field), lint)
        for blank, argument in action.arguments.items():
            _check_choices(argument, (*where, "arguments", blank), lint)
    keys = ((name, action.key) for name, action in shop.actions.items() if action.key)
    check_twins(keys, "key", ("actions",), lint)
    return lint.problems


def _check_choices(argument: Argument, where: Path, lint: Lint) -> None:
    """A choice needs something to choose from; nothing else reads ``choices``."""
    if argument.kind != "choice":
        return
    if argument.choices:
        check_twins(enumerate(argument.choices), "", (*where, "choices"), lint)
    elif "choices" in keys_at(lint.node, *where):
        lint.add((*where, "choices"), "D207", form=form_of(tuple[str, ...]))
    else:
        lint.add(where, "D103", key="choices")


def check_text(text: Text | None, where: Path, lint: Lint) -> None:
    """Report each language in which a text says nothing."""
    for language in LANGUAGES if text is not None else ():
        if text is not None and is_blank(text.of(language)):
            lint.add((*where, language), "S107", language=f"@{language}")


def check_twins(
    values: Iterable[tuple[int | str, str]], field: str, where: Path, lint: Lint
) -> None:
    """Report every value that stood before, at its second place and all later ones.

    *field* is the key that holds the value; empty where the place itself does.
    """
    seen: Counter[str] = Counter()
    for place, value in values:
        if seen[value]:
            lint.add((*where, place, *([field] if field else [])), "S123", value=value)
        seen[value] += 1
