"""What one person has before them: drills, the programme, today's ten minutes; and what comes first.

Read in one go from the store, for the first screen; everything in it is worked out anew each time.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.problems import SourceError
from scenarios.programme_files import find_programmes
from simulator.enrolment import Enrolment
from simulator.libraries import programme_folders
from simulator.practice.bests import Best, best_results
from simulator.practice.gather import shelf_of
from simulator.practice.occasions import is_moment
from simulator.practice.schedule import CARD_REVIEWED
from simulator.practice.standing import READ, Standing, begun
from simulator.practice.today import Plan, plan

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.store.model import Fact, SessionSummary
    from simulator.workplace import Workplace

__all__ = ["Agenda", "Past", "read_agenda", "read_past"]


@dataclass(frozen=True, slots=True)
class Past:
    """The contacts so far, as far as the first screen needs them."""

    summaries: tuple[SessionSummary, ...] = ()
    """All of the person's, newest first."""
    unfinished: tuple[SessionSummary, ...] = ()
    """Contacts to go on with."""
    best: Mapping[str, Best] = field(default_factory=dict)
    """By scenario."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is before one person."""

    programme: Standing | None = None
    """Of the programme that was begun, or of the only one there is."""
    begun: bool = False
    """Whether that programme was begun."""
    today: Plan | None = None
    problem: str = ""
    """Why there is no programme: a file that cannot be read."""


def read_past(workplace: Workplace) -> Past:
    """For the back room, since there may be thousands. Raises StoreError."""
    summaries = tuple(workplace.store.history(workplace.trainee))
    # A single reply that was left in the middle is no call to go on with.
    unfinished = tuple(
        s for s in summaries if s.state == "open" and not is_moment(s.header.occasion)
    )
    return Past(summaries, unfinished, best_results(s for s in summaries if s.state == "ended"))


def read_agenda(workplace: Workplace, language: Language, past: Past) -> Agenda:
    """For the back room. Raises StoreError; a broken programme is told in the agenda."""
    facts = workplace.store.facts([READ, CARD_REVIEWED], person=workplace.trainee)
    shelf = shelf_of(workplace, past.summaries)
    today = plan(past.summaries, facts, shelf, workplace.now(), language)
    try:
        standing, is_begun = _programme(workplace, language, past, tuple(facts))
    except SourceError as error:
        return Agenda(today=today, problem=error.text(language))
    return Agenda(standing, is_begun, today)


def _programme(
    workplace: Workplace, language: Language, past: Past, facts: tuple[Fact, ...]
) -> tuple[Standing | None, bool]:
    library = workplace.library
    enrolled = Enrolment(
        find_programmes(library, programme_folders(os.environ)),
        past.summaries,
        tuple(fact for fact in facts if fact.kind == READ),
        workplace.now(),
        language,
        library.ids,
    )
    found = enrolled.choose(None)
    if found is None:
        return None, False
    standing = enrolled.standing(found.programme)
    return standing, begun(found.programme.id, enrolled.sessions, enrolled.facts)
