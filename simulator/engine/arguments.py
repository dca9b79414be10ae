"""What was filled in for a desk action, checked and put into one form.

Times become 'HH:MM', with a day of the week 'Tue HH:MM', sums whole yen, durations whole seconds, however they were typed: full-width
digits, 13時10分, 午後1時10分, 1:10 pm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from scenarios.model import ActionKind, Argument
from scenarios.text import clean_text
from scenarios.week import WEEKDAYS, WEEKDAYS_JA
from simulator.engine.clock import clock_text
from simulator.engine.events import EventError

LONGEST_TEXT: Final = 2000
"""Characters of a summary or a reason."""
MOST_YEN: Final = 10_000_000
LONGEST_HOLD: Final = 3600

_CLOCK: Final = re.compile(
    r"(?P<before>午前|午後|am|pm)?(?P<hour>\d{1,2})"
    r"(?:(?:[:.時](?P<minute>\d{1,2})分?)|時(?P<half>半)|時|(?P<full>o'clock))?"
    r"(?P<after>am|pm)?",
    re.ASCII,
)
_YEN: Final = re.compile(r"[¥\\]?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:円|yen|jpy)?", re.ASCII)
_DURATION: Final = re.compile(
    r"(\d{1,5})(秒|s|sec|secs|second|seconds|分|m|min|mins|minute|minutes)?(?:間)?",
    re.ASCII,
)
_DAY: Final = re.compile(
    r"(?P<en>mon(?:day)?|tue(?:sday|s)?|wed(?:nesday)?|thu(?:rsday|rs|r)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)[.,]*(?:at)?|(?P<ja>[月火水木金土日])(?:曜日?)?の?"
)
_NEAR_DAY: Final = re.compile(
    r"(?:(?P<today>今日|本日|today)|(?P<tomorrow>明日|あした|あす|tomorrow)|"
    r"(?P<after>明後日|あさって|thedayaftertomorrow))[.,]*(?:at|の)?"
)
_WEEK: Final = re.compile(r"(?:来週|次|今週|今度|翌週|next|this|on)の?")
"""Before a day of the week; the story knows the seven days that come, so that it says nothing more."""
_NOON: Final = {"正午": 720, "noon": 720, "midnight": 0}


def checked_arguments(
    action: str, kind: ActionKind, args: Mapping[str, str], weekday: int = 0
) -> dict[str, str]:
    """The arguments in the order of the action, each in its one form; blank optional ones left out.
    *weekday* is the story's day (0 for Monday), for times of "tomorrow".

    Raises EventError ``unknown-argument``, ``missing-argument``, ``argument-too-long`` or ``bad-argument``.
    """
    for name in args:
        if name not in kind.arguments:
            raise EventError("unknown-argument", action=action, argument=name, fields=_fields(kind))
    result: dict[str, str] = {}
    for name, argument in kind.arguments.items():
        given = clean_text(args.get(name, ""), keep_newlines=False).strip()
        if given:
            value = argument_value(argument, given, weekday)
            if value is None:
                raise _refused(action, name, argument, given)
            result[name] = value
        elif not argument.optional:
            raise EventError("missing-argument", action=action, argument=name, fields=_fields(kind))
    return result


def _refused(action: str, name: str, argument: Argument, given: str) -> EventError:
    """Why *given* will not do; of a text that can only be its length."""
    if argument.kind == "text":
        count, most = str(len(given)), str(LONGEST_TEXT)
        return EventError("argument-too-long", argument=name, count=count, most=most)
    return EventError("bad-argument", action=action, argument=name, value=given[:80])


def _fields(kind: ActionKind) -> str:
    """The arguments of an action as an error lists them, optional ones in brackets."""
    names = (f"[{n}]" if a.optional else n for n, a in kind.arguments.items())
    return ", ".join(names) or "-"


def are_same(args: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Whether checked arguments say the same, however a text in them is typed."""
    return args.keys() == others.keys() and all(
        _plain(value) == _plain(others[name]) for name, value in args.items()
    )


def argument_value(argument: Argument, given: str, weekday: int = 0) -> str | None:
    """*given* in the one form that is stored; None where it does not do for this argument."""
    match argument.kind:
        case "time":
            return time_value(given, weekday)
        case "yen":
            return yen_value(given)
        case "seconds":
            return seconds_value(given)
        case "choice":
            return given if given in argument.choices else None
        case "text":
            return given if len(given) <= LONGEST_TEXT else None


def time_value(given: str, weekday: int = 0) -> str | None:
    """A time of day as 'HH:MM', or on a day of the week as 'Tue HH:MM'; None for anything else.

    "Tomorrow" is told from *weekday*, the story's day (0 for Monday). A day in a week to come that has
    today's name is None: the story knows no second one.
    """
    words = _plain(given).replace("a.m.", "am").replace("p.m.", "pm")
    near = _NEAR_DAY.match(words)
    if near is not None:
        time = _clock_value(words[near.end() :])
        ahead = 1 if near["tomorrow"] else 2 if near["after"] else 0
        return f"{WEEKDAYS[(weekday + ahead) % 7].capitalize()} {time}" if time and ahead else time
    week = _WEEK.match(words)
    day = _DAY.match(words[week.end() :] if week else words)
    if day is None:
        return None if week else _clock_value(words)
    time = _clock_value(words[(week.end() if week else 0) + day.end() :])
    name = WEEKDAYS[WEEKDAYS_JA.index(day["ja"])] if day["ja"] else day["en"][:3]
    if time is None or (week and name == WEEKDAYS[weekday] and week[0] not in _THIS_WEEK):
        return None
    return f"{name.capitalize()} {time}"


_THIS_WEEK: Final = ("this", "on", "今週", "今週の")


def _clock_value(words: str) -> str | None:
    if words in _NOON:
        return clock_text(_NOON[words])
    match = _CLOCK.fullmatch(words)
    if match is None or words.isdecimal():
        return None
    hour, minute = int(match["hour"]), 30 if match["half"] else int(match["minute"] or 0)
    half = {"午前": "am", "午後": "pm"}.get(
        match["before"] or "", match["before"] or match["after"]
    )
    if half and hour > 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return clock_text(hour * 60 + minute) if hour < 24 and minute < 60 else None


def yen_value(given: str) -> str | None:
    """A sum in whole yen as digits; None for anything else."""
    match = _YEN.fullmatch(_plain(given))
    amount = int(match[1].replace(",", "")) if match else -1
    return str(amount) if 0 <= amount <= MOST_YEN else None


def seconds_value(given: str) -> str | None:
    """A duration of up to an hour in seconds as digits; None for anything else."""
    match = _DURATION.fullmatch(_plain(given))
    if match is None:
        return None
    minutes = (match[2] or "s")[0] in "分m"
    seconds = int(match[1]) * (60 if minutes else 1)
    return str(seconds) if 1 <= seconds <= LONGEST_HOLD else None


def _plain(given: str) -> str:
    """NFKC, lower case, no blanks."""
    return "".join(unicodedata.normalize("NFKC", given).casefold().split())
