"""The programmes of a workplace, and where the person at it stands: what commands begin with."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime

from scenarios.language import Language
from scenarios.programme import Programme
from scenarios.programme_files import (
    FoundProgramme,
    Programmes,
    UnknownProgramme,
    find_programmes,
)
from simulator.errors import UsageError
from simulator.libraries import programme_folders
from simulator.practice.standing import READ, Standing, begun, standing
from simulator.store.model import Fact, SessionSummary
from simulator.words_programme import PROGRAMME
from simulator.workplace import Workplace

__all__ = ["Enrolment", "enrolment"]


@dataclass(frozen=True)
class Enrolment:
    """One person before all programmes: their contacts and what they read."""

    programmes: Programmes
    sessions: tuple[SessionSummary, ...]
    facts: tuple[Fact, ...]
    now: datetime
    language: Language
    scenarios: tuple[str, ...]

    def choose(self, given: str | None) -> FoundProgramme | None:
        """The programme that was named, else the only one there is or that was begun.

        None where that leaves several. Raises UsageError for a name that leads nowhere, SourceError
        for a file with problems.
        """
        ids = self.programmes.ids
        if given is None:
            under_way = [one for one in ids if begun(one, self.sessions, self.facts)]
            fitting = under_way or list(ids)
            if len(fitting) != 1:
                return None
            given = fitting[0]
        try:
            return self.programmes.read(given)
        except UnknownProgramme as error:
            known = ", ".join(error.known)
            values = {"value": given, "close": error.close, "known": known}
            key = "unknown-near" if error.close else "unknown"
            raise UsageError("usage", detail=PROGRAMME.say(key, self.language, **values)) from error

    def need(self, given: str | None) -> FoundProgramme:
        """The same, for who needs exactly one: UsageError where it has to be named."""
        found = self.choose(given)
        if found is None:
            known = ", ".join(self.programmes.ids)
            raise UsageError("usage", detail=PROGRAMME.say("which", self.language, known=known))
        return found

    def standing(self, programme: Programme) -> Standing:
        return standing(
            programme,
            self.sessions,
            self.facts,
            now=self.now,
            language=self.language,
            scenarios=self.scenarios,
        )


def enrolment(workplace: Workplace, language: Language) -> Enrolment:
    """Raises SourceError where a programme's id is there twice, StoreError as the store does."""
    store, library = workplace.store, workplace.library
    return Enrolment(
        find_programmes(library, programme_folders(os.environ)),
        tuple(store.history(workplace.trainee)),
        tuple(store.facts([READ], person=workplace.trainee)),
        workplace.now(),
        language,
        library.ids,
    )
