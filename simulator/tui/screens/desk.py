"""The desk as a dialog, where the window is too narrow for it at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from simulator.tui.draw import T
from simulator.tui.keys import BACK, HELP, Key, bindings, label
from simulator.tui.messages import ActionChosen
from simulator.tui.screens.base import DojoModal, styles
from simulator.tui.widgets.desk_pane import DeskPane
from simulator.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from simulator.contact import Contact
    from simulator.tui.widgets.desk_pane import Part
    from simulator.tui.widgets.line_input import LineInput

_CHOOSE = Key("enter", "none", label("key.choose"), "Enter", bound=False)
_KEYS = (
    BACK,
    Key("f2", "part('record')", label("key.record"), "F2"),
    Key("f3", "part('actions')", label("key.actions"), "F3"),
    HELP,
)


class DeskScreen(DojoModal[str | None]):
    """Gives the id of the action that was picked, or None."""

    CSS_PATH = styles("desk")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)
    HELP_TEXT = "help.desk"

    def __init__(self, contact: Contact, part: Part, words: str = "") -> None:
        """*words*: what is being looked up."""
        super().__init__()
        self._words = words
        self._contact = contact
        self._part: Part = part

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall-dialog") as box:
            box.border_title = T(self.say("call.desk"))
            yield DeskPane(
                self._contact.record(),
                self._contact.handbook,
                self._contact.actions(),
                self._contact.language,
            )
            yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        if self._words:
            self.query_one(DeskPane).look_up(self._words)
        self.action_part(self._part)

    def keys(self) -> tuple[Key, ...]:
        return (_CHOOSE, *self.KEYS) if self._part == "actions" else self.KEYS

    def action_part(self, part: Part) -> None:
        self._part = part
        self.query_one(DeskPane).show_part(part)
        self.query_one(KeyBar).show(self.keys())

    def writes_into(self) -> LineInput | None:
        return self.query_one(DeskPane).search

    @on(ActionChosen)
    def _chosen(self, event: ActionChosen) -> None:
        self.dismiss(event.action)

    def action_back(self) -> None:
        self.dismiss(None)
