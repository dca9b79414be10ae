"""Nobody passes over what anybody could answer: a number, a time, a choice, "shall I?"; and whoever is
asked what no scenario foresaw says so."""

from __future__ import annotations

import re

import pytest
from builtin_judge import after, judge
from tiny import a_setup, play

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scenarios.model import Said, Scenario
from simulator.engine.asked import (
    answers,
    asked_in_vain,
    put_right_in_vain,
    vouched_in_vain,
    what_is_asked,
)
from simulator.engine.asked_words import Asked, InVain
from simulator.engine.events import CustomerSpoke, ReplySent
from simulator.engine.manner import speaks_plainly
from simulator.engine.session import advance
from simulator.engine.texts import ASKED, HOPED, IN_VAIN, NOT_YET_SEEN, PUT_RIGHT, SWORN
from simulator.engine.texts import said_to as said_to_it


@pytest.mark.parametrize(
    ("language", "reply", "asked"),
    [
        ("en", "Which number shall I ring at 17:15?", "number"),
        ("en", "whats ur phone number tho? didnt get it", "number"),
        ("en", "Is there a number I can reach you on?", "number"),
        ("en", "ill ring u back at 7, whats ur number", "number"),
        ("en", "May I have your order number, full name and phone number?", None),
        ("en", "Please don't read me your card number.", None),
        ("en", "I'll ring the number on your order.", None),
        ("en", "Which e-mail address of yours shall I use?", "email"),
        ("en", "Is the e-mail address on the order still right?", "email"),
        ("en", "Shall I send it by e-mail?", "consent"),
        ("en", "Where shall I send the form?", "where"),
        ("en", "Shall I send it to your home address, or straight to the party?", "where"),
        ("en", "Where did you buy it?", None),
        ("en", "What time should Mori ring?", "time"),
        ("en", "The box can be collected Sunday or Monday. Which day?", "time"),
        ("en", "When would suit you for the collection?", "time"),
        ("en", "Which day did it arrive?", None),
        ("en", "What time is the dinner?", None),
        ("en", "Would you rather hang on, or shall I ring you back?", "choice"),
        ("en", "Do you want the swap or the money back?", "choice"),
        ("en", "There is Wheat and there is the refund. Which shall it be?", "choice"),
        ("en", "Was it the lid or the jar?", None),
        ("en", "Which one arrived broken?", None),
        ("en", "Shall I put it aside for you till noon tomorrow?", "consent"),
        ("en", "Can I pass that on to the page team?", "consent"),
        ("en", "Would you like me to write that down for you?", "consent"),
        ("en", "Is that all right?", "consent"),
        ("en", "Would you still like the form by e-mail, yes or no?", "consent"),
        ("en", "Do you want a copy of it?", "consent"),
        ("en", "Do you want the number?", None),
        ("en", "I'd ask Mori and ring you at ten past five. Shall I?", "consent"),
        ("en", "When do you need it by, and card or bank transfer?", "choice"),
        ("en", "Do you know whether it was the lid or the jar?", None),
        ("en", "Would ten or two on Friday be better for you?", "choice"),
        ("en", "Shall Kishi ring you this evening as well, or is the letter enough?", "choice"),
        ("en", "Which day suits you? I'll note it. Then you have it. Good. And thanks.", "time"),
        ("en", "May I quote your letter, without the name?", "consent"),
        ("en", "Would you be willing to let me copy those lines?", "consent"),
        ("en", "Is there anything you'd like me to pass on?", None),
        ("en", "Will you be able to pick up the phone then?", "reach"),
        ("en", "Can I reach you at that time?", "reach"),
        ("en", "Can you tell me who picked up the phone?", None),
        ("en", "May I ask who the lamp is for?", None),
        ("en", "What can I do for you?", None),
        ("en", "Is there anything else I can do?", "else"),
        ("en", "Shall I give you 500 yen if you take the review down?", None),
        ("en", "Shall I send it? I'll do it. It goes at three. You'll get a mail. Good.", None),
        ("en", "Could you keep the box shut until tomorrow?", "deed"),
        ("en", "If you took a photo of that note, could you delete it, please?", "deed"),
        ("en", "Could you tell me when it came?", None),
        ("en", "Would you hold for a minute?", None),
        ("en", "Would Friday at four suit, after the cleaning?", "consent"),
        ("en", "About the coupon: would you like it, yes or no?", "consent"),
        ("en", "Should she send it on tonight, or hold it until you have spoken?", "choice"),
        ("en", "Have I missed anything?", "else"),
        ("en", "Is that too late for you?", None),
        ("en", "I've just sent the e-mail. Has it come?", "came"),
        ("en", "The link is on its way. Have you got it?", "came"),
        ("en", "Has the parcel come?", None),
        ("ja", "ただいまメールでお送りしました。届いていますでしょうか。", "came"),
        ("ja", "ご注文は無事に通りましたでしょうか。", "came"),
        ("ja", "お荷物は届きましたか。", None),
        ("ja", "瓶と箱は調査が済むまで、そのまま動かさずに置いておいていただけますか。", "deed"),
        ("ja", "お写真を撮っていらしたら、消していただけますか。", "deed"),
        ("ja", "ご注文番号を教えていただけますか。", None),
        ("ja", "午前と午後では、どちらがお受け取りになりやすいでしょうか。", "choice"),
        ("ja", "じゃあ電話番号だけ教えてください。", "number"),
        ("ja", "携帯の番号お願いします、090とかのやつ。", "number"),
        ("ja", "折り返しは、どの番号に差し上げればよろしいでしょうか。", "number"),
        ("ja", "ご注文番号とお名前、お電話番号をお願いします。", None),
        ("ja", "妹様にもすぐお伝えできるよう、ご連絡先を伺ってもよろしいですか。", None),
        ("ja", "この番号におかけします。", None),
        ("ja", "どのアドレスへお送りしましょうか。", "email"),
        ("ja", "メールアドレスは、ご登録のものでお間違いないでしょうか。", "email"),
        ("ja", "どちらへお送りすればよろしいでしょうか。", "where"),
        ("ja", "ご自宅へお送りしましょうか、それともご実家になさいますか。", "where"),
        ("ja", "森からのお電話は、何時ごろがよろしいでしょうか。", "time"),
        ("ja", "ご都合のよいお時間はございますか。", "time"),
        ("ja", "何時ごろがお出になりやすいですか。", "time"),
        ("ja", "その時間にこの番号でお出になれますか。", "reach"),
        ("ja", "引き取りは、水曜の18時半以降でよろしいですね。", "consent"),
        ("ja", "続くようでしたら、お電話を終えます。引き取りは18時半でよろしいですね。", None),
        ("ja", "おからだは大丈夫ですね。", None),
        ("ja", "ご法要は、何時からでいらっしゃいますか。", None),
        ("ja", "いつお求めになりましたか。", None),
        ("ja", "お電話とメール、どちらがよろしいですか。", "choice"),
        ("ja", "お待ちになりますか、それとも13時5分にお電話しましょうか。", "choice"),
        ("ja", "払い方は三つです。どれにしますか。", "choice"),
        ("ja", "その時間、電話に出られそうですか。", "reach"),
        ("ja", "16時半でしたら、お電話はお受けになれますか。", "reach"),
        ("ja", "昨日の電話はどなたが出ましたか。", None),
        ("ja", "どちらでお求めになりましたか。", None),
        ("ja", "取り置きしてよろしいでしょうか。", "consent"),
        ("ja", "いま森に引き継ぎましょうか。", "consent"),
        ("ja", "それでよろしいですか。", "consent"),
        ("ja", "控えの写しはご入り用ですか。", "consent"),
        ("ja", "いつをご希望ですか。", "time"),
        ("ja", "先ほどのお電話、今日の16時ではいかがですか。", "consent"),
        ("ja", "お取り替えもご用意できますが、いかがでしょうか。", None),
        ("ja", "カード会社へのお電話はつながりましたでしょうか。", None),
        (
            "ja",
            "何時頃がよろしいですか。番号は控えました。森からです。お待ちください。では。",
            "time",
        ),
        ("ja", "お名前を伺ってもよろしいですか。", None),
        ("ja", "どういたしましょうか。", None),
        ("ja", "いつまでに、どうなっていればよろしいでしょうか。", None),
        ("en", "Is that clear, or shall I go through it once more?", None),
        ("en", "Does it tear, or do you need a knife?", None),
        (
            "en",
            "Will you be in the chat at eleven, or shall the answer go to your e-mail?",
            "choice",
        ),
        ("en", "I can hand it on. Or is the coupon for next time enough for you?", "choice"),
        ("en", "Shall I put you on hold for a minute?", "consent"),
        ("en", "You put it in, and the coupon was gone. Have I got that right?", "so"),
        ("en", "You tried at four, and the coupon was gone. Have I got that right?", None),
        ("en", "You put it in, and the coupon was gone. Is that all right?", "consent"),
        ("en", "You want 90,000 yen back. Have I got that right?", None),
        ("en", "Is that right?", None),
        ("ja", "ゆうべお試しになって、使えなかった。これで合っていますか。", "so"),
        ("ja", "90,000円をお返しする、ということでお間違いないでしょうか。", None),
        ("ja", "お届けの時間帯にご希望はございますか。", "time"),
        ("ja", "明日の夕方にお電話します。ご都合はよろしいですか。", "consent"),
        ("ja", "この件は森にも聞いてみますか。", "consent"),
        ("ja", "もう一度お試しになってみましたか。", None),
        ("ja", "ほかに何かございますか。", "else"),
        ("ja", "ほかにご不安な点はございませんか。", "else"),
    ],
)
def test_which_questions_anybody_could_answer(
    language: Language, reply: str, asked: Asked | None
) -> None:
    reading = judge().read(reply, after("coupon-lapsed", language, []))
    assert what_is_asked(reading, reading_scenario("coupon-lapsed")) == asked


