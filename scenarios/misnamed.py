"""Files that nothing reads because their names end in .yml: they are told about, not passed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
from scenarios.places import FOLDERS_OF_FILES, may_stand, names_in
from scenarios.problems import Problem, SourceError, make_problem

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "is_misnamed",
    "misnamed_in_library",
    "misnamed_in_scenario",
    "misnamed_problem",
    "no_scenario",
]

_ENDING: Final = ".yml"
_SHARED: Final = ("shop.yml", "handbook.yml")
_SCENARIO: Final = "scenario.yml"


def is_misnamed(name: str) -> bool:
    return name.endswith(_ENDING) and not name.startswith(".")


def misnamed_problem(path: str) -> Problem:
    """What is wrong with such a file."""
    return make_problem(path, 0, 0, "W106", {"name": PurePath(path).stem})


def misnamed_in_library(root: Traversable) -> Iterator[tuple[str, ...]]:
    """Where such files stand in a folder of scenarios, outside the folders that are scenarios."""
    for name in _names(root):
        if name in _SHARED:
            yield (name,)
        elif name in FOLDERS_OF_FILES:
            yield from ((name, file) for file in _names(root / name) if is_misnamed(file))
        elif _SCENARIO in (inside := _names(root / name)) and "scenario.yaml" not in inside:
            yield name, _SCENARIO


def misnamed_in_scenario(folder: Traversable, name: str) -> Iterator[tuple[str, ...]]:
    """Where such files stand in the folder of a scenario, which is called *name*."""
    if _SCENARIO in _names(folder):
        yield name, _SCENARIO
    exemplars = _names(folder / "exemplars")
    yield from ((name, "exemplars", file) for file in exemplars if is_misnamed(file))


def no_scenario(path: Path, shown: str) -> Problem:
    """Why no scenario is at *path*, which a person called *shown*: there is none, or it is misnamed."""
    if is_misnamed(path.name):
        return misnamed_problem(shown)
    if may_stand(path / _SCENARIO):
        return misnamed_problem(str(Path(shown) / _SCENARIO))
    return make_problem(shown, 0, 0, "P108")


def _names(folder: Traversable) -> list[str]:
    """What a folder holds; nothing where it cannot be read, which whoever reads it tells."""
    try:
        return names_in(folder, "")
    except (OSError, SourceError):
        return []
