"""The debrief in the app: what it shows, how it is read, and what leads on from it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from after_world import HOSTILE, REPLIES, app_on, begun, played, say_all
from textual.pilot import Pilot
from textual.widgets import Button
from tui_world import play, screen_text, settled

from scenarios.language import Language
from scoring.feedback.lines import is_rest
from simulator.contact import Contact
from simulator.errors import StoreFull
from simulator.tui.after import findings_of
from simulator.tui.app import SupportdojoApp
from simulator.tui.marks import marked_words
from simulator.tui.screens.call import CallScreen
from simulator.tui.screens.compare import CompareScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.history import HistoryScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.widgets.page_block import PageBlock
from simulator.tui.widgets.prose import Prose

SIZES = [("ja", (60, 20)), ("en", (40, 10)), ("ja", (200, 60)), ("en", (30, 8))]


async def opened(app: SupportdojoApp, pilot: Pilot[None], contact: Contact) -> DebriefScreen:
    app.open_debrief(contact)
    await settled(app, pilot)
    screen = app.screen
    assert isinstance(screen, DebriefScreen)
    return screen


def told(screen: DebriefScreen) -> str:
    """Everything in the explanation of the page, on screen or scrolled away."""
    return "\n".join(prose.plain for prose in screen.query("#detail Prose").results(Prose))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_replies_are_shown_with_their_words_marked(tmp_path: Path, language: Language) -> None:
    """Each reply's box holds the reply with the words of its findings underlined."""

    async def test() -> None:
        async with app_on(tmp_path, language) as (app, pilot):
            contact = await played(app, language=language)
            screen = await opened(app, pilot, contact)
            assert screen.debrief is not None
            boxes = list(screen.query(".entry.-agent .entry-text").results(Prose))
            assert len(boxes) == len(REPLIES[language])
            for turn, (box, reply) in enumerate(zip(boxes, REPLIES[language], strict=True), 1):
                assert box.plain == marked_words(reply, screen.debrief.marks(turn)).plain
            assert any("[" in box.plain for box in boxes)

    play(test)


@pytest.mark.parametrize("size", [(110, 36), (60, 20)])
def test_every_finding_is_reached_by_pressing_down_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Reading on with one key passes every page and shows the end of every explanation."""

    async def test() -> None:
        async with app_on(tmp_path, size=size) as (app, pilot):
            screen = await opened(app, pilot, await played(app))
            assert screen.debrief is not None
            seen: dict[int, str] = {}
            ends: dict[int, bool] = {}
            for _ in range(200):
                seen[screen.number] = told(screen)
                pane = screen.reading_pane
                at_end = pane.scroll_offset.y >= pane.max_scroll_y
                ends[screen.number] = ends.get(screen.number, False) or at_end
                if at_end and screen.number == len(screen.pages) - 1:
                    break
                await pilot.press("down")
            assert list(seen) == list(range(len(screen.pages)))
            assert all(ends.values())
            for number, page in enumerate(screen.pages):
                findings = findings_of(screen.debrief.card, page.turn)
                if page.kind == "reply":
                    assert findings
                for finding in findings if page.kind != "after" else ():
                    assert is_rest(finding) or finding.message.en in seen[number]

    play(test)


def test_findings_tell_rule_clause_reason_and_a_better_wording(tmp_path: Path) -> None:
    """A comment has the title of its rule, number and title of the clause, and what to say or do; below
    them stands what the moment asks for, whatever the reply was like."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            screen = await opened(app, pilot, await played(app))
            debrief = screen.debrief
            assert debrief is not None
            clauses = {c.id: c for c in app.workplace.library.handbook.clauses}
            better = advised = 0
            for number, page in enumerate(screen.pages):
                if page.kind != "reply":
                    continue
                await screen.select(number)
                text = told(screen)
                asked = debrief.moment(page.turn)
                assert asked is not None
                assert text.count(asked.en.strip()) == 1
                for finding in findings_of(debrief.card, page.turn):
                    assert debrief.title(finding.rule).en in text
                    if finding.clause in clauses:
                        clause = clauses[finding.clause]
                        assert f"handbook {clause.number}, {clause.title.en}" in text
                    if finding.better is not None and finding.points <= 0:
                        assert finding.better.en in text
                        better += 1
                    elif finding.advice is not None and finding.points <= 0:
                        assert finding.advice.en.strip() in text
                        advised += 1
            assert better
            assert advised

    play(test)


