"""Copies of the store that are sound even while it is written to.

SQLite's backup interface is the only way used: a plain file copy of a store in use can be
damaged. When to make a copy is decided by the callers.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from simulator.errors import StoreDamaged, StoreLocked, StoreUnreachable, UsageError
from simulator.machine.files import require_not_kept
from simulator.machine.paths import ensure_private_directory
from simulator.store.canonical import random_token
from simulator.store.connection import Database, file_uri, translated

DIRECTORY = "backups"
KEPT = 10


def back_up(database: Database, target: Path) -> Path:
    """Copies the store into the new file `target` (0600) and verifies the copy.

    Raises UsageError when `target` exists, StoreError of the matching kind otherwise; no partial
    file is left.
    """
    if target.exists():
        raise UsageError("file.exists", path=str(target))
    require_not_kept(target)
    unfinished = target.with_name(f"{target.name}.partial-{random_token()}")
    try:
        _create(unfinished)
        _copy(database, unfinished)
        _publish(unfinished, target)
    except StoreDamaged as error:  # the copy was new: the damage is in the store
        detail = error.details.get("detail", "")
        raise StoreDamaged("store.damaged", path=str(database.path), detail=detail) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return target


def back_up_before_migration(database: Database, version: int, now: datetime) -> Path:
    """A copy in `backups/` beside the store; the newest ten copies are kept."""
    directory = database.path.parent / DIRECTORY
    ensure_private_directory(directory)
    moment = now.astimezone(UTC)
    name = f"{moment:%Y%m%d-%H%M%S-%f}-format-{version}-{random_token()}.db"
    target = directory / name
    back_up(database, target)
    for old in backups(directory)[KEPT:]:
        with suppress(OSError):
            old.unlink()
    return target


def backups(directory: Path) -> list[Path]:
    """The copies in a directory, newest first (their names begin with the time)."""
    return sorted(directory.glob("*.db"), reverse=True)


def _create(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreUnreachable("usage.unwritable", file=str(path.parent), reason=reason) from error


def _copy(database: Database, path: Path) -> None:
    with (
        translated(path),
        closing(sqlite3.connect(f"{file_uri(path)}?mode=rw", uri=True)) as copy,
    ):
        copy.execute("PRAGMA synchronous = EXTRA")
        database.connection.backup(copy, progress=partial(_give_up_when_locked, database.path))
        answer = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if answer is None or answer[0] != "ok":
            detail = str(answer[0]) if answer else "no answer"
            raise StoreDamaged("store.damaged", path=str(database.path), detail=detail)


def _give_up_when_locked(path: Path, status: int, _remaining: int, _total: int) -> None:
    # Each step has waited for the busy timeout already; sqlite3 would go on for ever.
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise StoreLocked("store.locked", path=str(path))


def put_new(unfinished: Path, target: Path) -> None:
    """Gives a file that is whole its name; one that is there meanwhile is left as it is."""
    try:
        try:
            os.link(unfinished, target)
        except FileExistsError:
            return
        except OSError:  # a file system without links
            if target.exists():
                return
            unfinished.replace(target)
        _settle(target.parent)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise StoreUnreachable("store.unreachable", path=str(target), detail=detail) from error


def _settle(folder: Path) -> None:
    """The new name must survive a power cut as well."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _publish(unfinished: Path, target: Path) -> None:
    try:
        unfinished.replace(target)
        _settle(target.parent)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise StoreUnreachable("store.unreachable", path=str(target), detail=detail) from error
