"""A programme in the app: steps, pages, contacts, the certificate, and what a contact brought."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from after_world import HOSTILE, app_on
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_world import play, screen_text, settled

sys.path.insert(0, str(Path(__file__).parents[1] / "test_practice"))
import programme_world as world

from scenarios.language import Language
from simulator.certificates.page import read_page
from simulator.contact import Contact, Start
from simulator.enrolment import enrolment, note_read
from simulator.errors import StoreError
from simulator.machine.wrap import cells
from simulator.practice.standing import READ, Play
from simulator.store.model import Fact
from simulator.store.sessions import SessionStore
from simulator.tui.app import SupportdojoApp
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.certificate import CertificateScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.programme import ProgrammeScreen
from simulator.tui.screens.reading import PageScreen, ReadyScreen
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.prose import Prose
from simulator.workplace import Workplace

LANGUAGES: tuple[Language, ...] = ("ja", "en")
NARROW = (60, 20)
LONG = world.SMALL.replace('ja: "一行目\\n二行目"', f'ja: "{"長い文です。" * 200}"').replace(
    'en: "One line"', f'en: "{"A long text. " * 200}"'
)


@asynccontextmanager
async def small_programme(
    tmp_path: Path,
    home: Path,
    language: Language = "en",
    size: tuple[int, int] = NARROW,
    text: str = world.SMALL,
) -> AsyncIterator[tuple[SupportdojoApp, Pilot[None], ProgrammeScreen]]:
    """The app with the programme ``small`` open."""
    world.own_programme(home, text)
    async with app_on(tmp_path, language, size) as (app, pilot):
        app.open_programme("small")
        await settled(app, pilot)
        assert isinstance(app.screen, ProgrammeScreen)
        yield app, pilot, app.screen


def have_read(workplace: Workplace) -> bool:
    return note_read(workplace, "small", "hello")


def play_next(exemplar: str, language: Language) -> Callable[[Workplace], Contact]:
    def go_on(workplace: Workplace) -> Contact:
        enrolled = enrolment(workplace, language)
        following = enrolled.standing(enrolled.need("small").programme).next
        assert isinstance(following, Play)
        return world.play(workplace, following, exemplar)

    return go_on


async def play_on(app: SupportdojoApp, exemplar: str, language: Language = "en") -> Contact:
    """The next contact of the programme, played and scored."""
    return await app.backroom.use(play_next(exemplar, language))


async def facts(app: SupportdojoApp, kind: str) -> list[Fact]:
    return await app.backroom.use(lambda workplace: list(workplace.store.facts([kind])))


def step_line(app: SupportdojoApp) -> str:
    """What the debrief says about the step."""
    line = app.screen.query_one("#step", Prose)
    return line.plain if line.display else ""


def fits(app: SupportdojoApp) -> bool:
    return all(cells(line) <= app.size.width for line in screen_text(app).split("\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_several_there_is_a_choice(tmp_path: Path, own_home: Path, language: Language) -> None:
    """One that is broken says why and keeps no other from being chosen; F5 leads back to it."""

    async def test() -> None:
        world.own_programme(own_home)
        world.own_programme(own_home, "id: [", "broken")
        async with app_on(tmp_path, language, NARROW) as (app, pilot):
            app.open_programme()
            await settled(app, pilot)
            titles = {"ja": ("新人研修", "小さな<b>研修</b>"), "en": ("First weeks", "A small <b>")}
            for title in titles[language]:
                assert title in screen_text(app)
            await pilot.press("enter")  # the broken one comes first by its name
            await settled(app, pilot)
            assert "broken.yaml" in app.screen.query_one("#notice", Prose).plain
            await pilot.press("end", "enter")
            await settled(app, pilot)
            assert isinstance(app.screen, ProgrammeScreen)
            assert app.screen.programme == "small"
            await pilot.press("f5")
            await settled(app, pilot)
            assert app.screen.course is None
            assert len(app.screen.offers) == 3
            await pilot.press("escape")
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_read_to_its_end(tmp_path: Path, own_home: Path, language: Language) -> None:
    """Enter reads on and confirms at the end only; then the next step is selected."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home, language, text=LONG) as (app, pilot, screen):
            assert fits(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, PageScreen)
            assert fits(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, PageScreen)
            assert not app.screen.at_end
            assert not await facts(app, READ)
            await pilot.press("end")
            await settled(app, pilot)
            assert not await facts(app, READ)
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen is screen
            (fact,) = await facts(app, READ)
            assert fact.body == {"step": "hello"}
            assert screen.row is not None
            assert screen.row.step.id == "calls"
            await pilot.press("up", "enter")  # read again, it is not noted again
            await settled(app, pilot)
            await pilot.press("end", "enter")
            await settled(app, pilot)
            assert app.screen is screen
            assert len(await facts(app, READ)) == 1

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_cannot_be_noted_stays(
    tmp_path: Path, own_home: Path, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The failure is told in words, and Enter tries again."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home, language) as (app, pilot, screen):
            await pilot.press("enter")
            await settled(app, pilot)

            def fail(*_: object, **__: object) -> None:
                raise StoreError("store.busy")

            with monkeypatch.context() as patch:
                patch.setattr(SessionStore, "add_fact", fail)
                await pilot.press("enter")
                await settled(app, pilot)
            assert isinstance(app.screen, PageScreen)
            told = {"ja": "記録できませんでした", "en": "could not be noted"}[language]
            assert told in app.screen.query_one("#notice", Prose).plain
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen is screen
            assert len(await facts(app, READ)) == 1

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_done_says_why(tmp_path: Path, own_home: Path, language: Language) -> None:
    """A locked step names what comes first, and Enter opens nothing."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home, language) as (app, pilot, screen):
            await pilot.press("down", "enter")
            await settled(app, pilot)
            assert app.screen is screen
            told = {"ja": "先に「読む」を終えて", "en": "First finish: Read"}[language]
            assert told in screen.query_one("#detail", Prose).plain
            (toast,) = app._notifications
            assert told in toast.message

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_begins_as_its_step_says(
    tmp_path: Path, own_home: Path, language: Language
) -> None:
    """Briefing first, then the call with the step's settings; one that was left is gone on with."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home, language) as (app, pilot, screen):
            await app.backroom.use(have_read)
            screen.bring_up_to_date()
            await settled(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, ReadyScreen)
            assert fits(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            contact = app.screen.contact
            assert contact is not None
            start = contact.start
            assert (start.scenario, start.language, start.mode, start.intensity) == (
                *("late-delivery", language, "practice"),
                "normal",
            )
            assert start.occasion == "programme:small/calls"
            app.open_programme()
            await settled(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            assert app.screen.contact is not None
            assert app.screen.contact.session_id == contact.session_id

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_debrief_tells_what_it_brought(
    tmp_path: Path, own_home: Path, language: Language
) -> None:
    """Short, then counted; one key leads on to the next thing."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home, language) as (app, pilot, _):
            await app.backroom.use(have_read)
            told = {
                "ja": ("には数えません（合計が届かなかった", "「練習」に数えました。合格 1／2"),
                "en": (
                    "Does not count for “Practice” (the total",
                    "Counts for “Practice”. Passed: 1",
                ),
            }[language]
            for exemplar, words in zip(("poor", "good"), told, strict=True):
                app.open_debrief(await play_on(app, exemplar, language))
                await settled(app, pilot)
                assert words in step_line(app)
                assert fits(app)
            await pilot.press("f9")
            await settled(app, pilot)
            assert isinstance(app.screen, ProgrammeScreen)
            assert app.screen.row is not None
            assert app.screen.row.step.id == "calls"
            shown = screen_text(app)
            assert {"ja": "1／2 合格", "en": "1 of 2 passed"}[language] in shown

    play(test)


def test_a_contact_of_no_programme_says_nothing(tmp_path: Path, own_home: Path) -> None:
    """Neither a line nor a key; a stopped one of a programme counts neither for nor against."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home) as (app, pilot, _):

            def stopped(occasion: str | None) -> Callable[[Workplace], Contact]:
                def stop(workplace: Workplace) -> Contact:
                    start = Start("late-delivery", "en", "practice", 1, occasion=occasion)
                    contact = Contact.begin(workplace, start)
                    contact.end(stop=True)
                    return contact

                return stop

            for occasion, words in (
                (None, ""),
                ("programme:gone/calls", ""),
                ("programme:small/calls", "counts neither for nor against"),
            ):
                contact = await app.backroom.use(stopped(occasion))
                app.open_debrief(contact)
                await settled(app, pilot)
                assert isinstance(app.screen, DebriefScreen)
                assert words in step_line(app)
                assert bool(words) == bool(step_line(app))
                caps = [key.cap for key in app.screen.query_one(KeyBar).fitting(200)]
                assert ("F9" in caps) == (occasion is not None)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_certificate_of_a_finished_programme(
    tmp_path: Path, own_home: Path, language: Language
) -> None:
    """Written to the place that is offered or typed, never over a file; the path is shown."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home, language) as (app, pilot, screen):
            await pilot.press("f9")
            await settled(app, pilot)
            assert app.screen is screen  # not before it is finished
            await app.backroom.use(have_read)
            await play_on(app, "good", language)
            await play_on(app, "good", language)
            screen.bring_up_to_date()
            await settled(app, pilot)
            await pilot.press("f9")
            await settled(app, pilot)
            assert isinstance(app.screen, CertificateScreen)
            place = app.screen.query_one("#place", LineInput)
            offered = Path(place.value)
            assert offered.parent == own_home
            place.value = str(own_home / "programmes" / "small.yaml")
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, CertificateScreen)
            assert "small.yaml" in app.screen.query_one("#problem", Prose).plain
            place.value = str(offered)
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen is screen
            assert str(offered) in screen.query_one("#told", Prose).plain
            certificate = read_page(offered.read_text("utf-8")).certificate
            assert (certificate.programme, certificate.language) == ("small", language)
            assert len(await facts(app, "certificate")) == 1

    play(test)


def test_each_contact_language_has_its_own_standing(tmp_path: Path, own_home: Path) -> None:
    """F6 switches; at first it is the language of the latest contact."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home, "en") as (app, pilot, _):
            await app.backroom.use(have_read)
            await play_on(app, "good", "ja")
            app.open_programme()
            await settled(app, pilot)
            assert isinstance(app.screen, ProgrammeScreen)
            assert app.screen.spoken == "ja"
            assert "1 of 2 passed" in screen_text(app)
            await pilot.press("f6")
            await settled(app, pilot)
            assert app.screen.spoken == "en"
            assert "1 of 2 passed" not in screen_text(app)

    play(test)


def test_a_lead_may_let_it_pass(tmp_path: Path, own_home: Path) -> None:
    """What a team lead decided counts, and it is said whose decision it was."""

    async def test() -> None:
        async with small_programme(tmp_path, own_home) as (app, pilot, screen):
            await app.backroom.use(have_read)
            contact = await play_on(app, "poor")

            def overrule(workplace: Workplace) -> None:
                workplace.store.add_fact(
                    "override",
                    person=workplace.trainee,
                    subject=contact.session_id,
                    body={
                        "turn": 0,
                        "criterion": "passed",
                        "was": False,
                        "is": True,
                        "reason": "r",
                    },
                    now=workplace.now(),
                )

            await app.backroom.use(overrule)
            screen.bring_up_to_date()
            await settled(app, pilot)
            assert screen.row is not None
            assert [one.session for one in screen.row.passed] == [contact.session_id]
            assert "as a team lead decided" in screen.query_one("#detail", Prose).plain

    play(test)


def test_words_of_a_programme_do_nothing(tmp_path: Path, own_home: Path) -> None:
    """Markup and escape sequences in a file are shown as letters, or not at all."""

    async def test() -> None:
        quoted = HOSTILE.replace("\x07", "").replace("\x1b", "").replace("\u202e", "")
        text = world.SMALL.replace('en: "One line"', f'en: "{quoted}"').replace(
            'en: "Practice"', f'en: "{quoted}"'
        )
        async with small_programme(tmp_path, own_home, size=(110, 36), text=text) as (
            app,
            pilot,
            screen,
        ):
            assert "[@click=app.bell]press[/]" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert "[@click=app.bell]press[/]" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert app.screen is screen

    play(test)


def test_a_store_that_cannot_be_read_is_told(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with app_on(tmp_path, "en", NARROW) as (app, pilot):

            def fail(*_: object, **__: object) -> None:
                raise StoreError("store.busy")

            monkeypatch.setattr(SessionStore, "facts", fail)
            app.open_programme()
            await settled(app, pilot)
            assert app.screen.query_one("#notice", Prose).plain
            assert not app.screen.query_one("#steps", OptionList).option_count
            await pilot.press("escape")
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)

    play(test)
