"""The first screen: one obvious next thing, and below it every scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

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
from simulator.tui.messages import ThingChosen
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.suggestion import suggested
from simulator.tui.widgets.agenda_list import AgendaList
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.next_card import NextCard
from simulator.tui.widgets.prose import Prose
from simulator.words.home import HOME

if TYPE_CHECKING:
    from simulator.agenda import Agenda, Past
    from simulator.practice.bests import Best
    from simulator.practice.standing import Next, Standing
    from simulator.practice.today import Plan
    from simulator.store.model import SessionSummary
    from simulator.workplace import Workplace

_T = TypeVar("_T")

_KEYS = (
    Key("enter", "none", label("key.choose"), "Enter", bound=False),
    Key("f2", "today", HOME.table["key.today"], "F2"),
    Key("f3", "progress", HOME.table["key.progress"], "F3", rank=2),
    Key("f4", "programme", HOME.table["key.programme"], "F4", rank=2),
    Key("f5,h", "history", label("key.history"), "F5"),
    Key("f6,l", "language", label("key.language"), "F6"),
    Key("f7", "drills", HOME.table["key.drills"], "F7", rank=2),
    Key("ctrl+q", "app.quit", label("key.quit"), "^Q", rank=3, bound=False),
    Key("ctrl+p", "app.command_palette", label("key.palette"), "^P", rank=4, bound=False),
    HELP,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the card says, and what it leads to."""

    kind: str
    title: str
    text: str
    what: str


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
        self._offered: Offer | None = None

    def compose(self) -> ComposeResult:
        yield Prose(self.say("app.title"), self.language, classes="title")
        yield Vertical(id="next")
        yield AgendaList(self.language)
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
        """First what is here and what lies open, then what else is before one: that takes longer."""
        from simulator.agenda import Agenda, Past, read_agenda, read_past

        self._scenarios = await self._load_scenarios()
        past = await self._read(read_past, Past())
        self._best = past.best
        await self._show(past, Agenda(), first=True)
        language = self.language
        if self._scenarios:
            agenda = await self._read(lambda w: read_agenda(w, language, past), Agenda())
            await self._show(past, agenda)

    async def _read(self, call: Callable[[Workplace], _T], otherwise: _T) -> _T:
        """What *call* reads in the back room; a failure is told, and *otherwise* stands for it."""
        try:
            return await self.dojo.backroom.use(call)
        except known_failures() as error:
            tell(self.app, failure_text(error, self.language), "error")
            return otherwise

    async def _show(self, past: Past, agenda: Agenda, *, first: bool = False) -> None:
        """The card only where it changes, so that nobody's Enter meets another one than they saw."""
        offer = self._offer(past, agenda)
        with self.app.batch_update():
            if first:
                self._list_scenarios()
            if first or offer != self._offered:
                self._offered = offer
                had_keys = isinstance(self.focused, NextCard)
                place = self.query_one("#next", Vertical)
                await place.remove_children()
                await place.mount_all(self._card(offer, past))
                if first or had_keys:
                    self._focus_first()
            # The card says of a drill all that its line would say; of the others, less.
            told = offer.what if offer is not None and offer.what.startswith("drill:") else None
            self.query_one(AgendaList).show(agenda, told)

    def _list_scenarios(self) -> None:
        scenarios = self.query_one("#scenarios", OptionList)
        scenarios.clear_options()
        scenarios.add_options(self._option(s) for s in self._scenarios)

    def on_key(self, event: events.Key) -> None:
        """The arrow keys lead from the card through the lists and back."""
        order = [w for w in (*self.query(NextCard), *self.query(OptionList)) if w.display]
        here = next((n for n, widget in enumerate(order) if widget is self.focused), None)
        step = {"down": 1, "up": -1}.get(event.key)
        if here is None or step is None or not self._at_end(order[here], step):
            return
        if 0 <= here + step < len(order):
            target = order[here + step]
            target.focus()
            if isinstance(target, OptionList) and target.option_count:
                target.highlighted = 0 if step > 0 else target.option_count - 1
            event.stop()
            event.prevent_default()

    def _at_end(self, widget: Widget, step: int) -> bool:
        if not isinstance(widget, OptionList):
            return True
        last = widget.option_count - 1
        return widget.highlighted in (None, last if step > 0 else 0)

    @on(OptionList.OptionSelected, "#scenarios")
    def _scenario_picked(self, event: OptionList.OptionSelected) -> None:
        self.post_message(ThingChosen(f"scenario:{event.option.id}"))

    @on(OptionList.OptionSelected, "#agenda")
    def _agenda_picked(self, event: OptionList.OptionSelected) -> None:
        self.post_message(ThingChosen(str(event.option.id)))

    @on(ThingChosen)
    def _open(self, event: ThingChosen) -> None:
        kind, _, name = event.what.partition(":")
        match kind:
            case "scenario":
                self.dojo.open_briefing(name)
            case "session":
                self.lead_on(self.dojo.resume_contact(name))
            case "programme":
                self.action_programme()
            case "today":
                self.action_today()
            case "drill":
                self.dojo.open_drills(name)
            case "review":
                self.dojo.open_review()

    def action_today(self) -> None:
        self.dojo.open_today()

    def action_progress(self) -> None:
        self.dojo.open_progress()

    def action_drills(self) -> None:
        self.dojo.open_drills()

    def action_programme(self) -> None:
        self.dojo.open_programme()

    def action_history(self) -> None:
        self.dojo.open_history()

    def action_language(self) -> None:
        self.dojo.switch_language()

    # ------------------------------------------------------------ what is shown

    async def _load_scenarios(self) -> list[Card]:
        """Those that can be read, easiest first; a broken file must not hide the others."""
        library = self.dojo.workplace.library
        scenarios: list[Card] = []
        broken = 0
        for scenario_id in library.ids:
            try:
                # One by one: a contact that is about to begin need not wait for all of them.
                scenarios.append(await self.dojo.backroom.ask(partial(library.card, scenario_id)))
            except SourceError:
                broken += 1
        if broken:  # in one notice, which covers little; the command tells of each
            tell(self.app, self.say("home.broken", count=broken), "warning")
        return sorted(scenarios, key=lambda s: (s.difficulty, s.id))

    def _focus_first(self) -> None:
        cards = self.query(NextCard)
        target = cards.first() if cards else self.query_one("#scenarios", OptionList)
        target.focus()

    def _offer(self, past: Past, agenda: Agenda) -> Offer | None:
        """The one obvious next thing."""
        resumable = self._resumable(past)
        if resumable:
            return self._resume_offer(resumable[0])
        if agenda.drills:
            drill = agenda.drills[0]
            text = f"{drill.heading}\n{drill.facts}"
            kind = HOME.say("card.drill", self.language)
            return Offer(kind, drill.scenario, text, f"drill:{drill.id}")
        following = agenda.programme.next if agenda.programme is not None else None
        if agenda.begun and agenda.programme is not None and following is not None:
            return self._programme_offer(agenda.programme, following)
        if agenda.today is not None and agenda.today.items and past.summaries:
            return self._today_offer(agenda.today)
        scenario = suggested(self._scenarios, self._best)
        if scenario is None:
            return None
        text = f"{self._facts(scenario)}\n{scenario.summary.of(self.language)}"
        title = scenario.title.of(self.language)
        return Offer(self.say("home.suggested"), title, text, f"scenario:{scenario.id}")

    def _card(self, offer: Offer | None, past: Past) -> Iterator[Widget]:
        if offer is None:
            yield Prose(self.say("home.empty"), self.language, classes="paragraph")
            return
        chosen = partial(ThingChosen, offer.what)
        yield NextCard(offer.kind, offer.title, offer.text, self.language, chosen)
        more = len(self._resumable(past)) - 1
        if more > 0:
            text = self.say("home.other-unfinished", count=more)
            yield Prose(text, self.language, classes="quiet")

    def _resumable(self, past: Past) -> list[SessionSummary]:
        return [s for s in past.unfinished if s.header.scenario_id in self._ids]

    def _programme_offer(self, standing: Standing, following: Next) -> Offer:
        step = standing.programme.step(following.step)
        title = step.title.of(self.language) if step is not None else following.step
        from simulator.practice.standing import Play

        text = standing.programme.title.of(self.language) + "\n"
        if isinstance(following, Play):
            names = {s.id: s.title.of(self.language) for s in self._scenarios}
            mode = self.say(f"mode.{following.mode}")
            text += self._dot.join((names.get(following.scenario, following.scenario), mode))
        else:
            text += HOME.say("card.read", self.language)
        return Offer(HOME.say("card.programme", self.language), title, text, "programme")

    def _today_offer(self, plan: Plan) -> Offer:
        first = plan.items[0]
        names = {s.id: s.title.of(self.language) for s in self._scenarios}
        key = "card.today.text" if first.kind == "moment" else "card.today.call"
        values = {"count": len(plan.items), "minutes": round(plan.minutes)}
        return Offer(
            HOME.say("card.today", self.language),
            names.get(first.scenario, first.scenario),
            HOME.say(key, self.language, **values),
            "today",
        )

    @property
    def _ids(self) -> frozenset[str]:
        return frozenset(s.id for s in self._scenarios)

    def _resume_offer(self, summary: SessionSummary) -> Offer:
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
        title = scenario.title.of(self.language)
        return Offer(self.say("home.resume"), title, state, f"session:{summary.id}")

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
        comma = " " if self.language == "ja" else ", "
        return f"{passed}{comma}{self.say('home.best', total=best.total)}"
