"""The file itself: formats, settings of SQLite, permissions, full disks, locks, copies."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from simulator.errors import (
    SessionGone,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreNewer,
    StoreReadOnly,
    StoreUnreachable,
    UsageError,
)
from simulator.store import JSON, SCHEMA_VERSION, SessionHeader, SessionStore, connection
from simulator.store.schema import STEPS

MakeHeader = Callable[..., SessionHeader]
REPLY: dict[str, JSON] = {"kind": "reply", "text": "お待たせしております。"}
ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")

# A store of format 1 as it is on disk, so that later formats keep being able to read it.
FORMAT_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE session (id TEXT PRIMARY KEY, header TEXT NOT NULL, trainee TEXT NOT NULL,
  started_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'ended', 'abandoned')), ending TEXT, ended_at TEXT,
  event_count INTEGER NOT NULL, scorecard_count INTEGER NOT NULL, head TEXT NOT NULL,
  seal TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX session_by_trainee ON session (trainee, started_at, id);
CREATE INDEX session_by_time ON session (started_at, id);
CREATE TABLE event (session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL, saved_at TEXT NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (session_id, seq)) WITHOUT ROWID;
CREATE TABLE draft (session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  saved_at TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE scorecard (session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  number INTEGER NOT NULL, made_at TEXT NOT NULL, versions TEXT NOT NULL, digest TEXT,
  hash TEXT NOT NULL, card TEXT NOT NULL, PRIMARY KEY (session_id, number)) WITHOUT ROWID;
@ROWS@
PRAGMA application_id = 1396984399;
PRAGMA user_version = 1;
"""
FORMAT_1_SESSION = "20261103-040506123-fixture0"
FORMAT_1_ROWS = """
INSERT INTO "event" VALUES('20261103-040506123-fixture0',0,'2026-11-03T04:05:06.123456+00:00','99a478d33f2aad7db7ff79db853c7181d6dd2bb314cf8c342f69f497d172fb97','{"kind":"reply","text":"お電話ありがとうございます。"}');
INSERT INTO "event" VALUES('20261103-040506123-fixture0',1,'2026-11-03T04:05:06.123456+00:00','57ef6885294097c95a6cfbe568479c998cc226843833a9ece7d0e01703739e8e','{"kind":"reply","text":"少々お待ちください。"}');
INSERT INTO "meta" VALUES('checked_at','2026-11-03T04:05:06.123456+00:00');
INSERT INTO "scorecard" VALUES('20261103-040506123-fixture0',1,'2026-11-03T04:05:06.123456+00:00','{"rubric":"2"}',NULL,'400bfe6bbb3b7e06a4a64907a2d5a2237ed3085f24e79547f77b533683fe85e3','{"total":80}');
INSERT INTO "session" VALUES('20261103-040506123-fixture0','{"engine_version":"1","handbook_version":"2026-04","intensity":"normal","language":"ja","mode":"practice","parent_session":null,"parent_turn":null,"rubric_version":"2","rules_version":"7","scenario_hash":"abababababababab","scenario_id":"late-parcel","scenario_version":"3","seed":42,"started_at":"2026-11-03T04:05:06.123456+00:00","trainee":"佐藤","unicode_version":"14.0.0","utc_offset_minutes":540}','佐藤','2026-11-03T04:05:06.123456+00:00','ended','calm','2026-11-03T04:05:06.123456+00:00',2,1,'57ef6885294097c95a6cfbe568479c998cc226843833a9ece7d0e01703739e8e','077fd3a10edd311d2c86705f96e4cc882bce786e14e5e905b216e30a3c01292d');
"""


