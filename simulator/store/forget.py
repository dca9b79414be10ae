"""Takes a person out of the store, or what is older than it need be.

What others decided stays, without the name: the audit log keeps that somebody was overruled or
forgotten, not who. Replies are kept or deleted whole; a name typed inside of one is not searched for,
which is why removing is the default and a pseudonym the exception.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from simulator.errors import StoreDamaged
from simulator.machine.left_out import leave_out
from simulator.store import facts as fact_rows
from simulator.store import people as person_rows
from simulator.store import transfer
from simulator.store.backend import Backend, Connection
from simulator.store.canonical import canonical, chain
from simulator.store.model import Fact
from simulator.store.rows import first_hash

__all__ = ["BACKED_UP", "Forgotten", "delete_sessions_before", "forget", "renamed"]

BACKED_UP = "backed-up"
"""The kind of fact that remembers a copy of the whole store; its subject is the file."""
_NAMED = frozenset({"certificate", "reflection"})
"""Kinds whose body says who it is about; they go even where the rest keeps a pseudonym."""


@dataclass(frozen=True)
class Forgotten:
    """What was taken out, and what is left to do outside of the store."""

    sessions: int
    facts: int
    pseudonym: str
    """Stands in the audit log, and for kept sessions, in the place of the login."""
    exports: tuple[str, ...]
    """Files that were written with this person in them, as far as the store was told."""
    backups: tuple[str, ...]
    """Copies of the whole store that were made on demand; each may hold this person."""
    account: bool
    """Whether there was an account, which is removed as well."""


def forget(
    database: Backend, connection: Connection, login: str, pseudonym: str, *, keep: bool
) -> Forgotten:
    """Inside a write transaction: removes *login*, or with *keep* only the name of their sessions."""
    damaged: list[str] = []  # nothing can be told of them but that they may be about this person
    about = fact_rows.read_facts(connection, None, login, None, damaged.append)
    authored = _authored(connection, login, damaged)
    fact_rows.delete_facts(connection, sorted(set(damaged)))
    sessions = _sessions_of(connection, login)
    for session_id in sessions:
        exported = _exported(connection, session_id) if keep else None
        connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
        if exported is not None:
            transfer.store_parcel(connection, transfer.unpack(renamed(exported, pseudonym)))
    gone = [fact for fact in about if not _stays(fact, login, keep=keep)]
    left_ids = {fact.id for fact in gone}
    fact_rows.delete_facts(connection, sorted(left_ids))
    database.remove_private(login)
    for fact in {f.id: f for f in (*about, *authored) if f.id not in left_ids}.values():
        fact_rows.replace_names(connection, _without(fact, login, pseudonym))
    account = person_rows.read_person(connection, login) is not None
    database.shut_out(login, for_good=True)
    person_rows.delete_person(connection, login)
    files = dict.fromkeys(f.subject for f in about if f.kind == "exported" and f.subject)
    copies = fact_rows.read_facts(
        connection, [BACKED_UP], None, None, partial(leave_out, "entries")
    )
    backups = dict.fromkeys(f.subject for f in copies if f.subject)
    return Forgotten(len(sessions), len(gone), pseudonym, tuple(files), tuple(backups), account)


def delete_sessions_before(connection: Connection, before: str) -> int:
    """Inside a write transaction: deletes sessions begun before *before* (UTC text); how many."""
    old = [
        str(row[0])
        for row in connection.execute("SELECT id FROM session WHERE started_at < ?", (before,))
    ]
    for session_id in old:
        damaged: list[str] = []
        found = fact_rows.read_facts(connection, None, None, session_id, damaged.append)
        mine = [fact.id for fact in found if fact.kind not in fact_rows.AUDITED]
        fact_rows.delete_facts(connection, [*mine, *damaged])
        connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
    return len(old)


def _exported(connection: Connection, session_id: str) -> dict[str, Any] | None:
    """What is to be kept of a session under another name: nothing of a damaged one."""
    try:
        return transfer.export_session(connection, session_id)
    except StoreDamaged:
        return None


def _sessions_of(connection: Connection, login: str) -> list[str]:
    found = connection.execute("SELECT id FROM session WHERE trainee = ? ORDER BY id", (login,))
    return [str(row[0]) for row in found.fetchall()]


def _authored(connection: Connection, login: str, damaged: list[str]) -> list[Fact]:
    """What is sound of it; the ids of the rest go to *damaged*."""
    theirs = connection.execute("SELECT id FROM fact WHERE author = ?", (login,))
    ids = {str(row[0]) for row in theirs.fetchall()}
    found = connection.execute("SELECT DISTINCT kind FROM fact WHERE author = ?", (login,))
    kinds = [str(row[0]) for row in found.fetchall()]
    broken: list[str] = []
    kept = fact_rows.read_facts(connection, kinds, None, None, broken.append)
    damaged.extend(ids.intersection(broken))
    return [fact for fact in kept if fact.author == login]


def _stays(fact: Fact, login: str, *, keep: bool) -> bool:
    if fact.kind in fact_rows.AUDITED:
        return True
    return keep and fact.kind not in _NAMED and (fact.person == login)


def _without(fact: Fact, login: str, pseudonym: str) -> Fact:
    return replace(
        fact,
        author=pseudonym if fact.author == login else fact.author,
        person=pseudonym if fact.person == login else fact.person,
    )


def renamed(exported: Mapping[str, Any], pseudonym: str) -> dict[str, Any]:
    """An exported session under another name: every hash stands on the header, so all are made anew."""
    header = {**exported["header"], "trainee": pseudonym}
    head = first_hash(exported["id"], canonical(header))
    events = []
    for entry in exported["events"]:
        head = chain(head, entry["saved_at"], canonical(entry["event"]))
        events.append({**entry, "hash": head})
    changed = {"header": header, "events": events, "head": head, "draft": None}
    return transfer.sealed({**exported, **changed})
