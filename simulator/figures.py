"""The figures of a scorecard that lists, progress, boards and reports are made from.

A whole scorecard is some 50 kB; ten thousand of them cannot be read for one page. So what those
pages need is kept beside each scorecard as its digest, in this form, and only this module knows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scoring.model import DIMENSIONS, CriterionResult, Dimension, Level, ReplyGrade, Scorecard

__all__ = ["CriterionFigures", "Figures", "TurnFigures", "figures_of"]

_LEVELS = {Level.MET: "met", Level.PARTLY: "partly", Level.NOT_MET: "missed"}
ACKNOWLEDGES = frozenset({"names-situation", "names-feeling"})
"""Criteria of which one must be met for a reply to count as an acknowledgement."""


@dataclass(frozen=True, slots=True)
class CriterionFigures:
    """What one criterion earned in a whole contact."""

    dimension: Dimension
    points: int
    out_of: int


@dataclass(frozen=True, slots=True)
class TurnFigures:
    """One reply: its scores, and its criteria by how far they were met."""

    turn: int
    """Number of the reply, from 1."""
    scores: Mapping[Dimension, int | None]
    met: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    """Criteria with points to earn that the reply did not earn, and faults it committed."""
    breaches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """A scorecard in figures; every field but the first two may be empty in older entries."""

    total: int | None
    passed: bool
    scores: Mapping[Dimension, int | None] = field(default_factory=dict)
    criteria: Mapping[str, CriterionFigures] = field(default_factory=dict)
    """Criteria of the whole contact that had occasion."""
    turns: tuple[TurnFigures, ...] = ()
    gates: tuple[str, ...] = ()
    """Breaches whose gate fell."""
    clauses: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Handbook clause to how often it was kept and how often not."""
    outcome: str = ""
    """good, fair, poor or stopped."""
    hints: int = 0
    """How many hints were asked for."""

    @property
    def stopped(self) -> bool:
        """Whether the trainee left it, which is no pass and no fail."""
        return self.outcome == "stopped"

    @property
    def result(self) -> bool | None:
        """Whether it was passed; None for a contact that was stopped."""
        return None if self.stopped else self.passed

    @property
    def acknowledged(self) -> int | None:
        """Number of the first reply that named the matter or the feeling."""
        return next((t.turn for t in self.turns if ACKNOWLEDGES & {*t.met, *t.partly}), None)

    def to_json(self) -> dict[str, Any]:
        """Short on purpose: it is read for every line of every list."""
        return {
            "total": self.total,
            "passed": self.passed,
            **{str(d): self.scores.get(d) for d in sorted(self.scores)},
            "criteria": {
                name: [c.dimension, c.points, c.out_of] for name, c in sorted(self.criteria.items())
            },
            "turns": [
                {
                    "turn": t.turn,
                    "scores": [t.scores.get(d) for d in DIMENSIONS],
                    "met": list(t.met),
                    "partly": list(t.partly),
                    "missed": list(t.missed),
                    "breaches": list(t.breaches),
                }
                for t in self.turns
            ],
            "gates": list(self.gates),
            "clauses": {name: list(pair) for name, pair in sorted(self.clauses.items())},
            "outcome": self.outcome,
            "hints": self.hints,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | None) -> Figures | None:
        """The figures of a stored digest; None for none, or for one that does not fit."""
        if value is None:
            return None
        try:
            return _read(value)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError):
            return None


def figures_of(card: Scorecard, hints: int = 0) -> Figures:
    """The figures of *card*; *hints* is how many were asked for in the contact."""
    return Figures(
        total=card.total,
        passed=card.passed,
        scores=dict(card.scores),
        criteria={
            c.criterion: CriterionFigures(c.dimension, c.points, c.out_of)
            for c in card.criteria
            if c.out_of
        },
        turns=tuple(_turn(number, grade) for number, grade in enumerate(card.turns, start=1)),
        gates=tuple(dict.fromkeys(gate.breach.value for gate in card.gates)),
        clauses=_clauses(card),
        outcome=card.extra.get("outcome", ""),
        hints=hints,
    )


def _turn(number: int, grade: ReplyGrade) -> TurnFigures:
    by_level: dict[str, list[str]] = {"met": [], "partly": [], "missed": []}
    for result in grade.criteria:
        name = _LEVELS.get(result.level)
        if name is not None and _counts(result):
            by_level[name].append(result.criterion)
    return TurnFigures(
        turn=number,
        scores=dict(grade.scores),
        met=tuple(by_level["met"]),
        partly=tuple(by_level["partly"]),
        missed=tuple(by_level["missed"]),
        breaches=tuple(breach.value for breach in grade.breaches),
    )


def _counts(result: CriterionResult) -> bool:
    """Whether it can be practised: points to earn, or a fault in the trainee's own words."""
    if result.out_of:
        return True
    return result.level is Level.NOT_MET and any(f.span is not None for f in result.findings)


def _clauses(card: Scorecard) -> dict[str, tuple[int, int]]:
    kept: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for result in _results(card):
        for clause in {f.clause for f in result.findings if f.clause is not None}:
            (kept if result.level is Level.MET else broken)[clause] += 1
    return {clause: (kept[clause], broken[clause]) for clause in sorted({*kept, *broken})}


def _results(card: Scorecard) -> Iterable[CriterionResult]:
    for grade in card.turns:
        yield from grade.criteria


def _read(value: Mapping[str, Any]) -> Figures:
    return Figures(
        total=_mark(value["total"]),
        passed=value["passed"] is True,
        scores={d: _mark(value[d]) for d in DIMENSIONS if d in value},
        criteria={
            name: CriterionFigures(_dimension(c[0]), _count(c[1]), _count(c[2]))
            for name, c in value.get("criteria", {}).items()
        },
        turns=tuple(
            TurnFigures(
                turn=_count(t["turn"]),
                scores=dict(zip(DIMENSIONS, map(_mark, t["scores"]), strict=True)),
                met=_names(t["met"]),
                partly=_names(t["partly"]),
                missed=_names(t["missed"]),
                breaches=_names(t["breaches"]),
            )
            for t in value.get("turns", ())
        ),
        gates=_names(value.get("gates", ())),
        clauses={
            name: (_count(v[0]), _count(v[1])) for name, v in value.get("clauses", {}).items()
        },
        outcome=_name(value.get("outcome", "")),
        hints=_count(value.get("hints", 0)),
    )


# Each raises ValueError for a value of another kind.


def _mark(value: object) -> int | None:
    return None if value is None else _count(value)


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("not a whole number")
    return value


def _dimension(value: object) -> Dimension:
    for dimension in DIMENSIONS:
        if value == dimension:
            return dimension
    raise ValueError("not a dimension")


def _names(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        raise ValueError("not a list")
    return tuple(map(_name, values))


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value
