"""What a contact is practised for, as the text that a session's header keeps.

``drill:ID``, ``programme:ID/STEP``, or ``moment:SKILL`` for a single reply that is tried again (the
session it comes from is the header's ``parent_session``). No text: practised just so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

__all__ = [
    "Occasion",
    "OccasionKind",
    "drill_occasion",
    "is_moment",
    "moment_occasion",
    "programme_occasion",
]

OccasionKind = Literal["drill", "programme", "moment", "other"]
_KINDS = ("drill", "programme", "moment")


@dataclass(frozen=True, slots=True)
class Occasion:
    """The kind, and the id of what it belongs to: drill, programme or skill."""

    kind: OccasionKind
    id: str
    step: str = ""
    """Of a programme."""

    @classmethod
    def read(cls, text: str | None) -> Occasion | None:
        """None for no occasion; kind ``other`` for one that this program does not know."""
        if text is None:
            return None
        kind, _, rest = text.partition(":")
        if kind not in _KINDS:
            return cls("other", text)
        name, _, step = rest.partition("/") if kind == "programme" else (rest, "", "")
        return cls(cast(OccasionKind, kind), name, step)


def drill_occasion(drill: str) -> str:
    return f"drill:{drill}"


def programme_occasion(programme: str, step: str) -> str:
    return f"programme:{programme}/{step}"


def moment_occasion(skill: str) -> str:
    return f"moment:{skill}"


def is_moment(text: str | None) -> bool:
    """Whether it is a single reply that is tried again, which is no contact of its own."""
    return text is not None and text.startswith("moment:")
