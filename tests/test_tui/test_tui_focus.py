"""Typed text finds its box: whatever had the keys before, and whatever the window has become."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from after_world import app_on, played
from textual.widgets import OptionList
from tui_world import World, paste, play, screen_text, send, settled, type_text

from simulator.tui.app import SupportdojoApp
from simulator.tui.screens.action_form import ActionForm
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.desk import DeskScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.note import NoteScreen
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.reply_box import ReplyBox, WritingArea

WIDE, NARROW = (110, 36), (80, 24)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def box(app: SupportdojoApp) -> ReplyBox:
    return app.screen.query_one(ReplyBox)


def deeds(app: SupportdojoApp) -> list[str]:
    assert isinstance(app.screen, CallScreen)
    return [deed.action for deed in app.screen.contact.state.deeds]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_an_action_that_was_cancelled_leads_back_to_the_reply(
    world: World, size: tuple[int, int]
) -> None:
    """What is typed next is the reply, Enter sends it, and nothing is done at the desk."""

    async def test() -> None:
        async with world.playing(size, mode="practice") as (app, pilot):
            await pilot.press("f3", "down", "enter")
            await settled(app, pilot)
            assert isinstance(app.screen, ActionForm)
            await pilot.press("escape")
            await settled(app, pilot)
            assert app.screen.focused is box(app)
            await type_text(pilot, "Just a moment.")
            await pilot.press("enter", "enter")
            await settled(app, pilot)
            stored = app.workplace.store.load(app.screen.contact.session_id)  # type: ignore[attr-defined]
            assert [event.get("text") for event in stored.events] == ["Just a moment."]
            assert deeds(app) == []

    play(test)


def test_a_second_enter_while_the_answer_is_being_drawn_sends_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reply is on disk, but still in the box."""

    async def test() -> None:
        async with world.playing(WIDE, mode="practice") as (app, pilot):
            assert isinstance(app.screen, CallScreen)
            shown = app.screen._show_state

            async def shown_late() -> None:
                box(app).submit()
                await asyncio.sleep(0.1)
                await shown()

            await type_text(pilot, "Just a moment.")
            monkeypatch.setattr(app.screen, "_show_state", shown_late)
            await pilot.press("enter")
            await settled(app, pilot)
            stored = app.workplace.store.load(app.screen.contact.session_id)
            assert [event.get("text") for event in stored.events] == ["Just a moment."]
            assert box(app).text == ""

    play(test)


def test_text_typed_in_the_list_of_actions_goes_to_the_reply(world: World) -> None:
    """Letter by letter, as a burst, and as a paste."""

    async def test() -> None:
        async with world.playing(WIDE, mode="practice") as (app, pilot):
            await pilot.press("f3")
            await type_text(pilot, "お待ち")
            await settled(app, pilot)
            assert box(app).text == "お待ち"
            await pilot.press("f3")
            await send(pilot, "ください、", "ctrl+j", "すぐに")
            await settled(app, pilot)
            assert box(app).text == "お待ちください、\nすぐに"
            await pilot.press("f3")
            await paste(pilot, "調べます。")
            await settled(app, pilot)
            assert box(app).text == "お待ちください、\nすぐに調べます。"
            assert app.screen.focused is box(app)

    play(test)


@pytest.mark.parametrize("clicked", ["#transcript", ".desk-found"])
def test_a_click_on_a_text_to_read_takes_no_typing_away(world: World, clicked: str) -> None:
    """The transcript and the record can be clicked, and the reply typed on."""

    async def test() -> None:
        async with world.playing(WIDE, mode="practice") as (app, pilot):
            await type_text(pilot, "one ")
            await pilot.click(clicked)
            await settled(app, pilot)
            assert app.screen.focused is not box(app)
            await type_text(pilot, "two")
            await settled(app, pilot)
            assert box(app).text == "one two"
            await pilot.press("enter")
            await settled(app, pilot)
            assert "one two" in screen_text(app)
            assert box(app).text == ""

    play(test)


