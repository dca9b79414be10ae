"""What a drill is: its facts, its id, its customers, and how a lead may ask for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from team_world import fact

from scenarios.loader import UnknownScenario
from simulator.errors import UsageError
from simulator.team.drill import (
    ASSIGNED,
    CLOSED,
    DEFINED,
    Drill,
    DrillScenario,
    new_drill_id,
    read_drills,
    seed_for,
)
from simulator.team.drill_plan import DrillPlan, parse_due, planned

TOKYO = timezone(timedelta(hours=9))
NOW = datetime(2026, 11, 26, 14, 0, tzinfo=TOKYO)
DRILL = Drill("261126-500", "週次の練習", (DrillScenario("late-parcel", "h"),), seed=7)

drills = st.builds(
    Drill,
    id=st.just("261126-500"),
    title=st.text(min_size=1, max_size=80).filter(lambda text: text.strip() != ""),
    scenarios=st.lists(
        st.builds(DrillScenario, st.text(min_size=1), st.text()),
        min_size=1,
        max_size=30,
        unique_by=lambda s: s.id,
    ).map(tuple),
    language=st.sampled_from((None, "ja", "en")),
    mode=st.sampled_from(("guided", "practice", "test")),
    intensity=st.sampled_from(("mild", "normal", "hard")),
    seed=st.none() | st.integers(0, 2**53 - 1),
    due=st.none() | st.datetimes(timezones=st.just(UTC)),
    pass_mark=st.none() | st.integers(1, 100),
    attempts=st.none() | st.integers(1, 99),
    everyone=st.booleans(),
)


@given(drills)
def test_a_drill_comes_back_from_its_body(drill: Drill) -> None:
    """Whatever is put into a fact is what is read out of it."""
    assert Drill.from_body(drill.id, drill.to_body()) == drill


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", ""),
        ("title", None),
        ("title", "x" * 81),
        ("scenarios", []),
        ("scenarios", "late-parcel"),
        ("scenarios", [{"id": "a"}]),
        ("scenarios", [{"id": "a", "digest": "h", "more": 1}]),
        ("scenarios", [{"id": "a", "digest": "h"}, {"id": "a", "digest": "h"}]),
        ("language", "fr"),
        ("language", None),
        ("language", ["ja"]),
        ("mode", "exam"),
        ("intensity", 3),
        ("seed", -1),
        ("seed", 2**53),
        ("seed", True),
        ("seed", 1.5),
        ("due", "tomorrow"),
        ("due", "2026-11-26T10:00:00"),
        ("due", "0001-01-01T00:00:00+23:59"),
        ("due", 20261126),
        ("pass_mark", 0),
        ("pass_mark", 101),
        ("attempts", 0),
        ("everyone", "yes"),
        ("everyone", None),
        ("surprise", 1),
    ],
)
def test_a_fact_that_does_not_fit_is_told_and_left_out(name: str, value: Any) -> None:
    """One bad entry takes nothing away from the others; the reason names the field."""
    body = {**DRILL.to_body(), name: value}
    good = fact(DEFINED, "261126-501", person=None, **DRILL.to_body())
    found = read_drills([fact(DEFINED, "261126-500", person=None, **body), good])
    assert [r.drill.id for r in found.records] == ["261126-501"]
    assert [(u.subject, u.reason) for u in found.unreadable] == [("261126-500", name)]


def test_facts_of_drills_that_are_not_there() -> None:
    """Assignments and closings without a drill, without a person or a moment are told."""
    facts = [
        fact(ASSIGNED, "261126-500"),
        fact(CLOSED, None),
        fact(DEFINED, "261126-500", person=None, at="soon", **DRILL.to_body()),
        fact("override", "s1", turn=0),
    ]
    found = read_drills(facts)
    assert found.records == ()
    assert [u.reason for u in found.unreadable] == ["at", "no such drill", "subject"]


def test_what_the_facts_make() -> None:
    """Assigned in order and once, the first definition and the first closing count."""
    other = replace(DRILL, title="なりすまし")
    facts = [
        fact(ASSIGNED, DRILL.id, person="mei"),  # by a lead whose clock is behind
        fact(DEFINED, DRILL.id, person=None, author="sato", **DRILL.to_body()),
        fact(DEFINED, DRILL.id, person=None, **other.to_body()),
        fact(ASSIGNED, DRILL.id, person="ken"),
        fact(ASSIGNED, DRILL.id, person="mei"),
        fact(CLOSED, DRILL.id, person=None, reason="終わり", at="2026-05-05T10:00:00.000Z"),
        fact(CLOSED, DRILL.id, person=None, reason="もう一度"),
    ]
    found = read_drills(facts)
    (record,) = found.records
    assert (record.drill.title, record.by, record.assigned) == (
        "週次の練習",
        "sato",
        ("mei", "ken"),
    )
    assert record.closed is not None
    assert (record.closed.reason, record.closed.by) == ("終わり", "lead")
    assert found.open == ()
    assert record.is_for("mei")
    assert not record.is_for("yui")


@given(st.lists(st.datetimes(timezones=st.just(UTC)), min_size=2, max_size=8))
def test_ids_are_short_and_sort_by_time(moments: list[datetime]) -> None:
    """However quickly they are made, no two are the same; later ones never sort before earlier."""
    made: list[str] = []
    for moment in sorted(m.replace(year=2026) for m in moments if (m.month, m.day) != (2, 29)):
        made.append(new_drill_id(moment, made))
    assert len(set(made)) == len(made)
    assert all(len(one) <= 13 for one in made)
    assert made == sorted(made)


def test_the_same_customer_or_another_for_each() -> None:
    """A seed is everybody's; without one it depends on drill, person and attempt only."""
    varied = replace(DRILL, seed=None)
    assert {seed_for(DRILL, login, n) for login in ("mei", "ken") for n in (1, 2)} == {7}
    assert seed_for(varied, "mei", 1) == seed_for(varied, "mei", 1)
    seeds = {seed_for(varied, login, n) for login in ("mei", "ken") for n in (1, 2, 3)}
    assert len(seeds) == 6
    assert seed_for(varied, "mei", 1) == 665_021  # the same on every machine, in every version


