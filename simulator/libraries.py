"""Which scenarios there are for this person: the built-in ones and those of their packs.

Packs come from installed packages, from SUPPORTDOJO_PACKS and from ``--pack`` on the command line,
which is added to that variable so that the processes started from this one see the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.loader import Library, builtin_library, joined
from simulator.machine.left_out import leave_out

if TYPE_CHECKING:
    from scenarios.card import Card
    from scenarios.packs import Pack

__all__ = [
    "PACKS_VARIABLE",
    "add_packs",
    "known_packs",
    "open_library",
    "programme_folders",
    "quick_cache",
    "quick_library",
    "readable_cards",
]

PACKS_VARIABLE = "SUPPORTDOJO_PACKS"


def quick_library(environ: Mapping[str, str] | None = None) -> Library:
    """The library of this computer's user, for commands that need no store.

    Only where there is a store already is anything kept: it is the store that makes the directory
    and decides who may look into it. Raises SourceError as ``open_library`` does.
    """
    environment = os.environ if environ is None else environ
    return open_library(quick_cache(environment), environment)


def quick_cache(environ: Mapping[str, str]) -> Path | None:
    """The folder for what was read, where there is a store already."""
    from simulator.machine.paths import cache_path, data_directory, exists, store_path

    directory = data_directory(environ)
    return cache_path(directory) if exists(store_path(directory)) else None


def open_library(cache: Path | None, environ: Mapping[str, str]) -> Library:
    """The built-in scenarios and those of all packs.

    Raises SourceError where a named pack is not there or two files have the same id. An installed
    package whose pack is broken is left out: ``supportdojo packs`` tells about it.
    """
    library = builtin_library(cache)
    if not (packs := known_packs(environ)):
        return library
    from scenarios.packs import pack_library
    from scenarios.problems import SourceError

    broken = [pack.problem for pack in packs if pack.problem and not pack.package]
    if broken:
        raise SourceError(broken)
    return joined(library, (pack_library(pack, library) for pack in packs if not pack.problem))


def readable_cards(library: Library, wanted: Iterable[str] | None = None) -> dict[str, Card]:
    """What a list shows of the *wanted* scenarios, or of all, by id and sorted.

    Those that are not here are passed over; those that cannot be read as well, and are told of when
    the command is done: one broken file must not hide the others.
    """
    from scenarios.problems import SourceError

    found: dict[str, Card] = {}
    ids = library.ids if wanted is None else sorted(set(wanted) & set(library.ids))
    for scenario_id in ids:
        try:
            found[scenario_id] = library.card(scenario_id)
        except SourceError:
            leave_out("scenarios", scenario_id)
    return found


def programme_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """The folders of programmes beside those of packs: the person's own."""
    from simulator.machine.paths import data_directory, programmes_path

    return (programmes_path(data_directory(environ)),)


def known_packs(environ: Mapping[str, str]) -> list[Pack]:
    """All packs in the order in which they were named, installed ones last; each folder once."""
    # Nearly everybody has none: then nothing that looks for them is loaded.
    named = [part for part in environ.get(PACKS_VARIABLE, "").split(os.pathsep) if part.strip()]
    from scenarios.packs import folder_pack, installed_packs

    seen: set[str] = {_place(str(builtin_library().root))}
    result: list[Pack] = []
    for pack in (*map(folder_pack, named), *installed_packs()):
        place = _place(pack.path)
        if pack.problem or place not in seen:
            result.append(pack)
        seen.add(place)
    return result


def _place(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def add_packs(given: Iterable[str], environ: MutableMapping[str, str]) -> None:
    """Put what was named on the command line in front of what the variable holds.

    Raises SourceError for a path that the variable cannot hold.
    """
    paths = list(given)
    if not paths:
        return
    for path in paths:
        if os.pathsep in path:
            from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
            from scenarios.problems import SourceError, make_problem

            raise SourceError([make_problem(path, 0, 0, "P107", {"separator": os.pathsep})])
    known = environ.get(PACKS_VARIABLE, "")
    environ[PACKS_VARIABLE] = os.pathsep.join([*paths, *([known] if known else [])])
