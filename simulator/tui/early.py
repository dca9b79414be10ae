"""Language and theme for the first frame, before the store has been opened.

The store is opened and checked in the back room; the frame cannot wait for that, and must not
change its language afterwards. So these two choices are looked up by a query of their own that
writes nothing. Whatever is wrong with the file is told by those who open it in earnest.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

__all__ = ["early_settings"]

_SHORT_WAIT = 0.2
"""Seconds to wait for another program that is writing just now."""


def early_settings(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """The stored ``language`` and ``theme``, as far as there are any and they can be read."""
    import sqlite3

    from simulator.paths import data_directory, exists, store_path

    path = store_path(data_directory(os.environ if environ is None else environ))
    if not exists(path):
        return {}
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=_SHORT_WAIT
        )
    except (sqlite3.Error, ValueError):
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
