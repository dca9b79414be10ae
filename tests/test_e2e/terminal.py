"""The program in a real pseudo-terminal, with a screen that can be read."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte


class Terminal:
    """Runs ``supportdojo`` with *arguments* and keeps what its screen shows."""

    def __init__(
        self, home: Path, *arguments: str, columns: int = 100, lines: int = 32, **environ: str
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        environment = {
            **os.environ,
            "SUPPORTDOJO_HOME": str(home),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TEXTUAL_ANIMATIONS": "none",
            **environ,
        }
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "simulator", *arguments],
            env=environment,
            dimensions=(lines, columns),
            timeout=20,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.child.close(force=True)

    def read(self, seconds: float = 0.1) -> None:
        """Take in what has been drawn within *seconds*."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                data = self.child.read_nonblocking(65536, timeout=left)
            except pexpect.TIMEOUT:
                return
            except pexpect.EOF:
                return
            self.raw += data
            self.stream.feed(data)

    @property
    def text(self) -> str:
        """The screen as text; the second cell of a wide character is dropped."""
        rows = []
        for number in range(self.screen.lines):
            row = self.screen.buffer[number]
            rows.append("".join(row[column].data for column in range(self.screen.columns)).rstrip())
        return "\n".join(rows)

    def wait_for(self, words: str, seconds: float = 20) -> str:
        """Wait until *words* stand on the screen, line breaks and blanks aside."""
        wanted = "".join(words.split())
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.1)
            if wanted in "".join(self.text.split()):
                return self.text
        raise AssertionError(f"{words!r} never came; the screen shows:\n{self.text}")

    def send(self, text: str) -> None:
        self.child.send(text)

    def type_line(self, text: str) -> None:
        """Type (as one bracketed paste, which is how a composed text arrives) and press Enter."""
        self.send(f"\x1b[200~{text}\x1b[201~")
        self.read(0.3)
        self.send("\r")

    def wait_for_end(self, seconds: float = 20) -> int:
        """The exit code; 128 + n for a death by signal n."""
        end = time.monotonic() + seconds
        while self.child.isalive():
            self.read(0.1)
            if time.monotonic() > end:
                raise AssertionError(f"still running; the screen shows:\n{self.text}")
        self.read(0.1)
        self.child.close()
        if self.child.signalstatus is not None:
            return 128 + self.child.signalstatus
        assert self.child.exitstatus is not None
        return self.child.exitstatus

    @property
    def left_whole(self) -> bool:
        """Whether the alternate screen was left and the mouse switched off again."""
        alternate = self.raw.rfind(b"\x1b[?1049h") < self.raw.rfind(b"\x1b[?1049l")
        mouse = self.raw.rfind(b"\x1b[?1000h") <= self.raw.rfind(b"\x1b[?1000l")
        return alternate and mouse
