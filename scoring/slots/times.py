"""Times, days, dates, durations, amounts and numbers, in both languages.

Positions and values only; how they are written stands in a table for each language. Which hour
"one" means is settled by the shop's hours and, where it is known, the story's clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from scenarios.language import Language
from scenarios.week import WEEKDAYS, WEEKDAYS_JA
from scoring.language.lazy_pattern import GuardedPattern, LazyPattern
from scoring.model import SlotKind
from scoring.slots import patterns_en, patterns_ja
from scoring.slots.numbers import FIGURE, number, sum_in_words, times

Found = tuple[SlotKind, str, int, int]

_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip

_COMMON: Final[tuple[tuple[str, LazyPattern], ...]] = (
    ("order", GuardedPattern(FIGURE, r"(?<![a-z])(?P<v>(?!(?:is|no|to|of|it|at|in|on|by|or|an|as|us|we|id)\s)[a-z]{2}[- ]?\d{5})(?!\d)")),
    ("email", GuardedPattern("@", r"(?P<v>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)")),
    ("phone", GuardedPattern("0", r"(?<!\d)(?P<v>0\d{1,4}[- ](?:\d{1,4}[- ]\d{3,4}|\d{6,8})|0\d{9,10}|\(0\d{1,4}\)\s?\d{1,4}[- ]\d{3,4}|0\d{1,4}\(\d{1,4}\)\d{3,4})(?!\d)")),
    ("date", GuardedPattern("20", r"(?<![\d/.-])20\d\d(?P<sep>[/.-])(?P<mon>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)")),
    ("number", GuardedPattern(FIGURE, r"(?<![\d.,])(?P<v>(?!0\d{9,10}(?!\d))\d{4,19})(?![\d,.]*\d)")),
)  # fmt: skip


class Day(NamedTuple):
    """What an hour is understood by."""

    now: int | None = None
    """The story's time in minutes."""
    times: frozenset[str] = frozenset()
    """Times that the case knows, 'HH:MM'."""


def find(text: str, language: Language, day: Day) -> Iterator[Found]:
    """Yield every figure of a matching form."""
    table = patterns_en.PATTERNS if language == "en" else patterns_ja.PATTERNS
    for kind, pattern in (*table, *_COMMON):
        for match in pattern.finditer(text):
            value = _VALUES[kind](match, day)
            if not value:
                continue
            end = match.end()
            if kind == "clock" and "h2" in match.re.groupindex:
                end = match.start("h2")
                if until := _until(match, day):
                    yield "clock", until, end, match.end()
            yield kind, value, match.start(), end  # type: ignore[misc]  # the tables hold kinds only


def _groups(match: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value is not None}


# ---------------------------------------------------------------- clock times


def _clock(match: re.Match[str], day: Day) -> str:
    given = _groups(match)
    if "noon" in given:
        return "00:00" if given["noon"] == "midnight" else "12:00"
    written = given["half"] if "h" not in given else given["h"]
    if match.group().removeprefix("の") == "一時" and patterns_ja.FOR_A_WHILE.match(
        match.string, match.end()
    ):
        return ""
    minute = 30 if "half" in given else _minute(given.get("m", "0"))
    if given.get("rel", "past") != "past" and minute % 5:
        return ""
    hour = 12 if written == "noon" else number(written)
    if given.get("rel") in ("to", "before", "till") or "before" in given:
        hour, minute = hour - 1, 60 - minute
    if hour > 23 or not 0 <= minute < 60:
        return ""
    if written != "noon":
        part = _part_of_day(match, given, hour)
        hour = _hour_of_day(hour, part, _now(match, day), minute, day.times)
    return f"{hour % 24:02d}:{minute:02d}"


def _now(match: re.Match[str], day: Day) -> int | None:
    """The story's time, where the hour is one of the same day."""
    text = match.string
    before = text[max(0, match.start() - _BESIDE) : match.start()]
    after = text[match.end() : match.end() + _BESIDE]
    another = _ANOTHER_DAY.search(before) or _ANOTHER_DAY.search(after)
    return None if another else day.now


_BESIDE: Final = 16
"""Characters from an hour to the day that it belongs to."""
_ANOTHER_DAY: Final = LazyPattern(
    r"\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next day)\b|明日|あした|あす|翌日|明後日|[月火水木金土日]曜"
)


