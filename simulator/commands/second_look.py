"""``second-look``: a trainee asks a lead to look again at one of their own contacts."""

from __future__ import annotations

import argparse

from simulator.machine.output import json_line, write
from simulator.options import choose_language
from simulator.team.reviewing import ask_again
from simulator.words.review import REVIEW
from simulator.workplace import open_workplace


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        session = workplace.store.resolve(arguments.session)
        fact = ask_again(workplace, session, arguments.turn, arguments.text)
    finally:
        workplace.close()
    if arguments.json:
        json_line({"schema_version": 1, "stored": fact.id, "session": session})
    else:
        write(REVIEW.say("second-look.sent", language))
    return 0
