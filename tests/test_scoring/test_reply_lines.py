"""What a reply earned or lost as a whole is laid on the lines that point at its words."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from scenarios.acts import Breach
from scenarios.language import Text
from scoring.model import Dimension, Finding, Span
from scoring.reply_lines import LEDGER, laid_on_lines, told_as_one

SAID = Text("…", "…")


def line(
    rule: str, points: int, dimension: Dimension = "empathy", breach: Breach | None = None
) -> Finding:
    return Finding(rule, rule, dimension, 1, Span(0, 4), points, SAID, breach=breach)


def whole(points: int, dimension: Dimension = "empathy") -> Finding:
    return Finding(LEDGER, LEDGER, dimension, 1, None, points, SAID)


def test_a_poorer_reply_has_its_criteria_count_for_less() -> None:
    """Nothing is taken off that no words are at fault for, as long as lines can bear it."""
    lines = laid_on_lines([line("apology-fit", 12), line("warmth", 20), whole(-21)])
    assert [(one.rule, one.points) for one in lines] == [("apology-fit", 4), ("warmth", 7)]


def test_a_better_reply_has_them_count_for_more() -> None:
    """Up to twice, and a fault that costs points costs fewer."""
    lines = laid_on_lines([line("warmth", 10), line("impersonal", -8), whole(+12)])
    assert sum(one.points for one in lines) == 14
    assert all(one.rule != LEDGER for one in lines)


def test_what_no_line_can_bear_stands_in_its_own() -> None:
    """A breach costs what it costs, and a line is not lifted without end."""
    lines = laid_on_lines([line("blame", -45, "policy", Breach.BLAME), whole(+9, "policy")])
    assert [(one.rule, one.points) for one in lines] == [("blame", -45), (LEDGER, 9)]


rules = st.sampled_from(["apology-fit", "warmth", "left-standing"])
dimensions: st.SearchStrategy[Dimension] = st.sampled_from(["empathy", "policy"])
breaches = st.sampled_from([None, None, Breach.BLAME])


@given(
    st.lists(st.builds(line, rules, st.integers(-60, 60), dimensions, breaches), max_size=6),
    st.integers(-60, 60),
)
def test_sums_and_directions_stay(lines: list[Finding], points: int) -> None:
    """Each dimension comes to the same, and no line changes from earning to costing."""
    given_lines = [*lines, whole(points)]
    shown = laid_on_lines(given_lines)
    before, after = Counter[str](), Counter[str]()
    for one in given_lines:
        before[one.dimension] += one.points
    for one in shown:
        after[one.dimension] += one.points
    assert {d: n for d, n in before.items() if n} == {d: n for d, n in after.items() if n}
    for old, new in zip(lines, shown, strict=False):
        assert (old.points > 0, old.points < 0) == (new.points > 0, new.points < 0)
        assert old.breach is None or old == new
        assert old.dimension == "empathy" or old == new


def test_the_same_said_of_the_same_words_is_told_once() -> None:
    """Two dimensions are one line; what costs and what earns stay apart."""
    lines = [
        line("answer-wishes", 4, "policy"),
        line("warmth", -2),
        line("every-wish", 7, "resolution"),
    ]
    assert told_as_one(lines) == [(lines[0], lines[2]), (lines[1],)]
