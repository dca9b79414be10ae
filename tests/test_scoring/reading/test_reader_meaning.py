"""What a reply is understood to do, beyond the examples of single rules."""

from __future__ import annotations

from typing import get_args

import pytest
from reader_case import acts, read

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scoring.explain_reading import as_json, describe
from scoring.model import Modality, Moment, SlotKind
from scoring.reading.labels import act_name, kind_name, modality_name
from simulator.workplace import make_judge


def _about(language: Language, reply: str, act: str) -> set[str]:
    found = read(language, reply).acts
    return {topic for one in found if one.act.value == act for topic in one.about}


@pytest.mark.parametrize(
    ("language", "reply", "act", "topic"),
    [
        ("ja", "カタログをお送りしましょうか。", "offer", "catalogue"),
        ("ja", "住所はお伝えいたしかねます。", "refuse", "address"),
        ("ja", "営業所に問い合わせます。", "check", "depot"),
        ("ja", "全額返金はできません。", "refuse", "keep-and-refund"),
        ("ja", "全額返金いたします。", "offer", "keep-and-refund"),
        ("ja", "いちばん心配なことは何でしょうか。", "ask", "worry"),
        ("en", "Shall I send you a catalogue?", "offer", "catalogue"),
        ("en", "I can't give you the address.", "refuse", "address"),
        ("en", "I'll ask the depot.", "check", "depot"),
        ("en", "You'll get a full refund and I can offer that now.", "offer", "keep-and-refund"),
        ("en", "What worries you most?", "ask", "worry"),
        ("en", "Give out the address? That I can't do.", "refuse", "address"),
    ],
)
def test_act_is_tied_to_its_topic(language: Language, reply: str, act: str, topic: str) -> None:
    """An act is about what its clause, or the sentence it points back to, names."""
    assert topic in _about(language, reply, act)


@pytest.mark.parametrize(
    ("language", "reply", "absent"),
    [
        ("ja", "申し訳ございません、とここで言う気はないです。", {"apologise"}),
        ("ja", "「全額お返しします」とは申しておりません。", {"offer", "promise"}),
        ("ja", "折り返しのお電話はいたしません。", {"call-back", "promise"}),
        ("ja", "お送りいただけますか。", {"offer", "promise"}),
        ("ja", "お電話くださいませ。", {"call-back", "promise"}),
        ("ja", "責任者には代わりません。", {"hand-over"}),
        ("en", "Well I'm not about to say sorry.", {"apologise"}),
        ("en", "You say Mori will take over and we're sorry?", {"apologise", "hand-over"}),
        ("en", "There is nobody here who'll apologise to you.", {"apologise"}),
        ("en", "I won't be asking the depot, and there's no call-back.", {"check", "call-back"}),
        ("en", "I fail to see why we should send another.", {"offer", "promise"}),
        ("en", "Please call us back.", {"call-back", "promise"}),
    ],
)
def test_denied_reported_or_asked_words_are_no_act(
    language: Language, reply: str, absent: set[str]
) -> None:
    """Words that are denied, reported or asked of the customer are not the agent's act."""
    assert not absent & acts(language, reply)


@pytest.mark.parametrize(
    ("language", "reply", "present"),
    [
        ("ja", "申し訳ございませんが、住所はお伝えできません。", {"refuse"}),
        ("ja", "お電話しないわけではございません。1時にお電話します。", {"call-back"}),
        ("en", "I can't wait to tell you: I'll send it today.", {"promise"}),
        ("en", "No problem, I'll ring you at 1:05.", {"call-back", "promise"}),
        ("en", "Why don't I ring you at two?", {"call-back", "offer"}),
        ("en", "dont worry, ill ring u at 1.05", {"call-back"}),
    ],
)
def test_idioms_with_a_negative_form_deny_nothing(
    language: Language, reply: str, present: set[str]
) -> None:
    """Idioms that only look negative leave the act what it is."""
    assert present <= acts(language, reply)


@pytest.mark.parametrize(
    ("language", "reply", "politeness"),
    [
        ("ja", "お調べいたしますので、少々お待ちくださいませ。", "formal"),
        ("ja", "すぐ調べます。", "polite"),
        ("ja", "今日出せば明日着くよ!", "plain"),
        ("ja", "…………", "none"),
        ("en", "yeah no worries mate, gonna check", "plain"),
        ("en", "Could you please give me your name?", "formal"),
        ("en", "The parcel left at 8:40.", "polite"),
    ],
)
def test_register_is_heard(language: Language, reply: str, politeness: str) -> None:
    """Sentence endings in Japanese and marks of courtesy in English give the register."""
    assert read(language, reply).politeness == politeness


