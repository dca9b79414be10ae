"""Which skills are weak, as a share of missed chances with newer ones counting more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from simulator.practice.recency import weights
from simulator.practice.schedule import Rating, Review
from simulator.practice.skills import Skill

__all__ = ["urgency", "weaknesses"]

_MISSED: Mapping[Rating, float] = {"again": 1.0, "hard": 0.5, "good": 0.0}


def weaknesses(reviews: Sequence[Review]) -> dict[str, float]:
    """Skill to how often it is missed, 0-1; *reviews* in order of time.

    Each skill is drawn towards the person's own average with the weight of one chance, so that a
    single miss does not outweigh a habit.
    """
    sessions = list(dict.fromkeys(review.session for review in reviews))
    weight = dict(zip(sessions, weights(len(sessions)), strict=True))
    chances: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for review in reviews:
        chances[review.key.skill].append((weight[review.session], _MISSED[review.rating]))
    average = _share([pair for pairs in chances.values() for pair in pairs], 0.0, 0.0)
    return {skill: _share(pairs, average, 1.0) for skill, pairs in sorted(chances.items())}


def urgency(weakness: Mapping[str, float], skills: Mapping[str, Skill]) -> dict[str, float]:
    """Weakness with what the skill is worth: the least important counts half of the heaviest."""
    return {
        name: round(share * (100 + skills[name].weight) / 200, 6)
        for name, share in weakness.items()
        if name in skills
    }


def _share(pairs: Sequence[tuple[float, float]], towards: float, strength: float) -> float:
    possible = sum(weight for weight, _ in pairs) + strength
    if possible <= 0:
        return 0.0
    missed = sum(weight * miss for weight, miss in pairs) + towards * strength
    return round(missed / possible, 6)
