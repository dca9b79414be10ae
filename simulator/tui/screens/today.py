"""Today's practice: what there is to do, why, and what is behind; nothing more once it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.practice.draw import bar
from simulator.practice.today import Item
from simulator.tui.day import Day, Todo, begin_item, day_of
from simulator.tui.draw import T, rows
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, HELP, Key, bindings
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.next_card import NextCard
from simulator.tui.widgets.prose import Prose
from simulator.words.app_today import TODAY
from simulator.words.practice import PRACTICE

if TYPE_CHECKING:
    from datetime import date

    from simulator.workplace import Workplace

__all__ = ["TodayScreen"]

_BAR = 12
_KEYS = (
    Key("enter", "none", TODAY.table["key.begin"], "Enter", bound=False),
    Key("down", "none", TODAY.table["key.pick"], "↑↓", rank=2, bound=False),
    Key("f7", "progress", TODAY.table["key.progress"], "F7"),
    BACK,
    HELP,
)


class TodayScreen(DojoScreen[None]):
    """The ten minutes of the day, made anew each time the screen is opened."""

    CSS_PATH = styles("today")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    @dataclass
    class Chosen(Message):
        """An item was picked to be done."""

        item: Item

    def __init__(self) -> None:
        super().__init__()
        self._done = False

    def keys(self) -> tuple[Key, ...]:
        return tuple(key for key in self.KEYS if key.bound) if self._done else self.KEYS

    def anew(self) -> TodayScreen:
        return TodayScreen()

    def words(self, key: str, **values: object) -> str:
        """A text of the table of this screen."""
        return TODAY.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.words("help.today")

    def compose(self) -> ComposeResult:
        yield Prose(self.words("today.title"), self.language, classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        with VerticalScroll(id="day", can_focus=False):
            yield Prose(self.words("today.reading"), self.language, classes="quiet")
        yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        self.run_worker(self._fill())

    async def _fill(self) -> None:
        language = self.language

        def read(workplace: Workplace) -> Day:
            return day_of(workplace, language)

        place = self.query_one("#day", VerticalScroll)
        try:
            day = await self.dojo.backroom.use(read)
        except known_failures() as error:
            self._notice(failure_text(error, language))
            await place.remove_children()
            return
        with self.app.batch_update():
            await place.remove_children()
            await place.mount_all(self._parts(day))
        cards = place.query(NextCard)
        if cards:
            cards.first().focus()
        else:
            self._done = True
            self.query_one(KeyBar).show(self.keys())

    # ------------------------------------------------------------ what is shown

    def _parts(self, day: Day) -> Iterator[Widget]:
        plan, language = day.plan, self.language
        if not plan.items:
            yield self._nothing_left(day)
            return
        if plan.done:
            yield Prose(self._way(day), language, id="way")
        for number, todo in enumerate(day.todos, start=1):
            yield self._card(number, todo, plan.day)
        around = self._around(day)
        if around:
            yield Prose(rows(*map(T, around)), language, id="around", classes="quiet")

    def _nothing_left(self, day: Day) -> Prose:
        plan, language = day.plan, self.language
        head = PRACTICE.say("today.done" if plan.done else "today.nothing", language)
        lines = [T(head, "bold")]
        if plan.done:
            spent = PRACTICE.say(
                "today.spent", language, done=plan.done, minutes=_minutes(plan.done_minutes)
            )
            lines += [T(self.words("today.rest")), T(""), T(spent)]
        lines += map(T, self._around(day))
        done = Prose(rows(*lines), language, id="done")
        done.border_title = T("✓" if plan.done else "")
        return done

    def _way(self, day: Day) -> Content:
        """How far the day has come, as a bar and in figures."""
        plan = day.plan
        percent = round(100 * plan.done_minutes / max(plan.done_minutes + plan.minutes, 1))
        told = self.words(
            "today.way", done=_minutes(plan.done_minutes), left=_minutes(plan.minutes)
        )
        return T(bar(percent, _BAR), "$accent") + T(f" {told}")

    def _card(self, number: int, todo: Todo, today: date) -> NextCard:
        item = todo.item
        kind = self.words(f"today.{item.kind}", number=number, minutes=_minutes(item.minutes))
        text = self._moment(todo, today) if item.kind == "moment" else self._call(todo)
        title = todo.title.of(self.language)
        if item.kind == "moment" and todo.skills:
            title = todo.skills[0].title.of(self.language)
        return NextCard(kind, title, "\n".join(text), self.language, partial(self.Chosen, item))

    def _moment(self, todo: Todo, today: date) -> Iterator[str]:
        language, origin = self.language, todo.origin
        for skill in todo.skills:
            yield self.words("today.aim", aim=skill.practise.of(language))
        if origin is not None:
            yield self.words(
                f"today.{'partly' if origin.degree == 'partly' else 'missed'}",
                when=self._when(origin.day, today),
                customer=self.words("sir", name=origin.customer.of(language)),
                turn=todo.item.turn,
                title=todo.title.of(language),
            )

    def _call(self, todo: Todo) -> Iterator[str]:
        if todo.begun:
            yield self.words("today.open")
        if todo.skills:
            aims = (skill.practise.of(self.language) for skill in todo.skills)
            yield self.words("today.aim", aim=self.words("or").join(aims))
        elif not todo.best:
            yield self.words("today.first")
        if todo.best is not None:
            yield self.words("today.best", total=todo.best.total)

    def _when(self, day: date, today: date) -> str:
        days = (today - day).days
        key = "same-day" if days < 1 else "yesterday" if days == 1 else "ago"
        return self.words(f"today.{key}", days=days, date=day.isoformat())

    def _around(self, day: Day) -> list[str]:
        """What stands beside the list: the days in a row, or how long it has been."""
        plan, language = day.plan, self.language
        told: list[str] = []
        if plan.streak.days > 1:
            told.append(PRACTICE.say("today.streak", language, days=plan.streak.days))
        elif plan.streak.since is not None and plan.streak.since > 1:
            told.append(PRACTICE.say("today.back", language, since=plan.streak.since))
        return told

    # ------------------------------------------------------------ keys

    def on_key(self, event: events.Key) -> None:
        """The arrow keys lead from item to item; where there is no other, the page scrolls."""
        step = {"down": 1, "up": -1}.get(event.key)
        if step is None:
            return
        event.stop()
        cards = list(self.query(NextCard))
        number = next((n for n, card in enumerate(cards) if card.has_focus), -1) + step
        if 0 <= number < len(cards):
            cards[number].focus()
        else:
            self.query_one("#day").scroll_relative(y=step * 3, animate=False)

    @on(Chosen)
    def _picked(self, event: Chosen) -> None:
        self._notice(self.words("today.starting"))
        self.lead_on(self._start(event.item))

    async def _start(self, item: Item) -> None:
        try:
            contact = await self.dojo.backroom.use(partial(begin_item, item=item))
            if contact is not None:
                self.dojo.open_call(contact)
            else:
                self.dojo.open_briefing(item.scenario)
        except known_failures() as error:
            self._notice(failure_text(error, self.language))

    def action_progress(self) -> None:
        from simulator.tui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen())

    def action_back(self) -> None:
        self.dojo.go_home()


def _minutes(value: float) -> str:
    return f"{value:g}"
