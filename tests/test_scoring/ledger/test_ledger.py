"""The learned ledger: sums, weighing, which breaches stand, and what its points are laid on."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hand_made import GOOD, Kit, Part
from hypothesis import given
from hypothesis import strategies as st

from scenarios.acts import Act, Breach
from scenarios.language import LANGUAGES, Language
from scenarios.values import changed
from scoring.breaches.find import FoundBreach
from scoring.language.lexicon import read_ideas
from scoring.ledger import builtin_ledger, ledger_file
from scoring.ledger.columns import COLUMNS, HOLLOW, LANES
from scoring.ledger.ensemble import Ensemble
from scoring.ledger.entries import Ledger, from_json, load_ledger, packed, unpacked
from scoring.ledger.estimate import THOUSAND, TYPICAL, Estimate, add_up, density, shares_of
from scoring.ledger.ranked import score_of
from scoring.ledger.settle import settled_breaches
from scoring.ledger.weighing import FACTS, direction, facts_of, weigh
from scoring.model import DIMENSIONS, Span
from scoring.moment.view import View
from scoring.rubrics.rubric import load_rubric

KIT = Kit()
NOTHING = (0,) * len(COLUMNS)
EMPTY = (0,) * len(LANES)


def ledger(points: dict[str, str], base: tuple[int, ...] = EMPTY) -> Ledger:
    return Ledger("en", base, points, {})


def test_a_sign_counts_once_where_it_stands_first() -> None:
    """The same sign in two clauses brings its points to the first only."""
    heard = add_up(
        [],
        [["w:ring", "w:you"], ["w:ring"]],
        THOUSAND,
        ledger({"w:ring": "0 500", "w:you": "2 50"}),
    )
    assert heard.totals[:3] == (500, 0, 50)
    assert [row[:3] for row in heard.clauses] == [(500, 0, 50), (0, 0, 0)]


def test_signs_of_the_whole_reply_count_by_their_value() -> None:
    """A sign with half its value brings half its points, on top of the base."""
    base = (1000, *EMPTY[1:])
    heard = add_up([("r:empathy", 50)], [], THOUSAND, ledger({"r:empathy": "0 3000"}, base))
    assert heard.totals[0] == 2500
    assert heard.scores["empathy"] == round(score_of("empathy", 2500) / 100)


def test_dense_points_count_more_in_a_short_reply() -> None:
    """One kind clause is more of a short reply than of a long one; a plain point is the same."""
    kind = ledger({"w:sorry": f"0 100 {len(COLUMNS)} 400"})
    long, usual, short = (
        add_up([], [["w:sorry"]], density(words), kind).clauses[0][0]
        for words in (4 * TYPICAL, TYPICAL, TYPICAL // 4)
    )
    assert (long, usual, short) == (300, 500, 900)
    assert density(0) == density(1) < 10 * THOUSAND


@given(st.lists(st.integers(-40_000, 40_000), min_size=len(LANES), max_size=len(LANES)))
def test_scores_stay_on_the_scale(totals: list[int]) -> None:
    """Whatever the points add up to, a score is 0 to 100."""
    heard = add_up([], [], THOUSAND, ledger({}, tuple(totals)))
    assert all(0 <= heard.scores[dimension] <= 100 for dimension in DIMENSIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_fit_the_program(language: str) -> None:
    """Columns, the facts that totals are weighed by, and the word list are those of the code."""
    raw = json.loads(ledger_file(language).read_bytes())  # type: ignore[arg-type]
    made = from_json(raw, language)  # type: ignore[arg-type]
    assert tuple(raw["columns"]) == LANES
    assert COLUMNS[-1] == HOLLOW
    facts = facts_of(NOTHING, [], {}, THOUSAND)
    assert len(facts) == len(FACTS)
    assert {*made.weighing} == {*DIMENSIONS, *(breach.value for breach in Breach)}
    for trees in made.weighing.values():
        for tree in trees:
            answers = [at for at in range(0, len(tree), 3) if tree[at] == -1]
            asked = [at for at in range(0, len(tree), 3) if tree[at] != -1]
            assert len(tree) % 3 == 0 and len(answers) == len(asked) + 1
            assert all(tree[at] < len(FACTS) and at < tree[at + 2] < len(tree) for at in asked)
    ideas = read_ideas(language)  # type: ignore[arg-type]
    assert {word: tuple(names) for word, names in made.ideas.items()} == ideas, (
        "ideas.yaml has changed: run python -m scoring.fitting.ledger"
    )
    for entry in made.points.values():
        numbers = [int(number) for number in entry.split()]
        assert len(numbers) % 2 == 0
        assert all(0 <= column < len(LANES) for column in numbers[::2])


def test_a_tree_leads_from_question_to_answer() -> None:
    """Up to its border a fact leads on, over it to the other side; answers of trees add up."""
    tree = [0, 50, 6, -1, 100, 0, 1, 7, 12, -1, 200, 0, -1, 300, 0]
    answers = [weigh([tree, [-1, 1, 0]], facts) for facts in ((50, 99), (51, 7), (51, 8))]
    assert answers == [101, 201, 301]


def estimate_of(certainty: int, **brought: int) -> Estimate:
    """What a reply comes to whose first clause brought that, and whose breaches are all as certain."""
    totals = (0, 0, 0, *(brought.get(b.value.replace("-", "_"), 0) for b in Breach), 0)
    trees = {breach.value: Ensemble([[-1, certainty, 0]]) for breach in Breach}
    scores = dict.fromkeys(DIMENSIONS, 50)
    clauses = (totals, *[(0,) * len(totals)] * len(GOOD))
    return Estimate(totals, clauses, scores, facts_of(totals, clauses, {}, THOUSAND), trees)


def view(*said: Part) -> View:
    return View(KIT.read(*(said or GOOD[:1])), KIT.moment(), KIT.shop)


RULE = load_rubric().ledger
OF_A_REVIEW = (Part("I have seen your review."), *GOOD)


def test_an_alarm_that_nothing_bears_out_is_dropped() -> None:
    """A detector's breach falls where neither its sentence nor the reply as a whole is like one."""
    found = (FoundBreach(Span(0, 3), Breach.BLAME, 0, clauses=(0,)),)
    doubtful = estimate_of(RULE.drops - 1)
    assert settled_breaches(found, doubtful, view(*GOOD), RULE) == ()
    assert settled_breaches(found, doubtful, view(), RULE) == found, "nothing else is said"
    assert settled_breaches(found, estimate_of(-251), view(), RULE) == (), "nor anything like it"
    assert settled_breaches(found, estimate_of(RULE.drops), view(*GOOD), RULE) == found
    said = estimate_of(RULE.drops - 1, blame=RULE.bears)
    assert settled_breaches(found, said, view(*GOOD), RULE) == found


