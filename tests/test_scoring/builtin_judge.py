"""The judge as it ships, made once, and the grade of a reply that comes alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from scenarios.language import Language
from scenarios.loader import builtin_library
from scoring.feedback.lines import is_rest
from scoring.judge import Judge
from scoring.model import Moment, ReplyGrade
from scoring.moment.view import View
from simulator.workplace import make_judge


@cache
def judge() -> Judge:
    return make_judge(builtin_library())


def graded(case: str, language: Language, said: Sequence[str], reply: str) -> ReplyGrade:
    """The grade of a reply to the customer's lines *said*."""
    return graded_at(after(case, language, said), reply)


def after(case: str, language: Language, said: Sequence[str]) -> Moment:
    """The moment after the customer's lines *said*."""
    return judge().moment(judge().catalog.scenarios[case], language, said)


def graded_at(moment: Moment, reply: str) -> ReplyGrade:
    return judge().grade(judge().read(reply, moment), moment)


def view_at(moment: Moment, reply: str) -> View:
    """What judgements look at, of a reply at a moment."""
    shop = judge().catalog.shop_of(moment.scenario.id)
    return View(judge().read(reply, moment), moment, shop)


def in_stage(scenario: str, language: Language, stage: str | None = None, **more: object) -> Moment:
    """A moment in a stage, the first where none is named, after a line that says nothing."""
    case = judge().catalog.scenarios[scenario]
    given = {"customer_said": ("…",), "identity_checked": True, **more}
    return Moment(case, language, stage or case.first_stage, 2, **given)  # type: ignore[arg-type]


def in_no_stage(scenario: str, language: Language) -> Moment:
    """The same without a stage."""
    return replace(in_stage(scenario, language), stage=None)


def praised(moment: Moment, reply: str) -> dict[str, str]:
    """What is told as good, by the words it is told of."""
    grade = graded_at(moment, reply)
    return {
        grade.reading.text[f.span.start : f.span.end]: f.message.of(moment.language)
        for f in grade.findings
        if f.points > 0 and f.span is not None and not is_rest(f)
    }
