"""How times, days, dates, durations and amounts are written in English."""

from __future__ import annotations

from typing import Final

from scoring.language.lazy_pattern import GuardedPattern, LazyPattern
from scoring.slots.numbers import FIGURE, SCALES, TENS, UNITS

_BELOW_TEN: Final = "one|two|three|four|five|six|seven|eight|nine"
_PARTS: Final = ("half", "quarter", "a quarter")
_NO_COUNT: Final = ("a", "an", "few", *_PARTS)
_MINUTES: Final = (
    r"(?:\d{1,3}|" + "|".join(sorted((w for w in UNITS if w != "few"), key=len, reverse=True)) + ")"
)
_COUNT: Final = (
    rf"(?:\d{{1,3}}(?:\.\d)?|(?:{'|'.join(TENS)})[\s-](?:{_BELOW_TEN})\b|"
    + "|".join(
        sorted((w for w in {**UNITS, **TENS} if w not in ("few", *_PARTS)), key=len, reverse=True)
    )
    + ")"
)
_COUNTED: Final = [
    word for word in {**UNITS, **TENS, **SCALES} if word.isalpha() and word not in _NO_COUNT
]
_SUM_WORD: Final = rf"(?:a|{'|'.join(_COUNTED)})"
_COUNTED_WORDS: Final = rf"(?:{'|'.join(_COUNTED)})(?:[\s-]+(?:and\s+)?(?:{'|'.join(_COUNTED)}))*"
_HOUR_WORD: Final = rf"{_BELOW_TEN}|ten|eleven|twelve"
_HOUR: Final = rf"(?:\d{{1,2}}|{_HOUR_WORD}|noon)"
# From five past to five to, as they are read off a clock: "three thirty", "six forty-five".
_MINUTES_READ: Final = (
    r"(?:(?:oh|o)[\s-]five|ten|fifteen|(?:twenty|thirty|forty|fifty)(?:[\s-]five)?)"
)
_MONTH: Final = (
    r"(?P<mon>jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MAY_BE: Final = r"(?!(?<=may)\s+(?:be|not|i|we|you|have|well|still|work|suit|come)\b)"
_FIGURES_APART: Final = LazyPattern(r"\d(?: | ?- ?| ?to ?)\d")
_RELATIVE_HOUR: Final = LazyPattern(rf"(?:past|after|to|before|till)[\s-]+(?:\d|{_HOUR_WORD}|noon)")
_NO_HOURS: Final = (
    r"(?!\s*(?:minutes|days|hours|weeks|months|yen|pens|percent|people|pieces|questions|things|boxes|"
    r"parcels|orders|items|times|calls|working|business|%))"
)
_TOMORROW: Final = r"tomm?orr?ow"

PATTERNS: Final[tuple[tuple[str, LazyPattern], ...]] = (
    ("clock", GuardedPattern(FIGURE, r"(?<![\d:.])(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?![\d:])(?:\s*(?P<ap>[ap]\.?\s?m\b\.?))?")),
    ("clock", GuardedPattern(FIGURE, r"(?<![\d:.,])(?P<h>1[0-2]|0?[1-9])\s*(?P<ap>[ap]\.?\s?m\b\.?)")),
    ("clock", GuardedPattern("hours hrs", r"\b(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s?(?:hours|hrs)\b")),
    ("clock", GuardedPattern("clock", rf"\b(?P<h>{_HOUR})(?:\s+|-)(?:o'?\s?clock|oclock)(?:\s+(?:in\s+the\s+)?(?P<ap>morning|afternoon|evening))?")),
    ("clock", GuardedPattern(_RELATIVE_HOUR, rf"\b(?<!from )(?<!between )(?P<m>{_MINUTES})(?:\s+minutes?)?[\s-]+(?P<rel>past|after|to|before|till)[\s-]+(?P<h>{_HOUR})\b(?!\s*(?:minutes|days|hours|weeks|yen))")),
    ("clock", GuardedPattern("half", rf"\bhalf[\s-]+(?:past[\s-]+)?(?P<half>{_HOUR})\b(?!\s*(?:minutes|days|hours|an|a|of))")),
    ("clock", GuardedPattern("ten fif twenty thirty forty oh o-", rf"\b(?:at|by|before|after|from|until|till?|around|about|between|and|to)\s+(?P<h>{_HOUR_WORD})[\s-](?P<m>{_MINUTES_READ})\b(?![\s-]*(?:minutes?|mins?|days?|hours?|yen|percent|%|hundred|thousand|{_BELOW_TEN})\b)(?:\s*(?P<ap>[ap]\.?\s?m\b\.?))?")),
    ("clock", GuardedPattern(_FIGURES_APART, r"\b(?:at|by|before|until|till?)\s+(?P<h>1[0-2]|[1-9]) (?P<m>[0-5][05])(?=\s*(?:$|[.,!?;)\n]|[ap]\.?m\b|please|today|tomorrow|tonight|this|in\s+the|sharp|and|so|then|at\s+the))(?:\s*(?P<ap>[ap]\.?m\b\.?))?")),
    ("clock", GuardedPattern("between from", rf"\b(?:between|from)\s+(?P<h>{_HOUR})(?:\s*(?P<ap>[ap]\.?m\b\.?))?\s+(?:and|to|till|until)\s+(?P<h2>{_HOUR})(?:\s*(?P<ap2>[ap]\.?m\b\.?)|\b)(?![:.]\d|[\s-]{_MINUTES_READ}\b){_NO_HOURS}")),
    ("clock", GuardedPattern(_FIGURES_APART, r"(?<![\d:.,/-])(?P<h>1[0-2]|[1-9]) ?(?:-|to) ?(?P<h2>1[0-2]|[1-9])\s?(?P<ap2>[ap]\.?m\b\.?)")),
    ("clock", GuardedPattern("weekday daily every", rf"\b(?:weekdays?|daily|every\s+day),?\s+(?P<h>{_HOUR})\s+(?:to|till|until)\s+(?P<h2>{_HOUR})\b{_NO_HOURS}")),
    ("clock", GuardedPattern("noon midday midnight", r"\b(?P<noon>noon|midday|midnight)\b")),
    ("clock", GuardedPattern("tonight evening", r"(?<![\w:.,/-])(?P<h>1[0-2]|[1-9])(?=\s+(?:tonight|(?:this|tomorrow)\s+evening)\b)")),
    ("clock", LazyPattern(rf"\b(?P<prep>at|by|before|after|from|until|till|till|around|about|past|until|to)\s+(?P<h>(?:1?\d|{_HOUR_WORD}))(?![\w:.,/-]*\d)(?!\s*(?:%|yen|days?|hours?|minutes?|mins?|weeks?|months?|years?|times?|pens?|more|of|business|working|items?|things?|people|o'|past|to\b|digits|questions?|points?|separate|other|ways|per|and|yen|thousand|hundred|colleagues|agents|initials|letters|pieces|in\s+stock|single|goes|calls|wrong|failed|bad|different|whole|full|straight|places|shops|nights|tries|attempts|contacts|boxes|parcels|machines|units|replacements|exchanges|complaints|e?-?mails|messages|rounds|failures))(?=\W|$)(?:\s*(?P<word>sharp|on\s+the\s+dot|today|this\s+afternoon|(?:in\s+the\s+)?(?:morning|afternoon|evening)))?")),
    ("duration", GuardedPattern("sec min hour hr day week month fortnight", rf"\b(?:(?:about|around|roughly|some|within|maybe|approx\.?|another)\s+)*(?P<n>{_COUNT}|few)(?P<half>\s+and\s+a\s+half)?(?:\s*(?:-|to|or)\s*(?P<n2>{_COUNT})(?P<half2>\s+and\s+a\s+half)?)?[\s-]*(?:or\s+so\s+)?(?:more\s+)?(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:business\s+|working\s+)?days?|weeks?|months?|fortnight)\b(?P<and_half>\s+and\s+a\s+half\b)?")),
    ("duration", GuardedPattern("half quarter", r"\b(?P<part>(?:an?\s+)?half(?:[\s-]+(?:of\s+)?an?)?|(?:a\s+|one\s+)?quarter(?:\s+of)?(?:\s+an?)?|three[\s-]+quarters?(?:\s+of)?(?:\s+an?)?)[\s-]+(?P<unit>seconds?|minutes?|hour|day|week|month)\b")),
    ("duration", GuardedPattern(LazyPattern("the hour"), r"\b(?:within|inside)\s+the\s+(?P<the_hour>hour)\b")),
    ("duration", GuardedPattern("fortnight", r"\b(?P<fortnight>fortnight)\b")),
    ("day", GuardedPattern("mon tue wed thu fri sat sun", r"\b(?P<wd>mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?s?\b(?!\w)")),
    ("day", GuardedPattern("tomo tomm 2moro tmr tonight this day", rf"\b(?P<rel>the\s+day\s+after\s+{_TOMORROW}|{_TOMORROW}|tomoz|2moro|tmrw?|today|2day|tonight|this\s+(?:afternoon|morning|evening)|(?:the\s+)?next\s+(?:business|working)?\s*day|end\s+of\s+(?:the\s+)?day)\b")),
    ("date", GuardedPattern(FIGURE, rf"\b(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b{_MAY_BE}")),
    ("date", GuardedPattern(FIGURE, rf"\b{_MONTH}\.?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)")),
    ("date", GuardedPattern(FIGURE, r"\b(?:the\s+)(?P<d>\d{1,2})(?:st|nd|rd|th)\b")),
    ("date", GuardedPattern("/20 .20 -20", r"(?<![\d/.-])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<mon2>\d{1,2})(?P=sep)20\d\d(?!\d)")),
    ("amount", GuardedPattern("yen jpy ¥ \\ 円", rf"(?:[¥\\]|\bjpy)\s?(?P<a>\d[\d,]*)(?P<ka>\s?k\b)?|(?<![\d.,])(?P<b>\d[\d,]*(?:\.\d)?)(?P<kb>\s?k\b)?\s*(?:yen|jpy|¥|円)|\b(?P<w>(?:\d{{1,3}}[\s-]+(?:thousand|hundred)|{_SUM_WORD})(?:,?[\s-]+(?:and\s+)?{_SUM_WORD})*)\s+yen\b")),
    ("amount", GuardedPattern(LazyPattern(r"\d,\d|thousand"), rf"\b(?P<a>\d{{1,3}}(?:,\d{{3}})+)\b|\b(?P<w>(?:\d{{1,3}}|{_COUNTED_WORDS})\s+thousand(?:,?[\s-]+(?:and\s+)?{_COUNTED_WORDS})?)\b")),
)  # fmt: skip

PART_OF_DAY_AFTER: Final = LazyPattern(
    r"\s+(?:tonight|(?:(?:this|tomorrow|in\s+the|\w+day)\s+)?(?:morning|afternoon|evening))\b"
)
PART_OF_DAY_BEFORE: Final = LazyPattern(
    r"\b(?:tonight|(?:this|tomorrow|in\s+the|\w+day)\s+(?:morning|afternoon|evening))\s+$"
)
JUST_A_SECOND: Final = LazyPattern(
    r"\s*(?:$|[.,!?;:)\n-]|please\b|while\b|to\b|if\b|and\b|so\b|or\s+(?:two|so)\b)"
)
