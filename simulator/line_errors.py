"""What is wrong with a line of replies, in the reader's language.

The scorer tells it in English sentences. They are recognised here, as the sentences of the parser of
arguments are, so that the scorer needs no words of the interface; a test holds that none is missing.
"""

from __future__ import annotations

import re
from typing import Final

from scenarios.language import Language
from simulator.words.lines import LINES

__all__ = ["line_error"]

_KEY: Final = r"'(?P<field>\w+)'"
_SENTENCES: Final = tuple(
    (key, re.compile(pattern, re.DOTALL))
    for key, pattern in (
        ("json-word", r"not JSON: (?P<word>-?\w+) is no value"),
        ("too-deep", r"(?:not JSON: )?maximum recursion depth exceeded.*"),
        (
            "json-at",
            r"(?:not JSON: )?(?P<detail>.+): line \d+ column (?P<column>\d+) \(char \d+\)",
        ),
        ("json", r"not JSON: (?P<detail>.*)"),
        ("no-object", r"not a JSON object"),
        ("scenario", r"unknown scenario: (?P<value>.*)"),
        ("language", r"unknown language: (?P<value>.*)"),
        ("scale", r"unknown scale: (?P<value>.*)"),
        ("breach", r"unknown breach: (?P<value>.*) \(there are: (?P<known>.*)\)"),
        ("missing-text", rf"{_KEY} is missing or no text"),
        ("missing", rf"{_KEY} is missing"),
        ("no-text", rf"{_KEY} is no text"),
        ("no-texts", rf"{_KEY} is no list of texts"),
        ("no-list", rf"{_KEY} is no list"),
        ("no-number", rf"{_KEY} is no number"),
        ("range", rf"{_KEY} is not from 0 to (?P<limit>\d+)"),
        ("too-many", rf"{_KEY} has more than (?P<limit>\d+) lines"),
        ("too-long", r"(?P<count>\d+) characters, at most (?P<limit>\d+) are allowed"),
        (
            "twice",
            r"the id (?P<quote>['\"])(?P<value>.*)(?P=quote) stands in line (?P<line>\d+) already",
        ),
    )
)


def line_error(told: str, language: Language) -> str:
    """What the scorer *told* of a line, for a reader of this language."""
    for key, pattern in _SENTENCES:
        found = pattern.fullmatch(told)
        if found:
            return LINES.say(key, language, **found.groupdict())
    return LINES.say("other", language, detail=told)
