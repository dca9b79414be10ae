"""Today's practice in the app: the list, one reply with its result, and the end of the day."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Button, TextArea
from today_world import GOOD, Learner, learner
from tui_world import play, screen_text, settled, type_text

from scenarios.language import LANGUAGES, Language
from simulator.errors import NotSaved, StoreError
from simulator.practice.gather import plan_of
from simulator.practice.schedule import CARD_REVIEWED
from simulator.practice.skills import skills_of
from simulator.practice.today import Item
from simulator.store.sessions import SessionStore
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.tui.day import begin_item
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.history import HistoryScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.moment import MomentScreen
from simulator.tui.screens.moment_result import MomentResultScreen
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.screens.today import TodayScreen
from simulator.tui.widgets.feedback import FeedbackCard
from simulator.tui.widgets.next_card import NextCard
from simulator.tui.widgets.prose import Prose
from simulator.words.app_today import TODAY
from simulator.words.practice import PRACTICE


def cards(who: Learner) -> list[NextCard]:
    return list(who.app.screen.query(NextCard))


def aim_of(who: Learner, item: Item, language: Language) -> str:
    return skills_of(who.workplace.judge.rubric)[item.skills[0]].practise.of(language)


async def answer(who: Learner, text: str) -> None:
    who.app.screen.query_one(TextArea).text = text
    await who.press("enter")
    await settled(who.app, who.pilot)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [110, 60])
def test_each_item_tells_what_it_trains_and_where_it_comes_from(
    tmp_path: Path, language: Language, width: int
) -> None:
    async def test() -> None:
        async with learner(tmp_path, language, (width, 36)) as who:
            plan = plan_of(who.workplace, language)
            await who.today()
            assert [item.kind for item in plan.items] == ["moment"] * (len(plan.items) - 1) + [
                "call"
            ]
            assert len(cards(who)) == len(plan.items)
            practise = aim_of(who, plan.items[0], language)
            customer = who.past[0].scenario.customer.name.of(language)
            first = cards(who)[0].plain
            for text in (practise, customer, "2026-11-17", str(plan.items[0].turn)):
                assert text in first
            assert cards(who)[0].has_focus
            await who.press("down", "up", "down")
            assert cards(who)[1].has_focus

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [110, 60])
def test_one_reply_leads_to_its_result_and_back_with_the_item_gone(
    tmp_path: Path, language: Language, width: int
) -> None:
    """No note and no debrief lie on the way; what was said last time is shown afterwards only."""

    async def test() -> None:
        async with learner(tmp_path, language, (width, 36)) as who:
            await who.today()
            before = plan_of(who.workplace, language).items
            item = before[0]
            assert item.turn is not None
            earlier = who.past[0].grade(item.turn).reading.text
            await who.press("enter")
            screen = who.app.screen
            assert isinstance(screen, MomentScreen)
            aim = screen.query_one("#aim", Prose).plain
            assert aim_of(who, item, language) in aim
            assert earlier not in [
                e.text for e in screen.contact.entries if e.turn >= screen.contact.turn
            ]
            assert not screen.query(FeedbackCard)
            assert "F9" not in [key.cap for key in screen.keys()]  # noqa: SIM118 - a method of ours
            await answer(who, GOOD[language])
            assert isinstance(who.app.screen, MomentResultScreen)
            ways = list(who.app.screen.query(".way"))
            assert [way.border_title is not None for way in ways] == [True, True]
            side_by_side = ways[0].region.y == ways[1].region.y
            assert side_by_side == (width == 110)
            shown = " ".join(p.plain for p in who.app.screen.query(Prose))
            [fact] = who.workplace.store.facts([CARD_REVIEWED])
            assert PRACTICE.say(f"moment.back.{fact.body['rating']}", language) in shown
            assert earlier[:4] in shown
            await who.press("enter")
            assert isinstance(who.app.screen, TodayScreen)
            after = plan_of(who.workplace, language).items
            assert after == before[1:]
            assert len(cards(who)) == len(after)
            assert who.app.screen.query_one("#way", Prose).plain

    play(test)


def test_a_reply_that_misses_again_shows_better_words_and_comes_back(tmp_path: Path) -> None:
    async def test() -> None:
        async with learner(tmp_path) as who:
            await who.today()
            item = plan_of(who.workplace, "en").items[0]
            assert item.turn is not None
            await who.press("enter")
            await answer(who, who.past[0].grade(item.turn).reading.text)
            shown = " ".join(p.plain for p in who.app.screen.query(Prose))
            assert PRACTICE.say("moment.back.again", "en") in shown
            known = (TODAY.say("moment.better", "en"), TODAY.say("moment.advice", "en"))
            assert any(word in shown for word in known)

    play(test)


def test_left_in_the_middle_it_is_offered_by_today_with_its_draft(tmp_path: Path) -> None:
    """Neither the first screen nor the history offers it; its draft is there again."""

    async def test() -> None:
        async with learner(tmp_path) as who:
            await who.today()
            await who.press("enter")
            await type_text(who.pilot, "You have been")
            session = who.app.screen.contact.session_id  # type: ignore[attr-defined]
            await who.press("f8")
            assert isinstance(who.app.screen, TodayScreen)
            assert who.workplace.store.facts([CARD_REVIEWED]) == []
            who.app.open_history()
            await settled(who.app, who.pilot)
            assert isinstance(who.app.screen, HistoryScreen)
            assert "unfinished" not in screen_text(who.app)
            await who.today()
            await who.press("enter")
            screen = who.app.screen
            assert isinstance(screen, MomentScreen)
            assert screen.contact.session_id == session
            assert screen.query_one(TextArea).text == "You have been"

    play(test)


def test_a_program_that_begins_with_one_reply_shows_it_as_such(tmp_path: Path) -> None:
    """As ``today start`` does: the first screen comes below it."""

    async def test() -> None:
        async with learner(tmp_path) as who:
            item = plan_of(who.workplace, "en").items[0]
            first = partial(begin_item, item=item)
            app = SupportdojoApp(BackRoom.beside(who.workplace), "en", first=first)  # type: ignore[arg-type]
            async with app.run_test(size=(110, 36)) as pilot:
                await settled(app, pilot)
                assert isinstance(app.screen, MomentScreen)
                await pilot.press("f8")
                await settled(app, pilot)
                assert isinstance(app.screen, TodayScreen)
                await pilot.press("escape")
                await settled(app, pilot)
                assert isinstance(app.screen, HomeScreen)

    play(test)


def test_a_customer_who_is_gone_before_the_reply_leaves_the_item_on_the_list(
    tmp_path: Path,
) -> None:
    """As after a hand-over at the desk: nothing is remembered, and Today offers it again."""

    async def test() -> None:
        async with learner(tmp_path) as who:
            await who.today()
            before = plan_of(who.workplace, "en").items
            await who.press("enter")
            screen = who.app.screen
            assert isinstance(screen, MomentScreen)
            for _ in range(2):  # an angry customer objects once
                await screen._end(stop=False)
            await settled(who.app, who.pilot)
            assert str(screen.query_one("#go-on", Button).label) == TODAY.say("moment.go-on", "en")
            await who.press("enter")
            assert isinstance(who.app.screen, TodayScreen)
            assert plan_of(who.workplace, "en").items == before

    play(test)


def test_a_reply_that_cannot_be_remembered_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reply is kept, the reason is told, Enter goes on once the disk is back."""

    async def test() -> None:
        async with learner(tmp_path) as who:
            await who.today()
            await who.press("enter")
            with monkeypatch.context() as broken:
                broken.setattr(SessionStore, "add_fact", _fail)
                await answer(who, GOOD["en"])
                assert isinstance(who.app.screen, MomentResultScreen)
                assert who.app.screen.query_one("#problem", Prose).plain
            await who.press("enter")
            assert not who.app.screen.query("#problem")
            assert len(who.workplace.store.facts([CARD_REVIEWED])) == 1

    play(test)


