"""Faults and steps that ordinary speech only looks like: comfort, questions about something else, good
will without a deed."""

from __future__ import annotations

import pytest
from builtin_judge import graded, judge

from scenarios.language import Language
from scoring.model import Level, Moment


def _rules(case: str, language: Language, said: str, reply: str) -> set[str]:
    return {finding.rule for finding in graded(case, language, [said], reply).findings}


@pytest.mark.parametrize(
    ("case", "language", "said", "reply", "contradicts"),
    [
        ("locked-out", "ja", "いや、お恥ずかしい。", "いえいえ、そんなことないですよ。", False),
        ("locked-out", "en", "It was silly of me.", "No, that's not true at all.", False),
        (
            "late-delivery",
            "ja",
            "荷物が遅れてるじゃない。",
            "いえいえ、そんなことないですよ。",
            True,
        ),
        ("late-delivery", "en", "My parcel is late.", "No, that's not true at all.", True),
    ],
)
def test_comfort_is_no_contradiction(
    case: str, language: Language, said: str, reply: str, contradicts: bool
) -> None:
    assert ("contradiction-first" in _rules(case, language, said, reply)) is contradicts


@pytest.mark.parametrize(
    ("case", "stage", "language", "reply", "again"),
    [
        (
            "memorial-gift",
            "settled",
            "ja",
            "会場のお名前と、受け取る方を教えていただけますか。",
            False,
        ),
        ("strangers-invoice", "arrange", "en", "Is it safe to ring you on this number?", False),
        ("strangers-invoice", "arrange", "en", "What is your number, please?", True),
        ("strangers-invoice", "arrange", "ja", "お電話番号とお名前を教えてください。", True),
    ],
)
def test_what_is_asked_of_something_else_is_not_known_already(
    case: str, stage: str, language: Language, reply: str, again: bool
) -> None:
    known = judge().catalog.scenarios[case]
    moment = Moment(known, language, stage, 5, ("…",), identity_checked=True)
    grade = judge().grade(judge().read(reply, moment), moment)
    levels = {result.level for result in grade.criteria if result.criterion == "asked-known"}
    assert (Level.NOT_MET in levels) is again


@pytest.mark.parametrize(
    ("reply", "steps"),
    [
        ("I'll see what I can do about the red ribbon.", False),
        ("I'll send you the red ribbon by express today.", True),
    ],
)
def test_good_will_is_no_step(reply: str, steps: bool) -> None:
    grade = graded("review-threat", "en", ["What's the plan?"], reply)
    named = [f for f in grade.findings if "red ribbon" in f.message.en and f.points > 0]
    assert bool(named) is steps
