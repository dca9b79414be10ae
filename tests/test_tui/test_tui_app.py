"""What surrounds the contact: sizes, language, themes, menu, silence, and what is loaded when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tui_world import World, paste, play, scenario, screen_text, settled, type_text

from simulator.tui.screens.home import HomeScreen
from simulator.words.app import APP

SIZES = [(200, 60), (110, 36), (80, 24), (60, 20), (40, 10)]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_every_size_is_usable_and_survives_resizing(world: World) -> None:
    """The customer's words, the box and the help key are there from 200x60 down to 40x10."""

    async def test() -> None:
        async with world.playing(SIZES[0], mode="guided") as (app, pilot):
            for size in [*SIZES, *reversed(SIZES)]:
                await pilot.resize_terminal(*size)
                await settled(app, pilot)
                shown = screen_text(app)
                lines = shown.split("\n")
                assert "My parcel is not here." in shown, size
                assert "Type what you say" in shown, size
                assert "F1 Help" in lines[-1] and "F8 Stop" in lines[-1], size

    play(test)


def test_a_tiny_window_says_so_and_comes_back(world: World) -> None:
    """Below 30 columns or 8 lines one sentence is shown instead of fragments."""

    async def test() -> None:
        async with world.playing((80, 24), mode="practice") as (app, pilot):
            await type_text(pilot, "kept")
            for size in ((24, 6), (1, 1), (29, 30)):
                await pilot.resize_terminal(*size)
                await settled(app, pilot)
            assert "too small" in screen_text(app).replace("\n", " ")
            await pilot.resize_terminal(80, 24)
            await settled(app, pilot)
            assert "kept" in screen_text(app)

    play(test)


@pytest.mark.parametrize("width", [100, 60, 40])
def test_the_words_of_the_interface_fit_in_both_languages(tmp_path: Path, width: int) -> None:
    """No line of the home screen is cut off within a word of the card."""

    async def test() -> None:
        for language in ("ja", "en"):
            async with World(tmp_path / language, language=language).playing((width, 24)) as (
                app,
                _pilot,
            ):
                title = scenario().title.of(language)
                assert title in screen_text(app)
                assert APP.say("key.help", language) in screen_text(app)

    play(test)


def test_the_language_changes_at_once_and_is_remembered(world: World) -> None:
    """F6 on the first screen shows everything in the other language."""

    async def test() -> None:
        async with world.playing() as (app, pilot):
            await pilot.press("f6")
            await settled(app, pilot)
            shown = screen_text(app)
            assert "荷物が来ない" in shown and "おすすめ" in shown and "Suggested" not in shown
            assert app.workplace.setting("language") == "ja"
            await pilot.press("f6")
            await settled(app, pilot)
            assert "Suggested" in screen_text(app)

    play(test)


def test_no_color_refuses_the_ansi_themes(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stored ANSI theme is not used without colour, and the menu does not offer one."""

    async def test() -> None:
        async with world.playing() as (app, pilot):
            ansi = [name for name in app.allowed_themes() if "ansi" in name]
            assert ansi
            app.choose_theme(ansi[0])
            assert app.theme == ansi[0]
        monkeypatch.setenv("NO_COLOR", "1")
        async with world.playing() as (app, pilot):
            assert "ansi" not in app.theme
            assert not [name for name in app.allowed_themes() if "ansi" in name]
            app.choose_theme(ansi[0])
            assert "ansi" not in app.theme
            await settled(app, pilot)
            assert "cannot be used with NO_COLOR" in screen_text(app)

    play(test)


def test_a_theme_is_remembered(world: World) -> None:
    """The next start uses what was chosen."""

    async def test() -> None:
        async with world.playing() as (app, _pilot):
            app.choose_theme("nord")
        async with world.playing() as (app, _pilot):
            assert app.theme == "nord"

    play(test)


def test_the_menu_speaks_the_language_of_the_interface(tmp_path: Path) -> None:
    """Commands and the search box are Japanese, and a command can be found and run."""

    async def test() -> None:
        async with World(tmp_path, language="ja").playing() as (app, pilot):
            await pilot.press("ctrl+p")
            await settled(app, pilot)
            await pilot.pause(0.3)
            shown = screen_text(app)
            assert "配色を変える" in shown and "Search" not in shown
            await paste(pilot, "始める")
            await pilot.pause(0.5)
            await settled(app, pilot)
            assert "始める：荷物が来ない" in screen_text(app)
            await pilot.press("enter")
            await pilot.pause(0.3)
            await settled(app, pilot)
            assert "電話が入りました" in screen_text(app)

    play(test)


def test_help_tells_every_key_of_the_screen(world: World) -> None:
    """F1 shows what the screen is for and all its keys; Esc goes back."""

    async def test() -> None:
        async with world.playing((100, 60), mode="practice") as (app, pilot):
            await pilot.press("f1")
            await settled(app, pilot)
            shown = screen_text(app)
            for cap in ("Enter", "^J", "F2", "F3", "F8", "F9", "PgUp", "Ctrl+P", "Ctrl+Q"):
                assert cap in shown
            assert "never a fail" in " ".join(shown.split())
            await pilot.press("escape")
            assert app.screen.query("#reply")

    play(test)


def test_help_tells_each_key_of_the_first_screen_once(world: World) -> None:
    """Those that its footer shares with every screen as well."""

    async def test() -> None:
        async with world.playing((100, 60)) as (app, pilot):
            await pilot.press("f1")
            await settled(app, pilot)
            table = [line for line in screen_text(app).splitlines() if "F1" not in line]
            for cap, short in (("Ctrl+P", "^P"), ("Ctrl+Q", "^Q")):
                assert sum(cap in line for line in table) == 1
                assert not any(f" {short}  " in line for line in table)

    play(test)


def test_a_broken_scenario_file_does_not_hide_the_others(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list shows those that can be read; one notice counts the others and says where to look."""
    from scenarios.problems import SourceError

    world.language = "ja"
    world.scenarios = {name: scenario(id=name) for name in ("broken", "broken-too", "tiny")}

    async def test() -> None:
        import tui_world

        load = tui_world.SmallLibrary.scenario

        def broken(self: tui_world.SmallLibrary, scenario_id: str) -> object:
            if scenario_id.startswith("broken"):
                raise SourceError([])
            return load(self, scenario_id)

        monkeypatch.setattr(tui_world.SmallLibrary, "scenario", broken)
        async with world.playing() as (app, _pilot):
            assert "荷物が来ない" in screen_text(app)
            told = [notice.message for notice in app._notifications]
            assert told == ["読み込めないシナリオが2件あります。詳しくは supportdojo packs"]

    play(test)


def test_the_mouse_opens_a_scenario_and_presses_the_footer(world: World) -> None:
    """A click on the card opens the briefing, one on 'Esc Back' leads back."""

    async def test() -> None:
        async with world.playing() as (app, pilot):
            await pilot.click("NextCard")
            await settled(app, pilot)
            assert not isinstance(app.screen, HomeScreen)
            footer = screen_text(app).split("\n")[-1]
            await pilot.click("KeyBar", offset=(footer.index("Back"), 0))
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)

    play(test)


