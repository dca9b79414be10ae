"""How the customer takes replies: heats, cools, remembers, keeps back, leaves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tiny import (
    LISTENER,
    PERSONA,
    SCENARIO,
    a_setup,
    hears,
    line_ids,
    lines,
    play,
    said,
    topic,
    when,
    with_stage,
    with_temperament,
)

from scenarios.language import Language, Phrases
from scenarios.model import MoodShift, MoodValues, Occasion, Reaction, Said, SaidIf, TopicKind
from simulator.engine.causes import CAUSES, cause_title
from simulator.engine.courtesy import only_courtesies
from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    Ended,
    FactTold,
    Happened,
    MoodChanged,
    ReplySent,
    StageEntered,
    TimePassed,
)
from simulator.engine.session import begin, moment, mood_curve, tipping_turn

HEARD = {
    "en": "You have waited since the morning, I am sorry since the morning.",
    "ja": "朝からお待ちなのですね。朝からお待たせして申し訳ございません。",
}
ASKS = {
    "en": "By when do you need it? I am asking the depot.",
    "ja": "何時までにお入り用ですか。営業所に確認しています。",
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_ignored_customer_repeats_heats_and_leaves(language: Language) -> None:
    """Replies about nothing make the customer repeat themselves, boil and finally go."""
    nothing = ReplySent({"en": "Hm.", "ja": "はあ。"}[language])
    steps = play(with_temperament(a_setup(language), heats=150), *[nothing] * 4)
    anger = [step.state.mood.anger for step in steps]
    assert anger == sorted(anger)
    assert anger[-1] > 90
    assert all(lines(step.outputs) for step in steps)
    assert steps[-1].state.end_kind == "left-angry"
    assert any(isinstance(o, Happened) for o in steps[-1].outputs)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", "かしこまりました。"),
        ("ja", "はい、たいへんお待たせいたしました。"),
        ("ja", "お知らせいただき、ありがとうございます。少々お待ちくださいませ。"),
        ("en", "Certainly."),
        ("en", "Right, thank you for waiting, Ms. Okamoto."),
        ("en", "Of course, madam. One moment, please."),
    ],
)
def test_courtesies_alone_keep_the_customer_waiting(language: Language, words: str) -> None:
    """They are no other subject: the customer asks on, and is less put out than by one."""
    setup = with_stage(a_setup(language), "opening", reactions=())
    listened = play(setup, ReplySent(HEARD[language]), ReplySent(words), ReplySent(words))[-1]
    another = {"ja": "はあ。", "en": "Hm."}[language]
    ignored = play(setup, ReplySent(HEARD[language]), ReplySent(another), ReplySent(another))[-1]
    assert line_ids(listened.outputs)[0].startswith("opening.again")
    assert line_ids(ignored.outputs)[0].startswith("voice.ignored")
    assert listened.state.mood.anger < ignored.state.mood.anger


@pytest.mark.parametrize(("language", "words"), [("ja", "10分です。"), ("en", "10 minutes.")])
def test_a_bare_figure_is_an_answer_once(language: Language, words: str) -> None:
    """The customer asks on at it; the same again brings nothing."""
    setup = with_stage(a_setup(language), "opening", reactions=())
    _, _, first, again = play(setup, ReplySent(HEARD[language]), *[ReplySent(words)] * 2)
    assert line_ids(first.outputs)[0].startswith("opening.again")
    assert line_ids(again.outputs)[0].startswith("voice.ignored")


@pytest.mark.parametrize(
    ("reply", "cause", "felt"),
    [
        ("The rule says no.", "ruled-out", True),
        ("The rule says no. I can offer to send it back.", "ruled-out", False),
        ("I cannot do that.", "refused-flatly", True),
        ("I cannot call it certain.", "refused-flatly", False),
        ("I cannot do that. The parcel is on the van.", "refused-flatly", False),
        ("I cannot do that. The depot is the one to ask.", "refused-flatly", False),
    ],
)
def test_a_no_hurts_where_it_is_all_there_is(reply: str, cause: str, felt: bool) -> None:
    """A rule beside a way out, and the no to a certainty that nobody has, turn nobody down."""
    setup = a_setup()
    known = {**setup.scenario.topics, "sure": topic(TopicKind.UNCERTAIN, "確か", "certain")}
    setup = replace(setup, scenario=replace(setup.scenario, topics=known))
    step = play(setup, ReplySent(reply))[-1]
    because = [b for o in step.outputs if isinstance(o, MoodChanged) for b in o.because]
    assert (cause in because) is felt, step.state.heard[-1]


def test_whoever_has_been_answered_does_not_ask_again() -> None:
    """What fits what has come to pass is said in place of ``again``, which asks what was answered."""
    told = SaidIf(said(["二時ですね", "ええ"], ["Two, then", "Till two"]), when("heard two"))
    setup = with_stage(a_setup(), "opening", reactions=(), again_if=(told,))
    replies = ("5 minutes.", "You need it before two.", "6 minutes.", "7 minutes.")
    steps = play(with_temperament(setup, heats=20), *map(ReplySent, replies))
    first, *later = [line_ids(step.outputs)[0] for step in steps[1:]]
    assert first.startswith("opening.again#")
    assert all(line.startswith("opening.again_if.1#") for line in later)
    assert [lines(step.outputs)[0] for step in steps[2:4]] in (
        ["Two, then", "Till two"],
        ["Till two", "Two, then"],
    )


def test_words_can_wait_for_what_the_reply_just_said() -> None:
    """``just heard`` is of the reply that is answered; ``heard`` is of any reply so far."""
    told = SaidIf(said(["二時ですね", "ええ"], ["Two, then", "Till two"]), when("just heard two"))
    setup = with_stage(a_setup(), "opening", reactions=(), again_if=(told,))
    replies = ("You need it before two.", "6 minutes.")
    first, second = play(with_temperament(setup, heats=20), *map(ReplySent, replies))[1:]
    assert line_ids(first.outputs)[-1].startswith("opening.again_if.1#")
    assert "again_if" not in "".join(line_ids(second.outputs))


def test_out_of_words_the_question_that_was_answered_is_not_asked_either() -> None:
    told = SaidIf(said(["二時ですね"], ["Two, then"]), when("heard two"))
    setup = with_stage(a_setup(), "opening", reactions=(), again_if=(told,))
    replies = ("You need it before two.", "6 minutes.")
    _, first, second = play(setup, *map(ReplySent, replies))
    assert line_ids(first.outputs) == ["opening.again_if.1#1"]
    assert line_ids(second.outputs)[0].startswith("voice.ignored")


@pytest.mark.parametrize(
    ("reply", "opening"),
    [
        ("You need it before two. I am asking the depot.", "plan.opens_if.1#1"),
        ("You need it before two.", "plan.opens_if.2#1"),
        ("I will look after it myself, since the morning.", "plan.opens"),
    ],
)
def test_a_stage_opens_with_what_fits_what_was_said_on_the_way(reply: str, opening: str) -> None:
    """The first of several that fits; the usual opening where none does."""
    setup = with_stage(a_setup(), "opening", reactions=(Reaction(hears("anything"), goes="plan"),))
    plan = (
        SaidIf(said(["訊いてるのね"], ["You ask"]), when("heard two", "heard depot")),
        SaidIf(said(["二時なの"], ["Two it is"]), when("heard two"), when("heard depot")),
    )
    step = play(with_stage(setup, "plan", opens_if=plan), ReplySent(reply))[-1]
    assert line_ids(step.outputs)[-1].startswith(opening)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", "かしこまりました。明日届きます。"),
        ("ja", "今日はいいお天気ですね。"),
        ("en", "Certainly, it comes tomorrow."),
        ("en", "Thank you for the cheese."),
    ],
)
def test_a_courtesy_beside_something_else_is_not_all(language: Language, words: str) -> None:
    """What says anything more is not taken for courtesies alone."""
    reading = LISTENER.read(words, moment(a_setup(language), begin(a_setup(language)).state))
    assert not only_courtesies(reading)


def test_being_ignored_a_second_time_hurts_more() -> None:
    """The second empty reply in a row heats more than the first."""
    steps = play(a_setup(), ReplySent("Hm."), ReplySent("Well."), ReplySent("Right."))
    anger = [step.state.mood.anger for step in steps]
    assert anger[2] - anger[1] > anger[1] - anger[0] > 0


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_heard_customer_cools_slowly(language: Language) -> None:
    """A good reply takes off some anger, never more than twenty points in a turn."""
    steps = play(a_setup(language), ReplySent(HEARD[language]), ReplySent(ASKS[language]))
    anger = [step.state.mood.anger for step in steps]
    assert anger[0] > anger[1] > anger[2]
    assert max(before - after for before, after in pairwise(anger)) <= 20


def test_the_limit_of_cooling_counts_the_whole_turn() -> None:
    """Even a reaction that soothes cannot take away more than twenty points with the reply."""
    soothing = Reaction(hears=hears("morning"), mood=MoodShift(anger=-60))
    setup = with_stage(a_setup(), "opening", reactions=(soothing,))
    steps = play(setup, ReplySent(HEARD["en"]))
    assert steps[0].state.mood.anger - steps[1].state.mood.anger == 20


def test_many_good_phrases_in_one_breath_do_not_add_up() -> None:
    """Each further good thing in a reply counts for less than it would alone."""
    alone = [
        play(a_setup(), ReplySent(reply))[1].state.mood.anger
        for reply in ("You have waited.", "It must be hard.", "Thank you for what is on the van.")
    ]
    together = "You have waited. It must be hard. Thank you for what is on the van."
    at_once = play(a_setup(), ReplySent(together))[1].state.mood.anger
    assert 60 - at_once < sum(60 - anger for anger in alone)


def test_naming_the_situation_again_does_half_and_then_nothing() -> None:
    """The same warm words wear out: full, half, nothing."""
    reply = ReplySent("You have waited since the morning.")
    setup = a_setup(mood=MoodValues(anger=80, trust=40))
    anger = [s.state.mood.anger for s in play(setup, reply)]
    curve = play(setup, reply, ReplySent("You have waited, and it is on the van."))
    assert anger[0] - anger[1] == 12
    assert "acknowledged" in curve[-1].state.moods[-1].because
    third = play(setup, *[ReplySent(f"You have waited. {x}") for x in ("A", "B", "C")])
    assert third[-1].state.causes["acknowledged"] == 3
    assert "acknowledged" not in third[-1].state.moods[-1].because


def test_a_second_identical_apology_does_not_cool() -> None:
    """Saying sorry again with nothing new earns a sharp word and no calm."""
    steps = play(a_setup(), ReplySent("I am sorry."), ReplySent("I am sorry."))
    first, second = (steps[i].state.mood.anger for i in (1, 2))
    assert second == first + 5
    assert line_ids(steps[2].outputs)[0].startswith("voice.apology-again")


def test_a_closing_apology_is_no_loop() -> None:
    """An apology that takes leave at the end is courtesy."""
    steps = play(a_setup(), ReplySent("I am sorry."), ReplySent("Sorry again, goodbye."))
    assert "apology-again" not in steps[2].state.moods[-1].because


def test_who_is_sorry_for_a_word_taken_back_does_not_say_the_same_again() -> None:
    wrong = "I am sorry, I should not have promised noon."
    steps = play(a_setup(), ReplySent("I am sorry."), ReplySent(wrong))
    assert "apology-again" not in steps[2].state.moods[-1].because


@pytest.mark.parametrize(
    ("reply", "occasion"),
    [
        ("You idiot, I am sorry.", "insulted"),
        ("It is your own fault.", "blamed"),
        ("Please calm down.", "calm-down"),
        ("But it is not late.", "contradicted"),
        ("I cannot give you a full refund.", "brushed-off"),
        ("It comes soon.", "vague"),
        ("I will ring you.", "suspects-flight"),
    ],
)
def test_affronts_are_answered_by_nature(reply: str, occasion: str) -> None:
    """What any customer would resent gets that customer's own sharp word, and heats."""
    steps = play(a_setup(), ReplySent(reply))
    assert line_ids(steps[1].outputs)[0].startswith(f"voice.{occasion}")
    assert steps[1].state.mood.anger > steps[0].state.mood.anger


