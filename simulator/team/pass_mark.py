"""Which mark a contact has to reach, and whether it did: that of its drill, or the rubric's.

A drill's own mark takes the place of the rubric's totals, not of its gates. A contact that was
redone from the middle is none of the drill's, so the rubric counts for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

from simulator.figures import Figures
from simulator.practice.occasions import drill_occasion
from simulator.store.model import Fact
from simulator.team.drill import DEFINED, read_drills

__all__ = ["PassMarks", "marked", "reaches"]


@dataclass(frozen=True, slots=True)
class PassMarks:
    """The marks of the drills that have one of their own."""

    by_occasion: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, facts: Iterable[Fact]) -> PassMarks:
        """Those of the drills that *facts* define; other facts are passed over."""
        records = read_drills(fact for fact in facts if fact.kind == DEFINED).records
        drills = (record.drill for record in records)
        return cls({drill_occasion(d.id): d.pass_mark for d in drills if d.pass_mark is not None})

    def of(self, occasion: str | None, parent: str | None) -> int | None:
        """The mark for a contact that was practised for *occasion* and redoes *parent*."""
        return None if parent is not None else self.by_occasion.get(occasion or "")


def reaches(mark: int, total: int | None, figures: Figures, fails: Set[str]) -> bool:
    """Whether *total* passes by *mark*; *fails* are the breaches whose gate fails a contact."""
    told = total is not None and total >= mark
    return told and not figures.stopped and not fails & set(figures.gates)


def marked(figures: Figures, mark: int | None, fails: Set[str]) -> Figures:
    """The figures with passed as the mark decides it; unchanged where there is none."""
    if mark is None:
        return figures
    return replace(figures, passed=reaches(mark, figures.total, figures, fails))
