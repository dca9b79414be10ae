"""Commands that messages propose work as they are given, also with packs of the command line."""

from __future__ import annotations

import io
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scenarios.language import LANGUAGES, Language, Text
from simulator.error_texts import render
from simulator.proposed_commands import name_packs
from simulator.words import Words

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def named() -> Iterator[str]:
    """Two packs on the command line, as a shell reads them."""
    name_packs(["my {pack}", "b"])
    yield "--pack 'my {pack}' --pack b "
    name_packs([])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposed_command_names_the_packs(named: str, language: Language) -> None:
    """In tables and in errors; values and other commands are left as they are."""
    given = "supportdojo play {id}. In supportdojo people add, {value}"
    words = Words({"x": Text(given, given), "y": Text("supportdojo list", "'supportdojo list'")})
    told = words.say("x", language, id="a-case", value="supportdojo play")
    assert told == f"supportdojo {named}play a-case. In supportdojo people add, supportdojo play"
    assert f"supportdojo {named}list" in words.say("y", language)
    advice = render("session.closed", language, {"session": "s1"}).advice
    assert f"supportdojo {named}show s1" in advice


def test_what_names_its_pack_itself_is_left_alone(named: str) -> None:
    text = "supportdojo play {id} --pack {pack}\nsupportdojo list"
    words = Words({"x": Text(text, text)})
    assert words.say("x", "en", id="a", pack="c") == (
        f"supportdojo play a --pack c\nsupportdojo {named}list"
    )


@pytest.mark.usefixtures("alone")
def test_it_works_as_given(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """After a contact of a pack, and after a model conversation of a draft."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    assert command("new", "my-case", "--into", "my pack", "--yes")[0] == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("Hello.\n/stop\n"))
    said = command("play", "my-case", "--pack", "my pack", "--plain", "--lang", "en")[1]
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    shown = said.rstrip().rpartition("supportdojo ")[2].rstrip(")")
    assert command(*shlex.split(shown))[0] == 0
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    said = command("demo", "my pack/my-case", "--lang", "en")[1]
    monkeypatch.setattr("sys.stdin", io.StringIO("Hello.\n/stop\n"))
    assert command(*shlex.split(said.rstrip().rpartition("supportdojo ")[2]))[0] == 0
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    assert "--pack" not in command("play", "nothing", "--plain")[2]
