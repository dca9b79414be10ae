"""Sessions and facts made by hand, for tests of what leads see."""

from __future__ import annotations

from functools import cache
from itertools import count
from typing import Any

from scoring.rubrics.rubric import load_rubric
from simulator.figures import CriterionFigures, Figures, TurnFigures
from simulator.store.model import Fact, SessionHeader, SessionSummary
from simulator.team.rules import TotalRules

_NUMBERS = count(1)

FIGURES = Figures(
    total=63,
    passed=False,
    scores={"empathy": 40, "policy": 80, "resolution": 70},
    criteria={
        "names-situation": CriterionFigures("empathy", 40, 40),
        "names-feeling": CriterionFigures("empathy", 0, 25),
        "every-wish": CriterionFigures("resolution", 6, 12),
    },
    turns=(
        TurnFigures(
            1,
            {"empathy": 40, "policy": 90, "resolution": None},
            met=("names-situation",),
            missed=("names-feeling", "blame"),
            breaches=("blame",),
        ),
        TurnFigures(2, {"empathy": 50, "policy": 70, "resolution": 70}, partly=("names-feeling",)),
    ),
    clauses={"time-and-owner": (1, 2), "acknowledge-first": (3, 0)},
    outcome="fair",
)


@cache
def rules() -> TotalRules:
    return TotalRules.of(load_rubric())


def fact(
    kind: str,
    session: str | None = None,
    *,
    author: str = "lead",
    person: str | None = "mei",
    at: str = "2026-05-04T10:00:00.000Z",
    **body: Any,
) -> Fact:
    return Fact(f"f{next(_NUMBERS)}", kind, author, person, session, at, body)


def summary(session: str, figures: Figures | None, **more: Any) -> SessionSummary:
    """An ended session; *more* are fields of the header, or of the summary."""
    own = {
        name: more.pop(name)
        for name in ("state", "ending", "ended_at", "scorecard_count")
        if name in more
    }
    header = SessionHeader(
        **{
            "scenario_id": "late-parcel",
            "scenario_version": "1",
            "scenario_hash": "h",
            "handbook_version": "1",
            "rubric_version": "",
            "rules_version": "",
            "engine_version": "1",
            "unicode_version": "15",
            "seed": 1,
            "language": "ja",
            "mode": "practice",
            "trainee": "mei",
            "started_at": "2026-05-04T09:00:00.000Z",
            "utc_offset_minutes": 540,
            **more,
        }
    )
    fields: dict[str, Any] = {
        "state": "ended",
        "ending": "calm",
        "ended_at": "2026-05-04T09:10:00.000Z",
        "scorecard_count": 1,
        **own,
    }
    return SessionSummary(
        id=session,
        header=header,
        event_count=5,
        has_draft=False,
        digest=None if figures is None else figures.to_json(),
        **fields,
    )
