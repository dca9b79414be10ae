"""Japanese clauses: where one ends, and what its predicate says about it.

Negation arrives as a word of its own (ず, ない, 兼ねる) behind the predicate, so polarity is a
count of those words; who acts shows in the humble or honouring verb. What a clause means for the
contact is decided by the rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scoring.language import japanese
from scoring.language.disowned import taken_back_from
from scoring.language.japanese_polarity import JOINTS, negate
from scoring.language.japanese_predicates import describe
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Part, Sentence, Word

_CONTRAST: Final = word_set("が けれど けれども けど のに")
# 〜ば助かります, 〜たらいい: the condition and what follows are one statement.
_GOES_ON: Final = word_set("良い 宜しい 結構 なる 成る 助かる 大丈夫 ない です だ 思う")
_GOES_ON_IF: Final = _GOES_ON | word_set("どう 如何 幸い 有り難い 嬉しい と は も")
_CASES: Final = word_set("場合 際 時")
_CANNOT_BE: Final = word_set("無理 駄目 不可能 不可")
_TE_FOLLOWERS: Final = word_set(
    "居る おる 頂ける 頂く 下さる 仕舞う 見る 置く 有る 来る 行く 参る 差し上げる 貰う 欲しい 御座る 上げる 遣る "
    "も は から 宜しい 良い 結構 ない 無い 済む 申し訳ない すみません 構う 早い ごめん 恐縮 恐れ入る 失礼 "
    "いらっしゃる 大丈夫 為る"
)
# 待たずに済む, 言わずにいる, 触らずにお願い: one statement with what follows.
_WITHOUT_FOLLOWERS: Final = word_set(
    "済む 居る おる いらっしゃる 置く 御願い お願い は も 為る 終わる 下さる 頂く 頂ける"
)
# 責任をもって, 〜について, 改めて: the form of a verb, no clause of its own.
_ADVERBIAL: Final = word_set(
    "持つ 就く 付く 関する 対する 因る よる 改める 初めて 併せる 続ける 以て もつ 為る"
)


def sentence(text: str) -> Sentence:
    """Take a Japanese sentence apart into words and clauses."""
    words = japanese.tokenise(text)
    parts = _clauses(words, len(text), taken_back_from(text, "ja"))
    for part in parts:
        describe(part, words, text)
    _deny_together(parts, words, text)
    _mark_reported(parts, words, text)
    return Sentence.of(words, parts)


def cue_words(text: str) -> list[Word]:
    """The words of a stretch of a cue, with their polarity, taken as one clause."""
    words = japanese.tokenise(text)
    negate(Part(0, len(text), 0, 0, len(words)), words, invited=text.endswith("か"))
    return words


# ---------------------------------------------------------------- borders


def _clauses(words: list[Word], end: int, taken_back: Sequence[int]) -> list[Part]:
    cuts = {at + 1 for at in range(len(words) - 1) if _ends_clause(words, at)}
    cuts |= {n for n in range(1, len(words)) if words[n].start in taken_back}
    starts = [0, *sorted(cuts)]
    parts: list[Part] = []
    for number, begin in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(words)
        if begin >= stop:
            continue
        close = words[stop - 1].end if stop < len(words) else max(end, words[stop - 1].end)
        contrast = begin > 0 and _before(words, begin).lemma in _CONTRAST
        parts.append(Part(words[begin].start, close, 0, begin, stop, contrast=contrast))
    return parts


def _before(words: list[Word], at: int) -> Word:
    at -= 1
    while at > 0 and words[at].pos == "symbol":
        at -= 1
    return words[at]


def _ends_clause(words: list[Word], at: int) -> bool:
    word, following = words[at], words[at + 1]
    if word.surface in (",", "、") and at > 0:
        return _comma_ends(words, at) or _is_under_way(words, at) or _is_one_not_other(words, at)
    if following.surface in (",", "、") or following.pos == "symbol":
        return False
    if following.pos in ("final", "aux") and word.pos != "joint":
        return False
    if _is_without(words, at):
        return following.lemma not in _WITHOUT_FOLLOWERS
    if _is_even_without(words, at):
        return following.lemma not in _TE_FOLLOWERS
    return _condition_ends(words, at) or (word.pos == "joint" and _joint_ends(words, at))


def _condition_ends(words: list[Word], at: int) -> bool:
    following = words[at + 1]
    if following.pos == "part":
        return False
    return _is_case(words, at) or (_is_if(words, at) and following.lemma not in _GOES_ON_IF)


def _joint_ends(words: list[Word], at: int) -> bool:
    word, following = words[at], words[at + 1]
    if word.lemma in JOINTS and word.surface != "と":
        return following.lemma not in _GOES_ON
    if word.surface not in ("て", "で") or (at and words[at - 1].lemma in _ADVERBIAL):
        return False
    return following.lemma not in _TE_FOLLOWERS and following.pos not in ("final", "aux", "part")


def _is_without(words: list[Word], at: int) -> bool:
    """〜ずに: done without doing that; what follows is not denied."""
    return words[at].surface == "に" and at > 0 and words[at - 1].lemma == "ず"


def _is_even_without(words: list[Word], at: int) -> bool:
    """写真がなくても手配できます: the one is not there, the other is done."""
    return (
        words[at].surface == "も"
        and at > 1
        and words[at - 1].surface == "て"
        and words[at - 2].lemma in ("ない", "無い")
    )


def _is_even_if(words: list[Word], at: int) -> bool:
    """過ぎても, 無理でも: set off by a comma; not お電話でも."""
    if words[at].surface == "でも":
        return at > 0 and words[at - 1].lemma in _CANNOT_BE
    joint, before = words[at - 1], words[at - 2]
    ends = words[at].surface == "も" and at > 1 and joint.surface in ("て", "で")
    return ends and before.pos in ("verb", "aux", "adj")


def _is_under_way(words: list[Word], at: int) -> bool:
    """調べている最中で、: what follows is said of something else."""
    return at > 1 and words[at - 1].surface == "で" and words[at - 2].surface in _UNDER_WAY


_UNDER_WAY: Final = word_set("最中 途中 ところ")


def _is_one_not_other(words: list[Word], at: int) -> bool:
    """仮の確保で、まだお支払いではありません: it is the one and not the other."""
    if words[at - 1].surface != "で" or at < 2 or words[at - 2].pos != "noun":
        return False
    for here, following in pairwise(words[at + 1 : at + _NAMED_WITHIN]):
        if here.surface in ("で", "じゃ") and (here.surface == "じゃ" or following.surface == "は"):
            return True
        if here.pos not in ("noun", "adv", "prefix") and here.surface != "の":
            return False
    return False


_NAMED_WITHIN: Final = 10
"""Words in which the other is named and denied: more is a statement of its own."""


def _is_for_a_case(words: list[Word], at: int) -> bool:
    """間に合わないときのために."""
    return (
        words[at].surface == "に"
        and at > 3
        and words[at - 1].lemma in ("為", "ため")
        and words[at - 2].surface == "の"
        and words[at - 3].lemma in _CASES
        and words[at - 4].pos in ("verb", "aux", "adj")
    )


def _is_if(words: list[Word], at: int) -> bool:
    """14時を過ぎたら送料をお返しします."""
    return words[at].surface == "たら" and at > 0 and words[at - 1].pos in ("verb", "aux", "adj")


def _is_case(words: list[Word], at: int) -> bool:
    """戻らない場合は, 過ぎた際には; not この場合は."""
    if words[at].surface not in ("は", "に", "も"):
        return False
    case = at - 2 if words[at - 1].surface == "に" else at - 1
    return (
        case > 0 and words[case].lemma in _CASES and words[case - 1].pos in ("verb", "aux", "adj")
    )


def _comma_ends(words: list[Word], at: int) -> bool:
    before = words[at - 1]
    if before.pos in ("joint", "final", "aux", "cond") and before.lemma not in ("だ", "な"):
        return True
    if before.pos in ("verb", "adj") and before.lemma != "如何":
        return True
    if _is_case(words, at - 1) or _is_even_without(words, at - 1):
        return True
    if _is_even_if(words, at - 1) or _is_for_a_case(words, at - 1):
        return True
    return before.pos == "noun" and _predicate_free(words, at)


def _predicate_free(words: list[Word], at: int) -> bool:
    """Bare nouns set off by commas stand alone: that is how keyword lists look."""
    return (
        at > 0
        and words[at - 1].pos == "noun"
        and not any(
            words[i].pos == "part" and words[i].surface in ("を", "が", "に", "は", "と")
            for i in range(max(0, at - 6), at)
        )
    )


# ---------------------------------------------------------------- denied together


_THEN: Final = LazyPattern(
    "(?:お|ご|御).{1,9}(?:になって|なさって|いただいて|頂いて|くださって)[、,]?$"
)
_UNABLE: Final = LazyPattern(
    "(?:いただ|頂)(?:く(?:こと)?(?:は|が|も)(?:でき|出来)|け)(?:ません|ない)|かねます"
)


def _deny_together(parts: list[Part], words: list[Word], text: str) -> None:
    """お試しになって、返品していただくことはできません: what the customer cannot do is all of it."""
    for one, following in pairwise(parts):
        both = _THEN.search(text[one.start : one.end]) and not one.negated
        if both and following.negated and _UNABLE.search(text[following.start : following.end]):
            for word in words[one.first : one.last]:
                word.negated = True
            one.negated = True
            continue
        named = _NAMED_FIRST.match(text[one.start : one.end])
        if named and _UNABLE.search(text[following.start : following.end]):
            for word in words[one.first : one.last]:
                word.negated = word.negated or word.end <= one.start + named.end("what")


_NAMED_FIRST: Final = LazyPattern(
    "(?P<what>[^、,。]{2,40}(?:は|も|につきまして|については|のほうは))[、,].*(?:ので|ため|から)[、,]?$"
)
"""「お買い物を止めることは、ご本人のお気持ちもございますので、…できません」: named first, and declined
behind the reason."""


# ---------------------------------------------------------------- whose words


_REPORTED: Final = LazyPattern(
    "(?:と|って|などと|とか|とは|とも)(?:は|も|の)?(?:ここで|いま|今|誰も|私は|一言も|一度も)?"
    "(?:言(?:う|え|い|っ|わ)|仰|おっしゃ|申(?:し(?!上げ|訳)|す|せ)|書(?:い|か)|聞(?:い|か)|いう(?!こと)|いえ)"
)
_DISOWNED: Final = LazyPattern(
    "(?:とは|とも|などとは)(?:思|考え|言|申).{0,8}(?:ません|ない|おらず|ず$)"
)
_HEARSAY: Final = LazyPattern("とお思い|とのことです|とおっしゃ|と仰")
_GRANTED: Final = LazyPattern(
    "(?:とおっしゃ|と仰|とお感じ|とお思い|というお気持ち|と思われ)[^。、]{0,10}"
    "(?:当然|ごもっとも|もっとも|無理(?:も|は)|当たり前|自然な?こと|自然です|よく(?:分か|わか))|"
    "(?:という|との)(?:お話|ご説明|お言葉)(?:を|は)[^。、]{0,6}(?:信じ|承|受け止め|うかが(?:って|い)|伺(?:って|い))|"
    "(?:絶対|必ず|確実|確か|間違いない|完全|100%)(?:に|だ|です)?とは[^。]{0,6}(?:言|いえ|申|約束|限)|"
    "とは[^。、]{0,10}(?:申し上げ(?:られ|かね)|申せ|言え|いえ|言い切(?:れ|ることはでき)|断言でき|請け合え|お?約束(?:は)?(?:でき|いたしかね))|"
    "(?:という|といった|などの)(?:ご?発言|お?言葉|言い方|呼び方)(?:を|は)[^。]{0,6}(?:お?やめ|お?控え|なさら|ご遠慮)|"
    "(?:と|とか|など|など?と|なんて|って)(?:言う|いう|言われる|呼ぶ|呼ばれる|おっしゃる)のは[^。]{0,8}(?:お?やめ|お?控え|なさら|ご遠慮|よして)"
)
"""What the customer says is granted, or asked not to be said again, or something cannot be said or
promised: that is the speaker's own word."""
_QUOTES_BEFORE: Final = LazyPattern(
    "[\\s,、]*(?:と|って)(?!は言え|りあえず|ても|ころ|もに|ん|に)(?:か)?"
)


def _mark_reported(parts: list[Part], words: list[Word], text: str) -> None:
    """Clauses given as what somebody says, said or does not say are nobody's act here."""
    for number, part in enumerate(parts):
        body = text[part.start : part.end]
        if _GRANTED.search(body):
            continue
        if _reports(part, words, body) or _DISOWNED.search(body):
            part.quoted = True
        if len(body) > 8 and _HEARSAY.search(body):
            part.quoted = True
        before = parts[number - 1] if number else None
        if before and _QUOTES_BEFORE.match(body):
            before.quoted = before.quoted or bool(re.search("言|おっしゃ|仰|いう|申", body))


def _reports(part: Part, words: list[Word], body: str) -> bool:
    found = _REPORTED.search(body)
    if found is None or found.start() <= 1 or re.search("と申しま|と申す", body):
        return False
    denied = any(word.negated for word in words[part.first : part.last])
    return denied or re.search("おっしゃ|仰|誰が|気は|言われ", body) is not None
