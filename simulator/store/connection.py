"""Opens the SQLite file the safe way and turns SQLite's failures into errors for people.

Measured choices: the rollback journal with synchronous=EXTRA lost no acknowledged transaction in
simulated power cuts, while SQLite's WAL had a rare corruption race up to 3.51.2; BEGIN IMMEDIATE
lets many writers queue where a deferred BEGIN fails. No table or column is known here.

The file is never opened by other means than SQLite: closing a second handle to it would drop this
process's locks.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from simulator.errors import (
    Detail,
    NotSaved,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
    StoreUnreachable,
)
from simulator.machine.paths import exists

BUSY_TIMEOUT_MS = 30_000

# Name, value asked for, value read back.
_PRAGMAS: tuple[tuple[str, str, Detail], ...] = (
    ("trusted_schema", "OFF", 0),  # a file handed in from elsewhere must not run functions
    ("cell_size_check", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),  # deleted words are overwritten with zeros
    ("fullfsync", "ON", 1),  # macOS: plain fsync does not reach the platter
    ("synchronous", "EXTRA", 3),
    ("journal_mode", "DELETE", "delete"),
)
_FAILURES: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_FULL: (StoreFull, "store.full"),
    sqlite3.SQLITE_READONLY: (StoreReadOnly, "store.read-only"),
    sqlite3.SQLITE_BUSY: (StoreLocked, "store.locked"),
    sqlite3.SQLITE_LOCKED: (StoreLocked, "store.locked"),
    sqlite3.SQLITE_CANTOPEN: (StoreUnreachable, "store.unreachable"),
    sqlite3.SQLITE_PERM: (StoreUnreachable, "store.unreachable"),
    sqlite3.SQLITE_AUTH: (StoreUnreachable, "store.unreachable"),
    sqlite3.SQLITE_IOERR: (NotSaved, "store.io"),
    sqlite3.SQLITE_NOLFS: (NotSaved, "store.io"),
    sqlite3.SQLITE_PROTOCOL: (NotSaved, "store.io"),
}
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:")


class Database:
    """One connection of one thread to one file: the SQLite `Backend`."""

    lock = ""  # BEGIN IMMEDIATE lets one writer in at a time
    watches_file = True

    def __init__(
        self, path: Path, *, read_only: bool, busy_timeout_ms: int, new: bool = False
    ) -> None:
        """Opens a file, which has to be there unless it is to be *new*; raises StoreError."""
        self.path = path
        self.busy_timeout_ms = busy_timeout_ms
        if exists(path) and not path.is_file():
            # A pipe would be waited for without end.
            detail = "a directory" if path.is_dir() else "not a file"
            raise StoreUnreachable("store.unreachable", path=str(path), detail=detail)
        if new:
            _create_private(path)
        else:
            _require_there(path)
            if not read_only:
                _make_private(path)
        # A file that cannot be written still gives its history.
        self.read_only = read_only or not _writable(path)
        with translated(path):
            self.connection = self._connect()
            try:
                self._set_up()
                self._identity = _identity(path)
            except BaseException:
                self.connection.close()
                raise

    @property
    def place(self) -> str:
        """The file's path."""
        return str(self.path)

    def another(self) -> Database:
        """A second connection to the same file."""
        return Database(self.path, read_only=self.read_only, busy_timeout_ms=self.busy_timeout_ms)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: committed when the block ends well, else rolled back whole."""
        if self.read_only:
            raise StoreReadOnly("store.read-only", path=str(self.path))
        self._require_in_place()
        with translated(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self._require_in_place()
                self.connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A read transaction: everything read in the block is of one moment. Keep it short."""
        with translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self._roll_back()

    def quick_check(self) -> None:
        """Raises StoreDamaged when SQLite finds the file's structure broken."""
        with translated(self.path):
            answer = self.connection.execute("PRAGMA quick_check(1)").fetchone()
        if answer is None or answer[0] != "ok":
            detail = str(answer[0]) if answer else "no answer"
            raise StoreDamaged("store.damaged", path=str(self.path), detail=detail)

    def remove_private(self, login: str) -> None:
        """The owner of the file sees everything in it, so there is nothing hidden to delete."""

    def invite(self, login: str, now: datetime) -> str | None:  # noqa: ARG002
        """Whoever can open the file is in already."""
        return None

    def shut_out(self, login: str, *, for_good: bool = False) -> None:
        """Whoever can open the file stays in."""

    def close(self) -> None:
        """Closes the connection; safe to call twice."""
        self.connection.close()

    def _connect(self) -> sqlite3.Connection:
        mode = "ro" if self.read_only else "rw"
        return sqlite3.connect(
            f"{file_uri(self.path)}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=self.busy_timeout_ms / 1000,
        )

    def _set_up(self) -> None:
        busy: tuple[str, str, Detail] = (
            "busy_timeout",
            str(self.busy_timeout_ms),
            self.busy_timeout_ms,
        )
        for name, asked, expected in (busy, *_PRAGMAS):
            self.connection.execute(f"PRAGMA {name} = {asked}").fetchall()
            row = self.connection.execute(f"PRAGMA {name}").fetchone()
            if row is None or row[0] != expected:
                raise StoreError(
                    "store.setting",
                    path=str(self.path),
                    name=name,
                    asked=asked,
                    got=str(row[0]) if row else "nothing",
                    version=sqlite3.sqlite_version,
                )

    def _require_in_place(self) -> None:
        """Raises StoreUnreachable where the path leads to another file by now, or to none.

        What is written to a file that has lost its name is gone with this process.
        """
        if _identity(self.path) != self._identity:
            raise StoreUnreachable("store.vanished", path=str(self.path))

    def _roll_back(self) -> None:
        # After a full disk SQLite has often rolled back by itself.
        if self.connection.in_transaction:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")


