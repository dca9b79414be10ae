"""Half-typed text is kept without anybody asking: a moment after the first keystroke not kept yet.

So it is also kept while somebody types on and on. The same for a reply and for a case note. What is kept, and what is shown about it, is the
screen's business.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.tui.failures import known_failures

if TYPE_CHECKING:
    from textual.timer import Timer

    from simulator.tui.screens.base import DojoScreen

__all__ = ["DraftKeeper"]


class DraftKeeper:
    """Knows what has been saved of a text that is being typed."""

    def __init__(
        self,
        screen: DojoScreen[Any],
        seconds: float,
        text: Callable[[], str],
        save: Callable[[str], None],
        told: Callable[[Exception | None], None],
    ) -> None:
        """*save* runs in the back room; *told* hears how it went, None for well."""
        self._screen = screen
        self._seconds = seconds
        self._text = text
        self._save = save
        self._told = told
        self._timer: Timer | None = None
        self.saved = ""
        """The text as it is in the store."""
        self.held = False
        """While the text is on its way as something else than a draft."""

    @property
    def is_open(self) -> bool:
        """Whether there is text that is not saved."""
        return self._text() != self.saved

    def call(self) -> Callable[[], None]:
        """What the back room has to do to keep the text as it is now."""
        return partial(self._save, self._text())

    def typed(self) -> None:
        """The text may have changed."""
        if self.is_open and self._timer is None:
            self._timer = self._screen.set_timer(self._seconds, self._due)

    def _due(self) -> None:
        self._timer = None
        if self.is_open and not self.held:
            self._screen.run_worker(self.keep())

    async def keep(self) -> None:
        """Save the text now."""
        text = self._text()
        try:
            await self._screen.dojo.backroom.ask(partial(self._save, text))
        except known_failures() as error:
            self._told(error)
            return
        self.saved = text
        self._told(None)
        self.typed()
