"""The menu: Textual's, with the sentence for windows that have no room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

from simulator.tui.draw import T
from simulator.tui.room import NeedsRoom
from simulator.words.app import APP

if TYPE_CHECKING:
    from simulator.tui.app import SupportdojoApp

__all__ = ["Palette"]


class Palette(NeedsRoom, CommandPalette):
    """Is found by Textual as its own."""

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say in the language of the interface that nothing was found; Textual's words are English.

        Two private names of Textual: this countdown, which it starts, and the id of its sentence.
        """
        self._stop_no_matches_countdown()

        def tell() -> None:
            self._list_visible = bool(search_value)
            if search_value:
                language = cast("SupportdojoApp", self.app).language
                commands = self.query_one(CommandList)
                commands.add_options(
                    [
                        Option(
                            T(APP.say("menu.nothing", language)), disabled=True, id=self._NO_MATCHES
                        )
                    ]
                )

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, tell)
