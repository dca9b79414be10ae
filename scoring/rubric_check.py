"""What is wrong with rules that somebody changed: a rubric, its messages, a handbook.

The reader of files sees to their shape. Here stands what the code relies on beyond it: names that
it looks up, kinds of judgement that exist, blanks that can be filled. Nothing that the shipped
rubric has may be left out, since weights can be 0 and what is left out could be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

from scenarios.decode import decode
from scenarios.language import LANGUAGES
from scenarios.lint import Lint
from scenarios.lint_files import lint_handbook
from scenarios.model import Handbook
from scenarios.problems import Problem, SourceError
from scenarios.yaml_source import Node, read_yaml_text
from scoring.criteria import kinds
from scoring.criteria.faults import KINDS as FAULT_KINDS
from scoring.rubrics.rubric import (
    ContextWords,
    DimensionRule,
    Message,
    Messages,
    Rubric,
    RubricFile,
    load_rubric,
    rubric_files,
)

__all__ = ["checked_handbook", "checked_rubric"]

_T = TypeVar("_T")
_BLANK: Final = re.compile(r"\{([^{}]*)\}?|\}")
_ALWAYS: Final = frozenset({"topic", "customer"})


def checked_rubric(texts: Mapping[str, bytes], paths: Mapping[str, str]) -> Rubric:
    """The shipped rubric with these files in the place of its own.

    *texts* are by file name, *paths* tell how each is called in problems. Raises SourceError with
    every problem of all of them.
    """
    shipped = load_rubric()
    problems: list[Problem] = []
    checks = zip(rubric_files(), (_rules, _messages, _context), strict=True)
    for name, check in checks:
        if name in texts:
            problems += check(texts[name], paths.get(name, name), shipped)
    if problems:
        raise SourceError(problems)
    return load_rubric(texts=texts)


def checked_handbook(
    text: bytes, path: str, cited: Mapping[str, str], was: Handbook | None
) -> Handbook:
    """A handbook that may take the place of *was*; raises SourceError with every problem.

    *cited* tells who cites a clause, by its id. A changed text needs a higher version.
    """
    problems: list[Problem] = []
    node, handbook = _decoded(text, Handbook, path, problems)
    if handbook is None:
        raise SourceError(problems)
    lint = Lint(node, path)
    lint.problems += lint_handbook(handbook, node, path)
    there = {clause.id for clause in handbook.clauses}
    for clause, other in sorted(cited.items()):
        if clause not in there:
            lint.add(("clauses",), "R104", value=clause, other=other)
    if was is not None and handbook != was and handbook.version <= was.version:
        lint.add(("version",), "R105", value=handbook.version)
    if lint.problems:
        raise SourceError(lint.problems)
    return handbook


def _decoded(
    text: bytes, into: type[_T], path: str, problems: list[Problem]
) -> tuple[Node, _T | None]:
    """The node and the value; None where there are problems, which are added to *problems*."""
    node = read_yaml_text(text, path)
    value = decode(node, into, path, problems)
    return node, None if problems else value


# ---------------------------------------------------------------- rules


def _rules(text: bytes, path: str, shipped: Rubric) -> list[Problem]:
    problems: list[Problem] = []
    node, rules = _decoded(text, RubricFile, path, problems)
    if rules is None:
        return problems
    lint = Lint(node, path)
    _all_there(lint, ("dimensions",), rules.dimensions, shipped.dimensions)
    for name, rule in rules.dimensions.items():
        _criteria(lint, ("dimensions", name, "criteria"), rule, shipped.dimensions[name])
    shares = sum(rule.share for rule in rules.dimensions.values())
    if shares != 100:
        lint.add(("dimensions",), "R102", value=shares)
    _all_there(lint, ("faults",), rules.faults, shipped.faults)
    for fault, found in rules.faults.items():
        if found.kind is not None:
            lint.known(found.kind, FAULT_KINDS, "@judgement", ("faults", fault, "kind"))
    contact = (
        ("late_acknowledgement", shipped.contact.late_acknowledgement),
        ("outcome", shipped.contact.outcome),
        ("parts", shipped.contact.parts),
    )
    for field, needed in contact:
        _all_there(lint, ("contact", field), getattr(rules.contact, field), needed)
    return lint.problems


def _criteria(
    lint: Lint, where: tuple[str, ...], given: DimensionRule, shipped: DimensionRule
) -> None:
    """Criteria of one reply are found by their kind, those of the whole contact by their name."""
    _all_there(lint, where, given.criteria, shipped.criteria)
    for name, rule in given.criteria.items():
        before = shipped.criteria.get(name)
        place = (*where, name, "kind")
        if rule.scope != "contact":
            lint.known(rule.kind, kinds(), "@judgement", place)
        elif before is None or before.scope == "reply" or before.kind != rule.kind:
            whole = [c.kind for c in shipped.criteria.values() if c.scope == "contact"]
            lint.add(place, "S101", value=rule.kind, what="@judgement", advice=", ".join(whole))


def _all_there(
    lint: Lint, where: tuple[str, ...], given: Iterable[str], needed: Iterable[str]
) -> None:
    there = set(given)
    for name in needed:
        if name not in there:
            lint.add(where, "R101", value=name)


# ---------------------------------------------------------------- words


def _messages(text: bytes, path: str, shipped: Rubric) -> list[Problem]:
    problems: list[Problem] = []
    node, messages = _decoded(text, Messages, path, problems)
    if messages is None:
        return problems
    lint = Lint(node, path)
    _all_there(lint, (), messages, shipped.messages)
    for rule, wordings in messages.items():
        before = shipped.messages.get(rule, {})
        _all_there(lint, (rule,), wordings, before)
        known = _ALWAYS | {name for _, name in _blanks(before)}
        for variant, name in _blanks(wordings):
            if name not in known:
                listed = ", ".join(f"{{{one}}}" for one in sorted(known))
                lint.add((rule, variant), "R103", value=f"{{{name}}}", known=listed)
    return lint.problems


def _blanks(wordings: Message) -> Iterator[tuple[str, str]]:
    """Variant and name of every blank; a brace that belongs to none counts as one without a name."""
    for variant, wording in wordings.items():
        for language in LANGUAGES:
            for found in _BLANK.finditer(wording.of(language)):
                whole = found.group().endswith("}") and len(found.group()) > 1
                yield variant, (found[1] or "") if whole else ""


def _context(text: bytes, path: str, _shipped: Rubric) -> list[Problem]:
    problems: list[Problem] = []
    _decoded(text, ContextWords, path, problems)
    return problems
