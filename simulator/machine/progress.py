"""A progress bar on standard error, where a person is looking and only there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

__all__ = ["Progress"]

_EVERY: Final = 25
"""Lines between two updates."""


class Progress(AbstractContextManager["Progress"]):
    """How much of an input has been worked through, by its bytes; by a count where they are unknown.

    Nothing is drawn, and the library that draws is not even loaded, unless standard error is a
    terminal and the output goes elsewhere, or comes only when the work is *over*.
    """

    def __init__(self, total: int | None, *, over: bool = False) -> None:
        self._total = total
        self._read = 0
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        if sys.stderr.isatty() and (over or not sys.stdout.isatty()):
            self._open()

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
        from rich.progress import TimeRemainingColumn as Remaining

        columns = [BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[done]:,}")]
        self._bar = Progress(
            *columns,
            Remaining(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,  # the data go where they were sent
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=self._total, done=0)
        self._bar.start()

    @property
    def shown(self) -> bool:
        return self._bar is not None

    def read(self, lines: Iterable[str]) -> Iterator[str]:
        """The lines, counted as they are taken."""
        for line in lines:
            self._read += len(line.encode("utf-8", "replace"))
            yield line

    def show(self, done: int) -> None:
        if self._bar is not None and self._task is not None and done % _EVERY == 0:
            self._bar.update(self._task, completed=self._read, done=done)

    def count(self, done: int) -> None:
        """Show *done* of the total, where that is a count."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, done=done)

    def set_total(self, total: int) -> None:
        """The total, where it is known only by now."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=total)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
