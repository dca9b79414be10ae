"""What a scenario file says, as frozen values.

A scenario tells only what is special about its customer and case. What every customer does by
nature (heat up, cool, repeat, interrupt, leave) comes from the persona and from the engine;
what every agent must do comes from the handbook. Nothing here reads files or judges replies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, Self

from scenarios.acts import Breach, Duty
from scenarios.complaints import ComplaintType
from scenarios.conditions import Condition, Hears
from scenarios.language import Language, Phrases, Text
from scenarios.values import dataclass

if TYPE_CHECKING:
    from scenarios.problems import Problem
    from scenarios.yaml_source import Node

Channel = Literal["phone", "chat", "email", "visit"]
Heat = Literal["calm", "tense", "hot"]
"""Anger under 40, under 70, and from 70."""
CLOCK_PATTERN = "([01][0-9]|2[0-3]):[0-5][0-9]"
START_PATTERN = f"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) {CLOCK_PATTERN}"
_CLOCK: Mapping[str, object] = {"pattern": CLOCK_PATTERN.replace("[01]", "[01]?"), "clock": True}
"""For a clock time: '9:05' may stand in the file, '09:05' comes out."""
_MOMENT: Mapping[str, object] = {"pattern": START_PATTERN.replace("[01]", "[01]?"), "clock": True}
"""The same with a weekday."""
EVERYDAY_PERSONA = "everyday-customer"
"""The persona of a customer for whom the writer names none."""
Mode = Literal["guided", "practice", "test"]
"""How much is shown during a contact, from most to least."""
Intensity = Literal["mild", "normal", "hard"]
"""How hard the customer is, from least to most."""
Outcome = Literal["good", "fair", "poor"]


class Occasion(StrEnum):
    """Moments at which any customer says something by nature; a persona words them."""

    SILENCE = "silence"
    LONG_SILENCE = "long-silence"
    IGNORED = "ignored"
    """Nothing in the reply was about the matter."""
    ASKED_AGAIN = "asked-again"
    STOCK_PHRASE = "stock-phrase"
    APOLOGY_AGAIN = "apology-again"
    VAGUE = "vague"
    CONTRADICTED = "contradicted"
    BLAMED = "blamed"
    BLAMES_OTHERS = "blames-others"
    """Lays it on a colleague, the carrier or whoever else is not there; need not have words."""
    BRUSHED_OFF = "brushed-off"
    """The rule as the only reason, or sent away."""
    CALM_DOWN = "calm-down"
    INSULTED = "insulted"
    SUSPECTS_FLIGHT = "suspects-flight"
    """A call-back without a time, or an end that came too early."""
    HOLDS_TO_WORD = "holds-to-word"
    """Repeats a time that the agent named; the line may contain {time}."""
    PROMISE_NOT_DONE = "promise-not-done"
    """The agent announced a deed and did not do it."""
    REWARDED_THREAT = "rewarded-threat"
    """Got something for pressing, and now wants more."""
    NOTICED_DEED = "noticed-deed"
    SOFTENED = "softened"
    """The anger has just fallen below the tense mark."""
    ON_HOLD_TOO_LONG = "on-hold-too-long"
    WARNED = "warned"
    INTERRUPTS = "interrupts"
    """Cuts in on a very long spoken reply."""
    LEAVES = "leaves"
    OTHER_LANGUAGE = "other-language"


@dataclass(frozen=True, slots=True)
class Said:
    """What a customer may say at one point: one set of wordings, or one for each heat."""

    any: Phrases | None = None
    """In any mood."""
    calm: Phrases | None = None
    """While the anger is under 40."""
    tense: Phrases | None = None
    """While it is from 40 and under 70."""
    hot: Phrases | None = None
    """From 70."""

    def wordings(self, language: Language, heat: Heat) -> tuple[str, ...]:
        """The wordings for this heat, or the nearest that the writer gave; never empty."""
        order: Mapping[Heat, tuple[Phrases | None, ...]] = {
            "calm": (self.calm, self.any, self.tense, self.hot),
            "tense": (self.tense, self.any, self.hot, self.calm),
            "hot": (self.hot, self.any, self.tense, self.calm),
        }
        return next((p.of(language) for p in order[heat] if p is not None), ())

    def all_wordings(self, language: Language) -> tuple[str, ...]:
        given = (self.any, self.calm, self.tense, self.hot)
        return tuple(line for phrases in given if phrases for line in phrases.of(language))

    @classmethod
    def from_node(cls, node: Node, path: str, problems: list[Problem]) -> Self | None:
        """``{ja: [...], en: [...]}``, or ``{calm: {ja, en}, hot: {ja, en}}``."""
        from scenarios.decode import decode
        from scenarios.yaml_source import Mapping as MappingNode

        by_heat = isinstance(node, MappingNode) and not any(
            key.text in ("ja", "en") for key, _ in node.entries
        )
        if not by_heat:
            phrases = decode(node, Phrases, path, problems)
            return cls(any=phrases) if phrases else None
        heats = decode(node, _SaidByHeat, path, problems)
        return cls(heats.any, heats.calm, heats.tense, heats.hot) if heats else None

    @staticmethod
    def written_as() -> tuple[type, ...]:
        """The blocks that a file may hold for it."""
        return Phrases, _SaidByHeat


@dataclass(frozen=True, slots=True)
class _SaidByHeat:
    any: Phrases | None = None
    """In any mood."""
    calm: Phrases | None = None
    """While the anger is under 40."""
    tense: Phrases | None = None
    """While it is from 40 and under 70."""
    hot: Phrases | None = None
    """From 70."""


# ---------------------------------------------------------------- the customer


@dataclass(frozen=True, slots=True)
class MoodValues:
    """The five hidden values of a customer, each 0-100."""

    anger: int = field(metadata={"min": 0, "max": 100})
    """From 90 on many customers leave."""
    trust: int = field(metadata={"min": 0, "max": 100})
    """Under 10 a customer goes."""
    face: int = field(default=50, metadata={"min": 0, "max": 100})
    """How far the customer feels respected."""
    control: int = field(default=40, metadata={"min": 0, "max": 100})
    """How far the customer knows what happens next."""
    worry: int = field(default=40, metadata={"min": 0, "max": 100})
    """What the customer fears."""


@dataclass(frozen=True, slots=True)
class MoodShift:
    """What a reaction adds to the mood; each -100 to 100."""

    anger: int = field(default=0, metadata={"min": -100, "max": 100})
    """Negative: it calms."""
    trust: int = field(default=0, metadata={"min": -100, "max": 100})
    """Positive: it builds trust."""
    face: int = field(default=0, metadata={"min": -100, "max": 100})
    """Positive: the customer feels respected."""
    control: int = field(default=0, metadata={"min": -100, "max": 100})
    """Positive: it is clear what happens next."""
    worry: int = field(default=0, metadata={"min": -100, "max": 100})
    """Negative: it reassures."""


@dataclass(frozen=True, slots=True)
class Temperament:
    """How a customer takes things; 100 is an average person."""

    heats: int = field(default=100, metadata={"min": 20, "max": 300})
    """Per cent of the usual rise when something heats."""
    cools: int = field(default=100, metadata={"min": 20, "max": 300})
    """Per cent of the usual fall when something cools."""
    patience: int = field(default=8, metadata={"min": 2, "max": 600})
    """Seconds of silence on the phone before the customer speaks up."""
    leaves_at: int = field(default=90, metadata={"min": 50, "max": 100})
    """Anger above this twice in a row, and the customer goes."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Who a customer is, whatever the problem: temperament and voice."""

    id: str
    """The name of the file without its ending."""
    version: int = field(metadata={"min": 1, "max": 1_000_000})
    """Raise it when the customer changes."""
    title: Text = field(metadata={"one_line": True})
    """Whom lists name: 'an impatient caller with a sharp tongue'."""
    temperament: Temperament
    voice: Mapping[Occasion, Said]
    """What this customer says at each occasion, whatever the problem."""


