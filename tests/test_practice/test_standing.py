"""Where somebody stands in a programme, from their contacts alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.language import Text
from scenarios.programme import PassRule, Programme, Step
from simulator.practice.attempts import Ruling
from simulator.practice.standing import READ, Play, Read, Standing, begun, standing
from simulator.store.model import Fact, SessionHeader, SessionSummary

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
NAMES = ("one", "two", "three")
TITLE = Text("題", "title")
PAGE = Step("page", "orientation", TITLE, page=TITLE)
CALLS = Step(
    "calls",
    "practice",
    TITLE,
    scenarios=NAMES,
    rule=PassRule(score=60, each=40, no_gate=True, passes=2),
)
TEST = Step("test", "test", TITLE, scenarios=NAMES, rule=PassRule(score=70), days=2)
PROGRAMME = Programme("course", 1, TITLE, TITLE, (PAGE, CALLS, TEST))
_numbers = count()


def session(
    scenario: str = "one",
    total: int | None = 80,
    *,
    step: str = "calls",
    ended: datetime | str | None = NOW - timedelta(days=1),
    state: Any = "ended",
    ending: str | None = "calm",
    each: int = 70,
    gates: tuple[str, ...] = (),
    hints: int = 0,
    digest: bool = True,
    **header: Any,
) -> SessionSummary:
    """A contact of the programme, a good one unless said otherwise."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "scenario_id": scenario,
        "scenario_version": "1",
        "scenario_hash": "",
        "handbook_version": "",
        "rubric_version": "",
        "rules_version": "",
        "engine_version": "1",
        "unicode_version": "15",
        "seed": 1,
        "language": "ja",
        "mode": "test" if step == "test" else "practice",
        "trainee": "aki",
        "started_at": "2026-11-18T00:00:00+00:00",
        "utc_offset_minutes": 540,
        "occasion": f"programme:course/{step}",
    }
    figures = {
        "total": total,
        "passed": True,
        "empathy": each,
        "policy": None,
        "resolution": each,
        "gates": list(gates),
        "hints": hints,
    }
    return SessionSummary(
        f"s{number:06d}",
        SessionHeader(**{**values, **header}),
        state,
        ending,
        ended.isoformat() if isinstance(ended, datetime) else ended,
        3,
        False,
        1,
        figures if digest else None,
    )


def read(step: str = "page", at: datetime = NOW - timedelta(days=3)) -> Fact:
    return Fact(f"f{next(_numbers)}", READ, "aki", "aki", "course", at.isoformat(), {"step": step})


def stands(
    *sessions: SessionSummary,
    facts: tuple[Fact, ...] | None = None,
    programme: Programme = PROGRAMME,
    now: datetime = NOW,
    scenarios: tuple[str, ...] = NAMES,
    ruling: Ruling | None = None,
) -> Standing:
    facts = (read(),) if facts is None else facts
    return standing(
        programme,
        sessions,
        facts,
        now=now,
        language="ja",
        scenarios=scenarios,
        effective=lambda _summary: ruling,
    )


def states(found: Standing) -> list[str]:
    return [row.state for row in found.steps]


def test_at_first_there_is_a_page_to_read() -> None:
    found = stands(facts=())
    assert states(found) == ["open", "locked", "locked"]
    assert found.next == Read("page")
    assert found.steps[1].locked_by == ("page",)


def test_then_a_contact_in_the_words_of_the_step() -> None:
    found = stands()
    assert states(found) == ["done", "open", "locked"]
    assert found.next == Play(
        "calls", "one", "practice", "normal", "ja", "programme:course/calls", None
    )


def test_a_scenario_that_was_not_tried_comes_first() -> None:
    following = stands(session("one", 20), session("two", 20)).next
    assert isinstance(following, Play)
    assert following.scenario == "three"


