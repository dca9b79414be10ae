"""The documented schema of the JSON mode against real output and real commands."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import doors
import jsonschema
import pytest

SCHEMA: dict[str, Any] = json.loads(
    (files("simulator.line") / "jsonl.schema.json").read_text(encoding="utf-8")
)
COMMANDS: list[dict[str, Any]] = [
    {"reply": "I'm sorry you have been waiting since this morning. May I have your order number?"},
    {"action": "ask-carrier"},
    {"action": "book-callback", "args": {"time": "13:05", "who": "Tanaka"}},
    {"action": "no-such-thing"},
    {"wait": 30},
    {"note": {"happened": "The parcel is late.", "who": "Tanaka", "when": "13:05"}},
    {"end": True},
    {"end": True},
]


def test_every_event_follows_the_schema(home: Path) -> None:
    """All events of a contact with every kind of command are as documented."""
    events = doors.play_jsonl(
        home, "late-delivery", "--lang", "en", "--seed", "2", commands=COMMANDS
    )
    seen = set()
    for event in events:
        jsonschema.validate(event, SCHEMA)
        seen.add(event["event"])
    assert {
        "briefing",
        "customer",
        "mood",
        "desk",
        "turn_feedback",
        "ended",
        "scorecard",
        "error",
    } <= seen


@pytest.mark.parametrize("command", [*COMMANDS, {"stop": True}], ids=lambda c: next(iter(c)))
def test_every_command_follows_the_schema(command: dict[str, Any]) -> None:
    """The commands that the tests use are as documented."""
    jsonschema.validate(command, {**SCHEMA, "$ref": "#/definitions/command"})


def test_the_schema_refuses_what_is_no_event() -> None:
    """An event of an unknown kind or with a stray key does not pass."""
    for wrong in ({"event": "weather"}, {"event": "happened", "text": "x", "more": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)
