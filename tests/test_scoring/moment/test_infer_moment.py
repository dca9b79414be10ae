"""A reply that comes alone brings its moment in the lines before it."""

from __future__ import annotations

import pytest
from hand_made import Kit

from scoring.moment.infer import Moments

KIT = Kit()


@pytest.fixture
def infer(rubric):
    def of(*context, language="en", kit=KIT):
        return Moments(kit.scenario, language, rubric.context).after(context)

    return of


def test_the_stage_is_the_one_whose_line_is_nearest(infer):
    """The customer's last line decides, also in slightly other words."""
    assert infer("My parcel still is not here! What's going on?").stage == "opening"
    told = infer("My parcel still isn't here!", "I've been sitting at home since this morning.")
    assert told.stage == "waiting"


def test_a_line_like_none_leaves_the_stage_open(infer):
    """What cannot be told stays open once the contact is under way."""
    assert infer("(agent spoke)", "Quite another subject: bananas, perhaps?").stage is None


def test_a_first_line_belongs_to_the_first_stage(infer):
    """Without anything before it, an unknown line opens the contact."""
    assert infer("Bananas, perhaps?").stage == "opening"


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "(identity checked)"),
        ("ja", "（本人確認済み）"),
        ("en", "(order and name have been checked)"),
    ],
)
def test_notes_say_whether_identity_is_checked(infer, language, note):
    """A note in parentheses is no customer line, and its words count."""
    moment = infer(note, "So where is it now?", language=language)
    assert moment.identity_checked
    assert moment.customer_said == ("So where is it now?",)
    assert not infer("So where is it now?", language=language).identity_checked


def test_no_check_is_needed_where_the_case_needs_none(infer):
    """A case without identity check counts as checked."""
    from scenarios.model import Identity

    assert infer("Hello?", kit=KIT.with_scenario(identity=Identity(needed=False))).identity_checked


def test_the_supervisor_is_due_when_demanded_or_threatened(infer):
    """A plain demand or a threat makes the hand-over due; a mild complaint does not."""
    assert infer("Put your supervisor on. I will report you.").handover_due
    assert not infer("My parcel still isn't here!").handover_due


def test_insults_are_heard(infer):
    """Abuse in the last line is noted, in both languages."""
    assert infer("You idiot!").abuse
    assert infer("使えねえな、お前。", language="ja").abuse
    assert not infer("My parcel isn't here!").abuse


def test_facts_that_came_out_are_told(infer):
    """A hidden fact that the customer has said counts as told."""
    assert infer("(checked)", "I leave at two o'clock sharp.").told == {"two"}


def test_the_clock_comes_from_note_stage_or_start(infer):
    """The last note's time goes first, then the stage's, then the scenario's."""
    assert infer("Hello?").clock == 12 * 60 + 50
    assert infer("Put your supervisor on. I will report you.").clock == 14 * 60 + 20
    assert infer("（水曜14時半）", "So where is it now?", language="ja").clock == 14 * 60 + 30


def test_no_context_at_all_is_the_start(infer):
    """An empty context is the very first reply."""
    moment = infer()
    assert (moment.stage, moment.turn, moment.customer_said) == ("opening", 1, ())