def test_an_insult_drowns_the_good_words_beside_it() -> None:
    """After an insult nothing else in the reply does any good."""
    steps = play(a_setup(), ReplySent("You idiot. " + HEARD["en"]))
    assert steps[1].state.moods[-1].because == ("insulted",)


def test_the_worst_of_several_affronts_is_answered() -> None:
    """One sharp word is enough: the gravest comes first."""
    steps = play(a_setup(), ReplySent("But soon. Calm down, you idiot."))
    assert line_ids(steps[1].outputs)[0].startswith("voice.insulted")
    assert len(lines(steps[1].outputs)) == 1


def test_a_stock_phrase_stings_before_the_waiting_was_named() -> None:
    """The scenario's own reaction decides: 'I see' without listening leads to the stung stage."""
    stung = play(a_setup(), ReplySent("I see."))[-1]
    heard = play(a_setup(), ReplySent(HEARD["en"]), ReplySent("I see."))[-1]
    assert StageEntered("stung") in stung.outputs
    assert heard.state.stage == "opening"


def test_a_sharp_word_comes_before_moving_on() -> None:
    """Somebody told to calm down says so even where the talk moves on, in two utterances."""
    reply = "Calm down. You have waited since the morning."
    steps = play(
        with_stage(
            a_setup(), "opening", reactions=(Reaction(hears=hears("morning"), goes="plan"),)
        ),
        ReplySent(reply),
    )
    ids = line_ids(steps[1].outputs)
    assert ids[0].startswith("voice.calm-down")
    assert ids[1].startswith("plan.opens")