def _format_1(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as old:
        old.executescript(FORMAT_1.replace("@ROWS@", FORMAT_1_ROWS))


def test_a_store_of_format_1_can_be_read(store_file: Path, now: datetime) -> None:
    """Sessions stored in the first format load whole, whatever the format is today."""
    _format_1(store_file)
    with SessionStore.open(store_file, now) as store:
        loaded = store.load(FORMAT_1_SESSION)
        assert [event["text"] for event in loaded.events] == [
            "お電話ありがとうございます。",
            "少々お待ちください。",
        ]
        assert (loaded.ending, loaded.scorecards[0].card) == ("calm", '{"total":80}')
        assert loaded.header.intensity == "normal"
        assert store.check(full=True).sound


NEXT = (*STEPS, ("ALTER TABLE session ADD COLUMN remark TEXT",))


def test_migrating_keeps_a_copy(store_file: Path, now: datetime) -> None:
    """Before the format changes a private, sound copy of the old store is made, and data stay."""
    _format_1(store_file)
    with SessionStore.open(store_file, now, steps=NEXT) as store:
        assert len(store.load(FORMAT_1_SESSION).events) == 2
        assert _version(store_file) == SCHEMA_VERSION + 1
    (copy,) = (store_file.parent / "backups").iterdir()
    assert _version(copy) == 1
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with SessionStore.open(copy, now, read_only=True) as store:
        assert len(store.load(FORMAT_1_SESSION).events) == 2


def test_a_failing_migration_changes_nothing(store_file: Path, now: datetime) -> None:
    """A step that fails half way leaves the old store as it was."""
    _format_1(store_file)
    steps = (
        *STEPS,
        ("ALTER TABLE session ADD COLUMN remark TEXT", "INSERT INTO nowhere VALUES (1)"),
    )
    with pytest.raises(StoreError):
        SessionStore.open(store_file, now, steps=steps)
    assert _version(store_file) == 1
    with SessionStore.open(store_file, now) as store:
        assert store.check(full=True).sound


def test_the_newest_ten_copies_are_kept(store_file: Path, now: datetime) -> None:
    """Copies do not pile up: the oldest beyond ten go."""
    _format_1(store_file)
    steps = STEPS
    for day in range(13):
        steps = (*steps, (f"INSERT INTO meta VALUES ('step {day}', '')",))
        SessionStore.open(store_file, now + timedelta(days=day), steps=steps).close()
    copies = sorted((store_file.parent / "backups").iterdir())
    assert [_version(copy) for copy in copies] == list(
        range(SCHEMA_VERSION + 3, SCHEMA_VERSION + 13)
    )


def test_a_newer_store_is_left_alone(store_file: Path, now: datetime) -> None:
    """A store of a later format is refused with the advice to update, and keeps every byte."""
    SessionStore.open(store_file, now, steps=NEXT).close()
    before = store_file.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreNewer) as caught:
            SessionStore.open(store_file, now, read_only=read_only)
        assert "更新" in caught.value.text("ja").advice
    assert store_file.read_bytes() == before


def test_sqlite_is_set_up_as_asked(store: SessionStore) -> None:
    """Durable commits, references, overwriting of deleted words and distrust of schemas are on."""
    asked = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "busy_timeout": 30_000,
    }
    for name, value in asked.items():
        assert store.database.connection.execute(f"PRAGMA {name}").fetchone()[0] == value


