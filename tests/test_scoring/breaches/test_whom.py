"""Hard words are told apart by whom they are about."""

from __future__ import annotations

import pytest
from builtin_judge import after, judge

from scenarios.acts import Act, Breach
from scenarios.language import Language
from scoring.breaches.whom import is_about_others


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("the colleague who took your last call should've put you through", True),
        ("the driver lost it, that was sloppy of them", True),
        ("the driver came, you should have opened the door", False),
        ("the depot says your phone was off, that's your own fault", False),
        ("that was sloppy", False),
        ("うちの配送会社がちょっといい加減で…", True),
        ("担当の者に、お客様が違う番号をおっしゃったからです", False),
    ],
)
def test_the_subject_of_what_went_wrong_decides(text: str, *, others: bool) -> None:
    assert is_about_others(text) is others


@pytest.mark.parametrize(
    ("language", "reply", "hostile"),
    [
        ("ja", "申し訳ございません。うちの配送会社がちょっといい加減で…。すぐ調べますね。", False),
        ("ja", "いい加減にしてください。こちらも忙しいんです。", True),
        ("ja", "それでは、いったんお電話を切らせていただきます。のちほどおかけいたします。失礼いたします。", False),
        ("ja", "もうお電話は切らせていただきます。", True),
        ("en", "I'll let you go now and ring you back at five.", False),
    ],
)  # fmt: skip
def test_who_runs_down_the_carrier_or_rings_off_till_later_attacks_nobody(
    language: Language, reply: str, *, hostile: bool
) -> None:
    moment = after("first-day", language, [])
    grade = judge().grade(judge().read(reply, moment), moment)
    assert (Breach.HOSTILITY in grade.breaches) is hostile


def test_hard_words_about_others_reach_the_customer_as_blame_of_others() -> None:
    moment = after("first-day", "ja", [])
    reading = judge().read("うちの配送会社がちょっといい加減で…", moment)
    felt = {found.act for found in judge().as_felt(reading, moment).acts}
    assert Act.BLAME_OTHERS in felt
    assert felt.isdisjoint({Act.INSULT, Act.BLAME})
