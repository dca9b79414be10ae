"""The debrief of a stored contact, opened over the screen that lists it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.tui.failures import failure_text, known_failures

if TYPE_CHECKING:
    from simulator.tui.screens.base import DojoScreen

__all__ = ["open_debrief_over"]


async def open_debrief_over(
    screen: DojoScreen[None], session_id: str, turn: int, tell: Callable[[str], None]
) -> None:
    """Open it at reply number *turn*, with 0 at the result; *tell* gets why it cannot be opened, or
    an empty text."""
    from simulator.tui.screens.debrief import DebriefScreen

    try:
        contact = await screen.dojo.backroom.resume(session_id)
    except known_failures() as error:
        tell(failure_text(error, screen.language))
        return
    tell("")
    if screen.app.screen is screen:  # nobody has gone elsewhere meanwhile
        screen.app.push_screen(DebriefScreen(contact, turn))
