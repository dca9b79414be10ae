"""Hasty typing is read as what it stands for, and the words as typed are what findings point at."""

from __future__ import annotations

import pytest
from builtin_judge import after, judge

from scoring.language.normalise import normalise


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("i dont know", "i don't know"),
        ("Thats OURS n ill ring u bak", "that's ours and i'll ring u back"),
        ("wat time suits", "what time suits"),
        ("they couldve asked", "they could've asked"),
        ("wheres it now", "where's it now"),
        ("askin the depot", "asking the depot"),
        ("its prob late", "its probably late"),
        ("no prob", "no prob"),
        ("begin again within", "begin again within"),
        ("she is ill", "she is ill"),
        ("i felt ill all day", "i felt ill all day"),
        ("the size n", "the size n"),
        ("its colour", "its colour"),
        ("r-and-n", "r-and-n"),
        ("14日いないなら返品できます", "14日以内なら返品できます"),
        ("3営業日いないに返金します", "3営業日以内に返金します"),
        ("担当がいないので", "担当がいないので"),
        ("14日いないので", "14日いないので"),
    ],
)
def test_what_is_meant(typed: str, form: str) -> None:
    assert normalise(typed).text == form


def test_spans_point_at_what_was_typed() -> None:
    typed = "i dont know yet"
    normal = normalise(typed)
    begin = normal.text.index("don't")
    assert normal.typed(begin, begin + len("don't")) == "dont"


def test_a_question_is_heard_however_it_is_typed() -> None:
    moment = after("rude-colleague", "en", [])
    read = judge().read("wat time did u ring", moment)
    assert any(clause.question for clause in read.clauses)
