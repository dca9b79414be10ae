"""The coach during a contact: first a question, then a pointer, then an example.

All three are about the same open point of the moment (see ``scoring.open_points``), so that they
narrow down instead of changing the subject. What is done already is never pointed at. Asking
changes neither the customer nor the score; it only stands in the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.words.hints import HINTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scenarios.language import Language
    from scenarios.model import Clause, MoodValues
    from scoring.open_points import OpenPoint, Progress
    from simulator.contact import Contact

__all__ = [
    "EXAMPLE",
    "POINTER",
    "QUESTION",
    "Hint",
    "hint_for",
    "hints_used",
    "hints_used_text",
    "open_duties",
    "pointer",
    "unasked",
]

QUESTION, POINTER, EXAMPLE = 1, 2, 3
_IDENTITY: Final = "verify-identity"
"""Kind of criterion, and duty; due until it is done, also in stages that are about something else."""
_VERY_ANGRY: Final = 70
"""Anger from which on one more turn of listening comes before facts and solutions."""
_DEEDS: Final = {"call-back": "book-callback"}
"""Actions that carry out what goes by another name among the promises."""
_STRONG, _WEAK = 60, 30
"""Where a feeling is strong enough to be the one to begin with."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What the coach says when asked."""

    level: int
    """1: a question, 2: a pointer, 3: an example."""
    text: str
    about: str
    """The criterion that it is about; empty where nothing in particular is open."""


def hint_for(contact: Contact) -> Hint:
    """The next hint for the reply to come: one level further each time, the example from then on."""
    asked = sum(1 for turn, _ in contact.state.hints if turn == contact.turn)
    level = min(asked + 1, EXAMPLE)
    return _Coach(contact).hint(level)


def pointer(contact: Contact) -> str:
    """What to turn to now; never empty."""
    return _Coach(contact).pointer()


def unasked(contact: Contact) -> str | None:
    """What the coach says of their own accord, in guided mode only.

    Help that always comes is leant on, and help that never comes leaves a beginner stuck. So the
    first reply gets its pointer unasked, later ones only after a reply that came out poor.
    """
    if contact.mode != "guided" or contact.ended:
        return None
    last = contact.turn - 1
    if last > 0 and not contact.workplace.judge.is_poor(contact.grade(last)):
        return None
    return pointer(contact)


def hints_used(contact: Contact) -> dict[int, int]:
    """How many hints were asked for before each reply that had any, by its number."""
    used: dict[int, int] = {}
    for turn, _ in contact.state.hints:
        used[turn] = used.get(turn, 0) + 1
    return used


def hints_used_text(used: Mapping[int, int], language: Language) -> str:
    """How many hints were asked for in all, and before which replies."""
    if not used:
        return HINTS.say("used.none", language)
    where = (HINTS.say("used.reply", language, turn=t, count=n) for t, n in sorted(used.items()))
    listed = ("、" if language == "ja" else ", ").join(where)
    return HINTS.say("used", language, count=sum(used.values()), where=listed)


def open_duties(contact: Contact) -> tuple[str, ...]:
    """What the handbook asks for in this stage and has not been done in it, in its words."""
    due = contact.scenario.stages[contact.stage].duties
    done = _met_here(contact) if contact.state.turn else frozenset()
    clauses = contact.handbook.clauses
    return tuple(
        clause.title.of(contact.language)
        for duty in due
        if duty.value not in done
        and not (duty.value == _IDENTITY and contact.state.identity_checked)
        for clause in clauses
        if clause.duty == duty
    )


def _met_here(contact: Contact) -> frozenset[str]:
    """Criteria met by the replies since this stage was entered."""
    met: set[str] = set()
    for played in reversed(contact.state.played):
        if played.moment.stage != contact.stage:
            break
        met |= _met(contact, played.moment.turn)
    return frozenset(met)


def _met(contact: Contact, turn: int) -> set[str]:
    return {c.criterion for c in contact.grade(turn).criteria if c.level == "met"}


