"""The review of a contact in the app, and what its trainee sees of it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from after_world import HOSTILE, REPLIES, app_on, played
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_world import paste, play, screen_text, settled, type_text

from scenarios.language import Language
from simulator.contact import Contact
from simulator.errors import StoreFull
from simulator.store import Fact
from simulator.team.reviewing import ask_again
from simulator.tui.app import SupportdojoApp
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.history import HistoryScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.review import ReviewScreen
from simulator.tui.screens.review_form import Form, ReviewForm
from simulator.tui.screens.waiting import WaitingScreen
from simulator.tui.widgets.choice import Choices
from simulator.tui.widgets.prose import Prose
from simulator.workplace import Workplace


async def reviewed(app: SupportdojoApp, pilot: Pilot[None], language: Language) -> ReviewScreen:
    """The review of a contact that has just been played and graded."""
    contact = await played(app, language=language)
    await app.backroom.ask(contact.conclude)
    app.open_review(contact)
    await settled(app, pilot)
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def stored(app: SupportdojoApp) -> list[Fact]:
    return app.workplace.store.facts()


def bodies(app: SupportdojoApp, kind: str) -> list[Mapping[str, Any]]:
    return [fact.body for fact in stored(app) if fact.kind == kind]


async def choose(pilot: Pilot[None], screen: ReviewScreen, item: str) -> None:
    """Go to a judgement with the arrow keys."""
    options = screen.query_one("#judgements", OptionList)
    wanted = options.get_option_index(item)
    while options.highlighted != wanted:
        before = options.highlighted
        await pilot.press("down")
        assert options.highlighted != before


async def press(app: SupportdojoApp, pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


async def asks_for_a_second_look(app: SupportdojoApp, pilot: Pilot[None]) -> None:
    """From the debrief of a contact that has just been played; the form is open and empty."""
    app.open_debrief(await played(app))
    await settled(app, pilot)
    await press(app, pilot, "right", "f3")


def told(screen: DebriefScreen) -> str:
    return "\n".join(prose.plain for prose in screen.query("#detail Prose").results(Prose))


@pytest.mark.parametrize(
    ("language", "size"), [("ja", (110, 36)), ("en", (60, 20)), ("ja", (40, 16))]
)
def test_a_criterion_is_overridden_with_a_reason(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    """Typed in Japanese, also in narrow windows; the engine's judgement stays beside the lead's."""

    async def test() -> None:
        async with app_on(tmp_path, language, size) as (app, pilot):
            screen = await reviewed(app, pilot, language)
            await press(app, pilot, "right")
            assert screen.turn == 1
            assert screen.review is not None
            judged = screen.review.verdict.judgement(1, "warmth")
            assert judged is not None
            await choose(pilot, screen, "warmth")
            await press(app, pilot, "enter")
            assert isinstance(app.screen, ReviewForm)
            wanted = "missed" if judged.engine != "missed" else "met"
            await press(app, pilot, "f9")
            assert ("選んでください" if language == "ja" else "Choose") in screen_text(app)
            await pilot.press(*["down"] * (("met", "partly", "missed").index(wanted) + 1), "enter")
            await type_text(pilot, "「お待たせ」だけでは、温かさが伝わりません。")
            await press(app, pilot, "f9")
            assert app.screen is screen
            (body,) = bodies(app, "override")
            assert (body["turn"], body["criterion"], body["is"]) == (1, "warmth", wanted)
            assert body["was"] == judged.engine
            assert body["reason"] == "「お待たせ」だけでは、温かさが伝わりません。"
            now = screen.review.verdict.judgement(1, "warmth")
            assert now is not None
            assert (now.engine, now.lead) == (judged.engine, wanted)
            assert "温かさが伝わりません" in told(screen).replace("\n", "")
            await press(app, pilot, "f5")
            assert len(bodies(app, "override-undone")) == 1
            assert screen.review.verdict.overruled == ()

    play(test)


def test_the_chosen_judgement_is_always_in_view(tmp_path: Path) -> None:
    """In a low window the list is longer than the screen; it follows the arrow keys both ways."""

    async def test() -> None:
        async with app_on(tmp_path, "ja", (60, 16)) as (app, pilot):
            screen = await reviewed(app, pilot, "ja")
            options = screen.query_one("#judgements", OptionList)
            assert options.option_count > 12
            for key in ("down", "up"):
                for _ in range(options.option_count - 1):
                    await press(app, pilot, key)
                    option = options.highlighted_option
                    assert option is not None
                    assert str(option.prompt)[:8] in screen_text(app)

    play(test)


def chosen_in_view(app: SupportdojoApp, screen: ReviewScreen) -> bool:
    option = screen.query_one("#judgements", OptionList).highlighted_option
    assert option is not None
    return str(option.prompt)[:8] in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (120, 30)])
def test_the_view_stays_on_what_was_chosen(tmp_path: Path, size: tuple[int, int]) -> None:
    """After an override and a comment, and it stays chosen at another size; a new page starts at its reply."""

    async def test() -> None:
        async with app_on(tmp_path, "ja", size) as (app, pilot):
            screen = await reviewed(app, pilot, "ja")
            await press(app, pilot, "right")
            options = screen.query_one("#judgements", OptionList)
            for _ in range(options.option_count - 2):
                await press(app, pilot, "down")
            chosen = screen._chosen_item
            await press(app, pilot, "enter")
            await press(app, pilot, "down", "tab")
            await type_text(pilot, "別の見方です。")
            await press(app, pilot, "f9")
            if isinstance(app.screen, ReviewForm):  # it was that already
                await press(app, pilot, "shift+tab", "down", "f9")
            assert app.screen is screen
            assert screen._chosen_item == chosen
            assert chosen_in_view(app, screen)
            await press(app, pilot, "f6")
            await type_text(pilot, "よく聞けています。")
            await press(app, pilot, "f9")
            assert screen._chosen_item == chosen
            assert chosen_in_view(app, screen)
            for other in ((70, 18), size):
                await pilot.resize_terminal(*other)
                await settled(app, pilot)
                assert screen._chosen_item == chosen
                assert isinstance(app.focused, OptionList)
            for reply in REPLIES["ja"][1:]:
                await press(app, pilot, "right")
                assert reply[:6] in screen_text(app)

    play(test)


def test_passing_is_a_decision_of_its_own(tmp_path: Path) -> None:
    """Marks are numbers from 0 to 100; pass or not changes when that itself is overridden."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            screen = await reviewed(app, pilot, "en")
            await choose(pilot, screen, "total")
            await press(app, pilot, "enter")
            await type_text(pilot, "140")
            await pilot.press("enter")
            await type_text(pilot, "better")
            await press(app, pilot, "f9")
            assert isinstance(app.screen, ReviewForm)
            assert "0 to 100" in screen_text(app)
            await pilot.press("shift+tab", "end", "backspace", "backspace", "backspace")
            await type_text(pilot, "９０")
            await press(app, pilot, "f9")
            assert screen.review is not None
            effective = screen.review.verdict.effective
            assert (effective.total, effective.passed) == (90, False)
            await choose(pilot, screen, "passed") if screen._chosen_item != "passed" else None
            await press(app, pilot, "enter")
            assert isinstance(app.screen, ReviewForm)
            assert len(app.screen.query(Choices)) == 1
            await pilot.press("down", "tab")
            await type_text(pilot, "heard on the phone")
            await press(app, pilot, "f9")
            assert screen.review.verdict.effective.passed

    play(test)


