"""Keeps sessions: a header and a list of events each, and facts beside them, safe against crashes.

In one SQLite file for one machine, or in PostgreSQL for a team.

The events are the truth; the customer's state and the scores are computed from them elsewhere.
Scorecards are kept beside them, so that a list of past sessions is quick. Nothing here knows what
an event means or reads a wall clock, and psycopg is imported for PostgreSQL only.

One process opens one `SessionStore` and uses it from the thread that opened it. A background
thread calls `store.another()` and works with what it returns. Never fork while a store is open.
"""

from simulator.store.canonical import JSON, canonical, utc_offset_minutes, utc_text
from simulator.store.check import CheckReport, Problem
from simulator.store.model import (
    ROLES,
    Fact,
    Person,
    Role,
    SessionHeader,
    SessionState,
    SessionSummary,
    StoredScorecard,
    StoredSession,
)
from simulator.store.schema import SCHEMA_VERSION
from simulator.store.sessions import SessionStore
from simulator.store.transfer import EXPORT_VERSION

__all__ = [
    "EXPORT_VERSION",
    "JSON",
    "ROLES",
    "SCHEMA_VERSION",
    "CheckReport",
    "Fact",
    "Person",
    "Problem",
    "Role",
    "SessionHeader",
    "SessionState",
    "SessionStore",
    "SessionSummary",
    "StoredScorecard",
    "StoredSession",
    "canonical",
    "utc_offset_minutes",
    "utc_text",
]
