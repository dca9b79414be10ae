"""The history: what is listed, what opens, and what is told where it does not."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from after_world import REPLIES, app_on, begun, played, say_all
from textual.widgets import OptionList
from tui_world import play, screen_text, settled

from scenarios.language import Language
from simulator.contact import Contact
from simulator.team.drill_plan import DrillPlan
from simulator.team.drilling import DrillDesk, contact_for
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.history import HistoryScreen
from simulator.tui.screens.note import NoteScreen
from simulator.tui.screens.review import ReviewScreen
from simulator.tui.widgets.prose import Prose
from simulator.workplace import Workplace


def test_a_finished_contact_is_listed_and_opens_its_debrief(tmp_path: Path) -> None:
    """Title, mode, language, ending and scores are shown; Enter leads to the same result."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            card = await app.backroom.ask(contact.conclude)
            app.open_history()
            await settled(app, pilot)
            shown = screen_text(app)
            assert contact.ending is not None
            for text in (
                contact.scenario.title.en,
                "practice",
                "English",
                contact.ending.title.en,
                f"Empathy {card.scores['empathy']}",
                str(card.total),
            ):
                assert text in shown
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, DebriefScreen)
            assert app.screen.debrief is not None
            assert app.screen.debrief.card == card

    play(test)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_drills_own_mark_decides(tmp_path: Path, language: Language) -> None:
    """History, debrief, list and review tell what the mark makes of it, and name the mark."""

    async def test() -> None:
        async with app_on(tmp_path, language) as (app, pilot):
            plan = DrillPlan(
                "Low", ("late-delivery",), language=language, pass_mark=2, everyone=True
            )
            contact = await app.backroom.use(partial(_of_drill, plan=plan))
            card = await app.backroom.ask(contact.conclude)
            assert not card.passed
            mark = {"ja": "合格点 2", "en": "pass mark: 2"}[language]
            passed = {"ja": "◎ 合格", "en": "◎ passed"}[language]
            app.open_history()
            await settled(app, pilot)
            assert mark in screen_text(app)
            assert passed in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            shown = screen_text(app)
            assert {"ja": "このドリルの合格点は2点", "en": "pass this drill: a total of 2"}[
                language
            ] in shown
            assert passed.lower() in shown.lower()
            app.open_review()
            await settled(app, pilot)
            assert mark in screen_text(app).replace("\n", "")
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, ReviewScreen)
            assert app.screen.review is not None
            judged = app.screen.review.verdict.judgement(0, "passed")
            assert judged is not None
            assert judged.engine is True

    play(test)


def _of_drill(workplace: Workplace, plan: DrillPlan) -> Contact:
    """A contact of this drill that has been played."""
    desk = DrillDesk(workplace)
    step = desk.next_step(desk.make(plan))
    contact = contact_for(workplace, step, "en")
    say_all(contact, REPLIES[contact.language])
    return contact


def test_an_unfinished_contact_is_gone_on_with(tmp_path: Path) -> None:
    """An open contact opens its call, an ended one without a result its note."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await begun(app)
            app.open_history()
            await settled(app, pilot)
            assert "unfinished" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            assert app.screen.contact.session_id == contact.session_id

    play(test)


def test_a_contact_that_has_ended_goes_on_to_its_note(tmp_path: Path) -> None:
    """Whoever quit before the note can still write it."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            await played(app)
            app.open_history()
            await settled(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, NoteScreen)

    play(test)


def test_an_empty_history_says_so(tmp_path: Path) -> None:
    """Without contacts there is a sentence instead of an empty list."""

    async def test() -> None:
        async with app_on(tmp_path, "ja", (40, 10)) as (app, pilot):
            app.open_history()
            await settled(app, pilot)
            assert "まだ応対はありません" in screen_text(app)
            await pilot.press("enter", "escape")

    play(test)


def test_an_outdated_contact_tells_why_it_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of the scenario the reason is given in words and nothing opens."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            await app.backroom.ask(contact.conclude)
            library = type(app.workplace.library)
            monkeypatch.setattr(library, "digest", lambda *_: "another")
            app.open_history()
            await settled(app, pilot)
            assert "has changed since" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, HistoryScreen)
            assert "late-delivery" in app.screen.query_one("#notice", Prose).plain

    play(test)


def test_a_damaged_contact_is_named_and_the_others_stay(tmp_path: Path) -> None:
    """A record that does not hold what was stored is listed last and tells what is wrong."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            for _ in range(2):
                contact = await played(app)
                await app.backroom.ask(contact.conclude)
            with sqlite3.connect(tmp_path / "contacts.sqlite3") as connection:
                connection.execute(
                    "UPDATE session SET header = 'x' WHERE id = ?", (contact.session_id,)
                )
            app.open_history()
            await settled(app, pilot)
            sessions = app.screen.query_one(OptionList)
            assert sessions.option_count == 2
            assert "unreadable" in screen_text(app)
            told = [notice.message for notice in app._notifications]
            assert any(contact.session_id in text and "db check" in text for text in told)
            await pilot.press("end", "enter")
            await settled(app, pilot)
            assert isinstance(app.screen, HistoryScreen)
            assert app.screen.query_one("#notice", Prose).plain

    play(test)


def test_titles_of_unknown_scenarios_cannot_act(tmp_path: Path) -> None:
    """An id that no scenario has is shown as text, whatever it is made of."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await begun(app)
            stored = app.workplace.store.load(contact.session_id)
            strange = replace(stored.header, scenario_id="[@click=app.quit]x[/]")
            app.workplace.store.start(strange)
            app.open_history()
            await settled(app, pilot)
            assert "[@click=app.quit]x[/]" in screen_text(app)

    play(test)
