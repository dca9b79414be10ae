"""A screen that the app opens on in the place of home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.tui.screens.base import DojoScreen

__all__ = ["Opening"]


@dataclass(frozen=True, slots=True)
class Opening:
    """Like home, the screen has a method ``bring_up_to_date``, called once the workplace is there."""

    kind: type[DojoScreen[None]]
    """Its styles are read before it is made."""
    make: Callable[[], DojoScreen[None]]
