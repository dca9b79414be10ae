"""A question of the customer's, or something they confided, that a reply has no word for is told; an
answer in whatever words is none, nor is what cannot be answered yet."""

from __future__ import annotations

import pytest
from builtin_judge import judge

from scenarios.language import Language
from scoring.model import Moment
from scoring.reading.direct_answers import question_in

_PENALTY = {
    "en": "...Is that all? No penalty turning up later? No number of boxes I'm bound to take?",
    "ja": "あとから違約金や、何回分の請求が来るということは？",
}
_FRIGHT = {
    "en": "If I were taken in, I'd never hear the end of it from my son. That's what frightens me.",
    "ja": "だまされたなんてことになったら、息子に何を言われるか。それが怖くてね。",
}


def _rules(scenario: str, language: Language, said: tuple[str, ...], reply: str) -> set[str]:
    case = judge().catalog.scenarios[scenario]
    told = frozenset(case.hidden)
    moment = Moment(
        case, language, None, 3, said, ("…",), identity_checked=not case.identity.needed, told=told
    )
    grade = judge().grade(judge().read(reply, moment), moment)
    return {finding.rule for finding in grade.findings}


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "Stopped at 15:42. One earlier box left our warehouse yesterday, already paid."),
        ("ja", "15時42分に停止しました。昨日出た箱が一つ、明日お手元に届きます。"),
    ],
)
def test_a_question_without_a_word_for_an_answer_is_told(language: Language, reply: str) -> None:
    said = (_PENALTY[language],)
    assert "question-open" in _rules("subscription-stop", language, said, reply)


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "Nothing of the kind: no fee, no minimum. One earlier box is on its way."),
        ("en", "No, there isn't. One earlier box left our warehouse yesterday."),
        ("en", "I can't tell from here, I'm afraid. Mori can, and she'll ring you by four."),
        ("en", "Before I answer that, may I have your order number?"),
        ("ja", "手数料も回数の縛りもございません。昨日出た箱が一つございます。"),
        ("ja", "いいえ、ございません。昨日出た箱が一つ、明日届きます。"),
        ("ja", "確認いたしますので、1分ほどお待ちいただけますか。"),
    ],
)
def test_an_answer_in_whatever_words_is_none_passed_over(language: Language, reply: str) -> None:
    said = (_PENALTY[language],)
    assert "question-open" not in _rules("subscription-stop", language, said, reply)


def test_a_line_without_a_question_leaves_none_open() -> None:
    said = (_PENALTY["en"], "I see. Well, you've stopped it, then.")
    reply = "One earlier box left our warehouse yesterday, already paid."
    assert "question-open" not in _rules("subscription-stop", "en", said, reply)


@pytest.mark.parametrize(
    ("language", "reply", "passes"),
    [
        ("en", "The specialist can ring you at two. What number is best?", True),
        ("en", "That's a fear many people have. The specialist can ring you at two.", False),
        ("en", "Nobody wants to hear that from a son. The specialist can ring at two.", False),
        ("ja", "専門の者が2時にお電話できます。番号をお願いします。", True),
        ("ja", "それは怖いですよね。専門の者が2時にお電話できます。", False),
        ("ja", "息子さんに知られたくないのですね。専門の者が2時にお電話できます。", False),
    ],
)
def test_what_was_confided_and_got_no_word_is_told(
    language: Language, reply: str, passes: bool
) -> None:
    rules = _rules("testimonial-address", language, (_FRIGHT[language],), reply)
    assert ("confidence-open" in rules) is passes


def test_what_the_reply_before_took_in_is_not_passed_over_by_the_next() -> None:
    case = judge().catalog.scenarios["testimonial-address"]
    said = (_FRIGHT["en"], "That is kind of you.")
    moment = Moment(
        case, "en", None, 3, said, ("That's a fear many have.",), told=frozenset(case.hidden)
    )
    grade = judge().grade(judge().read("The specialist can ring you at two.", moment), moment)
    assert "confidence-open" not in {finding.rule for finding in grade.findings}


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Is it true? I've had enough.", "Is it true?"),
        ("本当ですか。もう疲れました。", "本当ですか。"),
        ("Good. That's all.", None),
        ("そうか、駅前で頼めばいいのか。", None),
        ("", None),
    ],
)
def test_the_question_is_the_last_sentence_that_asks(line: str, question: str | None) -> None:
    assert question_in(line) == question


@pytest.mark.parametrize(
    ("language", "reply", "passes"),
    [
        (
            "en",
            "One sale of 12,300; the card company lets the other line go in a week or so.",
            True,
        ),
        ("en", "Please keep that to yourself. One sale of 12,300 is all we have.", False),
        ("en", "I'd sooner not hear the rest of the number. One sale is all we have.", False),
        ("ja", "売上は12,300円が1件だけです。もう一行はカード会社が放します。", True),
        ("ja", "そこまでで結構です。売上は12,300円が1件だけです。", False),
    ],
)
def test_a_card_that_goes_on_being_read_out_is_told(
    language: Language, reply: str, passes: bool
) -> None:
    case = judge().catalog.scenarios["double-charge"]
    said = {"en": "I've got the card here. It's 4980...", "ja": "カードを読みますから。4980の…"}
    moment = Moment(case, language, "reading-card", 3, (said[language],), identity_checked=True)
    grade = judge().grade(judge().read(reply, moment), moment)
    assert ("stop-card-number" in {f.rule for f in grade.findings if not f.points}) is passes