def test_a_hidden_fact_comes_out_only_when_asked() -> None:
    """The time she leaves is told to the one who asks, and to nobody else."""
    chat = play(a_setup(), ReplySent(HEARD["en"]), ReplySent("It is on the van."))
    asked = play(a_setup(), ReplySent("By when do you need it?"))
    assert chat[-1].state.told == ()
    assert FactTold("leaves-at-two") in asked[-1].outputs
    assert "I leave at two." in lines(asked[-1].outputs)


def test_a_hidden_fact_can_be_earned() -> None:
    """What lies behind it is told unasked once she is calm enough and has been asked the time."""
    steps = play(a_setup(), ReplySent(HEARD["en"] + " " + ASKS["en"]), ReplySent("Before two."))
    assert steps[-1].state.told == ("leaves-at-two", "birthday")


def test_an_insulted_customer_confides_nothing() -> None:
    """A question with an insult gets no answer, and must be asked again."""
    steps = play(a_setup(), ReplySent("By when, you idiot?"), ReplySent("By when do you need it?"))
    assert steps[1].state.told == ()
    assert steps[2].state.told == ("leaves-at-two",)


def test_two_facts_asked_at_once_are_told_at_once_and_a_third_is_not_lost() -> None:
    """Two facts a turn; what was asked for besides is owed."""
    asked = hears("ask about need-by")
    fact = replace(SCENARIO.hidden["birthday"], asked_by=asked, earned_by=())
    third = replace(fact, says=Said(any=Phrases(("弟も来ます。",), ("My brother comes too.",))))
    hidden = {**SCENARIO.hidden, "birthday": fact, "brother": third}
    steps = play(
        a_setup(hidden=hidden),
        ReplySent("By when do you need it?"),
        ReplySent("It is on the van."),
    )
    assert steps[1].state.told == ("leaves-at-two", "birthday")
    assert steps[2].state.told == ("leaves-at-two", "birthday", "brother")


