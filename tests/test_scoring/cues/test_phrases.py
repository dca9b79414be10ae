"""Short phrases out of a sentence: what a writer's sentence is heard by when others say it."""

from __future__ import annotations

import pytest

from scenarios.language import LANGUAGES, Language
from scoring.cues.phrases import phrases


@pytest.mark.parametrize(
    ("language", "length", "sentence", "wanted"),
    [
        (
            "ja",
            2,
            "代わりの紺のエプロンを、本日中に発送いたします。",
            ("代わりの紺", "紺のエプロン", "本日中に発送"),
        ),
        ("ja", 2, "明日の発表会で娘が着るんです。", ("明日の発表会", "発表会", "娘が着る")),
        ("ja", 3, "代わりの紺のエプロンを、本日中に発送いたします。", ("代わりの紺のエプロン",)),
        (
            "en",
            2,
            "I can send you a Navy apron today, free of charge.",
            ("send you a Navy", "Navy apron", "apron today", "free of charge"),
        ),
        ("en", 3, "We'll give you 5,000 yen on top.", ("give you 5,000 yen on top",)),
    ],
)
def test_runs_of_words_with_content(
    language: Language, length: int, sentence: str, wanted: tuple[str, ...]
) -> None:
    """As typed, between marks, with figures and compounds in one piece."""
    found = phrases(sentence, language, length)
    assert found == wanted


@pytest.mark.parametrize(
    ("language", "sentence", "whole"),
    [
        ("ja", "孫の誕生日に間に合わないと困るんです。", "孫の誕生日に間に合わない"),
        ("en", "It must not reach the wrong address.", "not reach the wrong address"),
    ],
)
def test_what_denies_stays_whole(language: Language, sentence: str, whole: str) -> None:
    (found,) = phrases(sentence, language, 2)
    assert whole in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", "?", "。", "navy", "紺", "{", "  "])
def test_single_words_give_nothing(language: Language, text: str) -> None:
    assert phrases(text, language, 2) == ()