def test_what_the_case_itself_forbids_stands_where_nothing_speaks_for_policy() -> None:
    """The ledger knows the words of a new case less well than its author does."""
    doubtful = estimate_of(RULE.drops - 1)
    poor = changed(doubtful, {"scores": {**doubtful.scores, "policy": 49}})
    granted = (FoundBreach(Span(0, 3), Breach.BEYOND_AUTHORITY, 0, "limit", clauses=(0,)),)
    of_a_rule = (FoundBreach(Span(0, 3), Breach.BEYOND_AUTHORITY, 0, clauses=(0,)),)
    assert settled_breaches(granted, poor, view(*GOOD), RULE) == granted
    assert settled_breaches(granted, doubtful, view(*GOOD), RULE) == ()
    assert settled_breaches(of_a_rule, poor, view(*GOOD), RULE) == ()


def test_a_breach_in_fresh_words_is_named_with_its_clause() -> None:
    """Where wording and reply leave little doubt, the breach stands without a detector."""
    likely = estimate_of(RULE.raises, review_deal=600)
    (named,) = settled_breaches((), likely, view(*OF_A_REVIEW), RULE)
    assert named.breach is Breach.REVIEW_DEAL
    assert named.span == view(*OF_A_REVIEW).reading.clauses[0].span
    doubtful = estimate_of(RULE.raises - 1, review_deal=600)
    assert settled_breaches((), doubtful, view(*OF_A_REVIEW), RULE) == ()


def test_a_sentence_alone_must_be_as_likely_a_breach_as_not() -> None:
    """A short plain closing is no affront because nothing else was said."""
    alone = view(Part("I have seen your review."))
    assert settled_breaches((), estimate_of(-1, review_deal=600), alone, RULE) == ()
    assert settled_breaches((), estimate_of(0, review_deal=600), alone, RULE) != ()


def test_nobody_bargains_over_a_review_that_nobody_speaks_of() -> None:
    """However much of the wording is that of a bargain; nor in a sentence without a word of it."""
    assert settled_breaches((), estimate_of(0, review_deal=600), view(), RULE) == ()
    assert settled_breaches((), estimate_of(0, review_deal=600), view(*GOOD), RULE) == ()


def test_a_few_words_must_be_as_likely_hostile_as_not() -> None:
    """However many sentences they are: "I see. I'll pass that on." is curt, and no more."""
    curt = (Part("I see."), Part("I'll pass that on.", (Act.PROMISE,)))
    assert settled_breaches((), estimate_of(-1, hostility=600), view(*curt), RULE) == ()
    assert settled_breaches((), estimate_of(0, hostility=600), view(*curt), RULE) != ()