def test_asking_for_what_was_told_costs() -> None:
    """The second time the same question heats and costs trust."""
    steps = play(a_setup(), ReplySent("By when do you need it?"), ReplySent("By when, please?"))
    assert steps[2].state.mood.trust < steps[1].state.mood.trust
    assert line_ids(steps[2].outputs)[0].startswith("voice.asked-again")


def test_a_customer_holds_the_agent_to_a_named_time() -> None:
    """A time once named comes back in the customer's words, with the name of who said it."""
    only = Said(any=Phrases(("{time}と言ったわね、{name}さん。",), ("You said {time}, {name}.",)))
    setup = a_setup("en")
    setup = replace(
        setup, persona=replace(PERSONA, voice={**PERSONA.voice, Occasion.HOLDS_TO_WORD: only})
    )
    steps = play(
        setup,
        ReplySent("My name is Saeki. I will ring you at 13:10."),
        ReplySent("It is on the van."),
        ReplySent("I will ring you at 13:40."),
    )
    assert lines(steps[1].outputs) == ["You said 1:10, Saeki."]
    assert lines(steps[3].outputs) == ["You said 1:40, Saeki."]
    assert "time-moved" in steps[3].state.moods[-1].because


def test_a_blank_without_a_value_is_never_spoken() -> None:
    """A wording that needs a time waits until a time was named."""
    voice = {**PERSONA.voice, Occasion.VAGUE: said(["{time}は？", "いつ？"], ["{time}?", "When?"])}
    setup = replace(a_setup(), persona=replace(PERSONA, voice=voice))
    for seed in range(6):
        steps = play(replace(setup, seed=seed), ReplySent("It comes soon."))
        assert lines(steps[1].outputs) == ["When?"]


