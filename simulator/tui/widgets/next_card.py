"""The card with the one obvious next thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from scenarios.language import Language
from simulator.tui.draw import T, one_line, rows
from simulator.tui.widgets.prose import Prose

__all__ = ["NextCard"]


class NextCard(Prose, can_focus=True):
    """Shows what comes next; each Enter or click posts a new message, as one is heard only once."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "choose", show=False)]

    def __init__(
        self, kind: str, title: str, text: str, language: Language, chosen: Callable[[], Message]
    ) -> None:
        super().__init__(_card(title, text), language)
        self.border_title = T(kind)
        self._chosen = chosen

    def action_choose(self) -> None:
        self.post_message(self._chosen())

    def on_click(self) -> None:
        self.action_choose()


def _card(title: str, text: str) -> Content:
    return rows(one_line(f"▶ {title}", "bold"), T(text))
