"""The line mode: the same contact without a full screen, for screen readers, pipes and dumb terminals."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TextIO

from scenarios.text import TextTooLong
from simulator.contact import Contact
from simulator.engine.codec import NOTE_FIELDS
from simulator.engine.events import EventError, Output
from simulator.errors import PASSING, StoreError, UsageError
from simulator.failure import describe
from simulator.hints import unasked
from simulator.line.narrate import Narrator
from simulator.machine.line_files import in_utf8, typed
from simulator.reflection import SCALE, is_hard, keep, what_holds
from simulator.words.cli import CLI
from simulator.words.reflection import REFLECTION

__all__ = ["PlainDoor"]


_QUOTES: Final = {'"': '"', "'": "'", "“": "”", "「": "」"}


def _unquoted(value: str) -> str:
    """A value that somebody put between quotation marks, as a shell would have it."""
    closing = _QUOTES.get(value[:1])
    return value[1:-1] if closing and len(value) > 1 and value.endswith(closing) else value


class PlainDoor:
    """Plays one contact over lines of text."""

    def __init__(
        self, contact: Contact, source: TextIO, write: Callable[[str], None], *, interactive: bool
    ) -> None:
        self.contact = contact
        self.tell = Narrator(contact, write)
        self._source = source
        self._interactive = interactive
        self._lines_read = 0
        self._current = ""
        """What was entered and is being carried out."""
        self._unsent = ""
        """What could not be saved, to be sent again as it stands."""
        self._commands: dict[str, Callable[[str], None]] = {
            "record": self._record,
            "handbook": self._handbook,
            "actions": self._actions,
            "do": self._do,
            "wait": self._wait,
            "hint": self._hint,
            "help": lambda _: self.tell.say("help"),
            "close": lambda _: self._end(stop=False),
            "stop": lambda _: self._end(stop=True),
            "note": lambda _: self.tell.say("note-later"),
        }

    def run(self, *, resumed: bool = False) -> None:
        """Play to the end of the contact or of the input; then the note and the scorecard."""
        was_over = self.contact.ended
        self._introduce(resumed)
        self._talk()
        if self.contact.stopped:
            self.contact.conclude()  # it has been told as over, so it is over whatever comes
        if not self.contact.stopped and not self.contact.note_filed:
            self._note()
        if is_hard(self.contact) and not was_over:
            self._reflect()
        self.tell.scorecard()

    def _talk(self) -> None:
        while not self.contact.ended:
            text = self._ask(CLI.say("prompt", self.contact.language))
            if text is None:
                self._take(lambda: self.contact.end(stop=True))
                break
            self._current, self._unsent = text.strip() or self._unsent, ""
            if self._current:
                self._line(self._current)
            self._current = ""

    def _introduce(self, resumed: bool) -> None:
        self.tell.briefing()
        self.tell.say("help-short")
        if resumed:
            self.tell.say("resumed", session=self.contact.session_id)
            self._so_far()
        else:
            self.tell.outputs(self.contact.opening)
        if self.contact.mode == "guided" and not self.contact.ended:
            self._coach()

    def _so_far(self) -> None:
        """Everything that was said and done, and a reply that was half typed."""
        for entry in self.contact.entries:
            who = {"customer": "customer", "agent": "you", "desk": "desk"}.get(entry.kind)
            if who:
                self.tell.speaker(who, entry.text)
            else:
                self.tell.say("happened", text=entry.text)
        if self.contact.draft:
            self.tell.say("draft", text=self.contact.draft)

    def _line(self, text: str) -> None:
        if text.startswith("//"):
            text = text[1:]
        elif text[0] in "/／":
            name, _, rest = text[1:].partition(" ")
            command = self._commands.get(name)
            if command is None:
                self.tell.say("unknown-command", command=f"/{name}")
            else:
                command(rest.strip())
            return
        if not self._interactive:
            self.tell.speaker("you", text)
        self._reply(text)

    def _reply(self, text: str) -> None:
        turn = self.contact.turn
        if not self._take(lambda: self.contact.reply(text)):
            return
        if self.contact.mode != "test":
            self.tell.feedback(turn, self.contact.grade(turn))
        if self.contact.mode == "guided" and not self.contact.ended:
            self._coach()

    def _end(self, *, stop: bool) -> None:
        self._take(lambda: self.contact.end(stop=stop))

    def _take(self, do: Callable[[], tuple[Output, ...]]) -> bool:
        try:
            outputs = do()
        except (EventError, TextTooLong) as error:
            self.tell.line(describe(error, self.contact.language)[0])
            return False
        except StoreError as error:
            # In a pipe the lines that follow would be taken for answers to what never came.
            if not (self._interactive and self._current and error.code in PASSING):
                raise
            self._unsent = self._current
            self.tell.line(describe(error, self.contact.language)[0])
            self.tell.say("unsent", text=self._unsent)
            return False
        self.tell.outputs(outputs)
        return True

    def _ask(self, prompt: str) -> str | None:
        """The next entry that can be read; None at the end of the input."""
        while True:
            self._prompt(prompt)
            try:
                return self._read_entry()
            except UsageError as error:
                self.tell.line(describe(error, self.contact.language)[0])

    def _prompt(self, prompt: str) -> None:
        if self._interactive:
            sys.stdout.write(prompt)
            sys.stdout.flush()

    def _read_entry(self) -> str | None:
        """One entry, joined over lines that end in a backslash; None at the end of the input.

        Raises UsageError for one that is not in UTF-8, when all of it is read.
        """
        lines: list[tuple[int, str]] = []
        while line := self._source.readline():
            self._lines_read += 1
            lines.append((self._lines_read, line.rstrip("\r\n")))
            if not lines[-1][1].endswith("\\"):
                break
            self._prompt("… ")
        if not lines:
            return None
        return "\n".join(
            typed(in_utf8(text, f"-:{number}", self.contact.language)).removesuffix("\\")
            for number, text in lines
        )

    # ------------------------------------------------------------ commands

    def _record(self, _: str) -> None:
        for label, value in self.contact.record():
            self.tell.line(f"  {label}: {value}")

    def _handbook(self, word: str) -> None:
        language = self.contact.language
        for clause in self.contact.handbook.clauses:
            text = (
                f"{clause.number} {clause.title.of(language)}: {clause.text.of(language).strip()}"
            )
            if word.casefold() in text.casefold():
                self.tell.line("  " + text)

    def _actions(self, _: str) -> None:
        language = self.contact.language
        for name, action in self.contact.actions():
            fields = " ".join(
                f"[{key}=]" if argument.optional else f"{key}="
                for key, argument in action.arguments.items()
            )
            self.tell.line(f"  {name} {fields}".rstrip() + f"  {action.title.of(language)}")

    def _do(self, rest: str) -> None:
        name, args, last = "", {}, ""
        for part in rest.split(" "):
            key, equals, value = part.partition("=")
            if not name:
                name = part
            elif equals:
                args[key], last = value, key
            elif last:  # a value with blanks in it
                args[last] += f" {part}"
            else:
                self.tell.say("bad-argument", part=part)
                return
        given = {key: _unquoted(value) for key, value in args.items()}
        self._take(lambda: self.contact.act(name, given))

    def _wait(self, rest: str) -> None:
        if not rest.isdecimal() or len(rest) > 5:
            self.tell.say("bad-seconds")
            return
        self._take(lambda: self.contact.wait(int(rest)))

    def _hint(self, _: str) -> None:
        try:
            hint = self.contact.ask_hint()
        except EventError as error:
            self.tell.line(describe(error, self.contact.language)[0])
        else:
            self.tell.hint(hint)

    def _coach(self) -> None:
        """Guided mode: what is due, and the hint that comes unasked, or how to get one."""
        hint = unasked(self.contact)
        self.tell.coaching(hint)
        if hint is None:
            self.tell.say("hint-more")

    # ------------------------------------------------------------ after a hard call

    def _reflect(self) -> None:
        """What holds, and two questions about oneself where somebody is there to answer them."""
        language = self.contact.language
        self.tell.line("")
        self.tell.line(what_holds(self.contact, language))
        if not self._interactive:
            return
        how = (self._ask(REFLECTION.say("ask.how", language)) or "").strip()
        while how and how not in map(str, SCALE):
            self.tell.line(REFLECTION.say("bad-how", language))
            how = (self._ask(REFLECTION.say("ask.how", language)) or "").strip()
        text = self._ask(REFLECTION.say("ask.hard", language)) or ""
        try:
            keep(self.contact, int(how) if how else None, text)
        except (TextTooLong, StoreError) as error:
            self.tell.line(describe(error, language)[0])

    # ------------------------------------------------------------ the case note

    def _note(self) -> None:
        fields = self._note_asked() if self._interactive else self._note_from_lines()
        if any(fields.values()):
            self._take(lambda: self.contact.file_note(fields))

    def _note_asked(self) -> dict[str, str]:
        self.tell.say("note-intro")
        fields: dict[str, str] = {}
        for name in NOTE_FIELDS:
            text = self._ask(CLI.say(f"note.{name}", self.contact.language) + "> ")
            if text is None:
                break
            field, value = _note_line(text) or (name, text.strip())
            fields[field] = value
        return fields

    def _note_from_lines(self) -> dict[str, str]:
        fields: dict[str, str] = {}
        while (text := self._ask("")) is not None:
            line = _note_line(text)
            if line:
                fields[line[0]] = line[1]
            elif text.strip():
                self.tell.say("after-end", text=text.strip()[:60])
                self.tell.say("note-piped")
        return fields


def _note_line(text: str) -> tuple[str, str] | None:
    """Field and text of '/note FIELD TEXT', which may be typed where the field is asked for as well."""
    command, _, rest = text.strip().partition(" ")
    name, _, value = rest.strip().partition(" ")
    return (name, value.strip()) if command == "/note" and name in NOTE_FIELDS else None
