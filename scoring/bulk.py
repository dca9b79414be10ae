"""Grading of single replies in bulk: one JSON line in, one JSON line out.

A line that cannot be graded gives ``{"id", "error"}`` and never stops the rest. Reading files and
printing stay with whoever calls.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.language import LANGUAGES, Language
from scenarios.text import TextTooLong, check_reply_length, clean_text
from scoring.judge import Judge
from scoring.model import DIMENSIONS, ReplyGrade
from scoring.report import finding_json

MAX_CONTEXT = 200
"""Lines of context that one item may bring."""


class ItemError(ValueError):
    """A line of the input that is no item; the message says why."""


@dataclass
class Tally:
    """How many lines were graded and how many could not be."""

    graded: int = 0
    failed: int = 0


def grade_lines(lines: Iterable[tuple[int, str]], judge: Judge) -> Iterator[dict[str, Any]]:
    """One result for each numbered line, in order.

    ``{"id", "empathy", "policy", "resolution": 0-100 or null, "breaches", "findings", ...}``, and
    ``{"id", "error"}`` for a line that is no item; without an id the line's number stands for it.
    """
    for number, line in lines:
        name: object = f"line {number}"
        try:
            item = _item(line)
            name = item.get("id", name)
            yield _graded(item, judge)
        except ItemError as error:
            yield {"id": name, "error": str(error)}


def _item(line: str) -> Mapping[str, Any]:
    try:
        item = json.loads(line, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ItemError(f"not JSON: {error}") from error
    if not isinstance(item, dict):
        raise ItemError("not a JSON object")
    return item


def _no_constant(word: str) -> None:
    """NaN and Infinity, which Python reads and JSON does not know."""
    raise ValueError(f"{word} is no value")


def _graded(item: Mapping[str, Any], judge: Judge) -> dict[str, Any]:
    scenario = judge.catalog.scenarios.get(_text(item, "scenario"))
    if scenario is None:
        raise ItemError(f"unknown scenario: {item['scenario']}")
    language = _language(_text(item, "lang"))
    reply = _text(item, "reply")
    try:
        check_reply_length(reply)
    except TextTooLong as error:
        raise ItemError(str(error)) from error
    moment = judge.moment(scenario, language, _context(item))
    grade = judge.grade(judge.read(reply, moment), moment)
    return {"id": item.get("id"), **grade_json(grade, language), "stage": moment.stage}


def grade_json(grade: ReplyGrade, language: Language) -> dict[str, Any]:
    """A reply's grade as plain values, the findings in one language."""
    return {
        **{dimension: grade.scores[dimension] for dimension in DIMENSIONS},
        "breaches": sorted(breach.value for breach in grade.breaches),
        "findings": [finding_json(finding, language) for finding in grade.findings],
        "criteria": {c.criterion: c.level.value for c in grade.criteria},
    }


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    if not isinstance(value, str):
        raise ItemError(f"{key!r} is missing or no text")
    return value


def _language(word: str) -> Language:
    for language in LANGUAGES:
        if word == language:
            return language
    raise ItemError(f"unknown language: {word}")


def _context(item: Mapping[str, Any]) -> list[str]:
    lines = item.get("context", [])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise ItemError("'context' is no list of texts")
    if len(lines) > MAX_CONTEXT:
        raise ItemError(f"'context' has more than {MAX_CONTEXT} lines")
    return [clean_text(line) for line in lines]
