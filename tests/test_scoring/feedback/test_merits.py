"""What a coach would name first is told: an own word put right, honesty about what nobody can know, time
that is left to decide in, what cannot wait; not what only sounds like it, and never beside a breach."""

from __future__ import annotations

import pytest
from builtin_judge import graded_at, judge

from scenarios.language import Language
from scoring.feedback.lines import MERITS, sign_of, worth
from scoring.model import Moment, ReplyGrade


def _grade(
    scenario: str, language: Language, reply: str, said: str = "…", before: str = "…"
) -> ReplyGrade:
    case = judge().catalog.scenarios[scenario]
    moment = Moment(case, language, None, 2, (said,), (before,), identity_checked=True)
    return graded_at(moment, reply)


def _merits(grade: ReplyGrade) -> dict[str, str]:
    """By merit the words that are quoted for it."""
    return {
        f.rule: grade.reading.text[f.span.start : f.span.end]
        for f in grade.findings
        if f.rule in MERITS and f.span is not None
    }


@pytest.mark.parametrize(
    ("scenario", "language", "reply", "merit", "words"),
    [
        (
            "late-delivery",
            "en",
            "I can't swear it'll be there before two, nobody can. I'll ask the depot this minute and "
            "ring you at 1:05.",
            "honest",
            "swear",
        ),
        (
            "strangers-invoice",
            "en",
            "I honestly don't know where your own note went, and I won't guess. The security desk "
            "writes to you by five tomorrow.",
            "honest",
            "don't know",
        ),
        (
            "apology-visit",
            "ja",
            "金曜10時に職人が洗浄に伺います。どこまで取れるかは、やってみないと分かりません。",
            "honest",
            "分かりません",
        ),
        (
            "locked-out",
            "ja",
            "すみません、必ずは言いすぎでした。土曜の9時から12時と14時から16時、どちらがよろしいですか。",
            "takes-back",
            "言いすぎ",
        ),
        (
            "double-charge",
            "en",
            "I shouldn't have said three days, that's the card company's to decide. It usually takes "
            "three to seven business days.",
            "takes-back",
            "shouldn't have said",
        ),
        (
            "mill-wont-start",
            "en",
            "That was uncalled for, and I'm sorry. You described it perfectly: a fast blink is a fault in "
            "the machine. The exchange is booked for tomorrow.",
            "takes-back",
            "uncalled for",
        ),
        (
            "threat-to-come",
            "ja",
            "金曜に必ずと申しましたのは言い過ぎでございました。金曜は予定で、遅れることもございます。水曜の17時に"
            "私からお電話いたします。",
            "takes-back",
            "金曜に必ずと申しましたのは言い過ぎ",
        ),
        (
            "price-in-gift",
            "ja",
            "失礼いたしました。いまのは私の憶測でございました。倉庫の返事は明日の15時までに参りますので、分かりましたら"
            "お電話いたします。",
            "takes-back",
            "憶測",
        ),
        (
            "testimonial-address",
            "en",
            "You don't have to decide anything today, Mrs Tanaka. The specialist rings you tomorrow "
            "at eleven.",
            "leaves-time",
            "decide",
        ),
        (
            "payment-refused",
            "ja",
            "お手数をおかけして申し訳ございません。利用限度の欄は気づきにくいので、皆さん迷われるんですよ。いま"
            "一緒に見てまいりますね。",
            "eases",
            "気づきにくい",
        ),
        (
            "mill-wont-start",
            "en",
            "Could you twist the lid to the right? It's a really faint click, nearly everybody would "
            "miss it first go.",
            "eases",
            "nearly everybody",
        ),
        (
            "memorial-gift",
            "ja",
            "残りの十二箱をどなたにお送りするかは、今日でなくて大丈夫ですよ。18時に私からお電話します。",
            "leaves-time",
            "今日でなくて",
        ),
        (
            "amount-wrong",
            "en",
            "Anyone who went by the big number would have read it the same way. The 330 yen goes back "
            "to your card today.",
            "clears",
            "the same way",
        ),
        (
            "locked-out",
            "ja",
            "明日の朝9時10分には、また入れるようになります。小松様がなにか壊されたわけではありませんよ。",
            "clears",
            "わけではありません",
        ),
        (
            "damaged-item",
            "en",
            "Nobody here thinks it was you. The new one leaves by three today, and you won't have to "
            "explain this again.",
            "believes",
            "Nobody here",
        ),
        (
            "damaged-item",
            "en",
            "Nobody here thinks it was you. The new one leaves by three today, and you won't have to "
            "explain this again.",
            "spares",
            "explain this again",
        ),
        (
            "baton-pass",
            "ja",
            "今すべて書いて森に渡します。榎本様に同じお話を二度していただくことはございません。",
            "spares",
            "二度",
        ),
    ],
)
def test_a_merit_is_told_with_its_own_words(
    scenario: str, language: Language, reply: str, merit: str, words: str
) -> None:
    grade = _grade(scenario, language, reply)
    said = judge().rubric.messages[merit]["met"].of(language).partition("{")[0]
    quoted = [
        reply[f.span.start : f.span.end]
        for f in grade.findings
        if f.span is not None and said in f.message.of(language)
    ]
    assert any(words in quote for quote in quoted)


@pytest.mark.parametrize(
    ("scenario", "language", "reply"),
    [
        (
            "damaged-item",
            "en",
            "I can't promise you a refund or a discount, sorry, those are the rules.",
        ),
        ("threat-to-come", "ja", "日当や迷惑料は、担当からはお約束できません。"),
        ("late-delivery", "en", "I don't know what you want me to do about it."),
        ("late-delivery", "ja", "分かりました。すぐに調べて13時5分にお電話いたします。"),
        (
            "mill-wont-start",
            "ja",
            "ほとんどのお客様はちゃんと読まれますよ。皆さんおできになります。",
        ),
        ("damaged-item", "en", "You won't be told twice, and it's not our fault, is it?"),
        ("locked-out", "ja", "当店に落ち度はございません。規約のとおりです。"),
        ("first-day", "ja", "ご都合はいかがですか。いつがよろしいか分かりましたら教えてください。"),
    ],
)
def test_what_only_sounds_like_a_merit_is_none(
    scenario: str, language: Language, reply: str
) -> None:
    assert not _merits(_grade(scenario, language, reply))


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        (
            "en",
            "I can't swear to the hour, but it will definitely be there by one, you have my word.",
        ),
        ("ja", "時刻までは分かりませんが、13時までには必ず届きますので、ご安心ください。"),
    ],
)
def test_beside_a_breach_in_its_sentence_nothing_is_a_merit(language: Language, reply: str) -> None:
    assert not _merits(_grade("late-delivery", language, reply))


def test_a_merit_is_praise_and_stands_among_the_first() -> None:
    grade = _grade("late-delivery", "en", "I can't swear it'll be there before two, nobody can.")
    found = [f for f in grade.findings if f.rule in MERITS]
    assert found
    assert all(sign_of(f) == "+" and worth(f) > abs(f.points) for f in found if not f.points)
