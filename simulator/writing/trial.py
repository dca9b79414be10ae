"""A contact with a draft that is still being written: its file is read again when it is saved.

The moves made so far are made again with what the file says now, so a writer stays at the same
point of the conversation. Nothing of it is kept.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from scenarios.language import Text
from scenarios.loader import UnknownScenario
from scenarios.problems import Problem, SourceError
from simulator.contact import Contact, Start
from simulator.engine.events import EventError
from simulator.failure import describe
from simulator.workplace import temporary_workplace

if TYPE_CHECKING:
    from scenarios.language import Language
    from scenarios.loader import Library
    from simulator.engine.events import Input
    from simulator.workplace import Workplace
    from simulator.writing.targets import Target

__all__ = ["LeftOut", "Reloaded", "Trial"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A move that could not be made again; ``number`` counts from 1."""

    number: int
    why: Text


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What came of reading the file again."""

    problems: tuple[Problem, ...] = ()
    """Why it was not taken; the version before it stays."""
    replayed: int = 0
    left_out: tuple[LeftOut, ...] = ()


class Trial:
    """One draft, the contact with it, and the moves that were made."""

    def __init__(self, target: Target, language: Language, seed: int) -> None:
        """Raises SourceError or UnknownScenario where the draft cannot be played at all."""
        # As in a test nothing is told but what happens; the door tells the rest in its own way.
        self._target, self._start = target, Start(target.scenario, language, "test", seed)
        self._folder = tempfile.TemporaryDirectory()
        self._rooms = self._taken = 0
        self._workplace: Workplace | None = None
        self.moves: list[Input] = []
        """All that were made, those among them that the present version of the file does not take."""
        try:
            library = target.library()
            self.contact = self._begin(library)
        except BaseException:
            self._folder.cleanup()
            raise
        self._seen = self._waiting = self._signature(library)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._workplace is not None:
            self._workplace.close()
        self._folder.cleanup()

    # ------------------------------------------------------------ the file

    @property
    def path(self) -> str:
        """The draft's file as problems show it."""
        library = self.contact.workplace.library
        return library.holder(self._target.scenario).path(self._target.scenario, "scenario.yaml")

    def was_saved(self, *, settled: bool = True) -> bool:
        """Whether a file of the draft differs from what was read last.

        With *settled* only once it has been the same at two looks: editors write in steps.
        """
        now = self._signature(self._target.library())
        still = now == self._waiting
        self._waiting = now
        return now != self._seen and (still or not settled)

    def _signature(self, library: Library) -> tuple[bytes | None, ...]:
        try:
            holder = library.holder(self._target.scenario)
        except UnknownScenario:
            return ()
        persona = self.contact.scenario.customer.persona
        return tuple(
            _digest(Path(str(holder.file(*parts))))
            for parts in (
                (self._target.scenario, "scenario.yaml"),
                ("personas", f"{persona}.yaml"),
                ("shop.yaml",),
                ("handbook.yaml",),
            )
        )

    def reload(self) -> Reloaded:
        """Read the draft again and make the moves again; a broken draft changes nothing."""
        library = self._target.library()
        self._seen = self._waiting = self._signature(library)
        try:
            contact = self._begin(library)
        except SourceError as error:
            return Reloaded(error.problems)
        except UnknownScenario:
            from scenarios.problems import make_problem

            return Reloaded((make_problem(self.path, 0, 0, "Y101"),))
        self.contact = contact
        self._seen = self._waiting = self._signature(library)
        return self._replayed()

    # ------------------------------------------------------------ the moves

    def note_moves(self) -> None:
        """Take in the moves that the contact has had since."""
        taken = len(self.contact.events)
        if taken > self._taken:
            self.moves += self.contact.events[self._taken :]
            self._taken = taken

    def restart(self, moves: int = 0) -> Reloaded:
        """The contact from its beginning with the first *moves* of the moves made again."""
        self.moves = self.moves[:moves]
        self.contact = self._begin(self.contact.workplace.library)
        return self._replayed()

    def _begin(self, library: Library) -> Contact:
        scenario = library.scenario(self._target.scenario)
        library.persona_of(scenario.id)
        library.shop_of(scenario.id)
        library.handbook_of(scenario.id)
        self._rooms += 1
        folder = Path(self._folder.name) / str(self._rooms)
        folder.mkdir()
        before, self._workplace = self._workplace, temporary_workplace(folder, library)
        if before is not None:
            before.close()
        self._taken = 0
        return Contact.begin(self._workplace, self._start)

    def _replayed(self) -> Reloaded:
        left: list[LeftOut] = []
        for number, move in enumerate(self.moves, 1):
            try:
                self.contact.send(move)
            except EventError as error:
                why = Text(describe(error, "ja")[0], describe(error, "en")[0])
                left.append(LeftOut(number, why))
        self._taken = len(self.contact.events)
        return Reloaded(replayed=len(self.moves) - len(left), left_out=tuple(left))


def _digest(path: Path) -> bytes | None:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except (OSError, ValueError):
        return None
