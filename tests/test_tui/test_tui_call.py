"""A contact in the app, from the first screen to its end."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from tui_world import World, paste, play, screen_text, settled, type_text

from scenarios.language import LANGUAGES, Language
from scenarios.text import MAX_REPLY_CHARACTERS
from simulator.errors import StoreFull
from simulator.line.commands import LINE_COMMANDS, line_command
from simulator.line.plain import PlainDoor
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.note import NoteScreen
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.reply_box import ReplyBox


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def box(app: object) -> ReplyBox:
    return app.screen.query_one(ReplyBox)  # type: ignore[attr-defined, no-any-return]


def test_the_way_from_home_to_a_saved_reply_is_enter_enter_type_enter(world: World) -> None:
    """Home offers one thing, the briefing starts it, and a typed reply is stored and answered."""

    async def test() -> None:
        async with world.playing() as (app, pilot):
            assert "Suggested" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert "A call comes in." in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert "My parcel is not here." in screen_text(app)
            await type_text(pilot, "I will ask the depot.")
            await pilot.press("enter")
            await settled(app, pilot)
            shown = screen_text(app)
            assert "Are you there?" in shown
            assert "saved" in shown
            assert box(app).text == ""
            summary = app.workplace.unfinished()[0]
            stored = app.workplace.store.load(summary.id)
            assert [event["text"] for event in stored.events] == ["I will ask the depot."]

    play(test)


def test_japanese_is_typed_and_shown_letter_by_letter(tmp_path: Path) -> None:
    """Punctuation and small kana arrive as typed and wrap without standing at a line's head."""
    reply = "お待たせして申し訳ございません。「到着」の予定を、すぐにお調べします。"

    async def test() -> None:
        async with World(tmp_path, language="ja").playing((60, 24), mode="test") as (app, pilot):
            await type_text(pilot, reply)
            assert box(app).text == reply
            assert not any(
                line.lstrip(" │").startswith(("。", "、", "」"))
                for line in screen_text(app).split("\n")
            )
            await pilot.press("enter")
            await settled(app, pilot)
            assert "もしもし？" in screen_text(app)

    play(test)


def test_ctrl_j_breaks_the_line_and_a_paste_of_lines_stays_whole(world: World) -> None:
    """Neither sends anything."""

    async def test() -> None:
        async with world.playing(mode="test") as (app, pilot):
            await type_text(pilot, "one")
            await pilot.press("ctrl+j")
            await paste(pilot, "two\nthree\r\nfour")
            await settled(app, pilot)
            assert box(app).text == "one\ntwo\nthree\nfour"
            assert app.screen.contact.turn == 1  # type: ignore[attr-defined]

    play(test)


def test_a_paste_of_a_megabyte_is_refused_whole_and_said(world: World) -> None:
    """What was typed stays, nothing is cut, and the message names both sizes."""

    async def test() -> None:
        async with world.playing(mode="test") as (app, pilot):
            await type_text(pilot, "kept")
            await paste(pilot, "x" * 1_000_000)
            await settled(app, pilot)
            assert box(app).text == "kept"
            shown = " ".join(screen_text(app).split())
            assert "1000000 characters" in shown
            assert str(MAX_REPLY_CHARACTERS) in shown

    play(test)


def test_a_paste_counts_with_what_stays_and_without_what_it_replaces(world: World) -> None:
    """What is selected makes room; where it is too much all the same the sum is named."""
    much = MAX_REPLY_CHARACTERS - 10

    async def test() -> None:
        async with world.playing(mode="test") as (app, pilot):
            await paste(pilot, "x" * much)
            box(app).select_all()
            await paste(pilot, "y" * much)
            await settled(app, pilot)
            assert box(app).text == "y" * much
            await paste(pilot, "z" * 30)
            await settled(app, pilot)
            assert box(app).text == "y" * much
            told = app.screen.query_one("#notice", Prose).plain
            assert "(30 characters)" in told
            assert f"{much + 30} characters" in told

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_the_end_the_footer_shows_what_still_works(
    tmp_path: Path, language: Language
) -> None:
    """Enter leads to the case note, wherever the keys are; the keys of talking are gone."""
    next_one = {"ja": "Enter 対応記録を書く", "en": "Enter Write the case note"}[language]

    async def test() -> None:
        async with World(tmp_path, language).playing(mode="practice") as (app, pilot):
            await type_text(pilot, "Goodbye.")
            await pilot.press("enter")
            await settled(app, pilot)
            await pilot.press("f9")
            await pilot.click("#yes")
            await settled(app, pilot)
            footer = screen_text(app).split("\n")[-1]
            assert next_one in " ".join(footer.split())
            assert not any(cap in footer for cap in ("F2", "F3", "F4", "F5", "F8", "F9"))
            await pilot.press("f3", "f5")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            await pilot.click("#transcript")
            await type_text(pilot, "late")
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, NoteScreen)

    play(test)


