"""A learning record store on this machine, which can be told to fail."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest


class Lrs(ThreadingHTTPServer):
    """A learning record store that answers with what is in ``answers`` first, then accepts."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: list[int | None] = []
        """None: the connection is cut."""
        self.headers: dict[str, str] = {}
        self.batches: list[int] = []
        self.paths: list[str] = []
        self.seen: list[Message] = []
        self.stored: dict[str, Any] = {}
        self.bad: set[str] = set()
        self.page: bytes | None = None
        """What it says instead of the ids that it took."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/xapi"


class _Handler(BaseHTTPRequestHandler):
    server: Lrs

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        lrs = self.server
        lrs.batches.append(len(body))
        lrs.paths.append(self.path)
        lrs.seen.append(self.headers)
        status = lrs.answers.pop(0) if lrs.answers else self._take(body)
        said = b"" if status != 200 else json.dumps([one["id"] for one in body]).encode()
        if lrs.page is not None:
            said = lrs.page
        if status is None:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in lrs.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def _take(self, body: list[dict[str, Any]]) -> int:
        ids = [one["id"] for one in body]
        if self.server.bad & set(ids):
            return 400
        if set(ids) & set(self.server.stored):
            return 409  # as a strict store does; nothing of the batch is taken
        self.server.stored.update(zip(ids, body, strict=True))
        return 200

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(name="lrs")
def running_lrs() -> Iterator[Lrs]:
    server = Lrs()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
