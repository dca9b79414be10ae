"""What is praised is what the words do: thanks alone take nothing up, a command asks nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builtin_judge import graded_at, in_stage, judge, praised, view_at

from scenarios.language import Language
from scoring.feedback.lines import is_rest
from scoring.feedback.names import named_in_full
from scoring.feedback.what_words_do import (
    apologies_before,
    brings_in_somebody,
    dated,
    declines,
    holds_what_is_read_back,
    is_bidden,
    puts_forward,
    says_what_for,
    sums_up,
    takes_up,
)
from scoring.moment.view import View


@pytest.mark.parametrize(
    ("scenario", "language", "reply", "told_of", "false"),
    [
        ("memorial-gift", "en", "Thank you, Ms Mizuno, and I'm sorry for making you do that. Let me check it.", "Thank you", "took in"),
        ("card-misuse", "ja", "覚えのない請求ですね。まずカード会社に電話して、カードを止めてください。番号はカードの裏です。", "止めてください", "気持ちに応える"),
    ],
)  # fmt: skip
def test_thanks_and_commands_take_nothing_up(
    scenario: str, language: Language, reply: str, told_of: str, false: str
) -> None:
    for words, said in praised(in_stage(scenario, language), reply).items():
        assert told_of not in words or false not in said


def test_a_question_by_when_takes_no_situation_up() -> None:
    moment = in_stage("memorial-gift", "en", "quiet")
    told = praised(
        moment, "I've found it, and it's held up until the afternoon. What time does the service start tomorrow?"
    )  # fmt: skip
    assert not any("You took up" in said for words, said in told.items() if "What time" in words)


@pytest.mark.parametrize(
    ("language", "reply", "expected"),
    [
        ("en", "I'm sorry you sat there all morning.", True),
        ("en", "Sorry about the delay.", True),
        ("en", "The wrapping was charged twice, sorry.", True),
        ("en", "I'm sorry, yes, the gifts, sorry.", False),
        ("en", "I'm sorry again for all this.", False),
        ("en", "I can't block it and I shouldn't have it.", False),
        ("ja", "朝からお待たせしてしまい、申し訳ございません。", True),
        ("ja", "本当に申し訳ございません。", False),
        ("ja", "このたびはご迷惑をおかけして、大変申し訳ございません。", False),
    ],
)
def test_an_apology_says_what_for_only_where_it_names_it(
    language: Language, reply: str, expected: bool
) -> None:
    assert says_what_for(view_at(in_stage("late-delivery", language), reply), 0) is expected


def test_the_fourth_reply_that_apologises_is_not_praised_for_it() -> None:
    """In one breath with that, one apology is enough."""
    before = ("I'm sorry you waited.", "Sorry about the van.", "I apologise for the line.")
    moment = in_stage("late-delivery", "en", agent_said=before)
    reply = view_at(moment, "I'm sorry you sat there all morning.")
    assert apologies_before(reply) == len(before)
    assert not says_what_for(reply, 0)


def test_a_bare_question_reads_no_fact_back() -> None:
    moment = in_stage("memorial-gift", "en", "ways")
    told = praised(
        moment,
        "The ones there aren't boxes for could be posted to people's homes on Monday one by one. Is that all right?",
    )
    assert not any("read the key facts back" in said for said in told.values())


def test_a_time_that_lies_behind_is_no_time_to_come() -> None:
    """Twelve minutes on hold are no promise."""
    moment = in_stage("supervisor-takes-over", "en", "tests-colleague")
    told = praised(
        moment,
        "What Toda passed on: a paper lantern, 18,600, unused, ten days since it came, three times you were told eight days, and you sat twelve minutes waiting for me.",
    )
    assert not any("The time is there" in said for said in told.values())


def test_a_command_is_no_question() -> None:
    moment = in_stage("phishing-mail", "en", "typed-it-in")
    told = praised(
        moment,
        "Stop talking to me and ring the number on the back of your card this minute, they're the only ones who can block it. Have you rung them already?",
    )
    assert not any("question" in said for words, said in told.items() if "Stop talking" in words)


@pytest.mark.parametrize(
    ("scenario", "language", "stage", "reply", "dry"),
    [
        ("late-delivery", "ja", None, "人のせいにしたつもりはありませんけど。荷物の場所は調べられますが、番号がないと何もできないんですよ。注文番号と名前と電話番号、言ってもらえます?", "何もできない"),
        ("wrong-kanji", "ja", None, "髙橋様、ありがとうございます。手が震えるほどのことだったのですね。ご注文の記録が開きました。ひとつ確かめさせてください。", "開きました"),
    ],
)  # fmt: skip
def test_dry_facts_and_closed_doors_are_not_praised(
    scenario: str, language: Language, stage: str | None, reply: str, dry: str
) -> None:
    told = praised(in_stage(scenario, language, stage), reply)
    assert not any(dry in words for words in told)


def test_waiting_for_somebody_hands_nothing_over() -> None:
    moment = in_stage("coupon-lapsed", "ja")
    told = praised(
        moment,
        "ランプが最後のいっこなので明日のお昼まで取り置きしときますね 森さんの返事待ってからでも買えるように",
    )
    assert not any("つなぎました" in said for said in told.values())


def test_a_no_is_told_with_its_topic_only_where_its_words_have_it() -> None:
    """Nothing about anybody's orders is no word about barring somebody from ordering."""
    told = praised(
        in_stage("relative-asks", "en"),
        "It's kind of you to look out for your mum. I'm afraid I can't tell you anything about anybody's orders, or even whether somebody shops with us, just as I'd keep yours private.",
    )
    assert not any("barring" in said for said in told.values())


