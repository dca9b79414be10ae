"""Writes files whole or not at all: a full disk or a pulled plug leaves the old file, or none."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from simulator.errors import SupportdojoError, UsageError

__all__ = ["NO_ROOM", "made_folder", "write_whole"]

NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says where no more can be written: the disk, one's share of it, or the file is full."""


def write_whole(path: Path, parts: Iterable[str | bytes], *, encoding: str = "utf-8") -> None:
    """Writes *parts* one after the other to *path*, which is replaced when all are on disk.

    Line ends are written as they are. A link stays a link, and what it points to is replaced; what
    is no file (a device, a pipe) is written to as it is and never replaced. Raises UsageError where
    the place cannot be written, and SupportdojoError ``output.full`` where there is no room.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            _write(path, parts, encoding)
        else:
            _replace(path.resolve(), parts, encoding)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise SupportdojoError("output.full") from error
        reason = error.strerror or type(error).__name__
        raise UsageError("usage.unwritable", file=str(path), reason=reason) from error
    except ValueError as error:  # a name with NUL
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
