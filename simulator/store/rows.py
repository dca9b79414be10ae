"""Reads and writes the rows of a session inside a transaction that the caller holds.

Every row is verified as it is read: SQLite keeps no checksum of content, so a changed letter in a
reply would go unnoticed otherwise. The hash of an event covers everything before it, beginning
with the id and the header; the seal of a session covers its own row, with the number of events,
the hash of the last and the number of scorecards, so that lost rows are noticed too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from simulator.errors import StoreDamaged, UnknownSession
from simulator.store.backend import Connection
from simulator.store.canonical import JSON, canonical, chain, digest, utc_text
from simulator.store.model import (
    SessionHeader,
    SessionState,
    SessionSummary,
    StoredScorecard,
    StoredSession,
)

SESSION_COLUMNS = (
    "id, header, trainee, started_at, state, ending, ended_at, event_count, scorecard_count,"
    " head, seal"
)
_SUMMARY = f"""SELECT {SESSION_COLUMNS},
    EXISTS (SELECT 1 FROM draft WHERE session_id = id),
    (SELECT digest FROM scorecard WHERE session_id = id AND number = scorecard_count)
    FROM session"""  # noqa: S608 - fixed names
_ROW_WIDTH = 11  # the columns of a session at the beginning of _SUMMARY


@dataclass(frozen=True)
class SessionRow:
    """The row of a session but for its seal."""

    id: str
    header: str
    trainee: str
    started_at: str
    state: SessionState
    ending: str | None
    ended_at: str | None
    event_count: int
    scorecard_count: int
    head: str

    def values(self) -> tuple[object, ...]:
        """The columns in order, the seal last."""
        plain = tuple(vars(self).values())
        return (*plain, digest(canonical(plain)))

    def parsed_header(self) -> SessionHeader:
        """The header, verified against the columns that repeat parts of it."""
        try:
            header = SessionHeader.from_json(json.loads(self.header))
            repeated = (header.trainee, utc_text(header.started()))
        except (ValueError, TypeError, RecursionError, OverflowError) as error:
            raise damaged_header(self.id) from error
        if repeated != (self.trainee, self.started_at):
            raise damaged_header(self.id)
        return header


def new_row(session_id: str, header: SessionHeader, header_text: str) -> SessionRow:
    """The row of a session without events and scorecards."""
    return SessionRow(
        id=session_id,
        header=header_text,
        trainee=header.trainee,
        started_at=utc_text(header.started()),
        state="open",
        ending=None,
        ended_at=None,
        event_count=0,
        scorecard_count=0,
        head=first_hash(session_id, header_text),
    )


def first_hash(session_id: str, header_text: str) -> str:
    """The hash that the first event stands on."""
    return digest(f"{session_id}\n{header_text}")


def insert_session(connection: Connection, row: SessionRow) -> None:
    """Stores a new session; its occasion stands once more beside the header, to be searched."""
    values = (*row.values(), row.parsed_header().occasion)
    blanks = ", ".join("?" * len(values))
    connection.execute(
        f"INSERT INTO session ({SESSION_COLUMNS}, occasion) VALUES ({blanks})",  # noqa: S608 - fixed names
        values,
    )


def update_session(connection: Connection, row: SessionRow) -> None:
    """Stores what may change about a session: state, ending, the two counts, head."""
    connection.execute(
        "UPDATE session SET state = ?, ending = ?, ended_at = ?, event_count = ?,"
        " scorecard_count = ?, head = ?, seal = ? WHERE id = ?",
        (*row.values()[4:], row.id),
    )


def has_session(connection: Connection, session_id: str) -> bool:
    """Whether there is a session of this id."""
    found = connection.execute("SELECT 1 FROM session WHERE id = ?", (session_id,)).fetchone()
    return found is not None


def read_session(connection: Connection, session_id: str, lock: str = "") -> SessionRow:
    """The verified row; raises UnknownSession or StoreDamaged. *lock* is the backend's, to change it."""
    raw = connection.execute(
        f"SELECT {SESSION_COLUMNS} FROM session WHERE id = ?{lock}",  # noqa: S608 - fixed names
        (session_id,),
    ).fetchone()
    if raw is None:
        raise UnknownSession("session.unknown", session=session_id)
    return verified(raw, session_id)


def verified(raw: tuple[Any, ...], session_id: str) -> SessionRow:
    """A row of SESSION_COLUMNS whose seal fits; else StoreDamaged."""
    if not _unharmed(raw) or raw[0] != session_id:
        raise damaged_header(session_id)
    return SessionRow(*raw[:-1])


def read_event(connection: Connection, session_id: str, seq: int) -> tuple[str, str, str] | None:
    """When it was saved, its hash and its JSON text, unverified; None when there is none."""
    raw = connection.execute(
        "SELECT saved_at, hash, body FROM event WHERE session_id = ? AND seq = ?",
        (session_id, seq),
    ).fetchone()
    return cast("tuple[str, str, str] | None", raw)


def append_event(connection: Connection, row: SessionRow, saved_at: str, body: str) -> SessionRow:
    """Adds the next event and returns the session's row as it now is."""
    head = chain(row.head, saved_at, body)
    connection.execute(
        "INSERT INTO event (session_id, seq, saved_at, hash, body) VALUES (?, ?, ?, ?, ?)",
        (row.id, row.event_count, saved_at, head, body),
    )
    return replace(row, event_count=row.event_count + 1, head=head)


