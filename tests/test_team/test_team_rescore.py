"""What a comparison of rules tells about contacts scored under both."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from scoring.model import DIMENSIONS
from simulator.team.rescore import BANDS, MEASURES, Cause, Rescored, Scored, compare

_SCORE = st.none() | st.integers(0, 100)
_SCORED = st.builds(
    Scored,
    _SCORE,
    st.booleans(),
    st.fixed_dictionaries(dict.fromkeys(DIMENSIONS, _SCORE)),
    st.lists(st.sampled_from(["blame", "card-data"]), unique=True).map(tuple),
    st.dictionaries(st.sampled_from(["warmth", "takes-on"]), st.integers(-40, 40), max_size=2),
)


def scored(total: int | None, passed: bool = False, **criteria: int) -> Scored:
    return Scored(total, passed, dict.fromkeys(DIMENSIONS, total), (), criteria)


def contact(name: str, before: Scored, after: Scored) -> Rescored:
    return Rescored(
        name, "late-delivery", "yui", f"2026-11-0{len(name)}T09:00+00:00", before, after
    )


def test_what_changes_is_counted_and_named() -> None:
    """Means, bands, passes that come and go, and the largest change with what is behind it."""
    same = contact("a", scored(80, True), scored(80, True))
    up = contact("b", scored(68, warmth=4), scored(72, True, warmth=9))
    down = contact("c", scored(75, True, warmth=9, names=5), scored(55, False, warmth=7))
    found = compare([up, down, same], {"changed": 2, "stopped": 0})
    assert (found.contacts, found.changed) == (3, 2)
    total = found.measures["total"]
    assert (total.mean_before, total.mean_after) == (74.3, 69.0)
    assert (total.higher, total.lower) == (1, 1)
    assert total.bands_before == (0, 0, 0, 1, 1, 1, 0)
    assert total.bands_after == (0, 0, 1, 0, 1, 1, 0)
    assert (found.passes_before, found.passes_after) == (2, 2)
    assert [c.session for c in found.newly_passed] == ["b"]
    assert [c.session for c in found.newly_failed] == ["c"]
    assert [m.contact.session for m in found.largest] == ["c", "b"]
    assert found.largest[0].causes == (Cause("names", -5), Cause("warmth", -2))
    assert found.left_out == {"changed": 2}


def test_a_score_that_cannot_be_told_is_left_out_of_means() -> None:
    """A mean is over what could be told under both rules; without any there is none."""
    found = compare([contact("a", scored(None), scored(50))], {})
    assert found.measures["total"].mean_before is None
    assert found.measures["total"].count == 0
    assert found.changed == 1


@given(st.lists(st.tuples(_SCORED, _SCORED), max_size=6))
def test_the_same_rules_change_nothing_and_counts_add_up(
    pairs: list[tuple[Scored, Scored]],
) -> None:
    """Bands hold every contact once; where nothing differs, nothing is reported."""
    contacts = [contact("x" * (n + 1), b, a) for n, (b, a) in enumerate(pairs)]
    found = compare(contacts, {})
    for name in MEASURES:
        measure = found.measures[name]
        assert sum(measure.bands_before) == sum(measure.bands_after) == measure.count
    assert found.passes_after - found.passes_before == (
        len(found.newly_passed) - len(found.newly_failed)
    )
    same = compare([contact("y", b, b) for b, _ in pairs], {})
    assert (same.changed, same.largest, same.criteria) == (0, (), ())


@given(_SCORED)
def test_a_line_of_the_work_file_gives_the_same_scores(one: Scored) -> None:
    assert Scored.from_json(json.loads(json.dumps(one.to_json()))) == one


def test_bands_leave_no_gap() -> None:
    assert [n for low, high in BANDS for n in range(low, high + 1)] == list(range(101))
