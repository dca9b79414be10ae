"""A small scenario made by hand, so that tests of the reader need no file."""

from __future__ import annotations

from functools import cache

from scenarios.language import Language, Phrases, Text
from scenarios.model import (
    Clause,
    Cues,
    Customer,
    Handbook,
    Identity,
    MoodValues,
    RecordRow,
    Said,
    Scenario,
    Stage,
    Topic,
    TopicKind,
)
from scoring.model import Moment, Reading
from scoring.reading.reader import Reader
from scoring.rules.loader import builtin_rules


def text(words: str) -> Text:
    return Text(words, words)


def topic(kind: TopicKind, ja: tuple[str, ...], en: tuple[str, ...]) -> Topic:
    return Topic(kind, text(kind.value), Cues(ja, en))


TOPICS = {
    "morning": topic(
        TopicKind.SITUATION,
        ("朝から待っている", "朝から家を空けられない", "出かけられない", "一日の半分が消える"),
        (
            "waiting since the morning",
            "stuck at home",
            "your morning has gone",
            "tied to the front door",
        ),
    ),
    "late": topic(
        TopicKind.SITUATION, ("荷物が届かない",), ("parcel has not come", "parcel still isn't here")
    ),
    "arrival": topic(
        TopicKind.UNCERTAIN,
        ("13時に届く", "すぐに届く", "時間内に届く", "荷物が届きます"),
        ("it will arrive", "parcel arrives", "be at your door", "driver will come"),
    ),
    "depot": topic(
        TopicKind.STEP,
        ("営業所に問い合わせる", "営業所に電話", "営業所に確認"),
        ("ask the depot", "ring the depot", "get on to the depot", "depot first"),
    ),
    "catalogue": topic(
        TopicKind.STEP, ("カタログを送る", "紙のカタログ"), ("send a catalogue", "paper catalogue")
    ),
    "specialist": topic(
        TopicKind.STEP,
        ("専門の者から電話", "詳しい係から電話", "商品担当から電話"),
        ("specialist rings you", "call from our specialist", "colleague who knows the cushion"),
    ),
    "out-for-delivery": topic(
        TopicKind.FACT,
        ("8時40分に出ている", "配達中"),
        ("left at 8:40", "out for delivery", "on the van"),
    ),
    "address": topic(
        TopicKind.LIMIT,
        ("住所を教える", "住所をお伝えする", "住所を出す"),
        ("give the address", "give out anyone's address", "share the address"),
    ),
    "keep-and-refund": topic(
        TopicKind.LIMIT,
        ("品物をお持ちのまま全額返金", "全額返金"),
        ("keep the bowls and full refund", "full refund", "money back in full"),
    ),
    "leak": topic(
        TopicKind.FORBIDDEN, ("情報が漏れた", "当店から漏れた"), ("we leaked it", "data leaked")
    ),
    "worry": topic(
        TopicKind.QUESTION,
        ("何が一番心配ですか", "気になることは何ですか", "何を聞いてみたい"),
        ("what worries you most", "what would you ask", "what were you hoping to hear"),
    ),
    "need-by": topic(
        TopicKind.QUESTION,
        ("何時までに必要", "いつまでにご入用"),
        ("when do you need it", "by which date"),
    ),
    "fear": topic(
        TopicKind.FEELING, ("怖くて眠れない", "ご不安"), ("can't sleep for fear", "frightening")
    ),
}


@cache
def scenario() -> Scenario:
    said = Said(any=Phrases(("はい。",), ("Yes.",)))
    return Scenario(
        schema=1,
        id="reader-case",
        version=1,
        title=text("t"),
        summary=text("s"),
        type="delivery",
        channel="phone",
        difficulty=2,
        skills=(),
        starts="Wed 12:50",
        briefing=text("b"),
        customer=Customer(Text("岡本", "Ms Okamoto"), "p", text("a")),
        mood=MoodValues(60, 40),
        identity=Identity(True),
        record=(RecordRow(text("order"), Text("注文 KM-20418", "Order KM-20418")),),
        topics=TOPICS,
        hidden={},
        first_stage="open",
        stages={"open": Stage(said)},
        endings={},
        desk={},
        goals=(),
        wishes=(),
        note=(),
        clauses=(),
        amounts=(660, 6480, 330),
        times=("12:00", "14:00", "13:05", "8:40"),
    )


@cache
def handbook() -> Handbook:
    rule = Clause(
        "time-and-owner",
        "4.1",
        text("t"),
        Text(
            "折り返しのお約束には、時刻と担当者の名前を必ず添えます。「後ほど」だけの約束はしません。",
            "Every promise to come back has a clock time and a name. Soon is not a time.",
        ),
        text("w"),
        "own",
        "major",
    )
    return Handbook("h", 1, text("h"), (rule,))


@cache
def reader(language: Language) -> Reader:
    return Reader(scenario(), language, builtin_rules(), handbook())


def moment(language: Language, *said: str, clock: int | None = 770) -> Moment:
    return Moment(scenario(), language, "open", 1, said, clock=clock)


def read(language: Language, reply: str, *said: str) -> Reading:
    """Read one reply to what the customer has said."""
    return reader(language).read(reply, moment(language, *said))


def acts(language: Language, reply: str, *said: str) -> set[str]:
    """The names of the acts that are found in a reply."""
    return {found.act.value for found in read(language, reply, *said).acts}
