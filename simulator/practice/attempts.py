"""Which contacts count for a step of a programme, and what others lacked.

A contact is measured by the step's rule against the scores that stand: those of the scorecard, or
what a team lead put in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal, get_args

from scenarios.model import Intensity, Mode
from scenarios.programme import Step
from scoring.model import Dimension
from simulator.figures import Figures
from simulator.store.model import SessionSummary

__all__ = [
    "Attempt",
    "Effective",
    "Ruling",
    "Shortfall",
    "attempts_at",
    "finished",
    "moment",
    "shortfalls",
]

_MODES: Final[tuple[str, ...]] = get_args(Mode)
_INTENSITIES: Final[tuple[str, ...]] = get_args(Intensity)
"""Both from much help to little; a contact with less than the step asks for counts as well."""

Shortfall = Literal["mode", "intensity", "hints", "score", "each", "gate", "ruling"]
"""Why a finished contact did not reach the rule of its step; ``ruling``: a lead decided so."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What stands of a contact's scores after a team lead overruled some of it."""

    total: int | None
    scores: Mapping[Dimension, int | None]
    passed: bool | None
    """What the lead decided about passing; None: nothing, so the rule of the step decides."""


Effective = Callable[[SessionSummary], Ruling | None]
"""What stands of a contact; None where no lead overruled anything."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One finished contact of a step."""

    session: str
    scenario: str
    total: int | None
    ended_at: datetime
    short: tuple[Shortfall, ...]
    """Empty: it counts."""
    ruled: bool = False
    """Whether it is as it is by what a team lead overruled."""

    @property
    def counts(self) -> bool:
        return not self.short


def shortfalls(
    step: Step, summary: SessionSummary, figures: Figures, ruling: Ruling | None = None
) -> tuple[Shortfall, ...]:
    """What keeps a finished contact from counting; empty when it counts.

    A lead decides about what was said, never about the help that it was said with.
    """
    header = summary.header
    hints = step.most_hints
    found: dict[Shortfall, bool] = {
        "mode": _rank(_MODES, header.mode) < _rank(_MODES, step.mode),
        "intensity": _rank(_INTENSITIES, header.intensity) < _rank(_INTENSITIES, step.intensity),
        "hints": hints is not None and figures.hints > hints,
        **_judged(step, figures, ruling),
    }
    return tuple(name for name, short in found.items() if short)


def _judged(step: Step, figures: Figures, ruling: Ruling | None) -> dict[Shortfall, bool]:
    """What is short in the scores that stand; a lead who decided about passing decided it all."""
    if ruling is not None and ruling.passed is not None:
        return {"ruling": not ruling.passed}
    rule, standing_ = step.rule, ruling or Ruling(figures.total, figures.scores, None)
    judged = [score for score in standing_.scores.values() if score is not None]
    return {
        "score": rule.score > 0 and (standing_.total is None or standing_.total < rule.score),
        "each": any(score < rule.each for score in judged),
        "gate": rule.no_gate and bool(figures.gates),
    }


def _rank(order: tuple[str, ...], value: str) -> int:
    return order.index(value) if value in order else -1


def attempts_at(
    step: Step, sessions: Iterable[SessionSummary], effective: Effective | None
) -> tuple[Attempt, ...]:
    found = (_attempt(step, summary, effective) for summary in sessions)
    finished = [attempt for attempt in found if attempt is not None]
    return tuple(sorted(finished, key=lambda one: (one.ended_at, one.session)))


def _attempt(step: Step, summary: SessionSummary, effective: Effective | None) -> Attempt | None:
    figures = Figures.from_json(summary.digest)
    ended_at = moment(summary.ended_at)
    if not finished(summary) or figures is None or ended_at is None:
        return None
    scenario = summary.header.scenario_id
    if scenario not in step.scenarios:
        return None  # the programme has changed since
    ruling = effective(summary) if effective is not None else None
    short = shortfalls(step, summary, figures, ruling)
    total = figures.total if ruling is None else ruling.total
    return Attempt(summary.id, scenario, total, ended_at, short, ruling is not None)


def finished(summary: SessionSummary) -> bool:
    """Played from the beginning to an end that the trainee did not force."""
    return (
        summary.state == "ended" and not summary.stopped and summary.header.parent_session is None
    )


def moment(text: str | None) -> datetime | None:
    """A stored time; None for none and for one that cannot be read."""
    try:
        moment = datetime.fromisoformat(text or "")
        return moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
