"""A line of the JSON mode that cannot be taken: why, and how it should be, in the contact's language."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from scenarios.language import Language
from simulator.cli import main

pytestmark = pytest.mark.usefixtures("alone")

LINES = {
    "hello": ("bad-json", '{"reply": "..."}'),
    '{"reply": "a': ("bad-json", "13"),
    "[1]": ("bad-json", '{"reply": "..."}'),
    "{}": ("unknown-command", "reply, action, wait, note, hint, end, stop"),
    '{"replly": "x"}': ("unknown-command", "reply, action, wait, note, hint, end, stop"),
    '{"reply": "x", "wait": 3}': ("several-commands", "reply, wait"),
    '{"reply": "x", "foo": 1}': ("unknown-key", "foo"),
    '{"action": "book-callback", "agrs": {}}': ("unknown-key", "action, args"),
    '{"reply": 5}': ("bad-value", '{"reply": "..."}'),
    '{"wait": "3"}': ("bad-value", '{"wait": 10}'),
    '{"hint": false}': ("bad-value", '{"hint": true}'),
    '{"stop": 1}': ("bad-value", '{"stop": true}'),
    '{"action": "book-callback", "args": ["x"]}': ("bad-value", '{"args": {"...": "..."}}'),
    '{"action": "book-callback", "args": {"a": []}}': ("bad-value", "args.a"),
    '{"note": {"mood": "x"}}': ("unknown-field", "happened, wish, facts, promise, who, when"),
}


def played(
    lines: list[str],
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> list[dict[str, Any]]:
    """The events of a contact that is stopped after these lines."""
    text = "\n".join([*lines, '{"stop": true}', ""])
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["play", "late-delivery", "--jsonl", "--lang", language, "--seed", "1"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_bad_line_says_how_it_should_be(
    language: Language, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One error for each, in order, and nothing of any of them was done."""
    events = played(list(LINES), language, monkeypatch, capsys)
    errors = [event for event in events if event["event"] == "error"]
    for error, (line, (code, told)) in zip(errors, LINES.items(), strict=True):
        assert error["code"] == code, line
        assert told in error["message"], line
        assert error["message"].isascii() == (language == "en")
    assert {event["event"] for event in events} <= {
        "briefing",
        "customer",
        "mood",
        "error",
        "ended",
        "scorecard",
    }
    assert [event["text"] for event in events if event["event"] == "customer"][1:] == []


class _Vanishing(io.StringIO):
    """Lines of which the second is read when the store is gone."""

    def __init__(self, text: str, path: Path) -> None:
        super().__init__(text)
        self._path, self._read = path, 0

    def readline(self, size: int | None = -1, /) -> str:
        self._read += 1
        if self._read == 2:
            self._path.unlink()
        return super().readline(size)


@pytest.mark.parametrize("door", ["--jsonl", "--plain"])
def test_a_store_that_disappears_is_told_as_it_is(
    door: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No word of what is kept, since nothing is; in the JSON mode as an event."""
    line = '{"reply": "Good morning."}\n' if door == "--jsonl" else "Good morning.\n"
    lines = _Vanishing(line * 2, tmp_path / "home" / "supportdojo.db")
    monkeypatch.setattr("sys.stdin", lines)
    assert main(["play", "late-delivery", door, "--lang", "en"]) == 3
    out, told = capsys.readouterr()
    assert "was deleted, moved or replaced" in told and "is kept" not in told
    if door == "--jsonl":
        last = json.loads(out.splitlines()[-1])
        assert (last["event"], last["code"]) == ("error", "store.vanished")
        assert last["session"]
