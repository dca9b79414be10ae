"""Skills, and the moments at which they were shown or missed.

A skill is a criterion of the rubric or a fault that is to be kept out of a reply. Only what is
judged reply by reply is one here: what is judged once a contact, such as the case note, has no
single reply that could be tried again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from scenarios.language import Text
from scoring.model import Dimension

if TYPE_CHECKING:
    from scoring.rubrics.rubric import Rubric
    from simulator.figures import TurnFigures
    from simulator.practice.played import Played

__all__ = ["Degree", "Moment", "Skill", "moments", "skills_of"]

Degree = Literal["met", "partly", "missed"]


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing that can be practised, in the rubric's words."""

    name: str
    title: Text
    practise: Text
    """The exercise, as something to do."""
    dimension: Dimension | None
    """None for a fault, which lowers several."""
    weight: int
    """0-100 against the heaviest criterion of its dimension; a fault counts as the heaviest."""
    by_reply: bool = True
    """Judged reply by reply; otherwise once a contact."""

    @property
    def fault(self) -> bool:
        """Whether it is something to keep out of a reply."""
        return self.dimension is None


@dataclass(frozen=True, slots=True)
class Moment:
    """How far one reply of one contact showed one skill."""

    session: str
    turn: int
    skill: str
    degree: Degree
    scenario: str
    language: str
    at: datetime
    """When the contact ended, UTC."""
    hinted: bool
    """Hints were asked for in that contact."""


def skills_of(rubric: Rubric) -> dict[str, Skill]:
    """Every criterion and every fault of *rubric* by name, in the order of its file."""
    found: dict[str, Skill] = {}
    for dimension, rule in rubric.dimensions.items():
        heaviest = max((c.weight for c in rule.criteria.values()), default=0) or 1
        for name, criterion in rule.criteria.items():
            weight = 100 * criterion.weight // heaviest
            by_reply = criterion.scope != "contact"
            found[name] = Skill(
                name, criterion.title, criterion.practise, dimension, weight, by_reply
            )
    for name, fault in rubric.faults.items():
        found.setdefault(name, Skill(name, fault.title, fault.practise, None, 100))
    return found


def moments(contacts: Iterable[Played], skills: Mapping[str, Skill]) -> list[Moment]:
    """All moments of *contacts* in their order; what *skills* does not know is left out."""
    return [
        Moment(
            contact.session,
            turn.turn,
            skill,
            degree,
            contact.scenario,
            contact.language,
            contact.at,
            contact.figures.hints > 0,
        )
        for contact in contacts
        for turn in contact.figures.turns
        for skill, degree in _degrees(turn)
        if skill in skills and skills[skill].by_reply
    ]


def _degrees(turn: TurnFigures) -> Iterator[tuple[str, Degree]]:
    """Each skill of a reply once; where it is told twice, the worse counts."""
    worst: dict[str, Degree] = dict.fromkeys(turn.met, "met")
    worst.update(dict.fromkeys(turn.partly, "partly"))
    worst.update(dict.fromkeys((*turn.missed, *turn.breaches), "missed"))
    yield from worst.items()
