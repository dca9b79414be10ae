"""Agreement between engine and leads: known values of kappa, intervals, counts, cases to settle."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from team_world import FIGURES, fact, rules

from scoring.agreement.rated import RatedReply, read_rated
from simulator.store.model import Fact
from simulator.team.calibration import Reviewed, band, calibrate
from simulator.team.disputed import fixture
from simulator.team.kappa import kappa_of, weighted_kappa
from simulator.team.verdict import verdict_of


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # The first two are in the tests of B. Hamner's metrics for the Hewlett essay contest.
        ([1, 2, 3], [1, 2, 3], 1.0),
        ([1, 2, 1], [1, 2, 2], 0.4),
        # By hand: distances 4 of 10; by chance 2 * (3*4 + 4*3 + 3*3*4) / 10 = 12.
        ([1, 2, 3, 1, 2, 2, 3, 1, 2, 3], [1, 2, 3, 1, 2, 3, 2, 1, 3, 2], 1 - 4 / 12),
        ([1, 3], [3, 1], -1.0),
    ],
)
def test_known_values(one: list[int], other: list[int], expected: float) -> None:
    assert weighted_kappa(Counter(zip(one, other, strict=True))) == pytest.approx(expected)


def test_with_two_levels_it_is_the_plain_kappa() -> None:
    """The textbook table of two readers of grant proposals: 20, 5, 10, 15 gives 0.4."""
    table = Counter({(1, 1): 20, (1, 0): 5, (0, 1): 10, (0, 0): 15})
    assert weighted_kappa(table) == pytest.approx(0.4)


def test_without_variance_there_is_no_value() -> None:
    found = kappa_of([[(2, 2)]] * 8)
    assert (found.value, found.low, found.why, found.pairs, found.same) == (
        None, None, "no-variance", 8, 8,
    )  # fmt: skip
    assert kappa_of([]).why == "nothing"
    # Here one side varies: chance leaves something, and agreement is no better than it.
    assert kappa_of([[(2, 2), (2, 1)]]).value == 0


def test_few_sessions_give_a_value_and_no_interval() -> None:
    found = kappa_of([[(0, 0), (2, 2)]] * 4)
    assert (found.value, found.low, found.high, found.why) == (1.0, None, None, "few")
    assert kappa_of([[(0, 0), (2, 1)]] * 5).why == ""


def test_where_nobody_ever_differed_there_is_no_interval() -> None:
    found = kappa_of([[(0, 0), (2, 2)]] * 5)
    assert (found.value, found.low, found.why) == (1.0, None, "all-same")


_PAIRS = st.lists(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=4), min_size=5, max_size=9
)


@given(_PAIRS)
def test_the_interval_is_the_same_each_time_and_in_bounds(
    sessions: list[list[tuple[int, int]]],
) -> None:
    found = kappa_of(sessions)
    assert found == kappa_of(sessions)
    if found.low is not None and found.high is not None:
        assert -1 <= found.low <= found.high <= 1


def test_sessions_are_drawn_not_replies() -> None:
    """Twenty replies that disagree, all of one contact: the interval knows it may be that one."""
    together = kappa_of([[(0, 2)] * 10, *[[(0, 0), (2, 2)]] * 5])
    apart = kappa_of([[(0, 2)]] * 10 + [[(0, 0)], [(2, 2)]] * 5)
    assert together.value == apart.value
    assert together.low is not None and together.high is not None and together.high == 1.0
    assert apart.low is not None and apart.high is not None and apart.high < 0.6


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30),
)
def test_it_is_what_the_definition_says(pairs: list[tuple[int, int]]) -> None:
    """Weights (i-j)^2 / (k-1)^2 over observed and expected tables of shares."""
    k, n = 5, len(pairs)
    weight = [[(i - j) ** 2 / (k - 1) ** 2 for j in range(k)] for i in range(k)]
    one = [sum(a == i for a, _ in pairs) / n for i in range(k)]
    other = [sum(b == j for _, b in pairs) / n for j in range(k)]
    expected = sum(weight[i][j] * one[i] * other[j] for i in range(k) for j in range(k))
    observed = sum(weight[a][b] / n for a, b in pairs)
    found = weighted_kappa(Counter(pairs))
    if found is None:
        assert expected == pytest.approx(0)
    else:
        assert found == pytest.approx(1 - observed / expected)


FAULTS = {"blame"}


def reviewed(session: str, *facts: Fact, rater: str = "aya", language: str = "ja") -> Reviewed:
    verdict = verdict_of(session, FIGURES, facts, rules())
    return Reviewed(session, rater, language, "late-parcel", verdict)


def over(session: str, item: str, value: object, turn: int = 0) -> Fact:
    return fact("override", session, author="aya", criterion=item, turn=turn, **{"is": value})


def test_what_was_not_overruled_counts_as_agreed() -> None:
    found = calibrate([reviewed("a"), reviewed("b", over("b", "names-feeling", "met", 1))], FAULTS)
    by_item = {a.item: a.kappa for a in found.agreements}
    # Two replies each: missed and partly by the engine; the lead raised one of the four.
    assert (by_item["names-feeling"].pairs, by_item["names-feeling"].same) == (4, 3)
    assert by_item["total"].value is None and by_item["total"].why == "no-variance"
    # Judged for the whole contact only, so compared there.
    assert by_item["every-wish"].pairs == 2
    assert by_item["empathy"].pairs == 2 + 4
    assert [a.item for a in found.agreements][:4] == ["total", "empathy", "policy", "resolution"]


def test_no_occasion_is_no_pair() -> None:
    found = calibrate([reviewed("a", over("a", "names-feeling", "no-occasion", 1))], FAULTS)
    assert {a.item: a.kappa.pairs for a in found.agreements}["names-feeling"] == 1


def test_groups_by_rater_and_language() -> None:
    sessions = [reviewed("a"), reviewed("b", rater="ken", language="en")]
    assert {a.group for a in calibrate(sessions, FAULTS, "rater").agreements} == {"aya", "ken"}
    assert {o.group for o in calibrate(sessions, FAULTS, "lang").outcomes} == {"ja", "en"}


def test_false_passes_and_false_fails() -> None:
    passing = replace(FIGURES, passed=True)
    verdict = verdict_of("c", passing, [over("c", "passed", False)], rules())
    found = calibrate(
        [
            reviewed("a"),
            reviewed("b", over("b", "passed", True)),
            Reviewed("c", "aya", "ja", "late-parcel", verdict),
        ],
        FAULTS,
    )
    (outcomes,) = found.outcomes
    assert (outcomes.false_passes, outcomes.false_fails, outcomes.lead_passed) == (1, 1, 1)


def test_the_largest_differences_come_first() -> None:
    found = calibrate(
        [
            reviewed("a", over("a", "empathy", 90, 1), over("a", "names-situation", "partly", 1)),
            reviewed("b", over("b", "passed", True), over("b", "policy", 80)),
        ],
        FAULTS,
    )
    # A value that is overruled by the same one is no difference.
    assert [(d.session, d.turn, d.item, d.points) for d in found.differences] == [
        ("b", 0, "passed", 100),
        ("a", 1, "empathy", 50),
        ("a", 1, "names-situation", 50),
    ]


@pytest.mark.parametrize(
    ("points", "expected"), [(0, 0), (19, 0), (20, 1), (79, 3), (80, 4), (100, 4)]
)
def test_bands(points: int, expected: int) -> None:
    assert band(points) == expected


def test_a_disputed_reply_becomes_a_rated_reply() -> None:
    verdict = verdict_of(
        "a", FIGURES, [over("a", "resolution", 25, 1), over("a", "blame", "met", 1)], rules()
    )
    line = fixture(
        verdict, 1, ("late-parcel", "ja"), (["まだ？"], "少々お待ちを"), {"blame": "blame"}
    )
    (item,) = read_rated([json.dumps(line)], "x")
    assert isinstance(item, RatedReply)
    assert item.ratings == {"empathy": 1.6, "policy": 3.6, "resolution": 1.0}
    assert item.place.context == ("まだ？",) and item.breaches == frozenset()


def test_without_a_figure_there_is_no_rated_reply() -> None:
    verdict = verdict_of("a", FIGURES, [], rules())
    assert fixture(verdict, 1, ("late-parcel", "ja"), ([], "x"), {}) is None  # resolution untold
    assert fixture(verdict, 9, ("late-parcel", "ja"), ([], "x"), {}) is None
    assert fixture(verdict, 2, ("late-parcel", "ja"), ([], "x"), {}) is not None


def test_faults_are_counted_not_compared() -> None:
    found = calibrate(
        [
            reviewed("a", over("a", "blame", "no-occasion", 1)),
            reviewed("b", over("b", "blame", "missed", 2)),
        ],
        FAULTS,
    )
    (blame,) = found.faults
    assert (blame.found, blame.struck, blame.added) == (2, 1, 1)
    assert "blame" not in {a.item for a in found.agreements}
