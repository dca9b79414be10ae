"""``import``: contacts that ``export`` wrote; a contact that is already there stays as it is."""

from __future__ import annotations

import argparse
import json

from simulator.commands.grade import lines_of
from simulator.commands.output import message
from simulator.errors import ImportRefused
from simulator.options import choose_language
from simulator.words_cli import CLI
from simulator.workplace import open_workplace


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    workplace = open_workplace()
    taken = 0
    try:
        with lines_of(arguments.file) as lines:
            for line in lines:
                if line.strip():
                    workplace.store.import_session(_exported(line))
                    taken += 1
    finally:
        workplace.close()
        message(CLI.say("import.count", language, count=taken))
    return 0


def _exported(line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ImportRefused("import.shape", reason="JSON") from error
    if not isinstance(value, dict):
        raise ImportRefused("import.shape", reason="JSON")
    return value
