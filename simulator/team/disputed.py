"""Disputed replies as rated replies, in the form that ``supportdojo agreement FILE`` reads.

What a lead decided about a reply becomes a case that the scorer is measured against from then on.
The form is told in ``scoring/calibration/README.md``: ratings from 0 to 4, 25 points each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from scoring.agreement.measure import PER_RATING
from scoring.model import DIMENSIONS
from simulator.team.verdict import WHOLE, Verdict

__all__ = ["fixture"]

KIND = "disputed"


def fixture(
    verdict: Verdict,
    turn: int,
    place: tuple[str, str],
    said: tuple[Sequence[str], str],
    faults: Mapping[str, str],
) -> dict[str, Any] | None:
    """One line for reply *turn*, with the lead's figures where there are any.

    *place* is scenario and language, *said* the customer's lines so far and the reply, *faults*
    tells the breach of each fault that has one. None where the reply has no figures: where the
    engine could not tell a dimension and no lead gave a value for it, or *turn* is no reply.
    """
    ratings: dict[str, float] = {}
    for dimension in DIMENSIONS:
        judgement = verdict.judgement(turn, dimension)
        if turn == WHOLE or judgement is None or judgement.value is None:
            return None
        ratings[dimension] = cast(int, judgement.value) / PER_RATING
    scenario, language = place
    context, reply = said
    return {
        "id": f"{verdict.session}-{turn}",
        "scenario": scenario,
        "lang": language,
        "kind": KIND,
        "context": list(context),
        "reply": reply,
        **ratings,
        "breaches": _breaches(verdict, turn, faults),
    }


def _breaches(verdict: Verdict, turn: int, faults: Mapping[str, str]) -> list[str]:
    """The engine's, without those whose fault a lead struck out, with those that a lead found."""
    found = {b for t in verdict.engine.turns if t.turn == turn for b in t.breaches}
    for judgement in verdict.overruled:
        breach = faults.get(judgement.item)
        if breach is None or judgement.turn != turn:
            continue
        if judgement.value == "missed":
            found.add(breach)
        else:
            found.discard(breach)
    return sorted(found)
