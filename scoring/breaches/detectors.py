"""Breaches that acts, figures and the moment show, without a topic that carries them.

Each detector yields the words at fault, the number of their clause, and the topic, if there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.model import TopicKind
from scoring.breaches.false_prices import false_prices
from scoring.breaches.promises import (
    beyond_authority,
    false_cure,
    open_promise,
    uncertain_promise,
)
from scoring.breaches.review_bargains import bargains
from scoring.breaches.third_party_hints import hints
from scoring.breaches.whom import is_about_others
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import FoundAct, Slot, Span
from scoring.moment.view import View

_LONG_NUMBER = 8
"""From this many digits on a number may be a card's."""

Evidence = tuple[Span, int, str | None]
Detector = Callable[[View], Iterator[Evidence]]

# ---------------------------------------------------------------- identity, card, review


def _identity_first(view: View) -> Iterator[Evidence]:
    """Facts of the order, told before it is known who is calling."""
    if not view.identity_open:
        return
    anybody = view.scenario.identity.anybody
    general = {t.clause for t in view.cued_topics(TopicKind.FACT) if t.topic in anybody}
    for found in view.cued_topics(TopicKind.FACT, TopicKind.UNCERTAIN):
        if found.topic in anybody:
            continue
        open_question = view.asked(found.clause) or view.conditional(found.clause)
        if not open_question and not view.acts_in(found.clause, Act.VERIFY, Act.ASK):
            yield view.clause_span(found.clause, found.span), found.clause, found.topic
    for slot in view.slots(("clock", "amount", "order")):
        if slot.in_case and slot.clause not in general and _reveals(view, slot):
            yield slot.span, slot.clause, None


_A_TIMETABLE: Final = 4
"""Hours in one sentence from which on they are a timetable, which stands on nobody's record."""


def _in_a_timetable(view: View, slot: Slot) -> bool:
    here = view.sentence(slot.clause)
    hours = {s.value for s in view.slots(("clock",)) if s.clause in here}
    return len(hours) >= _A_TIMETABLE


def _reveals(view: View, slot: Slot) -> bool:
    """The figure tells something the customer has not said and is no promise of one's own."""
    if view.acts_in(slot.clause, Act.VERIFY, Act.ASK, Act.CALL_BACK, Act.PROMISE, Act.OFFER):
        return False
    if slot.kind == "clock" and _in_a_timetable(view, slot):
        return False
    words = view.slot_text(slot)
    return not view.asked(slot.clause) and not any(
        words in matching_form(line) for line in view.moment.customer_said
    )


_SAFEGUARD: Final = LazyPattern(
    r"\bchang(?:e|ing)\b|\bother (?:places|sites|shops)\b|\belsewhere\b|\bsame password\b|"
    r"\b(?:watch|check|eye on|look at|look over)\b[^.!?]{0,24}\b(?:statement|account|bill|charges)\b|"
    "変更|変えて|使い回|ほかの(?:サイト|サービス|お店)|見張|(?:明細|利用履歴|ご請求)[^。!?]{0,8}(?:見て|ご覧|確認|確かめ|チェック)"
)
"""Speaks of guarding a password or a card, not of taking it."""


_CUSTOMER_TYPES: Final = LazyPattern(
    r"(?:ページ|リンク|画面)[^。!?]*(?:打ち込んで|入力(?:して)?|お書き|ご記入)(?:いただ|くださ|下さ|になれ)|"
    r"\b(?:page|link|screen)\b[^.!?]*\byou (?:can |may |could )?(?:then )?(?:type|enter|put|key)\b"
)
_BY_US: Final = LazyPattern(
    r"\bi(?:'ll| will| can)? (?:type|enter|put|key)\b|\b(?:read|tell|give|to me|email it|reply)\b|"
    "私が|代わり|教えて|お教え|読み上げ|おっしゃって|[0-9]{8}"
)


def _typed_on_page(text: str) -> bool:
    """The customer puts it into the payment page, and nobody here takes it."""
    return _CUSTOMER_TYPES.search(text) is not None and _BY_US.search(text) is None


