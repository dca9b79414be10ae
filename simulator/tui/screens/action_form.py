"""Fills in the arguments of an action of the desk."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input

from scenarios.language import Language
from scenarios.model import ActionKind, Argument
from simulator.engine.arguments import LONGEST_TEXT, argument_value
from simulator.tui.draw import T
from simulator.tui.keys import BACK, bindings
from simulator.tui.screens.base import styles
from simulator.tui.screens.form import DojoForm
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP

__all__ = ["ActionForm", "problem_with"]


def problem_with(argument: Argument, value: str, language: Language) -> str | None:
    """Why *value* cannot be taken, in words; None if it can. Empty optional values can."""
    name = argument.label.of(language)
    if not value:
        return None if argument.optional else APP.say("desk.needed", language, label=name)
    if argument_value(argument, value) is not None:
        return None
    choices, count = ", ".join(argument.choices), len(value)
    facts = {"label": name, "choices": choices, "count": count, "most": LONGEST_TEXT}
    return APP.say(f"desk.bad.{argument.kind}", language, **facts)


class ActionForm(DojoForm[Mapping[str, str] | None]):
    """Gives the arguments by name, or None when it was left.

    Speaks the language of the contact throughout, as the whole desk does.
    """

    CSS_PATH = styles("desk")
    KEYS = (BACK,)
    BINDINGS = bindings(KEYS)

    def __init__(self, kind: ActionKind, language: Language) -> None:
        super().__init__()
        self._kind = kind
        self._language: Language = language

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = T(self._kind.title.of(self._language))
            with VerticalScroll(can_focus=False):
                yield Prose(self._kind.help.of(self._language), self._language, classes="quiet")
                for name, argument in self._kind.arguments.items():
                    yield from self._field(name, argument)
                yield Prose("", self.language, id="problem", classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(T(self._words("desk.form-send")), id="send", variant="primary")
                yield Button(T(self._words("desk.form-cancel")), id="cancel")

    def _words(self, key: str, **values: object) -> str:
        return APP.say(key, self._language, **values)

    def on_mount(self) -> None:
        fields = self.query(LineInput)
        (fields.first() if fields else self.query_one("#send", Button)).focus()

    def _field(self, name: str, argument: Argument) -> ComposeResult:
        optional = self._words("desk.optional") if argument.optional else ""
        yield Prose(argument.label.of(self._language) + optional, self._language, classes="label")
        kind = f"desk.kind.{argument.kind}"
        hint = T(self._words(kind, choices=", ".join(argument.choices))).plain
        yield LineInput(placeholder=hint, name=name)

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        """Enter goes to the next field, from the last one it carries the action out."""
        fields = list(self.query(LineInput))
        position = next(i for i, field in enumerate(fields) if field is event.input)
        if position + 1 < len(fields):
            fields[position + 1].focus()
        else:
            self._send()

    @on(Button.Pressed, "#send")
    def _send(self) -> None:
        args: dict[str, str] = {}
        for field in self.query(LineInput):
            argument = self._kind.arguments[str(field.name)]
            value = field.value.strip()
            problem = problem_with(argument, value, self._language)
            if problem is not None:
                self.query_one("#problem", Prose).show(problem)
                field.focus()
                return
            if value:
                args[str(field.name)] = value
        self.dismiss(args)

    @on(Button.Pressed, "#cancel")
    def action_back(self) -> None:
        self.leave(None)
