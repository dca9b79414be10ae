"""What is told of good words that no criterion is about is true of them."""

from __future__ import annotations

import pytest
from builtin_judge import in_stage, judge, praised, view_at

from scenarios.language import LANGUAGES, Language
from scoring.feedback.ways import way_of
from scoring.model import Dimension
from scoring.moment.taken_back import takes_back

CASES: list[tuple[Language, Dimension, str, str | None]] = [
    ("en", "empathy", "That was my mistake, not yours.", "slip"),
    ("en", "empathy", "I can't promise the hour, and I won't pretend that I can.", "honest"),
    ("en", "empathy", "Thank you for telling me about the home.", "thanks"),
    ("en", "empathy", "Five times is enough to drive anyone up the wall.", "feels"),
    ("en", "empathy", "You don't have to stay by the phone.", "load"),
    ("en", "empathy", "Take your time to look.", "room"),
    ("en", "empathy", "I do hope she likes the blanket.", "wish"),
    ("en", "empathy", "Keep the fingers under the tap.", None),
    ("en", "resolution", "I've asked the depot just now.", "done"),
    ("en", "resolution", "If it isn't there by two, the postage goes back.", "case"),
    ("en", "resolution", "The van is on the road.", None),
    ("en", "resolution", "I'll look into the parcel.", "deed"),
    ("en", "resolution", "My colleague is off, and she'll look into the parcel.", None),
    ("en", "resolution", "Is there anything left for today?", "asks"),
    ("en", "resolution", "Is 080-0000-3318 the right number, is that correct?", "checks"),
    ("en", "resolution", "What number can I ring?", "data"),
    ("en", "resolution", "Shall I put that down for Monday?", "leave"),
    ("en", "resolution", "Will you be in, or shall it go to a neighbour?", "choice"),
    ("en", "resolution", "The van leaves the depot on Thursday.", "when"),
    ("en", "resolution", "Your e-mail of today is enough.", None),
    ("en", "resolution", "I'd rather you knew that today.", None),
    ("en", "resolution", "Safe travels tomorrow.", None),
    ("en", "resolution", "Which van was it, if I may ask?", "asks"),
    ("en", "resolution", "By the way, which van was it?", "interest"),
    ("en", "resolution", "Would it be all right if it waited in the shed?", "leave"),
    ("en", "resolution", "Tell me about it, so that I have it right?", "asks"),
    ("en", "resolution", "Please don't tell me that number.", None),
    ("en", "resolution", "Have you opened it, or is it still in its box?", "asks"),
    ("en", "resolution", "Would that be all right?", "leave"),
    ("en", "resolution", "What is certain is that the depot looks for it.", None),
    ("en", "empathy", "It went off just now, so that's in your inbox.", None),
    ("en", "empathy", "It went off just now, so that you have it in hand.", "reason"),
    ("ja", "empathy", "先ほどは私の言い方がよくありませんでした。", "slip"),
    ("ja", "empathy", "正直に申しますと、何時に着くかはまだ分かりません。", "honest"),
    ("ja", "empathy", "分からないことがあれば、何でもお尋ねください。", None),
    ("ja", "empathy", "野村様に落ち度はございません。", "load"),
    ("ja", "empathy", "三回も続けば、誰でも不安になります。", "feels"),
    ("ja", "empathy", "よろしければ、ごゆっくりお選びください。", "room"),
    ("ja", "empathy", "ふたを右へ、カチッと鳴るまで回してください。", None),
    ("ja", "empathy", "15時半、ご登録の番号に森からです。", None),
    ("ja", "resolution", "配送店にはいま確認しました。", "done"),
    ("ja", "resolution", "お電話番号は080-0000-3318でお間違いございませんか。", "checks"),
    ("ja", "resolution", "お名前とお電話番号を伺ってもよろしいでしょうか。", "data"),
    ("ja", "resolution", "18時15分ごろでよろしいでしょうか。", "leave"),
    ("ja", "resolution", "お待ちになりますか、それとも折り返しましょうか。", "choice"),
    ("ja", "resolution", "土曜日、チャイムの音はお聞こえになりますか。", "asks"),
    ("ja", "resolution", "お休みの分をどうするかは、責任者の森の判断になります。", None),
    ("ja", "resolution", "今日はお話しくださり、ありがとうございました。", None),
    ("ja", "resolution", "ご主人様にどうぞよろしくお伝えください。", None),
    ("ja", "resolution", "届かなかった場合は、送料をお返しします。", "case"),
    ("ja", "resolution", "もし写真をお撮りでしたら、消していただけますでしょうか。", "bids"),
    ("ja", "resolution", "ところで、運転手は何と申しましたか。", "interest"),
    ("ja", "resolution", "どんなことでも、どうぞお尋ねください。", None),
    ("ja", "resolution", "営業所がいま行方を調べております。", None),
]


@pytest.mark.parametrize(("language", "dimension", "reply", "way"), CASES)
def test_a_clause_is_told_by_what_it_does(
    language: Language, dimension: Dimension, reply: str, way: str | None
) -> None:
    view = view_at(in_stage("late-delivery", language), reply)
    ways = [way_of(view, dimension, n) for n in range(len(view.reading.clauses))]
    assert next((found for found in ways if found), None) == way


