"""What lies behind a figure of progress: each reply, or each contact, and the way to its debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.draw import T, one_line, rows
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import bindings, list_keys
from simulator.tui.learning import Behind, Learning, behind, replies_of
from simulator.tui.past import open_debrief_over
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.screens.moment_result import SIGNS
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.app_today import TODAY
from simulator.words.practice import PRACTICE

if TYPE_CHECKING:
    from scenarios.language import Text
    from simulator.workplace import Workplace

__all__ = ["BehindScreen"]

_SHOWN = 60
"""Lines of the list; for each the words of its reply are read."""
_KEYS = list_keys(TODAY.table["key.pick"], TODAY.table["key.open"])
_FRAME = 6
"""Cells beside a row: the list's edge, its scrollbar and the blanks."""
_STYLES = {"met": "$text-success", "partly": "$text-warning", "missed": "$text-error"}


class BehindScreen(DojoScreen[None]):
    """Lies over the screen of progress; Enter opens a debrief over it."""

    CSS_PATH = styles("progress")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self, learning: Learning, name: str) -> None:
        """*name* of a skill or a dimension."""
        super().__init__()
        self._learning = learning
        self._of = name
        self._places = behind(learning, name)

    def words(self, key: str, **values: object) -> str:
        """A text of the table of this screen."""
        return TODAY.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.words("help.behind")

    def compose(self) -> ComposeResult:
        title = self.words("behind.title", skill=self._title().of(self.language))
        yield Prose(title, self.language, classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Prose(self._head(), self.language, id="head", classes="quiet")
        yield OptionList(id="rows")
        yield KeyBar(self.KEYS, self.language)

    def _title(self) -> Text:
        skill = self._learning.skills.get(self._of)
        if skill is not None:
            return skill.title
        dimensions = self._learning.progress.dimensions
        return next(one.title for one in dimensions if one.name == self._of)

    def _head(self) -> str:
        count = len(self._places)
        if not count:
            return self.words("behind.none")
        return self.words("behind.newest", shown=min(count, _SHOWN), count=count)

    def on_mount(self) -> None:
        shown = self.query_one(OptionList)
        shown.display = bool(self._places)
        self.run_worker(self._fill())

    async def _fill(self) -> None:
        places = self._places[:_SHOWN]

        def read(workplace: Workplace) -> dict[tuple[str, int], str]:
            return replies_of(workplace, places)

        try:
            said = await self.dojo.backroom.use(read)
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            said = {}
        shown = self.query_one(OptionList)
        shown.add_options(self._option(place, said) for place in places)
        if places:
            shown.focus()
            shown.highlighted = 0

    def _option(self, place: Behind, said: dict[tuple[str, int], str]) -> Option:
        where = (
            self.words("progress.reply", turn=place.turn)
            if place.turn
            else self.words("behind.whole")
        )
        title = self._learning.title(place.scenario).of(self.language)
        dot = self.words("dot")
        facts = one_line(f"  {dot.join((place.day.isoformat(), where, title))}")
        room = max(self.size.width - _FRAME, 1)
        lines = [(self._level(place) + facts).truncate(room, ellipsis=True)]
        if place.turn:
            words = said.get((place.session, place.turn))
            told = self.words("behind.lost") if words is None else self.words("quote", words=words)
            lines.append(one_line(f"   {told}", "dim").truncate(room, ellipsis=True))
        return Option(rows(*lines))

    def _level(self, place: Behind) -> Content:
        if place.percent is not None:
            return T(self.words("behind.points", points=f"{place.percent:>3}"), "bold")
        degree = PRACTICE.say(f"degree.{place.degree or 'none'}", self.language)
        return T(f"{SIGNS[place.degree]} {degree}", _STYLES.get(place.degree or "", ""))

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        place = self._places[event.option_index]
        self._notice(self.words("behind.opening"))
        self.lead_on(open_debrief_over(self, place.session, place.turn, self._notice))

    def action_back(self) -> None:
        self.app.pop_screen()
