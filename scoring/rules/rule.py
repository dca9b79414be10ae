"""What a rule file says, as frozen values; reading and compiling stay out."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.values import dataclass
from scoring.model import Modality, SlotKind

YesNo = Literal["yes", "no", "any"]
KindName = Literal[
    "cue",
    "question",
    "apology",
    "formula",
    "choice",
    "name",
    "read-back",
    "recap",
    "acknowledge",
    "inform",
    "offer",
    "promise",
    "refuse",
]


@dataclass(frozen=True, slots=True)
class RuleWords:
    """The cues of one language."""

    cues: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    """Found in the same clause, or over the same words, they keep the rule quiet."""


@dataclass(frozen=True, slots=True)
class ExampleWords:
    """Sentences that run as tests."""

    matching: tuple[str, ...]
    near_miss: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    ja: ExampleWords
    en: ExampleWords


@dataclass(frozen=True, slots=True)
class Rule:
    """How one way of doing an act is recognised."""

    id: str
    act: Act
    why: str
    """What it listens for, in a sentence, and where the practice comes from."""
    ja: RuleWords
    en: RuleWords
    kind: KindName = "cue"
    polarity: Literal["same", "other", "any"] = "same"
    """Whether the clause must have the polarity of the cue."""
    subject: tuple[Literal["self", "customer", "other", "none"], ...] = ()
    """Who may act in the clause; empty: anybody."""
    question: YesNo = "any"
    request: YesNo = "any"
    offering: YesNo = "any"
    conditional: YesNo = "any"
    after_condition: YesNo = "any"
    """Whether an earlier clause of the sentence is a condition."""
    past: YesNo = "any"
    quoted: YesNo = "no"
    modality: tuple[Modality, ...] = ()
    needs: tuple[SlotKind, ...] = field(default=(), metadata={"one_or_many": True})
    """At least one of these figures in the sentence."""
    lacks: tuple[SlotKind, ...] = field(default=(), metadata={"one_or_many": True})
    """None of these figures in the sentence."""
    start: bool = False
    """Only at the start of a sentence."""
    alone: bool = False
    """Only where nothing else is said in the sentence."""
    predicate: bool = False
    """In Japanese only where no other content word follows in the clause."""
    bare: bool = False
    """For apologies: without what they are for."""
    examples: Examples | None = None

    def words(self, language: Language) -> RuleWords:
        return self.ja if language == "ja" else self.en