def reading_scenario(name: str) -> Scenario:
    return judge().catalog.scenarios[name]


@pytest.mark.parametrize(
    ("language", "reply", "asked"),
    [
        ("ja", "お電話は090-0000-3180でお間違いないでしょうか。", "right"),
        ("ja", "090-0000-3180にお電話いたします。その番号でよろしいでしょうか。", "consent"),
        ("ja", "お電話は090-0000-3189でお間違いないでしょうか。", None),
        ("ja", "17時とのこと、お間違いないでしょうか。", None),
        ("en", "Your number is 090-0000-3180, is that right?", "right"),
        ("en", "Your number is 090-0000-3189, is that right?", None),
    ],
)
def test_whether_a_number_is_right_is_answered_where_it_is(
    language: Language, reply: str, asked: Asked | None
) -> None:
    reading = judge().read(reply, after("card-misuse", language, []))
    assert what_is_asked(reading, reading_scenario("card-misuse")) == asked


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_to_it_counts_as_an_answer(asked: Asked, language: Language) -> None:
    reading = judge().read("...", after("coupon-lapsed", language, []))
    for words in ASKED[asked].all_wordings(language):
        assert answers(asked, words, reading)


@pytest.mark.parametrize("asked", [*ASKED, *IN_VAIN])
def test_whoever_speaks_plainly_answers_plainly(asked: Asked | InVain) -> None:
    polite, plain = (said_to_it(asked, plainly=plainly) for plainly in (False, True))
    reading = judge().read("...", after("coupon-lapsed", "ja", []))
    assert polite.all_wordings("en") == plain.all_wordings("en")
    assert not any(re.search("です|ます|ください", line) for line in plain.all_wordings("ja"))
    for key in ASKED:
        if key == asked:
            assert all(answers(key, line, reading) for line in plain.all_wordings("ja"))


