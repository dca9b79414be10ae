"""The board as lines of text, for the projector, a narrow terminal and a pipe.

A line is a tuple of parts, each a text with a style; nothing hangs on the style alone. Nothing is
drawn here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from scenarios.language import Language
from simulator.machine.local_time import local_text
from simulator.machine.wrap import cells
from simulator.team.board import Board, BoardRow
from simulator.words.drill import DRILL

__all__ = ["BoardText", "Line", "ago", "cut"]

Line = tuple[tuple[str, str], ...]
_NARROW = 76
"""Below this many cells a person takes two lines."""
_STYLES = {
    "in-call": "bold $text-accent",
    "note": "bold $text-accent",
    "done": "$text-success",
    "not-begun": "dim",
    "between": "",
}
_FIXED: Mapping[Language, tuple[int, int, int, int]] = {
    "ja": (14, 16, 12, 13),
    "en": (15, 19, 12, 12),
}
"""Cells of name, state, last sign and done; what is left goes to the scenario and the best."""
_BEST: Mapping[Language, int] = {"ja": 21, "en": 20}
"""Cells of the best, where the scenario has as many: "△ 34点・よくない結末"."""
_COLUMNS = ("name", "state", "where", "seen", "done", "best")


def cut(text: str, width: int) -> str:
    """*text* on one line in at most *width* cells; what is cut off is shown by … ."""
    line = " ".join(text.split())
    if cells(line) <= width:
        return line
    kept = ""
    for sign in line:
        if cells(kept + sign) > width - 1:
            break
        kept += sign
    return kept + "…"


def ago(then: datetime | None, now: datetime, language: Language) -> str:
    """How long ago, roughly; a moment that is still to come is just now."""
    if then is None:
        return DRILL.say("watch.untold", language)
    seconds = int((now - then).total_seconds())
    if seconds < 5:
        return DRILL.say("ago.now", language)
    if seconds < 60:
        return DRILL.say("ago.seconds", language, count=seconds)
    if seconds < 3600:
        return DRILL.say("ago.minutes", language, count=seconds // 60)
    if seconds < 86_400:
        return DRILL.say("ago.hours", language, count=seconds // 3600)
    return f"{then.astimezone(now.tzinfo):%m-%d %H:%M}"


@dataclass(frozen=True, slots=True)
class BoardText:
    """How a board is told: in which language, how wide, with or without scores."""

    language: Language
    titles: Mapping[str, str]
    """Of scenarios, by id."""
    width: int
    """Cells of a line."""
    hide_scores: bool = False

    def say(self, key: str, **values: object) -> str:
        return DRILL.say(f"board.{key}", self.language, **values)

    def head(self, board: Board) -> list[Line]:
        """The lines above the rows."""
        if not board.rows:
            return [self._summary(board), ((self.say("empty"), ""),)]
        if self.width < _NARROW:
            return [self._summary(board)]
        labels = [(self.say(f"column.{name}"), "dim") for name in _COLUMNS]
        return [self._summary(board), self._placed(labels)]

    def row(self, row: BoardRow, now: datetime) -> list[Line]:
        """One person: one line where there is room, else two."""
        where, seen = self._where(row), ago(row.seen, now, self.language)
        done = f"{row.done}/{row.of}"
        if row.overdue:
            done += f" {DRILL.say('overdue', self.language)}"
        best = "" if self.hide_scores else self._best(row)
        state = (self.say(row.state), _STYLES[row.state])
        if self.width >= _NARROW:
            parts = [(row.name, "bold"), state, (where, ""), (seen, "dim"), (done, ""), (best, "")]
            return [self._placed(parts)]
        dot = DRILL.say("and", self.language)
        right = dot.join(part for part in (done, best) if part)
        left = cut(row.name, max(self.width - cells(right) - 1, 4))
        between = " " * max(self.width - cells(left) - cells(right), 1)
        rest = dot.join(part for part in (seen, where) if part)
        room = self.width - cells(f"  {state[0]}{dot}")
        return [
            ((left, "bold"), (between, ""), (right, "")),
            (("  ", ""), state, (dot, "dim"), (cut(rest, room), "dim")),
        ]

    def plain(self, board: Board) -> list[str]:
        """The whole board without styles."""
        lines = [
            *self.head(board),
            *(line for row in board.rows for line in self.row(row, board.at)),
        ]
        told = ["".join(text for text, _ in line).rstrip() for line in lines]
        return [self.say("title", title=board.title), *told]

    def _where(self, row: BoardRow) -> str:
        if row.scenario is None:
            return ""
        title = self.titles.get(row.scenario, row.scenario)
        if row.replies is None:
            return title
        return f"{self.say('reply', count=row.replies)} {title}"

    def _best(self, row: BoardRow) -> str:
        parts = []
        if row.total is not None:
            sign = ""
            if row.done == row.of:
                sign = self.say("passed" if row.passed == row.of else "not-passed") + " "
            parts.append(sign + self.say("points", points=row.total))
        if row.outcome:
            parts.append(DRILL.say(f"outcome.{row.outcome}", self.language))
        return DRILL.say("and", self.language).join(parts)

    def _summary(self, board: Board) -> Line:
        parts = [self.say("counts", done=board.finished, of=len(board.rows), busy=board.busy)]
        if board.due is not None:
            due = local_text(board.due, board.at)
            parts.append(DRILL.say("due", self.language, due=due))
        if board.closed:
            parts.append(DRILL.say("closed-state", self.language))
        return ((cut(DRILL.say("and", self.language).join(parts), self.width), "bold"),)

    def _placed(self, parts: list[tuple[str, str]]) -> Line:
        """Parts in columns that grow with the width."""
        return tuple(
            (_padded(text, room), style)
            for (text, style), room in zip(parts, self._widths(), strict=True)
        )

    def _widths(self) -> tuple[int, ...]:
        name, state, seen, done = _FIXED[self.language]
        free = max(self.width - name - state - seen - done, 20)
        best = min(max(free // 2, 10), _BEST[self.language])
        return (name, state, free - best, seen, done, best)


def _padded(text: str, width: int) -> str:
    shown = cut(text, width - 1)
    return shown + " " * (width - cells(shown))
