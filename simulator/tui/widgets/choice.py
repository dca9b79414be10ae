"""Choices of which one counts, told apart by its sign and not by colour alone."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import RadioButton, RadioSet

from simulator.tui.draw import T

__all__ = ["Choice", "Choices"]


class Choice(RadioButton):
    """A radio button that is empty unless it is the chosen one."""

    def __init__(self, text: str, *, chosen: bool, name: str) -> None:
        super().__init__(T(text), chosen, name=name)

    BUTTON_LEFT = "("
    BUTTON_RIGHT = ")"

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]
        return "●" if self.value else " "


class Choices(RadioSet, inherit_bindings=False):
    """Choices among which the arrow keys move and Space chooses. Enter is left to the screen: whoever
    means to go on with it must not change what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,right", "next_button", show=False),
        Binding("up,left", "previous_button", show=False),
        Binding("space", "toggle_button", show=False),
    ]
