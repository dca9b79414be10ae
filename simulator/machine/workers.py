"""What processes that work for another one share: how many there are, and that they end with it."""

from __future__ import annotations

import os
import signal
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Final

__all__ = ["at_work", "cores", "processes"]

_MOST: Final = 2
"""Processes for each core, at most: more of them only take room from one another."""


def cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(asked: int | None) -> int:
    """How many are worth starting where *asked* are wanted; None: one for each core."""
    return cores() if asked is None else min(asked, _MOST * cores())


def at_work() -> None:
    """Called first in such a process: whoever reads the results ends the work, and nobody else does.

    Interrupts are left to the other process. When that one is gone, however it ended, this one ends too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)  # the work has nobody to go to, and other threads wait for more of it
