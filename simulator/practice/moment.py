"""One reply tried again: the very moment that was missed, judged by the one skill it is about.

The customer stands exactly as before that reply. Where another seed leads to the same place with
other words, it is taken, so that the reply cannot be recited. The attempt is stored as a session of
its own (occasion ``moment:SKILL``) and ends with its one reply; what counts for the schedule is
the fact ``card-reviewed`` that is stored with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

from scenarios.language import Text
from scoring.model import CriterionResult, Dimension, Level, ReplyGrade
from simulator.contact import Contact, Start
from simulator.engine.choose import numbers
from simulator.engine.events import HintAsked, Input, Output, ReplySent
from simulator.engine.session import State, replay
from simulator.errors import UsageError
from simulator.practice.occasions import Occasion, moment_occasion
from simulator.practice.schedule import CARD_REVIEWED, CardKey, Rating, rating_of, review_body
from simulator.practice.skills import Degree, Skill, skills_of
from simulator.redone import events_before

if TYPE_CHECKING:
    from scoring.model import Scorecard
    from simulator.workplace import Workplace

__all__ = ["Attempt", "MomentContact", "MomentResult", "begin_moment", "judge_moment"]

_SEEDS_TRIED: Final = 6
"""Each costs a replay of the contact; six find other words nearly always where there are any."""
_WORDS: Final = frozenset({"entries", "lines", "played", "hints"})
"""Parts of a state that are words or their count; all others decide how the contact goes on."""
_DEGREES: Final[Mapping[Level, Degree]] = {
    Level.MET: "met",
    Level.PARTLY: "partly",
    Level.NOT_MET: "missed",
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reply at this moment, seen by the one skill."""

    text: str
    degree: Degree | None
    """None: the reply gave no occasion for it, or it could not be told."""
    scores: Mapping[Dimension, int | None]


@dataclass(frozen=True, slots=True)
class MomentResult:
    """How the reply went, beside the one it replaces."""

    skill: Skill
    now: Attempt
    before: Attempt
    rating: Rating
    seen: Text | None
    """What was seen of the skill in this reply, and why it matters."""
    better: Text | None
    """Words that could be said here instead; None where the skill was met or none are known."""
    advice: Text | None
    """What to do instead, where there are no such words."""


class MomentContact(Contact):
    """A contact that is over with its one reply."""

    @property
    def skill(self) -> str:
        occasion = Occasion.read(self.start.occasion)
        return occasion.id if occasion is not None else ""

    @property
    def redone(self) -> int:
        """Number of the reply that is tried again."""
        return self.start.parent_turn or 1

    @property
    def answered(self) -> bool:
        return self.state.turn >= self.redone

    @property
    def note_filed(self) -> bool:
        """True: after a single reply no case note is asked for."""
        return True

    def reply(self, text: str) -> tuple[Output, ...]:
        """The one reply; after it the exercise is over and remembered, whatever the door does next.

        May be called again after a StoreError.
        """
        outputs = () if self.answered else super().reply(text)
        if not self.ended:
            self.end(stop=True)
        self.conclude()
        return outputs

    def conclude(self) -> Scorecard:
        """As of any contact; a reply that was given also counts as one repetition of its card."""
        card = super().conclude()
        if self.answered:
            self._remember()
        return card

    def rating(self) -> Rating:
        """What the reply is worth for the schedule.

        Where it left the skill no occasion, it was avoided rather than shown: hard at best.
        """
        degree = attempt_of(self, self.skill).degree or "partly"
        hinted = any(turn == self.redone for turn, _ in self.state.hints)
        return rating_of(degree, hinted=hinted)

    def _remember(self) -> None:
        store = self.workplace.store
        if not store.facts([CARD_REVIEWED], subject=self.session_id):
            key = CardKey(self.skill, self.scenario.id, self.language)
            store.add_fact(
                CARD_REVIEWED,
                person=self.workplace.trainee,
                subject=self.session_id,
                body=review_body(key, self.redone, self.rating()),
                now=self.workplace.now(),
            )


def begin_moment(workplace: Workplace, session_id: str, turn: int, skill: str) -> MomentContact:
    """The customer before reply number *turn* of a stored contact, for one reply.

    An attempt at the same moment that was left open is gone on with. Raises OutdatedSession where
    that customer can no longer be had, UsageError for a reply or a skill that there is not, and
    StoreError.
    """
    _check_skill(workplace, skill)
    parent = Contact.resume(workplace, session_id)
    count = sum(isinstance(event, ReplySent) for event in parent.events)
    if not 1 <= turn <= count:
        raise UsageError("moment.no-reply", session=session_id, turn=turn, count=count)
    # Hints of the first time are left out: this attempt has its own.
    before = [e for e in events_before(parent.events, turn) if not isinstance(e, HintAsked)]
    left = _left_open(parent, before, skill, turn)
    if left is not None:
        return left
    start = Start(
        parent.start.scenario,
        parent.language,
        "practice",
        _seed(parent, before, skill, turn),
        parent.start.intensity,
        parent.session_id,
        turn,
        moment_occasion(skill),
    )
    contact = MomentContact.begin(workplace, start)
    for event in before:
        contact.send(event)
    return contact