@dataclass(frozen=True, slots=True)
class Customer:
    """The persona in this scenario."""

    name: Text = field(metadata={"one_line": True})
    """What the trainee sees: 'Ms Okamoto'."""
    persona: str = EVERYDAY_PERSONA
    """A file in personas/; left out: an ordinary customer."""
    about: Text = Text("", "")
    """Who this is and what lies behind it; shown after the contact only."""


# ---------------------------------------------------------------- what is listened for


class TopicKind(StrEnum):
    """What naming a topic means for the grade."""

    SITUATION = "situation"
    """A detail of this customer's situation: naming it shows listening."""
    FEELING = "feeling"
    NEED = "need"
    """What really lies behind the demand."""
    QUESTION = "question"
    """Something worth asking: it draws out what is still hidden."""
    STEP = "step"
    """A remedy or service that is open to this customer."""
    FACT = "fact"
    """A true fact of the case."""
    LIMIT = "limit"
    """Something that must be declined; granting it is the ``breach``."""
    UNCERTAIN = "uncertain"
    """An outcome nobody can be certain of; stating it as certain is a breach."""
    FORBIDDEN = "forbidden"
    """Something that must not be stated; saying it is the ``breach``."""
    KNOWN = "known"
    """Something the customer has told already or the record shows; asking again costs."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Ordinary phrases; each is matched by its words and its polarity, not by its letters."""

    ja: tuple[str, ...] = ()
    """As people say it in Japanese."""
    en: tuple[str, ...] = ()
    """As people say it in English."""

    def of(self, language: Language) -> tuple[str, ...]:
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that a reply can be about."""

    kind: TopicKind
    """What naming it means for the grade."""
    name: Text = field(metadata={"one_line": True})
    """How feedback names it: 'that she has waited in since the morning'."""
    cues: Cues
    """Short phrases as different people would say it; two to four words each work best."""
    breach: Breach | None = None
    """For ``limit`` and ``forbidden``."""
    deed: str | None = None
    """For ``step``: the desk action that carries it out."""
    latest: str | None = field(default=None, metadata=_MOMENT)
    """For ``step``: 'Wed 14:00'; promised for later it no longer serves this customer."""
    say: Text | None = None
    """A good wording for it in this case; used when feedback shows what to say instead."""


# ---------------------------------------------------------------- what the customer does


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the customer does when something is heard, done, or has come to pass."""

    hears: tuple[Hears, ...] = field(default=(), metadata={"one_or_many": True})
    """Any of these in the reply; empty means that ``after`` or ``when`` alone decides."""
    after: str | None = None
    """A desk action that has just been carried out."""
    when: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """All must hold."""
    unless: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """None may hold."""
    says: Said | None = None
    """The customer's line."""
    mood: MoodShift = MoodShift()
    """What it does to the mood."""
    goes: str | None = None
    """The stage or ending that follows."""
    tells: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Hidden facts that come out with this line."""
    once: bool = False
    """At most once in a contact."""


@dataclass(frozen=True, slots=True)
class SaidIf:
    """A line of a stage for when something has come to pass: said in place of the usual one."""

    says: Said
    """The customer's line."""
    when: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """All must hold."""
    unless: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """None may hold."""


