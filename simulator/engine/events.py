"""What goes into a session (the event log) and what comes out of it.

``Input`` events are the truth and are stored; everything in ``Output`` is computed from the
scenario, its versions, the seed and the inputs, and is never stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from scenarios.language import Text
from scenarios.model import EndingKind, MoodValues, Outcome
from scenarios.values import dataclass

if TYPE_CHECKING:
    from scoring.model import ReplyGrade

# ---------------------------------------------------------------- inputs, stored


@dataclass(frozen=True, slots=True)
class ReplySent:
    text: str


@dataclass(frozen=True, slots=True)
class ActionTaken:
    action: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimePassed:
    seconds: int


@dataclass(frozen=True, slots=True)
class NoteFiled:
    fields: Mapping[str, str]
    """happened, wish, facts, promise, who, when."""


@dataclass(frozen=True, slots=True)
class ContactEnded:
    """The trainee ends: ``close`` takes leave of the customer, ``stop`` leaves the exercise."""

    how: Literal["close", "stop"]


@dataclass(frozen=True, slots=True)
class HintAsked:
    """The trainee asked the coach; the customer knows nothing of it."""

    level: int
    """1: a question, 2: a pointer, 3: an example."""


Input = ReplySent | ActionTaken | TimePassed | NoteFiled | ContactEnded | HintAsked

# ---------------------------------------------------------------- outputs, computed


@dataclass(frozen=True, slots=True)
class CustomerSpoke:
    line: str
    """Id of the line: stage or occasion and number of the wording; stable over runs."""
    text: str
    stage: str
    channel: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that is not speech: the doorbell, the customer hung up, time that passed."""

    text: Text


@dataclass(frozen=True, slots=True)
class DeskAnswered:
    action: str
    ok: bool
    """False: it could not be done yet, or an argument was wrong; the case is unchanged."""
    text: Text


@dataclass(frozen=True, slots=True)
class MoodChanged:
    mood: MoodValues
    because: tuple[str, ...]
    """Names of what heated or cooled, strongest first."""


@dataclass(frozen=True, slots=True)
class ReplyGraded:
    """Feedback on the reply just sent; shown by mode."""

    turn: int
    grade: ReplyGrade


@dataclass(frozen=True, slots=True)
class StageEntered:
    stage: str


@dataclass(frozen=True, slots=True)
class FactTold:
    fact: str


@dataclass(frozen=True, slots=True)
class Ended:
    ending: str | None
    """None: stopped by the trainee."""
    kind: EndingKind | Literal["stopped"]
    outcome: Outcome | Literal["stopped"]


Output = (
    CustomerSpoke
    | Happened
    | DeskAnswered
    | MoodChanged
    | ReplyGraded
    | StageEntered
    | FactTold
    | Ended
)


class EventError(ValueError):
    """An input that cannot be taken at this point; the session is unchanged.

    ``code`` names the reason, ``args`` what it is about; texts stand with the interface.
    """

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
