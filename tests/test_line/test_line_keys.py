"""Keys that write nothing are no reply in the line mode."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from simulator.machine.line_files import typed

Command = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("\x1b[B", ""),
        ("\x1bOA\x1b[3~\x1b[1;5C", ""),
        ("\x1b", ""),
        ("\x01\x7f", ""),
        ("\x1b]11;rgb:0000/0000/0000\x1b\\", ""),
        ("\x1b[200~はい。\x1b[201~", "はい。"),
        ("I'm\x1b[D sorry", "I'm sorry"),
        ("a\tb [B] ]x", "a b [B] ]x"),
    ],
)
def test_what_is_meant_by_a_line(sent: str, meant: str) -> None:
    assert typed(sent) == meant


@pytest.mark.usefixtures("alone")
def test_keys_alone_are_asked_about_again(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No turn is used, the customer says nothing, and the next line is the reply."""
    given = "\x1b[B\n\x1b[A\x1b[A\nI'm sorry\x1b[C you waited.\n/stop\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    code, out, _ = command("play", "late-delivery", "--plain", "--lang", "en", "--seed", "1")
    assert code == 0
    assert "You: I'm sorry you waited." in out
    assert out.count("You: ") == 1
    session = json.loads(command("history")[1])["session"]
    events = json.loads(command("export", session)[1])["events"]
    assert [e["event"]["kind"] for e in events] == ["reply", "end"]


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("time", ['"Thu 11:00"', "「木曜 11時」", "'Thu 11:00'", "Thu 11:00"])
def test_a_value_may_stand_between_quotation_marks(
    time: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"/do book-callback time={time} who=me\n/stop\n"))
    _, out, err = command("play", "third-contact", "--plain", "--lang", "en", "--seed", "1")
    assert "will not do" not in out + err
    assert "11:00 on Thursday" in out