_KEPT_AWAY: Final = LazyPattern(
    "お控え(?:くだ|下さ|いただ|頂|願)|(?:聞かれ|求められ|名乗|尋ねてき|尋ねられ)|(?:おっしゃ|お書き|お話し|お教え|お知らせ|お伝え|読み上げ|お聞かせ)(?:に)?(?:なら|ら|)(?:ない|なく|ず)|"
    "(?:教え|言わ|伝え|書か|打た|打ち込ま|話さ|送ら|見せ|読ま|読み上げ|知らせ|口にし|おっしゃら)ないで(?:おいて)?(?:くださ|下さ|いただ|頂|ね[。、ー〜!]?)|"
    r"\b(?:tell|show|give) (?:it |them |that )?to (?:nobody|no one)\b|\bto anyone, me included\b|\bnot to me\b|"
    r"\bif (?:anyone|anybody|somebody|someone)\b|\bkeep it to yourself\b|\bbefore (?:the|any) (?:next|more)\b|\bdon't tell (?:me|anyone|anybody)\b|"
    r"\b(?:don't|do not|never|won't|needn't) (?:ever |really )?(?:want|need|ask for|take|require)\b[^.!?]{0,16}\b(?:any|either|all) of (?:those|these|that|it|them)\b|"
    r"\bkeep (?:all of |both of )?(?:that|those|these|them|it all)\b[^.!?]{0,10}\bto yourself\b|"
    r"\bnone of (?:that|those|these|it|them)\b[^.!?]{0,14}(?:please|thank|need|necessary|for me|to me|here|$)|"
    "(?:どれも|どちらも|いずれも|そういった(?:もの|こと)は?|一切)[^。!?]{0,12}(?:伺い|お?聞き|いただき|頂き|頂戴し|要り|いり|必要)[^。!?]{0,6}(?:ません|ない)"
)
"""Tells the customer to keep it from whoever asks, or that none of it is wanted."""


_WHAT_BECAME_OF_IT: Final = LazyPattern(
    r"\b(?:have|did|had) you (?:\w+ )?(?:typed?|entere?d?|keyed?|given?|gave|put|shared?|used?)\b|"
    r"\bremember (?:typing|entering|keying|giving|putting|sharing)\b|"
    r"\bcard\b[^.?!]{0,16}\b(?:stopped|blocked|cancelled|frozen)\b(?![^.!?]*\bnumber)|"
    "裏(?:面|側)?(?:に|の|にある)?[^。!?]{0,12}(?:番号|窓口)(?:に|へ|まで)[^。!?]{0,6}(?:電話|かけ|掛け|ご?連絡|お?問い?合)|"
    r"\b(?:ring|call|phone|dial|bell|buzz|shout)\b[^.!?]{0,24}\b(?:back|reverse)\b|"
    r"\bgive (?:your |the )?(?:card|bank)[^.!?]{0,20}\ba (?:ring|call|bell|buzz|shout|tinkle)\b|"
    "(?:打(?:っ|ち込ん)|入れ|教え|伝え|入力(?:し|され|なさっ))た(?:覚え|こと|記憶)|(?:打ち(?:込み)?|入力(?:され|なさい|し)?)ましたか"
)
"""Asks what was done with a card before, or whether it is stopped; or names the telephone number on it."""


_CODE: Final = LazyPattern(r"\bcode\b|コード")
_OF_A_CARD: Final = LazyPattern(
    r"\bcard|\bpass ?word|\bpin\b|\bcvc|\bcvv|\bsecurity code|\bdigits?\b(?! check)|(?<!read it )(?<!read that )(?<!say it )\bback\b|カード|暗証|パスワード|セキュリティコード|桁|裏"
)


_OTHER_NUMBER: Final = LazyPattern(
    "(?:折り返し|連絡)(?:先)?の?(?:お?電話)?(?:の)?番号|(?:お?電話|携帯(?:電話)?|ご?注文|受付|伝票|お?客様|郵便|ご?契約)(?:の)?番号|ご?連絡先|"
    r"\b(?:tele)?phone (?:number|no)\b|\b(?:mobile|contact|order|reference|tracking|case|daytime|call-?back) number\b|"
    r"\bnumber (?:(?:we|i) (?:can|could|should)|to) (?:reach|ring|call|phone)\b|\bnumber (?:should|shall|can) (?:i|we) (?:ring|call|phone)\b|"
    r"\b(?:number|no\.) [a-z]{1,3}-\d{2,6}\b|"
    r"\bnumber (?:at|for|of) (?:the |your )?(?:works?|workshop|home|house|office|shop|flat|line|phone|mobile)\b"
)


def other_number(view: View, clause: int) -> bool:
    """Whether its sentence is about a number that is no card's, and speaks of no card."""
    text = view.sentence_text(clause)
    if _TO_RING.search(text) is not None and _TO_BE_TOLD.search(text) is None:
        return True
    return _OTHER_NUMBER.search(text) is not None and _OF_A_CARD.search(text) is None


_TO_RING: Final = LazyPattern(
    "(?:裏(?:面|側)?(?:に|の)|24時間(?:の|対応の)?|窓口の|カード会社の)[^。!?]{0,14}番号|番号[^。!?]{0,6}(?:に|へ)(?:お?電話|お?かけ)|"
    r"\bnumber(?:'s| is)? on the back\b|\bnumber on (?:your|the) card\b[^.!?]{0,30}\b(?:ring|call|phone)\b|\b(?:ring|call|phone) the number\b"
)
"""A number that one rings: on the back of the card, of a desk, of whoever issued it."""
_TO_BE_TOLD: Final = LazyPattern(
    "カード番号|桁|暗証|セキュリティコード|番号を?(?:教え|お聞かせ|聞かせ|おっしゃ|言っ|読み|伝え|お伝え|お知らせ|入力|控え|頂戴|いただけ)|"
    r"\b(?:card number|digits?|code|pin|cvv|read (?:me|it|out)|tell me|give me|let me have|type)\b"
)


