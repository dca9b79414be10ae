"""Moments of a day and of a week as scenarios write them: '13:10', 'Wed 12:50'."""

from __future__ import annotations

import re
from typing import Final

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS_JA: Final = "月火水木金土日"
_MOMENT: Final = re.compile(r"\s*(\w+)\s+(\d{1,2}:\d{2})\s*")
_TIME: Final = re.compile(r"(\d{1,2}):(\d{2})")


def minutes_of(time: str) -> int | None:
    """'13:10' as minutes since midnight; None for any other form."""
    match = _TIME.fullmatch(time)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return int(match[1]) * 60 + int(match[2])


def clock_of(text: str) -> int | None:
    """The time of day in '13:10' or 'Wed 13:10', in minutes since midnight; None for any other form."""
    return minutes_of(time_of_day(text))


def time_of_day(text: str) -> str:
    """The '13:10' of '13:10' or 'Wed 13:10'."""
    return text.rpartition(" ")[2]


def day_of(text: str) -> int | None:
    """The day of the week in 'Wed 13:10', 0 for Monday; None where it names none."""
    minutes = minutes_of_week(text)
    return None if minutes is None else minutes // 1440


def minutes_of_week(text: str) -> int | None:
    """'Wed 12:50' as minutes since Monday 00:00; None for any other form."""
    match = _MOMENT.fullmatch(text)
    minutes = minutes_of(match[2]) if match else None
    if match is None or minutes is None:
        return None
    name = match[1].lower()[:3]
    index = WEEKDAYS.index(name) if name in WEEKDAYS else WEEKDAYS_JA.find(match[1][0])
    return None if index < 0 else index * 24 * 60 + minutes
