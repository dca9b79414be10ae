"""What to do about a contact that went on in another window: take it up as it now stands, or leave.

Nothing that is said here is guessed: the contact is read anew first. What was half-typed is kept as
its draft where it goes on; where it is over there, Esc leads back to the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from simulator.tui.draw import T
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, bindings
from simulator.tui.screens.base import DojoModal, DojoScreen
from simulator.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["ElsewhereScreen", "offer_as_it_stands"]


@dataclass(frozen=True, slots=True)
class _Found:
    """A contact as it is on record now."""

    contact: Contact
    open: bool
    """Whether it can be gone on with."""
    kept: bool
    """Whether the half-typed text is its draft now."""


async def offer_as_it_stands(screen: DojoScreen[Any], contact: Contact, typed: str) -> None:
    """Ask what to do about *contact*, of which *screen* no longer knows how it stands.

    *typed*: the reply that was not sent; empty for none, and for what is no reply.
    """
    try:
        found = await screen.dojo.backroom.ask(partial(_read_anew, contact, typed))
    except known_failures() as error:
        found, reason = None, failure_text(error, screen.language)
    else:
        reason = ""
    if not screen.still_open:
        return

    def answered(choice: str | None) -> None:
        if choice == "take-up" and found is not None:
            # The other window may have kept a draft of its own since.
            screen.dojo.open_call(found.contact, typed if found.kept else "")
        elif choice is not None:
            screen.dojo.go_home()

    screen.app.push_screen(ElsewhereScreen(found, typed, reason), answered)


def _read_anew(contact: Contact, typed: str) -> _Found:
    now = type(contact).resume(contact.workplace, contact.session_id)
    going = contact.workplace.store.load(contact.session_id).state == "open" and not now.ended
    if going and typed.strip():
        now.save_draft(typed)
    return _Found(now, going, going and bool(typed.strip()))


class ElsewhereScreen(DojoModal[str]):
    """Gives "take-up" or "leave"; Esc gives None and changes nothing."""

    KEYS = (BACK,)
    BINDINGS = bindings(KEYS)

    def __init__(self, found: _Found | None, typed: str, reason: str) -> None:
        super().__init__()
        self._found = found
        self._typed = typed
        self._reason = reason

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            title = "elsewhere.gone" if self._found is None else "elsewhere.title"
            box.border_title = T(self.say(title))
            yield Prose(self._text(), self.language, classes="paragraph")
            with Horizontal(classes="buttons"):
                if (label := self._label()) is not None:
                    yield Button(T(self.say(label)), id="take-up", variant="primary")
                yield Button(T(self.say("elsewhere.leave")), id="leave")

    def on_mount(self) -> None:
        self.query(Button).first().focus()

    def _text(self) -> str:
        found = self._found
        if found is None:
            parts = [self._reason]
        else:
            parts = [self.say("elsewhere.goes-on" if found.open else "elsewhere.over")]
        if found is not None and found.kept:
            parts.append(self.say("elsewhere.kept"))
        elif self._typed.strip():
            parts.append(self.say("elsewhere.not-sent"))
        return "\n".join(parts)

    def _label(self) -> str | None:
        """Where taking it up leads; None where there is nothing to take up."""
        found = self._found
        if found is None or not (found.open or found.contact.ended):
            return None
        if found.open:
            return "elsewhere.take-up"
        note_follows = not (found.contact.stopped or found.contact.note_filed)
        return "call.to-note" if note_follows else "call.to-debrief"

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id)

    def action_back(self) -> None:
        self.dismiss(None)
