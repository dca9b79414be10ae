"""Input events as JSON objects and back: the form in which the store keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    EventError,
    HintAsked,
    Input,
    NoteFiled,
    ReplySent,
    TimePassed,
)

NOTE_FIELDS = ("happened", "wish", "facts", "promise", "who", "when")


def to_json(event: Input) -> dict[str, Any]:
    """A JSON-ready object with a ``kind``."""
    match event:
        case ReplySent(text):
            return {"kind": "reply", "text": text}
        case ActionTaken(action, args):
            return {"kind": "action", "action": action, "args": dict(args)}
        case TimePassed(seconds):
            return {"kind": "wait", "seconds": seconds}
        case NoteFiled(fields):
            return {"kind": "note", "fields": dict(fields)}
        case ContactEnded(how):
            return {"kind": "end", "how": how}
        case HintAsked(level):
            return {"kind": "hint", "level": level}


def from_json(value: Mapping[str, Any]) -> Input:
    """The event that ``to_json`` wrote; raises EventError ``unknown-event`` for anything else."""
    match value:
        case {"kind": "reply", "text": str(text)}:
            return ReplySent(text)
        case {"kind": "action", "action": str(action), "args": Mapping() as args}:
            return ActionTaken(action, {str(k): str(v) for k, v in args.items()})
        case {"kind": "wait", "seconds": int(seconds)}:
            return TimePassed(seconds)
        case {"kind": "note", "fields": Mapping() as fields}:
            return NoteFiled({str(k): str(v) for k, v in fields.items()})
        case {"kind": "end", "how": "close" | "stop" as how}:
            return ContactEnded(how)
        case {"kind": "hint", "level": 1 | 2 | 3 as level}:
            return HintAsked(level)
    raise EventError("unknown-event", value=str(value.get("kind")))
