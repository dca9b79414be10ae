"""``watch``: follow a contact that somebody is playing; reads only."""

from __future__ import annotations

import argparse
import time
from functools import partial
from typing import TYPE_CHECKING

from simulator.machine.output import write
from simulator.options import choose_language, has_terminal
from simulator.workplace import open_workplace

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.team.follow import Followed

_EVERY = 1.0
"""Seconds from one look to the next."""


def run(arguments: argparse.Namespace) -> int:
    from simulator.team.follow import Followed, session_to_follow

    plain = arguments.plain or not has_terminal()
    workplace = open_workplace()
    try:
        session_id = session_to_follow(workplace, arguments.who)
        if plain:
            language = choose_language(arguments.lang, workplace.setting("language"))
            _tell(Followed(workplace, session_id), language)
            return 0
    finally:
        workplace.close()
    from simulator.tui.launch import run_app
    from simulator.tui.opening import Opening
    from simulator.tui.screens.watch import WatchScreen

    opening = Opening(WatchScreen, partial(WatchScreen, session_id))
    return run_app(arguments.lang, opens=opening)


def _tell(followed: Followed, language: Language) -> None:
    """Every new line as it comes, to the end of the contact."""
    from simulator.line.watch_text import WatchLines

    lines = WatchLines(followed, language)
    while True:
        for line in lines.new():
            write(line)
        if followed.over:
            return
        time.sleep(_EVERY)
        followed.catch_up()
