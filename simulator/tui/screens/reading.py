"""A text to read before going on: the page of a step, or what is known before its contact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from scenarios.language import Text
from simulator.enrolment import note_read
from simulator.tui.draw import tell
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, HELP, Key, bindings
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.app_programme import COURSE
from simulator.words.cli import CLI
from simulator.words.programme import PROGRAMME

if TYPE_CHECKING:
    from collections.abc import Callable

    from scenarios.language import Language
    from scenarios.model import Scenario
    from scenarios.programme import Step
    from simulator.contact import Contact
    from simulator.workplace import Workplace

__all__ = ["PageScreen", "ReadyScreen", "Terms"]

_READ_ON = Key("enter", "go_on", COURSE.table["key.read"], "Enter")
_BEGIN = Key("enter", "go_on", COURSE.table["key.begin"], "Enter")


class _ReadingScreen(DojoScreen[bool]):
    """A title, a text that scrolls, and below it what Enter does."""

    CSS_PATH = styles("reading")
    KEYS = (_READ_ON, BACK, HELP)
    BINDINGS = bindings(KEYS)

    def __init__(self, title: Text, text: Text) -> None:
        super().__init__()
        self._heading, self._body = title, text
        self._busy = False

    def words(self, key: str, **values: object) -> str:
        """A text of the programmes' table."""
        return COURSE.say(key, self.language, **values)

    def compose(self) -> ComposeResult:
        yield Prose(self._heading.of(self.language), self.language, classes="title")
        with VerticalScroll(id="page", can_focus=True):
            yield Prose(self._body.of(self.language).strip(), self.language, id="text")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Prose("", self.language, id="place")
        yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        page = self.query_one("#page", VerticalScroll)
        page.focus()
        self.watch(page, "scroll_y", self._tell_place, init=False)
        self.call_after_refresh(self._tell_place)

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell_place)

    @property
    def at_end(self) -> bool:
        """Whether the last line can be seen."""
        page = self.query_one("#page", VerticalScroll)
        return page.scroll_offset.y >= page.max_scroll_y

    def place(self) -> str:
        """What the line below the text says."""
        raise NotImplementedError

    def _tell_place(self) -> None:
        self.query_one("#place", Prose).show(self.place())

    def action_go_on(self) -> None:
        raise NotImplementedError

    def action_back(self) -> None:
        self.dismiss(False)


class PageScreen(_ReadingScreen):
    """The page of a step; gives True when it was noted as read."""

    def __init__(self, programme: str, step: Step, read_at: str) -> None:
        """*read_at*: when it was read before; empty if it was not."""
        self._programme, self._step, self._read_at = programme, step, read_at
        self._seen = False
        super().__init__(step.title, step.page or Text("", ""))

    def help_text(self) -> str:
        return self.words("help.page")

    def place(self) -> str:
        # Once its end was seen it was read, also when somebody goes back to an earlier line.
        self._seen = self._seen or self.at_end
        if self._busy:
            return self.words("page.noting")
        if not self._seen:
            return self.words("page.more")
        return self.words("page.again" if self._read_at else "page.end", date=self._read_at)

    def action_go_on(self) -> None:
        """A screenful on; at the end, note that it was read."""
        page = self.query_one("#page", VerticalScroll)
        if not self._seen:
            page.scroll_relative(y=max(page.size.height - 1, 1), animate=False)
        elif self._read_at:
            self.dismiss(False)
        elif not self._busy:
            self._busy = True
            self._notice("")
            self._tell_place()
            self.run_worker(self._note())

    async def _note(self) -> None:
        noting = partial(note_read, programme=self._programme, step=self._step.id)
        try:
            await self.dojo.backroom.use(noting)
        except known_failures() as error:
            reason = failure_text(error, self.language)
            self._notice(self.words("page.not-noted", reason=reason))
            return
        finally:
            self._busy = False
            self._tell_place()
        tell(self.app, PROGRAMME.say("noted", self.language, title=self._heading.of(self.language)))
        self.dismiss(True)


@dataclass(frozen=True, slots=True)
class Terms:
    """How a contact is going to be played."""

    mode: str
    intensity: str
    language: Language


class ReadyScreen(_ReadingScreen):
    """What is known before a contact that somebody has set; Enter begins it."""

    KEYS = (_BEGIN, BACK, HELP)

    def __init__(
        self, scenario: Scenario, terms: Terms, make: Callable[[Workplace], Contact]
    ) -> None:
        """*make* makes the contact, in the back room."""
        self._terms, self._make = terms, make
        super().__init__(scenario.title, scenario.briefing)

    def help_text(self) -> str:
        return self.words("help.ready")

    def place(self) -> str:
        terms, language = self._terms, self.language
        if self._busy:
            return self.words("ready.starting")
        how = self.words(
            "ready.how",
            mode=CLI.say(f"mode.{terms.mode}", language),
            intensity=PROGRAMME.say(f"intensity.{terms.intensity}", language),
            spoken=PROGRAMME.say(f"language.{terms.language}", language),
        )
        return f"{self.words('ready.sealed')}\n{how}" if terms.mode == "test" else how

    def action_go_on(self) -> None:
        self.lead_on(self._begin())

    async def _begin(self) -> None:
        self._busy = True
        self._notice("")
        self._tell_place()
        try:
            contact = await self.dojo.backroom.use(self._make)
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            self._busy = False
            self._tell_place()
            return
        self.dojo.open_call(contact)