def test_what_fails_a_reply_is_named_sooner_than_what_only_costs() -> None:
    """An automatic fail that goes unheard teaches worse than one too many that is looked at."""
    likely = estimate_of(RULE.raises, blame=600, review_deal=600)
    named = settled_breaches((), likely, view(*OF_A_REVIEW), RULE)
    assert [found.breach for found in named] == [Breach.REVIEW_DEAL]


def test_sympathy_with_what_the_case_tells_is_no_affront() -> None:
    """A few words of it are none, however much mockery is worded like them."""
    likely = estimate_of(RULE.raises, hostility=600)
    assert view(*GOOD).acts_in(0, Act.ACKNOWLEDGE)
    assert settled_breaches((), likely, view(*GOOD), RULE) == ()


def test_a_poor_reply_alone_is_no_breach() -> None:
    """However likely the rest makes it, the wording itself must speak for the breach."""
    for brought in (RULE.least, RULE.says):
        heard = estimate_of(500, hostility=brought - 1)
        assert settled_breaches((), heard, view(), RULE) == ()


@pytest.mark.parametrize("weighed", (*DIMENSIONS, *(breach.value for breach in Breach)))
@given(data=st.data())
def test_more_of_what_is_good_never_harms(weighed: str, data: st.DataObject) -> None:
    """Raising a fact moves what is weighed only the way that the fact may move it."""
    trees = load_ledger(data.draw(st.sampled_from(LANGUAGES))).weighing[weighed]
    numbers = st.lists(st.integers(-5000, 5000), min_size=len(FACTS), max_size=len(FACTS))
    facts = data.draw(numbers)
    at = data.draw(st.sampled_from([n for n, name in enumerate(FACTS) if direction(name, weighed)]))
    more = [*facts[:at], facts[at] + data.draw(st.integers(1, 3000)), *facts[at + 1 :]]
    gain = weigh(trees, more) - weigh(trees, facts)
    assert gain * direction(FACTS[at], weighed) >= 0


@cache
def asked_often(language: Language, weighed: str) -> Ensemble:
    """An ensemble past the questions that it still walks through its trees for."""
    trees = Ensemble(load_ledger(language).weighing[weighed])
    for _ in range(200):
        trees.weigh([0] * len(FACTS))
    return trees


@pytest.mark.parametrize("weighed", (*DIMENSIONS, *(breach.value for breach in Breach)))
@given(data=st.data())
def test_trees_made_ready_answer_as_they_did(weighed: str, data: st.DataObject) -> None:
    """Facts at a border of some question, or anywhere, come to the same as walking through."""
    language = data.draw(st.sampled_from(LANGUAGES))
    trees = load_ledger(language).weighing[weighed]
    limits = [tree[at + 1] for tree in trees for at in range(0, len(tree), 3) if tree[at] != -1]
    some = st.integers(-5000, 5000) | st.sampled_from(limits or [0])
    near = st.builds(int.__add__, some, st.integers(-1, 1))
    facts = data.draw(st.lists(near, min_size=len(FACTS), max_size=len(FACTS)))
    assert asked_often(language, weighed).weigh(facts) == weigh(trees, facts)


@given(st.integers(-100, 100), st.lists(st.integers(-3000, 3000), max_size=4))
def test_points_laid_on_clauses_add_up(points: int, brought: list[int]) -> None:
    """Every point finds a place, on a clause or on the reply as a whole."""
    rows = tuple((value, *NOTHING[1:]) for value in brought)
    heard = Estimate(NOTHING, rows, dict.fromkeys(DIMENSIONS, 0), (), {})
    shares = list(shares_of(points, "empathy", heard))
    assert sum(part for _, part in shares) == points
    assert all(part * points > 0 for _, part in shares)


def test_words_of_one_language_have_no_points_in_the_other() -> None:
    """Each language has a ledger of its own."""
    assert builtin_ledger("ja").known(["w:ring_you"]) == ()
    assert builtin_ledger("en").known(["w:申し訳無い"]) == ()


@given(
    st.lists(
        st.lists(st.integers(-(2**28), 2**28), min_size=len(LANES), max_size=len(LANES)),
        max_size=5,
    )
)
def test_rows_added_up_as_one_number_are_added_up_by_column(rows: list[list[int]]) -> None:
    """No column reaches into the next, whatever the signs of the points."""
    sums = tuple(sum(row[at] for row in rows) for at in range(len(LANES)))
    assert unpacked(sum(map(packed, rows))) == sums
