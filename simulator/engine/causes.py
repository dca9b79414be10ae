"""What heats and what cools a customer: one table of named causes.

Figures are first values from the practice of complaint handling (the sections are those of the
project's domain reference: 6.1 what heats and cools, 6.2 the arithmetic, 2.4-2.7 doctrine).
They move a person of average temperament; ``mood`` does the scaling. How a reply is found to be
a cause stands in ``heats`` and ``cools``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.language import Text
from scenarios.model import MoodShift, Occasion
from scenarios.values import dataclass


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that moves the mood."""

    section: str
    """Where the figures come from."""
    title: Text
    """How the debrief names it."""
    shift: MoodShift
    occasion: Occasion | None = None
    """What any customer says at it."""
    fades: bool = False
    """Half at the second use, nothing from the third on."""


def _heat(section: str, ja: str, en: str, occasion: Occasion | None = None, **shift: int) -> Cause:
    return Cause(section, Text(ja, en), MoodShift(**shift), occasion)


def _cool(section: str, ja: str, en: str, occasion: Occasion | None = None, **shift: int) -> Cause:
    return Cause(section, Text(ja, en), MoodShift(**shift), occasion, fades=True)


_O = Occasion

HEATS: Final[Mapping[str, Cause]] = {
    "insulted": _heat(
        "6.2", "侮辱された", "was insulted", _O.INSULTED, anger=18, face=-18, trust=-15
    ),
    "threatened": _heat(
        "6.2", "脅された", "was threatened", _O.INSULTED, anger=15, face=-10, trust=-15
    ),
    "mocked": _heat(
        "6.1", "皮肉を言われた", "was met with sarcasm", _O.INSULTED, anger=12, face=-12, trust=-6
    ),
    "blamed": _heat("6.2", "責められた", "was blamed", _O.BLAMED, anger=12, face=-12, trust=-4),
    "blamed-others": _heat(
        "6.1", "ほかの人のせいにされた", "heard others blamed", _O.BLAMES_OTHERS, anger=4, trust=-6
    ),
    "calmed-down": _heat(
        "6.2", "「落ち着いて」と言われた", "was told to calm down", _O.CALM_DOWN, anger=12, face=-12
    ),
    "contradicted-first": _heat(
        "6.2",
        "受け止めより先に言い返された",
        "was contradicted before being heard",
        _O.CONTRADICTED,
        anger=10,
        face=-6,
    ),
    "contradicted": _heat(
        "6.1", "言い返された", "was contradicted", _O.CONTRADICTED, anger=5, face=-3
    ),
    "denied": _heat(
        "6.1",
        "店は悪くないと言われた",
        "was told the shop is not at fault",
        _O.CONTRADICTED,
        anger=8,
        trust=-5,
    ),
    "defended": _heat(
        "6.1",
        "自己弁護を聞かされた",
        "heard the agent defend themselves",
        _O.CONTRADICTED,
        anger=6,
        face=-2,
    ),
    "ruled-out": _heat(
        "6.1",
        "規則だけを理由にされた",
        "got the rule as the only reason",
        _O.BRUSHED_OFF,
        anger=8,
        control=-6,
        trust=-4,
    ),
    "sent-away": _heat(
        "6.1",
        "よそへ回された",
        "was sent elsewhere",
        _O.BRUSHED_OFF,
        anger=8,
        control=-8,
        trust=-4,
    ),
    "minimised": _heat(
        "6.1",
        "大したことではないように扱われた",
        "had the matter made small",
        _O.CONTRADICTED,
        anger=8,
        face=-6,
    ),
    "refused-flatly": _heat(
        "6.1",
        "代案なしに断られた",
        "was refused without an alternative",
        _O.BRUSHED_OFF,
        anger=8,
        control=-6,
        trust=-3,
    ),
    "stock-phrase": _heat(
        "6.1", "決まり文句で返された", "got a stock phrase", _O.STOCK_PHRASE, anger=5, trust=-2
    ),
    "asked-known": _heat(
        "6.2",
        "もう話したことをまた聞かれた",
        "was asked for what is known",
        _O.ASKED_AGAIN,
        anger=8,
        trust=-8,
    ),
    "apology-again": _heat(
        "6.2", "同じお詫びを繰り返された", "got the same apology again", _O.APOLOGY_AGAIN, anger=5
    ),
    "vague": _heat(
        "6.1", "時間をぼかされた", "was given no clear time", _O.VAGUE, anger=6, control=-4
    ),
    "time-blurred": _heat(
        "6.1",
        "言った時間をぼかされた",
        "had a named time blurred",
        _O.HOLDS_TO_WORD,
        anger=6,
        control=-4,
        trust=-4,
    ),
    "time-moved": _heat(
        "6.1",
        "言われた時間が変わった",
        "was given another time than before",
        _O.HOLDS_TO_WORD,
        anger=8,
        trust=-8,
    ),
    "flight": _heat(
        "6.1",
        "早く切ろうとしていると感じた",
        "felt the agent wanted to get away",
        _O.SUSPECTS_FLIGHT,
        anger=8,
        trust=-6,
    ),
    "not-done": _heat(
        "6.2",
        "すると言ったことがされていない",
        "an announced deed was not done",
        _O.PROMISE_NOT_DONE,
        anger=8,
        trust=-12,
    ),
    "promise-broken": _heat(
        "6.2", "約束が破られた", "a promise was broken", _O.PROMISE_NOT_DONE, anger=10, trust=-25
    ),
    "entitled": _heat(
        "6.2", "押せば通ると思った", "learned that pressing pays", _O.REWARDED_THREAT, anger=20
    ),
    "labelled": _heat(
        "4.3",
        "迷惑客のように扱われた",
        "was treated as abusive without cause",
        _O.WARNED,
        anger=10,
        face=-10,
        trust=-6,
    ),
    "ignored": _heat(
        "6.1", "話を聞いてもらえなかった", "was not heard", _O.IGNORED, anger=6, face=-4
    ),
    "ignored-again": _heat(
        "6.1",
        "何度言っても聞いてもらえなかった",
        "was not heard again",
        _O.IGNORED,
        anger=10,
        face=-6,
        trust=-5,
    ),
    "kept-waiting": _heat(
        "6.1",
        "用件に触れられないまま、待たされた",
        "was kept waiting, with no word on the matter",
        anger=3,
    ),
    "other-language": _heat(
        "2.9",
        "分からない言葉で返された",
        "was answered in another language",
        _O.OTHER_LANGUAGE,
        anger=6,
        control=-4,
    ),
    "talked-over": _heat(
        "2.9",
        "一方的に長く話された",
        "was talked at for too long",
        _O.INTERRUPTS,
        anger=4,
        control=-4,
    ),
    "silence": _heat("6.2", "黙って待たされた", "was left in silence", _O.SILENCE, anger=6),
    "long-silence": _heat(
        "6.2",
        "長く黙って待たされた",
        "was left in a long silence",
        _O.LONG_SILENCE,
        anger=10,
        trust=-5,
    ),
    "held-unasked": _heat(
        "6.1", "断りなく保留にされた", "was put on hold unasked", anger=6, control=-4
    ),
    "held-too-long": _heat(
        "6.1",
        "保留が長すぎた",
        "was kept on hold too long",
        _O.ON_HOLD_TOO_LONG,
        anger=8,
        trust=-5,
    ),
    "passed-on-cold": _heat(
        "2.7", "説明なしに別の人へ回された", "was passed on without a word", anger=6, control=-6
    ),
}
"""Rising anger, or another wound; given as often as it happens."""

