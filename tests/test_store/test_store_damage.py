"""Damaged files: nothing that was stored may change without being noticed."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from simulator.errors import StoreDamaged, StoreError, SupportdojoError
from simulator.store import SessionHeader, SessionStore, StoredSession, rows

MakeHeader = Callable[..., SessionHeader]
DAMAGES = 300


def _fill(path: Path, make_header: MakeHeader, now: datetime) -> dict[str, StoredSession]:
    with SessionStore.open(path, now) as store:
        for n in range(12):
            session = store.start(make_header(minutes=n))
            for seq in range(6):
                text = f"{n}-{seq} お詫び申し上げます。" * (1 + 30 * (seq == 3))
                store.append(session, seq, {"kind": "reply", "text": text}, now)
            if n % 2:
                store.finish(session, "calm", '{"total":80}', {"rubric": "1"}, now)
        return {s.id: store.load(s.id) for s in store.history()}


def _execute(path: Path, statement: str, values: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(statement, values).rowcount >= 1
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "turn"),
    [
        ("UPDATE event SET body = replace(body, '1-2 お', '1-2 わ') WHERE seq = 2", 3),
        ("UPDATE event SET saved_at = replace(saved_at, '04', '05') WHERE seq = 0", 1),
        ("UPDATE event SET body = CAST(body AS BLOB) WHERE seq = 4", 5),
        ("DELETE FROM event WHERE seq = 5", 6),
        ("DELETE FROM event WHERE seq = 1", 2),
        ("UPDATE event SET seq = 9 WHERE seq = 5", 6),
        ("UPDATE session SET trainee = '鈴木'", None),
        ("UPDATE session SET ending = 'left' WHERE ending IS NOT NULL", None),
        ("UPDATE session SET state = 'abandoned'", None),
        ("UPDATE session SET header = replace(header, '42', '43')", None),
        ("UPDATE session SET event_count = 5", None),
        ("UPDATE session SET event_count = 'six'", None),
        ("UPDATE session SET scorecard_count = 0 WHERE scorecard_count = 1", None),
        ("UPDATE session SET head = x'00'", None),
    ],
)
def test_a_changed_letter_is_noticed(
    store_file: Path, make_header: MakeHeader, now: datetime, statement: str, turn: int | None
) -> None:
    """SQLite is content with a changed row, the store is not, and names session and turn."""
    session = sorted(_fill(store_file, make_header, now))[1]
    _execute(store_file, f"{statement} {'AND' if 'WHERE' in statement else 'WHERE'} TRUE")
    with SessionStore.open(store_file, now) as store:
        with pytest.raises(StoreDamaged) as caught:
            store.load(session)
        assert caught.value.details["session"] == session
        assert caught.value.details.get("turn") == turn
        assert session in caught.value.text("ja").message
        report = store.check(full=True)
        assert not report.sound
        assert report.counts["session"] >= 1


def test_a_changed_scorecard_is_noticed(
    store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """A scorecard whose figures were changed is not shown as if it were true."""
    session = max(_fill(store_file, make_header, now))
    _execute(store_file, "UPDATE scorecard SET card = '{\"total\":99}'")
    with SessionStore.open(store_file, now) as store:
        with pytest.raises(StoreDamaged):
            store.scorecards(session)
        assert store.check(full=True).counts == {"scorecard": 6}


@pytest.mark.parametrize(
    ("statement", "number", "total"),
    [
        ("DELETE FROM scorecard", 1, None),
        ("DELETE FROM scorecard WHERE number = 1", 1, 82),
        ("DELETE FROM scorecard WHERE number = 2", 2, None),
        ("UPDATE scorecard SET number = 3 WHERE number = 2", 2, None),
        (
            "INSERT INTO scorecard SELECT session_id, 3, made_at, versions, digest, hash, card"
            " FROM scorecard WHERE number = 2",
            3,
            82,
        ),
    ],
)
def test_lost_scorecards_are_noticed(
    store_file: Path,
    make_header: MakeHeader,
    now: datetime,
    statement: str,
    number: int,
    total: int | None,
) -> None:
    """Scorecards that went missing or came from nowhere are named; the session stays listed."""
    with SessionStore.open(store_file, now) as store:
        session = store.start(make_header())
        store.finish(session, "calm", '{"total":80}', {}, now, digest={"total": 80})
        store.add_scorecard(session, '{"total":82}', {}, now, digest={"total": 82})
    _execute(store_file, statement)
    with SessionStore.open(store_file, now) as store:
        for read in (store.load, store.scorecards, store.export_session):
            with pytest.raises(StoreDamaged) as caught:
                read(session)
            assert caught.value.code == "session.damaged-scorecard"
            assert caught.value.details == {"session": session, "number": number}
        assert store.check(full=True).counts == {"scorecard": 1}
        (summary,) = store.history()
        assert summary.scorecard_count == 2
        # Never the figures of an earlier scorecard in the place of the lost latest one.
        assert summary.digest == (total and {"total": total})


def test_one_damaged_session_does_not_hide_the_others(
    store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """Lists leave a damaged session out and name it; nothing can be added to it."""
    bad = min(_fill(store_file, make_header, now))
    _execute(store_file, "UPDATE session SET ending = 'x' WHERE id = ?", (bad,))
    with SessionStore.open(store_file, now) as store:
        assert len(list(store.history())) == 11
        assert store.damaged_sessions == (bad,)
        with pytest.raises(StoreDamaged):
            store.append(bad, 6, {"kind": "reply"}, now)


def test_lost_references_are_counted(
    store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """Events whose session is gone are reported."""
    bad = min(_fill(store_file, make_header, now))
    _execute(store_file, "DELETE FROM session WHERE id = ?", (bad,))
    with SessionStore.open(store_file, now) as store:
        assert store.check(full=False).counts == {"reference": 6}


def _noticed(path: Path, stored: dict[str, StoredSession], now: datetime) -> tuple[bool, bool]:
    """Whether anything differs from what was stored, and whether the store said so."""
    different = noticed = False
    try:
        with SessionStore.open(path, now) as store:
            try:
                list(store.history())
                store.unfinished("佐藤")
            except StoreError:
                noticed = True
            noticed = noticed or bool(store.damaged_sessions)
            missing = False
            for session, original in stored.items():
                try:
                    different = store.load(session) != original or different
                except StoreError:
                    noticed = True
                except SupportdojoError:
                    missing = True
            if missing:
                different = True
                noticed = noticed or not store.check(full=True).sound
            store.check(full=True)
    except StoreError:
        noticed = True
    return different, noticed


@pytest.mark.parametrize("due", [False, True], ids=["between checks", "with the daily check"])
def test_random_damage_never_goes_unnoticed(
    store_file: Path, make_header: MakeHeader, now: datetime, due: bool
) -> None:
    """After damage anywhere in the file, each session is as it was stored or is refused."""
    stored = _fill(store_file, make_header, now)
    sound = store_file.read_bytes()
    chance = random.Random(20261103 + due)
    opened_at = now + timedelta(days=2 * due)
    harmful = 0
    for number in range(DAMAGES // 2):
        damaged = bytearray(sound)
        for _ in range(chance.choice((1, 1, 4, 64))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.1:
            damaged = damaged[: chance.randrange(len(damaged))]
        if chance.random() < 0.1:
            start = chance.randrange(len(damaged) + 1)
            damaged[start : start + 4096] = bytes(4096)
        store_file.write_bytes(damaged)
        different, noticed = _noticed(store_file, stored, opened_at)
        assert not different or noticed, f"damage {number}"
        harmful += noticed
        for leftover in store_file.parent.glob("*-journal"):
            leftover.unlink()
    assert harmful > DAMAGES // 10


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to look at" * 40, b"SQLite format 3\0"]
)
def test_other_files_are_left_alone(store_file: Path, now: datetime, content: bytes) -> None:
    """A file that is no database is refused and keeps every byte."""
    store_file.parent.mkdir()
    store_file.write_bytes(content)
    with pytest.raises(StoreDamaged):
        SessionStore.open(store_file, now)
    assert store_file.read_bytes() == content


def test_other_databases_are_left_alone(store_file: Path, now: datetime) -> None:
    """Another program's database is refused and keeps every byte."""
    store_file.parent.mkdir()
    with closing(sqlite3.connect(store_file)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    before = store_file.read_bytes()
    with pytest.raises(StoreDamaged) as caught:
        SessionStore.open(store_file, now)
    assert caught.value.code == "store.foreign"
    assert store_file.read_bytes() == before


def test_a_damaged_store_can_still_be_rescued(
    store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """Opened for reading, a store that fails the check still gives the sessions that are whole."""
    stored = _fill(store_file, make_header, now)
    content = bytearray(store_file.read_bytes())
    with closing(sqlite3.connect(store_file)) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'session_by_time'"
        ).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content[(root - 1) * size : root * size] = bytes(size)
    store_file.write_bytes(content)
    with pytest.raises(StoreDamaged):
        SessionStore.open(store_file, now + timedelta(days=2))
    with SessionStore.open(store_file, now, read_only=True) as store:
        assert store.read_only
        assert all(store.load(session) == original for session, original in stored.items())
        assert store.export_session(min(stored))["events"]
        assert not store.check(full=True).sound


@pytest.mark.parametrize("texts", [("{}", "3", "{}"), ("[]", None, "{}"), ("{}", '"x"', "{}")])
def test_a_scorecard_of_another_shape_is_damage(
    store: SessionStore, make_header: MakeHeader, now: datetime, texts: tuple[str, str | None, str]
) -> None:
    """Even with a hash that fits; the list shows the session without figures."""
    session = store.start(make_header())
    with store.database.transaction() as connection:
        row = rows.read_session(connection, session)
        row = rows.append_scorecard(connection, row, row.started_at, texts)
        rows.update_session(connection, row)
    assert [summary.digest for summary in store.history()] == [None]
    assert store.check(full=True).counts == {"scorecard": 1}
    with pytest.raises(StoreDamaged):
        store.load(session)