def test_to_be_told_which_number_to_answer_is_no_question_asked_again() -> None:
    moment = in_stage(
        "testimonial-address",
        "ja",
        "deciding",
        identity_stated=True,
        customer_said=("田中節子、043の000の7418です。",),
    )
    grade = graded_at(
        moment,
        "水曜の11時には商品担当の南から電話しますさかい、043のほうの番号で出てくださいね。",
    )
    assert not any(f.rule == "asked-known" for f in grade.findings)


def test_kind_words_that_bring_no_point_are_not_called_useless() -> None:
    """The advice asks for just such a sentence."""
    grade = graded_at(
        in_stage("price-in-gift", "ja"),
        "大切なお友だちの前で、なんとも言えないお気持ちだったことでしょう。送料の550円は今日お返しいたします。",
    )
    assert not any(f.rule == "idle-words" for f in grade.findings)


def test_no_sentence_is_both_praised_and_called_idle() -> None:
    moment = in_stage(
        "double-charge", "ja", agent_said=("申し訳ございません。", "申し訳ございません。")
    )
    grade = graded_at(
        moment,
        "かしこまりました、申し訳ございません。木曜の11時に小林からお電話いたします。番号は先ほどの080のお電話でよろしいでしょうか。お時間を取らせてしまい、すみませんでした。",
    )
    idle = [f.span for f in grade.findings if f.rule == "idle-words" and f.span]
    good = [f.span for f in grade.findings if f.points > 0 and f.span]
    assert not any(one.overlaps(other) for one in idle for other in good)


def test_a_record_spoken_of_too_early_is_shown_where_it_is_told() -> None:
    """The time of day stands on no record, the window does."""
    moment = in_stage("late-delivery", "ja", identity_checked=False, clock=12 * 60 + 50)
    grade = graded_at(
        moment,
        "まだ12時50分ですよね。ご指定は14時までの枠ですから、遅れているわけじゃないですよ。もう少しお待ちになったらどうですか。",
    )
    spans = [f.span for f in grade.findings if f.rule == "identity-first" and f.span]
    assert spans
    assert all("14時" in grade.reading.text[s.start : s.end] for s in spans)


@pytest.mark.parametrize(
    ("before", "good"), [("ご注文番号をお願いします。", True), ("はい、書き取れました。", False)]
)
def test_a_number_is_stopped_before_it_is_taken_down_or_not_at_all(before: str, good: bool) -> None:
    moment = in_stage(
        "double-charge",
        "ja",
        "reading-card",
        agent_said=(before,),
        customer_said=("いいから番号を言うから書いて。4980の…",),
    )
    told = praised(moment, "カード番号はお聞きしないことになっておりますので、お控えください。")
    assert any("止めました" in said for said in told.values()) is good


def test_a_question_in_a_cold_reply_earns_nothing_in_empathy() -> None:
    moment = in_stage("supervisor-takes-over", "en")
    grade = graded_at(
        moment,
        "I'm not a doll, I'm the person in charge, and I'm only telling you what's so. Twelve minutes on hold isn't that long at this time of day. But go on then, why didn't you send it back in time?",
    )
    told = [f for f in grade.findings if f.dimension == "empathy" and not is_rest(f)]
    assert not any(f.points > 0 for f in told)


