"""``history``: past contacts as JSON Lines, newest first."""

from __future__ import annotations

import argparse

from simulator.figures import Figures
from simulator.machine.output import json_line
from simulator.store.model import SessionSummary
from simulator.team.review import marks_of
from simulator.team.reviewing import by_marks
from simulator.team.verdict import FACT_KINDS
from simulator.workplace import open_workplace

_SCORES = ("total", "passed", "empathy", "policy", "resolution")


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        marks = marks_of(workplace.store.facts(FACT_KINDS))
        look = by_marks(workplace)
        for summary in workplace.store.history(None, arguments.limit):
            header = summary.header
            json_line(
                {
                    "session": summary.id,
                    "scenario": header.scenario_id,
                    "language": header.language,
                    "mode": header.mode,
                    "seed": header.seed,
                    "trainee": header.trainee,
                    "started_at": header.started_at,
                    "ended_at": summary.ended_at,
                    "state": summary.state,
                    "ending": summary.ending,
                    "events": summary.event_count,
                    "redo_of": header.parent_session,
                    "occasion": header.occasion,
                    "review": marks.get(summary.id),
                    **_scores(summary),
                    **_by_drill(summary, *look(summary)),
                }
            )
    finally:
        workplace.close()
    return 0


def _scores(summary: SessionSummary) -> dict[str, object]:
    """As they are on record; null where there are none, as in a contact that goes on, and for passed
    where it was stopped, which is no pass and no fail."""
    digest = summary.digest or {}
    scores: dict[str, object] = {name: digest.get(name) for name in _SCORES}
    if summary.stopped:
        scores["passed"] = None
    return scores


def _by_drill(
    summary: SessionSummary, figures: Figures | None, mark: int | None
) -> dict[str, object]:
    """Passed as the pass mark of its drill decides it, and that mark; nothing without one."""
    if figures is None or mark is None:
        return {}
    return {"passed": None if summary.stopped else figures.passed, "pass_mark": mark}
