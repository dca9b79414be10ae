"""Progress: skill by skill where one stands and how one got there, and what lies behind it.

Compared with nobody: there is no ranking here, nor anybody else's figure.
"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.practice.draw import FEW
from simulator.tui.draw import rows
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import bindings, list_keys
from simulator.tui.learning import Learning, learning_of
from simulator.tui.past import open_debrief_over
from simulator.tui.progress_rows import Row, progress_rows
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.app_today import TODAY

__all__ = ["ProgressScreen"]

_KEYS = list_keys(TODAY.table["key.pick"], TODAY.table["key.open"])
_FRAME = 6
"""Cells beside a row: the list's edge, its scrollbar and the blanks."""


class ProgressScreen(DojoScreen[None]):
    """One long list, read in the back room; Enter leads to what is behind a row."""

    CSS_PATH = styles("progress")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self) -> None:
        super().__init__()
        self.learning: Learning | None = None
        self._rows: tuple[Row, ...] = ()

    def anew(self) -> ProgressScreen:
        return ProgressScreen()

    def words(self, key: str, **values: object) -> str:
        """A text of the table of this screen."""
        return TODAY.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.words("help.progress")

    def compose(self) -> ComposeResult:
        yield Prose(self.words("progress.title"), self.language, classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Prose(self.words("progress.reading"), self.language, id="head", classes="quiet")
        yield OptionList(id="rows")
        yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        self.query_one(OptionList).display = False
        self.run_worker(self._fill())

    async def _fill(self) -> None:
        head = self.query_one("#head", Prose)
        try:
            learning = await self.dojo.backroom.use(learning_of)
        except known_failures() as error:
            head.display = False
            self._notice(failure_text(error, self.language))
            return
        count = learning.progress.contacts
        if not count:
            head.show(self.words("progress.none"))
            return
        self.learning = learning
        few = "few" if count < FEW else "head"
        head.show(self.words(f"progress.{few}", count=count))
        shown = self.query_one(OptionList)
        shown.display = True
        self._draw()
        shown.focus()

    def _draw(self) -> None:
        """The rows for the width that the window now has; the same one stays picked."""
        if self.learning is None:
            return
        shown = self.query_one(OptionList)
        picked = shown.highlighted
        self._rows = tuple(progress_rows(self.learning, self.language, self.size.width - _FRAME))
        shown.clear_options()
        shown.add_options(
            Option(rows(row.content), id=str(number), disabled=row.leads_to is None)
            for number, row in enumerate(self._rows)
        )
        shown.highlighted = picked if picked is not None else 0

    def on_resize(self) -> None:
        self._draw()

    # ------------------------------------------------------------ what lies behind

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        place = self._rows[int(str(event.option.id))].leads_to
        if place is None or self.learning is None:
            return
        if isinstance(place, str):
            from simulator.tui.screens.behind import BehindScreen

            self.app.push_screen(BehindScreen(self.learning, place))
        else:
            self._notice(self.words("behind.opening"))
            self.lead_on(open_debrief_over(self, *place, self._notice))

    def action_back(self) -> None:
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()
        else:
            self.dojo.go_home()