@pytest.mark.parametrize(
    ("scenario", "language", "reply", "words", "false"),
    [
        ("double-charge", "en", "Could you give me your order number, your full name and the phone number that's on the order?", "phone number", "number to ring"),
        ("threat-to-come", "en", "I'm sorry it wobbles. Pls stop with the insults or I'll have to end the call, the stool still gets done.", "end the call", "These words reach"),
        ("locked-out", "ja", "ほかに聞いときたいことはありますか？", "ほかに", "用件を前に進め"),
        ("order-by-inquiry", "en", "Yes, I can put the order in for you, ten navy pens with S.MORITA. When do you need them by, and card or bank transfer?", "bank transfer", "paying by bank transfer"),
        ("deaf-customer", "en", "Thanks for the code, that's you confirmed. What's the new address, please?", "new address", "changing the delivery address"),
        ("data-leak-worry", "ja", "お電話ありがとうございます。当店から情報が出たかどうかは、まだ分かっておりません。メール内のリンクは開かないようお願いいたします。", "リンクは開かない", "尋ねました"),
        ("third-contact", "en", "Two calls promised and nobody rang, I'd be livid too. I'll look after you properly this time and I'll get back to you as soon as I possibly can.", "look after", "rely on"),
        ("memorial-gift", "ja", "お品は中継所で止まっておりまして、明日の午後になる見込みなんです。申し訳ございません。何時までにご入り用でしょうか。", "申し訳", "受け止めました"),
        ("memorial-gift", "ja", "どうか、ご無理なさらないでくださいね。お話しになりたいことがあれば、なんでも聞かせてください。", "聞かせて", "してもらうこと"),
        ("mill-wont-start", "en", "I'm just happy it's roaring. Is there anything else you wanted to get sorted, or are there beans waiting?", "anything else", "choice"),
        ("mill-wont-start", "en", "Could you twist the lid to the right? The click's a faint one, nearly everybody would miss it first go.", "miss it", "took in"),
        ("order-by-inquiry", "ja", "はい、まだ間に合います。ただ今14時20分で、特急は15時までのお支払いが条件です。金曜午前着で、17時からの送別に間に合います。", "14時20分", "復唱"),
        ("third-contact", "ja", "お電話をおかけしておりませんでした。つまみは在庫がございます。本日発送し、水曜日到着の見込みです。", "在庫", "これから何をするか"),
    ],
)  # fmt: skip
def test_no_praise_for_what_the_words_do_not_do(
    scenario: str, language: Language, reply: str, words: str, false: str
) -> None:
    moment = in_stage(scenario, language, identity_checked=False)
    for told_of, said in praised(moment, reply).items():
        assert words not in told_of or false not in said


def test_asking_who_is_calling_in_the_fourth_reply_is_not_asking_it_first() -> None:
    reply = "I'm sorry, I should have asked sooner. May I have your order number, your full name and your phone number?"
    for before, first in (((), True), (("I see.", "So it is.", "One moment."), False)):
        moment = in_stage("double-charge", "en", agent_said=before, identity_checked=False)
        told = " ".join(praised(moment, reply).values())
        assert ("before anything on record" in told) is first, told


def test_to_make_sure_that_it_arrives_is_nothing_to_rely_on() -> None:
    reply = "I'm so sorry. I'll make sure they're with you in time."
    told = " ".join(praised(in_stage("order-by-inquiry", "en"), reply).values())
    assert "something to rely on" not in told


def test_an_order_to_calm_down_is_told_whatever_else_is_good() -> None:
    moment = in_stage("first-day", "ja", customer_said=("もういい、俺が話す!",))
    grade = graded_at(
        moment,
        "ご主人様、落ち着いてください。二日もお待たせしているんですから、お腹立ちはもっともです、申し訳ありません。荷物は今日の14時から16時の見込みで、夕方18時から20時にも変えられます。どちらがご都合よいでしょうか。",
    )
    assert any(f.rule == "calm-down" for f in grade.findings)


@pytest.mark.parametrize(
    ("scenario", "reply", "label"),
    [
        ("strangers-invoice", "Email it is. You noticed that note before anyone did anything daft with it, and you kept it shut.", "A step that serves"),
        ("supervisor-handover", "I don't know which way it'll go. Which would you rather have, the money or a different make?", "whether to hold"),
    ],
)  # fmt: skip
def test_praise_is_labelled_by_what_the_words_do(scenario: str, reply: str, label: str) -> None:
    assert not any(label in said for said in praised(in_stage(scenario, "en"), reply).values())


