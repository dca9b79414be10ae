"""Drills, the board and watching in the app."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from test_tui_draw import HOSTILE
from textual.widgets import Button, OptionList
from tui_world import NOW, World, play, scenario, screen_text, settled, type_text

from scenarios.language import Language
from simulator.contact import Contact
from simulator.store import Person
from simulator.team.drill import DrillRecord
from simulator.team.drill_plan import DrillPlan
from simulator.team.drilling import DrillDesk, contact_for
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.tui.opening import Opening
from simulator.tui.screens.board import BoardScreen
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.drill_form import AssignForm, DrillForm, split_logins
from simulator.tui.screens.drills import DrillsScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.reading import ReadyScreen
from simulator.tui.screens.watch import WatchScreen
from simulator.tui.widgets.choice import Choices
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.pick_list import PickList
from simulator.tui.widgets.prose import Prose
from simulator.workplace import Workplace

SIZES = ((110, 36), (60, 20))
LANGUAGES: tuple[Language, ...] = ("ja", "en")
PLAN = DrillPlan("週次の練習", ("tiny",), seed=7, everyone=True)


def world(path: Path, language: Language = "en", **more: Any) -> World:
    both = {"tiny": scenario(), "other": replace(scenario(), id="other")}
    return World(path, language, scenarios=both, **more)


def made(workplace: Workplace, plan: DrillPlan = PLAN) -> DrillRecord:
    return DrillDesk(workplace).make(plan)


def begun(workplace: Workplace, record: DrillRecord) -> Contact:
    return contact_for(workplace, DrillDesk(workplace).next_step(record), "ja")


async def opened(app: SupportdojoApp, pilot: Any) -> DrillsScreen:
    app.open_drills()
    await settled(app, pilot)
    return cast("DrillsScreen", app.screen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_the_list_and_the_next_contact(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    """Drills with how they stand; Enter begins the contact, and later goes on with it."""

    async def test() -> None:
        async with world(tmp_path, language).playing(size) as (app, pilot):
            screen = await opened(app, pilot)
            assert screen.query_one("#empty", Prose).display
            record = made(app.workplace)
            screen.bring_up_to_date()
            await settled(app, pilot)
            text = screen_text(app)
            assert "週次の練習" in text
            assert record.drill.id in text
            screen.query_one(OptionList).focus()
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, ReadyScreen)  # what is to be known comes first
            await pilot.press("enter")
            await settled(app, pilot)
            call = app.screen
            assert isinstance(call, CallScreen)
            session = call.contact.session_id
            assert call.contact.start.occasion == f"drill:{record.drill.id}"
            app.go_home()
            await opened(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            assert cast("CallScreen", app.screen).contact.session_id == session

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_a_lead_makes_a_drill(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    """By keyboard alone; what cannot be is told in the form, and nothing is lost."""

    async def test() -> None:
        async with world(tmp_path, language).playing(size) as (app, pilot):
            await opened(app, pilot)
            await pilot.press("f2")
            await settled(app, pilot)
            form = app.screen
            assert isinstance(form, DrillForm)
            assert isinstance(form.focused, LineInput)
            form.query_one("#send", Button).press()
            await settled(app, pilot)
            assert form.query_one("#problem", Prose).display
            await type_text(pilot, "電話の基本")
            await pilot.press("tab", "down", "space", "up", "space", "down", "space", "space")
            assert form.query_one(PickList).picked == ("tiny", "other") or form.query_one(
                PickList
            ).picked == ("other", "tiny")
            form.query_one("#due", LineInput).value = "2000-01-01"
            form.query_one("#attempts", LineInput).value = "２"
            form.query_one("#send", Button).press()
            await settled(app, pilot)
            assert "2000-01-01" in form.query_one("#problem", Prose).plain
            form.query_one("#due", LineInput).value = "someday"
            form.query_one("#send", Button).press()
            await settled(app, pilot)
            assert "someday" in form.query_one("#problem", Prose).plain
            form.query_one("#due", LineInput).value = "2999-01-01"
            form.query_one("#pass-mark", LineInput).value = "many"
            form.query_one("#send", Button).press()
            await settled(app, pilot)
            assert form.query_one("#problem", Prose).display
            form.query_one("#pass-mark", LineInput).value = "70"
            form.query_one("#customer", Choices).choose("varied")
            await pilot.pause()
            form.query_one("#send", Button).press()
            await settled(app, pilot)
            assert isinstance(app.screen, DrillsScreen)
            (record,) = DrillDesk(app.workplace).drills().records
            drill = record.drill
            assert (drill.title, drill.everyone, drill.seed) == ("電話の基本", True, None)
            assert (drill.pass_mark, drill.attempts, drill.mode) == (70, 2, "practice")
            assert {s.id for s in drill.scenarios} == {"tiny", "other"}
            assert "電話の基本" in screen_text(app)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_named_people_are_who_it_is_for(tmp_path: Path, language: Language) -> None:
    """Typed logins mean these people; everybody beside names is refused, and so is who is not here."""

    async def test() -> None:
        async with world(tmp_path, language).playing((80, 24)) as (app, pilot):
            for login in ("yui", "ken"):
                app.workplace.store.add_person(login, login, "trainee", NOW)
            await opened(app, pilot)
            await pilot.press("f2")
            await settled(app, pilot)
            form = app.screen
            form.query_one("#title", LineInput).value = "Two of us"
            form.query_one(PickList).focus()
            await pilot.press("space")
            form.query_one("#logins", LineInput).focus()
            await type_text(pilot, "yui")
            who = form.query_one("#who", Choices)
            assert who.chosen == "who-named"
            await pilot.press("shift+tab", "up")
            assert who.chosen == "who-all"
            form.query_one("#send", Button).press()
            await settled(app, pilot)
            problem = form.query_one("#problem", Prose)
            assert ("ログイン名も" if language == "ja" else "by name") in problem.plain
            form.query_one("#logins", LineInput).value = "yui nemo zoe"
            await settled(app, pilot)
            assert who.chosen == "who-named"
            form.query_one("#send", Button).press()
            await settled(app, pilot)
            assert "nemo, zoe" in problem.plain
            form.query_one("#logins", LineInput).value = "yui"
            form.query_one("#send", Button).press()
            await settled(app, pilot)
            (record,) = DrillDesk(app.workplace).drills().records
            assert (record.drill.everyone, record.assigned) == (False, ("yui",))

    play(test)


def test_people_are_added_and_a_drill_is_closed(tmp_path: Path) -> None:
    """Each asked for once; a mistake stays in its dialog."""

    async def test() -> None:
        async with world(tmp_path, "ja").playing() as (app, pilot):
            store = app.workplace.store
            store.add_person("yui", "結衣", "trainee", NOW)
            record = made(app.workplace, replace(PLAN, everyone=False))
            await opened(app, pilot)
            assert "対象者なし" in screen_text(app)
            await pilot.press("f3")
            await settled(app, pilot)
            form = app.screen
            assert isinstance(form, AssignForm)
            assert "yui" in screen_text(app)
            await pilot.press("enter")
            assert form.query_one("#problem", Prose).display
            await type_text(pilot, "yiu")
            await pilot.press("enter")
            await settled(app, pilot)
            assert "yiu" in form.query_one("#problem", Prose).plain
            form.query_one(LineInput).value = "yui"
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, DrillsScreen)
            assert DrillDesk(app.workplace).find(record.drill.id).assigned == ("yui",)
            await pilot.press("enter")  # it is not for the lead
            await settled(app, pilot)
            assert "trainee" in app.screen.query_one("#notice", Prose).plain
            await pilot.press("f8")
            await settled(app, pilot)
            assert isinstance(app.screen, ConfirmScreen)
            await pilot.press("escape", "f8")
            await settled(app, pilot)
            app.screen.query_one("#yes", Button).press()
            await settled(app, pilot)
            assert DrillDesk(app.workplace).find(record.drill.id).closed is not None
            assert "締め切り済み" in screen_text(app)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_drill_is_not_closed_or_added_to_again(tmp_path: Path, language: Language) -> None:
    """That it is closed is told at once, before anything is asked or typed."""

    async def test() -> None:
        async with world(tmp_path, language).playing() as (app, pilot):
            DrillDesk(app.workplace).close(made(app.workplace))
            screen = await opened(app, pilot)
            for key in ("f3", "f8"):
                await pilot.press(key)
                await settled(app, pilot)
                assert app.screen is screen
                told = screen.query_one("#notice", Prose)
                assert told.display
                assert ("締め切り済み" if language == "ja" else "is closed") in told.plain

    play(test)


def test_a_trainee_sees_their_own_and_no_keys_of_leads(tmp_path: Path) -> None:
    """What others have to do is not there, nor is the way to set anything."""

    async def test() -> None:
        async with world(tmp_path).playing() as (app, pilot):
            made(app.workplace, replace(PLAN, everyone=False, logins=("ken",)))
            made(app.workplace, replace(PLAN, title="Mine", everyone=False, logins=("trainee",)))
            trainee = Person("trainee", "trainee", "trainee")
            app.workplace.store.viewer = trainee
            inside = await app.backroom.ask(app.backroom._workplace)
            inside.store.viewer = trainee
            screen = await opened(app, pilot)
            text = screen_text(app)
            assert "Mine" in text
            assert "週次の練習" not in text
            assert "F2" not in text
            for key in ("f2", "f3", "f4", "f8"):
                await pilot.press(key)
                await settled(app, pilot)
                assert app.screen is screen

    play(test)


def test_a_changed_scenario_is_asked_about(tmp_path: Path) -> None:
    """Begun only after a yes; the result is not comparable."""

    async def test() -> None:
        async with world(tmp_path).playing() as (app, pilot):
            made(app.workplace)
            inside = await app.backroom.ask(app.backroom._workplace)
            library = cast("Any", inside.library)
            library.digest = lambda _id: "changed"
            await opened(app, pilot)
            assert "was changed after" in " ".join(screen_text(app).split())
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, ConfirmScreen)
            await pilot.press("escape")
            await settled(app, pilot)
            assert list(app.workplace.store.history()) == []
            await pilot.press("enter")
            await settled(app, pilot)
            app.screen.query_one("#yes", Button).press()
            await settled(app, pilot)
            await pilot.press("enter")  # the briefing was read
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_the_board_is_live(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    """It follows what is stored, hides scores, keeps its lines, and opens a contact to watch."""

    async def test() -> None:
        async with world(tmp_path, language).playing(size) as (app, pilot):
            record = made(app.workplace)
            await opened(app, pilot)
            await pilot.press("f4")
            await settled(app, pilot)
            board = app.screen
            assert isinstance(board, BoardScreen)
            assert ("未着手" if language == "ja" else "not begun") in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen is board  # there is nothing to watch
            contact = begun(app.workplace, record)
            contact.reply("お待たせしております。")
            board.look_again()
            await settled(app, pilot)
            assert ("応対中" if language == "ja" else "in a contact") in screen_text(app)
            assert ("返答1" if language == "ja" else "reply 1") in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            watch = app.screen
            assert isinstance(watch, WatchScreen)
            text = screen_text(app)
            assert "お待たせしております。" in text
            assert ("受講者" if language == "ja" else "Trainee") in text
            contact.reply("確かめます。")
            watch.look_again()
            await settled(app, pilot)
            assert "確かめます。" in screen_text(app)
            assert ("返答2" if language == "ja" else "reply 2") in screen_text(app)
            contact.end(stop=True)
            watch.look_again()
            await settled(app, pilot)
            told = watch.query_one("#ending", Prose).plain
            assert ("不合格" if language == "ja" else "never a fail") in told
            await pilot.press("pageup", "pagedown", "escape")
            await settled(app, pilot)
            assert app.screen is board
            await pilot.press("f7", "escape")
            await settled(app, pilot)
            assert isinstance(app.screen, DrillsScreen)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hidden_scores_stay_hidden_in_the_contact_that_is_watched(
    tmp_path: Path, language: Language
) -> None:
    """What was hidden for projecting on the board is hidden there too, to its end; F7 shows it."""

    async def test() -> None:
        async with world(tmp_path, language).playing((110, 36)) as (app, pilot):
            record = made(app.workplace)
            contact = begun(app.workplace, record)
            contact.reply("お待たせしております。")
            app.push_screen(BoardScreen(record.drill.id, "Board"))
            await settled(app, pilot)
            await pilot.press("f7", "enter")
            await settled(app, pilot)
            watch = app.screen
            assert isinstance(watch, WatchScreen)
            score = {"ja": "共感 40", "en": "empathy 40"}[language]
            total = {"ja": "総合 60点", "en": "total 60"}[language]
            assert "お待たせしております。" in screen_text(app)
            assert score not in screen_text(app)
            contact.reply("確かめます。")
            contact.end()
            contact.conclude()
            watch.look_again()
            await settled(app, pilot)
            assert "確かめます。" in screen_text(app)
            assert watch.query_one("#ending", Prose).display
            assert score not in screen_text(app)
            assert total not in screen_text(app)
            await pilot.press("f7")
            await settled(app, pilot)
            assert score in screen_text(app)
            assert total in screen_text(app)
            await pilot.press("f7")
            await settled(app, pilot)
            assert score not in screen_text(app)
            assert total not in screen_text(app)

    play(test)


def test_a_board_that_cannot_be_read_any_more_says_so(tmp_path: Path) -> None:
    """The last state stays to be seen, with the moment it is of."""

    async def test() -> None:
        async with world(tmp_path).playing() as (app, pilot):
            record = made(app.workplace)
            app.push_screen(BoardScreen("nothing", "Nothing"))
            await settled(app, pilot)
            assert "no drill" in screen_text(app)
            app.pop_screen()
            app.push_screen(BoardScreen(record.drill.id, "Board"))
            await settled(app, pilot)
            with app.workplace.store.database.transaction() as connection:
                connection.execute("DELETE FROM fact")
            cast("BoardScreen", app.screen).look_again()
            await settled(app, pilot)
            assert "Not up to date (as of 09:00:00)" in screen_text(app)
            assert "trainee" in screen_text(app)

    play(test)


def test_what_comes_after_a_board_was_left_is_dropped(tmp_path: Path) -> None:
    """A look takes a while; its screen may be gone when it is over."""

    async def test() -> None:
        async with world(tmp_path).playing() as (app, pilot):
            record = made(app.workplace)
            for screen in (BoardScreen(record.drill.id, "Board"), DrillsScreen()):
                app.push_screen(screen)
                await settled(app, pilot)
                assert screen.still_open
                await screen.query_one("#notice").remove()  # as while it is being taken away
                app.pop_screen()
                assert not screen.still_open
                screen._notice("late")
                await settled(app, pilot)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_opens_on_a_board_or_a_contact(tmp_path: Path, language: Language) -> None:
    """As ``drill board`` and ``watch`` ask for; Esc ends it, and the menu leads home."""

    async def test() -> None:
        small = world(tmp_path, language)
        workplace = small.workplace()
        record = made(workplace)
        contact = begun(workplace, record)
        screens = (
            Opening(BoardScreen, partial(BoardScreen, record.drill.id, record.drill.title)),
            Opening(WatchScreen, partial(WatchScreen, contact.session_id)),
        )
        for opening in screens:
            app = SupportdojoApp(BackRoom.beside(workplace), language, opens=opening)
            async with app.run_test(size=(60, 20)) as pilot:
                await settled(app, pilot)
                assert isinstance(app.screen, opening.kind)
                assert "trainee" in screen_text(app)
                await pilot.press("f1", "escape", "escape")
                await pilot.pause()
                assert not app.is_running
        app = SupportdojoApp(BackRoom.beside(workplace), language, opens=screens[0])
        async with app.run_test() as pilot:
            await settled(app, pilot)
            app.go_home()
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)
        workplace.close()

    play(test)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_and_titles_are_shown_letter_by_letter(tmp_path: Path, hostile: str) -> None:
    """Whatever a title, a login or a reply holds, nothing in it acts."""

    async def test() -> None:
        async with world(tmp_path).playing() as (app, pilot):
            plan = replace(
                PLAN, title=f"t {hostile}", everyone=False, logins=(f"n{hostile}", "trainee")
            )
            record = made(app.workplace, plan)
            contact = begun(app.workplace, record)
            contact.reply(f"r {hostile}")
            await opened(app, pilot)
            await pilot.press("f4")
            await settled(app, pilot)
            assert "\x1b" not in screen_text(app)
            assert "trainee" in screen_text(app)
            app.push_screen(WatchScreen(contact.session_id))
            await settled(app, pilot)
            assert "\x1b" not in screen_text(app)
            assert app.is_running

    play(test)


def test_the_menu_leads_to_the_drills(tmp_path: Path) -> None:
    """Found by its name."""

    async def test() -> None:
        async with world(tmp_path).playing() as (app, pilot):
            await pilot.press("ctrl+p")
            await pilot.pause()
            await type_text(pilot, "Drills")
            await pilot.pause(0.5)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, DrillsScreen)

    play(test)


def test_logins_as_people_write_them() -> None:
    """Blanks and commas of both kinds lie between."""
    assert split_logins(" mei、ken,yui　aoi\n") == ("mei", "ken", "yui", "aoi")
    assert split_logins("ｍｅｉ　ｋｅｎ") == ("mei", "ken")
    assert split_logins(" ") == ()
