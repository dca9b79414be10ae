"""The desk and the ways a contact ends: actions, identity, holds, hand-over, procedure, promises."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tiny import (
    SCENARIO,
    SHOP,
    TOPICS,
    K,
    a_setup,
    line_ids,
    lines,
    play,
    said,
    topic,
    when,
    with_stage,
)

from scenarios.language import LANGUAGES
from scenarios.model import DeskRule, Ending, MoodValues, Reaction
from simulator.engine import texts
from simulator.engine.arguments import seconds_value, time_value, yen_value
from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    DeskAnswered,
    Ended,
    EventError,
    Happened,
    Input,
    NoteFiled,
    ReplySent,
    TimePassed,
)
from simulator.engine.remember import minutes_to_agreed_call
from simulator.engine.session import Step, advance, begin, case_end, moment, visible_record
from simulator.event_words import event_error_text

ASK_ITEMS = ReplySent("Your number and name?")
VERIFY = ActionTaken("verify-identity", {"order": "ＫＭ－１", "name": "Ms Yumi Okamoto"})
PLAN = (ReplySent("You have waited since the morning. I am asking the depot."),)


def desk(step: Step) -> DeskAnswered:
    return next(o for o in step.outputs if isinstance(o, DeskAnswered))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("明日 10:30", "Thu 10:30"),
        ("あさっての10時", "Fri 10:00"),
        ("tomorrow at 9:15 am", "Thu 09:15"),
        ("the day after tomorrow, noon", "Fri 12:00"),
        ("今日17時", "17:00"),
        ("来週の月曜 10:30", "Mon 10:30"),
        ("次の火曜日の12時", "Tue 12:00"),
        ("next Fri 10:30", "Fri 10:30"),
        ("this Wed 16:00", "Wed 16:00"),
        ("on Sunday 11:00", "Sun 11:00"),
        ("来週水曜 10:30", None),
        ("next Wed 10:30", None),
        ("来週 10:30", None),
        ("tomorrow", None),
        ("27日 17:00", None),
    ],
)
def test_a_day_to_come_is_told_from_the_story_s_day(typed: str, value: str | None) -> None:
    """On a Wednesday; a second Wednesday is none that the story knows."""
    assert time_value(typed, weekday=2) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("13:10", "13:10"),
        ("１３：１０", "13:10"),
        ("9:05", "09:05"),
        ("13時10分", "13:10"),
        ("13時", "13:00"),
        ("午後1時半", "13:30"),
        ("午前９時５分", "09:05"),
        ("1:10 pm", "13:10"),
        ("1:10 p.m.", "13:10"),
        ("12:15 am", "00:15"),
        ("1 pm", "13:00"),
        ("noon", "12:00"),
        ("Tue 12:00", "Tue 12:00"),
        ("Tuesday at noon", "Tue 12:00"),
        ("sat at 9:30", "Sat 09:30"),
        ("火曜日の12時", "Tue 12:00"),
        ("土 9:05", "Sat 09:05"),
        ("Tue", None),
        ("someday 12:00", None),
        ("1310", None),
        ("25:00", None),
        ("13:75", None),
        ("13:10 pm", None),
        ("soon", None),
        ("٣:١٠", None),
    ],
)
def test_a_time_may_be_typed_as_people_write_it(typed: str, value: str | None) -> None:
    """Usual ways to write a time of day give 'HH:MM'; anything else is refused."""
    assert time_value(typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1,500円", "1500"), ("￥１５００", "1500"), ("550 yen", "550"), ("0", "0"), ("-5", None)],
)
def test_a_sum_may_be_typed_with_marks(typed: str, value: str | None) -> None:
    """Yen signs, commas and full-width digits are read."""
    assert yen_value(typed) == value


@pytest.mark.parametrize(
    ("typed", "value"), [("60", "60"), ("90秒", "90"), ("2分", "120"), ("1 min", "60"), ("0", None)]
)
def test_a_duration_may_be_typed_in_minutes(typed: str, value: str | None) -> None:
    """A hold is given in seconds or minutes."""
    assert seconds_value(typed) == value


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (ActionTaken("fly"), "unknown-action"),
        (ActionTaken("hold"), "missing-argument"),
        (ActionTaken("hold", {"seconds": " "}), "missing-argument"),
        (ActionTaken("hold", {"seconds": "long"}), "bad-argument"),
        (ActionTaken("ask-carrier", {"what": "x"}), "unknown-argument"),
        (ActionTaken("book-callback", {"time": "soon", "who": "me"}), "bad-argument"),
        (ActionTaken("hand-over", {"summary": "あ" * 2001}), "argument-too-long"),
        (ReplySent(""), "reply-empty"),
        (ReplySent(" \u3000\n\t"), "reply-empty"),
        (ReplySent("a" * 20_001), "reply-too-long"),
        (TimePassed(0), "bad-seconds"),
        (TimePassed(-5), "bad-seconds"),
        (NoteFiled({"happened": "x"}), "note-too-early"),
    ],
)
def test_inputs_that_cannot_be_taken_say_why(event: Input, code: str) -> None:
    """A wrong input is refused with its reason and nothing else happens."""
    with pytest.raises(EventError) as refused:
        play(a_setup(), event)
    assert refused.value.code == code


@pytest.mark.parametrize("args", [{}, {"what": "x"}])
def test_what_an_action_takes_stands_in_the_error(args: dict[str, str]) -> None:
    """Whoever mistyped a field sees which there are, optional ones in brackets."""
    with pytest.raises(EventError) as refused:
        play(a_setup(), ActionTaken("book-callback", args))
    for language in LANGUAGES:
        assert "time, who, [number]" in event_error_text(refused.value, language)


def test_after_the_end_only_one_note_is_taken() -> None:
    """When the contact is over, replies and actions are refused and a note is filed once."""
    ended = play(a_setup(), ReplySent("Well."), ContactEnded("stop"))
    state = ended[-1].state
    for event in (ReplySent("x"), ActionTaken("ask-carrier"), TimePassed(3), ContactEnded("stop")):
        with pytest.raises(EventError, match="contact-over"):
            advance(a_setup(), state, event, None)  # type: ignore[arg-type]
    for fields, code in (({"mood": "x"}, "unknown-field"), ({"happened": " "}, "note-empty")):
        with pytest.raises(EventError, match=code):
            advance(a_setup(), state, NoteFiled(fields), None)  # type: ignore[arg-type]
    noted = play(
        a_setup(), ReplySent("Well."), ContactEnded("stop"), NoteFiled({"happened": "Late."})
    )[-1]
    note = case_end(a_setup(), noted.state).note
    assert note is not None
    assert note["happened"] == "Late."
    assert note["who"] == ""
    with pytest.raises(EventError, match="note-filed"):
        advance(a_setup(), noted.state, NoteFiled({"happened": "x"}), None)  # type: ignore[arg-type]


def test_the_customer_states_and_the_agent_matches() -> None:
    """Identity can be checked only after the customer was asked and has answered."""
    early = play(a_setup(), VERIFY)
    asked = play(a_setup(), ASK_ITEMS, VERIFY)
    assert not desk(early[1]).ok
    assert not early[1].state.identity_checked
    assert line_ids(asked[1].outputs) == ["identity#1"]
    assert desk(asked[2]).ok
    assert asked[2].state.identity_checked


def test_items_that_do_not_match_do_not_pass() -> None:
    """One wrong item, or one item alone, does not show who is calling."""
    wrong = ActionTaken("verify-identity", {"order": "KM-2", "name": "Yumi Okamoto"})
    twice = ActionTaken("verify-identity", {"order": "KM-1", "name": "KM-1"})
    assert not desk(play(a_setup(), ASK_ITEMS, wrong)[-1]).ok
    assert not desk(play(a_setup(), ASK_ITEMS, twice)[-1]).ok


def test_items_given_unasked_may_be_matched() -> None:
    """A customer who says number and name in the first line need not be asked for them."""
    opens = said(["岡本由美子、KM-1です。"], ["Yumi Okamoto here, order KM-1."])
    setup = with_stage(a_setup(), "opening", opens=opens)
    assert desk(play(setup, VERIFY)[-1]).ok


def test_the_record_opens_with_the_check() -> None:
    """Rows that need the identity check are hidden until it is done."""
    steps = play(a_setup(), ASK_ITEMS, VERIFY)
    shown = [len(visible_record(a_setup(), step.state)) for step in steps]
    assert shown == [1, 1, 2]


def test_an_action_that_comes_too_early_changes_nothing() -> None:
    """Before its conditions hold the desk says 'not yet', and the deed is not done."""
    step = play(a_setup(), ActionTaken("ask-carrier"))[-1]
    assert desk(step).text.en == "Check identity first."
    assert step.state.deeds == ()
    assert step.state.now == begin(a_setup()).state.now


def test_an_action_leads_on_where_the_scenario_says_so() -> None:
    """``after: book-callback`` moves the contact, and the answer names the time."""
    steps = play(a_setup(), *PLAN, ActionTaken("book-callback", {"time": "13時10分", "who": "me"}))
    assert desk(steps[-1]).text.ja == "13時10分に予約。"
    assert steps[-1].state.stage == "agreed"


def test_a_call_back_after_the_last_useful_time_is_not_booked() -> None:
    """A booking later than the time that still serves does not count."""
    goals = {}
    for time in ("13:10", "14:00"):
        book = ActionTaken("book-callback", {"time": time, "who": "me"})
        state = play(a_setup(), ASK_ITEMS, book)[-1].state
        goals[time] = case_end(a_setup(), state).goals_met
    assert goals == {"13:10": (False, True), "14:00": (False, False)}


def test_a_call_on_another_day_may_be_booked() -> None:
    """The answer names the day; to ring at once does not wait for it, and it is no call of today."""
    book = ActionTaken("book-callback", {"time": "金曜13:10", "who": "me"})
    steps = play(a_setup(), *PLAN, ASK_ITEMS, book)
    assert desk(steps[-1]).text.ja == "金曜日の13時10分に予約。"
    state = steps[-1].state
    assert state.deeds[-1].args["time"] == "Fri 13:10"
    assert case_end(a_setup(), state).goals_met == (False, False)
    assert minutes_to_agreed_call(state) > 1440


@pytest.mark.parametrize(
    ("typed", "booked", "ja", "en"),
    [
        ("09:30", "Thu 09:30", "木曜日の9時30分に予約。", "Booked for 09:30 on Thursday."),
        ("00:20", "00:20", "0時20分に予約。", "Booked for 00:20."),
        ("Wed 01:00", None, "いまは12:5", "01:00 today has passed."),
    ],
)
def test_no_call_is_booked_for_a_time_that_has_passed(
    typed: str, booked: str | None, ja: str, en: str
) -> None:
    """A bare time is one of tomorrow, in the small hours one of the coming night."""
    book = ActionTaken("book-callback", {"time": typed, "who": "me"})
    step = play(a_setup(), *PLAN, book)[-1]
    assert desk(step).ok is (booked is not None)
    assert [deed.args["time"] for deed in step.state.deeds] == ([booked] if booked else [])
    assert ja in desk(step).text.ja and en in desk(step).text.en


def test_needless_gifts_are_listed() -> None:
    """What gives money away without need stands in the end of the case, fitting deeds do not."""
    steps = play(
        a_setup(),
        ActionTaken("arrange-refund", {"amount": "7480"}),
        ActionTaken("give-coupon", {"amount": "500"}),
        ActionTaken("give-coupon", {"amount": "5000"}),
    )
    assert case_end(a_setup(), steps[-1].state).needless_costs == ("arrange-refund", "give-coupon")
    assert not desk(steps[-1]).ok


ORDER = replace(SHOP.actions["arrange-refund"], costly=False)
REAL = replace(
    SHOP,
    actions={
        **SHOP.actions,
        "refund-shipping": replace(SHOP.actions["arrange-refund"], arguments={}),
        "arrange-replacement": replace(SHOP.actions["arrange-refund"]),
        "enter-order": ORDER,
    },
)


@pytest.mark.parametrize(
    ("action", "args", "again"),
    [
        ("refund-shipping", {}, {}),
        ("arrange-refund", {"amount": "7480"}, {"amount": "７，４８０円"}),
        ("give-coupon", {"amount": "500"}, {"amount": "500"}),
        ("arrange-replacement", {"amount": "1"}, {"amount": "1"}),
        ("enter-order", {"amount": "1"}, {"amount": "1"}),
    ],
)
def test_the_same_money_or_goods_go_out_once(
    action: str, args: dict[str, str], again: dict[str, str]
) -> None:
    """The desk says that it is done, and neither the case nor the clock nor the mood moves."""
    once, twice = play(
        replace(a_setup(), shop=REAL), ActionTaken(action, args), ActionTaken(action, again)
    )[-2:]
    assert desk(once).ok and not desk(twice).ok
    assert desk(twice).text.en == texts.DONE_ALREADY.en
    assert twice.state.deeds == once.state.deeds
    assert (twice.state.now, twice.state.mood) == (once.state.now, once.state.mood)


def test_the_same_order_in_other_letters_is_the_same_order() -> None:
    """Blanks, width and capitals make no other deed, another sum or thing does."""
    written = replace(ORDER, arguments={"what": SHOP.actions["hand-over"].arguments["summary"]})
    setup = replace(a_setup(), shop=replace(SHOP, actions={"enter-order": written}))
    orders = ("Kettle, blue", "kettle,  ＢＬＵＥ", "Kettle, red")
    steps = play(setup, *(ActionTaken("enter-order", {"what": what}) for what in orders))
    assert [deed.args["what"] for deed in steps[-1].state.deeds] == ["Kettle, blue", "Kettle, red"]


def test_another_sum_is_another_deed_and_a_diary_takes_a_call_again() -> None:
    """Only money and goods go out once; what may well be repeated stays repeatable."""
    call = ActionTaken("book-callback", {"time": "13:10", "who": "Mori"})
    coupons = [ActionTaken("give-coupon", {"amount": amount}) for amount in ("500", "600")]
    steps = play(a_setup(), call, call, *coupons)
    assert all(desk(step).ok for step in steps[1:])
    assert len(steps[-1].state.deeds) == 4


def test_a_hold_is_borne_when_asked_for_and_short() -> None:
    """Holding without asking heats, holding too long heats and is complained about."""
    hold = ActionTaken("hold", {"seconds": "60"})
    asked = play(a_setup(), ReplySent("Please hold for 1 minutes."), hold)
    unasked = play(a_setup(), ReplySent("It is on the van."), hold)
    long = play(
        a_setup(), ReplySent("Please hold for 1 minutes."), ActionTaken("hold", {"seconds": "300"})
    )
    assert asked[2].state.mood.anger == asked[1].state.mood.anger
    assert unasked[2].state.mood.anger > unasked[1].state.mood.anger
    assert line_ids(long[2].outputs)[0].startswith("voice.on-hold-too-long")
    assert long[2].state.now - long[1].state.now == 300


def test_nobody_stays_on_the_line_for_a_call_back() -> None:
    """A call that is agreed on and booked ends this one: then there is no silence to be borne."""
    promise = ReplySent("I will ring you at 13:10.")
    book = ActionTaken("book-callback", {"time": "13:10", "who": "me"})
    wait = TimePassed(600)
    steps = play(a_setup(), *PLAN, promise, book, wait)
    assert not steps[-1].state.ended
    assert steps[-1].state.silences == 0
    assert play(a_setup(), *PLAN, promise, wait)[-1].state.ended, "it was never booked"
    asked = ReplySent("By when do you need it?")
    assert play(a_setup(), *PLAN, promise, book, asked, wait)[-1].state.ended, "they go on talking"
    ring = topic(K.STEP, "折り返し", "ring you", deed="book-callback")
    named = a_setup(topics={**TOPICS, "ring-back": ring})
    assert not play(named, *PLAN, promise, book, wait)[-1].state.ended, "to book it keeps the word"


def test_ringing_keeps_or_breaks_the_word() -> None:
    """A call at the promised time builds trust, a late one costs more than it built."""
    promise = ReplySent("My name is Saeki and I will ring you at 13:10.")
    book = ActionTaken("book-callback", {"time": "13:10", "who": "me"})
    ring = ActionTaken("ring-customer")
    kept = play(a_setup(), *PLAN, promise, book, ring)
    late = play(a_setup(), *PLAN, promise, book, TimePassed(7), ring)
    late_book = ActionTaken("book-callback", {"time": "14:30", "who": "me"})
    broken = play(a_setup(), *PLAN, promise, late_book, ring)
    assert "promise-kept" in kept[-1].state.causes
    assert kept[-1].state.mood.trust > kept[-2].state.mood.trust
    assert kept[-1].state.clock == late[-1].state.clock == 13 * 60 + 10
    assert "promise-broken" in broken[-1].state.causes
    assert broken[-1].state.mood.trust < broken[-2].state.mood.trust


def test_a_call_moved_to_another_time_is_one_call() -> None:
    """The time agreed last counts, booked or told together with another figure; the first is no
    broken word."""
    first = ReplySent("I will ring you at 13:10.")
    moved = ReplySent("Not before 13:20, then. I will ring you at 13:25.")
    book = ActionTaken("book-callback", {"time": "13:25", "who": "me"})
    steps = play(a_setup(), *PLAN, first, moved, book, ActionTaken("ring-customer"))
    (call,) = [c for c in steps[-1].state.commitments if c.kind == "call-back"]
    assert (call.clock, call.kept) == (13 * 60 + 25, True)
    assert "promise-broken" not in steps[-1].state.causes


def test_one_does_not_ring_somebody_who_is_on_the_line() -> None:
    """Without a rule of the scenario the customer cannot be rung during a call."""
    desk_rules = {k: v for k, v in SCENARIO.desk.items() if k != "ring-customer"}
    assert not desk(play(a_setup(desk=desk_rules), ActionTaken("ring-customer"))[-1]).ok


def test_promises_fall_due_when_time_passes_in_the_story() -> None:
    """A stage that starts hours later settles what was promised: booked is kept, unbooked broken."""
    later = Reaction(after="ask-carrier", goes="later")
    setup = with_stage(a_setup(), "plan", reactions=(later,))
    promise = ReplySent("I will ring you at 13:10.")
    book = ActionTaken("book-callback", {"time": "13:10", "who": "me"})
    start = (ASK_ITEMS, VERIFY, *PLAN, promise)
    kept = play(setup, *start, book, ActionTaken("ask-carrier"))[-1]
    broken = play(setup, *start, ActionTaken("ask-carrier"))[-1]
    assert "promise-kept" in kept.state.causes
    assert "promise-broken" in broken.state.causes
    assert line_ids(broken.outputs)[0].startswith("voice.promise-not-done")
    assert any(isinstance(o, Happened) and "17:00" in o.text.en for o in broken.outputs)
    assert broken.state.clock == 17 * 60


def test_words_without_deeds_stay_visible() -> None:
    """A call-back that was promised and not booked stands in the end of the case."""
    promise = ReplySent("I will ring you at 13:10.")
    said_only = play(a_setup(), promise, ContactEnded("stop"))[-1].state
    book = ActionTaken("book-callback", {"time": "13:15", "who": "me"})
    booked = play(a_setup(), promise, book, ContactEnded("stop"))[-1].state
    assert case_end(a_setup(), said_only).open_promises == ((1, "call-back"),)
    assert case_end(a_setup(), booked).open_promises == ()


def test_a_hand_over_ends_the_contact_and_is_better_announced() -> None:
    """Passing on ends with the hand-over ending; without a word it leaves a bad taste."""
    hand = ActionTaken("hand-over", {"summary": "Late parcel, wants it by two."})
    told = play(a_setup(), ReplySent("I will get my supervisor about the depot."), hand)[-1]
    cold = play(a_setup(), ReplySent("It is on the van."), hand)[-1]
    assert told.state.ending == cold.state.ending == "mori"
    assert lines(told.outputs) == ["You might have done that at once."]
    assert "passed-on-cold" in cold.state.causes
    assert "passed-on-cold" not in told.state.causes


ABUSE = ReplySent("You idiot, no full refund.")
ABUSED = ReplySent("Please do not speak to me like that. I am asking the depot.")
WARNING = ReplySent("If it goes on I will have to end this call.")
END = ActionTaken("end-by-procedure")


def test_the_procedure_needs_abuse_a_request_and_a_warning() -> None:
    """Only after all three steps is the end a regular one; anything else is hanging up."""
    setup = a_setup(first_stage="abusive")
    regular = play(setup, ABUSED, WARNING, END)[-1]
    no_warning = play(setup, ABUSED, END)[-1]
    no_request = play(setup, WARNING, END)[-1]
    no_abuse = play(a_setup(), ABUSED, WARNING, END)[-1]
    too_late = play(setup, ABUSED, WARNING, *PLAN, ReplySent("By when?"), END)[-1]
    assert regular.state.end_kind == "ended-by-procedure"
    for step in (no_warning, no_request, no_abuse, too_late):
        assert step.state.hung_up
        assert step.state.outcome == "poor"
        assert case_end(setup, step.state).hung_up
    assert not case_end(setup, regular.state).hung_up
    happened = [o.text for o in too_late.outputs if isinstance(o, Happened)]
    assert texts.CUT_OFF_LATE in happened and texts.CUT_OFF not in happened


def test_without_abuse_the_procedure_comes_to_the_poor_ending_about_it() -> None:
    """Request and warning give no grounds: it is hanging up, and the ending says why."""
    tiny = a_setup().scenario.endings
    no_grounds = replace(tiny["procedure"], outcome="poor", says=said(["切るの?"], ["You end it?"]))
    endings = {**tiny, "no-grounds": no_grounds}
    setup = a_setup(endings=endings)
    for replies in ([ABUSED, WARNING], [ReplySent("It is on the van.")]):
        step = play(setup, *replies, END)[-1]
        assert (step.state.ending, step.state.outcome) == ("no-grounds", "poor")
        assert case_end(setup, step.state).hung_up
        assert lines(step.outputs) == ["You end it?"]
    abused = a_setup(first_stage="abusive", endings=endings)
    assert play(abused, ABUSED, WARNING, END)[-1].state.ending == "procedure"
    assert play(abused, WARNING, END)[-1].state.ending == "dropped"


def test_without_abuse_an_ending_that_knows_of_grounds_is_not_taken() -> None:
    step = play(a_setup(), ABUSED, WARNING, END)[-1]
    assert (step.state.ending, step.state.outcome) == ("dropped", "poor")


def test_a_boundary_without_abuse_offends() -> None:
    """Treating a fair complaint as abuse heats; after abuse the same words do not."""
    fair = play(a_setup(), WARNING)
    abusive = play(a_setup(first_stage="abusive"), WARNING)
    assert fair[1].state.mood.anger > fair[0].state.mood.anger
    assert "labelled" not in abusive[1].state.causes
    assert line_ids(abusive[1].outputs)[0].startswith("voice.warned")


def test_moments_know_of_abuse_and_of_a_due_hand_over() -> None:
    """The judge of a reply learns what the customer has done and what is due."""
    from scenarios.model import Duty

    setup = with_stage(a_setup(first_stage="abusive"), "abusive", duties=(Duty.HAND_OVER,))
    at = moment(setup, begin(setup).state)
    assert (at.abuse, at.handover_due, at.turn, at.stage) == (True, True, 1, "abusive")
    quiet = moment(a_setup(), begin(a_setup()).state)
    assert (quiet.abuse, quiet.handover_due, quiet.clock) == (False, False, 12 * 60 + 50)


def test_an_angry_customer_with_nothing_in_hand_objects_to_the_end_once() -> None:
    """Taking leave too early meets one objection; the second time it is over."""
    close = ContactEnded("close")
    steps = play(a_setup(mood=MoodValues(anger=70, trust=50)), ReplySent("Hm."), close, close)
    assert line_ids(steps[2].outputs)[0].startswith("voice.suspects-flight")
    assert not steps[2].state.ended
    assert steps[3].state.ending == "open"


def test_taking_leave_without_a_word_is_abandoning() -> None:
    """Closing before the first reply counts as an unfinished contact."""
    assert play(a_setup(), ContactEnded("close"))[-1].state.ending == "dropped"


def test_stopping_is_no_failure() -> None:
    """The trainee may leave at any time; the outcome is 'stopped' and nothing is said."""
    step = play(a_setup(), ReplySent("Hm."), ContactEnded("stop"))[-1]
    assert step.outputs == (Ended(None, "stopped", "stopped"),)
    assert case_end(a_setup(), step.state).outcome == "stopped"


def test_the_first_fitting_ending_is_taken() -> None:
    """Endings of the same way out are tried in the order of the file."""
    calm = a_setup(mood=MoodValues(anger=30, trust=60))
    book = ActionTaken("book-callback", {"time": "13:10", "who": "me"})
    close = ContactEnded("close")
    assert play(calm, ReplySent("Well."), close)[-1].state.ending == "open"
    assert play(calm, ReplySent("Well."), book, close)[-1].state.ending == "booked"


def test_a_scenario_without_the_needed_ending_still_ends() -> None:
    """Where the file has no ending for what happened, the contact ends in its plain kind."""
    setup = a_setup(endings={})
    assert play(setup, *[TimePassed(60)])[-1].state.end_kind == "abandoned"
    hand = ActionTaken("hand-over", {"summary": "x"})
    assert play(setup, ReplySent("Hm."), hand)[-1].state.end_kind == "handed-over"


def test_an_ending_reached_by_a_reaction_needs_no_condition() -> None:
    """``goes`` leads to its ending; its line is said and the contact is over."""
    reaction = Reaction(after="ask-carrier", goes="came")
    setup = with_stage(a_setup(), "opening", reactions=(reaction,))
    step = play(setup, ASK_ITEMS, VERIFY, ActionTaken("ask-carrier"))[-1]
    assert lines(step.outputs) == ["It is here, bye."]
    assert step.state.ending == "came"


def test_a_long_enquiry_must_be_announced() -> None:
    """Leaving the customer waiting for minutes without a word heats; announced it does not."""
    rules = {**SCENARIO.desk, "ask-carrier": DeskRule(SCENARIO.title, seconds=300)}
    setup = a_setup(desk=rules)
    silent = play(setup, ReplySent("It is on the van."), ActionTaken("ask-carrier"))
    spoken = play(setup, ReplySent("I am asking the depot."), ActionTaken("ask-carrier"))
    assert "held-unasked" in silent[-1].state.causes
    assert "held-unasked" not in spoken[-1].state.causes


def test_a_once_reaction_happens_once_also_after_an_action() -> None:
    """``once`` counts for deeds as for words."""
    reaction = Reaction(after="give-coupon", says=said(["どうも。"], ["Ta."]), once=True)
    setup = with_stage(a_setup(), "opening", reactions=(reaction,))
    coupon = ActionTaken("give-coupon", {"amount": "100"})
    steps = play(setup, coupon, coupon)
    assert lines(steps[1].outputs) == ["Ta."]
    assert lines(steps[2].outputs) == []


def test_the_shop_of_these_tests_has_the_endings_it_names() -> None:
    """The tiny scenario has one ending for each way out, so the tests above cover them all."""
    ways = {ending.by for ending in SCENARIO.endings.values()}
    assert ways == {"goes", "close", "leave", "abandon", "hand-over", "procedure"}
    assert isinstance(SCENARIO.endings["open"], Ending)
    assert SHOP.agent_coupon_limit == 1000
    assert when("turn 2 or later")[0].value == 2