@pytest.mark.parametrize(
    ("looks", "language", "reply", "expected"),
    [
        (brings_in_somebody, "en", "Mori is on another call until about 15:20.", False),
        (brings_in_somebody, "en", "I'll pass this to Mori with your account.", True),
        (holds_what_is_read_back, "en", "Ask for Mori and give the number KM-19876.", False),
        (puts_forward, "ja", "13時5分のお電話はなしにしておきますね。", False),
        (puts_forward, "ja", "13時5分にお電話します。", True),
        (dated, "en", "I'll refund tomorrow's box.", False),
        (dated, "en", "I'll refund it tomorrow.", True),
        (takes_up, "en", "Ring us when you need something.", False),
        (takes_up, "en", "That's four weeks you've been up at night with it.", True),
        (takes_up, "en", "Who in the house depends on the purifier.", False),
        (takes_up, "ja", "ご返品が難しかったご事情があれば、お聞かせください。", False),
        (takes_up, "ja", "テープのことは水曜の会議に出して、金曜にメールします。", False),
        (puts_forward, "ja", "替わりの品は手配せずにおきます。", False),
        (puts_forward, "ja", "お品のほうは、これからどういたしましょう。", False),
        (puts_forward, "en", "When the page will change I can't say.", False),
        (puts_forward, "en", "Thank you for sending it back so quickly.", False),
        (brings_in_somebody, "ja", "急ぎ便は17時半に運送会社へ引き渡します。", False),
        (brings_in_somebody, "ja", "この件は森に引き継ぎます。", True),
        (declines, "ja", "お名前は思い出せなくても大丈夫です。", False),
        (declines, "ja", "お名前はお伝えできません。", True),
        (says_what_for, "ja", "ただ申し訳ございません、お名前はお答えできない決まりです。", False),
        (says_what_for, "ja", "お待たせしてしまい、申し訳ございません。", True),
        (is_bidden, "en", "Keep your phone near you.", True),
        (is_bidden, "en", "You kept your phone near you all day.", False),
        (is_bidden, "ja", "お電話をお手元にお持ちください。", True),
        (is_bidden, "ja", "お電話をお手元にお持ちだったのですね。", False),
        (sums_up, "en", "So, to sum up: the refund today, and Mori rings on Tuesday.", True),
        (sums_up, "en", "So Mori rings on Tuesday.", False),
        (sums_up, "ja", "まとめますと、返金は本日、お電話は火曜です。", True),
        (sums_up, "ja", "ご質問は以上ですか。", False),
    ],
)
def test_a_clause_does_what_it_is_praised_for(
    looks: Callable[[View, int], bool], language: Language, reply: str, expected: bool
) -> None:
    assert looks(view_at(in_stage("supervisor-handover", language), reply), 0) is expected


@pytest.mark.parametrize(("said", "expected"), [("Ring me on Tuesday.", True), ("Well?", False)])
def test_only_what_was_said_before_is_read_back(said: str, expected: bool) -> None:
    moment = in_stage("supervisor-handover", "en", customer_said=(said,))
    reply = "Tuesday, after six, order KM-19876."
    assert holds_what_is_read_back(view_at(moment, reply), 0) is expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("I'll check with the carrier on Tuesday.", False),
        ("Then it's Tuesday, order KM-19876. Is that right?", True),
        ("Tuesday is when it goes out.", False),
    ],
)
def test_what_the_agent_alone_has_said_is_read_back_where_it_is_confirmed(
    reply: str, expected: bool
) -> None:
    moment = in_stage(
        "supervisor-handover", "en", customer_said=("Well?",), agent_said=("On Tuesday.",)
    )
    assert holds_what_is_read_back(view_at(moment, reply), 0) is expected


def test_who_names_no_time_has_not_offered_the_call_by_the_hour() -> None:
    """What a topic's name says of an hour has to be said."""
    case = judge().catalog.scenarios["payment-refused"]
    timed = [name for name, topic in case.topics.items() if "until eight" in topic.name.en]
    assert timed
    assert not named_in_full(case, "en", "I'll put a set aside for you.", timed[0])
    assert named_in_full(case, "en", "I'll put one aside until eight tonight.", timed[0])


def test_sorry_to_hear_that_names_nothing() -> None:
    reply = "Oh no, I'm so sorry to hear that, that must be frustrating."
    view = view_at(in_stage("late-delivery", "en"), reply)
    assert not any(says_what_for(view, n) for n in range(len(view.reading.clauses)))
