"""What the customer takes in of a reply, and whether it is what somebody waits to hear.

A customer hears more narrowly than a reader reads: words strung together, recited rules, the
customer's own words given back, a language that is not theirs and kind words beside an insult say nothing to
them. An affront is heard in any case. Which mood follows stays out of here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.conditions import Hearing, Hears
from scenarios.model import Scenario, TopicKind
from scoring.reading.other_language import in_other_language
from simulator.engine.state import Heard, State

if TYPE_CHECKING:
    from scoring.model import Clause, FoundAct, Reading

ECHO_LIMIT: Final = 0.8
"""From this share on a clause only gives the customer's words back; the scorer uses the same."""
_MUTE_SHARE: Final = 0.5
"""From this share of stuffing on, a reply says nothing."""

AFFRONTS: Final = (
    Act.INSULT,
    Act.THREATEN,
    Act.SARCASM,
    Act.BLAME,
    Act.BLAME_OTHERS,
    Act.CALM_DOWN,
    Act.CONTRADICT,
    Act.MINIMISE,
    Act.DEFEND,
    Act.DENY_FAULT,
    Act.RULE_ONLY,
    Act.SEND_AWAY,
    Act.STOCK,
    Act.VAGUE,
    Act.END_CALL,
)
_ASKING: Final = (Act.ASK, Act.VERIFY)
"""A question is heard also in the words of the handbook: number, full name and telephone."""
_DEAFENING: Final = (Act.INSULT, Act.THREATEN)
_WORK: Final = (
    Act.ACKNOWLEDGE,
    Act.EMPATHISE,
    Act.APOLOGISE,
    Act.OWN,
    Act.ASK,
    Act.VERIFY,
    Act.CHECK,
    Act.ESTIMATE,
    Act.OFFER,
    Act.CHOICE,
    Act.PROMISE,
    Act.CALL_BACK,
    Act.REFUSE,
    Act.READ_BACK,
    Act.CONSENT,
    Act.HOLD,
    Act.HAND_OVER,
    Act.BOUNDARY,
    Act.WARN,
)
"""Acts that are news when they come for the first time, whatever they are about."""
_ABOUT: Final = (Act.INFORM, Act.ADMIT_FAULT, Act.REVIEW_TALK)
"""Acts that are news only with a new object."""
_AS: Final[Mapping[Act, tuple[Act, ...]]] = {Act.OFFER: (Act.OFFER, Act.PROMISE)}
"""The acts that meet a condition, where it is not one: who promises a remedy has put it forward."""
_NEEDS_YES: Final = (Act.OFFER, Act.PROMISE, Act.CHOICE, Act.CALL_BACK, Act.CHECK, Act.INFORM)
"""Acts that do not count for a topic which the reply denies throughout."""


def hear(reading: Reading, state: State, scenario: Scenario) -> Heard:
    """What the reply of turn ``state.turn`` says to the customer."""
    mute = is_mute(reading)
    acts = tuple(
        (found.act, found.about)
        for found in reading.acts
        if _takes(reading, found) and (not mute or found.act in AFFRONTS)
    )
    topics, denied, times = ((), (), ()) if mute else _contents(reading, scenario)
    if not mute:
        acts = (*acts, *_questions(reading, acts, scenario))
    heard = Heard(
        state.turn, acts, topics, denied, times, tone=reading.tone, vouches=reading.vouches
    )
    return replace(heard, news=_is_news(heard, state.heard))


def is_mute(reading: Reading) -> bool:
    """Whether nothing in the reply but its affronts reaches this customer."""
    if in_other_language(reading) or reading.shares.stuffing >= _MUTE_SHARE:
        return True
    # Whoever is insulted hears nothing of what stands beside the insult.
    return any(f.act in _DEAFENING and not _is_quoted(reading, f.clause) for f in reading.acts)


def clause_of(reading: Reading, index: int) -> Clause | None:
    return reading.clauses[index] if 0 <= index < len(reading.clauses) else None


def _is_quoted(reading: Reading, index: int) -> bool:
    clause = clause_of(reading, index)
    return clause is not None and clause.quoted


def meant(reading: Reading, index: int) -> bool:
    """Whether the clause is the speaker's own statement: no quotation, recital, repeat, salad."""
    clause = clause_of(reading, index)
    return clause is None or not (
        clause.quoted or clause.recited or clause.repeated or clause.salad
    )


