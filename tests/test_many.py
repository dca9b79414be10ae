"""Work on several processes: order, and that nothing is waited for once nobody wants the results."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children

import pytest

from simulator.many import for_each

_INTERRUPTED = """
import signal, time
from simulator.many import for_each
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
