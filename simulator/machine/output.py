"""Writing for commands: data go to standard output, messages to standard error."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from typing import TYPE_CHECKING, Any, Final

from scenarios.text import clean_text, one_line
from simulator.machine.streams import written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scenarios.language import Language

__all__ = [
    "json_line",
    "message",
    "output_width",
    "shortened",
    "teller",
    "write",
    "write_line",
    "write_wrapped",
]

_SHOWN: Final = 3
"""Of a list that may be long."""
_ACTS: Final = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What JSON leaves as it is and a terminal may follow, as in the name of a folder."""


def write(text: str) -> None:
    """One or more lines to standard output; nothing in them acts on a terminal."""
    with written():
        print(clean_text(text), flush=True)  # noqa: T201 - this is where output goes


def write_line(text: str) -> None:
    """One line to standard output; a line end within it, as in a name or a reason, shows as a mark."""
    write(one_line(text))


def message(text: str) -> None:
    print(clean_text(text), file=sys.stderr)  # noqa: T201 - this is where messages go


def shortened(names: Sequence[str]) -> str:
    """A list on one line; of a long one the beginning, and how many it leaves out."""
    left = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f", … (+{left})" if left > 0 else "")


def output_width() -> int:
    """Columns to keep to: those of the terminal, or COLUMNS; without either as good as none."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return 1000


def write_wrapped(text: str, language: Language, indent: str) -> None:
    """One paragraph, broken to the terminal; lines after the first begin with *indent*."""
    from simulator.machine.wrap import wrap

    clean, width = clean_text(text, keep_newlines=False), output_width()
    first, *rest = wrap(clean, width, language)
    write(first)
    left = clean[len(first) :].lstrip() if rest else ""
    for line in wrap(left, max(width - len(indent), 20), language) if left else ():
        write(f"{indent}{line}")


def teller(language: Language) -> Callable[[str], None]:
    """Writes the lines of a contact, broken to the terminal where there is one."""
    if not sys.stdout.isatty():
        return write
    return lambda text: write_wrapped(text, language, "")


def json_line(value: Any, *, flush: bool = True) -> None:
    """One JSON value on one line, with everything that could act escaped."""
    text = _ACTS.sub(
        lambda one: f"\\u{ord(one.group()):04x}", json.dumps(value, ensure_ascii=False)
    )
    with written():
        print(text, flush=flush)  # noqa: T201 - data
