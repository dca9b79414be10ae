"""The programmes of a workplace, and where the person at it stands: what commands begin with."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime

from scenarios.language import LANGUAGES, Language
from scenarios.programme import Programme
from scenarios.programme_files import (
    FoundProgramme,
    Programmes,
    UnknownProgramme,
    find_programmes,
)
from simulator.contact import Contact, Start
from simulator.errors import OutdatedSession, UsageError
from simulator.libraries import programme_folders
from simulator.practice.attempts import Effective
from simulator.practice.occasions import Occasion
from simulator.practice.standing import READ, Play, Standing, begun, standing
from simulator.rulings import OVERRULINGS, rulings
from simulator.store.model import Fact, SessionSummary
from simulator.team.rules import TotalRules
from simulator.words.programme import PROGRAMME
from simulator.workplace import Workplace

__all__ = ["Enrolment", "contact_for", "enrolment", "enrolment_of", "note_read"]


@dataclass(frozen=True)
class Enrolment:
    """One person before all programmes: their contacts and what they read."""

    programmes: Programmes
    sessions: tuple[SessionSummary, ...]
    """Newest first."""
    facts: tuple[Fact, ...]
    now: datetime
    language: Language
    scenarios: tuple[str, ...]
    effective: Effective
    """What stands of their contacts after what team leads overruled."""

    def choose(self, given: str | None) -> FoundProgramme | None:
        """The programme that was named, else the only one there is or that was begun.

        None where that leaves several. Raises UsageError for a name that leads nowhere, SourceError
        for a file with problems.
        """
        ids = self.programmes.ids
        if given is None:
            under_way = [one for one in ids if self.begun(one)]
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

    def begun(self, programme: str) -> bool:
        """Whether this person has done anything in the programme of this id."""
        return begun(programme, self.sessions, self.facts)

    def spoken(self, programme: str) -> Language:
        """The language of their latest contact in it; where there is none, their own."""
        for summary in self.sessions:
            occasion, spoken = Occasion.read(summary.header.occasion), summary.header.language
            if occasion is not None and (occasion.kind, occasion.id) == ("programme", programme):
                return next((known for known in LANGUAGES if known == spoken), self.language)
        return self.language

    def standing(self, programme: Programme, spoken: Language | None = None) -> Standing:
        """Where they stand with contacts in the language *spoken*, their own if not said."""
        return standing(
            programme,
            self.sessions,
            self.facts,
            now=self.now,
            language=spoken or self.language,
            scenarios=self.scenarios,
            effective=self.effective,
        )


def enrolment(workplace: Workplace, language: Language) -> Enrolment:
    """Raises SourceError where a programme's id is there twice, StoreError as the store does."""
    store, person = workplace.store, workplace.trainee
    facts = tuple(store.facts([READ, *OVERRULINGS], person=person))
    return enrolment_of(workplace, language, tuple(store.history(person)), facts)


def enrolment_of(
    workplace: Workplace,
    language: Language,
    sessions: tuple[SessionSummary, ...],
    facts: tuple[Fact, ...],
) -> Enrolment:
    """The same from what has been read already: all *sessions* and *facts* of the person."""
    library = workplace.library
    return Enrolment(
        find_programmes(library, programme_folders(os.environ)),
        sessions,
        facts,
        workplace.now(),
        language,
        library.ids,
        rulings(facts, lambda: TotalRules.of(workplace.judge.rubric)),
    )


def note_read(workplace: Workplace, programme: str, step: str) -> bool:
    """Keep that a page was read, the first time only; whether this was it. Raises StoreError."""
    person = workplace.trainee
    known = workplace.store.facts([READ], person=person, subject=programme)
    if any(fact.body.get("step") == step for fact in known):
        return False
    workplace.store.add_fact(
        READ, person=person, subject=programme, body={"step": step}, now=workplace.now()
    )
    return True


def contact_for(play: Play, workplace: Workplace, seed: int | None = None) -> Contact:
    """The contact that comes next in a programme: the one that was left, else a new one.

    Raises StoreError, UnknownScenario and SourceError.
    """
    if play.resume is not None:
        try:
            return Contact.resume(workplace, play.resume)
        except OutdatedSession:
            pass  # its scenario has changed since it was left: a new one takes its place
    start = Start(
        play.scenario,
        play.language,
        play.mode,
        workplace.new_seed() if seed is None else seed,
        play.intensity,
        occasion=play.occasion,
    )
    return Contact.begin(workplace, start)