def test_luck_with_one_scenario_does_not_do() -> None:
    """Two passes of the same scenario are one; another one makes two."""
    once = stands(session("one"), session("one"))
    assert states(once)[1] == "open"
    assert once.steps[1].left == 1
    assert once.steps[1].candidates == ("two", "three")
    assert states(stands(session("one"), session("two")))[1] == "done"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"total": 59}, ("score",)),
        ({"total": None}, ("score",)),
        ({"each": 39}, ("each",)),
        ({"gates": ("third-party-data",)}, ("gate",)),
        ({"hints": 3}, ("hints",)),
        ({"mode": "guided"}, ("mode",)),
        ({"intensity": "mild"}, ("intensity",)),
        ({"intensity": "strange"}, ("intensity",)),
    ],
)
def test_what_falls_short_is_told(changes: dict[str, Any], why: tuple[str, ...]) -> None:
    row = stands(session("one", **changes)).steps[1]
    assert row.passed == ()
    assert row.attempts[0].short == why


@pytest.mark.parametrize("changes", [{"mode": "test"}, {"intensity": "hard"}, {"hints": 2}])
def test_less_help_than_asked_for_counts(changes: dict[str, Any]) -> None:
    assert len(stands(session("one", **changes)).steps[1].passed) == 1


@pytest.mark.parametrize(
    ("ruling", "changes", "short"),
    [
        (Ruling(75, {"empathy": 80}, None), {"total": 30, "each": 10}, ()),
        (Ruling(59, {"empathy": 80}, None), {}, ("score",)),
        (Ruling(80, {"empathy": 39}, None), {}, ("each",)),
        (Ruling(80, {"empathy": 80}, None), {"gates": ("private-data",)}, ("gate",)),
        (Ruling(20, {"empathy": 20}, True), {"total": 20, "gates": ("private-data",)}, ()),
        (Ruling(90, {"empathy": 90}, False), {}, ("ruling",)),
        (Ruling(90, {"empathy": 90}, True), {"hints": 9, "mode": "guided"}, ("mode", "hints")),
    ],
)
def test_what_a_lead_overruled_stands(
    ruling: Ruling, changes: dict[str, Any], short: tuple[str, ...]
) -> None:
    """Scores by the step's rule; a decision about passing instead of it, but never about help."""
    (attempt,) = stands(session(**changes), ruling=ruling).steps[1].attempts
    assert (attempt.short, attempt.total, attempt.ruled) == (short, ruling.total, True)


@pytest.mark.parametrize(
    "changes",
    [
        {"ending": "stopped"},
        {"state": "abandoned", "ending": None, "ended": None},
        {"parent_session": "s1", "parent_turn": 2},
        {"occasion": None},
        {"occasion": "programme:other/calls"},
        {"occasion": "drill:course/calls"},
        {"language": "en"},
        {"digest": False},
        {"scenario": "elsewhere"},
        {"ended": "not a time"},
        {"ended": "2026-11-19T00:00:00"},
    ],
)
def test_what_neither_passes_nor_fails(changes: dict[str, Any]) -> None:
    """Stopped, redone, other occasions and other languages: as if they had not been."""
    found = stands(session(**changes))
    assert states(found) == states(stands())
    assert (found.steps[1].attempts, found.steps[1].left) == ((), 2)
    assert set(found.steps[1].candidates) == set(NAMES)


def test_what_was_practised_elsewhere_comes_last() -> None:
    """It does not count, but a customer who is not known yet teaches more."""
    following = stands(session("one", occasion=None)).next
    assert isinstance(following, Play)
    assert following.scenario == "two"


def test_days_run_from_the_end_of_the_last_pass() -> None:
    passes = (
        session("one", ended=NOW - timedelta(days=4)),
        session("two", ended=NOW - timedelta(days=1)),
        session("three", ended=NOW),
    )
    found = stands(*passes)
    assert states(found)[2] == "waiting"
    assert found.steps[2].opens == found.waits_until == NOW + timedelta(days=1)
    assert found.next is None
    assert states(stands(*passes, now=NOW + timedelta(days=1)))[2] == "open"


def test_a_clock_that_ran_ahead_never_opens_a_step_earlier() -> None:
    ahead = NOW + timedelta(days=400)
    found = stands(session("one", ended=ahead), session("two", ended=ahead))
    assert found.steps[2].opens == ahead + timedelta(days=2)
    edge = datetime.max.replace(tzinfo=UTC)
    assert states(stands(session("one", ended=edge), session("two", ended=edge)))[2] == "waiting"


