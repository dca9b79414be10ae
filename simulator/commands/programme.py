"""``programme``: where one stands in a programme, reading its pages, playing its next contact."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from functools import partial

from scenarios.language import Language
from scenarios.programme import Programme, Step
from simulator.commands.play import play_contact
from simulator.enrolment import Enrolment, contact_for, enrolment, note_read
from simulator.errors import UsageError
from simulator.line.programme_text import next_line, standing_json, standing_lines, step_lines
from simulator.machine.local_time import local_text
from simulator.machine.output import json_line, message, write, write_wrapped
from simulator.options import choose_language
from simulator.practice.standing import Play, Read, Standing
from simulator.words.programme import PROGRAMME
from simulator.workplace import Workplace, open_workplace


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        words: list[str] = arguments.words
        first, named = (*words, None, None)[:2]
        if len(words) > (2 if first in ("read", "next") else 1):
            raise UsageError("usage", detail=PROGRAMME.say("too-many", language))
        if first == "read":
            return _read(named, workplace, language)
        if first != "next":
            return _show(first, arguments.json, enrolment(workplace, language))
        following = _following(named, arguments, workplace, language)
    finally:
        workplace.close()
    return _play(following, arguments) if following is not None else 0


# ---------------------------------------------------------------- where one stands


def _show(given: str | None, as_json: bool, enrolled: Enrolment) -> int:
    found = enrolled.choose(given)
    language = enrolled.language
    if found is None:
        return _list(enrolled, as_json)
    standing = enrolled.standing(found.programme)
    if as_json:
        json_line(standing_json(standing, found.digest, language))
        return 0
    for line in standing_lines(standing, language, enrolled.now):
        write_wrapped(line, language, "        ")
    return 0


def _list(enrolled: Enrolment, as_json: bool) -> int:
    """All programmes; one that cannot be read ends it with what is wrong in its file."""
    found = [enrolled.programmes.read(one) for one in enrolled.programmes.ids]
    if as_json:
        rows = [standing_json(enrolled.standing(f.programme), f.digest, "en") for f in found]
        json_line({"schema_version": 1, "programmes": rows})
        return 0
    for one in found:
        values = {"id": one.programme.id, "title": one.programme.title.of(enrolled.language)}
        write(PROGRAMME.say("list.line", enrolled.language, **values))
    message(PROGRAMME.say("list.more", enrolled.language))
    return 0


# ---------------------------------------------------------------- reading


def _read(given: str | None, workplace: Workplace, language: Language) -> int:
    enrolled = enrolment(workplace, language)
    programme_id, slash, name = (given or "").rpartition("/")
    programme = enrolled.need(programme_id if slash else None).programme
    _read_step(_page(programme, name, language), programme, enrolled, workplace)
    return 0


def _page(programme: Programme, name: str, language: Language) -> Step:
    """The step of this name; UsageError where it is none, or none to read."""
    step = programme.step(name)
    pages = [one.id for one in programme.steps if one.reads]
    known = ", ".join(pages)
    if step is None:
        close = next(iter(get_close_matches(name, [s.id for s in programme.steps], n=1)), None)
        key = "no-step-near" if close else "no-step" if name else "needs-step"
        values = {"programme": programme.id, "value": name, "close": close, "known": known}
        raise UsageError("usage", detail=PROGRAMME.say(key, language, **values))
    if not step.reads:
        raise UsageError(
            "usage", detail=PROGRAMME.say("not-a-page", language, value=name, id=programme.id)
        )
    return step


def _read_step(step: Step, programme: Programme, enrolled: Enrolment, workplace: Workplace) -> None:
    """Print the page, then note that it was read; only the first time is kept."""
    language, title = enrolled.language, step.title.of(enrolled.language)
    write(title)
    write("")
    for line in step.page.of(language).splitlines() if step.page else ():
        if line.strip():
            write_wrapped(line, language, "")
        else:
            write("")
    if not note_read(workplace, programme.id, step.id):
        row = enrolled.standing(programme).row(step.id)
        date = local_text(row.since if row else None, enrolled.now)
        message(PROGRAMME.say("read-before", language, title=title, date=date))
        return
    message(PROGRAMME.say("noted", language, title=title))
    again = enrolment(workplace, language)
    message(next_line(again.standing(programme), language, again.now))


# ---------------------------------------------------------------- playing


def _following(
    given: str | None, arguments: argparse.Namespace, workplace: Workplace, language: Language
) -> Play | None:
    """The contact to play next; None where it was a page, which has been read, or nothing."""
    enrolled = enrolment(workplace, language)
    programme = enrolled.need(given).programme
    standing = enrolled.standing(programme)
    match standing.next:
        case Play() as play:
            return play
        case Read(step):
            if arguments.jsonl:
                where = f"{programme.id}/{step}"
                raise UsageError("usage", detail=PROGRAMME.say("read-first", language, step=where))
            _read_step(_page(programme, step, language), programme, enrolled, workplace)
        case None:
            _tell_nothing(standing, enrolled)
    return None


def _tell_nothing(standing: Standing, enrolled: Enrolment) -> None:
    for row in standing.steps:
        if row.stuck:
            for line in step_lines(row, enrolled.language, enrolled.now):
                write(line)
    write(next_line(standing, enrolled.language, enrolled.now))


def _play(play: Play, arguments: argparse.Namespace) -> int:
    make = partial(contact_for, play, seed=arguments.seed)
    code = play_contact(arguments, make, play.resume)
    if not arguments.jsonl:
        _tell_where(play, arguments)
    return code


def _tell_where(play: Play, arguments: argparse.Namespace) -> None:
    """After a contact: the step it was for, and what comes next."""
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        enrolled = enrolment(workplace, language)
        programme_id = play.occasion.partition(":")[2].partition("/")[0]
        standing = enrolled.standing(enrolled.need(programme_id).programme)
        row = standing.row(play.step)
        lines = step_lines(row, language, enrolled.now) if row else ()
        for line in (*lines, next_line(standing, language, enrolled.now)):
            write_wrapped(line, language, "        ")
    finally:
        workplace.close()
