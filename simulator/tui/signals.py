"""Leaving in order when the system asks: the draft is kept and the terminal is given back.

SIGTERM, SIGHUP and SIGQUIT would end a Textual app with the terminal raw, on the alternate
screen and with the mouse reported. Here they lead to an ordinary exit; if that has not happened
after two seconds, the terminal is put right by hand and the process ends. SIGINT from outside is
treated alike, so that its exit code is 130.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

__all__ = ["HARD_EXIT_SECONDS", "Leaving", "keep_terminal"]

HARD_EXIT_SECONDS = 2.0
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
_RESTORE = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?2004l\x1b[?1004l"
    "\x1b[?1049l\x1b[?25h\x1b[0m"
)
"""Mouse and paste reporting off, main screen, cursor shown, plain colours."""


def keep_terminal() -> Callable[[], None]:
    """Remember the terminal's settings; the function given back puts them right again."""
    try:
        import termios
    except ImportError:
        return lambda: None
    try:
        descriptor = sys.__stdin__.fileno() if sys.__stdin__ else 0
        settings: list[Any] = termios.tcgetattr(descriptor)
    except (OSError, ValueError, termios.error):
        return lambda: None

    def restore() -> None:
        with suppress(OSError):
            os.write(2, _RESTORE.encode())
        with suppress(OSError, termios.error):
            termios.tcsetattr(descriptor, termios.TCSANOW, settings)

    return restore


class Leaving:
    """While it is entered, the signals call *leave* in the loop with 128 + their number."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        leave: Callable[[int], None],
        restore: Callable[[], None],
    ) -> None:
        self._loop = loop
        self._leave = leave
        self._restore = restore
        self._before: dict[int, Any] = {}

    def start(self) -> None:
        """Take the signals over; nothing happens where that is not possible."""
        if threading.current_thread() is not threading.main_thread():
            return
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None:
                # Not loop.add_signal_handler: that would wait for a loop that is stuck.
                self._before[number] = signal.signal(number, self._received)

    def stop(self) -> None:
        """Give the signals back."""
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before.clear()

    def _received(self, number: int, _frame: FrameType | None) -> None:
        code = 128 + number
        timer = threading.Timer(HARD_EXIT_SECONDS, self._hard_exit, (code,))
        timer.daemon = True
        timer.start()
        with suppress(RuntimeError):  # the loop has just been closed
            self._loop.call_soon_threadsafe(self._leave, code)

    def _hard_exit(self, code: int) -> None:
        self._restore()
        os._exit(code)
