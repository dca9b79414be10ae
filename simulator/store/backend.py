"""What the store needs of a database, whichever it is: SQLite or PostgreSQL.

The SQL of `rows`, `facts`, `people` and `transfer` is the same for both: question marks for values,
``ON CONFLICT`` for replacing. What differs is here as a property; only a copy of the file asks whether there is a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

__all__ = ["Backend", "Connection", "Cursor"]


class Cursor(Protocol):
    """The rows of one statement."""

    def fetchone(self) -> Any: ...

    def fetchall(self) -> list[Any]: ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """Inside a transaction: one statement after the other."""

    def execute(self, sql: str, values: Sequence[Any] = ..., /) -> Cursor: ...


class Backend(Protocol):
    """One connection of one thread; see `transaction` and `snapshot`."""

    lock: str
    """Ends a SELECT whose row is about to be changed; empty where a writer is alone anyway."""
    watches_file: bool
    """Whether this program has to look after the file: marks of use, daily checks, copies."""

    @property
    def place(self) -> str:
        """Where the data are, for messages; never with a password."""
        ...

    @property
    def read_only(self) -> bool: ...

    def transaction(self) -> AbstractContextManager[Connection]:
        """A write transaction: committed when the block ends well, else rolled back whole."""
        ...

    def snapshot(self) -> AbstractContextManager[Connection]:
        """A read transaction: everything read in the block is of one moment. Keep it short."""
        ...

    def another(self) -> Backend:
        """A second connection to the same data, for the thread that calls this."""
        ...

    def quick_check(self) -> None:
        """Raises StoreDamaged where the structure is broken."""
        ...

    def remove_private(self, login: str) -> None:
        """Inside a transaction: delete the facts of *login* that nobody else may even see."""
        ...

    def invite(self, login: str, now: datetime) -> str | None:
        """Inside a transaction: let a new person in; their first password, None where none is needed."""
        ...

    def shut_out(self, login: str, *, for_good: bool = False) -> None:
        """Inside a transaction: the person can no longer come in; *for_good*: the account goes."""
        ...

    def close(self) -> None:
        """Closes the connection; safe to call twice."""
        ...
