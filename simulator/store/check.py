"""Looks for damage in the whole store and counts what it finds. Repairs nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias

from simulator.errors import StoreDamaged, StoreError, UsageError
from simulator.store.backend import Backend, Connection
from simulator.store.facts import read_facts
from simulator.store.people import read_people
from simulator.store.rows import load_session
from simulator.store.schema import TABLES

ProblemKind = Literal["file", "reference", "session", "scorecard", "entry"]
_MOST_FILE_PROBLEMS = 100


@dataclass(frozen=True)
class Problem:
    """One thing found: where it is (a session id or a table) and what SQLite or we say of it."""

    kind: ProblemKind
    where: str
    detail: str


_Look: TypeAlias = Callable[[Connection, bool], Iterator[Problem]]


@dataclass(frozen=True)
class CheckReport:
    """What a check looked at and found; `sessions` and `events` are 0 in a quick check."""

    full: bool
    sessions: int
    events: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.problems

    @property
    def counts(self) -> dict[str, int]:
        """How many problems of each kind, by kind."""
        return dict(sorted(Counter(problem.kind for problem in self.problems).items()))


def check(database: Backend, full: bool, *, entries: bool = True) -> CheckReport:
    """Checks structure and references; with `full` also indexes and every hash. Never raises."""
    problems: list[Problem] = []
    if database.watches_file:
        problems += _guarded(database, _file_problems, full)
        problems += _guarded(database, _reference_problems, full)
    else:
        for table in TABLES:
            problems += _guarded(database, partial(_table_problems, table), full)
    sessions = events = 0
    if full:
        ids: list[str] = []
        problems += _guarded(database, lambda connection, _: _session_ids(connection, ids), full)
        for session_id in ids:
            found, count = _session_problems(database, session_id)
            problems += found
            sessions += 1
            events += count
        if entries:
            problems += _guarded(database, _entry_problems, full)
    return CheckReport(full, sessions, events, tuple(problems))


def _guarded(database: Backend, look: _Look, full: bool) -> list[Problem]:
    found: list[Problem] = []
    try:
        with database.snapshot() as connection:
            for problem in look(connection, full):
                found.append(problem)
    except StoreError as error:
        found.append(Problem("file", database.place, _detail(error)))
    return found


def _file_problems(connection: Connection, full: bool) -> Iterator[Problem]:
    name = "integrity_check" if full else "quick_check"
    for (line,) in connection.execute(f"PRAGMA {name}({_MOST_FILE_PROBLEMS})"):
        if line != "ok":
            yield Problem("file", "", str(line))


def _reference_problems(connection: Connection, _full: bool) -> Iterator[Problem]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem("reference", str(table), f"points to a missing row of {parent}")


def _table_problems(table: str, connection: Connection, _full: bool) -> Iterator[Problem]:
    """Raises StoreDamaged for a table that is not there."""
    connection.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 - fixed names
    yield from ()


def _session_ids(connection: Connection, ids: list[str]) -> Iterator[Problem]:
    for (session_id,) in connection.execute("SELECT id FROM session ORDER BY id"):
        if isinstance(session_id, str):
            ids.append(session_id)
        else:
            yield Problem("session", repr(session_id), "the id is not text")


def _entry_problems(connection: Connection, _full: bool) -> Iterator[Problem]:
    """Facts and people that are not what was stored."""
    facts: list[str] = []
    people: list[str] = []
    read_facts(connection, None, None, None, facts.append)
    read_people(connection, people.append)
    for fact in facts:
        yield Problem("entry", fact, _detail(StoreDamaged("fact.damaged", fact=fact)))
    for login in people:
        yield Problem("entry", login, _detail(StoreDamaged("person.damaged", login=login)))


def _session_problems(database: Backend, session_id: str) -> tuple[list[Problem], int]:
    try:
        with database.snapshot() as connection:
            return [], len(load_session(connection, session_id).events)
    except StoreDamaged as error:
        kind: ProblemKind = "session"
        if error.code == "session.damaged-scorecard":
            kind = "scorecard"
        elif error.code == "store.damaged":
            kind = "file"
        return [Problem(kind, session_id, _detail(error))], 0
    except (StoreError, UsageError) as error:
        return [Problem("file", session_id, _detail(error))], 0


def _detail(error: StoreError | UsageError) -> str:
    return str(error.details.get("detail") or error.text("en").message)
