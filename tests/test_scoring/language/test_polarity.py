"""What clauses deny, commit to, ask, and leave open: the kinds that a trainee types every day."""

from __future__ import annotations

import pytest
from reader_case import read

from scenarios.acts import Act
from scenarios.language import Language


def told(language: Language, reply: str) -> list[str]:
    """Of each clause its modality, with marks for what it denies, asks or makes a condition."""
    return [
        clause.modality + "-" * clause.negated + "?" * clause.question + " if" * clause.conditional
        for clause in read(language, reply).clauses
    ]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("どなたのことでも言われへん決まりです。", ["cannot-"]),
        ("それは言えまへん。", ["will-not-"]),
        ("間違いおまへん。", ["plain"]),
        # What is so is neither a will nor a refusal.
        ("ご注文は承っております。", ["plain"]),
        ("まだ届いておりません。", ["plain-"]),
        ("料金はかかりません。", ["plain-"]),
        ("3時にお電話します。", ["will"]),
        ("お名前は控えません。", ["will-not-"]),
        # A clause that is denied leaves the next one alone.
        ("まだ分かりませんので、調べます。", ["plain-", "will"]),
        ("写真がなくても手配できます。", ["plain-", "can"]),
        ("写真をいただかなくても、交換できます。", ["plain-", "can"]),
        ("お電話しなくても大丈夫です。", ["plain-"]),
        ("お金が戻らない場合は、別の方法をご案内します。", ["plain- if", "will"]),
        ("二時を過ぎたら送料をお返しします。", ["plain if", "will"]),
        ("お金が消えたままにはいたしません。", ["plain"]),
        ("そのお約束はいたしません。", ["will-not-"]),
        ("お待たせしないようにします。", ["will"]),
        ("忘れないうちにお送りします。", ["will"]),
        ("もし無理でも、先にお渡しできます。", ["cannot- if", "can"]),
        # It is the one and not the other.
        ("仮の確保で、まだお支払いではありません。", ["plain", "plain-"]),
        ("お電話で、確認できません。", ["cannot-"]),
        ("二時を過ぎても、お届けできます。", ["plain", "can"]),
        ("お電話でも、お手続きできます。", ["can"]),
        ("間に合わないときのために、箱をご用意できます。", ["plain-", "can"]),
        # Which one it is, and what is left undone on the way.
        ("フタのない弁当箱は無料で回収いたします。", ["will"]),
        ("滑らないマットを置いてまいります。", ["will"]),
        ("言い換えずに、お話しになったとおりに記録いたします。", ["will"]),
        ("写真を待たずお送りします。", ["will"]),
        ("最初から説明しなくて済むように私が承ります。", ["will"]),
        ("お届けできない状況です。", ["cannot-"]),
        ("確認できないお客様にはお答えしません。", ["cannot-"]),
        # Soft refusals.
        ("お付けするのは難しいです。", ["cannot-"]),
        ("再配達は不可能です。", ["cannot-"]),
        ("ご返金はご容赦ください。", ["cannot-"]),
        ("差し上げるのはちょっと…", ["cannot-"]),
        ("漏れたとも漏れていないとも、いまは申し上げられません。", ["plain-", "cannot-"]),
        ("難しいお話ではありません。", ["plain-"]),
        ("無理なさらないでください。", ["plain-"]),
        ("ご無理を申しました。", ["plain"]),
        # What looks like a denial and is none.
        ("カード会社しかありません。", ["plain"]),
        ("返金だけでなく交換もできます。", ["can"]),
        ("パスワードを変更しなければなりません。", ["must"]),
        ("送らないわけにはいきません。", ["must"]),
        ("返金できないわけではありません。", ["can"]),
        ("着くのではないかと思います。", ["might"]),
        ("お怒りも無理はありません。", ["plain"]),
        ("思いがけないことでしたね。", ["plain"]),
        ("手続きは不要で、こちらで進めます。", ["will"]),
        ("できるだけ早く止めます。", ["will"]),
        # An embedded question asks nobody and promises nothing.
        ("返金できるか確認します。", ["will"]),
        ("お金が必ず戻るかどうかは分かりません。", ["plain-"]),
        ("何時に届くか、お調べします。", ["will"]),
        ("お届けしましょうか。", ["will?"]),
        ("変更したほうがいいです。", ["plain"]),
        ("届きましたか。", ["plain?"]),
    ],
)  # fmt: skip
def test_japanese_clauses_say_what_they_say(reply: str, expected: list[str]) -> None:
    """Border, polarity and modality of common sentences."""
    assert told("ja", reply) == expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Who's the lamp for, if I may ask?", ["plain?", "might if"]),
        ("When do you need it, may I ask?", ["plain?", "can?"]),
        # A denied clause leaves the next one alone, with or without a mark between them.
        ("Don't touch it, switch it off at the strip.", ["plain-", "plain"]),
        ("Please don't touch the plug, just flip the breaker.", ["plain-", "plain"]),
        ("I can't see it yet - I'll ask the depot.", ["cannot-", "will"]),
        ("sorry i cant see it from here ill ask the depot", ["cannot-", "will"]),
        ("I don't have the answer yet and will ring you.", ["plain-", "will"]),
        ("I can't see it from here, asking the depot now.", ["cannot-", "plain"]),
        ("I think I'll ask Mori.", ["might"]),
        ("The number I'll use is this one.", ["will"]),
        # What is judged, or cannot be imagined, is so.
        ("It isn't fair that you had to wait.", ["plain"]),
        ("It can't be easy waiting in all morning.", ["can"]),
        ("I can't imagine how frustrating this is.", ["can"]),
        ("It isn't possible to refund it.", ["cannot-"]),
        ("I won't forget to ring you.", ["will"]),
        ("Not to worry, it is on the van.", ["plain", "plain"]),
        ("dont worry your data is safe with us", ["plain", "plain"]),
        ("Your data is safe, the mail isn't from us.", ["plain", "plain-"]),
        ("I'll tell you the hour, the name and the place.", ["will"]),
        # A condition, or a reason, denies nothing of what comes behind its comma.
        ("If it can't be done in time, the pen comes with a card.", ["cannot- if", "plain"]),
        ("As the shop could not be reached, a coupon can be issued.", ["cannot-", "can"]),
        ("What would you say is troubling you most?", ["would?"]),
        ("You can refuse the box at the door.", ["can"]),
        ("I refuse to refund it.", ["will-not-"]),
        # Intended or omitted is not promised.
        ("I was going to ask the depot.", ["plain"]),
        ("I should have rung you.", ["plain"]),
        # Doubts, wishes, embedded questions and what others said.
        ("I doubt it will arrive before two.", ["plain"]),
        ("I'll check if it has left.", ["will"]),
        ("I'll ring you if it is late.", ["will", "plain if"]),
        ("You said the parcel isn't there.", ["plain"]),
        # Questions without a mark, and what only looks like one.
        ("what time do you leave", ["plain?"]),
        ("can u give me the number", ["can?"]),
        ("I'll pass you to Mori, who will ring you.", ["will", "will"]),
        ("Should it not be there by two, I'll refund it.", ["would- if", "will"]),
        ("We sent it on 3 May by post.", ["plain"]),
    ],
)
def test_english_clauses_say_what_they_say(reply: str, expected: list[str]) -> None:
    """Border, polarity and modality of common sentences."""
    assert told("en", reply) == expected


