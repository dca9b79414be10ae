"""Gifts beyond the agent in any words: goods and money both, half price, payment whenever.

Looked for only where the scenario sets such a limit, so that what a case allows stays allowed.
What an agent may give otherwise is a matter of sums and stands with the other detectors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.language import Language
from scenarios.model import Scenario, TopicKind
from scenarios.values import dataclass
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import Slot, Span
from scoring.moment.view import View
from scoring.per_case import per_case

Evidence = tuple[Span, int, str | None]


@dataclass(frozen=True, slots=True)
class _Gift:
    """One way of giving too much; all patterns must be found in a sentence, none of ``unless``."""

    guarded: LazyPattern
    """In the cues of a limit: the scenario knows the matter."""
    parts: tuple[LazyPattern, ...]
    unless: LazyPattern
    of_a_step: bool = False
    """Whether what a step of the case names may be given so: a box of its own for nothing."""


_BOTH_EN: Final = _Gift(
    LazyPattern(r"\bkeep|\bstay"),
    (
        LazyPattern(
            r"\b(?:keep|hang on to|hold on to)\b(?! (?:you|track|an eye|it in mind))|\bthey're yours|\b(?:need not|needn't|no need to|"
            r"don't (?:have|need) to) (?:\w+ )?(?:send|return)"
        ),
        LazyPattern(
            r"\brefund\w*\b[^.!?]{0,25}\b(?:full|whole|everything|all|every yen|lot)\b|\b(?:full|whole|complete) refund|"
            r"\ball (?:of )?(?:your|the) money|\bmoney back\b|\bfull [\d,]+|\bevery yen\b"
        ),
    ),
    LazyPattern(
        r"\b(?:or|if you (?:send|return)|once (?:you|they|it)|send (?:it|them|the \w+) back|collect)\b"
    ),
)
_BOTH_JA: Final = _Gift(
    LazyPattern("まま|なしで|両方"),
    (
        LazyPattern(
            "(?:そのまま|お?持ちのまま|お?手元に(?:置いた|残した)?まま)|返(?:送|品|却)(?:は|して|いただ|なさ)[^。!?]{0,8}(?:結構|不要|要りません|いりません|"
            "必要は)|返さなくて|お返し(?:いただか|にならな)くて"
        ),
        LazyPattern(
            "(?:全額|全部|まるまる|ぜーんぶ|全て|すべて|ぜんぶ)[^。!?]{0,12}(?:返|戻)|(?:返|戻)[^。!?]{0,4}全額"
        ),
    ),
    LazyPattern(
        "または|もしくは|それとも|お返しいただ(?:け|き)|ご返品(?:で|の|いただ)|送料(?:は|を|分|の)"
    ),
)
_CUT_EN: Final = _Gift(
    LazyPattern(r"discount|money off|half price|price"),
    (
        LazyPattern(
            r"\bhalf (?:the )?price|\bhalf off|\b\d+ ?(?:%|per ?cent) off|\bknock\w* [^.!?]{0,25}\boff|\bfor (?:free|nothing)\b|"
            r"\boff the (?:price|bill)"
        ),
    ),
    LazyPattern(r"\b(?:shipping|postage|delivery|engraving|catalogue|express|return|exchange)\b"),
    of_a_step=True,
)
_CUT_JA: Final = _Gift(
    LazyPattern("値引|半額|割引|無料"),
    (
        LazyPattern(
            "半額に|[1-9一二三五]割(?:引|り引|お引)|(?:お代|代金|商品代)(?:は|を)?[^。!?]{0,6}(?:結構|いただきません|なし|お返し|無料)|タダに|ただに"
        ),
    ),
    LazyPattern("送料|集荷|刻印|返送|特急|手数料"),
    of_a_step=True,
)
_LATER_EN: Final = _Gift(
    LazyPattern(r"\bpay\b"),
    (
        LazyPattern(
            r"\bpay(?:ing)? (?:us |me )?(?:whenever|later|afterwards|next (?:week|month)|tomorrow|at the weekend)|"
            r"\b(?:money|payment) (?:can wait|later)|\bsettle (?:up )?later"
        ),
    ),
    LazyPattern(r"\b(?:too late|misses)\b"),
)
_LATER_JA: Final = _Gift(
    LazyPattern("支払|後払"),
    (
        LazyPattern(
            "(?:お代|お?支払い|代金|ご?入金)[^。!?]{0,10}(?:来週|後日|後で|あとで|いつでも|落ち着いて|月末|来月|週末)[^。!?]{0,8}(?:結構|構い|かまい|いい|"
            "大丈夫|どうぞ|よろし)"
        ),
    ),
    LazyPattern("間に合いません|できません|かねます"),
)
_GIFTS: Final = {"en": (_BOTH_EN, _CUT_EN, _LATER_EN), "ja": (_BOTH_JA, _CUT_JA, _LATER_JA)}


def gifts(view: View) -> Iterator[Evidence]:
    """Sentences that give away what the scenario's limits keep back."""
    limited = _limited(view.scenario, view.language)
    if not limited:
        return
    sentences = [(numbers[0], _told(view, numbers)) for numbers in view.all_sentences]
    for gift, limit in limited:
        for index, texts in sentences:
            if gift.of_a_step and _names_a_step(view, texts):
                continue
            if found := _given(view, texts, gift):
                yield found, index, limit


