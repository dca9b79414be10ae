"""What the predicate of a Japanese clause says: denied, asked, offered, who acts, how politely.

Negation arrives as a word of its own (ず, ない, 兼ねる) behind the predicate; who acts shows in the
humble or honouring verb. Borders of clauses are found in ``japanese_clauses``.
"""

from __future__ import annotations

import re
from typing import Final

from scoring.lazy_pattern import LazyPattern
from scoring.model import Modality
from scoring.word_sets import word_set
from scoring.words import END_MARKS, Part, Register, Subject, Word

JOINTS: Final = word_set("が けれど けれども けど ので から のに し ば たら なら と ながら")
_NEGATORS: Final = word_set("ず ない 無い ぬ まい 兼ねる 難い ないわけ")
_ADVERSE: Final = word_set("無理 不可能 駄目 対象外 困難 出来兼ねる")
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
    "なさいませ|ませんか|てね$|といて(?:$|ください))"
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
    "(?:です|ます|ました|ません|でした|でしょう)"
)
_FORMAL: Final = LazyPattern(
    "ございま|いたしま|致しま|申し上げ|いただ[きけい]|頂[きけい]|承[りっ]|存じ|恐れ入り|差し上げ|くださ|"
    "おりま|参りま|伺[いっ]|なさ[いっり]|(?:[おご御]).{1,6}(?:になら|になり|になっ|です)"
)


def describe(part: Part, words: list[Word], text: str) -> None:
    """Fill in what the predicate of a clause says."""
    own = words[part.first : part.last]
    full = text[part.start : part.end]
    body = full.rstrip(END_MARKS)
    part.question = _is_question(full, body, own)
    part.request = _REQUEST.search(body) is not None
    part.offering = _OFFERING.search(body) is not None
    negate(part, own, invited=part.question and _INVITED.search(body) is not None)
    part.past = own[-1].surface == "た" or _PAST.search(body) is not None
    part.modality = _modality(part, own, body)
    part.subject = _subject(own, part, body)
    part.conditional = _is_condition(own, body)
    part.register = _register(body, own)


_INVITED: Final = LazyPattern("(?:ませ|ない)ん?(?:です)?(?:でしょう|でしょ)?か?$")
_PAST: Final = LazyPattern("(?:ました|でした|った|いた|した)(?:が|けど|ので|から|ね|よ)?$")


def _is_condition(own: list[Word], body: str) -> bool:
    if any(w.surface in ("ば", "たら", "なら", "ましたら") or w.pos == "cond" for w in own[-3:]):
        return True
    return bool(
        re.match("もし|仮に|万が?一", body)
        and re.search("(?:ば|たら|ら|なら|と|場合)[はに]?$", body)
    )


def _negates(word: Word) -> bool:
    return word.lemma in _NEGATORS and word.pos in ("aux", "adj", "suffix", "verb")


def negate(part: Part, own: list[Word], *, invited: bool) -> None:
    """Mark the words that each negator reaches: back to the predicate before it and its objects.

    ``invited``: a question in negative form (ませんか), whose last negator denies nothing.
    """
    negators = [word for word in own if _negates(word)]
    for word in negators:
        word.visible = word.content = False
    active = negators[:-1] if invited and negators else negators
    last = 0
    for at, word in enumerate(own):
        if word in active:
            begin = max(last, at - 3) if _unaware(own, at) else last
            if word.lemma == "ず" and at + 1 < len(own) and own[at + 1].surface == "に":
                begin = _after_theme(own, begin, at)
            for reached in own[begin : at + 1]:
                reached.negated = not reached.negated
        if word.pos == "joint" and word.lemma in JOINTS:
            last = at + 1
    adverse = next((i for i, w in enumerate(own) if w.lemma in _ADVERSE), None)
    if adverse is not None and not own[adverse].negated:
        for reached in own[:adverse]:
            reached.negated = not reached.negated
    part.negated = any(word.negated for word in own)


def _after_theme(own: list[Word], begin: int, at: int) -> int:
    """新しい品は、写真を待たずに: what the sentence is about is not what is left undone."""
    themes = [i + 1 for i in range(begin, at) if own[i].surface in ("は", ",", "、")]
    return themes[-1] if themes else begin


def _unaware(own: list[Word], at: int) -> bool:
    """知らず, 気づかず: what was not known is not denied."""
    return any(w.lemma in ("知る", "気付く", "存じる") for w in own[max(0, at - 3) : at])


_ASKING: Final = LazyPattern(
    "(?:です|ます|ました|ません|でしょう|でした|ない|い|の|ましょう)か(?:ね|な|ねえ)?$|"
    "(?:よろしい|いい|良い|どう|いかが)(?:です|でしょう|でしょ)$|いかが$|どうでしょう$"
)


def _is_question(full: str, body: str, own: list[Word]) -> bool:
    if "?" in full[-4:] or _ASKING.search(body):
        return True
    tail = [word for word in own if word.pos != "symbol"][-1:]
    return bool(tail) and tail[0].surface == "か" and tail[0].pos == "final"


_ABLE: Final = LazyPattern(
    "られ(?:ま|る|ない)|(?:いただけ|頂け|もらえ|選べ|使え|受けられ|送れ|出せ|承れ)"
)
_WILLING: Final = LazyPattern(
    "(?:いたし|致し|し|り|き|ち|み|せ|け|え|べ|ぎ|び|れ|て|め|げ|い|じ)ます(?:ので|から|が|ね|よ|んで|けど)?$|"
    "つもり|ましょう"
)
_UNWILLING: Final = LazyPattern("(?:ません|ない)(?:です|よ|ね|から|ので|が)?$")


def _modality(part: Part, own: list[Word], body: str) -> Modality:
    lemmas = {word.lemma for word in own}
    can = "出来る" in lemmas or _ABLE.search(body) is not None
    if "兼ねる" in lemmas or lemmas & _ADVERSE or (can and part.negated):
        return "cannot"
    if "ねばならない" in lemmas:
        return "must"
    if _ESTIMATE_TAIL.search(body):
        return "might"
    if can:
        return "can"
    return _will(part, body)


def _will(part: Part, body: str) -> Modality:
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
    return "plain"
