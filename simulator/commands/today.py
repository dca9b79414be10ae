"""``today``: ten minutes from one's own weak spots; ``today start`` plays one of them."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from simulator.errors import UsageError
from simulator.machine.output import json_line, teller, write, write_wrapped
from simulator.options import choose_language, has_terminal

if TYPE_CHECKING:
    from scenarios.language import Language
    from scenarios.model import Mode
    from simulator.contact import Contact
    from simulator.practice.today import Item, Plan
    from simulator.workplace import Workplace


def run(arguments: argparse.Namespace) -> int:
    from simulator.practice.gather import plan_of
    from simulator.team.reviewing import own_decided
    from simulator.workplace import open_workplace

    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        plan = plan_of(workplace, language, own_decided(workplace))
        starts = arguments.what == "start" and (plan.items or arguments.number)
        if not starts:
            if arguments.json:
                json_line(_as_json(plan, workplace, language))
            else:
                _tell(plan, workplace, language)
            return 0
        item = _picked(plan, arguments.number)
        if arguments.plain or not has_terminal():
            return _play(_contact(workplace, item))
    finally:
        workplace.close()
    from simulator.tui.launch import run_app

    return run_app(arguments.lang, partial(_contact, item=item))


# ---------------------------------------------------------------- playing


def _picked(plan: Plan, number: int | None) -> Item:
    """The item asked for, else the first; raises UsageError where there is none."""
    wanted = number or 1
    if wanted > len(plan.items):
        raise UsageError("today.no-item", number=wanted, count=len(plan.items))
    return plan.items[wanted - 1]


def _contact(workplace: Workplace, item: Item) -> Contact:
    """The contact of one item; one that was left in the middle is gone on with."""
    from simulator.contact import Contact, Start
    from simulator.practice.gather import left_open
    from simulator.practice.moment import begin_moment

    if item.session is not None and item.turn is not None:
        return begin_moment(workplace, item.session, item.turn, item.skills[0])
    if (session := left_open(workplace, item)) is not None:
        return Contact.resume(workplace, session)
    mode = cast("Mode", workplace.setting("mode", "practice"))
    start = Start(item.scenario, item.language, mode, workplace.new_seed())
    return Contact.begin(workplace, start)


def _play(contact: Contact) -> int:
    import sys

    from simulator.line.moment_door import MomentDoor
    from simulator.line.plain import PlainDoor
    from simulator.practice.moment import MomentContact

    door = MomentDoor if isinstance(contact, MomentContact) else PlainDoor
    told = teller(contact.language)
    playing = door(contact, sys.stdin, told, interactive=sys.stdin.isatty())
    playing.run(resumed=bool(contact.events))
    return 0


# ---------------------------------------------------------------- telling


def _tell(plan: Plan, workplace: Workplace, language: Language) -> None:
    from simulator.practice.skills import skills_of
    from simulator.words.practice import PRACTICE

    skills = skills_of(workplace.judge.rubric)
    joint = "、" if language == "ja" else ", "

    def say(key: str, indent: str = "", **values: object) -> None:
        write_wrapped(indent + PRACTICE.say(key, language, **values), language, indent)

    def titles(names: tuple[str, ...]) -> str:
        return joint.join(skills[name].title.of(language) for name in names if name in skills)

    if plan.items:
        say("today.head", minutes=_minutes(plan.minutes))
    else:
        say("today.done" if plan.done else "today.nothing")
    for number, item in enumerate(plan.items, start=1):
        title = workplace.library.card(item.scenario).title.of(language)
        minutes = _minutes(item.minutes)
        if item.kind == "moment":
            skill = skills[item.skills[0]]
            say("today.moment", f"{number}. ", minutes=minutes, skill=skill.title.of(language))
            aim = skill.practise.of(language)
            say("today.moment-place", "   ", title=title, turn=item.turn, practise=aim)
        else:
            say("today.call", f"{number}. ", minutes=minutes, title=title)
            if item.skills:
                say("today.call-skills", "   ", skills=titles(item.skills))
            if best := plan.bests.get(item.scenario):
                say("today.best", "   ", title=title, total=best.total)
    if plan.items and not plan.weakest and not plan.bests:
        say("today.call-first")
    if plan.items:
        say("today.start")
    write("")
    _tell_around(plan, say, titles)


def _tell_around(plan: Plan, say: Any, titles: Any) -> None:
    """What stands beside the list: the day so far, the days in a row, the skills, tomorrow."""
    if plan.done:
        say("today.spent", done=plan.done, minutes=_minutes(plan.done_minutes))
    if plan.streak.days > 1:
        say("today.streak", days=plan.streak.days)
    elif plan.streak.since is not None and plan.streak.since > 1:
        say("today.back", since=plan.streak.since)
    if plan.weakest and plan.items:
        say("today.weakest", skills=titles(plan.weakest))
    if not plan.items and plan.tomorrow:
        say("today.tomorrow", count=plan.tomorrow)


def _minutes(value: float) -> str:
    return f"{value:g}"


def _as_json(plan: Plan, workplace: Workplace, language: Language) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "date": plan.day.isoformat(),
        "language": language,
        "minutes": plan.minutes,
        "items": [
            {
                "number": number,
                "kind": item.kind,
                "minutes": item.minutes,
                "scenario": item.scenario,
                "title": workplace.library.card(item.scenario).title.of(language),
                "skills": list(item.skills),
                "session": item.session,
                "turn": item.turn,
                "due": item.due.isoformat() if item.due else None,
            }
            for number, item in enumerate(plan.items, start=1)
        ],
        "done": plan.done,
        "done_minutes": plan.done_minutes,
        "tomorrow": plan.tomorrow,
        "weakest": list(plan.weakest),
        "streak": {
            "days": plan.streak.days,
            "today": plan.streak.today,
            "since": plan.streak.since,
        },
        "bests": {
            name: {"total": best.total, "passed": best.passed, "session": best.session}
            for name, best in sorted(plan.bests.items())
        },
    }
