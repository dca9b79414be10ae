"""Replies that hold courtesies only: nothing wrong was said, and nothing about the matter.

「かしこまりました。」 as a whole reply keeps the customer waiting. It is no other subject, so nobody
answers it with "that isn't what I asked".
"""

from __future__ import annotations

import re
from typing import Final

from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import Reading

_BREAKS: Final = {
    "ja": LazyPattern(r"[。、，．！？!?,.…\s]+"),
    "en": LazyPattern(r"[.!?,;:…—–\n]+|\s-\s"),
}
_TITLE: Final = LazyPattern(r"\b(mr|mrs|ms|dr)\.", re.IGNORECASE)

_JA: Final = (
    r"(?:はい|ええ|いいえ|いえ|では|それでは|あの|えっと)?"
    r"(?:大変|たいへん|誠に|まことに|どうも|長らく|大変長らく|たいへん長らく|確かに|たしかに)?"
    r"(?:"
    r"|(?:かしこ|畏)まりました|承知(?:いた)?しました|承りました|了解(?:いた)?しました"
    r"|(?:分か|わか)りました"
    r"|お?待たせ(?:(?:いた)?しました|(?:いた)?しております|して(?:おります|申し訳ございません|すみません))"
    r"|(?:お電話|お待ち(?:いただき|くださり)|ご協力(?:いただき)?|ご丁寧に"
    r"|(?:ご注文番号|お名前|お電話番号|番号)(?:と(?:お名前|お電話番号))?を"
    r"|お知らせ(?:いただき|くださり)|お伝え(?:いただき|くださり))(?:まして)?"
    r"(?:(?:大変)?ありがとうございま(?:す|した))?|ありがとうございま(?:す|した)"
    r"|恐れ入り(?:ます|ました)|恐縮です|恐縮でございます|失礼(?:いた)?しました"
    r"|(?:左様|さよう|そう)(?:ですか|でございますか|ですね|でございますね)"
    r"|もちろん(?:です|でございます)|よろしくお願い(?:いた)?します|お世話になっております"
    r"|(?:少々|今しばらく|しばらく)お待ちください(?:ませ)?"
    r")(?:ね|よ)?"
)
_EN: Final = (
    r"(?:and |so |well |oh |ah )?(?:"
    r"yes|yeah|no|right(?: then| you are)?|ok(?:ay)?|all right|alright|certainly|of course|sure"
    r"|absolutely|very well|very good|lovely|good|fine|great|perfect|understood|noted|got it"
    r"|i understand|i see|hello(?: again)?|no problem|with pleasure|my pleasure|not at all"
    r"|you(?:'re| are) welcome|please"
    r"|(?:many |very many )?thanks?(?: you)?(?: ever)?(?: so| very)?(?: much)?"
    r"(?: for (?:waiting|holding(?: on)?|your patience|your time|your help|that|those|this|these"
    r"|bearing with me|the details|your details|confirming(?: that)?|telling me|letting me know"
    r"|ringing|calling))?"
    r"|(?:i'm |i am )?(?:so |very )?sorry to (?:keep|have kept) you(?: waiting)?"
    r"|(?:just )?(?:one|a) moment(?: please)?|(?:please )?bear with me"
    r")(?: then| now| again)?(?: (?:madam|sir|ma'am|m(?:r|s|rs|iss) [\w'-]+))?"
    r"|madam|sir|ma'am|m(?:r|s|rs|iss) [\w'-]+"
)
_COURTESY: Final = {"ja": LazyPattern(_JA), "en": LazyPattern(_EN)}


def only_courtesies(reading: Reading) -> bool:
    """Whether the reply is made of courtesies alone."""
    pieces = _pieces(reading.text, reading.language)
    return bool(pieces) and all(_COURTESY[reading.language].fullmatch(piece) for piece in pieces)


def _pieces(text: str, language: Language) -> list[str]:
    plain = _TITLE.sub(r"\1", text).replace("’", "'").casefold()
    return [piece.strip() for piece in _BREAKS[language].split(plain) if piece.strip()]
