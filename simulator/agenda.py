"""What one person has before them: drills, the programme, today's ten minutes; and what comes first.

Read in one go from the store, for the first screen; everything in it is worked out anew each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scenarios.problems import SourceError
from simulator.contact import goes_on
from simulator.enrolment import enrolment_of
from simulator.practice.bests import Best, best_results
from simulator.practice.gather import shelf_of
from simulator.practice.occasions import is_moment
from simulator.practice.schedule import CARD_REVIEWED
from simulator.practice.standing import READ, Standing, begun
from simulator.practice.today import Plan, plan
from simulator.rulings import OVERRULINGS
from simulator.team.drill_view import DrillView
from simulator.team.drilling import DrillDesk
from simulator.team.reviewing import all_waiting, own_decided

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.store.model import Fact, SessionSummary
    from simulator.team.review import Waiting
    from simulator.workplace import Workplace

__all__ = ["Agenda", "DrillLine", "Past", "read_agenda", "read_past"]


@dataclass(frozen=True, slots=True)
class Past:
    """The contacts so far, as far as the first screen needs them."""

    summaries: tuple[SessionSummary, ...] = ()
    """All of the person's, newest first."""
    unfinished: tuple[SessionSummary, ...] = ()
    """Contacts to go on with; one whose scenario or engine has changed since is none."""
    best: Mapping[str, Best] = field(default_factory=dict)
    """By scenario."""


@dataclass(frozen=True, slots=True)
class DrillLine:
    """An open drill in words."""

    id: str
    heading: str
    scenario: str
    """Title of what is next."""
    facts: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is before one person."""

    programme: Standing | None = None
    """Of the programme that was begun, or of the only one there is."""
    begun: bool = False
    """Whether that programme was begun."""
    today: Plan | None = None
    drills: tuple[DrillLine, ...] = ()
    """Open drills in which something is left to play, the one to go on with at the front."""
    problem: str = ""
    """Why there is no programme: a file that cannot be read."""
    waiting: int = 0
    """Contacts of others that wait for a lead to look at them; 0 for whoever is none."""
    second_looks: int = 0
    """How many of them somebody asked a second look for."""


def read_past(workplace: Workplace) -> Past:
    """For the back room, since there may be thousands. Raises StoreError."""
    summaries = tuple(workplace.store.history(workplace.trainee))
    # A single reply that was left in the middle is no call to go on with.
    unfinished = tuple(
        s
        for s in summaries
        if s.state == "open" and not is_moment(s.header.occasion) and _goes_on(workplace, s)
    )
    ended = (s for s in summaries if s.state == "ended")
    return Past(summaries, unfinished, best_results(ended, own_decided(workplace)))


def _goes_on(workplace: Workplace, summary: SessionSummary) -> bool:
    try:
        return goes_on(workplace, summary.header)
    except SourceError:
        return False  # that the file is broken is told beside the list


def read_agenda(workplace: Workplace, language: Language, past: Past) -> Agenda:
    """For the back room. Raises StoreError; a broken programme is told in the agenda."""
    kinds = [READ, CARD_REVIEWED, *OVERRULINGS]
    facts = tuple(workplace.store.facts(kinds, person=workplace.trainee))
    shelf = shelf_of(workplace, past.summaries)
    today = plan(past.summaries, facts, shelf, workplace.now(), language)
    waiting = _waiting(workplace)
    looks = sum(one.why == "second-look" for one in waiting)
    agenda = Agenda(
        today=today,
        drills=_drills(workplace, language),
        waiting=len(waiting),
        second_looks=looks,
    )
    try:
        standing, is_begun = _programme(workplace, language, past, facts)
    except SourceError as error:
        return replace(agenda, problem=error.text(language))
    return replace(agenda, programme=standing, begun=is_begun)


def _waiting(workplace: Workplace) -> list[Waiting]:
    """What waits for this person as a lead; whoever practises alone waits for nobody."""
    if not workplace.store.sees_all:
        return []
    return [w for w in all_waiting(workplace) if w.summary.header.trainee != workplace.trainee]


def _drills(workplace: Workplace, language: Language) -> tuple[DrillLine, ...]:
    desk = DrillDesk(workplace)
    view = DrillView(desk, workplace, language)
    return tuple(DrillLine(offer.id, *view.offer(offer)) for offer in desk.offers())


def _programme(
    workplace: Workplace, language: Language, past: Past, facts: tuple[Fact, ...]
) -> tuple[Standing | None, bool]:
    found = enrolment_of(workplace, language, past.summaries, facts)
    chosen = found.choose(None)
    if chosen is None:
        return None, False
    programme = chosen.programme
    return found.standing(programme), begun(programme.id, found.sessions, found.facts)
