"""The shapes that go into the store and come out of it. No SQL and no files here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any, Literal

from simulator.store.canonical import JSON

SessionState = Literal["open", "ended", "abandoned"]


class UnfitHeader(ValueError):
    """A header that cannot be one; `field` is where."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True)
class SessionHeader:
    """Everything besides the events that a session depends on.

    `started_at` is ISO text with a zone, best from `utc_text`; `utc_offset_minutes` tells the
    trainee's local time. `parent_session` and `parent_turn` (the number of the reply that is
    redone, from 1) are set together, or not at all. `intensity` is how hard the customer is;
    a header without it counts as "normal". `occasion` is what the contact was practised for, as text
    whose meaning is the caller's; None where there was none.
    """

    scenario_id: str
    scenario_version: str
    scenario_hash: str
    handbook_version: str
    rubric_version: str
    rules_version: str
    engine_version: str
    unicode_version: str
    seed: int
    language: str
    mode: str
    trainee: str
    started_at: str
    utc_offset_minutes: int
    parent_session: str | None = None
    parent_turn: int | None = None
    intensity: str = "normal"
    occasion: str | None = None

    def to_json(self) -> dict[str, JSON]:
        """All fields by name; the occasion only where there is one."""
        fields_ = asdict(self)
        if self.occasion is None:
            del fields_["occasion"]  # so that a program from before can still read it
        return fields_

    @classmethod
    def from_json(cls, value: object) -> SessionHeader:
        """The header of `to_json`; raises UnfitHeader naming the field that does not fit."""
        if not isinstance(value, Mapping):
            raise UnfitHeader("", "the header is not an object")
        unknown = sorted(set(map(str, value)) - {field.name for field in fields(cls)})
        if unknown:
            raise UnfitHeader(unknown[0], f"unknown in the header: {', '.join(unknown)}")
        value = {"intensity": "normal", "occasion": None, **value}
        for name, kinds in _KINDS.items():
            _require(value.get(name), name, kinds)
        header = cls(**value)
        header.check()
        return header

    def started(self) -> datetime:
        """`started_at` as a moment in UTC; raises UnfitHeader when it is not ISO text with zone."""
        try:
            moment = datetime.fromisoformat(self.started_at)
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise UnfitHeader("started_at", str(error)) from error
        raise UnfitHeader("started_at", "started_at has no zone")

    def check(self) -> None:
        """Raises UnfitHeader when times or the parent do not fit together."""
        self.started()
        if (self.parent_session is None) != (self.parent_turn is None):
            raise UnfitHeader("parent_turn", "parent_session and parent_turn go together")
        if self.parent_turn is not None and self.parent_turn < 1:
            raise UnfitHeader("parent_turn", "parent_turn counts from 1")


_KINDS: dict[str, tuple[type, ...]] = {
    field.name: (
        (int,)
        if field.name in ("seed", "utc_offset_minutes")
        else (int, type(None))
        if field.name == "parent_turn"
        else (str, type(None))
        if field.name in ("parent_session", "occasion")
        else (str,)
    )
    for field in fields(SessionHeader)
}


def _require(value: Any, name: str, kinds: tuple[type, ...]) -> None:
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise UnfitHeader(name, f"{name} is missing or of the wrong kind")


@dataclass(frozen=True)
class StoredScorecard:
    """One scoring of a session; `number` counts from 1, a later one never replaces an earlier.

    `card` is canonical JSON text, `versions` tells what it was made with, `digest` holds the few
    figures that lists show (None when none were given).
    """

    number: int
    made_at: str
    card: str
    versions: Mapping[str, str]
    digest: Mapping[str, JSON] | None


@dataclass(frozen=True)
class StoredSession:
    """A session as stored and verified: the event at index n has sequence number n."""

    id: str
    header: SessionHeader
    events: tuple[Mapping[str, JSON], ...]
    saved_at: tuple[str, ...]
    state: SessionState
    ending: str | None
    ended_at: str | None
    scorecards: tuple[StoredScorecard, ...]

    @property
    def ended(self) -> bool:
        """Whether it was finished (an abandoned session is not)."""
        return self.state == "ended"


@dataclass(frozen=True)
class SessionSummary:
    """One line of a list of sessions.

    `digest` is that of the latest scorecard; None when it has none, or is lost or unreadable.
    """

    id: str
    header: SessionHeader
    state: SessionState
    ending: str | None
    ended_at: str | None
    event_count: int
    has_draft: bool
    scorecard_count: int
    digest: Mapping[str, JSON] | None

    @property
    def stopped(self) -> bool:
        """Whether the trainee left it, which is no pass and no fail."""
        return self.ending == "stopped"


Role = Literal["trainee", "lead", "author"]
ROLES: tuple[Role, ...] = ("trainee", "lead", "author")


@dataclass(frozen=True)
class Person:
    """Somebody who uses the store.

    `login` is what sessions and facts cite and never changes; `name` is what people read. A
    person who is not `active` can no longer come in, what they did stays.
    """

    login: str
    name: str
    role: Role
    active: bool = True

    @property
    def leads(self) -> bool:
        """Whether this person may see and judge what others did."""
        return self.role == "lead"


@dataclass(frozen=True)
class Fact:
    """Something that happened beside the sessions, kept for good: a drill was set, a point was
    overruled, a page was read.

    Facts are never changed; what is taken back is a further fact. `author` did it, `person` is
    whose matter it is (None: everybody's), `subject` is the session, drill or programme that it
    is about. What `kind` and `body` mean is the business of those who write them.
    """

    id: str
    kind: str
    author: str
    person: str | None
    subject: str | None
    at: str
    body: Mapping[str, JSON]