def test_the_result_tells_verdict_gates_reasons_scores_and_ending(tmp_path: Path) -> None:
    """The first page holds everything that the scorecard says about the whole contact."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            screen = await opened(app, pilot, contact)
            assert screen.debrief is not None
            card, text = screen.debrief.card, told(screen)
            assert ("Passed" if card.passed else "Not passed") in text
            assert f"Total {card.total}" in text
            for line in card.why:
                assert line.en in text
            for gate in card.gates:
                assert gate.message.en in text
            assert contact.ending is not None
            assert contact.ending.note.en in text
            for result in card.criteria:
                assert screen.debrief.title(result.criterion).en in text

    play(test)


def test_a_stopped_contact_is_never_called_a_fail(tmp_path: Path) -> None:
    """Whoever stops reads that this is no fail, even without a single reply."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await begun(app)
            await app.backroom.ask(partial(contact.end, stop=True))
            screen = await opened(app, pilot, contact)
            assert "Stopped (this is not a fail)" in screen_text(app)
            assert "Not passed" not in told(screen)
            await pilot.press("f5")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)

    play(test)


def test_what_lay_behind_is_revealed_at_the_end(tmp_path: Path) -> None:
    """Who the customer was and the facts that never came out are told on the last page."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app, ("Hello.",))
            screen = await opened(app, pilot, contact)
            assert contact.scenario.customer.about.en not in told(screen)
            await pilot.press("end")
            await settled(app, pilot)
            text = told(screen)
            assert contact.scenario.customer.about.en in text
            for name, fact in contact.scenario.hidden.items():
                assert (f"× {fact.name.en}" in text) == (name not in contact.state.told)

    play(test)


def test_redo_meets_the_same_customer_up_to_that_reply(tmp_path: Path) -> None:
    """F5 on a reply opens a new contact whose words so far are those of the first one."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)
            screen = await opened(app, pilot, contact)
            await pilot.press("right", "right", "right")
            await settled(app, pilot)
            assert screen.page is not None
            assert screen.page.turn == 3
            await pilot.press("f5")
            await settled(app, pilot)
            assert isinstance(app.screen, CallScreen)
            again = app.screen.contact
            assert again.session_id != contact.session_id
            before = [e for e in contact.entries if e.turn < 3]
            assert [e.text for e in again.entries] == [e.text for e in before]
            assert again.turn == 3

    play(test)


def test_the_thing_to_practise_is_one_key_or_click_away(tmp_path: Path) -> None:
    """F4 and the button lead to the reply that is to be practised."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            screen = await opened(app, pilot, await played(app))
            assert screen.debrief is not None
            turn = screen.debrief.card.practise_turn
            assert turn is not None
            await pilot.press("f4")
            await settled(app, pilot)
            assert screen.page is not None
            assert screen.page.turn == turn
            await pilot.press("home")
            await settled(app, pilot)
            screen.query_one("#goto", Button).press()
            await settled(app, pilot)
            assert screen.page.turn == turn

    play(test)


def test_a_click_on_a_reply_explains_it(tmp_path: Path) -> None:
    """The mouse chooses a page in wide windows."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            screen = await opened(app, pilot, await played(app))
            block = screen.query(PageBlock)[1]
            await pilot.click(block)
            await settled(app, pilot)
            assert screen.number == 1
            assert block.has_class("-selected")

    play(test)


