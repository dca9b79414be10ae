"""Facts that cross widgets; those of a single widget are nested in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

__all__ = ["ActionChosen", "ActionFilled", "ThingChosen", "TraineeActive", "UnreadableTyped"]


@dataclass
class ThingChosen(Message):
    """Something on the first screen was picked."""

    what: str
    """``scenario:ID``, ``session:ID``, ``drill:ID``, ``programme`` or ``today``."""


@dataclass
class ActionChosen(Message):
    """An action of the desk was picked; its arguments are not filled in yet."""

    action: str


@dataclass
class ActionFilled(Message):
    """An action is ready to be carried out."""

    action: str
    args: Mapping[str, str]


@dataclass
class TraineeActive(Message):
    """Somebody typed or looked around: this is no silence."""


@dataclass
class UnreadableTyped(Message):
    """The terminal sent bytes that are no UTF-8; they were left out."""
