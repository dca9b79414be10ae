"""The ledger's file: what is written is read, line by line, and it stays JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.language import LANGUAGES
from scoring.learned.points_file import Lines, as_text, read
from scoring.ledger import ledger_file

HEAD: dict[str, Any] = {
    "columns": ["empathy", "policy"],
    "base": [1, 2],
    "weighing": {"empathy": [[-1, 5, 0]], "policy": []},
    "ideas": {"sorri": "SORRY SHAME"},
}
letters = st.text(st.sampled_from("ab_!#$^:/*> ~あ申"), min_size=1, max_size=4)
entries = st.lists(st.integers(-99, 99), min_size=2, max_size=4).map(
    lambda row: " ".join(map(str, row))
)


@given(st.dictionaries(letters, entries), letters)
def test_what_is_written_is_read(points: dict[str, str], other: str) -> None:
    text = as_text({**HEAD, "points": points})
    assert json.loads(text) == {**HEAD, "points": points}
    found = read(text.encode())
    kept = found["points"]
    assert isinstance(kept, Lines)
    assert {**found, "points": dict(kept)} == {**HEAD, "points": points}
    assert len(kept) == len(points)
    assert kept.get(other) == points.get(other)
    assert (other in kept) == (other in points)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_as_they_are_written(language: Any) -> None:
    """Their lines are in the order in which a sign is looked for."""
    text = ledger_file(language).read_bytes().decode()
    whole = json.loads(text)
    assert as_text(whole) == text
    assert dict(read(text.encode())["points"]) == whole["points"]


def test_json_that_stands_otherwise_is_read_too() -> None:
    value = {**HEAD, "points": {"a": "0 1"}}
    assert read(json.dumps(value).encode()) == value
    with pytest.raises(ValueError):
        read(b"{")


def test_a_sign_that_no_line_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="quotation mark"):
        as_text({**HEAD, "points": {'a"': "0 1"}})
