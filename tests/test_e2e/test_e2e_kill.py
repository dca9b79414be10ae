"""Killed at random instants: no shown turn is lost and every contact goes on."""

from __future__ import annotations

import random
from pathlib import Path

import kill

RUNS = 8
"""A taste; ``python tests/bench/kill.py 200`` is the measurement."""


def test_no_shown_turn_is_lost(home: Path) -> None:
    """SIGKILL at a random instant: what was shown is stored, and the contact resumes."""
    chance = random.Random(7)
    for number in range(RUNS):
        result = kill.one_run(chance, home, ("ja", "en")[number % 2])
        assert result.stored >= result.shown
        assert result.resumed