COOLS: Final[Mapping[str, Cause]] = {
    "acknowledged": _cool(
        "6.2", "自分の状況を言い当ててもらえた", "had the situation named", anger=-12, face=8
    ),
    "felt-with": _cool(
        "2.8", "気持ちを分かってもらえた", "had the feeling understood", anger=-6, face=4, worry=-4
    ),
    "apology-with-object": _cool(
        "2.5",
        "何についてのお詫びかが伝わった",
        "got an apology for a named thing",
        anger=-6,
        face=4,
    ),
    "apology": _cool("2.5", "お詫びがあった", "got an apology", anger=-2),
    "owned": _cool(
        "6.4", "引き受けてもらえた", "the agent took it on", anger=-4, trust=6, worry=-4
    ),
    "need-seen": _cool(
        "2.8",
        "本当の望みに気づいてもらえた",
        "had the real need seen",
        anger=-8,
        trust=10,
        worry=-10,
    ),
    "asked-well": _cool(
        "2.8",
        "大事なことを尋ねてもらえた",
        "was asked the right question",
        anger=-4,
        trust=6,
        face=4,
    ),
    "step-with-time": _cool(
        "6.2",
        "具体的な手立てと時刻を示された",
        "got a concrete step with a time",
        anger=-8,
        control=15,
        worry=-6,
    ),
    "step": _cool(
        "6.1", "具体的な手立てを示された", "got a concrete step", anger=-4, control=8, worry=-4
    ),
    "time-given": _cool("6.1", "連絡の時刻がはっきりした", "got a clock time", anger=-4, control=8),
    "choice": _cool("6.2", "選ばせてもらえた", "was given a choice", anger=-3, control=10),
    "consent": _cool(
        "6.1", "先に都合を聞いてもらえた", "was asked before the step", anger=-2, control=4
    ),
    "narrated": _cool(
        "6.1",
        "いま何をしているか話してもらえた",
        "was told what is being done",
        anger=-2,
        control=4,
        worry=-4,
    ),
    "fact-given": _cool(
        "6.1", "役に立つ事実を聞けた", "learned a useful fact", anger=-2, trust=6, worry=-6
    ),
    "estimate-marked": _cool(
        "6.4", "見込みは見込みと言ってもらえた", "got an estimate named as one", trust=4
    ),
    "limit-explained": Cause(
        "6.2",
        Text("断られたが、理由と代案があった", "was refused with reason and alternative"),
        MoodShift(anger=4, trust=8),
        fades=True,
    ),
    "read-back": _cool(
        "2.7", "話が正しく伝わっていた", "had the facts read back", anger=-3, trust=4
    ),
    "thanked": _cool("2.4", "知らせたことに礼を言われた", "was thanked", anger=-2, face=2),
    "supervisor-came": _cool(
        "2.7",
        "判断できる人につないでもらえた",
        "is passed to someone who can decide",
        anger=-6,
        control=8,
    ),
    "boundary-kept": _cool("4.3", "落ち着いて線を引かれた", "met a calm boundary", anger=-4),
    "noticed-deed": Cause(
        "6.1",
        Text("言ったことが実際に行われた", "saw that it was really done"),
        MoodShift(anger=-6, trust=8, control=8, worry=-6),
        Occasion.NOTICED_DEED,
    ),
    "promise-kept": Cause(
        "6.2",
        Text("約束が守られた", "a promise was kept"),
        MoodShift(anger=-6, trust=15, worry=-8),
    ),
    "threat-rewarded": Cause(
        "6.2", Text("押したら通った", "got something for pressing"), MoodShift(anger=-5)
    ),
}
"""Falling anger, or another relief; most of it fades with repetition."""

CAUSES: Final[Mapping[str, Cause]] = {**HEATS, **COOLS}
CASE: Final = "case"
"""What this scenario's own reactions do to the mood."""
CASE_TITLE: Final = Text("この件ならではの反応", "what this customer makes of it")


def cause_title(name: str) -> Text:
    """How the debrief names a cause; ``name`` as in ``MoodChanged.because``."""
    return CASE_TITLE if name == CASE else CAUSES[name].title
