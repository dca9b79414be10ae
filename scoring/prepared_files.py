"""The files in which compiled rules and word lists are kept beside their sources.

One holds what both languages need, and one a language the rest. Who reads a part compares the digest
in it with that of the sources as they are (``rules.prepared``, ``language.lexicon``).
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).with_name("rules")
BOTH: Final = ""
"""Name of the part that is of no language."""


def file_of(part: str) -> Path:
    """Where a part is kept."""
    return _FOLDER / (f"prepared-{part}.json" if part else "prepared.json")


@lru_cache(maxsize=3)
def read_part(part: str = BOTH) -> dict[str, Any]:
    """What a part holds; empty where it is missing or damaged."""
    try:
        values = json.loads(file_of(part).read_bytes())
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
