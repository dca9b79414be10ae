"""The story's clock: weekday and time of the shop, in whole seconds.

It moves only by inputs, so a session plays the same at any hour and on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.language import Language
from scenarios.model import Channel
from scenarios.week import WEEKDAYS, WEEKDAYS_JA, minutes_of, minutes_of_week

DAY: Final = 86_400
WEEK: Final = 7 * DAY

_BEFORE_REPLY: Final[Mapping[Channel, int]] = {"phone": 15, "visit": 15, "chat": 30, "email": 600}
"""Seconds that a turn takes besides the words; writing an e-mail and its answer takes ten minutes."""
_SPOKEN: Final[Mapping[Language, int]] = {"ja": 6, "en": 15}
"""Characters spoken in a second: 300-350 characters a minute in Japanese, 150 words in English."""


def seconds_of(text: str) -> int | None:
    """'Wed 12:50' as seconds since Monday 00:00; None for any other form."""
    minutes = minutes_of_week(text)
    return None if minutes is None else minutes * 60


def start_of(text: str) -> int:
    """As ``seconds_of``; Monday 09:00 where the text has no such form."""
    seconds = seconds_of(text)
    return 9 * 3600 if seconds is None else seconds


def next_moment(now: int, text: str) -> int:
    """The next time after ``now`` at which the week stands at ``text``; ``now`` if unreadable."""
    wanted = seconds_of(text)
    return now if wanted is None else now + (wanted - now) % WEEK


def reply_seconds(channel: str, text: str, language: Language) -> int:
    """How long a reply takes on the story's clock."""
    if channel == "email":
        return _BEFORE_REPLY["email"]
    if channel == "chat":
        return _BEFORE_REPLY["chat"]
    return _BEFORE_REPLY["phone"] + len(text) // _SPOKEN[language]


def minutes_ahead(clock: int, time: int) -> int:
    """Minutes from ``clock`` to the next ``time`` of day."""
    return (time - clock) % 1440


def minutes_until(clock: int, time: str) -> int | None:
    """Minutes from ``clock``, in minutes since Monday 00:00, to the next '13:10' or 'Wed 13:10'; None
    for any other form."""
    of_week, of_day = minutes_of_week(time), minutes_of(time)
    if of_week is not None:
        return (of_week - clock) % (7 * 1440)
    return None if of_day is None else minutes_ahead(clock, of_day)


def clock_text(minutes: int) -> str:
    """Minutes since midnight as '13:10'."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def spoken_time(minutes: int, language: Language) -> str:
    """A time of day as a customer says it: '13時10分', '1:10', '1 o'clock'."""
    hour, minute = minutes // 60 % 24, minutes % 60
    if language == "ja":
        return f"{hour}時{minute}分" if minute else f"{hour}時"
    shown = (hour + 11) % 12 + 1
    return f"{shown}:{minute:02d}" if minute else f"{shown} o'clock"


def day_name(weekday: int, language: Language) -> str:
    return WEEKDAYS_JA[weekday] if language == "ja" else WEEKDAYS[weekday].capitalize()
