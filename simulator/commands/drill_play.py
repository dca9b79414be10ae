"""``drill play``: the next contact of a drill, through the same doors as ``play``."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import TYPE_CHECKING

from simulator.commands.play import play_contact
from simulator.errors import UsageError
from simulator.machine.output import message
from simulator.options import choose_language
from simulator.team.drilling import DrillDesk, contact_for
from simulator.words.drill import DRILL
from simulator.workplace import open_workplace

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.team.drill_standing import NextStep
    from simulator.workplace import Workplace


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        step = _step(arguments.drill, workplace)
    finally:
        workplace.close()
    asks = sys.stdin.isatty() and not arguments.jsonl
    if not _go_on(step, language, ask=asks):
        return 0
    make = partial(contact_for, step=step, language=language)
    return play_contact(arguments, make, step.session)


def _step(wanted: str | None, workplace: Workplace) -> NextStep:
    desk = DrillDesk(workplace)
    if wanted:
        return desk.next_step(desk.find(wanted))
    offers = desk.offers()
    if not offers:
        raise UsageError("drill.nothing")
    return offers[0].next


def _go_on(step: NextStep, language: Language, *, ask: bool) -> bool:
    """A changed scenario is told before it is played; whoever sits there may still leave."""
    if step.text == "same" or step.session is not None:
        return True
    message("⚠ " + DRILL.say("text-changed", language, scenario=step.scenario))
    if not ask:
        return True
    sys.stderr.write(DRILL.say("text-ask", language))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes", "ｙ", "はい")
