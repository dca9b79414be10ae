"""The forms in which a lead sets a drill, or adds people to one."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button

from scenarios.language import Language
from scenarios.model import Intensity, Mode
from scenarios.numbers import narrow, whole_number
from simulator.errors import UsageError
from simulator.store.model import Person
from simulator.team.drill_plan import DrillPlan, parse_due
from simulator.tui.draw import T
from simulator.tui.failures import failure_text
from simulator.tui.keys import BACK, bindings
from simulator.tui.screens.base import styles
from simulator.tui.screens.form import DojoForm
from simulator.tui.widgets.choice import Choice, Choices
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.pick_list import PickList
from simulator.tui.widgets.prose import Prose
from simulator.words.drill import DRILL

__all__ = ["AssignForm", "DrillForm", "FormChoices", "split_logins"]

_BETWEEN = re.compile(r"[\s,、，;；]+")


def split_logins(text: str) -> tuple[str, ...]:
    """Logins as people write them one after the other."""
    return tuple(part for part in _BETWEEN.split(narrow(text).strip()) if part)


@dataclass(frozen=True, slots=True)
class FormChoices:
    """What a drill can be made from."""

    titles: Mapping[str, str]
    """Of scenarios, by id."""
    people: tuple[Person, ...]
    """Those who are registered."""
    seed: int
    """The customer that everybody gets."""
    now: datetime


class _Form(DojoForm[bool]):
    """A dialog that stays open until what it says could be done."""

    AUTO_FOCUS = ""  # the first field is focused without scrolling its label away
    CSS_PATH = styles("drills")
    KEYS = (BACK,)
    BINDINGS = bindings(KEYS)

    def words(self, key: str, **values: object) -> str:
        return DRILL.say(key, self.language, **values)

    def label(self, key: str) -> Prose:
        return Prose(self.words(key), self.language, classes="label")

    def buttons(self, send: str) -> ComposeResult:
        yield Prose("", self.language, id="problem", classes="problem")
        with Horizontal(classes="buttons"):
            yield Button(T(self.words(send)), id="send", variant="primary")
            yield Button(T(self.words("screen.cancel")), id="cancel")

    def people_hint(self, people: tuple[Person, ...]) -> ComposeResult:
        """Who can be named, by login, with the name where it is another."""
        if people:
            told = self.words("comma").join(
                one.login
                if one.name == one.login
                else self.words("form.person", login=one.login, name=one.name)
                for one in people
            )
            yield Prose(self.words("form.people-hint", people=told), self.language, classes="quiet")

    def value(self, field: str) -> str:
        return self.query_one(f"#{field}", LineInput).value.strip()

    def problem(self, text: str) -> None:
        shown = self.query_one("#problem", Prose)
        shown.display = bool(text)
        shown.show(text)
        if text:
            shown.scroll_visible(animate=False)

    async def send(self, doing: Awaitable[str]) -> None:
        """Close when it was done, else tell why not."""
        button = self.query_one("#send", Button)
        button.disabled = True
        problem = await doing
        if not self.still_open:
            return
        button.disabled = False
        self.problem(problem)
        if not problem:
            self.dismiss(True)

    @on(Button.Pressed, "#cancel")
    def action_back(self) -> None:
        self.leave(False)


class DrillForm(_Form):
    """Everything about a new drill, in the order in which a lead thinks of it."""

    def __init__(self, choices: FormChoices, make: Callable[[DrillPlan], Awaitable[str]]) -> None:
        """*make* stores a plan and gives the reason why it could not, or nothing."""
        super().__init__()
        self._choices = choices
        self._make = make

    def compose(self) -> ComposeResult:
        choices = self._choices
        with Vertical(classes="dialog -tall-dialog") as box:
            box.border_title = T(self.words("form.title"))
            with VerticalScroll(can_focus=False):
                yield self.label("form.name")
                yield LineInput(id="title")
                yield self.label("form.scenarios")
                yield PickList(choices.titles, id="scenarios")
                yield from self._choice("who", "form.who", ("form.who-all", "form.who-named"))
                yield self.label("form.logins")
                yield from self.people_hint(choices.people)
                yield LineInput(id="logins")
                yield from self._optional("due")
                yield from self._choice("customer", "form.customer", ("same-customer", "varied"))
                yield from self._choice("language", "form.language", ("any", "ja", "en"))
                modes = ("mode.practice", "mode.guided", "mode.test")
                yield from self._choice("mode", "form.mode", modes)
                hardness = ("intensity.normal", "intensity.mild", "intensity.hard")
                yield from self._choice("intensity", "form.intensity", hardness)
                yield from self._optional("pass-mark")
                yield from self._optional("attempts")
            yield from self.buttons("form.send")

    def on_mount(self) -> None:
        self.query_one("#title", LineInput).focus(scroll_visible=False)

    def _choice(self, name: str, heading: str, keys: tuple[str, ...]) -> ComposeResult:
        """The first is the one that counts unless another is chosen."""
        yield self.label(heading)
        with Choices(id=name):
            for number, key in enumerate(keys):
                yield Choice(self.words(key), chosen=not number, name=key.rpartition(".")[2])

    def _optional(self, name: str) -> ComposeResult:
        yield self.label(f"form.{name}")
        hint = T(self.words(f"form.{name}-hint")).plain
        yield LineInput(placeholder=hint, id=name)

    def _picked(self, name: str) -> str:
        return self.query_one(f"#{name}", Choices).chosen

    @on(LineInput.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @on(LineInput.Changed, "#logins")
    def _by_name(self, event: LineInput.Changed) -> None:
        """Whoever writes names means these people, not everybody."""
        if split_logins(event.value):
            self.query_one("#who", Choices).choose("who-named")

    @on(Button.Pressed, "#send")
    def _send(self) -> None:
        try:
            plan = self._plan()
        except UsageError as error:
            self.problem(failure_text(error, self.language))
            return
        self.run_worker(self.send(self._make(plan)))

    def _plan(self) -> DrillPlan:
        """Raises UsageError for what is not even a date or a number."""
        everyone = self._picked("who") == "who-all"
        logins = split_logins(self.value("logins"))
        if everyone and logins:
            raise UsageError("usage", detail=self.words("form.all-and-named"))
        language, due = self._picked("language"), self.value("due")
        same = self._picked("customer") == "same-customer"
        return DrillPlan(
            title=self.value("title"),
            scenarios=self.query_one("#scenarios", PickList).picked,
            language=None if language == "any" else cast("Language", language),
            mode=cast("Mode", self._picked("mode")),
            intensity=cast("Intensity", self._picked("intensity")),
            seed=self._choices.seed if same else None,
            due=parse_due(due, self._choices.now) if due else None,
            pass_mark=self._number("pass-mark"),
            attempts=self._number("attempts"),
            everyone=everyone,
            logins=logins,
        )

    def _number(self, field: str) -> int | None:
        text = self.value(field)
        number = whole_number(text)
        if text and number is None:
            label = self.words(f"form.{field}")
            raise UsageError("usage", detail=self.words("form.number", label=label))
        return number


class AssignForm(_Form):
    """More people for a drill that is there."""

    def __init__(
        self,
        title: str,
        people: tuple[Person, ...],
        assign: Callable[[tuple[str, ...]], Awaitable[str]],
    ) -> None:
        """*assign* makes it theirs and gives the reason why it could not, or nothing."""
        super().__init__()
        self._heading = title
        self._people = people
        self._assign = assign

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = T(self.words("assign.title"))
            with VerticalScroll(can_focus=False):
                yield Prose(self._heading, self.language, classes="paragraph")
                yield self.label("form.logins")
                yield from self.people_hint(self._people)
                yield LineInput(id="logins")
            yield from self.buttons("assign.send")

    def on_mount(self) -> None:
        self.query_one("#logins", LineInput).focus()

    @on(LineInput.Submitted)
    @on(Button.Pressed, "#send")
    def _send(self) -> None:
        logins = split_logins(self.value("logins"))
        if not logins:
            self.problem(self.words("needs-name"))
            return
        self.run_worker(self.send(self._assign(logins)))