@dataclass(frozen=True, slots=True)
class HiddenFact:
    """Something the customer does not say unless it is asked for or earned."""

    name: Text = field(metadata={"one_line": True})
    """How the debrief names it."""
    asked_by: tuple[Hears, ...] = field(default=(), metadata={"one_or_many": True})
    """Any of these in a reply brings it out."""
    earned_by: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """All must hold."""
    says: Said | None = None
    """The line with which it comes out."""


@dataclass(frozen=True, slots=True)
class OutsideEvent:
    """Something that happens to the customer: the doorbell."""

    turns: tuple[int, ...] = field(metadata={"not_empty": True, "min": 1, "max": 99})
    """The seed picks one of these turns of the agent, counted from 1."""
    says: Said
    """The customer's line."""
    when: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """All must hold."""
    unless: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """None may hold."""
    goes: str | None = None
    """The stage or ending that follows."""
    mood: MoodShift = MoodShift()
    """What it does to the mood."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of the contact with its own lines and ways out."""

    opens: Said
    """What the customer says on entering it."""
    opens_if: tuple[SaidIf, ...] = ()
    """What is said on entering it instead, where what ``opens`` asks has been answered: the first
    that fits."""
    again: Said | None = None
    """What the customer says when the reply gave no reason to move on; left out: asks what
    happens next."""
    again_if: tuple[SaidIf, ...] = ()
    """The same for ``again``: whoever has been told the time does not ask for it once more."""
    channel: Channel | None = None
    """Where it differs from the scenario's: an e-mail that leads to a call."""
    duties: tuple[Duty, ...] = ()
    """What the handbook asks for in this stage."""
    hint: Text | None = None
    """The coach's hint in guided mode."""
    expects: tuple[str, ...] = ()
    """Topics that fit this moment best; empty means all."""
    first: tuple[str, ...] = ()
    """Topics of which one has to be named before anything else, such as what to do where something
    is on fire; a reply is held down while none has been named in the contact, and no identity check
    is due."""
    reactions: tuple[Reaction, ...] = ()
    """What the customer does here, in this order; the first that fits is taken."""
    starts: str | None = field(default=None, metadata=_MOMENT)
    """'Wed 14:20': the story's clock on entering, where time has passed."""
    role: Text | None = None
    """Who the trainee is from here on, where that changes: after a hand-over the same person plays
    the colleague who takes over, and has only what the summary says."""
    abusive: bool = False
    """The customer insults or threatens here: from now on a boundary, a warning and an end by
    the procedure are fitting."""

    def spoken(self) -> list[Said]:
        """Every line of its own, whenever it is said."""
        lines = [line.says for line in (*self.opens_if, *self.again_if)]
        return [self.opens, *([self.again] if self.again else ()), *lines]


