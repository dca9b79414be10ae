"""The values that pass between reader, rules, rubric, grade and the customer.

A reply is read once into a ``Reading``; the customer reacts to it and the scorecard cites it,
so the two can never have heard different things. Spans count characters of the reply as typed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Final, Literal

from scenarios.acts import Act, Breach
from scenarios.language import Language, Text
from scenarios.model import Scenario
from scenarios.values import dataclass

Modality = Literal["can", "cannot", "will", "will-not", "might", "would", "must", "plain"]
Dimension = Literal["empathy", "policy", "resolution"]
Vouches = Literal["nothing", "hopes", "swears"]
DIMENSIONS: tuple[Dimension, ...] = ("empathy", "policy", "resolution")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of the reply as typed; in order of the text."""

    start: int
    end: int

    @property
    def place(self) -> tuple[int, int]:
        """The span to sort by, where many are sorted."""
        return self.start, self.end

    def overlaps(self, other: Span) -> bool:
        """Whether they have a character in common."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other one lies within it."""
        return self.start <= other.start and other.end <= self.end

    def __lt__(self, other: Span) -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the reply that says one thing."""

    span: Span
    text: str
    negated: bool
    modality: Modality
    question: bool
    quoted: bool
    """Inside quotation marks, or reported as somebody's words."""
    conditional: bool
    echo: float
    """0-1: share of its content words taken over from the customer's last words."""
    recited: bool = False
    """Text of the handbook taken over word for word."""
    repeated: bool = False
    """Says again what an earlier clause of the same reply said."""
    salad: bool = False
    """Words strung together without a predicate."""
    signs: tuple[str, ...] = dataclasses.field(default=(), repr=False)
    """What the learned ledger looks at (see ``scoring.learned.signs``)."""
    own_words: int = 0
    """Words of one's own to this customer: none in what is quoted, recited, echoed or listed."""
    request: bool = False
    """Asks the customer to do something, be it as a question ("could you…", 〜ていただけますか)."""


SlotKind = Literal[
    "clock", "day", "date", "duration", "amount", "number", "person", "order", "email", "phone"
]


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure or a name in the reply, normalised."""

    kind: SlotKind
    value: str
    """clock 'HH:MM', day 'thu' or '+1', date 'MM-DD', duration in minutes, amount in yen,
    person as in the scenario or as the trainee gave it."""
    span: Span
    clause: int
    in_case: bool
    """Agrees with a fact of the scenario."""


@dataclass(frozen=True, slots=True)
class FoundAct:
    """A dialogue act with the words that show it."""

    act: Act
    span: Span
    clause: int
    rule: str
    """Id of the rule that found it."""
    about: tuple[str, ...] = ()
    """Topics named in the same clause, or in the clauses it is tied to; sorted."""
    inferred: bool = False
    """Shown by the form of the clause or by what it is about, not by a cue."""


@dataclass(frozen=True, slots=True)
class FoundTopic:
    """A topic of the scenario, named in the reply."""

    topic: str
    span: Span
    clause: int
    affirmed: bool
    """False where the clause denies it or declines it."""
    own_words: bool
    """False where the clause only echoes the customer or quotes."""
    asserted: bool = True
    """False where it is only asked, feared or told as said before; such a one is no longer among the
    topics of a reading, but acts are still about it."""
    late: bool = False
    """A step promised for a time at which it no longer serves; then it is not affirmed."""
    inferred: bool = False
    """No cue shows it: the sentence is nearest to this topic (see ``scoring.near``)."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What the reply is made of, each 0-1 of its content words."""

    echo: float
    recital: float
    stuffing: float
    other_language: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reply was understood to say."""

    text: str
    language: Language
    clauses: tuple[Clause, ...]
    acts: tuple[FoundAct, ...]
    topics: tuple[FoundTopic, ...]
    slots: tuple[Slot, ...]
    shares: Shares
    words: int
    """Content words in all."""
    politeness: Literal["formal", "polite", "mixed", "plain", "none"]
    """Japanese: sentence endings and honorifics; English: courtesy and register."""
    asked: tuple[str, ...] = ()
    """Topics of the question that the customer had asked last."""
    tone: Literal["kind", "plain", "cold"] = "plain"
    """How the whole of it reaches the customer (see ``reply.felt``)."""
    vouches: Vouches = "nothing"
    """As it reaches the customer: whether it promises what nobody can be certain of, or hopes for it as good
    as settled."""

    def span_of(self, numbers: Sequence[int]) -> Span:
        """From the first to the last of these clauses."""
        return Span(self.clauses[numbers[0]].span.start, self.clauses[numbers[-1]].span.end)

    def has(self, act: Act) -> bool:
        return any(found.act == act for found in self.acts)


_LINES_BETWEEN: Final = 2
"""Lines of the customer between two replies, at most."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The point in a contact at which a reply is given; all that a judge of it may know."""

    scenario: Scenario
    language: Language
    stage: str | None
    """None where it could not be told from the context."""
    turn: int
    """Number of this reply, from 1."""
    customer_said: tuple[str, ...]
    """Everything the customer has said so far, newest last."""
    agent_said: tuple[str, ...] = ()
    agent: str | None = None
    """The name by which the agent has introduced themselves in an earlier reply."""
    named: frozenset[str] = frozenset()
    """Topics that earlier replies have put into words of their own, or asked about."""
    identity_checked: bool = False
    identity_stated: bool = False
    """The customer has told the items; nobody may have matched them at the desk yet."""
    told: frozenset[str] = frozenset()
    """Hidden facts that have come out."""
    done: frozenset[str] = frozenset()
    """Desk actions carried out so far, among them those since the customer last spoke."""
    clock: int | None = None
    """Minutes since midnight."""
    abuse: bool = False
    """The customer has insulted or threatened."""
    handover_due: bool = False
    """The supervisor has been asked for twice, or a threat or a demand calls for it."""

    @property
    def just_said(self) -> tuple[str, ...]:
        """The lines that the customer may have said since the last reply."""
        return self.customer_said[-_LINES_BETWEEN:]

    @property
    def call_agreed(self) -> bool:
        """Whether a call to this customer stands in the diary, with its time and who will make it."""
        return "book-callback" in self.done


