"""Grading a stream of lines on all cores, in order and with flat memory.

The first lines are graded in this process: a short file is done before another process would have
started, and whoever types lines in sees each result at once. A file known to be long goes out from
its first line. What follows goes out in batches, only so many at a time, and comes back in order.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Any, Final

from scoring.bulk import Tally, grade_lines
from scoring.judge import Judge
from simulator.errors import SupportdojoError
from simulator.machine.workers import at_work
from simulator.workplace import quick_judge

__all__ = ["grade_stream"]

_ALONE: Final = 400
"""Lines that are graded before other processes are started; half a second's work."""
LONG: Final = 1_000_000
"""Bytes from which on a file is worth other processes from its first line: some 1,500 lines."""
_BATCH: Final = 50
_AHEAD: Final = 3
"""Batches a process that may be under way or waiting to be written."""

_RARELY: Final = 200_000
"""Values more than there were, after which a grading process looks for garbage."""

Result = dict[str, Any]


def grade_stream(
    lines: Iterable[str], judge: Judge, jobs: int, tally: Tally, *, size: int | None = None
) -> Iterator[Result]:
    """One result a line that is not blank, in order; *size*: the bytes of all lines, where known.

    Raises SupportdojoError where a process dies.
    """
    numbered = ((n, line) for n, line in enumerate(lines, start=1) if line.strip())
    alone = 0 if size is not None and size >= LONG else _ALONE
    first = islice(numbered, None if jobs == 1 else alone)
    for result in grade_lines(first, judge):
        yield _counted(result, tally)
    if jobs > 1 and (batch := list(islice(numbered, _BATCH))):
        for result in _on_all(batch, numbered, jobs):
            yield _counted(result, tally)


def _on_all(
    batch: list[tuple[int, str]], rest: Iterator[tuple[int, str]], jobs: int
) -> Iterator[Result]:
    waiting: deque[Future[list[Result]]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start)
    try:
        while batch or waiting:
            while batch and len(waiting) < _AHEAD * jobs:
                waiting.append(_handed_out(pool, batch))
                batch = list(islice(rest, _BATCH))
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise SupportdojoError("grade.process") from error
    finally:
        # Else the pool may still be closing its pipes as Python ends, which then complains of them.
        pool.shutdown(wait=True, cancel_futures=True)


def _handed_out(pool: ProcessPoolExecutor, batch: list[tuple[int, str]]) -> Future[list[Result]]:
    """The batch on its way; a process may die while the next one is being started."""
    try:
        return pool.submit(_grade, batch)
    except OSError as error:
        raise SupportdojoError("grade.process") from error


def _counted(result: Result, tally: Tally) -> Result:
    if "error" in result:
        tally.failed += 1
    else:
        tally.graded += 1
    return result


_judge: Judge | None = None
"""Of a grading process, which lives as long as one stream."""


def _start() -> None:
    at_work()
    global _judge  # noqa: PLW0603 - the only way to hand something from the start to the work
    _judge = quick_judge()
    # What is loaded stays, and grading leaves nothing behind that only looking for garbage would
    # find (a test sees to that): so it is looked for rarely.
    gc.freeze()
    gc.set_threshold(_RARELY)


def _grade(batch: list[tuple[int, str]]) -> list[Result]:
    assert _judge is not None
    return list(grade_lines(batch, _judge))
