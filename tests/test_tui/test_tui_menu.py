"""The menu: what is looked for by usual words is found, and the language changes where one is."""

from __future__ import annotations

from pathlib import Path

import pytest
from after_world import app_on, begun, played
from tui_world import World, play, screen_text, settled, type_text

from scenarios.language import LANGUAGES, Language
from simulator.tui.palette import Palette
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.history import HistoryScreen
from simulator.tui.screens.note import NoteScreen
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.reply_box import ReplyBox

LANGUAGE_WORDS = ("language", "言語", "英語", "日本語", "english")
THEME_WORDS = ("dark", "light", "theme", "colours", "色", "明るい", "暗い")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", [*LANGUAGE_WORDS, *THEME_WORDS])
def test_language_and_colours_are_found_by_usual_words(
    tmp_path: Path, language: Language, word: str
) -> None:
    """In whatever language the screens are: whoever looks for it may not read the one shown."""
    names = {
        True: {"ja": "English で表示する", "en": "日本語で表示する"},
        False: {"ja": "配色を変える", "en": "Change the colours"},
    }

    async def test() -> None:
        async with World(tmp_path, language).playing() as (app, pilot):
            await pilot.press("ctrl+p")
            await settled(app, pilot)
            await type_text(pilot, word)
            await settled(app, pilot)
            assert names[word in LANGUAGE_WORDS][language] in screen_text(app)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_nothing_is_found_is_told_in_the_language_of_the_screens(
    tmp_path: Path, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And in no other."""
    monkeypatch.setattr(Palette, "_NO_MATCHES_COUNTDOWN", 0.01)

    async def test() -> None:
        async with World(tmp_path, language).playing() as (app, pilot):
            await pilot.press("ctrl+p")
            await settled(app, pilot)
            await type_text(pilot, "qqqzzz")
            await settled(app, pilot)
            told = {"ja": "当てはまる操作はありません", "en": "No command matches"}[language]
            for _ in range(100):  # a search that runs in the background, then the countdown
                if told in screen_text(app):
                    break
                await pilot.pause(0.02)
            assert told in screen_text(app)
            assert "No matches found" not in screen_text(app)

    play(test)


def test_the_language_changes_in_the_middle_of_a_contact_and_back(tmp_path: Path) -> None:
    """The contact stays in view as it was, with what is half-typed; only the screen's words change."""

    async def test() -> None:
        async with World(tmp_path).playing((110, 36), mode="practice") as (app, pilot):
            assert isinstance(app.screen, CallScreen)
            contact = app.screen.contact
            await type_text(pilot, "Sorry about")
            await pilot.press("enter")
            await settled(app, pilot)
            await type_text(pilot, "that wait")
            for shown in ("台帳", "Record"):
                app.switch_language()
                await settled(app, pilot)
                assert isinstance(app.screen, CallScreen)
                assert app.screen.contact is contact
                assert app.screen.query_one(ReplyBox).text == "that wait"
                assert shown in screen_text(app).split("\n")[-1]
                assert "Sorry about" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert contact.turn == 3

    play(test)


def test_the_language_changes_in_the_middle_of_a_note(tmp_path: Path) -> None:
    """What stands in the fields stays there."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            app.open_note(await played(app))
            await settled(app, pilot)
            await type_text(pilot, "A late parcel")
            app.screen.query_one("#who", LineInput).value = "Mori"
            app.switch_language()
            await settled(app, pilot)
            assert isinstance(app.screen, NoteScreen)
            assert "起きたこと" in screen_text(app)
            fields = app.screen.fields()
            assert (fields["happened"], fields["who"]) == ("A late parcel", "Mori")

    play(test)


def test_a_list_over_the_first_screen_stays_and_a_dialog_comes_first(tmp_path: Path) -> None:
    """The first screen behind it speaks the new language too; an open question is not dropped."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            app.open_history()
            await settled(app, pilot)
            app.switch_language()
            await settled(app, pilot)
            assert isinstance(app.screen, HistoryScreen)
            await pilot.press("escape")
            await settled(app, pilot)
            assert "シナリオ一覧" in screen_text(app)
            app.open_call(await begun(app, "ja"))
            await settled(app, pilot)
            await pilot.press("f8")
            await settled(app, pilot)
            app.switch_language()
            await settled(app, pilot)
            assert isinstance(app.screen, ConfirmScreen)
            assert app.language == "ja"

    play(test)
