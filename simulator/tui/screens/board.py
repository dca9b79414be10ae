"""The board of a drill, live: who is where just now. Made to be projected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.line.board_text import BoardText, Line
from simulator.tui.draw import T, rows, tell
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import HELP, Key, bindings
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.drill import DRILL

if TYPE_CHECKING:
    from simulator.team.board import Board
    from simulator.team.board_reader import BoardReader
    from simulator.workplace import Workplace

__all__ = ["BoardScreen"]

_KEYS = (
    Key("enter", "none", DRILL.table["key.watch"], "Enter", bound=False),
    Key("f7", "scores", DRILL.table["key.scores"], "F7"),
    Key("escape", "back", DRILL.table["key.back"], "Esc"),
    HELP,
)


class BoardScreen(DojoScreen[None]):
    """One row a person, brought up to date every two seconds."""

    CSS_PATH = styles("drills")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)
    EVERY = 2.0
    """Seconds from one look to the next."""

    def __init__(self, drill_id: str, title: str, *, hide_scores: bool = False) -> None:
        super().__init__()
        self._drill = drill_id
        self._heading = title
        self._hide_scores = hide_scores
        self._reader: BoardReader | None = None  # lives in the back room
        self._titles: dict[str, str] = {}
        self._board: Board | None = None
        self._begun = False
        self._reading = False

    def help_text(self) -> str:
        return DRILL.say("board.help", self.language)

    def compose(self) -> ComposeResult:
        title = DRILL.say("board.title", self.language, title=self._heading)
        yield Prose(title, self.language, classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Static(T(""), id="head")
        yield OptionList(id="people")
        yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        if self.dojo.is_open:
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Begin to read; the frame is there before."""
        if not self._begun:
            self._begun = True
            self._first_look()

    @work(group="board", exclusive=True)
    async def _first_look(self) -> None:
        """What can be told at once, then what the contacts in progress tell."""
        await self._look(deep=False)
        await self._look()
        self.set_interval(self.EVERY, self.look_again)

    def look_again(self) -> None:
        if not self._reading:
            self.run_worker(self._look(), group="board")

    async def _look(self, *, deep: bool = True) -> None:
        self._reading = True
        try:
            self._board = await self.dojo.backroom.use(partial(self._read, deep=deep))
            self._notice("")
            self._show()
        except known_failures() as error:
            self._tell_stale(error)
        finally:
            self._reading = False

    def _read(self, workplace: Workplace, *, deep: bool) -> Board:
        """In the back room."""
        from simulator.team.board_reader import BoardReader
        from simulator.team.drill_view import DrillView
        from simulator.team.drilling import DrillDesk

        if self._reader is None:
            self._reader = BoardReader(workplace, self._drill)
        board = self._reader.read(deep=deep)
        view = DrillView(DrillDesk(workplace), workplace, self.language)
        for row in board.rows:
            if row.scenario is not None and row.scenario not in self._titles:
                self._titles[row.scenario] = view.title(row.scenario)
        return board

    # ------------------------------------------------------------ what is shown

    def on_resize(self, _event: events.Resize) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        board = self._board
        if board is None or not self.still_open:
            return
        people = self.query_one(OptionList)
        width = (people.size.width or self.size.width) - 4  # padding and scroll bar
        text = BoardText(self.language, self._titles, max(width, 20), self._hide_scores)
        self.query_one("#head", Static).update(drawn_lines(text.head(board)))
        drawn = {row.login: drawn_lines(text.row(row, board.at)) for row in board.rows}
        if [option.id for option in people.options] != list(drawn):
            people.clear_options()
            people.add_options(_option(login, drawn[login]) for login in drawn)
            people.highlighted = 0 if drawn else None
            return
        for login, content in drawn.items():
            if people.get_option(login).prompt != content:
                people.replace_option_prompt(login, content)

    def _tell_stale(self, error: Exception) -> None:
        reason = failure_text(error, self.language)
        if self._board is None:
            self._notice(reason)
            return
        at = f"{self._board.at:%H:%M:%S}"
        self._notice(DRILL.say("board.stale", self.language, at=at, reason=reason))

    # ------------------------------------------------------------ keys

    def action_scores(self) -> None:
        self._hide_scores = not self._hide_scores
        self._show()

    @on(OptionList.OptionSelected)
    def _watch(self, event: OptionList.OptionSelected) -> None:
        from simulator.tui.screens.watch import WatchScreen

        board = self._board
        row = next((r for r in board.rows if r.login == event.option.id), None) if board else None
        if row is None:
            return
        if row.session is None:
            tell(self.app, DRILL.say("board.nothing-to-watch", self.language, name=row.name))
        else:
            self.app.push_screen(WatchScreen(row.session, hide_scores=self._hide_scores))

    def action_back(self) -> None:
        """To the screen below; a board that the program was started for ends it."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()


def drawn_lines(lines: list[Line]) -> Content:
    """Lines with the styles of their parts."""
    return rows(*(Content("").join([T(text, style) for text, style in line]) for line in lines))


def _option(login: str, prompt: Content) -> Option:
    return Option(rows(prompt), id=login)