EndingKind = Literal[
    "resolved", "calm", "left-angry", "abandoned", "handed-over", "ended-by-procedure"
]
EndingBy = Literal["goes", "close", "leave", "abandon", "hand-over", "procedure"]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a contact comes out. The first in the file whose ``by`` and ``when`` fit is taken."""

    title: Text = field(metadata={"one_line": True})
    """How the debrief names it."""
    kind: EndingKind
    """What sort of end it is."""
    by: EndingBy
    """``goes``: only where a reaction leads to it; ``close``: the agent closes the contact;
    ``leave``: the customer goes in anger; ``abandon``: silence or an unfinished end;
    ``hand-over``: passed to the supervisor; ``procedure``: ended in the announced steps."""
    outcome: Outcome
    """What it counts as."""
    note: Text
    """What this ending means, shown in the debrief."""
    says: Said | None = None
    """The customer's last line."""
    when: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """All must hold for it to be taken."""


# ---------------------------------------------------------------- the desk


@dataclass(frozen=True, slots=True)
class DeskRule:
    """What one action does in this case; actions without a rule give their usual answer."""

    answer: Text
    """What the desk shows."""
    when: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """Must hold before the action works; otherwise ``not_yet`` is shown."""
    not_yet: Text | None = None
    """What the desk shows while 'when' does not hold."""
    seconds: int = field(default=20, metadata={"min": 0, "max": 86400})
    """How long it takes on the story's clock."""
    fits: bool = True
    """False: it can be done, but this case does not call for it."""
    breach: Breach | None = None
    """Doing it breaks this rule."""
    latest: str | None = field(default=None, metadata=_CLOCK)
    """For call-backs: the last clock time that still serves, '13:30'."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A row of the order record."""

    label: Text = field(metadata={"one_line": True})
    """What the row is about."""
    value: Text
    """What it says."""
    when: tuple[Condition, ...] = field(default=(), metadata={"one_or_many": True})
    """Hidden until these hold."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whether this contact needs an identity check and what the customer states when asked."""

    needed: bool
    """True: the order opens only after a check."""
    states: Phrases | None = None
    """The line with which the customer gives the items."""
    accepts: tuple[str, ...] = field(default=(), metadata={"one_line": True})
    """What may be typed at the desk to match: order number, postcode, phone, name."""
    anybody: tuple[str, ...] = ()
    """Topics of kind ``fact`` that are on no record and that anybody may hear before the check: how long a
    lock lasts."""


# ---------------------------------------------------------------- how it is judged


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing that must be so when the contact ends."""

    name: Text = field(metadata={"one_line": True})
    """How the scorecard names it."""
    any_of: tuple[Condition, ...] = field(metadata={"one_or_many": True, "not_empty": True})
    """Any of these reaches it."""
    points: int = field(default=1, metadata={"min": 1, "max": 5})
    """How much it weighs beside the other goals."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something the customer asks for explicitly; it must be answered, granted or not."""

    name: Text = field(metadata={"one_line": True})
    """How the scorecard names it."""
    answered_by: tuple[str, ...] = field(metadata={"not_empty": True})
    """Topics; naming one of them in a clause of one's own answers it."""


