"""What is told of words is what they do: closing questions, thanks, bids, figures, wishes."""

from __future__ import annotations

import pytest
from builtin_judge import graded_at, in_stage, praised

from scenarios.language import Language


@pytest.mark.parametrize(
    ("scenario", "stage", "said", "language", "reply", "words", "untrue"),
    [
        (
            *("testimonial-address", "deciding", "No catalogue, dear.", "en"),
            "Is there anything else you'd like me to look into while I have you, Mrs Tanaka?",
            *("anything else", "the rest follows"),
        ),
        (
            *("testimonial-address", "deciding", "You've been very patient.", "en"),
            "Thank you for being so straight with me, Mrs Tanaka. The cushion is on its way to you to "
            "try, and the specialist rings tomorrow at eleven. Mind that knee, and goodbye.",
            *("Thank you", "situation"),
        ),
        (
            *("testimonial-address", "deciding", "They all say that on the television.", "en"),
            "You're right to pull me up, and I shouldn't have said that. It isn't a medical device, and "
            "I can't tell you it would do your knee any good; that's one for your doctor.",
            *("You're right", "situation"),
        ),
        (
            *(
                "smoking-charger",
                "made-safe",
                "娘がいます、二歳の。スタンドのすぐ横の布団で。",
                "ja",
            ),
            "すぐ横でお休みなのですね。新田様、お話はあとで結構ですので、今お嬢様をそっと抱いて、隣のお部屋へ移して"
            "いただけますか。このまま切らずにお待ちしております。",
            *("移していただけますか", "質問です"),
        ),
        (
            *("smoking-charger", "last-minute", "張り紙、しときます。", "ja"),
            "ありがとうございます、張り紙は助かります。10時のお約束、どうぞお気をつけてお出かけください。指もお大事に"
            "なさってください。",
            *("10時のお約束", "いつのことか"),
        ),
    ],
)
def test_words_are_told_as_what_they_do(
    scenario: str,
    stage: str,
    said: str,
    language: Language,
    reply: str,
    words: str,
    untrue: str,
) -> None:
    moment = in_stage(scenario, language, stage, customer_said=("…", said), agent_said=("…",))
    told = praised(moment, reply)
    assert not any(untrue in line for of, line in told.items() if words in of)


def test_one_way_only_is_told_of_no_reply_that_shows_none() -> None:
    moment = in_stage(
        *("third-contact", "en", "waiting"),
        customer_said=("…", "Aye, so you say. It's the ringing I'm waiting for."),
        agent_said=("I'll ring you at a quarter to six.",),
    )
    asked = "Good, thank you. Is there anything else you'd like me to ask the workshop before I ring you?"
    found = graded_at(moment, asked).findings
    assert not any("one way only" in f.message.en for f in found)
