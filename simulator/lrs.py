"""Sends statements to a learning record store, and keeps what was not accepted.

Before anything is sent it lies in the outbox; it leaves the outbox when the store has taken it.
Ids are the same each time, so sending twice does no harm and a store that has a statement already
(409) has taken it.
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
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from simulator.errors import UsageError
from simulator.files import write_whole

__all__ = ["Endpoint", "Outcome", "deliver"]

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


class _Stopped(Exception):
    """No use in going on now; the text says why."""


def deliver(
    statements: Iterable[Statement], endpoint: Endpoint, folder: Path, wait: Callable[[float], None]
) -> Outcome:
    """Send what lies in the outbox in *folder* and then *statements*; *wait* sleeps for seconds.

    Raises UsageError or SupportdojoError where the outbox cannot be written: then nothing is sent.
    """
    earlier = sorted(folder.glob(f"{endpoint.mark}-*.jsonl")) if folder.is_dir() else []
    todo = _without_doubles([*(s for file in earlier for s in _kept(file)), *statements])
    own = folder / f"{endpoint.mark}-{secrets.token_hex(8)}.jsonl"
    if not todo:
        return Outcome(0, 0, "", own)
    with suppress(OSError):  # then writing tells what is wrong
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(own, _lines(todo.values()))
    for file in earlier:
        file.unlink(missing_ok=True)
    client = _Client(endpoint, wait)
    left = dict(todo)
    try:
        reason = _send_all(client, left)
    finally:  # also when interrupted
        if left:
            write_whole(own, _lines(left.values()))
        else:
            own.unlink(missing_ok=True)
    return Outcome(len(todo) - len(left), len(left), reason, own)


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
            status, reason, asked = self._once(data)
            if status in (200, 204, *_APART):
                return status
            if status and status != 429 and status < 500:
                raise _Stopped(reason)
            if pause is not None:
                self._wait(max(pause, asked))
        raise _Stopped(reason)

    def _once(self, data: bytes) -> tuple[int, str, float]:
        """Status (0: no answer), what went wrong, and the seconds that the server asks to wait."""
        request = Request(self._url, data, self._headers, method="POST")  # noqa: S310 - http(s) only
        try:
            with self._opener.open(request, timeout=_TIMEOUT) as answer:
                return int(answer.status), f"HTTP {answer.status}", 0.0
        except HTTPError as error:
            with error:
                return error.code, f"HTTP {error.code}", _asked(error.headers)
        except (OSError, HTTPException) as error:
            return 0, str(getattr(error, "reason", error)) or type(error).__name__, 0.0


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


def _kept(file: Path) -> Iterable[Statement]:
    """What lies in one file; a line that is none is passed over."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return  # another call has just sent it
    for line in lines:
        with suppress(ValueError):
            statement = json.loads(line)
            if isinstance(statement, dict) and isinstance(statement.get("id"), str):
                yield statement


def _lines(statements: Iterable[Statement]) -> Iterable[str]:
    return (f"{json.dumps(one)}\n" for one in statements)