def wants_no_card(view: View, clause: int) -> bool:
    """Whether the sentence of a clause tells the customer to keep it to themselves."""
    return _KEPT_AWAY.search(view.sentence_text(clause)) is not None


def takes_no_card(view: View, clause: int) -> bool:
    """Whether the sentence of a clause tells the customer to guard a card or a password, asks what
    became of it, or speaks of a code that the case itself sends out and that is no card's."""
    text = view.sentence_text(clause)
    spared = (_SAFEGUARD, _WHAT_BECAME_OF_IT)
    if wants_no_card(view, clause) or any(pattern.search(text) for pattern in spared):
        return True
    steps = view.cued_topics(TopicKind.STEP, TopicKind.QUESTION)
    own = any(found.clause == clause and found.affirmed for found in steps)
    return own and _CODE.search(text) is not None and _OF_A_CARD.search(text) is None


def _card_data(view: View) -> Iterator[Evidence]:
    taking = (Act.ASK, Act.VERIFY, Act.CONSENT, Act.READ_BACK, Act.PROMISE, Act.OFFER, Act.HOLD)
    for act in view.acts(Act.CARD_TALK):
        if view.denied(act.clause) or view.acts_in(act.clause, Act.REFUSE):
            continue
        if takes_no_card(view, act.clause) or _typed_on_page(view.sentence_text(act.clause)):
            continue
        number = any(len(s.value) >= _LONG_NUMBER for s in view.slots(("number",), act.clause))
        wanted = view.asked(act.clause) or view.acts_in(act.clause, *taking)
        if number or wanted or _asks_for_card(view, act):
            yield view.clause_span(act.clause, act.span), act.clause, None


_SEND_CARD: Final = LazyPattern(
    r"\b(?:send|write|type|give|tell|e?-?mail|text|read|reply with|put|message|share|provide|spell)\b|"
    "(?:送って|お送り|書いて|お書き|教えて|お教え|伝えて|お伝え|知らせて|お知らせ|記入|返信|読み上げ|読んで|言って|おっしゃって)"
    "[^。!?]{0,6}(?:くださ|下さ|いただ|頂|もらえ|願い|ちょうだい)"
)
_ON_A_PAGE: Final = LazyPattern(
    r"\b(?:page|link|screen|site|form|never|don't|not|n't|without)\b|n't\b|ページ|リンク|画面|サイト|フォーム|"
    "不要|必要は|なくて|ないで|結構"
)


def _asks_for_card(view: View, act: FoundAct) -> bool:
    """Tells the customer to send or say it, other than on the payment page."""
    text = view.sentence_text(act.clause)
    return _SEND_CARD.search(text) is not None and _ON_A_PAGE.search(text) is None


def _review_deal(view: View) -> Iterator[Evidence]:
    """A remedy, a favour or a threat in one breath with a condition about the review."""
    yield from bargains(view)
    for act in view.acts(Act.REVIEW_TALK):
        near = (act.clause, act.clause + 1)
        if view.denied(act.clause) or view.acts_in(act.clause, Act.REFUSE):
            continue
        threat = view.acts_in(act.clause, Act.THREATEN)
        gain = any(
            view.acts_in(c, Act.OFFER, Act.PROMISE) and not view.denied(c) and view.meant(c)
            for c in near
        )
        if threat or (view.conditional(act.clause) and gain):
            yield view.clause_span(act.clause, act.span), act.clause, None


# ---------------------------------------------------------------- fault, blame, hostility


_LEFT_OPEN: Final = LazyPattern(
    "かどうか|(?:のでは)?と(?:お(?:考え|疑い|感じ|思い)|疑わ|思われ)|と(?:お答え|申し上げ|言え|言い)(?:でき|ら|れ)?(?:れば|たら|れ)|とは(?:まだ)?(?:申|言)|なんてこと|"
    r"\bwhether\b|\b(?:can't|cannot|won't|not going to) (?:call|say|tell)\b|\bhaven't said\b"
)
"""Speaks of the question, and answers it neither way."""


def _fault_admission(view: View) -> Iterator[Evidence]:
    """Only where the case leaves open whose fault it is: an established fault is owned."""
    if not view.fault_open:
        return
    for act in view.acts(Act.ADMIT_FAULT, Act.DENY_FAULT):
        open_ = view.hedged(act.clause) or view.asked(act.clause)
        if not open_ and not _LEFT_OPEN.search(view.sentence_text(act.clause)):
            yield view.clause_span(act.clause, act.span), act.clause, None