def test_an_announced_check_that_is_not_done_is_asked_after() -> None:
    """Two replies after 'I am asking the depot' with nothing asked, the customer says so, once."""
    replies = (
        ReplySent("I am asking the depot. Your number and name?"),
        ActionTaken("verify-identity", {"order": "KM-1", "name": "Yumi Okamoto"}),
        ReplySent("You have waited."),
        ReplySent("It is on the van."),
        ReplySent("Before two, I know."),
    )
    steps = play(a_setup(), *replies)
    assert "not-done" in steps[4].state.moods[-1].because
    assert "not-done" not in steps[5].state.moods[-1].because
    unchecked = play(a_setup(), *[event for event in replies if event != replies[1]])
    assert "not-done" not in unchecked[3].state.moods[-1].because


def test_a_deed_that_is_told_is_noticed() -> None:
    """Something really done, and told, builds trust."""
    steps = play(
        a_setup(),
        ReplySent("Your number and name?"),
        ActionTaken("verify-identity", {"order": "KM-1", "name": "Yumi Okamoto"}),
        ActionTaken("ask-carrier"),
        ReplySent("I am asking the depot."),
    )
    assert "noticed-deed" in steps[-1].state.moods[-1].because
    assert steps[-1].state.mood.trust > steps[-2].state.mood.trust


def test_rewarding_pressure_buys_calm_now_and_a_bigger_demand_next() -> None:
    """Money beyond the rules cools for one turn and heats the next."""
    steps = play(a_setup(), ReplySent("I can offer a full refund."), ReplySent("It is on the van."))
    assert steps[1].state.mood.anger < steps[0].state.mood.anger
    assert steps[2].state.mood.anger >= steps[1].state.mood.anger + 15
    assert line_ids(steps[2].outputs)[0].startswith("voice.rewarded-threat")


def test_what_is_passed_on_to_somebody_who_decides_is_not_given() -> None:
    steps = play(a_setup(), ReplySent("I can offer to put the full refund to my supervisor."))
    assert "threat-rewarded" not in steps[1].state.moods[-1].because


def test_whoever_holds_to_a_time_that_was_promised_ignores_nobody() -> None:
    steps = play(a_setup(), ReplySent("I will ring you at 13:10."), ReplySent("Till 13:10, then."))
    assert "ignored" not in steps[2].state.moods[-1].because


def test_a_greeting_alone_keeps_waiting_and_changes_no_subject() -> None:
    steps = play(a_setup(), ReplySent("Good morning, my name is Dana."))
    because = steps[1].state.moods[-1].because
    assert "kept-waiting" in because
    assert "ignored" not in because


def test_a_limit_with_an_alternative_wins_trust() -> None:
    """A 'no' with something instead costs a little anger and earns trust."""
    steps = play(
        a_setup(), ReplySent("I cannot give a full refund, but I will ask the depot about it.")
    )
    because = steps[1].state.moods[-1].because
    assert "limit-explained" in because
    assert "refused-flatly" not in because


def test_another_language_says_nothing() -> None:
    """Words the customer does not understand are not heard, whatever they mean."""
    steps = play(a_setup("ja"), ReplySent("You have waited since the morning, I am sorry."))
    assert line_ids(steps[1].outputs)[0].startswith("voice.other-language")
    assert steps[1].state.heard[-1].acts == ()


def test_a_very_long_spoken_reply_is_cut_into() -> None:
    """On the phone somebody interrupts a speech; in an e-mail nobody does."""
    speech = ReplySent("The van has many stops to make. " * 30)
    phone = play(a_setup(), speech)
    email = play(a_setup(channel="email"), speech)
    assert line_ids(phone[1].outputs)[0].startswith("voice.interrupts")
    assert "talked-over" not in email[1].state.moods[-1].because


