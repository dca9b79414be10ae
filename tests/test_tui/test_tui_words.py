"""Small parts of the app that need no screen: words, silence, suggestion, argument checks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tui_world import scenario

from scenarios.language import Text
from scenarios.model import Argument
from simulator.practice.bests import Best
from simulator.tui.quiet import QuietTimer
from simulator.tui.screens.action_form import problem_with
from simulator.tui.suggestion import suggested
from simulator.words import Words
from simulator.words.app import APP
from simulator.words.app_programme import COURSE
from simulator.words.app_today import TODAY

BLANKS = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("words", [APP, COURSE, TODAY])
def test_both_languages_use_the_same_blanks(words: Words) -> None:
    """Every pair of words takes the same values."""
    for key, text in words.table.items():
        assert sorted(BLANKS.findall(text.ja)) == sorted(BLANKS.findall(text.en)), key


def test_the_limit_of_silence_is_generous_for_input_methods() -> None:
    """Never under 30 seconds in Japanese and 20 in English, and three times the patience above."""
    assert QuietTimer("ja", 8).limit == 30
    assert QuietTimer("en", 2).limit == 20
    assert QuietTimer("en", 15).limit == 45


def test_silence_is_reported_again_only_after_another_limit() -> None:
    """One report a limit, none while the customer's words are being read."""
    timer = QuietTimer("en", 8)
    timer.customer_spoke(180)
    reports = [second for second in range(1, 120) if timer.tick() is not None]
    read = 2 + 180 // 18
    assert reports == [read + 24, read + 48, read + 72, read + 96]


def test_the_easiest_open_scenario_is_suggested_and_else_the_weakest() -> None:
    """Passed ones come last; among passed ones the lowest best result."""
    easy = scenario(id="easy")
    hard = replace(scenario(id="hard"), difficulty=3)
    assert suggested([hard, easy], {}) is easy
    assert suggested([hard, easy], {"easy": Best(90, True)}) is hard
    assert suggested([hard, easy], {"easy": Best(90, False)}) is easy
    assert suggested([hard, easy], {"easy": Best(90, True), "hard": Best(75, True)}) is hard
    assert suggested([], {}) is None


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("time", ("13:30", "9:05", "23：59"), ("24:00", "13:60", "soon", "1330")),
        ("yen", ("1000", "1,000", "500円", "￥300"), ("free", "-5")),
        ("seconds", ("60", "60秒", "1 minute"), ("a while", "")),
        ("text", ("anything [/] goes",), ("",)),
    ],
)
def test_an_argument_is_checked_before_it_is_used(
    kind: str, good: tuple[str, ...], bad: tuple[str, ...]
) -> None:
    """Wrong values are named in words; an optional one may be empty."""
    argument = Argument(kind, Text("時刻", "time"))  # type: ignore[arg-type]
    for value in good:
        assert problem_with(argument, value, "en") is None, value
    for value in bad:
        assert "time" in (problem_with(argument, value, "en") or ""), value
        assert "時刻" in (problem_with(argument, value, "ja") or ""), value
    assert problem_with(replace(argument, optional=True), "", "en") is None
