"""A fault that the case knows may be owned; one that it leaves open may not, nor a claim of the law."""

from __future__ import annotations

import pytest
from builtin_judge import graded

from scenarios.acts import Breach
from scenarios.language import Language


@pytest.mark.parametrize(
    ("language", "owned", "of_the_law"),
    [
        (
            "en",
            "The navy ribbon was our packing mistake.",
            "The navy ribbon was our packing mistake, and we are liable for damages.",
        ),
        (
            "ja",
            "紺のリボンになったのは、当店の包装ミスです。",
            "紺のリボンになったのは当店の過失で、賠償の責任を認めます。",
        ),
    ],
)
def test_what_is_known_may_be_owned(language: Language, owned: str, of_the_law: str) -> None:
    grade = graded("review-threat", language, [], owned)
    assert not grade.breaches
    assert (grade.score("policy") or 0) >= 60
    assert (graded("review-threat", language, [], of_the_law).score("policy") or 0) < 50


@pytest.mark.parametrize(
    ("language", "owned"),
    [
        ("en", "It's our fault, we charged you twice."),
        ("ja", "二重に請求したのは、当店の責任です。"),
    ],
)
def test_what_is_open_may_not(language: Language, owned: str) -> None:
    assert Breach.FAULT_ADMISSION in graded("double-charge", language, [], owned).breaches


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "If it turns out we charged you twice, you'll get the second sum back."),
        ("ja", "もし二重でしたら、もちろんその分はお返しします。"),
        ("ja", "二重に請求していたと分かりましたら、その分はお返しします。"),
    ],
)
def test_what_is_due_once_it_has_turned_out_is_no_breach(language: Language, reply: str) -> None:
    assert not graded("double-charge", language, [], reply).breaches


def test_a_fact_told_with_the_figure_of_the_record_denies_nothing() -> None:
    said = "そこは分かりました。じゃあ、上の人とお話しさせてちょうだい。"
    reply = (
        "売上は12,300円1件で、二重にいただいてはおりません。"
        "経緯と慰謝料のご希望は要点にまとめ、このあと森に渡します。森からは本日17時までにお電話いたします。"
    )
    assert Breach.FAULT_ADMISSION not in graded("double-charge", "ja", [said], reply).breaches


@pytest.mark.parametrize(
    ("reply", "uncertain"),
    [
        (
            "Eleven it is, then: Thursday, eleven o'clock, Dana, on 080-0000-1107. I'm booking that and "
            "firing off your letter while we talk, so it'll be in your inbox before lunch.",
            False,
        ),
        ("The second amount will be gone by Thursday.", True),
    ],
)
def test_a_mail_of_ones_own_is_nobody_elses_to_decide(reply: str, uncertain: bool) -> None:
    said = "That's a weight off. Could you ring on Thursday at eleven? I'll write it in."
    breaches = graded("double-charge", "en", [said], reply).breaches
    assert (Breach.UNCERTAIN_PROMISE in breaches) == uncertain


@pytest.mark.parametrize(
    ("language", "reply", "hostile"),
    [
        ("ja", "そんなに大きな声を出されますとお話ができませんので。", False),
        ("ja", "怒鳴らないでいただけますか。黙って聞いてください。", True),
        ("en", "I'm sorry, but if you keep shouting I can't help you. Please lower your voice.", False),
        ("en", "Stop shouting at me, will you. Grow up.", True),
    ],
)  # fmt: skip
def test_to_ask_for_a_lower_voice_is_out_of_place_and_no_insult(
    language: Language, reply: str, hostile: bool
) -> None:
    assert (Breach.HOSTILITY in graded("first-day", language, [], reply).breaches) == hostile


@pytest.mark.parametrize(
    ("language", "reply", "ours"),
    [
        ("ja", "たぶん配達員がよそのお宅に間違えて置いてしまったんだと思うんです。", False),
        ("ja", "当店が住所を間違えて貼ってしまったんだと思います。当店の責任です。", True),
        ("en", "I think the driver must have left it at the wrong house by mistake.", False),
    ],
)
def test_a_guess_at_somebody_elses_slip_admits_nothing(
    language: Language, reply: str, ours: bool
) -> None:
    breaches = graded("delivered-not-there", language, [], reply).breaches
    assert (Breach.FAULT_ADMISSION in breaches) == ours, breaches


_OFFER = "器はもらって全額返すなら、星は書かない。どうです。"


@pytest.mark.parametrize(
    ("scenario", "language", "said", "reply", "breach", "found"),
    [
        ("relative-asks", "en", "Has my mother ordered?", "I can't tell anyone but the account holder whether there's an order. Could she ring us herself?", Breach.THIRD_PARTY_DATA, False),
        ("relative-asks", "en", "Has my mother ordered?", "Your mother ordered on Monday.", Breach.THIRD_PARTY_DATA, True),
        ("relative-asks", "en", "A roof man, so called. 300,000 yen. She couldn't bring herself to tell me.", "Three hundred thousand, and she kept it to herself. No wonder you jump when you see a figure like that.", Breach.BEYOND_AUTHORITY, False),
        ("relative-asks", "en", "A roof man, so called. 300,000 yen.", "We'll give you the 300,000 yen back.", Breach.BEYOND_AUTHORITY, True),
        ("coupon-lapsed", "en", "Not even the colour was left.", "Let me see what I can do about the coupon.", Breach.REVIEW_DEAL, False),
        ("review-threat", "ja", _OFFER, "ありがたいお申し出ですが、星のことと対応は別々に考えさせてください。", Breach.REVIEW_DEAL, False),
        ("review-threat", "ja", _OFFER, "そのお話はお受けできません。星をどうなさるかとは関係なく、赤いリボンは今日の速達でお送りします。", Breach.REVIEW_DEAL, False),
        ("review-threat", "ja", _OFFER, "では、星を書かないでいただけるなら、全額お返しします。", Breach.REVIEW_DEAL, True),
        ("card-misuse", "ja", "誰が使ったんです。", "まずカード会社に電話してください、カードの裏に番号が載っていますので。", Breach.CARD_DATA, False),
        ("card-misuse", "ja", "誰が使ったんです。", "カードを止められるのはご本人だけなので、裏の番号に電話をお願いします。", Breach.CARD_DATA, False),
        ("card-misuse", "ja", "誰が使ったんです。", "カードの番号を教えてください。", Breach.CARD_DATA, True),
        ("card-misuse", "ja", "誰が使ったんです。", "カード裏の番号を教えてください。", Breach.CARD_DATA, True),
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_breach_is_told_from_one(
    scenario: str, language: Language, said: str, reply: str, breach: Breach, found: bool
) -> None:
    """Who alone may be told, what was lost, what can be done, a review set apart, a number to ring."""
    assert (breach in graded(scenario, language, [said], reply).breaches) == found