@dataclass(frozen=True, slots=True)
class NoteItem:
    """What a field of the case note should hold; any cue of any listed topic will do."""

    field: Literal["happened", "wish", "facts", "promise", "who", "when"]
    """The field of the case note."""
    topics: tuple[str, ...] = ()
    """Naming any of these in the field will do."""
    cues: Cues = Cues()
    """Further phrases that will do."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One exercise, complete in both languages.

    Only the first eight keys have to be there. What a writer leaves out is filled in by
    ``defaults.complete`` when the file is loaded, so whoever plays or grades finds all of it.
    """

    id: str = field(metadata={"identifier": True})
    """The name of the folder: small letters, digits and hyphens."""
    title: Text = field(metadata={"one_line": True})
    """What lists show; it gives nothing away."""
    type: ComplaintType
    """What the contact is about."""
    channel: Channel
    """How the customer gets in touch."""
    briefing: Text
    """All that the trainee has to know: amounts, times, stock, what may be done."""
    customer: Customer
    """Who gets in touch."""
    topics: Mapping[str, Topic] = field(metadata={"not_empty": True})
    """What a reply can be about: what is worth hearing, and what must not be said."""
    stages: Mapping[str, Stage] = field(metadata={"not_empty": True})
    """The phases of the contact; one is enough."""
    schema: int = 1
    """The version of this format."""
    version: int = field(default=1, metadata={"min": 1, "max": 1_000_000})
    """Raise it when the scenario changes."""
    summary: Text = Text("", "")
    """One or two sentences for the list of scenarios; left out: the first of the briefing."""
    difficulty: int = field(default=2, metadata={"min": 1, "max": 5})
    """1 is easy, 5 is hard."""
    skills: tuple[str, ...] = field(default=(), metadata={"one_line": True})
    """What can be practised here, as short names."""
    starts: str = field(default="Mon 10:00", metadata=_MOMENT)
    """'Wed 12:50': weekday and clock time of the shop when the contact starts."""
    mood: MoodValues = MoodValues(anger=55, trust=40)
    """How the customer feels at the start."""
    identity: Identity = Identity(needed=False)
    """Whether the caller has to be checked first."""
    record: tuple[RecordRow, ...] = ()
    """The order record at the desk."""
    hidden: Mapping[str, HiddenFact] = field(default_factory=dict)
    """What the customer does not say unless asked."""
    first_stage: str = ""
    """Left out: the first in the file."""
    endings: Mapping[str, Ending] = field(default_factory=dict)
    """Ways out that the file does not name get a general ending."""
    desk: Mapping[str, DeskRule] = field(default_factory=dict)
    """What desk actions do in this case."""
    goals: tuple[Goal, ...] = ()
    """Left out: one of the steps was put to the customer, and its deed was done."""
    wishes: tuple[Wish, ...] = ()
    """Left out: one wish, answered by any step or limit."""
    note: tuple[NoteItem, ...] = ()
    """Left out: the six fields, held against the topics."""
    clauses: tuple[str, ...] = ()
    """Handbook clauses at stake; left out: those that hold always, and those of the topics."""
    events: Mapping[str, OutsideEvent] = field(default_factory=dict)
    """What happens to the customer from outside: the doorbell."""
    reactions: tuple[Reaction, ...] = ()
    """Reactions in every stage, tried after the stage's own."""
    amounts: tuple[int, ...] = field(default=(), metadata={"min": 0, "max": 999_999_999})
    """Sums in yen that are true of this case; granting another sum is checked against these."""
    times: tuple[str, ...] = field(default=(), metadata=_CLOCK)
    """Clock times that are facts of this case, 'HH:MM'."""
    weights: Mapping[str, int] = field(default_factory=dict, metadata={"min": 0, "max": 1000})
    """Criterion id to weight, where this case stresses something else than the rubric."""

    def abusive_at(self, stage: str | None) -> bool:
        """Whether the customer insults or threatens at that stage."""
        return stage is not None and self.stages[stage].abusive


# ---------------------------------------------------------------- shop, handbook, exemplars


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered rule of the handbook."""

    id: str
    """The name by which scenarios cite it."""
    number: str = field(metadata={"one_line": True})
    """How people cite it: '2.4'."""
    title: Text = field(metadata={"one_line": True})
    """The rule in a few words."""
    text: Text
    """The rule itself."""
    why: Text
    """The reason, as one would tell it to a new colleague."""
    source: str
    """Where the rule comes from: a law, a standard, the shop."""
    severity: Literal["fatal", "cap", "major", "minor"]
    """What breaking it does to the grade."""
    breach: Breach | None = None
    """The breach that it forbids."""
    duty: Duty | None = None
    """The duty that it asks for."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """The rules of the shop, one version."""

    id: str
    """The name of these rules."""
    version: int = field(metadata={"min": 1, "max": 1_000_000})
    """Raise it when a rule changes."""
    title: Text = field(metadata={"one_line": True})
    """The name that people see."""
    clauses: tuple[Clause, ...] = field(metadata={"not_empty": True})
    """The rules in their order."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One thing to fill in for an action."""

    kind: Literal["time", "text", "seconds", "yen", "choice"]
    """What is typed in."""
    label: Text = field(metadata={"one_line": True})
    """What the blank is called."""
    optional: bool = False
    """True: it may stay empty."""
    choices: tuple[str, ...] = ()
    """For a choice: the words to choose from."""


