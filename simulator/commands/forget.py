"""``forget``: takes a person out of everything the store holds, and says what lies elsewhere."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from scenarios.language import Language
from simulator.errors import UsageError
from simulator.machine.output import json_line, write_line
from simulator.machine.paths import data_directory, exists, store_path
from simulator.options import choose_language
from simulator.store import SessionStore
from simulator.store.backups import DIRECTORY, backups
from simulator.words.team import TEAM
from simulator.workplace import open_store


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    with open_store(os.environ) as store:
        if not arguments.yes and not _agreed(arguments, store, language):
            return 1
        done = store.forget(arguments.login, datetime.now(UTC), keep=arguments.keep_sessions)
        copies = _copies(store, done.backups)
    if arguments.json:
        gone = {"sessions": done.sessions, "facts": done.facts, "account": done.account}
        left = {"exports": list(done.exports), "backups": list(copies)}
        json_line({"schema_version": 1, **gone, **left})
        return 0
    key = "forget.renamed" if arguments.keep_sessions else "forget.done"
    figures = {"sessions": done.sessions, "facts": done.facts, "pseudonym": done.pseudonym}
    write_line(TEAM.say(key, language, **figures))
    if done.account:
        write_line(TEAM.say("forget.account", language))
    _tell("forget.exports", done.exports, language)
    _tell("forget.backups", copies, language)
    return 0


def _agreed(arguments: argparse.Namespace, store: SessionStore, language: Language) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError("usage", detail=TEAM.say("forget.needs-yes", language))
    key = "forget.ask-keep" if arguments.keep_sessions else "forget.ask"
    count = sum(1 for _ in store.history(arguments.login))
    answer = input(TEAM.say(key, language, login=arguments.login, sessions=count))
    if answer.strip().lower() == "yes":
        return True
    write_line(TEAM.say("forget.kept", language))
    return False


def _copies(store: SessionStore, on_demand: tuple[str, ...]) -> tuple[str, ...]:
    """Copies made *on_demand* that are still there, and those from before a change of format."""
    there = [path for path in on_demand if exists(Path(path))]
    if store.database.watches_file:
        directory = store_path(data_directory(os.environ)).parent / DIRECTORY
        there += map(str, backups(directory) if directory.is_dir() else [])
    return tuple(there)


def _tell(key: str, files: tuple[str, ...], language: Language) -> None:
    if files:
        write_line(TEAM.say(key, language))
        for file in files:
            write_line(f"  {file}")
