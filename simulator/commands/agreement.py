"""``agreement``: how far the grades agree with rated replies, in figures."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scenarios.decode import closest
from scenarios.language import Language
from scoring.agreement.measure import GROUPS, GradeOf, measure
from scoring.agreement.rated import (
    FOLDER,
    UNREAD,
    YARDSTICK,
    ContrastPair,
    Place,
    Rated,
    RatedError,
    numbered,
)
from scoring.agreement.table import about_text, agreement_json, agreement_text
from scoring.model import ReplyGrade
from simulator.errors import UsageError
from simulator.machine.line_files import STANDARD_INPUT, lines_of, readable
from simulator.machine.output import json_line, message, write, write_wrapped
from simulator.machine.progress import Progress
from simulator.machine.streams import go_on_unread
from simulator.options import choose_language
from simulator.words.cli import CLI
from simulator.workplace import quick_judge

_TOLD: Final = 10
"""Replies left out that are named one by one."""


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    if arguments.only and not arguments.files:
        raise UsageError("usage", detail=CLI.say("agreement.only", language))
    with Progress(None, over=True):  # drawn before everything that takes long
        judge = quick_judge()
        sets = _sources(arguments, language)
    known = judge.catalog.scenarios
    left_out: list[tuple[str, _Line]] = []
    sources: dict[str, list[Rated]] = {}
    for name, lines in sets.items():
        strange = [one for one in lines if one.item.place.scenario not in known]
        left_out += [(name, one) for one in strange]
        if not strange or len(strange) < len(lines):  # else there would be a table of zeros
            sources[name] = [one.item for one in lines if one.item.place.scenario in known]
    _tell_left_out(left_out, known, language)
    with Progress(None, over=True) as progress:
        grade = _Counted(judge.graded_alone, progress, sources.values())
        group = GROUPS[arguments.by]
        result = {
            name: measure(items, grade, group, arguments.worst) for name, items in sources.items()
        }
    code = 1 if left_out else 0
    if arguments.json:
        figures = {name: agreement_json(found) for name, found in result.items()}
        versions = {"rubric": judge.rubric.name, "rules": judge.rules.digest}
        missing = [
            {"file": name, "line": one.line, "scenario": one.item.place.scenario}
            for name, one in left_out
        ]
        json_line({"schema_version": 1, **versions, "sources": figures, "left_out": missing})
        return code
    if not result:
        return code
    if not arguments.only:
        write(about_text(language) + "\n")
    for name, found in result.items():
        write(f"{name}\n{agreement_text(found, language)}\n")
    write_wrapped(CLI.say("agreement.columns", language), language, "")
    return code


@dataclass(frozen=True, slots=True)
class _Line:
    """A reply or pair, and the line of its file that it stands in."""

    item: Rated
    line: int


def _tell_left_out(
    left_out: Sequence[tuple[str, _Line]], known: Collection[str], language: Language
) -> None:
    """Before minutes go by: what cannot be graded because its scenario is not here."""
    for name, one in left_out[:_TOLD]:
        scenario = one.item.place.scenario
        near = closest(scenario, known)
        key = "agreement.unknown-near" if near else "agreement.unknown"
        place = f"{name}:{one.line}"
        message(CLI.say(key, language, place=place, scenario=scenario, near=near))
    if (more := len(left_out) - _TOLD) > 0:
        message(CLI.say("agreement.unknown-more", language, count=more))


class _Counted:
    """Grades replies and shows how many of all have been graded."""

    def __init__(
        self, grade: GradeOf, progress: Progress, sources: Iterable[Iterable[Rated]]
    ) -> None:
        self._grade = grade
        self._progress = progress
        self._done = 0
        # A pair is two replies.
        texts = (2 if isinstance(one, ContrastPair) else 1 for items in sources for one in items)
        progress.set_total(sum(texts))

    def __call__(self, place: Place, reply: str) -> ReplyGrade:
        grade = self._grade(place, reply)
        self._done += 1
        self._progress.count(self._done)
        return grade


def _sources(arguments: argparse.Namespace, language: Language) -> dict[str, list[_Line]]:
    """The built-in sets unless only the team's own are wanted, and after them each of its files.

    What was fitted to takes minutes, and its figures say nothing about fresh replies.
    """
    sources = {} if arguments.only else _built_in(language, fitted=arguments.fitted)
    for name in arguments.files:  # a team's file never takes the place of a built-in set
        read = _read(Path(name), language)
        if not read:
            raise UsageError("usage.no-replies", file=name)
        sources[name if name not in sources else f"./{name}"] = read
    return sources


def _built_in(language: Language, *, fitted: bool) -> dict[str, list[_Line]]:
    own = {
        name: [one for file in built_in for one in _read(FOLDER / file, language)]
        for name, built_in in UNREAD.items()
    }
    sources = {"yardstick": _read(FOLDER / YARDSTICK, language)}
    if fitted:
        both = [one for lines in own.values() for one in lines]
        sources["own"] = [one for one in both if one.item.part != "late"]
    for name, lines in own.items():
        sources[name] = [one for one in lines if one.item.part == "late"]
    return sources


def _read(path: Path, language: Language) -> list[_Line]:
    try:
        with lines_of(str(path)) as lines:
            given = readable(lines, str(path)) if str(path) == STANDARD_INPUT else lines
            return [_Line(item, at) for at, item in numbered(given, str(path))]
    except OSError as error:
        raise UsageError("usage.file", file=str(path), reason=error.strerror or "") from error
    except RatedError as error:
        reason = f"{error.where}: {error.why.of(language)}"
        raise UsageError("usage.rated", reason=reason) from error
