"""``agreement``: how far the grades agree with rated replies, in figures."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Final

from scenarios.language import Language
from scoring.agreement.measure import GROUPS, Agreement, measure
from scoring.agreement.rated import FOLDER, UNREAD, YARDSTICK, Rated, RatedError
from scoring.agreement.rated import read_rated_file as read_file
from scoring.agreement.table import about_text, agreement_json, agreement_text
from simulator.commands.output import json_line, message, write
from simulator.errors import UsageError
from simulator.line_errors import line_error
from simulator.options import choose_language
from simulator.reply_lines import refuse_encoding
from simulator.words.cli import CLI
from simulator.workplace import quick_judge

_PLACE: Final = re.compile(r".*?:\d+: ", re.DOTALL)
"""Where a bad line stands, as the reader of rated replies tells it."""


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    judge = quick_judge()
    result: dict[str, Agreement] = {}
    for name, items in _sources(arguments.files, language, fitted=arguments.fitted).items():
        known = [item for item in items if item.place.scenario in judge.catalog.scenarios]
        if len(known) < len(items):
            message(
                CLI.say("agreement.unknown", language, name=name, count=len(items) - len(known))
            )
        result[name] = measure(known, judge.graded_alone, GROUPS[arguments.by], arguments.worst)
    if arguments.json:
        sources = {name: agreement_json(found) for name, found in result.items()}
        versions = {"rubric": judge.rubric.name, "rules": judge.rules.digest}
        json_line({"schema_version": 1, **versions, "sources": sources})
        return 0
    write(about_text(language))
    for name, found in result.items():
        write(f"\n{name}\n{agreement_text(found, language)}")
    return 0


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
        return list(read_file(path))
    except OSError as error:
        raise UsageError("usage.file", file=str(path), reason=error.strerror or "") from error
    except RatedError as error:
        if isinstance(error.__cause__, UnicodeDecodeError):
            refuse_encoding(path)
        raise UsageError("usage.rated", reason=_reason(error, language)) from error


def _reason(error: RatedError, language: Language) -> str:
    """File and line as they are, what is wrong with the line in the reader's language."""
    found = _PLACE.match(str(error))
    return found[0] + line_error(str(error)[found.end() :], language) if found else str(error)
