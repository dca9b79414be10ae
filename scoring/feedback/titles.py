"""How criteria and faults are called, those of the learned ledger among them."""

from __future__ import annotations

from scenarios.language import Text
from scoring.feedback.lines import IDLE, LEDGER, NO_GAIN
from scoring.rubrics.rubric import Rubric

__all__ = ["rule_titles"]


def rule_titles(rubric: Rubric) -> dict[str, Text]:
    """By the id that findings and results cite."""
    titles = {name: fault.title for name, fault in rubric.faults.items()}
    for rule in rubric.dimensions.values():
        titles |= {name: criterion.title for name, criterion in rule.criteria.items()}
    ledger = rubric.ledger
    return titles | {LEDGER: ledger.title, IDLE: ledger.idle, NO_GAIN: ledger.no_gain}
