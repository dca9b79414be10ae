"""A session with what was found in it, taken from the store; and what is decided, put into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors import NotAllowed, StoreError, UsageError
from simulator.figures import Figures, figures_of
from simulator.store.model import Fact, SessionHeader, SessionSummary
from simulator.team.drill import DEFINED
from simulator.team.pass_mark import PassMarks, marked
from simulator.team.review import Entry, Review, Waiting, waiting
from simulator.team.review_text import effective_of, result_text
from simulator.team.rules import TotalRules
from simulator.team.verdict import FACT_KINDS, verdict_of

if TYPE_CHECKING:
    from scenarios.language import Language
    from scoring.model import Scorecard
    from scoring.rubrics.rubric import Rubric
    from simulator.contact import Contact
    from simulator.workplace import Workplace

__all__ = [
    "Desk",
    "all_waiting",
    "ask_again",
    "by_marks",
    "known_items",
    "open_desk",
    "own_decided",
    "pass_marks",
    "passed_by_drill",
    "record",
    "require_lead",
    "waiting_results",
]


@dataclass(frozen=True, slots=True)
class Desk:
    """One session, its verdict, every fact about it, oldest first, and the mark of its drill."""

    header: SessionHeader
    review: Review
    facts: tuple[Fact, ...]
    mark: int | None = None
    """What the total has to reach where the drill has a pass mark of its own."""


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
    header = stored.header
    mark = pass_marks(workplace).of(header.occasion, header.parent_session)
    verdict = verdict_of(session, figures, facts, TotalRules.of(rubric), mark)
    return Desk(header, Review(verdict, header.trainee, known_items(rubric)), tuple(facts), mark)


def pass_marks(workplace: Workplace) -> PassMarks:
    """The marks of all drills that the viewer may see."""
    return PassMarks.read(workplace.store.facts((DEFINED,)))


def passed_by_drill(contact: Contact, card: Scorecard) -> tuple[bool, int | None]:
    """Whether a contact with this scorecard is passed, and the mark of its drill that decides it.

    Where the mark cannot be read, and where there is none, the rubric decides.
    """
    mark, start = None, contact.start
    if start.occasion is not None:
        with suppress(StoreError):
            mark = pass_marks(contact.workplace).of(start.occasion, start.parent)
    if mark is None:
        return card.passed, None
    fails = TotalRules.of(contact.workplace.judge.rubric).fails
    return marked(figures_of(card), mark, fails).passed, mark


def by_marks(workplace: Workplace) -> Callable[[SessionSummary], tuple[Figures | None, int | None]]:
    """For lists: the figures of a contact, passed as its drill's mark decides it, and that mark.

    The rubric is read only where there is a contact with such a mark: it takes a while.
    """
    marks = pass_marks(workplace)

    def look(summary: SessionSummary) -> tuple[Figures | None, int | None]:
        figures, header = Figures.from_json(summary.digest), summary.header
        mark = marks.of(header.occasion, header.parent_session)
        if figures is None or mark is None:
            return figures, None
        return marked(figures, mark, TotalRules.of(workplace.judge.rubric).fails), mark

    return look


def own_decided(workplace: Workplace) -> dict[str, bool]:
    """By session, for whoever practises here: whether it is passed, where the pass mark of its drill
    decides that. The rubric is read only where there is such a contact."""
    found: dict[str, bool] = {}
    for occasion, mark in pass_marks(workplace).by_occasion.items():
        for summary in workplace.store.of_occasion(occasion):
            header, figures = summary.header, Figures.from_json(summary.digest)
            own = header.trainee == workplace.trainee and header.parent_session is None
            if own and figures is not None:
                fails = TotalRules.of(workplace.judge.rubric).fails
                found[summary.id] = marked(figures, mark, fails).passed
    return found


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


def waiting_results(
    workplace: Workplace, found: Sequence[Waiting], language: Language
) -> dict[str, str]:
    """What came of each contact that waits, as the engine has it, by its id."""
    look, told = by_marks(workplace), {}
    for one in found:
        figures, mark = look(one.summary)
        if figures is not None:
            told[one.summary.id] = result_text(effective_of(figures), language, mark)
    return told


def require_lead(workplace: Workplace) -> None:
    """Raises NotAllowed for whoever may not judge what others did."""
    if not workplace.store.sees_all:
        raise NotAllowed("not-allowed")
