"""Stands in the place of the reply box once a contact has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Button

from scenarios.language import Language, Text
from simulator.tui.draw import T
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["EndCard"]


class EndCard(Vertical):
    """How it ended, and the button that leads on."""

    def __init__(self, contact: Contact, onward: Text, language: Language) -> None:
        """*onward*: what follows."""
        super().__init__(id="ended")
        self._onward = onward
        self._contact = contact
        self._language: Language = language

    def compose(self) -> ComposeResult:
        contact, language = self._contact, self._language
        title = contact.ending.title.of(contact.language) if contact.ending else ""
        key = "call.ended" if title else "call.ended-plain"
        yield Prose(T(APP.say(key, language, title=title), "bold"), language, id="ended-text")
        yield Button(T(self._onward.of(language)), id="go-on", variant="primary")

    def on_mount(self) -> None:
        self.query_one(Button).focus()