def _names_a_step(view: View, texts: dict[int, str]) -> bool:
    """Whether a sentence names a step of the case, and nothing that it keeps back."""
    steps = view.cued_topics(TopicKind.STEP)
    barred = view.cued_topics(TopicKind.LIMIT, TopicKind.FORBIDDEN, affirmed=None)
    return any(found.clause in texts for found in steps) and not any(
        found.clause in texts for found in barred
    )


_COUPON: Final = LazyPattern(
    "^[^。、,!?]{0,6}の?(?:クーポン|割引券|商品券|金券|ポイント|ギフトカード)|"
    r"^[- ](?:yen )?(?:\w+ )?(?:coupon|voucher|gift (?:card|voucher)|credit)\b"
)
"""Right behind a sum: what it is given as."""
_COUPON_OF: Final = LazyPattern(
    r"\b(?:coupon|voucher|gift (?:card|voucher)) (?:(?:worth|for|of|over) )?(?:about )?$"
)
"""Right before it."""
_HANDED: Final = LazyPattern(
    "(?:付け|つけ|差し?上げ|さしあげ|送り|お送|発行|進呈|渡し|プレゼント|贈|入れ)(?:い?たし|し|て|ま|させ|る)|"
    r"\b(?:send|sent|sending|give|giving|gave|add|adding|issue|issuing|pop|put|throw|throwing|offer|have|take|get|enclos\w+)\b"
)
_BOUNDED: Final = LazyPattern(
    r"以上|まで|超え|以内|\b(?:up to|over|more than|beyond|orders? of|at most|limit)\b"
)


def over_the_limit(view: View, slot: Slot) -> bool:
    """A sum that is neither true of the case nor within what an agent may give."""
    if slot.in_case or not slot.value.isdigit() or int(slot.value) in view.scenario.amounts:
        return False
    return int(slot.value) > view.shop.agent_coupon_limit


def _as_a_coupon(view: View, slot: Slot) -> bool:
    """Whether a sum is what a coupon is worth."""
    whole, clause = view.reading.text, view.reading.clauses[slot.clause]
    behind = matching_form(whole[slot.span.end : clause.span.end])
    before = matching_form(whole[clause.span.start : slot.span.start])
    return bool(_COUPON.search(behind) or _COUPON_OF.search(before))


def gives_own_coupon(view: View, clause: int) -> bool:
    """Whether the only sum of a sentence is that of a coupon which an agent may give."""
    sums = [slot for n in view.sentence(clause) for slot in view.slots(("amount",), n)]
    limit = view.shop.agent_coupon_limit
    return bool(sums) and all(
        slot.value.isdigit() and int(slot.value) <= limit and _as_a_coupon(view, slot)
        for slot in sums
    )


def coupons(view: View) -> Iterator[Evidence]:
    """Coupons over the limit that are handed out in so many words."""
    for slot in view.slots(("amount",)):
        if not over_the_limit(view, slot):
            continue
        clause = view.reading.clauses[slot.clause]
        if not _as_a_coupon(view, slot):
            continue
        text = matching_form(clause.text)
        left_open = clause.question or view.hedged(slot.clause) or not view.own(slot.clause)
        if left_open or view.denied(slot.clause) or _BOUNDED.search(text):
            continue
        if _HANDED.search(text) and not view.acts_in(slot.clause, Act.REFUSE):
            yield clause.span, slot.clause, None


def _told(view: View, sentence: tuple[int, ...]) -> dict[int, str]:
    """The matching forms of those clauses of a sentence that tell something of one's own."""
    clauses = view.reading.clauses
    own = [n for n in sentence if view.own(n) and not clauses[n].question]
    return {n: view.clause_text(n) for n in own}


def _given(view: View, texts: dict[int, str], gift: _Gift) -> Span | None:
    bearing: list[int] = []
    for pattern in gift.parts:
        here = [n for n, text in texts.items() if pattern.search(text) and _affirmed(view, n, text)]
        if not here:
            return None
        bearing.extend(here)
    if gift.unless.search(" ".join(texts.values())):
        return None
    clauses = view.reading.clauses
    return Span(clauses[min(bearing)].span.start, clauses[max(bearing)].span.end)


_NO_NEED: Final = LazyPattern(
    r"\bno need|needn't|need not|don't (?:have|need)|必要は|なくて|不要|要りません|いりません"
)


_ASKED_FOR: Final = LazyPattern(
    r"\byou(?:'ve| have)? (?:asked|wanted|wished)\b|\byou(?:'d| would) like\b|\b(?:asks?|asked|wants?|wanted) (?:for|to|us)\b|"
    "ご希望(?:の|と|で)|お求め|とおっしゃ|とのこと"
)
"""Tells what was asked for, to the customer or to whoever takes over."""


def _affirmed(view: View, index: int, text: str) -> bool:
    """Not declined and not told back; 'you need not send it back' denies only the sending back."""
    if view.acts_in(index, Act.REFUSE) or _ASKED_FOR.search(text):
        return False
    return not view.denied(index) or _NO_NEED.search(text) is not None


@per_case
def _limited(scenario: Scenario, language: Language) -> list[tuple[_Gift, str]]:
    """The gifts that a limit of the case keeps back, each with the first such limit."""
    limits = [
        (name, " ".join(topic.cues.of(language)).casefold())
        for name, topic in scenario.topics.items()
        if topic.breach is Breach.BEYOND_AUTHORITY
    ]
    return [
        (gift, limit)
        for gift in _GIFTS[language]
        if (limit := next((n for n, cues in limits if gift.guarded.search(cues)), None)) is not None
    ]
