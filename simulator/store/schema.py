"""The tables of the store and the steps from each format to the next.

`PRAGMA user_version` is the number of steps a file has been through. A step, once released, is
never edited; a change is a further step. Copies made before a migration are the business of
`simulator.store.backups`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from enum import Enum

from simulator.errors import StoreDamaged, StoreNewer

Steps = Sequence[Sequence[str]]

APPLICATION_ID = 0x53444A4F  # "SDJO"; tells this program's files from other databases

STEPS: Steps = (
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        # header is the truth; the columns after it repeat parts of it to be searched.
        # seal is a hash over the whole row, head the hash of the last event; the two counts tell
        # when rows of event or scorecard are lost.
        """CREATE TABLE session (
            id TEXT PRIMARY KEY,
            header TEXT NOT NULL,
            trainee TEXT NOT NULL,
            started_at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'ended', 'abandoned')),
            ending TEXT,
            ended_at TEXT,
            event_count INTEGER NOT NULL,
            scorecard_count INTEGER NOT NULL,
            head TEXT NOT NULL,
            seal TEXT NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX session_by_trainee ON session (trainee, started_at, id)",
        "CREATE INDEX session_by_time ON session (started_at, id)",
        """CREATE TABLE event (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL,
            saved_at TEXT NOT NULL,
            hash TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (session_id, seq)
        ) WITHOUT ROWID""",
        """CREATE TABLE draft (
            session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
            saved_at TEXT NOT NULL,
            body TEXT NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE scorecard (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            made_at TEXT NOT NULL,
            versions TEXT NOT NULL,
            digest TEXT,
            hash TEXT NOT NULL,
            card TEXT NOT NULL,
            PRIMARY KEY (session_id, number)
        ) WITHOUT ROWID""",
    ),
    (
        # login is what sessions and facts cite; it never changes, the name may.
        """CREATE TABLE person (
            login TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('trainee', 'lead', 'author')),
            active INTEGER NOT NULL,
            added_at TEXT NOT NULL,
            hash TEXT NOT NULL
        ) WITHOUT ROWID""",
        # person: whose matter it is, NULL: everybody's. hash is over the whole row.
        """CREATE TABLE fact (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            author TEXT NOT NULL,
            person TEXT,
            subject TEXT,
            at TEXT NOT NULL,
            body TEXT NOT NULL,
            hash TEXT NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX fact_by_kind ON fact (kind, id)",
        "CREATE INDEX fact_by_person ON fact (person, id)",
        "CREATE INDEX fact_by_subject ON fact (subject, id)",
        # Repeats the header's occasion, to find the contacts of one drill among all others.
        "ALTER TABLE session ADD COLUMN occasion TEXT",
        "CREATE INDEX session_by_occasion ON session (occasion, trainee)"
        " WHERE occasion IS NOT NULL",
    ),
)

TABLES = ("session", "event", "scorecard", "draft", "fact", "person", "meta", "setting")
SCHEMA_VERSION = len(STEPS)


class Format(Enum):
    """How a file stands to the format that this program writes."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"


def examine(connection: sqlite3.Connection, path: str, steps: Steps = STEPS) -> Format:
    """How the file stands; StoreNewer for a later format, StoreDamaged for a foreign database."""
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if found == 0 and owner == 0 and tables == 0:
        return Format.EMPTY
    if owner != APPLICATION_ID or found < 1:
        raise StoreDamaged("store.foreign", path=path)
    if found > len(steps):
        raise StoreNewer("store.newer", path=path, found=found, known=len(steps))
    return Format.CURRENT if found == len(steps) else Format.OLDER


def bring_up_to_date(connection: sqlite3.Connection, steps: Steps = STEPS) -> None:
    """Runs the missing steps. The caller holds the write transaction, so it is all or nothing.

    The format is read again inside the transaction: another process may have been quicker.
    """
    done = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for step in steps[done:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(steps)}")
