"""Which lines of a reply's grade are told while the contact goes on; the debrief tells them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.feedback.lines import PASSED_OVER, Sign, sign_of, told_as_one, worth

if TYPE_CHECKING:
    from scoring.model import Finding

    Line = tuple[Finding, ...]
    """What is said alike of the same words."""

__all__ = ["LiveLines", "live_lines"]


@dataclass(frozen=True, slots=True)
class LiveLines:
    """Lines of each kind, what matters most first."""

    earned: tuple[Line, ...]
    cost: tuple[Line, ...]
    """With breaches that found no points left to take."""
    missing: tuple[Line, ...]
    """What was passed over, then what is not there yet."""

    def weightiest(self, most: int) -> list[Line]:
        """So many lines at most, the heaviest first; one place each is kept for what cost most and for what
        is missing."""
        first, rest = self.cost[:1], sorted((*self.earned, *self.cost[1:]), key=_weight)
        room = most - bool(self.missing) - len(first)
        told = sorted((*first, *rest[:room]), key=_weight)
        return [*told, *self.missing[: most - len(told)]]


def live_lines(findings: Iterable[Finding]) -> LiveLines:
    """The lines of a grade by kind."""
    by_sign: dict[Sign, list[Line]] = {"+": [], "-": [], "*": []}
    for line in told_as_one(sorted(findings, key=lambda finding: -abs(finding.points)), sign_of):
        by_sign[sign_of(line[0])].append(line)
    return LiveLines(
        earned=tuple(sorted(by_sign["+"], key=_weight)),
        cost=tuple(sorted(by_sign["-"], key=_weight)),
        missing=tuple(sorted(by_sign["*"], key=lambda line: line[0].rule not in PASSED_OVER)),
    )


def _weight(line: Line) -> tuple[int, str]:
    return -sum(map(worth, line)), line[0].rule
