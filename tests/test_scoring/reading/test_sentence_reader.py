"""Sentences that have been read are found again as they were, wherever they stand."""

from __future__ import annotations

from functools import cache

import pytest

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scoring.judge import Judge
from scoring.model import Moment, Reading
from scoring.rubrics.rubric import load_rubric
from scoring.rules.loader import builtin_rules

SENTENCES: dict[Language, tuple[str, ...]] = {
    "en": (
        "I'm sorry the parcel is late, and I see you need it by Friday. ",
        "\"I'm sorry, I'm sorry.\" ",
        "I'll ring the depot, and call you back at 2:30 today. ",
        "Not before 3. ",
        "30 in the afternoon suits me, if you can't wait.",
    ),
    "ja": (
        "お荷物が届かず、ご心配をおかけして申し訳ございません。",
        "「申し訳ございません。」",
        "営業所に確認して、本日14時30分までにお電話いたします。",
        "で、いかがでしょうか。",
        "遅れる場合も必ずご連絡します。",
    ),
}


@cache
def catalog_judge() -> Judge:
    return fresh_judge()


def fresh_judge() -> Judge:
    return Judge(builtin_library().catalog, load_rubric(), builtin_rules())


def read(judge: Judge, language: Language, text: str) -> Reading:
    case = judge.catalog.scenarios["late-delivery"]
    return judge.read(text, Moment(case, language, None, 1, ("Where is it? ", "まだですか。")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reply_reads_the_same_after_others(language: Language) -> None:
    """Every reply without one of its sentences, and whole between quotation marks."""
    judge = catalog_judge()
    sentences = SENTENCES[language]
    quoted = "「{}」" if language == "ja" else '"{}"'
    texts = ["".join(sentences), quoted.format("".join(sentences[2:]))]
    texts += ["".join(sentences[:n] + sentences[n + 1 :]) for n in range(len(sentences))]
    for text in [*texts, *reversed(texts)]:
        assert read(judge, language, text) == read(fresh_judge(), language, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_said_twice_has_its_place_twice(language: Language) -> None:
    sentence = SENTENCES[language][2]
    once = read(catalog_judge(), language, sentence)
    twice = read(catalog_judge(), language, sentence + sentence)
    assert [clause.text.strip() for clause in twice.clauses] == 2 * [
        clause.text.strip() for clause in once.clauses
    ]
    moved = [slot.span.start - len(sentence) for slot in twice.slots[len(once.slots) :]]
    assert moved == [slot.span.start for slot in once.slots]
