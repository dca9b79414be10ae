"""A whole contact: more than the mean of its replies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made import CLOSED, GOOD, KIT, part

from scenarios.acts import Act, Breach
from scoring.grade import grade_session
from scoring.model import CaseEnd, Level, PlayedTurn
from scoring.report import scorecard_json, scorecard_text

COLD = (part("Your parcel is being looked at.", Act.INFORM),)
STEP = (part("I'll ask the depot now.", Act.CHECK, Act.PROMISE, Act.OWN, about=("depot",)),)


def test_a_good_contact_passes_and_says_why(card):
    """A warm start, a step, the deeds and the note pass."""
    result = card(GOOD, STEP)
    assert result.passed, result.why
    assert result.total >= 80
    assert "Passed" in result.why[0].en
    assert result.strengths


def test_an_automatic_fail_fails_whatever_the_rest(card):
    """One insult decides, and the first why-line says so with its reply."""
    result = card(GOOD, (part("You are a pain", Act.INSULT),), STEP)
    assert not result.passed
    assert result.gates[0].gate == Breach.HOSTILITY.value
    assert "Reply 2" in result.why[0].en
    assert result.practise_turn == 2


def test_a_serious_breach_caps_the_total(card):
    """Blame holds the total under the pass mark."""
    result = card(GOOD, (part("You didn't read it", Act.BLAME),))
    assert result.total <= 59
    assert not result.passed


def test_acknowledging_first_is_worth_more_than_later(card):
    """The same replies in the better order score higher in empathy."""
    early = card(GOOD, COLD, COLD).scores["empathy"]
    late = card(COLD, COLD, GOOD).scores["empathy"]
    assert early > late


def test_practical_turns_after_an_acknowledgement_cost_no_empathy(card):
    """Once heard, a customer does not need to be told so in every line."""
    assert card(GOOD, COLD, COLD).scores["empathy"] == card(GOOD).scores["empathy"]


def test_words_without_deeds_lower_resolution(card):
    """A promised enquiry that was never made is found, with the reply that promised it."""
    undone = replace(CLOSED, done=(("verify-identity", {}, 1),), goals_met=(False, True))
    result = card(GOOD, end=undone)
    (deeds,) = [c for c in result.criteria if c.criterion == "deeds"]
    assert deeds.level is Level.NOT_MET
    assert deeds.findings[0].turn == 1
    assert result.scores["resolution"] < card(GOOD).scores["resolution"]


@pytest.mark.parametrize(
    ("said", "claimed"),
    [
        ("I've just asked the depot.", True),
        ("We have already asked the depot,", True),
        ("I now asked the depot.", True),
        ("Sent to the depot.", True),
        ("The depot has been asked.", True),
        ("It's booked with the depot.", True),
        ("営業所への照会をいたしました。", True),
        ("営業所への照会は済みです。", True),
        ("営業所に回しましたので、", True),
        ("I've to ask the depot first.", False),
        ("The depot asked for your number.", False),
        ("I've got the depot on the other line.", False),
        ("営業所のこと、承知いたしました。", False),
        ("営業所にいま照会します。", False),
    ],
)
def test_what_is_called_done_has_been_done(card, said, claimed):
    """A deed told of as done, and not done at the desk, is found; done, it is as good as promised."""
    told = (part(said, Act.INFORM, about=("depot",)),)
    nothing = replace(CLOSED, done=(("verify-identity", {}, 1),), goals_met=(False, True))
    (deeds,) = [c for c in card(told, end=nothing).criteria if c.criterion == "deeds"]
    assert (deeds.level is Level.NOT_MET) == claimed
    (deeds,) = [c for c in card(told, end=CLOSED).criteria if c.criterion == "deeds"]
    assert deeds.level is not Level.NOT_MET


def test_a_debrief_names_the_deed_that_was_called_done_and_was_not(card):
    """With its reply; what was only promised is named where the contact ended poorly."""
    told = (part("I've asked the depot", Act.INFORM, about=("depot",)),)
    promised = (part("I'll ask the depot.", Act.CHECK, Act.PROMISE, about=("depot",)),)
    end = replace(CLOSED, done=(("verify-identity", {}, 1),), goals_met=(False, True))
    poor = replace(end, ending="left", outcome="poor")
    assert any("Reply 2 tells of it as done" in w.en for w in card(COLD, told, end=end).why)
    assert not any("arranged by the end" in w.en for w in card(COLD, promised, end=end).why)
    assert any("What reply 2 promised" in w.en for w in card(COLD, promised, end=poor).why)


@pytest.mark.parametrize("beside", ["before", "behind"])
def test_one_of_several_ways_to_choose_is_no_promise(card, beside):
    """Whether the sentence before says that there are several, or the one behind asks which."""
    ways = part("Which would you rather?", Act.CHOICE, Act.ASK, question=True)
    way = part("I'll ask the depot.", Act.CHECK, Act.PROMISE, about=("depot",))
    nothing = replace(CLOSED, done=(("verify-identity", {}, 1),), goals_met=(False, True))
    reply = (ways, way) if beside == "before" else (way, ways)
    (deeds,) = [c for c in card(reply, end=nothing).criteria if c.criterion == "deeds"]
    assert deeds.level is not Level.NOT_MET


@pytest.mark.parametrize("flag", ["negated", "question", "conditional", "quoted"])
def test_what_is_not_told_of_as_done_owes_no_deed(card, flag):
    """Denied, asked, on condition or quoted."""
    told = (part("I've asked the depot", Act.INFORM, about=("depot",), **{flag: True}),)
    nothing = replace(CLOSED, done=(("verify-identity", {}, 1),), goals_met=(False, True))
    (deeds,) = [c for c in card(told, end=nothing).criteria if c.criterion == "deeds"]
    assert deeds.level is not Level.NOT_MET


def test_a_call_back_booked_for_another_time_is_half_kept(card):
    """Said five past one, booked two o'clock: words and deeds differ."""
    other = replace(CLOSED, done=(*CLOSED.done[:2], ("book-callback", {"time": "14:00"}, 1)))
    (deeds,) = [c for c in card(GOOD, end=other).criteria if c.criterion == "deeds"]
    assert deeds.level is Level.PARTLY


