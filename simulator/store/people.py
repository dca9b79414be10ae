"""Reads and writes the rows of persons inside a transaction that the caller holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from scenarios.text import clean_text, one_line, unsafe_characters
from simulator.errors import StoreDamaged, UsageError
from simulator.store.backend import Connection
from simulator.store.canonical import canonical, digest, storable
from simulator.store.model import ROLES, Person
from simulator.store.undamaged import undamaged

__all__ = [
    "check_login",
    "check_name",
    "delete_person",
    "fitting_name",
    "put_person",
    "read_people",
    "read_person",
]

MOST_NAME = 100
"""Characters of a name."""
_LOGIN = re.compile(r"[a-z][a-z0-9_.-]{0,31}")
_COLUMNS = "login, name, role, active, added_at, hash"


def check_login(login: str) -> str:
    """*login* itself; UsageError where it is not 1-32 of a-z, 0-9, dot, hyphen, underscore.

    It becomes the name of an account of the database, and stands in files and addresses.
    """
    if not _LOGIN.fullmatch(login):
        raise UsageError("person.login", login=login)
    return login


def check_name(name: str) -> str:
    """*name* without blanks around it; UsageError where it is long or holds what is no letter or mark.

    It stands within lines, on certificates and in lists.
    """
    stripped = name.strip(" \u3000")
    if len(stripped) > MOST_NAME:
        raise UsageError("person.name-long", count=len(stripped), most=MOST_NAME)
    if unsafe_characters(stripped) or one_line(stripped) != clean_text(stripped):
        raise UsageError("person.name", name=one_line(stripped))
    return stripped


def fitting_name(name: str) -> str:
    """*name* of another store as it may be kept here, where it may be older than what is checked now."""
    return one_line(name)[:MOST_NAME]


def put_person(connection: Connection, person: Person, added_at: str) -> None:
    """Stores a person, new or changed."""
    if person.role not in ROLES:
        raise UsageError("person.role", role=person.role)
    storable([person.login, person.name])
    plain = (person.login, person.name, person.role, int(person.active), added_at)
    connection.execute(
        f"INSERT INTO person ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - fixed names
        " ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role,"
        " active = excluded.active, added_at = excluded.added_at, hash = excluded.hash",
        (*plain, digest(canonical(plain))),
    )


def read_people(
    connection: Connection, damaged: Callable[[str], None] | None = None
) -> list[tuple[Person, str]]:
    """Everybody with the moment of adding, by login.

    A row that was changed is left out and its login handed to *damaged*; without that, StoreDamaged.
    """
    found = connection.execute(f"SELECT {_COLUMNS} FROM person ORDER BY login")  # noqa: S608
    return undamaged(found.fetchall(), _person, damaged)


def read_person(connection: Connection, login: str) -> tuple[Person, str] | None:
    """The person and the moment of adding, or None."""
    raw = connection.execute(
        f"SELECT {_COLUMNS} FROM person WHERE login = ?",  # noqa: S608 - fixed names
        (login,),
    ).fetchone()
    return _person(raw) if raw is not None else None


def delete_person(connection: Connection, login: str) -> None:
    """Deletes the row of a person."""
    connection.execute("DELETE FROM person WHERE login = ?", (login,))


def _person(raw: Sequence[Any]) -> tuple[Person, str]:
    raw = tuple(raw)
    if digest(canonical(raw[:-1])) != raw[-1]:
        raise StoreDamaged("person.damaged", login=str(raw[0]))
    login, name, role, active, added_at, _ = raw
    return Person(login, name, role, bool(active)), added_at
