"""Which files a person means: a file, a folder of a scenario, a folder of scenarios.

Every path leads to a library (the folder that holds the scenarios, whose personas, handbook and
shop may come from another one) and to files in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
from scenarios.check import Checked, Checker, Parts
from scenarios.loader import Library, UnknownScenario
from scenarios.misnamed import is_misnamed, no_scenario
from scenarios.misplaced import misplaced_problem
from scenarios.places import FOLDERS_OF_FILES, expanded, is_folder, may_stand
from scenarios.problems import Problem, SourceError, make_problem
from scenarios.yaml_source import read_yaml_file

__all__ = ["CheckTarget", "find_check_targets"]


_YAML = (".yaml", ".yml")


@dataclass
class CheckTarget:
    """Some files of one library."""

    checker: Checker
    files: tuple[Parts, ...]

    def checked(self) -> Iterator[tuple[Path, Checked]]:
        """Each file with its full path."""
        root = Path(str(self.checker.library.root))
        for parts in self.files:
            yield root.joinpath(*parts), self.checker.file(parts)


def find_check_targets(
    given: Iterable[str], library: Library, programmes: Iterable[Path] = ()
) -> list[CheckTarget]:
    """What the arguments name; without arguments everything in *library* and its packs.

    To everything belong the folders of *programmes*, where they exist.
    An argument is a path or the id of a scenario in *library*. Raises UnknownScenario, or
    SourceError for a path that leads to nothing that can be looked through.
    """
    finder = _Finder(library)
    arguments = list(given)
    if not arguments:
        finder.whole(library, {})
        for pack in library.packs:
            finder.whole(pack, finder.elsewhere(pack))
        for folder in filter(may_stand, programmes):
            finder.add(str(folder))
    for argument in arguments:
        finder.add(argument)
    return [
        CheckTarget(finder.checkers[place], tuple(finder.files[place])) for place in finder.files
    ]


@dataclass
class _Finder:
    library: Library
    checkers: dict[str, Checker] = field(default_factory=dict)
    files: dict[str, dict[Parts, None]] = field(default_factory=dict)
    """By the real path of the library; each file once, in the order of the arguments."""
    wholes: list[Library] = field(default_factory=list)
    """What was named as a whole so far: an id may stand in one of them only."""

    def add(self, argument: str) -> None:
        path = expanded(argument)
        if argument in self.library.ids and not may_stand(path):
            holder = self.library.holder(argument)
            self._put(self._checker(holder), self._checker(holder).scenario_files(argument))
            return
        if not may_stand(path):
            if len(path.parts) == 1 and not argument.endswith(".yaml"):
                raise UnknownScenario(argument, self.library.ids)
            raise SourceError([make_problem(argument, 0, 0, "Y101")])
        whole = Path(os.path.normpath(path.absolute()))
        folder = is_folder(whole)
        if not (folder and self._folder(whole)) and not self._file(whole):
            raise SourceError([_why_nothing(whole, argument, folder)])

    def _folder(self, path: Path) -> bool:
        if may_stand(path / "scenario.yaml"):
            checker = self._at(path.parent)
            self._put(checker, checker.scenario_files(path.name))
            return True
        if path.name == "exemplars" and may_stand(path.parent / "scenario.yaml"):
            checker = self._at(path.parent.parent)
            names = [p for p in checker.scenario_files(path.parent.name) if len(p) > 2]
            self._put(checker, names)
            return True
        if path.name in FOLDERS_OF_FILES:
            checker = self._at(path.parent)
            self._put(checker, [parts for parts in checker.files() if parts[0] == path.name])
            return True
        found = Library(path)
        own = (path / name for name in (*FOLDERS_OF_FILES, "handbook.yaml", "shop.yaml"))
        if not found.own_ids and not any(map(may_stand, own)):
            return False
        self.whole(self._at(path).library, self.elsewhere(found))
        return True

    def _file(self, path: Path) -> bool:
        above = path.parent
        if path.name in ("shop.yaml", "handbook.yaml"):
            self._put(self._at(above), [(path.name,)])
        elif path.name == "scenario.yaml" or (
            above.name in FOLDERS_OF_FILES and path.suffix == ".yaml"
        ):
            self._put(self._at(above.parent), [(above.name, path.name)])
        elif above.name == "exemplars" and path.suffix == ".yaml":
            parts = (above.parent.name, above.name, path.name)
            self._put(self._at(above.parent.parent), [parts])
        elif path.name in FOLDERS_OF_FILES:
            self._put(self._at(above), [(path.name,)])
        elif path.name == "exemplars" and may_stand(above / "scenario.yaml"):
            self._put(self._at(above.parent), [(above.name, path.name)])
        else:
            return False
        return True

    def whole(self, library: Library, taken: Mapping[str, str]) -> None:
        """All files of a library; *taken* are ids that stand elsewhere."""
        checker = self._checker(library)
        checker.taken = taken
        self.wholes.append(library)
        self._put(checker, checker.files())

    def elsewhere(self, library: Library) -> dict[str, str]:
        """Ids of the scenarios in all other folders, with the paths of their files."""
        place = _place(library)
        return {
            scenario_id: str(Path(str(other.root), scenario_id, "scenario.yaml"))
            for other in (self.library, *self.library.packs, *self.wholes)
            if _place(other) != place
            for scenario_id in other.own_ids
        }

    def _at(self, root: Path) -> Checker:
        """The checker of the folder that holds the scenarios."""
        for known in (self.library, *self.library.packs):
            if _place(known) == os.path.realpath(root):
                return self._checker(known)
        return self._checker(Library(root, base=self.library))

    def _checker(self, library: Library) -> Checker:
        checker = Checker(library, elsewhere=self.library.ids)
        return self.checkers.setdefault(_place(library), checker)

    def _put(self, checker: Checker, files: Iterable[Parts]) -> None:
        self.files.setdefault(_place(checker.library), {}).update(dict.fromkeys(files))


def _why_nothing(path: Path, shown: str, folder: bool) -> Problem:
    """Why nothing can be looked through at *path*, which a person called *shown*."""
    if folder or path.suffix not in _YAML:
        return no_scenario(path, shown)
    node = read_yaml_file(path, shown)  # tells what is wrong with it, before where it is
    misplaced = None if is_misnamed(path.name) else misplaced_problem(node, path, shown)
    return misplaced or no_scenario(path, shown)


def _place(library: Library) -> str:
    return os.path.realpath(str(library.root))
