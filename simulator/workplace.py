"""What surrounds a contact: the library, the judge, the store, the clock, who is practising.

Opened once by whoever starts the program; heavy parts are made on first use, so that the first
screen does not wait for the dictionary of an analyser.
"""

from __future__ import annotations

import getpass
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import scoring
from scenarios.loader import Library, builtin_library
from simulator.engine.session import ENGINE_VERSION
from simulator.libraries import open_library, quick_library
from simulator.store import SessionStore

if TYPE_CHECKING:
    from scoring.judge import Judge
    from simulator.store.model import SessionSummary

__all__ = [
    "Workplace",
    "make_judge",
    "open_workplace",
    "quick_library",
    "temporary_workplace",
]


@dataclass
class Workplace:
    """Everything a contact needs and does not know how to get."""

    library: Library
    store: SessionStore
    now: Callable[[], datetime]
    trainee: str
    new_seed: Callable[[], int]
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
        value = self.store.setting(key)
        return default if value is None else value

    def set_setting(self, key: str, value: str) -> None:
        self.store.set_setting(key, value)

    def close(self) -> None:
        self.store.close()


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
    """The workplace of this computer's user.

    Raises StoreError when the data directory or the store cannot be used, SourceError for packs
    that cannot.
    """
    from simulator.paths import cache_path, data_directory, store_path

    environment = dict(os.environ) if environ is None else environ
    directory = data_directory(environment)
    library = open_library(cache_path(directory), environment)
    store = SessionStore.open(store_path(directory), now=_now(), token=lambda: secrets.token_hex(4))
    return Workplace(
        library=library,
        store=store,
        now=_now,
        trainee=_user(),
        new_seed=lambda: secrets.randbelow(1_000_000),
    )


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
