"""The first screen: one obvious next thing, and below it every scenario."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from scenarios.card import Card
from scenarios.problems import SourceError
from simulator.tui.dates import started_text
from simulator.tui.draw import T, one_line, rows, tell
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import HELP, Key, bindings, label
from simulator.tui.messages import ScenarioChosen, SessionChosen
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.suggestion import Best, Past, read_past, suggested
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.next_card import NextCard
from simulator.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from simulator.store.model import SessionSummary

_KEYS = (
    Key("enter", "none", label("key.choose"), "Enter", bound=False),
    Key("f5,h", "history", label("key.history"), "F5"),
    Key("f6,l", "language", label("key.language"), "F6"),
    Key("ctrl+q", "app.quit", label("key.quit"), "^Q", rank=3, bound=False),
    Key("ctrl+p", "app.command_palette", label("key.palette"), "^P", rank=4, bound=False),
    HELP,
)


class HomeScreen(DojoScreen[None]):
    """Offers the contact to go on with, or else the scenario to play next."""

    CSS_PATH = styles("home")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)
    HELP_TEXT = "help.home"

    def __init__(self) -> None:
        super().__init__()
        self._scenarios: list[Card] = []
        self._best: Mapping[str, Best] = {}

    def compose(self) -> ComposeResult:
        yield Prose(self.say("app.title"), self.language, classes="title")
        yield Vertical(id="next")
        with Vertical(id="all") as box:
            box.border_title = T(self.say("home.all"))
            # Stands in the list until the list is filled; it cannot be chosen.
            yield OptionList(Option(T(self.say("home.loading")), disabled=True), id="scenarios")
        yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        if self.dojo.is_open:
            self.call_after_refresh(self.bring_up_to_date)

    @work(group="home", exclusive=True)
    async def bring_up_to_date(self) -> None:
        """Read scenarios and results and show them; the frame is there before."""
        await self._fill()

    @work(group="home", exclusive=True)
    async def draw_anew(self) -> None:
        """Everything again, in the language that the interface now has."""
        await self.recompose()
        await self._fill()

    async def _fill(self) -> None:
        self._scenarios = await self._load_scenarios()
        try:
            past = await asyncio.wrap_future(self.dojo.backroom.submit(read_past))
        except known_failures() as error:
            past = Past()
            tell(self.app, failure_text(error, self.language), "error")
        self._best = past.best
        with self.app.batch_update():
            place = self.query_one("#next", Vertical)
            await place.remove_children()
            await place.mount_all(self._next(past.unfinished))
            scenarios = self.query_one("#scenarios", OptionList)
            scenarios.clear_options()
            scenarios.add_options(self._option(s) for s in self._scenarios)
        self._focus_first()

    def on_key(self, event: events.Key) -> None:
        """The arrow keys lead from the card to the list and back."""
        scenarios = self.query_one("#scenarios", OptionList)
        if event.key == "down" and isinstance(self.focused, NextCard):
            scenarios.focus()
            event.stop()

    @on(OptionList.OptionSelected, "#scenarios")
    def _scenario_picked(self, event: OptionList.OptionSelected) -> None:
        self.post_message(ScenarioChosen(str(event.option.id)))

    @on(ScenarioChosen)
    def _open_briefing(self, event: ScenarioChosen) -> None:
        self.dojo.open_briefing(event.scenario)

    @on(SessionChosen)
    def _resume(self, event: SessionChosen) -> None:
        self.run_worker(self.dojo.resume_contact(event.session_id))

    def action_history(self) -> None:
        self.dojo.open_history()

    def action_language(self) -> None:
        self.dojo.switch_language()

    # ------------------------------------------------------------ what is shown

    async def _load_scenarios(self) -> list[Card]:
        """Those that can be read, easiest first; a broken file must not hide the others."""
        library = self.dojo.workplace.library
        scenarios: list[Card] = []
        for scenario_id in library.ids:
            try:
                # One by one: a contact that is about to begin need not wait for all of them.
                scenarios.append(await self.dojo.backroom.ask(partial(library.card, scenario_id)))
            except SourceError as error:
                tell(self.app, self.say("home.broken", file=str(error)), "warning")
        return sorted(scenarios, key=lambda s: (s.difficulty, s.id))

    def _focus_first(self) -> None:
        cards = self.query(NextCard)
        target = cards.first() if cards else self.query_one("#scenarios", OptionList)
        target.focus()

    def _next(self, unfinished: tuple[SessionSummary, ...]) -> Iterator[Widget]:
        resumable = [s for s in unfinished if s.header.scenario_id in self._ids]
        if resumable:
            yield self._resume_card(resumable[0])
            if len(resumable) > 1:
                more = self.say("home.other-unfinished", count=len(resumable) - 1)
                yield Prose(more, self.language, classes="quiet")
            return
        scenario = suggested(self._scenarios, self._best)
        if scenario is None:
            yield Prose(self.say("home.empty"), self.language, classes="paragraph")
            return
        yield NextCard(
            self.say("home.suggested"),
            scenario.title.of(self.language),
            f"{self._facts(scenario)}\n{scenario.summary.of(self.language)}",
            self.language,
            ScenarioChosen(scenario.id),
        )

    @property
    def _ids(self) -> frozenset[str]:
        return frozenset(s.id for s in self._scenarios)

    def _resume_card(self, summary: SessionSummary) -> NextCard:
        scenario = next(s for s in self._scenarios if s.id == summary.header.scenario_id)
        header = summary.header
        state = self.say(
            "home.resume-state",
            channel=self.say(f"channel.{scenario.channel}"),
            mode=self.say(f"mode.{header.mode}"),
            when=started_text(header),
        )
        if summary.has_draft:
            state = f"{state}{self._dot}{self.say('home.has-draft')}"
        return NextCard(
            self.say("home.resume"),
            scenario.title.of(self.language),
            state,
            self.language,
            SessionChosen(summary.id),
        )

    def _option(self, scenario: Card) -> Option:
        best = self._best.get(scenario.id)
        title = one_line(scenario.title.of(self.language), "bold")
        facts = T(f"  {self._facts(scenario)}{self._dot}{self._result(best)}", "dim")
        return Option(rows(title, facts), id=scenario.id)

    def _facts(self, scenario: Card) -> str:
        dots = "●" * scenario.difficulty + "○" * (5 - scenario.difficulty)
        channel = self.say(f"channel.{scenario.channel}")
        return f"{channel}{self._dot}{self.say('difficulty', dots=dots)}"

    @property
    def _dot(self) -> str:
        return "・" if self.language == "ja" else " · "

    def _result(self, best: Best | None) -> str:
        if best is None:
            return self.say("home.new")
        passed = self.say("home.passed" if best.passed else "home.not-passed")
        return f"{passed} {self.say('home.best', total=best.total)}"