def _blame(view: View) -> Iterator[Evidence]:
    yield from _spoken(view, Act.BLAME)


def _spoken(view: View, *acts: Act) -> Iterator[Evidence]:
    for act in view.found_acts:
        if act.act in acts and view.meant(act.clause):
            yield view.clause_span(act.clause, act.span), act.clause, None


def hostility(warned: bool) -> Detector:
    def detect(view: View) -> Iterator[Evidence]:
        for span, clause, topic in _spoken(view, Act.INSULT, Act.SARCASM):
            # Who runs down the carrier is found to blame it.
            if not is_about_others(view.reading.clauses[clause].text):
                yield span, clause, topic
        for act in view.found_acts:
            if act.act is Act.THREATEN and view.meant(act.clause) and not _procedure(view, act):
                yield view.clause_span(act.clause, act.span), act.clause, None
            if (
                act.act is Act.END_CALL
                and view.meant(act.clause)
                and not rings_off(view, act.clause)
            ):
                announced = warned or "end-by-procedure" in view.moment.done
                if not (view.moment.abuse and announced) and not _procedure(view, act):
                    yield view.clause_span(act.clause, act.span), act.clause, None

    return detect


_TILL_LATER: Final = LazyPattern(
    "のちほど|後ほど|後程|またお電話|またご連絡|折り返|かけ直|おかけします|おかけいたします|"
    r"\b(?:call|ring|phone|speak to|talk to) you (?:back|then|later|again|at|in)\b|\btalk (?:soon|then|later)\b|\bby(?:e)? for now\b"
)
_FAREWELL: Final = LazyPattern(
    "(?:一旦|いったん|ひとまず)[^。!]{0,10}(?:切|失礼)|^[^。]{0,8}失礼(?:いたし|し)ま(?!した)|切らせて|"
    r"\b(?:hang up|ring off|let you go|go now|bye)\b"
)


def rings_off(view: View, clause: int) -> bool:
    """Whether a clause ends the call till the one that has been agreed, or is announced beside it."""
    hard = view.acts(Act.INSULT, Act.SARCASM, Act.BLAME, Act.THREATEN, Act.WARN)
    if view.moment.abuse or hard or not _FAREWELL.search(view.sentence_text(clause)):
        return False
    return view.call_agreed or _TILL_LATER.search(view.whole_text) is not None


def _procedure(view: View, act: FoundAct) -> bool:
    """The warning that the ending procedure asks for, given to somebody who is abusive."""
    return view.moment.abuse and bool(view.acts_in(act.clause, Act.WARN))


_ABOVE: Final = LazyPattern(
    r"\b(?:supervisor|up the line|higher up|above me|put(?:ting)? you through|my (?:boss|manager))\b|責任者|上司|上の者|店長|お取り次ぎ|おつなぎ"
)


def _no_handover(view: View) -> Iterator[Evidence]:
    """The supervisor is due and the reply declines to pass the customer on."""
    if not view.moment.handover_due or view.acts(Act.HAND_OVER):
        return
    steps = view.cued_topics(TopicKind.STEP, affirmed=False, own_words=False)
    for found in steps:
        topic = view.topic(found.topic)
        if topic and topic.deed == "hand-over" and not view.asked(found.clause):
            yield view.clause_span(found.clause, found.span), found.clause, found.topic
    names = (view.shop.supervisor.ja, view.shop.supervisor.en)
    for index, clause in enumerate(view.reading.clauses):
        declined = view.meant(index) and view.denied(index) and not view.asked(index)
        if declined and _ABOVE.search(matching_form(clause.text)):
            yield clause.span, index, None
    for act in view.acts(Act.REFUSE):
        if any(s.value in names for s in view.slots(("person",), act.clause)):
            yield view.clause_span(act.clause, act.span), act.clause, None


def _false_statement(view: View) -> Iterator[Evidence]:
    yield from false_cure(view)
    yield from false_prices(view)


DETECTORS: Mapping[Breach, Detector] = {
    Breach.THIRD_PARTY_DATA: hints,
    Breach.IDENTITY_FIRST: _identity_first,
    Breach.CARD_DATA: _card_data,
    Breach.REVIEW_DEAL: _review_deal,
    Breach.UNCERTAIN_PROMISE: uncertain_promise,
    Breach.BEYOND_AUTHORITY: beyond_authority,
    Breach.FALSE_STATEMENT: _false_statement,
    Breach.OPEN_PROMISE: open_promise,
    Breach.FAULT_ADMISSION: _fault_admission,
    Breach.BLAME: _blame,
    Breach.NO_HANDOVER: _no_handover,
}