def _fail(*_: object, **__: object) -> None:
    raise NotSaved("no-space")


def test_a_call_begins_with_its_briefing_and_goes_on_where_it_was_left(tmp_path: Path) -> None:
    async def test() -> None:
        async with learner(tmp_path) as who:
            await who.today()
            await who.press("up", *["down"] * (len(cards(who)) - 1), "enter")
            assert isinstance(who.app.screen, BriefingScreen)
            await who.press("enter")
            screen = who.app.screen
            assert isinstance(screen, CallScreen)
            session = screen.contact.session_id
            await who.today()
            assert TODAY.say("today.open", "en") in cards(who)[-1].plain
            await who.press(*["down"] * (len(cards(who)) - 1), "enter")
            screen = who.app.screen
            assert isinstance(screen, CallScreen)
            assert screen.contact.session_id == session

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finished_day_is_calm_and_offers_nothing(tmp_path: Path, language: Language) -> None:
    """On the day on which two contacts were played, nothing is left to be done."""

    async def test() -> None:
        async with learner(tmp_path, language, (60, 20), contacts=2) as who:
            who.clock.now = who.clock.now.replace(day=18)
            for item in plan_of(who.workplace, language).items:
                if item.session is not None:
                    await who.today()
                    await who.press("enter")
                    await answer(who, GOOD[language])
            await who.today()
            assert not cards(who)
            assert (
                PRACTICE.say("today.done", language)
                in who.app.screen.query_one("#done", Prose).plain
            )
            await who.press("enter", "down", "f7")
            assert isinstance(who.app.screen, ProgressScreen)
            await who.press("escape")
            assert isinstance(who.app.screen, TodayScreen)

    play(test)


def test_a_store_that_fails_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with learner(tmp_path) as who:

            def gone(*_: object, **__: object) -> None:
                raise StoreError("locked")

            monkeypatch.setattr(SessionStore, "history", gone)
            for opened in (who.today, who.progress):
                await opened()
                assert who.app.screen.query_one("#notice", Prose).plain
            await who.press("escape")
            assert isinstance(who.app.screen, HomeScreen)

    play(test)


def test_the_menu_leads_to_both(tmp_path: Path) -> None:
    async def test() -> None:
        async with learner(tmp_path) as who:
            for name, screen in (("Today's practice", TodayScreen), ("Progress", ProgressScreen)):
                await who.press("ctrl+p")
                await type_text(who.pilot, name)
                await who.pilot.pause(0.3)
                await who.press("enter")
                await settled(who.app, who.pilot)
                assert isinstance(who.app.screen, screen)

    play(test)
