"""What the customer remembers of the agent's words: times, sums, names, and what was announced.

Remembering is all that happens here. What a kept or a broken word does to the mood stands in
``causes``, and whether words and deeds agree in the end is judged by the scorer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.model import Scenario, TopicKind
from scenarios.week import clock_of, minutes_of
from simulator.engine.clock import minutes_ahead, minutes_until
from simulator.engine.hear import is_mute, meant
from simulator.engine.holds import all_hold
from simulator.engine.state import Commitment, CommitmentKind, Deed, State

if TYPE_CHECKING:
    from scoring.model import FoundAct, Reading, Slot

CHECK_PATIENCE: Final = 2
"""Replies after which a customer asks what became of an announced check."""
LATE: Final = 10
"""Minutes by which a call may come later than promised."""

_FOR_LATER: Final = ("book-callback", "ring-customer")
"""Deeds that nobody expects to be done while they are talked about."""
_KINDS: Final[dict[Act, CommitmentKind]] = {
    Act.CALL_BACK: "call-back",
    Act.PROMISE: "promise",
    Act.CHECK: "check",
}


def commitments_in(reading: Reading, state: State, scenario: Scenario) -> tuple[Commitment, ...]:
    """What this reply commits the agent to, in the order of the reply, each thing once."""
    if is_mute(reading):
        return ()
    acts = [f for f in reading.acts if f.act in _KINDS and meant(reading, f.clause)]
    result: list[Commitment] = []
    for found in acts:
        commitment = _commitment(found, _slots(found, acts, reading), state, scenario)
        if commitment is not None and not any(_same(commitment, known) for known in result):
            result.append(commitment)
    return tuple(result)


def _commitment(
    found: FoundAct, slots: tuple[Slot, ...], state: State, scenario: Scenario
) -> Commitment | None:
    kind = _KINDS[found.act]
    topic, deed = _deed(found, scenario)
    clock = _clock(slots, state)
    if (kind == "check" and deed is None) or (kind == "promise" and deed is None and clock is None):
        return None
    return Commitment(
        kind=kind,
        turn=state.turn,
        deed=deed,
        topic=topic,
        clock=clock,
        amount=_first_number(slots, "amount"),
        person=_person(slots, scenario),
        kept=True if deed is not None and state.was_done(deed) else None,
    )


def _deed(found: FoundAct, scenario: Scenario) -> tuple[str | None, str | None]:
    for name in found.about:
        topic = scenario.topics.get(name)
        if topic is not None and topic.deed is not None:
            return name, topic.deed
    return (found.about[0] if found.about else None), None


def _slots(found: FoundAct, acts: list[FoundAct], reading: Reading) -> tuple[Slot, ...]:
    """Figures of the act's own clause, or of the whole reply where it commits to one thing, the
    nearest to it first."""
    own = [s for s in reading.slots if s.clause == found.clause]
    figures = any(s.kind in ("clock", "duration", "amount") for s in own)
    alone = len({f.clause for f in acts}) == 1
    if alone and not figures:
        own = [s for s in reading.slots if meant(reading, s.clause)]
    # "Check it at 9 and ring you by 9:30": the hour of the call stands next to it.
    return tuple(sorted(own, key=lambda s: abs(s.span.start - found.span.start)))


def _clock(slots: tuple[Slot, ...], state: State) -> int | None:
    for slot in slots:
        if slot.kind == "clock":
            return minutes_of(slot.value)
    minutes = _first_number(slots, "duration")
    return None if minutes is None else (state.clock + minutes) % 1440


def _person(slots: tuple[Slot, ...], scenario: Scenario) -> str | None:
    """Who is named; the customer is no owner of a promise."""
    name = scenario.customer.name
    customer = f"{name.ja} {name.en}".casefold()
    named = (s.value for s in slots if s.kind == "person")
    return next((person for person in named if person.casefold() not in customer), None)


def _first_number(slots: tuple[Slot, ...], kind: str) -> int | None:
    values = (s.value for s in slots if s.kind == kind and s.value.isdecimal())
    return next((int(value[:9]) for value in values), None)


def _same(one: Commitment, other: Commitment) -> bool:
    # "I'll call you back" is often found as a promise as well: one thing said once.
    same_words = one.kind == other.kind or {one.kind, other.kind} == {"promise", "call-back"}
    return same_words and one.deed == other.deed and one.clock == other.clock


def agent_name(reading: Reading, scenario: Scenario) -> str | None:
    """The name with which the agent introduces themselves in this reply: 「熊谷様、佐伯と申します」."""
    clauses = [found.clause for found in reading.acts if found.act == Act.INTRODUCE]
    return _person(tuple(s for s in reading.slots if s.clause in clauses), scenario)


def moves_time(new: Iterable[Commitment], state: State) -> bool:
    """Whether a call promised for one time is now promised for a later one; a call about something else
    is another call."""
    open_calls = [c for c in state.commitments if c.kind == "call-back" and c.kept is None]
    return any(
        fresh.kind == "call-back"
        and fresh.clock is not None
        and known.clock is not None
        and (None in (fresh.topic, known.topic) or fresh.topic == known.topic)
        and minutes_ahead(state.clock, fresh.clock) > minutes_ahead(state.clock, known.clock)
        for fresh in new
        for known in open_calls
    )


def remembered(state: State, new: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
    """All commitments with the new ones; an open one that is said again gives way to them, and a
    call gives way to the same person's call at another time."""
    renewed = [(c.kind, c.deed) for c in new]
    calls = [c for c in new if c.kind == "call-back" and c.clock is not None]

    def moved(old: Commitment) -> bool:
        return old.kind == "call-back" and any(
            None in (old.person, call.person) or old.person == call.person for call in calls
        )

    kept = (
        c
        for c in state.commitments
        if c.kept is not None or not ((c.kind, c.deed) in renewed or moved(c))
    )
    return (*kept, *new)


