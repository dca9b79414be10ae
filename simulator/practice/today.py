"""Ten minutes for today, made from one's own weak spots.

The plan of a day is made from what was on record when the day began, so it stays the same while
it is worked off: nothing that is done today brings anything new into it. What was done today, from
the plan or beside it, is taken off; when the ten minutes are spent, or the plan is done, nothing
is left for the day. A contact that was stopped after a reply or two is not the day's practice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from scenarios.language import Language
from simulator.practice.bests import Best, best_results
from simulator.practice.played import Played, newest, played
from simulator.practice.schedule import (
    CARD_REVIEWED,
    CardKey,
    CardState,
    Review,
    card_states,
    reviews_of,
)
from simulator.practice.skills import Moment, Skill, moments
from simulator.practice.streak import Streak, streak_of
from simulator.practice.times import local_date, read_time
from simulator.practice.training import Shelf, next_call
from simulator.practice.weakness import urgency, weaknesses

if TYPE_CHECKING:
    from simulator.store.model import Fact, SessionSummary

__all__ = ["CALL_MINUTES", "DAY_MINUTES", "MOMENT_MINUTES", "Item", "Plan", "plan"]

DAY_MINUTES: Final = 10.0
CALL_MINUTES: Final = 5.0
"""Estimate: six replies of half a minute, the briefing and a look at the result."""
MOMENT_MINUTES: Final = 1.5
"""Estimate: reading what went before, one reply, its result."""
_WAIT: Final = 7
"""Days of waiting that make a card press twice as much."""
_LONGEST_WAIT: Final = 28
"""Days beyond which waiting adds nothing: after a holiday the weak skills still come first."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do today."""

    kind: Literal["moment", "call"]
    minutes: float
    scenario: str
    language: Language
    skills: tuple[str, ...]
    """The skill that is tried again, or the weak skills that the call trains."""
    session: str | None = None
    """Of a moment: the contact it comes from."""
    turn: int | None = None
    """Of a moment: the number of the reply."""
    due: date | None = None
    """Of a moment: since when it has been waiting."""

    @property
    def key(self) -> CardKey:
        return CardKey(self.skills[0] if self.skills else "", self.scenario, self.language)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is left of today, and what is behind."""

    day: date
    items: tuple[Item, ...]
    """Still to be done, in order; empty for the rest of the day once the plan is done."""
    done: int
    """Single replies and contacts done today, from the plan or beside it."""
    done_minutes: float
    """Their estimate."""
    tomorrow: int
    """Cards that will be waiting tomorrow as things stand now."""
    weakest: tuple[str, ...]
    """The most urgent skills, worst first; at most three."""
    streak: Streak
    bests: Mapping[str, Best]
    """Own best result by scenario."""

    @property
    def minutes(self) -> float:
        """Estimate of what is left."""
        return sum(item.minutes for item in self.items)


def plan(  # noqa: PLR0913 - the last may be left out
    summaries: Iterable[SessionSummary],
    facts: Iterable[Fact],
    shelf: Shelf,
    now: datetime,
    language: Language,
    *,
    decided: Mapping[str, bool] | None = None,
) -> Plan:
    """Today's plan for the person whose *summaries* and *facts* these are, in any order.

    *now* is aware; its offset decides where a day begins. Facts of other kinds are ignored.
    *decided*: see ``best_results``.
    """
    everything = list(summaries)
    skills = shelf.skills
    today = local_date(now, now)
    contacts = played(everything)
    repeats = sorted(
        (fact for fact in facts if fact.kind == CARD_REVIEWED), key=lambda f: (f.at, f.id)
    )
    contact_days = [local_date(contact.at, now) for contact in contacts]
    repeat_days = [local_date(read_time(fact.at), now) for fact in repeats]
    before = newest([c for c, day in zip(contacts, contact_days, strict=True) if day != today])
    facts_before = [f for f, day in zip(repeats, repeat_days, strict=True) if day != today]
    facts_today = [f for f, day in zip(repeats, repeat_days, strict=True) if day == today]
    done_days = [d for c, d in zip(contacts, contact_days, strict=True) if not c.broken_off]
    calls_today = done_days.count(today)

    in_order = sorted(everything, key=lambda s: (s.header.started_at, s.id))
    record = moments(before, skills)
    reviews = reviews_of(record, facts_before)
    urgent = urgency(weaknesses(reviews), skills)
    due = _due(card_states(reviews, now), urgent, now, today, language)
    call = next_call(shelf, before, urgent, now)
    drawn = _chosen(due, _places(before, record, shelf), call, now, language)
    left, spent = _left(drawn, reviews_of((), facts_today), calls_today)
    return Plan(
        day=today,
        items=left,
        done=len(facts_today) + calls_today,
        done_minutes=spent,
        tomorrow=_waiting_tomorrow(contacts, repeats, skills, now, language),
        weakest=tuple(sorted(urgent, key=lambda s: (-urgent[s], s)))[:3],
        streak=streak_of(chain(done_days, repeat_days), today),
        bests=best_results(in_order, decided),
    )


def _due(
    states: Mapping[CardKey, CardState],
    urgent: Mapping[str, float],
    now: datetime,
    day: date,
    language: Language,
) -> list[CardState]:
    """Cards of this language that wait by *day*, the most pressing first.

    A card presses by how urgent its skill is, and more the longer it has waited, so that the worst
    skill does not keep all others out for good.
    """

    def pressing(state: CardState) -> float:
        waited = min((day - local_date(state.due, now)).days, _LONGEST_WAIT)
        return round(urgent.get(state.key.skill, 0.0) * (1 + waited / _WAIT), 6)

    waiting = [
        state
        for key, state in states.items()
        if key.language == language and local_date(state.due, now) <= day
    ]
    return sorted(waiting, key=lambda s: (-pressing(s), s.due, s.key))


def _places(
    contacts: Sequence[Played], record: Sequence[Moment], shelf: Shelf
) -> dict[CardKey, list[Moment]]:
    """The replies that can stand for each card: the newest missed first, then the half missed ones,
    all of contacts whose customer can still be had."""
    playable = {contact.session for contact in contacts if shelf.same_customer(contact)}
    found: dict[CardKey, list[Moment]] = {}
    for degree in ("missed", "partly"):
        for moment in reversed(record):
            if moment.degree == degree and moment.session in playable:
                key = CardKey(moment.skill, moment.scenario, moment.language)
                found.setdefault(key, []).append(moment)
    return found


def _chosen(
    due: Sequence[CardState],
    places: Mapping[CardKey, Sequence[Moment]],
    call: tuple[str, tuple[str, ...]] | None,
    now: datetime,
    language: Language,
) -> list[Item]:
    """The day's items before anything is done: replies that wait, then one call.

    The same reply is tried again once a day, however much was wrong with it.
    """
    room = DAY_MINUTES - (CALL_MINUTES if call else 0.0)
    items: list[Item] = []
    cards = list(due)
    while (len(items) + 1) * MOMENT_MINUTES <= room:
        taken = {(item.session, item.turn) for item in items}
        open_ones = [
            (card, place)
            for card in cards
            if (place := _free(places.get(card.key, ()), taken)) is not None
        ]
        if not open_ones:
            break
        last = items[-1].skills[0] if items else ""
        card, place = next((one for one in open_ones if one[0].key.skill != last), open_ones[0])
        cards.remove(card)
        items.append(
            Item(
                "moment",
                MOMENT_MINUTES,
                card.key.scenario,
                language,
                (card.key.skill,),
                place.session,
                place.turn,
                local_date(card.due, now),
            )
        )
    if call:
        items.append(Item("call", CALL_MINUTES, call[0], language, call[1]))
    return items


def _free(
    places: Sequence[Moment], taken: Collection[tuple[str | None, int | None]]
) -> Moment | None:
    return next((place for place in places if (place.session, place.turn) not in taken), None)


def _left(
    drawn: Sequence[Item], repeats: Sequence[Review], calls: int
) -> tuple[tuple[Item, ...], float]:
    """What is left of *drawn* after today's repeats and calls, and the minutes they took."""
    done = {review.key for review in repeats}
    spent = len(repeats) * MOMENT_MINUTES + calls * CALL_MINUTES
    left: list[Item] = []
    room = DAY_MINUTES - spent
    for item in drawn:
        finished = calls > 0 if item.kind == "call" else item.key in done
        if not finished and item.minutes <= room:
            left.append(item)
            room -= item.minutes
    return tuple(left), spent


def _waiting_tomorrow(
    contacts: Sequence[Played],
    repeats: Sequence[Fact],
    skills: Mapping[str, Skill],
    now: datetime,
    language: Language,
) -> int:
    reviews = reviews_of(moments(newest(contacts), skills), repeats)
    day = local_date(now, now) + timedelta(days=1)
    return len(_due(card_states(reviews, now), {}, now, day, language))
