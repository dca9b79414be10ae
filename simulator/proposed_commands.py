"""Commands that messages propose work as given: where packs were named on the command line, they name
them as well. Packs of the environment or of installed packages are found without.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import Final

__all__ = ["COMMAND", "name_packs", "program"]

COMMAND: Final = (
    r"supportdojo (?=(?:agreement|certificate|demo|drill|list|packs|play|programme|rescore|review"
    r"|show|today|watch)\b)(?![^\n]*(?:--pack|\{pack\}))"
)
"""Where a text of ours proposes a command that looks for scenarios, up to its name; not one that says
itself which pack it means."""

_named = ""


def name_packs(folders: Sequence[str]) -> None:
    """The packs that the command line of this process names; those of an earlier one no longer count."""
    global _named  # noqa: PLW0603 - of the process, as the environment is
    _named = "".join(f"--pack {shlex.quote(folder)} " for folder in folders)


def program() -> str:
    """The program and the packs that a proposed command begins with."""
    return f"supportdojo {_named}"
