"""Which scenario trains which skill, and which one to play next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from simulator.practice.played import Played
from simulator.practice.skills import Skill
from simulator.practice.times import local_date

if TYPE_CHECKING:
    from scenarios.card import Card

__all__ = ["Shelf", "next_call", "trained_skills", "trains"]

_TRAINS: Final[Mapping[str, tuple[str, ...]]] = {
    "acknowledge-first": ("names-situation", "names-feeling", "contradiction-first", "minimising"),
    "dated-answer": ("time-and-owner", "who-what-when", "open-promise"),
    "decline-kindly": ("refuse", "rule-only", "choices"),
    "decline-with-a-way-out": ("refuse", "rule-only", "serves-need", "beyond-authority"),
    "easy-exit": ("moves-matter", "serves-need"),
    "estimate-not-promise": ("state-estimate", "uncertain-promise"),
    "explain-why-you-ask": ("verify-identity", "asks-fittingly"),
    "explore-need": ("understands-need", "asks-fittingly"),
    "find-the-need": ("understands-need", "asks-fittingly"),
    "grief-and-silence": ("names-feeling", "warmth", "minimising"),
    "hand-over-warmly": ("hand-over", "no-handover"),
    "identity-check": ("verify-identity", "identity-first"),
    "name-the-fear": ("names-feeling", "understands-need"),
    "neither-admit-nor-deny": ("fault-admission", "apology-fit"),
    "no-blame": ("blame", "takes-on"),
    "no-certain-promise": ("uncertain-promise", "state-estimate"),
    "no-pressure": ("choices", "warmth"),
    "no-promise-for-others": ("uncertain-promise", "beyond-authority"),
    "offer-another-channel": ("choices", "serves-need"),
    "offer-choices": ("choices",),
    "own-the-mistake": ("apology-fit", "takes-on", "defence", "blame"),
    "plain-words": ("moves-matter", "warmth"),
    "privacy": ("third-party-data", "refuse"),
    "protect-now": ("serves-need", "moves-matter"),
    "protect-the-deadline": ("serves-need", "who-what-when"),
    "read-back": ("read-back",),
    "read-every-wish": ("answer-wishes", "every-wish"),
    "rebuild-trust": ("takes-on", "who-what-when"),
    "remedy-before-paperwork": ("serves-need",),
    "review-freedom": ("leave-review-free", "review-deal"),
    "safety-first": ("serves-need", "asks-fittingly"),
    "say-the-story-back": ("names-situation", "read-back"),
    "set-a-boundary": ("hostility", "refuse"),
    "stay-calm-when-attacked": ("hostility", "calm-down", "warmth"),
    "stop-card-number": ("stop-card-number", "card-data"),
    "take-the-order": ("read-back", "serves-need", "answer-wishes"),
    "teach-last": ("moves-matter", "serves-need"),
    "thank-for-feedback": ("warmth", "names-situation"),
    "time-and-owner": ("time-and-owner", "who-what-when", "open-promise"),
    "true-statements": ("false-statement",),
}
"""What a scenario says it trains (``skills`` in its file) as names of the standard rubric."""
_WEAKEST: Final = 5
"""Skills that a call is chosen for."""
_STALE_DAYS: Final = 30
"""Days after which a scenario is as good as new."""
_TOO_HARD: Final = 0.5
"""What each step of difficulty beyond the next one takes off."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The scenarios that can be played, as far as planning needs to know them."""

    cards: Mapping[str, Card]
    hashes: Mapping[str, str]
    """Scenario to the hash of what decides how it plays; those that were played suffice."""
    engine: str
    skills: Mapping[str, Skill]
    """What the rubric judges (see ``skills_of``)."""

    def same_customer(self, contact: Played) -> bool:
        """Whether the customer of *contact* can still be had exactly as they were."""
        known = self.hashes.get(contact.scenario)
        return (
            contact.scenario in self.cards
            and known == contact.scenario_hash
            and contact.engine_version == self.engine
        )


def trains(skill: str) -> tuple[str, ...]:
    """What an author's name for a skill stands for in the rubric; nothing for an unknown one."""
    return _TRAINS.get(skill, ())


def trained_skills(card: Card, contacts: Iterable[Played]) -> frozenset[str]:
    """What its author says it trains, and what was judged when it was played."""
    said = {name for skill in card.skills for name in trains(skill)}
    seen = {n for c in contacts if c.scenario == card.id for n in c.figures.criteria}
    return frozenset(said | seen)


def next_call(
    shelf: Shelf, contacts: Sequence[Played], urgent: Mapping[str, float], now: datetime
) -> tuple[str, tuple[str, ...]] | None:
    """The scenario to play next and the weak skills it trains; None where there is no scenario.

    *contacts* oldest first. It trains the most urgent skills, has not been played for long and is
    at most one step harder than what has been passed; without any weakness the easiest one not
    played for longest.
    """
    if not shelf.cards:
        return None
    weakest = sorted(urgent, key=lambda s: (-urgent[s], s))[:_WEAKEST]
    weakest = [skill for skill in weakest if urgent[skill] > 0]
    whole = sum(urgent[skill] for skill in weakest) or 1.0
    ready = 1 + max(
        (shelf.cards[c.scenario].difficulty for c in contacts if _passed(c, shelf)), default=0
    )
    last = {contact.scenario: contact.at for contact in contacts}
    today = local_date(now, now)

    def fitness(card: Card) -> tuple[float, int, str]:
        trained = trained_skills(card, contacts)
        fit = sum(urgent[skill] for skill in weakest if skill in trained) / whole
        stale = _staleness(last.get(card.id), today, now)
        hard = _TOO_HARD * max(0, card.difficulty - max(ready, 2))
        return (-round(fit + stale - hard, 6), card.difficulty, card.id)

    chosen = min(shelf.cards.values(), key=fitness)
    trained = trained_skills(chosen, contacts)
    return chosen.id, tuple(skill for skill in weakest if skill in trained)


def _passed(contact: Played, shelf: Shelf) -> bool:
    return contact.figures.passed and contact.scenario in shelf.cards


def _staleness(last: datetime | None, today: date, now: datetime) -> float:
    """0 just played, 1 never or long ago; one that lies ahead of a wrong clock counts as never.

    Counted in dates, so that a day's plan does not change while the day goes on.
    """
    days = _STALE_DAYS if last is None else (today - local_date(last, now)).days
    return min(days, _STALE_DAYS) / _STALE_DAYS if days >= 0 else 1.0
