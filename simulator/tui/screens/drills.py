"""The drills that were set: a trainee plays the next contact, a lead sets, assigns, closes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.machine.wrap import wrap
from simulator.tui.draw import T, one_line, rows, tell
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, HELP, Key, bindings
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.drill import DRILL

if TYPE_CHECKING:
    from simulator.store.model import Person
    from simulator.team.drill import DrillRecord
    from simulator.team.drill_plan import DrillPlan
    from simulator.team.drill_standing import NextStep
    from simulator.team.drill_view import DrillView
    from simulator.team.drilling import DrillDesk
    from simulator.tui.screens.drill_form import FormChoices
    from simulator.workplace import Workplace

__all__ = ["DrillsScreen"]

_R = TypeVar("_R")
_PLAY = Key("enter", "none", DRILL.table["key.play"], "Enter", bound=False)
_LEADS = (
    Key("f2", "make", DRILL.table["key.new"], "F2"),
    Key("f3", "assign", DRILL.table["key.assign"], "F3"),
    Key("f4", "board", DRILL.table["key.board"], "F4"),
    Key("f8", "close", DRILL.table["key.close"], "F8"),
)


_FOR_ONE = (_PLAY, *_LEADS[1:])
"""Keys that do something with the chosen drill."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """One drill as it is listed; made in the back room."""

    record: DrillRecord
    facts: str
    progress: str
    warnings: tuple[str, ...]
    overdue: bool


class DrillsScreen(DojoScreen[None]):
    """A list of drills, the newest first, and what may be done with the chosen one."""

    CSS_PATH = styles("drills")
    KEYS = (_PLAY, *_LEADS, BACK, HELP)
    BINDINGS = bindings((*_LEADS, BACK, HELP))

    def __init__(self, first: str = "") -> None:
        """*first*: id of the drill to go on with at once."""
        super().__init__()
        self._shown: dict[str, _Shown] = {}
        self._first = first

    def anew(self) -> DrillsScreen:
        return DrillsScreen()

    @property
    def _leads(self) -> bool:
        return not self.dojo.is_open or self.dojo.workplace.store.sees_all

    def keys(self) -> tuple[Key, ...]:
        offered = self.KEYS if self._leads else (_PLAY, BACK, HELP)
        return offered if self._shown else tuple(key for key in offered if key not in _FOR_ONE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if not self._shown and action in {key.action for key in _FOR_ONE}:
            return False
        return self._leads or action not in {key.action for key in _LEADS}

    def help_text(self) -> str:
        return self.words("screen.help" if self._leads else "screen.help-trainee")

    def words(self, key: str, **values: object) -> str:
        return DRILL.say(key, self.language, **values)

    def compose(self) -> ComposeResult:
        yield Prose(self.words("screen.title"), self.language, classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Prose("", self.language, id="empty")
        yield OptionList(id="drills")
        yield KeyBar(self.keys(), self.language)

    def on_mount(self) -> None:
        self.query_one("#empty").display = False
        self.query_one(OptionList).focus()
        self.bring_up_to_date()

    def on_screen_resume(self) -> None:
        if self._shown:
            self.bring_up_to_date()

    @work(group="drills", exclusive=True)
    async def bring_up_to_date(self) -> None:
        """Read all drills and show them; the frame is there before."""
        found = await self._ask(partial(_read, language=self.language))
        if found is None or not self.still_open:
            return
        self._shown = {one.record.drill.id: one for one in found}
        self.query_one(KeyBar).show(self.keys())
        drills, empty = self.query_one("#drills", OptionList), self.query_one("#empty", Prose)
        chosen = drills.highlighted
        drills.clear_options()
        drills.add_options(Option(self._drawn(one), id=one.record.drill.id) for one in found)
        if found:
            drills.highlighted = min(chosen or 0, len(found) - 1)
        empty.display, drills.display = not found, bool(found)
        empty.show(self.words("screen.empty-lead" if self._leads else "none-mine"))
        first, self._first = self._first, ""
        if first in self._shown:
            drills.highlighted = drills.get_option_index(first)
            self.lead_on(self._begin(first))

    def on_resize(self, _event: events.Resize) -> None:
        self.call_after_refresh(self._draw_anew)

    def _draw_anew(self) -> None:
        if self.still_open:
            drills = self.query_one("#drills", OptionList)
            for one in self._shown.values():
                drills.replace_option_prompt(one.record.drill.id, self._drawn(one))

    def _drawn(self, shown: _Shown) -> Content:
        drill = shown.record.drill
        title = one_line(drill.title, "bold") + T("  ") + T(drill.id, "dim")
        lines = [title, *self._indented(shown.progress, "$text-warning" if shown.overdue else "")]
        lines += self._indented(shown.facts, "dim")
        for warning in shown.warnings:
            lines += self._indented(warning, "$text-warning")
        return rows(*lines)

    def _indented(self, text: str, style: str) -> list[Content]:
        """Under the title, broken as the language wants it."""
        room = max(self.size.width - 7, 20)  # indent, padding and scroll bar
        return [one_line(f"  {line}", style) for line in wrap(text, room, self.language)]

    # ------------------------------------------------------------ playing

    @on(OptionList.OptionSelected, "#drills")
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.lead_on(self._begin(str(event.option.id)))

    async def _begin(self, drill_id: str) -> None:
        step = await self._ask(partial(_next_step, drill_id=drill_id))
        if step is None:
            return
        if step.text == "changed" and step.session is None:
            self._ask_first(step)
        else:
            await self._play(step)

    def _ask_first(self, step: NextStep) -> None:
        from simulator.tui.screens.confirm import ConfirmScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self.lead_on(self._play(step))

        question = ConfirmScreen(
            self.words("screen.changed-title"),
            self.words("text-changed", scenario=step.scenario),
            self.words("screen.begin-anyway"),
            self.words("screen.cancel"),
        )
        self.app.push_screen(question, answered)

    async def _play(self, step: NextStep) -> None:
        """Show what is to be known before the contact; one that was left simply goes on."""
        from simulator.team.drilling import contact_for
        from simulator.tui.screens.reading import ReadyScreen, Terms

        make = partial(contact_for, step=step, language=self.language)
        if step.session is not None:
            contact = await self._ask(make)
            if contact is not None:
                self.dojo.open_call(contact)
            return
        scenario = await self._ask(lambda workplace: workplace.library.scenario(step.scenario))
        if scenario is not None:
            terms = Terms(step.mode, step.intensity, step.language or self.language)
            self.app.push_screen(ReadyScreen(scenario, terms, make))

    # ------------------------------------------------------------ what leads do

    def action_make(self) -> None:
        self.lead_on(self._open_form())

    async def _open_form(self) -> None:
        from simulator.tui.screens.drill_form import DrillForm

        choices = await self._ask(partial(_choices, language=self.language))
        if choices is not None:
            self.app.push_screen(DrillForm(choices, self._make), self._done)

    async def _make(self, plan: DrillPlan) -> str:
        """Why it could not be made; empty when it was."""

        def make(desk: DrillDesk) -> None:
            record = desk.make(plan)
            self.dojo.call_from_thread(self._tell_made, record)

        return await self._tried(make)

    def _tell_made(self, record: DrillRecord) -> None:
        drill = record.drill
        tell(self.app, self.words("made", title=drill.title, drill=drill.id))

    def action_assign(self) -> None:
        from simulator.tui.screens.drill_form import AssignForm

        chosen = self._still_open()
        if chosen is None:
            return

        async def assign(logins: tuple[str, ...]) -> str:
            return await self._tried(lambda desk: desk.assign(chosen.record, logins))

        people = _people(self.dojo.workplace)
        self.app.push_screen(AssignForm(chosen.record.drill.title, people, assign), self._done)

    def action_board(self) -> None:
        from simulator.tui.screens.board import BoardScreen

        chosen = self._chosen()
        if chosen is not None:
            drill = chosen.record.drill
            self.app.push_screen(BoardScreen(drill.id, drill.title))

    def action_close(self) -> None:
        from simulator.tui.screens.confirm import ConfirmScreen

        chosen = self._still_open()
        if chosen is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.run_worker(self._close(chosen.record))

        question = ConfirmScreen(
            self.words("screen.close-title"),
            self.words("screen.close-text", title=chosen.record.drill.title),
            self.words("screen.close-yes"),
            self.words("screen.cancel"),
        )
        self.app.push_screen(question, answered)

    async def _close(self, record: DrillRecord) -> None:
        self._notice(await self._tried(lambda desk: desk.close(record)))
        self.bring_up_to_date()

    def _done(self, _made: bool | None) -> None:
        self.bring_up_to_date()

    # ------------------------------------------------------------ inner

    def action_back(self) -> None:
        self.dojo.go_home()

    def _chosen(self) -> _Shown | None:
        drills = self.query_one("#drills", OptionList)
        if drills.highlighted is None or not drills.option_count:
            return None
        return self._shown.get(str(drills.get_option_at_index(drills.highlighted).id))

    def _still_open(self) -> _Shown | None:
        """The chosen drill, if it is open; one that is closed is told at once."""
        chosen = self._chosen()
        if chosen is not None and chosen.record.closed is not None:
            self._notice(self.words("screen.is-closed", title=chosen.record.drill.title))
            return None
        self._notice("")
        return chosen

    async def _ask(self, call: Callable[[Workplace], _R]) -> _R | None:
        """What the back room answers; None when it failed, which is told."""
        try:
            found = await self.dojo.backroom.use(call)
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            return None
        self._notice("")
        return found

    async def _tried(self, do: Callable[[DrillDesk], object]) -> str:
        """Why the back room could not do it; empty when it could."""

        def call(workplace: Workplace) -> None:
            from simulator.team.drilling import DrillDesk

            do(DrillDesk(workplace))

        try:
            await self.dojo.backroom.use(call)
        except known_failures() as error:
            return failure_text(error, self.language)
        return ""


def _read(workplace: Workplace, language: str) -> list[_Shown]:
    """All drills, open ones first, the newest of each first."""
    from simulator.team.drill_view import DrillView
    from simulator.team.drilling import DrillDesk

    desk = DrillDesk(workplace)
    view = DrillView(desk, workplace, "ja" if language == "ja" else "en")
    records = sorted(reversed(desk.drills().records), key=lambda r: r.closed is not None)
    return [_shown(record, desk, view, workplace) for record in records]


def _shown(record: DrillRecord, desk: DrillDesk, view: DrillView, workplace: Workplace) -> _Shown:
    facts = view.facts(record, titles=True)
    if record.closed is not None:
        return _Shown(record, facts, view.say("closed-state"), (), overdue=False)
    warnings = tuple(view.warnings(record.drill, desk.catalogue([record])))
    parts, overdue = [], False
    if record.is_for(workplace.trainee):
        own = desk.standing_of(record, workplace.trainee)
        overdue = own.overdue
        parts.append(view.say("mine", progress=view.own(own)))
        parts += [view.say("overdue")] if overdue else []
    if workplace.store.sees_all:
        parts.append(view.progress(record))
    return _Shown(record, facts, view.say("and").join(parts), warnings, overdue)


def _next_step(workplace: Workplace, drill_id: str) -> NextStep:
    from simulator.team.drilling import DrillDesk

    desk = DrillDesk(workplace)
    return desk.next_step(desk.find(drill_id))


def _people(workplace: Workplace) -> tuple[Person, ...]:
    """Whom a drill can be set for; nobody where nobody is registered."""
    return tuple(person for person in workplace.store.people() if person.active)


def _choices(workplace: Workplace, language: str) -> FormChoices:
    """What the form offers; a scenario that cannot be read is not offered."""
    from scenarios.problems import SourceError
    from simulator.tui.screens.drill_form import FormChoices

    titles = {}
    for scenario_id in workplace.library.ids:
        try:
            card = workplace.library.card(scenario_id)
        except SourceError:  # told on the first screen
            continue
        titles[scenario_id] = card.title.of("ja" if language == "ja" else "en")
    return FormChoices(titles, _people(workplace), workplace.new_seed(), workplace.now())
