"""Reads and writes the rows of facts inside a transaction that the caller holds.

A fact's id begins with its moment and the number of facts stored before it in the same transaction,
and sorts after those of its kind and about its subject that were there. Every row is verified as it is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from simulator.errors import NotSaved, StoreDamaged
from simulator.store.backend import Connection
from simulator.store.canonical import JSON, canonical, digest, storable
from simulator.store.model import Fact
from simulator.store.undamaged import undamaged

__all__ = [
    "AUDITED",
    "BY_TRAINEES",
    "PRIVATE",
    "delete_facts",
    "fact_ids",
    "fact_values",
    "insert_fact",
    "newest_id",
    "read_facts",
    "replace_names",
]

BY_TRAINEES = frozenset(
    {"second-look", "step-read", "certificate", "card-reviewed", "reflection", "exported"}
)
"""Kinds that everybody may store about themselves; all others are for leads."""
BY_AUTHORS = frozenset({"rules-adopted"})
"""Kinds that those who write the rules may store as well."""
PRIVATE = frozenset({"reflection"})
"""Kinds that only their author may read."""
AUDITED = (
    "override",
    "override-undone",
    "rules-adopted",
    "person-added",
    "person-renamed",
    "role-changed",
    "person-shut-out",
    "person-readmitted",
    "forgotten",
    "sessions-expired",
    "retention-set",
    "exported",
    "backed-up",
    "scores-unproven",
)
"""Kinds that the audit log shows; they outlive the person they are about, without the name."""

_COLUMNS = "id, kind, author, person, subject, at, body, hash"


def fact_values(fact: Fact) -> tuple[object, ...]:
    """The columns in order, the hash last; raises NotSaved for a body that is not JSON."""
    if not fact.kind or not isinstance(fact.body, Mapping):
        raise NotSaved("entry.refused", reason="a fact without kind or body")
    names = [fact.kind, fact.author, fact.person or "", fact.subject or ""]
    storable(names)
    plain = (
        fact.id, fact.kind, fact.author, fact.person, fact.subject, fact.at, storable(fact.body)
    )  # fmt: skip
    return (*plain, digest(canonical(plain)))


def insert_fact(connection: Connection, fact: Fact) -> None:
    """Stores a new fact."""
    connection.execute(
        f"INSERT INTO fact ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - fixed names
        fact_values(fact),
    )


def read_facts(
    connection: Connection,
    kinds: Sequence[str] | None,
    person: str | None,
    subject: str | None,
    damaged: Callable[[str], None] | None = None,
) -> list[Fact]:
    """Facts that fit all that is given, oldest first.

    One that was changed is left out and its id handed to *damaged*; without that, StoreDamaged.
    """
    conditions, values = ["1 = 1"], list[str]()
    if kinds is not None:
        if not kinds:
            return []
        conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values.extend(kinds)
    for column, value in (("person", person), ("subject", subject)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM fact WHERE {' AND '.join(conditions)} ORDER BY id",  # noqa: S608 - fixed names
        tuple(values),
    )
    return undamaged(found.fetchall(), _fact, damaged)


def newest_id(connection: Connection, kind: str, subject: str | None) -> str:
    """The last id of this kind or about this subject; empty where there is none.

    An order is asked for only within these: the rulings on a contact, the rules adopted one after
    the other.
    """
    newest = ""
    for column, value in (("kind", kind), ("subject", subject)):
        if value is not None:
            (found,) = connection.execute(
                f"SELECT max(id) FROM fact WHERE {column} = ?",  # noqa: S608 - fixed names
                (value,),
            ).fetchone()
            newest = max(newest, str(found or ""))
    return newest


def fact_ids(connection: Connection) -> set[str]:
    """The ids of all facts, also of damaged ones."""
    return {str(row[0]) for row in connection.execute("SELECT id FROM fact").fetchall()}


def delete_facts(connection: Connection, ids: Sequence[str]) -> None:
    """Deletes these facts."""
    for one in ids:
        connection.execute("DELETE FROM fact WHERE id = ?", (one,))


def replace_names(connection: Connection, fact: Fact) -> None:
    """Stores a fact's author and person anew; nothing else of it can be changed."""
    values = fact_values(fact)
    connection.execute(
        "UPDATE fact SET author = ?, person = ?, hash = ? WHERE id = ?",
        (fact.author, fact.person, values[-1], fact.id),
    )


def _fact(raw: Sequence[Any]) -> Fact:
    raw = tuple(raw)
    try:
        sound = digest(canonical(raw[:-1])) == raw[-1]
        body: Mapping[str, JSON] = json.loads(raw[6]) if sound else {}
    except (TypeError, ValueError):
        sound, body = False, {}
    if not sound:
        raise StoreDamaged("fact.damaged", fact=str(raw[0]))
    return Fact(raw[0], raw[1], raw[2], raw[3], raw[4], raw[5], body)
