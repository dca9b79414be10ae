"""Today's ten minutes: what is asked for, how often, and that a day comes to its end."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from practice_world import Learner, all_skills, reviewed, shelf, summary, turn

from scenarios.loader import builtin_library
from simulator.practice.schedule import CARD_REVIEWED
from simulator.practice.skills import moments
from simulator.practice.today import DAY_MINUTES, Item, plan
from simulator.practice.training import trains
from simulator.store.model import Fact

MORNING = datetime(2026, 11, 2, 8, 0, tzinfo=timezone(timedelta(hours=9)))
WEAK = ("names-feeling", "choices")
STRONG = ("names-situation", "serves-need", "warmth", "who-what-when")
MISSES = dict.fromkeys(WEAK, 0.8) | dict.fromkeys(STRONG, 0.1)


def after_days(learner: Learner, days: int, first: datetime = MORNING) -> Learner:
    for number in range(days):
        learner.day(first + timedelta(days=number))
    return learner


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_weak_skills_come_more_often(seed: int) -> None:
    """Over thirty days a skill missed eight times in ten is asked for at least three times as
    often as one missed once in ten, though the heaviest criteria are among the strong ones."""
    learner = after_days(Learner(MISSES, seed), 30)
    asked = Counter(item.skills[0] for item in learner.asked)
    weak = sum(asked[s] for s in WEAK) / len(WEAK)
    strong = sum(asked[s] for s in STRONG) / len(STRONG)
    assert weak >= 3 * max(strong, 1)
    assert all(asked[w] > asked[s] for w in WEAK for s in STRONG)


def test_the_weaker_skill_comes_first_unless_another_has_waited_long() -> None:
    """Two cards missed last: the one whose skill is missed every time comes before a heavier one
    that is missed one time in three, until that one has waited for weeks."""
    often, seldom = "understands-need", "names-situation"
    turns = [
        *(turn(n, {often: "missed", seldom: "met"}) for n in (1, 2)),
        turn(3, {seldom: "missed"}),
    ]
    soon = plan([summary("a", MORNING, turns)], [], shelf(), MORNING + timedelta(days=3), "en")
    assert [i.skills[0] for i in soon.items if i.kind == "moment"] == [often, seldom]
    older = summary("a", MORNING, [turn(3, {seldom: "missed"})], scenario="case-1")
    newer = summary("b", MORNING + timedelta(days=21), turns[:2])
    late = plan([older, newer], [], shelf(), MORNING + timedelta(days=22), "en")
    assert late.items[0].skills == (seldom,)
    assert late.weakest[0] == often


def test_calls_are_chosen_for_weak_skills_and_changed() -> None:
    """Once something was missed, calls say what they train; no scenario comes two days running;
    one that is too hard for somebody who has passed nothing waits until the easier ones were
    played, and every one has its turn."""
    learner = after_days(Learner(MISSES), 30)
    assert all(set(call.skills) & {*MISSES} for call in learner.calls[5:])
    assert all(one.scenario != other.scenario for one, other in pairwise(learner.calls))
    difficulty = [shelf().cards[call.scenario].difficulty for call in learner.calls]
    assert max(difficulty[:3]) < 3
    assert {call.scenario for call in learner.calls} == {*shelf().cards}


@pytest.mark.parametrize(
    ("replies", "outcome", "counts"),
    [(1, "fair", True), (2, "stopped", False), (3, "stopped", True)],
)
def test_what_was_broken_off_is_not_the_days_practice(
    replies: int, outcome: str, counts: bool
) -> None:
    """Stopped after a reply or two it leaves the day as it was; what it showed stays on record."""
    turns = [turn(n + 1, {"warmth": "missed"}) for n in range(replies)]
    found = plan([summary("a", MORNING, turns, outcome=outcome)], [], shelf(), MORNING, "en")
    assert found.done == int(counts)
    assert bool(found.done_minutes) is counts
    assert bool(found.items) is not counts
    assert found.streak.today is counts
    assert found.tomorrow == 1


def test_a_day_that_is_done_stays_done() -> None:
    """Nothing that is done today refills today's list; tomorrow there is something again."""
    learner = after_days(Learner(MISSES), 5)
    evening = MORNING + timedelta(days=4, hours=12)
    done = learner.plan(evening)
    assert done.items == ()
    assert done.done > 1
    assert done.done_minutes <= DAY_MINUTES
    assert done.tomorrow > 0
    assert learner.plan(evening + timedelta(days=1)).items


