"""What other rules would make of contacts that are stored already. Pure: scores in, figures out.

Before stand the rules in force, after the rules that are proposed. Nothing is decided here: whether
to adopt them is for the lead who has seen this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, cast

from scoring.model import DIMENSIONS, Dimension

__all__ = [
    "BANDS",
    "Cause",
    "Comparison",
    "CriterionChange",
    "Measure",
    "Moved",
    "Rescored",
    "Scored",
    "compare",
]

MeasureName = Literal["total", "empathy", "policy", "resolution"]
MEASURES: Final[tuple[MeasureName, ...]] = ("total", *DIMENSIONS)
BANDS: Final = ((0, 39), (40, 49), (50, 59), (60, 69), (70, 79), (80, 89), (90, 100))
"""Points in bands; narrow where passes are decided, since 70 is a usual mark for the total."""
_CAUSES: Final = 4
"""Criteria that are named behind one change."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One scorecard in what is compared."""

    total: int | None
    passed: bool
    scores: Mapping[Dimension, int | None]
    gates: tuple[str, ...] = ()
    criteria: Mapping[str, int] = field(default_factory=dict)
    """Points by criterion or fault, those of all replies together with the contact's own."""

    def value(self, measure: MeasureName) -> int | None:
        return self.total if measure == "total" else self.scores.get(measure)

    @classmethod
    def of_card(cls, card: Mapping[str, Any]) -> Scored:
        """From the JSON form of a scorecard (see ``scoring.report``)."""
        points: Counter[str] = Counter()
        for results in (card["criteria"], *(turn["criteria"] for turn in card["turns"])):
            for result in results:
                points[result["criterion"]] += result["points"]
        return cls(
            card["total"],
            card["passed"],
            {d: card["scores"][d] for d in DIMENSIONS},
            tuple(dict.fromkeys(gate["gate"] for gate in card["gates"])),
            {name: number for name, number in sorted(points.items()) if number},
        )

    def to_json(self) -> list[Any]:
        """Short, for a line of a file."""
        scores = [self.scores.get(d) for d in DIMENSIONS]
        return [self.total, self.passed, scores, list(self.gates), dict(self.criteria)]

    @classmethod
    def from_json(cls, value: Sequence[Any]) -> Scored:
        """Of ``to_json``; raises ValueError or TypeError for anything else."""
        total, passed, scores, gates, criteria = value
        return cls(
            total,
            passed is True,
            dict(zip(DIMENSIONS, scores, strict=True)),
            tuple(map(str, gates)),
            {str(name): int(points) for name, points in criteria.items()},
        )


@dataclass(frozen=True, slots=True)
class Rescored:
    """One contact under both rules."""

    session: str
    scenario: str
    trainee: str
    started_at: str
    before: Scored
    after: Scored
    older: bool = False
    """Its stored scorecard was made by rules from before those in force."""

    def moved(self, measure: MeasureName = "total") -> int:
        """Points more; 0 where one of the two could not be told."""
        before, after = self.before.value(measure), self.after.value(measure)
        return 0 if before is None or after is None else after - before

    @property
    def differs(self) -> bool:
        """Whether anything that people see would be another."""
        before, after = self.before, self.after
        return (before.passed, before.gates) != (after.passed, after.gates) or any(
            before.value(m) != after.value(m) for m in MEASURES
        )


@dataclass(frozen=True, slots=True)
class Cause:
    """A criterion or fault that brings more or fewer points in one contact."""

    criterion: str
    points: int


