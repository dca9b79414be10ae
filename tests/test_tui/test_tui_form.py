"""The form of a desk action takes what the desk takes, in the ways people write it."""

from __future__ import annotations

import pytest

from scenarios.language import Text
from scenarios.model import Argument
from simulator.tui.screens.action_form import problem_with

TIME = Argument("time", Text("時刻", "Time"))
YEN = Argument("yen", Text("金額", "Sum"))
SUMMARY = Argument("text", Text("要点", "Summary"))


@pytest.mark.parametrize(
    "value", ["13:05", "１３：０５", "13時5分", "１３時５分", "午後1時5分", "1:05 pm"]
)
def test_a_time_is_taken_in_any_usual_form(value: str) -> None:
    """Full-width figures and 時・分 are as good as a colon."""
    assert problem_with(TIME, value, "ja") is None


@pytest.mark.parametrize("value", ["soon", "25:00", "13:75", "あとで"])
def test_what_is_no_time_is_told(value: str) -> None:
    """The message names the field."""
    problem = problem_with(TIME, value, "ja")
    assert problem is not None
    assert "時刻" in problem


def test_a_sum_may_be_written_with_its_sign() -> None:
    """500円 and ￥500 are sums; words are not."""
    assert problem_with(YEN, "500円", "ja") is None
    assert problem_with(YEN, "￥500", "ja") is None
    assert problem_with(YEN, "a lot", "en") is not None


def test_a_summary_that_is_too_long_is_told_before_it_is_sent() -> None:
    """With its length and the limit, so that the form stays open and nothing of it is lost."""
    assert problem_with(SUMMARY, "要点" * 1000, "ja") is None
    problem = problem_with(SUMMARY, "要点" * 1001, "ja")
    assert problem is not None
    assert "2002" in problem
    assert "2000" in problem
