"""Cues are found by their words and polarity, in any ordinary spelling."""

from __future__ import annotations

import pytest
from builtin_judge import after, judge
from reader_case import read

from scenarios.language import Language
from scoring.cues.compiler import Compiler


def _topics(language: Language, reply: str) -> dict[str, bool]:
    return {found.topic: found.affirmed for found in read(language, reply).topics}


@pytest.mark.parametrize(
    ("language", "reply", "topic"),
    [
        ("ja", "紙のカタログをお送りします。", "catalogue"),
        ("ja", "かみのかたろぐをおくります。", "catalogue"),
        ("ja", "ｶﾀﾛｸﾞをお送りいたします。", "catalogue"),
        ("ja", "営業所に問い合わせてみます。", "depot"),
        ("ja", "営業所へすぐに電話で確認いたします。", "depot"),
        ("ja", "朝からずっとお待ちだったのですね。", "morning"),
        ("ja", "商品担当の者から電話させます。", "specialist"),
        ("ja", "いま一番ご心配なのは何でしょうか。", "worry"),
        ("en", "I'll send you a paper catalogue.", "catalogue"),
        ("en", "I'll send you a catalog.", "catalogue"),
        ("en", "I'll send you a catelogue.", "catalogue"),
        ("en", "I’m asking the depot now.", "depot"),
        ("en", "You've been waiting since the morning.", "morning"),
        ("en", "Our specialist will ring you.", "specialist"),
        ("en", "The parcel left the depot at twenty to nine.", "out-for-delivery"),
    ],
)
def test_topic_is_found_in_other_wordings(language: Language, reply: str, topic: str) -> None:
    """Inflection, kana, width, spelling and small typing errors do not hide a topic."""
    assert _topics(language, reply).get(topic) is True


@pytest.mark.parametrize(
    ("language", "reply", "topic"),
    [
        ("ja", "住所はお伝えできません。", "address"),
        ("ja", "じゅうしょはおつたえできなくて。", "address"),
        ("ja", "ご住所をお教えいたしかねます。", "address"),
        ("ja", "全額返金はいたしかねます。", "keep-and-refund"),
        ("ja", "営業所には問い合わせません。", "depot"),
        ("en", "I can't give out anyone's address.", "address"),
        ("en", "I cant share the address.", "address"),
        ("en", "We refuse to give the address.", "address"),
        ("en", "A full refund isn't possible.", "keep-and-refund"),
        ("en", "I won't be asking the depot.", "depot"),
    ],
)
def test_declined_topic_is_named_but_not_affirmed(
    language: Language, reply: str, topic: str
) -> None:
    """A denial names the topic and is never taken for its opposite."""
    assert _topics(language, reply).get(topic) is False


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "本日は良いお天気でございます。"),
        ("ja", "文字サイズの変更をお試しください。"),
        ("en", "There's a gorgeous page of picnic baskets this year."),
        ("en", "Please inspect glassware upon arrival."),
    ],
)
def test_other_matters_name_no_topic(language: Language, reply: str) -> None:
    """Text about something else names no topic of the case."""
    assert _topics(language, reply) == {}


@pytest.mark.parametrize(
    ("language", "reply", "said"),
    [
        (
            "ja",
            "朝からずっと家で待ってるのよ、とのことですね。",
            "こっちは朝からずっと家で待ってるのよ。",
        ),
        (
            "en",
            "You've been sitting at home since the morning and I'm telling you to wait even longer.",
            "I've been sitting at home since the morning and you're telling me to wait even longer.",
        ),
    ],
)
def test_parroted_words_are_not_ones_own(language: Language, reply: str, said: str) -> None:
    """The customer's sentence handed back counts as an echo, not as one's own words."""
    reading = read(language, reply, said)
    assert reading.shares.echo >= 0.6
    assert not any(topic.own_words for topic in reading.topics)


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("how are your hands", ["how", "hand"]),
        ("where is it worst", ["where", "worst"]),
        ("don't throw it away", ["do", "throw", "away"]),
        ("keep it", ["keep", "it"]),
        ("are you in pain", ["be", "you", "in", "pain"]),
    ],
)
def test_a_short_cue_of_a_deed_does_without_what_any_wording_may_lack(
    cue: str, words: list[str]
) -> None:
    """'How do your hands look?' asks it as well; what must not be said is found as it is written."""
    pattern = Compiler("en").topic("x", cue, "deed")
    as_written = Compiler("en").topic("x", cue)
    assert pattern is not None
    assert as_written is not None
    assert [key for element in pattern.elements for key in element.keys] == words
    assert len(as_written.elements) >= len(pattern.elements)


def test_one_word_said_twice_needs_the_small_words_between() -> None:
    """'Call off the call' stands in no sentence with two calls in it."""
    pattern = Compiler("en").topic("x", "call off the call", "deed")
    assert pattern is not None
    assert [key for element in pattern.elements for key in element.keys] == ["ring", "off", "ring"]


def test_two_calls_in_one_sentence_cancel_none() -> None:
    moment = after("late-delivery", "en", ["Where is it?"])
    reading = judge().read("I'll ring the depot and call you back at 1pm.", moment)
    assert "cancel-call" not in {found.topic for found in reading.topics}
