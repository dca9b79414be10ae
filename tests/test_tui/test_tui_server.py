"""The app on a team's database that goes away in mid-call and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from postgres import Server
from tui_world import World, play, screen_text, settled, type_text

from simulator.engine.events import ReplySent
from simulator.tui.screens.call import CallScreen
from simulator.tui.widgets.reply_box import ReplyBox


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_call_goes_on_when_the_database_comes_back(
    tmp_path: Path, postgres_server: Server, postgres_url: str, language: str
) -> None:
    """Not saved is said, the text stays in the box, and sending it again is all that is needed."""
    world = World(tmp_path, language, url=postgres_url)  # type: ignore[arg-type]

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            screen = app.screen
            assert isinstance(screen, CallScreen)
            await type_text(pilot, "一つ目です。")
            await pilot.press("enter")
            await settled(app, pilot)
            postgres_server.stop()
            try:
                await type_text(pilot, "二つ目です。")
                await pilot.press("enter")
                await settled(app, pilot)
                box = screen.query_one(ReplyBox)
                assert "二つ目です。" in box.text
                told = screen_text(app)
                assert ("not answer" in told) or ("つながりません" in told)
            finally:
                postgres_server.start()
            await pilot.press("enter")
            await settled(app, pilot)
            contact = screen.contact
            assert [e.text for e in contact.events if isinstance(e, ReplySent)] == [
                "一つ目です。",
                "二つ目です。",
            ]
            stored = app.workplace.store.load(contact.session_id)
            assert [e.get("text") for e in stored.events if e["kind"] == "reply"] == [
                "一つ目です。",
                "二つ目です。",
            ]

    play(test)


def test_home_tells_that_the_database_is_away(
    tmp_path: Path, postgres_server: Server, postgres_url: str
) -> None:
    """Going home while nobody answers shows a sentence, not a fault of the program."""
    world = World(tmp_path, "en", url=postgres_url)

    async def test() -> None:
        async with world.playing() as (app, pilot):
            postgres_server.stop()
            try:
                app.go_home()
                await settled(app, pilot)
                assert "does not answer" in screen_text(app)
                await pilot.press("f5")
                await settled(app, pilot)
                assert "does not answer" in screen_text(app)
                await pilot.press("escape")
                await settled(app, pilot)
            finally:
                postgres_server.start()
            app.go_home()
            await settled(app, pilot)
            assert "The parcel is not here" in screen_text(app)
            assert app.return_code is None

    play(test)