# ---------------------------------------------------------------- silence


def waits(app: object) -> list[object]:
    return [e for e in app.screen.contact.events if type(e).__name__ == "TimePassed"]  # type: ignore[attr-defined]


def test_the_customer_notices_silence_on_the_phone(world: World) -> None:
    """After the time for reading and the limit the contact hears the customer's patience."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            call = app.screen
            seconds = call.quiet.reading + call.quiet.limit  # type: ignore[attr-defined]
            for _ in range(seconds - 1):
                call.second_passed()  # type: ignore[attr-defined]
            await settled(app, pilot)
            assert waits(app) == []
            call.second_passed()  # type: ignore[attr-defined]
            await settled(app, pilot)
            assert [event.seconds for event in waits(app)] == [8]  # type: ignore[attr-defined]
            assert "Are you there?" in screen_text(app)

    play(test)


@pytest.mark.parametrize("size", [(110, 36), (60, 20)])
def test_silence_is_not_counted_while_something_else_is_open(
    world: World, size: tuple[int, int]
) -> None:
    """Help, dialogs, the desk and the menu stop the clock."""

    async def test() -> None:
        async with world.playing(size, mode="practice") as (app, pilot):
            call = app.screen
            for key in ("f1", "f8", "f2", "f3", "ctrl+p"):
                await pilot.press(key)
                await settled(app, pilot)
                for _ in range(300):
                    call.second_passed()  # type: ignore[attr-defined]
                await settled(app, pilot)
                assert call.contact.events == [], key  # type: ignore[attr-defined]
                await pilot.press("escape")

    play(test)


def test_typing_starts_the_silence_anew(world: World) -> None:
    """Somebody who types now and then is never interrupted."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            call = app.screen
            for _ in range(20):
                for _ in range(call.quiet.limit - 1):  # type: ignore[attr-defined]
                    call.second_passed()  # type: ignore[attr-defined]
                await type_text(pilot, "x")
            await settled(app, pilot)
            assert waits(app) == []

    play(test)


def test_there_is_no_silence_where_none_is_counted(tmp_path: Path) -> None:
    """Not in a chat, not in guided mode, not when it is switched off."""

    async def test() -> None:
        for channel, mode, setting in (
            ("chat", "practice", ""),
            ("phone", "guided", ""),
            ("phone", "practice", "off"),
        ):
            world = World(tmp_path / f"{channel}{mode}{setting}", channel=channel)
            async with world.playing(mode=mode) as (app, pilot):
                if setting:
                    app.remember("quiet", setting)
                for _ in range(300):
                    app.screen.second_passed()  # type: ignore[attr-defined]
                await settled(app, pilot)
                assert waits(app) == []

    play(test)


# ---------------------------------------------------------------- what is loaded when


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    """Analysers, the judge and the reader wait until a contact needs them."""
    code = (
        "import sys, simulator.tui.app, simulator.tui.screens.home\n"
        "heavy = ('scoring.judge', 'scoring.reading.reader', 'sudachipy', 'snowballstemmer', 'rapidfuzz')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_input_method_switch_is_set_before_textual_is_loaded() -> None:
    """Importing the package is enough, and a user's own choice wins."""
    code = "import os, simulator.tui; print(os.environ['TEXTUAL_DISABLE_KITTY_KEY'])"
    for given, expected in ((None, "1"), ("0", "0")):
        environ = {k: v for k, v in __import__("os").environ.items() if not k.startswith("TEXTUAL")}
        if given is not None:
            environ["TEXTUAL_DISABLE_KITTY_KEY"] = given
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ
        )
        assert done.stdout.strip() == expected
