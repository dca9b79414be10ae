"""What a kind of rule may look at: the analysed reply with its cues and figures.

Kinds only read it; the reader makes it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import field

from scenarios.model import TopicKind
from scenarios.values import dataclass
from scoring.cues import Match
from scoring.language.words import Analysis, Part, Word
from scoring.model import FoundTopic
from scoring.rules.loader import Rule
from scoring.slots.find import RawSlot


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the matching form that shows an act, and the clause it lies in."""

    start: int
    end: int
    clause: int
    inferred: bool = False
    """Shown by the form of the clause or by what it is about, not by a cue."""


@dataclasses.dataclass(slots=True)
class Scene:
    """A reply as the rules see it."""

    analysis: Analysis
    language: str
    slots: list[RawSlot]
    matches: dict[str, list[Match]]
    """By rule id; '-' before the id for its exceptions."""
    quotations: Sequence[tuple[int, int]] = ()
    """Stretches between quotation marks."""
    slot_clauses: list[int] = field(default_factory=list)
    known_names: frozenset[str] = frozenset()
    """Folded names of the customer and of the shop's people."""
    topics: tuple[FoundTopic, ...] = ()
    topic_kinds: Mapping[str, TopicKind] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    """Keys of the content words that the customer has just used."""
    echoed: list[float] = field(default_factory=list)
    """Echo of each clause, 0-1."""
    _exceptions: dict[str, set[int]] = field(default_factory=dict)
    _kinds: dict[int, set[str]] | None = None
    _topics: dict[int, list[FoundTopic]] | None = None

    def part(self, match: Match) -> Part:
        return self.analysis.parts[self.clause(match)]

    def clause(self, match: Match) -> int:
        """The clause of the match's last word: that is where the predicate stands."""
        return self.analysis.words[match.last].clause

    def quoted(self, match: Match) -> bool:
        """Whether the words of the match stand in quotation marks."""
        if not self.quotations:
            return False
        start = self.analysis.words[match.first].start
        return any(begin <= start < end for begin, end in self.quotations)

    def is_open(self, match: Match) -> bool:
        """Whether the match is only asked, feared or told as said before."""
        return self.analysis.words[match.last].open

    def found(self, match: Match) -> Found:
        words = self.analysis.words
        return Found(words[match.first].start, words[match.last].end, self.clause(match))

    def whole(self, number: int) -> Found:
        """A clause as a whole, in which no cue stands."""
        part = self.analysis.parts[number]
        return Found(part.start, part.end, number, inferred=True)

    def conditioned(self, number: int) -> bool:
        """Whether an earlier clause of the sentence is a condition."""
        parts = self.analysis.parts
        before = self.analysis.clauses_of[parts[number].sentence]
        return any(parts[n].conditional for n in before if n < number)

    def excepted(self, rule: Rule, match: Match) -> bool:
        """Whether an exception of the rule holds where the match is."""
        exceptions = self._excepted_by(rule)
        words = self.analysis.words
        return bool(exceptions) and any(words[at].clause in exceptions for at in match.words)

    def excepted_clause(self, rule: Rule, number: int) -> bool:
        """Whether an exception of the rule holds in a clause."""
        return number in self._excepted_by(rule)

    def _excepted_by(self, rule: Rule) -> set[int]:
        """The clauses in which an exception of the rule holds."""
        if rule.id not in self._exceptions:
            words = self.analysis.words
            self._exceptions[rule.id] = {
                words[at].clause
                for other in self.matches.get(f"-{rule.id}", ())
                if other.agrees
                for at in other.words
            }
        return self._exceptions[rule.id]

    def slot_kinds(self, sentence: int) -> set[str]:
        """Kinds of figures in a sentence."""
        if self._kinds is None:
            self._kinds = {}
            for slot, clause in zip(self.slots, self.slot_clauses, strict=True):
                place = self.analysis.parts[clause].sentence
                self._kinds.setdefault(place, set()).add(slot.kind)
        return self._kinds.get(sentence, set())

    def named(self, number: int, *kinds: TopicKind) -> list[FoundTopic]:
        """Topics of these kinds in a clause."""
        if self._topics is None:
            self._topics = {}
            for topic in self.topics:
                self._topics.setdefault(topic.clause, []).append(topic)
        here = self._topics.get(number)
        if here is None:
            return []
        return [topic for topic in here if self.topic_kinds[topic.topic] in kinds]

    def content(self, number: int) -> list[Word]:
        """Content words of a clause."""
        part = self.analysis.parts[number]
        return [word for word in self.analysis.words[part.first : part.last] if word.content]

    def sentence_content(self, sentence: int) -> list[Word]:
        return [
            self.analysis.words[at]
            for at in self.analysis.by_sentence[sentence]
            if self.analysis.words[at].content
        ]
