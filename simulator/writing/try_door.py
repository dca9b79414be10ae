"""The line mode for a draft: plays it, explains each move, and follows the file as it is saved."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, TextIO

from scenarios.problems import format_problem
from simulator.engine.events import ReplySent
from simulator.hints import pointer
from simulator.line.narrate import Narrator
from simulator.line.plain import PlainDoor
from simulator.words.trying import TRY
from simulator.writing.explained import explained_move, explained_stage

if TYPE_CHECKING:
    from simulator.engine.events import Output
    from simulator.writing.trial import Reloaded, Trial

__all__ = ["TryDoor"]

_PROMPT: Final = "> "
_LOOK_SECONDS: Final = 0.4
"""Between two looks at the file while nobody types."""
_PROBLEMS_SHOWN: Final = 5
_LEFT_OUT_SHOWN: Final = 3


class TryDoor(PlainDoor):
    """Plays a trial over lines of text until the input ends or the writer stops."""

    def __init__(
        self, trial: Trial, source: TextIO, write: Callable[[str], None], *, interactive: bool
    ) -> None:
        super().__init__(trial.contact, source, write, interactive=interactive)
        self.trial = trial
        self._write = write
        self._stopped = False
        self._commands |= {
            "stage": lambda _: self._lines(explained_stage(self.contact)),
            "score": lambda _: self._score(),
            "back": lambda _: self._back(),
            "again": lambda _: self._restart(0),
            "hint": lambda _: self.tell.coaching(pointer(self.contact)),
            "help": lambda _: self.word("help"),
            "stop": lambda _: self._stop(),
        }

    def word(self, key: str, **values: object) -> None:
        self.tell.line(TRY.say(key, self.contact.language, **values))

    def run(self, *, resumed: bool = False) -> None:
        """Until the input ends; the contact itself may begin and end any number of times."""
        del resumed
        self.word("intro", path=self.trial.path)
        self.word("help-short")
        scenario, language = self.contact.scenario, self.contact.language
        self.tell.line(f"{scenario.title.of(language)}\n{scenario.briefing.of(language).strip()}\n")
        self.tell.outputs(self.contact.opening)
        while not self._stopped:
            text = self._ask(_PROMPT)
            if text is None:
                break
            self._follow_file(settled=False)
            if text.strip():
                self._entry(text.strip())

    def _entry(self, text: str) -> None:
        name = text[1:].partition(" ")[0] if text[0] in "/／" else ""
        goes_on = {"back", "again", "help", "stop", "score", "record", "handbook", "stage"}
        if self.contact.ended and name not in goes_on:
            self.word("over")
            return
        self._line(text)

    # ------------------------------------------------------------ moves

    def _reply(self, text: str) -> None:
        self._take(lambda: self.contact.reply(text))

    def _take(self, do: Callable[[], tuple[Output, ...]]) -> bool:
        before = self.contact.state
        given: list[Output] = []

        def kept() -> tuple[Output, ...]:
            given.extend(do())
            return tuple(given)

        if not super()._take(kept):
            return False
        self.trial.note_moves()
        self._lines(explained_move(self.contact, before, given))
        if self.contact.ended:
            self.word("over")
        return True

    def _back(self) -> None:
        if not self.trial.moves:
            self.word("nothing-to-take-back")
            return
        self._restart(len(self.trial.moves) - 1)

    def _restart(self, moves: int) -> None:
        told = self.trial.restart(moves)
        self._use_contact()
        self.word("back" if moves else "back-to-start", count=moves)
        self._tell_left_out(told)
        self._tell_where()

    def _score(self) -> None:
        replies = sum(isinstance(event, ReplySent) for event in self.contact.events)
        if replies:
            self.tell.feedback(replies, self.contact.grade(replies))
        else:
            self.word("no-reply-yet")

    def _stop(self) -> None:
        self._stopped = True

    def _lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.tell.line(line)

    # ------------------------------------------------------------ the file

    def _prompt(self, prompt: str) -> None:
        """Until something is typed the file is looked at, and the prompt comes again after a word."""
        super()._prompt(prompt)
        if self._interactive and os.name == "posix":
            while not select.select([self._source], [], [], _LOOK_SECONDS)[0]:
                if self._follow_file(settled=True):
                    super()._prompt(prompt)

    def _follow_file(self, *, settled: bool) -> bool:
        """Read the draft again if it was saved; True when something was told about it."""
        if not self.trial.was_saved(settled=settled):
            return False
        told = self.trial.reload()
        if self._interactive:
            self._write("")
        if told.problems:
            self._tell_problems(told)
        else:
            self._use_contact()
            self.word("reloaded", count=told.replayed, stage=self.contact.stage)
            self._tell_left_out(told)
            self._tell_where()
        return True

    def _use_contact(self) -> None:
        self.contact = self.trial.contact
        self.tell = Narrator(self.contact, self._write)

    def _tell_problems(self, told: Reloaded) -> None:
        self.word("broken")
        for problem in told.problems[:_PROBLEMS_SHOWN]:
            self.tell.line(f"   {format_problem(problem, language=self.contact.language)}")
        if len(told.problems) > _PROBLEMS_SHOWN:
            self.word("more-problems", count=len(told.problems) - _PROBLEMS_SHOWN)

    def _tell_left_out(self, told: Reloaded) -> None:
        for left in told.left_out[:_LEFT_OUT_SHOWN]:
            self.word("left-out", number=left.number, why=left.why.of(self.contact.language))
        if len(told.left_out) > _LEFT_OUT_SHOWN:
            self.word("left-out-more", count=len(told.left_out) - _LEFT_OUT_SHOWN)

    def _tell_where(self) -> None:
        """The last thing that the customer said, for whoever comes back from the editor."""
        said = [entry.text for entry in self.contact.entries if entry.kind == "customer"]
        if said:
            self.tell.speaker("customer", said[-1])
        if self.contact.ended:
            self.word("over")
