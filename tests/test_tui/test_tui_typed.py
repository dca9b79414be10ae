"""What a terminal sends: bytes in any encoding and any pieces, pastes with anything in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_world import World, play, send, settled

from simulator.contact import Contact
from simulator.tui.typed import TerminalText
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.reply_box import ReplyBox

FAMILY = "👩\u200d👩\u200d👧"
FLAG = "🏴\u200d☠\ufe0f"
BEGIN, END = "\x1b[200~", "\x1b[201~"


def taken(data: bytes, size: int) -> tuple[str, int]:
    """*data* in pieces of *size* bytes: what is read of it, and how many bytes are not."""
    terminal, text, unreadable = TerminalText(), "", 0
    for start in range(0, len(data), size):
        text += terminal.take(data[start : start + size])
        unreadable += terminal.unreadable
    return text, unreadable


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1000])
@pytest.mark.parametrize(
    ("sent", "text", "unreadable"),
    [
        ("お待たせ👩\u200d👩".encode(), "お待たせ👩\u200d👩", 0),
        (b"ab\x8e\x90cd", "abcd", 2),
        (b"ab" + "ああ".encode("euc-jp") + b"cd", "abcd", 4),
        (b"\xe3\x81x", "x", 2),
        ("\ufffd".encode(), "\ufffd", 0),
        (f"{BEGIN}abc\x1bdef{END}".encode(), f"{BEGIN}abcdef{END}", 0),
        (f"{BEGIN}\x1b\x1b[31mred\x1b[0m\x1b{END}x".encode(), f"{BEGIN}[31mred[0m{END}x", 0),
        (f"{BEGIN}a\x1b[20{END}\x1b[A".encode(), f"{BEGIN}a[20{END}\x1b[A", 0),
        (f"\x1b[A{BEGIN}{END}\x1b[B\x1b".encode(), f"\x1b[A{BEGIN}{END}\x1b[B\x1b", 0),
        (f"{BEGIN}一\r二{END}{BEGIN}\x1b三{END}".encode(), f"{BEGIN}一\r二{END}{BEGIN}三{END}", 0),
        (f"{BEGIN}a\x1b{BEGIN}b{END}".encode(), f"{BEGIN}a[200~b{END}", 0),
    ],
)
def test_bytes_become_text(sent: bytes, text: str, unreadable: int, size: int) -> None:
    """Whatever the pieces: no ESC within a paste, nothing that is no UTF-8, all else in order."""
    assert taken(sent, size) == (text, unreadable)


@pytest.mark.parametrize("text", [FAMILY, FLAG, "全角　スペース", "a\u00a0b", "می\u200cخواهم"])
def test_every_written_character_can_be_typed(tmp_path: Path, text: str) -> None:
    """Joiners and wide spaces, typed into a reply and into a line."""

    async def test() -> None:
        async with World(tmp_path).playing(mode="practice") as (app, pilot):
            session = app.screen.contact.session_id  # type: ignore[attr-defined]
            line = LineInput(id="line")
            await app.screen.query_one("#talk").mount(line)
            await send(pilot, text)
            assert app.screen.query_one(ReplyBox).text == text
            await send(pilot, "enter")
            await settled(app, pilot)
            line.focus()
            await pilot.pause()
            await send(pilot, text)
            assert line.value == text
        workplace = World(tmp_path).workplace()
        assert Contact.resume(workplace, session).entries[1].text == text
        workplace.close()

    play(test)


def test_what_hides_or_turns_text_is_typed_as_any_door_takes_it(tmp_path: Path) -> None:
    """A bidirectional control that is typed shows, like one in a pasted text."""

    async def test() -> None:
        async with World(tmp_path).playing(mode="practice") as (app, pilot):
            await send(pilot, "a\u202eb")
            assert app.screen.query_one(ReplyBox).text == "a\ufffdb"

    play(test)
