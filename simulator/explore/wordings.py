"""A move of a walk in words: what somebody could say or do to make it.

A topic is shown in the words that its scenario gives for it; an act alone in the words below.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.language import Language, Text
from simulator.explore.moves import Close, Do, Move, Part, Say, Wait

if TYPE_CHECKING:
    from scenarios.model import Scenario

__all__ = ["ACT_WORDINGS", "hears_of", "say_of"]

_A = Act
ACT_WORDINGS: Final[Mapping[Act, Text]] = {
    _A.GREET: Text("お電話ありがとうございます。", "Good morning."),
    _A.INTRODUCE: Text("佐伯と申します。", "My name is Saeki."),
    _A.THANK: Text("お知らせくださり、ありがとうございます。", "Thank you for telling us."),
    _A.CLOSE: Text("ほかに気になる点はございませんか。", "Is there anything else I can help with?"),
    _A.ACKNOWLEDGE: Text("そのようなことがあったのですね。", "So that is what happened to you."),
    _A.EMPATHISE: Text("ご心配なさったことと存じます。", "That must have been worrying."),
    _A.APOLOGISE: Text("申し訳ございません。", "I'm sorry."),
    _A.OWN: Text("私が責任を持って対応いたします。", "I'll see to it myself."),
    _A.ASK: Text("もう少し詳しく伺えますか。", "Could you tell me a little more?"),
    _A.VERIFY: Text(
        "ご本人確認のため、番号とお名前を伺えますか。",
        "May I have the number and your name, please, to check who is calling?",
    ),
    _A.CHECK: Text("ただいまお調べしております。", "I'm looking into it now."),
    _A.INFORM: Text("ご説明いたします。", "Let me tell you how it stands."),
    _A.ESTIMATE: Text(
        "見込みであって、お約束ではございません。", "That's an estimate and not a promise."
    ),
    _A.OFFER: Text("こちらで手配することができます。", "I can arrange that for you."),
    _A.CHOICE: Text("どちらがよろしいでしょうか。", "Which would you rather have?"),
    _A.PROMISE: Text("私が手配いたします。", "I will arrange it."),
    _A.CALL_BACK: Text("私から折り返しお電話いたします。", "I'll ring you back."),
    _A.REFUSE: Text("それはいたしかねます。", "I can't do that."),
    _A.READ_BACK: Text("復唱いたします。", "Let me read that back to you."),
    _A.CONSENT: Text("そのように進めてよろしいでしょうか。", "Is it all right if I go ahead?"),
    _A.HOLD: Text("少々お待ちいただけますか。", "Could you hold for a moment?"),
    _A.HAND_OVER: Text("責任者に代わります。", "I'll pass you to my supervisor."),
    _A.BOUNDARY: Text(
        "そのようなお言葉はお控えいただけますか。", "Please don't speak to me like that."
    ),
    _A.WARN: Text(
        "このままでは、応対を終わらせていただきます。",
        "If this goes on, I shall have to end the contact.",
    ),
    _A.END_CALL: Text("これで失礼いたします。", "I'm ending this call now."),
    _A.CONTRADICT: Text("それは違います。", "That is not so."),
    _A.BLAME: Text(
        "お客様の使い方のせいではないでしょうか。", "It's the way you used it, I'm afraid."
    ),
    _A.BLAME_OTHERS: Text(
        "それは倉庫の者のミスです。",
        "That was the warehouse's mistake.",
    ),
    _A.MINIMISE: Text("大したことではありません。", "It's really not a big deal."),
    _A.CALM_DOWN: Text("落ち着いてください。", "Please calm down."),
    _A.STOCK: Text("お気持ちはよく分かります。", "I understand how you feel."),
    _A.DEFEND: Text("こちらもきちんとやっております。", "We did everything right at our end."),
    _A.RULE_ONLY: Text("規則ですので。", "Those are the rules."),
    _A.SEND_AWAY: Text("ホームページをご覧ください。", "You'll find that on our website."),
    _A.VAGUE: Text("なるべく早く対応いたします。", "We'll do it as soon as possible."),
    _A.CERTAIN: Text("絶対に大丈夫です。", "I guarantee it."),
    _A.SARCASM: Text("ずいぶんご立派ですね。", "Well, aren't you clever."),
    _A.INSULT: Text("うるさい、黙れ。", "Shut up, you idiot."),
    _A.THREATEN: Text("訴えますよ。", "You'll hear from our lawyers."),
    _A.REVIEW_TALK: Text("レビューのことですが。", "About your review."),
    _A.CARD_TALK: Text(
        "カード番号はおっしゃらないでください。", "Please don't read out your card."
    ),
    _A.ADMIT_FAULT: Text("当店の落ち度です。", "It was our fault."),
    _A.DENY_FAULT: Text("当店に落ち度はございません。", "We are not at fault."),
}
_NOTHING: Final = Text("はい。", "Yes.")
_SILENCE: Final = Text("（黙って待つ）", "(stay silent)")
_LEAVE: Final = Text("（あいさつをして終える）", "(say goodbye and close)")
_DESK: Final = Text("［手元］", "[desk] ")


def say_of(move: Move, scenario: Scenario, titles: Mapping[str, Text], language: Language) -> str:
    """The move as somebody would make it; *titles* are those of the desk's actions."""
    match move:
        case Say(parts):
            words = dict.fromkeys(_words(part, scenario, language) for part in parts)
            joint = "" if language == "ja" else " "
            return joint.join(words) or _NOTHING.of(language)
        case Do(action):
            title = titles[action].of(language) if action in titles else action
            return f"{_DESK.of(language)}{title}"
        case Wait():
            return _SILENCE.of(language)
        case Close():
            return _LEAVE.of(language)


def _words(part: Part, scenario: Scenario, language: Language) -> str:
    act, name = part
    topic = scenario.topics.get(name or "")
    if topic is None:
        return ACT_WORDINGS[act].of(language) if act else ""
    if topic.say is not None:
        return topic.say.of(language).strip()
    cue = next(iter(topic.cues.of(language)), topic.name.of(language))
    return f"{cue}。" if language == "ja" else f"{cue[:1].upper()}{cue[1:]}."


def hears_of(move: Say) -> str:
    """The same in the words that writers use: ``apologise and morning``."""
    return " and ".join(
        f"{act.value} about {topic}" if act and topic else topic or (act.value if act else "")
        for act, topic in move.parts
    )
