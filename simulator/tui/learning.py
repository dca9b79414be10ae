"""What the screen of progress shows, and what lies behind each of its figures.

Gathered in one go, away from the screen, since there may be thousands of sessions. Nothing is drawn
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from scenarios.language import Text
from simulator.practice.gather import progress_here
from simulator.practice.played import Played, newest, played
from simulator.practice.progress import Progress, Series
from simulator.practice.skills import Degree, Skill, moments, skills_of
from simulator.practice.times import local_date
from simulator.team.reviewing import own_decided

if TYPE_CHECKING:
    from simulator.workplace import Workplace

__all__ = ["Behind", "Learning", "behind", "learning_of", "replies_of"]


@dataclass(frozen=True, slots=True)
class Behind:
    """One reply or one whole contact behind a figure."""

    session: str
    turn: int
    """Number of the reply; 0 for the whole contact."""
    scenario: str
    day: date
    degree: Degree | None
    """How far a reply showed the skill; None for a whole contact."""
    percent: int | None
    """What a whole contact brought, 0-100; None for a reply."""


@dataclass(frozen=True, slots=True)
class Learning:
    """Everything on the screen."""

    progress: Progress
    contacts: Mapping[str, Played]
    """By session, oldest first."""
    skills: Mapping[str, Skill]
    titles: Mapping[str, Text]
    """Scenario id to title, of those that are still there."""
    now: datetime
    """Its offset decides where a day begins."""

    def title(self, scenario: str) -> Text:
        """How a scenario is called; its id where it is gone."""
        return self.titles.get(scenario, Text(scenario, scenario))

    def day(self, moment: datetime) -> date:
        """The date of *moment* on the clock of the person who looks."""
        return local_date(moment, self.now)


def learning_of(workplace: Workplace) -> Learning:
    """For the back room; raises StoreError."""
    summaries = list(workplace.store.history(workplace.trainee))
    contacts = newest(played(summaries))
    progress = progress_here(workplace, summaries, own_decided(workplace))
    return Learning(
        progress,
        {contact.session: contact for contact in contacts},
        skills_of(workplace.judge.rubric),
        _titles(workplace, {c.scenario for c in contacts} | set(progress.bests)),
        workplace.now(),
    )


def _titles(workplace: Workplace, scenarios: Iterable[str]) -> dict[str, Text]:
    from scenarios.problems import SourceError

    found: dict[str, Text] = {}
    for name in sorted(set(scenarios) & set(workplace.library.ids)):
        try:
            found[name] = workplace.library.card(name).title
        except SourceError:  # told on the first screen
            continue
    return found


def behind(learning: Learning, name: str) -> tuple[Behind, ...]:
    """What a skill's or a dimension's figure was made from, newest first."""
    skill = learning.skills.get(name)
    if skill is None or not skill.by_reply:
        return tuple(_contacts(learning, name))
    found = [
        Behind(m.session, m.turn, m.scenario, learning.day(m.at), m.degree, None)
        for m in moments(learning.contacts.values(), {name: skill})
    ]
    return tuple(reversed(found))


def _contacts(learning: Learning, name: str) -> Iterable[Behind]:
    progress = learning.progress
    series: Iterable[Series] = (*progress.dimensions, *progress.criteria)
    points = next((one.points for one in series if one.name == name), ())
    for point in reversed(points):
        scenario = learning.contacts[point.session].scenario
        yield Behind(point.session, 0, scenario, learning.day(point.at), None, point.percent)


def replies_of(workplace: Workplace, places: Iterable[Behind]) -> dict[tuple[str, int], str]:
    """Session and number to the words of each reply, as far as they can be read; for the back
    room."""
    from simulator.engine.codec import from_json
    from simulator.engine.events import ReplySent
    from simulator.errors import StoreError

    sessions = dict.fromkeys(place.session for place in places if place.turn)
    found: dict[tuple[str, int], str] = {}
    for session in sessions:
        try:
            events = [from_json(event) for event in workplace.store.load(session).events]
        except StoreError:  # the figures are there all the same
            continue
        replies = (event.text for event in events if isinstance(event, ReplySent))
        found |= {(session, number): text for number, text in enumerate(replies, start=1)}
    return found
