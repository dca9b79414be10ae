"""The judge as it ships, made once, and the grade of a reply that comes alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from scenarios.language import Language
from scenarios.loader import builtin_library
from scoring.judge import Judge
from scoring.model import ReplyGrade
from simulator.workplace import make_judge


@cache
def judge() -> Judge:
    return make_judge(builtin_library())


def graded(case: str, language: Language, said: Sequence[str], reply: str) -> ReplyGrade:
    """The grade of a reply to the customer's lines *said*."""
    moment = judge().moment(judge().catalog.scenarios[case], language, said)
    return judge().grade(judge().read(reply, moment), moment)
