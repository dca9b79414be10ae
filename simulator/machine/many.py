"""The same work for many scenarios, on all cores, with results in order.

The work is a function of a module and takes and gives plain values, so that other processes can do
it. One piece of work is done in this process: it would be done before another had started.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import TypeVar

from simulator.errors import SupportdojoError
from simulator.machine.workers import at_work, processes

__all__ = ["for_each"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def for_each(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int | None = None
) -> Iterator[Result]:
    """The result for each item, in their order, each as soon as those before it are there.

    Raises what *work* raises, and SupportdojoError where a process dies. Whatever is still under way
    when the results are no longer wanted is given up at once.
    """
    workers = min(processes(jobs), len(items))
    if workers <= 1:
        yield from map(work, items)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=at_work)
    others = {child.pid for child in active_children()}
    try:
        with _interrupts_wait():
            waiting = [pool.submit(work, item) for item in items]
        for result in waiting:
            yield result.result()
    except BrokenProcessPool as error:
        raise SupportdojoError("work.process") from error
    except BaseException:
        # One piece of work may take many seconds, and the exit would wait for it.
        for child in active_children():
            if child.pid not in others:
                child.terminate()
        raise
    finally:  # waits, else the pool may still be at it, or closing its pipes, as Python ends
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Ctrl-C comes after the block, and never to the processes started in it.

    They would tell about it before they can say that they leave it to others.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
