"""Nothing typed goes without a question, and lists say truly what can be done with what they show."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from after_world import app_on, played
from tui_world import World, play, scenario, screen_text, settled, type_text

from scenarios.language import LANGUAGES, Language
from simulator.contact import Contact, Start
from simulator.tui.app import SupportdojoApp
from simulator.tui.screens.action_form import ActionForm
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.drill_form import DrillForm
from simulator.tui.screens.drills import DrillsScreen
from simulator.tui.screens.form import DojoForm
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.screens.review_form import ReviewForm
from simulator.tui.widgets.prose import Prose


async def second_look(app: SupportdojoApp) -> str:
    app.open_debrief(await played(app))
    return "f3"


async def drill(app: SupportdojoApp) -> str:
    app.open_drills()
    return "f2"


async def reflection(app: SupportdojoApp) -> str:
    app.push_screen(ReflectionScreen(await played(app, stop=True)))
    return "tab"


@pytest.mark.parametrize(
    ("to_form", "form"),
    [(second_look, ReviewForm), (drill, DrillForm), (reflection, ReflectionScreen)],
)
def test_a_form_in_which_something_was_typed_asks_before_it_closes(
    tmp_path: Path,
    to_form: Callable[[SupportdojoApp], Awaitable[str]],
    form: type[DojoForm[object]],
) -> None:
    """Esc on the question leads back to the text; an empty form closes at once."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            key = await to_form(app)
            await settled(app, pilot)
            await pilot.press(key)
            await settled(app, pilot)
            await type_text(pilot, "Week 3")
            for answer in ("escape", "tab"):
                await pilot.press("escape")
                await settled(app, pilot)
                assert isinstance(app.screen, ConfirmScreen)
                assert "is not kept" in " ".join(screen_text(app).split())
                if answer == "escape":
                    await pilot.press("escape")
                    await settled(app, pilot)
                    assert isinstance(app.screen, form)
                    assert "Week 3" in screen_text(app)
            await pilot.click("#yes")
            await settled(app, pilot)
            assert not isinstance(app.screen, form | ConfirmScreen)

    play(test)


def test_an_empty_form_closes_at_once(tmp_path: Path) -> None:
    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            app.open_debrief(await played(app))
            await settled(app, pilot)
            await pilot.press("f3")
            await settled(app, pilot)
            await pilot.press("escape")
            await settled(app, pilot)
            assert isinstance(app.screen, DebriefScreen)

    play(test)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("時刻", "実行する", "入力してください")), ("ja", ("time", "Do it", "fill in"))],
)
def test_the_form_of_an_action_speaks_one_language(
    tmp_path: Path, language: Language, words: tuple[str, ...]
) -> None:
    """That of the contact, as the desk does: labels, buttons and what is wrong."""
    spoken: Language = "ja" if language == "en" else "en"

    async def test() -> None:
        async with World(tmp_path, language).playing() as (app, pilot):
            start = Start("tiny", spoken, "practice", 7)
            app.open_call(await app.backroom.begin(start))
            await settled(app, pilot)
            await pilot.press("f3", "down", "enter")
            await settled(app, pilot)
            assert isinstance(app.screen, ActionForm)
            await pilot.click("#send")
            await settled(app, pilot)
            shown = screen_text(app)
            assert all(word in shown for word in words)
            assert words[0] in app.screen.query_one("#problem", Prose).plain

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_whose_pack_is_missing_is_not_said_to_have_changed(
    tmp_path: Path, language: Language
) -> None:
    """It is not here, and it cannot be gone on with; a contact that is here can."""
    both = {name: replace(scenario(), id=name) for name in ("gone", "tiny")}
    only = {"tiny": both["tiny"]}
    not_here, resumable = {
        "en": ("scenario is not here", "can be resumed"),
        "ja": ("ここにない", "再開できます"),
    }[language]

    async def test() -> None:
        async with World(tmp_path, language, scenarios=both).playing() as (app, _pilot):
            for name in both:
                Contact.begin(app.workplace, Start(name, language, "practice", 7))
        async with World(tmp_path, language, scenarios=only).playing() as (app, pilot):
            app.open_history()
            await settled(app, pilot)
            shown = screen_text(app)
            assert shown.count(not_here) == shown.count(resumable) == 1

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_drills_only_keys_that_do_something_are_offered(
    tmp_path: Path, language: Language
) -> None:
    """A lead can set one and go back; nothing is there to be played, assigned or closed."""

    async def test() -> None:
        async with World(tmp_path, language).playing() as (app, pilot):
            await pilot.press("f7")
            await settled(app, pilot)
            assert isinstance(app.screen, DrillsScreen)
            footer = screen_text(app).split("\n")[-1]
            assert [cap for cap in ("Enter", "F2", "F3", "F4", "F8", "Esc") if cap in footer] == [
                "F2",
                "Esc",
            ]

    play(test)