@pytest.mark.parametrize(
    ("language", "open_", "stated", "topic"),
    [
        ("ja", "全額返金できるか、森に確認します。", "全額返金いたします。", "keep-and-refund"),
        ("ja", "全額返金するかどうかは森が決めます。", "全額返金いたします。", "keep-and-refund"),
        ("ja", "前の者が、全額返金すると申し上げました。", "全額返金いたします。", "keep-and-refund"),
        ("en", "I'll check whether a full refund is open to you.", "I'll give you a full refund.", "keep-and-refund"),
        ("en", "I wish I could give you a full refund.", "I'll give you a full refund.", "keep-and-refund"),
        ("en", "My colleague told you you'd get a full refund.", "I'll give you a full refund.", "keep-and-refund"),
    ],
)  # fmt: skip
def test_what_is_left_open_is_not_granted(
    language: Language, open_: str, stated: str, topic: str
) -> None:
    """Asked, wished or told as said before, it is no topic that is affirmed, and no offer."""
    reading = read(language, open_)
    assert topic not in {found.topic for found in reading.topics if found.affirmed}
    assert topic not in {name for act in reading.acts if act.act == Act.OFFER for name in act.about}
    assert topic in {found.topic for found in read(language, stated).topics if found.affirmed}


@pytest.mark.parametrize(
    ("reply", "denied"),
    [
        ("紙のカタログを送るのはおやめください。", True),
        ("紙のカタログを送るのは少し待ってください。", True),
        ("紙のカタログを送るのは控えていただけますか。", True),
        ("紙のカタログは無しで、営業所に確認します。", False),
        ("紙のカタログを送るのをお待ちください。", False),
        ("紙のカタログを送るのをやめないでください。", False),
    ],
)
def test_what_is_asked_to_be_left_undone_is_denied(reply: str, denied: bool) -> None:
    """The request itself is none: the clause says what shall be, and only its deed is denied."""
    reading = read("ja", reply)
    catalogue = [found.affirmed for found in reading.topics if found.topic == "catalogue"]
    assert catalogue
    assert (not any(catalogue)) is denied


def test_what_follows_a_deed_to_be_left_undone_is_asked_for() -> None:
    reading = read("ja", "紙のカタログを送るのは無しで、営業所に確認してください。")
    assert {found.topic: found.affirmed for found in reading.topics} == {
        "catalogue": False,
        "depot": True,
    }


@pytest.mark.parametrize(
    "reply",
    [
        "I'm sorry you were not told about the delay.",
        "I'm sorry it was not there.",
        "I'm sorry you weren't in the book.",
        "My apologies that it was not on the van.",
    ],
)
def test_what_one_is_sorry_for_may_be_denied(reply: str) -> None:
    """Nobody who is sorry that something is not so denies being sorry."""
    assert Act.APOLOGISE in {found.act for found in read("en", reply).acts}


def test_not_being_sorry_is_no_apology() -> None:
    assert Act.APOLOGISE not in {found.act for found in read("en", "I'm not sorry.").acts}


@pytest.mark.parametrize(
    "reply", ["お電話を差し上げておらず、失礼いたしました。", "お電話できておりません。"]
)
def test_a_call_that_was_not_made_is_no_call_back(reply: str) -> None:
    assert Act.CALL_BACK not in {found.act for found in read("ja", reply).acts}


def test_for_nothing_denies_nothing() -> None:
    (clause,) = read("en", "You came all this way for nothing.").clauses
    assert not clause.negated
    assert read("en", "I can do nothing for you.").clauses[0].negated


def test_whom_one_says_goodbye_to_is_no_quotation() -> None:
    (clause,) = read("en", "Who are you saying goodbye to tomorrow?").clauses
    assert not clause.quoted


@pytest.mark.parametrize(
    ("reply", "declined"),
    [
        ("その者は厳しく指導し、外します。", False),
        ("本日中は厳しいです。", True),
        ("本日は厳しく、明日になります。", True),
    ],
)
def test_what_is_done_severely_is_not_declined(reply: str, declined: bool) -> None:
    assert read("ja", reply).clauses[0].negated is declined
