"""Breaches in what is promised and claimed: certainty, sums, open promises, cures.

Each detector yields the words at fault, the number of their clause, and the topic, if there is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.language import Language
from scenarios.model import Scenario, TopicKind
from scoring.breaches.giving import gifts, over_the_limit
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import FoundTopic, Span
from scoring.moment.view import TIME_SLOTS, View
from scoring.per_case import per_case

Evidence = tuple[Span, int, str | None]
_REACHING = (Act.CALL_BACK,)


_PASSED_ON: Final = LazyPattern(
    r"\b(?:ask|asked|asking|tell|told) (?:the |our )?(?:depot|driver|carrier|courier|them)\b|"
    "よう(?:に)?、?(?:伝え|頼|依頼|お願い|申し伝え)"
)
"""A wish passed on is no promise of what comes of it."""


_WORD_COMES: Final = LazyPattern(
    "(?:返事|返答|回答|答え|連絡|リンク|メール|通知|知らせ)[はがも][^。!?]{0,12}(?:届|来|着)|"
    r"\b(?:answer|reply|link|e?-?mail|message|text)\b[^.!?]{0,20}\b(?:comes?|arrives?|be (?:there|here|with))\b"
)
_GOODS: Final = LazyPattern(r"荷物|お品|商品|お届け|\b(?:parcel|van|blanket|box|delivery|order)\b")


def _word_comes(view: View, index: int) -> bool:
    """An answer or a mail that comes is not the parcel's arrival."""
    clause = view.clause(index)
    text = matching_form(clause.text) if clause else ""
    return _WORD_COMES.search(text) is not None and _GOODS.search(text) is None


_DISCLAIMED: Final = LazyPattern(
    "(?:お?約束|確約|保証|断言|請け合|言い切|誓)[^。!?、]{0,6}(?:でき|いたし|致し|え|れ|う|し)?[^。!?、]{0,4}(?:ません|ない|かね|兼ね)|"
    "(?:申し上げ|言い)たいところ|と(?:は)?(?:までは)?(?:申せ|言え|申し上げられ)(?:ません|ない)|"
    r"\b(?:can't|cannot|can not|couldn't|won't|not able to) (?:\w+ )?(?:promise|guarantee|swear|vouch|be sure)\b|"
    r"(?:\bnot|\bno|n't|\bhardly) (?:quite )?(?:a |an )?(?:sure thing|(?:dead )?cert(?:ainty)?|given|promise|guarantees?|set in stone)\b"
)
"""Takes back, in the same sentence, that it is certain."""
_ASKS_OF_CUSTOMER: Final = LazyPattern(
    "(?:いただ|頂)(?:きた[いく]|けます(?:か|よう)|ければ)|て(?:くださ|下さ)|お(?:願い|持ち)(?:(?:いた|し)ます|くださ)"
)
_OF_THINGS: Final = LazyPattern("届|着[きくい]|戻り|外れ|消え|間に合|見つか|到着|入金")


def _disclaimed(view: View, index: int) -> bool:
    """The sentence takes the certainty back, or "without fail" is asked of the customer."""
    text = view.sentence_text(index)
    if _DISCLAIMED.search(text):
        return True
    return _ASKS_OF_CUSTOMER.search(text) is not None and _OF_THINGS.search(text) is None


def uncertain_promise(view: View) -> Iterator[Evidence]:
    for found in view.cued_topics(TopicKind.UNCERTAIN, own_words=False):
        if view.denied(found.clause) or view.asked(found.clause) or view.hedged(found.clause):
            continue
        if _disclaimed(view, found.clause):
            continue
        if _PASSED_ON.search(view.sentence_text(found.clause)) or _word_comes(view, found.clause):
            continue
        if _committed(view, found.clause) or _flat(view, found):
            yield view.clause_span(found.clause, found.span), found.clause, found.topic
    for act in view.acts(Act.CERTAIN):
        about = [t for t in act.about if _is_uncertain(view, t)]
        held = view.denied(act.clause) or view.hedged(act.clause)
        if about and not held and not _disclaimed(view, act.clause):
            yield view.clause_span(act.clause, act.span), act.clause, about[0]
    yield from _sworn(view)


