"""``db``: the care of the store. ``check`` whether it holds what was put into it, ``backup`` a sound
copy, ``retention`` for how long contacts are kept, ``expire`` those past their time.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scenarios.language import Language
from simulator.errors import StoreDamaged, StoreError, UsageError
from simulator.machine.output import json_line, message, write, write_line
from simulator.machine.paths import data_directory, store_path
from simulator.machine.streams import go_on_unread
from simulator.options import choose_language
from simulator.store import SessionStore
from simulator.store.forget import BACKED_UP
from simulator.words.cli import CLI
from simulator.words.team import TEAM
from simulator.workplace import DB_VARIABLE, open_store

RETENTION = "retention_days"
_MOST_DAYS = 36_500
_LONG_AGO = timedelta(days=366)
"""A store whose newest contact is older than that is hardly in use: rather the clock is wrong."""


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    if arguments.value is not None and arguments.what in ("check", "expire"):
        given = {"what": arguments.what, "value": arguments.value}
        raise UsageError("usage", detail=CLI.say("db.nothing-more", language, **given))
    with _opened(arguments.what) as store:
        match arguments.what:
            case "backup":
                return _backup(store, arguments.value, language)
            case "retention":
                return _retention(store, arguments.value, language)
            case "expire":
                return _expire(store, language, agreed=arguments.yes)
        return _check(store, language, as_json=arguments.json)


def _opened(what: str) -> SessionStore:
    if os.environ.get(DB_VARIABLE, "").strip() or what in ("retention", "expire"):
        return open_store(os.environ)
    # Opened for reading: a damaged store is to be looked at, not refused.
    path = store_path(data_directory(os.environ))
    try:
        return SessionStore.open(path, datetime.now(UTC), read_only=True)
    except StoreDamaged as error:
        if what != "check" or error.code != "store.damaged":
            raise
        # The usual advice is to run this very command.
        detail = error.details.get("detail", "")
        raise StoreDamaged("store.unreadable", path=str(path), detail=detail) from error


def _backup(store: SessionStore, file: str | None, language: Language) -> int:
    if not file:
        raise UsageError("usage", detail=CLI.say("backup.where", language))
    made = store.backup(Path(file))
    if store.has_facts:  # a file of the first format is copied as it is, and not brought up to date
        _remember(made)
    write(CLI.say("backup.done", language, path=made))
    with SessionStore.open(made, datetime.now(UTC), read_only=True) as copy:
        report = copy.check(full=True)
    if not report.sound:
        message(CLI.say("backup.unsound", language, path=made, count=len(report.problems)))
        return 1
    return 0


def _remember(made: Path) -> None:
    """For the day when somebody wants to be forgotten; what can only be read remembers nothing."""
    with suppress(StoreError), open_store(os.environ) as store:
        where = str(made.absolute())
        store.add_fact(BACKED_UP, person=None, subject=where, body={}, now=datetime.now(UTC))


def _retention(store: SessionStore, value: str | None, language: Language) -> int:
    if value is not None:
        if value != "off" and not (value.isascii() and value.isdigit()):
            raise UsageError("usage", detail=TEAM.say("retention.bad", language))
        days = None if value == "off" else int(value)
        if days is not None and not 1 <= days <= _MOST_DAYS:
            raise UsageError("usage", detail=TEAM.say("retention.bad", language))
        body = {"days": days}
        # First the fact: who may not set it is refused before anything is changed.
        store.add_fact("retention-set", person=None, subject=None, body=body, now=datetime.now(UTC))
        store.set_setting(RETENTION, None if days is None else str(days))
    kept = store.setting(RETENTION)
    key = "retention.off" if kept is None else "retention.on"
    write(TEAM.say(key, language, days=kept))
    return 0


def _expire(store: SessionStore, language: Language, *, agreed: bool) -> int:
    kept, now = store.setting(RETENTION), datetime.now(UTC)
    if kept is None:
        write(TEAM.say("retention.off", language))
        return 0
    before = now - timedelta(days=int(kept))
    due, newest = store.begun_before(before)
    asks = sys.stdin is not None and sys.stdin.isatty() and not agreed
    if due and not asks:
        if not agreed:
            raise UsageError("usage", detail=TEAM.say("expire.needs-yes", language, count=due))
        if now - datetime.fromisoformat(newest) > _LONG_AGO:
            told = {"newest": newest[:10], "now": f"{now:%Y-%m-%d}", "count": due}
            raise UsageError("usage", detail=TEAM.say("expire.clock", language, **told))
    if due and asks:
        told = {"count": due, "newest": newest[:10], "now": f"{now:%Y-%m-%d}"}
        if input(TEAM.say("expire.ask", language, **told)).strip().lower() != "yes":
            write(TEAM.say("expire.kept", language))
            return 0
    count = store.expire(before, now)
    write(TEAM.say("expire.done", language, count=count))
    return 0


def _check(store: SessionStore, language: Language, *, as_json: bool) -> int:
    report = store.check(full=True)
    if as_json:
        json_line({"schema_version": 1, **asdict(report)})
    elif report.sound:
        write(CLI.say("check.ok", language, sessions=report.sessions, events=report.events))
    else:
        write(CLI.say("check.bad", language, count=len(report.problems)))
        for problem in report.problems:
            write_line(f"  {problem.kind}: {problem.where}: {problem.detail}")
    return 0 if report.sound else 1
