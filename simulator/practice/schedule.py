"""When a card comes back: spaced repetition over what happened, with nothing stored of its own.

A card is one skill in one scenario and one language. Its state follows from replaying what is on
record: the moments of ended contacts, and the facts ``card-reviewed`` of single replies that were
tried again. The arithmetic is FSRS, without its chance and without its steps of minutes: a card
that was shown today comes back tomorrow at the soonest.

Times that cannot be trusted never lose a card. A record from before the last one is put where its
time belongs; one that lies after now, left by a clock that has been set back, counts first of all,
so that the card comes too early rather than never.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, cast

from simulator.practice.skills import Degree, Moment
from simulator.practice.times import EARLIEST, read_time, within

if TYPE_CHECKING:
    from fsrs import Card as FsrsCard
    from fsrs import Scheduler

    from simulator.store.model import Fact

__all__ = [
    "CARD_REVIEWED",
    "CardKey",
    "CardState",
    "Rating",
    "Review",
    "card_states",
    "rating_of",
    "review_body",
    "reviews_of",
]

CARD_REVIEWED = "card-reviewed"
"""Kind of the fact that is one repetition of a card."""
Rating = Literal["again", "hard", "good"]
_RATINGS: Mapping[Degree, Rating] = {"missed": "again", "partly": "hard", "met": "good"}
_NUMBERS: Mapping[str, int] = {"again": 1, "hard": 2, "good": 3}
"""As FSRS counts them; its "easy" (4) is for a learner's own judgement, which is not asked for."""
_LONGEST = 180
"""Days after which a card comes back at the latest: staff are trained anew twice a year."""


@dataclass(frozen=True, slots=True, order=True)
class CardKey:
    """What one card is about."""

    skill: str
    scenario: str
    language: str


@dataclass(frozen=True, slots=True)
class Review:
    """One time that a card was shown, in a contact or by itself."""

    key: CardKey
    rating: Rating
    at: datetime
    session: str
    turn: int


@dataclass(frozen=True, slots=True)
class CardState:
    """Where a card stands."""

    key: CardKey
    due: datetime
    stability: float
    """Days after which it is still known nine times in ten."""
    reviews: int
    lapses: int
    """How often it was missed."""
    last: datetime


def rating_of(degree: Degree, *, hinted: bool) -> Rating:
    """With a hint a reply counts as hard at best: it was not found alone."""
    rating = _RATINGS[degree]
    return "hard" if hinted and rating == "good" else rating


def review_body(key: CardKey, turn: int, rating: Rating) -> dict[str, Any]:
    """The body of a fact ``card-reviewed``."""
    return {
        "skill": key.skill,
        "scenario": key.scenario,
        "language": key.language,
        "turn": turn,
        "rating": rating,
    }


def reviews_of(moments: Iterable[Moment], facts: Iterable[Fact]) -> list[Review]:
    """All reviews in order of time; the same reply of a session counts once for a card."""
    found: dict[tuple[CardKey, str, int], Review] = {}
    for moment in moments:
        key = CardKey(moment.skill, moment.scenario, moment.language)
        rating = rating_of(moment.degree, hinted=moment.hinted)
        review = Review(key, rating, moment.at, moment.session, moment.turn)
        found.setdefault((key, moment.session, moment.turn), review)
    for fact in facts:
        told = _told(fact)
        if told is not None:
            found.setdefault((told.key, told.session, told.turn), told)
    return sorted(found.values(), key=lambda r: (r.at, r.session, r.turn, r.key))


def _told(fact: Fact) -> Review | None:
    """The review of one fact; None for another kind, or one that does not say which card."""
    body = fact.body
    texts = [body.get(name) for name in ("skill", "scenario", "language")]
    turn, rating = body.get("turn"), body.get("rating")
    if fact.kind != CARD_REVIEWED or rating not in _NUMBERS or not isinstance(turn, int):
        return None
    if not all(isinstance(text, str) for text in texts):
        return None
    key = CardKey(*cast("list[str]", texts))
    at, session = read_time(fact.at), fact.subject or fact.id
    return Review(key, cast("Rating", rating), at, session, turn)


def card_states(reviews: Iterable[Review], now: datetime) -> dict[CardKey, CardState]:
    """The state of every card that was ever missed or half missed; *reviews* as of `reviews_of`."""
    by_card: dict[CardKey, list[Review]] = defaultdict(list)
    for review in reviews:
        by_card[review.key].append(review)
    return {
        key: _state(key, shown, within(now))
        for key, shown in sorted(by_card.items())
        if any(review.rating != "good" for review in shown)
    }


def _state(key: CardKey, shown: Sequence[Review], now: datetime) -> CardState:
    past = [review for review in shown if review.at <= now]
    ahead = [review for review in shown if review.at > now]
    unbelievable = past[0].at if past else EARLIEST
    timed = [(unbelievable, review) for review in ahead] + [(r.at, r) for r in past]
    steps = tuple((at, _NUMBERS[review.rating]) for at, review in timed)
    due, stability = _replayed(steps)
    lapses = sum(review.rating == "again" for review in shown)
    return CardState(key, due, stability, len(shown), lapses, steps[-1][0])


@lru_cache(maxsize=4096)
def _replayed(steps: tuple[tuple[datetime, int], ...]) -> tuple[datetime, float]:
    """When a card with these reviews is due, and its stability in days."""
    from fsrs import Card, Rating

    # An id of our own: without one FSRS asks the clock and waits.
    card: FsrsCard = Card(card_id=1, due=steps[0][0])
    for at, rating in steps:
        card, _ = _scheduler().review_card(card, Rating(rating), at)
    assert card.stability is not None
    return card.due, card.stability


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=_LONGEST,
        enable_fuzzing=False,
    )
