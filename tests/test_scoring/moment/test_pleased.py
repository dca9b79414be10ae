"""Whoever is content needs no step any more: a warm word is right, and nothing is called missing."""

from __future__ import annotations

import pytest
from builtin_judge import after, graded, graded_at, view_at

from scenarios.language import Language
from scenarios.loader import builtin_library
from scenarios.values import changed
from scoring.model import Moment, ReplyGrade
from scoring.moment.pleased import asks_nothing, is_pleased


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


def late(said: str, language: Language, done: frozenset[str]) -> Moment:
    """Late in a contact, after the customer's line, with this done at the desk."""
    moment = after("payment-refused", language, [said])
    told = ("One.", "Two.", "Three.", "Four.")
    return changed(moment, {"agent_said": told, "done": done, "turn": 5})


FAREWELLS: list[tuple[Language, str, str]] = [
    ("en", "I'll put the cash in an envelope.", "Lovely. Good luck with the visit, and enjoy the pans."),
    ("ja", "いえ、もう大丈夫です。", "それでは失礼いたします。どうぞよい日曜をお過ごしください。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "reply"), FAREWELLS)
def test_whoever_takes_leave_after_deeds_is_seen_off(
    language: Language, said: str, reply: str
) -> None:
    done, undone = (
        late(said, language, frozenset({"enter-order"})),
        late(said, language, frozenset()),
    )
    assert view_at(done, reply).pleased
    assert not view_at(undone, reply).pleased
    better, worse = (graded_at(m, reply).score("resolution") or 0 for m in (done, undone))
    assert better > worse


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "And when will it come?"),
        ("ja", "で、いつ届くんですか。"),
        ("ja", "二日待ってこのざまか！"),
    ],
)
def test_nobody_who_wants_something_is_seen_off(language: Language, said: str) -> None:
    assert not asks_nothing(said, language)
    farewell = {"en": "Goodbye, and enjoy your day.", "ja": "それでは失礼いたします。"}[language]
    assert not view_at(late(said, language, frozenset({"enter-order"})), farewell).pleased


def test_a_step_that_begins_anew_is_no_farewell() -> None:
    moment = late("I'll put the cash in an envelope.", "en", frozenset({"enter-order"}))
    assert not view_at(moment, "Enjoy the pans. I'm handing you over to my supervisor now.").pleased
