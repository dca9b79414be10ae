"""How the rubric makes a total out of the dimensions, from the figures that are kept.

The same arithmetic as ``scoring.contact.grade``, but for a scorecard of which only the figures are
at hand, so that a dimension can be overruled and the total follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.model import DIMENSIONS, Dimension
from scoring.points import weighted_mean
from scoring.rubrics.rubric import Rubric
from simulator.figures import Figures

__all__ = ["TotalRules", "follow"]

_NOTE = "note"
"""The criterion of the case note."""


@dataclass(frozen=True, slots=True)
class TotalRules:
    """What of a rubric decides a total and a pass."""

    shares: Mapping[Dimension, int]
    """Per cent of the total."""
    pass_total: int
    pass_each: int
    fails: frozenset[str]
    """Breaches whose gate fails the contact."""
    caps: Mapping[str, int]
    """Breach to the most that the total may be."""
    no_note_cap: int

    @classmethod
    def of(cls, rubric: Rubric) -> TotalRules:
        return cls(
            shares={d: rubric.dimensions[d].share for d in DIMENSIONS},
            pass_total=rubric.passes.total,
            pass_each=rubric.passes.each,
            fails=frozenset(g.breach.value for g in rubric.gates if g.effect == "fail"),
            caps={g.breach.value: g.cap for g in rubric.gates if g.cap is not None},
            no_note_cap=rubric.contact.no_note_cap,
        )

    def mean(self, scores: Mapping[Dimension, int | None]) -> int | None:
        """The total before any cap; a dimension that could not be told has earned nothing."""
        if all(scores.get(d) is None for d in DIMENSIONS):
            return None
        return weighted_mean([(scores.get(d) or 0, self.shares[d]) for d in DIMENSIONS]) or 0

    def passes(
        self, total: int | None, scores: Mapping[Dimension, int | None], engine: Figures
    ) -> bool:
        """Whether these values make a pass of a contact in which the gates of *engine* fell."""
        if total is None or engine.outcome == "stopped" or self.fails & set(engine.gates):
            return False
        told = [scores.get(d) for d in DIMENSIONS]
        return total >= self.pass_total and all(s is not None and s >= self.pass_each for s in told)


def follow(
    engine: Figures, scores: Mapping[Dimension, int | None], rules: TotalRules
) -> int | None:
    """The total that these dimensions make in the contact of *engine*, under the caps that held.

    A cap that lowered the engine's total is that total itself, whatever it came from; it holds on.
    Caps of gates are known by name, that of a case note not filed by a note that earned nothing.
    A cap that the engine's own total lies above was eased, as the breach had been put right. A cap for
    needless costs that did not bite before is not in the figures and cannot be seen.
    """
    mean = rules.mean(scores)
    if mean is None:
        return None
    caps = [rules.caps[gate] for gate in engine.gates if gate in rules.caps]
    if engine.total is not None:
        caps = [cap for cap in caps if engine.total <= cap]
    before = rules.mean(engine.scores)
    if engine.total is not None and before is not None and engine.total < before:
        caps.append(engine.total)
    note = engine.criteria.get(_NOTE)
    if note is not None and note.points == 0:
        caps.append(rules.no_note_cap)
    return min([mean, *caps])
