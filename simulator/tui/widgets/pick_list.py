"""Several of many, each told apart by its sign and not by colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.draw import one_line

__all__ = ["PickList"]


class PickList(OptionList):
    """Space or Enter takes an entry or leaves it out again."""

    BINDINGS = [Binding("space", "select", show=False)]  # noqa: RUF012 - as Textual declares it

    def __init__(self, entries: Mapping[str, str], *, id: str) -> None:
        """*entries*: what is shown, by the name of what is picked."""
        self._entries = dict(entries)
        self._picked: dict[str, None] = {}
        super().__init__(*(Option(self._drawn(name), id=name) for name in entries), id=id)

    @property
    def picked(self) -> tuple[str, ...]:
        """In the order in which they were picked."""
        return tuple(self._picked)

    @on(OptionList.OptionSelected)
    def _switch(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name = str(event.option.id)
        if name in self._picked:
            del self._picked[name]
        else:
            self._picked[name] = None
        self.replace_option_prompt(name, self._drawn(name))

    def _drawn(self, name: str) -> Content:
        picked = name in self._picked
        sign = "(●)" if picked else "( )"
        return one_line(f"{sign} {self._entries[name]}", "bold" if picked else "")
