"""Agreement with rated replies: rank statistics, rated files, the figures, and how they are told."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.acts import Breach
from scenarios.language import LANGUAGES, Language
from scoring.agreement.measure import (
    ENOUGH,
    GROUPS,
    Agreement,
    AlarmFigures,
    Disagreement,
    PairFigures,
    ScaleFigures,
    is_gaming,
    measure,
)
from scoring.agreement.rated import (
    OWN_PAIRS,
    OWN_REPLIES,
    YARDSTICK,
    ContrastPair,
    Place,
    Rated,
    RatedError,
    RatedReply,
    builtin,
    read_rated,
    read_rated_file,
)
from scoring.agreement.statistics import pearson, ranks, spearman, spearman_given
from scoring.agreement.table import about_text, agreement_json, agreement_text
from scoring.model import DIMENSIONS, Dimension, Reading, ReplyGrade, Shares

# ---------------------------------------------------------------- rank statistics

NUMBERS = st.integers(-9, 9)
"""Few different ones, so that ties are common."""


@st.composite
def columns(draw: st.DrawFn, count: int) -> tuple[list[float], ...]:
    """So many lists of one length."""
    rows = draw(st.lists(st.tuples(*[NUMBERS] * count), max_size=25))
    return tuple([float(row[n]) for row in rows] for n in range(count))


def varies(values: Sequence[float]) -> bool:
    return len(set(values)) > 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], []),
        ([7], [0]),
        ([30, 10, 20], [2, 0, 1]),
        ([5, 5], [0.5, 0.5]),
        ([3, 1, 3, 2], [2.5, 0, 2.5, 1]),
        ([2, 2, 1, 2], [2, 2, 0, 2]),
    ],
)
def test_equal_values_share_the_mean_of_their_places(
    values: list[float], expected: list[float]
) -> None:
    """Ranks start at 0, and those of a tie are the mean of the places it takes."""
    assert ranks(values) == expected


@given(columns(1))
def test_ranks_keep_the_order_and_the_sum(lists: tuple[list[float]]) -> None:
    """A larger value ranks higher, equal ones the same, and the ranks add up as without ties."""
    (values,) = lists
    found = ranks(values)
    assert sum(found) == len(values) * (len(values) - 1) / 2
    for value, rank in zip(values, found, strict=True):
        assert all((value < v) == (rank < r) for v, r in zip(values, found, strict=True))


def test_correlations_worked_out_by_hand() -> None:
    """Linear, by rank, by rank with a tie, and with a third list held fixed."""
    assert pearson([1, 2, 3], [1, 2, 6]) == pytest.approx(5 / math.sqrt(2 * 14))
    assert spearman([1, 2, 3, 4], [10, 30, 20, 400]) == pytest.approx(0.8)
    assert spearman([1, 2, 3], [5, 5, 9]) == pytest.approx(1.5 / math.sqrt(2 * 1.5))
    held = spearman_given([1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4])
    assert held == pytest.approx((0.8 - 0.8 * 0.4) / math.sqrt((1 - 0.8**2) * (1 - 0.4**2)))


@pytest.mark.parametrize("correlation", [pearson, spearman])
def test_where_a_side_does_not_vary_there_is_no_figure(correlation: Any) -> None:
    """Empty lists, a single value and a list of equal values have no correlation."""
    assert correlation([], []) is None
    assert correlation([1], [2]) is None
    assert correlation([1, 2, 3], [4, 4, 4]) is None
    assert correlation([4, 4, 4], [1, 2, 3]) is None


@pytest.mark.parametrize("correlation", [pearson, spearman])
def test_lists_of_different_length_are_refused(correlation: Any) -> None:
    """Values without a partner are a mistake of the caller, never left out in silence."""
    with pytest.raises(ValueError):
        correlation([1, 2, 3], [1, 2])


@given(columns(2))
def test_rank_correlation_is_symmetric_and_bounded(lists: tuple[list[float], ...]) -> None:
    """It is the same both ways, from -1 to 1, and missing only where a side does not vary."""
    one, other = lists
    rho = spearman(one, other)
    assert rho == spearman(other, one)
    assert (rho is None) == (not (varies(one) and varies(other)))
    assert rho is None or -1 <= rho <= 1


@given(columns(2), st.sampled_from([lambda x: 3 * x + 5, lambda x: x**3, math.exp]))
def test_only_the_order_counts(lists: tuple[list[float], ...], change: Any) -> None:
    """A change that keeps the order changes nothing; one that turns it round turns the sign."""
    one, other = lists
    rho = spearman(one, other)
    assert spearman([change(x) for x in one], other) == rho
    turned = spearman([-x for x in one], other)
    assert turned == (None if rho is None else pytest.approx(-rho))


@given(columns(1))
def test_a_list_agrees_fully_with_itself(lists: tuple[list[float]]) -> None:
    """Beside itself a list that varies has 1, and beside its opposite -1."""
    (values,) = lists
    if varies(values):
        assert spearman(values, values) == pytest.approx(1)
        assert spearman(values, [-x for x in values]) == pytest.approx(-1)


@given(columns(2))
def test_an_unrelated_list_held_fixed_changes_nothing(lists: tuple[list[float], ...]) -> None:
    """Each pair once at either of two values of the fixed list: the correlation stays."""
    one, other = lists
    fixed = [0.0] * len(one) + [1.0] * len(one)
    rho = spearman(one * 2, other * 2)
    held = spearman_given(one * 2, other * 2, fixed)
    assert held == (None if rho is None else pytest.approx(rho))


@given(columns(2))
def test_a_fixed_list_without_variation_changes_nothing(lists: tuple[list[float], ...]) -> None:
    """Replies of one length: holding the length fixed gives the plain correlation."""
    one, other = lists
    assert spearman_given(one, other, [7.0] * len(one)) == spearman(one, other)


@given(columns(2))
def test_nothing_is_left_where_a_side_itself_is_held_fixed(lists: tuple[list[float], ...]) -> None:
    """A grade that is the length in disguise has no figure with the length held fixed."""
    one, other = lists
    assert spearman_given(one, other, one) is None
    assert spearman_given(one, other, [-x for x in other]) is None


@given(columns(3))
def test_partial_correlation_is_symmetric_and_bounded(lists: tuple[list[float], ...]) -> None:
    """Whatever is held fixed, the figure is the same both ways and no larger than 1."""
    one, other, fixed = lists
    held = spearman_given(one, other, fixed)
    assert held == spearman_given(other, one, fixed)
    assert held is None or abs(held) <= 1 + 1e-9


# ---------------------------------------------------------------- rated files

REPLY: Mapping[str, Any] = {
    "id": "a",
    "scenario": "late-delivery",
    "lang": "en",
    "context": ["My parcel still isn't here!"],
    "reply": "I'm sorry.",
    "empathy": 2,
    "policy": 3.5,
    "resolution": 0,
    "breaches": ["blame", "hostility"],
    "kind": "expert",
    "part": "late",
}
PAIR: Mapping[str, Any] = {
    "id": "p",
    "scenario": "late-delivery",
    "lang": "ja",
    "context": [],
    "scale": "policy",
    "better": "確認いたします。",
    "worse": "知りません。",
}


def without(item: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != key}


def read(*items: Mapping[str, Any] | str) -> list[Rated]:
    lines = (item if isinstance(item, str) else json.dumps(item) for item in items)
    return list(read_rated(lines, "team.jsonl"))


def test_a_rated_reply_is_read() -> None:
    """Place, words, three ratings as numbers, breaches, kind and part."""
    assert read(REPLY) == [
        RatedReply(
            Place("a", "late-delivery", "en", ("My parcel still isn't here!",)),
            "I'm sorry.",
            {"empathy": 2.0, "policy": 3.5, "resolution": 0.0},
            frozenset({Breach.BLAME, Breach.HOSTILITY}),
            "expert",
            "late",
        )
    ]


def test_a_pair_is_read() -> None:
    """What has a better and a worse reply is a pair, with the scale it is about."""
    assert read(PAIR) == [
        ContrastPair(
            Place("p", "late-delivery", "ja", ()), "policy", "確認いたします。", "知りません。"
        )
    ]


def test_what_may_be_left_out() -> None:
    """Context, breaches, kind and part are optional, and what is not known is passed over."""
    names = ("context", "breaches", "kind", "part")
    bare = {name: value for name, value in REPLY.items() if name not in names}
    (item,) = read({**bare, "differs": "nothing", "raters": 3})
    assert isinstance(item, RatedReply)
    assert item.place.context == ()
    assert item.breaches == frozenset()
    assert (item.kind, item.part) == ("", "")


def test_blank_lines_are_skipped_and_counted() -> None:
    """Blank lines give nothing, but the lines after them keep their numbers."""
    assert [item.place.id for item in read("", REPLY, "  \t\n", PAIR, "\n")] == ["a", "p"]
    with pytest.raises(RatedError, match=r"^team\.jsonl:4: "):
        read("", REPLY, "\n", "{")


def test_texts_are_made_safe() -> None:
    """Words from a file can neither drive a terminal nor hide themselves."""
    (item,) = read({**REPLY, "id": "a\x1b[2J", "reply": "\x07bell", "context": ["\u202ehidden"]})
    assert isinstance(item, RatedReply)
    for text in (item.place.id, item.reply, *item.place.context):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_items_come_as_they_are_read() -> None:
    """What stands before a bad line has been handed out when the line is reached."""
    items = read_rated([json.dumps(REPLY), "nonsense"], "team.jsonl")
    assert next(items).place.id == "a"
    with pytest.raises(RatedError):
        next(items)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", ""),
        ("nonsense", ""),
        ("[" * 100_000, ""),
        ("[1]", "not a JSON object"),
        ('"a"', "not a JSON object"),
        ("null", "not a JSON object"),
        *(
            (without(REPLY, key), f"'{key}' is missing")
            for key in ("id", "scenario", "lang", "reply", "empathy", "policy", "resolution")
        ),
        *((without(PAIR, key), f"'{key}' is missing") for key in ("id", "scale", "worse")),
        (without(PAIR, "better"), "'empathy' is missing"),
        ({**REPLY, "id": 5}, "'id' is no text"),
        ({**REPLY, "scenario": None}, "'scenario' is no text"),
        ({**REPLY, "reply": ["I'm sorry."]}, "'reply' is no text"),
        ({**PAIR, "better": None}, "'better' is no text"),
        ({**PAIR, "worse": 1}, "'worse' is no text"),
        ({**REPLY, "lang": "de"}, "unknown language: de"),
        ({**PAIR, "scale": "warmth"}, "unknown scale: warmth"),
        ({**REPLY, "context": "Hello?"}, "'context' is no list of texts"),
        ({**REPLY, "context": ["Hello?", 1]}, "'context' is no list of texts"),
        ({**REPLY, "context": None}, "'context' is no list of texts"),
        ({**REPLY, "empathy": "4"}, "'empathy' is no number"),
        ({**REPLY, "policy": True}, "'policy' is no number"),
        ({**REPLY, "resolution": None}, "'resolution' is no number"),
        ({**REPLY, "empathy": 4.01}, "'empathy' is not from 0 to 4"),
        ({**REPLY, "policy": -1}, "'policy' is not from 0 to 4"),
        ({**REPLY, "resolution": math.nan}, "NaN is no value"),
        ({**REPLY, "resolution": math.inf}, "Infinity is no value"),
        (
            {**REPLY, "breaches": ["rudeness"]},
            "unknown breach: rudeness (there are: third-party-data, ",
        ),
        ({**REPLY, "breaches": "blame"}, "'breaches' is no list"),
        ({**REPLY, "breaches": 5}, "'breaches' is no list"),
        ({**REPLY, "breaches": [["blame"]]}, ""),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_bad_line_is_named_with_its_place_and_why(bad: Mapping[str, Any] | str, why: str) -> None:
    """The message begins with file and line and goes on with a reason."""
    with pytest.raises(RatedError) as caught:
        read(REPLY, bad, REPLY)
    place, reason = str(caught.value).split(": ", 1)
    assert place == "team.jsonl:2"
    assert reason
    assert why in reason


def test_an_id_stands_once_in_a_file() -> None:
    """The same reply taken in twice would count twice."""
    with pytest.raises(RatedError, match=r"^team\.jsonl:3: the id 'a' stands in line 1 already"):
        read(REPLY, PAIR, REPLY)


def test_a_file_is_named_by_its_last_part(tmp_path: Path) -> None:
    """A file is read as UTF-8; a bad line is told with the name of the file, not its folders."""
    path = tmp_path / "評価.jsonl"
    path.write_text(json.dumps(PAIR, ensure_ascii=False) + "\n{}\n", encoding="utf-8")
    items = read_rated_file(path)
    first = next(items)
    assert isinstance(first, ContrastPair)
    assert first.better == PAIR["better"]
    with pytest.raises(RatedError, match=r"^評価\.jsonl:2: "):
        next(items)


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    """Whoever calls can tell a missing file from a bad line."""
    with pytest.raises(FileNotFoundError):
        list(read_rated_file(tmp_path / "nowhere.jsonl"))


def test_what_comes_with_the_program_can_be_read() -> None:
    """Every line of the built-in files is an item with an id of its own; together they come file by file."""
    names = (YARDSTICK, OWN_REPLIES, OWN_PAIRS)
    files = {name: builtin(name) for name in names}
    assert builtin() == [item for name in names for item in files[name]]
    assert all(isinstance(item, RatedReply) for item in files[YARDSTICK] + files[OWN_REPLIES])
    assert all(isinstance(item, ContrastPair) for item in files[OWN_PAIRS])
    for name, items in files.items():
        ids = [item.place.id for item in items]
        assert len(ids) == len(set(ids)), name


# ---------------------------------------------------------------- figures

NOTHING = Reading("", "en", (), (), (), (), Shares(0.0, 0.0, 0.0, 0.0), 0, "none")

Scores = tuple[int | None, int | None, int | None]


def graded(scores: Scores, *breaches: Breach) -> ReplyGrade:
    return ReplyGrade(dict(zip(DIMENSIONS, scores, strict=True)), (), breaches, (), NOTHING)


class Grades:
    """Gives the grade that was written down for a reply, and remembers what it was asked."""

    def __init__(self, **grades: ReplyGrade) -> None:
        self.grades = grades
        self.asked: list[tuple[str, str]] = []

    def __call__(self, place: Place, reply: str) -> ReplyGrade:
        self.asked.append((place.id, reply))
        return self.grades[reply.strip()]


def rated(
    name: str,
    ratings: tuple[float, float, float] = (2, 2, 2),
    *breaches: Breach,
    lang: Language = "en",
    kind: str = "",
    scenario: str = "late-delivery",
    length: int = 0,
) -> RatedReply:
    """A rated reply whose words are its name, filled up with blanks to a length."""
    return RatedReply(
        Place(name, scenario, lang, ()),
        name.ljust(length),
        dict(zip(DIMENSIONS, ratings, strict=True)),
        frozenset(breaches),
        kind,
    )


def pair(name: str, scale: Dimension, better: str, worse: str, lang: Language = "en") -> Rated:
    return ContrastPair(Place(name, "late-delivery", lang, ()), scale, better, worse)


def scale_of(found: Agreement, scale: Dimension, group: str = "en") -> ScaleFigures:
    (figures,) = (row for row in found.scales if (row.group, row.scale) == (group, scale))
    return figures


SIX = (
    rated("a", (0, 4, 2), length=20),
    rated("b", (1, 3, 1), length=10),
    rated("c", (1, 3, 3), length=30),
    rated("d", (2, 2, 2), length=40),
    rated("e", (4, 1, 0), length=50),
    rated("f", (3, 0, 4), length=60),
)
SIX_GRADES = Grades(
    a=graded((10, None, 50)),
    b=graded((20, None, 50)),
    c=graded((30, 70, 50)),
    d=graded((40, 60, 50)),
    e=graded((50, 30, 50)),
    f=graded((60, 10, 50)),
)


def test_figures_of_a_scale_worked_out_by_hand() -> None:
    """Rank correlation with a tie, the length alone, the length held fixed, the mean error."""
    found = scale_of(measure(SIX, SIX_GRADES), "empathy")
    # Ranks of the ratings: 0 1.5 1.5 3 5 4, of the grades: 0 1 2 3 4 5, of the lengths: 1 0 2 3 4 5
    rho, length, between = 16 / math.sqrt(17.5 * 17), 14.5 / math.sqrt(17.5 * 17), 16.5 / 17.5
    assert (found.told, found.untold) == (6, 0)
    assert found.rho == pytest.approx(rho)
    assert found.length == pytest.approx(length)
    held = (rho - between * length) / math.sqrt((1 - between**2) * (1 - length**2))
    assert found.given_length == pytest.approx(held)
    assert found.error == pytest.approx((10 + 5 + 5 + 10 + 50 + 15) / 6)


def test_few_grades_give_no_figures() -> None:
    """Under five told grades there are counts only; the untold ones are counted apart."""
    found = scale_of(measure(SIX, SIX_GRADES), "policy")
    assert found == ScaleFigures("en", "policy", ENOUGH - 1, 2, None, None, None, None)
    enough = measure(SIX[:ENOUGH], SIX_GRADES)
    assert scale_of(enough, "policy").rho is None
    assert scale_of(enough, "empathy").rho is not None


def test_a_grade_that_never_varies_has_an_error_but_no_correlation() -> None:
    """The same grade for everything agrees with nothing, however small its error is."""
    found = scale_of(measure(SIX, SIX_GRADES), "resolution")
    assert found.rho is None
    assert found.given_length is None
    assert found.length is not None
    assert found.error == pytest.approx((0 + 25 + 25 + 0 + 50 + 50) / 6)


def test_pairs_are_counted_and_a_tie_is_not_right() -> None:
    """Right, level and wrong; what cannot be told is below every grade, and level with its like."""
    grades = Grades(
        high=graded((50, 80, 10)),
        low=graded((50, 20, 10)),
        zero=graded((50, 0, 10)),
        untold=graded((50, None, 10)),
    )
    items = [
        pair("p1", "policy", "high", "low"),
        pair("p2", "policy", "low", "low"),
        pair("p3", "policy", "low", "high"),
        pair("p4", "policy", "untold", "untold"),
        pair("p5", "policy", "zero", "untold"),
        pair("p6", "empathy", "high", "low", lang="ja"),
    ]
    found = measure(items, grades)
    assert found.pairs == (
        PairFigures("en", "policy", right=2, level=2, wrong=1),
        PairFigures("ja", "empathy", right=0, level=1, wrong=0),
    )
    assert [figures.share for figures in found.pairs] == [0.4, 0.0]
    assert found.scales == ()
    assert found.alarms == ()
    assert grades.asked[:2] == [("p1", "high"), ("p1", "low")]


def test_no_pairs_have_no_share() -> None:
    """The share of nothing is 0 and no error."""
    assert PairFigures("en", "policy", 0, 0, 0).share == 0.0


BREACHES = (
    rated("caught", (0, 0, 0), Breach.HOSTILITY),
    rated("by-another", (0, 0, 0), Breach.CARD_DATA),
    rated("missed", (0, 0, 0), Breach.REVIEW_DEAL, Breach.BLAME),
    rated("no-fail", (1, 1, 1), Breach.BLAME),
    rated("named", (3, 3, 3), Breach.BLAME),
    rated("clean", (3, 3, 3)),
    rated("alarm", (4, 4, 4)),
    rated("middling", (3, 2.9, 3)),
)
BREACH_GRADES = Grades(
    caught=graded((0, 0, 0), Breach.HOSTILITY, Breach.BLAME),
    **{"by-another": graded((0, 0, 0), Breach.THIRD_PARTY_DATA)},
    missed=graded((0, 0, 0), Breach.BLAME),
    **{"no-fail": graded((0, 0, 0))},
    named=graded((90, 90, 90), Breach.BLAME),
    clean=graded((90, 90, 90)),
    alarm=graded((90, 90, 90), Breach.BLAME, Breach.OPEN_PROMISE),
    middling=graded((90, 90, 90), Breach.BLAME),
)


def test_fails_and_false_alarms() -> None:
    """A fail is caught by any automatic fail; an alarm counts only on a reply rated as clean."""
    (found,) = measure(BREACHES, BREACH_GRADES).alarms
    assert (found.fails, found.fails_caught) == (3, 2)
    assert (found.clean, found.false_alarms) == (2, 1)
    assert (found.gaming, found.gaming_mean, found.gaming_highest_id) == (0, 0.0, "")


def test_every_breach_has_its_counts() -> None:
    """Each breach of the guide stands there once: named, caught by name, raised on clean ones."""
    found = measure(BREACHES, BREACH_GRADES).breaches
    assert [row.breach for row in found] == list(Breach)
    counts = {row.breach: (row.named, row.caught, row.raised_on_clean) for row in found}
    assert counts[Breach.HOSTILITY] == (1, 1, 0)
    assert counts[Breach.CARD_DATA] == (1, 0, 0)
    assert counts[Breach.BLAME] == (3, 2, 1)
    assert counts[Breach.OPEN_PROMISE] == (0, 0, 1)
    assert counts[Breach.THIRD_PARTY_DATA] == (0, 0, 0)


def test_gaming_replies_are_watched() -> None:
    """Their mean over three grades, untold as 0, and the highest with its id."""
    grades = Grades(
        a=graded((30, 60, 0)), b=graded((90, None, 0)), c=graded((9, 0, 0)), d=graded((99, 99, 99))
    )
    items = (
        rated("a", kind="keyword stuffer"),
        rated("b", kind="Recites the manual"),
        rated("c", kind="off-topic"),
        rated("d", kind="expert"),
    )
    (found,) = measure(items, grades).alarms
    assert found.gaming == 3
    assert found.gaming_mean == pytest.approx((30 + 30 + 3) / 3)
    assert found.gaming_highest == pytest.approx(30)
    assert found.gaming_highest_id in ("a", "b")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("keyword stuffer", True),
        ("Parrots the customer", True),
        ("OFF TOPIC", True),
        ("nearly empty", True),
        ("expert", False),
        ("solid ordinary agent, little warmth", False),
        ("", False),
    ],
)
def test_kinds_that_game_the_scorer(kind: str, expected: bool) -> None:
    """A word in the kind tells it, in capitals or not."""
    assert is_gaming(kind) is expected


def test_the_largest_disagreements_come_first() -> None:
    """So many for each scale, the largest first, by id where level, never one without a grade."""
    grades = Grades(
        a=graded((100, None, 50)),
        b=graded((0, 50, 50)),
        c=graded((90, 60, 50)),
        d=graded((50, 51, 50)),
    )
    items = [rated("d"), rated("b"), rated("a"), rated("c")]
    found = measure(items, grades, worst=2).worst
    assert [(row.scale, row.id, row.grade) for row in found] == [
        ("empathy", "a", 100),
        ("empathy", "b", 0),
        ("policy", "c", 60),
        ("policy", "d", 51),
        ("resolution", "a", 50),
        ("resolution", "b", 50),
    ]
    assert {row.rating for row in found} == {50.0}
    assert measure(items, grades).worst == ()


def test_groups_are_kept_apart() -> None:
    """By language, by case or by kind; alphabetical, each with all its scales and alarms."""
    items = (
        rated("a", lang="ja", kind="expert"),
        rated("b", scenario="review-threat"),
        rated("c", kind="expert"),
        pair("p", "empathy", "a", "b"),
    )
    grades = Grades(**dict.fromkeys("abc", graded((1, 2, 3))))
    expected = {
        "lang": ["en", "ja"],
        "case": ["late-delivery/en", "late-delivery/ja", "review-threat/en"],
        "kind": ["-/en", "expert/en", "expert/ja"],
    }
    assert set(expected) == set(GROUPS)
    for name, groups in expected.items():
        found = measure(items, grades, GROUPS[name])
        assert [(row.group, row.scale) for row in found.scales] == [
            (group, scale) for group in groups for scale in DIMENSIONS
        ]
        assert [row.group for row in found.alarms] == groups
        assert {row.told for row in found.scales} <= {1, 2}
    assert measure(items, grades, GROUPS["kind"]).pairs[0].group == "-/en"
    assert measure(items, grades, GROUPS["case"]).pairs[0].group == "late-delivery/en"


def test_every_reply_is_graded_once() -> None:
    """Grouping and listing cost no further grading; items may come from a stream."""
    grades = Grades(**SIX_GRADES.grades)
    measure(iter(SIX), grades, GROUPS["case"], worst=3)
    assert grades.asked == [(item.place.id, item.reply) for item in SIX]


def test_nothing_measured_is_no_error() -> None:
    """A file without an item gives figures without a group, and every breach at 0."""
    found = measure([], Grades(), worst=5)
    assert (found.scales, found.pairs, found.alarms, found.worst) == ((), (), (), ())
    assert {(row.named, row.caught, row.raised_on_clean) for row in found.breaches} == {(0, 0, 0)}


# ---------------------------------------------------------------- how they are told

LONG = "Sorry\nabout\tthat. " + "x" * 300
FOUND = Agreement(
    scales=(
        ScaleFigures("en", "empathy", 6, 2, 0.92765, 0.7481, 0.8407, 15.8333),
        ScaleFigures("en", "policy", 3, 0, None, None, None, None),
        ScaleFigures("en", "resolution", 0, 0, None, None, None, None),
    ),
    pairs=(PairFigures("en", "policy", 2, 2, 1),),
    alarms=(
        AlarmFigures("en", 3, 2, 11, 1, 4, 20.6, 29.6, "en-061"),
        AlarmFigures("ja", 0, 0, 0, 0, 0, 0.0, 0.0, ""),
    ),
    breaches=measure(BREACHES, BREACH_GRADES).breaches,
    worst=(Disagreement("en-017", "empathy", 100, 33.25, LONG),),
)


def rows(language: Language, found: Agreement = FOUND) -> list[list[str]]:
    return [line.split() for line in agreement_text(found, language).splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_tells_every_figure(language: Language) -> None:
    """A row for each scale and pair with its rounded figures; a missing figure is a dash."""
    table = rows(language)
    assert ["en", "empathy", "6", "0.928", "0.748", "0.841", "15.8", "25%"] in table
    assert ["en", "policy", "3", "-", "-", "-", "-", "0%"] in table
    assert ["en", "resolution", "0", "-", "-", "-", "-", "0%"] in table
    assert ["en", "policy", "5", "0.400", "(+2", "=2", "-1)"] in table
    for breach in Breach:
        assert sum(row[:1] == [breach.value] for row in table) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_alarms_are_told_in_a_sentence(language: Language) -> None:
    """Caught of all fails, false of all clean, gaming replies; no empty brackets without one."""
    english, japanese = (
        line
        for line in agreement_text(FOUND, language).splitlines()
        if line.startswith(("en: ", "ja: "))
    )
    for words in ("2/3", "1/11", " 21 ", " 30 ", "(en-061)"):
        assert words in english
    assert "()" not in japanese
    assert "0/0" in japanese


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disagreement_is_one_line(language: Language) -> None:
    """Id, both figures and the beginning of the reply, whatever breaks of line it has."""
    last = agreement_text(FOUND, language).splitlines()[-1]
    assert last.startswith("empathy")
    assert " 100 " in last
    assert "en-017: Sorry about that. xxx" in last
    assert "x" * 101 not in last


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_pairs_nothing_is_said_of_them(language: Language) -> None:
    """The heading of the pairs stands only above pairs."""
    full = agreement_text(FOUND, language)
    bare = agreement_text(Agreement(FOUND.scales, (), FOUND.alarms, FOUND.breaches, ()), language)
    left_out = set(full.splitlines()) - set(bare.splitlines())
    assert len(left_out) == 3  # heading, one pair, one disagreement


def test_both_languages_tell_the_same_rows() -> None:
    """The words differ, the number of lines and the rows of figures do not."""
    japanese, english = (agreement_text(FOUND, language).splitlines() for language in LANGUAGES)
    assert len(japanese) == len(english)
    assert japanese[0] != english[0]
    assert japanese[1:4] == english[1:4]
    assert about_text("ja") != about_text("en")


def test_json_holds_what_was_measured() -> None:
    """Plain values under the names of the figures, null for what cannot be told, and the share."""
    values = json.loads(json.dumps(agreement_json(FOUND), allow_nan=False))
    assert values["scales"][0]["rho"] == FOUND.scales[0].rho
    assert values["scales"][1] == {
        "group": "en",
        "scale": "policy",
        "told": 3,
        "untold": 0,
        "rho": None,
        "given_length": None,
        "length": None,
        "error": None,
    }
    assert values["pairs"] == [
        {"group": "en", "scale": "policy", "right": 2, "level": 2, "wrong": 1, "share": 0.4}
    ]
    assert [row["group"] for row in values["alarms"]] == ["en", "ja"]
    assert [row["breach"] for row in values["breaches"]] == [breach.value for breach in Breach]
    assert values["worst"][0]["reply"] == LONG


@given(st.lists(st.tuples(*[st.sampled_from([None, 0, 7, 50, 100])] * 3), max_size=9))
def test_any_grades_can_be_measured_and_told(scores: Iterable[Scores]) -> None:
    """Whatever the grades are, there is a table in both languages and JSON without NaN."""
    names = {f"r{number}": graded(values) for number, values in enumerate(scores)}
    found = measure([rated(name) for name in names], Grades(**names), worst=2)
    json.dumps(agreement_json(found), allow_nan=False)
    for language in LANGUAGES:
        assert agreement_text(found, language)
