"""A dialog in which something is typed: whoever leaves it is asked where that would be lost."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from simulator.tui.screens.base import DojoModal
from simulator.tui.screens.confirm import ConfirmScreen

__all__ = ["DojoForm"]

_R = TypeVar("_R")


class DojoForm(DojoModal[_R]):
    """Leaves by ``leave`` where what was typed is given up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "next_field", show=False)]
    """What Enter does where the field has no use for it of its own, as choices have none."""

    _at_first: tuple[str, ...] = ()

    def on_mount(self) -> None:
        self._at_first = self._typed()

    def action_next_field(self) -> None:
        self.focus_next()

    def _typed(self) -> tuple[str, ...]:
        """What stands in each field."""
        return tuple(
            field.text if isinstance(field, TextArea) else field.value
            for field in self.query("TextArea, Input")
            if isinstance(field, (TextArea, Input))
        )

    def leave(self, result: _R) -> None:
        """Close with *result*; after a question where something has been typed."""
        if self._typed() == self._at_first:
            self.dismiss(result)
            return

        def answered(sure: bool | None) -> None:
            if sure:
                self.dismiss(result)

        words = (self.say(f"form.leave-{part}") for part in ("title", "text", "yes", "no"))
        self.app.push_screen(ConfirmScreen(*words), answered)
