"""What must hold for any reply whatever."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reader_case import moment, read, reader

from scenarios.language import LANGUAGES, Language
from scoring.model import Reading

PIECES = {
    "ja": (
        "申し訳ございません", "お待たせして", "ません", "と", "言う", "「", "」", "、", "。", "13時5分", "住所", "は",
        "お伝え", "いたしかねます", "か", "?", "森", "ｶﾞﾗｽ", "もうしまうs", "営業所", "に", "電話", "します", "6,480円",
    ),
    "en": (
        "I'm", "sorry", "not", "won't", "ring", "you", "at", "1:05", "p.m.", "the", "depot", "address", "can't",
        ".", ",", "?", '"', "’", "refund", "Mori", "if", "but", "6,480 yen", "Tomás", "please", "tell me",
    ),
}  # fmt: skip


def _spans(reading: Reading) -> list[tuple[int, int]]:
    return [
        (item.span.start, item.span.end)
        for item in (*reading.clauses, *reading.acts, *reading.topics, *reading.slots)
    ]


def _check(reading: Reading, text: str) -> None:
    assert reading.text == text
    assert all(0 <= start <= end <= len(text) for start, end in _spans(reading))
    assert all(
        clause.text == text[clause.span.start : clause.span.end] for clause in reading.clauses
    )
    numbers = range(len(reading.clauses))
    assert all(item.clause in numbers for item in (*reading.acts, *reading.topics, *reading.slots))
    assert all(
        0 <= getattr(reading.shares, n) <= 1
        for n in ("echo", "recital", "stuffing", "other_language")
    )


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=300))
def test_any_text_is_read(language: Language, text: str) -> None:
    """Any text is read without an error, and every span lies inside it."""
    _check(read(language, text), text)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_mixture_of_telling_words_is_read(language: Language, data: st.DataObject) -> None:
    """The words of rules and topics in any order are read; spans quote the text."""
    text = " ".join(data.draw(st.lists(st.sampled_from(PIECES[language]), max_size=40)))
    reading = read(language, text, text)
    _check(reading, text)
    assert reading == read(language, text, text)


REPLIES: tuple[tuple[Language, str], ...] = (
    (
        "ja",
        "朝からお待たせして申し訳ございません。営業所に問い合わせ、13時5分に私、田中からお電話します。",
    ),
    ("ja", "住所はお伝えできませんが、カタログをお送りしましょうか。"),
    ("ja", "ガラスの器が届かずご不安ですよね。森から10時半にお電話を差し上げます。"),
    (
        "en",
        "I'm sorry you've been waiting since the morning. I'll ask the depot and ring you at 1:05.",
    ),
    ("en", "I can't give out anyone's address, but shall I send you a catalogue?"),
)


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@pytest.mark.parametrize(("language", "reply"), REPLIES)
@pytest.mark.parametrize(
    "disguise",
    [
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: unicodedata.normalize("NFC", t),
        _full_width,
        lambda t: t + "  \n",
        lambda t: "\ufeff" + t,
        lambda t: t.replace("a", "a\u200b").replace("し", "し\u00ad"),
        lambda t: t.replace("'", "’"),
        str.upper,
    ],
    ids=["nfd", "nfc", "full-width", "trailing", "mark", "hidden", "curly", "capitals"],
)
def test_disguises_change_nothing(language: Language, reply: str, disguise) -> None:  # type: ignore[no-untyped-def]
    """How a reply was typed changes neither its acts nor its topics."""

    def heard(text: str) -> tuple[object, object]:
        found = read(language, text)
        return (
            sorted(
                (a.act.value, a.rule, a.about) for a in found.acts if a.act.value != "introduce"
            ),
            sorted((t.topic, t.affirmed) for t in found.topics),
        )

    assert heard(disguise(reply)) == heard(reply)


@pytest.mark.parametrize("language", LANGUAGES)
def test_very_long_replies_are_read(language: Language) -> None:
    """Twenty thousand characters; how long that takes is measured in ``tests/bench``."""
    unit = (
        "申し訳ございません。住所は、お伝えできません、" if language == "ja" else "sorry, I can't, "
    )
    for text in ((unit * 2000)[:20_000], "a" * 20_000, "「" * 20_000, "あ" * 20_000, "1:" * 10_000):
        assert reader(language).read(text, moment(language, text)).text == text
