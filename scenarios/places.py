"""Looks at folders that a person names: whatever is odd about a path, nothing but SourceError.

``pathlib`` lets some errors of the system out (no permission, a name too long) and calls others
"not there", which is not what a person wants to be told.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["exists", "expanded", "is_folder", "may_be_file", "names_in", "yaml_names"]


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


def may_be_file(place: Traversable) -> bool:
    """Whether a file is there, or nobody may look: reading it tells why."""
    try:
        return place.is_file()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def names_in(folder: Traversable, shown: str) -> list[str]:
    """What a folder holds, sorted; nothing where there is none.

    Raises SourceError, with *shown* as the path, for a folder that cannot be read.
    """
    try:
        names = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    except (OSError, ValueError) as error:
        from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
        from scenarios.problems import SourceError, make_problem

        reason = getattr(error, "strerror", None) or type(error).__name__
        raise SourceError([make_problem(shown, 0, 0, "P104", {"reason": reason})]) from error
    return sorted(names)


def yaml_names(folder: Traversable, shown: str) -> list[str]:
    """The names of its YAML files; raises as ``names_in`` does.

    Those with a dot in front are left out: editors and systems put them beside other files.
    """
    names = names_in(folder, shown)
    return [name for name in names if name.endswith(".yaml") and not name.startswith(".")]