def judge_moment(contact: MomentContact) -> MomentResult:
    """The one reply by its skill, beside the earlier one; ends, scores and remembers it.

    May be called again. Raises UsageError before there is a reply, and what ``conclude`` raises.
    """
    turn, skill = contact.redone, contact.skill
    if not contact.answered:
        raise UsageError(
            "moment.no-reply", session=contact.session_id, turn=turn, count=contact.state.turn
        )
    if not contact.ended:
        contact.end(stop=True)
    contact.conclude()
    parent = contact.parent()
    assert parent is not None
    known = skills_of(contact.workplace.judge.rubric)[skill]
    now = attempt_of(contact, skill)
    findings = [f for r in _results(contact.grade(turn), skill) for f in r.findings]
    met = now.degree == "met"
    better = next((f.better for f in findings if f.better is not None), None)
    advice = next((f.advice for f in findings if f.advice is not None), known.practise)
    return MomentResult(
        known,
        now,
        attempt_of(parent, skill, turn),
        contact.rating(),
        next((f.message for f in findings), None),
        None if met else better,
        None if met or better else advice,
    )


def attempt_of(contact: Contact, skill: str, turn: int | None = None) -> Attempt:
    """One reply of *contact*, the one tried again unless *turn* names another."""
    number = turn or contact.start.parent_turn or 1
    grade = contact.grade(number)
    rubric = contact.workplace.judge.rubric
    fault = skill in rubric.faults
    degree = _kept_out(grade, skill, rubric.passes.each) if fault else _degree(grade, skill)
    return Attempt(grade.reading.text, degree, grade.scores)


# ---------------------------------------------------------------- inner


def _degree(grade: ReplyGrade, skill: str) -> Degree | None:
    degrees = [_DEGREES[r.level] for r in _results(grade, skill) if r.level in _DEGREES]
    return next((d for d in ("missed", "partly", "met") if d in degrees), None)


def _kept_out(grade: ReplyGrade, fault: str, enough: int) -> Degree:
    """Whether a fault was kept out by a reply that is worth something in itself: silence is no
    way of avoiding a wrong word."""
    if fault in (breach.value for breach in grade.breaches):
        return "missed"
    if any(r.level is Level.NOT_MET for r in _results(grade, fault)):
        return "missed"
    scores = [score for score in grade.scores.values() if score is not None]
    return "met" if scores and sum(scores) >= enough * len(scores) else "partly"


def _results(grade: ReplyGrade, skill: str) -> Iterator[CriterionResult]:
    return (result for result in grade.criteria if result.criterion == skill)


def _check_skill(workplace: Workplace, skill: str) -> None:
    skills = skills_of(workplace.judge.rubric)
    if skill not in skills or not skills[skill].by_reply:
        known = ", ".join(name for name, one in skills.items() if one.by_reply)
        raise UsageError("moment.no-skill", skill=skill, known=known)


def _left_open(
    parent: Contact, before: Sequence[Input], skill: str, turn: int
) -> MomentContact | None:
    """An attempt at this moment that was begun and not ended; what cannot be used is given up."""
    workplace = parent.workplace
    wanted = (parent.session_id, turn, moment_occasion(skill))
    kept: MomentContact | None = None
    for summary in workplace.store.unfinished(workplace.trainee):
        header = summary.header
        if (header.parent_session, header.parent_turn, header.occasion) != wanted:
            continue
        contact = MomentContact.resume(workplace, summary.id)
        if kept is None and contact.events[: len(before)] == list(before):
            kept = contact
        else:  # the program ended while it was being set up
            workplace.store.abandon(summary.id)
    return kept


def _seed(parent: Contact, before: Sequence[Input], skill: str, turn: int) -> int:
    """A seed with which the customer comes to the same place in other words; else the old one."""
    earlier = len(_repeats(parent, skill, turn))
    chance = numbers(parent.seed, "moment", skill, str(turn), str(earlier))
    there = replay(parent.setup, before, parent.workplace.judge).state
    for _ in range(_SEEDS_TRIED):
        seed = next(chance) % 1_000_000
        setup = replace(parent.setup, seed=seed)
        other = replay(setup, before, parent.workplace.judge).state
        if _same_place(there, other) and other.last_line != there.last_line:
            return seed
    return parent.seed


def _repeats(parent: Contact, skill: str, turn: int) -> list[str]:
    facts = parent.workplace.store.facts([CARD_REVIEWED], person=parent.workplace.trainee)
    wanted = {
        "skill": skill,
        "scenario": parent.scenario.id,
        "language": parent.language,
        "turn": turn,
    }
    return [f.id for f in facts if all(f.body.get(k) == v for k, v in wanted.items())]


def _same_place(one: State, other: State) -> bool:
    """Stage, mood, told facts, clock, turn and everything else but the words."""
    names = (field.name for field in fields(one) if field.name not in _WORDS)
    return all(getattr(one, name) == getattr(other, name) for name in names)
