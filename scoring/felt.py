"""Hostility and blame that no rule names but the whole reply amounts to, as the customer feels them.

The grade weighs all that is heard, the customer answers to acts. What is graded as hostile or as
blame must not be answered with thanks, so it is added to the acts that reach the customer, and only
there.
"""

from __future__ import annotations

from typing import Final

from scenarios.acts import Act, Breach
from scenarios.values import changed
from scoring.ledger.acts import BY_EXAMPLE
from scoring.model import FoundAct, Reading, ReplyGrade

_TELLING: Final = frozenset({Act.INSULT, Act.THREATEN, Act.SARCASM, Act.BLAME})
"""Acts that tell the customer of it already."""


_FELT: Final = ((Breach.HOSTILITY, Act.SARCASM), (Breach.BLAME, Act.BLAME))
"""As which act a breach is felt, the worse one first."""


def as_felt(reading: Reading, grade: ReplyGrade) -> Reading:
    """The reading with the mockery or blame that its grade amounts to; the same reading where its acts
    hold an affront of that kind, or the grade none."""
    clause = next((n for n in grade.harmful if n < len(reading.clauses)), None)
    act = next((act for breach, act in _FELT if breach in grade.breaches), None)
    told = not _TELLING.isdisjoint([found.act for found in reading.acts])
    if act is None or clause is None or told:
        return reading
    felt = FoundAct(act, reading.clauses[clause].span, clause, BY_EXAMPLE)
    return changed(reading, {"acts": (*reading.acts, felt)})
