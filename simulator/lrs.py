"""Sends statements to a learning record store, and keeps what was not accepted.

Before anything is sent it lies in the outbox; it leaves the outbox when the store has taken it: when
it answers with the ids, as stores do, and not with the page of something else that is there. Ids are
the same each time, so sending twice does no harm and a store that has a statement already (409) has
taken it. What cannot be read in the outbox is put beside it and told.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from simulator.errors import UsageError
from simulator.machine.files import write_whole

__all__ = ["NO_IDS", "Endpoint", "Outcome", "deliver"]

Statement = dict[str, Any]
BATCH = 50
"""Statements in one request."""
_WAITS = (1.0, 2.0, 4.0, 8.0)
"""Seconds before each further try."""
_LONGEST_WAIT = 60.0
"""Seconds that a server may ask us to wait at most."""
_TIMEOUT = 30
_VERSION = "1.0.3"
_APART = (400, 409, 413)
"""Answers to a batch after which its statements are sent one by one: one of them is at fault."""
NO_IDS: Final = "no-ids"
"""The reason where something answers that it is well and does not name what it took."""
_LONGEST_ANSWER = 1_000_000
"""Bytes; fifty ids are two thousand."""
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where statements go, and as whom."""

    url: str
    user: str = ""
    password: str = ""

    @classmethod
    def read(cls, text: str, user: str, password: str) -> Endpoint:
        """Raises UsageError for what is no http(s) address, or one that holds a password."""
        try:
            parts = urlsplit(text.strip())
            sound = parts.scheme in ("http", "https") and bool(parts.hostname)
            sound = sound and parts.port is not False  # a port that is no number raises
        except ValueError:
            sound, parts = False, urlsplit("")
        if not sound or any(c.isspace() or not c.isascii() for c in text.strip()):
            raise UsageError("lrs.endpoint", endpoint=text.rpartition("@")[2])
        if parts.username is not None:
            raise UsageError("lrs.userinfo")
        url = text.strip().split("#")[0].split("?")[0].rstrip("/")
        return cls(url.removesuffix("/statements"), user, password)

    @property
    def readable(self) -> bool:
        """Whether the password would travel so that others on the way can read it."""
        parts = urlsplit(self.url)
        return bool(self.user) and parts.scheme == "http" and parts.hostname not in _LOOPBACK

    @property
    def mark(self) -> str:
        """What names its files in the outbox."""
        return hashlib.sha256(self.url.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the statements."""

    accepted: int
    left: int
    reason: str
    """Why some are left; empty where none are."""
    outbox: Path
    """The file that holds what is left."""
    unread: int = 0
    """Lines of the outbox that are no statements, and were not sent."""
    damaged: Path | None = None
    """The file that keeps these lines; None where there are none."""


class _Stopped(Exception):
    """No use in going on now; the text says why."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What lies in the outbox."""

    statements: list[Statement]
    unread: list[bytes]
    """Lines that are none, as they are."""


def deliver(
    statements: Iterable[Statement], endpoint: Endpoint, folder: Path, wait: Callable[[float], None]
) -> Outcome:
    """Send what lies in the outbox in *folder* and then *statements*; *wait* sleeps for seconds.

    Raises UsageError or SupportdojoError where the outbox cannot be written: then nothing is sent.
    """
    earlier = sorted(folder.glob(f"{endpoint.mark}-*.jsonl")) if folder.is_dir() else []
    kept = _kept(earlier)
    todo = _without_doubles([*kept.statements, *statements])
    own = folder / f"{endpoint.mark}-{secrets.token_hex(8)}.jsonl"
    damaged = own.with_suffix(".damaged") if kept.unread else None
    if not todo and damaged is None:
        return Outcome(0, 0, "", own)
    with suppress(OSError):  # then writing tells what is wrong
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if damaged is not None:
        write_whole(damaged, (line + b"\n" for line in kept.unread), own=True)
    if todo:
        write_whole(own, _lines(todo.values()), own=True)
    for file in earlier:
        file.unlink(missing_ok=True)
    client = _Client(endpoint, wait)
    left = dict(todo)
    try:
        reason = _send_all(client, left)
    finally:  # also when interrupted
        if left:
            write_whole(own, _lines(left.values()), own=True)
        else:
            own.unlink(missing_ok=True)
    return Outcome(len(todo) - len(left), len(left), reason, own, len(kept.unread), damaged)


def _send_all(client: _Client, left: dict[str, Statement]) -> str:
    """Send batch by batch and take what was accepted out of *left*; why something stayed."""
    refused = ""
    waiting = list(left)
    try:
        for start in range(0, len(waiting), BATCH):
            ids = waiting[start : start + BATCH]
            status = client.post([left[one] for one in ids])
            if status in _APART:
                refused = _one_by_one(client, left, ids) or refused
            else:
                for one in ids:
                    del left[one]
    except _Stopped as stopped:
        return str(stopped)
    return refused


def _one_by_one(client: _Client, left: dict[str, Statement], ids: Sequence[str]) -> str:
    refused = ""
    for one in ids:
        status = client.post([left[one]])
        if status in _APART and status != 409:
            refused = f"HTTP {status}"
        else:
            del left[one]
    return refused


class _NoRedirect(HTTPRedirectHandler):
    """A redirected POST would become a GET, and take the password elsewhere."""

    def redirect_request(  # noqa: PLR0913, PLR0917  (the signature of the class above)
        self,
        req: Request,  # noqa: ARG002
        fp: IO[bytes],  # noqa: ARG002
        code: int,  # noqa: ARG002
        msg: str,  # noqa: ARG002
        headers: Any,  # noqa: ARG002
        newurl: str,  # noqa: ARG002
    ) -> None:
        return None


class _Client:
    def __init__(self, endpoint: Endpoint, wait: Callable[[float], None]) -> None:
        self._url = f"{endpoint.url}/statements"
        self._wait = wait
        self._headers = {
            "Content-Type": "application/json; charset=utf-8",
            "X-Experience-API-Version": _VERSION,
        }
        if endpoint.user:
            pair = f"{endpoint.user}:{endpoint.password}".encode()
            self._headers["Authorization"] = f"Basic {base64.b64encode(pair).decode('ascii')}"
        self._opener = _opener(endpoint)

    def post(self, statements: Sequence[Statement]) -> int:
        """The status: 200 or 204 for accepted, or one of ``_APART``; raises _Stopped for the rest."""
        data = json.dumps(statements, ensure_ascii=False).encode("utf-8")
        reason = ""
        for pause in (*_WAITS, None):
            status, reason, asked, body = self._once(data)
            if status == 200 and not _named(statements, body):
                raise _Stopped(NO_IDS)
            if status in (200, 204, *_APART):
                return status
            if status and status != 429 and status < 500:
                raise _Stopped(reason)
            if pause is not None:
                self._wait(max(pause, asked))
        raise _Stopped(reason)

    def _once(self, data: bytes) -> tuple[int, str, float, bytes]:
        """Status (0: no answer), what went wrong, the seconds that the server asks to wait, and what
        it says to a request that it took."""
        request = Request(self._url, data, self._headers, method="POST")  # noqa: S310 - http(s) only
        try:
            with self._opener.open(request, timeout=_TIMEOUT) as answer:
                body = answer.read(_LONGEST_ANSWER)
                return int(answer.status), f"HTTP {answer.status}", 0.0, body
        except HTTPError as error:
            with error:
                return error.code, f"HTTP {error.code}", _asked(error.headers), b""
        except (OSError, HTTPException) as error:
            return 0, str(getattr(error, "reason", error)) or type(error).__name__, 0.0, b""


def _named(statements: Sequence[Statement], answer: bytes) -> bool:
    """Whether *answer* is the list of the ids of all *statements*, which stores may write in capitals."""
    try:
        ids = json.loads(answer)
    except (ValueError, RecursionError):
        return False
    if not isinstance(ids, list):
        return False
    named = {one.casefold() for one in ids if isinstance(one, str)}
    return named.issuperset(str(one["id"]).casefold() for one in statements)


def _opener(endpoint: Endpoint) -> OpenerDirector:
    here = urlsplit(endpoint.url).hostname in _LOOPBACK
    return build_opener(_NoRedirect(), *([ProxyHandler({})] if here else []))


def _asked(headers: Message | None) -> float:
    """Retry-After in seconds; dates are not read, the usual waits do."""
    text = headers.get("Retry-After", "") if headers is not None else ""
    return min(float(text), _LONGEST_WAIT) if text.isascii() and text.isdigit() else 0.0


# ---------------------------------------------------------------- outbox


def _without_doubles(statements: Iterable[Statement]) -> dict[str, Statement]:
    return {str(statement["id"]): statement for statement in statements}


def _kept(files: Iterable[Path]) -> _Kept:
    """What lies in *files*; raises UsageError where one cannot be read."""
    kept = _Kept([], [])
    for file in files:
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            continue  # another call has just sent it
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise UsageError("lrs.outbox", file=str(file), reason=reason) from error
        for line in data.splitlines():
            statement = _statement(line)
            if statement is not None:
                kept.statements.append(statement)
            elif line.strip():
                kept.unread.append(line)
    return kept


def _statement(line: bytes) -> Statement | None:
    with suppress(ValueError, RecursionError):
        found = json.loads(line)
        if isinstance(found, dict) and isinstance(found.get("id"), str):
            return found
    return None


def _lines(statements: Iterable[Statement]) -> Iterable[str]:
    return (f"{json.dumps(one)}\n" for one in statements)
