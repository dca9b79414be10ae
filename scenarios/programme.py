"""What a programme file says: the steps by which somebody learns the job, as frozen values.

A team lead writes it. It names scenarios by their ids and says what has to be read, played and
passed, in which order and with how much help; who stands where is worked out elsewhere.
"""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal

from scenarios.language import Text
from scenarios.model import Intensity, Mode
from scenarios.values import dataclass

__all__ = [
    "COMMAND_WORDS",
    "LIMITED_HINTS",
    "Hints",
    "PassRule",
    "Programme",
    "Step",
    "StepKind",
]

StepKind = Literal["orientation", "guided", "practice", "test"]
Hints = Literal["free", "limited", "none"]

LIMITED_HINTS: Final = 2
"""How many hints a contact may ask for where a step says ``limited``."""
COMMAND_WORDS: Final = ("next", "read")
"""Words that the command takes for itself, so no programme may be called so."""
_USUAL_HINTS: Final[dict[StepKind, Hints]] = {
    "orientation": "free",
    "guided": "free",
    "practice": "limited",
    "test": "none",
}


@dataclass(frozen=True, slots=True)
class PassRule:
    """When a contact counts, and how many are wanted; what is left out is not asked for.

    Without any of it a step is done when one of its contacts was played to its end.
    """

    score: int = field(default=0, metadata={"min": 0, "max": 100})
    """The total that a contact needs at least, 0 to 100."""
    each: int = field(default=0, metadata={"min": 0, "max": 100})
    """What empathy, policy and resolution need at least, each of them, where they were judged."""
    no_gate: bool = field(default=False, metadata={"key": "no-gate"})
    """Whether one grave breach, such as giving away another person's data, keeps it from counting."""
    passes: int = field(default=1, metadata={"min": 1, "max": 100})
    """In how many different scenarios of the step this has to be reached, so that luck with one does not do."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a page to read, or contacts to play."""

    id: str = field(metadata={"identifier": True})
    """The name of the step, for commands and for 'needs'."""
    kind: StepKind
    """A page to read (orientation), or contacts with the coach (guided), with feedback (practice) or sealed until the end (test)."""
    title: Text = field(metadata={"one_line": True})
    """What people read in the list of steps."""
    about: Text | None = None
    """What this step is for, in a sentence or two."""
    page: Text | None = None
    """What is to be read; for an orientation only."""
    scenarios: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Ids of the scenarios that count here; those not tried yet are played first."""
    intensity: Intensity = "normal"
    """How hard the customer is; a contact with a harder one counts as well."""
    rule: PassRule = field(default=PassRule(), metadata={"key": "pass"})
    """When the step is done."""
    needs: tuple[str, ...] | None = field(default=None, metadata={"one_or_many": True})
    """Ids of the steps that come first; left out: the step before. An empty list: none."""
    days: int = field(default=0, metadata={"min": 0, "max": 365})
    """How many whole days have to lie between the steps it needs and this one."""
    hints: Hints | None = None
    """How much help counts: any (free), two hints a contact (limited) or none. Left out: free when guided, limited in practice, none in a test."""

    @property
    def reads(self) -> bool:
        """Whether it is a page to read; everything else is played."""
        return self.kind == "orientation"

    @property
    def mode(self) -> Mode:
        """How its contacts are played."""
        return "guided" if self.kind == "orientation" else self.kind

    @property
    def most_hints(self) -> int | None:
        """How many hints a contact may have asked for to count; None: any number."""
        return {"free": None, "limited": LIMITED_HINTS, "none": 0}[
            self.hints or _USUAL_HINTS[self.kind]
        ]


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme: ordered steps from the first page to the last test."""

    id: str = field(metadata={"identifier": True})
    """The name of the programme and of its file."""
    version: int = field(metadata={"min": 1})
    """Raise it when a change matters to those who are on the way."""
    title: Text = field(metadata={"one_line": True})
    """What people read in lists and on the certificate."""
    about: Text
    """Whom it is for and what it leads to."""
    steps: tuple[Step, ...]
    """The steps in their order."""
    schema: int = 1
    """Version of this file format; leave it at 1."""

    def needs_of(self, index: int) -> tuple[str, ...]:
        """Ids of the steps that come before the step at *index*."""
        given = self.steps[index].needs
        if given is not None:
            return given
        return (self.steps[index - 1].id,) if index else ()

    def step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)