class _Coach:
    """One moment of one contact."""

    def __init__(self, contact: Contact) -> None:
        self._contact = contact
        self._language = contact.language

    def hint(self, level: int) -> Hint:
        point = self._point()
        about = point.criterion if point else ""
        if level == QUESTION:
            return Hint(level, self._question(point), about)
        if level == POINTER:
            return Hint(level, self._pointer(point), about)
        return Hint(level, self._example(point), about)

    def pointer(self) -> str:
        # Before the first reply the judge need not be asked, whom the first frame of a call must
        # not wait for.
        at_once = None if self._contact.state.turn else self._stage_hint()
        return at_once or self._pointer(self._point())

    def _say(self, key: str, **values: object) -> str:
        return HINTS.say(key, self._language, **values)

    # ------------------------------------------------------------ what is open

    def _point(self) -> OpenPoint | None:
        judge, moment = self._contact.workplace.judge, self._contact.moment
        return next(judge.open_points(moment, self._progress()), None)

    def _progress(self) -> Progress:
        from scoring.criteria.named_topic import HEARING
        from scoring.open_points import Progress

        state = self._contact.state
        turns = range(1, state.turn + 1)
        heard = any(not _met(self._contact, turn).isdisjoint(HEARING) for turn in turns)
        return Progress(
            met=_met_here(self._contact),
            identity_stated=state.identity_stated,
            listen=not heard or state.mood.anger >= _VERY_ANGRY,
        )

    def _stage_hint(self) -> str | None:
        """The stage's own hint as long as no reply in the stage has done anything of it."""
        hint = self._contact.scenario.stages[self._contact.stage].hint
        if hint is None or _met_here(self._contact):
            return None
        return hint.of(self._language).strip()

    # ------------------------------------------------------------ the three levels

    def _question(self, point: OpenPoint | None) -> str:
        if point is None:
            return self._say("ask.nothing-open", **self._names())
        key = f"ask.{point.rule.kind}"
        if key not in HINTS.table:
            return self._say("ask.other", title=point.rule.title.of(self._language))
        felt = self._mood(self._contact.mood) if point.dimension == "empathy" else ""
        return self._joined([felt, self._say(key, **self._names())])

    def _pointer(self, point: OpenPoint | None) -> str:
        strayed = point is not None and point.rule.kind == _IDENTITY and not self._asks_identity
        parts = [(None if strayed else self._stage_hint()) or self._what_is_open(point)]
        return self._joined([*parts, *self._undone()])

    @property
    def _asks_identity(self) -> bool:
        duties = self._contact.scenario.stages[self._contact.stage].duties
        return any(duty.value == _IDENTITY for duty in duties)

    def _what_is_open(self, point: OpenPoint | None) -> str:
        if point is None:
            return self._say("point.nothing-open")
        parts = [self._say("point.open", practise=point.rule.practise.of(self._language))]
        topic = self._contact.scenario.topics.get(point.topic or "")
        if topic is not None:
            parts.append(self._say("point.topic", topic=topic.name.of(self._language)))
        clause = self._clause(point)
        if clause is not None:
            title = clause.title.of(self._language)
            parts.append(self._say("point.clause", number=clause.number, title=title))
        return self._joined(parts)

    def _example(self, point: OpenPoint | None) -> str:
        if point is None:
            return self._pointer(None)
        if point.example is not None:
            return self._say(
                "example", words=point.example.of(self._language).strip().removesuffix("。")
            )
        clause = self._clause(point)
        rule = clause.text.of(self._language).strip() if clause else self._what_is_open(point)
        return self._joined([self._say("example.none"), rule])

    # ------------------------------------------------------------ parts

    def _names(self) -> dict[str, object]:
        return {"customer": self._contact.scenario.customer.name.of(self._language)}

    def _mood(self, mood: MoodValues) -> str:
        """The feeling to begin with, if any is strong; anger first, since it drowns the others."""
        margins = {
            "anger": mood.anger - _STRONG,
            "worry": mood.worry - _STRONG,
            "face": _WEAK - mood.face,
            "trust": _WEAK - mood.trust,
            "control": _WEAK - mood.control,
        }
        name = next((name for name, margin in margins.items() if margin >= 0), None)
        return self._say(f"mood.{name}", **self._names()) if name else ""

    def _clause(self, point: OpenPoint) -> Clause | None:
        clauses = self._contact.handbook.clauses
        by_duty = (c for c in clauses if c.duty is not None and c.duty.value == point.rule.kind)
        by_id = (c for c in clauses if c.id == point.rule.clause)
        return next(by_duty, None) or next(by_id, None)

    def _undone(self) -> list[str]:
        """What waits to be done at the desk: a check whose items are there, what was announced."""
        from simulator.engine.remember import open_promises

        state, kinds = self._contact.state, dict(self._contact.actions())
        due = self._contact.scenario.identity.needed and not state.identity_checked
        waits = state.identity_stated and due
        check = kinds.get(_IDENTITY) if waits else None
        names = dict.fromkeys(_DEEDS.get(name, name) for _, name in open_promises(state))
        titles = [kinds[name].title.of(self._language) for name in names if name in kinds]
        told = []
        if check is not None:
            told.append(self._say("point.check", deed=check.title.of(self._language)))
        if titles:
            listed = ("、" if self._language == "ja" else ", ").join(titles)
            told.append(self._say("point.undone", deeds=listed))
        return told

    def _joined(self, parts: list[str]) -> str:
        return ("" if self._language == "ja" else " ").join(part for part in parts if part)
