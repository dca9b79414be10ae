"""What a Japanese clause denies, and what it only asks, fears or tells as said before.

Negation arrives as a word of its own (ず, ない, 兼ねる) behind the predicate, or in a predicate that
declines (無理, 難しい, ご容赦). What stands before か, before と of a fear or of what was said earlier is
open: the words are there, and nobody asserts them here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scoring.language.word_sets import word_set
from scoring.language.words import Part, Word

__all__ = ["JOINTS", "negate", "open_until", "says_nothing"]

JOINTS: Final = word_set("が けれど けれども けど ので から のに し ば たら なら と ながら")
_NEGATORS: Final = word_set("ず ない 無い ぬ まい へん 兼ねる 難い ないわけ")
_ADVERSE: Final = word_set("無理 不可能 駄目 対象外 困難 出来兼ねる")
_HARD: Final = word_set("難しい 厳しい")
_DECLINING: Final = word_set("容赦 断る")
_STOPS: Final = word_set("止める やめる 控える 避ける 遠慮 禁物 なし 無し 無す")
_SPLIT_ADVERSE: Final = {"可能": "不", "外": "対象"}
"""Adverse words that the dictionary takes as two, by their second half."""
_TRAILING: Final = word_set("ちょっと 少し 一寸 少々 なかなか 中々")
_NEEDLESS: Final = word_set("不要 無用")
_PREDICATE_ENDS: Final = word_set("です だ と か 御座る")
_NO_PREDICATE: Final = word_set("な に を")
"""Behind 無理 they make it a noun or an adverb (無理なさらず, 無理に, ご無理を)."""
_APART: Final = word_set("様 よう 内 うち まま 侭")
"""Behind a negator they set it apart from what follows: ないように, ないうちに, ないまま."""


def negate(part: Part, own: list[Word], *, invited: bool) -> bool:
    """Mark the words that each negator reaches: back to the predicate before it and its objects.
    Returns whether the clause declines by an adverse predicate.

    ``invited``: a question in negative form (ませんか), whose last negator denies nothing. Words that
    are left open count as not denied for the clause and have to be marked before.
    """
    negators = [word for word in own if _negates(word)]
    for word in negators:
        word.visible = word.content = False
    active = negators[:-1] if invited and negators else negators
    last = main = 0
    for at, word in enumerate(own):
        if word in active and not (_restricts(own, last, at) or _leaves_nothing_so(own, at)):
            _deny(own, last, at)
        if word.pos == "joint" and word.lemma in JOINTS:
            last = at + 1
        elif _sets_apart(own, at) or _describes(own, at) or _leaves_undone(own, at):
            last = main = at + 1
    adverse = next((at for at in range(len(own)) if _is_adverse(own, at)), None)
    declines = adverse is not None and _turn(own, adverse)
    part.negated = any(word.negated and not word.open for word in own[main:])
    # What is not needed is denied; the clause as a whole may still say what will be done.
    needless = next((at for at in range(len(own)) if _is_needless(own, at)), None)
    if needless is not None and not own[needless].negated:
        for reached in own[_begin_of_theme(own, needless) : needless]:
            reached.negated = not reached.negated
    for at in range(2, len(own)):
        if _stops_deed(own, at):
            _turn_stretch(own, at)
    return declines


_BETWEEN: Final = word_set("に は 為る する 致す ます です")


def _leaves_nothing_so(own: list[Word], at: int) -> bool:
    """〜たままにはいたしません promises that something is done: it declines nothing."""
    while at > 0 and own[at - 1].lemma in _BETWEEN:
        at -= 1
    return at > 0 and own[at - 1].lemma in ("まま", "儘", "侭") and own[at].lemma == "に"


def _negates(word: Word) -> bool:
    return word.lemma in _NEGATORS and word.pos in ("aux", "adj", "suffix", "verb")


def _deny(own: list[Word], last: int, at: int) -> None:
    word = own[at]
    if word.lemma == "ないわけ" and any(w.negated for w in own[last:at]):
        for reached in own[last : at + 1]:  # できないわけではない
            reached.negated = False
        return
    begin = max(last, at - 3) if _unaware(own, at) else last
    if word.lemma == "ず" and at + 1 < len(own) and own[at + 1].surface == "に":
        begin = _after_theme(own, begin, at)
    for reached in own[begin : at + 1]:
        reached.negated = not reached.negated


def _restricts(own: list[Word], begin: int, at: int) -> bool:
    """一件しかございません, 返金だけでなく: nothing is denied."""
    before = [word.surface for word in own[begin:at]]
    return "しか" in before or before[-2:] in (["だけ", "で"], ["ばかり", "で"])


def _sets_apart(own: list[Word], at: int) -> bool:
    """お待たせしないように, 忘れないうちに: what follows is not denied."""
    if own[at].lemma not in _APART or not at or not _negates(own[at - 1]) or at + 1 >= len(own):
        return False
    following = own[at + 1]
    return following.surface in ("に", ",", "、") or following.pos in ("noun", "verb", "prefix")


def _describes(own: list[Word], at: int) -> bool:
    """フタのない弁当箱は回収します, 滑らないマットを置きます: which one it is, not what is left undone; not
    お届けできない状況です, where the noun is all that is said."""
    if not at or not _negates(own[at - 1]) or own[at - 1].surface not in _BEFORE_NOUN:
        return False
    word = own[at]
    if word.pos not in ("noun", "prefix") or word.lemma in _EMPTY_NOUNS:
        return False
    begin = at + (word.pos == "prefix")
    while begin + 1 < len(own) and own[begin + 1].pos in ("noun", "suffix"):
        begin += 1
    if begin + 1 >= len(own) or own[begin + 1].surface not in _CASES:
        return False
    return _does_something(own[begin + 2 :])


def _leaves_undone(own: list[Word], at: int) -> bool:
    """言い換えずに記録します, 待たずお送りします, 説明しなくて済むように承ります: what is done behind it is
    done."""
    if at < 2:
        return False
    spared = own[at].surface == "に" and own[at - 1].lemma in _APART and own[at - 2].lemma == "済む"
    leads_on = own[at].surface == "に" or own[at].pos in ("adv", "noun", "prefix")
    undone = leads_on and own[at - 1].lemma == "ず" and _negates(own[at - 1])
    return (undone or spared) and _does_something(own[at + 1 :])


def _does_something(words: Sequence[Word]) -> bool:
    """Whether a deed follows that is not denied itself."""
    deeds = [w for w in words if w.pos == "verb" and w.lemma not in _BEING]
    return bool(deeds) and not any(_negates(word) for word in words)


_BEFORE_NOUN: Final = word_set("ない 無い ぬ")
_CASES: Final = word_set("は が を に で も から まで")
_EMPTY_NOUNS: Final = word_set(
    "事 こと 物 もの 訳 わけ 筈 はず 為 ため 様 よう 状況 状態 決まり 規則 規定 場合 際 時 とき 内 うち 限り 以上 方 ほう 点 件 ところ 所 "
    "場面 理由 事情 可能 恐れ おそれ 旨 間 あいだ まま 儘 侭 程 ほど 位 くらい 分 段階 現状 現在 今"
)
"""Nouns behind a negator that say how things stand; what they stand behind is denied."""
_BEING: Final = word_set("ある 有る 在る 居る いる おる なる 成る 存ずる 存じる 思う 御座る ござる")


def _turn(own: list[Word], at: int | None) -> bool:
    """Turn round what stands before the word *at*, unless that word is itself denied."""
    if at is None or own[at].negated:
        return False
    for reached in own[:at]:
        reached.negated = not reached.negated
    return True


def _begin_of_theme(own: list[Word], at: int) -> int:
    """Where what is not needed begins: 「セール品でも、理由は不要」 needs no reason, 「ご返送は、不要」 no
    return."""
    for begin in range(at, 0, -1):
        named = any(word.content and word.pos != "adv" for word in own[begin:at])
        if own[begin - 1].surface in (",", "、") and named:
            return begin
    return 0


def _turn_stretch(own: list[Word], at: int) -> None:
    """Turn round what stands between the last joint or comma and the word *at*."""
    for reached in reversed(own[:at]):
        if (reached.pos == "joint" and reached.lemma in JOINTS) or reached.surface in (",", "、"):
            return
        reached.negated = not reached.negated


def _stops_deed(own: list[Word], at: int) -> bool:
    """抜くのはおやめください, 触るのは控えて, 捨てるのは少し待って; not 届くのをお待ちください. Where the
    stopping is denied itself (やめないで), the deed is wanted."""
    word = own[at]
    if word.lemma not in _STOPS and word.lemma != "待つ":
        return False
    behind = at - 1
    while behind > 1 and (own[behind].lemma == "御" or own[behind].pos == "adv"):
        behind -= 1
    if own[behind - 1].surface != "の":
        return False
    return own[behind].surface == "は" or (own[behind].surface == "を" and word.lemma in _STOPS)


def _is_adverse(own: list[Word], at: int) -> bool:
    """お届けは無理です, お受けするのは難しいです, ご容赦ください, お付けするのはちょっと…"""
    word = own[at]
    following = own[at + 1] if at + 1 < len(own) else None
    if word.lemma in _ADVERSE:
        return following is None or following.surface not in _NO_PREDICATE
    if word.lemma in ("控える", "差し控える"):
        return following is not None and following.lemma == "せる"
    return at > 0 and _declines_behind(own, at, own[at - 1])


def _declines_behind(own: list[Word], at: int, before: Word) -> bool:
    """Words that decline only behind others."""
    word = own[at]
    if word.lemma in _HARD:
        # お辛い中、難しいですよね feels with somebody, 厳しく指導 is a deed.
        if word.surface.endswith("く") and at + 1 < len(own) and own[at + 1].content:
            return False
        felt = ("よ", "ね") in [(w.surface, after.surface) for w, after in pairwise(own[at + 1 :])]
        return (before.surface in ("は", "が", "も") or before.lemma in _TRAILING) and not felt
    if word.surface in _SPLIT_ADVERSE:
        return before.surface == _SPLIT_ADVERSE[word.surface]
    if word.lemma in _DECLINING:
        return before.lemma == "御"
    trails = word.lemma in _TRAILING and all(w.pos == "symbol" for w in own[at + 1 :])
    return trails and [w.surface for w in own[max(0, at - 2) : at]] == ["の", "は"]


def _is_needless(own: list[Word], at: int) -> bool:
    """ご返送は不要です; not 不要な品, which only tells which."""
    if own[at].lemma not in _NEEDLESS:
        return False
    following = own[at + 1] if at + 1 < len(own) else None
    return following is None or following.pos == "symbol" or following.lemma in _PREDICATE_ENDS


def _after_theme(own: list[Word], begin: int, at: int) -> int:
    """新しい品は、写真を待たずに: what the sentence is about is not what is left undone."""
    themes = [i + 1 for i in range(begin, at) if own[i].surface in ("は", ",", "、")]
    return themes[-1] if themes else begin


def _unaware(own: list[Word], at: int) -> bool:
    """知らず, 気づかず: what was not known is not denied."""
    return any(w.lemma in ("知る", "気付く", "存じる") for w in own[max(0, at - 3) : at])


# ---------------------------------------------------------------- asked, feared, told before


_FEARS: Final = word_set("心配 不安 案ずる 疑う 気 感じる 懸念")
_TELLING: Final = word_set("申し上げる 案内 伝える 答える 説明 約束 言う 申す")
_WAYS: Final = word_set("いただく 頂く くださる なさる")
_CHOOSING: Final = word_set("選ぶ 希望 何方 どちら")


def open_until(own: list[Word]) -> int:
    """How many of the first words of a clause are asked, feared or told as said before; 0 for none."""
    until = 0
    for at in range(1, len(own)):
        asked = own[at].surface == "か" and _is_embedded(own, at)
        told = own[at].surface == "と" and (_is_fear(own, at) or _was_told(own, at))
        until = at + 1 if asked or told else until
    return until


def _is_embedded(own: list[Word], at: int) -> bool:
    """届いたかどうか確認します, 返金できるか、森に相談します; not お届けしますか and not 届くかと思います."""
    before, rest = own[at - 1], own[at + 1 :]
    whether = [w.surface for w in rest[:2]] == ["どう", "か"]
    # ご確認いただくか、設定をお願いします: two ways to choose from
    if not whether and (not _is_plain_predicate(own, at - 1) or before.surface in _WAYS):
        return False
    if whether:
        rest = rest[2:]
    if any(w.lemma in _CHOOSING for w in rest):
        return False
    if rest and rest[0].surface == "と":
        return _is_fear(own, at + (3 if whether else 1))
    if says_nothing(rest):
        return (
            bool(rest) and rest[-1].surface in (",", "、") and before.lemma not in ("です", "ます")
        )
    return True


def says_nothing(words: Sequence[Word]) -> bool:
    """Whether these are marks and particles only."""
    return all(word.pos in ("symbol", "part", "final") for word in words)


def _is_plain_predicate(own: list[Word], at: int) -> bool:
    word = own[at]
    if word.surface == "た" and at:
        return own[at - 1].lemma not in ("です", "ます")
    return word.pos in ("verb", "adj", "aux") and word.lemma not in ("です", "ます", "ず")


def _is_fear(own: list[Word], at: int) -> bool:
    """かかるのではとご心配, 来ないかとご不安, 割れたとお感じ: the fear is named, not shared."""
    behind = own[at + 1 : at + 3]
    if not behind:
        return False
    honoured = behind[0].lemma == "御"
    word = behind[-1] if honoured and len(behind) > 1 else behind[0]
    open_end = own[at - 1].surface == "か" or [w.surface for w in own[max(0, at - 2) : at]] == [
        "で",
        "は",
    ]
    return open_end and (word.lemma in _FEARS or (honoured and word.lemma == "思う"))


def _was_told(own: list[Word], at: int) -> bool:
    """お届けできると申し上げました, 返品できませんとご案内したのは: said earlier, not now."""
    behind = [w for w in own[at + 1 : at + 7] if w.lemma not in ("御", "は", "も")]
    if not behind or behind[0].lemma not in _TELLING:
        return False
    return any(w.surface == "た" and w.pos == "aux" for w in behind[1:5])
