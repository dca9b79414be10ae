"""What happens when the program itself is at fault: one sentence, a log, exit code 3.

Textual would print every local variable, among them the trainee's words and whatever the
environment holds, and end with 0. The log names types and places in the code only: messages of
exceptions may quote a reply, so they stay out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from textual.worker import WorkerFailed

__all__ = ["CRASHED", "log_crash"]

CRASHED = 3
"""Exit code of a fault of the program."""


def log_crash(error: BaseException) -> Path | None:
    """Log *error* and what led to it, a line each; the log's path, or None if there is none."""
    from simulator.failure import log_failure
    from simulator.machine.paths import data_directory, ensure_private_directory, log_path

    with suppress(Exception):  # a second fault must not hide the first
        directory = data_directory(os.environ)
        ensure_private_directory(directory)
        for fault in _chain(error):
            log_failure(fault)
        path = log_path(directory)
        return path if path.exists() else None
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, then what it came from; Textual's wrapper around it is left out."""
    current: BaseException | None = error.error if isinstance(error, WorkerFailed) else error
    seen: set[int] = set()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__
