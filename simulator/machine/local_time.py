"""A moment as a reader's own calendar and clock show it."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["local_text", "localized"]


def localized(moment: datetime) -> datetime:
    """*moment* in the zone of this machine; one that names none is a moment of that zone.

    A zone that is a day or more away from UTC (TZ takes any number) is none: then in UTC.
    """
    try:
        return moment.astimezone()
    except ValueError:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def local_text(moment: datetime | None, now: datetime) -> str:
    """*moment* in the zone of *now*, such as 2026-11-20 09:30; empty for None."""
    if moment is None:
        return ""
    try:
        return moment.astimezone(now.tzinfo).strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError):  # the last days of the calendar
        return moment.strftime("%Y-%m-%d %H:%M")