def test_any_time_that_was_named_for_a_call_back_keeps_it(card):
    """Two calls were announced, the later one is in the diary: words and deeds agree."""
    later = part("I'll also ring you at two", Act.CALL_BACK, slots=(("clock", "14:00", False),))
    booked = replace(CLOSED, done=(*CLOSED.done[:2], ("book-callback", {"time": "14:00"}, 1)))
    (deeds,) = [c for c in card(GOOD, (later,), end=booked).criteria if c.criterion == "deeds"]
    assert deeds.level is Level.MET


def test_no_note_caps_the_total(card):
    """Without the case note the total stays under the cap, and the card says so."""
    result = card(GOOD, STEP, end=replace(CLOSED, note=None))
    assert result.total <= 79
    assert any("case note" in line.en for line in result.why)


def test_a_note_with_a_gap_is_partly_met(card):
    """A field that lacks what the case needs is named."""
    gap = replace(CLOSED, note={"happened": "waited all morning", "who": "somebody"})
    (note,) = [c for c in card(GOOD, end=gap).criteria if c.criterion == "note"]
    assert note.level is Level.PARTLY
    assert "who" in note.findings[0].message.en


def test_a_poor_ending_holds_resolution_down(card):
    """Whatever was said, a contact that ended badly did not resolve the case."""
    left = replace(CLOSED, ending="left", outcome="poor")
    assert card(GOOD, end=left).scores["resolution"] <= 45


def test_a_deed_can_be_a_breach(card):
    """Giving at the desk what an agent may not give falls under the same gate as saying it."""
    given = replace(CLOSED, done=(*CLOSED.done, ("arrange-refund", {"amount": "7480"}, 1)))
    result = card(GOOD, end=given)
    assert [g.gate for g in result.gates] == [Breach.BEYOND_AUTHORITY.value]
    assert result.total <= 59


@pytest.mark.parametrize(
    ("times", "told"), [(1, "the case did not call for"), (2, "arranged twice")]
)
def test_what_was_given_needlessly_is_told_from_what_was_given_twice(card, times, told):
    given = ("arrange-refund", {"amount": "7480"}, 1)
    twice = replace(CLOSED, done=(given,) * times, needless_costs=("arrange-refund",))
    why = [line.en for line in card(GOOD, end=twice).why]
    assert sum(told in line for line in why) == 1


