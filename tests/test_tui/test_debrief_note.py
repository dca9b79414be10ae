"""The case note: filing, skipping, drafts, failures."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest
from after_world import HOSTILE, app_on, played
from tui_world import paste, play, screen_text, settled, type_text

from scenarios.language import Language
from scenarios.text import MAX_REPLY_CHARACTERS
from simulator.errors import StoreFull
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.note import FIELDS, NoteScreen, ReferenceScreen
from simulator.tui.widgets.prose import Prose


def note(app: object) -> NoteScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, NoteScreen)
    return screen


def test_six_fields_are_filled_by_tab_and_filed_with_one_key(tmp_path: Path) -> None:
    """What was typed in each field is stored under its name, and the debrief follows."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            app.open_note(contact)
            await settled(app, pilot)
            for name in FIELDS:
                await type_text(pilot, f"about {name}")
                await pilot.press("tab")
            await pilot.press("f9")
            await settled(app, pilot)
            assert isinstance(app.screen, DebriefScreen)
            stored = app.workplace.store.load(contact.session_id)
            assert stored.events[-1]["fields"] == {name: f"about {name}" for name in FIELDS}

    play(test)


def test_the_note_can_be_skipped_after_being_asked_once(tmp_path: Path) -> None:
    """No leaves everything as it was, yes goes on without a note."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            app.open_note(contact)
            await settled(app, pilot)
            await type_text(pilot, "half")
            await pilot.press("f8")
            await pilot.pause()
            assert isinstance(app.screen, ConfirmScreen)
            await pilot.press("escape")
            await pilot.pause()
            assert note(app).fields()["happened"] == "half"
            await pilot.press("f8")
            await pilot.pause()
            await pilot.click("#yes")
            await settled(app, pilot)
            assert isinstance(app.screen, DebriefScreen)
            assert not contact.note_filed

    play(test)


def test_a_draft_saved_while_the_note_is_taken_away_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk answers when the fields are gone and the screen itself is not quite: no fault."""
    answered = Event()

    class SlowToGo(NoteScreen):
        async def on_unmount(self) -> None:
            answered.set()
            await asyncio.sleep(0.1)

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            monkeypatch.setattr(type(contact), "save_draft", lambda *_: answered.wait(10))
            screen = SlowToGo(contact)
            app.push_screen(screen)
            await settled(app, pilot)
            await type_text(pilot, "half")
            saving = screen.run_worker(screen.drafts.keep())
            await pilot.pause()
            app.go_home()
            await settled(app, pilot)
            assert answered.is_set()
            assert saving.is_finished
            assert isinstance(app.screen, HomeScreen)

    play(test)


def test_an_empty_note_is_not_filed(tmp_path: Path) -> None:
    """Filing nothing tells how to go on without."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            app.open_note(contact)
            await settled(app, pilot)
            await pilot.press("f9")
            await settled(app, pilot)
            assert "F8" in note(app).query_one("#notice", Prose).plain
            assert not contact.note_filed

    play(test)


def test_a_note_that_cannot_be_saved_keeps_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a failure the fields are as they were, and filing again works."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            app.open_note(contact)
            await settled(app, pilot)
            await type_text(pilot, "parcel late")
            store = type(contact.workplace.store)
            sound = store.append

            def full(*_args: object, **_more: object) -> None:
                raise StoreFull("store.full", path="x")

            monkeypatch.setattr(store, "append", full)
            await pilot.press("f9")
            await settled(app, pilot)
            assert "F9" in note(app).query_one("#notice", Prose).plain
            assert note(app).fields()["happened"] == "parcel late"
            monkeypatch.setattr(store, "append", sound)
            await pilot.press("f9")
            await settled(app, pilot)
            assert contact.note_filed

    play(test)


def test_a_half_written_note_comes_back(tmp_path: Path) -> None:
    """Leaving for later keeps every field; resuming the contact puts them back."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            app.open_note(contact)
            await settled(app, pilot)
            await type_text(pilot, "荷物が届かない。")
            await pilot.press("escape")
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)
            await app.resume_contact(contact.session_id)
            await settled(app, pilot)
            assert note(app).fields()["happened"] == "荷物が届かない。"

    play(test)


def test_a_paste_that_is_too_long_changes_nothing(tmp_path: Path) -> None:
    """It is refused whole and said so."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            app.open_note(await played(app))
            await settled(app, pilot)
            await paste(pilot, "x" * (MAX_REPLY_CHARACTERS + 1))
            assert note(app).fields()["happened"] == ""
            assert str(MAX_REPLY_CHARACTERS + 1) in note(app).query_one("#notice", Prose).plain

    play(test)


@pytest.mark.parametrize(
    ("language", "size"), [("ja", (60, 20)), ("en", (40, 10)), ("en", (200, 60))]
)
def test_label_and_field_are_seen_together_at_any_size(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    """Whatever field has the keys, its name stands above it."""

    async def test() -> None:
        async with app_on(tmp_path, language, size) as (app, pilot):
            app.open_note(await played(app, language=language))
            await settled(app, pilot)
            for name in FIELDS:
                assert note(app).focused is note(app).query_one(f"#{name}")
                shown = screen_text(app)
                assert note(app).words(f"note.{name}")[:8] in shown, (name, shown)
                await pilot.press("tab")
                await settled(app, pilot)

    play(test)


@pytest.mark.parametrize("size", [(110, 36), (60, 20)])
def test_the_contact_can_be_looked_up_while_writing(tmp_path: Path, size: tuple[int, int]) -> None:
    """It stands at the side, or comes with F2 and leaves the text alone; markup is text."""

    async def test() -> None:
        async with app_on(tmp_path, size=size) as (app, pilot):
            contact = await played(app, (HOSTILE,))
            app.open_note(contact)
            await settled(app, pilot)
            await type_text(pilot, "abc")
            if size[0] < 100:
                await pilot.press("f2")
                await settled(app, pilot)
                assert isinstance(app.screen, ReferenceScreen)
            await settled(app, pilot)
            assert "[@click=app.bell]" in screen_text(app)
            if size[0] < 100:
                await pilot.press("escape")
                await pilot.pause()
            assert note(app).fields()["happened"] == "abc"

    play(test)


def test_quitting_keeps_a_half_written_note(tmp_path: Path) -> None:
    """Ctrl+Q does not wait for the next autosave, on this screen either."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            app.open_note(contact)
            await settled(app, pilot)
            await type_text(pilot, "parcel late")
            await pilot.press("ctrl+q")
        async with app_on(tmp_path) as (app, pilot):
            app.open_note(await app.backroom.resume(contact.session_id))
            await settled(app, pilot)
            assert note(app).fields()["happened"] == "parcel late"

    play(test)
