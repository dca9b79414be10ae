"""Signs of veiled harm as they stand in ``rules/harm``: reading only.

One file a breach. A sign is found in a sentence where one of ``says`` stands, each of ``also`` and
none of ``unless``; ``after`` looks at what the customer has just said and ``case`` at everything
they have said. All are regular expressions over the matching form (NFKC, small letters). Examples
stand last and run as tests; "customer's line // reply" gives what is answered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, field
from enum import IntEnum
from functools import lru_cache
from typing import Any, Final, Literal

from scenarios.acts import Breach
from scenarios.language import LANGUAGES
from scenarios.values import dataclass
from scoring.language import lexicon
from scoring.rules import prepared
from scoring.rules.rule import Examples

_FOLDER: Final = lexicon.FOLDER / "rules" / "harm"


class Sure(IntEnum):
    """How much the ledger must bring for a breach to stand that a detector found."""

    HINT = 0
    """As much as for any alarm."""
    TURN = 1
    """What the rubric sets for it: the turn of the whole sentence shows it."""
    ALWAYS = 2
    """Nothing: it is said outright."""


@dataclass(frozen=True, slots=True)
class SignWords:
    """The patterns of one language."""

    says: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    case: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """One turn of speech by which a breach is known."""

    why: str
    ja: SignWords
    en: SignWords
    asked: Literal["yes", "no", "any"] = "any"
    """Only as a question, only as a statement, or either."""
    anywhere: bool = False
    """Also where the moment shows no room for the breach."""
    alone: bool = True
    """Needs of the ledger what the rubric sets for turns; otherwise as much as any alarm."""
    always: bool = False
    """So plain that it stands in whatever company."""


@dataclass(frozen=True, slots=True)
class HarmFile:
    breach: Breach
    why: str
    signs: Mapping[str, Sign] = field(metadata={"free_keys": True})
    examples: Examples | None = None


def read_file(breach: Breach, *, examples: bool = False) -> HarmFile:
    """One file; raises SourceError with the problems of one that cannot be used."""
    stop = "" if examples else "examples:"
    made, _ = lexicon.read_data("rules/harm", f"{breach.value}.yaml", HarmFile, stop)
    return made


def digest() -> str:
    """sha256 over the text of all files, without their examples."""
    total = hashlib.sha256()
    for breach in Breach:
        data = (_FOLDER / f"{breach.value}.yaml").read_bytes().replace(b"\r\n", b"\n")
        total.update(data.partition(b"\nexamples:")[0].strip() + b"\0")
    return total.hexdigest()


@lru_cache(maxsize=1)
def builtin_signs() -> Mapping[Breach, tuple[Sign, ...]]:
    """The signs of every breach, read once."""
    kept = prepared.harm(digest())
    if kept:
        return {Breach(name): tuple(_sign(row) for row in rows) for name, rows in kept.items()}
    return read_files()


def read_files() -> Mapping[Breach, tuple[Sign, ...]]:
    """The same from the files themselves."""
    return {breach: tuple(read_file(breach).signs.values()) for breach in Breach}


def as_values() -> dict[str, Any]:
    """What is kept of the files so that a start need not read YAML."""
    made: dict[str, Any] = {"digest": digest()}
    for breach in Breach:
        made[breach.value] = [asdict(sign) for sign in read_file(breach).signs.values()]
    return made


def _sign(row: Mapping[str, Any]) -> Sign:
    words = {
        language: SignWords(**{name: tuple(value) for name, value in row[language].items()})
        for language in LANGUAGES
    }
    return Sign(
        row["why"],
        words["ja"],
        words["en"],
        row["asked"],
        row["anywhere"],
        row["alone"],
        row["always"],
    )
