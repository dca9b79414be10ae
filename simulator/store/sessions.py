"""The one door to the stored sessions; see `SessionStore`.

SQL of rows is in `rows`, the handling of the file in `connection`. What an event or a scorecard
means stays outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from simulator.errors import (
    AmbiguousSession,
    NotAllowed,
    NotSaved,
    SequenceClash,
    SessionClosed,
    SessionGone,
    StoreDamaged,
    StoreError,
    StoreUnreachable,
    UnknownSession,
    UsageError,
)
from simulator.machine.left_out import leave_out
from simulator.machine.paths import ensure_private_directory, exists
from simulator.store import rows, transfer
from simulator.store.backend import Backend, Connection
from simulator.store.backups import back_up, back_up_before_migration, put_new
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
from simulator.store.model import (
    Person,
    Role,
    SessionHeader,
    SessionSummary,
    StoredScorecard,
    StoredSession,
)
from simulator.store.part import Part
from simulator.store.register import Register, person_of
from simulator.store.schema import STEPS, Format, Steps, bring_up_to_date, examine

_NEWEST = ("~", "~")  # sorts after every time and id
_PAGE = 200  # summaries read at a time, so that a slow reader never holds a lock
_CHECK_EVERY = timedelta(days=1)
_CHECKED_AT = "checked_at"
_TRIED = "tried"
_NOBODY = ""
"""A login that nobody has."""
_IN_USE = "in-use:"
_AFTER_IN_USE = "in-use;"  # ";" follows ":"


class SessionStore(Register):
    """Stored sessions, drafts, scorecards, settings, facts and people, in a file or on a server.

    Every method that writes returns only after the commit and raises a StoreError otherwise, with
    nothing half written; the same call can then be repeated. All methods raise StoreDamaged when
    what they read is not what was stored. Times are aware datetimes given by the caller.

    Who uses it, the `viewer`, decides what there is: a trainee sees and writes only their own, and what
    belongs to others does not exist for them. A store without a viewer is its owner's.
    """

    def __init__(
        self, database: Backend, token: Callable[[], str], viewer: Person | None = None
    ) -> None:
        """Use `SessionStore.open` or `SessionStore.connect` instead."""
        super().__init__(database, viewer)
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
        viewer: Person | None = None,
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
            if not exists(path):
                _make_file(path, now, steps)
        database = Database(path, read_only=read_only, busy_timeout_ms=busy_timeout_ms)
        try:
            store = cls(database, token, viewer)
            store.has_facts = _prepare_file(database, now, steps, forced_read_only=read_only)
        except BaseException:
            database.close()
            raise
        return store

    @classmethod
    def connect(
        cls,
        url: str,
        now: datetime,
        *,
        token: Callable[[], str] = random_token,
        steps: Steps = STEPS,
    ) -> Self:
        """Opens the store of a team on PostgreSQL, as the person whose account `url` names.

        Makes or migrates the tables where this account may. Raises StoreUnreachable (no server, no
        login, not set up), StoreNewer or another StoreError; UsageError without the extra.
        """
        from simulator.store.postgres import PostgresDatabase

        database = PostgresDatabase(url)
        try:
            database.prepare(now, steps)
            role = database.role()
            if role is None:
                raise StoreUnreachable("store.no-person", path=database.place, login=database.login)
            store = cls(database, token)
            with database.snapshot() as connection:
                store.viewer = person_of(connection, database.login, cast("Role", role))
        except BaseException:
            database.close()
            raise
        return store

    def another(self) -> SessionStore:
        """A second store on the same data, for the thread that calls this; it closes its own."""
        return SessionStore(self.database.another(), self._token, self.viewer)

    def seen_by(self, viewer: Person) -> SessionStore:
        """A second store on the same data, as far as *viewer* may see it."""
        return SessionStore(self.database.another(), self._token, viewer)

    def close(self) -> None:
        """Closes the store; safe to call twice."""
        if self._marked and self.database.watches_file:
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
        self._require_own(header.trainee)
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
        SequenceClash for another event at this number or a gap, SessionClosed for a session that is
        over, NotSaved for text with NUL or lone surrogates, or for an event without "kind".
        """
        if not isinstance(event.get("kind"), str):
            raise NotSaved("entry.refused", reason='an entry without "kind"')
        body = storable(event)
        saved_at = utc_text(now)
        with self.database.transaction() as connection:
            row = self._row(connection, session_id, write=True)
            if not self._already_there(connection, row, seq, body):
                _require_open(row)
                row = rows.append_event(connection, row, saved_at, body)
                rows.update_session(connection, row)
                self._mark_in_use(connection)
            # Also on a repetition: a draft saved late must not outlive the reply it became.
            if seq == row.event_count - 1 and not keep_draft:
                connection.execute("DELETE FROM draft WHERE session_id = ?", (session_id,))
        self._marked = True
        if self.database.watches_file:  # a server has answered for its disk already
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
            row = self._row(connection, session_id, write=True)
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
            self._row(connection, session_id)
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
            row = self._row(connection, session_id, write=True)
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
            row = self._row(connection, session_id, write=True)
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
            row = self._row(connection, session_id, write=True, leads=True)
            row = rows.append_scorecard(connection, row, utc_text(now), texts)
            rows.update_session(connection, row)
            self._mark_in_use(connection)
        self._marked = True
        return row.scorecard_count

    def scorecards(self, session_id: str) -> list[StoredScorecard]:
        """All scorecards of a session, oldest first."""
        with self._noticing(session_id), self.database.snapshot() as connection:
            row = self._row(connection, session_id)
            return rows.read_scorecards(connection, row)

    # Reading

    def load(self, session_id: str) -> StoredSession:
        """A session with every hash verified; StoreDamaged names the session and the turn."""
        with self._noticing(session_id), self.database.snapshot() as connection:
            self._row(connection, session_id)
            return rows.load_session(connection, session_id)

    def unfinished(self, trainee: str) -> list[SessionSummary]:
        """The trainee's open sessions, newest first."""
        if not self._may_see(trainee):
            return []
        return list(self._summaries("trainee = ? AND state = 'open'", (trainee,), None))

    def history(
        self, trainee: str | None = None, limit: int | None = None
    ) -> Iterator[SessionSummary]:
        """Sessions of one or all trainees in any state, newest first, at most `limit`.

        Read in small portions, so no lock is held between two items. Damaged sessions are left
        out and named in `damaged_sessions` and in `simulator.machine.left_out`.
        """
        if trainee is None and self.sees_all:
            return self._summaries("1 = 1", (), limit)
        if trainee is None or not self._may_see(trainee):
            trainee = self._login if trainee is None else _NOBODY
        return self._summaries("trainee = ?", (trainee,), limit)

    def of_occasion(self, occasion: str, trainee: str | None = None) -> list[SessionSummary]:
        """What one or all trainees practised for *occasion*, oldest first; damaged ones left out.

        As quick with ten thousand sessions beside them as with none: they have an index.
        """
        if trainee is None and not self.sees_all:
            trainee = self._login
        if not self.has_facts or (trainee is not None and not self._may_see(trainee)):
            return []
        values = (occasion,) if trainee is None else (occasion, trainee)
        with self.database.snapshot() as connection:
            found = rows.read_summaries(
                connection,
                "WHERE occasion = ?" + ("" if trainee is None else " AND trainee = ?"),
                values,
            )
        sound = [s for s in map(self._sound_summary, found) if s is not None]
        mine = [s for s in sound if s.header.occasion == occasion]  # the header is the truth
        return sorted(mine, key=lambda s: (s.header.started(), s.id))

    def resolve(self, prefix: str) -> str:
        """The id of the one session whose id begins so; UnknownSession or AmbiguousSession."""
        wanted = prefix.strip().lower()
        if not wanted or not wanted.isascii():
            raise UnknownSession("session.unknown", session=prefix)
        with self.database.snapshot() as connection:
            found = [
                str(row[0])
                for row in connection.execute(
                    "SELECT id FROM session WHERE id >= ? AND id < ?"
                    " AND (1 = ? OR trainee = ?) ORDER BY id LIMIT 4",
                    (wanted, wanted + "\U0010ffff", int(self.sees_all), self._login),
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

    def try_writing(self) -> None:
        """Writes to the file and takes it back; raises the StoreError that a contact would meet."""
        if self.database.watches_file:
            with self.database.transaction() as connection:
                rows.put_meta(connection, _TRIED, "")
                connection.execute("DELETE FROM meta WHERE key = ?", (_TRIED,))

    def check(self, full: bool) -> CheckReport:
        """Looks for damage; with `full` also verifies every index and every hash."""
        return check(self.database, full, entries=self.has_facts)

    def backup(self, target: Path) -> Path:
        """Copies the store, also while it is in use, into the new file `target` and checks it."""
        return back_up(self._file(), target)

    def export_session(self, session_id: str) -> dict[str, Any]:
        """Everything about a session as a JSON-ready object with "schema_version": 1."""
        with self._noticing(session_id), self.database.snapshot() as connection:
            self._row(connection, session_id)
            return transfer.export_session(connection, session_id)

    def holds(self, exported: Mapping[str, Any]) -> bool:
        """Whether a session of the same id as an exported one is stored already."""
        with self.database.snapshot() as connection:
            return rows.has_session(connection, Part(exported)["id"].text())

    def import_session(self, exported: Mapping[str, Any]) -> str:
        """Stores an exported session and returns its id; ImportRefused when it is not sound."""
        parcel = transfer.unpack(exported)
        self._require_own(parcel.row.trainee)
        with self.database.transaction() as connection:
            transfer.store_parcel(connection, parcel)
            self._mark_in_use(connection)
        self._marked = True
        return parcel.row.id

    # Inside

    def _row(
        self, connection: Connection, session_id: str, *, write: bool = False, leads: bool = False
    ) -> rows.SessionRow:
        """The row of a session that the viewer may see, or change; for others it does not exist."""
        lock = self.database.lock if write else ""
        try:
            row = rows.read_session(connection, session_id, lock)
            if not self._may_see(row.trainee):
                raise UnknownSession("session.unknown", session=session_id)
        except UnknownSession as error:
            if write:  # whoever writes to it has had it
                raise SessionGone("session.gone", session=session_id) from error
            raise
        if write:
            self._require_own(row.trainee, leads=leads)
        return row

    def _require_own(self, trainee: str, *, leads: bool = True) -> None:
        """What others do is theirs: a lead may take it in whole, and add nothing to it."""
        if self.viewer is None or trainee == self.viewer.login or (leads and self.sees_all):
            return
        raise NotAllowed("not-allowed")

    def _file(self) -> Database:
        if not isinstance(self.database, Database):
            raise UsageError("store.on-server", path=self.database.place)
        return self.database

    def _mark_in_use(self, connection: Connection) -> None:
        # Rides along with the first write, so that it costs no commit of its own.
        if not self._marked and self.database.watches_file:
            rows.put_meta(connection, self._mark, "")

    def _already_there(
        self, connection: Connection, row: rows.SessionRow, seq: int, body: str
    ) -> bool:
        if seq == row.event_count:
            return False
        if seq < 0 or seq > row.event_count:
            raise SequenceClash("entry.gap", session=row.id, turn=seq + 1, count=row.event_count)
        stored = rows.read_event(connection, row.id, seq)
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
                self._leave_out_timeless(condition, values)
                return
            after = self._further(after, (page[-1][3], page[-1][0]))

    def _leave_out_timeless(self, condition: str, values: tuple[str, ...]) -> None:
        """Those whose time is none, so that they have no place in the order of the others."""
        with self.database.snapshot() as connection:
            found = connection.execute(
                f"SELECT id FROM session WHERE {condition} AND NOT started_at < '~'",  # noqa: S608
                values,
            ).fetchall()
        for (found_id,) in found:
            self._leave_out(str(found_id))

    def _further(self, before: tuple[str, str], last: tuple[Any, Any]) -> tuple[str, str]:
        # A damaged time must not send the reader round in circles.
        if not all(isinstance(part, str) for part in last) or last >= before:
            raise rows.damaged_header(last[1])
        return last

    def _sound_summary(self, raw: tuple[Any, ...]) -> SessionSummary | None:
        try:
            return rows.summary(raw)
        except StoreDamaged:
            self._leave_out(str(raw[0]))
            return None

    def _leave_out(self, session_id: str) -> None:
        self._damaged.add(session_id)
        leave_out("contacts", session_id)

    @contextmanager
    def _noticing(self, session_id: str) -> Iterator[None]:
        """A damaged session is named also where whoever asked for it goes on without it."""
        try:
            yield
        except StoreDamaged:
            leave_out("contacts", session_id)
            raise


def _make_file(path: Path, now: datetime, steps: Steps) -> None:
    """Makes a new store under another name and puts it in its place when it is whole.

    So a store that holds nothing at all was emptied by something else, and is never taken for a new one.
    """
    unfinished = path.with_name(f".{path.name}.new-{random_token()}")
    try:
        database = Database(unfinished, read_only=False, busy_timeout_ms=BUSY_TIMEOUT_MS, new=True)
        try:
            if not database.read_only:
                _migrate(database, now, steps, keep_copy=False)
        finally:
            database.close()
        put_new(unfinished, path)
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _prepare_file(
    database: Database, now: datetime, steps: Steps, *, forced_read_only: bool
) -> bool:
    """Migrates or checks the file; whether it has facts (one from before, only read, has not)."""
    path = str(database.path)
    with database.snapshot() as connection:
        form = examine(connection, path, steps)
    if form is Format.EMPTY:
        raise StoreDamaged("store.empty", path=path)
    if database.read_only:
        if not forced_read_only:
            database.quick_check()
        return form is Format.CURRENT
    if form is not Format.CURRENT:
        _migrate(database, now, steps, keep_copy=True)
    elif _check_due(database, now):
        database.quick_check()
        with suppress(StoreError):  # a full disk must not hide the history
            _remember_check(database, now)
    return True


def _migrate(database: Database, now: datetime, steps: Steps, *, keep_copy: bool) -> None:
    if keep_copy:
        database.quick_check()
        with database.snapshot() as connection:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        back_up_before_migration(database, version, now)
    with database.transaction() as connection:
        bring_up_to_date(connection, steps)
        rows.put_meta(connection, _CHECKED_AT, utc_text(now))


def _check_due(database: Database, now: datetime) -> bool:
    """Whether the last check is a day old or a program ended without closing the store.

    Marks of programs that still run look the same; then the check is made once too often.
    """
    with database.snapshot() as connection:
        marked = connection.execute(
            "SELECT 1 FROM meta WHERE key > ? AND key < ?", (_IN_USE, _AFTER_IN_USE)
        ).fetchone()
        last = connection.execute("SELECT value FROM meta WHERE key = ?", (_CHECKED_AT,)).fetchone()
    if marked or last is None:
        return True
    try:
        age = now - datetime.fromisoformat(last[0])
    except (TypeError, ValueError):
        return True
    return not timedelta(0) <= age < _CHECK_EVERY  # negative: the clock was set back


def _remember_check(database: Database, now: datetime) -> None:
    with database.transaction() as connection:
        connection.execute("DELETE FROM meta WHERE key > ? AND key < ?", (_IN_USE, _AFTER_IN_USE))
        rows.put_meta(connection, _CHECKED_AT, utc_text(now))


def _require_open(row: rows.SessionRow) -> None:
    if row.state != "open":
        raise SessionClosed("session.closed", session=row.id)


def _scorecard_texts(
    scorecard_json: str,
    versions: Mapping[str, str],
    digest: Mapping[str, JSON] | None,
) -> tuple[str, str | None, str]:
    figures = storable(digest) if digest is not None else None
    return storable(versions), figures, storable(parse(scorecard_json))
