"""Bursts: what comes faster than the app can follow has the same effect as when it comes slowly."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.widgets import Button
from tui_world import World, play, send, settled

from simulator.contact import Contact
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.note import NoteScreen
from simulator.tui.widgets.next_card import NextCard
from simulator.tui.widgets.reply_box import ReplyBox
from simulator.workplace import Workplace


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def left_open(world: World) -> str:
    """A contact that was begun and left; its id."""
    workplace = world.workplace()
    contact = Contact.begin(workplace, world.start())
    workplace.close()
    return contact.session_id


def click(widget: Any) -> list[events.Event]:
    """The button pressed and released over *widget*."""
    x, y = widget.region.center
    place = {"screen_x": x, "screen_y": y, "style": None}
    return [
        kind(None, x, y, 0, 0, 1, False, False, False, **place)
        for kind in (events.MouseDown, events.MouseUp)
    ]


@pytest.mark.parametrize("how", ["enter", "space", "click"])
def test_the_card_activated_twice_goes_on_once(world: World, how: str) -> None:
    """Twice at once on the card of a contact that was left: one contact lies over home."""
    left_open(world)

    async def test() -> None:
        async with world.playing() as (app, pilot):
            card = app.screen.query_one(NextCard)
            twice = [click(card) if how == "click" else [events.Key(how, None)] for _ in "12"]
            await send(pilot, *twice[0], *twice[1])
            await settled(app, pilot)
            assert [type(screen) for screen in app.screen_stack] == [HomeScreen, CallScreen]
            assert app.screen.query_one(ReplyBox).text == ""

    play(test)


@pytest.mark.parametrize("key", ["f1", "f2", "f3", "f4", "f5", "f7", "enter", "ctrl+p"])
def test_a_key_twice_at_once_opens_one_screen(world: World, key: str) -> None:
    """No screen is opened twice, and none is acted on before it is there."""

    async def test() -> None:
        async with world.playing() as (app, pilot):
            await send(pilot, *[key] * 3)
            await settled(app, pilot)
            assert len(app.screen_stack) == 2

    play(test)


def test_a_scenario_started_twice_at_once_is_begun_once(world: World) -> None:
    """No second contact is left behind in the store."""

    async def test() -> None:
        async with world.playing() as (app, pilot):
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, BriefingScreen)
            start = app.screen.query_one("#start", Button)
            await send(pilot, *click(start), *click(start))
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            assert len(app.workplace.unfinished()) == 1

    play(test)


def test_every_way_through_a_contact_stands_a_burst(world: World) -> None:
    """Stop, its question, what follows, and home again, each key three times at once."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            for key in ("f2", "f3", "escape", "f5", "f8", "tab", "enter", "escape", "f5", "escape"):
                await send(pilot, *[key] * 3)
                await settled(app, pilot)
                await send(pilot, key, "enter", "enter", key)
                await settled(app, pilot)

    play(test)


def test_a_burst_reaches_a_screen_that_it_opens(world: World) -> None:
    """What is typed behind the Enter that goes on with a contact stands in its reply box."""
    left_open(world)

    async def test() -> None:
        async with world.playing() as (app, pilot):
            await send(pilot, "enter", "hello", "tab")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            assert app.screen.query_one(ReplyBox).text == "hello"
            assert app.focused is not app.screen.query_one(ReplyBox)

    play(test)


def test_tab_in_a_burst_parts_what_comes_before_from_what_comes_after(world: World) -> None:
    """Text, Tab, text: the first stands in the one field, the second in the next."""
    session = left_open(world)

    async def test() -> None:
        async with world.playing() as (app, pilot):
            contact = await app.backroom.resume(session)
            await app.backroom.ask(contact.end)
            app.open_note(contact)
            await settled(app, pilot)
            await send(pilot, "one", "tab", "two", "tab", "three", "shift+tab", "four")
            await settled(app, pilot)
            assert isinstance(app.screen, NoteScreen)
            assert list(app.screen.fields().values())[:3] == ["one", "twofour", "three"]

    play(test)


def test_text_that_is_typed_right_before_the_end_is_kept(world: World) -> None:
    """Text and Ctrl+Q in one burst: the draft has all of it."""
    text = "これは途中の文章です。" * 5

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            session = app.screen.contact.session_id  # type: ignore[attr-defined]
            await send(pilot, text, "ctrl+q")
            await settled(app, pilot)
        workplace = world.workplace()
        assert Contact.resume(workplace, session).draft == text
        workplace.close()

    play(test)


def test_a_draft_is_kept_while_somebody_types_on(world: World) -> None:
    """No pause is needed: what is on disk is never older than two seconds."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            session = app.screen.contact.session_id  # type: ignore[attr-defined]
            for _ in range(16):
                await send(pilot, "on ")
                await asyncio.sleep(0.1)
            workplace = world.workplace()
            assert Contact.resume(workplace, session).draft.startswith("on on ")
            workplace.close()

    play(test)


def test_what_is_typed_while_a_reply_is_sent_is_kept(world: World) -> None:
    """Also where it stands before the reply that was sent, which stays in the box then."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            app.screen.drafts._seconds = 0.1  # type: ignore[attr-defined]
            app.backroom.submit(lambda _workplace: time.sleep(0.3))
            await send(pilot, "reply", "enter", "home", "not ")
            await settled(app, pilot)
            assert app.screen.query_one(ReplyBox).text == "not reply"
            await asyncio.sleep(0.3)
            await settled(app, pilot)
            workplace = world.workplace()
            session = app.screen.contact.session_id  # type: ignore[attr-defined]
            assert Contact.resume(workplace, session).draft == app.screen.query_one(ReplyBox).text
            workplace.close()

    play(test)


@pytest.mark.parametrize("key", ["f1", "f2", "f3", "f4", "f5", "f6", "f7", "ctrl+p"])
def test_keys_before_the_store_is_open_wait_for_it(world: World, key: str) -> None:
    """The first screen is drawn before there is anything to do things with."""

    def opening() -> Workplace:
        time.sleep(0.1)
        return world.workplace()

    async def test() -> None:
        app = SupportdojoApp(BackRoom(opening), "en")
        async with app.run_test(size=(110, 36)) as pilot:
            await send(pilot, key)
            assert not app.is_open
            await settled(app, pilot)
            assert app.language == ("ja" if key == "f6" else "en")
            assert len(app.screen_stack) == (1 if key == "f6" else 2)

    play(test)


def test_one_can_leave_before_the_store_is_open(world: World) -> None:
    """Also behind a key that waits for it."""

    async def test() -> None:
        wait = Event()

        def opening() -> Workplace:
            wait.wait(10)
            return world.workplace()

        app = SupportdojoApp(BackRoom(opening), "en")
        async with app.run_test(size=(110, 36)) as pilot:
            await send(pilot, "f2", "ctrl+q")
            assert app._exit
            wait.set()

    play(test)