def _takes(reading: Reading, found: FoundAct) -> bool:
    clause = clause_of(reading, found.clause)
    if clause is None:
        return True
    if found.act in AFFRONTS:
        return not clause.quoted
    if found.act in _ASKING and clause.recited:
        return True
    # Reading facts back echoes by its nature; feeling with somebody must not.
    echoes = found.act in (Act.ACKNOWLEDGE, Act.EMPATHISE) and clause.echo >= ECHO_LIMIT
    return meant(reading, found.clause) and not echoes


def _questions(
    reading: Reading, acts: tuple[tuple[Act, tuple[str, ...]], ...], scenario: Scenario
) -> Iterator[tuple[Act, tuple[str, ...]]]:
    """Questions of the scenario that were put in an asking sentence count as asked."""
    asked = {topic for act, about in acts if act == Act.ASK for topic in about}
    for found in reading.topics:
        clause, topic = clause_of(reading, found.clause), scenario.topics.get(found.topic)
        is_question = topic is not None and topic.kind == TopicKind.QUESTION
        if is_question and clause is not None and clause.question and found.topic not in asked:
            asked.add(found.topic)
            if found.affirmed and found.own_words and meant(reading, found.clause):
                yield Act.ASK, (found.topic,)


_GRANTING: Final = (Act.OFFER, Act.PROMISE, Act.CALL_BACK, Act.HAND_OVER, Act.OWN)
"""Acts that make the customer's own words an answer: who asked for a step and is promised it in the
same words has it."""


def _contents(
    reading: Reading, scenario: Scenario
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    granted = {act.clause for act in reading.acts if act.act in _GRANTING}
    own = [
        t
        for t in reading.topics
        if meant(reading, t.clause)
        and (t.own_words or (t.clause in granted and _is_step(t.topic, scenario)))
    ]
    clocks = {s.value for s in reading.slots if s.kind == "clock" and meant(reading, s.clause)}
    return (
        tuple(sorted({t.topic for t in own if t.affirmed})),
        tuple(sorted({t.topic for t in own if not t.affirmed})),
        tuple(sorted(clocks)),
    )


def _is_step(name: str, scenario: Scenario) -> bool:
    topic = scenario.topics.get(name)
    return topic is not None and topic.kind is TopicKind.STEP


def _is_news(heard: Heard, before: Sequence[Heard]) -> bool:
    """Whether a topic, a time or a working act comes for the first time."""
    named = {t for past in before for t in (*past.topics, *past.denied)}
    times = {time for past in before for time in past.times}
    acts = {pair for past in before for pair in past.acts}
    return (
        any(t not in named for t in (*heard.topics, *heard.denied))
        or any(time not in times for time in heard.times)
        or any(_is_new_act(pair, acts) for pair in heard.acts)
    )


def _is_new_act(
    pair: tuple[Act, tuple[str, ...]], before: set[tuple[Act, tuple[str, ...]]]
) -> bool:
    act, about = pair
    if act in _ABOUT and not about:
        return False
    return (act in _WORK or act in _ABOUT) and pair not in before


# ---------------------------------------------------------------- what somebody waits to hear


def matches(hears: Hears, heard: Heard) -> bool:
    """Whether every part of the sentence was heard in this one reply (or silence)."""
    return all(_hears(part, heard) for part in hears.parts)


def matches_any(sentences: Sequence[Hears], heard: Heard) -> bool:
    return any(matches(sentence, heard) for sentence in sentences)


def ever(hears: Hears, log: Sequence[Heard]) -> bool:
    """Whether some one reply of the contact said it."""
    return any(matches(hears, heard) for heard in log)


def _hears(part: Hearing, heard: Heard) -> bool:
    if part.special:
        return _special(part.special, heard)
    if heard.silence:
        return False
    if part.act is None:
        return part.topic in heard.topics
    acts = _AS.get(part.act, (part.act,))
    if part.topic is None:
        return heard.has(*acts)
    declined = part.topic in heard.denied and part.topic not in heard.topics
    if declined and part.act in _NEEDS_YES:
        return False
    return part.topic in heard.about(*acts)


def _special(special: str, heard: Heard) -> bool:
    if special == "silence":
        return heard.silence
    if heard.silence:
        return False
    return special == "anything" or not heard.news
