"""Where the program keeps a person's data, and whether that place is fit for it.

Only places and permissions are decided here; what is in the files is the business of
`simulator.store` and others. `platformdirs` is imported only when it is needed.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from simulator.errors import StoreUnreachable

HOME_VARIABLE = "SUPPORTDOJO_HOME"
STORE_NAME = "supportdojo.db"
LOG_NAME = "supportdojo.log"
SETTINGS_NAME = "settings.toml"
CACHE_NAME = "cache"
PASSWORD_NAME = "pgpass"  # noqa: S105 - the name of a file
PROGRAMMES_NAME = "programmes"
OUTBOX_NAME = "lrs-outbox"
SIGNING_KEY_NAME = "signing-key.pem"
NETWORK_DRIVE = "warning.network-drive"
OPEN_DIRECTORY = "warning.open-directory"

NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "lustre"),
        *("glusterfs", "davfs", "beegfs", "gpfs", "orangefs", "vboxsf", "prl_fs", "drvfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.davfs2", "fuse.ceph"),
        *("fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.gcsfuse", "fuse.vmhgfs-fuse"),
    }
)


def data_directory(environ: Mapping[str, str]) -> Path:
    """The directory of all data: SUPPORTDOJO_HOME if set and not empty, else the platform's."""
    chosen = environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        directory = Path(chosen)
        with suppress(RuntimeError):  # "~somebody" who is unknown here: taken as it stands
            directory = directory.expanduser()
        return directory.absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("supportdojo", appauthor=False))


def store_path(directory: Path) -> Path:
    """The file of sessions inside the data directory."""
    return directory / STORE_NAME


def log_path(directory: Path) -> Path:
    """The program's log inside the data directory."""
    return directory / LOG_NAME


def settings_path(directory: Path) -> Path:
    """The file of settings that a person may edit by hand, inside the data directory."""
    return directory / SETTINGS_NAME


def password_path(directory: Path) -> Path:
    """The password file for the team's database inside the data directory."""
    return directory / PASSWORD_NAME


def cache_path(directory: Path) -> Path:
    """The folder of what was read from scenario files, inside the data directory; it may go."""
    return directory / CACHE_NAME


def programmes_path(directory: Path) -> Path:
    """The folder of this person's own programmes, inside the data directory."""
    return directory / PROGRAMMES_NAME


def outbox_path(directory: Path) -> Path:
    """The folder of statements that are still to be sent, inside the data directory."""
    return directory / OUTBOX_NAME


def signing_key_path(directory: Path) -> Path:
    """The file of the key that certificates are signed with, inside the data directory."""
    return directory / SIGNING_KEY_NAME


def ensure_private_directory(path: Path) -> tuple[str, ...]:
    """Make `path` a directory that only its owner can enter (0700), creating it if needed.

    Returns codes of warnings (`OPEN_DIRECTORY` when it had to be left open to others). A
    directory that plainly serves something else (somebody else's, sticky like /tmp, or holding
    other files and no store) is never tightened. Raises StoreUnreachable when it cannot be
    created or written or is a file.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "permission denied")
        tightened = _tightened(path)
    except (FileExistsError, NotADirectoryError):
        raise StoreUnreachable("directory.is-file", path=str(path)) from None
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    return () if tightened else (OPEN_DIRECTORY,)


def is_open(path: Path) -> bool:
    """Whether others on this machine may read or change the file `path`, or replace it in its folder."""
    if os.name != "posix":
        return False
    file, folder = path.stat().st_mode, path.parent.stat().st_mode
    return bool(file & 0o077 or (folder & 0o022 and not folder & stat.S_ISVTX))


def make_private(path: Path) -> None:
    """Take from others what they may do with the file `path`, where that can be done."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        with suppress(OSError):
            path.chmod(0o600)


def exists(path: Path) -> bool:
    """Whether there is something at `path`; False too when that may not be known."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def network_file_system(path: Path) -> str | None:
    """The code `NETWORK_DRIVE` when `path` is on a network drive, else None (also if unknown)."""
    windows = sys.platform == "win32"
    mounts = "" if windows else _read_mounts()
    return NETWORK_DRIVE if network_kind(os.path.realpath(path), mounts, windows) else None


def network_kind(path: str, mounts: str, windows: bool) -> str | None:
    """The kind of network drive that an absolute `path` is on, or None.

    `mounts` is the text of /proc/mounts (ignored on Windows); the kind is the file system's type
    there, "UNC" on Windows.
    """
    if windows:
        return "UNC" if _is_unc(path) else None
    kind = mount_type(path, mounts)
    return kind if kind in NETWORK_TYPES else None


def mount_type(path: str, mounts: str) -> str | None:
    """The file system type of the innermost mount point that holds `path`; None if none does."""
    best: tuple[int, str] | None = None
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = _unescape(fields[1])
        # ">=": of two mounts on the same point the later one is on top.
        if _inside(path, point) and (best is None or len(point) >= best[0]):
            best = (len(point), fields[2])
    return best[1] if best else None


def _inside(path: str, point: str) -> bool:
    return path == point or path.startswith(point.rstrip("/") + "/")


def _unescape(field: str) -> str:
    # The kernel writes blanks in mount points as octal escapes.
    for escape, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(escape, char)
    return field


def _is_unc(path: str) -> bool:
    plain = path.replace("/", "\\")
    if plain.upper().startswith("\\\\?\\UNC\\"):
        return True
    return plain.startswith("\\\\") and not plain.startswith(("\\\\?\\", "\\\\.\\"))


def _read_mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # not Linux


def _tightened(path: Path) -> bool:
    status = path.stat()
    if os.name != "posix" or not stat.S_IMODE(status.st_mode) & 0o077:
        return True
    if status.st_uid != os.geteuid() or status.st_mode & stat.S_ISVTX or not _is_ours(path):
        return False
    try:
        path.chmod(0o700)
    except OSError:
        return False
    return True


def _is_ours(path: Path) -> bool:
    # Only a new or already used data directory; SUPPORTDOJO_HOME may point anywhere.
    return store_path(path).exists() or next(path.iterdir(), None) is None


def _unwritable(path: Path, error: Exception) -> StoreUnreachable:
    detail = getattr(error, "strerror", None) or type(error).__name__
    return StoreUnreachable("directory.unwritable", path=str(path), detail=detail)