def test_the_list_only_gets_shorter_during_a_day() -> None:
    """Whatever is done first, the rest of the day's list is the rest of the morning's list."""
    learner = after_days(Learner(MISSES), 6)
    at = MORNING + timedelta(days=6)
    before = learner.plan(at).items
    assert [item.kind for item in before] == ["moment", "moment", "moment", "call"]
    for chosen in (3, 1, 0, 0):
        item = learner.plan(at).items[chosen]
        learner.do(item, at)
        at += timedelta(hours=3)
        after = learner.plan(at).items
        assert after == tuple(one for one in before if one != item)
        before = after


def test_skills_are_mixed() -> None:
    """The same skill is not asked for twice running while another one waits."""
    learner = after_days(Learner(MISSES), 20)
    at = MORNING + timedelta(days=20)
    skills = [item.skills[0] for item in learner.plan(at).items if item.kind == "moment"]
    assert len(set(skills)) > 1
    assert all(one != other for one, other in pairwise(skills))


def test_whoever_has_missed_nothing_gets_one_call() -> None:
    """Without a record, and with a spotless one, the day is one call, the easiest at first."""
    fresh = plan([], [], shelf(), MORNING, "en")
    assert [(i.kind, i.scenario) for i in fresh.items] == [("call", "case-0")]
    assert (fresh.streak.days, fresh.streak.since, fresh.weakest) == (0, None, ())
    spotless = after_days(Learner(dict.fromkeys(STRONG, 0.0)), 3)
    assert [i.kind for i in spotless.plan(MORNING + timedelta(days=3)).items] == ["call"]
    assert plan([], [], shelf(0), MORNING, "en").items == ()


def test_practice_beside_the_plan_is_taken_off() -> None:
    """Ten minutes are ten minutes: two contacts of one's own choice leave nothing to do."""
    learner = after_days(Learner(MISSES), 6)
    at = MORNING + timedelta(days=6)
    learner.call("case-1", at)
    assert [i.kind for i in learner.plan(at).items] == ["moment"] * 3
    learner.call("case-2", at)
    assert learner.plan(at).items == ()


def test_the_day_begins_where_the_person_is() -> None:
    """Half past midnight in Tokyo is a new day there, while it is still yesterday in London."""
    late = datetime(2026, 11, 2, 23, 50, tzinfo=MORNING.tzinfo)
    past = summary("a", late, [turn(1, {"choices": "missed"})])
    soon = late + timedelta(minutes=40)
    assert plan([past], [], shelf(), soon, "en").items
    assert plan([past], [], shelf(), soon.astimezone(UTC), "en").items == ()


def test_the_other_language_has_its_own_cards() -> None:
    past = summary("a", MORNING, [turn(1, {"choices": "missed"})], language="ja")
    tomorrow = MORNING + timedelta(days=1)
    assert [i.kind for i in plan([past], [], shelf(), tomorrow, "ja").items] == ["moment", "call"]
    assert [i.kind for i in plan([past], [], shelf(), tomorrow, "en").items] == ["call"]


def test_a_customer_who_has_changed_is_not_offered_again() -> None:
    """A moment whose scenario is another one by now cannot be tried again; its skill still counts."""
    past = summary("a", MORNING, [turn(1, {"choices": "missed"})], hash_="older")
    made = plan([past], [], shelf(), MORNING + timedelta(days=1), "en")
    assert [(i.kind, i.skills) for i in made.items] == [("call", ("choices",))]


def test_attempts_at_single_replies_count_through_their_fact_only() -> None:
    """A stored attempt is no call, no best, no day and no moment; its fact is a day and a review."""
    past = summary("a", MORNING, [turn(1, {"choices": "missed"})])
    attempt = summary(
        "b", MORNING + timedelta(days=1), [turn(1, {"warmth": "missed"})],
        occasion="moment:choices", total=99, passed=True,
    )  # fmt: skip
    at = MORNING + timedelta(days=1)
    made = plan([past, attempt], [], shelf(), at, "en")
    assert made.bests["case-0"].total == 60
    assert made.done == 0
    assert made.weakest == ("choices",)
    fact = reviewed(made.items[0], at, "good", "b")
    after = plan([past, attempt], [fact], shelf(), at, "en")
    assert [i.kind for i in after.items] == ["call"]
    assert after.streak.days == 2


