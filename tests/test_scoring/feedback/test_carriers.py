"""The sentence that carries a reply has a line, also where criteria were met by another; formulas and dry
statements have none."""

from __future__ import annotations

import pytest
from builtin_judge import graded_at, in_stage, judge, praised

from scenarios.language import Language
from scoring.model import DIMENSIONS, Moment

CARRIED: tuple[tuple[str, Language, str, str, str], ...] = (
    (
        *("price-in-gift", "en", "I could have sunk through the floor."),
        "It isn't silly at all. I've just asked our supervisor, Mr Mori, to stop that parcel, open the box "
        "and check by hand that there's no slip in it, before it leaves at six. He'll ring you by half past "
        "five to tell you what he found. Is half past five a good time for you, or will you be on your way "
        "home?",
        "on your way home",
    ),
    (
        *("threat-to-come", "ja", "で、いつ来るんだ。"),
        "金曜は予定で、遅れることもございます。引き取りの方は、水曜の18時半以降で、依頼の入力を確かめました。"
        "水曜の夕方5時に、運送会社が向かっているか私からお電話いたしましょうか。",
        "向かっているか",
    ),
    (
        *("case-that-drags", "en", "Five mails, and nobody answers."),
        "Dear Hasegawa-san, I'm sorry. Five mails in 23 days that all said the same thing and told you "
        "nothing: that is our failure, and the missing lid was our packing mistake, not yours. I am looking "
        "after your case from today, and it stays with me.",
        "Five mails in 23 days",
    ),
)


def answering(scenario: str, language: Language, said: str) -> Moment:
    """The second reply of a contact, to what the customer has said."""
    return in_stage(scenario, language, customer_said=("…", said), agent_said=("…",))


@pytest.mark.parametrize(("scenario", "language", "said", "reply", "words"), CARRIED)
def test_the_strongest_sentence_has_a_line(
    scenario: str, language: Language, said: str, reply: str, words: str
) -> None:
    moment = answering(scenario, language, said)
    assert any(words in quoted for quoted in praised(moment, reply))


@pytest.mark.parametrize(("scenario", "language", "said", "reply", "words"), CARRIED)
def test_its_points_are_taken_over_and_not_added(
    scenario: str, language: Language, said: str, reply: str, words: str
) -> None:
    moment = answering(scenario, language, said)
    grade = graded_at(moment, reply)
    for dimension in DIMENSIONS:
        told = sum(f.points for f in grade.findings if f.dimension == dimension)
        base = judge().rubric.dimensions[dimension].base
        assert grade.scores[dimension] == base + told, (dimension, words)


@pytest.mark.parametrize(
    ("scenario", "language", "said", "reply", "words"),
    [
        (
            *("mill-wont-start", "en", "I'm glad I asked."),
            "I'm glad you did too. I hope the visit at three is a pleasant one. Goodbye for now, Miyashita.",
            "Goodbye",
        ),
        (
            *("locked-out", "ja", "それも、紙に書いておきます。"),
            "電気毛布は、土曜日の2時から4時にお届けします。パソコンは、明日の9時10分から使えます。"
            "ほかに、何かご心配なことはございますか。",
            "ほかに",
        ),
    ],
)
def test_formulas_have_none(
    scenario: str, language: Language, said: str, reply: str, words: str
) -> None:
    moment = answering(scenario, language, said)
    assert not any(words in quoted for quoted in praised(moment, reply))


@pytest.mark.parametrize(
    ("scenario", "language", "said", "reply", "words"),
    [
        (
            *("order-by-inquiry", "en", "Is it too late, then?"),
            "No, it's not too late. If the order and the payment are both in by three o'clock today, we send "
            "it out tomorrow by express, and it's due with you on Friday. For payment I'd suggest a card.",
            "not too late",
        ),
        (
            *("rude-colleague", "ja", "荷物は、今日、受け取れるんですか。"),
            "はい、今日お持ち帰りいただけます。お待ちいただく椅子は、窓口の横にございます。ご注文番号とお名前を伺えましたら、"
            "すぐにお持ちします。",
            "お持ち帰り",
        ),
    ],
)
def test_a_straight_answer_is_told_as_one(
    scenario: str, language: Language, said: str, reply: str, words: str
) -> None:
    moment = answering(scenario, language, said)
    straight = judge().rubric.messages["by-example"]["met-answers"].of(language).partition("{")[0]
    told = praised(moment, reply)
    assert any(words in quoted and straight in why for quoted, why in told.items())
    unasked = answering(scenario, language, "…")
    assert not any(straight in why for why in praised(unasked, reply).values())