def test_nothing_typed_is_lost_when_the_store_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form stays with its text and says why; the next try stores it."""

    async def test() -> None:
        async with app_on(tmp_path, "ja") as (app, pilot):
            screen = await reviewed(app, pilot, "ja")
            await press(app, pilot, "f6")
            await type_text(pilot, "よい入り方です。")
            store = screen.contact.workplace.store

            def full(*_: object, **__: object) -> None:
                raise StoreFull("store.full", path="x")

            with monkeypatch.context() as patch:
                patch.setattr(store, "add_facts", full)
                await press(app, pilot, "f9")
                assert isinstance(app.screen, ReviewForm)
                shown = screen_text(app)
                assert "よい入り方です。" in shown
                assert app.screen.query_one("#problem", Prose).display
            await press(app, pilot, "f9")
            assert bodies(app, "comment") == [{"turn": 0, "text": "よい入り方です。"}]

    play(test)


def test_a_trainee_asks_and_a_lead_answers(tmp_path: Path) -> None:
    """From the debrief to the list of what waits, to the answer in the debrief and the history."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            await asks_for_a_second_look(app, pilot)
            assert isinstance(app.screen, ReviewForm)
            await press(app, pilot, "f9")
            assert isinstance(app.screen, ReviewForm)
            await type_text(pilot, "I said sorry.")
            await press(app, pilot, "f9")
            assert isinstance(app.screen, DebriefScreen)
            assert "I said sorry." in told(app.screen)
            app.open_history()
            await settled(app, pilot)
            assert "second look asked for" in screen_text(app)
            app.open_review()
            await settled(app, pilot)
            assert isinstance(app.screen, WaitingScreen)
            assert "I said sorry." in screen_text(app)
            await press(app, pilot, "enter")
            assert isinstance(app.screen, ReviewScreen)
            await press(app, pilot, "f8")
            assert "I said sorry." in screen_text(app)
            await pilot.press("down", "tab")
            await paste(pilot, HOSTILE)
            await press(app, pilot, "f9")
            (answer,) = bodies(app, "second-look-answered")
            assert answer["upheld"] is False
            await press(app, pilot, "f9")
            assert isinstance(app.screen, ConfirmScreen)
            await press(app, pilot, "shift+tab", "enter")
            assert len(bodies(app, "reviewed")) == 1
            await press(app, pilot, "escape")
            assert isinstance(app.screen, WaitingScreen)
            assert "I said sorry." not in screen_text(app)
            app.open_history()
            await settled(app, pilot)
            assert isinstance(app.screen, HistoryScreen)
            assert "looked at by a lead" in screen_text(app)
            await press(app, pilot, "enter")
            debrief = app.screen
            assert isinstance(debrief, DebriefScreen)
            assert "has gone through all of it" in told(debrief)
            await press(app, pilot, "right")
            assert "[bold]sorry[/bold]" in told(debrief)
            assert not app._exception

    play(test)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_answer_is_given_anew(tmp_path: Path, language: Language) -> None:
    """What is highlighted is what is stored; the last answer counts and says what it replaces."""

    async def test() -> None:
        async with app_on(tmp_path, language) as (app, pilot):
            screen = await reviewed(app, pilot, language)
            contact = screen.contact
            await app.backroom.ask(
                lambda: ask_again(contact.workplace, contact.session_id, 1, "謝りました")
            )
            app.open_review(contact)
            await settled(app, pilot)
            for keys, text in (((), "It stays."), (("down",), "It moved.")):
                await press(app, pilot, "right") if not keys else None
                await press(app, pilot, "f8", *keys, "tab")
                await type_text(pilot, text)
                await press(app, pilot, "f9")
            assert isinstance(app.screen, ReviewScreen)
            answers = bodies(app, "second-look-answered")
            assert [body["upheld"] for body in answers] == [True, False]
            text = told(app.screen).replace("\n", "")
            assert ("前の回答に代わる" if language == "ja" else "in place of an") in text
            assert "It moved." in text
            assert "It stays." not in text
            await press(app, pilot, "f8")
            assert ("回答済み" if language == "ja" else "Answered already") in screen_text(app)
            assert app.screen.query_one(Choices).chosen == "changed"

    play(test)


