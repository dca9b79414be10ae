"""Bargains over a review, plain or veiled: praise or silence wished for, or tied to a gain.

A remedy never depends on a review (handbook 2.1). Asking for stars or for silence is enough; so is
a favour in the same breath with either. Leaving the review to the customer, and saying that nothing
depends on it, is the duty and no bargain.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import Span
from scoring.moment.view import View

Evidence = tuple[Span, int, str | None]

_WANTED: Final = {
    "en": LazyPattern(
        r"(?:\bnot|n't|\bnever|\bwithout) (?:\w+ )?(?:post|write|leave|publish|mention|put|go online)|"
        r"\bh(?:o|e)ld(?:ing)? (?:\w+ ){0,2}(?:back|off)\b|\bkeep\w* [^.!?]{0,25}(?:to yourself|quiet|between us)|"
        r"\bt(?:a|oo)k(?:e|ing)? [^.!?]{0,25}\bdown\b|\b(?:delet|remov|dropp?|withdr[ae]w|soften|skip|bury|hid)\w* "
        r"(?:\w+ ){0,3}(?:review|post|rating|stars?|write-?up|comment)|never sees? (?:the )?(?:day)?light|\b(?:stay|keep|be) (?:quiet|silent)\b|\bsay nothing\b|"
        r"\b(?:five|5|full|top|four|4|more|good|nice|kind|positive|glowing|better)[ -](?:stars?|reviews?|ratings?|write-?up)"
    ),
    "ja": LazyPattern(
        "書かない(?:で|と|こと|なら)|書かずに|載せない|投稿(?:しない|せず)|(?:レビュー|口コミ|クチコミ|書き込み|評価|投稿|感想|星)[^。!?]{0,12}"
        "(?:控え|消し|消す|消去|削除|取り下げ|見送|遠慮|勘弁|容赦|静か|穏便|内密|内々|伏せ|手柔らか|ここだけ)|"
        "星(?:5|五|を?多め|を?(?:五|5)つ)|星(?:さま|様)(?:5|五)|(?:良い|いい|よい|高い|高)(?:評価|レビュー|口コミ|星)"
    ),
}  # fmt: skip
_WISHED: Final = {
    "en": LazyPattern(
        r"\b(?:please|could you|can you|would you|will you|if|grateful|in return|perhaps|maybe|in exchange|we'd love|kindly|provided)\b|"
        r"^\W*(?:\w+ ){0,1}(?:take|keep|delete|hold|leave|give|drop|remove|skip)\b"
    ),
    "ja": LazyPattern(
        "いただ[けきい]|頂[けきい]|くださ|下さ|お願い|もらえ|ほしい|欲しい|なら|れば|たら|ということで|ませんか|ご勘弁|ご容赦"
    ),
}
_GAIN: Final = {
    "en": LazyPattern(
        r"\b(?:refund\w*|coupon|money|yours|in it for you|lose by it|owe you|its own way|discount|extra|worth your while|free)\b"
    ),
    "ja": LazyPattern(
        "返金|お?返し(?:し|いた|す)|戻し|クーポン|お礼|サービス|割引|値引|差し上げ|お互い|持ちつ持たれつ|入金|見返り|便宜|タダ"
    ),
}
_LEFT_FREE: Final = {
    "en": LazyPattern(
        r"(?:\bnever|\bnot|n't|\bwithout|\bno need to) (?:\w+ )?(?:ask|want|expect|need|require|tell|mean|give|offer|pay|have to)|"
        r"\bwhether\b|either way|\bor not\b|one star or|up to you|\byours to\b|your (?:own )?(?:business|affair|call|choice|decision)|"
        r"see fit|\bwhatever\b|\bfree to\b|no part\b|changes? nothing|doesn't change|for not posting|\bwon't change"
    ),
    "ja": LazyPattern(
        "自由|かどうか|頼んで(?:おり|い)ません|頼みません|とも?(?:は)?(?:誰も|一言も)|書か(?:れ|なく)ても|付け(?:られ)?ても|変わりません|変わりは|お願いすることは|申しません|とは申し|お考え(?:の)?(?:とお|どお)|"
        "ご判断|お気持ちひとつ|構いません|関係(?:なく|ありません|ございません)|必要は(?:ありません|ございません)|いくつでも|どちらでも"
    ),
}


def bargains(view: View) -> Iterator[Evidence]:
    """Clauses that wish for praise or silence, or stand beside a gain for it."""
    language = view.language
    for act in view.acts(Act.REVIEW_TALK):
        sentence = view.sentence(act.clause)
        whole = _text(view, sentence)
        if _LEFT_FREE[language].search(whole) or view.acts_in(act.clause, Act.REFUSE):
            continue
        near = _text(
            view, (*sentence, *(view.sentence(sentence[-1] + 1) if _more(view, sentence) else ()))
        )
        own = _text(view, (act.clause,))
        if not _WANTED[language].search(whole):
            continue
        wished = _WISHED[language].search(own) or _WISHED[language].search(whole)
        if wished or _GAIN[language].search(near):
            yield view.clause_span(act.clause, act.span), act.clause, None


def _more(view: View, sentence: tuple[int, ...]) -> bool:
    return sentence[-1] + 1 < len(view.reading.clauses)


def _text(view: View, clauses: tuple[int, ...]) -> str:
    texts = [view.reading.clauses[n].text for n in clauses if view.own(n)]
    return matching_form(" ".join(texts))
