"""The terminal as Textual drives it, but with an ear that no byte and no stop can confuse."""

from __future__ import annotations

import os
import selectors
import termios
from contextlib import suppress
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from simulator.tui.messages import UnreadableTyped
from simulator.tui.typed import TerminalText

__all__ = ["DojoTerminal"]

_TICK = 0.1
"""Seconds after which a lone ESC is taken for the key."""
_CHUNK = 4096


class DojoTerminal(LinuxDriver):
    """Textual's reads its input as strict UTF-8, and takes an ESC within a paste for a key.

    A process that was stopped from outside it starts a second time when it goes on: two threads
    then share the input, and the end of the program waits for one of them for ever.
    """

    _raw: list[Any] | None = None
    """How the terminal is set while the app has it."""

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]
        with suppress(termios.error):
            self._raw = termios.tcgetattr(self.fileno)

    def _sigcont_application(self, *received: object) -> None:
        if self._key_thread is not None and self._key_thread.is_alive():
            self._loop.call_soon_threadsafe(self._take_terminal_back)
        else:
            super()._sigcont_application(*received)

    def _take_terminal_back(self) -> None:
        """A shell may have used it since the process was stopped; what waits there stays."""
        if self._raw is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self.flush()
        self._app.refresh(layout=True)

    def _run_input_thread(self) -> None:
        """A fault while reading is a fault of the program like any other."""
        try:
            self.run_input_thread()
        except BaseException as error:
            self._app.call_later(_raise, error)

    def run_input_thread(self) -> None:
        parser, terminal_text = XTermParser(self._debug), TerminalText()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_TICK):
                    text = terminal_text.take(os.read(self.fileno, _CHUNK))
                    if terminal_text.unreadable:
                        self.process_message(UnreadableTyped())
                    if text:
                        for message in parser.feed(text):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)


def _raise(error: BaseException) -> None:
    raise error
