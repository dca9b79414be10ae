"""How the app comes up: what is drawn first, and what happens when nothing can begin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import OptionList
from tui_world import World, play, scenario, screen_text, settled, type_text

from scenarios.card import Card
from scenarios.language import Language
from simulator.contact import Contact
from simulator.errors import StoreUnreachable
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.tui.early import early_settings
from simulator.tui.screens.home import HomeScreen
from simulator.workplace import Workplace


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_reply_can_be_typed_while_the_customer_is_put_through(world: World) -> None:
    """The box is there before the contact; what was typed can be sent once it is."""
    from threading import Event

    may_begin = Event()
    workplace = world.workplace()

    def slowly(inside: Workplace) -> Contact:
        may_begin.wait(10)
        return Contact.begin(inside, world.start())

    async def test() -> None:
        app = SupportdojoApp(BackRoom.beside(workplace), "en", first=slowly)
        async with app.run_test(size=(110, 36)) as pilot:
            await pilot.pause()
            assert "Connecting" in screen_text(app)
            await type_text(pilot, "Good morning.")
            await pilot.press("enter", "f9", "f2")
            await pilot.pause()
            assert "Still connecting" in " ".join(screen_text(app).split())
            may_begin.set()
            await settled(app, pilot)
            assert "My parcel is not here." in screen_text(app)
            assert app.screen.query_one("#reply").text == "Good morning."  # type: ignore[attr-defined]
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen.contact.turn == 2  # type: ignore[attr-defined]

    play(test)
    workplace.close()


@pytest.mark.parametrize(
    ("language", "sign"), [("en", "Loading scenarios…"), ("ja", "シナリオを読み込んでいます…")]
)
def test_the_list_says_that_it_is_being_loaded(
    tmp_path: Path, language: Language, sign: str
) -> None:
    """The sign stands in the list, does nothing when chosen, and goes when the scenarios come."""
    from threading import Event

    may_read = Event()
    world = World(tmp_path, language=language)
    workplace = world.workplace()
    card = workplace.library.card

    def slowly(scenario_id: str) -> Card:
        may_read.wait(10)
        return card(scenario_id)

    async def test() -> None:
        app = SupportdojoApp(BackRoom.beside(workplace), language)
        async with app.run_test(size=(110, 36)) as pilot:
            await pilot.pause()
            assert sign in screen_text(app)
            await pilot.press("down", "enter")
            assert isinstance(app.screen, HomeScreen)
            may_read.set()
            await settled(app, pilot)
            assert sign not in screen_text(app)
            assert scenario().title.of(language) in screen_text(app)
            await pilot.press("f6")
            await settled(app, pilot)
            listed = app.screen.query_one("#scenarios", OptionList)
            assert [option.id for option in listed.options] == ["tiny"]

    workplace.library.card = slowly  # type: ignore[method-assign]
    play(test)
    workplace.close()


def test_home_comes_under_a_contact_that_the_program_began_with(world: World) -> None:
    """From a contact to the first screen and back into another one, with one screen over home."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            assert len(app.screen_stack) == 1
            app.go_home()
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen) and len(app.screen_stack) == 1
            assert "Continue your contact" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert "My parcel is not here." in screen_text(app)
            assert [type(screen) for screen in app.screen_stack][:1] == [HomeScreen]
            assert len(app.screen_stack) == 2

    play(test)


def test_the_language_can_be_changed_in_a_contact_that_the_program_began_with(
    world: World,
) -> None:
    """The contact stays, and the first screen is behind it in the new language."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            app.switch_language()
            await settled(app, pilot)
            assert "送信" in screen_text(app)
            app.go_home()
            await settled(app, pilot)
            assert "途中の応対を続ける" in screen_text(app)

    play(test)


@pytest.mark.parametrize("home", [False, True], ids=["contact", "home"])
def test_when_nothing_can_begin_the_app_ends_and_says_why(world: World, home: bool) -> None:
    """The failure is there for whoever started the app; nothing is drawn over it."""
    error = StoreUnreachable("store.unreachable", path="/x", detail="gone")

    def fail() -> Workplace:
        raise error

    async def test() -> None:
        app = SupportdojoApp(BackRoom(fail), "en", first=None if home else world.first("test"))
        async with app.run_test() as pilot:
            for _ in range(50):
                await pilot.pause(0.02)
                if not app.is_running:
                    break
        assert app.failure is error

    play(test)


def test_the_early_settings_are_those_of_the_store(tmp_path: Path) -> None:
    """Language and theme are found without opening the store; nothing is made where none is."""
    world = World(tmp_path)
    workplace = world.workplace()
    workplace.set_setting("language", "ja")
    workplace.set_setting("mode", "test")
    path = workplace.store.database.path
    assert early_settings(path) == {"language": "ja"}
    workplace.close()
    missing = tmp_path / "nowhere" / "store.db"
    assert early_settings(missing) == {}
    assert not missing.parent.exists()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_store_that_cannot_be_read_gives_no_early_settings(
    tmp_path: Path, content: bytes
) -> None:
    """Whoever opens it in earnest tells what is wrong."""
    path = tmp_path / "broken.db"
    path.write_bytes(content)
    assert early_settings(path) == {}
    assert path.read_bytes() == content


def test_the_first_frame_of_a_contact_loads_nothing_of_a_contact() -> None:
    """Engine, store, scenarios and the parts drawn later wait until the frame is there."""
    code = (
        "import sys, simulator.commands.play, simulator.tui.launch, simulator.tui.screens.call\n"
        "later = ('simulator.contact', 'simulator.store', 'simulator.engine', 'scenarios.model',\n"
        "         'scoring', 'budoux', 'simulator.tui.screens.home', 'simulator.tui.widgets.mood',\n"
        "         'simulator.tui.widgets.desk_pane', 'simulator.tui.screens.desk')\n"
        "print([name for name in later if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
