"""A past contact whose scenario is not what it was: what is stored is shown, and what is not is said."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pack(alone: None, command: Command, tmp_path: Path) -> Path:
    """A pack with one scenario of its own."""
    folder = tmp_path / "pack"
    assert command("new", "ours", "--yes", "--into", str(folder))[0] == 0
    return folder


def played(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch, language: str, end: str
) -> str:
    """The id of a contact in that pack."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"I am so sorry.\n{end}"))
    words = ("play", "ours", "--plain", "--lang", language, "--seed", "1", "--pack", str(pack))
    assert command(*words)[0] == 0
    first = json.loads(command("history", "--pack", str(pack))[1].splitlines()[0])
    return str(first["session"])


@pytest.mark.parametrize(
    ("language", "changed", "result", "gone"),
    [
        ("en", "cannot be had again", "stored result: ", "--pack"),
        ("ja", "お客様の言葉は再現できません", "記録にある採点結果: ", "--pack"),
    ],
)
def test_what_is_stored_is_shown_where_the_customer_cannot_be_had_again(
    command: Command,
    pack: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    changed: str,
    result: str,
    gone: str,
) -> None:
    session = played(command, pack, monkeypatch, language, "/close\n")
    total = json.loads(command("history", "--pack", str(pack))[1].splitlines()[0])["total"]
    override = ("--override", "criterion=total,is=99", "--reason", "I WAS THERE")
    assert command("review", session, *override, "--pack", str(pack))[0] == 0
    file = pack / "ours" / "scenario.yaml"
    file.write_text(file.read_text("utf-8") + "\n# a word\n", "utf-8")
    code, out, err = command("show", session, "--pack", str(pack))
    assert (code, err) == (0, "")
    assert changed in out and gone not in out
    assert "I am so sorry." in out and "I WAS THERE" in out
    (line,) = [line for line in out.splitlines() if line.startswith(result)]
    assert str(total) in line
    monkeypatch.delenv("SUPPORTDOJO_PACKS", raising=False)  # where --pack put it
    code, out, _ = command("show", session)  # without the pack
    assert (code, gone in out, "I am so sorry." in out) == (0, True, True)


def test_an_open_contact_cannot_be_shown_so(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told that it cannot be resumed, as before."""
    from simulator.contact import Contact, Start
    from simulator.workplace import open_workplace

    monkeypatch.setenv("SUPPORTDOJO_PACKS", str(pack))
    workplace = open_workplace()
    session = Contact.begin(workplace, Start("ours", "en", "practice", 1)).session_id
    workplace.close()
    file = pack / "ours" / "scenario.yaml"
    file.write_text(file.read_text("utf-8") + "\n# a word\n", "utf-8")
    code, out, err = command("show", session, "--lang", "en")
    assert (code, out, "cannot be resumed" in err) == (2, "", True)
