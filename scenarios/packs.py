"""Packs: further folders of scenarios, named by a person or brought by an installed package.

A pack is laid out like the catalogue: folders of scenarios, and where it has its own also
``personas``, ``programmes``, ``handbook.yaml`` and ``shop.yaml``. Nothing of an installed package is run: its
entry point in the group ``supportdojo.packs`` only names a module, whose folder is looked up in the
list of the package's files.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
from scenarios.loader import Library
from scenarios.places import expanded
from scenarios.problems import Problem, SourceError, make_problem

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

__all__ = ["GROUP", "Pack", "folder_pack", "installed_packs", "pack_library", "pack_problems"]

GROUP: Final = "supportdojo.packs"


@dataclass(frozen=True)
class Pack:
    """One pack, found or not."""

    name: str
    path: str
    """As it was given, or where the package keeps it."""
    package: str = ""
    """Name and version of the package that brings it; empty for a folder that was named."""
    problem: Problem | None = None
    """Why it cannot be used."""

    @property
    def folder(self) -> Path:
        return Path(self.path)


def folder_pack(given: str) -> Pack:
    """The pack in a folder that a person named; ``~`` is the person's home."""
    path = str(expanded(given)) if given.startswith("~") else given
    name = path
    with suppress(OSError, RuntimeError):  # the current folder is gone, links that go round
        name = Path(path).resolve().name or path
    return Pack(name, path, problem=_folder_problem(path))


def _folder_problem(path: str) -> Problem | None:
    folder = Path(path)
    try:
        if not folder.is_dir():
            return make_problem(path, 0, 0, "P102" if folder.exists() else "P101")
        if (folder / "scenario.yaml").is_file():
            above = str(folder.resolve().parent)
            return make_problem(path, 0, 0, "P103", {"above": above})
        next(folder.iterdir(), None)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return make_problem(path, 0, 0, "P104", {"reason": reason})
    return None


def pack_library(pack: Pack, base: Library) -> Library:
    """The scenarios of a pack; what it does not bring itself comes from *base*."""
    return Library(pack.folder, base.cache, shown=pack.path.rstrip("/\\"), base=base)


def pack_problems(library: Library) -> list[Problem]:
    """Everything that keeps a scenario or a programme of this library from being used."""
    from scenarios.programme_files import programme_problems

    problems: list[Problem] = []
    if not library.own_ids:
        problems.append(make_problem(library.path(full=True), 0, 0, "W105"))
    for scenario_id in library.own_ids:
        files: list[Callable[[], object]] = [partial(library.scenario, scenario_id)]
        try:
            names = library.exemplar_names(scenario_id)
        except SourceError as error:
            names = ()
            problems.extend(error.problems)
        files += [partial(library.exemplar, scenario_id, name) for name in names]
        for read in files:
            try:
                read()
            except SourceError as error:
                problems.extend(p for p in error.problems if p not in problems)
    return problems + programme_problems(library)


# ---------------------------------------------------------------- installed packages


def installed_packs(path: Sequence[str] | None = None) -> list[Pack]:
    """The packs of installed packages, sorted by name; *path* as ``sys.path``."""
    places = list(sys.path) if path is None else list(path)
    if not any(map(_may_bring_packs, places)):
        return []
    # Takes longer than reading a list of scenarios, so it is loaded only where it has to be.
    from importlib.metadata import distributions

    found: dict[str, Pack] = {}
    for distribution in distributions(path=places):
        for entry in distribution.entry_points:
            if entry.group == GROUP:
                found.setdefault(entry.name, _installed(entry, distribution))
    return [found[name] for name in sorted(found)]


def _may_bring_packs(place: str) -> bool:
    """Whether metadata in this folder mention packs; True for what cannot be looked into."""
    try:
        with os.scandir(place or ".") as entries:
            described = [e.path for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
    except NotADirectoryError:
        return True  # an archive
    except OSError:
        return False
    return any(map(_mentions_packs, described))


def _mentions_packs(metadata: str) -> bool:
    try:
        return GROUP.encode() in Path(metadata, "entry_points.txt").read_bytes()
    except OSError:
        return False


def _installed(entry: EntryPoint, distribution: Distribution) -> Pack:
    package = f"{distribution.metadata['Name']} {distribution.version}"
    module = entry.value.partition(":")[0].partition("[")[0].strip()
    parts = module.split(".")
    if not all(part.isidentifier() for part in parts):
        return Pack(entry.name, module, package, _lost(entry, package))
    folder = _listed(parts, distribution) or _found(parts)
    if folder is None:
        return Pack(entry.name, module, package, _lost(entry, package))
    return Pack(entry.name, str(folder), package, _folder_problem(str(folder)))


def _lost(entry: EntryPoint, package: str) -> Problem:
    return make_problem(package, 0, 0, "P106", {"module": entry.value, "name": entry.name})


def _listed(parts: list[str], distribution: Distribution) -> Path | None:
    """The module's folder by the list of installed files."""
    for file in distribution.files or ():
        if list(file.parts[: len(parts)]) == parts and len(file.parts) > len(parts):
            return Path(str(distribution.locate_file("/".join(parts))))
    return None


def _found(parts: list[str]) -> Path | None:
    """The module's folder by the finders, for packages installed in place.

    Only its outermost package is looked up: finding that runs none of its code, while finding a
    module inside it would run the packages around it.
    """
    from importlib.util import find_spec

    try:
        spec = find_spec(parts[0])
    except (ImportError, ValueError, AttributeError):
        return None
    places = (spec.submodule_search_locations if spec is not None else None) or ()
    folders: Iterator[Path] = (Path(place).joinpath(*parts[1:]) for place in places)
    return next((folder for folder in folders if folder.is_dir()), None)