def test_a_reply_that_grew_too_long_is_not_sent_and_not_cut(world: World) -> None:
    """Typing past the limit is allowed; sending tells how many characters there are."""

    async def test() -> None:
        async with world.playing(mode="test") as (app, pilot):
            await paste(pilot, "x" * MAX_REPLY_CHARACTERS)
            await type_text(pilot, "yz")
            await pilot.press("enter")
            await settled(app, pilot)
            assert len(box(app).text) == MAX_REPLY_CHARACTERS + 2
            assert f"{MAX_REPLY_CHARACTERS + 2} characters" in " ".join(screen_text(app).split())
            assert app.screen.contact.turn == 1  # type: ignore[attr-defined]

    play(test)


def test_a_reply_that_could_not_be_saved_stays_and_can_be_sent_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The saved mark goes away, the text stays in the box, Enter tries again."""

    async def test() -> None:
        async with world.playing(mode="test") as (app, pilot):
            contact = app.screen.contact  # type: ignore[attr-defined]

            def full(*_args: object, **_more: object) -> None:
                raise StoreFull("store.full", path="x")

            await type_text(pilot, "Hello")
            with monkeypatch.context() as broken:
                broken.setattr(contact.workplace.store, "append", full)
                await pilot.press("enter")
                await settled(app, pilot)
                assert "not saved" in screen_text(app)
                assert box(app).text == "Hello"
            await pilot.press("enter")
            await settled(app, pilot)
            assert "not saved" not in screen_text(app)
            assert box(app).text == ""
            assert contact.turn == 2

    play(test)


def test_what_is_typed_while_a_reply_is_being_saved_is_kept(world: World) -> None:
    """Only what has been sent leaves the box."""

    async def test() -> None:
        async with world.playing(mode="test") as (app, pilot):
            await type_text(pilot, "First.")
            reply = box(app)
            reply.post_message(ReplyBox.Submitted(reply.text))
            await type_text(pilot, "Second")
            await settled(app, pilot)
            assert reply.text == "Second"

    play(test)


def test_a_draft_is_saved_and_comes_back(world: World) -> None:
    """After a second without Enter the text is in the store; a resumed contact shows it."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            await type_text(pilot, "Half a sen")
            await pilot.pause(1.3)
            await settled(app, pilot)
            assert "draft saved" in screen_text(app)
            session_id = app.screen.contact.session_id  # type: ignore[attr-defined]
            assert app.workplace.store.draft(session_id) == "Half a sen"
        async with world.playing(resume=session_id) as (app, pilot):
            assert box(app).text == "Half a sen"

    play(test)


def test_quitting_keeps_the_draft_at_once(world: World) -> None:
    """Ctrl+Q does not wait for the next autosave."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            await type_text(pilot, "Half")
            session_id = app.screen.contact.session_id  # type: ignore[attr-defined]
            await pilot.press("ctrl+q")
        store = world.workplace().store
        assert store.draft(session_id) == "Half"
        store.close()

    play(test)


def test_home_offers_the_interrupted_contact_first(world: World) -> None:
    """Enter on the first screen goes on where it was left."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            await type_text(pilot, "I see.")
            await pilot.press("enter")
            await settled(app, pilot)
        async with world.playing() as (app, pilot):
            assert "Continue your contact" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            assert "I see." in screen_text(app)

    play(test)


def test_the_mood_is_hidden_in_test_mode_only(world: World) -> None:
    """Words tell it in guided and practice mode; no figure and no bar in a test."""

    async def test() -> None:
        for mode, seen in (("guided", True), ("practice", True), ("test", False)):
            async with world.playing((110, 36), mode=mode) as (app, pilot):
                assert ("tense" in screen_text(app)) is seen, mode
                await pilot.resize_terminal(60, 20)
                await settled(app, pilot)
                assert ("tense" in screen_text(app)) is seen, mode

    play(test)


