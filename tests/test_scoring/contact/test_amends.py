"""What the agent puts right in a later reply weighs less; what words cannot call back does not."""

import pytest
from builtin_judge import graded_at, judge, view_at
from hand_made import GOOD, part

from scenarios.acts import Act, Breach
from scenarios.language import Language
from scoring.contact.amends import amends
from scoring.model import Moment

BLAMED = (part("You didn't read it", Act.BLAME),)
MEANT = (part("Sorry, that came out wrong, you read it well.", Act.APOLOGISE),)
STEP = (part("I'll ask the depot now.", Act.CHECK, Act.PROMISE, Act.OWN, about=("depot",)),)


def test_a_breach_put_right_in_the_next_reply_holds_the_total_no_longer_under_a_pass(card):
    stands = card(GOOD, BLAMED, STEP)
    amended = card(GOOD, BLAMED, MEANT, STEP)
    assert stands.total <= 59 and not stands.passed
    assert amended.total > 59
    assert amended.gates[0].cap == 79
    assert amended.scores["policy"] > stands.scores["policy"]
    assert any("put a word of your own right" in why.en for why in amended.why)


def test_what_is_said_once_more_after_it_stands(card):
    again = card(GOOD, BLAMED, MEANT, BLAMED)
    assert again.total <= 59
    assert again.gates[0].turn == 4


def test_an_affront_cannot_be_taken_back(card):
    hostile = (part("You are a pain", Act.INSULT),)
    result = card(GOOD, hostile, MEANT, STEP)
    assert not result.passed
    assert [g.effect for g in result.gates] == ["fail"]
    assert not any("counts for less" in why.en for why in result.why)


def _amended(language: Language, *replies: str) -> dict[tuple[int, Breach], int]:
    case = judge().catalog.scenarios["late-delivery"]
    moments = [
        Moment(case, language, "waiting", n, ("…",), replies[: n - 1], identity_checked=True)
        for n in range(1, len(replies) + 1)
    ]
    pairs = list(zip(moments, replies, strict=True))
    return dict(amends([view_at(*pair) for pair in pairs], [graded_at(*pair) for pair in pairs]))


_STEP = {
    "en": "I'm asking the depot where the van is right now.",
    "ja": "いま配送センターに場所を確認しています。",
}


@pytest.mark.parametrize(
    ("language", "broke", "right", "what"),
    [
        (
            "en",
            "It will definitely be there by one o'clock.",
            "I shouldn't have promised you one o'clock, I can't know that. It's an estimate.",
            Breach.UNCERTAIN_PROMISE,
        ),
        (
            "ja",
            "13時までに必ず届きます。",
            "先ほど必ずと申し上げたのは言い過ぎでした。目安としてお聞きください。",
            Breach.UNCERTAIN_PROMISE,
        ),
        (
            "ja",
            "お客様の見間違いではないですか。",
            "先ほど見間違いと申したのは失礼でした、間違いは私のほうです。",
            Breach.BLAME,
        ),
    ],
)
@pytest.mark.parametrize("between", [False, True])
def test_the_words_tell_what_is_put_right_however_many_replies_later(
    language: Language, broke: str, right: str, what: Breach, *, between: bool
) -> None:
    middle = [_STEP[language]] if between else []
    assert _amended(language, broke, *middle, right) == {(1, what): 2 + between}


@pytest.mark.parametrize(
    ("language", "broke", "after"),
    [
        (
            "en",
            "It will definitely be there by one o'clock.",
            "Let me correct that, my name is Ellis, not Elly.",
        ),
        ("ja", "13時までに必ず届きます。", "申し訳ございません、名前を訂正いたします。中村です。"),
    ],
)
def test_who_puts_something_else_right_later_leaves_the_breach_as_it_was(
    language: Language, broke: str, after: str
) -> None:
    assert not _amended(language, broke, _STEP[language], after)
    assert not _amended(language, broke, _STEP[language])


HOPED = (part("I'm sure the depot will sort it out.", Act.INFORM),)
NOT_SO = (part("I spoke too soon, nobody can say yet.", Act.APOLOGISE),)


def test_false_reassurance_limits_policy_of_the_whole_contact_until_it_is_taken_back(card):
    stands = card(GOOD, GOOD, HOPED)
    amended = card(GOOD, GOOD, HOPED, NOT_SO)
    assert stands.scores["policy"] <= 80
    assert any("False reassurance" in why.en for why in stands.why)
    assert not any("False reassurance" in why.en for why in amended.why)