def _minute(words: str) -> int:
    return 5 if words.startswith("o") and words.endswith("five") else number(words)


def _until(match: re.Match[str], day: Day) -> str:
    """The second time of "from two to four"."""
    given = _groups(match)
    hour = 12 if given["h2"] == "noon" else number(given["h2"])
    if hour > 23:
        return ""
    part = given.get("ap2") or given.get("ap", "")
    if part.startswith(_MORNING) and hour < number(given["h"]):
        part = ""  # from 10 a.m. to 2
    part = "" if hour == 12 else part or _said_beside(match)
    until = _hour_of_day(hour, part, _now(match, day)) % 24
    since = number(given["h"]) % 24
    return f"{until + 12 if until < since < 12 else until:02d}:00"  # from nine to eight


def _part_of_day(match: re.Match[str], given: dict[str, str], hour: int) -> str:
    """What says whether it is morning or evening, in the figure itself or beside it."""
    said = given.get("ap", "") + given.get("word", "")
    if not said and "ap2" in given and hour < number(given["h2"]) % 12:
        return given["ap2"]  # both ends of "2 to 4pm"
    if said and said not in _NO_PART_OF_DAY:
        return said
    return "" if hour == 12 else _said_beside(match)


_NO_PART_OF_DAY: Final = ("today", "sharp", "on the dot")


def _said_beside(match: re.Match[str]) -> str:
    text = match.string
    before = text[max(0, match.start() - 24) : match.start()]
    found = (
        patterns_en.PART_OF_DAY_AFTER.match(text, match.end())
        or patterns_en.PART_OF_DAY_BEFORE.search(before)
        or patterns_ja.PART_OF_DAY_BEFORE.search(before)
    )
    return found.group().strip() if found else ""


_MORNING: Final = ("a", "午前", "朝", "今朝", "明朝", "morning")
_LATER: Final = ("p", "午後", "夕方", "夜", "今夜", "今晩", "明晩", "今夕", "tonight")


def _hour_of_day(
    hour: int, half: str, now: int | None, minute: int = 0, times: frozenset[str] = frozenset()
) -> int:
    if half.startswith(_MORNING) or "morning" in half:
        return hour % 12 if hour == 12 else hour
    if half.startswith(_LATER) or "afternoon" in half or "evening" in half:
        return hour if hour >= 12 else hour + 12
    if hour >= 13 or hour == 0:
        return hour
    known = [h for h in (hour, hour + 12) if f"{h:02d}:{minute:02d}" in times]
    if len(known) == 1 and hour < 12:
        return known[0]
    # The desk is open from 9 to 18: one to seven can only be afternoon. Later hours are morning,
    # unless the story's clock is in the evening already.
    if hour <= 7 or (now is not None and now >= 19 * 60 and hour < 12):
        return hour + 12
    return hour


# ---------------------------------------------------------------- durations

_DURATION_MINUTES: Final = (
    ("sec", 0), ("秒", 0), ("min", 1), ("分", 1), ("ふん", 1), ("ぷん", 1), ("hour", 60), ("hr", 60),
    ("時間", 60), ("week", 10080), ("週", 10080), ("fortnight", 20160), ("month", 43200),
    ("月", 43200), ("day", 1440), ("日", 1440),
)  # fmt: skip
_SET_LENGTHS: Final = (("fortnight", "20160"), ("oneortwo", "2880"), ("the_hour", "60"))
_HALVES: Final = ("half", "half2", "and_half")