def test_a_lead_sees_at_the_start_that_others_wait(tmp_path: Path) -> None:
    """The first screen says how many, and leads there; to whoever practises alone it says nothing."""

    def become(workplace: Workplace) -> None:
        workplace.trainee = "the-lead"

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            await asks_for_a_second_look(app, pilot)
            await type_text(pilot, "I said sorry.")
            await press(app, pilot, "f9")
            await press(app, pilot, "escape")
            home = app.screen
            assert isinstance(home, HomeScreen)
            home.bring_up_to_date()
            await settled(app, pilot)
            assert "To review" not in screen_text(app)
            await app.backroom.use(become)
            home.bring_up_to_date()
            await settled(app, pilot)
            text = screen_text(app)
            assert "contacts that wait for you: 1" in text
            assert "asked for by the trainee: 1" in text
            agenda = home.query_one("#agenda", OptionList)
            agenda.focus()
            agenda.highlighted = agenda.get_option_index("review")
            await press(app, pilot, "enter")
            assert isinstance(app.screen, WaitingScreen)
            assert "I said sorry." in screen_text(app)

    play(test)


def test_a_form_that_is_being_stored_waits_for_its_end(tmp_path: Path) -> None:
    """Escape right after F9: what was stored is not told as left."""
    seen: list[bool | None] = []

    async def test() -> None:
        may_end = asyncio.Event()

        async def save(_value: str, _text: str) -> None:
            await may_end.wait()

        async with app_on(tmp_path) as (app, pilot):
            app.push_screen(form := ReviewForm(Form("A note"), save), seen.append)
            await pilot.pause()
            await pilot.press("f9", "escape")
            assert app.screen is form
            may_end.set()
            await settled(app, pilot)
            assert seen == [True]

    play(test)


