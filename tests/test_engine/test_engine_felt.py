"""What the grade calls hostile or a bargain reaches the customer, whether or not a rule names it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builtin_judge import judge
from tiny import LISTENER, a_setup, play

from scenarios.acts import Act, Breach
from scenarios.language import Language
from scenarios.loader import builtin_library
from scenarios.model import Occasion
from scoring.learned.acts import BY_EXAMPLE
from scoring.model import FoundAct, Moment, Reading, ReplyGrade
from scoring.reply.felt import as_felt
from simulator.engine.events import CustomerSpoke, ReplySent
from simulator.engine.session import advance

CASE = builtin_library().scenario("late-delivery")


class Mocked:
    """Hears mockery in every reply, which no rule finds."""

    read = staticmethod(LISTENER.read)

    @staticmethod
    def as_felt(reading: Reading, moment: Moment) -> Reading:
        del moment
        clause = reading.clauses[0]
        return replace(reading, acts=(FoundAct(Act.SARCASM, clause.span, 0, BY_EXAMPLE),))


def test_the_customer_feels_it_and_the_grade_stays_with_what_was_read() -> None:
    begun = play(a_setup())[-1]
    kind = ReplySent("It is on the van.")
    plain, mocked = (
        advance(a_setup(), begun.state, kind, listener) for listener in (LISTENER, Mocked())
    )
    assert mocked.state.mood.anger > plain.state.mood.anger
    assert mocked.state.played[-1].reading == plain.state.played[-1].reading


def _grade(reading: Reading, *breaches: Breach) -> ReplyGrade:
    scores = {"empathy": 50, "policy": 50, "resolution": 50}
    return ReplyGrade(scores, (), breaches, (), reading, (0,))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("breach", "act"), [(Breach.HOSTILITY, Act.SARCASM), (Breach.BLAME, Act.BLAME)]
)
def test_an_affront_of_the_grade_is_added_once(breach: Breach, act: Act) -> None:
    reading = LISTENER.read("It is on the van.", _moment("en"))
    felt = as_felt(reading, _grade(reading, breach), CASE)
    (added,) = felt.acts[len(reading.acts) :]
    assert (added.act, added.clause, added.rule) == (act, 0, BY_EXAMPLE)
    assert as_felt(felt, _grade(felt, breach), CASE) is felt


def test_other_breaches_and_none_change_nothing() -> None:
    reading = LISTENER.read("It is on the van.", _moment("en"))
    for breaches in ((), (Breach.OPEN_PROMISE,), (Breach.FALSE_STATEMENT, Breach.IDENTITY_FIRST)):
        assert as_felt(reading, _grade(reading, *breaches), CASE) is reading


def _moment(language: Language) -> Moment:
    return Moment(CASE, language, CASE.first_stage, 1, ())


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "How lovely that you have nothing better to do all day than sit by a door."),
        ("ja", "一日中玄関で待っていられるとは、結構なご身分でうらやましい限りでございます。"),
    ],
)
def test_mockery_reaches_the_customer(language: Language, reply: str) -> None:
    """With the judge that comes with the program: graded and felt are the same."""
    moment = _moment(language)
    reading = judge().read(reply, moment)
    assert Breach.HOSTILITY in judge().grade(reading, moment).breaches
    felt = {found.act for found in judge().as_felt(reading, moment).acts}
    assert felt & {Act.INSULT, Act.SARCASM, Act.THREATEN}


def test_a_bargain_is_heard_as_the_one_that_the_scenario_knows() -> None:
    case = builtin_library().scenario("review-threat")
    reading = LISTENER.read("It is on the van.", _moment("en"))
    assert as_felt(reading, _grade(reading), case) is reading
    felt = as_felt(reading, _grade(reading, Breach.REVIEW_DEAL), case)
    (added,) = felt.topics[len(reading.topics) :]
    assert (added.topic, added.affirmed) == ("review-bargain", True)
    assert as_felt(felt, _grade(felt, Breach.REVIEW_DEAL), case) is felt


def test_where_several_topics_may_carry_it_none_is_guessed() -> None:
    case = builtin_library().scenario("keen-customer")
    reading = LISTENER.read("It is on the van.", _moment("en"))
    assert as_felt(reading, _grade(reading, Breach.REVIEW_DEAL), case) is reading


@pytest.mark.parametrize(
    ("language", "reply", "accused"),
    [
        ("en", "The packers messed up the wrapping.", False),
        ("en", "You should have read that line.", True),
        ("en", "The driver came, you should have opened the door.", True),
        ("ja", "倉庫の者のミスです。", False),
        ("ja", "お客様の確認不足です。", True),
    ],
)
def test_only_blame_of_the_customer_accuses_the_customer(
    language: Language, reply: str, accused: bool
) -> None:
    """What is laid on a colleague or the carrier is graded as blame, and does not sound like "it's you"."""
    moment = _moment(language)
    reading = judge().read(reply, moment)
    assert Act.BLAME in {found.act for found in reading.acts}
    felt = {found.act for found in judge().as_felt(reading, moment).acts}
    assert (Act.BLAME in felt) == accused
    assert (Act.BLAME_OTHERS in felt) != accused


def test_blame_that_the_grade_does_not_bear_out_accuses_nobody() -> None:
    """A rule may take for blame what the whole reply is none of."""
    reading = judge().read("You should have read that line.", _moment("en"))
    assert Act.BLAME in {found.act for found in reading.acts}
    felt = as_felt(reading, _grade(reading), CASE)
    assert Act.BLAME not in {found.act for found in felt.acts}


def test_blame_of_others_is_answered_as_such() -> None:
    setup = replace(a_setup(), persona=builtin_library().catalog.personas["wary-senior"])
    begun = play(setup)[-1]
    step = advance(setup, begun.state, ReplySent("The packers messed up the wrapping."), judge())
    said = [o.text for o in step.outputs if isinstance(o, CustomerSpoke)]
    voice = setup.persona.voice
    assert said[0] in voice[Occasion.BLAMES_OTHERS].all_wordings("en")
    assert not set(said) & set(voice[Occasion.BLAMED].all_wordings("en"))
    assert "blamed-others" in step.state.moods[-1].because


@pytest.mark.parametrize(
    ("scenario", "language", "said", "reply"),
    [
        (
            "threat-to-come",
            "en",
            "Money back. And my Friday, who pays for that?",
            "No, my words don't give you that evening back, and losing a day's work sitting in for nobody "
            "is rotten. I'm sorry. I can have the stool made again with the same engraving, or give you the "
            "full 12,800 yen back. Which would you rather?",
        ),
        (
            "supervisor-takes-over",
            "en",
            "In charge, are you? Then what did they tell you?",
            "Mrs Iwakiri, this is Mori, and first of all I'm sorry you were left holding for twelve minutes. "
            "You'd like to return the lantern from order KM-26104. Is that right, or did something get lost?",
        ),
    ],
)
def test_nobody_bristles_at_one_sentence_of_a_kind_reply(
    scenario: str, language: Language, said: str, reply: str
) -> None:
    case = builtin_library().scenario(scenario)
    moment = Moment(case, language, case.first_stage, 1, (said,), identity_checked=True)
    felt = judge().as_felt(judge().read(reply, moment), moment)
    assert felt.tone == "kind"
    cold = {Act.INSULT, Act.CONTRADICT, Act.DENY_FAULT, Act.DEFEND, Act.BLAME}
    assert cold.isdisjoint(found.act for found in felt.acts)


def test_a_promise_of_the_uncertain_is_felt_as_one() -> None:
    reading = LISTENER.read("It is on the van.", _moment("en"))
    assert as_felt(reading, _grade(reading, Breach.UNCERTAIN_PROMISE), CASE).vouches == "swears"
    assert as_felt(reading, _grade(reading, Breach.OPEN_PROMISE), CASE).vouches == "nothing"


def test_a_hope_for_what_others_decide_is_no_honest_estimate() -> None:
    case = builtin_library().scenario("wrong-kanji")
    moment = Moment(
        case, "ja", case.first_stage, 1, ("金曜に間に合いますか。",), identity_checked=True
    )
    hoped, left_open = (
        judge().as_felt(judge().read(reply, moment), moment)
        for reply in (
            "坂井は腕のいい職人ですので、たぶん金曜日には間に合うと思いますよ。",
            "金曜日に間に合うかは、まだ分かりません。",
        )
    )
    assert hoped.vouches == "hopes"
    assert Act.ESTIMATE not in {found.act for found in hoped.acts}
    assert left_open.vouches == "nothing"


def test_a_cold_reply_is_felt_as_it_stands() -> None:
    case = builtin_library().scenario("threat-to-come")
    moment = Moment(case, "en", case.first_stage, 1, ("And my Friday?",), identity_checked=True)
    felt = judge().as_felt(
        judge().read("No, that is not true. Those are the rules.", moment), moment
    )
    assert felt.tone == "cold"
    assert Act.CONTRADICT in {found.act for found in felt.acts}


@pytest.mark.parametrize(
    ("scenario", "language", "said", "reply", "topic"),
    [
        (
            "locked-out",
            "ja",
            "どうも、すみませんでした。",
            "こちらこそ、お電話ありがとうございました。病院、どうぞお気をつけて行ってらっしゃいませ。",
            "mistyped-blame",
        ),
        (
            "payment-refused",
            "ja",
            "限度額って、そんなことないです。",
            "申し訳ございません、先ほどの限度額のお話は私の勝手な推測でした。撤回させてください。",
            "guess-reason",
        ),
    ],
)
def test_what_is_forbidden_and_neither_said_nor_stood_by_reaches_nobody(
    scenario: str, language: Language, said: str, reply: str, topic: str
) -> None:
    case = builtin_library().scenario(scenario)
    before = ("一つ目です。", "二つ目です。")
    moment = Moment(
        case, language, case.first_stage, 3, (said,), agent_said=before, identity_checked=True
    )
    reading = judge().read(reply, moment)
    assert topic in {found.topic for found in reading.topics}
    felt = judge().as_felt(reading, moment)
    assert topic not in {found.topic for found in felt.topics}
    assert all(topic not in act.about for act in felt.acts)
