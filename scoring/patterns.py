"""Compiled cues and the index by which they are found; compiling and finding stay out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


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
    source: str
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
    """A pattern found: indices of the words, first and last."""

    pattern: Pattern
    words: tuple[int, ...]
    agrees: bool
    """Same polarity as the cue."""

    @property
    def first(self) -> int:
        return min(self.words)

    @property
    def last(self) -> int:
        return max(self.words)


@dataclass(slots=True)
class Index:
    """Patterns by the key of their rarest element, so that only likely ones are tried."""

    by_key: dict[str, list[tuple[Pattern, int]]] = field(default_factory=dict)
    exact: set[str] = field(default_factory=set)
    """Surfaces that some cue wants exactly."""
    readings: dict[str, str] = field(default_factory=dict)
    """Kana reading -> lemma of cue words, for text in kana and wrong characters."""
    vocabulary: set[str] = field(default_factory=set)
    literals: dict[str, list[Pattern]] = field(default_factory=dict)
    """Set phrases by their first two characters."""

    @classmethod
    def of(cls, patterns: Iterable[Pattern], readings: dict[str, str] | None = None) -> Index:
        """Index *patterns*; the readings are for words in kana and for wrong characters."""
        index = cls(readings=dict(readings or {}))
        worded: list[Pattern] = []
        for pattern in patterns:
            if pattern.literal:
                index.literals.setdefault(pattern.literal[:2], []).append(pattern)
            else:
                worded.append(pattern)
        counts = Counter(key for p in worded for element in p.elements for key in element.keys)
        for pattern in worded:
            anchor = _rarest(pattern, counts)
            for key in sorted(pattern.elements[anchor].keys):
                index.by_key.setdefault(key, []).append((pattern, anchor))
        index.exact = {key[1:] for key in counts if key.startswith("=")}
        index.vocabulary = {key for key in counts if key[0] not in "=<"}
        return index


def _rarest(pattern: Pattern, counts: Counter[str]) -> int:
    """The element that the fewest patterns share: the one to look for first."""
    return min(
        range(len(pattern.elements)),
        key=lambda at: (sum(counts[key] for key in pattern.elements[at].keys), at),
    )
