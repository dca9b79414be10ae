"""Progress in the app: figures with what lies behind them, down to the very reply."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList
from today_world import Learner, learner
from tui_world import play, screen_text, settled

from scenarios.language import LANGUAGES, Language
from scenarios.width import cells
from simulator.tui.learning import behind, learning_of
from simulator.tui.progress_rows import progress_rows
from simulator.tui.screens.behind import BehindScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.widgets.prose import Prose
from simulator.words.app_today import TODAY
from simulator.words.practice import PRACTICE


def row_of(who: Learner, name: str) -> int:
    """Number of the row that leads to a skill."""
    screen = who.app.screen
    assert isinstance(screen, ProgressScreen)
    return next(n for n, row in enumerate(screen._rows) if row.leads_to == name)


async def pick(who: Learner, number: int) -> None:
    who.app.screen.query_one(OptionList).highlighted = number
    await who.press("enter")
    await settled(who.app, who.pilot)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [110, 60, 34])
def test_every_part_is_there_and_keeps_to_the_width(
    tmp_path: Path, language: Language, width: int
) -> None:
    async def test() -> None:
        async with learner(tmp_path, language, (width, 40), contacts=2) as who:
            await who.progress()
            learning = learning_of(who.workplace)
            rows = [row.content.plain for row in progress_rows(learning, language, width - 6)]
            page = "\n".join(rows)
            assert max(cells(line) for line in page.split("\n")) <= width - 6
            for text in (
                *(series.title.of(language)[:8] for series in learning.progress.criteria),
                PRACTICE.say("missed.head", language)[:6],
                PRACTICE.say("outcomes.head", language),
                PRACTICE.say("bests.head", language)[:6],
                "n=2",
            ):
                assert text in page
            empathy = learning.progress.dimensions[0]
            assert f" {empathy.present} " in screen_text(who.app)
            assert "2" in who.app.screen.query_one("#head", Prose).plain

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_skill_leads_to_its_replies_and_each_to_its_debrief(
    tmp_path: Path, language: Language
) -> None:
    """The debrief opens at that very reply of that very contact; Esc leads back step by step."""

    async def test() -> None:
        async with learner(tmp_path, language, contacts=2) as who:
            await who.progress()
            learning = learning_of(who.workplace)
            skill = learning.progress.missed[0].skill.name
            places = behind(learning, skill)
            await pick(who, row_of(who, skill))
            assert isinstance(who.app.screen, BehindScreen)
            shown = screen_text(who.app)
            assert PRACTICE.say("degree.missed", language) in shown
            number = next(n for n, p in enumerate(places) if p.degree == "missed" and p.turn > 1)
            place = places[number]
            said = next(c for c in who.past if c.session_id == place.session)
            assert said.grade(place.turn).reading.text[:12] in shown
            await pick(who, number)
            screen = who.app.screen
            assert isinstance(screen, DebriefScreen)
            assert screen.contact.session_id == place.session
            assert screen.page is not None
            assert (screen.page.kind, screen.page.turn) == ("reply", place.turn)
            await who.press("escape")
            assert isinstance(who.app.screen, BehindScreen)
            await who.press("escape")
            assert isinstance(who.app.screen, ProgressScreen)
            await who.press("escape")
            assert isinstance(who.app.screen, HomeScreen)

    play(test)


def test_a_dimension_and_a_best_lead_to_whole_contacts(tmp_path: Path) -> None:
    """What is judged once a contact opens the result."""

    async def test() -> None:
        async with learner(tmp_path, contacts=2) as who:
            await who.progress()
            await pick(who, row_of(who, "empathy"))
            assert screen_text(who.app).count(TODAY.say("behind.whole", "en")) == 2
            await pick(who, 0)
            screen = who.app.screen
            assert isinstance(screen, DebriefScreen)
            assert screen.contact.session_id == who.past[-1].session_id
            assert screen.number == 0
            await who.press("escape", "escape", "end", "enter")
            await settled(who.app, who.pilot)
            assert isinstance(who.app.screen, DebriefScreen)

    play(test)


def test_a_contact_that_can_no_longer_be_had_is_told_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with learner(tmp_path) as who:
            await who.progress()
            await pick(who, row_of(who, "empathy"))
            library = type(who.workplace.library)
            monkeypatch.setattr(library, "digest", lambda *_: "another")
            await pick(who, 0)
            assert isinstance(who.app.screen, BehindScreen)
            assert "late-delivery" in who.app.screen.query_one("#notice", Prose).plain

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_contacts_it_says_so(tmp_path: Path, language: Language) -> None:
    async def test() -> None:
        async with learner(tmp_path, language, (60, 20), contacts=0) as who:
            await who.progress()
            head = who.app.screen.query_one("#head", Prose).plain
            assert head == TODAY.say("progress.none", language)
            await who.press("down", "enter", "escape")
            assert isinstance(who.app.screen, HomeScreen)

    play(test)


def test_the_rows_follow_the_window(tmp_path: Path) -> None:
    """The picked row stays picked when the window gets narrow."""

    async def test() -> None:
        async with learner(tmp_path) as who:
            await who.progress()
            await who.press("down", "down")
            await who.pilot.resize_terminal(50, 20)
            await settled(who.app, who.pilot)
            assert who.app.screen.query_one(OptionList).highlighted == 2

    play(test)
