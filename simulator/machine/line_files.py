"""Files and standard input that hold one thing a line, for the commands that read them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final, TextIO

from scenarios.language import Language
from scenarios.problems import SourceError, make_problem
from scenarios.text import clean_text
from scoring.line_items import UTF_16, LineError, check_utf8
from simulator.errors import UsageError

__all__ = ["STANDARD_INPUT", "in_utf8", "lines_of", "readable", "typed"]

_KEYS: Final = re.compile(
    "\x1b(?:"
    r"\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[A-DFHMPQRSj-y]"  # arrows, function keys, marks of a paste
    "|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # what a terminal answers
    ")?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
"""What keys that write nothing send: a terminal without line editing hands it on as text."""
STANDARD_INPUT: Final = "-"
"""What stands for it in the place of a file's name."""


def lines_of(name: str) -> AbstractContextManager[TextIO]:
    """The lines of a file, or of standard input for ``-``; bytes that are not UTF-8 are kept in them, to
    be told. Raises UsageError when it cannot be read.
    """
    if name == STANDARD_INPUT:
        return nullcontext(sys.stdin)
    try:
        return Path(name).open(encoding="utf-8-sig", errors="surrogateescape")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UsageError("usage.file", file=name, reason=reason) from error


def readable(lines: Iterable[str], name: str) -> Iterator[str]:
    """The lines; raises SourceError for a file in UTF-16, of which no line could be read."""
    for number, line in enumerate(lines):
        if number == 0 and line.startswith(UTF_16):
            raise SourceError([make_problem(name, 0, 0, "Y106", {"encoding": "UTF-16"})])
        yield line


def in_utf8(text: str, place: str, language: Language) -> str:
    """*text* itself; raises UsageError that tells *place* where it was not UTF-8 when it was read."""
    try:
        check_utf8(text)
    except LineError as error:
        raise UsageError("usage.utf8", place=place, reason=error.why.of(language)) from error
    return text


def typed(line: str) -> str:
    """A line as it was meant, fit to be kept and shown: without the keys that write nothing."""
    return clean_text(_KEYS.sub("", line))
