"""What a command writes never takes the place of what is kept: the store, its journal, a copy, a key."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from simulator.contact import Contact, Start
from simulator.errors import UsageError
from simulator.machine.files import write_whole
from simulator.store.backups import back_up
from simulator.store.connection import Database
from simulator.workplace import open_workplace

Command = Callable[..., tuple[int, str, str]]
WRITING = (
    ("export", "--all", "--out"),
    ("report", "--format", "csv", "--out"),
    ("report", "--format", "html", "--out"),
    ("calibration", "--fixtures"),
)


@pytest.fixture
def home(alone: None, tmp_path: Path) -> Path:
    """A data directory with one contact, that has a key and a copy of the store."""
    workplace = open_workplace()
    try:
        Contact.begin(workplace, Start("late-delivery", "en", "practice", 1))
        workplace.store.backup(tmp_path / "home" / "copy.db")
    finally:
        workplace.close()
    (tmp_path / "home" / "signing-key.pem").write_text("key")
    return tmp_path / "home"


@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
@pytest.mark.parametrize(
    "name", ["supportdojo.db", "supportdojo.db-journal", "supportdojo.db-wal", "copy.db", "link"]
)
def test_the_store_is_no_place_for_a_file(
    words: tuple[str, ...], name: str, home: Path, command: Command
) -> None:
    """Everything is as it was, and the reader is told what stands there."""
    (home / "link").symlink_to(home / "supportdojo.db")
    before = {path.name: path.read_bytes() for path in home.iterdir() if path.is_file()}
    code, _, told = command("--lang", "en", *words, str(home / name))
    assert code == 2
    assert "This file is not overwritten" in told and str(home / name) in told
    after = {path.name: path.read_bytes() for path in home.iterdir() if path.is_file()}
    assert after == before


@pytest.mark.parametrize("name", ["signing-key.pem", "supportdojo.db", "pgpass", "hard"])
def test_what_is_kept_is_kept_by_any_name(name: str, home: Path) -> None:
    """Also where the file is not there yet, and by another name of the same file."""
    (home / "hard").hardlink_to(home / "supportdojo.db")
    with pytest.raises(UsageError, match="not overwritten"):
        write_whole(home / name, ["x"])


@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
@pytest.mark.parametrize(
    "name",
    ["programmes/own.yaml", "settings.toml", "lrs-outbox/0-0.jsonl", "cache/0", "new/own.csv"],
)
def test_what_the_data_folder_keeps_is_no_place_for_a_file(
    words: tuple[str, ...], name: str, home: Path, command: Command
) -> None:
    """Its programmes, settings and statements to be sent; also through a link to its folder."""
    (home / "programmes").mkdir()
    (home / "new").symlink_to(home / "programmes")
    file = home / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")
    code, _, told = command("--lang", "en", *words, str(file))
    assert (code, file.read_text()) == (2, "mine")
    assert "This file is not overwritten" in told and str(file) in told


def test_another_program_s_database_is_kept_too(home: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE t (x)")
    for name in ("other.db", "other.db-shm"):
        with pytest.raises(UsageError, match="not overwritten"):
            write_whole(tmp_path / name, ["x"])
    write_whole(tmp_path / "other.txt", ["x"])
    assert (tmp_path / "other.txt").read_text() == "x"


def test_a_copy_is_not_taken_for_a_journal(home: Path) -> None:
    """SQLite would take it for its own, and delete it."""
    database = Database(home / "supportdojo.db", read_only=True, busy_timeout_ms=100)
    with pytest.raises(UsageError, match="not overwritten"):
        back_up(database, home / "supportdojo.db-journal")
    database.close()
