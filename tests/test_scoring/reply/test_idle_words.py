"""Which sentences a reply is graded without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_case import read

from scenarios.language import Language
from scoring.model import Span
from scoring.reply.idle_words import MOST, fewer, idle_sentences


def left(spans: list[Span]) -> set[tuple[Span, ...]]:
    """What is left of them in each of the choices."""
    return {tuple(s for s in spans if s not in out) for out in fewer(spans)}


def spans(count: int) -> list[Span]:
    return [Span(10 * at, 10 * at + 5) for at in range(count)]


@given(st.integers(0, MOST - 1))
def test_what_is_left_without_one_more_sentence_is_what_was_left(count: int) -> None:
    """Put before or behind the others, it is gone in a choice for each that there was."""
    more = spans(count + 1)
    for others in (more[1:], more[:-1]):
        assert left(more) >= left(others) | {tuple(others)}


@given(st.integers(1, 12))
def test_no_choice_comes_twice_and_something_goes(count: int) -> None:
    chosen = [tuple(out) for out in fewer(spans(count))]
    assert len(set(chosen)) == len(chosen) <= MOST * (MOST + 1) // 2
    assert all(chosen)


@pytest.mark.parametrize(
    ("language", "reply", "idle"),
    [
        ("en", "I'll ask the depot. I'll ask the depot!", ["I'll ask the depot!"]),
        ("en", "Yes. I'll ask the depot. Yes.", ["Yes."]),
        ("en", "I'll ask the depot. I'll ring you at one.", []),
        ("en", "I hear you. “Oh, is that so?”", ["“Oh, is that so?”"]),
        ("ja", "はい。営業所に確認します。はい。", ["はい。"]),
        ("ja", "営業所に確認します。ＯＫです。OKです。", ["OKです。"]),
        ("ja", "営業所に確認します。13時にお電話します。", []),
        ("ja", "調べています。漏れたとも、漏れていないとも申し上げられません。", []),
        (
            "ja",
            "調べています。「必ず着きます」とは言いません。",
            ["「必ず着きます」とは言いません。"],
        ),
    ],
)
def test_what_was_said_already_is_idle(language: Language, reply: str, idle: list[str]) -> None:
    reading = read(language, reply)
    found = idle_sentences(reading)
    assert [reply[span.start : span.end] for span in found] == idle
