"""``login``: asks for the password of the team's database once and keeps it for this person only.

It is kept in PostgreSQL's own form of password file, in the data directory, readable by its owner
(0600); PostgreSQL's client ignores the file when others could read it.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from urllib.parse import urlsplit

from simulator.errors import UsageError
from simulator.machine.line_files import in_utf8
from simulator.machine.output import write
from simulator.machine.paths import data_directory, ensure_private_directory, password_path
from simulator.options import choose_language
from simulator.store import SessionStore
from simulator.store.postgres import is_postgres, require_readable, shown_url
from simulator.words.team import TEAM
from simulator.workplace import DB_VARIABLE, open_store


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    url = os.environ.get(DB_VARIABLE, "").strip()
    if is_postgres(url):
        require_readable(url)
    if not is_postgres(url) or not urlsplit(url).username:
        raise UsageError("store.url")
    prompt = TEAM.say("login.ask", language, place=shown_url(url))
    typed = getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    password = in_utf8(typed, "-", language)
    directory = data_directory(os.environ)
    ensure_private_directory(directory)
    path = password_path(directory)
    user = _escaped(urlsplit(url).username or "")
    # Any host, port and database: the account is the person's, wherever the address says it lies.
    _write_private(str(path), f"*:*:*:{user}:{_escaped(password)}\n")
    os.environ["PGPASSFILE"] = str(path)
    try:
        store = open_store(os.environ)
    except BaseException:
        path.unlink(missing_ok=True)  # a wrong password is not kept
        raise
    with store:
        _greet(store, arguments.lang)
    return 0


def _greet(store: SessionStore, flag: str | None) -> None:
    language, person = choose_language(flag), store.viewer
    assert person is not None  # on a server somebody is always logged in
    role = TEAM.say(f"role.{person.role}", language)
    write(TEAM.say("login.done", language, name=person.name, role=role))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(":", "\\:")


def _write_private(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        os.fchmod(descriptor, 0o600)
        file.write(text)
