"""What a session is played with, and the values that its functions take and return.

Kept apart from the functions so that every module of the engine can name them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from scenarios.language import Language
from scenarios.model import Intensity, Persona, Scenario, Shop
from scenarios.values import dataclass
from simulator.engine.events import Output
from simulator.engine.state import State

if TYPE_CHECKING:
    from scoring.model import Moment, Reading


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that decides a session besides the inputs: same setup, same customer."""

    scenario: Scenario
    persona: Persona
    shop: Shop
    language: Language
    seed: int
    intensity: Intensity = "normal"
    """How hard the customer may get; ``mild`` never uses the wordings for a hot customer."""


class Listener(Protocol):
    """Whatever can read a reply at its moment; the scorer's reader is one."""

    def read(self, text: str, moment: Moment) -> Reading: ...

    def as_felt(self, reading: Reading, moment: Moment) -> Reading:
        """The reading with what only the whole of it amounts to: hostility, blame, a bargain."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """The state after an input and what came out of it, in order."""

    state: State
    outputs: tuple[Output, ...]
