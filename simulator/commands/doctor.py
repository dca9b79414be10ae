"""``doctor``: is everything in place: Python, packages, data directory, store, catalogue, terminal."""

from __future__ import annotations

import argparse
import errno
import os
import platform
import sqlite3
import sys
from collections.abc import Callable
from importlib.metadata import version

from scenarios.problems import SourceError
from scenarios.programme_files import find_programmes, own_programmes
from simulator.certificates.signing import checked_key, fingerprint
from simulator.errors import StoreDamaged, StoreUnreachable, UsageError
from simulator.failure import describe
from simulator.libraries import programme_folders, quick_library
from simulator.machine.output import json_line, write
from simulator.machine.paths import (
    data_directory,
    exists,
    is_open,
    network_file_system,
    signing_key_path,
)
from simulator.machine.streams import go_on_unread
from simulator.options import choose_language, has_terminal
from simulator.words.cli import CLI
from simulator.workplace import open_workplace

_PACKAGES = ("textual", "pyyaml", "rapidfuzz", "sudachipy", "sudachidict-small", "snowballstemmer")

_NO_RIGHTS = os.strerror(errno.EACCES)


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("python", _python),
        ("packages", lambda: ", ".join(f"{name} {version(name)}" for name in _PACKAGES)),
        ("sqlite", lambda: sqlite3.sqlite_version),
        ("catalogue", lambda: f"{_catalogue()} scenarios"),
        ("programmes", _programmes),
        ("reader", _reader),
        ("data", _data),
        ("store", _store),
        ("key", _key),
        ("terminal", _terminal),
    )
    rows = []
    for name, check in checks:
        try:
            rows.append((name, True, check()))
        except Exception as error:  # a doctor tells every illness in words
            rows.append((name, False, describe(error, language)[0]))
    if arguments.json:
        checked = [{"check": n, "ok": ok, "text": text} for n, ok, text in rows]
        json_line({"schema_version": 1, "checks": checked})
    else:
        for name, ok, text in rows:
            write(CLI.say("doctor.ok" if ok else "doctor.bad", language, name=name, text=text))
    return 0 if all(ok for _, ok, _ in rows) else 1


def _python() -> str:
    return f"{platform.python_version()} ({platform.system()})"


def _catalogue() -> int:
    library = quick_library()
    library.check_all()
    return len(library.ids)


def _programmes() -> str:
    """Those of the data folder are looked through, those of packs are told by ``packs``."""
    library = quick_library()
    for folder in programme_folders(os.environ):
        _, problems = own_programmes(library, folder)
        if problems:
            raise SourceError(problems)
    return str(len(find_programmes(library, programme_folders(os.environ)).ids))


def _reader() -> str:
    from simulator.workplace import quick_judge

    judge = quick_judge()
    return f"rules {judge.rules.digest[:12]}, rubric {judge.rubric.name}"


def _data() -> str:
    directory = data_directory(os.environ)
    if exists(directory) and not os.access(directory, os.W_OK | os.X_OK):
        raise StoreUnreachable("directory.unwritable", path=str(directory), detail=_NO_RIGHTS)
    warning = network_file_system(directory)
    return f"{directory}" + (f" ({warning})" if warning else "")


def _store() -> str:
    workplace = open_workplace()
    try:
        report = workplace.store.check(full=True)
        if not report.sound:
            kinds = ", ".join(f"{kind} {count}" for kind, count in report.counts.items())
            raise StoreDamaged("store.unsound", count=len(report.problems), kinds=kinds)
        workplace.store.try_writing()
        return f"{report.sessions} ({workplace.store.database.place})"
    finally:
        workplace.close()


def _key() -> str:
    """The key that certificates are signed with, where there is one already."""
    path = signing_key_path(data_directory(os.environ))
    if not exists(path):
        return "-"
    shown = fingerprint(checked_key(path))
    if is_open(path):
        raise UsageError("key.open", path=str(path))
    return shown


def _terminal() -> str:
    size = ""
    if has_terminal():
        columns, lines = os.get_terminal_size()
        size = f" {columns}x{lines}"
    kind = "full screen" if has_terminal() else "plain lines"
    return f"{kind}{size}, TERM={os.environ.get('TERM', '')}, {sys.stdout.encoding}"
