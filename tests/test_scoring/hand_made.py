"""A tiny case and a kit that makes readings by hand, so that grading is tested without a reader."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from scenarios.acts import Act, Breach, Duty
from scenarios.complaints import ComplaintType
from scenarios.conditions import Condition
from scenarios.language import Phrases, Text
from scenarios.model import (
    ActionKind,
    Cues,
    Customer,
    DeskRule,
    Goal,
    Handbook,
    HiddenFact,
    Identity,
    MoodValues,
    NoteItem,
    Said,
    Scenario,
    Shop,
    Stage,
    Topic,
    TopicKind,
    Wish,
)
from scenarios.model import (
    Clause as HandbookClause,
)
from scoring.model import (
    CaseEnd,
    Clause,
    FoundAct,
    FoundTopic,
    Moment,
    Reading,
    Shares,
    Slot,
    Span,
    Versions,
)

NO_SHARES = Shares(0.0, 0.0, 0.0, 0.0)


def both(text: str) -> Text:
    return Text(text, text)


def lines(*texts: str) -> Said:
    return Said(any=Phrases(texts, texts))


def topic(kind: TopicKind, name: str, cue: str, **more: Any) -> Topic:
    return Topic(kind, both(name), Cues((cue,), (cue,)), **more)


SCENARIO = Scenario(
    schema=1,
    id="tiny",
    version=1,
    title=both("Tiny"),
    summary=both("A parcel that is waited for"),
    type=ComplaintType.DELIVERY_LATE,
    channel="phone",
    difficulty=1,
    skills=("acknowledge-first",),
    starts="Wed 12:50",
    briefing=both("…"),
    customer=Customer(both("Ms Okamoto"), "anybody", both("…")),
    mood=MoodValues(60, 40),
    identity=Identity(needed=True),
    record=(),
    topics={
        "morning": topic(
            TopicKind.SITUATION,
            "that she waited all morning",
            "all morning",
            say=Text("朝からお待たせしております。", "You have been in since the morning."),
        ),
        "worn": topic(TopicKind.FEELING, "that the waiting is wearing", "wearing"),
        "leaves": topic(TopicKind.NEED, "that she leaves at two", "before two"),
        "need-by": topic(TopicKind.QUESTION, "by when she needs it", "by when"),
        "depot": topic(
            TopicKind.STEP,
            "asking the depot",
            "ask the depot",
            deed="ask-carrier",
            say=Text("営業所に確認いたします。", "I'll ask the depot."),
        ),
        "plan-b": topic(TopicKind.STEP, "a delivery tonight", "bring it tonight"),
        "boss": topic(TopicKind.STEP, "the supervisor", "the supervisor", deed="hand-over"),
        "window": topic(TopicKind.FACT, "the window", "twelve to two"),
        "arrival": topic(TopicKind.UNCERTAIN, "when it arrives", "will arrive"),
        "free-goods": topic(
            TopicKind.LIMIT, "the goods for free", "for free", breach=Breach.BEYOND_AUTHORITY
        ),
        "address": topic(
            TopicKind.LIMIT, "the neighbour's address", "address", breach=Breach.THIRD_PARTY_DATA
        ),
        "healing": topic(
            TopicKind.FORBIDDEN, "that it heals", "heals", breach=Breach.FALSE_STATEMENT
        ),
        "slot-again": topic(TopicKind.KNOWN, "the slot she chose", "which slot"),
    },
    hidden={
        "two": HiddenFact(both("she leaves at two"), says=lines("I leave at two o'clock sharp."))
    },
    first_stage="opening",
    stages={
        "opening": Stage(
            opens=lines("My parcel still isn't here! What is going on?"),
            duties=(Duty.VERIFY_IDENTITY,),
            hint=Text("まず受け止めます。", "Take it in first."),
        ),
        "waiting": Stage(
            opens=lines("I have been sitting at home since the morning, you know."),
            again=lines("So where is it now?"),
            duties=(Duty.TIME_AND_OWNER, Duty.READ_BACK),
        ),
        "boss": Stage(
            opens=lines("Put your supervisor on. I will report you."),
            starts="Wed 14:20",
        ),
    },
    endings={},
    desk={"arrange-refund": DeskRule(both("done"), fits=False, breach=Breach.BEYOND_AUTHORITY)},
    goals=(
        Goal(both("the depot was asked"), (Condition.parse("done ask-carrier"),), points=2),
        Goal(both("identity checked"), (Condition.parse("identity checked"),)),
    ),
    wishes=(Wish(both("where the parcel is"), ("depot", "window")),),
    note=(
        NoteItem("happened", topics=("morning",)),
        NoteItem("who", cues=Cues(("佐伯",), ("Saeki",))),
    ),
    clauses=("apology-with-object", "no-certainty"),
    amounts=(550,),
)

SHOP = Shop(
    both("Komorebi"),
    Text("森", "Mori"),
    1000,
    {
        name: ActionKind(both(name), both(name), both(name), costly=name == "arrange-refund")
        for name in ("ask-carrier", "book-callback", "hand-over", "arrange-refund")
    },
)

HANDBOOK = Handbook(
    "tiny",
    1,
    both("Handbook"),
    (HandbookClause("no-blame", "3.1", both("t"), both("x"), both("w"), "s", "cap"),),
)

VERSIONS = Versions("r", "u", "h", "s", "e", "15")


@dataclass(frozen=True)
class Part:
    """One clause of a hand-made reading."""

    text: str
    acts: tuple[Act, ...] = ()
    topics: tuple[str, ...] = ()
    """A leading ``-`` marks a topic that is declined."""
    slots: tuple[tuple[str, str, bool], ...] = ()
    flags: dict[str, Any] = field(default_factory=dict)


def part(
    text: str,
    *acts: Act,
    about: tuple[str, ...] = (),
    slots: tuple[tuple[str, str, bool], ...] = (),
    **flags: Any,
) -> Part:
    return Part(text, acts, about, slots, flags)


@dataclass(frozen=True)
class Kit:
    """Makes moments and readings of the tiny case."""

    scenario: Scenario = SCENARIO
    shop: Shop = SHOP
    handbook: Handbook = HANDBOOK
    versions: Versions = VERSIONS

    def moment(self, stage: str | None = "waiting", turn: int = 1, **more: Any) -> Moment:
        values: dict[str, Any] = {"identity_checked": True, **more}
        return Moment(self.scenario, "en", stage, turn, ("My parcel still isn't here!",), **values)

    def read(self, *parts: Part, politeness: Any = "polite", **more: Any) -> Reading:
        text, clauses, acts, topics, slots = "", [], [], [], []
        for number, piece in enumerate(parts):
            span = Span(len(text), len(text) + len(piece.text))
            text += piece.text + " "
            flags = {
                "negated": False,
                "modality": "plain",
                "question": False,
                "quoted": False,
                "conditional": False,
                "echo": 0.0,
                **piece.flags,
            }
            clauses.append(Clause(span, piece.text, **flags))
            names = tuple(sorted(t.lstrip("-") for t in piece.topics))
            acts += [FoundAct(a, span, number, f"hand-{a.value}", names) for a in piece.acts]
            own = flags["echo"] < 0.8
            topics += [
                FoundTopic(t.lstrip("-"), span, number, not t.startswith("-"), own)
                for t in piece.topics
            ]
            slots += [Slot(k, v, span, number, case) for k, v, case in piece.slots]  # type: ignore[arg-type]
        words = more.pop("words", sum(len(p.text.split()) for p in parts))
        shares = more.pop("shares", NO_SHARES)
        return Reading(
            text,
            "en",
            tuple(clauses),
            tuple(acts),
            tuple(topics),
            tuple(slots),
            shares,
            words,
            politeness,
        )

    def with_scenario(self, **changes: Any) -> Kit:
        return Kit(replace(self.scenario, **changes), self.shop, self.handbook, self.versions)


GOOD = (
    part("You've been in since the morning.", Act.ACKNOWLEDGE, about=("morning",)),
    part("I'm sorry you've been kept waiting.", Act.APOLOGISE, about=("morning",)),
    part("That must be wearing.", Act.EMPATHISE, about=("worn",)),
    part("I'll ask the depot now.", Act.CHECK, Act.PROMISE, Act.OWN, about=("depot",)),
    part(
        "I'm Saeki and I'll ring you by five past one.",
        Act.CALL_BACK,
        Act.INTRODUCE,
        slots=(("clock", "13:05", False), ("person", "Saeki", False)),
    ),
    part("By when do you need it?", Act.ASK, about=("need-by",), question=True),
)


CLOSED = CaseEnd(
    ending="resolved",
    outcome="good",
    goals_met=(True, True),
    done=(
        ("verify-identity", {}, 1),
        ("ask-carrier", {}, 1),
        ("book-callback", {"time": "13:05"}, 1),
    ),
    note={"happened": "waited all morning", "who": "Saeki"},
)
"""A contact in which everything was done."""
KIT = Kit()
