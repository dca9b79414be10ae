"""``play``: one contact, through the app, the line mode or the JSON mode."""

from __future__ import annotations

import argparse
import sys
from typing import cast

from scenarios.model import Mode
from simulator.commands.output import message
from simulator.contact import Contact, Start
from simulator.errors import UsageError
from simulator.options import choose_language, has_terminal
from simulator.words_cli import CLI
from simulator.workplace import Workplace, open_workplace


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        return _play(arguments, workplace)
    finally:
        workplace.close()


def _play(arguments: argparse.Namespace, workplace: Workplace) -> int:
    language = choose_language(arguments.lang, workplace.setting("language"))
    resumed = _session_to_resume(arguments, workplace)
    if not (arguments.plain or arguments.jsonl) and has_terminal():
        from simulator.tui.app import run_app

        start = None if resumed or arguments.scenario is None else _start(arguments, workplace)
        return run_app(workplace, language, start=start, resume=resumed)
    if resumed:
        contact = Contact.resume(workplace, resumed)
    else:
        if arguments.scenario is None:
            raise UsageError("usage", detail=CLI.say("needs-scenario", language))
        contact = Contact.begin(workplace, _start(arguments, workplace))
    return _through_lines(contact, arguments.jsonl, resumed=resumed is not None)


def _start(arguments: argparse.Namespace, workplace: Workplace) -> Start:
    workplace.library.scenario(arguments.scenario)  # an unknown id is told before anything is stored
    return Start(
        arguments.scenario,
        choose_language(arguments.lang, workplace.setting("language")),
        cast("Mode", arguments.mode or workplace.setting("mode", "practice")),
        workplace.new_seed() if arguments.seed is None else arguments.seed,
        arguments.intensity,
    )


def _session_to_resume(arguments: argparse.Namespace, workplace: Workplace) -> str | None:
    return workplace.store.resolve(arguments.resume) if arguments.resume else None


def _through_lines(contact: Contact, jsonl: bool, *, resumed: bool) -> int:
    def write(text: str) -> None:
        print(text, flush=True)  # noqa: T201 - the doors clean what they write

    try:
        if jsonl:
            from simulator.jsonl import JsonDoor

            JsonDoor(contact, sys.stdin, write).run(resumed=resumed)
        else:
            from simulator.plain import PlainDoor

            door = PlainDoor(contact, sys.stdin, write, interactive=sys.stdin.isatty())
            door.run(resumed=resumed)
    except KeyboardInterrupt:
        message(CLI.say("interrupted", contact.language, session=contact.session_id))
        raise
    return 0
