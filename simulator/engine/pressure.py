"""Whether the customer presses, and whether the supervisor is due."""

from __future__ import annotations

from typing import Final

from scenarios.acts import Duty
from simulator.engine.setup import Setup
from simulator.engine.state import State

_PRESSED: Final = 40
"""Anger from which giving way to a demand counts as rewarding it."""


def is_pressing(setup: Setup, state: State) -> bool:
    """Whether the customer presses: angry, abusive, or in a stage where pressure is the matter."""
    duties = setup.scenario.stages[state.stage].duties
    return (
        state.mood.anger >= _PRESSED
        or state.abuse
        or Duty.LEAVE_REVIEW_FREE in duties
        or Duty.HAND_OVER in duties
    )


def handover_due(setup: Setup, state: State) -> bool:
    """Whether the supervisor is due: the stage says so, or demands keep growing."""
    return Duty.HAND_OVER in setup.scenario.stages[state.stage].duties or state.demands >= 2
