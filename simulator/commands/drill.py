"""``drill``: set drills, see who is where, play one's own."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, cast

from scenarios.numbers import whole_number
from simulator.errors import UsageError
from simulator.machine.output import json_line, message, write_line
from simulator.options import choose_language
from simulator.team.drill_plan import DrillPlan, parse_due
from simulator.team.drill_view import DrillView
from simulator.team.drilling import DrillDesk
from simulator.words.drill import DRILL
from simulator.workplace import open_workplace

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.team.drill import Drills
    from simulator.workplace import Workplace


def run(arguments: argparse.Namespace) -> int:
    if arguments.what == "play":
        from simulator.commands.drill_play import run as play

        return play(arguments)
    if arguments.what == "board":
        from simulator.commands.drill_board import run as show_board

        return show_board(arguments)
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        do = {"new": _new, "assign": _assign, "status": _status, "list": _list, "close": _close}
        do[arguments.what](arguments, workplace, language)
    finally:
        workplace.close()
    return 0


def _new(arguments: argparse.Namespace, workplace: Workplace, language: Language) -> None:
    if arguments.everyone and arguments.logins:
        raise UsageError("usage", detail=DRILL.say("all-and-for", language))
    desk = DrillDesk(workplace)
    record = desk.make(_plan(arguments, workplace), late=arguments.late)
    view, drill = DrillView(desk, workplace, language), record.drill
    if arguments.json:
        json_line({"schema_version": 1, "drill": view.json(record)})
        return
    write_line(DRILL.say("made", language, title=drill.title, drill=drill.id))
    write_line("  " + view.facts(record))
    if drill.everyone:
        people = DRILL.say("for-everyone", language)
    else:
        people = DRILL.say("comma", language).join(record.assigned)
    key = "for" if people else "for-nobody"
    write_line("  " + DRILL.say(key, language, people=people, drill=drill.id))


def _plan(arguments: argparse.Namespace, workplace: Workplace) -> DrillPlan:
    """Of the options; without ``--seed`` and ``--varied`` a customer is drawn for everybody."""
    seed = None if arguments.varied else _number(arguments.seed, "drill.seed", 2**53 - 1)
    if seed is None and not arguments.varied:
        seed = workplace.new_seed()
    spoken = arguments.spoken or arguments.lang or "any"
    return DrillPlan(
        title=arguments.title,
        scenarios=tuple(arguments.scenario),
        language=None if spoken == "any" else cast("Language", spoken),
        mode=arguments.mode,
        intensity=arguments.intensity,
        seed=seed,
        due=parse_due(arguments.due, workplace.now()) if arguments.due else None,
        pass_mark=_number(arguments.pass_mark, "drill.pass-mark", 100),
        attempts=_number(arguments.attempts, "drill.attempts", 99),
        everyone=arguments.everyone,
        logins=tuple(arguments.logins or ()),
    )


def _number(text: str | None, code: str, most: int) -> int | None:
    """A whole number, in wide digits as well; which ones are allowed is checked with the plan."""
    if text is None:
        return None
    number = whole_number(text)
    if number is None:
        raise UsageError(code, value=text, least=0 if code == "drill.seed" else 1, most=most)
    return number


def _assign(arguments: argparse.Namespace, workplace: Workplace, language: Language) -> None:
    desk = DrillDesk(workplace)
    new = desk.assign(desk.find(arguments.drill), arguments.logins)
    people = DRILL.say("comma", language).join(new)
    write_line(DRILL.say("assigned" if new else "assigned-before", language, people=people))


def _close(arguments: argparse.Namespace, workplace: Workplace, language: Language) -> None:
    desk = DrillDesk(workplace)
    record = desk.find(arguments.drill)
    desk.close(record, arguments.reason)
    write_line(DRILL.say("closed", language, title=record.drill.title))


def _list(arguments: argparse.Namespace, workplace: Workplace, language: Language) -> None:
    desk = DrillDesk(workplace)
    drills, view = desk.drills(), DrillView(desk, workplace, language)
    _tell_unreadable(drills, language)
    if arguments.json:
        json_line({"schema_version": 1, "drills": [view.json(r) for r in drills.records]})
        return
    if not drills.records:
        key = "none" if workplace.store.sees_all else "none-mine"
        write_line(DRILL.say(key, language))
    for record in drills.records:
        write_line(DRILL.say("line", language, drill=record.drill.id, title=record.drill.title))
        write_line("  " + view.facts(record))
    for offer in desk.offers()[:1]:
        heading, scenario, facts = view.offer(offer)
        write_line(DRILL.say("next", language, scenario=scenario, drill=heading))
        write_line("  " + facts)


def _status(arguments: argparse.Namespace, workplace: Workplace, language: Language) -> None:
    desk = DrillDesk(workplace)
    drills, view = desk.drills(), DrillView(desk, workplace, language)
    _tell_unreadable(drills, language)
    records = (desk.find(arguments.drill),) if arguments.drill else drills.open
    if arguments.json:
        shown = [view.json(record, with_people=True) for record in records]
        json_line({"schema_version": 1, "drills": shown})
        return
    if not records:
        key = "none" if workplace.store.sees_all else "none-mine"
        write_line(
            DRILL.say("none-open" if drills.records else key, language, count=len(drills.records))
        )
    for record in records:
        for line in view.status(record):
            write_line(line)


def _tell_unreadable(drills: Drills, language: Language) -> None:
    if drills.unreadable:
        reasons = ", ".join(dict.fromkeys(u.reason for u in drills.unreadable))
        count = len(drills.unreadable)
        message(DRILL.say("unreadable", language, count=count, reason=reasons[:100]))