def test_lost_trust_ends_the_contact() -> None:
    """Under ten of trust the customer goes, however calm."""
    setup = a_setup(mood=MoodValues(anger=30, trust=12))
    steps = play(setup, ReplySent("It is your own fault."))
    assert steps[-1].state.end_kind == "left-angry"


def test_one_outburst_does_not_end_the_contact() -> None:
    """Anger over the limit must last for two turns before the customer goes."""
    setup = a_setup(mood=MoodValues(anger=88, trust=60))
    steps = play(setup, ReplySent("Hm."), ReplySent(HEARD["en"]))
    assert steps[1].state.mood.anger > 90
    assert not steps[2].state.ended


def test_the_same_words_twice_in_a_row_never_come() -> None:
    """A customer who repeats themselves varies the words, even with a single wording written."""
    one = said(["だから荷物。"], ["The parcel."])
    setup = with_stage(a_setup(), "opening", again=one)
    spoken = [line for step in play(setup, *[ReplySent("Hm.")] * 4) for line in lines(step.outputs)]
    assert all(a != b for a, b in pairwise(spoken))


def test_all_wordings_are_used_before_any_comes_again() -> None:
    """Three wordings of the same point give three different lines."""
    setup = with_temperament(a_setup(), heats=20)
    steps = play(setup, *[ReplySent(x) for x in ("By the way.", "Hm.", "Well.")])
    again = [line for s in steps[1:] for line in lines(s.outputs) if line in _again("en")]
    assert len(set(again)) == len(again)


def _again(language: Language) -> tuple[str, ...]:
    stage_again = SCENARIO.stages["opening"].again
    assert stage_again is not None
    return stage_again.all_wordings(language)


def test_the_doorbell_rings_on_the_turn_that_the_seed_drew() -> None:
    """The outside event comes on one of its turns, the same for a seed, not the same for all."""
    replies = [
        ReplySent("You have waited since the morning. I am asking the depot."),
        *[ReplySent(f"You have waited, {n} times.") for n in range(6)],
    ]
    turns = set()
    for seed in range(8):
        steps = play(with_temperament(a_setup(seed=seed), heats=20), *_until_end(seed, replies))
        assert steps[-1].state.ending == "came"
        turns.add(steps[-1].state.turn)
    assert turns == {5, 6}


def test_what_happens_outside_moves_the_mood_in_full() -> None:
    """Another person at the phone has a mood of their own: no limit of cooling for an event."""
    doorbell = SCENARIO.events["doorbell"]
    event = replace(
        doorbell, turns=(1,), when=(), goes="plan", mood=MoodShift(anger=-100, trust=50)
    )
    setup = a_setup(events={"doorbell": event}, mood=MoodValues(anger=90, trust=20))
    mood = play(setup, ReplySent("Hm."))[1].state.mood
    assert (mood.anger, mood.trust) == (0, 70)


def _until_end(seed: int, replies: list[ReplySent]) -> list[ReplySent]:
    setup = with_temperament(a_setup(seed=seed), heats=20)
    for count in range(1, len(replies) + 1):
        if play(setup, *replies[:count])[-1].state.ended:
            return replies[:count]
    return replies


def test_softening_is_said_once_when_it_happens() -> None:
    """When the anger falls below the tense mark, the customer shows it."""
    setup = with_stage(a_setup(mood=MoodValues(anger=45, trust=40)), "opening", reactions=())
    steps = play(setup, ReplySent("You have waited since the morning."))
    assert line_ids(steps[1].outputs)[0].startswith("voice.softened")


def test_mild_never_uses_the_hot_wordings_and_hard_heats_more() -> None:
    """Intensity sets how far the customer goes."""
    again = Said(
        calm=Phrases(("静。",), ("calm.",)),
        tense=Phrases(("張。", "張る。"), ("tense.", "tenser.")),
        hot=Phrases(("怒。", "怒る。"), ("hot.", "hotter.")),
    )
    setup = with_stage(a_setup(mood=MoodValues(anger=85, trust=60)), "opening", again=again)
    quiet = with_temperament(setup, heats=20)
    mild = play(replace(quiet, intensity="mild"), ReplySent("By the way."))
    hard = play(replace(quiet, intensity="hard"), ReplySent("By the way."))
    assert "hot" not in " ".join(line_ids(mild[1].outputs))
    assert hard[1].state.mood.anger > mild[1].state.mood.anger