def test_a_reply_is_put_forward_once_it_is_confirmed(tmp_path: Path) -> None:
    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            screen = await reviewed(app, pilot, "en")
            await press(app, pilot, "f7")
            assert app.screen is screen
            assert stored(app) == []
            await press(app, pilot, "right", "f7")
            await press(app, pilot, "escape")
            assert stored(app) == []
            await press(app, pilot, "f7", "shift+tab", "enter")
            assert bodies(app, "disputed") == [{"turn": 1}]

    play(test)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_debrief_shows_both_judgements(tmp_path: Path, language: Language) -> None:
    """What a lead overrode stands beside the engine's points, with the reason."""

    async def test() -> None:
        async with app_on(tmp_path, language) as (app, pilot):
            contact = await played(app, language=language)
            await app.backroom.ask(contact.conclude)
            await app.backroom.ask(lambda: override(contact))
            app.open_debrief(contact)
            await settled(app, pilot)
            screen = app.screen
            assert isinstance(screen, DebriefScreen)
            await press(app, pilot, "right")
            text = told(screen)
            assert "ここは聞けている" in text
            assert {"ja": "→ リーダー", "en": "→ lead"}[language] in text
            assert screen.debrief is not None
            grade = screen.debrief.grade(1)
            assert grade is not None

    play(test)


def override(contact: Contact) -> None:
    from simulator.team.reviewing import open_desk, record

    review = open_desk(contact.workplace, contact.session_id).review
    judged = review.verdict.judgement(1, "names-feeling")
    value = "met" if judged is None or judged.engine != "met" else "missed"
    record(contact.workplace, [review.override(1, "names-feeling", value, "ここは聞けている")])


def test_an_unfinished_contact_has_nothing_to_review(tmp_path: Path) -> None:
    """Its pages can be read; no key stores anything."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            from after_world import begun

            contact = await begun(app)
            await app.backroom.ask(lambda: contact.reply("Good afternoon."))
            app.open_review(contact)
            await settled(app, pilot)
            for key in ("f5", "f6", "f7", "f8", "f9", "right", "f6", "enter"):
                await press(app, pilot, key)
            assert isinstance(app.screen, ReviewScreen)
            assert stored(app) == []

    play(test)