def test_a_day_off_is_no_fault() -> None:
    """The streak is that of the days in a row; after days off it is told how long ago it was."""
    sessions = [summary(str(n), MORNING + timedelta(days=n), [turn(1, {})]) for n in (0, 1, 2)]
    streaks = [
        plan(sessions, [], shelf(), MORNING + timedelta(days=n), "en").streak for n in range(2, 6)
    ]
    assert [(s.days, s.today, s.since) for s in streaks] == [
        (3, True, 0), (3, False, 1), (0, False, 2), (0, False, 3),
    ]  # fmt: skip


# ---------------------------------------------------------------- whatever comes

_TIMES = st.one_of(
    st.datetimes(timezones=st.just(UTC)),
    st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 9), timezones=st.just(UTC)),
)
_SKILLS = st.sampled_from([*MISSES, "blame", "no-such-skill"])
_SCENARIOS = st.sampled_from(["case-0", "case-1", "gone"])
_SUMMARIES = st.builds(
    lambda name, at, degrees, scenario, language, occasion, state: summary(
        name, at, [turn(n, d) for n, d in enumerate(degrees, 1)], scenario=scenario,
        language=language, occasion=occasion, state=state,
    ),
    st.uuids().map(str), _TIMES,
    st.lists(st.dictionaries(_SKILLS, st.sampled_from(["met", "partly", "missed"])), max_size=3),
    _SCENARIOS, st.sampled_from(["ja", "en"]),
    st.sampled_from([None, "moment:choices", "drill:x"]),
    st.sampled_from(["ended", "open", "abandoned"]),
)  # fmt: skip
_FACTS = st.builds(
    lambda name, at, body, kind: Fact(name, kind, "me", "me", name, at, body),
    st.uuids().map(str),
    st.one_of(_TIMES.map(lambda t: t.isoformat()), st.sampled_from(["", "yesterday", "2026-11-02"])),
    st.fixed_dictionaries({}, optional={
        "skill": _SKILLS, "scenario": _SCENARIOS, "language": st.sampled_from(["ja", "en"]),
        "turn": st.one_of(st.integers(1, 3), st.none()),
        "rating": st.sampled_from(["again", "hard", "good", "superb"]),
    }),
    st.sampled_from([CARD_REVIEWED, "reflection"]),
)  # fmt: skip


def _sound(items: tuple[Item, ...], spent: float) -> None:
    assert not items or spent + sum(item.minutes for item in items) <= DAY_MINUTES
    assert len({(i.kind, i.key) for i in items}) == len(items)
    replies = [(i.session, i.turn) for i in items if i.kind == "moment"]
    assert len(set(replies)) == len(replies)


@settings(deadline=None, max_examples=150)
@given(st.lists(_SUMMARIES, max_size=8), st.lists(_FACTS, max_size=8), _TIMES, st.randoms())
def test_no_record_and_no_clock_upsets_a_plan(
    summaries: list[object], facts: list[Fact], now: datetime, shuffle: object
) -> None:
    """Any records in any order at any time: a plan of at most ten minutes without doubles, and the
    same one however the records come."""
    made = plan(summaries, facts, shelf(), now, "en")  # type: ignore[arg-type]
    _sound(made.items, made.done_minutes)
    for records in (summaries, facts):
        shuffle.shuffle(records)  # type: ignore[attr-defined]
    assert plan(summaries, facts, shelf(), now, "en") == made  # type: ignore[arg-type]


def test_the_same_record_gives_the_same_plan() -> None:
    one, other = (after_days(Learner(MISSES), 15) for _ in range(2))
    at = MORNING + timedelta(days=15)
    assert one.asked == other.asked
    assert one.plan(at) == other.plan(at)


def test_what_is_judged_once_a_contact_is_no_moment() -> None:
    """The case note has no reply that could be tried again; what nobody knows is left out."""
    from simulator.practice.played import played

    record = played([summary("a", MORNING, [turn(1, {"note": "missed", "x": "missed"})])])
    assert moments(record, all_skills()) == []


def test_every_scenario_of_the_catalogue_trains_something_that_is_judged() -> None:
    """What authors say a scenario trains is known by name, and leads to skills of the rubric."""
    library = builtin_library()
    for scenario in library.ids:
        card = library.card(scenario)
        trained = {skill: trains(skill) for skill in card.skills}
        assert all(trained.values()), scenario
        assert all(name in all_skills() for names in trained.values() for name in names), scenario