def test_stopping_is_neither_pass_nor_fail(card):
    """The stop key leads to a debrief; the card says that it is no verdict."""
    stopped = CaseEnd(None, "stopped", (False, False), (), None)
    result = card(GOOD, end=stopped)
    assert not result.passed
    assert "no pass and no fail" in result.why[0].en
    assert "Goals not reached" in result.why[1].en
    assert "Stopped" in scorecard_text(result, "en")


def test_a_score_far_from_that_of_the_replies_is_explained(card):
    """Good replies before a bad end leave little of resolution; nobody has to guess why."""
    gone = CaseEnd("left", "poor", (False, False), (), CLOSED.note)
    explained = [
        line
        for line in card(GOOD, GOOD, end=gone).why
        if "How the scores of a contact come about" in line.en
    ]
    assert len(explained) == 1
    assert not any("How the scores of a contact come about" in line.en for line in card(GOOD).why)


def test_a_contact_without_replies_is_told_openly(card):
    """Nothing said: empathy and policy cannot be told, resolution is nothing."""
    result = card(end=CaseEnd(None, "stopped", (False, False), (), None))
    assert result.scores == {"empathy": None, "policy": None, "resolution": 0}
    assert result.practise_next is None


def test_the_one_thing_to_practise_is_the_most_valuable(card):
    """What cost most over all dimensions comes first, with the reply where it was."""
    result = card(COLD, (part("You didn't read it", Act.BLAME),), GOOD)
    assert result.practise_turn == 2
    assert "whose fault it is" in result.practise_next.en
    assert "Reply 2" in result.practise_next.en


def test_a_warning_makes_a_later_end_proper(rubric):
    """Ending the call on an abusive customer after a warning is the procedure, no hostility."""
    warn = KIT.read(part("If it goes on I must end the call", Act.WARN, conditional=True))
    leave = KIT.read(part("I am ending the call", Act.END_CALL))
    turns = [
        PlayedTurn(KIT.moment(turn=n, abuse=True), r.text, r)
        for n, r in enumerate((warn, leave), start=1)
    ]
    result = grade_session(
        turns, CLOSED, KIT.scenario, rubric, KIT.shop, KIT.handbook, KIT.versions
    )
    assert result.gates == ()


def test_the_json_form_is_stable_and_complete(card):
    """Two gradings give the same JSON, with every turn's words and a schema version."""
    one, two = scorecard_json(card(GOOD, STEP)), scorecard_json(card(GOOD, STEP))
    assert one == two
    assert one["schema_version"] == 1
    assert one["turns"][0]["reply"].startswith("You've been in")
    assert list(one) == sorted(one)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_text_form_quotes_the_trainee(card, language):
    """The plain text shows the words that earned or cost, in either language."""
    told = scorecard_text(card(GOOD), language)
    assert "I'm sorry you've been kept waiting." in told
    scores = card(GOOD).turns[0].scores
    assert f"{'共感' if language == 'ja' else 'Empathy'} {scores['empathy']}" in told


def _level(result, criterion: str) -> Level:
    return next(c.level for c in result.criteria if c.criterion == criterion)


def test_items_matched_at_the_desk_are_an_identity_check_whoever_asked_for_them(card):
    """The customer had given them; nothing of the record was told before."""
    replies = (
        (part("You've been in since the morning.", Act.ACKNOWLEDGE, about=("morning",)),),
        STEP,
    )
    unchecked = {"stage": "opening", "identity_checked": False}
    matched = card(*replies, **unchecked)
    assert _level(matched, "verify-identity") is Level.MET
    never = card(*replies, end=replace(CLOSED, done=()), **unchecked)
    assert _level(never, "verify-identity") is not Level.MET


def test_a_record_told_before_the_match_is_no_check_made_in_time(card):
    told = (part("Your window was twelve to two.", Act.INFORM, about=("window",)),)
    result = card(told, STEP, stage="opening", identity_checked=False)
    assert Breach.IDENTITY_FIRST.value in {gate.gate for gate in result.gates} | {
        finding.rule for turn in result.turns for finding in turn.findings
    }
    assert _level(result, "verify-identity") is not Level.MET
