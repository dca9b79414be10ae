"""Writes files whole or not at all: a full disk or a pulled plug leaves the old file, or none."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from simulator.errors import SupportdojoError, UsageError

__all__ = ["write_whole"]


def write_whole(path: Path, parts: Iterable[str], *, encoding: str = "utf-8") -> None:
    """Writes *parts* one after the other to *path*, which is replaced when all are on disk.

    Line ends are written as they are. Raises UsageError where the place cannot be written, and
    SupportdojoError ``output.full`` where there is no room.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with unfinished.open("w", encoding=encoding, newline="") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        import errno

        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise SupportdojoError("output.full") from error
        reason = error.strerror or type(error).__name__
        raise UsageError("usage.unwritable", file=str(path), reason=reason) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