def test_a_contact_that_was_left_open_is_gone_on_with() -> None:
    left = session("two", state="open", ending=None, ended=None)
    following = stands(left).next
    assert isinstance(following, Play)
    assert (following.scenario, following.resume) == ("two", left.id)


def test_scenarios_that_were_removed_are_told() -> None:
    found = stands(session("one"), scenarios=("one",))
    row = found.steps[1]
    assert (row.missing, row.candidates, row.stuck) == (("two", "three"), (), True)
    assert found.next is None
    # What was passed before it went stays passed.
    assert states(stands(session("one"), session("two"), scenarios=("three",)))[1] == "done"


def test_steps_may_need_none_and_stand_side_by_side() -> None:
    free = replace_step(CALLS, needs=())
    found = stands(facts=(), programme=Programme("course", 1, TITLE, TITLE, (PAGE, free)))
    assert states(found) == ["open", "open"]


def replace_step(step: Step, **changes: Any) -> Step:
    return replace(step, **changes)  # type: ignore[type-var]


def test_who_has_begun() -> None:
    assert begun("course", [], [read()])
    assert begun("course", [session(ending="stopped")], [])
    assert not begun("other", [session()], [read()])


# ---------------------------------------------------------------- properties

moments = st.one_of(
    st.datetimes(timezones=st.just(UTC)), st.sampled_from([NOW, NOW - timedelta(days=5)])
)
contacts = st.builds(
    session,
    scenario=st.sampled_from((*NAMES, "gone")),
    total=st.one_of(st.none(), st.integers(0, 100)),
    step=st.sampled_from(["calls", "test", "page", "unknown"]),
    ended=st.one_of(moments, st.none(), st.just("soon")),
    state=st.sampled_from(["ended", "open", "abandoned"]),
    ending=st.sampled_from(["calm", "stopped", None]),
    each=st.integers(0, 100),
    hints=st.integers(0, 5),
    language=st.sampled_from(["ja", "en"]),
    intensity=st.sampled_from(["mild", "normal", "hard"]),
)
failed = st.builds(
    session,
    scenario=st.sampled_from(NAMES),
    total=st.integers(0, 59),
    step=st.sampled_from(["calls", "test"]),
    ended=moments,
)


@given(st.lists(contacts, max_size=12), st.randoms(use_true_random=False), moments)
def test_the_order_of_contacts_is_irrelevant(
    sessions: list[SessionSummary], shuffler: Any, now: datetime
) -> None:
    mixed = sessions.copy()
    shuffler.shuffle(mixed)
    assert stands(*sessions, now=now) == stands(*mixed, now=now)


@given(st.lists(contacts, max_size=12), failed)
def test_a_failed_contact_moves_nobody_back(
    sessions: list[SessionSummary], fail: SessionSummary
) -> None:
    before, after = stands(*sessions), stands(*sessions, fail)
    assert states(after) == states(before)
    for old, new in zip(before.steps, after.steps, strict=True):
        assert (new.since, new.opens, new.left, new.passed) == (
            old.since,
            old.opens,
            old.left,
            old.passed,
        )


@given(st.lists(contacts, max_size=12), contacts)
def test_a_further_contact_never_takes_a_step_away(
    sessions: list[SessionSummary], more: SessionSummary
) -> None:
    before, after = stands(*sessions), stands(*sessions, more)
    for old, new in zip(before.steps, after.steps, strict=True):
        assert new.left <= old.left
        assert old.state != "done" or new.state == "done"


@given(st.lists(contacts, max_size=12), moments)
def test_what_is_next_can_be_done(sessions: list[SessionSummary], now: datetime) -> None:
    found = stands(*sessions, now=now)
    match found.next:
        case Play() as play:
            row = next(row for row in found.steps if row.step.id == play.step)
            assert row.state == "open"
            assert play.scenario in row.candidates
        case Read(step):
            assert step == "page"
        case None:
            assert found.finished or "open" not in states(found)
