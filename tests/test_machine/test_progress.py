"""The progress bar: drawn where a person is looking and only there."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.machine.progress import Progress

TAKEN_AWAY = "\x1b[?25h"
"""Shows the cursor again: the bar has left the terminal as it was."""


class Stream(io.StringIO):
    """A stream that says whether it is a terminal, and keeps what was written."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


class Screen:
    """Standard output and standard error of one test."""

    def __init__(self) -> None:
        self.error, self.output = Stream(True), Stream(False)

    @contextlib.contextmanager
    def bar(self, total: int | None) -> Iterator[Progress]:
        """Progress over *total* bytes on this screen."""
        with (
            contextlib.redirect_stderr(self.error),
            contextlib.redirect_stdout(self.output),
            Progress(total) as progress,
        ):
            yield progress

    @property
    def drawn(self) -> str:
        return self.error.getvalue()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A person at standard error, the output in a file."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    return Screen()


def work(progress: Progress, lines: list[str]) -> list[str]:
    """Take the lines as a command does it, and tell the progress after each."""
    taken = []
    for number, line in enumerate(progress.read(lines), start=1):
        taken.append(line)
        progress.show(number)
    return taken


@pytest.mark.parametrize(
    ("error", "output"), [(False, False), (False, True), (True, True)], ids=str
)
def test_nothing_is_drawn_where_nobody_looks(screen: Screen, error: bool, output: bool) -> None:
    """Without a terminal at standard error, or with the output itself on it, there is no bar."""
    screen.error.terminal, screen.output.terminal = error, output
    lines = ["ten bytes\n"] * 50
    with screen.bar(500) as progress:
        assert not progress.shown
        assert work(progress, lines) == lines
    assert screen.drawn == screen.output.getvalue() == ""


def test_a_bar_is_drawn_and_taken_away(screen: Screen) -> None:
    """Share of the bytes and count of the lines on standard error, and in the end no trace."""
    with screen.bar(1000) as progress:
        assert progress.shown
        work(progress, ["ten bytes\n"] * 50)
    assert "50%" in screen.drawn
    assert " 50 " in screen.drawn
    assert TAKEN_AWAY in screen.drawn
    assert screen.drawn.rstrip("\r").endswith("\x1b[2K")
    assert screen.output.getvalue() == ""


def test_the_share_is_one_of_bytes(screen: Screen) -> None:
    """A Japanese character counts as its three bytes, and what UTF-8 cannot hold is no error."""
    lines = [*["待" * 10] * 24, "\udcff", *["." * 60] * 25]
    total = 24 * 30 + 1 + 25 * 60
    with screen.bar(total) as progress:
        assert work(progress, lines) == lines
    assert f"{round(100 * (24 * 30 + 1 + 25 * 60) / total)}%" in screen.drawn


def test_without_a_known_size_there_is_a_count(screen: Screen) -> None:
    """Of standard input no share can be told; the lines are counted, large counts with commas."""
    with screen.bar(None) as progress:
        work(progress, ["x\n"] * 1000)
    assert "1,000" in screen.drawn
    assert "100%" not in screen.drawn


def test_lines_are_taken_one_at_a_time(screen: Screen) -> None:
    """Reading with a bar takes nothing ahead."""
    lines = iter(["a", "b", "c"])
    with screen.bar(3) as progress:
        assert next(progress.read(lines)) == "a"
    assert list(lines) == ["b", "c"]


def test_an_error_takes_the_bar_away_too(screen: Screen) -> None:
    """The error goes on, and its words find a terminal without a bar."""
    with pytest.raises(KeyboardInterrupt), screen.bar(1000) as progress:
        work(progress, ["ten bytes\n"] * 50)
        raise KeyboardInterrupt
    assert TAKEN_AWAY in screen.drawn


def test_what_draws_is_not_loaded_without_a_terminal() -> None:
    """With pipes on both sides the library of the bar stays where it is."""
    script = (
        "import sys\nfrom simulator.machine.progress import Progress\n"
        "with Progress(10) as progress:\n    list(progress.read(['a'])); progress.show(25)\n"
        "print('rich' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False"]
    assert done.stderr == ""


def drawn_at_a_terminal(command: list[str], target: Path) -> bytes:
    """What a process that writes to *target* draws at its terminal, to the end; it has to end well."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    home = {"SUPPORTDOJO_HOME": str(target.parent / "home")}
    with target.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=slave,
            env={**os.environ, **home, "TERM": "xterm-256color", "COLUMNS": "80"},
        )
        os.close(slave)
        drawn = b""
        with contextlib.suppress(OSError):  # how Linux tells that the other end is closed
            while chunk := os.read(master, 4096):
                drawn += chunk
        os.close(master)
        assert process.wait(60) == 0
    return drawn


@pytest.mark.terminal
def test_the_bar_never_gets_into_the_output(tmp_path: Path) -> None:
    """``grade`` with a real terminal at standard error: a bar there, pure JSON in the file."""
    item = {"id": "a", "scenario": "late-delivery", "lang": "en", "reply": "Sorry."}
    source, target = tmp_path / "items.jsonl", tmp_path / "grades.jsonl"
    source.write_text((json.dumps(item) + "\n") * 30, encoding="utf-8")
    drawn = drawn_at_a_terminal(
        [sys.executable, "-m", "simulator", "grade", str(source), "--lang", "en"], target
    )
    assert TAKEN_AWAY.encode() in drawn
    assert b"30 graded" in drawn[drawn.rindex(TAKEN_AWAY.encode()) :]
    found = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [result["id"] for result in found] == ["a"] * 30


@pytest.mark.terminal
def test_agreement_shows_that_it_is_at_work(tmp_path: Path) -> None:
    """It takes minutes before its first line: the bar counts the replies of all sets meanwhile."""
    sets, target = tmp_path / "sets", tmp_path / "figures.txt"
    sets.mkdir()
    place = {"id": "a", "scenario": "late-delivery", "lang": "en", "context": []}
    ratings = {"empathy": 2, "policy": 3, "resolution": 1, "breaches": []}
    rated = json.dumps({**place, "reply": "Sorry.", **ratings}) + "\n"
    pair = {**place, "scale": "empathy", "better": "Sorry.", "worse": "So what?"}
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from simulator.cli import main\nfrom simulator.commands import agreement\n"
        f"agreement.FOLDER = Path({str(sets)!r})\n"
        "agreement.UNREAD = {}\n"
        "sys.exit(main(['agreement', sys.argv[1], '--lang', 'en']))\n"
    )
    (sets / "yardstick.jsonl").write_text(rated, encoding="utf-8")
    own = tmp_path / "team.jsonl"
    own.write_text(json.dumps(pair) + "\n", encoding="utf-8")
    drawn = drawn_at_a_terminal([sys.executable, "-c", script, str(own)], target)
    assert b"100%" in drawn
    assert TAKEN_AWAY.encode() in drawn
    assert "\x1b" not in target.read_text("utf-8")
