"""One reply tried again in the app: it ends with its reply, and its result follows."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from after_world import app_on, played
from textual.pilot import Pilot
from textual.widgets import TextArea
from tui_world import play, settled

from simulator.contact import Contact
from simulator.practice.moment import begin_moment
from simulator.practice.schedule import CARD_REVIEWED
from simulator.tui.app import SupportdojoApp
from simulator.tui.screens.moment_result import MomentResultScreen
from simulator.tui.widgets.next_card import NextCard
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP


async def a_moment(app: SupportdojoApp, pilot: Pilot[None]) -> Contact:
    """One reply of a contact that has been played, open to be given again."""
    parent = await played(app)
    again = await app.backroom.ask(
        partial(begin_moment, parent.workplace, parent.session_id, 2, "names-situation")
    )
    app.open_call(again)
    await settled(app, pilot)
    return again


def test_one_reply_ends_it_and_is_remembered(tmp_path: Path) -> None:
    """After the reply the fact is stored and the way leads to the result, without a case note; a
    home screen never offers it to be resumed."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            again = await a_moment(app, pilot)
            app.screen.query_one(TextArea).text = "You have been in since the morning."
            await pilot.press("enter")
            await settled(app, pilot)
            assert again.ended
            facts = await app.backroom.ask(lambda: again.workplace.store.facts([CARD_REVIEWED]))
            assert [fact.subject for fact in facts] == [again.session_id]
            assert isinstance(app.screen, MomentResultScreen)

    play(test)


def test_a_command_of_the_line_mode_is_not_taken_for_the_reply(tmp_path: Path) -> None:
    """There is no goodbye to a moment: the notice says what there is."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            again = await a_moment(app, pilot)
            app.screen.query_one(TextArea).text = "/close"
            await pilot.press("enter")
            await settled(app, pilot)
            assert not again.ended
            assert app.screen.query_one(TextArea).text == "/close"
            notice = app.screen.query_one("#notice", Prose).plain
            assert "F8" in notice
            assert "F9" not in notice

    play(test)


def test_an_attempt_left_open_is_not_offered_to_be_resumed(tmp_path: Path) -> None:
    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            parent = await played(app)
            await app.backroom.ask(parent.conclude)
            await app.backroom.ask(
                partial(begin_moment, parent.workplace, parent.session_id, 2, "warmth")
            )
            app.go_home()
            await settled(app, pilot)
            [card] = app.screen.query(NextCard)
            assert card.border_title == APP.say("home.suggested", "en")

    play(test)
