"""The board as lines of text, for the projector, a narrow terminal and a pipe.

A line is a tuple of parts, each a text with a style; nothing hangs on the style alone. Nothing is
drawn here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from scenarios.language import Language
from simulator.team.board import Board, BoardRow
from simulator.words_drill import DRILL
from simulator.wrap import cells

__all__ = ["Line", "ago", "board_lines", "cut", "row_lines"]

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
_FIXED = (16, 20, 12, 13)
"""Cells of name, state, last sign and done; what is left goes to the scenario and the best."""
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


def board_lines(
    board: Board,
    titles: Mapping[str, str],
    language: Language,
    width: int,
    *,
    hide_scores: bool = False,
) -> tuple[list[Line], list[list[Line]]]:
    """The lines above the rows, and the lines of each row. *titles*: of scenarios, by id."""
    head: list[Line] = [((cut(_summary(board, language), width), "bold"),)]
    if width >= _NARROW:
        labels = [DRILL.say(f"board.column.{name}", language) for name in _COLUMNS]
        head.append(_placed([(label, "dim") for label in labels], width))
    rows = [
        row_lines(row, board.at, titles, language, width, hide_scores=hide_scores)
        for row in board.rows
    ]
    return head, rows


def row_lines(
    row: BoardRow,
    now: datetime,
    titles: Mapping[str, str],
    language: Language,
    width: int,
    *,
    hide_scores: bool,
) -> list[Line]:
    """One person: one line where there is room, else two."""
    state, style = DRILL.say(f"board.{row.state}", language), _STYLES[row.state]
    where, seen = _where(row, titles, language), ago(row.seen, now, language)
    done = f"{row.done}/{row.of}"
    best = "" if hide_scores else _best(row, language)
    if row.overdue:
        done += f" {DRILL.say('overdue', language)}"
    if width >= _NARROW:
        parts = [(row.name, "bold"), (state, style), (where, ""), (seen, "dim")]
        return [_placed([*parts, (done, ""), (best, "")], width)]
    dot = DRILL.say("and", language)
    right = dot.join(part for part in (done, best) if part)
    room = max(width - cells(right) - 1, 4)
    left = cut(row.name, room)
    first: Line = (
        (left, "bold"),
        (" " * max(width - cells(left) - cells(right), 1), ""),
        (right, ""),
    )
    rest = dot.join(part for part in (where, seen) if part)
    used = cells(f"  {state}{dot}")
    second: Line = (("  ", ""), (state, style), (dot, "dim"), (cut(rest, width - used), "dim"))
    return [first, second]


def _placed(parts: list[tuple[str, str]], width: int) -> Line:
    """Parts in columns that grow with the width."""
    return tuple(
        (_padded(text, room), style)
        for (text, style), room in zip(parts, _widths(width), strict=True)
    )


def _widths(width: int) -> tuple[int, ...]:
    free = max(width - sum(_FIXED), 20)
    best = min(max(free // 2, 10), 32)
    name, state, seen, done = _FIXED
    return (name, state, free - best, seen, done, best)


def _padded(text: str, width: int) -> str:
    shown = cut(text, width - 1)
    return shown + " " * (width - cells(shown))


def _where(row: BoardRow, titles: Mapping[str, str], language: Language) -> str:
    if row.scenario is None:
        return ""
    title = titles.get(row.scenario, row.scenario)
    if row.replies is None:
        return title
    reply = DRILL.say("board.reply", language, count=row.replies)
    return f"{reply} {title}"


def _best(row: BoardRow, language: Language) -> str:
    if not row.done:
        return ""
    parts = []
    if row.done == row.of:
        parts.append(DRILL.say("passed" if row.passed == row.of else "not-passed", language))
    if row.total is not None:
        parts.append(DRILL.say("points", language, points=row.total))
    if row.outcome:
        parts.append(DRILL.say(f"outcome.{row.outcome}", language))
    return DRILL.say("and", language).join(parts)


def _summary(board: Board, language: Language) -> str:
    parts = [
        DRILL.say(
            "board.counts", language, done=board.finished, of=len(board.rows), busy=board.busy
        )
    ]
    if board.due is not None:
        due = f"{board.due.astimezone(board.at.tzinfo):%Y-%m-%d %H:%M}"
        parts.append(DRILL.say("due", language, due=due))
    if board.closed:
        parts.append(DRILL.say("closed-state", language))
    return DRILL.say("and", language).join(parts)


def plain_board(
    board: Board,
    titles: Mapping[str, str],
    language: Language,
    width: int,
    *,
    hide_scores: bool = False,
) -> list[str]:
    """The board once, without styles."""
    head, rows = board_lines(board, titles, language, width, hide_scores=hide_scores)
    if not rows:
        head = [*head[:1], ((DRILL.say("board.empty", language), ""),)]
    lines = [*head, *(line for row in rows for line in row)]
    told = ["".join(text for text, _ in line).rstrip() for line in lines]
    return [DRILL.say("board.title", language, title=board.title), *told]