def test_who_speaks_plainly() -> None:
    """By their own words, in Japanese only."""
    library = builtin_library()
    assert speaks_plainly(library.persona_of("phishing-mail"), "ja")
    assert not speaks_plainly(library.persona_of("coupon-lapsed"), "ja")
    assert not speaks_plainly(library.persona_of("phishing-mail"), "en")


def test_whoever_takes_up_one_of_the_ways_has_chosen() -> None:
    reading = judge().read(
        "There is Wheat in the same size, or your money back. Which shall it be?",
        after("coupon-lapsed", "en", []),
    )
    assert answers("choice", "That helps. Wheat it is.", reading)
    assert not answers("choice", "It's for dinner this Saturday.", reading)
    assert not answers("choice", "If it still hurts I'll have it looked at.", reading)
    assert not answers("choice", "Right, that would do for the rest, then.", reading)


def said_to(*replies: str) -> list[list[str]]:
    """What the customer says to each of *replies*."""
    state, heard = play(a_setup())[-1].state, []
    for reply in replies:
        step = advance(a_setup(), state, ReplySent(reply), judge())
        heard.append([o.text for o in step.outputs if isinstance(o, CustomerSpoke)])
        state = step.state
    return heard


def test_it_is_answered_first_and_each_time_it_is_asked() -> None:
    one, two = said_to("What number shall I ring?", "Which number can I ring, please?")
    given = ASKED["number"].all_wordings("en")
    assert one[0] in given and two[0] in given