def read_events(connection: Connection, row: SessionRow) -> list[tuple[str, str, str]]:
    """All events as (saved_at, hash, JSON text), verified; StoreDamaged names the first bad one."""
    events: list[tuple[str, str, str]] = []
    head = first_hash(row.id, row.header)
    for seq, saved_at, stored, body in connection.execute(
        "SELECT seq, saved_at, hash, body FROM event WHERE session_id = ? ORDER BY seq", (row.id,)
    ):
        texts = isinstance(saved_at, str) and isinstance(body, str)
        if not texts or seq != len(events) or chain(head, saved_at, body) != stored:
            raise damaged_turn(row.id, len(events))
        head = stored
        events.append((saved_at, stored, body))
    if len(events) != row.event_count or head != row.head:
        raise damaged_turn(row.id, min(len(events), row.event_count))
    return events


def append_scorecard(
    connection: Connection,
    row: SessionRow,
    made_at: str,
    texts: tuple[str, str | None, str],
) -> SessionRow:
    """Adds a scorecard (versions, digest, card as JSON text); returns the session's row as it is.

    The number of the scorecard is the new `scorecard_count`.
    """
    number = row.scorecard_count + 1
    values = (row.id, number, made_at, *texts)
    connection.execute(
        "INSERT INTO scorecard (session_id, number, made_at, versions, digest, card, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*values, digest(canonical(values))),
    )
    return replace(row, scorecard_count=number)


def read_scorecards(connection: Connection, row: SessionRow) -> list[StoredScorecard]:
    """All scorecards of a session, oldest first, verified; StoreDamaged names the first bad one."""
    cards: list[StoredScorecard] = []
    for raw in connection.execute(
        "SELECT session_id, number, made_at, versions, digest, card, hash FROM scorecard"
        " WHERE session_id = ? ORDER BY number",
        (row.id,),
    ):
        number = len(cards) + 1
        if raw[1] != number or number > row.scorecard_count or not _unharmed(raw):
            raise damaged_scorecard(row.id, number)
        try:
            cards.append(_scorecard(raw))
        except ValueError as error:
            raise damaged_scorecard(row.id, number) from error
    if len(cards) != row.scorecard_count:
        raise damaged_scorecard(row.id, len(cards) + 1)
    return cards


def load_session(connection: Connection, session_id: str) -> StoredSession:
    """Header, events and scorecards of a session, verified."""
    row = read_session(connection, session_id)
    header = row.parsed_header()
    events = read_events(connection, row)
    return StoredSession(
        id=row.id,
        header=header,
        events=tuple(cast(Mapping[str, JSON], json.loads(body)) for _, _, body in events),
        saved_at=tuple(saved_at for saved_at, _, _ in events),
        state=row.state,
        ending=row.ending,
        ended_at=row.ended_at,
        scorecards=tuple(read_scorecards(connection, row)),
    )


def read_summaries(
    connection: Connection, conditions: str, values: tuple[object, ...]
) -> list[tuple[Any, ...]]:
    """Raw rows for `summary`; `conditions` is fixed SQL after FROM, `values` fill its blanks."""
    return connection.execute(f"{_SUMMARY} {conditions}", values).fetchall()


def summary(raw: tuple[Any, ...]) -> SessionSummary:
    """One line of a list; raises StoreDamaged when the row is not what was stored."""
    row = verified(raw[:_ROW_WIDTH], raw[0])
    has_draft, figures = raw[_ROW_WIDTH:]
    try:
        parsed = _object(figures) if figures is not None else None
    except (TypeError, ValueError):
        parsed = None  # figures for a list only; the scorecard itself is verified when read
    return SessionSummary(
        id=row.id,
        header=row.parsed_header(),
        state=row.state,
        ending=row.ending,
        ended_at=row.ended_at,
        event_count=row.event_count,
        has_draft=bool(has_draft),
        scorecard_count=row.scorecard_count,
        digest=parsed,
    )


def put_meta(connection: Connection, key: str, value: str) -> None:
    """Remembers something about the store itself."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def damaged_header(session_id: object) -> StoreDamaged:
    """The error for a session whose own row is not what was stored."""
    return StoreDamaged("session.damaged-header", session=str(session_id))


def damaged_turn(session_id: str, seq: int) -> StoreDamaged:
    """The error for a damaged or missing event; people count from 1."""
    return StoreDamaged("session.damaged", session=session_id, turn=seq + 1)


def damaged_scorecard(session_id: str, number: int) -> StoreDamaged:
    """The error for a damaged or missing scorecard; `number` counts from 1."""
    return StoreDamaged("session.damaged-scorecard", session=session_id, number=number)


def _unharmed(raw: tuple[Any, ...]) -> bool:
    """Whether the hash, which is the last column, fits the others."""
    try:
        return bool(digest(canonical(raw[:-1])) == raw[-1])
    except (TypeError, ValueError):
        return False


def _scorecard(raw: tuple[Any, ...]) -> StoredScorecard:
    _, number, made_at, versions, figures, card, _ = raw
    return StoredScorecard(
        number=number,
        made_at=made_at,
        card=card,
        versions=_object(versions),
        digest=_object(figures) if figures is not None else None,
    )


def _object(text: str) -> Mapping[str, Any]:
    """The object of JSON text; raises ValueError for anything else."""
    value = json.loads(text)
    if not isinstance(value, Mapping):
        raise ValueError("not an object")
    return value