@pytest.mark.parametrize(
    ("dimension", "way"), sorted({(dimension, way) for _, dimension, _, way in CASES if way})
)
def test_a_way_has_its_words_in_both_languages(dimension: Dimension, way: str) -> None:
    words = judge().rubric.messages["by-example"]
    general, told = words[f"met-{dimension}"], words[f"met-{dimension}-{way}"]
    assert all(told.of(language) != general.of(language) for language in LANGUAGES)


def test_what_only_the_ledger_hears_is_told_by_what_it_does() -> None:
    reply = (
        "I've just been on to the depot. You don't have to stay by the phone, I'll ring you at one."
    )
    told = " ".join(praised(in_stage("late-delivery", "en"), reply).values())
    assert "These words reach" not in told


@pytest.mark.parametrize(
    ("language", "reply", "put_right"),
    [
        ("en", "I shouldn't have said noon, I hadn't checked.", True),
        ("en", "Let me correct what I said a minute ago.", True),
        ("en", "The driver told you noon without checking.", False),
        ("en", "I told you the depot has it.", False),
        ("en", "I'll correct the address on the order.", False),
        ("en", "I have to take one thing back about the doors.", True),
        ("en", "Let me take something back: I said nobody had reported it.", True),
        ("en", "That was wrong of me.", True),
        ("en", "I must correct my last line: I cannot promise the 25th.", True),
        ("en", "I have to take back what I just said about the tape.", True),
        ("en", "That was not my place to say, and I withdraw it.", True),
        ("en", "I told you they always pay and I shouldn't have.", True),
        ("en", "We can take back what you haven't opened.", False),
        ("en", "I'd like to correct the bill for you.", False),
        ("ja", "先ほどの「必ず」は取り消させてください。", True),
        ("ja", "いまの申し上げようは失礼でした。", True),
        ("ja", "先ほどのご注文は取り消しました。", False),
        ("en", "We take it back within 14 days, used or not.", False),
        ("en", "You shouldn't have given your card to anyone.", False),
        ("ja", "ただいまの一言は取り消します。", True),
        ("ja", "お取り替えの件は私の勇み足でございました。", True),
        ("ja", "先ほどコンビニ払いと申しましたが、当店では扱っておりません。", True),
        ("ja", "失礼いたしました、絶対とは申せません。", True),
        ("ja", "申し上げるべきではございませんでした。", True),
        ("ja", "先ほどお昼に着くと申し上げたのは、私の確認不足でした。", True),
        ("ja", "訂正させてください。", True),
        ("ja", "ご注文は取り消させていただきます。", False),
        ("ja", "さっき必ずって言ったんですけど、ほんとはまだわからないです、すいません。", True),
        ("ja", "さっき「必ず」って言いましたけど、土曜とまでは約束できないんです。", True),
        ("ja", "先ほど申し上げたとおりです。", False),
        ("en", "That was unkind of me, I apologise.", True),
        ("en", "I put that badly, I'm sorry.", True),
        ("en", "I'm sorry for how I said that.", True),
        ("en", "I shouldn't have made a joke of it.", True),
        ("en", "I put that on the order.", False),
        ("en", "It was careless of them to leave it there.", False),
        ("en", "I'm sorry about the way it arrived.", False),
        ("ja", "失礼な言い方をしました。", True),
        ("ja", "余計なことを申しました、お詫びいたします。", True),
        ("ja", "責めるような言い方になってしまい、申し訳ありません。", True),
        ("ja", "疲れていたなどというのは、私の勝手な推測でした。", True),
        ("ja", "ただいまのご案内は誤りでした。", True),
        ("ja", "時間の内だなどと、理屈で申し上げてしまい、失礼いたしました。", True),
        ("ja", "今の「できるだけ早く」は、お約束にはなりませんね、失礼しました。", True),
        ("ja", "昨日の者が失礼な言い方をしました。", False),
        ("ja", "担当の者が失礼なことを申しまして、お詫びいたします。", False),
        ("ja", "お待たせしてしまい、失礼いたしました。", False),
        ("ja", "余計なお手数をおかけしました。", False),
        ("ja", "「必ず」とは申せません。", True),
        ("ja", "ただいまの私の言い方は間違いでした。", True),
        ("ja", "いまの言い方は、お客様のせいにするものでした。", True),
        ("ja", "取り消します。", True),
        ("ja", "ご注文を取り消します。", False),
        ("ja", "届くとは申せません。", False),
        ("en", "One thing I must take back: I said we'd pay for it.", True),
        ("en", "I should take back one thing I said about the pot.", True),
        ("en", "I'll take back the parcel on Monday.", False),
        ("ja", "一つ訂正させてください、お返しできるとは申し上げておりません。", False),
        ("ja", "先に返金いたしましたのは、私の早とちりでした。", True),
    ],
)
def test_whoever_puts_an_own_word_right_is_told_so(
    language: Language, reply: str, put_right: bool
) -> None:
    view = view_at(in_stage("late-delivery", language), reply)
    assert takes_back(view, 0) == put_right


def test_a_word_put_right_is_praised() -> None:
    told = praised(
        in_stage("late-delivery", "en"), "I shouldn't have said noon. That was my mistake."
    )
    assert "You put right what you had said before." in " ".join(told.values())
