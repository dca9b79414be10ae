"""The same contact in two windows: the app offers it as it now stands, and can always be left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from after_world import app_on, begun, played
from tui_world import World, play, screen_text, settled, type_text

from scenarios.language import LANGUAGES, Language
from simulator.contact import Contact
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.widgets.reply_box import ReplyBox
from simulator.workplace import Workplace

OTHER = "I said this in the other window."
MINE = "This one was typed here."


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def elsewhere(workplace: Workplace, *does: Callable[[Contact], object]) -> Contact:
    """What happens to the one open contact in another window."""
    beside = workplace.another()
    try:
        contact = Contact.resume(beside, beside.unfinished()[0].id)
        for do in does:
            do(contact)
    finally:
        beside.close()
    return contact


def shown(app: object) -> str:
    return " ".join(screen_text(app).split())  # type: ignore[arg-type]


def test_it_is_taken_up_where_it_stands_with_what_was_typed(world: World) -> None:
    """The reply that could not be sent is in the box of the contact as it went on."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            elsewhere(app.workplace, lambda contact: contact.reply(OTHER))
            await type_text(pilot, MINE)
            await pilot.press("enter")
            await settled(app, pilot)
            told = shown(app)
            assert "Gone on in another window" in told
            assert "try again" not in told
            assert "Close this one" not in told
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            assert OTHER in shown(app)
            assert app.screen.query_one(ReplyBox).text == MINE
            await pilot.press("enter")
            await settled(app, pilot)
            stored = app.workplace.store.load(app.screen.contact.session_id)
            assert [event["text"] for event in stored.events] == [OTHER, MINE]

    play(test)


def test_a_draft_that_the_other_window_keeps_meanwhile_takes_nothing_away(world: World) -> None:
    """What was typed here comes back, as the question promised, and is the draft from then on."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            elsewhere(app.workplace, lambda contact: contact.reply(OTHER))
            await type_text(pilot, MINE)
            await pilot.press("enter")
            await settled(app, pilot)
            assert "will be back in the box" in shown(app)
            contact = elsewhere(app.workplace, lambda contact: contact.save_draft("half of it"))
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen.query_one(ReplyBox).text == MINE
            app.keep_draft()
            assert app.workplace.store.draft(contact.session_id) == MINE

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["enter", "f8", "f5"])
def test_what_was_stopped_elsewhere_leads_to_its_debrief(
    tmp_path: Path, language: Language, key: str
) -> None:
    """Whatever was about to happen to it; and what was typed can still be read first."""

    async def test() -> None:
        async with app_on(tmp_path, language) as (app, pilot):
            app.open_call(await begun(app, language))
            await settled(app, pilot)
            elsewhere(
                app.workplace,
                lambda contact: contact.reply(OTHER),
                lambda contact: contact.end(stop=True),
                lambda contact: contact.conclude(),
            )
            await type_text(pilot, MINE)
            await pilot.press(key)
            await settled(app, pilot)
            if key == "f8":
                await pilot.click("#yes")
                await settled(app, pilot)
            assert ("come to its end" if language == "en" else "終わっています") in shown(app)
            await pilot.press("escape")
            await settled(app, pilot)
            assert app.screen.query_one(ReplyBox).text == MINE
            await pilot.press("enter")
            await settled(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, DebriefScreen)

    play(test)


def test_one_can_leave(world: World) -> None:
    """To the first screen; the draft stays with the contact that goes on."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            contact = elsewhere(app.workplace, lambda contact: contact.reply(OTHER))
            await type_text(pilot, MINE)
            await pilot.press("enter")
            await settled(app, pilot)
            await pilot.press("tab", "enter")
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)
            assert app.workplace.store.draft(contact.session_id) == MINE

    play(test)


def test_a_contact_that_is_gone_can_be_left(world: World) -> None:
    """Somebody removed it while it was played: there is nothing to take up."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            app.workplace.store.forget("trainee", app.workplace.now())
            await type_text(pilot, MINE)
            await pilot.press("enter")
            await settled(app, pilot)
            assert len(app.screen.query("Button")) == 1
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)

    play(test)


def test_a_note_that_was_filed_elsewhere_leads_to_the_debrief(tmp_path: Path) -> None:
    """Two notes of one contact there cannot be; the one that was typed here is not lost unsaid."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            app.open_note(await played(app))
            await settled(app, pilot)
            elsewhere(app.workplace, lambda contact: contact.file_note({"happened": "Late."}))
            await type_text(pilot, "Mine.")
            await pilot.press("f9")
            await settled(app, pilot)
            assert "Gone on in another window" in shown(app)
            assert "Esc leads back to it" in shown(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, DebriefScreen)

    play(test)


def test_work_for_a_screen_that_was_taken_away_ends_with_it(tmp_path: Path) -> None:
    """On a slow machine the store answers when the widgets are gone; the program goes on."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            app.open_call(await begun(app, "en"))
            await settled(app, pilot)
            screen = app.screen

            async def answered_too_late() -> None:
                with suppress(asyncio.CancelledError):
                    await asyncio.Event().wait()
                screen.query_one("#gone")

            worker = screen.run_worker(answered_too_late())
            await pilot.pause()
            app.pop_screen()
            await settled(app, pilot)
            assert worker.is_finished
            assert app.is_running
            assert app.screen is not screen

    play(test)
