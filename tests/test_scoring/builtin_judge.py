"""The judge as it ships, made once, and the grade of a reply that comes alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from scenarios.language import Language
from scenarios.loader import builtin_library
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
