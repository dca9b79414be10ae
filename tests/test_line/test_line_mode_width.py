"""The line mode at a terminal breaks its lines between words; in a pipe it breaks none."""

from __future__ import annotations

import sys

import pytest

from scenarios.language import LANGUAGES, Language
from simulator.cli import main
from simulator.machine.wrap import cells

WIDTH = 40


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_broken_at_the_edge_of_the_screen(
    language: Language, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same words come out, on lines that fit."""
    command = ["demo", "late-delivery", "--lang", language]
    assert main(command) == 0
    piped = capsys.readouterr().out
    assert max(map(cells, piped.splitlines())) > 2 * WIDTH
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(command) == 0
    wrapped = capsys.readouterr().out
    assert max(map(cells, wrapped.splitlines())) <= WIDTH
    assert "".join(wrapped.split()) == "".join(piped.split())
    if language == "en":
        assert wrapped.split() == piped.split()
