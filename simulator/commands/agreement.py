"""``agreement``: how far the grades agree with rated replies, in figures."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

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
    read_rated,
)
from scoring.agreement.rated import read_rated_file as read_file
from scoring.agreement.table import about_text, agreement_json, agreement_text
from scoring.model import ReplyGrade
from simulator.commands.output import json_line, message, write, write_wrapped
from simulator.errors import UsageError
from simulator.line_files import STANDARD_INPUT, lines_of, readable
from simulator.options import choose_language
from simulator.progress import Progress
from simulator.words.cli import CLI
from simulator.workplace import quick_judge


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    left_out: list[str] = []
    with Progress(None, over=True) as progress:  # drawn before everything that takes long
        judge = quick_judge()
        sources: dict[str, list[Rated]] = {}
        for name, items in _sources(arguments.files, language, fitted=arguments.fitted).items():
            known = [item for item in items if item.place.scenario in judge.catalog.scenarios]
            if count := len(items) - len(known):
                left_out.append(CLI.say("agreement.unknown", language, name=name, count=count))
            sources[name] = known
        grade = _Counted(judge.graded_alone, progress, sources.values())
        group = GROUPS[arguments.by]
        result = {
            name: measure(items, grade, group, arguments.worst) for name, items in sources.items()
        }
    for text in left_out:
        message(text)
    if arguments.json:
        figures = {name: agreement_json(found) for name, found in result.items()}
        versions = {"rubric": judge.rubric.name, "rules": judge.rules.digest}
        json_line({"schema_version": 1, **versions, "sources": figures})
        return 0
    write(about_text(language))
    for name, found in result.items():
        write(f"\n{name}\n{agreement_text(found, language)}")
    write("")
    write_wrapped(CLI.say("agreement.columns", language), language, "")
    return 0


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


def _sources(files: list[str], language: Language, *, fitted: bool) -> dict[str, list[Rated]]:
    """The built-in sets, and after them each file of the team's own.

    What was *fitted* to takes minutes, and its figures say nothing about fresh replies.
    """
    own = {
        name: [item for file in built_in for item in _read(FOLDER / file, language)]
        for name, built_in in UNREAD.items()
    }
    sources = {"yardstick": _read(FOLDER / YARDSTICK, language)}
    if fitted:
        both = [item for items in own.values() for item in items]
        sources["own"] = [item for item in both if item.part != "late"]
    for name, items in own.items():
        sources[name] = [item for item in items if item.part == "late"]
    for name in files:  # a team's file never takes the place of a built-in set
        read = _read(Path(name), language)
        if not read:
            raise UsageError("usage.no-replies", file=name)
        sources[name if name not in sources else f"./{name}"] = read
    return sources


def _read(path: Path, language: Language) -> list[Rated]:
    try:
        if str(path) == STANDARD_INPUT:
            with lines_of(STANDARD_INPUT) as lines:
                return list(read_rated(readable(lines, STANDARD_INPUT), STANDARD_INPUT))
        return list(read_file(path))
    except OSError as error:
        raise UsageError("usage.file", file=str(path), reason=error.strerror or "") from error
    except RatedError as error:
        reason = f"{error.where}: {error.why.of(language)}"
        raise UsageError("usage.rated", reason=reason) from error