# ---------------------------------------------------------------- what a lead asks for


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-01", "2026-12-01T23:59:59+09:00"),
        ("2026/12/1", "2026-12-01T23:59:59+09:00"),
        ("2026年12月1日", "2026-12-01T23:59:59+09:00"),
        ("２０２６－１２－０１", "2026-12-01T23:59:59+09:00"),
        ("2026-12-01 17:30", "2026-12-01T17:30:00+09:00"),
        ("2026年12月1日 9:05", "2026-12-01T09:05:00+09:00"),
        ("2026-12-01T17:30", "2026-12-01T17:30:00+09:00"),
        ("2026-12-01T17:30+00:00", "2026-12-02T02:30:00+09:00"),
        ("2026-12-01T17:30:00Z", "2026-12-02T02:30:00+09:00"),
    ],
)
def test_a_due_date_as_people_write_it(text: str, expected: str) -> None:
    """A day lasts to its end, in the zone of whoever writes it unless another is written."""
    assert parse_due(text, NOW) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    ["", "tomorrow", "明日", "2026-13-01", "2026-02-30", "2026-12-01 25:00", "12-01", "1" * 99],
)
def test_what_is_no_date(text: str) -> None:
    """Told in both languages, never a traceback."""
    with pytest.raises(UsageError) as error:
        parse_due(text, NOW)
    assert text in error.value.text("ja").message
    assert text in error.value.text("en").message


@given(st.text(max_size=30))
def test_no_text_is_too_odd_for_a_date(text: str) -> None:
    """Whatever is typed gives a moment with a zone, or the error for it."""
    try:
        assert parse_due(text, NOW).tzinfo is not None
    except UsageError as error:
        assert error.code == "drill.due"


PLAN = DrillPlan("週次", ("late-parcel", "ribbon", "late-parcel"), seed=3)
DIGESTS = {"late-parcel": "a", "ribbon": "b"}


def test_a_plan_becomes_a_drill() -> None:
    """Each scenario once, with the digest of today."""
    drill = planned(replace(PLAN, title=" 週次\n"), "d", DIGESTS, NOW)
    assert drill.scenarios == (DrillScenario("late-parcel", "a"), DrillScenario("ribbon", "b"))
    assert drill.title == "週次"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " \n "}, "drill.title"),
        ({"title": "あ" * 81}, "drill.title"),
        ({"scenarios": ()}, "drill.scenarios"),
        ({"pass_mark": 0}, "drill.pass-mark"),
        ({"pass_mark": 101}, "drill.pass-mark"),
        ({"attempts": 0}, "drill.attempts"),
        ({"attempts": 100}, "drill.attempts"),
        ({"seed": -1}, "drill.seed"),
        ({"due": NOW}, "drill.due-past"),
    ],
)
def test_plans_that_are_refused(changes: dict[str, Any], code: str) -> None:
    """What cannot be is told with its own code, and nothing is made."""
    with pytest.raises(UsageError) as error:
        planned(replace(PLAN, **changes), "d", DIGESTS, NOW)
    assert error.value.code == code


def test_a_time_that_is_over_can_be_meant() -> None:
    """With *late* a due date in the past is taken."""
    past = NOW - timedelta(days=1)
    assert planned(replace(PLAN, due=past), "d", DIGESTS, NOW, late=True).due == past


def test_an_unknown_scenario_has_a_suggestion() -> None:
    """The error knows what was probably meant."""
    with pytest.raises(UnknownScenario) as error:
        planned(replace(PLAN, scenarios=("late-parcle",)), "d", DIGESTS, NOW)
    assert error.value.near[0] == "late-parcel"
