"""Replies typed without marks are read by sentence all the same."""

from __future__ import annotations

import pytest

from scoring.language.normalise import normalise, sentences


def _parts(text: str) -> list[str]:
    """The sentences as they were typed."""
    normal = normalise(text)
    return [normal.typed(start, end) for start, end in sentences(normal.text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "sorry about that ive got your order here it left monday ill ring the depot for you now",
            [
                "sorry about that",
                "ive got your order here",
                "it left monday",
                "ill ring the depot for you now",
            ],
        ),
        (
            "the parcel you ordered is the one i have here on my screen and i think it is on its way",
            None,
        ),
        (
            "i can see the number you gave me on the order please hold on while i ask the depot",
            [
                "i can see the number you gave me on the order",
                "please hold on while i ask the depot",
            ],
        ),
        (
            "if it does not come by two today i will call you what number is the best for you",
            [
                "if it does not come by two today i will call you",
                "what number is the best for you",
            ],
        ),
        (
            "お待たせして申し訳ございませんすぐに営業所へ確認いたします13時5分までに私からお電話します",
            [
                "お待たせして申し訳ございません",
                "すぐに営業所へ確認いたします",
                "13時5分までに私からお電話します",
            ],
        ),
        (
            "お調べしますのでご注文番号とお名前とご登録のお電話番号をお願いできますでしょうか",
            None,
        ),
        (
            "もし14時までに着きませんでしたら送料分をお返しいたしますとお伝えするよう申しつかっております",
            None,
        ),
    ],
)
def test_sentences_end_where_somebody_who_types_no_marks_ends_them(
    text: str, parts: list[str] | None
) -> None:
    assert _parts(text) == (parts or [text])


@pytest.mark.parametrize(
    "text",
    [
        "I looked at the order you placed, it left on Monday. I will ring the depot now, and you hear from me by one.",
        "お待たせして申し訳ございません、すぐに確認いたします。13時までにお電話いたします。",
        "sorry understand apologise your feelings depot call back refund shipping fee valued customer empathy policy thank you",
    ],
)
def test_text_with_marks_and_text_without_sentences_are_left_as_they_were_typed(text: str) -> None:
    marks = sum(text.count(mark) for mark in ".。")
    assert len(_parts(text)) == max(1, marks)


def test_what_is_quoted_is_not_taken_apart() -> None:
    said = (
        'you told us "im sorry i never got it i will come by" and that is what we wrote down here'
    )
    assert _parts(said)[0].startswith('you told us "im sorry i never got it i will come by"')
