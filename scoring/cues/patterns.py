"""Compiled cues and the index by which they are found; compiling and finding stay out."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from scenarios.values import dataclass

LOOSE_MAY_LACK: Final = 3
"""Content words of a topic's cue beyond which one may be missing."""


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a pattern."""

    keys: frozenset[str]
    gap: int
    """Visible words that may stand between the element before and this one."""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled cue."""

    owner: str
    elements: tuple[Element, ...]
    negated: bool
    at_start: bool = False
    at_end: bool = False
    loose: bool = False
    """A topic's cue: content words only, any order inside a clause."""
    literal: str = ""
    """A set phrase whose grammar is the point (言われましても): found as it stands."""


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found."""

    pattern: Pattern
    words: tuple[int, ...]
    """Indices of its words, in order of the text."""
    agrees: bool
    """Same polarity as the cue."""

    @property
    def first(self) -> int:
        return self.words[0]

    @property
    def last(self) -> int:
        return self.words[-1]


@dataclasses.dataclass(slots=True)
class Index:
    """Patterns by the key of their rarest element, so that only likely ones are tried."""

    by_key: dict[str, list[tuple[Pattern, int, frozenset[str] | None]]] = field(
        default_factory=dict
    )
    """Pattern, the number of that element, and the keys of which a sentence must have another one."""
    exact: set[str] = field(default_factory=set)
    """Surfaces that some cue wants exactly."""
    readings: dict[str, str] = field(default_factory=dict)
    """Kana reading -> lemma of cue words, for text in kana and wrong characters."""
    vocabulary: set[str] = field(default_factory=set)
    literals: dict[str, list[Pattern]] = field(default_factory=dict)
    """Set phrases by their first characters."""
    first: int = 2
    """How many characters; the more, the fewer are tried in vain."""

    @classmethod
    def of(cls, patterns: Iterable[Pattern], readings: dict[str, str] | None = None) -> Index:
        """Index *patterns*; the readings are for words in kana and for wrong characters."""
        index = cls(readings=dict(readings or {}))
        worded: list[Pattern] = []
        literal: list[Pattern] = []
        for pattern in patterns:
            (literal if pattern.literal else worded).append(pattern)
        index.first = min((len(pattern.literal) for pattern in literal), default=2)
        for pattern in literal:
            index.literals.setdefault(pattern.literal[: index.first], []).append(pattern)
        # Many elements share a set of keys: those of a named group.
        sets = Counter(element.keys for pattern in worded for element in pattern.elements)
        counts: dict[str, int] = {}
        for keys, often in sets.items():
            for key in keys:
                counts[key] = counts.get(key, 0) + often
        weights = {keys: sum(map(counts.__getitem__, keys)) for keys in sets}
        for pattern in worded:
            anchor, also = _rarest(pattern, weights)
            for key in pattern.elements[anchor].keys:
                index.by_key.setdefault(key, []).append((pattern, anchor, also))
        index.exact = {key[1:] for key in counts if key.startswith("=")}
        index.vocabulary = {key for key in counts if key[0] not in "=<"}
        return index


def _rarest(
    pattern: Pattern, weights: Mapping[frozenset[str], int]
) -> tuple[int, frozenset[str] | None]:
    """The element that the fewest patterns share, the one to look for first; then the keys of the
    next rarest, without which the pattern cannot be there (None where it can)."""
    rows = sorted([(weights[element.keys], at) for at, element in enumerate(pattern.elements)])
    needed = len(rows) > 1 and not (pattern.loose and len(rows) > LOOSE_MAY_LACK)
    return rows[0][1], pattern.elements[rows[1][1]].keys if needed else None
