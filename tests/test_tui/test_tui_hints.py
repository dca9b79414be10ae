"""Hints in the call, and the minute for oneself after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_world import World, play, screen_text, settled, type_text

from scenarios.language import LANGUAGES, Language
from simulator.reflection import own_reflection
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.widgets.coach import Coach

SIZES = [(60, 20), (110, 36)]
HINT = {"ja": "まず受け止めます。", "en": "Take it in first."}


def coach_text(app: object) -> str:
    coach = app.screen.query_one(Coach)  # type: ignore[attr-defined]
    return f"{coach.border_title} {coach.render()}" if coach.display else ""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_f5_in_practice(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    """Nothing unasked; F5 shows level after level in full, and the next reply takes it away."""

    async def test() -> None:
        world = World(tmp_path, language)
        async with world.playing(size, mode="practice") as (app, pilot):
            assert coach_text(app) == ""
            assert "F5" in screen_text(app)
            contact = app.screen.contact  # type: ignore[attr-defined]
            for level in (1, 2, 3):
                await pilot.press("f5")
                await settled(app, pilot)
                assert f"{level}" in coach_text(app)
                assert contact.state.hints[-1] == (1, level)
                if level == 2:
                    assert HINT[language] in screen_text(app).replace("\n", "")
            await type_text(pilot, "x")
            await pilot.press("f4")
            await settled(app, pilot)
            assert contact.turn == 2 and coach_text(app) == ""
            assert len(contact.state.hints) == 3

    play(test)


def test_guided_fades(tmp_path: Path) -> None:
    """Unasked before the first reply; gone after a good one; still there for the asking."""

    async def test() -> None:
        async with World(tmp_path, poor=False).playing(mode="guided") as (app, pilot):
            assert HINT["en"] in coach_text(app)
            await type_text(pilot, "I will ask the depot.")
            await pilot.press("f4")
            await settled(app, pilot)
            assert coach_text(app) == ""
            await pilot.press("f5", "f5")
            await settled(app, pilot)
            assert HINT["en"] in coach_text(app) and "2 of 3" in coach_text(app)

    play(test)


def test_guided_comes_back_after_a_poor_reply(tmp_path: Path) -> None:
    """The pointer comes unasked again, so that nobody is left stuck."""

    async def test() -> None:
        async with World(tmp_path, poor=True).playing(mode="guided") as (app, pilot):
            await type_text(pilot, "Calm down.")
            await pilot.press("f4")
            await settled(app, pilot)
            assert HINT["en"] in coach_text(app)

    play(test)


def test_sealed_in_a_test(tmp_path: Path) -> None:
    """The footer does not offer it; the key says why there is none, and nothing is stored."""

    async def test() -> None:
        async with World(tmp_path).playing(mode="test") as (app, pilot):
            assert "F5" not in screen_text(app)
            await pilot.press("f5")
            await settled(app, pilot)
            assert "There are no hints in a test." in screen_text(app)
            assert app.screen.contact.events == []  # type: ignore[attr-defined]

    play(test)


@pytest.mark.parametrize("mode", ["guided", "practice", "test"])
@pytest.mark.parametrize("size", SIZES)
def test_stop_is_in_every_footer(tmp_path: Path, mode: str, size: tuple[int, int]) -> None:
    """F8 stands in the footer in each mode and leads out, through the minute for oneself."""

    async def test() -> None:
        async with World(tmp_path).playing(size, mode=mode) as (app, pilot):
            assert "F8" in screen_text(app)
            contact = app.screen.contact  # type: ignore[attr-defined]
            await pilot.press("f8")
            await settled(app, pilot)
            await pilot.press("shift+tab", "enter")
            await settled(app, pilot)
            assert contact.stopped
            assert isinstance(app.screen, ReflectionScreen)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_a_minute_for_oneself(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    """Readable, answered by keyboard, stored for its author; a wrong number is told."""

    async def test() -> None:
        async with World(tmp_path, language).playing(size, mode="practice") as (app, pilot):
            seen: list[object] = []
            app.open_debrief = seen.append  # type: ignore[method-assign, assignment]
            contact = app.screen.contact  # type: ignore[attr-defined]
            await app.backroom.ask(lambda: contact.end(stop=True))
            app.after_contact(contact)
            await settled(app, pilot)
            shown = screen_text(app)
            assert ("lead" if language == "en" else "責任者") in shown
            how = app.screen.query_one("#how")
            for wrong in ("9", "0", "a", "あ"):
                await type_text(pilot, wrong)
                await settled(app, pilot)
                assert how.value == ""  # type: ignore[attr-defined]
                assert "1" in app.screen.query_one("#problem").plain  # type: ignore[attr-defined]
            await type_text(pilot, "２")
            await settled(app, pilot)
            assert app.screen.query_one("#problem").plain == ""  # type: ignore[attr-defined]
            await pilot.press("enter", "a", "b", "enter")
            await settled(app, pilot)
            assert seen == [contact]
            found = own_reflection(app.workplace, contact.session_id)
            assert found is not None and (found.how, found.text) == (2, "ab")

    play(test)


def test_escape_skips_it(tmp_path: Path) -> None:
    """Nothing is stored, and the debrief comes."""

    async def test() -> None:
        async with World(tmp_path).playing(mode="practice") as (app, pilot):
            seen: list[object] = []
            app.open_debrief = seen.append  # type: ignore[method-assign, assignment]
            contact = app.screen.contact  # type: ignore[attr-defined]
            await app.backroom.ask(lambda: contact.end(stop=True))
            app.after_contact(contact)
            await settled(app, pilot)
            await pilot.press("1", "escape")
            await settled(app, pilot)
            assert seen == [contact]
            assert own_reflection(app.workplace, contact.session_id) is None

    play(test)


def test_enter_in_the_briefing_starts_and_changes_no_choice(tmp_path: Path) -> None:
    """Wherever the focus stands: the footer says that Enter starts."""

    async def test() -> None:
        async with World(tmp_path, "en").playing((80, 24)) as (app, pilot):
            app.open_briefing("tiny")
            await settled(app, pilot)
            app.screen.query_one("#language").focus()
            await pilot.press("enter")
            await settled(app, pilot)
            start = app.screen.contact.start  # type: ignore[attr-defined]
            assert (start.language, start.mode) == ("en", "guided")

    play(test)


def test_what_the_arrows_highlight_in_the_briefing_is_chosen(tmp_path: Path) -> None:
    """The highlight begins on the choice and never parts from it, so Enter cannot surprise."""

    async def test() -> None:
        async with World(tmp_path, "en").playing((80, 24)) as (app, pilot):
            app.open_briefing("tiny")
            await settled(app, pilot)
            language = app.screen.query_one("#language")
            assert language.query_one(".-selected").name == "en"
            app.screen.query_one("#mode").focus()
            await pilot.press("down", "enter")
            await settled(app, pilot)
            start = app.screen.contact.start  # type: ignore[attr-defined]
            assert (start.language, start.mode) == ("en", "practice")

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_briefing_says_that_there_is_more_below(tmp_path: Path, language: Language) -> None:
    """Until one has got there; and only where the window does not show everything."""

    async def test() -> None:
        async with World(tmp_path, language).playing((80, 20)) as (app, pilot):
            app.open_briefing("tiny")
            await settled(app, pilot)
            assert "▼" in screen_text(app)
            app.screen.query_one("#briefing").scroll_end(animate=False)
            await settled(app, pilot)
            assert "▼" not in screen_text(app)
            app.screen.query_one("#briefing").scroll_home(animate=False)
            await settled(app, pilot)
            assert "▼" in screen_text(app)
            await pilot.resize_terminal(80, 60)
            await settled(app, pilot)
            assert "▼" not in screen_text(app)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_intensity_can_be_seen_and_chosen(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    """All three are in the briefing, in words, and the one that is chosen is what is played."""

    async def test() -> None:
        async with World(tmp_path, language).playing(size) as (app, pilot):
            app.open_briefing("tiny")
            await settled(app, pilot)
            more = app.screen.query_one("#more")
            more.collapsed = False  # type: ignore[attr-defined]
            await settled(app, pilot)
            words = ("弱め", "ふつう", "強め") if language == "ja" else ("mild", "normal", "hard")
            choice = app.screen.query_one("#intensity")
            choice.scroll_visible(animate=False)
            await settled(app, pilot)
            shown = screen_text(app)
            assert all(word in shown for word in words)
            choice.focus()
            await pilot.press("down")
            await settled(app, pilot)
            app.screen.query_one("#start").press()  # type: ignore[attr-defined]
            await settled(app, pilot)
            assert app.screen.contact.start.intensity == "hard"  # type: ignore[attr-defined]

    play(test)