def test_what_was_told_back_is_called_so() -> None:
    (said,) = said_to("It has not come, and nobody rang you. Have I got that right?")
    assert set(said) & set(ASKED["so"].all_wordings("en"))


def test_what_the_customer_said_themselves_is_no_wrong_figure() -> None:
    told = "You tried at four, and the coupon was gone. Have I got that right?"
    reading = judge().read(told, after("coupon-lapsed", "en", []))
    scenario = reading_scenario("coupon-lapsed")
    assert what_is_asked(reading, scenario, ["I tried it at four."]) == "so"
    assert what_is_asked(reading, scenario, ["I tried it at five."]) is None


def test_what_nobody_has_sent_has_not_come() -> None:
    (said,) = said_to("I sent you an e-mail about the depot. Has it come?")
    assert set(said) & set(NOT_YET_SEEN.all_wordings("en"))
    assert not set(said) & set(ASKED["came"].all_wordings("en"))


def test_an_offer_is_taken_up() -> None:
    (said,) = said_to("Shall I write that down for you?")
    assert said[0] in ASKED["consent"].all_wordings("en")


def test_what_was_declined_before_the_question_is_not_put_forward_by_it() -> None:
    consent = set(ASKED["consent"].all_wordings("en"))
    (declined,) = said_to("I can't give you a full refund. Shall I write that down for you?")
    (offered,) = said_to("Shall I write you down for a full refund?")
    assert consent & set(declined)
    assert not consent & set(offered)


def test_a_yes_to_nothing_is_no_choice() -> None:
    reading = judge().read(
        "お断りになりますか、それともお受け取りになりますか。", after("coupon-lapsed", "ja", [])
    )
    assert not answers("choice", "これで結構です。", reading)
    assert answers("choice", "受け取って、返すので結構です。", reading)


@pytest.mark.parametrize(
    ("language", "reply", "about"),
    [
        ("en", "Did you take the tags off when you unpacked it?", "fact"),
        ("en", "Is your hob gas or induction?", "themselves"),
        ("en", "Did the mail greet you by your own name, or was it just 'Dear customer'?", "fact"),
        ("en", "Do you have them to hand?", None),
        ("en", "Was it gas or induction in the old flat?", "fact"),
        ("en", "May I also ask Mori whether the pen could be had at half price?", None),
        ("en", "How many steps are there up to your door?", "fact"),
        ("en", "What made you settle on that shade?", "themselves"),
        ("en", "Do you paint for a living?", "themselves"),
        ("en", "What can I do for you?", None),
        ("en", "What is certain is that it leaves tomorrow.", None),
        ("en", "Is that right?", None),
        ("en", "It was a long wait, wasn't it?", None),
        ("en", "Have I got it down right?", None),
        ("en", "May I have your name?", None),
        ("en", "What happened?", None),
        ("en", "I'll write it down.", None),
        ("en", "Could you step out and do it before you go back in?", None),
        ("ja", "書き足すところや違うところはございますか。", None),
        ("ja", "お部屋の照明は、白色でしたか、電球色でしたか。", "fact"),
        ("ja", "絵のお仕事をなさっているのですか。", None),
        ("ja", "ふだんは絵をお描きになりますか。", "themselves"),
        ("ja", "参考にいたしますので伺います。ふだんは絵をお描きになりますか。", "private"),
        ("en", "I'd like to know the light it hangs in. Do you paint for a living?", "private"),
        ("ja", "さようでございますか。", None),
        ("ja", "もしかして贈り物でしょうか。", None),
        ("ja", "お名前とお電話番号を伺えますか。", None),
        ("ja", "ほかに気になる点はございませんか。", None),
        ("ja", "いかがでしょうか。", None),
    ],
)
def test_which_questions_no_scenario_foresaw(
    language: Language, reply: str, about: InVain | None
) -> None:
    moment = after("coupon-lapsed", language, [])
    scenario = builtin_library().scenario("coupon-lapsed")
    assert asked_in_vain(judge().read(reply, moment), scenario, "...") == about


