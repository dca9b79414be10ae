"""The contacts that wait for a lead: second looks first, then tests and drills nobody looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.machine.wrap import wrap
from simulator.team.review_text import place_name
from simulator.team.reviewing import all_waiting, waiting_results
from simulator.tui.dates import started_text
from simulator.tui.draw import one_line, rows
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import bindings, list_keys
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.app_debrief import DEBRIEF
from simulator.words.review import REVIEW

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.team.review import Waiting
    from simulator.workplace import Workplace

__all__ = ["WaitingScreen"]

_SHOWN = 300
"""Lines of the list; ``supportdojo review`` lists all."""
_KEYS = list_keys(DEBRIEF.table["key.choose"], DEBRIEF.table["key.open"])


class WaitingScreen(DojoScreen[None]):
    """A list; Enter opens the review of one."""

    CSS_PATH = styles("review")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[str, str] = {}
        self._results: dict[str, str] = {}

    def anew(self) -> WaitingScreen:
        return WaitingScreen()

    def compose(self) -> ComposeResult:
        title = REVIEW.say("menu.review", self.language)
        yield Prose(title, self.language, classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Prose(DEBRIEF.say("history.reading", self.language), self.language, id="empty")
        yield OptionList(id="waiting")
        yield KeyBar(self.KEYS, self.language)

    def help_text(self) -> str:
        return REVIEW.say("help.waiting", self.language)

    def on_mount(self) -> None:
        self.query_one("#notice").display = False
        self.query_one("#waiting").display = False
        self.run_worker(self._fill())

    def on_screen_resume(self) -> None:
        """What has been reviewed meanwhile waits no longer."""
        if self.query_one("#waiting").display:
            self.run_worker(self._fill(), group="fill", exclusive=True)

    async def _fill(self) -> None:
        empty, waiting = self.query_one("#empty", Prose), self.query_one("#waiting", OptionList)
        try:
            found, self._names, self._results = await self.dojo.backroom.use(
                partial(_read, language=self.language)
            )
        except known_failures() as error:
            empty.show(failure_text(error, self.language))
            return
        waiting.clear_options()
        waiting.add_options(Option(self._shown(one), id=one.summary.id) for one in found[:_SHOWN])
        waiting.display = bool(found)
        empty.display = not found
        empty.show(REVIEW.say("waiting.none", self.language))
        if found:
            waiting.focus()
            waiting.highlighted = 0

    def _shown(self, one: Waiting) -> Content:
        header = one.summary.header
        why = REVIEW.say(f"waiting.{one.why}", self.language)
        title = self._title(header.scenario_id)
        dot = DEBRIEF.say("dot", self.language)
        result = self._results.get(one.summary.id)
        name = self._names.get(header.trainee, header.trainee)
        lines = [
            one_line(f"{why}  {title}", "bold"),
            one_line(f"  {dot.join((name, started_text(header)))}", "dim"),
        ]
        for request in one.requests:
            words = REVIEW.say("quote", self.language, words=request.text)
            lines += self._indented(f"{place_name(request.turn, self.language)}  {words}")
        if result is not None:
            lines += self._indented(result)
        return rows(*lines)

    def _indented(self, text: str) -> list[Content]:
        """Under the title, broken as the language wants it."""
        room = max(self.size.width - 7, 20)  # indent, padding and scroll bar
        return [one_line(f"  {line}") for line in wrap(text, room, self.language)]

    def _title(self, scenario: str) -> str:
        library = self.dojo.workplace.library
        if scenario not in library.ids:
            return scenario
        try:
            return library.card(scenario).title.of(self.language)
        except known_failures():
            return scenario

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.lead_on(self._open(str(event.option.id)))

    async def _open(self, session: str) -> None:
        from simulator.tui.screens.review import ReviewScreen

        notice = self.query_one("#notice", Prose)
        try:
            contact = await self.dojo.backroom.resume(session)
        except known_failures() as error:
            notice.show(failure_text(error, self.language))
            notice.display = True
            return
        notice.display = False
        self.app.push_screen(ReviewScreen(contact, self._names.get(contact.trainee, "")))

    def action_back(self) -> None:
        self.dojo.go_home()


def _read(
    workplace: Workplace, language: Language
) -> tuple[tuple[Waiting, ...], dict[str, str], dict[str, str]]:
    """What waits, how people are called, by login, and what came of the contacts, by id."""
    found = all_waiting(workplace)
    names = {person.login: person.name for person in workplace.store.people()}
    return found, names, waiting_results(workplace, found, language)
