"""The line above a contact: channel, story clock, what is saved, silence, mood."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui.draw import T

__all__ = ["StatusLine"]


class StatusLine(Widget):
    """Parts from the left as far as they fit; the most important ones come first."""

    ALLOW_SELECT = False
    parts: reactive[tuple[Content, ...]] = reactive[tuple[Content, ...]](())
    """What is shown, most important first."""

    def render(self) -> Content:
        line, room = [], self.size.width - 1
        for part in self.parts:
            needed = part.cell_length + 2
            if needed <= room:
                line.append(part)
                room -= needed
        return T(" ") + T("  ").join(line)
