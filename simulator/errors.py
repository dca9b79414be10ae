"""The errors that a person at the keyboard may get to see.

Every failure that a user can meet is one of these classes, so that each front (command line,
plain mode, terminal app) can print a title, a sentence and an advice instead of a traceback.

    SupportdojoError          exit 3   something inside went wrong
    ├── UsageError            exit 2   what was typed or handed in cannot be used
    │   ├── UnknownSession             no session has this id or prefix
    │   ├── AmbiguousSession           several sessions begin with this prefix
    │   ├── OutdatedSession            its scenario has changed since
    │   ├── NotAllowed                 this is for leads, or belongs to somebody else
    │   └── ImportRefused              a file to import is not a sound exported session
    └── StoreError            exit 3   the store of sessions
        ├── NotSaved                   this entry was not stored; the store itself is fine
        │   ├── SequenceClash          another entry already has this number
        │   ├── SessionClosed          the session is over
    │   └── SessionGone                it is not in the store any more
        ├── StoreDamaged               the file or a session in it does not hold what was stored
        ├── StoreNewer                 written by a newer version of the program
        ├── StoreReadOnly              can be read, cannot be written
        ├── StoreLocked                another program held it for too long
        ├── StoreFull                  no room left on the disk
        └── StoreUnreachable           the file or its directory cannot be opened or created

The wording lives in `simulator.error_texts`. Programming mistakes stay ordinary Python exceptions.
"""

from __future__ import annotations

from typing import ClassVar

from simulator.error_texts import ErrorText, render

Detail = str | int

LOST = frozenset({"session.gone", "store.removed", "store.vanished"})
"""Codes of errors after which it would be untrue to say that what was saved is kept."""

PASSING = frozenset({"store.busy", "store.full", "store.gone", "store.io", "store.locked"})
"""Codes of errors after which doing the same again may well succeed."""

__all__ = [
    "LOST",
    "PASSING",
    "AmbiguousSession",
    "Detail",
    "ErrorText",
    "ImportRefused",
    "NotAllowed",
    "NotSaved",
    "OutdatedSession",
    "SequenceClash",
    "SessionClosed",
    "SessionGone",
    "StoreDamaged",
    "StoreError",
    "StoreFull",
    "StoreLocked",
    "StoreNewer",
    "StoreReadOnly",
    "StoreUnreachable",
    "SupportdojoError",
    "UnknownSession",
    "UsageError",
]


class SupportdojoError(Exception):
    """A failure with a code and details that can be told in Japanese and in English.

    `code` names the text in `simulator.error_texts`, `details` fill its blanks. `exit_code` is
    what the command line ends with.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, code: str = "internal", **details: Detail) -> None:
        super().__init__(code)
        self.code = code
        self.details: dict[str, Detail] = details

    def text(self, language: str) -> ErrorText:
        """Title, message and advice in `language` ("ja" or "en"; anything else gives English)."""
        return render(self.code, language, self.details)

    def __str__(self) -> str:
        return str(self.text("en"))


class UsageError(SupportdojoError):
    """What was typed or handed in cannot be used; nothing was changed."""

    exit_code = 2


class UnknownSession(UsageError):
    """No stored session has this id or begins with this prefix."""


class AmbiguousSession(UsageError):
    """More than one stored session begins with this prefix."""


class OutdatedSession(UsageError):
    """The scenario or the engine has changed since; the same customer cannot be had again."""


class NotAllowed(UsageError):
    """It is for leads only, or it belongs to somebody else."""


class ImportRefused(UsageError):
    """A file to import is not a sound exported session; nothing was changed."""


class StoreError(SupportdojoError):
    """The store could not do what was asked."""


class NotSaved(StoreError):
    """This entry was not stored; everything acknowledged before is still there."""


class SequenceClash(NotSaved):
    """The number of this entry is taken by another one, or entries before it are missing."""


class SessionClosed(NotSaved):
    """The session is over, so nothing can be added to it."""


class SessionGone(NotSaved, UnknownSession):
    """The session that is being played is not in the store any more: removed, or the store replaced."""

    exit_code = NotSaved.exit_code


class StoreDamaged(StoreError):
    """The file, or one session in it, does not hold what was stored."""


class StoreNewer(StoreError):
    """The store was written by a newer version of the program."""


class StoreReadOnly(StoreError):
    """The store can be read but not written."""


class StoreLocked(StoreError):
    """Another program kept the store locked for longer than the waiting time."""


class StoreFull(StoreError):
    """There is no room left where the store is."""


class StoreUnreachable(StoreError):
    """The store's file or directory cannot be opened or created."""
