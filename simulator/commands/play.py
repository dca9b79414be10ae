"""``play``: one contact, through the app, the line mode or the JSON mode.

The app draws its first frame before a contact is there, so nothing of what a contact needs is
imported at the top.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import TYPE_CHECKING, cast

from simulator.options import choose_language, has_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from scenarios.model import Mode
    from simulator.contact import Contact, Start
    from simulator.workplace import Workplace


def run(arguments: argparse.Namespace) -> int:
    if arguments.resume is None and arguments.scenario is None and _in_app(arguments):
        from simulator.tui.launch import run_app

        return run_app(arguments.lang)
    return play_contact(arguments, partial(_contact, arguments), arguments.resume)


def play_contact(
    arguments: argparse.Namespace, make: Callable[[Workplace], Contact], resumed: str | None
) -> int:
    """Play what *make* makes, through the door that was asked for.

    *resumed* is the beginning of the id of the session that is gone on with, where *make* does that.
    Raises what *make* raises.
    """
    if _in_app(arguments):
        from simulator.tui.launch import run_app

        return run_app(arguments.lang, make)
    from simulator.workplace import open_workplace

    workplace = open_workplace()
    try:
        contact = make(workplace)
        again = bool(resumed) and contact.session_id.startswith(str(resumed).strip().lower())
        return _through_lines(contact, arguments.jsonl, resumed=again)
    finally:
        workplace.close()


def _in_app(arguments: argparse.Namespace) -> bool:
    return not (arguments.plain or arguments.jsonl) and has_terminal()


def _contact(arguments: argparse.Namespace, workplace: Workplace) -> Contact:
    """The contact that was asked for; raises UnknownScenario, SourceError or StoreError."""
    from simulator.contact import Contact

    if not arguments.resume and arguments.scenario is None:
        from simulator.errors import UsageError
        from simulator.words.cli import CLI

        language = choose_language(arguments.lang, workplace.setting("language"))
        raise UsageError("usage", detail=CLI.say("needs-scenario", language))
    if arguments.resume:
        return Contact.resume(workplace, workplace.store.resolve(arguments.resume))
    return Contact.begin(workplace, _start(arguments, workplace))


def _start(arguments: argparse.Namespace, workplace: Workplace) -> Start:
    from simulator.contact import Start

    workplace.library.scenario(
        arguments.scenario
    )  # an unknown id is told before anything is stored
    return Start(
        arguments.scenario,
        choose_language(arguments.lang, workplace.setting("language")),
        cast("Mode", arguments.mode or workplace.setting("mode", "practice")),
        workplace.new_seed() if arguments.seed is None else arguments.seed,
        arguments.intensity,
    )


def _through_lines(contact: Contact, jsonl: bool, *, resumed: bool) -> int:
    from simulator.errors import StoreError

    def write(text: str) -> None:
        print(text, flush=True)  # noqa: T201 - the doors clean what they write

    try:
        if jsonl:
            from simulator.line.jsonl import JsonDoor

            JsonDoor(contact, sys.stdin, write).run(resumed=resumed)
        else:
            from simulator.line.plain import PlainDoor
            from simulator.machine.output import teller

            told = teller(contact.language)
            door = PlainDoor(contact, sys.stdin, told, interactive=sys.stdin.isatty())
            door.run(resumed=resumed)
    except (KeyboardInterrupt, StoreError) as error:
        from simulator.errors import LOST, SequenceClash, SessionClosed
        from simulator.machine.output import message
        from simulator.words.cli import CLI

        if isinstance(error, SequenceClash | SessionClosed):
            raise  # it says itself how to take up what went on elsewhere
        if isinstance(error, StoreError):
            if error.code in LOST:
                raise
            key = "cut-off"
        else:
            key = "interrupted-over" if contact.concluded else "interrupted"
        message(CLI.say(key, contact.language, session=contact.session_id))
        raise
    return 0
