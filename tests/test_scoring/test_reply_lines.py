"""What a reply earned or lost as a whole is laid on the lines that point at its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from scenarios.acts import Breach
from scenarios.language import Text
from scoring.model import Dimension, Finding, Span
from scoring.reply_lines import LEDGER, Setting, laid_on_lines, told_as_one

SAID = Text("…", "…")
FIRST, SECOND = Span(0, 4), Span(5, 9)


def line(
    rule: str,
    points: int,
    dimension: Dimension = "empathy",
    breach: Breach | None = None,
    span: Span | None = FIRST,
) -> Finding:
    return Finding(rule, rule, dimension, 1, span, points, SAID, breach=breach)


def words(points: int, span: Span | None = FIRST, dimension: Dimension = "empathy") -> Finding:
    """What the ledger adds for words, or without a span for the whole."""
    return line(LEDGER, points, dimension, span=span)


def whole(dimension: Dimension, points: int) -> Finding:
    return words(points, None, dimension)


def told(findings: Sequence[Finding], setting: Setting | None = None) -> list[tuple[str, int]]:
    lines = laid_on_lines(findings, whole, setting or Setting())
    return [(one.rule, one.points) for one in lines]


def test_a_poorer_reply_has_its_criteria_count_for_less() -> None:
    """Nothing is taken off that no words are at fault for, as long as lines can bear it."""
    lines = [line("apology-fit", 12), line("warmth", 20), words(-21, None)]
    assert told(lines) == [("apology-fit", 4), ("warmth", 7)]


def test_a_better_reply_has_them_count_for_more() -> None:
    """Up to twice, and a fault that costs points costs fewer."""
    lines = told([line("warmth", 10), line("impersonal", -8), words(+12, None)])
    assert sum(points for _, points in lines) == 14
    assert LEDGER not in dict(lines)


def test_how_words_come_across_counts_in_what_is_told_of_them() -> None:
    """The same words are not praised and blamed in two lines."""
    assert told([line("warmth", 10), words(+6)]) == [("warmth", 16)]
    assert told([line("warmth", 10), words(-4)]) == [("warmth", 6)]
    assert told([line("warmth", 10), words(-18)]) == [(LEDGER, -8)]
    assert told([line("warmth", 10), words(-18, SECOND)]) == [("warmth", 10), (LEDGER, -18)]


def test_what_was_met_in_part_tells_what_is_missing() -> None:
    """Nothing is laid on such a line: it would be praised for what it lacks."""
    setting = Setting(halves=frozenset({("warmth", "empathy")}))
    assert told([line("warmth", 10), words(+20)], setting) == [("warmth", 10), (LEDGER, 20)]


def test_no_words_that_do_harm_are_praised() -> None:
    """What they would earn makes the breach cost less, and counts elsewhere in other dimensions."""
    lines = [
        line("blame", -45, "policy", Breach.BLAME),
        line("answer-wishes", 9, "policy"),
        line("takes-on", 8),
        line("warmth", 6, span=SECOND),
    ]
    assert told(lines) == [("warmth", 14), ("blame", -36)]
    doubt = line(LEDGER, 0, "policy")
    assert told([line("warmth", 8), words(-7, dimension="policy")], Setting(doubt=doubt)) == [
        (LEDGER, 8),
        (LEDGER, -7),
    ]


def test_an_empty_reply_is_not_praised() -> None:
    """What says nothing to the customer is told so, and nothing else."""
    lines = [line("nothing-said", -10, span=None), line("warmth", 8)]
    assert told(lines, Setting(empty=True)) == [("nothing-said", -2)]


def test_little_lines_are_left_out() -> None:
    """A point or two have no line; what they come to counts in the others."""
    lines = [line("warmth", 2), line("apology-fit", 20, span=SECOND), words(+1, None)]
    assert told(lines) == [("apology-fit", 23)]


rules = st.sampled_from(["apology-fit", "warmth", "left-standing"])
dimensions: st.SearchStrategy[Dimension] = st.sampled_from(["empathy", "policy"])
breaches = st.sampled_from([None, None, Breach.BLAME])
spans = st.sampled_from([FIRST, SECOND, None])


@given(
    st.lists(st.builds(line, rules, st.integers(-60, 60), dimensions, breaches, spans), max_size=6),
    st.lists(st.builds(words, st.integers(-60, 60), spans, dimensions), max_size=4),
)
def test_sums_stay_and_nobody_is_told_both(lines: list[Finding], heard: list[Finding]) -> None:
    """Each dimension comes to the same, and no words that break a rule are praised."""
    shown = laid_on_lines([*lines, *heard], whole, Setting())
    before, after = Counter[str](), Counter[str]()
    for one in (*lines, *heard):
        before[one.dimension] += one.points
    for one in shown:
        after[one.dimension] += one.points
    assert {d: n for d, n in before.items() if n} == {d: n for d, n in after.items() if n}
    harmful = [one.span for one in shown if one.breach is not None and one.span is not None]
    assert not any(one.points > 0 and one.span in harmful and not one.breach for one in shown)


def test_the_same_said_of_the_same_words_is_told_once() -> None:
    """Two dimensions are one line; what costs and what earns stay apart."""
    lines = [
        line("answer-wishes", 4, "policy"),
        line("warmth", -2),
        line("every-wish", 7, "resolution"),
    ]
    assert told_as_one(lines) == [(lines[0], lines[2]), (lines[1],)]
