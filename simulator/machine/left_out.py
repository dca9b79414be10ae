"""What could not be read because it is damaged, in this process, until somebody was told of it.

Whoever reads many things goes on without those that are damaged. They are named here where they are
noticed, and told once: by the command line when the command is done, by the app as a notice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

__all__ = ["Kind", "begin", "leave_out", "untold"]

Kind: TypeAlias = Literal["contacts", "entries", "people", "scenarios"]

_found: dict[tuple[Kind, str], bool] = {}
"""What was left out, and whether it was told; in the order in which it was noticed."""


def begin() -> None:
    """What an earlier command of this process left out no longer counts."""
    _found.clear()


def leave_out(kind: Kind, name: str) -> None:
    """One more that is damaged: the id of a contact, an entry or a scenario, a login."""
    _found.setdefault((kind, name), False)


def untold() -> dict[Kind, Sequence[str]]:
    """By kind, sorted, what nobody has been told yet; from now on it is told."""
    names: dict[Kind, list[str]] = {}
    for key in [key for key, told in list(_found.items()) if not told]:
        _found[key] = True
        names.setdefault(key[0], []).append(key[1])
    return {kind: sorted(found) for kind, found in names.items()}
