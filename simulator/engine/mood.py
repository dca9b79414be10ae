"""The arithmetic of the mood: scaling, fading and limits, in whole numbers only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.model import Heat, Intensity, MoodShift, MoodValues, Temperament
from simulator.engine.causes import Cause

MOST_COOLED: Final = 20
"""Anger that one turn can take away at most: people cool more slowly than they heat (6.2)."""
HOT: Final = 70
TENSE: Final = 40
CALM_TRUST: Final = 50

_HEATS: Final[Mapping[Intensity, int]] = {"mild": 70, "normal": 100, "hard": 130}
_COOLS: Final[Mapping[Intensity, int]] = {"mild": 120, "normal": 100, "hard": 80}
_STARTS: Final[Mapping[Intensity, int]] = {"mild": -5, "normal": 0, "hard": 5}
_BESIDE: Final = (100, 50, 25)
"""Per cent of its anger that the first, second and any further cooling cause takes away."""
_PARTS: Final = ("anger", "trust", "face", "control", "worry")


def starting(mood: MoodValues, intensity: Intensity) -> MoodValues:
    """The mood at the start; a harder customer comes a little hotter."""
    return added(mood, MoodShift(anger=_STARTS[intensity]))


def heat(mood: MoodValues) -> Heat:
    """Calm under 40 of anger, tense under 70, hot from 70."""
    return "calm" if mood.anger < TENSE else "tense" if mood.anger < HOT else "hot"


def scaled(cause: Cause, uses: int, temperament: Temperament, intensity: Intensity) -> MoodShift:
    """What a cause does to this person after ``uses`` earlier uses."""
    fading = (100, 50, 0)[min(uses, 2)] if cause.fades else 100
    heats = temperament.heats * _HEATS[intensity] // 100
    cools = temperament.cools * _COOLS[intensity] // 100
    return MoodShift(
        **{
            part: _share(_part(cause.shift, part), _rate(cause.shift, part, heats, cools), fading)
            for part in _PARTS
        }
    )


def added(mood: MoodValues, shift: MoodShift) -> MoodValues:
    """The mood moved by ``shift``, each value kept within 0-100."""
    return MoodValues(
        **{part: max(0, min(100, getattr(mood, part) + getattr(shift, part))) for part in _PARTS}
    )


def limited(shift: MoodShift, cooled: int) -> MoodShift:
    """The shift with its fall of anger cut to what this turn may still take away."""
    least = cooled - MOST_COOLED
    if shift.anger >= least:
        return shift
    return MoodShift(least, shift.trust, shift.face, shift.control, shift.worry)


def total(shifts: tuple[MoodShift, ...]) -> MoodShift:
    """All shifts of one moment together.

    Of several things that cool, the strongest takes its full anger, the next half, the others a
    quarter: nobody calms down by the number of good phrases in one breath. Heat adds up in full.
    """
    falls = sorted(s.anger for s in shifts if s.anger < 0)
    cooled = sum(-(-fall * _BESIDE[min(n, 2)] // 100) for n, fall in enumerate(falls))
    heated = sum(s.anger for s in shifts if s.anger > 0)
    rest = {part: sum(_part(s, part) for s in shifts) for part in _PARTS[1:]}
    return MoodShift(anger=heated + cooled, **rest)


def weight(shift: MoodShift) -> int:
    """How strongly a shift moves somebody, for putting causes in order."""
    return 2 * abs(shift.anger) + sum(abs(_part(shift, part)) for part in _PARTS[1:])


def _part(shift: MoodShift, part: str) -> int:
    value: int = getattr(shift, part)
    return value


def _rate(shift: MoodShift, part: str, heats: int, cools: int) -> int:
    """The percentage that applies: more anger or worry hurts, and so does less of the rest."""
    value = _part(shift, part)
    hurts = value > 0 if part in ("anger", "worry") else value < 0
    return heats if hurts else cools


def _share(value: int, percent: int, fading: int) -> int:
    """``value`` times both percentages, rounded half away from zero."""
    size = (abs(value) * percent * fading + 5000) // 10_000
    return size if value >= 0 else -size
