"""What stood between how a contact ended and a better end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.conditions import Condition, ConditionKind
from scenarios.model import Ending, EndingBy, Outcome, Scenario
from simulator.engine.holds import holds
from simulator.engine.state import State

__all__ = ["lacking"]

_RANKS: Final[Mapping[Outcome, int]] = {"poor": 0, "fair": 1, "good": 2}
_ORDERLY: Final[tuple[EndingBy, ...]] = ("close", "hand-over")
"""Ways out that somebody who did all that was needed comes to."""
_DOABLE: Final[frozenset[ConditionKind]] = frozenset(
    {"identity", "done", "told", "heard", "passed-on", "mood", "callback"}
)
"""What could have been done or said; that a stage was not reached tells nobody anything."""


def lacking(scenario: Scenario, state: State) -> tuple[Condition, ...]:
    """What the nearest of the best endings asks for and the contact did not have, in the order of the
    file.

    Nothing where none is better, where the contact was stopped or ended by the procedure, and where
    nothing was missing: then something was done that stood in the way, of which the ending tells.
    """
    ended = scenario.endings.get(state.ending or "")
    if ended is None or ended.by == "procedure":
        return ()
    better = [e for e in scenario.endings.values() if _is_better(e, ended)]
    top = max((_RANKS[e.outcome] for e in better), default=0)
    missing = (
        [c for c in e.when if not holds(c, state)] for e in better if _RANKS[e.outcome] == top
    )
    nearest = min(missing, key=len, default=[])
    return tuple(c for c in nearest if c.kind in _DOABLE)


def _is_better(one: Ending, ended: Ending) -> bool:
    """Whether an ending counts for more and is one that the same contact could have come to."""
    wanted = (ended.by,) if ended.by in _ORDERLY else _ORDERLY
    return one.by in wanted and _RANKS[one.outcome] > _RANKS[ended.outcome]
