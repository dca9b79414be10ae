"""Joy over what has not come about is heard as what it is; any other joy is left alone."""

from __future__ import annotations

import pytest
from builtin_judge import graded

from scenarios.language import Language
from scoring.model import ReplyGrade


def is_called_joy(grade: ReplyGrade) -> bool:
    return any(finding.rule == "unfounded-joy" for finding in grade.findings)


MILL = {"en": "The mill I got yesterday won't start at all.", "ja": "昨日のミル、まだ動きません。"}
PARCEL = {
    "en": "My parcel still isn't here! It should have come.",
    "ja": "荷物が届かないんですけど。",
}


@pytest.mark.parametrize(
    ("case", "language", "line", "reply"),
    [
        ("mill-wont-start", "en", MILL["en"], "So glad it's working!"),
        ("mill-wont-start", "en", MILL["en"], "Great to hear that everything is sorted."),
        ("mill-wont-start", "en", MILL["en"], "I'm so pleased you're enjoying your mill!"),
        ("late-delivery", "en", PARCEL["en"], "I'm relieved it got there safely."),
        ("mill-wont-start", "ja", MILL["ja"], "動いてよかったです！"),
        ("mill-wont-start", "ja", MILL["ja"], "無事に直って何よりでございます。"),
        ("mill-wont-start", "ja", MILL["ja"], "気に入っていただけて嬉しいです。"),
        ("late-delivery", "ja", PARCEL["ja"], "お手元に届いたようで安心いたしました。"),
    ],
)
def test_joy_over_what_has_not_come_about_shows_nobody_listening(
    case: str, language: Language, line: str, reply: str
) -> None:
    grade = graded(case, language, [line], reply)
    assert is_called_joy(grade)
    assert (grade.score("empathy") or 0) <= 25
    assert (grade.score("resolution") or 0) <= 25


@pytest.mark.parametrize(
    ("case", "language", "line", "reply"),
    [
        ("mill-wont-start", "en", "IT WORKS!! so loud!!", "So glad it's working!"),
        ("mill-wont-start", "en", MILL["en"], "I'm glad you told us. What does the lamp do?"),
        ("mill-wont-start", "en", MILL["en"], "I'd be glad to get it working again with you."),
        ("mill-wont-start", "en", MILL["en"], "I'll be happy once it's working."),
        (
            "mill-wont-start",
            "en",
            MILL["en"],
            "You won't hear \"so glad it's working\" from me yet.",
        ),
        ("late-delivery", "en", "The bell rang, it's here.", "I'm so glad it has come."),
        ("mill-wont-start", "ja", "動いた！！すごい音。", "動いてよかったです！"),
        ("mill-wont-start", "ja", MILL["ja"], "ご連絡いただけてよかったです。ランプはどうですか。"),
        ("mill-wont-start", "ja", MILL["ja"], "直ったらうれしいですよね。ランプはどうですか。"),
        ("late-delivery", "ja", "いま届いたわ。", "無事に届いて何よりです。"),
        (
            "phishing-mail",
            "ja",
            "止めたよ、カードは。",
            "間に合ってよかったです。次はパスワードです。",
        ),
        ("phishing-mail", "ja", "止めたよ、カードは。", "すぐ動いたのがよかったですよ。"),
        ("phishing-mail", "en", "They've blocked it.", "So glad it's sorted. Now the password."),
    ],
)
def test_any_other_joy_is_left_alone(case: str, language: Language, line: str, reply: str) -> None:
    assert not is_called_joy(graded(case, language, [line], reply))
