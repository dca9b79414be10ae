"""A report as a table of sessions for a spreadsheet.

UTF-8 with a byte order mark and CRLF, so that a Japanese Excel opens it as it is. A cell that a
spreadsheet would read as a formula gets an apostrophe before it: names and ids are data.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from scoring.model import DIMENSIONS
from simulator.team.report.model import Report, SessionLine
from simulator.team.report.told import Teller

__all__ = ["as_csv", "defused"]

_BYTE_ORDER_MARK = "\ufeff"
_ACTS = tuple("=+-@\t\r\n|＝＋－＠")
"""First characters that make a cell a formula or a command, full-width ones too: a Japanese
spreadsheet takes them for the same."""


def defused(text: str) -> str:
    """*text* so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.lstrip(" \u3000").startswith(_ACTS) else text


def as_csv(report: Report) -> bytes:
    """One line a session, all of the scope, oldest first; marks of drills last, if there are any."""
    tell = Teller(report.language)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    marks = bool(report.pass_marks)
    last = [tell.say("col.pass-mark")] if marks else []
    writer.writerow([defused(head) for head in (*_heads(tell), *last)])
    for line in report.sessions:
        cells = [*_cells(line, tell), *([line.pass_mark] if marks else [])]
        writer.writerow([defused(c) if isinstance(c, str) else c for c in cells])
    return (_BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def _heads(tell: Teller) -> list[str]:
    scales = [tell.say(f"item.{name}") for name in ("total", *DIMENSIONS)]
    passed = tell.say("col.passed")
    names = ("session", "name", "scenario", "language", "mode", "occasion", "when", "minutes",
             "standing")  # fmt: skip
    return [
        *(tell.say(f"col.{name}") for name in names),
        passed,
        tell.say("col.engine-of", name=passed),
        *(head for scale in scales for head in (scale, tell.say("col.engine-of", name=scale))),
        *(
            tell.say(f"col.{name}")
            for name in ("replies", "acknowledged", "hints", "overruled", "reviewed")
        ),
    ]


def _cells(line: SessionLine, tell: Teller) -> Iterable[str | int | float | None]:
    stands, engine = line.stands, line.engine
    yield from (line.id, line.trainee, line.title, line.language, line.mode, line.occasion)
    yield tell.moment(line.started)
    yield None if line.minutes is None else round(line.minutes, 1)
    yield tell.say(f"standing.word.{line.standing}")
    for values in (stands, engine):
        # Only a contact that counts has been passed or not.
        shown = values is not None and line.standing in ("counted", "redone")
        passed = values.passed if shown and values else None
        yield None if passed is None else tell.say("yes" if passed else "no")
    for values in (stands, engine):
        yield values.total if values else None
    for dimension in DIMENSIONS:
        for values in (stands, engine):
            yield values.scores.get(dimension) if values else None
    yield from (line.replies, line.acknowledged, line.hints, line.overruled)
    yield tell.say("yes" if line.reviewed else "no")
