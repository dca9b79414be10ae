"""The footer: the few keys of a screen, as many as fit, the help key always."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widget import Widget

from scenarios.language import Language
from simulator.machine.wrap import cells
from simulator.tui.draw import T
from simulator.tui.keys import HELP, Key

__all__ = ["KeyBar"]


class KeyBar(Widget):
    """One row of keys; a click does what the key does."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"key-bar--cap"}  # noqa: RUF012 - as Textual declares it

    def __init__(self, keys: tuple[Key, ...], language: Language) -> None:
        super().__init__()
        self._keys = tuple(key for key in keys if key.footer)
        self._language: Language = language

    def show(self, keys: tuple[Key, ...]) -> None:
        """Other keys from now on."""
        shown = tuple(key for key in keys if key.footer)
        if shown != self._keys:
            self._keys = shown
            self.refresh()

    def fitting(self, width: int) -> list[Key]:
        """The keys that fit in *width* cells, in order; the help key always does."""
        kept = list(self._keys)
        giving_way = sorted((k for k in kept if k != HELP), key=lambda key: key.rank)
        while giving_way and sum(map(self._width, kept)) > width:
            kept.remove(giving_way.pop())
        return kept

    def render(self) -> Content:
        cap_style = self.get_visual_style("key-bar--cap")
        parts = []
        for key in self.fitting(self.size.width):
            cap = Content.assemble((f" {key.cap} ", cap_style))
            parts += [cap, T(f"{self._label(key)} ")]
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        right = 0
        for key in self.fitting(self.size.width):
            right += self._width(key)
            if event.x < right:
                self.app.simulate_key(key.keys.split(",")[0])
                return

    def _label(self, key: Key) -> str:
        return key.label.of(self._language)

    def _width(self, key: Key) -> int:
        return cells(f" {key.cap} {self._label(key)} ")
