"""One scenario of a pack that cannot be read: everything else is shown, and it is named."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
TOLD = {
    "en": "Scenarios that cannot be read: 1 (ours)",
    "ja": "読み取れないシナリオが 1 本あります（ours）",
}


@pytest.fixture
def pack(alone: None, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with one scenario of its own, which the environment names."""
    folder = tmp_path / "pack"
    assert command("new", "ours", "--yes", "--into", str(folder))[0] == 0
    monkeypatch.setenv("SUPPORTDOJO_PACKS", str(folder))
    return folder


@pytest.fixture
def session(command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A reviewed contact in that scenario, which has been broken since."""
    monkeypatch.setattr("sys.stdin", io.StringIO("I am so sorry.\n/close\n"))
    assert command("play", "ours", "--plain", "--lang", "en", "--seed", "1")[0] == 0
    found = str(json.loads(command("history")[1].splitlines()[0])["session"])
    assert command("review", found, "--dispute", "1", "--done")[0] == 0
    break_it(pack)
    return found


def break_it(pack: Path) -> None:
    file = pack / "ours" / "scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("\ntype:", "\ntyp:"), "utf-8")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_list_shows_the_others(command: Command, pack: Path, language: str) -> None:
    break_it(pack)
    code, out, err = command("list", "--lang", language)
    assert (code, TOLD[language] in err) == (1, True)
    assert "late-delivery" in out and "ours" not in out
    assert "supportdojo packs" in err


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("form", ["html", "csv", "jsonl", "xapi"])
def test_a_report_names_it_by_its_id(command: Command, form: str) -> None:
    """As it does one that is not here."""
    code, out, err = command("report", "--format", form, "--lang", "en")
    assert (code, TOLD["en"] in err) == (1, True)
    assert "ours" in out


@pytest.mark.usefixtures("session")
def test_what_could_not_be_sent_weighs_more(command: Command) -> None:
    code, _, err = command("report", "--send", "http://127.0.0.1:9/xapi", "--lang", "en")
    assert (code, TOLD["en"] in err) == (3, True)


@pytest.mark.usefixtures("session")
def test_calibration_and_its_fixtures_leave_it_out(command: Command, tmp_path: Path) -> None:
    fixtures = tmp_path / "fixtures.jsonl"
    words = ("calibration", "--fixtures", str(fixtures), "--lang", "en")
    code, out, err = command(*words)
    assert (code, TOLD["en"] in err) == (1, True)
    assert "Sessions reviewed by leads: 1." in out
    assert "Not written: reply 1" in err and fixtures.exists()


@pytest.mark.parametrize("file", ["ours/scenario.yaml", "handbook.yaml"])
def test_rules_can_be_copied_and_compared(
    command: Command, pack: Path, tmp_path: Path, file: str
) -> None:
    """Also where it is the pack's handbook that cannot be read."""
    (pack / file).write_text("x: [\n", "utf-8")
    rules = str(tmp_path / "rules")
    assert command("rescore", "--copy", rules)[0] in (0, 1)
    code, out, err = command("rescore", "--rubric", rules, "--lang", "en")
    assert (code, TOLD["en"] in err) == (1, True)
    assert "Nothing would change" in out


def test_a_contact_of_it_is_shown_as_it_was_stored(command: Command, session: str) -> None:
    code, out, err = command("show", session, "--lang", "en")
    assert (code, TOLD["en"] in err) == (1, True)
    assert "Its scenario cannot be read" in out
    assert "I am so sorry." in out and "stored result: " in out


def test_a_drill_says_that_it_may_be_unreadable(command: Command, pack: Path) -> None:
    made = ("drill", "new", "A", "--scenario", "ours", "--scenario", "late-delivery", "--all")
    assert command(*made)[0] == 0
    break_it(pack)
    out = command("drill", "status", "--lang", "en")[1]
    assert "'ours' is not here or cannot be read" in out and "not begun" in out
