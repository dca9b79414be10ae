"""What is read from a line of JSON that holds replies, and what is wrong with one that holds none."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from scenarios.language import LANGUAGES, Language, Text

__all__ = [
    "UTF_16",
    "LineError",
    "check_utf8",
    "context_of",
    "json_object",
    "language_of",
    "present",
    "text_of",
    "unknown",
]

UTF_16: Final = ("\udcff\udcfe", "\udcfe\udcff")
"""How a file in UTF-16 begins, read as UTF-8 with ``surrogateescape``: no line of it can be read."""
_BYTE: Final = re.compile("[\udc80-\udcff]")


class LineError(ValueError):
    """A line that is no item; ``why`` tells the reader, ``str`` gives it in English."""

    def __init__(self, *, ja: str, en: str) -> None:
        super().__init__(en)
        self.why: Final = Text(ja=ja, en=en)


def json_object(line: str) -> Mapping[str, Any]:
    """The object that the line holds; nothing in it is dropped, and no number is none."""
    check_utf8(line)
    try:
        item = json.loads(
            line, parse_constant=_no_constant, parse_float=_finite, object_pairs_hook=_no_twins
        )
    except RecursionError as error:
        raise LineError(
            ja="入れ子が深すぎて読めません", en="not JSON: nested too deeply"
        ) from error
    except json.JSONDecodeError as error:
        raise LineError(
            ja=f"JSON として読めません（{error.colno} 文字目）",
            en=f"not JSON: {error.msg} (column {error.colno})",
        ) from error
    except LineError:
        raise
    except ValueError as error:  # a whole number of thousands of figures
        raise LineError(ja="数が長すぎて読めません", en="not JSON: a number is too long") from error
    if not isinstance(item, dict):
        raise LineError(ja="JSON のオブジェクトではありません", en="not a JSON object")
    return item


def check_utf8(line: str) -> None:
    """Raises LineError for a line with bytes that are not UTF-8, kept by ``surrogateescape``."""
    if _BYTE.search(line):
        raise _not_utf8(line)


def text_of(item: Mapping[str, Any], key: str) -> str:
    value = present(item, key)
    if not isinstance(value, str):
        raise LineError(ja=f"「{key}」が文字列ではありません", en=f"{key!r} is no text")
    return value


def present(item: Mapping[str, Any], key: str) -> object:
    if key not in item:
        raise LineError(ja=f"「{key}」がありません", en=f"{key!r} is missing")
    return item[key]


def language_of(word: str) -> Language:
    for language in LANGUAGES:
        if word == language:
            return language
    raise unknown("言語", "language", word, LANGUAGES)


def context_of(item: Mapping[str, Any]) -> list[str]:
    lines = item.get("context", [])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise LineError(
            ja="「context」が文字列のリストではありません", en="'context' is no list of texts"
        )
    return lines


def unknown(
    ja: str, en: str, value: object, known: Iterable[str] = (), near: Iterable[str] = ()
) -> LineError:
    """What to raise for a *value* that is none of those that are *known* as *ja* or *en*.

    *near* are some of them, where they are too many to be told.
    """
    names, likely = ", ".join(known), ", ".join(near)
    told = Text(f"（使えるもの: {names}）", f" (there are: {names})") if names else Text("", "")
    if likely:
        told = Text(f"（似た名前: {likely}）", f" (similar: {likely})")
    return LineError(
        ja=f"「{value}」という{ja}はありません{told.ja}", en=f"unknown {en}: {value}{told.en}"
    )


def _no_constant(word: str) -> None:
    """NaN and Infinity, which Python reads and JSON does not know."""
    raise LineError(
        ja=f"JSON として読めません（{word} は JSON の値ではありません）",
        en=f"not JSON: {word} is no value",
    )


def _finite(figures: str) -> float:
    """The number, unless it is one that only Python takes for a number: 1e999 is infinite to it."""
    number = float(figures)
    if math.isinf(number):
        raise LineError(
            ja=f"数が大きすぎます（{figures[:20]}）", en=f"the number {figures[:20]} is too large"
        )
    return number


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object, unless one of its keys stands there twice: which of the two is meant?"""
    item = dict(pairs)
    if len(item) < len(pairs):
        twin = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise LineError(
            ja=f"「{twin[:40]}」が二度書かれています", en=f"{twin[:40]!r} is there twice"
        )
    return item


def _not_utf8(line: str) -> LineError:
    """What is wrong with the bytes, told as it is told of a scenario's file."""
    from scenarios.problems import SourceError
    from scenarios.yaml_source import decode_utf8

    try:
        decode_utf8(line.encode("utf-8", "surrogateescape"), "")
    except SourceError as error:
        found = error.problems[0]
        return LineError(
            ja=f"{found.column} 文字目: {found.sentences('ja')}",
            en=f"column {found.column}: {found.sentences('en')}",
        )
    raise ValueError("the line is UTF-8")
