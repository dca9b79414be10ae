"""What is damaged keeps nothing else back, and never goes missing without a word."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from simulator.contact import Contact, Start
from simulator.workplace import open_workplace

Command = Callable[..., tuple[int, str, str]]
READING = (
    ("history",),
    ("progress",),
    ("today",),
    ("programme",),
    ("report",),
    ("report", "--format", "csv"),
    ("review",),
    ("calibration",),
    ("export", "--all"),
)


@pytest.fixture
def stored(alone: None, tmp_path: Path) -> tuple[Path, list[str]]:
    """The file of a store and its contacts, of which there are three with a comment each."""
    workplace = open_workplace()
    try:
        ids = []
        for seed in range(3):
            contact = Contact.begin(workplace, Start("late-delivery", "en", "practice", seed))
            contact.reply("I'm sorry the parcel has not come. What did you need it for today?")
            for _ in range(5):
                if not contact.ended:
                    contact.end()
            contact.conclude()
            ids.append(contact.session_id)
            workplace.store.add_fact(
                "comment",
                person=workplace.trainee,
                subject=contact.session_id,
                body={"turn": 1, "text": "good"},
                now=workplace.now(),
            )
    finally:
        workplace.close()
    return tmp_path / "home" / "supportdojo.db", ids


def damage(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount >= 1
        connection.commit()


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize(
    "change", ["ending = 'x'", "started_at = x'41'", "header = 'x'"], ids=["ending", "time", "head"]
)
def test_a_damaged_contact_is_named(
    words: tuple[str, ...], change: str, stored: tuple[Path, list[str]], command: Command
) -> None:
    path, ids = stored
    damage(path, f"UPDATE session SET {change} WHERE id = '{ids[0]}'")
    code, told, error = command("--lang", "en", *words)
    assert code == 1 and told
    assert "Left out, because they are damaged" in error and "db check" in error
    assert f"contacts: 1 ({ids[0]})" in error


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_where_everything_is_damaged_it_is_not_as_if_there_were_nothing(
    words: tuple[str, ...], stored: tuple[Path, list[str]], command: Command
) -> None:
    path, _ = stored
    damage(path, "UPDATE session SET seal = 'x'", "UPDATE fact SET body = '{}'")
    code, _, error = command("--lang", "ja", *words)
    assert code == 1
    assert "応対 3 件" in error and "db check" in error


@pytest.mark.parametrize("words", [("history",), ("report",), ("export", "--all")], ids=" ".join)
def test_a_damaged_comment_blocks_nothing(
    words: tuple[str, ...], stored: tuple[Path, list[str]], command: Command
) -> None:
    path, ids = stored
    damage(path, f"UPDATE fact SET body = '{{}}' WHERE subject = '{ids[1]}'")
    code, told, error = command("--lang", "en", *words)
    assert code == 1 and told
    assert "entries: 1 (" in error and "contacts:" not in error
    if words[0] == "export":
        lines = [json.loads(line) for line in told.splitlines()]
        assert sum("events" in line for line in lines) == 3
        assert sum("fact" in line for line in lines) == 2


def test_adopted_rules_that_are_damaged_are_not_passed_over(
    stored: tuple[Path, list[str]], command: Command
) -> None:
    """Other rules would not do."""
    path, _ = stored
    damage(path, "UPDATE fact SET kind = 'rules-adopted'")
    code, _, error = command("--lang", "en", "history")
    assert code == 3 and "An entry is damaged" in error


def test_doctor_finds_it(stored: tuple[Path, list[str]], command: Command) -> None:
    path, ids = stored
    assert command("--lang", "en", "doctor")[0] == 0
    damage(path, f"UPDATE event SET body = '{{}}' WHERE session_id = '{ids[2]}'")
    code, told, _ = command("--lang", "en", "doctor")
    assert code == 1
    assert "FAIL  store" in told and "db check" in told


def test_where_nothing_is_damaged_nothing_is_said(
    stored: tuple[Path, list[str]], command: Command
) -> None:
    code, told, error = command("--lang", "en", "history")
    assert code == 0 and len(told.splitlines()) == 3 and error == ""


def test_a_copy_of_what_is_damaged_is_told_as_such(
    stored: tuple[Path, list[str]], command: Command, tmp_path: Path
) -> None:
    """It is kept, since it may be the best there is; a sound one is told as before."""
    path, ids = stored
    assert command("--lang", "en", "db", "backup", str(tmp_path / "sound.db"))[0] == 0
    damage(path, f"UPDATE event SET body = '{{}}' WHERE session_id = '{ids[0]}'")
    code, told, error = command("--lang", "en", "db", "backup", str(tmp_path / "copy.db"))
    assert code == 1
    assert "Backed up to" in told and "problems: 1" in error and "db check" in error
    assert (tmp_path / "copy.db").is_file()


def test_doctor_finds_a_store_that_cannot_be_written(
    stored: tuple[Path, list[str]], command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a contact would meet is told before anybody begins one."""
    monkeypatch.setattr("simulator.store.connection._writable", lambda _: False)
    code, told, _ = command("--lang", "en", "doctor")
    assert code == 1
    assert "FAIL  store: The stored sessions can only be read" in told
    assert "SUPPORTDOJO_HOME" in told


def test_doctor_finds_a_folder_that_cannot_be_written(
    stored: tuple[Path, list[str]], command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = str(stored[0].parent)
    usual = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != home and usual(path, mode))
    code, told, _ = command("--lang", "ja", "doctor")
    assert code == 1
    assert "× data: データフォルダーに書き込めません" in told and "× store" in told


def test_the_check_does_not_advise_itself(stored: tuple[Path, list[str]], command: Command) -> None:
    stored[0].write_bytes(b"no database" * 500)
    code, _, told = command("--lang", "en", "db", "check")
    assert code == 3 and "earlier copy" in told and "db check" not in told


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_a_pipe_is_not_waited_for(
    alone: None, command: Command, tmp_path: Path, stored: tuple[Path, list[str]]
) -> None:
    """In the place of the store, or among the files of a folder."""
    folder = tmp_path / "folder"
    assert command("export", "--to", str(folder))[0] == 0
    os.mkfifo(folder / "a.jsonl")
    (folder / "b.jsonl").mkdir()
    code, _, told = command("--lang", "en", "import", str(folder))
    assert code == 0
    assert "a.jsonl" in told and "b.jsonl" in told and "no file" in told
    stored[0].unlink()
    os.mkfifo(stored[0])
    assert command("--lang", "en", "db", "check")[0] == 3
    assert "not a file" in command("--lang", "en", "doctor")[1]


def test_a_place_that_is_not_there_for_a_copy(
    stored: tuple[Path, list[str]], command: Command, tmp_path: Path
) -> None:
    """The place of the copy is told, not the store."""
    code, _, told = command("--lang", "en", "db", "backup", str(tmp_path / "none" / "b.db"))
    assert code == 3
    assert "The file cannot be written" in told and str(tmp_path / "none") in told