@dataclass(frozen=True, slots=True)
class Moved:
    """One contact that would be scored otherwise, and why."""

    contact: Rescored
    causes: tuple[Cause, ...]
    """Largest first; points of a reply's dimension, summed up over all replies."""
    gates_new: tuple[str, ...]
    gates_gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One score over all contacts in which it could be told under both rules."""

    count: int
    mean_before: float | None
    mean_after: float | None
    bands_before: tuple[int, ...]
    """How many contacts in each of ``BANDS``."""
    bands_after: tuple[int, ...]
    higher: int
    lower: int


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """One criterion over all contacts."""

    criterion: str
    contacts: int
    """In how many it brings more or fewer points."""
    mean: float
    """Points more a contact, over those."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the proposed rules would change."""

    contacts: int
    changed: int
    older: int
    """Contacts whose stored scorecard was made by earlier rules; both sides were made anew."""
    measures: Mapping[MeasureName, Measure]
    passes_before: int
    passes_after: int
    newly_passed: tuple[Rescored, ...]
    newly_failed: tuple[Rescored, ...]
    largest: tuple[Moved, ...]
    criteria: tuple[CriterionChange, ...]
    """Largest effect over all first."""
    left_out: Mapping[str, int]
    """Contacts that cannot be rescored, by reason."""


def compare(
    contacts: Sequence[Rescored], left_out: Mapping[str, int], *, largest: int = 10
) -> Comparison:
    """Everything that would change; *largest* is how many single changes are kept."""
    ordered = sorted(contacts, key=lambda c: (c.started_at, c.session))
    changed = [contact for contact in ordered if contact.differs]
    by_size = sorted(changed, key=_size, reverse=True)
    return Comparison(
        contacts=len(ordered),
        changed=len(changed),
        older=sum(contact.older for contact in ordered),
        measures={name: _measure(name, ordered) for name in MEASURES},
        passes_before=sum(c.before.passed for c in ordered),
        passes_after=sum(c.after.passed for c in ordered),
        newly_passed=tuple(c for c in ordered if c.after.passed and not c.before.passed),
        newly_failed=tuple(c for c in ordered if c.before.passed and not c.after.passed),
        largest=tuple(_moved(contact) for contact in by_size[:largest]),
        criteria=_criteria(ordered),
        left_out={reason: count for reason, count in sorted(left_out.items()) if count},
    )


def _size(contact: Rescored) -> tuple[int, int, bool]:
    dimensions = sum(abs(contact.moved(d)) for d in DIMENSIONS)
    return abs(contact.moved()), dimensions, contact.before.passed != contact.after.passed


def _moved(contact: Rescored) -> Moved:
    before, after = contact.before, contact.after
    causes = sorted(_causes(contact), key=lambda cause: (-abs(cause.points), cause.criterion))
    return Moved(
        contact,
        tuple(causes[:_CAUSES]),
        tuple(gate for gate in after.gates if gate not in before.gates),
        tuple(gate for gate in before.gates if gate not in after.gates),
    )


def _causes(contact: Rescored) -> Iterable[Cause]:
    before, after = contact.before.criteria, contact.after.criteria
    for name in sorted({*before, *after}):
        points = after.get(name, 0) - before.get(name, 0)
        if points:
            yield Cause(name, points)


def _measure(name: MeasureName, contacts: Iterable[Rescored]) -> Measure:
    pairs = [
        (cast(int, c.before.value(name)), cast(int, c.after.value(name)))
        for c in contacts
        if c.before.value(name) is not None and c.after.value(name) is not None
    ]
    before, after = [b for b, _ in pairs], [a for _, a in pairs]
    return Measure(
        count=len(pairs),
        mean_before=_mean(before),
        mean_after=_mean(after),
        bands_before=_banded(before),
        bands_after=_banded(after),
        higher=sum(a > b for b, a in pairs),
        lower=sum(a < b for b, a in pairs),
    )


def _mean(values: Sequence[int]) -> float | None:
    """To a tenth."""
    return round(sum(values) / len(values), 1) if values else None


def _banded(values: Iterable[int]) -> tuple[int, ...]:
    listed = list(values)
    return tuple(sum(low <= value <= high for value in listed) for low, high in BANDS)


def _criteria(contacts: Iterable[Rescored]) -> tuple[CriterionChange, ...]:
    points: dict[str, list[int]] = {}
    for contact in contacts:
        for cause in _causes(contact):
            points.setdefault(cause.criterion, []).append(cause.points)
    found = [
        CriterionChange(name, len(changes), round(sum(changes) / len(changes), 1))
        for name, changes in points.items()
    ]
    return tuple(sorted(found, key=lambda c: (-abs(c.mean * c.contacts), c.criterion)))
