"""Choices of which one counts, told apart by its sign and not by colour alone."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
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
    """Choices of which the arrow keys take one at once: what is highlighted is what counts.

    Where nothing is chosen yet nothing is highlighted. Enter is left to the screen: whoever means to
    go on with it must not change what is chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,right", "choose(1)", show=False),
        Binding("up,left", "choose(-1)", show=False),
        Binding("space", "choose(0)", show=False),
    ]

    def on_mount(self) -> None:
        self.call_later(self._highlight_chosen)  # Textual's own handler highlights the first one

    def on_focus(self) -> None:
        self._highlight_chosen()

    @property
    def chosen(self) -> str:
        """The name of the choice that counts; empty where none was made."""
        button = self.pressed_button
        return (button.name if button else None) or ""

    def _highlight_chosen(self) -> None:
        self._selected = self.pressed_index if self.pressed_button is not None else None

    def action_choose(self, step: int) -> None:
        """Choose the next, the one before or (0) the first where none is chosen, and do it now: an
        Enter that follows at once must find it.
        """
        if self.pressed_button is None:
            self._selected = None
        if step > 0 or (self._selected is None and not step):
            self.action_next_button()
        elif step < 0:
            self.action_previous_button()
        if self._selected is not None:
            self._take(self.children[self._selected])

    def choose(self, name: str) -> None:
        """Choose the one of this name, as if by hand."""
        for button in self.query(Choice):
            if button.name == name:
                self._take(button)
                self._highlight_chosen()

    def _take(self, button: Widget) -> None:
        if isinstance(button, RadioButton) and button is not self.pressed_button:
            with self.prevent(RadioButton.Changed):
                if self.pressed_button is not None:
                    self.pressed_button.value = False
                button.value = True
            self._pressed_button = button
            self.post_message(self.Changed(self, button))