def _duration(match: re.Match[str], _: Day) -> str:
    given = _groups(match)
    for name, value in _SET_LENGTHS:
        if name in given:
            return value
    unit = given["unit"]
    each = next(minutes for name, minutes in _DURATION_MINUTES if name in unit)
    if "part" in given:
        quarters = 3 if "three" in given["part"] else 2 if "half" in given["part"] else 1
        return str(max(1, each * quarters // 4))
    if _no_time(match, given):
        return ""
    count = given.get("n2") or given["n"]
    half = each // 2 if any(name in given for name in _HALVES) else 0
    amount = 3 if count in ("few", "数") else number(count.partition(".")[0])
    if each == 0:
        return "1" if amount <= 60 else str(amount // 60)
    return str((times(count, each) if "." in count else amount * each) + half)


def _no_time(match: re.Match[str], given: dict[str, str]) -> bool:
    """Whether a word that looks like a stretch of time is something else: 十分に, a second parcel."""
    text, end = match.string, match.end()
    unit = given["unit"]
    if unit == "second" and given["n"] in ("a", "one"):
        before = text[: match.start()].rstrip()
        return before.endswith(" for") or not (
            before.endswith(("just", "me", "wait", "need"))
            or patterns_en.JUST_A_SECOND.match(text, end)
        )
    if given["n"] in ("十", "十二") and unit == "分" and "n2" not in given:
        if text[: match.start()].endswith("不"):
            return True
        if "about" in given or "or_so" in given:
            return False
        if given["n"] == "十":
            return not patterns_ja.TEN_MINUTES.match(text, end)
        return text.startswith("に", end)
    return patterns_ja.AS_SOON_AS_POSSIBLE.match(text, end) is not None


# ---------------------------------------------------------------- days and dates

_RELATIVE: Final = (
    ("day after tom", "+2"), ("明後日", "+2"), ("あさって", "+2"), ("翌々日", "+2"),
    ("tom", "+1"), ("2moro", "+1"), ("tmr", "+1"), ("next", "+1"),
    ("明日", "+1"), ("あした", "+1"), ("あす", "+1"), ("明朝", "+1"), ("明晩", "+1"), ("翌", "+1"),
)  # fmt: skip


def _day(match: re.Match[str], _: Day) -> str:
    given = _groups(match)
    if "wd2" in given or "wd" in given:
        day = given.get("wd") or given["wd2"]
        if day in WEEKDAYS_JA:
            return WEEKDAYS[WEEKDAYS_JA.index(day)]
        if (
            match.group() in ("sat", "sun", "wed")
            and not match.string[match.end() :].startswith((" ", ",", ".", "!", "?", ")"))
            and match.end() != len(match.string)
        ):
            return ""
        if match.group() == "sat" and re.match(
            r"\s(?:in|at|on|down|there|here|waiting|with|by|across)", match.string[match.end() :]
        ):
            return ""
        return day[:3]
    return next((value for name, value in _RELATIVE if name in given["rel"]), "+0")


def _date(match: re.Match[str], _: Day) -> str:
    given = _groups(match)
    day = number(given.get("d") or given["d2"])
    month = given.get("mon") or given.get("mon2")
    if month is None:
        return f"--{day:02d}" if 1 <= day <= 31 else ""
    if month[:3] in _MONTHS:
        value = _MONTHS.index(month[:3]) + 1
    else:
        value = number(month)
        if value > 12 and "sep" in given:  # the American order
            value, day = day, value
    return f"{value:02d}-{day:02d}" if 1 <= value <= 12 and 1 <= day <= 31 else ""


# ---------------------------------------------------------------- amounts and numbers


def _amount(match: re.Match[str], _: Day) -> str:
    given = _groups(match)
    if "ten_thousands" in given:
        rest = given.get("rest", "0").replace(",", "")
        return _sum(given["ten_thousands"], 10000, int(rest[:_LONGEST]))
    if "man" in given:
        return str(number(given["man"]) * 10000)
    if "k" in given:
        return str(number(given["k"]))
    if "w" in given:
        return str(sum_in_words(given["w"]))
    thousands = 1000 if "ka" in given or "kb" in given else 1
    return _sum(given.get("a") or given.get("b", ""), thousands, 0)


_LONGEST: Final = 12
"""Figures of a sum that somebody can have meant."""


def _sum(figure: str, factor: int, rest: int) -> str:
    digits = figure.replace(",", "")
    return str(times(digits, factor) + rest) if digits and len(digits) <= _LONGEST else ""


def _text(match: re.Match[str], _: Day) -> str:
    return match["v"].replace(" ", "-")


def _order(match: re.Match[str], _: Day) -> str:
    """With its hyphen, whether it was typed or not."""
    return f"{match['v'][:2]}-{match['v'][-5:]}"


_VALUES: Final = {
    "clock": _clock,
    "duration": _duration,
    "day": _day,
    "date": _date,
    "amount": _amount,
    "order": _order,
    "email": _text,
    "phone": _text,
    "number": _text,
}
