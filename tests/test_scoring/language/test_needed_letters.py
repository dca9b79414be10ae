"""What an expression needs lies in every text in which it is found."""

from __future__ import annotations

import re

import pytest

from scenarios.language import LANGUAGES, Language
from scoring.language.needed_letters import Finder, alternatives
from scoring.rules.harm_rules import builtin_signs
from scoring.rules.harm_turns import Turns, as_values, builtin_turns, wordings

FINDER = Finder(["the parcel will be there", "there is no parcel"], 4)


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("one|two", ["one", "two"]),
        ("(?:one|two) three|four", ["(?:one|two) three", "four"]),
        (r"a\|b|[|)(]c", [r"a\|b", "[|)(]c"]),
        (r"[^]|]x|y", ["[^]|]x", "y"]),
        ("", [""]),
    ],
)
def test_alternatives_stand_outside_of_brackets(pattern: str, parts: list[str]) -> None:
    assert alternatives(pattern) == parts


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bdriver\b", {"driv", "rive", "iver"}),
        (r"(?:car|cart)s?load", {"load", "sloa", "artl"}),
        ("par(?:cel)?", set()),
        (r"\w+ [a-z]+", set()),
        ("(?:driver)*", set()),
        ("(?i:driver)", set()),
    ],
)
def test_what_is_not_certain_is_not_needed(pattern: str, needs: set[str]) -> None:
    found = FINDER.needs(pattern)
    assert bool(found) == bool(needs)
    assert all(set(one) & needs for one in found)


def test_rare_stretches_go_first() -> None:
    assert FINDER.needs(r"\bthere\b[^.]{0,9}\bsofa\b")[0] == ["sofa"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wording_is_likely_in_its_own_words(language: Language) -> None:
    """A wording without marks of its own is a text in which it is found."""
    turns = builtin_turns(language)
    plain = [
        wording.replace(r"\b", "")
        for signs in builtin_signs().values()
        for sign in signs
        for wording in wordings(sign.ja if language == "ja" else sign.en)
        if re.fullmatch(r"(?:\\b|[\w ])+", wording)
    ]
    assert len(plain) > 20
    for text in plain:
        assert any(turn.says.search(text) for turn in turns.likely(text)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_is_tried_where_nothing_was_kept(language: Language) -> None:
    values = as_values(language, builtin_signs(), None)
    turns = Turns(values["turns"], values["by-stretch"], 4)
    assert len(turns.likely("...")) == len(values["turns"])
