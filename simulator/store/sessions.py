"""The one door to the stored sessions; see `SessionStore`.

SQL of rows is in `rows`, the handling of the file in `connection`. What an event or a scorecard
means stays outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from simulator.errors import (
    AmbiguousSession,
    NotSaved,
    SequenceClash,
    StoreDamaged,
    StoreError,
    StoreReadOnly,
    StoreUnreachable,
    UnknownSession,
)
from simulator.paths import ensure_private_directory, exists
from simulator.store import rows, transfer
from simulator.store.backups import back_up, back_up_before_migration
from simulator.store.canonical import (
    JSON,
    clean_text,
    parse,
    random_token,
    session_id,
    storable,
    utc_text,
)
from simulator.store.check import CheckReport, check
from simulator.store.connection import BUSY_TIMEOUT_MS, Database
from simulator.store.model import SessionHeader, SessionSummary, StoredScorecard, StoredSession
from simulator.store.schema import STEPS, Format, Steps, bring_up_to_date, examine

_NEWEST = ("~", "~")  # sorts after every time and id
_PAGE = 200  # summaries read at a time, so that a slow reader never holds a lock
_CHECK_EVERY = timedelta(days=1)
_CHECKED_AT = "checked_at"
_IN_USE = "in-use:"
_AFTER_IN_USE = "in-use;"  # ";" follows ":"


class SessionStore:
    """Stored sessions, drafts, scorecards and settings in one file.

    Every method that writes returns only after the commit and raises a StoreError otherwise, with
    nothing half written; the same call can then be repeated. All methods raise StoreDamaged when
    what they read is not what was stored. Times are aware datetimes given by the caller.
    """

    def __init__(self, database: Database, token: Callable[[], str]) -> None:
        """Use `SessionStore.open` instead."""
        self.database = database
        self._token = token
        self._mark = _IN_USE + random_token()
        self._marked = False
        self._damaged: set[str] = set()

    @classmethod
    def open(  # noqa: PLR0913 - four of them have defaults that users keep
        cls,
        path: Path,
        now: datetime,
        *,
        read_only: bool = False,
        token: Callable[[], str] = random_token,
        busy_timeout_ms: int = BUSY_TIMEOUT_MS,
        steps: Steps = STEPS,
    ) -> Self:
        """Opens or creates the store in the file `path`, private to its owner.

        When the file cannot be written, the store is opened for reading (see `read_only`). With
        `read_only=True` nothing is checked or written, which lets a damaged store be read as far
        as it goes. `token` makes the random end of session ids; `steps` is for tests.

        Raises StoreDamaged, StoreNewer, StoreUnreachable or another StoreError.
        """
        if not read_only:
            try:
                ensure_private_directory(path.parent)
            except StoreUnreachable:
                if not exists(path):
                    raise
        database = Database(path, read_only=read_only, busy_timeout_ms=busy_timeout_ms)
        try:
            store = cls(database, token)
            store._prepare(now, steps, forced_read_only=read_only)
        except BaseException:
            database.close()
            raise
        return store

    def another(self) -> SessionStore:
        """A second store on the same file, for the thread that calls this; it closes its own."""
        database = Database(
            self.database.path,
            read_only=self.database.read_only,
            busy_timeout_ms=self.database.busy_timeout_ms,
        )
        return SessionStore(database, self._token)

    def close(self) -> None:
        """Closes the store; safe to call twice."""
        if self._marked:
            with suppress(StoreError), self.database.transaction() as connection:
                connection.execute("DELETE FROM meta WHERE key = ?", (self._mark,))
            self._marked = False
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether writing is impossible; history and reports still work."""
        return self.database.read_only

    @property
    def damaged_sessions(self) -> tuple[str, ...]:
        """Ids of sessions that `history` and `unfinished` left out because they are damaged."""
        return tuple(sorted(self._damaged))

    # Playing

    def start(self, header: SessionHeader) -> str:
        """Stores a new session and returns its id, which sorts by `header.started_at`."""
        try:
            header.check()
            started = header.started()
        except (ValueError, OverflowError) as error:
            raise NotSaved("entry.refused", reason=str(error)) from error
        text = storable(header.to_json())
        with self.database.transaction() as connection:
            new_id = session_id(started, self._token())
            while rows.has_session(connection, new_id):
                new_id = session_id(started, self._token() + random_token())
            rows.insert_session(connection, rows.new_row(new_id, header, text))
            self._mark_in_use(connection)
        self._marked = True
        return new_id

    def append(
        self,
        session_id: str,
        seq: int,
        event: Mapping[str, JSON],
        now: datetime,
        *,
        keep_draft: bool = False,
    ) -> None:
        """Stores event number `seq` (from 0, without gaps) and deletes the draft unless it stays.

        A draft stays when the event is not the reply it was to become: a silence, a desk action.

        Storing the identical event again is no error, so a failed call can be repeated. Raises
        SequenceClash for another event at this number or a gap, NotSaved for a session that is
        over, for text with NUL or lone surrogates, or for an event without "kind".
        """
        if not isinstance(event.get("kind"), str):
            raise NotSaved("entry.refused", reason='an entry without "kind"')
        body = storable(event)
        saved_at = utc_text(now)
        with self.database.transaction() as connection:
            row = rows.read_session(connection, session_id)
            if not self._already_there(row, seq, body):
                _require_open(row)
                row = rows.append_event(connection, row, saved_at, body)
                rows.update_session(connection, row)
                self._mark_in_use(connection)
            # Also on a repetition: a draft saved late must not outlive the reply it became.
            if seq == row.event_count - 1 and not keep_draft:
                connection.execute("DELETE FROM draft WHERE session_id = ?", (session_id,))
        self._marked = True
        self._read_back(session_id, seq, body)

    def save_draft(
        self, session_id: str, text: str, now: datetime, *, seq: int | None = None
    ) -> bool:
        """Keeps the half-typed reply of a session; empty text deletes it.

        `seq` is the number that the reply will have: when that event is already stored, or the
        session is over, the draft came too late and is dropped. Returns whether it was kept.
        """
        clean_text(text)
        with self.database.transaction() as connection:
            row = rows.read_session(connection, session_id)
            if row.state != "open" or (seq is not None and seq < row.event_count):
                return False
            connection.execute("DELETE FROM draft WHERE session_id = ?", (session_id,))
            if text:
                connection.execute(
                    "INSERT INTO draft (session_id, saved_at, body) VALUES (?, ?, ?)",
                    (session_id, utc_text(now), text),
                )
            self._mark_in_use(connection)
        self._marked = True
        return bool(text)

    def draft(self, session_id: str) -> str | None:
        """The half-typed reply of a session, if there is one."""
        with self.database.snapshot() as connection:
            rows.read_session(connection, session_id)
            found = connection.execute(
                "SELECT body FROM draft WHERE session_id = ?", (session_id,)
            ).fetchone()
        return str(found[0]) if found else None

    def finish(  # noqa: PLR0913 - one call, since it is one transaction
        self,
        session_id: str,
        ending: str,
        scorecard_json: str | None,
        versions: Mapping[str, str],
        now: datetime,
        *,
        digest: Mapping[str, JSON] | None = None,
    ) -> None:
        """Ends a session, with its first scorecard unless that is None.

        `versions` tells what the scorecard was made with; `digest` is a few figures for lists.
        Repeating the call is no error; NotSaved when it already ended otherwise.
        """
        clean_text(ending)
        texts = None
        if scorecard_json is not None:
            texts = _scorecard_texts(scorecard_json, versions, digest)
        with self.database.transaction() as connection:
            row = rows.read_session(connection, session_id)
            if row.state == "ended" and row.ending == ending:
                return
            _require_open(row)
            ended = replace(row, state="ended", ending=ending, ended_at=utc_text(now))
            if texts is not None:
                ended = rows.append_scorecard(connection, ended, utc_text(now), texts)
            rows.update_session(connection, ended)
            connection.execute("DELETE FROM draft WHERE session_id = ?", (session_id,))
            self._mark_in_use(connection)
        self._marked = True

    def abandon(self, session_id: str) -> None:
        """Gives an open session up: it is no longer offered to be resumed. Deletes its draft."""
        with self.database.transaction() as connection:
            row = rows.read_session(connection, session_id)
            if row.state == "abandoned":
                return
            _require_open(row)
            rows.update_session(connection, replace(row, state="abandoned"))
            connection.execute("DELETE FROM draft WHERE session_id = ?", (session_id,))
            self._mark_in_use(connection)
        self._marked = True

    # Scorecards

    def add_scorecard(
        self,
        session_id: str,
        scorecard_json: str,
        versions: Mapping[str, str],
        now: datetime,
        *,
        digest: Mapping[str, JSON] | None = None,
    ) -> int:
        """Adds a scorecard (JSON text) beside the earlier ones and returns its number."""
        texts = _scorecard_texts(scorecard_json, versions, digest)
        with self.database.transaction() as connection:
            row = rows.read_session(connection, session_id)
            row = rows.append_scorecard(connection, row, utc_text(now), texts)
            rows.update_session(connection, row)
            self._mark_in_use(connection)
        self._marked = True
        return row.scorecard_count

    def scorecards(self, session_id: str) -> list[StoredScorecard]:
        """All scorecards of a session, oldest first."""
        with self.database.snapshot() as connection:
            row = rows.read_session(connection, session_id)
            return rows.read_scorecards(connection, row)

    # Reading

    def load(self, session_id: str) -> StoredSession:
        """A session with every hash verified; StoreDamaged names the session and the turn."""
        with self.database.snapshot() as connection:
            return rows.load_session(connection, session_id)

    def unfinished(self, trainee: str) -> list[SessionSummary]:
        """The trainee's open sessions, newest first."""
        return list(self._summaries("trainee = ? AND state = 'open'", (trainee,), None))

    def history(
        self, trainee: str | None = None, limit: int | None = None
    ) -> Iterator[SessionSummary]:
        """Sessions of one or all trainees in any state, newest first, at most `limit`.

        Read in small portions, so no lock is held between two items. Damaged sessions are left
        out and named in `damaged_sessions`.
        """
        if trainee is None:
            return self._summaries("true", (), limit)
        return self._summaries("trainee = ?", (trainee,), limit)

    def resolve(self, prefix: str) -> str:
        """The id of the one session whose id begins so; UnknownSession or AmbiguousSession."""
        wanted = prefix.strip().lower()
        if not wanted or not wanted.isascii():
            raise UnknownSession("session.unknown", session=prefix)
        with self.database.snapshot() as connection:
            found = [
                str(row[0])
                for row in connection.execute(
                    "SELECT id FROM session WHERE id >= ? AND id < ? ORDER BY id LIMIT 4",
                    (wanted, wanted + "\U0010ffff"),
                )
            ]
        if not found:
            raise UnknownSession("session.unknown", session=prefix)
        if len(found) > 1 and found[0] != wanted:
            examples = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
            raise AmbiguousSession("session.ambiguous", session=prefix, examples=examples)
        return found[0]

    # Settings

    def setting(self, key: str) -> str | None:
        """A remembered choice such as language or theme, or None."""
        with self.database.snapshot() as connection:
            found = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else None

    def set_setting(self, key: str, value: str | None) -> None:
        """Remembers a choice; None forgets it."""
        clean_text(key)
        clean_text(value or "")
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM setting WHERE key = ?", (key,))
            if value is not None:
                connection.execute("INSERT INTO setting (key, value) VALUES (?, ?)", (key, value))

    # Care

    def check(self, full: bool) -> CheckReport:
        """Looks for damage; with `full` also verifies every index and every hash."""
        return check(self.database, full)

    def backup(self, target: Path) -> Path:
        """Copies the store, also while it is in use, into the new file `target` and checks it."""
        return back_up(self.database, target)

    def export_session(self, session_id: str) -> dict[str, Any]:
        """Everything about a session as a JSON-ready object with "schema_version": 1."""
        with self.database.snapshot() as connection:
            return transfer.export_session(connection, session_id)

    def import_session(self, exported: Mapping[str, Any]) -> str:
        """Stores an exported session and returns its id; ImportRefused when it is not sound."""
        parcel = transfer.unpack(exported)
        with self.database.transaction() as connection:
            transfer.store_parcel(connection, parcel)
            self._mark_in_use(connection)
        self._marked = True
        return parcel.row.id

    # Inside

    def _prepare(self, now: datetime, steps: Steps, *, forced_read_only: bool) -> None:
        database = self.database
        path = str(database.path)
        with database.snapshot() as connection:
            form = examine(connection, path, steps)
        if database.read_only:
            if form is not Format.CURRENT:
                raise StoreReadOnly("store.read-only", path=path)
            if not forced_read_only:
                database.quick_check()
            return
        if form is not Format.CURRENT:
            self._migrate(now, steps, keep_copy=form is Format.OLDER)
        elif self._check_due(now):
            database.quick_check()
            with suppress(StoreError):  # a full disk must not hide the history
                self._remember_check(now)

    def _migrate(self, now: datetime, steps: Steps, *, keep_copy: bool) -> None:
        database = self.database
        if keep_copy:
            database.quick_check()
            with database.snapshot() as connection:
                version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            back_up_before_migration(database, version, now)
        with database.transaction() as connection:
            bring_up_to_date(connection, steps)
            self._write_check(connection, now)

    def _check_due(self, now: datetime) -> bool:
        """Whether the last check is a day old or a program ended without closing the store.

        Marks of programs that still run look the same; then the check is made once too often.
        """
        with self.database.snapshot() as connection:
            marked = connection.execute(
                "SELECT 1 FROM meta WHERE key > ? AND key < ?", (_IN_USE, _AFTER_IN_USE)
            ).fetchone()
            last = connection.execute(
                "SELECT value FROM meta WHERE key = ?", (_CHECKED_AT,)
            ).fetchone()
        if marked or last is None:
            return True
        try:
            age = now - datetime.fromisoformat(last[0])
        except (TypeError, ValueError):
            return True
        return not timedelta(0) <= age < _CHECK_EVERY  # negative: the clock was set back

    def _remember_check(self, now: datetime) -> None:
        with self.database.transaction() as connection:
            connection.execute(
                "DELETE FROM meta WHERE key > ? AND key < ?", (_IN_USE, _AFTER_IN_USE)
            )
            self._write_check(connection, now)

    def _write_check(self, connection: Any, now: datetime) -> None:
        connection.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_CHECKED_AT, utc_text(now))
        )

    def _mark_in_use(self, connection: Any) -> None:
        # Rides along with the first write, so that it costs no commit of its own.
        if not self._marked:
            connection.execute(
                "INSERT OR REPLACE INTO meta (key, value) VALUES (?, '')", (self._mark,)
            )

    def _already_there(self, row: rows.SessionRow, seq: int, body: str) -> bool:
        if seq == row.event_count:
            return False
        if seq < 0 or seq > row.event_count:
            raise SequenceClash("entry.gap", session=row.id, turn=seq + 1, count=row.event_count)
        stored = rows.read_event(self.database.connection, row.id, seq)
        if stored is None:
            raise rows.damaged_turn(row.id, seq)
        if stored[2] != body:
            raise SequenceClash("entry.clash", session=row.id, turn=seq + 1)
        return True

    def _read_back(self, session_id: str, seq: int, body: str) -> None:
        with self.database.snapshot() as connection:
            stored = rows.read_event(connection, session_id, seq)
        if stored is None or stored[2] != body:
            raise NotSaved("entry.readback", session=session_id, turn=seq + 1)

    def _summaries(
        self, condition: str, values: tuple[str, ...], limit: int | None
    ) -> Iterator[SessionSummary]:
        given = 0
        after = _NEWEST
        while limit is None or given < limit:
            with self.database.snapshot() as connection:
                page = rows.read_summaries(
                    connection,
                    f"WHERE {condition} AND (started_at, id) < (?, ?)"
                    f" ORDER BY started_at DESC, id DESC LIMIT {_PAGE}",
                    (*values, *after),
                )
            for raw in page:
                summary = self._sound_summary(raw)
                if summary is None:
                    continue
                if limit is not None and given >= limit:
                    return
                given += 1
                yield summary
            if len(page) < _PAGE:
                return
            after = self._further(after, (page[-1][3], page[-1][0]))

    def _further(self, before: tuple[str, str], last: tuple[Any, Any]) -> tuple[str, str]:
        # A damaged time must not send the reader round in circles.
        if not all(isinstance(part, str) for part in last) or last >= before:
            raise rows.damaged_header(last[1])
        return last

    def _sound_summary(self, raw: tuple[Any, ...]) -> SessionSummary | None:
        try:
            return rows.summary(raw)
        except StoreDamaged:
            self._damaged.add(str(raw[0]))
            return None


def _require_open(row: rows.SessionRow) -> None:
    if row.state != "open":
        raise NotSaved("session.closed", session=row.id)


def _scorecard_texts(
    scorecard_json: str,
    versions: Mapping[str, str],
    digest: Mapping[str, JSON] | None,
) -> tuple[str, str | None, str]:
    figures = storable(digest) if digest is not None else None
    return storable(versions), figures, storable(parse(scorecard_json))
