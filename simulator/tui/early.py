"""Language and theme for the first frame, before the store has been opened.

The store is opened and checked in the back room; the frame cannot wait for that, and must not
change its language afterwards. So these two choices are looked up by a query of their own that
writes nothing. Whatever is wrong with the file is told by those who open it in earnest.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["early_settings"]

_SHORT_WAIT = 0.2
"""Seconds to wait for another program that is writing just now."""


def early_settings(store: Path) -> dict[str, str]:
    """The ``language`` and ``theme`` in the file *store*, as far as they are there and readable."""
    import sqlite3

    try:
        if not store.is_file():
            return {}
        connection = sqlite3.connect(
            f"{store.absolute().as_uri()}?mode=ro",
            uri=True,
            isolation_level=None,
            timeout=_SHORT_WAIT,
        )
    except (sqlite3.Error, OSError, ValueError):
        return {}
    try:
        found = connection.execute(
            "SELECT key, value FROM setting WHERE key IN ('language', 'theme')"
        ).fetchall()
    except (sqlite3.Error, UnicodeError):
        return {}
    finally:
        connection.close()
    return {key: value for key, value in found if isinstance(value, str)}
