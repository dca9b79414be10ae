"""A single-line input that loses nothing of a paste."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from scenarios.text import clean_text
from simulator.tui.typed import unprinted

__all__ = ["LineInput"]


class LineInput(Input):
    """Textual's own keeps the first pasted line only, and no joiners; here lines are joined by spaces."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(clean_text(event.text, keep_newlines=False).strip())

    async def _on_key(self, event: events.Key) -> None:
        if text := unprinted(event):
            event.stop()
            event.prevent_default()
            self.write(text)
            return
        await super()._on_key(event)

    def write(self, text: str) -> None:
        """Put *text* in as if it had been typed here."""
        self.replace(text, *self.selection)