@pytest.mark.parametrize("sizes", [(NARROW,), ((20, 5), NARROW)])
def test_whoever_looks_something_up_goes_on_in_a_narrower_window(
    world: World, sizes: tuple[tuple[int, int], ...]
) -> None:
    """The search comes along into the dialog; none of it lands in the reply."""

    async def test() -> None:
        async with world.playing(WIDE, mode="practice") as (app, pilot):
            reply = box(app)
            await pilot.press("f2")
            await type_text(pilot, "ＴＨＲ")
            for size in sizes:
                await pilot.resize_terminal(*size)
                await settled(app, pilot)
            assert isinstance(app.screen, DeskScreen)
            await type_text(pilot, "ee")
            assert app.screen.query_one(LineInput).value == "ＴＨＲee"
            assert "Know who is calling" in screen_text(app)
            await pilot.press("escape")
            await settled(app, pilot)
            assert app.screen.focused is reply
            assert reply.text == ""

    play(test)


def test_whoever_chooses_what_to_do_goes_on_in_a_narrower_window(world: World) -> None:
    """The dialog shows what can be done; nothing is chosen unseen."""

    async def test() -> None:
        async with world.playing(WIDE, mode="practice") as (app, pilot):
            reply = box(app)
            await pilot.press("f3")
            await pilot.resize_terminal(*NARROW)
            await settled(app, pilot)
            assert isinstance(app.screen, DeskScreen)
            assert isinstance(app.screen.focused, OptionList)
            await pilot.press("escape")
            await settled(app, pilot)
            assert app.screen.focused is reply
            assert deeds(app) == []

    play(test)


def test_words_to_look_up_may_be_typed_after_a_click_on_what_was_found(world: World) -> None:
    """The desk as a dialog: what is typed goes into its search and replaces nothing."""

    async def test() -> None:
        async with world.playing(NARROW, mode="practice") as (app, pilot):
            await pilot.press("f2")
            await settled(app, pilot)
            await type_text(pilot, "wed")
            await pilot.click(".desk-found")
            await type_text(pilot, "nes")
            await settled(app, pilot)
            assert isinstance(app.screen, DeskScreen)
            assert app.screen.query_one(LineInput).value == "wednes"
            await pilot.press("f3")
            await settled(app, pilot)
            assert "Enter Choose" in " ".join(screen_text(app).split())

    play(test)


def test_the_contact_beside_the_note_is_read_and_left_again(tmp_path: Path) -> None:
    """F2 and Esc lead back to the field, typed text finds it, a narrow window gives it the keys."""

    async def test() -> None:
        async with app_on(tmp_path, size=WIDE) as (app, pilot):
            app.open_note(await played(app))
            await settled(app, pilot)
            await pilot.press("tab")
            wish = app.screen.query_one("#wish", WritingArea)
            for back in ("f2", "escape"):
                await pilot.press("f2")
                assert app.screen.focused is not wish
                await pilot.press(back)
                await settled(app, pilot)
                assert isinstance(app.screen, NoteScreen)
                assert app.screen.focused is wish
            await pilot.click("#said")
            await type_text(pilot, "a refund")
            await settled(app, pilot)
            assert wish.text == "a refund"
            await pilot.press("f2")
            await pilot.resize_terminal(*NARROW)
            await settled(app, pilot)
            assert app.screen.focused is wish
            await pilot.press("escape")
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)

    play(test)


def test_a_field_of_one_line_keeps_what_it_holds_when_it_is_come_back_to(tmp_path: Path) -> None:
    """Looking something up in the middle of a field must not let the next letter replace it."""

    async def test() -> None:
        async with app_on(tmp_path, size=WIDE) as (app, pilot):
            app.open_note(await played(app))
            await settled(app, pilot)
            who = app.screen.query_one("#who", LineInput)
            who.focus()
            await type_text(pilot, "Mo")
            await pilot.press("f2", "f2")
            await settled(app, pilot)
            await type_text(pilot, "ri")
            await settled(app, pilot)
            assert who.value == "Mori"

    play(test)
