"""Looks at folders that a person names: whatever is odd about a path, nothing but SourceError.

``pathlib`` lets some errors of the system out (no permission, a name too long) and calls others
"not there", which is not what a person wants to be told.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from scenarios.problems import SourceError

__all__ = [
    "FOLDERS_OF_FILES",
    "exists",
    "expanded",
    "is_folder",
    "may_stand",
    "names_in",
    "stands",
    "yaml_names",
]

FOLDERS_OF_FILES: Final = ("personas", "programmes")
"""Folders of a pack that hold one file a thing; no scenario bears their names."""


def expanded(given: str) -> Path:
    """*given* as a path; ``~`` is the person's home, ``~somebody`` unknown here stays as it is."""
    path = Path(given)
    with suppress(RuntimeError):
        path = path.expanduser()
    return path


def exists(path: Path) -> bool:
    """Whether something is there, or may be: reading what nobody may look at tells why."""
    try:
        return path.exists()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def stands(place: Traversable) -> bool:
    """Whether anything stands there, fit or not: a folder or a link that leads nowhere in the place
    of a file is no missing file, and reading it tells what it is.

    Raises OSError where nobody may look.
    """
    if not isinstance(place, Path):  # in an archive
        return place.is_file() or place.is_dir()
    try:
        place.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def may_stand(place: Traversable) -> bool:
    """The same; what nobody may look at may be there."""
    try:
        return stands(place)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def names_in(folder: Traversable, shown: str) -> list[str]:
    """What a folder holds, sorted; nothing where there is none.

    Raises SourceError, with *shown* as the path, for a folder that cannot be read, and for what is
    none.
    """
    try:
        if not folder.is_dir():
            if stands(folder):
                raise _problem(shown, "P109")
            return []
        return sorted(entry.name for entry in folder.iterdir())
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise _problem(shown, "P104", reason=reason) from error


def _problem(shown: str, code: str, **facts: str) -> SourceError:
    from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
    from scenarios.problems import SourceError, make_problem

    return SourceError([make_problem(shown, 0, 0, code, facts)])


def yaml_names(folder: Traversable, shown: str) -> list[str]:
    """The names of its YAML files; raises as ``names_in`` does.

    Those with a dot in front are left out: editors and systems put them beside other files.
    """
    names = names_in(folder, shown)
    return [name for name in names if name.endswith(".yaml") and not name.startswith(".")]
