"""Affronts that no rule names but the whole reply amounts to, as the customer feels them.

The grade weighs all that is heard, the customer answers to acts. What is graded as an affront must
not be answered with thanks, so it is added to the acts that reach the customer, and only there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.values import changed
from scoring.ledger.acts import BY_EXAMPLE
from scoring.model import FoundAct, Reading, ReplyGrade

_FELT: Final[Mapping[Breach, tuple[Act, frozenset[Act]]]] = {
    Breach.HOSTILITY: (Act.SARCASM, frozenset({Act.INSULT, Act.THREATEN, Act.SARCASM})),
    Breach.BLAME: (Act.BLAME, frozenset({Act.BLAME, Act.INSULT, Act.SARCASM})),
}
"""By breach the act that it is felt as, and those that tell the customer of it already."""


def as_felt(reading: Reading, grade: ReplyGrade) -> Reading:
    """The reading with the affronts of its grade; the same reading where its acts hold them."""
    heard = {found.act for found in reading.acts}
    clause = next((n for n in grade.harmful if n < len(reading.clauses)), None)
    felt = [
        FoundAct(act, reading.clauses[clause].span, clause, BY_EXAMPLE)
        for breach, (act, telling) in _FELT.items()
        if breach in grade.breaches and clause is not None and heard.isdisjoint(telling)
    ]
    return changed(reading, {"acts": (*reading.acts, *felt)}) if felt else reading
