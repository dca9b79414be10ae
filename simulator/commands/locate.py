"""``locate``: where data are kept."""

from __future__ import annotations

import argparse
import os

from simulator.commands.output import json_line, write
from simulator.options import choose_language
from simulator.paths import data_directory, log_path, store_path
from simulator.words.cli import CLI


def run(arguments: argparse.Namespace) -> int:
    directory = data_directory(os.environ)
    places = {"data": directory, "store": store_path(directory), "log": log_path(directory)}
    if arguments.json:
        json_line({"schema_version": 1, **{name: str(path) for name, path in places.items()}})
        return 0
    language = choose_language(arguments.lang)
    for name, path in places.items():
        write(f"{CLI.say(f'locate.{name}', language)}: {path}")
    return 0