def _committed(view: View, number: int) -> bool:
    """Called certain, or promised; what can be done is only put forward."""
    if view.acts_in(number, Act.CERTAIN):
        return True
    clause = view.clause(number)
    can = clause is not None and clause.modality == "can"
    return not can and bool(view.acts_in(number, Act.PROMISE))


def _flat(view: View, found: FoundTopic) -> bool:
    """Said as a fact to come, with a time or with 'will', and without a condition."""
    clause = view.clause(found.clause)
    if clause is None or clause.conditional or not found.own_words:
        return False
    timed = bool(view.slots(TIME_SLOTS, found.clause))
    return clause.modality == "will" or (timed and bool(view.acts_in(found.clause, Act.INFORM)))


def _is_uncertain(view: View, name: str) -> bool:
    topic = view.topic(name)
    return topic is not None and topic.kind is TopicKind.UNCERTAIN


_COMES: Final = LazyPattern(
    r"\b(?:have|get|arriv\w*|there|with you|deliver\w*|in your hands?|at your door|land|reach)\b|届|着[きくい]|お手元|到着|お届け|鳴り"
)


def _sworn(view: View) -> Iterator[Evidence]:
    """Certainty beside an arrival with a time, where the case has an outcome nobody can swear to."""
    if TopicKind.UNCERTAIN not in view.at_stake.kinds:
        return
    for act in view.acts(Act.CERTAIN):
        if view.denied(act.clause) or view.asked(act.clause):
            continue
        near = [n for n in view.sentence(act.clause) if view.own(n)]
        if any(view.hedged(n) or view.denied(n) for n in near) or _disclaimed(view, act.clause):
            continue
        text = matching_form(" ".join(view.reading.clauses[n].text for n in near))
        if _COMES.search(text) and any(view.slots(TIME_SLOTS, n) for n in near):
            yield view.clause_span(act.clause, act.span), act.clause, _first_uncertain(view)


def _first_uncertain(view: View) -> str | None:
    topics = view.scenario.topics.items()
    return next((name for name, t in topics if t.kind is TopicKind.UNCERTAIN), None)


_CURES: Final = LazyPattern(
    r"\b(?:clear|eas|tak|cur|heal|reliev|melt|get rid|sooth)\w*\b[^.!?]{0,25}\b(?:pain|aches?|joints?|stiffness|knees?)\b|"
    r"\b(?:fix|cur|heal|reliev|help|sort|improv)\w*\b[^.!?]{0,15}\b(?:back ?(?:pain|ache)|(?:your|her|his|bad|sore) (?:back|hips?|shoulders?|knees?))\b|"
    r"\b(?:pain|ache|stiffness)\b[^.!?]{0,15}\b(?:gone|goes|vanish\w*|disappear\w*|away)\b|"
    "(?:痛み|こり|しびれ|膝|腰|肩|関節|リウマチ)[^。!?]{0,10}(?:取れ|消え|なくな|治|和ら|楽にな|効き|効く|よくな|良くな)"
)
_HEALING: Final = LazyPattern(r"\bheal|\bcure|\bpain|治|効き|痛み")


_GUESS: Final = LazyPattern(
    r"たぶん|多分|きっと|おそらく|と思いま|はずで|\b(?:probably|surely|should|definitely|i think|i bet)\b"
)
"""A guess at a cure is a claim all the same."""
_UNKNOWN: Final = LazyPattern(
    r"か(?:どうか)?[はも]|かもしれ|分か[らり]|わか[らり]|人それぞれ|\b(?:whether|if|not|can't|cannot)\b"
)


@per_case
def _about_healing(scenario: Scenario, language: Language) -> str | None:
    """The first false statement of the case that is about healing."""
    for name, topic in scenario.topics.items():
        if topic.breach is Breach.FALSE_STATEMENT and _HEALING.search(
            " ".join(topic.cues.of(language)).casefold()
        ):
            return name
    return None


