"""The app in a real pseudo-terminal: signals, faults, and the terminal afterwards."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import termios
import time
from pathlib import Path

import pexpect
import pytest

pytestmark = pytest.mark.terminal
SCRIPT = Path(__file__).parent / "tui_in_terminal.py"
ROOT = Path(__file__).parents[2]
LEFT_THE_SCREEN = b"\x1b[?1049l"
SHOWN_CURSOR = b"\x1b[?25h"
DRAFT = "I was about to"


class App:
    """A child process in a terminal of its own."""

    def __init__(
        self,
        home: Path,
        language: str = "en",
        trouble: str = "none",
        arguments: tuple[str, ...] = (),
    ) -> None:
        self.home = home
        self.language = language
        self.raw = b""
        self.child = pexpect.spawn(
            sys.executable,
            list(arguments or (str(SCRIPT), str(home), language, trouble)),
            env={
                **os.environ,
                "SUPPORTDOJO_HOME": str(home / "data"),
                "PYTHONPATH": str(ROOT),
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
            },
            dimensions=(30, 100),
            timeout=20,
        )
        self.modes = termios.tcgetattr(self.child.child_fd)[3]

    def until(self, text: str, seconds: float = 20) -> None:
        """Read until *text* has been drawn."""
        end = time.monotonic() + seconds
        start = len(self.raw)
        while text.encode() not in self.raw[start:]:
            assert time.monotonic() < end, self.raw[-2000:]
            try:
                self.raw += self.child.read_nonblocking(65536, timeout=0.5)
            except pexpect.TIMEOUT:
                continue

    def ready(self) -> None:
        """Wait for the customer's first words."""
        self.until("My parcel" if self.language == "en" else "荷物がまだ")
        time.sleep(0.3)

    def finish(self, seconds: float = 10) -> int:
        """Read to the end; the exit code, or minus the signal."""
        end = time.monotonic() + seconds
        while self.child.isalive():
            assert time.monotonic() < end, "still running"
            try:
                self.raw += self.child.read_nonblocking(65536, timeout=0.2)
            except (pexpect.TIMEOUT, pexpect.EOF):
                time.sleep(0.05)
        while True:
            try:
                self.raw += self.child.read_nonblocking(65536, timeout=0.2)
            except (pexpect.TIMEOUT, pexpect.EOF):
                break
        self.child.close()
        if self.child.signalstatus is not None:
            return -int(self.child.signalstatus)
        return int(self.child.exitstatus)

    def assert_terminal_restored(self) -> None:
        assert LEFT_THE_SCREEN in self.raw
        assert self.raw.rindex(SHOWN_CURSOR) > self.raw.rindex(b"\x1b[?25l")
        for mode in (b"1000", b"1003", b"2004"):
            on, off = b"\x1b[?" + mode + b"h", b"\x1b[?" + mode + b"l"
            assert self.raw.rfind(off) > self.raw.rfind(on), mode

    def draft(self) -> str:
        """What the store keeps as half-typed."""
        with sqlite3.connect(self.home / "data" / "test.db") as store:
            rows = store.execute("SELECT * FROM draft").fetchall()
        return " ".join(str(value) for row in rows for value in row)


