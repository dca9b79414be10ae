"""The debrief, where people learn: the result, then each reply with what its words did.

The contact is a row of pages: the result, one page a reply, what lay behind the customer. Wide
windows show all of them beside the explanation of the one being read, narrow ones that page alone
with its explanation below. One direction reads on through everything, so that nothing is missed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button

from simulator.tui.after import Debrief, Page, gather
from simulator.tui.courses import aftermath, belongs_to
from simulator.tui.draw import T, tell
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, HELP, Key, bindings
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.course_text import aftermath_text
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.lead_notes import lead_notes
from simulator.tui.widgets.page_block import PageBlock, page_name
from simulator.tui.widgets.page_detail import page_detail
from simulator.tui.widgets.prose import Prose
from simulator.words.app_debrief import DEBRIEF
from simulator.words.app_programme import COURSE
from simulator.words.review import REVIEW

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["DebriefScreen"]

_WIDE = 100
_COMPARE = Key("f6", "compare", DEBRIEF.table["key.compare"], "F6")
_ONWARD = Key("f9", "onward", COURSE.table["key.onward"], "F9")
_SECOND_LOOK = Key("f3", "second_look", REVIEW.table["key.second-look"], "F3")
_KEYS = (
    _ONWARD,
    Key("down", "read(1)", DEBRIEF.table["key.read"], "↓"),
    Key("right", "page(1)", DEBRIEF.table["key.page"], "←→"),
    Key("f5", "redo", DEBRIEF.table["key.redo"], "F5"),
    _COMPARE,
    BACK,
    Key("f4", "practise", DEBRIEF.table["key.practise"], "F4"),
    Key("f7", "history", DEBRIEF.table["key.history"], "F7"),
    _SECOND_LOOK,
    HELP,
    Key("up", "read(-1)", DEBRIEF.table["key.read-back"], "↑", footer=False),
    Key("left", "page(-1)", DEBRIEF.table["key.page-back"], "←", footer=False),
    Key("pagedown,space", "screenful(1)", DEBRIEF.table["key.scroll"], "PgDn", footer=False),
    Key("pageup", "screenful(-1)", DEBRIEF.table["key.scroll-back"], "PgUp", footer=False),
    Key("home", "first", DEBRIEF.table["key.first"], "Home", footer=False),
    Key("end", "last", DEBRIEF.table["key.last"], "End", footer=False),
)


class DebriefScreen(DojoScreen[None]):
    """What can be learnt from one contact."""

    CSS_PATH = styles("transcript", "debrief")
    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self, contact: Contact, number: int = 0) -> None:
        """*number* of the page to begin with: that of a reply, or 0 for the result."""
        super().__init__()
        self.contact = contact
        self.debrief: Debrief | None = None
        self.number = number
        """Which page is being read, from 0."""

    def anew(self) -> DebriefScreen:
        return DebriefScreen(self.contact, self.number)

    def words(self, key: str, **values: object) -> str:
        """A text of the debrief's table."""
        return DEBRIEF.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.words("help.debrief")

    def heading(self) -> str:
        title = self.contact.scenario.title.of(self.language)
        return self.words("debrief.title", title=title)

    def agent(self) -> str:
        """Who replies; empty where it is the reader."""
        return ""

    # ------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        yield Prose(self.heading(), self.language, classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Prose("", self.language, id="step")
        with Container(id="pages"):
            with VerticalScroll(id="turns", can_focus=False):
                yield Prose(self.words("debrief.grading"), self.language, id="grading")
            yield VerticalScroll(id="detail", can_focus=False)
        yield KeyBar(self.keys(), self.language)

    def keys(self) -> tuple[Key, ...]:
        """Those that lead somewhere from this contact."""
        nowhere = {
            _COMPARE: self.contact.start.parent is None,
            _ONWARD: belongs_to(self.contact) is None,
        }
        return tuple(key for key in self.KEYS if not nowhere.get(key))

    def on_mount(self) -> None:
        self.run_worker(self._load())

    async def _load(self) -> None:
        try:
            debrief = await self.dojo.backroom.ask(partial(gather, self.contact))
        except known_failures() as error:
            reason = failure_text(error, self.language)
            self.query_one("#grading", Prose).display = False
            self._notice(self.words("failed", reason=reason))
            return
        self.debrief = debrief
        if debrief.unsaved is not None:
            reason = failure_text(debrief.unsaved, self.language)
            self._notice(self.words("debrief.unsaved", reason=reason))
        turns = self.query_one("#turns", VerticalScroll)
        await turns.remove_children()
        await turns.mount_all(self._block(number, page) for number, page in enumerate(self.pages))
        await self.select(min(self.number, len(self.pages) - 1))
        if debrief.unsaved is None:
            await self._tell_step()

    async def _tell_step(self) -> None:
        """What the contact brought for the step of a programme that it was played for."""
        asking = partial(aftermath, contact=self.contact, language=self.language)
        try:
            after = await self.dojo.backroom.use(asking)
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            return
        if after is not None:
            told = self.query_one("#step", Prose)
            told.display = True
            told.show(aftermath_text(after, self.language))

    def _block(self, number: int, page: Page) -> PageBlock:
        assert self.debrief is not None
        return PageBlock(number, page, self.debrief, self.language, self.agent())

    # ------------------------------------------------------------ pages

    @property
    def pages(self) -> tuple[Page, ...]:
        """Result, replies, what lay behind; empty while grading."""
        return self.debrief.pages if self.debrief is not None else ()

    @property
    def page(self) -> Page | None:
        """The page being read."""
        return self.pages[self.number] if self.pages else None

    async def select(self, number: int) -> None:
        """Read another page from its top."""
        page = self.pages[number]
        self.number = number
        for block in self.query(PageBlock):
            block.select(block.number == number)
        await self._explain(page)
        self.call_after_refresh(self._to_top)

    async def _explain(self, page: Page) -> None:
        assert self.debrief is not None
        detail = self.query_one("#detail", VerticalScroll)
        width = self.size.width // 2 if self._is_wide else self.size.width
        parts = self.details(page, width - 6)
        with self.app.batch_update():
            await detail.remove_children()
            await detail.mount_all(parts)
        place = self.words("debrief.place", number=self.number + 1, count=len(self.pages))
        detail.border_title = T(f"{page_name(page, self.language)}  {place}")
        self.call_after_refresh(self._tell_of_more)

    def details(self, page: Page, width: int) -> list[Widget]:
        """The widgets that explain *page*: what leads found, then the engine's words."""
        assert self.debrief is not None
        engine = page_detail(page, self.debrief, self.contact, self.language, width)
        return [*self.lead_part(page), *engine]

    def lead_part(self, page: Page) -> list[Widget]:
        """What leads found about the page, where they found anything."""
        if self.debrief is None or page.kind == "after":
            return []
        return [*lead_notes(self.debrief, page.turn, self.language)]

    def _tell_of_more(self) -> None:
        """Say below the explanation whether it goes on; a narrow window ends with the page."""
        detail = self.query_one("#detail", VerticalScroll)
        goes_on = self._is_wide and detail.scroll_offset.y < detail.max_scroll_y
        detail.border_subtitle = T(self.words("debrief.more") if goes_on else "")

    def _to_top(self) -> None:
        for name in ("#pages", "#detail"):
            self.query_one(name).scroll_home(animate=False)
        blocks = [b for b in self.query(PageBlock) if b.number == self.number]
        if blocks and self._is_wide:
            self.query_one("#turns").scroll_to_widget(blocks[0], top=True, animate=False)
        self._tell_of_more()

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= _WIDE

    @property
    def reading_pane(self) -> Widget:
        """What scrolls while one page is read."""
        return self.query_one("#detail" if self._is_wide else "#pages")

    @on(PageBlock.Chosen)
    async def _chosen(self, event: PageBlock.Chosen) -> None:
        if event.number != self.number:
            await self.select(event.number)

    async def action_read(self, direction: int) -> None:
        """On within the page, and at its end to the next one."""
        pane = self.reading_pane
        step = max(pane.size.height // 3, 1)
        if direction > 0 and pane.scroll_offset.y < pane.max_scroll_y:
            pane.scroll_relative(y=step, animate=False)
        elif direction < 0 and pane.scroll_offset.y > 0:
            pane.scroll_relative(y=-step, animate=False)
        else:
            await self.action_page(direction)
        self.call_after_refresh(self._tell_of_more)

    async def action_page(self, direction: int) -> None:
        number = self.number + direction
        if 0 <= number < len(self.pages):
            await self.select(number)

    def action_screenful(self, direction: int) -> None:
        pane = self.reading_pane
        pane.scroll_relative(y=direction * max(pane.size.height - 1, 1), animate=False)
        self.call_after_refresh(self._tell_of_more)

    async def action_first(self) -> None:
        if self.pages:
            await self.select(0)

    async def action_last(self) -> None:
        if self.pages:
            await self.select(len(self.pages) - 1)

    async def on_resize(self) -> None:
        await self.fit()

    async def fit(self) -> None:
        """Draw the page for the size that the window has now."""
        if self.page is not None:
            await self._explain(self.page)

    # ------------------------------------------------------------ what comes next

    @on(Button.Pressed, "#goto")
    async def action_practise(self) -> None:
        """To the reply that is the one thing to practise."""
        turn = self.debrief.card.practise_turn if self.debrief is not None else None
        for number, page in enumerate(self.pages):
            if page.kind == "reply" and page.turn == turn:
                await self.select(number)
                return
        if self.debrief is not None:
            tell(self.app, self.words("debrief.nothing-to-practise"))

    @on(Button.Pressed, "#redo")
    def action_redo(self) -> None:
        """Redo from just before the reply shown; on the result, from the one to practise."""
        if self.debrief is not None:
            self.lead_on(self._redo(self.redo_turn))

    @property
    def redo_turn(self) -> int:
        """From which reply ``action_redo`` redoes."""
        page = self.page
        practise = self.debrief.card.practise_turn if self.debrief is not None else None
        if page is None or page.kind == "result":
            return practise or 1
        return max(page.turn, 1)

    async def _redo(self, turn: int) -> None:
        try:
            again = await self.dojo.backroom.ask(partial(self.contact.redo_from, turn))
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            return
        self.dojo.open_call(again)

    def action_compare(self) -> None:
        if self.contact.start.parent is None:
            tell(self.app, self.words("debrief.not-a-redo"))
            return
        from simulator.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self.contact))

    def action_onward(self) -> None:
        """To the programme, where the next thing is selected."""
        occasion = belongs_to(self.contact)
        if occasion is not None:
            self.dojo.open_programme(occasion.id, self.contact.language)

    def action_second_look(self) -> None:
        """Ask a lead to look at the reply shown, or at the whole contact, again."""
        from simulator.team.reviewing import ask_again
        from simulator.tui.screens.review_form import second_look_form

        page = self.page
        if page is None:
            return
        turn = page.turn if page.kind == "reply" else 0
        workplace, session = self.contact.workplace, self.contact.session_id

        async def save(_value: str, text: str) -> None:
            await self.dojo.backroom.ask(partial(ask_again, workplace, session, turn, text))

        def closed(stored: bool | None) -> None:
            if stored:
                tell(self.app, REVIEW.say("second-look.sent", self.language))
                self.run_worker(self._load_notes())

        self.app.push_screen(second_look_form(turn, self.language, save), closed)

    async def _load_notes(self) -> None:
        """What has been asked or said since the page was drawn."""
        from simulator.tui.after import desk_of

        desk = await self.dojo.backroom.ask(partial(desk_of, self.contact))
        if self.debrief is not None and self.page is not None:
            self.debrief = replace(self.debrief, desk=desk)
            await self._explain(self.page)

    def action_history(self) -> None:
        self.dojo.open_history()

    def action_back(self) -> None:
        """To the list that lies below, or to the first screen."""
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()
        else:
            self.dojo.go_home()
