"""The JSON mode: one contact as JSON lines, for programs.

Standard input takes one command a line, standard output gives one event a line; ``jsonl.schema.json``
beside this module describes both. A command that cannot be taken gives an ``error`` event and
changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final, TextIO

from scenarios.text import TextTooLong
from scoring.line_items import LineError, json_object
from simulator.better_end import needed
from simulator.contact import Contact
from simulator.engine.codec import NOTE_FIELDS
from simulator.engine.events import (
    CustomerSpoke,
    DeskAnswered,
    Ended,
    EventError,
    Happened,
    MoodChanged,
    Output,
)
from simulator.engine.session import checked_note
from simulator.errors import StoreError
from simulator.failure import describe
from simulator.words.jsonl import JSONL

__all__ = ["SCHEMA_VERSION", "JsonDoor"]

SCHEMA_VERSION = 1
_MAX_LINE = 4_000_000
_COMMANDS: Final = ("reply", "action", "wait", "note", "hint", "end", "stop")
_FURTHER: Final = {"action": ("args",)}
"""What a line may hold beside its command."""
_SWITCHES: Final = ("hint", "end", "stop")
"""Commands whose only value is true."""


class _Refused(Exception):
    """A command that is not of the known forms; ``code`` says why, ``words`` how it is told."""

    def __init__(self, code: str, words: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.words, self.facts = code, words, facts


class JsonDoor:
    """Plays one contact over JSON lines."""

    def __init__(self, contact: Contact, source: TextIO, write: Callable[[str], None]) -> None:
        self.contact = contact
        self._source = source
        self._write = write
        self._early_note: dict[str, str] | None = None
        self._took_leave = False
        self._line = 0

    def run(self, *, resumed: bool = False) -> None:
        """Play until the input ends or an ended contact is left; StoreError is told and raised."""
        try:
            self._play(resumed)
        except StoreError as error:
            message = describe(error, self.contact.language)[0]
            self._error(error.code, message, session=self.contact.session_id)
            raise

    def _play(self, resumed: bool) -> None:
        self._briefing(resumed)
        if not resumed:
            self._outputs(self.contact.opening)
        elif self.contact.ended:
            self._scorecard()
        while line := self._source.readline(_MAX_LINE):
            self._line += 1
            if not line.strip():
                continue
            if not self._command(line):
                break
        if not self.contact.ended:
            self._outputs(self.contact.end(stop=True))
            self._finished()
        self.contact.conclude()

    # ------------------------------------------------------------ commands

    def _command(self, line: str) -> bool:
        """Carry out one line; False when the contact is over and nothing more can come."""
        was_ended = self.contact.ended
        try:
            command = _parse(line)
            if was_ended and "end" in command:
                # The customer may have ended it while this take-leave was on its way; then a
                # note may follow.  A take-leave after one's own ends the program.
                late, self._took_leave = not self._took_leave, True
                return late
            self._take(command)
        except _Refused as refused:
            told = JSONL.say(refused.words, self.contact.language, **refused.facts)
            self._error(refused.code, told)
        except LineError as error:
            why = error.why.of(self.contact.language)
            self._error("bad-json", JSONL.say("bad-line", self.contact.language, why=why))
        except (EventError, TextTooLong) as error:
            code = error.code if isinstance(error, EventError) else "too-long"
            self._error(code, describe(error, self.contact.language)[0])
        if self.contact.ended and not was_ended:
            self._finished()
        return True

    def _take(self, command: Mapping[str, Any]) -> None:
        contact = self.contact
        if "reply" in command:
            turn = contact.turn
            outputs = contact.reply(_text(command["reply"], "reply"))
            self._outputs(outputs)
            if contact.mode != "test":
                self._feedback(turn)
        elif "action" in command:
            args = _texts(command.get("args", {}), "args")
            self._outputs(contact.act(_text(command["action"], "action"), args))
        elif "wait" in command:
            self._outputs(contact.wait(_seconds(command["wait"])))
        elif "note" in command:
            self._note(_texts(command["note"], "note"))
        elif "hint" in command:
            self._emit("hint", **asdict(contact.ask_hint()))
        elif "end" in command:
            self._took_leave = True
            self._outputs(contact.end())
        else:
            self._outputs(contact.end(stop=True))

    def _note(self, fields: dict[str, str]) -> None:
        unknown = sorted(set(fields) - set(NOTE_FIELDS))
        if unknown:
            facts = {"name": unknown[0], "known": ", ".join(NOTE_FIELDS)}
            raise _Refused("unknown-field", "unknown-field", **facts)
        if not self.contact.ended:
            # Filed when the contact is over, and then nobody could answer what is wrong with it.
            self._early_note = checked_note(fields)
            return
        self.contact.file_note(fields)
        self._scorecard()

    def _finished(self) -> None:
        if self._early_note is not None and not self.contact.stopped:
            self.contact.file_note(self._early_note)
        self._scorecard()

    # ------------------------------------------------------------ events

    def _error(self, code: str, message: str, **more: str) -> None:
        self._emit("error", line=self._line, code=code, message=message, **more)

    def _emit(self, event: str, **values: Any) -> None:
        self._write(json.dumps({"event": event, **values}, ensure_ascii=False))

    def _briefing(self, resumed: bool) -> None:
        contact, language = self.contact, self.contact.language
        self._emit(
            "briefing",
            schema_version=SCHEMA_VERSION,
            session=contact.session_id,
            scenario=contact.scenario.id,
            title=contact.scenario.title.of(language),
            text=contact.scenario.briefing.of(language).strip(),
            language=language,
            mode=contact.mode,
            seed=contact.seed,
            channel=contact.channel,
            clock=contact.clock,
            resumed=resumed,
            actions={name: sorted(kind.arguments) for name, kind in contact.actions()},
            transcript=[{"kind": e.kind, "text": e.text, "turn": e.turn} for e in contact.entries]
            if resumed
            else [],
        )

    def _outputs(self, outputs: Iterable[Output]) -> None:
        language = self.contact.language
        for output in outputs:
            match output:
                case CustomerSpoke(line, text, stage, channel):
                    self._emit("customer", text=text, stage=stage, line=line, channel=channel)
                case Happened(text):
                    self._emit("happened", text=text.of(language))
                case DeskAnswered(action, ok, text):
                    self._emit("desk", action=action, ok=ok, text=text.of(language))
                case MoodChanged(mood, because) if self.contact.mode != "test":
                    self._emit("mood", **asdict(mood), because=list(because))
                case Ended(ending, kind, outcome):
                    told = self.contact.scenario.endings[ending] if ending else None
                    self._emit(
                        "ended",
                        ending=ending,
                        kind=kind,
                        outcome=outcome,
                        title=told.title.of(language) if told else None,
                        note=told.note.of(language) if told else None,
                        lacking=needed(self.contact, language),
                    )

    def _feedback(self, turn: int) -> None:
        from scoring.bulk import grade_json

        grade = self.contact.grade(turn)
        self._emit("turn_feedback", turn=turn, **grade_json(grade, self.contact.language))

    def _scorecard(self) -> None:
        from scoring.report import scorecard_json
        from simulator.team.reviewing import passed_by_drill

        hints = len(self.contact.state.hints)
        card = self.contact.scorecard()
        told = scorecard_json(card)
        passed, mark = passed_by_drill(self.contact, card)
        if mark is not None:
            told |= {"passed": passed, "pass_mark": mark}
        self._emit("scorecard", session=self.contact.session_id, hints=hints, **told)


def _parse(line: str) -> Mapping[str, Any]:
    value = json_object(line)
    _check_keys(value)
    return value


def _check_keys(value: Mapping[str, Any]) -> None:
    """Nothing in a line is passed over: a mistyped key would change what is done."""
    found = [command for command in _COMMANDS if command in value]
    if len(found) > 1:
        raise _Refused("several-commands", "several-commands", found=_listed(found))
    if not found:
        words = "unknown-command" if value else "no-command"
        facts = {"name": next(iter(value), ""), "known": _listed(_COMMANDS)}
        raise _Refused("unknown-command", words, **facts)
    known = (*found, *_FURTHER.get(found[0], ()))
    for key in value:
        if key not in known:
            facts = {"name": key, "command": found[0], "known": _listed(known)}
            raise _Refused("unknown-key", "unknown-key", **facts)
    if found[0] in _SWITCHES and value[found[0]] is not True:
        raise _Refused("bad-value", "true", name=found[0])


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise _Refused("bad-value", "text", name=name)
    return value


def _texts(value: object, name: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _Refused("bad-value", "object", name=name)
    result: dict[str, str] = {}
    for key, one in value.items():
        if isinstance(one, bool) or not isinstance(one, str | int):
            raise _Refused("bad-value", "text-or-number", name=f"{name}.{key}")
        result[key] = str(one)
    return result


def _seconds(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 86_400:
        raise _Refused("bad-value", "seconds", name="wait")
    return int(value)
