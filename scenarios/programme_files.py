"""Where programmes come from: the built-in ones, those of packs, those of the data directory.

A programme is found by the name of its file, so one that is broken keeps no other from being used.
Two files of the same name in different places are an error: none takes the place of another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scenarios.decode import decode
from scenarios.lint_programme import lint_programme
from scenarios.misnamed import is_misnamed, misnamed_problem
from scenarios.places import names_in, yaml_names
from scenarios.problems import Problem, SourceError, make_problem
from scenarios.programme import Programme
from scenarios.values import dataclass
from scenarios.yaml_source import MAX_BYTES, read_yaml_file, read_yaml_text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from scenarios.loader import Library

__all__ = [
    "BUILT_IN",
    "FOLDER",
    "FoundProgramme",
    "Programmes",
    "UnknownProgramme",
    "find_programmes",
    "own_programmes",
    "programme_problems",
]

FOLDER: Final = "programmes"
"""The folder's name in packs and in the data directory."""
BUILT_IN: Final = Path(__file__).with_name(FOLDER)


class UnknownProgramme(LookupError):
    """No programme has this id; ``close`` is the nearest id, if any is near."""

    def __init__(self, programme_id: str, known: tuple[str, ...]) -> None:
        super().__init__(programme_id)
        self.programme_id, self.known = programme_id, known
        self.close = next(iter(get_close_matches(programme_id, known, n=1)), None)


@dataclass(frozen=True, slots=True)
class FoundProgramme:
    """A programme as it was read."""

    programme: Programme
    digest: str
    """sha256 over the bytes of its file, in hexadecimal."""


class Programmes:
    """Programmes by id; a file is read when it is asked for."""

    def __init__(self, files: dict[str, tuple[Traversable, str]]) -> None:
        """*files*: the id, which is the file's name without ending, to the file and its path."""
        self._files = files

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(sorted(self._files))

    def read(self, programme_id: str) -> FoundProgramme:
        """Raises UnknownProgramme, or SourceError with every problem of the file.

        Scenarios that are not here are no error: standing tells them, ``validate`` reports them.
        """
        if programme_id not in self._files:
            raise UnknownProgramme(programme_id, self.ids)
        file, path = self._files[programme_id]
        data = _bytes(file)
        node = read_yaml_file(file, path) if data is None else read_yaml_text(data, path)
        problems: list[Problem] = []
        programme = decode(node, Programme, path, problems)
        if programme is not None:
            problems += lint_programme(programme, node, path)
        if programme is None or problems:
            raise SourceError(problems)
        return FoundProgramme(programme, hashlib.sha256(data or b"").hexdigest())


def find_programmes(library: Library, more: Iterable[Path] = ()) -> Programmes:
    """All programmes: the built-in ones, those of the packs of *library*, those in *more* folders.

    Raises SourceError for a folder that cannot be read and for an id that is there twice.
    """
    folders: list[tuple[Traversable, str]] = [(BUILT_IN, str(BUILT_IN))]
    folders += [(pack.root / FOLDER, pack.path(FOLDER, full=True)) for pack in library.packs]
    folders += [(folder, str(folder)) for folder in more]
    files: dict[str, tuple[Traversable, str]] = {}
    twice: list[Problem] = []
    for folder, shown in folders:
        for name in yaml_names(folder, shown):
            programme_id, path = name.removesuffix(".yaml"), f"{shown}/{name}"
            if programme_id in files:
                other = files[programme_id][1]
                facts = {"value": programme_id, "other": other}
                twice.append(make_problem(path, 0, 0, "S117", facts))
            files.setdefault(programme_id, (folder / name, path))
    if twice:
        raise SourceError(twice)
    return Programmes(files)


def programme_problems(library: Library) -> list[Problem]:
    """What keeps programmes of this library's own folder from being used."""
    return _folder_problems(library.root / FOLDER, library.path(FOLDER))


def own_programmes(library: Library, folder: Path) -> tuple[tuple[str, ...], list[Problem]]:
    """The programmes in a *folder* of a person's own, and what keeps any of them from being used: also
    an id that is there twice, and a name that nothing reads."""
    problems = _folder_problems(folder, str(folder))
    try:
        ids = tuple(name.removesuffix(".yaml") for name in yaml_names(folder, str(folder)))
        misnamed = [name for name in names_in(folder, str(folder)) if is_misnamed(name)]
    except SourceError:  # told already
        return (), problems
    problems += [misnamed_problem(f"{folder}/{name}") for name in misnamed]
    try:
        find_programmes(library, (folder,))
    except SourceError as error:
        own = f"{folder}/"
        problems += [p for p in error.problems if p.path.startswith(own) and p not in problems]
    return ids, problems


def _folder_problems(folder: Traversable, shown: str) -> list[Problem]:
    problems: list[Problem] = []
    try:
        names = yaml_names(folder, shown)
    except SourceError as error:
        return list(error.problems)
    own = Programmes({name[:-5]: (folder / name, f"{shown}/{name}") for name in names})
    for programme_id in own.ids:
        try:
            own.read(programme_id)
        except SourceError as error:
            problems.extend(error.problems)
    return problems


def _bytes(file: Traversable) -> bytes | None:
    """What the file holds; None where that cannot be had."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None
