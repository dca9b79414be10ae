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
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.loader import Library, builtin_library
from scoring.code import reading_code
from simulator.adopted import RuleTexts, encoded, library_with, rules_of
from simulator.engine.session import ENGINE_VERSION
from simulator.errors import UsageError
from simulator.libraries import open_library, quick_library
from simulator.machine.local_time import localized
from simulator.store import Person, SessionStore

if TYPE_CHECKING:
    from scoring.judge import Judge
    from simulator.store.model import SessionSummary

__all__ = [
    "Workplace",
    "make_judge",
    "open_store",
    "open_workplace",
    "quick_judge",
    "quick_library",
    "quick_rules",
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
    rules: RuleTexts = field(default_factory=dict)
    """What was adopted in the place of the program's rules (see ``simulator.adopted``); its
    handbooks are in the library already."""
    _judge: Judge | None = field(default=None, repr=False)

    @property
    def judge(self) -> Judge:
        """Made on first use; the first reply in a language loads that language's analyser."""
        if self._judge is None:
            self._judge = make_judge(self.library, self.rules)
        return self._judge

    def name_of(self, login: str) -> str:
        """What a person is called; the login where the viewer may not know, or nobody does."""
        return next((p.name for p in self.store.people() if p.login == login), login)

    def unfinished(self) -> tuple[SessionSummary, ...]:
        """Contacts that were begun and neither ended nor given up, newest first."""
        return tuple(self.store.unfinished(self.trainee))

    def recent(self, limit: int | None = None) -> tuple[SessionSummary, ...]:
        """Contacts that came to an end, newest first."""
        ended = (s for s in self.store.history(self.trainee) if s.state == "ended")
        return tuple(islice(ended, limit))

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


def make_judge(library: Library, rules: RuleTexts | None = None) -> Judge:
    """The judge with the rubric that comes with the program, or with files adopted in its place.

    It keeps what it compiles where the library keeps what it reads. Raises SourceError for adopted
    files that this version of the program cannot use.
    """
    from scoring.judge import Judge
    from scoring.rubrics.rubric import load_rubric
    from scoring.rules.loader import builtin_rules

    cache = library.cache and library.cache.beside(*reading_code())
    rubric = load_rubric(cache=cache, texts=encoded(rules or {}))
    return Judge(library.catalog, rubric, builtin_rules(), ENGINE_VERSION, cache)


def quick_rules(environ: Mapping[str, str] | None = None) -> RuleTexts:
    """The adopted rules in force, for commands that need no store for anything else.

    Raises StoreError where there is a store and it cannot be read: other rules would not do.
    """
    from simulator.machine.paths import data_directory, exists, store_path

    environment = os.environ if environ is None else environ
    if environment.get(DB_VARIABLE, "").strip():
        store = open_store(environment)
    elif exists(path := store_path(data_directory(environment))):
        store = SessionStore.open(path, now=_now(), read_only=True)
    else:
        return {}
    with store:
        return rules_of(store)


def quick_judge() -> Judge:
    """The judge by the rules in force; raises what ``quick_rules`` and ``make_judge`` raise."""
    rules = quick_rules()
    return make_judge(library_with(quick_library(), rules), rules)


def open_workplace(environ: dict[str, str] | None = None) -> Workplace:
    """The workplace of this computer's user, or of the account that SUPPORTDOJO_DB names.

    Raises StoreError when the data directory or the store cannot be used, SourceError for packs
    that cannot.
    """
    from simulator.machine.paths import cache_path, data_directory, store_path

    environment = dict(os.environ) if environ is None else environ
    directory = data_directory(environment)
    library = open_library(cache_path(directory), environment)
    store = open_store(environment)
    choices = None
    if not store.database.watches_file:
        choices = SessionStore.open(store_path(directory), now=_now(), token=_token)
    rules = rules_of(store)
    return Workplace(
        library=library_with(library, rules),
        store=store,
        now=_now,
        trainee=store.viewer.login if store.viewer is not None else _user(),
        new_seed=lambda: secrets.randbelow(1_000_000),
        choices=choices,
        rules=rules,
    )


def open_store(environ: Mapping[str, str]) -> SessionStore:
    """The store of sessions.

    On one machine it is a file in the data directory, and whoever can open it is its lead. With
    SUPPORTDOJO_DB it is on the team's server, where the account says who one is.
    """
    from simulator.machine.paths import data_directory, password_path, store_path

    directory = data_directory(environ)
    url = environ.get(DB_VARIABLE, "").strip()
    if not url:
        login, path = _user(), store_path(directory)
        owner = Person(login, login, "lead")
        return SessionStore.open(path, now=_now(), token=_token, viewer=owner)
    from simulator.store.postgres import is_postgres, require_readable

    if not is_postgres(url):
        raise UsageError("store.url")
    require_readable(url)
    if (passwords := password_path(directory)).exists():
        os.environ.setdefault("PGPASSFILE", str(passwords))
    return SessionStore.connect(url, _now(), token=_token)


def _token() -> str:
    return secrets.token_hex(4)


def _now() -> datetime:
    return localized(datetime.now(UTC))


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
