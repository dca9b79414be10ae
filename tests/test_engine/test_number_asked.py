"""Whoever is asked which number to ring says it, in every scenario, once."""

from __future__ import annotations

import pytest
from builtin_judge import after, judge
from tiny import a_setup, play

from scenarios.language import Language
from simulator.engine.events import ReplySent
from simulator.engine.number_asked import asks_which_number
from simulator.engine.session import advance
from simulator.engine.texts import NUMBER

GIVEN = NUMBER.all_wordings("en")


@pytest.mark.parametrize(
    ("language", "reply", "asked"),
    [
        ("en", "Which number shall I ring at 17:15?", True),
        ("en", "whats ur phone number tho? didnt get it", True),
        ("en", "Is there a number I can reach you on?", True),
        ("en", "May I have your order number, full name and phone number?", False),
        ("en", "Please don't read me your card number.", False),
        ("en", "I'll ring the number on your order.", False),
        ("ja", "じゃあ電話番号だけ教えてください。", True),
        ("ja", "携帯の番号お願いします、090とかのやつ。", True),
        ("ja", "折り返しは、どの番号に差し上げればよろしいでしょうか。", True),
        ("ja", "ご注文番号とお名前、お電話番号をお願いします。", False),
        ("ja", "この番号におかけします。", False),
    ],
)
def test_which_questions_ask_for_it(language: Language, reply: str, asked: bool) -> None:
    reading = judge().read(reply, after("coupon-lapsed", language, []))
    assert asks_which_number(reading) == asked


def test_it_is_given_once() -> None:
    begun = play(a_setup())[-1]
    one = advance(a_setup(), begun.state, ReplySent("What number shall I ring?"), judge())
    two = advance(a_setup(), one.state, ReplySent("Which number can I ring, please?"), judge())
    said = [[e.text for e in step.state.entries if e.kind == "customer"] for step in (one, two)]
    assert sum(line in GIVEN for line in said[0]) == 1
    assert sum(line in GIVEN for line in said[1]) == 1
