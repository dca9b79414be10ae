"""Grading of single replies in bulk: one JSON line in, one JSON line out.

A line that cannot be graded gives ``{"id", "error"}`` and never stops the rest. Reading files and
printing stay with whoever calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from scenarios.language import Language
from scenarios.loader import near_ids
from scenarios.text import TextTooLong, check_reply_length, clean_text
from scoring.judge import Judge
from scoring.line_items import LineError, context_of, json_object, language_of, text_of, unknown
from scoring.model import DIMENSIONS, ReplyGrade
from scoring.report import finding_json

KEYS: Final = ("id", "scenario", "lang", "context", "reply")
"""What is read of an item."""
MAX_CONTEXT = 200
"""Lines of context that one item may bring."""


@dataclass
class Tally:
    """How many lines were graded and how many could not be."""

    graded: int = 0
    failed: int = 0


def grade_lines(lines: Iterable[tuple[int, str]], judge: Judge) -> Iterator[dict[str, Any]]:
    """One result for each numbered line, in order.

    ``{"id", "empathy", "policy", "resolution": 0-100 or null, "breaches", "findings", ...}``, and
    ``{"id", "error": Text}`` for a line that is no item; without an id the line's number stands
    for it.
    """
    for number, line in lines:
        name: object = f"line {number}"
        try:
            item = json_object(line)
            name = item.get("id", name)
            yield _graded(item, judge)
        except LineError as error:
            yield {"id": name, "error": error.why}


def _graded(item: Mapping[str, Any], judge: Judge) -> dict[str, Any]:
    scenarios = judge.catalog.scenarios
    scenario = scenarios.get(text_of(item, "scenario"))
    if scenario is None:
        near = near_ids(item["scenario"], tuple(scenarios))
        raise unknown("シナリオ", "scenario", item["scenario"], near=near)
    language = language_of(text_of(item, "lang"))
    reply = text_of(item, "reply")
    try:
        check_reply_length(reply)
    except TextTooLong as error:
        raise LineError(
            ja=f"返答が {error.count} 文字あります（{error.limit} 文字まで）",
            en=f"the reply has {error.count} characters, at most {error.limit} are allowed",
        ) from error
    context = context_of(item)
    if len(context) > MAX_CONTEXT:
        raise LineError(
            ja=f"「context」が {MAX_CONTEXT} 行を超えています",
            en=f"'context' has more than {MAX_CONTEXT} lines",
        )
    moment = judge.moment(scenario, language, list(map(clean_text, context)))
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
