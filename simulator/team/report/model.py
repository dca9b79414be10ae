"""The shape of a report: every figure with the number that it stands on.

Texts are in the language of the report already, names and ids are what may be shown; whoever
writes a report out has nothing left to decide or to hide. They still have to escape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from scenarios.language import Language
from scoring.model import Dimension
from simulator.team.verdict import Effective

__all__ = [
    "ClauseLine",
    "Count",
    "GroupLine",
    "Mean",
    "MissedLine",
    "OverruledLine",
    "Quote",
    "Report",
    "Scope",
    "SessionLine",
    "Share",
    "SkillLine",
    "Standing",
    "Times",
]

Standing = Literal["counted", "stopped", "redone", "moment", "open", "unjudged"]
"""Why a session is in the figures or not: only ``counted`` ones are. ``redone``: it repeats another
contact up to a reply; ``moment``: a single reply that was tried again."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sessions a report is about; None: no limit."""

    person: str | None = None
    drill: str | None = None
    since: date | None = None
    """First and last day, where the trainee was."""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def percent(self) -> float | None:
        return 100 * self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of *n* values; None of none."""

    value: float | None
    n: int


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session."""

    id: str
    """As it may be shown."""
    trainee: str
    scenario: str
    title: str
    language: str
    mode: str
    occasion: str
    started: datetime
    """With the zone in which the trainee was."""
    minutes: float | None
    """From begin to end, pauses included."""
    standing: Standing
    engine: Effective | None
    stands: Effective | None
    """The lead's values where there are any, else the engine's."""
    replies: int
    acknowledged: int | None
    """Number of the reply that first took up the matter or the feeling."""
    hints: int
    overruled: int
    """Judgements for which a lead's value stands."""
    reviewed: bool
    pass_mark: int | None = None
    """Of the drill, where it has one of its own: it decides in place of the rubric's totals."""

    @property
    def differs(self) -> bool:
        return self.engine != self.stands


@dataclass(frozen=True, slots=True)
class Count:
    """How many sessions are of which standing; they add up to ``all``."""

    all: int
    by: Mapping[Standing, int]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The figures of one group of counted sessions, or of all of them."""

    name: str
    sessions: int
    passed: Share
    engine_passed: Share
    total: Mean
    engine_total: Mean
    scores: Mapping[Dimension, Mean]
    engine_scores: Mapping[Dimension, Mean]


@dataclass(frozen=True, slots=True)
class SkillLine:
    """What a criterion earned over whole contacts."""

    criterion: str
    title: str
    dimension: str
    points: int
    out_of: int
    sessions: int
    """Contacts that had occasion for it."""

    @property
    def percent(self) -> float:
        return 100 * self.points / self.out_of


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause of a handbook; never exercised where both counts are 0."""

    id: str
    number: str
    title: str
    kept: int
    broken: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A reply that missed a criterion."""

    session: str
    trainee: str
    scenario: str
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class MissedLine:
    """How often replies missed a criterion, or committed a fault (``met`` and ``partly`` 0)."""

    criterion: str
    title: str
    missed: int
    partly: int
    met: int
    fault: bool
    quotes: tuple[Quote, ...]

    @property
    def replies(self) -> int:
        return self.missed + self.partly + self.met


@dataclass(frozen=True, slots=True)
class OverruledLine:
    """One judgement for which a lead's value stands."""

    session: str
    trainee: str
    scenario: str
    turn: int
    item: str
    """As people call it."""
    engine: int | bool | str | None
    lead: int | bool | str | None
    author: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Times:
    """How soon the matter was taken up, and how long contacts took."""

    acknowledged: Mapping[str, int]
    """Contacts by ``first``, ``second``, ``later`` reply, or ``never``; without bare ones."""
    minutes: float | None
    """Median."""
    n: int
    """Contacts of which the length is known."""


@dataclass(frozen=True, slots=True)
class Report:
    scope: Scope
    language: Language
    person: str
    """Name of the one person it is about; empty for a team."""
    hidden: bool
    """Whether names were replaced."""
    made_at: datetime
    count: Count
    bare: int
    """Counted contacts of which only scores are known; they are in no figure of replies,
    criteria and clauses."""
    whole: GroupLine
    scenarios: tuple[GroupLine, ...]
    people: tuple[GroupLine, ...]
    skills: tuple[SkillLine, ...]
    """Lowest share first."""
    missed: tuple[MissedLine, ...]
    """Most often missed first."""
    clauses: tuple[ClauseLine, ...]
    """In the order of the handbook."""
    overruled: tuple[OverruledLine, ...]
    times: Times
    sessions: tuple[SessionLine, ...]
    """Oldest first."""

    @property
    def pass_marks(self) -> tuple[int, ...]:
        """The marks of drills that decided about any of the sessions."""
        return tuple(sorted({s.pass_mark for s in self.sessions if s.pass_mark is not None}))