@dataclass(frozen=True, slots=True)
class ActionKind:
    """An action of the desk, the same in every scenario."""

    title: Text = field(metadata={"one_line": True})
    """The name of the button."""
    help: Text
    """What it does and when it is right."""
    usual: Text
    """What the desk answers where the scenario has no rule for it."""
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    """The blanks to fill in."""
    costly: bool = False
    """Gives money or goods away: counts where the case does not call for it."""
    key: str = ""
    """The key that chooses it at the desk: one letter or digit."""


@dataclass(frozen=True, slots=True)
class Shop:
    """The fictional shop: name, people, what the desk can do."""

    name: Text = field(metadata={"one_line": True})
    """The name of the shop."""
    supervisor: Text = field(metadata={"one_line": True})
    """Whom contacts are handed over to."""
    agent_coupon_limit: int = field(metadata={"min": 0})
    """Yen of goodwill that an agent may give."""
    actions: Mapping[str, ActionKind] = field(metadata={"not_empty": True})
    """What can be done at the desk."""


@dataclass(frozen=True, slots=True)
class ExemplarStep:
    """One move of the trainee; exactly one of the fields is given."""

    reply: str | None = None
    """What the trainee says."""
    action: str | None = None
    """What the trainee does at the desk."""
    args: Mapping[str, str] = field(default_factory=dict)
    """What is filled in for the action."""
    wait: int | None = None
    """Seconds of silence."""
    note: Mapping[str, str] | None = None
    """The case note, by its fields."""
    end: bool = False
    """Closes the contact."""


_RANGE: Mapping[str, object] = {"form": "[75, 100]"}


@dataclass(frozen=True, slots=True)
class Band:
    """Where the scorecard of an exemplar must land; scores 0-100, both ends included."""

    total: tuple[int, ...] = field(metadata=_RANGE)
    """The lowest and the highest total."""
    passed: bool
    """Whether it passes."""
    endings: tuple[str, ...] = field(metadata={"not_empty": True})
    """The endings it may come to."""
    gate: Breach | None = None
    """A breach that must have been found."""
    empathy: tuple[int, ...] = field(default=(), metadata=_RANGE)
    """The lowest and the highest score of this dimension."""
    policy: tuple[int, ...] = field(default=(), metadata=_RANGE)
    """The lowest and the highest score of this dimension."""
    resolution: tuple[int, ...] = field(default=(), metadata=_RANGE)
    """The lowest and the highest score of this dimension."""


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A model conversation: the trainee's side, and the band it must score."""

    scenario: str
    """The id of the scenario."""
    language: Language
    """The language it is played in; the file's name begins with it."""
    kind: Literal["good", "other-good", "poor", "rude", "gaming"]
    """What sort of conversation it is."""
    seed: int
    """Decides which of several wordings the customer uses."""
    title: Text = field(metadata={"one_line": True})
    """What goes well or badly in it."""
    steps: tuple[ExemplarStep, ...] = field(metadata={"not_empty": True})
    """The moves in their order."""
    band: Band
    """Where the scorecard has to land."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything that is written, loaded and checked."""

    scenarios: Mapping[str, Scenario]
    personas: Mapping[str, Persona]
    handbook: Handbook
    shop: Shop
    digests: Mapping[str, str]
    """sha256 of each scenario's file with its persona's, by scenario id."""
    handbooks: Mapping[str, Handbook] = field(default_factory=dict)
    """By scenario id: a pack may bring its own; see ``handbook_of``."""
    shops: Mapping[str, Shop] = field(default_factory=dict)

    def handbook_of(self, scenario_id: str) -> Handbook:
        """The rules that this scenario cites."""
        return self.handbooks.get(scenario_id, self.handbook)

    def shop_of(self, scenario_id: str) -> Shop:
        return self.shops.get(scenario_id, self.shop)
