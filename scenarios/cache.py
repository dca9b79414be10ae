"""Keeps decoded and checked files as JSON, so that only a changed file is read from YAML again.

An entry is named by what it was made from: the bytes of the sources and the code that read them.
So an entry is never out of date, only unused, and unused ones are thrown away. JSON and nothing
that could run: an entry that is damaged, foreign or forged is treated as if it were not there.
Which folder is used, and what is worth keeping, is the caller's business; problems are not kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from scenarios.freeze import from_plain, to_plain
from scenarios.text import is_clean

__all__ = ["Cache"]

T = TypeVar("T")

_FORMAT: Final = "1"
"""Changes whenever entries are written differently from before."""
_SUFFIX: Final = ".json"
_MAX_BYTES: Final = 16_000_000
_KEPT_DAYS: Final = 30
_SECONDS_A_DAY: Final = 86_400


class Cache:
    """Values by their sources, in a folder of their own; never raises for what it finds there.

    *code* are the folders of the modules that read and check the sources; a change in any of them
    makes all entries unused. Safe for several threads and processes.
    """

    def __init__(self, folder: Path, code: Iterable[Path] = ()) -> None:
        self.folder = folder
        self._code = (Path(__file__).parent, *code)

    def beside(self, *code: Path) -> Cache:
        """The same folder for values that other modules decide about, too."""
        return Cache(self.folder, [*self._code[1:], *code])

    def load(self, into: type[T], sources: Iterable[bytes]) -> T | None:
        """The value that was kept for these sources, or None."""
        try:
            text = self._read(self._file(into, sources))
            seal, _, body = text.partition("\n")
            if seal != _seal(body) or not _harmless(body):
                return None
            return from_plain(into, json.loads(body))
        except (OSError, ValueError, RecursionError):
            return None

    def save(self, into: type[T], sources: Iterable[bytes], value: T) -> None:
        """Keep *value*; where that is impossible, nothing happens."""
        body = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
        if not _harmless(body):
            return
        with suppress(OSError, ValueError):
            self._write(self._file(into, sources), f"{_seal(body)}\n{body}".encode())

    def _file(self, into: object, sources: Iterable[bytes]) -> Path:
        name = hashlib.sha256(f"{_FORMAT}\n{into}\n".encode())
        name.update(_fingerprint(self._code))
        for source in sources:
            name.update(hashlib.sha256(source).digest())
        return self.folder / f"{name.hexdigest()}{_SUFFIX}"

    def _read(self, file: Path) -> str:
        with file.open("rb") as stream:
            status = os.fstat(stream.fileno())
            if not _is_own(status) or status.st_size > _MAX_BYTES:
                raise PermissionError(file)
            data = stream.read(_MAX_BYTES)
        if time.time() - status.st_mtime > _SECONDS_A_DAY:
            with suppress(OSError):
                os.utime(file)  # in use: not to be thrown away
        return data.decode("utf-8")

    def _write(self, file: Path, data: bytes) -> None:
        self.folder.mkdir(mode=0o700, exist_ok=True)  # what is above it is not ours to make
        self._forget_unused()
        import tempfile  # a usual start writes nothing

        # mkstemp makes the file 0600; a reader sees the whole entry or none.
        number, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(data)
            Path(name).replace(file)
        except OSError:
            with suppress(OSError):
                Path(name).unlink()
            raise

    def _forget_unused(self) -> None:
        oldest = time.time() - _KEPT_DAYS * _SECONDS_A_DAY
        for entry in self.folder.iterdir():
            if entry.suffix in (_SUFFIX, ".part"):
                with suppress(OSError):
                    if entry.lstat().st_mtime < oldest:
                        entry.unlink()


def _is_own(status: os.stat_result) -> bool:
    """A plain file that only this user could have written."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if os.name != "posix":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def _harmless(body: str) -> bool:
    r"""Whether all texts are clean, as those from files are; ``\u`` could hide anything."""
    return "\\u" not in body and is_clean(body)


@cache
def _fingerprint(folders: tuple[Path, ...]) -> bytes:
    """sha256 over the modules that decide what a source means and whether it is sound."""
    total = hashlib.sha256()
    for folder in folders:
        for module in sorted(folder.glob("*.py")):
            total.update(
                module.name.encode() + b"\0" + hashlib.sha256(module.read_bytes()).digest()
            )
    return total.digest()
