"""An id that does not exist: what may be meant, and where all of them are."""

from __future__ import annotations

import pytest

from scenarios.language import LANGUAGES, Language
from simulator.cli import main


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("phishing", "phishing-mail"),
        ("late-delvery", "late-delivery"),
        ("Late-Delivery", "late-delivery"),
        ("supervisor", "supervisor-takes-over"),
        ("xyzzy", ""),
    ],
)
def test_the_near_ones_are_told_whole_and_how_to_list_all(
    given: str, near: str, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    """No list is cut off in the middle of a name."""
    assert main(["demo", given, "--lang", language]) == 2
    err = capsys.readouterr().err
    assert f"{given}" in err
    assert "supportdojo list" in err
    assert "…" not in err
    assert near in err
    assert ("Similar" in err or "似た名前" in err) == bool(near)
