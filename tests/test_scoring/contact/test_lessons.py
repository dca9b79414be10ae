"""What a debrief teaches: the habit before the detail, what failed before what did not."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hand_made import CLOSED, GOOD, part

from scenarios.acts import Act
from scoring.contact.verdict_words import missed_duties
from scoring.model import CaseEnd, CriterionResult, Level

SORRY = part("I'm so sorry.", Act.APOLOGISE)
STEP = part(
    "I'll ask the depot now and ring you at five past one, I'm Saeki.",
    *(Act.CHECK, Act.PROMISE, Act.OWN, Act.CALL_BACK, Act.INTRODUCE),
    about=("depot",),
    slots=(("clock", "13:05", False),),
)
WARM = part("You must be worn out with waiting.", Act.EMPATHISE, Act.ACKNOWLEDGE)
COLD = part("Your parcel is being looked at.", Act.INFORM)
FAREWELL = (part("Thank you for ringing, goodbye.", Act.THANK, Act.CLOSE),)
LEFT = CaseEnd("left", "poor", (False, False), (), CLOSED.note)


def why(result):
    return " ".join(line.en for line in result.why)


def test_apologies_in_reply_after_reply_are_the_lesson(card):
    """No single one is dear; together they are what the customer remembers."""
    result = card(*[(SORRY, STEP)] * 4)
    assert "Apologises over and over: in 3 of 4 replies" in why(result)
    assert "apologise once" in result.practise_next.en


def test_one_apology_is_no_habit(card):
    result = card((SORRY, STEP), (STEP,), (STEP,), (STEP,))
    assert "over and over" not in why(result)
    assert "apologise once" not in result.practise_next.en


def test_a_breach_comes_before_a_habit(card):
    """Whatever else: what holds the contact under a pass is practised first."""
    blame = part("You didn't read it", Act.BLAME)
    result = card((SORRY, STEP), (SORRY, blame), (SORRY, STEP), (SORRY, STEP))
    assert result.practise_turn == 2
    assert "whose fault it is" in result.practise_next.en


def test_an_affront_that_holds_empathy_down_is_named(card):
    """A mean of kind replies is not what the contact came to, and why is told; not where it binds nothing."""
    blame = part("You didn't read it", Act.BLAME)
    kind = card((WARM, STEP), (WARM, blame), (WARM, STEP), (WARM, STEP))
    assert kind.scores["empathy"] == 50
    assert "Because of reply 2 (Blame) empathy of the whole contact can reach 50" in why(kind)
    cold = card((COLD, STEP), (COLD, blame), (COLD, STEP))
    assert "empathy of the whole contact can reach" not in why(cold)


def test_the_dimension_that_failed_lowest_is_practised_first(card):
    """Kind words through a whole contact, and not one step."""
    result = card((WARM,), (WARM,), (WARM,), end=LEFT)
    low = min(result.scores, key=lambda d: result.scores[d])
    assert low == "resolution"
    assert "step" in result.practise_next.en


def test_what_is_practised_is_of_a_dimension_that_failed(card):
    """Where empathy alone falls short, no step is to be practised first."""
    result = card((COLD, STEP), (STEP,), (COLD, STEP))
    failing = [d for d, score in result.scores.items() if score is not None and score < 60]
    assert failing == ["empathy"]
    assert "step" not in result.practise_next.en


def test_a_farewell_is_no_moment_to_practise_a_step(card):
    result = card(GOOD, (STEP,), FAREWELL)
    assert result.practise_turn != 3


def test_nothing_of_a_cold_reply_is_a_strength(card):
    """Whoever puts the customer off has set no example by the question beside it."""
    slap = part("How should I know?", Act.INSULT)
    alone = card(GOOD, (STEP, slap))
    assert all(found.turn == 1 for found in alone.strengths)


def test_an_estimate_that_was_given_is_not_called_given_in_no_reply(card):
    """What each reply owes anew was done in some, and is told as that."""
    timed = part("I'll ring you at five past one, I'm Saeki", Act.CALL_BACK, Act.INTRODUCE, slots=(("clock", "13:05", False),))  # fmt: skip
    loose = part("I'll ring you.", Act.CALL_BACK, Act.PROMISE)
    result = card((*GOOD, timed), (loose,), (loose,), end=replace(LEFT, note=None))
    told = [line.en for line in result.why if "A time and a name" in line.en]
    assert all("in some replies" in line for line in told)
    assert told


@pytest.mark.parametrize(("score", "named"), [(75, True), (90, False), (55, True)])
def test_policy_well_below_its_replies_names_what_was_not_heard(rubric, score, named):
    """Replies of 95 and a policy of 75, also in a pass: nobody has to guess why."""
    replies = (SimpleNamespace(scores={"policy": 95}), SimpleNamespace(scores={"policy": 95}))
    parts = SimpleNamespace(rubric=rubric, grades=replies)
    half = CriterionResult("read-back", "policy", Level.PARTLY, 15, 30)
    missed = missed_duties(parts, [half], {"policy": score})
    assert missed == ([half] if named else [])
