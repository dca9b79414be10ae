"""Times, days, dates, durations, amounts and numbers, in both languages.

Positions and values only; a table of patterns a language. Which hour "one" means is settled by
the shop's hours and, where it is known, the story's clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from scenarios.language import Language
from scoring.lazy_pattern import GuardedPattern, LazyPattern
from scoring.model import SlotKind

Found = tuple[SlotKind, str, int, int]

_UNITS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-five": 25,
    "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "a": 1, "an": 1, "couple of": 2, "few": 3,
    "half": 30, "quarter": 15, "a quarter": 15, "half a": 30,
}  # fmt: skip
_KANJI_DIGITS: Final = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_NUMBER_EN: Final = (
    r"(?:\d{1,3}|"
    + "|".join(sorted((w for w in _UNITS if w not in ("few",)), key=len, reverse=True))
    + ")"
)
_NO_COUNT: Final = ("a", "an", "few", "half", "quarter")
_TENS: Final = {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES: Final = {"hundred": 100, "thousand": 1000}
_COUNTED: Final = [
    word for word in {**_UNITS, **_TENS, **_SCALES} if word.isalpha() and word not in _NO_COUNT
]
_SUM_WORD: Final = rf"(?:a|{'|'.join(_COUNTED)})"
_HOUR_EN: Final = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)"
_FIGURE: Final = LazyPattern(r"\d")
_RELATIVE_HOUR: Final = LazyPattern(
    r"(?:past|after|to|before|till)\s+(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)"
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUM_JA: Final = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"

_EN: Final[tuple[tuple[str, LazyPattern], ...]] = (
    ("clock", GuardedPattern(_FIGURE, r"(?<![\d:.])(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?![\d:])(?:\s*(?P<ap>[ap]\.?\s?m\b\.?))?")),
    ("clock", GuardedPattern(_FIGURE, r"(?<![\d:.,])(?P<h>1[0-2]|0?[1-9])\s*(?P<ap>[ap]\.?\s?m\b\.?)")),
    ("clock", GuardedPattern("clock", rf"\b(?P<h>{_HOUR_EN})(?:\s+|-)(?:o'?\s?clock|oclock)(?:\s+(?:in\s+the\s+)?(?P<ap>morning|afternoon|evening))?")),
    ("clock", GuardedPattern(_RELATIVE_HOUR, rf"\b(?<!from )(?<!between )(?P<m>{_NUMBER_EN})(?:\s+minutes?)?\s+(?P<rel>past|after|to|before|till)\s+(?P<h>{_HOUR_EN})\b(?!\s*(?:minutes|days|hours|weeks|yen))")),
    ("clock", GuardedPattern("half", rf"\bhalf\s+(?:past\s+)?(?P<half>{_HOUR_EN})\b(?!\s*(?:minutes|days|hours|an|a|of))")),
    ("clock", GuardedPattern("between from", rf"\b(?:between|from)\s+(?P<h>{_HOUR_EN})\s+(?:and|to|till|until)\s+{_HOUR_EN}\b(?!\s*(?:minutes|days|hours|weeks|months|yen|pens|percent|people|pieces|questions|things))")),
    ("clock", GuardedPattern("weekday daily every", rf"\b(?:weekdays?|daily|every\s+day),?\s+(?P<h>{_HOUR_EN})\s+(?:to|till|until)\s+{_HOUR_EN}\b")),
    ("clock", GuardedPattern("noon midday midnight", r"\b(?P<noon>noon|midday|midnight)\b")),
    ("clock", LazyPattern(r"\b(?P<prep>at|by|before|after|from|until|till|till|around|about|past|until|to)\s+(?P<h>(?:1?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?![\w:.,-]*\d)(?!\s*(?:%|yen|days?|hours?|minutes?|mins?|weeks?|months?|years?|times?|pens?|more|of|business|working|items?|things?|people|o'|past|to\b|digits|questions?|points?|separate|other|ways|per|and|yen|thousand|hundred|colleagues|agents|initials|letters|pieces|in\s+stock|single))(?=\W|$)(?:\s*(?P<word>sharp|on\s+the\s+dot|today|this\s+afternoon|(?:in\s+the\s+)?(?:morning|afternoon|evening)))?")),
    ("duration", GuardedPattern("sec min hour hr day week month fortnight", rf"\b(?:(?:about|around|roughly|some|within|maybe|approx\.?|another)\s+)*(?P<n>{_NUMBER_EN}|few)(?:\s*(?:-|to|or)\s*(?P<n2>{_NUMBER_EN}))?[\s-]*(?:or\s+so\s+)?(?:more\s+)?(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:business\s+|working\s+)?days?|weeks?|months?|fortnight)\b")),
    ("duration", GuardedPattern("fortnight", r"\b(?P<fortnight>fortnight)\b")),
    ("day", GuardedPattern("mon tue wed thu fri sat sun", r"\b(?P<wd>mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?s?\b(?!\w)")),
    ("day", GuardedPattern("tomo 2moro tmrw tonight this day", r"\b(?P<rel>the\s+day\s+after\s+tomorrow|tomorrow|tomoz|2moro|tmrw|today|2day|tonight|this\s+(?:afternoon|morning|evening)|(?:the\s+)?next\s+(?:business|working)?\s*day|end\s+of\s+(?:the\s+)?day)\b")),
    ("date", GuardedPattern(_FIGURE, r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")),
    ("date", GuardedPattern(_FIGURE, r"\b(?P<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?\b(?!:)")),
    ("date", GuardedPattern(_FIGURE, r"\b(?:the\s+)(?P<d>\d{1,2})(?:st|nd|rd|th)\b")),
    ("amount", GuardedPattern("yen jpy ¥ \\", rf"[¥\\]\s?(?P<a>\d[\d,]*)|(?P<b>\d[\d,]*)\s*(?:yen|jpy|¥)|\b(?P<w>{_SUM_WORD}(?:[\s-]+(?:and\s+)?{_SUM_WORD})*)\s+yen\b")),
    ("amount", GuardedPattern(LazyPattern(r"\d,\d|thousand"), r"\b(?P<a>\d{1,3}(?:,\d{3})+)\b|\b(?P<w>(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)\s+thousand)\b")),
)  # fmt: skip

_JA: Final[tuple[tuple[str, LazyPattern], ...]] = (
    ("clock", GuardedPattern("時", rf"(?P<ap>午前|午後|朝|昼|夕方|夜|お昼)?の?(?P<h>{_NUM_JA})時(?!間)(?:(?P<half>半)|(?P<m>{_NUM_JA})分|ちょうど|台|すぎ|過ぎ|ごろ|頃)?")),
    ("clock", GuardedPattern(":", r"(?P<ap>午前|午後)?(?<![\d:])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:])")),
    ("clock", GuardedPattern("じ", r"(?P<ap>午前|午後)?(?<![ぁ-んァ-ヶ\w])(?P<h>\d{1,2})じ(?!ゅ|ょ|ゃ|か[んい])(?:(?P<half>はん)|(?P<m>\d{1,2})(?:ふん|ぷん|分))?")),
    ("clock", LazyPattern(r"(?P<noon>正午)")),
    ("duration", GuardedPattern("秒 分 ぷん ふん 時間 営業日 日 週間 か月 ヶ月 カ月", rf"(?:約|およそ|あと|ほんの)?(?P<n>{_NUM_JA}|数)(?:[~〜、,-]|から|ないし)?(?P<n2>{_NUM_JA})?(?P<unit>秒|分(?!の|か[っら]|野|量)|ぷん|ふん|時間|営業日|日間|週間|か月|ヶ月|カ月|日(?=以内|ほど|くらい|ぐらい|で|後|はかか|かか))(?P<half>半)?(?:ほど|くらい|ぐらい|程度|前後|以内)?")),
    ("duration", LazyPattern(r"(?P<oneortwo>一両日中?|一両日|2、3日|二、三日|2,3日)")),
    ("day", LazyPattern(r"(?P<rel>明後日|あさって|翌営業日|翌々日|明日|あした|あす|翌日|本日|今日|きょう|今夜|今晩|今夕|夕方まで|午後いちばん|午後一番)")),
    ("day", GuardedPattern("月 火 水 木 金 土 日", r"(?P<wd>[月火水木金土日])曜日?|(?<![一-龥])(?P<wd2>[月火水木金土])(?=着|に(?:着|お届け)|の(?:朝|午前|夕方|夜))")),
    ("date", GuardedPattern("月 /", rf"(?P<mon>{_NUM_JA})月(?P<d>{_NUM_JA})日|(?<![\d])(?P<mon2>1[0-2]|[1-9])/(?P<d2>[12]\d|3[01]|[1-9])(?![\d/])")),
    ("date", GuardedPattern("日", r"(?<![\d一二三四五六七八九十月か])(?P<d>3[01]|[12]\d|[1-9])日(?=着|に|の|まで|には|、|,|が)")),
    ("amount", GuardedPattern(r"円 えん ¥ \ 万", r"(?P<a>\d[\d,]*)\s*(?:円|えん)|[¥\\]\s?(?P<b>\d[\d,]*)|(?P<k>[〇一二三四五六七八九十百千万\d]*[〇一二三四五六七八九十百千万])(?:円|えん)|(?P<man>[一二三四五六七八九\d]+)万(?!円|一|が)")),
)  # fmt: skip

_COMMON: Final[tuple[tuple[str, LazyPattern], ...]] = (
    ("order", GuardedPattern(_FIGURE, r"(?<![a-z])(?P<v>[a-z]{2}[- ]?\d{5})(?!\d)")),
    ("email", GuardedPattern("@", r"(?P<v>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)")),
    ("phone", GuardedPattern("0", r"(?<!\d)(?P<v>0\d{1,4}[- ]?\d{1,4}[- ]?\d{3,4})(?!\d)")),
    ("number", GuardedPattern(_FIGURE, r"(?<![\d.,])(?P<v>\d{4,19})(?![\d,.]*\d)")),
)


def find(text: str, language: Language, clock: int | None) -> Iterator[Found]:
    """Yield every figure of a matching form."""
    for kind, pattern in (*(_EN if language == "en" else _JA), *_COMMON):
        for match in pattern.finditer(text):
            value = _VALUES[kind](match, clock)
            if value:
                yield kind, value, match.start(), match.end()  # type: ignore[misc]  # the tables hold kinds only


def _groups(match: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value is not None}


def number(word: str) -> int:
    """The value of a small number in figures, English words or kanji."""
    word = word.strip()
    if word.isdecimal():
        return int(word)
    if word in _UNITS:
        return _UNITS[word]
    total, digit = 0, 0
    for character in word:
        if character.isdecimal():
            digit = digit * 10 + int(character)
        elif character in _KANJI_DIGITS:
            digit = digit * 10 + _KANJI_DIGITS[character]
        elif character in "十百千":
            total += max(digit, 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
        elif character == "万":
            total = (total + digit) * 10000
            digit = 0
    return total + digit


def _clock(match: re.Match[str], now: int | None) -> str:
    given = _groups(match)
    if "noon" in given:
        return "00:00" if given["noon"] == "midnight" else "12:00"
    if given.get("h") == "noon" or given.get("half") == "noon":
        hour, exact = 12, True
    else:
        hour = number(given["half"] if "h" not in given else given["h"])
        exact = False
    minute = number(given.get("m", "0"))
    if "half" in given:
        minute = 30
    half = given.get("ap", "") + given.get("word", "")
    if "rel" in given and minute % 5:
        return ""
    if given.get("rel") in ("to", "before", "till"):
        hour, minute = hour - 1, 60 - minute
    if hour > 23 or not 0 <= minute < 60:
        return ""
    if not exact:
        hour = _hour_of_day(hour, half, now)
    return f"{hour % 24:02d}:{minute:02d}"


_MORNING: Final = ("a", "午前", "朝", "morning")
_LATER: Final = (
    "p",
    "午後",
    "夕方",
    "夜",
    "afternoon",
    "evening",
    "in the afternoon",
    "in the evening",
    "this afternoon",
)


def _hour_of_day(hour: int, half: str, now: int | None) -> int:
    if half.startswith(_MORNING) or "morning" in half:
        return hour % 12 if hour == 12 else hour
    if half.startswith(_LATER) or "afternoon" in half or "evening" in half:
        return hour if hour >= 12 else hour + 12
    if hour >= 13 or hour == 0:
        return hour
    # The desk is open from 9 to 18: one to seven can only be afternoon. Later hours are morning,
    # unless the story's clock is in the evening already.
    if hour <= 7 or (now is not None and now >= 19 * 60 and hour < 12):
        return hour + 12
    return hour


_DURATION_MINUTES: Final = (
    ("sec", 0), ("秒", 0), ("min", 1), ("分", 1), ("ふん", 1), ("ぷん", 1), ("hour", 60), ("hr", 60),
    ("時間", 60), ("week", 10080), ("週", 10080), ("fortnight", 20160), ("month", 43200),
    ("月", 43200), ("day", 1440), ("日", 1440),
)  # fmt: skip


def _duration(match: re.Match[str], _: int | None) -> str:
    given = _groups(match)
    if "fortnight" in given:
        return "20160"
    if "oneortwo" in given:
        return "2880"
    unit = given["unit"]
    each = next(minutes for name, minutes in _DURATION_MINUTES if name in unit)
    count = given.get("n2") or given["n"]
    amount = 3 if count in ("few", "数") else number(count)
    if given["n"] in ("half", "half a", "quarter", "a quarter"):
        return str(number(given["n"])) if each == 60 else str(each // 2)
    if each == 0:
        return "1" if amount <= 60 else str(amount // 60)
    return str(amount * each + (each // 2 if "half" in given else 0))


_RELATIVE: Final = (
    ("day after tomorrow", "+2"), ("明後日", "+2"), ("あさって", "+2"), ("翌々日", "+2"),
    ("tomorrow", "+1"), ("tomoz", "+1"), ("2moro", "+1"), ("tmrw", "+1"), ("next", "+1"),
    ("明日", "+1"), ("あした", "+1"), ("あす", "+1"), ("翌", "+1"),
)  # fmt: skip


def _day(match: re.Match[str], _: int | None) -> str:
    given = _groups(match)
    if "wd2" in given or "wd" in given:
        day = given.get("wd") or given["wd2"]
        if day in "月火水木金土日":
            return _WEEKDAYS["月火水木金土日".index(day)]
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


_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)


def _date(match: re.Match[str], _: int | None) -> str:
    given = _groups(match)
    day = number(given.get("d") or given["d2"])
    month = given.get("mon") or given.get("mon2")
    if not 1 <= day <= 31:
        return ""
    if month is None:
        return f"--{day:02d}"
    if month in _MONTHS:
        return f"{_MONTHS.index(month) + 1:02d}-{day:02d}"
    value = number(month)
    return f"{value:02d}-{day:02d}" if 1 <= value <= 12 else ""


def _sum_in_words(words: str) -> int:
    """The value of "nine thousand three hundred and fifty"."""
    total, below = 0, 0
    for word in words.replace("-", " ").split():
        if word == "hundred":
            below = max(below, 1) * 100
        elif word == "thousand":
            total, below = total + max(below, 1) * 1000, 0
        else:
            below += {**_UNITS, **_TENS}.get(word, 0)
    return total + below


def _amount(match: re.Match[str], _: int | None) -> str:
    given = _groups(match)
    if "man" in given:
        return str(number(given["man"]) * 10000)
    if "k" in given:
        return str(number(given["k"]))
    if "w" in given:
        return str(_sum_in_words(given["w"]))
    figure = (given.get("a") or given.get("b", "")).replace(",", "")
    return str(int(figure)) if figure and len(figure) <= 12 else ""


def _text(match: re.Match[str], _: int | None) -> str:
    return match["v"].replace(" ", "-")


_VALUES: Final = {
    "clock": _clock,
    "duration": _duration,
    "day": _day,
    "date": _date,
    "amount": _amount,
    "order": _text,
    "email": _text,
    "phone": _text,
    "number": _text,
}
