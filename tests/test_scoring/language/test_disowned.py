"""What is said only to be refused counts as nobody's words; what is meant counts."""

from __future__ import annotations

import pytest
from reader_case import read

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scoring.language.disowned import disowned
from scoring.language.normalise import normalise, sentences

REFUSED: tuple[tuple[Language, str, str], ...] = (
    ("en", "You won't hear me say that I'm sorry.", "that i'm sorry."),
    ("en", "I'm not going to tell you I understand.", " you i understand."),
    ("en", "Don't expect me to ring you at one.", " to ring you at one."),
    ("en", "Far be it from me to ask the depot for you.", " ask the depot for you."),
    ("en", "You'd like me to ring the depot. I'm not doing any of it.", " ring the depot."),
    ("en", "I could ask the depot, I could ring you at one. I'm not going to.", " the depot"),
    ("en", "If you're hoping for a sorry, there's none of that here.", " for a sorry"),
    ("en", "I'll ring you at one. I won't be doing any of that.", "i'll ring you at one."),
    ("en", "Your money back for a quiet review: no, that I won't do.", "a quiet review"),
    ("en", "Forget what I said about money off for a review.", " money off for a review."),
    ("en", "I shouldn't have offered you the whole sum back.", " you the whole sum back."),
    ("en", "It is marked as delivered. That mark does not show where it is.", "it is marked"),
    ("en", "I wrote that Mori will certainly pay. I can't promise that.", "certainly pay"),
    ("en", "Earlier I said it'll be there by two, and I can't know that.", "be there by two"),
    ("en", "I told you it's mended on Friday; that was too much.", "mended on friday"),
    ("ja", "金曜に必ずと申しましたのは言い過ぎでございました。", "金曜に必ず"),
    ("ja", "配達済みになっております。この記録だけでは、届いたことにはなりません。", "配達済み"),
    ("ja", "口コミで割引というのは忘れてください。", "口コミで割引"),
    ("ja", "梱包の者のせいにしたのは間違いでした。", "梱包の者のせいにした"),
    ("ja", "申し訳ございませんとは言いません。", "申し訳ございません"),
    ("ja", "口コミと引き換えの全額返金――いえ、お受けできません。", "全額返金"),
    ("ja", "13時にお電話します、などと申し上げるつもりはございません。", "13時にお電話します"),
    ("ja", "お詫びするとか、営業所に聞くとか、そういうことはいたしません。", "お詫びする"),
    ("ja", "お気の毒です、と言うと思いましたか。", "お気の毒です"),
    ("ja", "13時にお電話しましょう。そう言えば喜ばれるのでしょうが、いたしません。", "13時にお電話しましょう。"),
    ("ja", "壊れているとも、いないとも、今の私には申せません。", "いない"),
    ("ja", "ご安心くださいと言いたいところですが、言えません。言いません。", "ご安心ください"),
)  # fmt: skip
MEANT: tuple[tuple[Language, str], ...] = (
    ("en", "I can't say when it will arrive, so I'll ask the depot."),
    ("en", "Don't forget what I said about the plug: leave it in."),
    ("en", "I shouldn't have told you that she lives in Ueda."),
    ("en", "It is our fault. That doesn't mean I can pay for it."),
    ("ja", "ご注文は取り消させていただきます。"),
    ("en", "I couldn't tell you that for certain."),
    ("en", "I said I'd ring you at one, and I will."),
    ("en", "I wrote to the maker, and it can't be sent before the 12th."),
    ("en", "I told you it's on its way; it left the depot at ten."),
    ("en", "I'm not able to promise two o'clock."),
    ("en", "I could ask the depot and ring you at one, if you like."),
    ("en", "You'd like to know where it is, and I'll find out."),
    ("en", "Please don't tell me your card number."),
    ("en", "If you're waiting for an answer, I'll ring you at one."),
    ("en", "Not yet, I'm sorry to say."),
    ("en", "We can swap it. We can refund it. None of these costs you anything."),
    ("en", "You'd like to have it today. None of this is your fault."),
    ("en", "You'd like to send it back. It's no trouble, and there's no charge."),
    ("en", "One thing I can do at once: no charge for the postage."),
    ("ja", "すぐにできることがございます: 送料はいただきません。"),
    ("ja", "13時に届くとは申し上げられませんが、営業所に確認します。"),
    ("ja", "お約束はできません。"),
    ("ja", "営業所に確認し、13時にお電話すると申しておりました。"),
    ("ja", "分からないと言えば分からないのですが、確認します。"),
    ("ja", "ご不安だと思います。"),
    ("ja", "営業所に確認します。そう言えば、まだご注文番号を伺っておりません。"),
    ("ja", "交換もできます。返金もできます。いずれも送料はかかりません。"),
    ("ja", "交換も、返金も、送料はかかりません。"),
    ("ja", "今日とも明日とも申し上げられますので、お選びください。"),
)


def found(language: Language, text: str) -> list[str]:
    form = normalise(text).text
    return [form[a:b] for a, b in disowned(form, sentences(form), language)]


@pytest.mark.parametrize(("language", "reply", "stretch"), REFUSED)
def test_what_is_refused_is_disowned(language: Language, reply: str, stretch: str) -> None:
    assert any(stretch in one for one in found(language, reply)), found(language, reply)


@pytest.mark.parametrize(("language", "reply"), MEANT)
def test_what_is_meant_is_not(language: Language, reply: str) -> None:
    assert found(language, reply) == []


def test_both_languages_have_as_many_examples() -> None:
    for examples in (REFUSED, MEANT):
        counts = [sum(one[0] == language for one in examples) for language in LANGUAGES]
        assert min(counts) >= 5


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "You'd like me to say I'm sorry and that I'll ring the depot. I'm not saying it."),
        ("ja", "申し訳ございません、営業所に確認いたしますとは申しません。"),
    ],
)
def test_a_disowned_act_is_not_done(language: Language, reply: str) -> None:
    reading = read(language, reply)
    assert not reading.has(Act.APOLOGISE)
    assert any(clause.quoted for clause in reading.clauses)


def test_after_the_turn_the_speaker_means_it() -> None:
    reading = read("en", "I won't say it's fine, but I'll ask the depot for you now.")
    assert not reading.clauses[-1].quoted
    assert any(found.topic == "depot" for found in reading.topics)
