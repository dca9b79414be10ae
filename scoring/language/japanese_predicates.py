"""What the predicate of a Japanese clause says: denied, asked, offered, who acts, how politely.

Who acts shows in the humble or honouring verb. What is denied or left open is worked out in
``japanese_polarity``, borders of clauses in ``japanese_clauses``.
"""

from __future__ import annotations

import re
from typing import Final

from scoring.language.japanese_polarity import negate, open_until, says_nothing
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import END_MARKS, Part, Register, Subject, Word
from scoring.model import Modality

_SELF_WORDS: Final = word_set(
    "私 わたし 僕 俺 私共 当店 弊社 当社 此方 手前 責任者 担当 担当者 上司 係 上長 専門 スタッフ"
)
_CUSTOMER_WORDS: Final = word_set("お客様 客様 客 貴方 あなた お宅 其方 そちら")
_HUMBLE: Final = word_set("致す 申し上げる 差し上げる 伺う 承る 参る 申す 存じる 拝見 御座る")
_HONOURING: Final = word_set("下さる 為さる 仰る いらっしゃる 御覧 召し上がる おっしゃる")
_REQUEST: Final = LazyPattern(
    "(?:ください|下さい|くださいませ|頂戴|ちょうだい|お願い(?:いた|致|申し|し|でき|し?ます|$)|お願い$|"
    "(?:いただけ|頂け|もらえ|貰え|くださ[いり]|下さ[いり]|くれ)(?:ます|ませんか?|る|ない|ない?です|れば|たら|ましたら|"
    "ますと)|願(?:え|い)(?:ます|ません|たい)|(?:伺|うかが)(?:え|って|い(?:たい|ます|でき))|"
    "(?:聞|き)かせて$|教えて(?:$|ね|よ)|ちょうだい$|(?:いただき|頂き)たい|おっしゃって$|"
    "なさいませ|ませんか|てね$|といて(?:$|ください)|(?:番号|名前|氏名|住所)(?:は|も)[^、。]{0,6}(?:何番|何と|なんと|なんて)[^、。]{0,10}か$)"
)
_OFFERING: Final = LazyPattern(
    "(?:ましょうか|ましょう$|(?:いたし|し)ましょ|ようか$|おうか$|ろうか$|"
    "(?:のは|というのは|は)(?:いかが|どう)(?:でしょう|ですか|$)|(?:させて(?:いただ|頂)[いけき]).*(?:よろしい|か$))"
)
_ESTIMATE_TAIL: Final = LazyPattern(
    "かもしれ|見込|予定|はず|と思|でしょう$|だろう|おそらく|恐らく|たぶん|多分|頃$|ごろ$"
)
_POLITE: Final = LazyPattern(
    "(?:です|ます|ました|ません|でした|でしょう|ましょう|ませ|ください|下さい|ございま|なさい)[かねよわ]?(?:[かねよ]|ねえ|よね|けど|が)?$|"
    "(?:です|ます|ません|でしょう|(?:でし|まし)[てた])"
)
_LEFT_OPEN: Final = LazyPattern("(?:[てでくもはをにへず])$|^だから$")
"""A clause that ends so is left open (「お伝えできなくて。」, 「よかったことも、困ったことも。」); it is no plain form."""
_FORMAL: Final = LazyPattern(
    "ございま|いたしま|致しま|申し上げ|いただ[きけい]|頂[きけい]|承[りっ]|存じ|恐れ入り|差し上げ|くださ|"
    "おりま|参りま|伺[いっ]|なさ[いっり]|(?:[おご御]).{1,6}(?:になら|になり|になっ|です)"
)


def describe(part: Part, words: list[Word], text: str) -> None:
    """Fill in what the predicate of a clause says."""
    own = words[part.first : part.last]
    full = text[part.start : part.end]
    body = full.rstrip(END_MARKS)
    until = open_until(own)
    for word in own[:until]:
        word.open = True
    part.question = _is_question(full, body, own) and not (until and says_nothing(own[until:]))
    part.request = _REQUEST.search(body) is not None
    part.offering = _OFFERING.search(body) is not None
    invited = part.question and _INVITED.search(body) is not None
    declines = negate(part, own, invited=invited)
    part.past = own[-1].surface == "た" or _PAST.search(body) is not None
    said = own[until:]
    stated = text[own[until].start : part.end].rstrip(END_MARKS) if said else ""
    part.modality = "cannot" if declines else _modality(part, said, stated)
    part.subject = _subject(own, part, body)
    part.conditional = _is_condition(own, body)
    part.register = _register(body, own)


_INVITED: Final = LazyPattern("(?:ませ|ない)ん?(?:です)?(?:でしょう|でしょ)?か?$")
_PAST: Final = LazyPattern("(?:ました|でした|った|いた|した)(?:が|けど|ので|から|ね|よ)?$")