def test_signals_end_the_app_in_order(tmp_path: Path) -> None:
    """The draft is kept, the terminal is as before, the code is 128 plus the signal."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        app = App(tmp_path / str(int(number)))
        app.ready()
        app.child.send(DRAFT)
        app.until("to")
        time.sleep(0.2)
        os.kill(app.child.pid, number)
        assert app.finish() == 128 + number
        app.assert_terminal_restored()
        assert DRAFT in app.draft()


def test_a_stuck_app_still_ends_and_gives_the_terminal_back(tmp_path: Path) -> None:
    """When the loop does not come back, the process ends all the same."""
    app = App(tmp_path, trouble="hang")
    app.ready()
    app.child.send("\x1b")
    time.sleep(1.0)
    os.kill(app.child.pid, signal.SIGTERM)
    assert app.finish() == 128 + signal.SIGTERM
    app.assert_terminal_restored()


@pytest.mark.parametrize(("trouble", "language"), [("fail", "en"), ("fail-in-worker", "ja")])
def test_a_fault_of_the_program_tells_one_sentence_and_no_secret(
    tmp_path: Path, trouble: str, language: str
) -> None:
    """Exit code 3; no traceback, no local variable, no word of the reply on screen or in the log."""
    app = App(tmp_path, language, trouble)
    app.ready()
    app.child.send("CANARY")
    time.sleep(0.5)
    app.raw = b""
    app.child.send("\x1b")
    assert app.finish() == 3
    after = app.raw[app.raw.rindex(LEFT_THE_SCREEN) :].decode("utf-8", "replace")
    assert ("fault of its own" if language == "en" else "不具合で終了しました") in after
    log = (tmp_path / "data" / "supportdojo.log").read_text("utf-8")
    assert "RuntimeError" in log
    for canary in ("SECRET-KEY", "CANARY", "Traceback"):
        assert canary not in after
        assert canary not in log


def test_a_fault_while_input_is_read_ends_like_any_other(tmp_path: Path) -> None:
    """Exit code 3, no traceback, and the draft is on disk to its last character."""
    app = App(tmp_path, trouble="fail-at-input")
    app.ready()
    app.child.send(DRAFT)
    app.until("to")
    app.raw = b""
    app.child.send("\x05")
    assert app.finish() == 3
    after = app.raw[app.raw.rindex(LEFT_THE_SCREEN) :].decode("utf-8", "replace")
    assert "fault of its own" in after
    assert "Traceback" not in after
    assert "SECRET-KEY" not in after
    assert DRAFT in app.draft()


def test_bytes_in_another_encoding_are_left_out_and_told(tmp_path: Path) -> None:
    """What is no UTF-8 goes, everything around it stays, and a notice says why."""
    app = App(tmp_path)
    app.ready()
    app.child.send(DRAFT)
    app.child.send(b"\x8e\x90\xff")
    app.child.send(" say")
    app.until("UTF-8")
    app.child.send("\x11")
    assert app.finish() == 0
    assert f"{DRAFT} say" in app.draft()


def test_a_paste_may_hold_escapes(tmp_path: Path) -> None:
    """They are left out, and the rest of the paste keeps its order."""
    app = App(tmp_path)
    app.ready()
    app.child.send("\x1b[200~abc\x1bdef\x1b[201~")
    app.until("abcdef")
    app.child.send("\x11")
    assert app.finish() == 0
    assert "abcdef" in app.draft()


def test_two_enters_that_a_stopped_app_finds_go_on_once(tmp_path: Path) -> None:
    """On the card of the contact that was left, with the process stopped while they are sent.

    It goes on with one ear, so it also ends and gives the terminal back.
    """
    before = App(tmp_path)
    before.ready()
    before.child.send(DRAFT)
    before.until("to")
    before.child.send("\x11")
    assert before.finish() == 0
    app = App(tmp_path, trouble="home")
    app.until("Continue")
    time.sleep(0.5)
    os.kill(app.child.pid, signal.SIGSTOP)
    app.child.send("\r\r")
    time.sleep(0.2)
    os.kill(app.child.pid, signal.SIGCONT)
    app.until(DRAFT)
    app.child.send("\x11")
    assert app.finish() == 0
    app.assert_terminal_restored()
    assert DRAFT in app.draft()


def test_the_window_may_be_closed(tmp_path: Path) -> None:
    """When the terminal goes away, the process ends by itself and the draft is kept."""
    app = App(tmp_path)
    app.ready()
    app.child.send(DRAFT)
    app.until("to")
    time.sleep(0.2)
    pid = app.child.pid
    app.child.ptyproc.fileobj.close()
    end = time.monotonic() + 8
    while time.monotonic() < end:
        done, _status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        time.sleep(0.1)
    else:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        pytest.fail("still running")
    app.child.closed = True
    app.child.ptyproc.closed = True
    app.child.ptyproc.terminated = True
    app.child.terminated = True
    assert DRAFT in app.draft()


def test_a_paste_of_many_lines_arrives_whole(tmp_path: Path) -> None:
    """Bracketed paste through a terminal: nothing is sent, all lines are in the box."""
    app = App(tmp_path)
    app.ready()
    app.child.send("\x1b[200~line one\rline two\rline three\x1b[201~")
    app.until("three")
    time.sleep(1.5)
    app.child.send("\x11")
    assert app.finish() == 0
    assert "line one\nline two\nline three" in app.draft()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("play", "late-delivry"), 2, "late-delivery"),
        (("play", "--resume", "nobody"), 2, "nobody"),
        (("play", "late-delivery"), 3, "supportdojo.db"),
        ((), 3, "supportdojo.db"),
    ],
    ids=["scenario", "session", "store", "home"],
)
def test_what_cannot_begin_is_told_after_the_app_has_gone(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """The terminal is whole, the words come behind it, and the code is that of the line mode."""
    home = tmp_path / "data"
    home.mkdir(mode=0o700)
    if code == 3:
        (home / "supportdojo.db").write_bytes(b"no database" * 100)
    app = App(tmp_path, arguments=("-m", "simulator", *arguments, "--lang", "en"))
    assert app.finish() == code
    app.assert_terminal_restored()
    assert words.encode() in app.raw[app.raw.rindex(LEFT_THE_SCREEN) :]
