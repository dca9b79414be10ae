"""The contacts of the past, newest first: open the debrief of one, or go on with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from scoring.model import DIMENSIONS
from simulator.contact import goes_on
from simulator.practice.occasions import is_moment
from simulator.team.review import Mark, marks_of
from simulator.team.reviewing import by_marks
from simulator.team.verdict import FACT_KINDS
from simulator.tui.dates import started_text
from simulator.tui.draw import T, one_line, rows
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import bindings, list_keys
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.app_debrief import DEBRIEF
from simulator.words.review import REVIEW

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from simulator.store.model import SessionSummary
    from simulator.workplace import Workplace

__all__ = ["HistoryScreen"]

_SHOWN = 300
"""Lines of the list; whoever looks further back uses ``supportdojo history``."""
_KEYS = list_keys(DEBRIEF.table["key.choose"], DEBRIEF.table["key.open"])


class HistoryScreen(DojoScreen[None]):
    """A list of sessions with what came of them."""

    CSS_PATH = styles("history")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self) -> None:
        super().__init__()
        self._marks: Mapping[str, Mark] = {}
        self._judged: Mapping[str, tuple[bool, int]] = {}

    def anew(self) -> HistoryScreen:
        return HistoryScreen()

    def words(self, key: str, **values: object) -> str:
        """A text of the history's table."""
        return DEBRIEF.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.words("help.history")

    def compose(self) -> ComposeResult:
        yield Prose(self.words("history.title"), self.language, classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Prose(self.words("history.reading"), self.language, id="empty")
        yield OptionList(id="sessions")
        yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        self.query_one(OptionList).display = False
        self.run_worker(self._fill())

    # ------------------------------------------------------------ the list

    async def _fill(self) -> None:
        """Read in the back room: there may be thousands, or a server that takes its time."""
        empty = self.query_one("#empty", Prose)
        try:
            found, damaged, marks, judged = await self.dojo.backroom.use(_newest)
        except known_failures() as error:
            empty.show(failure_text(error, self.language))
            return
        self._marks, self._judged = marks, judged
        options = [Option(self._shown(summary), id=summary.id) for summary in found[:_SHOWN]]
        options += [Option(self._unreadable(one), id=one) for one in damaged]
        if not options:
            empty.show(self.words("history.empty"))
            return
        if len(found) > _SHOWN:
            empty.show(self.words("history.newest", count=_SHOWN))
        else:
            empty.display = False
        sessions = self.query_one(OptionList)
        sessions.add_options(options)
        sessions.display = True
        sessions.focus()
        sessions.highlighted = 0

    def _shown(self, summary: SessionSummary) -> Content:
        scenario = self._scenario(summary)
        header = summary.header
        title = scenario.title.of(self.language) if scenario else header.scenario_id
        dot = self.words("dot")
        facts = [
            started_text(summary.header),
            self._known("mode", header.mode),
            self._known("language", header.language),
        ]
        if header.parent_turn is not None:
            facts.append(self.words("history.redo", turn=header.parent_turn))
        lines = [
            one_line(title, "bold") + T("  ") + self._result(summary),
            one_line(f"  {dot.join(facts)}", "dim"),
            one_line(f"  {dot.join(self._outcome(summary, scenario))}"),
        ]
        if summary.id in self._marks:
            mark = REVIEW.say(f"history.{self._marks[summary.id]}", self.language)
            lines.append(T(f"  ● {mark}", "bold"))
        hindrance = self._hindrance(summary, scenario)
        if hindrance:
            lines.append(T(f"  {self.words(hindrance)}", "$text-warning"))
        return rows(*lines)

    def _unreadable(self, session_id: str) -> Content:
        title = self.words("history.damaged", session=session_id[:12])
        return rows(one_line(title, "bold"), T(f"  {self.words('history.damaged-help')}", "dim"))

    def _scenario(self, summary: SessionSummary) -> Scenario | None:
        library = self.dojo.workplace.library
        if not self._is_here(summary):
            return None
        try:
            return library.scenario(summary.header.scenario_id)
        except known_failures():
            return None

    def _is_here(self, summary: SessionSummary) -> bool:
        return summary.header.scenario_id in self.dojo.workplace.library.ids

    def _hindrance(self, summary: SessionSummary, scenario: Scenario | None) -> str:
        """Key of why it cannot be opened; empty where it can."""
        header = summary.header
        if not self._is_here(summary):
            return "history.not-here"
        if scenario is None:
            return "history.unreadable"
        return "" if goes_on(self.dojo.workplace, header) else "history.outdated"

    def _known(self, kind: str, value: str) -> str:
        key = f"{kind}.{value}"
        return self.words(key) if key in DEBRIEF.table else value

    def _result(self, summary: SessionSummary) -> Content:
        if summary.state == "open":
            return T("")
        if summary.stopped:
            return T(self.words("history.stopped"))
        digest = summary.digest
        if digest is None:
            return T(self.words("history.ungraded"), "dim")
        passed, mark = self._judged.get(summary.id, (digest.get("passed") is True, None))
        total = digest.get("total")
        shown = self.words("history.passed" if passed else "history.not-passed")
        points = f" {self.words('points', points=total)}" if isinstance(total, int) else ""
        points += self.words("history.mark", mark=mark) if mark is not None else ""
        return T(shown + points, "$text-success" if passed else "$text-warning")

    def _outcome(self, summary: SessionSummary, scenario: Scenario | None) -> list[str]:
        if summary.state == "open":
            hindered = self._hindrance(summary, scenario)
            return [self.words("history.left" if hindered else "history.open")]
        parts = []
        ending = scenario.endings.get(summary.ending or "") if scenario else None
        if ending is not None:
            parts.append(ending.title.of(self.language))
        digest = summary.digest or {}
        scores = [(d, digest.get(d)) for d in DIMENSIONS]
        told = [f"{self.words(d)} {score}" for d, score in scores if isinstance(score, int)]
        return parts + ([self.words("and").join(told)] if told else [])

    # ------------------------------------------------------------ opening one

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self._notice(self.words("history.opening"))
        self.lead_on(self._open(str(event.option.id)))

    async def _open(self, session_id: str) -> None:
        try:
            contact = await self.dojo.backroom.resume(session_id)
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            return
        self._notice("")
        if contact.concluded:
            from simulator.tui.screens.debrief import DebriefScreen

            self.app.push_screen(DebriefScreen(contact))
        else:
            self.dojo.open_call(contact)

    def action_back(self) -> None:
        self.dojo.go_home()


def _newest(
    workplace: Workplace,
) -> tuple[
    list[SessionSummary], tuple[str, ...], Mapping[str, Mark], Mapping[str, tuple[bool, int]]
]:
    """One contact more than is shown, newest first, the ids of damaged ones, marks by id, and for
    those of a drill with a pass mark of its own whether they passed, and that mark.
    """
    # A single reply that was left in the middle is gone on with from today's practice.
    unfinished = (s for s in workplace.unfinished() if not is_moment(s.header.occasion))
    found = [*workplace.recent(_SHOWN + 1), *unfinished]
    found.sort(key=lambda summary: (summary.header.started_at, summary.id), reverse=True)
    marks = marks_of(workplace.store.facts(FACT_KINDS, person=workplace.trainee))
    look = by_marks(workplace)
    judged = {
        summary.id: (figures.passed, mark)
        for summary in found
        for figures, mark in (look(summary),)
        if figures is not None and mark is not None
    }
    return found[: _SHOWN + 1], workplace.store.damaged_sessions, marks, judged