def false_cure(view: View) -> Iterator[Evidence]:
    """A cure promised of goods that no scenario lets heal anything."""
    name = _about_healing(view.scenario, view.language)
    if name is None:
        return
    for index, clause in enumerate(view.reading.clauses):
        own = view.own(index) and not view.denied(index) and not view.asked(index)
        text = matching_form(clause.text)
        open_ = view.hedged(index) and not (_GUESS.search(text) and not _UNKNOWN.search(text))
        if own and not open_ and _CURES.search(text):
            yield clause.span, index, name


def beyond_authority(view: View) -> Iterator[Evidence]:
    """Sums that are neither true of the case nor within what an agent may give."""
    yield from gifts(view)
    for slot in view.slots(("amount",)):
        giving = view.acts_in(slot.clause, Act.OFFER, Act.PROMISE)
        if not giving or view.denied(slot.clause) or view.hedged(slot.clause):
            continue
        if _FROM.search(matching_form(view.reading.text[slot.span.end : slot.span.end + 8])):
            continue
        if over_the_limit(view, slot) and not view.acts_in(slot.clause, Act.REFUSE):
            yield view.clause_span(slot.clause, slot.span), slot.clause, None


_FROM: Final = LazyPattern("^ ?(?:以上|未満|を超え|or more|or over)")
"""Behind a sum that tells for which orders something holds."""
_IF_ANYTHING_CHANGES: Final = LazyPattern(
    r"\bif (?:anything|something|that|it|they|the (?:time|day|plan|parcel|box|driver|van|carrier|courier))"
    r"(?: does| do| should|'s| is| are)? (?:changes?|slips?|moves?|comes? up|goes? wrong|late|delayed|running late|held up)\b|"
    "(?:変わり|変更がござい|変更があり|動きがあり|何かあり|万一のことがあり)(?:まし)?(?:たら|た場合|ますときは)|変わるようでしたら|"
    "(?:遅れる|遅れそうな|ずれる|間に合わない|届かない)(?:場合|とき|よう(?:なら|でしたら|であれば))|遅れましたら|"
    "(?:求め|問い合わせ|照会|要請|依頼)が(?:あれば|ありましたら|ございましたら|あった場合|来れば|来たら)"
)
"""Nobody can say when a notice will be due that may never be needed, nor an answer that nobody has
asked for yet."""
_SENT_BY_ITSELF: Final = LazyPattern(
    r"\b(?:get|receive|have|find) (?:an? |the |your )?(?:automatic |short )?(?:confirmation|(?:e-?mail|text|message)\b[^.!?]{0,12}\b(?:confirm|receipt))"
)
"""What a system sends is no promise to come back."""
_ANYBODY: Final = LazyPattern("(?:誰|どなた)(?:でも|だって)")
"""Tells what everybody does."""
_ANSWERS_HERE: Final = LazyPattern(
    r"(?:以下|下記|次|左記)(?:の(?:とおり|通り)|に)|本(?:メール|状|書面)(?:で|にて)|\b(?:as follows|(?:see )?below)\b"
)
"""What is answered in the lines that follow is not put off."""
_NO_PROMISE: Final = (_IF_ANYTHING_CHANGES, _SENT_BY_ITSELF, _ANYBODY, _ANSWERS_HERE)


def open_promise(view: View) -> Iterator[Evidence]:
    """A promise to come back without any time in the clause, beside it, or asked for; none where the
    call is in the diary."""
    if view.call_agreed:
        return
    for act in view.acts(*_REACHING):
        near = [c for c in range(act.clause - 1, act.clause + 2) if view.meant(c)]
        timed = any(view.slots(TIME_SLOTS, c) for c in near)
        asked = any(view.asked(c) or view.acts_in(c, Act.ASK, Act.CHOICE) for c in near)
        if timed or asked or view.denied(act.clause) or view.conditional(act.clause):
            continue
        text = view.sentence_text(act.clause)
        if not any(p.search(text) for p in _NO_PROMISE):
            yield view.clause_span(act.clause, act.span), act.clause, None
