"""Nothing is called missing that the moment does not ask for, and whoever only is kind is told so."""

from __future__ import annotations

import pytest
from builtin_judge import graded_at, in_stage, judge, view_at

from scenarios.language import Language
from scoring.criteria.duty import named_before
from scoring.feedback.due import (
    begs_for_nothing,
    items_only,
    owed_now,
    recapped,
    sets_about_it_now,
)
from scoring.feedback.instead import advice
from scoring.model import Finding, Moment
from scoring.moment.view import TIME_SLOTS


def missing(moment: Moment, reply: str) -> dict[str, Finding]:
    return {
        f.rule: f for f in graded_at(moment, reply).findings if f.points <= 0 and f.span is None
    }


@pytest.mark.parametrize(
    ("said", "owed"),
    [
        (("Is there no way to use the coupon on this order?",), True),
        (("Is there no way to use the coupon?", "I told my wife 4,840.", "She is cross."), False),
    ],
)
def test_nobody_has_to_decline_what_was_not_just_asked_for(
    said: tuple[str, ...], owed: bool
) -> None:
    limits = [
        name
        for name, topic in judge().catalog.scenarios["amount-wrong"].topics.items()
        if "applying the coupon" in topic.name.en
    ]
    moment = in_stage("amount-wrong", "en", customer_said=said, agent_said=("Let me look.",))
    assert owed_now(view_at(moment, "I see."), "refuse", limits[0]) is owed


def test_no_thanks_are_due_for_a_confidence_before_it_is_given() -> None:
    case = judge().catalog.scenarios["card-misuse"]
    topic = next(name for name, t in case.topics.items() if "打ち明け" in t.name.ja)
    fact = next(iter(case.hidden))
    for told, owed in ((frozenset[str](), False), (frozenset({fact}), True)):
        moment = in_stage("card-misuse", "ja", told=told)
        assert owed_now(view_at(moment, "はい。"), "names-feeling", topic) is owed


@pytest.mark.parametrize(
    ("before", "owed"), [((), True), (("I see.", "Let me look.", "It is stopped."), False)]
)
def test_an_apology_is_owed_at_the_beginning(before: tuple[str, ...], owed: bool) -> None:
    moment = in_stage("card-misuse", "en", agent_said=before)
    assert owed_now(view_at(moment, "Take care."), "apology-fit", None) is owed


@pytest.mark.parametrize(
    ("language", "before", "expected"),
    [
        ("ja", "確認させてくださいませ。一つ、つまみは本日お送りします。二つ、18時にお電話します。", True),
        ("en", "To recap: 330 is going back today, and Mori decides on the rest.", True),
        ("ja", "18時に私からお電話いたします。", False),
    ],
)  # fmt: skip
def test_a_recap_in_an_earlier_reply_need_not_come_again(
    language: Language, before: str, expected: bool
) -> None:
    moment = in_stage("third-contact", language, agent_said=(before,))
    assert recapped(view_at(moment, "では失礼いたします。")) is expected
    assert owed_now(view_at(moment, "…"), "read-back", None) is not expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Right, KM-30642, I'm Ryo Murase, mobile's 070-0000-3064.", True),
        ("KM-30642. Are you going to read me the screen as well?", False),
        ("I came off the phone feeling like a thief.", False),
    ],
)
def test_whoever_reads_out_items_voices_no_feeling(said: str, expected: bool) -> None:
    moment = in_stage("delivered-not-there", "en", agent_said=("…",), customer_said=(said,))
    assert items_only(view_at(moment, "Let me have a look.")) is expected


def test_whoever_takes_up_a_word_is_not_told_that_nothing_was_taken_up() -> None:
    moment = in_stage(
        "locked-out",
        "en",
        customer_said=("Five goes, and it won't have me. You must have my password there.",),
    )
    told = missing(
        moment,
        "Oh bless you, Mr Komatsu, five goes, how maddening for you! Please don't feel bad about it one bit.",
    )
    assert "Nothing in the reply" not in "".join(f.message.en for f in told.values())


@pytest.mark.parametrize(
    ("scenario", "language", "stage", "before", "after", "no"),
    [
        (
            "review-threat",
            "en",
            "bargain",
            "Oh dear, ribbons.",
            "I'm afraid I can't do that.",
            "stop at no",
        ),
        (
            "relative-asks",
            "ja",
            "just-yes",
            "お困りですよね。",
            "ご注文のことは、どなたのものもお答えできません。",
            "断ったまま",
        ),
    ],
)
def test_the_hint_speaks_of_a_no_only_after_one(
    scenario: str, language: Language, stage: str, before: str, after: str, no: str
) -> None:
    rubric, moment = judge().rubric, in_stage(scenario, language, stage)
    hint = advice(rubric, view_at(moment, before), "serves-need")
    assert hint is None or no not in hint.of(language)
    hint = advice(rubric, view_at(moment, after), "serves-need")
    assert hint is not None
    assert no in hint.of(language)


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "とんでもないです、どんなことでもお話しくださいね。ずっと胸にしまっていらしたのですね。お察しいたします。"),
        ("ja", "ご心配なことがほかにもおありだったのですね。三谷様のお気持ちに、これからもずっと寄り添ってまいります。"),
    ],
)  # fmt: skip
def test_kindness_that_moves_nothing_is_told_as_that(language: Language, reply: str) -> None:
    moment = in_stage("price-in-gift", language, agent_said=("お胸が痛みますよね。",))
    line = missing(moment, reply)["serves-need"]
    assert "何も進んでいません" in line.message.ja
    assert line.advice is None or "感じていらっしゃるか" not in line.advice.ja


