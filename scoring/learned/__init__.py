"""What is learned from labelled clauses: the signs that a clause bears, the acts that they tell, and how the
points of signs are kept.

The ledger of grades (``scoring.ledger``) has its points for the same signs.
"""

from __future__ import annotations

from pathlib import Path

from scenarios.language import Language

__all__ = ["acts_file"]


def acts_file(language: Language) -> Path:
    """Where the fitted points of dialogue acts lie."""
    return Path(__file__).with_name(f"acts-{language}.json")
