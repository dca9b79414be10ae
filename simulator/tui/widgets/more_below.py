"""One row that says that there is more below, where a scroll bar alone is easily missed."""

from __future__ import annotations

from textual.containers import VerticalScroll

from scenarios.language import Language
from simulator.tui.widgets.prose import Prose

__all__ = ["MoreBelow"]


class MoreBelow(Prose):
    """Goes with a part of the screen that scrolls; takes no room where everything fits."""

    def __init__(self, text: str, language: Language, scrolled: VerticalScroll) -> None:
        super().__init__("", language)
        self._told = text
        self._scrolled = scrolled

    def on_mount(self) -> None:
        self.display = False
        self.watch(self._scrolled, "scroll_y", self._look, init=False)
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._look())

    def _look(self) -> None:
        part = self._scrolled
        # The row stays, empty, at the very end: what is read must not jump as one gets there.
        scrolls = part.max_scroll_y > 0
        text = self._told if part.scroll_y < part.max_scroll_y else ""
        if (self.display, self.plain) != (scrolls, text):
            self.display = scrolls
            self.show(text)