def test_a_setting_that_does_not_hold_is_refused(
    store_file: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When SQLite silently keeps another setting, the store does not open."""
    monkeypatch.setattr(connection, "_PRAGMAS", (("synchronous", "EXTRA", 2),))
    with pytest.raises(StoreError) as caught:
        SessionStore.open(store_file, now)
    assert "synchronous" in caught.value.text("en").message


@posix
def test_only_the_owner_can_read(tmp_path: Path, make_header: MakeHeader, now: datetime) -> None:
    """With the most careless umask, directory, store and copies are still private."""
    before = os.umask(0)
    try:
        path = tmp_path / "a" / "b" / "supportdojo.db"
        with SessionStore.open(path, now) as store:
            store.start(make_header())
            with store.database.transaction() as writing:
                writing.execute("INSERT INTO meta VALUES ('x', '')")
                journal = path.with_name(path.name + "-journal")
                assert stat.S_IMODE(journal.stat().st_mode) == 0o600
            copy = store.backup(tmp_path / "copy.db")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


@posix
def test_a_store_open_to_others_is_closed(store_file: Path, now: datetime) -> None:
    """A file or directory that others could read is tightened at the next start."""
    SessionStore.open(store_file, now).close()
    store_file.chmod(0o644)
    store_file.parent.chmod(0o755)
    SessionStore.open(store_file, now).close()
    assert stat.S_IMODE(store_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(store_file.parent.stat().st_mode) == 0o700


def test_a_directory_that_is_a_file_is_said_so(tmp_path: Path, now: datetime) -> None:
    """When the data directory cannot be made, one sentence says why."""
    (tmp_path / "data").write_text("x", encoding="utf-8")
    for path in (tmp_path / "data" / "s.db", tmp_path / "data" / "deep" / "s.db"):
        with pytest.raises(StoreUnreachable) as caught:
            SessionStore.open(path, now)
        assert caught.value.code == "directory.is-file"


def test_a_store_that_is_a_directory_is_said_so(store_file: Path, now: datetime) -> None:
    """A directory in the place of the file is refused."""
    store_file.mkdir(parents=True)
    with pytest.raises(StoreUnreachable):
        SessionStore.open(store_file, now)


def test_reading_needs_an_existing_store(store_file: Path, now: datetime) -> None:
    """Opening for reading creates nothing."""
    with pytest.raises(StoreUnreachable):
        SessionStore.open(store_file, now, read_only=True)
    assert not store_file.parent.exists()


def test_history_works_read_only(store_file: Path, make_header: MakeHeader, now: datetime) -> None:
    """Opened for reading, everything can be read and every writing call says so."""
    with SessionStore.open(store_file, now) as store:
        session = store.start(make_header())
        store.append(session, 0, REPLY, now)
    with SessionStore.open(store_file, now, read_only=True) as store:
        assert store.read_only
        assert store.load(session).events == (REPLY,)
        assert [s.id for s in store.history()] == [session]
        assert store.setting("language") is None
        for call in (
            lambda: store.start(make_header()),
            lambda: store.append(session, 1, REPLY, now),
            lambda: store.save_draft(session, "x", now),
            lambda: store.set_setting("a", "b"),
        ):
            with pytest.raises(StoreReadOnly):
                call()


def _without_rights(path: Path, now: datetime) -> str:
    with SessionStore.open(path, now) as store:
        seen = [str(store.read_only), str(len(list(store.history())))]
        try:
            store.set_setting("a", "b")
        except StoreReadOnly as error:
            seen.append(error.code)
    try:
        SessionStore.open(path.parent / "new.db", now)
    except StoreUnreachable as error:
        seen.append(error.code)
    return " ".join(seen)


def _as_nobody(work: Callable[[], str]) -> str:
    """What `work` returns in a child process that has given up the rights of root."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            answer = work()
        except BaseException as error:
            answer = repr(error)
        os.write(writing, answer.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read().decode()
    os.waitpid(child, 0)
    return answer


@posix
def test_missing_rights_leave_the_history(make_header: MakeHeader, now: datetime) -> None:
    """Somebody who may read but not write sees the history and is told the rest in words."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "data" / "supportdojo.db"
        with SessionStore.open(path, now) as store:
            store.start(make_header())
        path.chmod(0o444)
        path.parent.chmod(0o555)
        Path(directory).chmod(0o755)
        try:
            seen = _as_nobody(lambda: _without_rights(path, now))
        finally:
            path.parent.chmod(0o755)
    assert seen == "True 1 store.read-only directory.unwritable"


def test_a_full_disk_loses_nothing(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """On a full disk the reply is refused in words, nothing is half stored, and a retry works."""
    session = store.start(make_header())
    store.append(session, 0, REPLY, now)
    store.save_draft(session, "途中まで", now)
    raw = store.database.connection
    used = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {used}")
    long = {"kind": "reply", "text": "長い返信" * 5000}
    for _ in range(2):
        with pytest.raises(StoreFull):
            store.append(session, 1, long, now)
    assert store.load(session).events == (REPLY,)
    assert store.draft(session) == "途中まで"
    with pytest.raises(StoreFull):
        store.finish(session, "calm", f'{{"text":"{"長い" * 9000}"}}', {}, now)
    assert not store.load(session).ended
    raw.execute("PRAGMA max_page_count = 100000")
    store.append(session, 1, long, now)
    assert store.load(session).events == (REPLY, long)
    assert store.check(full=True).sound


def test_a_locked_store_is_said_so(
    store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """When another program holds the store too long, the reply is refused and a retry works."""
    with SessionStore.open(store_file, now, busy_timeout_ms=50) as store:
        session = store.start(make_header())
        with closing(sqlite3.connect(store_file, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StoreLocked):
                store.append(session, 0, REPLY, now)
            with pytest.raises(StoreLocked):
                store.load(session)
            with pytest.raises(StoreLocked):
                store.backup(store_file.parent / "copy.db")
            with pytest.raises(StoreLocked):
                SessionStore.open(store_file, now, busy_timeout_ms=50)
            other.execute("ROLLBACK")
        assert not list(store_file.parent.glob("copy*"))
        store.append(session, 0, REPLY, now)
        assert store.load(session).events == (REPLY,)


def test_a_reply_is_read_back(store: SessionStore, make_header: MakeHeader, now: datetime) -> None:
    """When what reads back differs from what was written, the reply does not count as saved."""
    session = store.start(make_header())
    store.database.connection.execute(
        "CREATE TEMP TRIGGER lie AFTER INSERT ON main.event BEGIN"
        " UPDATE event SET body = 'other' WHERE session_id = new.session_id; END"
    )
    with pytest.raises(StoreError) as caught:
        store.append(session, 0, REPLY, now)
    assert caught.value.code == "entry.readback"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    counted: list[int] = []
    original = connection.Database.quick_check

    def counting(self: connection.Database) -> None:
        counted.append(1)
        original(self)

    monkeypatch.setattr(connection.Database, "quick_check", counting)
    yield counted


def test_the_file_is_checked_daily_and_after_a_crash(
    store_file: Path, make_header: MakeHeader, now: datetime, checks: list[int]
) -> None:
    """The structure is looked at once a day, after an unclean end, and when the clock went back."""

    def opened(days: float) -> int:
        checks.clear()
        SessionStore.open(store_file, now + timedelta(days=days)).close()
        return len(checks)

    assert [opened(0), opened(0.5), opened(1), opened(1.5), opened(0)] == [0, 0, 1, 0, 1]
    crashed = SessionStore.open(store_file, now)
    crashed.start(make_header())
    crashed.database.close()
    assert [opened(0.1), opened(0.1)] == [1, 0]


def test_a_copy_is_never_overwritten(store: SessionStore, tmp_path: Path, now: datetime) -> None:
    """A backup goes to a new file; an existing one or a missing directory is said so."""
    target = store.backup(tmp_path / "copy.db")
    with pytest.raises(UsageError):
        store.backup(target)
    with pytest.raises(StoreError):
        store.backup(tmp_path / "missing" / "copy.db")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "data"]


def test_odd_paths_work(tmp_path: Path, make_header: MakeHeader, now: datetime) -> None:
    """Blanks, question marks, percent signs, Japanese and bytes of no encoding may be in a path."""
    names = ["a b", "100%?#&", "練習 記録", "it's"]
    if sys.platform == "linux":
        names.append(os.fsdecode(b"\xff\xfe"))
    for name in names:
        with SessionStore.open(tmp_path / name / "s.db", now) as store:
            session = store.start(make_header())
            assert store.load(session).events == ()
        assert (tmp_path / name / "s.db").exists()


def test_importing_the_store_is_light() -> None:
    """The store needs neither the terminal app, nor YAML, nor the search for directories."""
    code = (
        "import sys, simulator.store as s;"
        "print([m for m in ('platformdirs', 'textual', 'yaml', 'rich', 'random')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as opened:
        return int(opened.execute("PRAGMA user_version").fetchone()[0])


@posix
def test_a_store_that_may_not_be_seen_is_not_taken_for_none(now: datetime) -> None:
    """A place that cannot be looked into, or is a file, is told; only a missing one is missing."""
    with tempfile.TemporaryDirectory() as directory:
        locked, plain = Path(directory) / "locked", Path(directory) / "plain"
        locked.mkdir(mode=0o000)
        plain.touch()
        Path(directory).chmod(0o755)

        def codes() -> str:
            found = []
            for home in (locked, plain, Path(directory) / "none"):
                with pytest.raises(StoreUnreachable) as caught:
                    SessionStore.open(home / "supportdojo.db", now, read_only=True)
                found.append(caught.value.code)
            return " ".join(found)

        seen = _as_nobody(codes)
    assert seen == "store.unreachable directory.is-file store.missing"


def test_an_emptied_store_is_not_taken_for_a_new_one(store_file: Path, now: datetime) -> None:
    """It is told as what it is, whoever opens it, and left as it is."""
    SessionStore.open(store_file, now).close()
    store_file.write_bytes(b"")
    for read_only in (False, True):
        with pytest.raises(StoreDamaged) as caught:
            SessionStore.open(store_file, now, read_only=read_only)
        assert caught.value.code == "store.empty"
        assert str(store_file) in caught.value.text("ja").message
    assert store_file.read_bytes() == b""
    store_file.unlink()
    with SessionStore.open(store_file, now) as store:
        assert list(store.history()) == []
    assert [path.name for path in store_file.parent.iterdir()] == [store_file.name]


def test_a_store_that_many_make_at_once_is_whole(store_file: Path, now: datetime) -> None:
    """Whoever comes second finds it finished, never empty."""
    with ThreadPoolExecutor(8) as pool:
        stores = [pool.submit(_made, store_file, now) for _ in range(32)]
        assert all(one.result() for one in stores)
    assert [path.name for path in store_file.parent.iterdir()] == [store_file.name]


def _made(path: Path, now: datetime) -> bool:
    with SessionStore.open(path, now) as store:
        return store.check(full=False).sound


@posix
@pytest.mark.parametrize("what", ["deleted", "moved", "replaced", "folder"])
def test_a_store_that_is_gone_saves_nothing(
    store_file: Path, make_header: MakeHeader, now: datetime, what: str
) -> None:
    """What is written to a file without a name is lost, so it is never told as saved."""
    with SessionStore.open(store_file, now) as store:
        session = store.start(make_header())
        store.append(session, 0, {"kind": "reply"}, now)
        other = store_file.with_name("other.db")
        if what == "replaced":
            store.backup(other)
            other.replace(store_file)
        elif what == "folder":
            store_file.parent.rename(store_file.parent.with_name("elsewhere"))
        elif what == "moved":
            store_file.rename(other)
        else:
            store_file.unlink()
        for call in (
            lambda: store.append(session, 1, {"kind": "reply"}, now),
            lambda: store.start(make_header(minutes=1)),
        ):
            with pytest.raises(StoreUnreachable) as caught:
                call()
            assert caught.value.code == "store.vanished"
        if what == "moved":
            other.rename(store_file)
            store.append(session, 1, {"kind": "reply"}, now)
    assert store_file.exists() == (what in ("moved", "replaced"))


def test_a_store_overwritten_by_an_older_copy_is_told(
    store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """The same file with other contents: the contact that is being played is not in it."""
    with SessionStore.open(store_file, now) as store:
        older = store_file.read_bytes()
        session = store.start(make_header())
        store_file.write_bytes(older)
        with pytest.raises(SessionGone) as caught:
            store.append(session, 0, {"kind": "reply"}, now)
        assert session in caught.value.text("en").message
