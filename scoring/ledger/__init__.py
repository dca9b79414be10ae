"""The learned ledger: signs in a reply that coaches' ratings speak for or against, in whole points.

Rules and topics see what their writers foresaw; the ledger sees what rated replies have in common
beyond that. ``learned.signs`` says what it looks at, ``entries`` holds the fitted points, ``estimate``
adds them up and ``fitting.ledger`` makes them from rated replies.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.language import LANGUAGES, Language
from scoring.learned import acts_file

if TYPE_CHECKING:
    from scoring.ledger.entries import Ledger

__all__ = ["builtin_ledger", "ledger_digest", "ledger_file"]


def ledger_file(language: Language) -> Path:
    """Where the fitted points of a language lie."""
    return Path(__file__).with_name(f"ledger-{language}.json")


@lru_cache(maxsize=len(LANGUAGES))
def builtin_ledger(language: Language) -> Ledger:
    """The points that come with the program; read on first use."""
    from scoring.ledger.entries import load_ledger

    return load_ledger(language)


@lru_cache(maxsize=1)
def ledger_digest() -> str:
    """Start of the sha256 over everything that is learned, for the record of a score."""
    import hashlib

    from scoring.near.points import FILE

    total = hashlib.sha256(FILE.read_bytes())
    for language in LANGUAGES:
        for file in (ledger_file(language), acts_file(language)):
            total.update(file.read_bytes())
    return total.hexdigest()[:12]
