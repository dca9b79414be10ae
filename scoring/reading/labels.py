"""What the parts of a reading are called in Japanese, for people who do not read the files.

Acts, modalities and kinds of figures have English names as values; here they get names that a
Japanese trainer uses. English readers are shown the values, which are plain words already.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.acts import Act
from scenarios.language import Language
from scoring.model import Modality, SlotKind

__all__ = ["act_name", "kind_name", "modality_name", "register_name"]

_ACTS: Final[Mapping[Act, str]] = {
    Act.GREET: "あいさつ",
    Act.INTRODUCE: "名乗り",
    Act.THANK: "お礼",
    Act.CLOSE: "結び",
    Act.ACKNOWLEDGE: "事情の受け止め",
    Act.EMPATHISE: "気持ちの受け止め",
    Act.APOLOGISE: "おわび",
    Act.OWN: "引き受け",
    Act.ASK: "質問",
    Act.VERIFY: "本人確認",
    Act.CHECK: "調べる",
    Act.INFORM: "説明",
    Act.ESTIMATE: "見込み",
    Act.OFFER: "提案",
    Act.CHOICE: "選択肢",
    Act.PROMISE: "約束",
    Act.CALL_BACK: "折り返し",
    Act.REFUSE: "お断り",
    Act.READ_BACK: "復唱",
    Act.CONSENT: "ご了承の確認",
    Act.HOLD: "保留のお願い",
    Act.HAND_OVER: "引き継ぎ",
    Act.BOUNDARY: "暴言を控えるお願い",
    Act.WARN: "終話の予告",
    Act.END_CALL: "一方的な終話",
    Act.CONTRADICT: "反論",
    Act.BLAME: "責めを負わせる言葉",
    Act.BLAME_OTHERS: "ほかの人のせいにする言葉",
    Act.MINIMISE: "軽く扱う言葉",
    Act.CALM_DOWN: "「落ち着いて」",
    Act.STOCK: "決まり文句",
    Act.DEFEND: "言い訳・自己弁護",
    Act.RULE_ONLY: "「決まりですので」",
    Act.SEND_AWAY: "よそへ行かせる",
    Act.VAGUE: "あいまいな時期",
    Act.CERTAIN: "断定",
    Act.SARCASM: "皮肉",
    Act.INSULT: "侮辱",
    Act.THREATEN: "脅し",
    Act.REVIEW_TALK: "口コミの話",
    Act.CARD_TALK: "カード番号の話",
    Act.ADMIT_FAULT: "非を認める",
    Act.DENY_FAULT: "非を否定する",
}
_MODALITIES: Final[Mapping[Modality, str]] = {
    "can": "できる",
    "cannot": "できない",
    "will": "する",
    "will-not": "しない",
    "might": "見込み",
    "would": "仮の話",
    "must": "しなければならない",
    "plain": "事実",
}
_KINDS: Final[Mapping[SlotKind, str]] = {
    "clock": "時刻",
    "day": "日",
    "date": "日付",
    "duration": "長さ(分)",
    "amount": "金額(円)",
    "number": "数",
    "person": "人",
    "order": "注文番号",
    "email": "メール",
    "phone": "電話番号",
}
_REGISTERS: Final[Mapping[str, str]] = {
    "formal": "敬語",
    "polite": "です・ます",
    "mixed": "です・ますと普通体が混じる",
    "plain": "普通体",
    "none": "なし",
}


def act_name(act: Act, language: Language) -> str:
    """A dialogue act; in Japanese with its value behind, which is what files say."""
    return f"{_ACTS[act]} {act.value}" if language == "ja" else act.value


def modality_name(modality: Modality, language: Language) -> str:
    """How a clause means what it says."""
    return _MODALITIES[modality] if language == "ja" else modality


def kind_name(kind: SlotKind, language: Language) -> str:
    """What a figure or a name is."""
    return _KINDS[kind] if language == "ja" else kind


def register_name(register: str, language: Language) -> str:
    """How polite the whole is; *register* as in ``Reading.politeness``."""
    return _REGISTERS[register] if language == "ja" else register
