"""A small real scenario in both languages, and a listener that knows it by keywords.

The scenario is a late parcel in miniature: identity, a wait, a plan, an ugly stage, a doorbell
and one ending of each kind. The listener is far simpler than the reader of replies, but as
deterministic, so that tests of the engine do not hang on the reader's judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scenarios.acts import Act, Breach, Duty
from scenarios.complaints import ComplaintType
from scenarios.conditions import Condition, Hears
from scenarios.language import Language, Phrases, Text
from scenarios.model import (
    ActionKind,
    Argument,
    Cues,
    Customer,
    DeskRule,
    Ending,
    Goal,
    HiddenFact,
    Identity,
    MoodShift,
    MoodValues,
    Occasion,
    OutsideEvent,
    Persona,
    Reaction,
    RecordRow,
    Said,
    Scenario,
    Shop,
    Stage,
    Temperament,
    Topic,
    TopicKind,
)
from scoring.model import Clause, FoundAct, FoundTopic, Moment, Reading, Shares, Slot, Span
from simulator.engine.events import CustomerSpoke, Input, Output
from simulator.engine.session import Intensity, Setup, Step, advance, begin


def text(ja: str, en: str) -> Text:
    return Text(ja, en)


def said(ja: Sequence[str], en: Sequence[str]) -> Said:
    return Said(any=Phrases(tuple(ja), tuple(en)))


def hears(*sentences: str) -> tuple[Hears, ...]:
    return tuple(Hears.parse(sentence) for sentence in sentences)


def when(*sentences: str) -> tuple[Condition, ...]:
    return tuple(Condition.parse(sentence) for sentence in sentences)


def topic(kind: TopicKind, ja: str, en: str, **more: object) -> Topic:
    return Topic(kind, text(ja, en), Cues((ja,), (en,)), **more)  # type: ignore[arg-type]


K = TopicKind
TOPICS: Mapping[str, Topic] = {
    "morning": topic(K.SITUATION, "朝から", "since the morning"),
    "two": topic(K.NEED, "2時のお出かけ", "before two"),
    "need-by": topic(K.QUESTION, "何時までに", "by when"),
    "depot": topic(K.STEP, "営業所", "the depot", deed="ask-carrier"),
    "on-the-van": topic(K.FACT, "配達中", "on the van"),
    "refund": topic(K.LIMIT, "全額返金", "full refund", breach=Breach.BEYOND_AUTHORITY),
    "order-number": topic(K.KNOWN, "ご注文の品", "what you ordered"),
}

SCENARIO = Scenario(
    schema=1,
    id="tiny",
    version=1,
    title=text("荷物が来ない", "The parcel is not here"),
    summary=text("小さな練習", "A small exercise"),
    type=ComplaintType.DELIVERY_LATE,
    channel="phone",
    difficulty=1,
    skills=(),
    starts="Wed 12:50",
    briefing=text("電話です。", "A call."),
    customer=Customer(
        text("岡本", "Okamoto"), "plain", text("母の誕生日", "Her mother's birthday")
    ),
    mood=MoodValues(anger=60, trust=40),
    identity=Identity(
        needed=True,
        states=Phrases(("KM-1、岡本由美子です。",), ("KM-1, Yumi Okamoto.",)),
        accepts=("KM-1", "岡本由美子", "Yumi Okamoto", "090-0000-0000"),
    ),
    record=(
        RecordRow(text("受付", "Contact"), text("電話", "Phone")),
        RecordRow(text("品物", "Item"), text("ひざ掛け", "Blanket"), when("identity checked")),
    ),
    topics=TOPICS,
    hidden={
        "leaves-at-two": HiddenFact(
            text("2時に出る", "leaves at two"),
            asked_by=hears("ask about need-by"),
            says=said(["2時には出るの。"], ["I leave at two."]),
        ),
        "birthday": HiddenFact(
            text("母の誕生日", "her mother's birthday"),
            earned_by=when("told leaves-at-two", "anger under 45"),
            says=said(["母の誕生日なの。"], ["It is my mother's birthday."]),
        ),
    },
    first_stage="opening",
    stages={
        "opening": Stage(
            opens=said(
                ["荷物が来ないの。", "荷物はどこ？", "まだ来ないのよ。"],
                ["My parcel is not here.", "Where is my parcel?", "It still has not come."],
            ),
            again=said(
                ["だから荷物よ。", "荷物の話をして。", "聞いてるの、荷物のこと。"],
                ["The parcel, I said.", "Talk about the parcel.", "I am asking about my parcel."],
            ),
            duties=(Duty.VERIFY_IDENTITY,),
            reactions=(
                Reaction(
                    hears=hears("check about depot", "promise about depot"),
                    when=when("heard morning"),
                    says=said(["そう、聞いてちょうだい。"], ["Yes, do ask them."]),
                    goes="plan",
                ),
                Reaction(hears=hears("stock"), unless=when("heard morning"), goes="stung"),
                Reaction(hears=hears("insult and refund"), goes="abusive"),
                Reaction(
                    hears=hears("acknowledge about morning"),
                    says=said(["そうよ、朝から。"], ["Yes, all morning."]),
                    mood=MoodShift(face=4),
                    once=True,
                ),
            ),
        ),
        "stung": Stage(
            opens=said(["何よ、その返事。"], ["What an answer that is."]),
            again=said(
                ["口先はいいから。", "かわさないで。"], ["Spare me words.", "Do not fob me off."]
            ),
            reactions=(Reaction(hears=hears("check about depot"), goes="plan"),),
        ),
        "plan": Stage(
            opens=said(
                ["で、何時に分かるの？", "いつ返事をくれる？"],
                ["So when will I know?", "What time do I hear?"],
            ),
            again=said(
                ["時間を言って。", "何時なの。"], ["Give me a time.", "What time, I asked."]
            ),
            duties=(Duty.TIME_AND_OWNER,),
            reactions=(
                Reaction(hears=hears("call-back"), when=when("call-back booked"), goes="agreed"),
                Reaction(after="book-callback", goes="agreed"),
            ),
        ),
        "agreed": Stage(
            opens=said(["分かった、待ってる。"], ["All right, I will wait."]),
            again=said(["ええ。", "はい。"], ["Yes.", "Right."]),
            reactions=(Reaction(after="ring-customer", goes="rung"),),
        ),
        "rung": Stage(
            opens=said(["ちゃんとかけてくれたのね。"], ["You really did ring."]),
            again=said(["ありがとう。"], ["Thank you."]),
        ),
        "later": Stage(
            opens=said(["もう夕方よ。"], ["It is evening now."]),
            starts="Wed 17:00",
        ),
        "abusive": Stage(
            opens=said(["使えないわね。"], ["You are useless."]),
            again=said(["役立たず。", "ばか。"], ["Good for nothing.", "Fool."]),
            abusive=True,
        ),
    },
    endings={
        "rung-well": Ending(
            text("約束どおり", "As promised"),
            "resolved",
            "close",
            "good",
            text("。", "."),
            when=when("done ring-customer"),
        ),
        "booked": Ending(
            text("約束して終了", "Booked"),
            "calm",
            "close",
            "good",
            text("。", "."),
            says=said(["じゃあ、お願い。"], ["Thank you, then."]),
            when=when("call-back booked"),
        ),
        "open": Ending(text("宙に浮く", "Left open"), "calm", "close", "poor", text("。", ".")),
        "came": Ending(
            text("届いた", "It came"),
            "resolved",
            "goes",
            "good",
            text("。", "."),
            says=said(["来たわ、じゃあね。"], ["It is here, bye."]),
        ),
        "left": Ending(text("怒って切る", "Left"), "left-angry", "leave", "poor", text("。", ".")),
        "dropped": Ending(
            text("途切れる", "Dropped"), "abandoned", "abandon", "poor", text("。", ".")
        ),
        "mori": Ending(
            text("責任者へ", "To Mori"),
            "handed-over",
            "hand-over",
            "fair",
            text("。", "."),
            says=said(["最初からそうして。"], ["You might have done that at once."]),
        ),
        "procedure": Ending(
            text("手順で終了", "By steps"),
            "ended-by-procedure",
            "procedure",
            "fair",
            text("。", "."),
        ),
    },
    desk={
        "ask-carrier": DeskRule(
            text("照会しました。", "Asked."),
            when=when("identity checked"),
            not_yet=text("先に本人確認を。", "Check identity first."),
        ),
        "book-callback": DeskRule(text("{time}に予約。", "Booked for {time}."), latest="13:30"),
        "ring-customer": DeskRule(
            text("かけました。", "You rang."), when=when("visited agreed"), seconds=300
        ),
        "arrange-refund": DeskRule(text("返金しました。", "Refunded."), fits=False),
    },
    goals=(
        Goal(text("営業所に照会", "Depot asked"), when("done ask-carrier")),
        Goal(text("折り返し", "Call-back"), when("call-back booked"), points=2),
    ),
    wishes=(),
    note=(),
    clauses=(),
    events={
        "doorbell": OutsideEvent(
            turns=(5, 6),
            says=said(["あ、チャイムが鳴った。"], ["That is the doorbell."]),
            when=when("visited plan"),
            goes="came",
            mood=MoodShift(anger=-10),
        )
    },
)


def _voice(occasion: Occasion) -> Said:
    name = occasion.value
    ja = [f"（{name}）ね。", f"（{name}）なの。", f"（{name}）よ。"]
    en = [f"({name}) one.", f"({name}) two.", f"({name}) three."]
    if occasion == Occasion.HOLDS_TO_WORD:
        ja.append("{time}と言ったわね、{name}さん。")
        en.append("You said {time}, {name}.")
    return said(ja, en)


PERSONA = Persona(
    "plain",
    1,
    text("ふつうの人", "A plain person"),
    Temperament(),
    {occasion: _voice(occasion) for occasion in Occasion},
)


def _action(ja: str, en: str, costly: bool = False, **arguments: str) -> ActionKind:
    kinds = {
        name: Argument(kind.rstrip("?"), text(name, name), optional=kind.endswith("?"))  # type: ignore[arg-type]
        for name, kind in arguments.items()
    }
    return ActionKind(text(ja, en), text("", ""), text("済みました。", "Done."), kinds, costly)


SHOP = Shop(
    text("こもれび商店", "Komorebi Shop"),
    text("森", "Mori"),
    1000,
    {
        "verify-identity": _action("本人確認", "Check identity", order="text", name="text"),
        "ask-carrier": _action("照会", "Ask the carrier"),
        "arrange-refund": _action("返金", "Refund", costly=True, amount="yen"),
        "give-coupon": _action("クーポン", "Coupon", costly=True, amount="yen"),
        "book-callback": _action("折り返し", "Call-back", time="time", who="text", number="text?"),
        "ring-customer": _action("電話", "Ring"),
        "hold": _action("保留", "Hold", seconds="seconds"),
        "hand-over": _action("引き継ぎ", "Hand over", summary="text"),
        "end-by-procedure": _action("手順で終了", "End by procedure"),
    },
)

# ---------------------------------------------------------------- the listener

ACT_WORDS: tuple[tuple[Act, str], ...] = (
    (Act.INTRODUCE, r"my name is|と申します"),
    (Act.THANK, r"thank you|ありがとう"),
    (Act.CLOSE, r"goodbye|失礼いたします"),
    (Act.ACKNOWLEDGE, r"you have waited|お待ちなの"),
    (Act.EMPATHISE, r"must be hard|ご心配"),
    (Act.APOLOGISE, r"sorry|申し訳"),
    (Act.ASK, r"by when|何時までに|what you ordered|ご注文の品は"),
    (Act.VERIFY, r"your number and name|番号とお名前"),
    (Act.CHECK, r"i am asking|確認しています"),
    (Act.INFORM, r"it is on|でございます"),
    (Act.OFFER, r"i can offer|できます"),
    (Act.PROMISE, r"i will ask|確認いたします"),
    (Act.CALL_BACK, r"i will ring|折り返し"),
    (Act.CHOICE, r"or would you rather|それとも"),
    (Act.REFUSE, r"i cannot|いたしかね"),
    (Act.RULE_ONLY, r"the rule says|規則ですので"),
    (Act.HOLD, r"please hold|お待ちいただけ"),
    (Act.HAND_OVER, r"my supervisor|責任者に"),
    (Act.BOUNDARY, r"please do not speak|お控え"),
    (Act.WARN, r"i will have to end|終わらせて"),
    (Act.CONTRADICT, r"^but |^でも"),
    (Act.BLAME, r"your own fault|お客様のせい"),
    (Act.CALM_DOWN, r"calm down|落ち着いて"),
    (Act.STOCK, r"i see|そうだったんですね"),
    (Act.VAGUE, r"soon|もうすぐ"),
    (Act.INSULT, r"idiot|うるさい"),
)


class KeywordListener:
    """Sentences are clauses; keywords are acts; a topic's cues are looked for as they stand."""

    def read(self, text: str, moment: Moment) -> Reading:
        clauses, acts, topics, slots = [], [], [], []
        for found in re.finditer(r"[^.。?？!！]+[.。?？!！]?", text):
            words = found.group().strip().lower()
            if not words:
                continue
            index, span = len(clauses), Span(found.start(), found.end())
            negated = "cannot" in words or "いたしかね" in words
            clauses.append(
                Clause(
                    span, words, negated, "plain", words.endswith(("?", "？")), False, False, 0.0
                )
            )
            about = tuple(sorted(_topics(words, moment)))
            topics += [FoundTopic(name, span, index, not negated, True) for name in about]
            for act, pattern in ACT_WORDS:
                if re.search(pattern, words):
                    acts.append(FoundAct(act, span, index, "keyword", about))
            for clock in re.findall(r"\d{1,2}:\d{2}", words):
                slots.append(Slot("clock", clock.zfill(5), span, index, False))
            for minutes in re.findall(r"(\d+)(?: minutes|分)", words):
                slots.append(Slot("duration", minutes, span, index, False))
            for name in re.findall(r"my name is (\w+)|(\w+)と申します", words):
                slots.append(Slot("person", "".join(name).capitalize(), span, index, False))
        foreign = _foreign(text, moment.language)
        return Reading(
            text,
            moment.language,
            tuple(clauses),
            tuple(acts),
            tuple(topics),
            tuple(slots),
            Shares(0.0, 0.0, 0.0, foreign),
            len(text.split()),
            "polite",
        )

    def as_felt(self, reading: Reading, moment: Moment) -> Reading:
        del moment
        return reading


