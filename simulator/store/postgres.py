"""The store on PostgreSQL, for a team: the same tables, and an account of its own for each person.

`psycopg` (extra ``postgres``) is imported when such a store is opened and never before. It is driven
directly: SQLAlchemy's import alone was measured at 280 ms and its statements at six times the cost,
for ten statements that both databases understand as they are.

A connection that was lost is made anew with the next transaction. An entry whose commit was not
answered may be stored or not; storing the identical entry again is no error, so callers just repeat.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from simulator.errors import (
    NotAllowed,
    NotSaved,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreNewer,
    StoreReadOnly,
    StoreUnreachable,
    UnknownSession,
    UsageError,
)
from simulator.store.postgres_schema import PROTECTION, SCHEMA, after_steps, postgres_steps
from simulator.store.schema import STEPS, Steps

if TYPE_CHECKING:
    import psycopg

    from simulator.store.backend import Cursor

__all__ = ["PostgresDatabase", "is_postgres", "require_readable", "shown_url"]

_SCHEMES = ("postgresql", "postgres")
_OPTIONS = (
    f"-c search_path={SCHEMA} -c statement_timeout=30000 -c lock_timeout=10000"
    " -c idle_in_transaction_session_timeout=60000 -c client_encoding=UTF8"
)
_CONNECT_SECONDS = 10
_PASSWORD_BYTES = 12
_FORMAT = "format"
_PROTECTED = "protection"
_LOCK_KEY = 0x53444A4F
"""Of the advisory lock that lets one program migrate at a time."""

_NO_WAY_IN = ("InsufficientPrivilege", "UndefinedTable", "UndefinedFunction")
"""What psycopg calls it where this account has no rights, or no rights any more."""

# SQLSTATE, whole or its class, to the error and its text.
_FAILURES: Mapping[str, tuple[type[StoreError], str]] = {
    "53100": (StoreFull, "store.full"),
    "53200": (StoreFull, "store.full"),
    "53300": (StoreLocked, "store.busy"),
    "55P03": (StoreLocked, "store.locked"),
    "57014": (StoreLocked, "store.locked"),
    "40001": (StoreLocked, "store.locked"),
    "40P01": (StoreLocked, "store.locked"),
    "25006": (StoreReadOnly, "store.read-only"),
    "3D000": (StoreUnreachable, "store.no-database"),
    "28": (StoreUnreachable, "store.login"),
    "22": (NotSaved, "entry.refused"),
    "08": (StoreUnreachable, "store.gone"),
    "57": (StoreUnreachable, "store.gone"),
}


def is_postgres(text: str) -> bool:
    """Whether *text* names a PostgreSQL database."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and "://" in text


def require_readable(url: str) -> None:
    """Raises UsageError for an address with an @ too many, as of a password that is not encoded.

    The server's library would take the rest of the password for the host, and name it in its errors.
    """
    parts = urlsplit(url)
    beyond = "@" in f"{parts.path}{parts.query}{parts.fragment}"
    if parts.netloc.count("@") > 1 or (beyond and "@" not in parts.netloc):
        raise UsageError("store.url-at")


def shown_url(url: str) -> str:
    """*url* without its password, for messages."""
    parts = urlsplit(url)
    name, at, host = parts.netloc.rpartition("@")
    login = name.partition(":")[0]
    return urlunsplit((parts.scheme, f"{login}{at}{host}", parts.path, "", ""))


class _Connection:
    """A psycopg connection that takes the store's statements as they are."""

    def __init__(self, raw: psycopg.Connection[Any]) -> None:
        self.raw = raw

    def execute(self, sql: str, values: Sequence[Any] = (), /) -> Cursor:
        # Our statements hold no other question mark and no per cent sign.
        return self.raw.execute(sql.replace("?", "%s").encode(), values or None)


