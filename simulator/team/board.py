"""The board of a drill: who is where just now, for everybody to see. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from simulator.store.model import SessionSummary
from simulator.team.drill import DrillRecord
from simulator.team.drill_standing import PersonStanding

__all__ = ["Board", "BoardRow", "BoardState", "Live", "make_board"]

BoardState = Literal["not-begun", "in-call", "note", "between", "done"]


@dataclass(frozen=True, slots=True)
class Live:
    """A contact in progress, as its stored inputs tell."""

    replies: int
    over: bool
    """The customer has gone; what is missing is the case note or a look at the result."""
    seen: datetime


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One person."""

    login: str
    name: str
    state: BoardState
    scenario: str | None
    """Of the contact in progress, else the one that comes next."""
    replies: int | None
    """Sent in the contact in progress; None where there is none, or it is not read yet."""
    session: str | None
    """The contact in progress."""
    seen: datetime | None
    """The last sign of life."""
    done: int
    of: int
    passed: int
    outcome: str
    """Of the best ending."""
    total: int | None
    """The best total in any scenario of the drill."""
    overdue: bool


@dataclass(frozen=True, slots=True)
class Board:
    """A drill with a row for each person, by name, so that rows never jump."""

    drill: str
    title: str
    due: datetime | None
    closed: bool
    at: datetime
    rows: tuple[BoardRow, ...]

    @property
    def busy(self) -> int:
        """How many are in a contact."""
        return sum(row.state in ("in-call", "note") for row in self.rows)

    @property
    def finished(self) -> int:
        return sum(row.state == "done" for row in self.rows)


def make_board(
    record: DrillRecord,
    people: Sequence[tuple[str, PersonStanding]],
    summaries: Iterable[SessionSummary],
    live: Mapping[str, Live],
    now: datetime,
) -> Board:
    """*people*: name and standing, in order; *live*: by session, as far as it is known."""
    last: dict[str, datetime] = {}
    for summary in summaries:
        login = summary.header.trainee
        seen = _last_sign(summary, live)
        last[login] = max(seen, last.get(login, seen))
    return Board(
        drill=record.drill.id,
        title=record.drill.title,
        due=record.drill.due,
        closed=record.closed is not None,
        at=now,
        rows=tuple(_row(name, stand, live, last.get(stand.login)) for name, stand in people),
    )


def _row(
    name: str, stand: PersonStanding, live: Mapping[str, Live], seen: datetime | None
) -> BoardRow:
    going = next((s for s in stand.scenarios if s.open), None)
    session = going.open if going else None
    now = live.get(session) if session else None
    best = max(
        (s for s in stand.scenarios if s.used),
        key=lambda s: -1 if s.total is None else s.total,
        default=None,
    )
    upcoming = stand.next.scenario if stand.next and not stand.next.again else None
    return BoardRow(
        login=stand.login,
        name=name,
        state=_state(stand, session, now),
        scenario=going.scenario if going else upcoming,
        replies=now.replies if now else None,
        session=session,
        seen=seen,
        done=stand.done,
        of=len(stand.scenarios),
        passed=stand.passed,
        outcome=_best_outcome(stand),
        total=best.total if best else None,
        overdue=stand.overdue,
    )


def _state(stand: PersonStanding, session: str | None, now: Live | None) -> BoardState:
    if session is not None:
        return "note" if now is not None and now.over else "in-call"
    if stand.state == "in-progress":
        return "between"
    return "done" if stand.state == "done" else "not-begun"


def _best_outcome(stand: PersonStanding) -> str:
    reached = {s.outcome for s in stand.scenarios if s.used}
    return next((o for o in ("good", "fair", "poor") if o in reached), "")


def _last_sign(summary: SessionSummary, live: Mapping[str, Live]) -> datetime:
    known = live.get(summary.id)
    if known is not None:
        return known.seen
    try:
        ended = datetime.fromisoformat(summary.ended_at or "")
        return ended.astimezone(UTC) if ended.tzinfo else summary.header.started()
    except (ValueError, OverflowError):
        return summary.header.started()
