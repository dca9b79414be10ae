"""What a clause earned is told in one line; what no clause shows is laid on the lines there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scenarios.acts import Breach
from scenarios.language import Text
from scoring.feedback.laying import Reason, Setting, laid_on_lines
from scoring.feedback.lines import LEDGER, is_rest, told_as_one
from scoring.model import DIMENSIONS, Dimension, Finding, Span

FIRST, SECOND, THIRD = Span(0, 4), Span(5, 9), Span(10, 14)
UNTOLD = ("every-wish", "moves-matter")
"""Criteria that no single clause shows."""
KIN = {
    "who-what-when": "time",
    "time-and-owner": "time",
    "names-situation": "situation",
    "apology-fit": "apology",
}
ORDER = ("names-situation", "apology-fit", "serves-need", "who-what-when", "time-and-owner")


def line(
    rule: str,
    points: int,
    dimension: Dimension = "empathy",
    breach: Breach | None = None,
    span: Span | None = FIRST,
) -> Finding:
    return Finding(rule, rule, dimension, 1, span, points, Text(rule, rule), breach=breach)


def words(points: int, span: Span | None = FIRST, dimension: Dimension = "empathy") -> Finding:
    """What the ledger adds for words, or without a span for the whole."""
    return line(LEDGER, points, dimension, span=span)


def reason(finding: Finding) -> Reason | None:
    rule = finding.rule
    if rule in UNTOLD:
        return None
    rank = ORDER.index(rule) if rule in ORDER else len(ORDER)
    return Reason(rank, KIN.get(rule, rule), finding, alone=KIN.get(rule) != "time")


def impression(dimension: Dimension, points: int, clause: int | None) -> Finding:
    span = None if clause is None else (FIRST, SECOND, THIRD)[clause]
    return replace(words(points, span, dimension), message=Text(dimension, dimension))


USUAL = Setting(clauses=(FIRST, SECOND, THIRD), reason=reason)


def laid(findings: Sequence[Finding], setting: Setting = USUAL) -> list[Finding]:
    return laid_on_lines(findings, impression, setting)


def told(findings: Sequence[Finding], setting: Setting = USUAL) -> list[tuple[str, int]]:
    return [(one.rule, one.points) for one in laid(findings, setting)]


def test_a_poorer_reply_has_its_criteria_count_for_less() -> None:
    """Nothing is taken off that no words are at fault for, as long as lines can bear it."""
    lines = [line("apology-fit", 12), line("takes-on", 20, span=SECOND), words(-21, None)]
    assert told(lines) == [("apology-fit", 5), ("takes-on", 6)]


def test_a_better_reply_has_them_count_for_more() -> None:
    lines = told([line("apology-fit", 10), line("impersonal", -8, span=SECOND), words(+12, None)])
    assert lines == [("impersonal", -8), ("apology-fit", 22)]


def test_what_is_lost_points_at_the_words_that_put_off() -> None:
    """Where no fault tells of it, and the ledger hears it in one clause; not by the line of what is
    missing, nor where no words are much against the customer."""
    lines = [line("names-feeling", 0, span=None), words(-30, None)]
    hurting = replace(USUAL, brought={"empathy": (100, -700, 0)})
    (missing, off) = sorted(laid(lines, hurting), key=lambda f: f.points, reverse=True)
    assert (missing.rule, missing.points) == ("names-feeling", 0)
    assert (off.rule, off.points, off.span) == (LEDGER, -30, SECOND)
    mild = replace(USUAL, brought={"empathy": (100, -200, 0)})
    assert [(f.rule, f.points) for f in laid(lines, mild)] == [("names-feeling", -30)]


def test_what_one_clause_earned_is_told_in_one_line() -> None:
    """In every dimension in the same words, with two things at most that were good in it."""
    lines = laid(
        [
            line("names-situation", 20),
            line("serves-need", 40, "resolution"),
            line("who-what-when", 10, "resolution"),
            line("every-wish", 6, "policy"),
        ]
    )
    assert {(one.dimension, one.points) for one in lines} == {
        ("empathy", 20),
        ("policy", 6),
        ("resolution", 50),
    }
    assert {one.message.en for one in lines} == {"names-situation serves-need"}
    assert len(told_as_one(lines)) == 1


def test_what_is_nearly_the_same_is_told_once() -> None:
    lines = laid(
        [
            line("serves-need", 30, "resolution"),
            line("who-what-when", 12, "resolution"),
            line("time-and-owner", 8, "policy", span=SECOND),
        ]
    )
    assert {one.message.en for one in lines} == {"serves-need who-what-when"}


def test_a_time_alone_says_too_little() -> None:
    """It is told beside what the clause does."""
    assert told([line("who-what-when", 20, "resolution")]) == [(LEDGER, 20)]


def test_what_no_clause_shows_is_told_where_the_ledger_hears_it() -> None:
    """On the clause that brought most; never as praise of words that a criterion says nothing of
    unless they earned enough."""
    heard = replace(USUAL, brought={"empathy": (100, 900, 0)})
    lines = laid([line("every-wish", 30, "empathy")], heard)
    even = 15  # what is no warm word is told to have warmed by no more; the rest is the reply's
    assert [(one.span, one.points) for one in lines] == [(SECOND, even), (None, 30 - even)]
    few = laid([line("every-wish", 8, "empathy")], heard)
    assert [(one.span, one.points) for one in few] == [(None, 8)]
    unfit = replace(heard, fit={"empathy": frozenset({0})})
    lines = laid([line("every-wish", 30, "empathy")], unfit)
    assert [(one.span, one.points) for one in lines] == [(FIRST, 30)]


def test_what_is_missing_bears_what_no_words_are_at_fault_for() -> None:
    missing = line("names-feeling", 0, span=None)
    assert told([missing, words(-9, None)]) == [("names-feeling", -9)]


def test_no_words_that_do_harm_are_praised() -> None:
    """What they would earn makes the breach cost less, and counts elsewhere in other dimensions."""
    lines = [
        line("blame", -45, "policy", Breach.BLAME),
        line("answer-wishes", 9, "policy"),
        line("takes-on", 8),
        line("apology-fit", 6, span=SECOND),
    ]
    assert told(lines) == [("blame", -36), ("apology-fit", 14)]


def test_a_promise_without_its_time_may_be_a_good_step() -> None:
    lines = [
        line("open-promise", -30, "policy", Breach.OPEN_PROMISE),
        line("serves-need", 40, "resolution"),
    ]
    assert told(lines) == [("open-promise", -30), ("serves-need", 40)]


def test_a_tone_at_fault_bears_what_was_lost() -> None:
    familiar = replace(USUAL, faults=(line("plain-form", 0, span=None),))
    lines = told([line("takes-on", 8), words(-19, None)], familiar)
    assert lines == [("plain-form", -13), ("takes-on", 2)]


def test_what_costs_in_one_dimension_costs_in_another() -> None:
    """What no line of a dimension can bear stands beside the fault that is told."""
    lines = laid([line("blame", -30, "policy", Breach.BLAME), words(-9, None, "resolution")])
    assert [(one.rule, one.dimension, one.points) for one in lines] == [
        ("blame", "policy", -30),
        ("blame", "resolution", -9),
    ]


def test_what_no_words_show_is_counted_and_not_told() -> None:
    lines = laid([words(+9, None), words(-9, None, "policy")])
    assert [(one.dimension, one.points) for one in lines] == [("empathy", 9), ("policy", -9)]
    assert all(map(is_rest, lines)) and not told_as_one(lines)


def test_praise_and_faults_stay_within_the_scale() -> None:
    """What a breach takes back of more than anybody could earn is neither earned nor lost."""
    lines = laid(
        [
            line("blame", -90, "resolution", Breach.BLAME),
            line("serves-need", 120, "resolution", span=SECOND),
        ]
    )
    assert [(one.rule, one.points) for one in lines] == [("blame", -45), ("serves-need", 75)]


def test_a_slight_fault_beside_a_worse_one_has_no_line() -> None:
    lines = [
        line("open-promise", -30, "policy", Breach.OPEN_PROMISE),
        line("vague", -4, "policy"),
    ]
    assert told(lines) == [("open-promise", -34)]


def test_an_empty_reply_is_not_praised() -> None:
    """What says nothing to the customer is told so, and nothing else."""
    lines = [line("nothing-said", -10, span=None), line("takes-on", 8)]
    assert told(lines, replace(USUAL, empty=True)) == [("nothing-said", -2)]


def test_little_lines_are_left_out() -> None:
    """A point or two have no line; what they come to counts in the others."""
    lines = [line("takes-on", 2), line("apology-fit", 20, span=SECOND), words(+1, None)]
    assert told(lines) == [("apology-fit", 23)]


rules = st.sampled_from(["apology-fit", "takes-on", "every-wish", "left-standing"])
dimensions: st.SearchStrategy[Dimension] = st.sampled_from(["empathy", "policy", "resolution"])
breaches = st.sampled_from([None, None, Breach.BLAME])
spans = st.sampled_from([FIRST, SECOND, THIRD, None])
heard = st.fixed_dictionaries(
    {d: st.tuples(*[st.integers(-2000, 2000)] * 3) for d in DIMENSIONS},
)


@given(
    st.lists(st.builds(line, rules, st.integers(-60, 60), dimensions, breaches, spans), max_size=6),
    st.lists(st.builds(words, st.integers(-60, 60), spans, dimensions), max_size=4),
    heard,
    st.booleans(),
)
def test_sums_stay_and_no_harm_is_praised(
    lines: list[Finding],
    added: list[Finding],
    brought: dict[Dimension, tuple[int, ...]],
    empty: bool,
) -> None:
    """Each dimension comes to the same, and no words that break a rule are praised."""
    shown = laid([*lines, *added], replace(USUAL, brought=brought, empty=empty))
    before, after = Counter[str](), Counter[str]()
    for one in (*lines, *added):
        before[one.dimension] += one.points
    for one in shown:
        after[one.dimension] += one.points
    assert {d: n for d, n in before.items() if n} == {d: n for d, n in after.items() if n}
    harmful = [one.span for one in shown if one.breach is not None and one.span is not None]
    assert not any(one.points > 0 and one.span in harmful and not one.breach for one in shown)


def test_the_same_said_of_the_same_words_is_told_once() -> None:
    """Two dimensions are one line; what costs and what earns stay apart."""
    said = Text("…", "…")
    lines = [
        replace(line("answer-wishes", 4, "policy"), message=said),
        replace(line("takes-on", -2), message=said),
        replace(line("every-wish", 7, "resolution"), message=said),
    ]
    assert told_as_one(lines) == [(lines[0], lines[2]), (lines[1],)]
