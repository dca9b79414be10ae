"""What team leads overruled, for those who only need to know what stands of a contact."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from simulator.figures import Figures
from simulator.practice.attempts import Effective, Ruling
from simulator.store.model import Fact, SessionSummary
from simulator.team.rules import TotalRules
from simulator.team.verdict import WHOLE, verdict_of

__all__ = ["OVERRULINGS", "rulings"]

OVERRULINGS = ("override", "override-undone")
"""The kinds of facts that change what stands."""


def rulings(facts: Iterable[Fact], rules: Callable[[], TotalRules]) -> Effective:
    """What stands of a contact by these *facts*; *rules* is asked only where there are any."""
    by_session: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind in OVERRULINGS and fact.subject is not None:
            by_session.setdefault(fact.subject, []).append(fact)

    def effective(summary: SessionSummary) -> Ruling | None:
        own, figures = by_session.get(summary.id), Figures.from_json(summary.digest)
        if own is None or figures is None:
            return None
        verdict = verdict_of(summary.id, figures, own, rules())
        decided = verdict.judgement(WHOLE, "passed")
        by_lead = decided is not None and decided.by is not None
        if not (verdict.differs or by_lead):
            return None
        stands = verdict.effective
        return Ruling(stands.total, stands.scores, stands.passed if by_lead else None)

    return effective
