"""One of several choices, told apart by its sign and not by colour alone."""

from __future__ import annotations

from textual.widgets import RadioButton

from simulator.tui.draw import T

__all__ = ["Choice"]


class Choice(RadioButton):
    """A radio button that is empty unless it is the chosen one."""

    def __init__(self, text: str, *, chosen: bool, name: str) -> None:
        super().__init__(T(text), chosen, name=name)

    BUTTON_LEFT = "("
    BUTTON_RIGHT = ")"

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]
        return "●" if self.value else " "
