"""Writes files whole or not at all: a full disk or a pulled plug leaves the old file, or none.

Nothing that is written to be handed on takes the place of what is kept: the store, its journal, a
copy of it, any other database, and whatever else the data directory keeps for the program itself.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from simulator.errors import SupportdojoError, UsageError
from simulator.machine.paths import (
    cache_path,
    data_directory,
    log_path,
    outbox_path,
    password_path,
    programmes_path,
    settings_path,
    signing_key_path,
    store_path,
)

__all__ = ["NO_ROOM", "made_folder", "require_not_kept", "write_whole"]

NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says where no more can be written: the disk, one's share of it, or the file is full."""

_DATABASE: Final = b"SQLite format 3\0"
"""What the file of a SQLite database begins with."""
_BESIDE: Final = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a database, and takes for a part of it."""


def require_not_kept(path: Path) -> None:
    """Raises UsageError where *path* is a database, what belongs to one, or what the program keeps for
    itself in the data directory: keys, settings, programmes, what is still to be sent."""
    real = path.resolve()
    directory = data_directory(os.environ)
    store = store_path(directory).resolve()
    databases = {real.with_name(real.name.removesuffix(end)) for end in _BESIDE} | {real}
    files, folders = _kept(directory)
    kept = {store, *files}
    if (
        databases & kept
        or folders & {real, *real.parents}
        or any(_is_database(one, store) for one in databases)
    ):
        raise UsageError("usage.kept", file=str(path))


def _kept(directory: Path) -> tuple[set[Path], set[Path]]:
    """Files and whole folders that the program keeps for itself, and reads again."""
    files = (password_path, signing_key_path, settings_path, log_path)
    folders = (programmes_path, cache_path, outbox_path)
    return (
        {place(directory).resolve() for place in files},
        {place(directory).resolve() for place in folders},
    )


def _is_database(path: Path, store: Path) -> bool:
    if not path.is_file():
        return False
    # The store itself is never opened here: closing it would drop the locks that SQLite holds on it.
    if store.exists() and path.samefile(store):
        return True
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE


def write_whole(
    path: Path, parts: Iterable[str | bytes], *, encoding: str = "utf-8", own: bool = False
) -> None:
    """Writes *parts* one after the other to *path*, which is replaced when all are on disk.

    Line ends are written as they are. A link stays a link, and what it points to is replaced; what
    is no file (a device, a pipe) is written to as it is and never replaced. Raises UsageError where
    the place cannot be written or is kept (``require_not_kept``; *own* files are what is kept), and SupportdojoError
    ``output.full`` where there is no room.
    """
    try:
        if not own:
            require_not_kept(path)
        if path.exists() and not path.is_file() and not path.is_dir():
            _write(path, parts, encoding)
        else:
            _replace(path.resolve(), parts, encoding)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise SupportdojoError("output.full") from error
        reason = error.strerror or type(error).__name__
        raise UsageError("usage.unwritable", file=str(path), reason=reason) from error
    except (ValueError, RuntimeError) as error:  # a name with NUL, links in a circle
        raise UsageError("usage.unwritable", file=str(path), reason=str(error)) from error


@contextmanager
def made_folder(path: Path) -> Iterator[None]:
    """*path* as a folder; what had to be made for it goes again where the block fails and left it empty."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
        raise


def _replace(path: Path, parts: Iterable[str | bytes], encoding: str) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        _write(unfinished, parts, encoding, durable=True)
        if path.exists():  # who may read it stays
            unfinished.chmod(stat.S_IMODE(path.stat().st_mode))
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink()
    _settle(path.parent)


def _write(
    path: Path, parts: Iterable[str | bytes], encoding: str, *, durable: bool = False
) -> None:
    with path.open("wb") as file:
        for part in parts:
            file.write(part.encode(encoding) if isinstance(part, str) else part)
        if durable:
            file.flush()
            os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """The new name too is on the disk; not every system lets a folder be opened."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