@pytest.mark.parametrize(
    "reply",
    [
        "I'll look at the bill now and tell you where every yen of it comes from.",
        "That goes to our security people today.",
        "What did it cost, and when did you see it?",
    ],
)
def test_whoever_sets_about_it_is_not_told_that_nothing_moves(reply: str) -> None:
    moment = in_stage("amount-wrong", "en", agent_said=("I see.",))
    assert "nothing has moved" not in "".join(f.message.en for f in missing(moment, reply).values())


@pytest.mark.parametrize(
    ("before", "said", "owed"),
    [
        ("Sounds rotten, all that gone just like that.", "Right you are.", False),
        ("I'll look it up.", "Right you are.", True),
        ("Sounds rotten, all that gone.", "The shame of it. Taken in, at my age!", True),
    ],
)
def test_whoever_was_felt_with_need_not_hear_of_every_shade_of_it(
    before: str, said: str, owed: bool
) -> None:
    case = judge().catalog.scenarios["phishing-mail"]
    shame = next(n for n, t in case.topics.items() if "shame of having been taken in" in t.name.en)
    moment = in_stage("phishing-mail", "en", customer_said=(said,), agent_said=(before,))
    assert owed_now(view_at(moment, "I have reported it."), "names-feeling", shame) is owed


@pytest.mark.parametrize(
    ("said", "owed"),
    [("Yes, that's what the list says.", False), ("It still doesn't feel right to me.", True)],
)
def test_late_in_a_contact_only_what_was_just_said_is_passed_over(said: str, owed: bool) -> None:
    before = ("I see.", "It is 5,720.", "The list is on its way.")
    moment = in_stage("amount-wrong", "en", customer_said=(said,), agent_said=before)
    assert owed_now(view_at(moment, "Good. Anything else?"), "names-feeling", "caught-out") is owed


def test_no_question_is_called_missing_whose_answer_has_come_out() -> None:
    for told, owed in ((frozenset[str](), True), (frozenset({"told-wife"}), False)):
        moment = in_stage("amount-wrong", "en", told=told, agent_said=("I see.",))
        view = view_at(moment, "It is on its way.")
        assert owed_now(view, "asks-fittingly", "ask-what-matters") is owed


def test_a_way_that_cannot_be_named_is_not_called_missing() -> None:
    view = view_at(in_stage("card-misuse", "ja"), "番号はおっしゃらないでください。")
    assert begs_for_nothing(view, "choices", None)
    assert not begs_for_nothing(view, "choices", "police")


def test_a_code_that_was_asked_for_is_a_check_begun() -> None:
    reply = (
        "I'll send a check code to the e-mail address we've got. Could you send it back to me here?"
    )
    moment = in_stage("deaf-customer", "en", identity_checked=False)
    assert "verify-identity" not in missing(moment, reply)


@pytest.mark.parametrize("stage", ["story", "agreed"])
def test_words_about_something_else_mend_no_open_promise(stage: str) -> None:
    moment = in_stage("delivered-not-there", "ja", stage)
    grade = graded_at(moment, "返事が来ましたら、また私からお電話しますね。")
    told = [f for f in grade.findings if f.rule == "open-promise"]
    assert told
    assert all(f.better is None or "電話" in f.better.ja for f in told)


def test_to_name_where_only_the_customer_can_go_hands_nothing_back() -> None:
    moment = in_stage("data-leak-worry", "ja", "tonight")
    grade = graded_at(
        moment, "明細をご確認のうえ、覚えのない請求があればカード会社へご連絡ください。"
    )
    assert not [f for f in grade.findings if f.rule == "sends-away"]


def test_what_is_only_proposed_need_not_be_read_back() -> None:
    moment = in_stage("third-contact", "en", "promise", agent_said=("The knob goes out today.",))
    proposed = "I'll ring you myself, Saeki's my name, at half past four today, on whatever number you'd rather."
    assert "read-back" not in missing(moment, proposed)


def test_a_time_that_the_customer_has_chosen_is_read_back() -> None:
    heard = "Thursday at eleven o'clock would suit me, on 080-0000-1107."
    moment = in_stage("double-charge", "en", customer_said=(heard,))
    reply = "Thursday, eleven o'clock, on 080-0000-1107, then. Is that right?"
    chosen = view_at(moment, reply)
    other = view_at(in_stage("double-charge", "en", customer_said=("Ring me.",)), reply)
    assert [named_before(chosen, slot) for slot in chosen.slots(TIME_SLOTS)] == [True, True]
    assert not any(named_before(other, slot) for slot in other.slots(TIME_SLOTS))


@pytest.mark.parametrize(
    ("reply", "now"),
    [
        ("はい、すぐ止めますね。", True),
        ("今入力しておりますので、少しお待ちください。", True),
        ("I'm stopping it right now.", True),
        ("すぐには分かりかねます。", False),
        ("Some of these are out of stock right up to May.", False),
    ],
)
def test_what_is_done_while_one_speaks_has_its_time(reply: str, *, now: bool) -> None:
    language: Language = "en" if reply.isascii() else "ja"
    assert sets_about_it_now(view_at(in_stage("subscription-stop", language), reply)) is now
