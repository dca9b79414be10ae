"""What surrounds a contact: the library, the judge, the store, the clock, who is practising.

Opened once by whoever starts the program; heavy parts are made on first use, so that the first
screen does not wait for the dictionary of an analyser.
"""

from __future__ import annotations

import getpass
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import scoring
from scenarios.loader import Library, builtin_library
from simulator.engine.session import ENGINE_VERSION
from simulator.errors import UsageError
from simulator.libraries import open_library, quick_library
from simulator.store import Person, SessionStore

if TYPE_CHECKING:
    from scoring.judge import Judge
    from simulator.store.model import SessionSummary

__all__ = [
    "Workplace",
    "make_judge",
    "open_store",
    "open_workplace",
    "quick_library",
    "temporary_workplace",
]

DB_VARIABLE = "SUPPORTDOJO_DB"
"""Names the team's PostgreSQL database, as postgresql://login@host/database."""


@dataclass
class Workplace:
    """Everything a contact needs and does not know how to get."""

    library: Library
    store: SessionStore
    now: Callable[[], datetime]
    trainee: str
    """Login of the person who practises."""
    new_seed: Callable[[], int]
    choices: SessionStore | None = None
    """Where this machine's settings are kept, if not in the store."""
    _judge: Judge | None = field(default=None, repr=False)

    @property
    def judge(self) -> Judge:
        """Made on first use; the first reply in a language loads that language's analyser."""
        if self._judge is None:
            self._judge = make_judge(self.library)
        return self._judge

    def unfinished(self) -> tuple[SessionSummary, ...]:
        """Contacts that were begun and neither ended nor given up, newest first."""
        return tuple(self.store.unfinished(self.trainee))

    def recent(self, limit: int | None = None) -> tuple[SessionSummary, ...]:
        """Contacts that came to an end, newest first."""
        ended = (s for s in self.store.history(self.trainee) if s.state == "ended")
        return tuple(s for number, s in enumerate(ended) if limit is None or number < limit)

    def setting(self, key: str, default: str = "") -> str:
        value = (self.choices or self.store).setting(key)
        return default if value is None else value

    def set_setting(self, key: str, value: str) -> None:
        (self.choices or self.store).set_setting(key, value)

    def another(self) -> Workplace:
        """The same workplace with connections of its own, for another thread."""
        choices = self.choices.another() if self.choices is not None else None
        return replace(self, store=self.store.another(), choices=choices)

    def close(self) -> None:
        self.store.close()
        if self.choices is not None:
            self.choices.close()


def make_judge(library: Library) -> Judge:
    """The judge with the rubric and the rules that come with the program.

    It keeps what it compiles where the library keeps what it reads.
    """
    from scoring.judge import Judge
    from scoring.rubric import load_rubric
    from scoring.rule_loader import builtin_rules

    cache = library.cache and library.cache.beside(*scoring.__path__)
    return Judge(library.catalog, load_rubric(cache=cache), builtin_rules(), ENGINE_VERSION, cache)


def open_workplace(environ: dict[str, str] | None = None) -> Workplace:
    """The workplace of this computer's user, or of the account that SUPPORTDOJO_DB names.

    Raises StoreError when the data directory or the store cannot be used, SourceError for packs
    that cannot.
    """
    from simulator.paths import cache_path, data_directory

    environment = dict(os.environ) if environ is None else environ
    directory = data_directory(environment)
    library = open_library(cache_path(directory), environment)
    store, choices = open_store(environment)
    return Workplace(
        library=library,
        store=store,
        now=_now,
        trainee=store.viewer.login if store.viewer is not None else _user(),
        new_seed=lambda: secrets.randbelow(1_000_000),
        choices=choices,
    )


def open_store(environ: Mapping[str, str]) -> tuple[SessionStore, SessionStore | None]:
    """The store of sessions, and where this machine's settings are kept if that is another one.

    On one machine a file in the data directory holds both, and whoever can open it is its lead. With
    SUPPORTDOJO_DB the sessions are on the team's server, where the account says who one is.
    """
    from simulator.paths import data_directory, password_path, store_path

    directory = data_directory(environ)
    path = store_path(directory)
    url = environ.get(DB_VARIABLE, "").strip()
    if not url:
        login = _user()
        owner = Person(login, login, "lead")
        return SessionStore.open(path, now=_now(), token=_token, viewer=owner), None
    from simulator.store.postgres import is_postgres

    if not is_postgres(url):
        raise UsageError("store.url")
    if (passwords := password_path(directory)).exists():
        os.environ.setdefault("PGPASSFILE", str(passwords))
    store = SessionStore.connect(url, _now(), token=_token)
    return store, SessionStore.open(path, now=_now(), token=_token)


def _token() -> str:
    return secrets.token_hex(4)


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def _user() -> str:
    """The operating system's name for the person; a fixed word where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "trainee"


def temporary_workplace(folder: Path, library: Library | None = None) -> Workplace:
    """A workplace in *folder* that has nothing to do with the user's own data."""
    return Workplace(
        library=library or builtin_library(),
        store=SessionStore.open(folder / "contacts.sqlite3", now=_now()),
        now=_now,
        trainee="demo",
        new_seed=lambda: 1,
    )
