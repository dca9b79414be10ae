"""Standard streams that are closed, full or in another encoding: told in words, and nothing is lost."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import main
from simulator.contact import Contact, Start
from simulator.errors import StoreFull
from simulator.line.jsonl import JsonDoor
from simulator.line.plain import PlainDoor
from simulator.workplace import Workplace, temporary_workplace

START = Start("late-delivery", "en", "practice", 7)
ITEM = json.dumps({"id": "r1", "scenario": "late-delivery", "lang": "en", "reply": "Sorry."})
FAULT = "inside the program"
posix = pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX systems")


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    made = temporary_workplace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def closed_input(alone: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input as Python gives it where it was closed."""
    monkeypatch.setattr(sys, "stdin", None)


@pytest.mark.usefixtures("closed_input")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("grade -", 2),
        ("import -", 2),
        ("play late-delivery --plain", 0),
        ("play late-delivery --jsonl", 0),
        ("new", 2),
        ("try late-delivery", 0),
    ],
)
def test_a_closed_input_is_an_empty_one(
    words: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words.split(), "--lang", "en"]) == code
    assert FAULT not in capsys.readouterr().err


def graded_in_shell(home: Path, script: str, given: bytes) -> int:
    """The exit code of *script*, in which ``GRADE`` grades standard input, which is *given*."""
    grade = f"exec '{sys.executable}' -m simulator grade - --jobs 1 --lang en"
    environ = {**os.environ, "SUPPORTDOJO_HOME": str(home), "LANG": "C"}
    command = ["/bin/sh", "-c", script.replace("GRADE", grade)]
    return subprocess.run(command, input=given, env=environ, check=False).returncode


@posix
def test_messages_never_go_into_the_output(tmp_path: Path) -> None:
    """With standard error closed the output holds the results alone; a byte order mark is no text."""
    out = tmp_path / "out.jsonl"
    given = b"\xef\xbb\xbf" + ITEM.encode()
    assert graded_in_shell(tmp_path / "home", f"GRADE 2>&- > '{out}'", given) == 0
    (line,) = out.read_text("utf-8").splitlines()
    assert json.loads(line)["id"] == "r1"


@posix
@pytest.mark.parametrize(
    ("words", "given", "code"),
    [
        ("validate {pack} --format line", "", 1),
        ("validate {pack}", "", 1),
        ("validate {pack} --format json", "", 1),
        ("packs --pack {pack}", "", 1),
        ("packs --pack {pack} --json", "", 1),
        ("packs", "", 0),
        ("grade - --jobs 1", "{}\n" + ITEM, 1),
        ("grade - --jobs 1", ITEM, 0),
        ("schema", "", 0),
    ],
)
def test_a_reader_that_goes_away_changes_no_exit_code(
    words: str, given: str, code: int, tmp_path: Path
) -> None:
    """What was found is told by the code, whatever ``head`` or ``true`` reads of it."""
    broken = tmp_path / "pack" / "broken"
    broken.mkdir(parents=True)
    (broken / "scenario.yaml").write_text("id: broken\n", encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "simulator", *words.format(pack=tmp_path / "pack").split()],
            input=given,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "SUPPORTDOJO_HOME": str(tmp_path / "home"), "LANG": "C"},
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert "BrokenPipe" not in done.stderr


@posix
def test_a_file_that_may_not_grow_is_told_as_a_full_disk(tmp_path: Path) -> None:
    """Also where a short output is written only at the end."""
    out, err = tmp_path / "out.jsonl", tmp_path / "err"
    script = f"ulimit -f 1; GRADE > '{out}' 2> '{err}'"
    assert graded_in_shell(tmp_path / "home", script, ITEM.encode()) == 3
    assert "no room left" in err.read_text("utf-8")


def decoded(data: bytes) -> io.StringIO:
    """What standard input gives for these bytes."""
    return io.StringIO(data.decode("utf-8-sig", "surrogateescape"))


def test_a_line_in_another_encoding_is_told_and_not_sent(workplace: Workplace) -> None:
    """In the line mode; the lines around it are sent."""
    contact, told = Contact.begin(workplace, START), list[str]()
    data = b"Sorry.\n" + "もうしわけありません\n".encode("cp932") + b"half a \\\nline \xff\n/stop\n"
    PlainDoor(contact, decoded(data), told.append, interactive=False).run()
    text = "\n".join(told)
    assert "-:2:" in text
    assert "Shift_JIS" in text
    assert "-:4:" in text
    assert [entry.text for entry in contact.entries if entry.kind == "agent"] == ["Sorry."]
    assert contact.stopped


def events(contact: Contact, data: bytes) -> list[dict[str, Any]]:
    written: list[str] = []
    JsonDoor(contact, decoded(data), written.append).run()
    return [json.loads(line) for line in written]


def test_json_that_is_not_what_it_says_is_refused(workplace: Workplace) -> None:
    """Bytes that are no text, twin keys and endless numbers, each with its line."""
    contact = Contact.begin(workplace, START)
    lines = [
        b'{"reply": "caf\xff"}',
        b"",
        b'{"reply": "a", "reply": "b"}',
        b'{"wait": 1e999}',
        b'{"stop": true}',
    ]
    told = events(contact, b"\xef\xbb\xbf" + b"\n".join(lines))
    errors = [(e["line"], e["code"]) for e in told if e["event"] == "error"]
    assert errors == [(1, "bad-json"), (3, "bad-json"), (4, "bad-json")]
    assert len(contact.events) == 1


@pytest.mark.parametrize("note", ["{}", '{"who": " "}', '{"mood": "x"}'])
def test_an_early_note_that_cannot_be_filed_is_answered_at_once(
    workplace: Workplace, note: str
) -> None:
    """And the contact comes to its end with a scorecard; a good one after it is filed."""
    contact = Contact.begin(workplace, START)
    good = b'{"note": {"who": "Mori"}}\n'
    told = events(contact, f'{{"note": {note}}}\n'.encode() + good + b'{"end": true}\n')
    assert [e["line"] for e in told if e["event"] == "error"] == [1]
    assert told[-1]["event"] == "scorecard"
    assert contact.note_filed
    assert contact.concluded


def full(*_: object, **__: object) -> None:
    raise StoreFull("store.full", path="x.db")


def test_json_mode_tells_a_full_disk_and_the_session(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last event says what is wrong and with which session to go on."""
    contact, written = Contact.begin(workplace, START), list[str]()
    monkeypatch.setattr(workplace.store, "append", full)
    with pytest.raises(StoreFull):
        JsonDoor(contact, decoded(b'{"reply": "Sorry."}\n'), written.append).run()
    last = json.loads(written[-1])
    assert (last["event"], last["code"], last["line"]) == ("error", "store.full", 1)
    assert last["session"] == contact.session_id


@pytest.mark.parametrize("door", ["--plain", "--jsonl"])
def test_a_full_disk_is_told_as_it_is_there(
    alone: None, door: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No word of a screen where there is none, and how to go on."""
    monkeypatch.setattr("simulator.store.SessionStore.append", full)
    monkeypatch.setattr(sys, "stdin", io.StringIO("Sorry.\n"))
    assert main(["play", "late-delivery", door, "--lang", "en"]) == 3
    err = capsys.readouterr().err
    assert "--resume" in err
    assert "no room left" in err
    assert "screen" not in err