def _topics(words: str, moment: Moment) -> Iterable[str]:
    for name, known in moment.scenario.topics.items():
        if any(cue.lower() in words for cue in known.cues.of(moment.language)):
            yield name


def _foreign(words: str, language: Language) -> float:
    letters = [c for c in words if c.isalpha()]
    latin = sum(c.isascii() for c in letters)
    if not letters:
        return 0.0
    return latin / len(letters) if language == "ja" else 1 - latin / len(letters)


LISTENER = KeywordListener()


# ---------------------------------------------------------------- playing


def a_setup(
    language: Language = "en", seed: int = 1, intensity: Intensity = "normal", **changes: object
) -> Setup:
    """The tiny setup; keyword arguments change the scenario."""
    scenario = replace(SCENARIO, **changes) if changes else SCENARIO  # type: ignore[arg-type]
    return Setup(scenario, PERSONA, SHOP, language, seed, intensity)


def with_temperament(setup: Setup, **values: int) -> Setup:
    persona = replace(setup.persona, temperament=replace(setup.persona.temperament, **values))
    return replace(setup, persona=persona)


def with_stage(setup: Setup, name: str, **changes: object) -> Setup:
    """The setup with one stage changed."""
    stages = dict(setup.scenario.stages)
    stages[name] = replace(stages[name], **changes)  # type: ignore[arg-type]
    return replace(setup, scenario=replace(setup.scenario, stages=stages))


def play(setup: Setup, *events: Input) -> list[Step]:
    """The steps of all inputs, the beginning first."""
    steps = [begin(setup)]
    for event in events:
        steps.append(advance(setup, steps[-1].state, event, LISTENER))
    return steps


def lines(outputs: Iterable[Output]) -> list[str]:
    return [o.text for o in outputs if isinstance(o, CustomerSpoke)]


def line_ids(outputs: Iterable[Output]) -> list[str]:
    return [o.line for o in outputs if isinstance(o, CustomerSpoke)]
