"""Drills: the same few contacts for several people, set by a lead.

A drill is what three kinds of facts make of it: ``drill`` defines it, ``drill-assigned`` says for
whom it is, ``drill-closed`` ends it. A fact that does not fit is told and left out, so that one bad
entry never takes the list away from everybody. Where somebody stands is in ``drill_standing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final, cast, get_args

from scenarios.language import LANGUAGES, Language
from scenarios.model import Intensity, Mode
from simulator.store.canonical import JSON, SIGNS, utc_text
from simulator.store.model import Fact

__all__ = [
    "ASSIGNED",
    "CLOSED",
    "DEFINED",
    "KINDS",
    "MOST_ATTEMPTS",
    "MOST_SCENARIOS",
    "MOST_TITLE",
    "SEED_LIMIT",
    "Closing",
    "Drill",
    "DrillRecord",
    "DrillScenario",
    "Drills",
    "Unreadable",
    "new_drill_id",
    "read_drills",
    "seed_for",
]

DEFINED: Final = "drill"
ASSIGNED: Final = "drill-assigned"
CLOSED: Final = "drill-closed"
KINDS: Final = (DEFINED, ASSIGNED, CLOSED)
"""The kinds of facts that drills are made from."""

MOST_TITLE: Final = 80
MOST_SCENARIOS: Final = 30
MOST_ATTEMPTS: Final = 99
SEED_LIMIT: Final = 2**53
"""The first number that is no seed."""
_VARIED_SEEDS: Final = 1_000_000
_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class DrillScenario:
    """A scenario, and the digest of its text when the drill was made."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Drill:
    """What is to be practised, and how."""

    id: str
    title: str
    scenarios: tuple[DrillScenario, ...]
    """In the order in which they are offered."""
    language: Language | None = None
    """None: in whichever the trainee uses."""
    mode: Mode = "practice"
    intensity: Intensity = "normal"
    seed: int | None = None
    """The same customer for everybody; None: another one for each person and attempt."""
    due: datetime | None = None
    """Until when (aware)."""
    pass_mark: int | None = None
    """The total that has to be reached, 1-100; None: as the rubric has it."""
    attempts: int | None = None
    """How often each scenario may be played to its end; None: as often as one likes."""
    everyone: bool = False
    """For all trainees, also those who come later; else for those it is assigned to."""

    def to_body(self) -> dict[str, JSON]:
        """The body of its fact."""
        return {
            "title": self.title,
            "scenarios": [{"id": s.id, "digest": s.digest} for s in self.scenarios],
            "language": self.language or "any",
            "mode": self.mode,
            "intensity": self.intensity,
            "seed": self.seed,
            "due": utc_text(self.due) if self.due is not None else None,
            "pass_mark": self.pass_mark,
            "attempts": self.attempts,
            "everyone": self.everyone,
        }

    @classmethod
    def from_body(cls, drill_id: str, body: Mapping[str, Any]) -> Drill:
        """The drill of ``to_body``; ValueError names the first field that does not fit."""
        _no_more_than(body, cls._FIELDS)
        language = _one_of(body, "language", ("any", *LANGUAGES))
        return cls(
            id=drill_id,
            title=_title(body),
            scenarios=_scenarios(body.get("scenarios")),
            language=None if language == "any" else cast("Language", language),
            mode=cast("Mode", _one_of(body, "mode", get_args(Mode))),
            intensity=cast("Intensity", _one_of(body, "intensity", get_args(Intensity))),
            seed=_whole(body, "seed", 0, SEED_LIMIT - 1),
            due=_due(body.get("due")),
            pass_mark=_whole(body, "pass_mark", 1, 100),
            attempts=_whole(body, "attempts", 1, MOST_ATTEMPTS),
            everyone=_flag(body, "everyone"),
        )

    _FIELDS = (
        "title", "scenarios", "language", "mode", "intensity", "seed", "due", "pass_mark",
        "attempts", "everyone",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a drill."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class DrillRecord:
    """A drill with everything that was said about it."""

    drill: Drill
    by: str
    """Login of who made it."""
    at: datetime
    assigned: tuple[str, ...] = ()
    """Logins, in the order in which they were named; a trainee sees at most their own."""
    closed: Closing | None = None

    def is_for(self, login: str) -> bool:
        """Whether this person is to practise it."""
        return self.drill.everyone or login in self.assigned


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A fact about drills that does not fit."""

    fact: str
    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Drills:
    """All drills in the order in which they were made, and what could not be read."""

    records: tuple[DrillRecord, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def open(self) -> tuple[DrillRecord, ...]:
        return tuple(r for r in self.records if r.closed is None)


@dataclass(slots=True)
class _Collected:
    record: DrillRecord
    assigned: dict[str, None] = field(default_factory=dict)
    closed: Closing | None = None


def read_drills(facts: Iterable[Fact]) -> Drills:
    """The drills that *facts* (oldest first) make; facts of other kinds are passed over.

    Of two definitions with one id the first counts, and so does the first closing. Definitions are
    read first: on a team's machines the clocks differ, so what follows one may bear an earlier time.
    """
    found: dict[str, _Collected] = {}
    unreadable: list[Unreadable] = []
    about = [fact for fact in facts if fact.kind in KINDS]
    for fact in sorted(about, key=lambda fact: fact.kind != DEFINED):
        try:
            _take_in(fact, found)
        except ValueError as error:
            unreadable.append(Unreadable(fact.id, fact.subject or "", str(error)))
    records = tuple(
        DrillRecord(c.record.drill, c.record.by, c.record.at, tuple(c.assigned), c.closed)
        for c in found.values()
    )
    return Drills(records, tuple(unreadable))


def new_drill_id(now: datetime, taken: Iterable[str]) -> str:
    """A short id that sorts by time: day and time of day in UTC, such as 261126-7k3.

    The last three signs count in steps of 2.6 seconds; the next free one is taken.
    """
    moment = now.astimezone(UTC)
    second = moment.hour * 3600 + moment.minute * 60 + moment.second
    known, step = frozenset(taken), second * 32**3 // _DAY
    while (made := f"{moment:%y%m%d}-{_in_digits(step)}") in known:
        step += 1
    return made


def seed_for(drill: Drill, login: str, attempt: int) -> int:
    """The customer for attempt number *attempt* (from 1) of *login*; the same on every machine."""
    if drill.seed is not None:
        return drill.seed
    digest = sha256(f"{drill.id}\n{login}\n{attempt}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % _VARIED_SEEDS


def _in_digits(step: int) -> str:
    if step >= 32**3:  # past the last of the day: still after all of them
        return _in_digits(32**3 - 1) + _in_digits(step - 32**3)
    signs = ""
    for _ in range(3):
        step, rest = divmod(step, 32)
        signs = SIGNS[rest] + signs
    return signs


def _take_in(fact: Fact, found: dict[str, _Collected]) -> None:
    drill_id = fact.subject
    if not drill_id:
        raise ValueError("subject")
    at = _moment(fact.at, "at")
    if fact.kind == DEFINED:
        if drill_id in found:
            raise ValueError("the id is taken")
        record = DrillRecord(Drill.from_body(drill_id, fact.body), fact.author, at)
        found[drill_id] = _Collected(record)
        return
    if drill_id not in found:
        raise ValueError("no such drill")
    if fact.kind == ASSIGNED:
        if not fact.person:
            raise ValueError("person")
        found[drill_id].assigned.setdefault(fact.person)
        return
    reason = fact.body.get("reason", "")
    if not isinstance(reason, str):
        raise ValueError("reason")
    if found[drill_id].closed is None:
        found[drill_id].closed = Closing(at, fact.author, reason)


def _no_more_than(body: Mapping[str, Any], known: Sequence[str]) -> None:
    for name in body:
        if name not in known:
            raise ValueError(str(name))


def _title(body: Mapping[str, Any]) -> str:
    title = body.get("title")
    if not isinstance(title, str) or not title.strip() or len(title) > MOST_TITLE:
        raise ValueError("title")
    return title


def _scenarios(value: object) -> tuple[DrillScenario, ...]:
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= MOST_SCENARIOS:
        raise ValueError("scenarios")
    made = []
    for one in value:
        match one:
            case {"id": str(name), "digest": str(digest), **rest} if name and not rest:
                made.append(DrillScenario(name, digest))
            case _:
                raise ValueError("scenarios")
    if len({s.id for s in made}) < len(made):
        raise ValueError("scenarios")
    return tuple(made)


def _one_of(body: Mapping[str, Any], name: str, known: Sequence[str]) -> str:
    value = body.get(name)
    if not isinstance(value, str) or value not in known:
        raise ValueError(name)
    return value


def _whole(body: Mapping[str, Any], name: str, least: int, most: int) -> int | None:
    value = body.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(name)
    return value


def _flag(body: Mapping[str, Any], name: str) -> bool:
    value = body.get(name)
    if not isinstance(value, bool):
        raise ValueError(name)
    return value


def _due(value: object) -> datetime | None:
    return None if value is None else _moment(value, "due")


def _moment(value: object, name: str) -> datetime:
    if not isinstance(value, str):
        raise ValueError(name)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError(name) from error
    if moment.tzinfo is None:
        raise ValueError(name)
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:  # the first or the last day of the calendar
        raise ValueError(name) from error
