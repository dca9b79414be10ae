"""What a debrief is made of: the scorecard, the words for it, and the contact cut into pages.

Everything is gathered in one go, away from the screen, since it reads the store and may load the
judge. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scenarios.language import Language, Text
from scoring.feedback.titles import rule_titles
from scoring.model import Dimension, Finding, GateResult, Level, ReplyGrade, Scorecard
from simulator.hints import hints_used
from simulator.reflection import Reflection, own_reflection
from simulator.tui.marks import Mark, numbered

if TYPE_CHECKING:
    from scenarios.model import Clause, HiddenFact, Scenario
    from scoring.model import Moment
    from scoring.rubrics.rubric import PassRule
    from simulator.contact import Contact
    from simulator.engine.state import Entry, MoodPoint
    from simulator.team.reviewing import Desk

__all__ = ["Debrief", "Page", "answers_to", "desk_of", "findings_of", "gather", "pages_of"]


@dataclass(frozen=True, slots=True)
class Page:
    """One thing to look at: the result, one reply, or what came after the last one."""

    kind: Literal["result", "reply", "after"]
    turn: int
    """Number of the reply; 0 for the result, the last reply for ``after``."""
    entries: tuple[Entry, ...] = ()
    """What was said and done since the reply before, ending with this reply."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """All that the debrief of one contact shows."""

    card: Scorecard
    pages: tuple[Page, ...]
    titles: Mapping[str, Text]
    """Names of criteria and faults, by id."""
    faults: frozenset[str]
    """Rules that can only cost."""
    passes: PassRule
    mark: int | None
    """The pass mark of the drill, where it has one of its own: it decides in place of the rubric's."""
    passed: bool
    """As that mark or the rubric decides it."""
    clauses: Mapping[str, Clause]
    told: tuple[HiddenFact, ...]
    untold: tuple[HiddenFact, ...]
    stored_total: int | None
    """The total when it was first graded, where that was with other rules."""
    unsaved: Exception | None
    """Why the result could not be stored."""
    ended: bool
    spoken: Language
    """The language of the contact, which need not be that of the interface."""
    moods: tuple[MoodPoint, ...]
    tipped: int | None
    """The reply at which the mood tipped."""
    hints: Mapping[int, int]
    """How many hints were asked for before each reply that had any."""
    moments: tuple[Text | None, ...]
    """By reply what its moment asked for, in the words of the scenario's coach."""
    reflection: Reflection | None
    """What the person who looks wrote about themselves; never anybody else's."""
    desk: Desk | None = None
    """What leads found beside the engine; None where there is nothing stored to find it in."""

    def grade(self, turn: int) -> ReplyGrade | None:
        """The grade of one reply."""
        return self.card.turns[turn - 1] if 1 <= turn <= len(self.card.turns) else None

    def title(self, name: str) -> Text:
        """How a criterion or fault is called; its id where the rubric has no name for it."""
        return self.titles.get(name, Text(name, name))

    def moment(self, turn: int) -> Text | None:
        """What the moment of a reply asked for; None where no coach says it."""
        return self.moments[turn - 1] if 1 <= turn <= len(self.moments) else None

    def marks(self, turn: int) -> tuple[Mark, ...]:
        """The numbered comments on one reply."""
        return numbered(findings_of(self.card, turn), self.faults)

    def gates(self, turn: int) -> tuple[GateResult, ...]:
        """The gates that fell at one reply."""
        return tuple(gate for gate in self.card.gates if gate.turn == turn)


def gather(contact: Contact) -> Debrief:
    """Grade the contact and collect what its debrief shows; for the back room.

    Raises what grading raises. A result that cannot be stored is no failure: see ``unsaved``.
    """
    from simulator.team.reviewing import passed_by_drill

    card, unsaved = _graded(contact)
    rubric = contact.workplace.judge.rubric
    hidden = contact.scenario.hidden
    told = frozenset(contact.state.told)
    passed, mark = passed_by_drill(contact, card)
    return Debrief(
        card=card,
        pages=pages_of(contact.entries),
        titles=rule_titles(rubric),
        faults=frozenset(rubric.faults),
        passes=rubric.passes,
        mark=mark,
        passed=passed,
        clauses={clause.id: clause for clause in contact.handbook.clauses},
        told=tuple(fact for name, fact in hidden.items() if name in told),
        untold=tuple(fact for name, fact in hidden.items() if name not in told),
        stored_total=_stored_total(contact, card),
        unsaved=unsaved,
        ended=contact.ended,
        spoken=contact.language,
        moods=contact.moods,
        tipped=contact.tipping_turn,
        hints=hints_used(contact),
        moments=tuple(_asked_for(contact.scenario, turn.moment) for turn in contact.state.played),
        reflection=_own_reflection(contact),
        desk=desk_of(contact),
    )