_IN_CASE: Final = LazyPattern("[るたいう](?:場合|際)(?:に?は|にも|も|に)?$|[てで]しまうと$")


def _is_condition(own: list[Word], body: str) -> bool:
    if any(w.surface in ("ば", "たら", "なら", "ましたら") or w.pos == "cond" for w in own[-3:]):
        return True
    if len(own) > 2 and _IN_CASE.search(body):
        return True
    return bool(
        re.match("もし|仮に|万が?一", body)
        and re.search("(?:ば|たら|ら|なら|と|場合|ても|でも)[はに]?$", body)
    )


_ASKING: Final = LazyPattern(
    "(?:です|ます|ました|ません|でしょう|でした|ない|い|の|ましょう)か(?:ね|な|ねえ)?$|"
    "(?:よろしい|いい|良い)(?:でしょう|でしょ)$|(?:どう|いかが)(?:です|でしょう|でしょ)$|いかが$"
)


def _is_question(full: str, body: str, own: list[Word]) -> bool:
    if "?" in full[-4:] or _ASKING.search(body):
        return True
    tail = [word for word in own if word.pos != "symbol"][-1:]
    return bool(tail) and tail[0].surface == "か" and tail[0].pos == "final"


_ABLE: Final = LazyPattern(
    "られ(?:ま|る|ない|へん)|[わさかたまらばがざな]れ(?:へん|まへん)|(?:いただけ|頂け|もらえ|選べ|使え|受けられ|送れ|出せ|承れ|書け(?=ない|ません|ます)|払え(?=ない|ません|ます)|渡せ)"
)
_WILLING: Final = LazyPattern(
    "(?:いたし|致し|し|り|き|ち|み|せ|け|え|べ|ぎ|び|れ|て|め|げ|い|じ)ます(?:ので|から|が|ね|よ|んで|けど)?$|"
    "つもり|ましょう"
)
_STATE: Final = LazyPattern(
    "(?:[てで](?:おり|い|ござい|あり)|ござい|あり|わかり|分かり|い?要り|[はがもを]いり|かかり|掛かり|なり|存じ|見え)"
    "ま(?:す|せん)(?:ので|から|が|ね|よ|んで|けど|し)*$"
)
_UNWILLING: Final = LazyPattern(
    "(?:(?:ません|ない)(?:です|よ|ね|から|ので|が)?|(?:ま)?へん(?:よ|ね|わ|で|さかい|から|ねん|のや|のです|んです)?)$"
)


def _modality(part: Part, own: list[Word], body: str) -> Modality:
    lemmas = {word.lemma for word in own}
    can = "出来る" in lemmas or _ABLE.search(body) is not None
    if "兼ねる" in lemmas or (can and part.negated):
        return "cannot"
    if "ねばならない" in lemmas:
        return "must"
    if _ESTIMATE_TAIL.search(body):
        return "might"
    if can:
        return "can"
    return _will(part, body)


def is_state(body: str) -> bool:
    """承っております, 料金はかかりません: what is so, and nothing that somebody will or will not do."""
    return _STATE.search(body) is not None


def _will(part: Part, body: str) -> Modality:
    if is_state(body):
        return "plain"
    if _WILLING.search(body):
        return "will-not" if part.negated else "will"
    return "will-not" if part.negated and _UNWILLING.search(body) else "plain"


def _subject(own: list[Word], part: Part, body: str) -> Subject:
    named = _named_subject(own)
    if named:
        return named
    lemmas = {word.lemma for word in own}
    if part.request or lemmas & _HONOURING or _HONOURED.search(body):
        return "customer"
    return "self" if lemmas & _HUMBLE or _HUMBLED.search(body) else ""


_HONOURED: Final = LazyPattern("[おご御].{1,8}に(?:なり|なら|なっ|なる)")
_HUMBLED: Final = LazyPattern(
    "させて(?:いただ|頂)|[おご御][^ ]{1,6}(?:し(?:ま|て|た)|でき(?:ま|る|ず|な))"
)


def _named_subject(own: list[Word]) -> Subject:
    """Somebody named before a particle that marks who acts."""
    for at, word in enumerate(own[:-1]):
        mark = own[at + 1].surface
        if word.lemma in _CUSTOMER_WORDS or word.surface in ("お客様", "様"):
            if mark in ("が", "は", "も"):
                return "customer"
            continue
        ours = word.lemma in _SELF_WORDS or word.surface in ("わたし", "うち", "森")
        if ours and mark in ("が", "は", "も", "から", "より", "で", ",", "、"):
            return "self"
    return ""


def _register(body: str, own: list[Word]) -> Register:
    if not any(w.pos in ("verb", "aux", "adj") for w in own):
        return ""
    if _FORMAL.search(body):
        return "formal"
    if _POLITE.search(body):
        return "polite"
    return "" if _LEFT_OPEN.search(body) else "plain"
