"""What a trainee is told is true of the reply: nothing touched is missing, nothing harmful is good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builtin_judge import graded_at, in_stage, judge, view_at

from scenarios.acts import Breach
from scenarios.language import Language
from scoring.criteria.choices import choices
from scoring.feedback.names import nameable
from scoring.feedback.shown import shown_in
from scoring.model import Dimension, Finding, Moment, ReplyGrade
from scoring.moment.touched import spoken, touched
from scoring.moment.view import View


def graded(scenario: str, language: Language, reply: str, *, checked: bool = True) -> ReplyGrade:
    return graded_at(in_stage(scenario, language, identity_checked=checked), reply)


def told(grade: ReplyGrade, finding: Finding) -> str:
    span = finding.span
    return grade.reading.text[span.start : span.end] if span else ""


@pytest.mark.parametrize(
    ("language", "reply", "topic", "expected"),
    [
        ("en", "The whole morning gone, and not a word from us.", "morning", True),
        ("en", "Mori's on the way.", "morning", False),
        ("en", "Which of the two would you like?", "morning", False),
        ("ja", "朝からお待ちの方に、申し訳ございません。", "morning", True),
        ("ja", "番号をお願いいたします。", "morning", False),
        ("en", "", "morning", False),
        ("en", "The whole morning gone.", "no-such-topic", False),
    ],
)
def test_a_topic_is_touched_by_words_of_its_name(
    language: Language, reply: str, topic: str, expected: bool
) -> None:
    moment = in_stage("late-delivery", language)
    view = view_at(moment, reply)
    assert touched(view, topic) is expected


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "You must be fed up, sitting there the whole morning for us."),
        ("ja", "朝からずっとでは、嫌にもなりますよね。"),
    ],
)
def test_what_was_touched_is_not_called_missing(language: Language, reply: str) -> None:
    """Neither told as passed over nor proposed as something to say."""
    grade = graded("late-delivery", language, reply)
    words = {"en": "morning", "ja": "朝から"}[language]
    missing = [f for f in grade.findings if not f.points]
    assert not any(words in f.message.of(language) for f in missing)
    assert not any(f.better and words in f.better.of(language) for f in grade.findings)


@pytest.mark.parametrize(
    ("scenario", "language", "reply"),
    [
        ("double-charge", "en", "I'm so sorry for the fright. Read me the whole card number, please, and the code on the back, and I'll have it sorted by three, I'm Saeki."),
        ("double-charge", "ja", "ご心配をおかけしました。カード番号を全部と、裏の三桁を読み上げてください。私、佐伯が三時までに処理いたします。"),
        ("late-delivery", "ja", "1時には必ず着きますので、ご安心ください。"),
    ],
)  # fmt: skip
def test_no_sentence_that_breaks_a_rule_is_praised(
    scenario: str, language: Language, reply: str
) -> None:
    grade = graded(scenario, language, reply)
    assert grade.breaches
    at_fault = [f for f in grade.findings if f.breach and f.span]
    assert at_fault
    for bad in at_fault:
        for good in grade.findings:
            overlap = good.span and bad.span and good.span.start < bad.span.end
            if good.points > 0 and overlap and bad.span.start < good.span.end:  # type: ignore[union-attr]
                raise AssertionError((told(grade, good), good.message.of(language)))


def test_before_the_check_no_step_into_the_order_is_proposed() -> None:
    """Looking into the order comes after it is known who asks."""
    grade = graded("double-charge", "en", "I see.", checked=False)
    steps = {t.say for t in judge().catalog.scenarios["double-charge"].topics.values() if t.deed}
    assert not any(f.better in steps for f in grade.findings if f.better)


@pytest.mark.parametrize(
    ("scenario", "language", "reply"),
    [
        ("double-charge", "ja", "恐れ入りますが、カード番号はお控えいただけますでしょうか。"),
        ("data-leak-worry", "ja", "パスワードとカードの明細を、しばらく見張っていてください。"),
        ("data-leak-worry", "en", "Please keep an eye on your card statement for a few days."),
    ],
)
def test_whoever_guards_a_card_takes_none(scenario: str, language: Language, reply: str) -> None:
    """To ask for silence about the number, or to watch the statement, is no card data."""
    assert not graded(scenario, language, reply).breaches


def test_a_slip_of_register_is_told_even_where_it_costs_nothing() -> None:
    """Who speaks to a customer as to a friend hears of it."""
    grade = graded(
        "late-delivery",
        "ja",
        "ごめんごめん、朝から待たせちゃったね。営業所に聞いてみるから、1時5分までに電話するね。",
    )
    assert any(f.rule == "plain-form" for f in grade.findings)


def test_no_wording_gives_away_what_the_customer_keeps() -> None:
    """Before he has spoken of his son, nothing proposed does."""
    for reply in ("個人情報のため、お答えいたしかねます。", "はい。", "お調べします。"):
        for finding in graded("card-misuse", "ja", reply).findings:
            assert finding.better is None or "息子" not in finding.better.ja


def test_nothing_is_passed_over_that_nobody_spoke_of() -> None:
    """At a first line that names no morning the morning has not been passed over."""
    case = judge().catalog.scenarios["late-delivery"]
    for said, told_of in (
        ("My parcel still isn't here!", False),
        ("I've sat here since the morning.", True),
    ):
        moment = Moment(case, "en", None, 1, (said,), identity_checked=True)
        grade = judge().grade(judge().read("It is on its way.", moment), moment)
        assert spoken(view_at(moment, "It is on its way."), "morning") is told_of
        if not told_of:
            assert not any("all morning" in f.message.en for f in grade.findings)


@pytest.mark.parametrize(
    ("scenario", "language", "dimension", "text", "expected"),
    [
        ("damaged-item", "ja", "resolution", "新しい品を本日お送りします。", ("serves-need", "replacement-today")),
        ("damaged-item", "en", "resolution", "I'll send a replacement today.", ("serves-need", "replacement-today")),
        ("damaged-item", "ja", "empathy", "お怪我はございませんか。", ("names-feeling", "injury-care")),
        ("damaged-item", "en", "empathy", "And it was a present for your mother.", ("names-situation", "mothers-present")),
        ("amount-wrong", "en", "resolution", "The coupon needs 6,000 yen of goods.", ("by-example", "coupon-min")),
        ("damaged-item", "en", "resolution", "Thank you for calling.", None),
        ("damaged-item", "ja", "resolution", "お電話ありがとうございます。", None),
    ],
)  # fmt: skip
def test_a_clause_is_told_by_what_it_names(
    scenario: str,
    language: Language,
    dimension: Dimension,
    text: str,
    expected: tuple[str, str | None] | None,
) -> None:
    """Where points lie on a clause without a criterion, it is its own topic that is named, if the
    clause has something of every part of its name."""
    moment = in_stage(scenario, language)
    view = view_at(moment, text)
    first = next(shown_in(view, dimension, 0), None)
    assert (None if first is None else (first.rule, first.topic)) == expected


def test_one_sentence_with_harm_does_not_silence_what_is_good_beside_it() -> None:
    """In Japanese one sentence holds many clauses; the honest step before a deal is a step."""
    grade = graded(
        "testimonial-address",
        "ja",
        "14日間は使ってからでも返品できますし、あとでお客様もご感想を載せてくださったら千円のクーポンをお付けしますので、まずは気軽に試してみませんか。",
    )
    assert Breach.REVIEW_DEAL in grade.breaches
    praised = [told(grade, f) for f in grade.findings if f.points > 0 and f.span]
    assert any("返品できます" in words for words in praised)
    assert not any("クーポン" in words for words in praised)


@pytest.mark.parametrize(
    ("language", "before", "reply"),
    [
        ("ja", "お待たせして申し訳ございません。", "ご注文番号とお名前、お電話番号をいただけますか。"),
        ("en", "I'm sorry you've been waiting.", "Order number and name, please."),
    ],
)  # fmt: skip
def test_no_second_apology_is_asked_for(language: Language, before: str, reply: str) -> None:
    """An apology is called missing where none was made, and not once there has been one."""
    moment = in_stage("late-delivery", language, identity_checked=False)
    for said, missing in (((), True), ((before,), False)):
        now = replace(moment, agent_said=said)
        lines = judge().grade(judge().read(reply, now), now).findings
        assert any(line.rule == "apology-fit" for line in lines) is missing


@pytest.mark.parametrize(
    ("language", "reply", "asks", "matches"),
    [
        ("ja", "ひざ掛けは8時40分に営業所を出ております。", "項目を伺い", "照合"),
        ("en", "The blanket left the depot at 8:40.", "Ask for the items", "Match the items"),
    ],
)
def test_who_has_the_items_is_told_to_match_them(
    language: Language, reply: str, asks: str, matches: str
) -> None:
    """Before the customer has told them they are to be asked for, and then to be matched."""
    moment = in_stage("late-delivery", language, identity_checked=False)
    for stated, expected in ((False, asks), (True, matches)):
        now = replace(moment, identity_stated=stated)
        lines = judge().grade(judge().read(reply, now), now).findings
        (line,) = [line for line in lines if line.breach is Breach.IDENTITY_FIRST]
        assert line.advice is not None
        assert expected in line.advice.of(language)


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        (
            "en",
            "Of course. May I have your order number and your name for the refund?",
            "Please switch it off at the strip first. May I then have your order number?",
        ),
        (
            "ja",
            "かしこまりました。ご返金のため、ご注文番号とお名前をお願いいたします。",
            "まず手元のスイッチを切ってください。それからご注文番号をお願いいたします。",
        ),
    ],
)
def test_what_cannot_wait_comes_first(language: Language, wrong: str, right: str) -> None:
    """Something smokes: who asks for the order number first is told what comes before it."""
    bad = graded("smoking-charger", language, wrong, checked=False)
    good = graded("smoking-charger", language, right, checked=False)
    rules = {finding.rule for finding in bad.findings}
    assert "first-things" in rules
    assert "first-things" not in {finding.rule for finding in good.findings}
    assert (bad.score("resolution") or 0) < (good.score("resolution") or 0)
    assert not any(f.rule == "verify-identity" for f in (*bad.findings, *good.findings))


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        (
            "en",
            "Ms Mori, a whole morning at the window must have been horrid. By when do you need it?",
        ),
        (
            "ja",
            "窓の外ばかり見ていらしたでしょうね、それでは落ち着きませんよね。何時までに必要でしょうか。",
        ),
    ],
)
def test_a_question_behind_a_word_is_not_told_to_lack_one(language: Language, reply: str) -> None:
    """What stands before it may take in what was said in words that no rule knows."""
    lines = [f.message for f in graded("late-delivery", language, reply).findings]
    assert not any(
        "その前に一言" in line.ja or "With a word before it" in line.en for line in lines
    )


def test_the_other_way_that_is_open_has_a_deed_not_done_yet() -> None:
    """No fact of the case and nothing that has been carried out is offered as a choice."""
    for case in judge().catalog.scenarios.values():
        moment = replace(in_stage(case.id, "en"), done=frozenset({"book-callback", "ask-carrier"}))
        view = View(
            judge().read("I will do that now.", moment), moment, judge().catalog.shop_of(case.id)
        )
        judged = choices(view)
        if judged.topic is not None:
            assert case.topics[judged.topic].deed not in (None, *moment.done)


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "You must have been so worried."),
        ("ja", "さぞご心配でしたよね。"),
    ],
)
def test_nothing_is_read_back_where_nothing_is_arranged(language: Language, reply: str) -> None:
    case = judge().catalog.scenarios["rude-colleague"]
    for name in case.stages:
        moment = replace(in_stage("rude-colleague", language), stage=name)
        grade = judge().grade(judge().read(reply, moment), moment)
        assert "read-back" not in {f.rule for f in grade.findings}


@pytest.mark.parametrize(
    ("language", "reply", "named"),
    [
        ("ja", "リボンだけと交換と返金、どれがよろしいですか。", True),
        ("ja", "こちらで手配してよろしいでしょうか。", False),
        ("ja", "他に気になることはございませんか。", False),
        ("en", "Which of the three would you like?", True),
        ("en", "Would you sooner have the ribbon or the set?", True),
        ("en", "Shall I send it off, then?", False),
        ("en", "Which number shall I ring?", False),
        ("en", "Is there anything else?", False),
    ],
)
def test_a_choice_is_named_where_a_choice_is_asked(
    language: Language, reply: str, named: bool
) -> None:
    """Leave to go ahead, a number and "anything else?" are no question which of three it shall be."""
    moment = in_stage("review-threat", language)
    assert nameable(view_at(moment, reply), reply, "ask-which") == named


def test_policy_that_is_far_down_is_shown_its_words() -> None:
    """Where no breach is certain, the clause that the ledger hears most of it in."""
    grade = graded(
        "testimonial-address",
        "en",
        "You can try it for fourteen days, we pay the way back. Those pictures are mostly models, the "
        "marketing people write the words, everybody in the trade does it.",
    )
    lost = [f for f in grade.findings if f.dimension == "policy" and f.points <= -30]
    assert lost
    assert all(told(grade, f) for f in lost)


def test_what_is_called_certain_is_told_by_no_name_that_says_certain_itself() -> None:
    grade = graded("relative-asks", "en", "She will definitely get her money back.")
    said = [f.message.en for f in grade.findings if f.breach is Breach.UNCERTAIN_PROMISE]
    assert said
    assert not any("for certain" in words for words in said)


def test_of_several_uncertain_things_the_one_is_named_that_was_called_certain() -> None:
    reply = "もし見つからなければ、新しいものを土曜の午前中に必ずお届けします。"
    grade = graded("delivered-not-there", "ja", reply)
    said = [f.message.ja for f in grade.findings if f.breach is Breach.UNCERTAIN_PROMISE]
    assert said
    assert all("新しい品がいつ着くか" in words for words in said)


@pytest.mark.parametrize(
    ("case", "language", "reply"),
    [
        (
            "testimonial-address",
            "en",
            "The writer agreed to initials only. What would you like to know about the cushion?",
        ),
        (
            "late-delivery",
            "ja",
            "営業所に確認し、13時5分までに私、佐伯からお電話します。",
        ),
    ],
)
def test_an_even_tone_is_told_to_have_earned_little_empathy(
    case: str, language: Language, reply: str
) -> None:
    """What the whole earned beyond it is laid on no step and no question."""
    lines = graded(case, language, reply).findings
    told = [f.points for f in lines if f.dimension == "empathy" and f.span is not None]
    assert max(told, default=0) <= 30
    assert sum(f.points for f in lines if f.dimension == "empathy") > 30


@pytest.mark.parametrize(
    ("language", "reply", "line"),
    [
        (
            "en",
            "You have every reason to be angry. If the insults carry on, I'll have to end this call, "
            "and you would still get your stool. Would you like a new one or the money back?",
            "You gave notice of the end",
        ),
        (
            "ja",
            "お怒りはごもっともです。ただ、そのようなお言葉はおやめください。"
            "新しい椅子とご返金と、どちらがよろしいでしょうか。",
            "「ひどい言葉をやめてもらうこと」",
        ),
    ],
)
def test_a_step_of_the_procedure_is_told(language: Language, reply: str, line: str) -> None:
    moment = replace(in_stage("threat-to-come", language), abuse=True, stage="insults")
    grade = judge().grade(judge().read(reply, moment), moment)
    assert any(line in f.message.of(language) for f in grade.findings)


def test_without_abuse_no_step_of_the_procedure_is_praised() -> None:
    reply = "If the insults carry on, I'll have to end this call. A new stool or the money back?"
    lines = graded("threat-to-come", "en", reply).findings
    assert not any("gave notice" in f.message.en for f in lines)
