"""Asks once before something that cannot be taken back."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from simulator.tui.draw import T
from simulator.tui.keys import BACK, bindings
from simulator.tui.screens.base import DojoModal
from simulator.tui.widgets.prose import Prose


class ConfirmScreen(DojoModal[bool]):
    """A title, a text and two buttons; gives True for the first one. Esc gives False."""

    KEYS = (BACK,)
    BINDINGS = bindings(KEYS)

    def __init__(self, title: str, text: str, yes: str, no: str) -> None:
        super().__init__()
        self._title = title
        self._question = text
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = T(self._title)
            yield Prose(self._question, self.language, classes="paragraph")
            with Horizontal(classes="buttons"):
                yield Button(T(self._yes), id="yes", variant="warning")
                yield Button(T(self._no), id="no")

    def on_mount(self) -> None:
        self.query_one("#no", Button).focus()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_back(self) -> None:
        self.dismiss(False)
