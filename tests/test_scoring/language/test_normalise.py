"""The matching form and its way back to the characters as typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.language.normalise import normalise, quotations, sentences


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("Ｈｅｌｌｏ", "hello"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("it’s", "it's"),
        ("“so”", '"so"'),
        ("か\u3099", "が"),
        ("so\u200brry", "sorry"),
        ("so\u00adrry", "sorry"),
        ("１時半", "1時半"),
        ("もうしまうs", "もうします"),
        ("電話sます", "電話します"),
        ("空きまs", "空きます"),
        ("", ""),
    ],
)
def test_disguises_fold_to_one_form(typed: str, form: str) -> None:
    """Width, case, marks, hidden characters and leftovers of the input method fold to one form."""
    assert normalise(typed).text == form


@given(st.text(max_size=200))
def test_every_character_knows_where_it_came_from(typed: str) -> None:
    """Spans of the matching form are ordered spans of the text as typed, in full length."""
    normal = normalise(typed)
    assert len(normal.starts) == len(normal.ends) == len(normal.text)
    assert all(0 <= a < b <= len(typed) for a, b in zip(normal.starts, normal.ends, strict=True))
    assert list(normal.starts) == sorted(normal.starts)


@given(st.text(alphabet="がぱﾞかはé\u0301e「」a1 Ａ", max_size=60))
def test_composed_and_decomposed_give_one_form(typed: str) -> None:
    """NFC and NFD of a text have the same matching form."""
    composed = unicodedata.normalize("NFC", typed)
    assert normalise(composed).text == normalise(unicodedata.normalize("NFD", typed)).text


def test_span_points_at_the_typed_characters() -> None:
    """A word found in the matching form is marked as it was typed."""
    normal = normalise("あのｶﾞﾗｽです")
    start = normal.text.index("ガラス")
    assert normal.typed(start, start + 3) == "ｶﾞﾗｽ"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Mori rings at 1:05 p.m. today.", 1),
        ("It costs 3.50 or so. Fine?", 2),
        ("Y.S. from Chiba wrote it.", 1),
        ("The engraving is S.MORITA. Right?", 2),
        ("She said no. Ten pens then.", 2),
        ("Well... then yes; now.", 3),
        ("お待たせしました。確認します!よろしいですか?", 3),
        ("「はい。分かりました。」と申しました。", 1),
        ("一行目\n二行目", 2),
        ("のばせません　でも代引きなら払えますよ　どれにしますか", 3),
        ("こもれび商店 佐伯です。", 1),
        ("…………", 0),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    """Abbreviations, figures, initials and quotations end no sentence."""
    assert len(sentences(normalise(text).text)) == count


def test_quotations_are_found_in_both_styles() -> None:
    """Corner brackets and quotation marks are quotations; an apostrophe is none."""
    text = normalise("「はい」 and “no” but it's").text
    assert [text[a:b] for a, b in quotations(text)] == ["「はい」", '"no"']
