"""Remembers which files were written with whom in them, for the day when one wants to be forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from simulator.errors import StoreError
from simulator.store import JSON
from simulator.workplace import Workplace

__all__ = ["note_exported"]


def note_exported(workplace: Workplace, logins: Iterable[str], place: Path) -> None:
    """Keep that the file or folder *place* now holds something of each of *logins*.

    A store that can only be read gives its data all the same, and remembers nothing.
    """
    where = str(place.absolute())
    entries: list[tuple[str, str | None, str | None, dict[str, JSON]]] = [
        ("exported", login, where, {}) for login in sorted(set(logins))
    ]
    try:
        workplace.store.add_facts(entries, workplace.now())
    except StoreError:
        return
