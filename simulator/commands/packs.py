"""``packs``: where scenarios come from, and what keeps any of them from being played."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass

from scenarios.language import Language
from scenarios.loader import Library, builtin_library, joined
from scenarios.packs import Pack, pack_library, pack_problems
from scenarios.problems import Problem, SourceError, format_problem
from scenarios.programme_files import own_programmes
from simulator.libraries import known_packs, programme_folders, quick_cache
from simulator.machine.output import json_line, write
from simulator.machine.streams import go_on_unread
from simulator.options import choose_language
from simulator.words.tools import TOOLS


@dataclass(frozen=True)
class _Shelf:
    """One place with what was found in it."""

    name: str
    path: str
    package: str
    ids: tuple[str, ...]
    problems: tuple[Problem, ...]
    programmes: tuple[str, ...] | None = None
    """Those of the data folder; None for a pack."""


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    shelves = _shelves(language)
    if arguments.json:
        rows = [_row(shelf, language) for shelf in shelves]
        json_line({"schema_version": 1, "language": language, "packs": rows})
    else:
        for shelf in shelves:
            _tell(shelf, language)
    return 1 if any(shelf.problems for shelf in shelves) else 0


def _shelves(language: Language) -> list[_Shelf]:
    base = builtin_library(quick_cache(os.environ))
    name = TOOLS.say("packs.built-in", language)
    shelves = [_Shelf(name, str(base.root), "", base.own_ids, tuple(pack_problems(base)))]
    before: list[Library] = []
    for pack in known_packs(os.environ):
        if pack.problem is not None:
            shelves.append(_Shelf(pack.name, pack.path, pack.package, (), (pack.problem,)))
            continue
        library = pack_library(pack, base)
        shelves.append(_looked_through(pack, library, base, before))
        before.append(library)
    return shelves + _own(joined(base, ()), language)


def _own(base: Library, language: Language) -> list[_Shelf]:
    """The data folder's programmes, where it has any."""
    name = TOOLS.say("packs.own", language)
    shelves = []
    for folder in programme_folders(os.environ):
        programmes, problems = own_programmes(base, folder)
        if programmes or problems:
            shelves.append(_Shelf(name, str(folder), "", (), tuple(problems), programmes))
    return shelves


def _looked_through(pack: Pack, library: Library, base: Library, before: list[Library]) -> _Shelf:
    problems = pack_problems(library)
    try:
        joined(base, [*before, library])
    except SourceError as error:
        # Those between the packs before it have been told with them.
        own = f"{library.path(full=True)}/"
        problems.extend(p for p in error.problems if p.path.startswith(own))
    return _Shelf(pack.name, pack.path, pack.package, library.own_ids, tuple(problems))


def _row(shelf: _Shelf, language: Language) -> dict[str, object]:
    return {
        "name": shelf.name,
        "path": shelf.path,
        "package": shelf.package or None,
        "scenarios": list(shelf.ids),
        "own_programmes": None if shelf.programmes is None else list(shelf.programmes),
        "problems": [problem.row(language) for problem in shelf.problems],
    }


def _tell(shelf: _Shelf, language: Language) -> None:
    more = TOOLS.say("packs.package", language, package=shelf.package) if shelf.package else ""
    if shelf.problems:
        more += TOOLS.say("packs.problems", language, count=len(shelf.problems))
    if shelf.programmes is not None:
        count = len(shelf.programmes)
        write(TOOLS.say("packs.own-head", language, name=shelf.name, count=count, more=more))
    else:
        count = len(shelf.ids)
        scenarios = TOOLS.say("packs.scenarios-1" if count == 1 else "packs.scenarios", language)
        head = {"name": shelf.name, "count": count, "scenarios": scenarios, "more": more}
        write(TOOLS.say("packs.head", language, **head))
    write(f"  {shelf.path}")
    for problem in shelf.problems:
        write(f"  {format_problem(problem, language=language)}")
