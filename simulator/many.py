"""The same work for many scenarios, on all cores, with results in order.

The work is a function of a module and takes and gives plain values, so that other processes can do
it. One piece of work is done in this process: it would be done before another had started.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from simulator.bulk_grade import cores
from simulator.errors import SupportdojoError

__all__ = ["for_each"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def for_each(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int | None = None
) -> Iterator[Result]:
    """The result for each item, in their order, each as soon as those before it are there.

    Raises what *work* raises, and SupportdojoError where a process dies.
    """
    processes = min(jobs or cores(), len(items))
    if processes <= 1:
        yield from map(work, items)
        return
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_leave)
    try:
        yield from pool.map(work, items)
    except BrokenProcessPool as error:
        raise SupportdojoError("work.process") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave() -> None:
    """Whoever reads the results ends the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
