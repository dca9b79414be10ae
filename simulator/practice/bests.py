"""A person's own best results; nobody is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.practice.occasions import is_moment

if TYPE_CHECKING:
    from simulator.store.model import SessionSummary

__all__ = ["Best", "best_results"]


@dataclass(frozen=True, slots=True)
class Best:
    """The best that was reached in a scenario."""

    total: int
    passed: bool
    session: str = ""


def best_results(
    finished: Iterable[SessionSummary], decided: Mapping[str, bool] | None = None
) -> dict[str, Best]:
    """Scenario id to best result; passing counts before points, of equal ones the first stays.

    A contact that was stopped, which is no pass and no fail, is no result of its scenario, nor is a single
    reply that was tried again. *decided* tells by session whether
    it is passed where that is not for the rubric to say, as in a drill with a pass mark of its own.
    """
    best: dict[str, Best] = {}
    for summary in finished:
        digest = summary.digest or {}
        total = digest.get("total")
        passed = (decided or {}).get(summary.id, digest.get("passed") is True)
        no_result = summary.stopped or is_moment(summary.header.occasion)
        if not isinstance(total, int) or no_result:
            continue
        found = Best(total, passed, summary.id)
        known = best.get(summary.header.scenario_id)
        if known is None or (found.passed, found.total) > (known.passed, known.total):
            best[summary.header.scenario_id] = found
    return best
