"""Whether the customer's last words are those of somebody content: thanks, relief, joy, and no request.

What is right to say then is another thing than before: a warm word and a farewell, nothing that moves
the matter. In doubt a customer is not content.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern

_CONTENT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\bthank(?:s|\s?you)\b|\bcheers\b|\bgrateful\b|\bbless you\b|\bhoo?ray\b|\byay\b|\bphew\b|"
        r"\b(?:i'm|i am|what a|such a|feel|i do feel) (?:so |very |really |quite )?(?:relie(?:f|ved)|glad|pleased|"
        r"happy|delighted|chuffed|better|lighter)\b|\b(?:that's|that is|that was|how|this is|you've been|you have been) "
        r"(?:so |very |really |absolutely |most )?(?:brilliant|lovely|wonderful|great|perfect|marvellous|kind|good of you|"
        r"decent|a weight off|a relief|patient|helpful|a help)\b|\b(?:can|shall|i'll) (?:finally )?(?:sleep|breathe|rest)\b|"
        r"\bgood ?(?:night|bye)\b|\bbye\b|\bappreciate\b|\bmade my (?:day|week)\b|\bhere's hoping\b|"
        r"\bit(?:'s| is| has)? (?:just )?(?:come|arrived|here|running)\b(?! (?:in|as|with|from|out|to|off|of|on|back)\b)|"
        r"\bit (?:works|worked|fits)\b"
    ),
    "ja": LazyPattern(
        "ありがと|有難|感謝|助かり|助かっ|助かる|よかった|良かった|うれし|嬉し|ほっと|安心|楽しみ|おかげ|眠れ|お世話に|"
        "失礼します|お大事に|すっきり|やった[!！〜ー。]|楽になりました|ご苦労さま|届いた[!！。よわ]|届きました|来たわよ|"
        "動いた|動きました|直っ|間に合(?:った|いました|うわ)|済みます|済みました|何より"
    ),
}
_ASKS_OR_COMPLAINS: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\?|\b(?:i want|(?<!all )(?<!everything )i need|i'd (?:like|rather|prefer)|give me|tell me|get me|refund|you(?:'d| had) better|you must|"
        r"you have to|i demand|or else|why|explain|admit|prove|listen|hurry|do something|how dare|compensation|please)\b|"
        r"\b(?:but|still|nobody|no one|nothing|hasn't|haven't|isn't|aren't|won't|can't|wrong|broken|cracked|late|ridiculous|"
        r"unbelievable|joke|fraud|scam|rubbish|useless|idiot|fed up|typical|as soon as|you people|yet|"
        r"i cannot|remains?|hanging up|then how)\b|\bthanks? (?:for nothing|to you)\b|"
        r"\b(?:not|n't|hardly|no) (?:\w+ ){0,2}(?:thank|thanks|glad|happy|pleased|grateful)\b"
    ),
    "ja": LazyPattern(
        "[?？]|(?<!そう)ですか|ますか|ませんか|でしょうか|んでしょう|ましょうか|いただきたい|返金|書くから|してくれ|"
        "(?:のか|かしら|だろうか|なの)[。！!…」]*\\s*(?:$|\\n)|"
        "ください|下さい|くれ(?!た|て)|ちょうだい|頂戴|欲しい|ほしい|してよ|返して|出して|代わって|教え|説明し|なぜ|なんで|"
        "どうし|どうなって|どういう|いい加減|まだ|ふざけ|詐欺|困り|困る|困って|ひどい|最悪|おかしい|のに[。、]|じゃない|"
        "ですけど[。、]|ですが、|だけど|けれど|ただ、|でも、|届かない|来ない|信じられ|許せ|"
        "(?:ありがた|感謝|安心|うれし|嬉し)[^。!?]{0,6}(?:ない|ません|なくて|わけ)|助からない|眠れません|眠れない|いただけると|だったら"
    ),
}


@lru_cache(maxsize=64)
def is_pleased(line: str, language: Language) -> bool:
    """Whether this is said by somebody who is content; lines come back with every reply."""
    text = line.strip().lower()
    return not _wants(text, language) and _CONTENT[language].search(text) is not None


def _wants(text: str, language: Language) -> bool:
    return _ASKS_OR_COMPLAINS[language].search(text) is not None


@lru_cache(maxsize=64)
def asks_nothing(line: str, language: Language) -> bool:
    """Whether this neither asks nor complains ("No, that's all.", "I'll put the cash in an envelope.")."""
    text = line.strip().lower()
    cries = language == "ja" and ("!" in text or "！" in text)
    return not (cries or _wants(text, language))


_ACCEPTS: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:all ?right|very well|right you are|understood|got it|noted|will do|fair enough|that'll do|that will do|"
        r"that's (?:clear|fine|settled|everything|all)|that (?:is|was) (?:clear|everything|all)|okay|ok then|fine then|"
        r"i(?:'ve| have) got (?:it|that)|got (?:it|that) (?:down|on paper)|i(?:'ll| will) (?:wait|be (?:here|in|waiting)|"
        r"(?:listen|look|watch) out)|(?:yes|yeah|aye),? (?:yes,? )?that's (?:right|it|correct)|till then|until then|do that, then|let's do that)\b"
    ),
    "ja": LazyPattern(
        "(?:分か|わか)りました|承知(?:いた)?しました|了解|かしこまりました|(?:では|じゃあ?|なら)、?それで|"
        "それで(?:お願い|結構|いい|大丈夫)|合って(?:い)?ます|間違い(?:あり|ござい)ません|待って(?:い|お)?ます|待ちます|お待ちしています|そうします|メモしました|控えました"
    ),
}


@lru_cache(maxsize=64)
def accepts(line: str, language: Language) -> bool:
    """Whether this takes what was said as settled and asks for nothing ("Saturday, then. All right.")."""
    text = line.strip().lower()
    return not _wants(text, language) and _ACCEPTS[language].search(text) is not None