def file_uri(path: Path) -> str:
    """A path as the URI that SQLite wants, any byte of it kept."""
    text = path.absolute().as_posix()
    quoted = "".join(chr(b) if b in _PLAIN else f"%{b:02X}" for b in os.fsencode(text))
    return "file://" + quoted if quoted.startswith("/") else "file:///" + quoted


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns failures of SQLite inside the block into the matching StoreError."""
    try:
        yield
    except UnicodeEncodeError as error:
        # Asked for with a lone surrogate, as an odd command line can hold.
        raise NotSaved("entry.refused", reason="half of a character (surrogate)") from error
    except UnicodeDecodeError as error:
        raise _damaged(path, "text is not UTF-8") from error
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # wrong use of the module, for example from another thread
    except sqlite3.Error as error:
        raise _store_error(path, error) from error


def _store_error(path: Path, error: sqlite3.Error) -> StoreError:
    # Python's own errors ("Could not decode to UTF-8") carry no code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code == sqlite3.SQLITE_TOOBIG:
        return NotSaved("entry.refused", reason=str(error))
    # Our statements are fixed and checked before: a missing table or a violated key means damage.
    kind, text = _FAILURES.get(code, (StoreDamaged, "store.damaged"))
    return kind(text, path=str(path), detail=str(error))


def _damaged(path: Path, detail: str) -> StoreDamaged:
    return StoreDamaged("store.damaged", path=str(path), detail=detail)


def _require_there(path: Path) -> None:
    """Raises StoreUnreachable, which tells a file that is missing from one that may not be seen."""
    try:
        path.stat()
    except FileNotFoundError:
        raise StoreUnreachable("store.missing", path=str(path)) from None
    except NotADirectoryError:
        raise StoreUnreachable("directory.is-file", path=str(path.parent)) from None
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise StoreUnreachable("store.unreachable", path=str(path), detail=detail) from error


def _create_private(path: Path) -> None:
    """Creates the file for its owner only (0600)."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise StoreUnreachable("store.unreachable", path=str(path), detail=detail) from error


def _make_private(path: Path) -> None:
    """Takes the file away from others (0600), where that may be done."""
    with suppress(OSError):
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another of the same name; None where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _writable(path: Path) -> bool:
    # The journal is created beside the file, so the directory counts too.
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)
