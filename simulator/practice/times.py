"""Times from saved records, read so that no clock that was wrong can stop anything."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

__all__ = ["EARLIEST", "local_date", "offset_of", "read_time", "within"]

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""What stands for a time that cannot be believed or read."""
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)
"""Far enough from the last date of the calendar for any schedule to be added."""


def within(moment: datetime) -> datetime:
    """*moment* in UTC, moved to the nearest time that can be reckoned with."""
    try:
        utc = moment.astimezone(UTC)
    except OverflowError:  # the very first or last day of the calendar
        utc = moment.replace(tzinfo=UTC)
    return min(max(utc, EARLIEST), _LATEST)


def read_time(text: object) -> datetime:
    """The moment that a record names; ``EARLIEST`` where it names none."""
    if not isinstance(text, str):
        return EARLIEST
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return EARLIEST
    return EARLIEST if moment.tzinfo is None else within(moment)


def offset_of(now: datetime) -> timedelta:
    """How far the person's clock is from UTC at *now*."""
    return now.utcoffset() or timedelta(0)


def local_date(moment: datetime, now: datetime) -> date:
    """The date of *moment* on a clock that is set as that of *now*."""
    return (within(moment) + offset_of(now)).date()