class PostgresDatabase:
    """One connection of one thread to one database: the PostgreSQL `Backend`."""

    lock = " FOR UPDATE"
    watches_file = False

    def __init__(self, url: str) -> None:
        """Connects; raises StoreError, and UsageError where the extra is not installed."""
        self._url = url
        self._place = shown_url(url)
        self._raw: psycopg.Connection[Any] | None = None
        with self._translated():
            self._live()

    @property
    def place(self) -> str:
        return self._place

    @property
    def read_only(self) -> bool:
        return False

    @property
    def login(self) -> str:
        """The account that is connected."""
        with self._translated():
            return self._live().info.user

    @contextmanager
    def transaction(self) -> Iterator[_Connection]:
        with self._translated():
            raw = self._begun(b"BEGIN")
            try:
                yield _Connection(raw)
                raw.execute(b"COMMIT")
            except BaseException:
                self._roll_back(raw)
                raise

    @contextmanager
    def snapshot(self) -> Iterator[_Connection]:
        with self._translated():
            raw = self._begun(b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                yield _Connection(raw)
            finally:
                self._roll_back(raw)

    def another(self) -> PostgresDatabase:
        return PostgresDatabase(self._url)

    def quick_check(self) -> None:
        """PostgreSQL looks after its own files."""

    def remove_private(self, login: str) -> None:
        """Only the server can delete what not even a lead may read."""
        self._live().execute(b"SELECT dojo_remove_private(%s)", (login,))

    def invite(self, login: str, now: datetime) -> str:
        """The password is made here and reaches the server only salted and hashed (SCRAM)."""
        del now
        import psycopg

        password = secrets.token_urlsafe(_PASSWORD_BYTES)
        raw = self._live()
        verifier = raw.pgconn.encrypt_password(
            password.encode(), login.encode(), b"scram-sha-256"
        ).decode()
        try:
            raw.execute(b"SELECT dojo_invite(%s, %s)", (login, verifier))
        except psycopg.errors.DuplicateObject as error:
            raise UsageError("person.account", login=login) from error
        return password

    def shut_out(self, login: str, *, for_good: bool = False) -> None:
        self._live().execute(b"SELECT dojo_shut_out(%s, %s)", (login, for_good))

    def close(self) -> None:
        if self._raw is not None:
            self._raw.close()

    # Setting up

    def prepare(self, now: datetime, steps: Steps = STEPS) -> None:
        """Makes or migrates the tables where this account may; StoreNewer for a later format."""
        del now
        with self._translated():
            raw = self._live()
            found = self._format(raw)
            if found > len(steps):
                raise StoreNewer("store.newer", path=self.place, found=found, known=len(steps))
            outdated = self._number(raw, _PROTECTED) < PROTECTION if found else True
            if found < len(steps) or (outdated and self._owns(raw)):
                self._migrate(raw, found, steps)

    def role(self) -> str | None:
        """trainee, lead or author; None for an account that is no person of this store."""
        with self.snapshot() as connection:
            row = connection.execute("SELECT dojo_role()").fetchone()
        return None if row is None or row[0] is None else str(row[0])

    def _format(self, raw: psycopg.Connection[Any]) -> int:
        import psycopg

        try:
            there = raw.execute(b"SELECT to_regclass('supportdojo.meta') IS NOT NULL").fetchone()
            if there is None or not there[0]:
                return 0
            return self._number(raw, _FORMAT)
        except (psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedTable) as error:
            # An account of the server that is nobody of ours does not even see the tables.
            login = raw.info.user
            raise StoreUnreachable("store.no-person", path=self.place, login=login) from error

    def _number(self, raw: psycopg.Connection[Any], key: str) -> int:
        row = raw.execute(b"SELECT value FROM meta WHERE key = %s", (key,)).fetchone()
        try:
            return int(row[0]) if row else 0
        except ValueError as error:
            detail = f"meta.{key} = {row[0]!r}" if row else ""
            raise StoreDamaged("store.incomplete", path=self.place, detail=detail) from error

    def _owns(self, raw: psycopg.Connection[Any]) -> bool:
        """Whether this account may make the tables' protection anew."""
        row = raw.execute(
            b"SELECT pg_has_role(session_user, nspowner, 'USAGE') FROM pg_namespace WHERE nspname = %s",
            (SCHEMA,),
        ).fetchone()
        return bool(row and row[0])

    def _migrate(self, raw: psycopg.Connection[Any], found: int, steps: Steps) -> None:
        import psycopg

        try:
            with raw.transaction():
                raw.execute(b"SELECT pg_advisory_xact_lock(%s)", (_LOCK_KEY,))
                found = self._format(raw)  # another program may have been quicker
                raw.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}".encode())
                for step in postgres_steps(steps)[found:]:
                    for statement in step:
                        raw.execute(statement.encode())
                for statement in after_steps():
                    raw.execute(statement.encode())
                for key, number in ((_FORMAT, len(steps)), (_PROTECTED, PROTECTION)):
                    raw.execute(
                        b"INSERT INTO meta (key, value) VALUES (%s, %s)"
                        b" ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                        (key, str(number)),
                    )
        except psycopg.errors.InsufficientPrivilege as error:
            if found:
                raise StoreUnreachable("store.older", path=self.place) from error
            raise StoreUnreachable("store.not-set-up", path=self.place) from error

    # Inside

    def _begun(self, begin: bytes) -> psycopg.Connection[Any]:
        """A connection with a transaction just begun.

        One that has died since its last use is noticed here, where nothing has been asked of it yet,
        so it can be replaced without anybody being told.
        """
        import psycopg

        raw = self._live()
        try:
            raw.execute(begin)
        except psycopg.OperationalError:
            if not raw.closed:
                raise
            raw = self._live()
            raw.execute(begin)
        return raw

    def _live(self) -> psycopg.Connection[Any]:
        if self._raw is None or self._raw.closed:
            self._raw = self._connect()
        return self._raw

    def _connect(self) -> psycopg.Connection[Any]:
        try:
            import psycopg
        except ImportError as error:
            raise UsageError("store.no-postgres") from error
        try:
            return psycopg.connect(
                self._url,
                autocommit=True,
                options=_OPTIONS,
                application_name="supportdojo",
                connect_timeout=_CONNECT_SECONDS,
                keepalives_idle=10,
                tcp_user_timeout=10_000,
            )
        except psycopg.ProgrammingError as error:  # not an address that libpq can read
            raise UsageError("store.url") from error

    def _roll_back(self, raw: psycopg.Connection[Any]) -> None:
        with suppress(Exception):  # what went wrong before is what is told
            if not raw.closed:
                raw.execute(b"ROLLBACK")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turns failures of psycopg inside the block into the matching error for people."""
        try:
            yield
        except (NotAllowed, UnknownSession):
            self._require_in()  # for somebody who is no longer in, nothing is there
            raise
        except (StoreError, UsageError):
            raise
        except UnicodeEncodeError as error:
            raise NotSaved("entry.refused", reason="half of a character (surrogate)") from error
        except Exception as error:
            if type(error).__name__ in _NO_WAY_IN:
                self._require_in()
            translated = self._error(error)
            if translated is None:
                raise
            raise translated from error

    def _require_in(self) -> None:
        """Raises StoreUnreachable for somebody who was shut out or removed while connected."""
        import psycopg

        raw = self._raw
        if raw is None or raw.closed:
            return
        login = raw.info.user
        try:
            found = raw.execute(b"SELECT has_schema_privilege(%s, 'USAGE')", (SCHEMA,)).fetchone()
            standing = (None, None)
            if found and found[0]:
                standing = (
                    raw.execute(b"SELECT dojo_role(), dojo_is_known()").fetchone() or standing
                )
        except psycopg.Error:
            return  # whatever it is, it is told otherwise
        if standing[0] is None and standing[1]:
            raise StoreUnreachable("store.shut-out", path=self.place, login=login)
        if standing[0] is None:
            raise StoreUnreachable("store.removed", path=self.place, login=login)

    def _error(self, error: Exception) -> StoreError | UsageError | None:
        import psycopg

        if not isinstance(error, psycopg.Error) or isinstance(error, psycopg.ProgrammingError):
            if isinstance(error, psycopg.errors.InsufficientPrivilege):
                return NotAllowed("not-allowed")
            if isinstance(error, _missing()):
                detail = _first_line(error)
                return StoreDamaged("store.incomplete", path=self.place, detail=detail)
            return None
        state = error.sqlstate or ""
        detail = _first_line(error)
        found = _FAILURES.get(state) or _FAILURES.get(state[:2])
        if found is None and isinstance(error, psycopg.OperationalError):
            found = (StoreUnreachable, _unanswered(detail))
        kind, text = found or (StoreDamaged, "store.damaged")
        return kind(text, path=self.place, detail=detail, reason=detail)


_BAD_ADDRESS = (
    *("could not translate host name", "invalid port number", "sslmode", "SSL"),
    *("not known", "No address associated", "invalid connection option"),
)
"""What libpq says of an address that no waiting will mend."""


def _missing() -> tuple[type[Exception], ...]:
    """What PostgreSQL answers where something of ours is not there."""
    from psycopg import errors

    return (errors.UndefinedTable, errors.UndefinedColumn, errors.UndefinedFunction)


def _unanswered(detail: str) -> str:
    """Before the login is answered there is no SQLSTATE: only the words tell what went wrong."""
    refused = ("password authentication failed", "no password supplied", "role ", "pg_hba.conf")
    if "too many" in detail or "connection slots" in detail:
        return "store.busy"
    if any(words in detail for words in refused):
        return "store.login"
    if any(words in detail for words in _BAD_ADDRESS):
        return "store.address"
    return (
        "store.no-database"
        if "database " in detail and "does not exist" in detail
        else "store.gone"
    )


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