def overdue_checks(state: State, scenario: Scenario) -> bool:
    """Whether something announced as being done now has not been done for two replies."""
    return any(_overdue(c, state, scenario) for c in state.commitments)


def reminded(state: State, scenario: Scenario) -> tuple[Commitment, ...]:
    """The commitments after the customer has asked for the overdue ones."""
    return tuple(
        replace(c, reminded=True) if _overdue(c, state, scenario) else c for c in state.commitments
    )


def _told_since(c: Commitment, state: State, scenario: Scenario) -> bool:
    """Whether a later reply tells how things stand: whoever does has looked."""
    later = (heard.about(Act.INFORM, Act.ESTIMATE) for heard in state.heard[c.turn :])
    topics = (scenario.topics.get(name) for names in later for name in names)
    return any(t is not None and t.kind in (TopicKind.FACT, TopicKind.UNCERTAIN) for t in topics)


def _overdue(c: Commitment, state: State, scenario: Scenario) -> bool:
    if c.kind != "check" or c.kept is not None or c.reminded or c.deed in _FOR_LATER:
        return False
    if _told_since(c, state, scenario):
        return False
    # What the desk would not let the agent do yet is not held against them.
    rule = scenario.desk.get(c.deed or "")
    possible = rule is None or all_hold(rule.when, state)
    return possible and state.turn - c.turn >= CHECK_PATIENCE


def open_promises(state: State) -> tuple[tuple[int, str], ...]:
    """Reply number and call-back or deed of everything announced and neither done nor booked."""
    unserved = (
        (c.turn, c.deed or c.kind)
        for c in state.commitments
        if not c.kept and (c.kind == "call-back" or c.deed) and not _was_served(c, state)
    )
    return tuple(dict.fromkeys(unserved))


def kept_by(state: State, action: str) -> tuple[Commitment, ...]:
    """The commitments after this action was carried out."""
    return tuple(
        replace(c, kept=True) if c.deed == action and c.kept is None else c
        for c in state.commitments
    )


def minutes_to_agreed_call(state: State) -> int | None:
    """Minutes to the call that stands in the diary, or else was promised last; None without a time."""
    booked = [d.args.get("time", "") for d in state.deeds if d.action == "book-callback"]
    if booked:
        return minutes_until(state.now // 60, booked[-1])
    promised = [c.clock for c in state.commitments if c.kind == "call-back"]
    clock = next(iter(reversed(promised)), None)
    return None if clock is None else minutes_ahead(state.clock, clock)


def answered_by_call(state: State) -> tuple[tuple[Commitment, ...], bool, bool]:
    """After ringing the customer: the commitments, whether a word was kept, whether broken."""
    return _settle(state, lambda c: c.kind == "call-back", lambda c: _in_time(c, state))


def settled(state: State, since: int) -> tuple[tuple[Commitment, ...], bool, bool]:
    """After time has passed since ``since``: the commitments, whether kept, whether broken."""
    minutes = (state.now - since) // 60
    then = since // 60 % 1440

    def is_due(c: Commitment) -> bool:
        if c.kind != "call-back" and c.deed is None:
            return False
        return c.clock is None or minutes_ahead(then, c.clock) <= minutes

    return _settle(state, is_due, lambda c: _was_served(c, state))


def _settle(
    state: State, is_due: Callable[[Commitment], bool], was_kept: Callable[[Commitment], bool]
) -> tuple[tuple[Commitment, ...], bool, bool]:
    result: list[Commitment] = []
    outcomes: list[bool] = []
    for commitment in state.commitments:
        if commitment.kept is not None or not is_due(commitment):
            result.append(commitment)
            continue
        outcomes.append(was_kept(commitment))
        result.append(replace(commitment, kept=outcomes[-1]))
    return tuple(result), True in outcomes, False in outcomes


def _in_time(c: Commitment, state: State) -> bool:
    # A call that comes early is on time; a whole day early is the day after.
    return (
        c.clock is None
        or minutes_ahead(c.clock, state.clock) <= LATE
        or (minutes_ahead(state.clock, c.clock) < 720)
    )


def _was_served(c: Commitment, state: State) -> bool:
    if c.kind == "call-back":
        return any(_serves(c, deed) for deed in state.deeds)
    return c.deed is not None and state.was_done(c.deed)


def _serves(c: Commitment, deed: Deed) -> bool:
    """Whether the call was made, or stands in the diary for about the time that was said."""
    if deed.action == "ring-customer":
        return deed.turn >= c.turn
    booked = clock_of(deed.args.get("time", "")) if deed.action == "book-callback" else None
    if booked is None:
        return False
    if c.clock is None:
        return True
    return min(minutes_ahead(booked, c.clock), minutes_ahead(c.clock, booked)) <= LATE
