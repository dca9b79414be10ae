"""The app in a real pseudo-terminal, in both languages: play, be killed, go on, finish, see why."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminal import Terminal

pytestmark = pytest.mark.terminal

WORDS = {
    "ja": {
        "reply": "朝からずっとお待たせしており、申し訳ございません。ご注文番号とお名前、お電話番号を伺えますか。",
        "back": "岡本由美子",
        "rude": "うるさい、この馬鹿。黙れ。",
        "skip": "飛ばす",
    },
    "en": {
        "reply": "I'm sorry you've been waiting in since this morning. May I take your order number, name and phone number?",
        "back": "Okamoto",
        "rude": "Shut up, you idiot.",
        "skip": "Skip",
    },
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_call_from_its_first_word_to_the_debrief(home: Path, language: str) -> None:
    """Type a reply, hear the answer, stop, and see the debrief; the terminal is left whole."""
    words = WORDS[language]
    with Terminal(home, "play", "late-delivery", "--lang", language, "--seed", "3") as terminal:
        terminal.wait_for("◀")
        terminal.type_line(words["reply"])
        terminal.wait_for(words["back"])
        terminal.send("\x1b[19~")  # F8
        terminal.read(1.0)
        terminal.send("\t\r")  # the safe answer has the focus; the other is next to it
        terminal.wait_for(words["skip"])  # the minute for oneself
        terminal.send("\x1b")
        terminal.wait_for("F5")
        terminal.send("\x11")  # Ctrl+Q
        assert terminal.wait_for_end() == 0
        assert terminal.left_whole


@pytest.mark.parametrize("language", ["ja", "en"])
def test_killed_in_mid_call_goes_on_at_the_same_place(home: Path, language: str) -> None:
    """After SIGKILL the next start offers the contact, and everything said is still there."""
    words = WORDS[language]
    with Terminal(home, "play", "late-delivery", "--lang", language, "--seed", "3") as terminal:
        terminal.wait_for("◀")
        terminal.type_line(words["reply"])
        terminal.wait_for(words["back"])
        terminal.child.kill(9)
    with Terminal(home, "--lang", language, lines=40) as again:
        again.wait_for("▶")
        again.read(1.0)
        again.send("\r")
        again.wait_for(words["back"])
        again.send("\x11")
        assert again.wait_for_end() == 0


@pytest.mark.parametrize("size", [(60, 20), (200, 60), (40, 10)])
def test_any_size_is_sane(home: Path, size: tuple[int, int]) -> None:
    """From 40x10 to 200x60 the call can be seen and answered, and nothing breaks."""
    columns, lines = size
    with Terminal(
        home, "play", "late-delivery", "--lang", "ja", "--seed", "3", columns=columns, lines=lines
    ) as terminal:
        terminal.read(3.0)
        terminal.type_line("お待たせして申し訳ございません。")
        terminal.read(3.0)
        assert "Traceback" not in terminal.text
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0


def test_no_colour_still_reads(home: Path) -> None:
    """With NO_COLOR the words are there and no colour is asked for."""
    with Terminal(
        home, "play", "late-delivery", "--lang", "en", "--seed", "3", NO_COLOR="1"
    ) as terminal:
        terminal.wait_for("◀")
        assert b"\x1b[38;2;" not in terminal.raw or b"38;2;255;0;0" not in terminal.raw
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0


def test_a_dumb_terminal_gets_plain_lines(home: Path) -> None:
    """TERM=dumb: no full screen, no escape sequences, the same call."""
    with Terminal(
        home, "play", "late-delivery", "--lang", "en", "--seed", "3", TERM="dumb"
    ) as terminal:
        terminal.wait_for("Customer:")
        terminal.send("/stop\r")
        terminal.wait_for("Enter skips")
        terminal.send("\r\r")
        assert terminal.wait_for_end() == 0
        assert b"\x1b[?1049h" not in terminal.raw


def test_an_unknown_scenario_is_told_on_a_whole_terminal(home: Path) -> None:
    """A wrong id ends with a sentence, exit code 2 and a terminal that can be used."""
    with Terminal(home, "play", "no-such-thing", "--lang", "en") as terminal:
        assert terminal.wait_for_end() == 2
        assert "no-such-thing" in terminal.text
        assert "Traceback" not in terminal.text
