"""One reply's grade: what earns, what costs, what never helps."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hand_made import GOOD, Kit, Part, part
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.acts import Act, Breach
from scoring.grade import grade_reply
from scoring.model import DIMENSIONS, Level, Shares
from scoring.rubrics.rubric import load_rubric

KIT = Kit()


@pytest.fixture
def grade(rubric):
    def of(*parts, moment=None, **reading):
        return grade_reply(KIT.read(*parts, **reading), moment or KIT.moment(), rubric, KIT.shop)

    return of


def test_a_good_reply_stands_near_the_top_in_everything(grade):
    """Situation, apology, step, time, name and a question earn nearly all there is."""
    scores = grade(*GOOD).scores
    assert all(scores[d] is not None and scores[d] >= 85 for d in DIMENSIONS)


def test_a_civil_reply_without_any_sign_starts_low(grade):
    """Politeness alone earns little empathy and no resolution."""
    scores = grade(part("Thank you for calling.", Act.THANK)).scores
    assert scores["empathy"] <= 45
    assert scores["resolution"] == 0


def test_every_point_has_a_line(grade, rubric):
    """Base plus the points of a dimension's findings is its score."""
    for parts in (GOOD, GOOD[:2], (part("You didn't read it", Act.BLAME), *GOOD)):
        result = grade(*parts)
        for dimension in DIMENSIONS:
            points = sum(c.points for c in result.criteria if c.dimension == dimension)
            lines = sum(f.points for f in result.findings if f.dimension == dimension)
            base = rubric.dimensions[dimension].base
            assert base + points == base + lines == result.scores[dimension]


def test_spans_are_the_trainees_words(grade):
    """A finding about the apology points at the apology."""
    result = grade(*GOOD)
    (apology,) = [f for f in result.findings if f.rule == "apology-fit"]
    assert result.reading.text[apology.span.start : apology.span.end] == GOOD[1].text


def test_an_automatic_fail_leaves_no_policy(grade):
    """Somebody else's address takes all of policy, however warm the rest."""
    result = grade(*GOOD, part("Here is the address", Act.OFFER, about=("address",)))
    assert result.scores["policy"] == 0
    assert result.breaches == (Breach.THIRD_PARTY_DATA,)


def test_a_missed_step_is_worded_from_the_scenario(grade):
    """What to say instead comes from this case and not from a list of phrases."""
    result = grade(part("I see.", Act.STOCK))
    assert "I'll ask the depot." in [f.better.en for f in result.findings if f.better]


def test_what_has_been_said_is_not_proposed_again(grade):
    """Whoever has offered to ask the depot is pointed at the next step."""
    poor = part("I see.", Act.STOCK)
    later = grade(poor, moment=KIT.moment(turn=2, named=frozenset({"depot"})))
    told = [f.better.en if f.better else f.message.en for f in later.findings]
    assert any("delivery tonight" in words for words in told), told
    assert "I'll ask the depot." not in [f.better.en for f in later.findings if f.better]


def test_one_way_under_two_names_is_no_choice(grade):
    """Words that two of the case's topics know are one way; two ways stand apart."""
    one = grade(
        part("I'll ask the depot to bring it tonight.", Act.PROMISE, about=("depot", "plan-b"))
    )
    two = grade(
        part("I'll ask the depot now,", Act.PROMISE, about=("depot",)),
        part("or have it brought tonight.", Act.OFFER, about=("plan-b",)),
    )
    levels = [{c.criterion: c.level for c in g.criteria}["choices"] for g in (one, two)]
    assert levels == [Level.NOT_MET, Level.MET]


def test_a_duty_without_occasion_leaves_the_denominator(grade):
    """Time and owner is no occasion where nothing was promised."""
    result = grade(part("That must be wearing.", Act.EMPATHISE, about=("worn",)))
    (duty,) = [c for c in result.criteria if c.criterion == "time-and-owner"]
    assert (duty.level, duty.out_of) == (Level.NO_OCCASION, 0)


def test_an_identity_check_is_a_step_when_it_is_due(grade):
    """Asking who calls moves the case, and does the duty of the moment."""
    due = KIT.moment("opening", identity_checked=False)
    result = grade(part("May I have your order number?", Act.VERIFY, question=True), moment=due)
    levels = {c.criterion: c.level for c in result.criteria}
    assert levels["verify-identity"] is levels["serves-need"] is Level.MET


def test_nothing_said_cannot_be_judged_for_policy(grade):
    """Silence keeps no rule and breaks none: that is said openly."""
    result = grade(part("…", salad=True), words=0)
    assert result.scores["policy"] is None
    assert result.scores["resolution"] == 0


def test_plain_form_holds_empathy_in_japanese_only(rubric):
    """Familiar speech to a customer limits empathy in Japanese; in English it is a register."""
    reading = KIT.read(*GOOD, politeness="plain")
    japanese = replace(KIT.moment(), language="ja")
    assert grade_reply(reading, japanese, rubric, KIT.shop).scores["empathy"] <= 50
    assert grade_reply(reading, KIT.moment(), rubric, KIT.shop).scores["empathy"] > 50


def test_apologies_without_a_step_stay_low(grade):
    """Five apologies and nothing else: little empathy, hardly any resolution."""
    scores = grade(*[part(f"So sorry {n}.", Act.APOLOGISE) for n in range(5)]).scores
    assert scores["empathy"] <= 50
    assert scores["resolution"] <= 25