def test_feedback_quotes_the_words_that_earned_and_cost(world: World) -> None:
    """In practice mode, below the reply; in a test nothing of it."""

    async def test() -> None:
        for mode, seen in (("practice", True), ("test", False)):
            async with world.playing(mode=mode) as (app, pilot):
                await type_text(pilot, "Dear hopeless customer")
                await pilot.press("enter")
                await settled(app, pilot)
                shown = screen_text(app)
                for words in ("“Dear”", "“hope”", "Sounds like a formula", "You have waited."):
                    assert (words in shown) is seen, (mode, words)

    play(test)


def test_feedback_can_wait_for_the_end(world: World) -> None:
    """The setting switches it off in practice mode."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            app.remember("feedback", "end")
            await type_text(pilot, "Dear customer")
            await pilot.press("enter")
            await settled(app, pilot)
            assert "Sounds like a formula" not in screen_text(app)

    play(test)


def test_stop_asks_once_and_no_goes_back(world: World) -> None:
    """F8 then Esc leaves the contact as it was; F8 then Stop ends it without an ending."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            contact = app.screen.contact  # type: ignore[attr-defined]
            seen: list[object] = []
            app.after_contact = seen.append  # type: ignore[method-assign, assignment]
            await pilot.press("f8")
            assert "never a fail" in screen_text(app)
            await pilot.press("escape")
            await settled(app, pilot)
            assert not contact.ended
            await pilot.press("f8", "shift+tab", "enter")
            await settled(app, pilot)
            assert contact.ended and contact.stopped
            assert seen == [contact]

    play(test)


def test_ending_a_contact_leads_to_its_note(world: World) -> None:
    """F9 asks, ends, shows how it came out, and the next key goes on."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            seen: list[object] = []
            app.open_note = seen.append  # type: ignore[method-assign, assignment]
            contact = app.screen.contact  # type: ignore[attr-defined]
            await pilot.press("f9", "shift+tab", "enter")
            await settled(app, pilot)
            assert contact.ended and not contact.stopped
            assert "Cut off" in screen_text(app)
            await pilot.press("enter")
            await settled(app, pilot)
            await pilot.press("escape")  # it ended badly: a minute for oneself comes first
            await settled(app, pilot)
            assert seen == [contact]

    play(test)


@pytest.mark.parametrize("size", [(110, 36), (60, 20), (40, 10)])
def test_an_action_is_one_key_away_and_its_answer_is_shown(
    world: World, size: tuple[int, int]
) -> None:
    """F3, Enter, Enter carries the first action out, in a wide and in a narrow window."""

    async def test() -> None:
        async with world.playing(size, mode="practice") as (app, pilot):
            await pilot.press("f3")
            await settled(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            contact = app.screen.contact  # type: ignore[attr-defined]
            assert any(entry.kind == "desk" for entry in contact.entries)
            assert "It is on the van." in screen_text(app)
            assert isinstance(app.focused, ReplyBox)

    play(test)


def test_an_action_with_arguments_says_what_is_missing(world: World) -> None:
    """A wrong time is named and nothing happens; a right one is booked."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            contact = app.screen.contact  # type: ignore[attr-defined]
            await pilot.press("f3", "down", "enter")
            await settled(app, pilot)
            await type_text(pilot, "later")
            await pilot.press("tab")
            await type_text(pilot, "Tanaka")
            await pilot.press("enter", "enter")
            await settled(app, pilot)
            assert "clock time such as 13:30" in " ".join(screen_text(app).split())
            assert contact.events == []
            app.screen.query_one("LineInput").value = "13:30"  # type: ignore[attr-defined]
            await pilot.press("enter", "enter", "enter")
            await settled(app, pilot)
            assert contact.events[0].args == {"time": "13:30", "who": "Tanaka"}

    play(test)


