"""Room to work in: below 30 columns or 8 lines a screen lays nothing out and says so in one sentence.

Styles cannot do this: a widget that was shown by the program stays shown whatever they say, and
Textual fails on lists of a column or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.geometry import Size, Spacing
from textual.layout import DockArrangeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, RadioSet, TextArea

from simulator.tui.draw import T
from simulator.tui.widgets.pick_list import PickList
from simulator.tui.widgets.prose import wrapped
from simulator.words.app import APP

if TYPE_CHECKING:
    from textual import events

    from simulator.tui.app import SupportdojoApp

    _Base = Screen[Any]
else:
    _Base = object

__all__ = ["LEAST_COLUMNS", "LEAST_ROWS", "NeedsRoom", "too_small"]

LEAST_COLUMNS = 30
LEAST_ROWS = 8


def too_small(size: Size) -> bool:
    """Whether a window of this size has no room to work in."""
    return size.width < LEAST_COLUMNS or size.height < LEAST_ROWS


class NeedsRoom(_Base):
    """Mixed into every screen, before Textual's own class."""

    _had_room = False
    _had_keys: Widget | None = None
    """What had the keys when the window became too small; it gets them back."""

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        if too_small(size):
            return DockArrangeResult([], set(), Spacing())
        return super().arrange(size, optimal)

    def render(self) -> Any:
        if too_small(self.size):
            language = cast("SupportdojoApp", self.app).language
            return wrapped(T(APP.say("app.too-small", language)), self.size.width, language)
        return super().render()

    async def _on_resize(self, event: events.Resize) -> None:
        """Hidden widgets give the keys away; remember whose they were."""
        has_room = not too_small(event.size)
        if self._had_room and not has_room:
            self._had_keys = self.focused
        elif has_room and (self._had_room or self._had_keys is not None):
            self.call_after_refresh(self._give_keys_back, self.focused)
            # The new layout is there only after the refresh in which the styles of this size apply.
            self.call_after_refresh(self.call_after_refresh, self._bring_into_view)
        self._had_room = has_room

    def _give_keys_back(self, had_keys: Widget | None) -> None:
        """To what had them, or to what is written into where that is hidden at this size.

        *had_keys*: what had them before this size; Textual may have given them to its neighbour.
        """
        if too_small(self.size):
            return
        if self._had_keys is not None:
            had_keys, self._had_keys = self._had_keys, None
            if had_keys.is_attached:
                self.set_focus(had_keys, scroll_visible=False)
        if had_keys is not None and had_keys.is_attached and not _is_laid_out(had_keys):
            self.keys_hidden(had_keys)
        elif self.focused is None or not _is_laid_out(self.focused):
            self.back_to_writing()

    def _bring_into_view(self) -> None:
        """Show what has the keys: another size breaks lines and heights otherwise."""
        focused = self.focused
        if focused is not None and not too_small(self.size) and _is_laid_out(focused):
            self.show_focused(focused)

    def show_focused(self, focused: Widget) -> None:
        """Scroll to *focused*, if it is a field of a form; a text to read stays where it is."""
        if isinstance(focused, (Input, TextArea, RadioSet, PickList)):
            focused.scroll_visible(animate=False)

    def keys_hidden(self, had_keys: Widget) -> None:  # noqa: ARG002 - for those who bring it elsewhere
        """What had the keys is not shown at this size."""
        self.back_to_writing()

    def back_to_writing(self) -> None:
        """Put the keys where typed text goes, if there is such a place."""


def _is_laid_out(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
