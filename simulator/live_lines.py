"""Which lines of a reply's grade are told while the contact goes on; the debrief tells them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.reply_lines import PASSED_OVER, told_as_one

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
    groups = told_as_one(sorted(findings, key=lambda finding: -abs(finding.points)))
    cost = [g for g in groups if g[0].points < 0 or _is_bare_breach(g)]
    missing = [g for g in groups if not g[0].points and not _is_bare_breach(g)]
    return LiveLines(
        earned=tuple(sorted((g for g in groups if g[0].points > 0), key=_weight)),
        cost=tuple(sorted(cost, key=_weight)),
        missing=tuple(sorted(missing, key=lambda g: g[0].rule not in PASSED_OVER)),
    )


def _is_bare_breach(line: Line) -> bool:
    return not line[0].points and line[0].breach is not None


def _weight(line: Line) -> tuple[int, str]:
    return -sum(abs(finding.points) for finding in line), line[0].rule
