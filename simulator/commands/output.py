"""Writing for commands: data go to standard output, messages to standard error."""

from __future__ import annotations

import json
import sys
from typing import Any

from scenarios.text import clean_text

__all__ = ["json_line", "message", "write"]


def write(text: str) -> None:
    """One or more lines to standard output; nothing in them acts on a terminal."""
    print(clean_text(text), flush=True)  # noqa: T201 - this is where output goes


def message(text: str) -> None:
    print(clean_text(text), file=sys.stderr)  # noqa: T201 - this is where messages go


def json_line(value: Any, *, flush: bool = True) -> None:
    """One JSON value on one line; JSON escapes what could act."""
    print(json.dumps(value, ensure_ascii=False), flush=flush)  # noqa: T201 - data
