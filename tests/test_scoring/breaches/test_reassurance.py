"""What others decide, hoped for as good as settled, is told as that, and nothing else is."""

from __future__ import annotations

import pytest
from builtin_judge import graded

from scenarios.language import Language
from scoring.model import ReplyGrade

LAMP = {"en": "Does it flicker because of the fall?", "ja": "ちらつきは、直るのか。"}
MONEY = {"en": "And do I get the 880 back?", "ja": "880円は、戻りますか。"}


def is_called_false(grade: ReplyGrade) -> bool:
    return any(finding.rule == "false-reassurance" for finding in grade.findings)


@pytest.mark.parametrize(
    ("case", "language", "line", "reply"),
    [
        ("third-contact", "en", LAMP["en"], "I'm sure the workshop can mend it."),
        ("third-contact", "en", LAMP["en"], "I'm confident they'll be able to repair the flicker."),
        ("amount-wrong", "en", MONEY["en"], "Mori's bound to say yes, so I'd not worry."),
        ("amount-wrong", "en", MONEY["en"], "I'll pass it on; she'll probably agree."),
        ("amount-wrong", "en", MONEY["en"], "I can't see why she wouldn't, it's our mistake."),
        ("third-contact", "ja", LAMP["ja"], "工房は腕がいいので、たぶん直ると思いますよ。"),
        ("third-contact", "ja", LAMP["ja"], "工房できっと直せるはずです。"),
        ("amount-wrong", "ja", MONEY["ja"], "森がきっとお返しすると思います。"),
        ("amount-wrong", "ja", MONEY["ja"], "戻ると思いますので、ご安心ください。"),
        ("amount-wrong", "ja", MONEY["ja"], "おそらく森が認めてくれるかと存じます。"),
    ],
)
def test_a_hope_for_what_others_decide_is_no_answer(
    case: str, language: Language, line: str, reply: str
) -> None:
    grade = graded(case, language, [line], reply)
    assert is_called_false(grade) or grade.breaches
    assert (grade.score("policy") or 0) <= 50


@pytest.mark.parametrize(
    ("case", "language", "line", "reply"),
    [
        ("third-contact", "en", LAMP["en"], "It'll probably be mended, but I can't promise it."),
        ("third-contact", "en", LAMP["en"], "Are you sure that it will be fine without the lamp?"),
        ("third-contact", "en", LAMP["en"], "I'm sure you have waited long enough for an answer."),
        ("third-contact", "en", LAMP["en"], "I'm sure that I'll have their answer by 16:30."),
        ("amount-wrong", "en", MONEY["en"], "I shouldn't have said that she'll probably agree."),
        (
            "amount-wrong",
            "en",
            MONEY["en"],
            "You told me: 'they will surely refund it.' Who was it?",
        ),
        ("third-contact", "ja", LAMP["ja"], "たぶん直ると思いますが、お約束はできません。"),
        ("third-contact", "ja", LAMP["ja"], "きっとご不安だったことと思います。"),
        ("third-contact", "ja", LAMP["ja"], "まずお名前をお聞かせいただけますでしょうか。"),
        ("amount-wrong", "ja", MONEY["ja"], "戻るかどうかは、森の返事が来るまで分かりません。"),
        (
            "amount-wrong",
            "ja",
            MONEY["ja"],
            "「たぶん戻ると思います」と申し上げたのは取り消します。",
        ),
    ],
)
def test_what_is_left_open_taken_back_or_about_oneself_reassures_nobody_falsely(
    case: str, language: Language, line: str, reply: str
) -> None:
    assert not is_called_false(graded(case, language, [line], reply))


def test_it_is_told_with_what_to_say_instead_and_held_against_policy_only() -> None:
    said = "That was your father's, and it should work. I'm sure the workshop can mend it."
    grade = graded("third-contact", "en", [LAMP["en"]], said)
    line = next(f for f in grade.findings if f.rule == "false-reassurance")
    assert line.dimension == "policy"
    assert line.points < 0
    assert line.advice is not None
    assert line.span is not None
    assert said[line.span.start : line.span.end] == "I'm sure the workshop can mend it."
