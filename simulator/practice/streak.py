"""On which days somebody practised, told quietly: a day off is a day off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["Streak", "streak_of"]


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row with something done."""

    days: int
    """Up to today, or up to yesterday while today is still open; 0 after a day off."""
    today: bool
    """Something was done today."""
    since: int | None
    """Days since something was last done; None where nothing ever was."""


def streak_of(dates: Iterable[date], today: date) -> Streak:
    """The streak as of *today*; dates that lie ahead come from a wrong clock and do not count."""
    done = {day for day in dates if day <= today}
    if not done:
        return Streak(0, False, None)
    since = (today - max(done)).days
    day, days = max(done), 0
    while since <= 1 and day in done:
        days += 1
        day -= timedelta(days=1)
    return Streak(days, today in done, since)
