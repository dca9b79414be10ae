"""Whoever is content needs no step any more: a warm word is right, and nothing is called missing."""

from __future__ import annotations

import pytest
from builtin_judge import graded

from scenarios.language import Language
from scenarios.loader import builtin_library
from scoring.model import ReplyGrade
from scoring.pleased import is_pleased


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Thank you so much. I can sleep now."),
        ("en", "(a door closes) It's here. What a relief."),
        ("en", "You've been very kind. Goodbye."),
        ("en", "It works!! Oh I'm so glad."),
        ("ja", "ありがとうございました。本当に助かりました。"),
        ("ja", "（ドアの閉まる音）届いたわ。よかった、間に合います。"),
        ("ja", "おかげで今夜は眠れそうです。"),
        ("ja", "それなら安心です。"),
    ],
)
def test_thanks_and_relief_are_those_of_somebody_content(language: Language, line: str) -> None:
    assert is_pleased(line, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Thank you. And when will you ring me?"),
        ("en", "Thanks for nothing."),
        ("en", "Thank you, but I'm still waiting."),
        ("en", "I'd be grateful if you told me why."),
        ("en", "My parcel isn't here!"),
        ("en", "It came in YOUR name."),
        ("ja", "ありがとうございます。それで、いつ届くんですか。"),
        ("ja", "交換の件、ありがとうございます。半値で引き取る、というのは通りますか。"),
        ("ja", "助かりますけど、まだ届いていません。"),
        ("ja", "全額返金して。しないならレビューを書くから。"),
        ("ja", "怖くて眠れません。"),
        ("ja", "荷物がまだ来ないんだけど！"),
    ],
)
def test_who_asks_or_complains_is_not(language: Language, line: str) -> None:
    assert not is_pleased(line, language)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_few_openings_of_a_stage_sound_content(language: Language) -> None:
    """A customer who has come with a complaint and is not through with it is not taken for content."""
    library = builtin_library()
    lines = [
        line
        for name in library.ids
        for stage in library.scenario(name).stages.values()
        for said in (stage.opens, stage.again)
        if said is not None
        for line in said.all_wordings(language)
    ]
    content = [line for line in lines if is_pleased(line, language)]
    assert len(lines) > 1_000
    assert len(content) < len(lines) // 50


def grade(language: Language, customer: str, reply: str) -> ReplyGrade:
    return graded("mill-wont-start", language, [customer], reply)


@pytest.mark.parametrize(
    ("language", "content", "open_", "reply"),
    [
        (
            "en",
            "It works!! Oh thank you so much, I can have my coffee after all.",
            "It's dead. Nothing happens when I press the button.",
            "That's brilliant news, I'm so pleased for you. Enjoy your coffee.",
        ),
        (
            "ja",
            "動きました！ありがとうございます、コーヒーが飲めます。",
            "ボタンを押しても、まったく動きません。",
            "それは何よりでございます。おいしいコーヒーを召し上がってくださいね。",
        ),
    ],
)
def test_a_warm_word_at_the_end_lacks_nothing(
    language: Language, content: str, open_: str, reply: str
) -> None:
    """The same words while nothing works yet are empty."""
    at_the_end, before = (grade(language, line, reply) for line in (content, open_))
    assert not at_the_end.breaches
    assert not {f.rule for f in at_the_end.findings} & {
        "serves-need",
        "moves-matter",
        "nothing-said",
    }
    for dimension in ("empathy", "resolution"):
        assert (at_the_end.score(dimension) or 0) >= (before.score(dimension) or 0) + 20