def _asked_for(scenario: Scenario, moment: Moment) -> Text | None:
    stage = scenario.stages.get(moment.stage or "")
    return stage.hint if stage is not None else None


def _own_reflection(contact: Contact) -> Reflection | None:
    from simulator.errors import StoreError

    with suppress(StoreError):
        return own_reflection(contact.workplace, contact.session_id)
    return None


def desk_of(contact: Contact) -> Desk | None:
    """What leads found in it, as stored; None where nothing can be found there."""
    from simulator.errors import StoreError, UsageError
    from simulator.team.reviewing import open_desk

    try:
        return open_desk(contact.workplace, contact.session_id)
    except (StoreError, UsageError):
        return None  # the engine's words can be read all the same


def _graded(contact: Contact) -> tuple[Scorecard, Exception | None]:
    from simulator.errors import NotAllowed, StoreError

    if not contact.ended:
        return contact.scorecard(), None
    try:
        return contact.conclude(), None
    except (StoreError, NotAllowed) as error:  # also a lead's look at one that is not theirs
        return contact.scorecard(), error


def _stored_total(contact: Contact, card: Scorecard) -> int | None:
    from dataclasses import asdict

    from simulator.errors import StoreError

    try:
        stored = contact.workplace.store.scorecards(contact.session_id)
    except StoreError:
        return None
    if not stored or dict(stored[0].versions) == asdict(card.versions):
        return None
    total = (stored[0].digest or {}).get("total")
    return total if isinstance(total, int) and total != card.total else None


def pages_of(entries: Sequence[Entry]) -> tuple[Page, ...]:
    """The result, a page for each reply with what led to it, and what came after the last."""
    pages = [Page("result", 0)]
    before: list[Entry] = []
    for entry in entries:
        before.append(entry)
        if entry.kind == "agent":
            pages.append(Page("reply", entry.turn, tuple(before)))
            before = []
    pages.append(Page("after", pages[-1].turn, tuple(before)))
    return tuple(pages)


def answers_to(pages: Sequence[Page], turn: int) -> tuple[Entry, ...]:
    """What happened between reply *turn* and the next one."""
    following = (p for p in pages if p.kind != "result" and (p.kind, p.turn) != ("reply", turn))
    for page in following:
        if page.turn > turn or (page.kind == "after" and page.turn == turn):
            return tuple(entry for entry in page.entries if entry.kind != "agent")
    return ()


def findings_of(card: Scorecard, turn: int) -> tuple[Finding, ...]:
    """Every finding of one reply, those of its grade first; for 0 those of the whole contact.

    The contact's own criteria may point at a reply as well: a promise that was never carried out.
    """
    graded = _of_grade(card.turns[turn - 1]) if 1 <= turn <= len(card.turns) else ()
    known = {(f.criterion, f.dimension) for f in graded}
    known |= _judged_in(card, turn)
    whole = (f for c in card.criteria for f in c.findings if f.turn == turn)
    return (*graded, *(f for f in whole if (f.criterion, f.dimension) not in known))


def _of_grade(grade: ReplyGrade) -> tuple[Finding, ...]:
    """Its findings, and the faults for which no points were left to lose: they have words, too."""
    known = {f.rule for f in grade.findings}
    unpaid = (
        f
        for c in grade.criteria
        if c.level is Level.NOT_MET and not (c.out_of or c.points)
        for f in c.findings
        if f.span is not None and f.rule not in known
    )
    return (*grade.findings, *unpaid)


def _judged_in(card: Scorecard, turn: int) -> set[tuple[str, Dimension]]:
    if not 1 <= turn <= len(card.turns):
        return set()
    return {(c.criterion, c.dimension) for c in card.turns[turn - 1].criteria}
