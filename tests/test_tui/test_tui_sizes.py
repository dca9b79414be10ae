"""Windows of any size: nothing ends the program, and a larger window shows everything again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from textual.widgets import Button, Collapsible
from tui_world import NOW, World, play, scenario, screen_text, send, settled

from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.drill_form import DrillForm, FormChoices
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.note import NoteScreen
from simulator.tui.screens.review_form import Form, ReviewForm
from simulator.tui.widgets.reply_box import ReplyBox

SIZES = [(1, 1), (5, 3), (2, 40), (20, 5), (30, 8), (300, 100)]
KEYS = (
    *("pagedown", "pageup", "down", "up", "left", "right", "home", "end", "tab", "shift+tab"),
    *("enter", "escape", "backspace", "ctrl+p", "a", "あ", "h", "l"),
    *(f"f{number}" for number in range(1, 10)),
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.mark.parametrize(
    ("mode", "key"),
    [
        *((None, key) for key in ("", "ctrl+p", "f1", "f2", "f3", "f4", "f5", "f7")),
        *(("practice", key) for key in ("", "ctrl+p", "f3", "f8")),
    ],
)
def test_every_screen_outlives_every_size(world: World, mode: str | None, key: str) -> None:
    """Through all sizes and back, with keys that move about pressed at each."""

    async def test() -> None:
        async with world.playing(mode=mode) as (app, pilot):
            await send(pilot, *([key] if key else []))
            await settled(app, pilot)
            shown = screen_text(app)
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await send(pilot, "pagedown", "pageup", "down", "tab", "up", "shift+tab")
            await pilot.resize_terminal(110, 36)
            await settled(app, pilot)
            assert "too small" not in screen_text(app)
            assert screen_text(app).split()[0] == shown.split()[0]

    play(test)


@pytest.mark.parametrize("seed", range(4))
def test_random_keys_at_random_sizes_end_nothing(world: World, seed: int) -> None:
    """Whatever is open after them, the program still runs and shows it."""
    chance = random.Random(seed)

    async def test() -> None:
        async with world.playing(mode="practice" if seed % 2 else None) as (app, pilot):
            for _ in range(12):
                await pilot.resize_terminal(*chance.choice(SIZES))
                await send(pilot, *(chance.choice(KEYS) for _ in range(8)))
                await settled(app, pilot)
            await pilot.resize_terminal(110, 36)
            await settled(app, pilot)
            assert screen_text(app).strip()

    play(test)


FORMS = {
    "note": (lambda app: NoteScreen(app.screen.contact), "#when"),
    "drill": (
        lambda _app: DrillForm(FormChoices({"tiny": "Tiny"}, (), 7, NOW), _never),
        "#attempts",
    ),
    "briefing": (lambda _app: BriefingScreen(scenario()), "#seed"),
    "override": (
        lambda _app: ReviewForm(Form("Override", ["now"], [(c, c) for c in "abcd"]), _never),
        "#text",
    ),
}


async def _never(*_: object) -> str:
    return ""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "sizes", [((120, 40), (60, 16)), ((60, 16), (40, 12), (100, 30), (70, 14))]
)
def test_the_field_being_typed_in_stays_in_view(
    world: World, form: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    """Whatever the window becomes, what is typed next can be seen."""
    make, field = FORMS[form]

    async def test() -> None:
        async with world.playing(sizes[0], mode="practice") as (app, pilot):
            app.push_screen(make(app))
            await settled(app, pilot)
            for more in app.screen.query(Collapsible):
                more.collapsed = False
            await settled(app, pilot)
            app.screen.query_one(field).focus()
            await settled(app, pilot)
            for size in sizes[1:]:
                await pilot.resize_terminal(*size)
                await settled(app, pilot)
                assert app.focused is app.screen.query_one(field)
                await send(pilot, "7")
                assert "7" in screen_text(app)
                await send(pilot, "backspace")

    play(test)


def test_in_a_window_too_small_nothing_happens_unseen(world: World) -> None:
    """Keys are not heard; the box has them again afterwards."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            await pilot.resize_terminal(20, 5)
            await settled(app, pilot)
            await send(pilot, "f1", "enter", "escape", "tab")
            await settled(app, pilot)
            assert len(app.screen_stack) == 1
            await pilot.resize_terminal(80, 24)
            await settled(app, pilot)
            assert app.focused is app.screen.query_one(ReplyBox)
            await send(pilot, "go on")
            assert app.screen.query_one(ReplyBox).text == "go on"

    play(test)


def test_a_window_that_begins_too_small_can_be_enlarged(world: World) -> None:
    """The first screen comes up as usual once there is room."""

    async def test() -> None:
        async with world.playing((4, 2)) as (app, pilot):
            assert isinstance(app.screen, HomeScreen)
            await pilot.resize_terminal(80, 24)
            await settled(app, pilot)
            assert "supportdojo" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen.query_one("#start", Button)

    play(test)
