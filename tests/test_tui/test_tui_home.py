"""The first screen: what is before one, what comes first, and the way with the arrow keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList
from tui_world import SmallLibrary, World, play, screen_text, settled

from scenarios.language import Language
from simulator.contact import Contact, Start
from simulator.practice.occasions import programme_occasion
from simulator.team.drill_plan import DrillPlan
from simulator.team.drilling import DrillDesk
from simulator.tui.screens.drills import DrillsScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.programme import ProgrammeScreen
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.screens.reading import ReadyScreen
from simulator.tui.screens.today import TodayScreen
from simulator.tui.widgets.next_card import NextCard
from simulator.workplace import Workplace, temporary_workplace


def drill_for_all(workplace: Workplace, title: str) -> str:
    plan = DrillPlan(title, ("tiny",), None, "practice", "normal", 7, None, None, None, True, ())
    return DrillDesk(workplace).make(plan).drill.id


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [(110, 36), (60, 20)])
def test_an_open_drill_comes_first(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    """It stands on the card; Enter, and Enter once more after the briefing, begins it."""
    world = World(tmp_path, language)
    with_drill = world.workplace()
    drill = drill_for_all(with_drill, "雨の朝")
    with_drill.close()

    async def test() -> None:
        async with world.playing(size) as (app, pilot):
            assert "雨の朝" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, ReadyScreen)
            await pilot.press("enter")
            await settled(app, pilot)
            contact = app.screen.contact  # type: ignore[attr-defined]
            assert contact.start.occasion == f"drill:{drill}"

    play(test)


def left_open(world: World) -> None:
    """A contact that was begun and left."""
    workplace = world.workplace()
    Contact.begin(workplace, world.start()).reply("One moment.")
    workplace.close()


def test_a_contact_of_a_scenario_that_changed_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be gone on with; the history tells so, and the card offers what can be done."""
    world = World(tmp_path)
    left_open(world)
    monkeypatch.setattr(SmallLibrary, "digest", lambda _self, name: f"{name} changed")

    async def test() -> None:
        async with world.playing() as (app, pilot):
            assert "unfinished" not in screen_text(app).lower()
            await pilot.press("enter")
            await settled(app, pilot)
            assert not isinstance(app.screen, HomeScreen)
            app.open_history()
            await settled(app, pilot)
            assert "changed" in screen_text(app)

    play(test)


def test_why_the_card_leads_nowhere_is_told_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The scenario changed while the first screen was shown: every Enter says so."""
    world = World(tmp_path)
    left_open(world)

    async def test() -> None:
        async with world.playing() as (app, pilot):
            monkeypatch.setattr(SmallLibrary, "digest", lambda _self, name: f"{name} changed")
            for times in (1, 2, 3):
                await pilot.press("enter")
                await settled(app, pilot)
                assert isinstance(app.screen, HomeScreen)
                assert len(app._notifications) == times

    play(test)


def test_the_keys_of_the_first_screen(tmp_path: Path) -> None:
    """Today, progress, programme and drills are each one key away, and Esc leads back."""
    screens = {
        "f2": TodayScreen,
        "f3": ProgressScreen,
        "f4": ProgrammeScreen,
        "f7": DrillsScreen,
    }

    async def test() -> None:
        async with World(tmp_path).playing() as (app, pilot):
            for key, kind in screens.items():
                await pilot.press(key)
                await settled(app, pilot)
                assert isinstance(app.screen, kind), key
                await pilot.press("escape")
                await settled(app, pilot)
                assert isinstance(app.screen, HomeScreen), key

    play(test)


def test_the_arrows_lead_through_everything(tmp_path: Path) -> None:
    """From the card down through the lists, and all the way up again."""

    async def test() -> None:
        async with World(tmp_path).playing() as (app, pilot):
            assert isinstance(app.focused, NextCard)
            seen = []
            for _ in range(8):
                await pilot.press("down")
                await pilot.pause()
                seen.append(getattr(app.focused, "id", None))
            assert seen[0] == "agenda"
            assert seen[-1] == "scenarios"
            for _ in range(8):
                await pilot.press("up")
                await pilot.pause()
            assert isinstance(app.focused, NextCard)

    play(test)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_who_has_begun_a_programme_sees_its_next_step(language: Language, tmp_path: Path) -> None:
    """Where one stands and the one next step, on the card and in the list."""
    from simulator.practice.standing import READ
    from simulator.tui.app import SupportdojoApp
    from simulator.tui.backroom import BackRoom

    workplace = temporary_workplace(tmp_path)
    workplace.store.add_fact(
        READ,
        person=workplace.trainee,
        subject="onboarding",
        body={"step": "part-of-the-job"},
        now=workplace.now(),
    )

    async def test() -> None:
        app = SupportdojoApp(BackRoom.beside(workplace), language)
        async with app.run_test(size=(110, 36)) as pilot:
            await settled(app, pilot)
            text = " ".join(screen_text(app).split())
            assert ("研修の続き" if language == "ja" else "Your programme") in text
            agenda = app.screen.query_one("#agenda", OptionList)
            assert [option.id for option in agenda.options] == ["today", "programme"]
        workplace.close()

    play(test)


def test_a_stopped_call_of_a_programme_is_offered_again(tmp_path: Path) -> None:
    """A contact left in the middle of a programme comes before everything else."""
    workplace = temporary_workplace(tmp_path)
    occasion = programme_occasion("onboarding", "x")
    contact = Contact.begin(
        workplace, Start("late-delivery", "en", "practice", 1, occasion=occasion)
    )

    async def test() -> None:
        from simulator.tui.app import SupportdojoApp
        from simulator.tui.backroom import BackRoom

        app = SupportdojoApp(BackRoom.beside(workplace), "en")
        async with app.run_test(size=(110, 36)) as pilot:
            await settled(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen.contact.session_id == contact.session_id  # type: ignore[attr-defined]
        workplace.close()

    play(test)
