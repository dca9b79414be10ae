"""What a reply asks of the customer that anybody could answer, and whether words answer it.

Nearly every contact comes to a call, a time, a choice or a "shall I?", and nobody passes such a
question over: no scenario has to foresee it. Five kinds are known. Questions about the case (what
happened, when it was, who it is for) are none of them; what is answered to those is the scenario's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from scenarios.acts import Act
from scenarios.language import Language
from scoring.lazy_pattern import LazyPattern
from scoring.model import Clause, Reading
from scoring.normalise import matching_form
from simulator.engine.hear import meant

Asked = Literal["number", "time", "choice", "consent", "reach"]
"""Which number to ring; what time or day would suit; which of several; whether to do it; whether they
can come to the telephone."""

_ELSE: Final = frozenset(
    {
        Act.VERIFY,
        Act.READ_BACK,
        Act.CLOSE,
        Act.CARD_TALK,
        Act.REVIEW_TALK,
        Act.WARN,
        Act.END_CALL,
        Act.BLAME,
        Act.BLAME_OTHERS,
        Act.SARCASM,
        Act.INSULT,
        Act.THREATEN,
    }
)
"""Acts that make a question ask for something else, or for nothing that is agreed to."""
_TAIL: Final = 2
"""Clauses that may follow the question; after more than these it no longer stands open."""
_NEAR: Final = 3
"""Clauses, the question among them, in which the ways stand between which it lets choose."""

_NUMBER: Final = LazyPattern(
    r"\b(?:(?:tele)?phone|mobile|contact|call-?back) (?:number|no\b)|\bnumber (?:shall|should|can|may|do|would) \w+\b|"
    r"\b(?:which|what|whats|what's) (?:(?:is|be|ur|your|the|a|good|best) )*(?:\w+ )?number\b|"
    r"\bnumber (?:\w+ (?:can|could|should|may)|to) (?:ring|call|reach|phone|get)|"
    r"\bwhat (?:can|shall|should) (?:i|we) (?:ring|call|reach) you on\b|"
    "(?:お?電話|携帯(?:電話)?の?|折り返し(?:先)?の?|連絡先の?)番号|どの番号|どちらの番号|何番(?:に|へ)(?:お?かけ|お電話)|折り返し先|"
    "ご?連絡先(?:を|は|の)"
)
_PLAINLY: Final = LazyPattern(r"\b(?:what'?s|what is) (?:ur|your|the best) (?:\w+ )?number\b")
"""A question also where it is typed without its mark in the middle of other words."""
_OTHER_NUMBER: Final = LazyPattern(
    r"\b(?:card|order|case|reference|tracking|parcel|account|customer) (?:number|no\b)|\bphone number and\b|\bnumber and (?:full )?name\b|"
    "カード|注文番号|受付番号|お客様番号|伝票"
)
_SOMEBODY_ELSE: Final = LazyPattern(
    "(?:お隣|隣の方|ご近所|妹|姉|兄|弟|お?母|お?父|お?嬢|息子|娘|お孫|奥|ご?主人|ご家族|お相手|お届け先)(?:さま|様|さん)?(?:に|の|へ|と)|"
    r"\b(?:his|her|their) (?:\w+ )?number\b"
)
"""Whose number it is, in the question or in the clause before it."""
_SUITS: Final = (
    r"(?:suits?|shall|should|would|may|can|could|works?|best|good|better|convenient|prefer)"
)
_TIME: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        rf"\b(?:what|which) (?:times?|days?|dates?)\b(?:\W*$|[^?]*\b{_SUITS}\b)|"
        r"\bwhen (?:suits|(?:would|will|does|might) (?:it |that )?(?:suit|be (?:good|best|convenient))|(?:shall|should|may|can|could) (?:i|we)\b)|"
        r"\bgood time (?:to|for)\b|\btime (?:suits|would suit|is best)\b"
    ),
    "ja": LazyPattern(
        "(?:何時|何日|何曜日|いつ|どの(?:時間帯|日|お?時間))[^。伺聞]{0,20}(?:よろしい|いい(?:でしょう|です)|良い(?:でしょう|です)|ご?都合|ましょう|なさ|ご希望)|"
        "ご?都合の(?:よい|いい|良い|よろしい)(?:お?時間|お?日)|ご希望の(?:お?日|お?時間)|ご?都合はいかが"
    ),
}
_CHOICE: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\bwhich (?:one |of (?:the|these|those) \w+ |way |option )?(?:would|will|shall|should|do you|suits|is (?:best|better))\b|"
        r"\bwhich (?:one|of (?:them|those|these|the two)|way|option)\W*$|\bwhich is it to be\b|"
        r"\b(?:would you|do you want|d'you want|shall (?:i|we)|should (?:i|we)|would it)\b[^?]* or (?!not\b|no\b|so\b|anything\b|something\b)|"
        r"^\W*or (?:shall|would|do|should) |\bwould you (?:rather|prefer|sooner)\b"
    ),
    "ja": LazyPattern(
        "(?:どちら|どれ|いずれ|どっち|どの(?:方法|やり方|お?支払い?方法))(?:が|に|を|で)(?:しますか|[^。]{0,14}(?:よろしい|いい(?:でしょう|です)|良い|なさ|希望|望|都合|いたし|しましょ|選|お好み))|"
        "それとも[^。]{0,30}(?:ましょうか|よろしい|なさいますか|いたしますか|ご希望)|どちらのご希望"
    ),
}
_EITHER: Final = LazyPattern(r"\b\w+ or (?:\w+ )?\w+\W*$")
"""Two ways side by side at the end of a question that lets choose ("card or bank transfer?")."""
_REACH: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:will|would|can|could) (?:yo)?u (?:be able to )?(?:get to|answer|pick up|come to|take|hear|be (?:by|near|at)|manage)\b[^?]{0,16}\b(?:phone|call|up|then)\b|"
        r"\b(?:will|can) i (?:reach|catch|get) (?:yo)?u (?:then|there|at|on)\b"
    ),
    "ja": LazyPattern(
        "お?電話[^。]{0,6}(?:出られ|お出(?:になれ|にな|まし)|取れ|お取り|つなが|受けられ|お受け)[^。]{0,6}(?:ますか|ですか|でしょうか)"
    ),
}
_DOING: Final = (
    r"(?:send|book|ring|call|phone|e-?mail|write|put|set|arrange|order|exchange|swap|refund|cancel|pass|hand|transfer|connect|do|go ahead|"
    r"give|note|add|reserve|keep|change|switch|move|start|report|bring|deliver|collect|replace|fix|stop|block|make|get (?:them|it|that|someone|somebody|\w+ to)|"
    r"have (?:someone|somebody|a colleague|\w+ (?:ring|call|phone|write|mail|look|bring|send)))"
)
_CONSENT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        rf"\b(?:shall|should) (?:i|we)(?:\W*$| (?!ask|know|say|think)\w+)|\b(?:can|may|could) (?:i|we) (?:just )?{_DOING}\b|"
        r"\b(?:like|want) (?:me|us) to\b|\b(?:is|would) (?:that|it|this)(?: be)? (?:all right|alright|ok|okay|fine|good)\b|"
        r"\b(?:does|will|would) (?:that|it|this) (?:work|suit|do|help|sound)\b|\bhappy (?:for (?:me|us) to|with that)\b|\b(?:ok|okay|all right) with you\b"
    ),
    "ja": LazyPattern(
        "[てで]も?(?:よろしい|宜しい|いい(?:でしょう|です)か|かまいません|構いません|大丈夫(?:でしょう|です)|差し支え)|ましょうか|"
        "[ぁ-ん一-龥0-9分日]ではいかが(?:でしょう|です)か|(?:これ|それ|こちら|この(?:形|内容|日程)|その(?:形|内容|日程))で(?:よろしい|宜しい|いい(?:でしょう|です)か|大丈夫|構いません|いかが)"
    ),
}
_NO_CONSENT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(r"\b(?:what|when|where|who|whom|why|how|which)\b"),
    "ja": LazyPattern(
        "(?:伺|うかが|聞|尋ね|教え|頂戴|お願いし|もらっ|確認し|確認させて|復唱)[^。]{0,8}(?:よろしい|宜しい|構いません|かまいません|いい|大丈夫|差し支え)|"
        "(?<!せて)(?:いただい|頂い)ても|何|いつ|どこ|どう|どれ|どの|どちら|いかがいたし"
    ),
}
"""Words of a question that asks for something to be told."""

_ANSWERS: Final[Mapping[Language, Mapping[Asked, LazyPattern]]] = {
    "en": {
        "number": LazyPattern(r"\d{3}|\bnumber\b|\bon (?:my|the) order\b|\bthe one you\b"),
        "reach": LazyPattern(
            r"\b(?:yes|yeah|no|i'll|i will|i can|i can't|phone|ring|pick up|answer)\b"
        ),
        "time": LazyPattern(
            r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:time|when|whenever|morning|afternoon|evening|noon|tonight|today|tomorrow|week|weekend|now|soon|sooner)\b"
        ),
        "choice": LazyPattern(
            r"\b(?:either|whichever|whatever|(?:care|mind) which|rather|prefer|both|neither|the (?:first|second|former|latter|other)|(?:this|that) one|you (?:choose|decide)|up to you|please|i'll take|i'd like)\b"
        ),
        "consent": LazyPattern(
            r"\b(?:yes|yeah|aye|no|nope|please|ok|okay|all right|alright|go (?:ahead|on)|fine|sure|thanks?|good|right|very well|suits|don't|rather|instead|"
            r"grateful|kind|agreed|happy|lovely|i'd like|i'll take|if you (?:would|could|must|like))\b|\bdo (?:it|that|so)\b|^\W*do\b"
        ),
    },
    "ja": {
        "number": LazyPattern(r"\d{3}|番号"),
        "reach": LazyPattern("はい|ええ|いえ|いや|大丈夫|出ます|出られ|待って|電話|無理"),
        "time": LazyPattern(
            r"\d|[〇一二三四五六七八九十]時|曜|[0-9今明翌何]日|朝|昼|夕|夜|午[前後]|いつ|今から|早い|早く|すぐ"
        ),
        "choice": LazyPattern(
            "どちら|どっち|何でも|任せ|のほう|の方|両方|片方|ください|お願い|頼|にする|にします|がいい|でいい|で結構|そうして|先に|それで|なら"
        ),
        "consent": LazyPattern(
            "はい|ええ|(?:^|[。、…「\\s])うん|ああ|いいえ|いや|いえ|お願い|頼み|頼む|頼ん|ください|結構|構い|いいです(?!か)|いいわ|よし|そう(?:して|です|ね|か)|それで|やって|承知|わかり|分かり|わかった|分かった|"
            "了解|助か|ありがと|感謝|要らな|要りません|いらな|いりません|やめ|断"
        ),
    },
}
_LONG_WORD: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(r"[a-z]{4,}|\d+"),
    "ja": LazyPattern(r"[一-龥々]{2,}|[ァ-ヶー]{2,}|\d+"),
}


_BY_WORDS: Final[tuple[tuple[Asked, Mapping[Language, LazyPattern]], ...]] = (
    ("time", _TIME),
    ("reach", _REACH),
    ("choice", _CHOICE),
)
"""Kinds that the words of a question tell by themselves, in this order."""


def what_is_asked(reading: Reading) -> Asked | None:
    """The number to ring wherever the reply asks for it, or else what its last question asks."""
    if any(_asks_number(reading, index) for index in range(len(reading.clauses))):
        return "number"
    index = _last_question(reading)
    if index is None:
        return None
    clause = reading.clauses[index]
    text, language = matching_form(clause.text), reading.language
    acts = {found.act for found in reading.acts if found.clause >= index}
    if not clause.question or not acts.isdisjoint(_ELSE):
        return None
    for asked, pattern in _BY_WORDS:
        if pattern[language].search(text):
            return asked
    lets_choose = any(a.act is Act.CHOICE and a.clause == index for a in reading.acts)
    if lets_choose and language == "en" and _EITHER.search(text):
        return "choice"
    consents = _CONSENT[language].search(text) and not _NO_CONSENT[language].search(text)
    return "consent" if consents and Act.HOLD not in acts else None


def asked_topics(reading: Reading) -> frozenset[str]:
    """What the last question and the clauses before it that it may refer to are about."""
    near = _near(reading)
    return frozenset(found.topic for found in reading.topics if found.clause in near)


def proposed_topics(reading: Reading) -> frozenset[str]:
    """What the last question itself puts forward; what was declined before it is not proposed."""
    index = _last_question(reading)
    return frozenset(t.topic for t in reading.topics if t.clause == index and t.affirmed)


def answers(asked: Asked, words: str, reading: Reading) -> bool:
    """Whether the customer's *words* answer what is asked, or take up one of the ways named."""
    text, language = matching_form(words), reading.language
    if _ANSWERS[language][asked].search(text):
        return True
    if asked != "choice":
        return False
    ways = " ".join(reading.clauses[i].text for i in _near(reading))
    long_word = _LONG_WORD[language]
    return not set(long_word.findall(matching_form(ways))).isdisjoint(long_word.findall(text))


def _near(reading: Reading) -> range:
    index = _last_question(reading)
    return range(0) if index is None else range(max(0, index + 1 - _NEAR), index + 1)


def _last_question(reading: Reading) -> int | None:
    clauses = reading.clauses
    for index in range(len(clauses) - 1, max(-1, len(clauses) - 2 - _TAIL), -1):
        if _asks(clauses[index]) and meant(reading, index):
            return index
    return None


def _asks_number(reading: Reading, index: int) -> bool:
    clause = reading.clauses[index]
    text = matching_form(clause.text)
    plainly = _asks(clause) or (_PLAINLY.search(text) and meant(reading, index))
    if not (plainly and _NUMBER.search(text)) or _OTHER_NUMBER.search(text):
        return False
    before = matching_form(reading.clauses[index - 1].text) if index else ""
    return not (_SOMEBODY_ELSE.search(before) or _SOMEBODY_ELSE.search(text))


def _asks(clause: Clause) -> bool:
    return (clause.question or clause.request) and not clause.quoted and not clause.negated