def test_a_scenario_may_weigh_differently(rubric):
    """A weight set in the scenario moves the score; an unknown name does nothing."""
    apology = KIT.read(GOOD[1])
    usual = grade_reply(apology, KIT.moment(), rubric, KIT.shop).scores["empathy"]
    heavier = KIT.with_scenario(weights={"names-feeling": 100, "no-such": 50})
    moved = grade_reply(apology, heavier.moment(), rubric, KIT.shop).scores["empathy"]
    assert moved < usual


# ---------------------------------------------------------------- properties

RUBRIC = load_rubric()
ACTS = st.lists(st.sampled_from(list(Act)), max_size=3)
TOPICS = st.lists(
    st.sampled_from([f"{sign}{name}" for name in KIT.scenario.topics for sign in ("", "-")]),
    max_size=2,
    unique_by=lambda name: name.lstrip("-"),
)
FLAGS = st.fixed_dictionaries(
    {},
    optional={
        "negated": st.booleans(),
        "question": st.booleans(),
        "conditional": st.booleans(),
        "modality": st.sampled_from(["can", "cannot", "will", "will-not", "might", "plain"]),
    },
)
PARTS = st.lists(
    st.builds(
        lambda acts, topics, flags, n: Part(f"clause {n}.", tuple(acts), tuple(topics), (), flags),
        ACTS,
        TOPICS,
        FLAGS,
        st.integers(0, 99),
    ),
    max_size=5,
)
EMPTY_CLAUSES = {
    "quoted": {"quoted": True},
    "repeated": {"repeated": True},
    "recited": {"recited": True},
    "salad": {"salad": True},
}


def _scores(parts, **reading):
    return grade_reply(KIT.read(*parts, **reading), KIT.moment(), RUBRIC, KIT.shop).scores


def _value(score):
    return -1 if score is None else score


@given(parts=PARTS)
@settings(max_examples=120, deadline=None)
def test_grades_stay_within_bounds(parts):
    """Whatever was read, every grade is 0 to 100 or openly untold."""
    for score in _scores(parts).values():
        assert score is None or 0 <= score <= 100


@given(parts=PARTS, kind=st.sampled_from(sorted(EMPTY_CLAUSES)))
@settings(max_examples=120, deadline=None)
def test_empty_words_never_raise_a_grade(parts, kind):
    """Quoting, repeating, reciting or a row of keywords earns nothing on top."""
    added = Part(
        "all the right words", tuple(Act), ("morning", "depot", "worn"), (), EMPTY_CLAUSES[kind]
    )
    before, after = _scores(parts), _scores([*parts, added])
    for dimension in DIMENSIONS:
        assert _value(after[dimension]) <= max(_value(before[dimension]), _floor(dimension))


def _floor(dimension):
    """Where a reply of no words at all could not be told, any words bring the base at most."""
    return RUBRIC.dimensions[dimension].base if dimension == "policy" else 0


@given(parts=PARTS)
@settings(max_examples=120, deadline=None)
def test_a_second_apology_never_raises_a_grade(parts):
    """Once apologised for, the same again helps nothing."""
    sorry = part("I'm sorry about the morning.", Act.APOLOGISE, about=("morning",))
    once, twice = [*parts, sorry], [*parts, sorry, sorry]
    before, after = _scores(once), _scores(twice)
    assert all(_value(after[d]) <= _value(before[d]) for d in DIMENSIONS)


@given(parts=PARTS, act=st.sampled_from([Act.BLAME, Act.INSULT, Act.SARCASM]))
@settings(max_examples=120, deadline=None)
def test_a_breach_never_raises_policy(parts, act):
    """Adding a breach can only lower the policy grade."""
    before = _scores([*GOOD, *parts])["policy"]
    after = _scores([*GOOD, *parts, part("and this", act)])["policy"]
    assert _value(after) <= _value(before)


@given(parts=PARTS, seed=st.integers(0, 999))
@settings(max_examples=60, deadline=None)
def test_the_order_of_what_was_found_does_not_matter(parts, seed):
    """Acts, topics and slots are a set: their order in the reading changes nothing."""
    reading = KIT.read(*parts)
    acts, topics = list(reading.acts), list(reading.topics)
    chance = random.Random(seed)
    chance.shuffle(acts)
    chance.shuffle(topics)
    shuffled = replace(reading, acts=tuple(acts), topics=tuple(topics))
    one = grade_reply(reading, KIT.moment(), RUBRIC, KIT.shop)
    other = grade_reply(shuffled, KIT.moment(), RUBRIC, KIT.shop)
    assert one.scores == other.scores
    assert one.findings == other.findings


@given(share=st.floats(0.5, 1.0), kind=st.sampled_from(["stuffing", "recital"]))
@settings(max_examples=40, deadline=None)
def test_mostly_empty_text_stays_at_the_bottom(share, kind):
    """A reply made mostly of keywords or of the handbook earns no resolution to speak of."""
    shares = replace(Shares(0.0, 0.0, 0.0, 0.0), **{kind: share})
    scores = _scores(GOOD, shares=shares)
    assert scores["empathy"] <= 25
    assert scores["resolution"] <= 15
