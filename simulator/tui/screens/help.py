"""The help of a screen: what it is for, and its keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from simulator.machine.wrap import cells
from simulator.tui.draw import T, rows
from simulator.tui.keys import APP_KEYS, Key, bindings
from simulator.tui.screens.base import DojoModal
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP

_CLOSE = Key("escape,f1,enter,q", "back", APP.table["close"], "Esc")


class HelpScreen(DojoModal[None]):
    """Shows a text and a table of keys; any of a few keys closes it."""

    KEYS = (_CLOSE,)
    BINDINGS = bindings(KEYS)

    def __init__(self, text: str, keys: tuple[Key, ...]) -> None:
        super().__init__()
        self._help = text
        self._explained = keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall-dialog") as box:
            box.border_title = T(self.say("help.title"))
            with VerticalScroll(can_focus=True):
                yield Prose(self._help, self.language, classes="paragraph")
                yield Prose(self._key_table(), self.language, classes="paragraph")
                yield Prose(self.say("help.mouse"), self.language, classes="quiet")
            yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_back(self) -> None:
        self.dismiss()

    def _key_table(self) -> Content:
        everywhere = {key.keys for key in APP_KEYS}  # some screens have them in their footer too
        every = (*(key for key in self._explained if key.keys not in everywhere), *APP_KEYS)
        width = max(cells(key.cap) for key in every)
        return rows(
            *(
                Content.assemble(
                    T(key.cap + " " * (width - cells(key.cap) + 2), "bold"),
                    T(key.label.of(self.language)),
                )
                for key in every
            )
        )