# ---------------------------------------------------------------- results


class Level(StrEnum):
    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NO_OCCASION = "no-occasion"
    """Leaves the denominator."""
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the ledger: what was seen where, and what it earned or cost."""

    rule: str
    criterion: str
    dimension: Dimension
    turn: int
    """Number of the reply; 0 for findings about the whole contact or its note."""
    span: Span | None
    points: int
    """Points of the dimension that it earned (over 0) or cost (under 0)."""
    message: Text
    """What was seen and why it matters."""
    clause: str | None = None
    """Handbook clause id."""
    better: Text | None = None
    """Words that the trainee could say at this moment, from the scenario's data."""
    advice: Text | None = None
    """What to do instead, where the data have no words for this moment; not for saying."""
    breach: Breach | None = None


@dataclass(frozen=True, slots=True)
class CriterionResult:
    criterion: str
    dimension: Dimension
    level: Level
    points: int
    out_of: int
    """0 where there was no occasion."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyGrade:
    """The grade of one reply at one moment."""

    scores: Mapping[Dimension, int | None]
    """0-100 each; None: cannot tell."""
    criteria: tuple[CriterionResult, ...]
    breaches: tuple[Breach, ...]
    findings: tuple[Finding, ...]
    reading: Reading
    harmful: tuple[int, ...] = ()
    """The clauses in which breaches were heard."""
    said_in: Mapping[Breach, int] = dataclasses.field(default_factory=dict)
    """The clause that commits each breach."""

    def score(self, dimension: Dimension) -> int | None:
        return self.scores[dimension]

    def told_breaches(self) -> Iterator[tuple[Breach, Finding]]:
        """What was found of its breaches, told of in policy, which every one of them lowers."""
        for result in self.criteria:
            for found in result.findings:
                if found.breach is not None and found.dimension == "policy":
                    yield found.breach, found


@dataclass(frozen=True, slots=True)
class GateResult:
    """A gate that fell: it stands beside the total and is never averaged into it."""

    gate: str
    effect: Literal["fail", "cap"]
    cap: int | None
    turn: int
    span: Span | None
    breach: Breach
    message: Text
    clause: str | None


@dataclass(frozen=True, slots=True)
class PlayedTurn:
    """One reply in its moment, for the grading of a whole session."""

    moment: Moment
    reply: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class CaseEnd:
    """How the case stood when the contact ended."""

    ending: str | None
    """None: stopped by the trainee, or still open."""
    outcome: Literal["good", "fair", "poor", "stopped"]
    goals_met: tuple[bool, ...]
    """One for each goal of the scenario."""
    done: tuple[tuple[str, Mapping[str, str], int], ...]
    """Desk actions in order: name, arguments, number of the reply that preceded them."""
    note: Mapping[str, str] | None
    """The case note as filed; None: not filed."""
    needless_costs: tuple[str, ...] = ()
    hung_up: bool = False
    """The agent cut the contact off without grounds or without the announced steps."""
    open_promises: tuple[tuple[int, str], ...] = ()
    """Reply number and 'call-back' or desk action of what was announced in words and neither
    done nor booked."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Everything a score depends on besides the session itself."""

    rubric: str
    rules: str
    handbook: str
    scenario: str
    engine: str
    unicode: str


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The result for one session."""

    scores: Mapping[Dimension, int | None]
    total: int | None
    passed: bool
    why: tuple[Text, ...]
    """Why it is a pass or not, most important first."""
    gates: tuple[GateResult, ...]
    criteria: tuple[CriterionResult, ...]
    turns: tuple[ReplyGrade, ...]
    practise_next: Text | None
    """The one thing to practise next, and in ``practise_turn`` where it was missed."""
    practise_turn: int | None
    strengths: tuple[Finding, ...]
    versions: Versions
    extra: Mapping[str, str] = field(default_factory=dict)
