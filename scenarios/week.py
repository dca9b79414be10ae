"""Moments of a week as scenarios write them: 'Wed 12:50'."""

from __future__ import annotations

import re
from typing import Final

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS_JA: Final = "月火水木金土日"
_MOMENT: Final = re.compile(r"\s*(\w+)\s+(\d{1,2}):(\d{2})\s*")


def minutes_of_week(text: str) -> int | None:
    """'Wed 12:50' as minutes since Monday 00:00; None for any other form."""
    match = _MOMENT.fullmatch(text)
    if not match:
        return None
    day, hour, minute = match[1], int(match[2]), int(match[3])
    if hour > 23 or minute > 59:
        return None
    name = day.lower()[:3]
    index = WEEKDAYS.index(name) if name in WEEKDAYS else WEEKDAYS_JA.find(day[0])
    return None if index < 0 else (index * 24 + hour) * 60 + minute
