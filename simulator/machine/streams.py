"""The three standard streams, made fit for use before anything is read or written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

__all__ = ["go_on_unread", "prepare_streams", "silence_stdout", "written"]

_STANDARD: Final = (
    ("stdin", "utf-8-sig", "surrogateescape"),
    ("stdout", "utf-8", "replace"),
    ("stderr", "utf-8", "replace"),
)
"""Name, encoding, and what becomes of the rest: bytes that are none are kept on the way in, so that they
can be told, and replaced on the way out, where nothing may fail. Windows puts a mark before UTF-8."""


_goes_on = False
"""Whether the command of this process goes on when nobody reads its output any more."""


def prepare_streams() -> None:
    """UTF-8 whatever the locale says; a stream that is closed is empty, or takes and drops.

    A closed one is opened for good: its number would else go to the next file, and what is meant for
    the screen would be written into that.
    """
    global _goes_on  # noqa: PLW0603 - an earlier command of this process
    _goes_on = False
    for number, (name, encoding, errors) in enumerate(_STANDARD):
        if getattr(sys, name) is None:
            setattr(sys, name, _nothing(number))
        with suppress(AttributeError, ValueError, OSError):
            getattr(sys, name).reconfigure(encoding=encoding, errors=errors)


def go_on_unread() -> None:
    """For a command whose exit code tells what it found: a reader that goes away, as ``head`` does,
    changes nothing of that."""
    global _goes_on  # noqa: PLW0603 - one command a process
    _goes_on = True


@contextmanager
def written() -> Iterator[None]:
    """Around what writes to standard output; raises BrokenPipeError unless the command goes on unread."""
    try:
        yield
    except BrokenPipeError:
        if not _goes_on:
            raise
        silence_stdout()


def silence_stdout() -> None:
    """Our output can go nowhere any more; keep the interpreter from complaining at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nothing(number: int) -> object:
    """The null device as stream *number*, whose place in the system's table is taken with it."""
    null = os.open(os.devnull, os.O_RDONLY if number == 0 else os.O_WRONLY)
    if null != number and not _is_open(number):
        os.dup2(null, number)
        os.close(null)
        null = number
    mode = "r" if number == 0 else "w"
    return open(null, mode, encoding="utf-8", closefd=False)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
