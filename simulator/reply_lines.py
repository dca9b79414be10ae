"""Lines of a file of replies that are not UTF-8, told in the words that ``validate`` has for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from scenarios.problems import Problem, SourceError, make_problem
from scenarios.yaml_source import MAX_BYTES, read_yaml_tree

__all__ = ["Undecoded", "refuse_encoding"]

_UNREADABLE: Final = "\ufffd\n"
"""Stands for a line that is not UTF-8: no item, so that it is counted as one that cannot be read."""
_UTF_16: Final = "Y106"
_ENCODINGS: Final = frozenset({_UTF_16, "Y105", "Y109"})


class Undecoded:
    """Passes lines on and remembers what is wrong with those that are not UTF-8.

    The lines have to be decoded with ``surrogateescape``, which keeps their bytes. A file in UTF-16
    has no line that could be read: it is refused as a whole, with SourceError.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._problems: dict[int, Problem] = {}

    def read(self, lines: Iterable[str]) -> Iterator[str]:
        for number, line in enumerate(lines, start=1):
            problem = _problem(line.encode("utf-8", "surrogateescape"), self._path, number)
            if problem is None:
                yield line
                continue
            if problem.code == _UTF_16 and number == 1:
                raise SourceError([problem])
            self._problems[number] = problem
            yield _UNREADABLE

    def take(self, name: object) -> Problem | None:
        """The problem of the line that results call *name*, once."""
        number = str(name).removeprefix("line ")
        return self._problems.pop(int(number), None) if number.isdecimal() else None


def refuse_encoding(path: Path) -> None:
    """Raise SourceError for the first line of a file that is not UTF-8."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            problem = _problem(line, str(path), number)
            if problem is not None:
                raise SourceError([problem])


def _problem(line: bytes, path: str, number: int) -> Problem | None:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        _, problems = read_yaml_tree(line[:MAX_BYTES], path)
        found = problems[0] if problems and problems[0].code in _ENCODINGS else None
        if found is None:
            found = make_problem(path, 0, 0, "Y105", {"byte": f"0x{line[error.start]:02X}"})
        if found.code == _UTF_16:
            return found
        before = line[: error.start].decode("utf-8").removeprefix("\ufeff")
        return replace(found, line=number, column=len(before) + 1)
    return None
