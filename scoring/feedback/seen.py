"""What was made of a reply, as feedback looks at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scenarios.acts import Breach
from scenarios.values import dataclass
from scoring.breaches.find import FoundBreach
from scoring.criteria.faults import FoundFault
from scoring.criteria.rubric_score import Judgements
from scoring.ledger.columns import COLUMNS
from scoring.ledger.estimate import Estimate
from scoring.model import Dimension


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made of a reply beside its criteria."""

    scores: Mapping[Dimension, int | None]
    found: Judgements
    breaches: tuple[FoundBreach, ...]
    """Those that stand."""
    let_go: tuple[FoundFault, ...]
    """Faults that lower nothing, because the ledger hears more in the reply."""
    empty: bool
    """It says nothing to this customer."""
    heard: Estimate | None
    """What the ledger makes of it."""

    @property
    def names(self) -> frozenset[Breach]:
        return frozenset(found.breach for found in self.breaches)

    @property
    def harmful(self) -> frozenset[int]:
        """Clauses that commit them; a promise that lacks only its time may be a good step."""
        return frozenset(
            clause
            for found in self.breaches
            if found.breach is not Breach.OPEN_PROMISE
            for clause in found.clauses
        )

    def brought(self, column: str) -> Sequence[int]:
        """What each clause brought to a column of the ledger; nothing without one."""
        at = COLUMNS.index(column)
        return [row[at] for row in self.heard.clauses] if self.heard is not None else ()
