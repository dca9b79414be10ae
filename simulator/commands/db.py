"""``db check``: whether the store holds what was put into it; ``db backup``: a sound copy of it."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from simulator.commands.output import json_line, write
from simulator.errors import UsageError
from simulator.options import choose_language
from simulator.paths import data_directory, store_path
from simulator.store import SessionStore
from simulator.words_cli import CLI


def run(arguments: argparse.Namespace) -> int:
    return _backup(arguments) if arguments.what == "backup" else _check(arguments)


def _backup(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    if not arguments.file:
        raise UsageError("usage", detail=CLI.say("backup.where", language))
    path = store_path(data_directory(os.environ))
    with SessionStore.open(path, datetime.now(UTC), read_only=True) as store:
        made = store.backup(Path(arguments.file))
    write(CLI.say("backup.done", language, path=made))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    # Opened for reading: a damaged store is to be looked at, not refused.
    path = store_path(data_directory(os.environ))
    with SessionStore.open(path, datetime.now(UTC), read_only=True) as store:
        report = store.check(full=True)
    if arguments.json:
        json_line({"schema_version": 1, **asdict(report)})
    elif report.sound:
        write(CLI.say("check.ok", language, sessions=report.sessions, events=report.events))
    else:
        write(CLI.say("check.bad", language, count=len(report.problems)))
        for problem in report.problems:
            write(f"  {problem.kind}: {problem.where}: {problem.detail}")
    return 0 if report.sound else 1