def test_the_handbook_can_be_searched(world: World) -> None:
    """F2 and a word narrow record and handbook down; Esc goes back to the reply."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            await pilot.press("f2")
            await type_text(pilot, "nobody")
            await settled(app, pilot)
            shown = screen_text(app)
            assert "Know who is calling" in shown
            assert "on Wednesday" not in shown
            await pilot.press("escape")
            assert isinstance(app.focused, ReplyBox)

    play(test)


# ---------------------------------------------------------------- letters


def test_in_a_letter_enter_breaks_the_line_and_f4_sends(tmp_path: Path) -> None:
    """Footer and help say so; F2 and F8 stay what they are."""

    async def test() -> None:
        async with World(tmp_path, channel="email").playing(mode="practice") as (app, pilot):
            footer = screen_text(app).split("\n")[-1]
            assert "F4 Send" in footer and "Enter New line" in footer
            await type_text(pilot, "Dear customer,")
            await pilot.press("enter")
            await type_text(pilot, "it is on its way.")
            assert box(app).text == "Dear customer,\nit is on its way."
            await pilot.press("f1")
            await settled(app, pilot)
            assert any("F4 sends" in prose.plain for prose in app.screen.query(Prose))
            await pilot.press("escape", "f4")
            await settled(app, pilot)
            contact = app.screen.contact  # type: ignore[attr-defined]
            assert [event.text for event in contact.events] == ["Dear customer,\nit is on its way."]

    play(test)


# ---------------------------------------------------------------- feedback


def test_feedback_speaks_the_language_of_the_contact(tmp_path: Path) -> None:
    """Reasons and better wordings are Japanese for a Japanese contact; names of scores are not."""

    async def test() -> None:
        world = World(tmp_path, language="ja")
        async with world.playing(mode="practice") as (app, pilot):
            app.language = "en"
            await type_text(pilot, "お待たせしております。")
            await pilot.press("enter")
            await settled(app, pilot)
            shown = screen_text(app)
            assert "Feedback on reply 1" in shown and "empathy" in shown
            assert "決まり文句に聞こえる" in shown and "Sounds like" not in shown

    play(test)


def test_feedback_is_there_again_after_a_resume(world: World) -> None:
    """Each earlier reply has its marks and its card."""

    async def test() -> None:
        async with world.playing(mode="practice") as (app, pilot):
            for text in ("Dear customer", "Good morning"):
                await type_text(pilot, text)
                await pilot.press("enter")
                await settled(app, pilot)
            session_id = app.screen.contact.session_id  # type: ignore[attr-defined]
        async with world.playing((110, 60), resume=session_id) as (app, pilot):
            shown = screen_text(app)
            assert shown.count("Sounds like a formula") == 2
            assert shown.index("Feedback on reply 1") < shown.index("Feedback on reply 2")

    play(test)


@pytest.mark.parametrize("channel", ["phone", "chat", "email"])
def test_a_low_window_shows_the_last_reply_and_its_answer(tmp_path: Path, channel: str) -> None:
    """At 60x20 in guided mode both are seen with scores and hint on a line each; F6 unfolds them."""

    async def test() -> None:
        world = World(tmp_path, channel=channel)
        async with world.playing((60, 20), mode="guided") as (app, pilot):
            for number in (1, 2, 3):
                await type_text(pilot, f"Reply {number}. I will ask the depot and call you back.")
                await pilot.press("f4")
                await settled(app, pilot)
            shown = screen_text(app)
            answer = app.screen.contact.entries[-1]  # type: ignore[attr-defined]
            assert answer.kind == "customer"
            assert "Reply 3." in shown.split(answer.text)[-2]
            assert "empathy 40" in shown and "Take it in first." in shown
            assert "Sounds like a formula" not in shown
            await pilot.press("f6")
            await settled(app, pilot)
            assert "Sounds like a formula" in screen_text(app)

    play(test)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "key"),
    [("/close", "F9"), ("／stop", "F8"), ("/hint ", "F5"), ("/do hold seconds=60", "F3")],
)
def test_a_command_of_the_line_mode_is_not_sent_to_the_customer(
    tmp_path: Path, typed: str, key: str, language: Language
) -> None:
    """A notice says which key does it here, and the text stays."""

    async def test() -> None:
        async with World(tmp_path, language).playing(mode="test") as (app, pilot):
            await type_text(pilot, typed)
            await pilot.press("enter")
            await settled(app, pilot)
            assert key in app.screen.query_one("#notice", Prose).plain
            assert box(app).text == typed
            assert app.screen.contact.events == []  # type: ignore[attr-defined]

    play(test)


@pytest.mark.parametrize(
    "reply", ["//close", "/close, please", "close", "/closed", "a /close", "/close\nBye.", "/"]
)
def test_a_reply_that_only_looks_like_a_command_is_one(reply: str) -> None:
    assert line_command(reply) is None


def test_every_command_of_the_line_mode_is_known(world: World) -> None:
    """Besides those of a contact, the note's, which is written in a pipe."""

    async def test() -> None:
        async with world.playing(mode="test") as (app, _):
            contact = app.screen.contact  # type: ignore[attr-defined]
            door = PlainDoor(contact, StringIO(), print, interactive=False)
            assert set(door._commands) == LINE_COMMANDS
            assert all(app.screen.say(f"call.typed.{name}") for name in LINE_COMMANDS)  # type: ignore[attr-defined]

    play(test)
