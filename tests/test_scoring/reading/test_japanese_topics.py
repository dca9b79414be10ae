"""Japanese sentences of the catalogue's cases name a topic as it is meant, or leave it alone."""

from __future__ import annotations

import pytest
from builtin_judge import in_no_stage, judge


def topics(scenario: str, sentence: str) -> dict[str, bool]:
    """The topics that a sentence names in a case, and whether it affirms them."""
    reading = judge().read(sentence, in_no_stage(scenario, "ja"))
    return {found.topic: found.affirmed for found in reading.topics}


@pytest.mark.parametrize(
    ("scenario", "topic", "sentence"),
    [
        ("delivered-not-there", "before-answer", "返事を待たずに返金いたします。"),
        ("delivered-not-there", "before-answer", "返事を待たずに新しい品をお送りします。"),
        ("delivered-not-there", "ring-back", "16時に私からお電話いたします。"),
        ("delivered-not-there", "ring-back", "16時にお電話させていただきます。"),
        ("damaged-item", "no-stock", "あいにく在庫切れです。"),
        ("damaged-item", "no-stock", "ただいま在庫を切らしております。"),
        ("damaged-item", "in-stock", "同じ品の在庫がございます。"),
        ("damaged-item", "cause-open", "原因はまだ分かりません。"),
        ("damaged-item", "cause-open", "どこで割れたかはまだ分かっておりません。"),
        ("card-misuse", "cause-open", "今の時点では分かりません。"),
        ("apology-visit", "cause-open", "原因はまだ分かっておりません。"),
        ("phishing-mail", "leave-mail", "そのメールへの返信はお控えください。"),
        ("phishing-mail", "leave-mail", "リンクは押さないでください。"),
        ("double-charge", "refund-now", "カード会社の返事を待たずに返金いたします。"),
        ("deaf-customer", "skip-check", "確認を省いて変えますね。"),
        ("case-that-drags", "tomorrow-there", "明日出荷し、明日着きます。"),
        ("wrong-kanji", "our-mistake", "当店の彫り間違いでございます。"),
        (
            "data-leak-worry",
            "not-known",
            "いま担当が調べている最中で、漏れたかどうかは、まだ分かっておりません。",
        ),
    ],
)
def test_topic_is_affirmed(scenario: str, topic: str, sentence: str) -> None:
    """What is said or done is affirmed, be it by a negative form."""
    assert topics(scenario, sentence).get(topic) is True


@pytest.mark.parametrize(
    ("scenario", "topic", "sentence"),
    [
        ("delivered-not-there", "before-answer", "返事を待たずに返金することはできません。"),
        ("delivered-not-there", "before-answer", "返事を待たずにお送りするのはできかねます。"),
        ("delivered-not-there", "before-answer", "返事を待って返金いたします。"),
        ("delivered-not-there", "ring-back", "16時以降にもう一度お電話ください。"),
        ("delivered-not-there", "ring-back", "お手数ですが、16時にかけ直していただけますか。"),
        ("delivered-not-there", "second-call", "16時以降にもう一度お電話ください。"),
        ("damaged-item", "in-stock", "あいにく在庫切れです。"),
        ("damaged-item", "in-stock", "ただいま在庫を切らしております。"),
        ("damaged-item", "cause-open", "原因が分かりました。"),
        ("card-misuse", "cause-open", "原因が分かりました。"),
        ("apology-visit", "cause-open", "原因が分かりました。"),
        ("phishing-mail", "leave-mail", "メールに返信していただいて構いません。"),
        ("deaf-customer", "skip-check", "確認を省いて変えることはできません。"),
        ("case-that-drags", "tomorrow-there", "明日出荷し、木曜に着きます。"),
        (
            "wrong-kanji",
            "our-mistake",
            "彫るお名前は、はしごだかの「髙橋健一」様でお間違いございませんか。",
        ),
        ("order-by-inquiry", "pay-later", "お支払いのあとに製作に入ります。"),
        ("order-by-inquiry", "pay-later", "本日15時までにお支払いをお願いいたします。"),
    ],
)
def test_topic_is_not_affirmed(scenario: str, topic: str, sentence: str) -> None:
    """What is declined, asked of the customer or said the other way round is not affirmed."""
    assert topics(scenario, sentence).get(topic) is not True


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("20日分の発送も15日のご請求もありません。", False),
        ("確認書に、止めた日と、20日の分も15日の請求もないことを書いておきます。", False),
        ("20日の分はもう止められません。", True),
    ],
)
def test_a_denial_is_of_what_the_cue_denies(sentence: str, *, claimed: bool) -> None:
    """A figure is one word of many, and what is denied stands last."""
    reading = judge().read(sentence, in_no_stage("subscription-stop", "ja"))
    assert any(t.topic == "too-late" and t.affirmed for t in reading.topics) is claimed
