"""``locate``: where data are kept."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from simulator.errors import UsageError
from simulator.machine.output import json_line, write
from simulator.machine.paths import data_directory, log_path, store_path
from simulator.options import choose_language
from simulator.store.postgres import is_postgres, shown_url
from simulator.words.cli import CLI
from simulator.workplace import DB_VARIABLE


def run(arguments: argparse.Namespace) -> int:
    directory = data_directory(os.environ)
    local = store_path(directory)
    places: dict[str, Path | str] = {"data": directory, "store": local, "log": log_path(directory)}
    if url := os.environ.get(DB_VARIABLE, "").strip():
        # The team's contacts are on its server; what this machine remembers stays here.
        if not is_postgres(url):
            raise UsageError("store.url")
        places |= {"store": shown_url(url), "settings": local}
    if arguments.json:
        json_line({"schema_version": 1, **{name: str(path) for name, path in places.items()}})
        return 0
    language = choose_language(arguments.lang)
    for name, path in places.items():
        write(f"{CLI.say(f'locate.{name}', language)}: {path}")
    return 0
