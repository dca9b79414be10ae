"""A session with what was found in it, taken from the store; and what is decided, put into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors import NotAllowed, UsageError
from simulator.figures import Figures
from simulator.store.model import Fact, SessionHeader
from simulator.team.review import Entry, Review, Waiting, waiting
from simulator.team.rules import TotalRules
from simulator.team.verdict import FACT_KINDS, verdict_of

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.workplace import Workplace

__all__ = ["Desk", "all_waiting", "ask_again", "known_items", "open_desk", "record", "require_lead"]


@dataclass(frozen=True, slots=True)
class Desk:
    """One session, its verdict, and every fact about it, oldest first."""

    header: SessionHeader
    review: Review
    facts: tuple[Fact, ...]


def open_desk(workplace: Workplace, session: str) -> Desk:
    """The session with this id as things stand.

    Raises UsageError for one that has no scorecard yet, and what ``store.load`` raises.
    """
    stored = workplace.store.load(session)
    figures = Figures.from_json(stored.scorecards[-1].digest) if stored.scorecards else None
    if figures is None:
        raise UsageError("review.ungraded", session=session)
    facts = workplace.store.facts(FACT_KINDS, subject=session)
    rubric = workplace.judge.rubric
    verdict = verdict_of(session, figures, facts, TotalRules.of(rubric))
    review = Review(verdict, stored.header.trainee, known_items(rubric))
    return Desk(stored.header, review, tuple(facts))


def record(workplace: Workplace, entries: Sequence[Entry]) -> list[Fact]:
    """Stores all of them or none; raises NotAllowed for what is not the viewer's to decide."""
    return workplace.store.add_facts(list(entries), workplace.now())


def ask_again(workplace: Workplace, session: str, turn: int, text: str) -> Fact:
    """The viewer's own request that a lead look again; raises NotAllowed for others' contacts."""
    desk = open_desk(workplace, session)
    if desk.header.trainee != workplace.trainee:
        raise NotAllowed("not-allowed")
    return record(workplace, [desk.review.second_look(turn, text)])[0]


def known_items(rubric: Rubric) -> Mapping[str, str]:
    """Criteria with their dimensions, and faults, which may lower several."""
    items = dict.fromkeys(rubric.faults, "")
    for dimension, rule in rubric.dimensions.items():
        items |= dict.fromkeys(rule.criteria, str(dimension))
    return items


def all_waiting(workplace: Workplace) -> tuple[Waiting, ...]:
    """What waits for a lead; raises NotAllowed for anybody else."""
    require_lead(workplace)
    kinds = ("second-look", "second-look-answered", "reviewed")
    return waiting(workplace.store.history(), workplace.store.facts(kinds))


def require_lead(workplace: Workplace) -> None:
    """Raises NotAllowed for whoever may not judge what others did."""
    if not workplace.store.sees_all:
        raise NotAllowed("not-allowed")