@pytest.mark.parametrize(("language", "size"), SIZES)
def test_all_pages_can_be_read_at_any_size(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    """No window is too small or too large, and a change of size in between does no harm."""

    async def test() -> None:
        async with app_on(tmp_path, language, size) as (app, pilot):
            screen = await opened(app, pilot, await played(app, language=language))
            for _ in screen.pages:
                await pilot.press("right", "pagedown")
                await pilot.pause()
            assert screen.number == len(screen.pages) - 1
            await pilot.resize_terminal(110, 36)
            await settled(app, pilot)
            assert "▶" in screen_text(app)

    play(test)


def test_japanese_never_breaks_before_a_full_stop(tmp_path: Path) -> None:
    """No line of the debrief begins with what may not begin a line."""

    async def test() -> None:
        async with app_on(tmp_path, "ja", (60, 20)) as (app, pilot):
            screen = await opened(app, pilot, await played(app, language="ja"))
            for number in range(len(screen.pages)):
                await screen.select(number)
                for prose in screen.query(Prose):
                    for line in str(prose.render()).split("\n")[1:]:
                        assert not line.startswith(("。", "、", "」", "っ", "ー")), line

    play(test)


def test_hostile_replies_are_shown_letter_by_letter(tmp_path: Path) -> None:
    """Markup and escape sequences in a reply are text, here and in the comments."""

    async def test() -> None:
        async with app_on(tmp_path, size=(120, 40)) as (app, pilot):
            contact = await played(app, (HOSTILE, f"Sorry. {HOSTILE}"))
            screen = await opened(app, pilot, contact)
            await pilot.press("right")
            await settled(app, pilot)
            box = screen.query(".entry.-agent .entry-text").results(Prose)
            plain = next(iter(box)).plain
            for part in ("[@click=app.bell]press[/]", "[/nothing]", "[bold]sorry[/bold]"):
                assert part in plain.replace("\n", " ")
            everything = screen_text(app) + plain + told(screen)
            assert "\x1b" not in everything
            assert "\u202e" not in everything

    play(test)


def test_a_result_that_cannot_be_stored_is_shown_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the entry in the history, not the debrief."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            contact = await played(app)

            def full(*_args: object, **_more: object) -> None:
                raise StoreFull("store.full", path="x")

            monkeypatch.setattr(type(contact.workplace.store), "finish", full)
            screen = await opened(app, pilot, contact)
            assert "could not be saved" in screen.query_one("#notice", Prose).plain
            assert "Total" in told(screen)

    play(test)


# ---------------------------------------------------------------- comparison


@pytest.mark.parametrize("size", [(110, 36), (40, 10)])
def test_a_redone_contact_is_compared_with_the_first(tmp_path: Path, size: tuple[int, int]) -> None:
    """Both ways are shown from the redone reply on, with replies, answers and totals."""
    other = ("I'll ask the depot now and ring you by ten past one. My name is Sato.",)

    async def test() -> None:
        async with app_on(tmp_path, size=size) as (app, pilot):
            first = await played(app)
            await app.backroom.ask(first.conclude)
            again = await app.backroom.ask(partial(first.redo_from, 2))
            await app.backroom.ask(partial(say_all, again, other))
            await opened(app, pilot, again)
            await pilot.press("f6")
            await settled(app, pilot)
            assert isinstance(app.screen, CompareScreen)
            then = _shown(app, ".-then")
            now = _shown(app, ".-now")
            for reply in REPLIES["en"][1:]:
                assert reply in then
                assert reply not in now
            assert other[0] in now
            for contact, text in ((first, then), (again, now)):
                for entry in contact.entries:
                    if entry.kind == "customer" and entry.turn >= 2:
                        assert entry.text in text
            assert REPLIES["en"][0] not in then + now
            totals = app.screen.query_one("#totals", Prose).plain
            for done in (first, again):
                card = await app.backroom.ask(done.scorecard)
                assert str(card.total) in totals
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, DebriefScreen)

    play(test)


def _shown(app: SupportdojoApp, way: str) -> str:
    """The words of one way, without the tags of marks."""
    import re

    texts = (p.plain for p in app.screen.query(f"{way} Prose").results(Prose))
    return re.sub(r"\[(?:[-+*]\d+)+\]", "", "\n".join(texts))


def test_a_first_contact_has_nothing_to_compare_with(tmp_path: Path) -> None:
    """F6 neither opens anything nor stands in the footer."""

    async def test() -> None:
        async with app_on(tmp_path, size=(160, 40)) as (app, pilot):
            screen = await opened(app, pilot, await played(app))
            assert "Compare" not in screen_text(app)
            await pilot.press("f6")
            await pilot.pause()
            assert app.screen is screen

    play(test)


# ---------------------------------------------------------------- where it leads


def test_escape_goes_back_to_where_the_debrief_was_opened(tmp_path: Path) -> None:
    """From a contact to the first screen, from the history to the history."""

    async def test() -> None:
        async with app_on(tmp_path) as (app, pilot):
            await opened(app, pilot, await played(app))
            await pilot.press("escape")
            await settled(app, pilot)
            assert isinstance(app.screen, HomeScreen)
            app.open_history()
            await settled(app, pilot)
            await pilot.press("enter")
            await settled(app, pilot)
            assert isinstance(app.screen, DebriefScreen)
            await pilot.press("escape")
            await settled(app, pilot)
            assert isinstance(app.screen, HistoryScreen)

    play(test)
