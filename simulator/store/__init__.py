"""Keeps sessions: a header and a list of events each, in one SQLite file, safe against crashes.

The events are the truth; the customer's state and the scores are computed from them elsewhere.
Scorecards are kept beside them, so that a list of past sessions is quick. Nothing here knows what
an event means, reads a wall clock or a global random source, or imports more than the standard
library's sqlite3, json and hashlib.

One process opens one `SessionStore` and uses it from the thread that opened it. A background
thread calls `store.another()` and works with what it returns. Never fork while a store is open.
"""

from simulator.store.canonical import JSON, canonical, utc_offset_minutes, utc_text
from simulator.store.check import CheckReport, Problem
from simulator.store.model import (
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
    "SCHEMA_VERSION",
    "CheckReport",
    "Problem",
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