def test_a_question_that_no_scenario_foresaw_is_not_passed_over() -> None:
    (said,) = said_to("I am so sorry. Did you leave the garden gate open when you went up?")
    assert said[0] in IN_VAIN["fact"].all_wordings("en")


def test_nobody_wonders_why_it_is_asked_beside_an_insult() -> None:
    (said,) = said_to("You are an idiot. Did you leave the garden gate open?")
    assert not set(said) & set(IN_VAIN["fact"].all_wordings("en"))


def test_nobody_passes_over_that_they_were_told_something_else_before() -> None:
    _, (first, *_) = said_to(
        "The depot knows where it is.", "I take that back, I can't say where it is."
    )
    assert first in PUT_RIGHT.all_wordings("en")


def test_whoever_has_taken_it_up_says_no_more_to_it() -> None:
    reading = judge().read("I take that back.", after("coupon-lapsed", "en", []))
    assert put_right_in_vain(reading, (), "Saturday, then?")
    assert not put_right_in_vain(reading, (), "Honest of you. Saturday, then?")
    plain = judge().read("I'll take back the tea.", after("coupon-lapsed", "en", []))
    assert not put_right_in_vain(plain, (), "Saturday, then?")


def test_what_is_said_to_the_rest_of_the_reply_does_not_take_it_up() -> None:
    reply = (
        "I have to take that back, Saturday isn't certain. I can keep the lamp for you until noon "
        "tomorrow. And Mori decides about the coupon."
    )
    reading = judge().read(reply, after("coupon-lapsed", "en", []))
    last = len(reading.clauses) - 1
    near = [t.topic for t in reading.topics if t.clause <= 1]
    rest = [t.topic for t in reading.topics if t.clause == last and t.topic not in near]
    assert near and rest
    assert put_right_in_vain(reading, rest, "And when will that be?")
    assert not put_right_in_vain(reading, near, "And when will that be?")


def test_nobody_agrees_to_an_offer_beside_an_insult() -> None:
    (said,) = said_to("You are an idiot. Shall I write that down for you?")
    assert not set(said) & set(ASKED["consent"].all_wordings("en"))


def test_a_promise_of_the_uncertain_is_asked_after() -> None:
    promised, told = said_to(
        "It will definitely be at your door by one, you have my word.", "It is on the van."
    )
    asks = set(SWORN.all_wordings("en"))
    assert asks & set(promised)
    assert not asks & set(told)


def test_a_hope_that_is_meant_to_settle_it_is_asked_after() -> None:
    hoped, told = said_to(
        "I'm sure the depot will sort it out for you, so don't worry.", "It is on the van."
    )
    asks = set(HOPED.all_wordings("en"))
    assert asks & set(hoped)
    assert not asks & set(told)


@pytest.mark.parametrize("said", [SWORN, HOPED])
@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_has_asked_after_it_asks_no_more(language: Language, said: Said) -> None:
    assert not any(vouched_in_vain(language, line) for line in said.all_wordings(language))
    assert vouched_in_vain(language, {"en": "Thank you.", "ja": "ありがとうございます。"}[language])
