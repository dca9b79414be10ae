"""Writing for commands: data go to standard output, messages to standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import Any

from scenarios.text import clean_text

__all__ = ["json_line", "message", "output_width", "write"]


def write(text: str) -> None:
    """One or more lines to standard output; nothing in them acts on a terminal."""
    print(clean_text(text), flush=True)  # noqa: T201 - this is where output goes


def message(text: str) -> None:
    print(clean_text(text), file=sys.stderr)  # noqa: T201 - this is where messages go


def output_width() -> int:
    """Columns to keep to: those of the terminal, or COLUMNS; without either as good as none."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return 1000


def json_line(value: Any, *, flush: bool = True) -> None:
    """One JSON value on one line; JSON escapes what could act."""
    print(json.dumps(value, ensure_ascii=False), flush=flush)  # noqa: T201 - data
