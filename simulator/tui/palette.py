"""The menu: Textual's, with the sentence for windows that have no room for it."""

from __future__ import annotations

from textual.command import CommandPalette

from simulator.tui.room import NeedsRoom

__all__ = ["Palette"]


class Palette(NeedsRoom, CommandPalette):
    """Is found by Textual as its own."""
