"""The screen that the app opens on: the first screen, a contact, or one that a command asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from simulator.tui.screens.base import DojoScreen

__all__ = ["Opening", "usual_opening"]


@dataclass(frozen=True, slots=True)
class Opening:
    """Like home, a screen that a command asks for has a method ``bring_up_to_date``, called once the
    workplace is there."""

    kind: type[DojoScreen[None]]
    make: Callable[[], DojoScreen[None]]

    @property
    def styles(self) -> list[str | PurePath]:
        """Textual reads the styles of a screen when it is pushed; the lowest one never is."""
        return cast("list[str | PurePath]", self.kind.CSS_PATH)


def usual_opening(*, contact: bool) -> Opening:
    """A contact that is to be begun, or home; only the one of the two is imported."""
    if contact:
        from simulator.tui.screens.call import CallScreen

        return Opening(CallScreen, CallScreen)
    from simulator.tui.screens.home import HomeScreen

    return Opening(HomeScreen, HomeScreen)