def test_the_turn_at_which_the_mood_tipped_is_found() -> None:
    """The reply that moved the mood most towards its end is the tipping turn."""
    good = play(a_setup(), ReplySent("It is on the van."), ReplySent(HEARD["en"]))[-1].state
    bad = play(a_setup(), ReplySent("It is on the van."), ReplySent("You idiot."))[-1].state
    assert tipping_turn(good) == 2
    assert tipping_turn(bad) == 2
    assert tipping_turn(play(a_setup())[-1].state) is None
    assert [point.turn for point in mood_curve(bad)] == [0, 1, 2]


def test_every_cause_has_a_name_in_both_languages() -> None:
    """What the debrief shows under the curve can be read in both languages."""
    titles = [cause_title(name) for name in (*CAUSES, "case")]
    assert all(title.ja and title.en for title in titles)
    assert len({title.ja for title in titles}) == len(titles)


def test_mood_changes_name_their_causes_strongest_first() -> None:
    """The reasons given with a change of mood are in the order of their weight."""
    step = play(a_setup(), ReplySent("Calm down, it comes soon."))[1]
    changed = next(o for o in step.outputs if isinstance(o, MoodChanged))
    assert changed.because == ("calmed-down", "vague")


def test_two_different_good_ways_both_end_well() -> None:
    """Ringing back as booked, and waiting for the doorbell, are both good ends."""
    start = [
        ReplySent("Your number and name?"),
        ActionTaken("verify-identity", {"order": "KM-1", "name": "Yumi Okamoto"}),
        ReplySent("You have waited since the morning. I am asking the depot."),
        ActionTaken("ask-carrier"),
    ]
    call = [ActionTaken("book-callback", {"time": "13:10", "who": "Saeki"})]
    one = play(a_setup(), *start, *call, ActionTaken("ring-customer"), ContactEnded("close"))
    other = play(a_setup(), *start, *call, ContactEnded("close"))
    assert (one[-1].state.ending, other[-1].state.ending) == ("rung-well", "booked")
    assert {one[-1].state.outcome, other[-1].state.outcome} == {"good"}


def test_conditions_of_reactions_follow_the_mood_after_the_reply() -> None:
    """A reaction that asks for calm looks at the mood that this reply has made."""
    reaction = Reaction(hears=hears("morning"), when=when("anger under 50"), goes="plan")
    setup = with_stage(a_setup(), "opening", reactions=(reaction,))
    assert play(setup, ReplySent(HEARD["en"]))[-1].state.stage == "plan"


def test_silence_breaks_the_customers_patience_step_by_step() -> None:
    """On the phone silence makes the customer ask, complain and go."""
    steps = play(a_setup(), *[TimePassed(8)] * 6)
    ids = [line_ids(step.outputs) for step in steps]
    assert ids[1][0].startswith("voice.silence")
    assert ids[3][0].startswith("voice.long-silence")
    assert steps[6].state.end_kind == "abandoned"
    assert isinstance(steps[6].outputs[-1], Ended)


def test_patience_depends_on_the_channel_and_on_being_told_to_wait() -> None:
    """A chat waits longer, an e-mail for ever, and an announced wait is borne."""
    wait = TimePassed(20)
    assert lines(play(a_setup(), wait)[-1].outputs)
    assert not lines(play(a_setup(channel="chat"), wait)[-1].outputs)
    assert not lines(play(a_setup(channel="email"), TimePassed(9000))[-1].outputs)
    told = play(a_setup(), ReplySent("Please hold for 1 minutes."), wait)
    assert not lines(told[-1].outputs)


def test_a_reaction_to_silence_replaces_the_persona() -> None:
    """A stage may say what this customer does when nobody speaks."""
    own = Reaction(hears=hears("silence"), says=said(["聞こえる？"], ["Can you hear me?"]))
    setup = with_stage(a_setup(), "opening", reactions=(own,))
    assert lines(play(setup, TimePassed(9))[-1].outputs) == ["Can you hear me?"]
