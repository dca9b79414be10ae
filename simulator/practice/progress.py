"""How somebody's skills have moved over their contacts; every figure names the contacts behind it.

Single replies that were tried again are no contacts and stay out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from scenarios.language import Text
from scoring.model import DIMENSIONS, Dimension
from simulator.practice.bests import Best, best_results
from simulator.practice.played import Played, newest, played
from simulator.practice.recency import share
from simulator.practice.skills import Skill, moments

if TYPE_CHECKING:
    from simulator.store.model import SessionSummary

__all__ = ["FirstAcknowledgement", "Missed", "Point", "Progress", "Series", "progress_of"]


@dataclass(frozen=True, slots=True)
class Point:
    """What one contact brought."""

    session: str
    at: datetime
    points: int
    out_of: int

    @property
    def percent(self) -> int:
        """0-100, rounded half up."""
        return (200 * self.points + self.out_of) // (2 * self.out_of)


@dataclass(frozen=True, slots=True)
class Series:
    """One dimension or criterion over the contacts in which it could be judged, oldest first."""

    name: str
    dimension: Dimension
    title: Text
    points: tuple[Point, ...]

    @property
    def count(self) -> int:
        """Contacts behind it."""
        return len(self.points)

    @property
    def present(self) -> int | None:
        """Where it stands, 0-100: points against what could be earned, with a contact counting
        half as much for every ``recency.HALF_LIFE`` contacts since; None without any."""
        now = share([(float(p.points), float(p.out_of)) for p in self.points])
        return None if now is None else int(100 * now + 0.5)


@dataclass(frozen=True, slots=True)
class Missed:
    """A criterion or fault that cost something, and where."""

    skill: Skill
    missed: int
    partly: int
    chances: int
    """Replies that had occasion; for a fault those in which it was made."""
    places: tuple[tuple[str, int], ...]
    """Session and number of the reply where it was missed, newest first."""


@dataclass(frozen=True, slots=True)
class FirstAcknowledgement:
    """With which reply of a contact the matter or the feeling was first named."""

    session: str
    at: datetime
    turn: int | None
    """None: with none."""
    seconds: int | None
    """From the start of the contact to that reply, where it is known."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything of one person's page."""

    contacts: int
    """Contacts that these figures come from."""
    dimensions: tuple[Series, ...]
    criteria: tuple[Series, ...]
    missed: tuple[Missed, ...]
    """The most missed first."""
    acknowledgements: tuple[FirstAcknowledgement, ...]
    """Oldest first."""
    outcomes: Mapping[str, int]
    """How contacts ended: good, fair, poor, stopped."""
    endings: Mapping[str, int]
    """The same by the scenario's own endings, as ``scenario/ending``."""
    bests: Mapping[str, Best] = field(default_factory=dict)


def progress_of(
    summaries: Iterable[SessionSummary],
    skills: Mapping[str, Skill],
    titles: Mapping[Dimension, Text],
    seconds: Mapping[str, int] | None = None,
    decided: Mapping[str, bool] | None = None,
) -> Progress:
    """The progress of the person whose *summaries* these are, in any order.

    *titles* of the dimensions; *seconds* from the start to the first acknowledgement, by session,
    as far as the caller has looked them up. *decided*: see ``best_results``.
    """
    everything = sorted(summaries, key=lambda s: (s.header.started_at, s.id))
    contacts = newest(played(everything))
    sessions = {contact.session for contact in contacts}
    ended = [s for s in everything if s.id in sessions]
    return Progress(
        contacts=len(contacts),
        dimensions=tuple(_dimension(d, titles[d], contacts) for d in DIMENSIONS),
        criteria=_criteria(contacts, skills),
        missed=_missed(contacts, skills),
        acknowledgements=tuple(
            FirstAcknowledgement(
                c.session, c.at, c.figures.acknowledged, (seconds or {}).get(c.session)
            )
            for c in contacts
        ),
        outcomes=dict(sorted(Counter(c.figures.outcome or "unknown" for c in contacts).items())),
        endings=dict(sorted(Counter(f"{s.header.scenario_id}/{s.ending}" for s in ended).items())),
        bests=best_results(everything, decided),
    )


def _dimension(dimension: Dimension, title: Text, contacts: Sequence[Played]) -> Series:
    scored = ((c, c.figures.scores.get(dimension)) for c in contacts)
    points = (Point(c.session, c.at, score, 100) for c, score in scored if score is not None)
    return Series(dimension, dimension, title, tuple(points))


def _criteria(contacts: Sequence[Played], skills: Mapping[str, Skill]) -> tuple[Series, ...]:
    points: dict[str, list[Point]] = defaultdict(list)
    for contact in contacts:
        for name, earned in contact.figures.criteria.items():
            if earned.out_of > 0:
                points[name].append(
                    Point(contact.session, contact.at, earned.points, earned.out_of)
                )
    return tuple(
        Series(name, skill.dimension, skill.title, tuple(points[name]))
        for name, skill in skills.items()
        if skill.dimension is not None and name in points
    )


def _missed(contacts: Sequence[Played], skills: Mapping[str, Skill]) -> tuple[Missed, ...]:
    degrees: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for moment in moments(reversed(contacts), skills):
        degrees[moment.skill][moment.degree] += 1
        if moment.degree == "missed":
            places[moment.skill].append((moment.session, moment.turn))
    found = [
        Missed(
            skills[name],
            count["missed"],
            count["partly"],
            sum(count.values()),
            tuple(places[name]),
        )
        for name, count in degrees.items()
        if count["missed"]
    ]
    return tuple(sorted(found, key=lambda m: (-m.missed, -m.partly, m.skill.name)))
