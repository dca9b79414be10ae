"""When a card comes back, and that no clock can lose one."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from practice_world import all_skills, summary, turn

from simulator.practice.played import played
from simulator.practice.schedule import (
    CARD_REVIEWED,
    CardKey,
    CardState,
    Rating,
    Review,
    card_states,
    review_body,
    reviews_of,
)
from simulator.practice.skills import moments
from simulator.store.model import Fact

DAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
KEY = CardKey("choices", "case-0", "en")


def fact(days: float, rating: Rating, name: str = "") -> Fact:
    at = (DAY + timedelta(days=days)).isoformat()
    body = review_body(KEY, 1, rating)
    return Fact(f"f{days}{name}", CARD_REVIEWED, "me", "me", f"s{days}{name}", at, body)


def state(*facts: Fact, now: datetime = DAY + timedelta(days=400)) -> CardState:
    return card_states(reviews_of((), facts), now)[KEY]


def days_until_due(card: CardState) -> float:
    return (card.due - card.last) / timedelta(days=1)


def test_what_is_shown_well_comes_back_later_and_later() -> None:
    """A miss comes back tomorrow; each time it is shown well the while grows; a miss ends that."""
    record, whiles = [fact(0, "again")], []
    for _ in range(4):
        card = state(*record)
        whiles.append(days_until_due(card))
        record.append(fact((card.due - DAY) / timedelta(days=1), "good"))
    assert whiles[0] == 1
    assert whiles == sorted(whiles)
    assert whiles[-1] > whiles[0]
    longest = days_until_due(state(*record))
    missed = state(*record, fact((state(*record).due - DAY) / timedelta(days=1), "again"))
    assert days_until_due(missed) < longest
    assert missed.lapses == 2


def test_half_met_comes_back_before_met() -> None:
    good, hard = (
        days_until_due(state(fact(0, "again"), fact(1, rating))) for rating in ("good", "hard")
    )
    assert hard < good


@pytest.mark.parametrize(("hints", "rating"), [(0, "good"), (2, "hard")])
def test_moments_are_rated_by_their_level_and_hints(hints: int, rating: str) -> None:
    """Missed, half met and met; with a hint, met is hard; without one it stays good."""
    turns = [turn(1, {"choices": "missed"}), turn(2, {"choices": "partly"}),
             turn(3, {"choices": "met"})]  # fmt: skip
    record = moments(played([summary("a", DAY, turns, hints=hints)]), all_skills())
    assert [r.rating for r in reviews_of(record, [])] == ["again", "hard", rating]


def test_a_reply_counts_once_for_a_card() -> None:
    """The same fact twice, or a moment told twice, is one review."""
    record = moments(played([summary("a", DAY, [turn(1, {"choices": "missed"})])]), all_skills())
    assert len(reviews_of([*record, *record], [fact(1, "good"), fact(1, "good")])) == 2


def test_only_what_was_missed_becomes_a_card() -> None:
    record = moments(played([summary("a", DAY, [turn(1, {"choices": "met"})])]), all_skills())
    assert card_states(reviews_of(record, []), DAY) == {}


def test_a_clock_set_back_loses_no_card() -> None:
    """A review that a wrong clock dated ten years ahead does not hide the card: it is due now, and
    goes its way once it has been reviewed."""
    ahead, now = fact(3650, "good"), DAY + timedelta(days=2)
    assert state(ahead, fact(3650, "again", "x"), now=now).due <= now
    card = state(ahead, fact(2, "again"), fact(3650, "again", "x"), now=now)
    assert card.last == now
    assert now < card.due < now + timedelta(days=3)


def test_facts_that_say_nothing_useful_are_passed_over() -> None:
    sound = fact(0, "again")
    broken = [replace(sound, body=body) for body in ({}, {"skill": 1}, {**sound.body, "turn": "1"})]
    assert reviews_of([], [*broken, replace(sound, kind="comment")]) == []
    [timeless] = reviews_of([], [replace(sound, at="soon")])
    assert card_states([timeless], DAY)[KEY].due < DAY


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.tuples(st.datetimes(timezones=st.just(UTC)), st.sampled_from(["again", "hard", "good"])),
        min_size=1,
        max_size=12,
    ),
    st.datetimes(timezones=st.just(UTC)),
)
def test_any_times_give_a_state(times: list[tuple[datetime, Rating]], now: datetime) -> None:
    """Whatever clocks said, every card that was missed has a time to come back."""
    reviews = [Review(KEY, rating, at, str(n), 1) for n, (at, rating) in enumerate(times)]
    facts = [
        Fact(r.session, CARD_REVIEWED, "", "", r.session, r.at.isoformat(), review_body(KEY, 1, r.rating))
        for r in reviews
    ]  # fmt: skip
    states = card_states(reviews_of([], facts), now)
    assert (KEY in states) == any(rating != "good" for _, rating in times)
    assert card_states(reviews_of([], reversed(facts)), now) == states


def test_the_scheduler_is_loaded_only_when_there_is_something_to_schedule() -> None:
    code = (
        "import sys, simulator.practice.today, simulator.practice.progress, simulator.practice.draw\n"
        "print(sorted({'fsrs', 'textual', 'rich', 'sqlite3', 'sudachipy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
