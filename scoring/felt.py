"""Hostility that no rule names but the whole reply amounts to, as the customer feels it.

The grade weighs all that is heard, the customer answers to acts. What is graded as hostile must not
be answered with thanks, so it is added to the acts that reach the customer, and only there.
"""

from __future__ import annotations

from typing import Final

from scenarios.acts import Act, Breach
from scenarios.values import changed
from scoring.ledger.acts import BY_EXAMPLE
from scoring.model import FoundAct, Reading, ReplyGrade

_TELLING: Final = frozenset({Act.INSULT, Act.THREATEN, Act.SARCASM, Act.BLAME})
"""Acts that tell the customer of it already."""


def as_felt(reading: Reading, grade: ReplyGrade) -> Reading:
    """The reading with the mockery that its grade amounts to; the same reading where its acts hold an
    affront of that kind, or the grade none."""
    clause = next((n for n in grade.harmful if n < len(reading.clauses)), None)
    told = not _TELLING.isdisjoint([found.act for found in reading.acts])
    if Breach.HOSTILITY not in grade.breaches or clause is None or told:
        return reading
    felt = FoundAct(Act.SARCASM, reading.clauses[clause].span, clause, BY_EXAMPLE)
    return changed(reading, {"acts": (*reading.acts, felt)})
