"""What the screen of today's practice shows: the plan, and for each item where it comes from.

Gathered in one go, away from the screen, since it reads the store. Nothing is drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scenarios.language import Language, Text
from simulator.practice.gather import left_open, plan_of
from simulator.practice.skills import Degree, Skill, skills_of
from simulator.practice.today import Item, Plan
from simulator.team.reviewing import own_decided

if TYPE_CHECKING:
    from datetime import date

    from simulator.contact import Contact
    from simulator.practice.bests import Best
    from simulator.workplace import Workplace

__all__ = ["Day", "Origin", "Todo", "begin_item", "day_of"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The reply that a single reply repeats."""

    customer: Text
    day: date
    """On the clock of the person who practised."""
    degree: Degree


@dataclass(frozen=True, slots=True)
class Todo:
    """One item of the day with what is told about it."""

    item: Item
    title: Text
    """Of the scenario."""
    skills: tuple[Skill, ...]
    origin: Origin | None
    """Of a single reply; None where its record cannot be read."""
    best: Best | None
    """Own best result in the scenario."""
    begun: bool
    """It was begun and left in the middle."""


@dataclass(frozen=True, slots=True)
class Day:
    """Everything on the screen."""

    plan: Plan
    todos: tuple[Todo, ...]


def day_of(workplace: Workplace, language: Language) -> Day:
    """For the back room; raises StoreError."""
    plan = plan_of(workplace, language, own_decided(workplace))
    skills = skills_of(workplace.judge.rubric)
    return Day(plan, tuple(_todo(workplace, item, plan, skills) for item in plan.items))


def _todo(workplace: Workplace, item: Item, plan: Plan, skills: dict[str, Skill]) -> Todo:
    single = item.kind == "moment"
    return Todo(
        item,
        workplace.library.card(item.scenario).title,
        tuple(skills[name] for name in item.skills if name in skills),
        _origin(workplace, item) if single else None,
        None if single else plan.bests.get(item.scenario),
        not single and left_open(workplace, item) is not None,
    )


def _origin(workplace: Workplace, item: Item) -> Origin | None:
    from datetime import timedelta

    from simulator.errors import StoreError
    from simulator.figures import Figures

    assert item.session is not None
    try:
        stored = workplace.store.load(item.session)
    except StoreError:  # told when it is begun
        return None
    header = stored.header
    digest = stored.scorecards[0].digest if stored.scorecards else None
    figures = Figures.from_json(digest)
    turns = figures.turns if figures is not None else ()
    partly = any(t.turn == item.turn and item.skills[0] in t.partly for t in turns)
    started = header.started() + timedelta(minutes=header.utc_offset_minutes)
    degree: Literal["partly", "missed"] = "partly" if partly else "missed"
    customer = workplace.library.scenario(item.scenario).customer.name
    return Origin(customer, started.date(), degree)


def begin_item(workplace: Workplace, item: Item) -> Contact | None:
    """The contact of one item, for the back room; None where a call is begun anew, which starts
    with its briefing. Raises what ``begin_moment`` and ``Contact.resume`` raise."""
    from simulator.contact import Contact
    from simulator.practice.moment import begin_moment

    if item.session is not None and item.turn is not None:
        return begin_moment(workplace, item.session, item.turn, item.skills[0])
    session = left_open(workplace, item)
    return None if session is None else Contact.resume(workplace, session)
