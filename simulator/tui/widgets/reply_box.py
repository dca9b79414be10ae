"""Where the reply is typed: Enter sends and Ctrl+J breaks the line; nothing typed is ever lost.

In a letter Enter breaks the line, as it does in every letter, and a key of the screen sends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.document import _wrapped_document
from textual.message import Message
from textual.widgets import TextArea

from scenarios.text import MAX_REPLY_CHARACTERS, clean_text
from simulator.machine.wrap import wrap_offsets
from simulator.tui.draw import T
from simulator.tui.messages import TraineeActive
from simulator.tui.typed import unprinted

__all__ = ["ReplyBox", "WritingArea"]

_OFFSETS = "compute_wrap_offsets"
"""A private name of Textual; a test tells when it goes away."""
_textual_offsets: Callable[..., list[int]] = getattr(_wrapped_document, _OFFSETS)


def _offsets(text: str, width: int, tab_size: int, **options: object) -> list[int]:
    """In place of Textual's, which breaks at blanks only; with tabs it keeps its own way."""
    if "\t" in text or width < 2:
        return _textual_offsets(text, width, tab_size, **options)
    return wrap_offsets(text, width, "ja", typing=True)


setattr(_wrapped_document, _OFFSETS, _offsets)


class WritingArea(TextArea):
    """A text box for Japanese and English in which a paste is cleaned and never cut."""

    @dataclass
    class PasteRefused(Message):
        """A paste would have passed the limit; the box is as it was."""

        area: WritingArea
        characters: int
        """How many were pasted."""
        total: int
        """How many there would have been in the box."""

        @property
        def figures(self) -> dict[str, int]:
            """What the sentence about it names."""
            return {
                "count": self.characters,
                "total": self.total,
                "limit": MAX_REPLY_CHARACTERS,
            }

        @property
        def control(self) -> WritingArea:
            return self.area

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(
            id=id,
            placeholder=T(placeholder),
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """F6 is a key of the screens; Textual would select a line."""
        return action != "select_line"

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(TraineeActive())
        pasted = clean_text(event.text)
        total = len(self.text) - len(self.selected_text) + len(pasted)
        if total > MAX_REPLY_CHARACTERS:
            self.post_message(self.PasteRefused(self, len(pasted), total))
            return
        result = self._replace_via_keyboard(pasted, *self.selection)
        if result:
            self.move_cursor(result.end_location)
            self.focus()

    async def _on_key(self, event: events.Key) -> None:
        self.post_message(TraineeActive())
        if event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            self.write("\n")
            return
        if text := unprinted(event):
            event.stop()
            event.prevent_default()
            self.write(text)
            return
        await super()._on_key(event)

    def write(self, text: str) -> None:
        """Put *text* in as if it had been typed here."""
        self.post_message(TraineeActive())
        self._replace_via_keyboard(text, *self.selection)


class ReplyBox(WritingArea):
    """The box of a reply."""

    enter_sends = True
    """Whether Enter sends; otherwise it breaks the line."""

    @dataclass
    class Submitted(Message):
        """It is to be sent; the text stays in the box until it has been saved."""

        text: str

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self.enter_sends:
            event.stop()
            event.prevent_default()
            self.submit()
            return
        await super()._on_key(event)

    def submit(self) -> None:
        """Ask for the text to be sent."""
        self.post_message(TraineeActive())
        self.post_message(self.Submitted(self.text))

    def take(self, sent: str) -> None:
        """Remove what has been sent; what was typed meanwhile stays."""
        if self.text.startswith(sent):
            rest = self.text[len(sent) :].lstrip("\n")
            self.text = rest
            self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Put a draft before what has been typed meanwhile, the cursor at the end."""
        self.text = text + self.text
        self.move_cursor(self.document.end)
