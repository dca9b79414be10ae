"""A moment as a reader's own calendar and clock show it."""

from __future__ import annotations

from datetime import datetime

__all__ = ["local_text"]


def local_text(moment: datetime | None, now: datetime) -> str:
    """*moment* in the zone of *now*, such as 2026-11-20 09:30; empty for None."""
    if moment is None:
        return ""
    try:
        return moment.astimezone(now.tzinfo).strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError):  # the last days of the calendar
        return moment.strftime("%Y-%m-%d %H:%M")