def test_keyword_lists_are_stuffing() -> None:
    """Words strung together without a predicate count as stuffing, a normal reply does not."""
    stuffed = {
        "ja": "お気持ち、ご不便、傾聴、誠意、お詫び、配送状況、確認、折り返し、責任者、規定。",
        "en": "Sorry understand sincerely feelings inconvenience depot refund shipping fee empathy policy",
    }
    normal = {
        "ja": "朝からお待たせしております。営業所に問い合わせ、1時5分に私からお電話します。",
        "en": "You've waited all morning. I'll ask the depot and ring you at 1:05, the number we have.",
    }
    for language in LANGUAGES:
        assert read(language, stuffed[language]).shares.stuffing >= 0.7
        assert not {"apologise", "offer", "check", "empathise"} & acts(language, stuffed[language])
        assert read(language, normal[language]).shares.stuffing == 0
    strung = (
        "朝から待たされ、荷物が届かず、気持ちが焦って、お母様のところ、営業所へ確認、佐伯からお電話"
    )
    asked = "ご注文番号、お名前(フルネーム)、お電話番号、郵便番号、以上をお聞かせください。"
    assert read("ja", strung).shares.stuffing >= 0.7
    assert read("ja", asked).shares.stuffing == 0


def test_handbook_text_is_recital() -> None:
    """The handbook's own wording is recognised as recited."""
    text = "Every promise to come back has a clock time and a name. Soon is not a time."
    assert read("en", text).shares.recital >= 0.6
    text = "折り返しのお約束には、時刻と担当者の名前を必ず添えます。"
    assert read("ja", text).shares.recital >= 0.7


def test_other_language_is_measured() -> None:
    """A reply in the other language is told by its share."""
    assert read("ja", "I'm sorry for the long wait.").shares.other_language == 1
    assert read("en", "お待たせしております。").shares.other_language == 1
    assert read("ja", "刻印はS.MORITAでお間違いないでしょうか。").shares.other_language < 0.2


@pytest.mark.parametrize("language", ["ja", "en"])
def test_reading_can_be_shown(language: Language) -> None:
    """A trainer sees every act with its words, as text and as values."""
    reading = read(
        language,
        "お待たせして申し訳ございません。" if language == "ja" else "I'm sorry for the wait.",
    )
    shown = describe(reading, language)
    assert "apologise" in shown
    assert "apologise" in [act["act"] for act in as_json(reading)["acts"]]


def test_a_reading_is_told_in_the_words_of_its_language() -> None:
    """Every act, modality and kind of figure has a Japanese name; files' own words stand behind acts."""
    shown = describe(read("ja", "3時に折り返しお電話します。住所はお伝えできません。"), "ja")
    for words in ("折り返し call-back", "時刻 15:00", "[する]", "できない"):
        assert words in shown
    assert all(act_name(act, "ja") == f"{act_name(act, 'ja').split()[0]} {act}" for act in Act)
    assert not any(modality_name(one, "ja").isascii() for one in get_args(Modality))
    assert not any(kind_name(one, "ja").isascii() for one in get_args(SlotKind))


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "もう一度、城東営業所へ問い合わせます。"),
        ("en", "I'll ask the Joto depot where it is."),
    ],
)
def test_a_topic_is_shown_with_the_cue_that_found_it(language: Language, reply: str) -> None:
    """Whoever writes a scenario learns which of its cues to mend; every topic has one or more."""
    judge = make_judge(builtin_library())
    scenario = judge.catalog.scenarios["late-delivery"]
    moment = Moment(scenario, language, scenario.first_stage, 1, ())
    reading, cues = judge.read(reply, moment), judge.cues_heard(reply, moment)
    assert reading.topics
    for topic, shown in zip(reading.topics, as_json(reading, cues)["topics"], strict=True):
        own = scenario.topics[topic.topic].cues.of(language)
        assert shown["cues"] and set(shown["cues"]) <= set(own)
        assert f": {shown['cues'][0]}]" in describe(reading, language, cues)
