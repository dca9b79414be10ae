"""Work on several processes: order, and that nothing is waited for once nobody wants the results."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from simulator.machine.many import for_each

_INTERRUPTED = """
import signal, time
from simulator.machine.many import for_each
# Whoever runs the tests in the background has interrupts ignored, and so would this process.
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    for _ in for_each(time.sleep, [0, 60, 60], 2):
        print("first", flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(for_each(abs, [-3, 2, -1], 2)) == [3, 2, 1]


def test_work_under_way_is_given_up_with_its_results() -> None:
    late = time.monotonic() + 40
    results = for_each(time.sleep, [0, 60, 60], 2)
    assert next(results) is None
    results.close()  # type: ignore[attr-defined]
    while active_children() and time.monotonic() < late:
        time.sleep(0.05)
    assert not active_children()


@pytest.mark.skipif(os.name != "posix", reason="one interrupt for a group of processes")
def test_an_interrupt_ends_the_work_at_once_and_only_this_process_tells() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "first\n"
        os.killpg(process.pid, signal.SIGINT)
        out, told = process.communicate(timeout=40)
    assert (out, told, process.returncode) == ("interrupted\n", "", 0)


_LEFT = """
import signal
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # ignored under nohup
from multiprocessing import active_children
import time
from simulator.machine.many import for_each
for _ in for_each(time.sleep, [0, 600, 600], 2):
    print(*[child.pid for child in active_children()], flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals that end a process")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_the_others_end_with_the_process_that_they_work_for(number: signal.Signals) -> None:
    """However it ended: nobody is left to read what they do."""
    with subprocess.Popen(
        [sys.executable, "-c", _LEFT],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        others = [int(pid) for pid in process.stdout.readline().split()]
        process.send_signal(number)
        process.wait(20)
    assert len(others) == 2
    late = time.monotonic() + 20
    while any(map(_lives, others)) and time.monotonic() < late:
        time.sleep(0.05)
    assert not any(map(_lives, others))


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Ended, and only waiting for somebody to take note, as where nobody does."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] == "Z"
