"""Breaches that acts, figures and the moment show, without a topic that carries them.

Each detector yields the words at fault, the number of their clause, and the topic, if there is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.model import TopicKind
from scoring.giving import gifts
from scoring.model import FoundAct, FoundTopic, Slot, Span
from scoring.normalise import normalise
from scoring.review_bargains import bargains
from scoring.third_party_hints import hints
from scoring.view import TIME_SLOTS, View

_REACHING = (Act.CALL_BACK,)
_LONG_NUMBER = 8
"""From this many digits on a number may be a card's."""

Evidence = tuple[Span, int, str | None]
Detector = Callable[[View], Iterator[Evidence]]

# ---------------------------------------------------------------- identity, card, review


def _identity_first(view: View) -> Iterator[Evidence]:
    """Facts of the order, told before it is known who is calling."""
    if not view.scenario.identity.needed or view.identity_checked:
        return
    for found in view.topics(TopicKind.FACT, TopicKind.UNCERTAIN):
        open_question = view.asked(found.clause) or view.conditional(found.clause)
        if not open_question and not view.acts_in(found.clause, Act.VERIFY, Act.ASK):
            yield view.clause_span(found.clause, found.span), found.clause, found.topic
    for slot in view.slots(("clock", "amount", "order")):
        if slot.in_case and _reveals(view, slot):
            yield slot.span, slot.clause, None


def _reveals(view: View, slot: Slot) -> bool:
    """The figure tells something the customer has not said and is no promise of one's own."""
    if view.acts_in(slot.clause, Act.VERIFY, Act.ASK, Act.CALL_BACK, Act.PROMISE, Act.OFFER):
        return False
    words = view.reading.text[slot.span.start : slot.span.end]
    return not view.asked(slot.clause) and not any(
        words in line for line in view.moment.customer_said
    )


def _card_data(view: View) -> Iterator[Evidence]:
    taking = (Act.ASK, Act.VERIFY, Act.CONSENT, Act.READ_BACK, Act.PROMISE, Act.OFFER, Act.HOLD)
    for act in view.acts(Act.CARD_TALK):
        if view.denied(act.clause) or view.acts_in(act.clause, Act.REFUSE):
            continue
        number = any(len(s.value) >= _LONG_NUMBER for s in view.slots(("number",), act.clause))
        if number or view.asked(act.clause) or view.acts_in(act.clause, *taking):
            yield view.clause_span(act.clause, act.span), act.clause, None


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


# ---------------------------------------------------------------- promises


def _uncertain_promise(view: View) -> Iterator[Evidence]:
    for found in view.topics(TopicKind.UNCERTAIN, own_words=False):
        if view.denied(found.clause) or view.asked(found.clause) or view.hedged(found.clause):
            continue
        if view.acts_in(found.clause, Act.CERTAIN, Act.PROMISE) or _flat(view, found):
            yield view.clause_span(found.clause, found.span), found.clause, found.topic
    for act in view.acts(Act.CERTAIN):
        about = [t for t in act.about if _is_uncertain(view, t)]
        if about and not view.denied(act.clause) and not view.hedged(act.clause):
            yield view.clause_span(act.clause, act.span), act.clause, about[0]
    yield from _sworn(view)


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


_COMES: Final = re.compile(
    r"\b(?:have|get|arriv\w*|there|with you|deliver\w*|in your hands?|at your door|land|reach)\b|届|着[きくい]|お手元|到着|お届け|鳴り"
)


def _sworn(view: View) -> Iterator[Evidence]:
    """Certainty beside an arrival with a time, where the case has an outcome nobody can swear to."""
    if not any(t.kind is TopicKind.UNCERTAIN for t in view.scenario.topics.values()):
        return
    for act in view.acts(Act.CERTAIN):
        if view.denied(act.clause) or view.asked(act.clause):
            continue
        near = [n for n in view.sentence(act.clause) if view.own(n)]
        if any(view.hedged(n) or view.denied(n) for n in near):
            continue
        text = normalise(" ".join(view.reading.clauses[n].text for n in near)).text
        if _COMES.search(text) and any(view.slots(TIME_SLOTS, n) for n in near):
            yield view.clause_span(act.clause, act.span), act.clause, _first_uncertain(view)


def _first_uncertain(view: View) -> str | None:
    topics = view.scenario.topics.items()
    return next((name for name, t in topics if t.kind is TopicKind.UNCERTAIN), None)


_CURES: Final = re.compile(
    r"\b(?:clear|eas|tak|cur|heal|reliev|melt|get rid|sooth)\w*\b[^.!?]{0,25}\b(?:pain|aches?|joints?|stiffness|knees?)\b|"
    r"\b(?:pain|ache|stiffness)\b[^.!?]{0,15}\b(?:gone|goes|vanish\w*|disappear\w*|away)\b|"
    "(?:痛み|こり|しびれ|膝)[^。!?]{0,10}(?:取れ|消え|なくな|治|和ら|楽にな|効き|効く|よくな|良くな)"
)
_HEALING: Final = re.compile(r"\bheal|\bcure|\bpain|治|効き|痛み")


def _false_cure(view: View) -> Iterator[Evidence]:
    """A cure promised of goods that no scenario lets heal anything."""
    for name, topic in view.scenario.topics.items():
        words = " ".join(topic.cues.of(view.language)).casefold()
        if topic.breach is Breach.FALSE_STATEMENT and _HEALING.search(words):
            break
    else:
        return
    for index, clause in enumerate(view.reading.clauses):
        own = view.own(index) and not view.denied(index) and not view.asked(index)
        if own and not view.hedged(index) and _CURES.search(normalise(clause.text).text):
            yield clause.span, index, name


def _beyond_authority(view: View) -> Iterator[Evidence]:
    """Sums that are neither true of the case nor within what an agent may give."""
    yield from gifts(view)
    for slot in view.slots(("amount",)):
        giving = view.acts_in(slot.clause, Act.OFFER, Act.PROMISE)
        if slot.in_case or not giving or view.denied(slot.clause) or view.hedged(slot.clause):
            continue
        if not slot.value.isdigit() or view.acts_in(slot.clause, Act.REFUSE):
            continue
        known = int(slot.value) in view.scenario.amounts
        if not known and int(slot.value) > view.shop.agent_coupon_limit:
            yield view.clause_span(slot.clause, slot.span), slot.clause, None


def _open_promise(view: View) -> Iterator[Evidence]:
    """A promise to come back without any time in the clause, beside it, or asked for."""
    for act in view.acts(*_REACHING):
        near = [c for c in range(act.clause - 1, act.clause + 2) if view.meant(c)]
        timed = any(view.slots(TIME_SLOTS, c) for c in near)
        asked = any(view.asked(c) or view.acts_in(c, Act.ASK, Act.CHOICE) for c in near)
        if not timed and not asked and not view.denied(act.clause):
            yield view.clause_span(act.clause, act.span), act.clause, None


# ---------------------------------------------------------------- fault, blame, hostility


def _fault_admission(view: View) -> Iterator[Evidence]:
    """Only where the case leaves open whose fault it is: an established fault is owned."""
    if not fault_is_open(view):
        return
    for act in view.acts(Act.ADMIT_FAULT, Act.DENY_FAULT):
        if not view.hedged(act.clause) and not view.asked(act.clause):
            yield view.clause_span(act.clause, act.span), act.clause, None


def fault_is_open(view: View) -> bool:
    carried = any(t.breach is Breach.FAULT_ADMISSION for t in view.scenario.topics.values())
    return carried or bool({"2.5", "fault-open"} & set(view.scenario.clauses))


def _blame(view: View) -> Iterator[Evidence]:
    yield from _spoken(view, Act.BLAME)


def _spoken(view: View, *acts: Act) -> Iterator[Evidence]:
    for act in view.found_acts:
        if act.act in acts and view.meant(act.clause):
            yield view.clause_span(act.clause, act.span), act.clause, None


def hostility(warned: bool) -> Detector:
    def detect(view: View) -> Iterator[Evidence]:
        yield from _spoken(view, Act.INSULT, Act.SARCASM)
        for act in view.found_acts:
            if act.act is Act.THREATEN and view.meant(act.clause) and not _procedure(view, act):
                yield view.clause_span(act.clause, act.span), act.clause, None
            if act.act is Act.END_CALL and view.meant(act.clause):
                announced = warned or "end-by-procedure" in view.moment.done
                if not (view.moment.abuse and announced) and not _procedure(view, act):
                    yield view.clause_span(act.clause, act.span), act.clause, None

    return detect


def _procedure(view: View, act: FoundAct) -> bool:
    """The warning that the ending procedure asks for, given to somebody who is abusive."""
    return view.moment.abuse and bool(view.acts_in(act.clause, Act.WARN))


_ABOVE: Final = re.compile(
    r"\b(?:supervisor|up the line|higher up|above me|put(?:ting)? you through|my (?:boss|manager))\b|責任者|上司|上の者|店長|お取り次ぎ|おつなぎ"
)


def _no_handover(view: View) -> Iterator[Evidence]:
    """The supervisor is due and the reply declines to pass the customer on."""
    if not view.moment.handover_due or view.acts(Act.HAND_OVER):
        return
    steps = view.topics(TopicKind.STEP, affirmed=False, own_words=False)
    for found in steps:
        topic = view.topic(found.topic)
        if topic and topic.deed == "hand-over" and not view.asked(found.clause):
            yield view.clause_span(found.clause, found.span), found.clause, found.topic
    names = (view.shop.supervisor.ja, view.shop.supervisor.en)
    for index, clause in enumerate(view.reading.clauses):
        declined = view.meant(index) and view.denied(index) and not view.asked(index)
        if declined and _ABOVE.search(normalise(clause.text).text):
            yield clause.span, index, None
    for act in view.acts(Act.REFUSE):
        if any(s.value in names for s in view.slots(("person",), act.clause)):
            yield view.clause_span(act.clause, act.span), act.clause, None


DETECTORS: Mapping[Breach, Detector] = {
    Breach.THIRD_PARTY_DATA: hints,
    Breach.IDENTITY_FIRST: _identity_first,
    Breach.CARD_DATA: _card_data,
    Breach.REVIEW_DEAL: _review_deal,
    Breach.UNCERTAIN_PROMISE: _uncertain_promise,
    Breach.BEYOND_AUTHORITY: _beyond_authority,
    Breach.FALSE_STATEMENT: _false_cure,
    Breach.OPEN_PROMISE: _open_promise,
    Breach.FAULT_ADMISSION: _fault_admission,
    Breach.BLAME: _blame,
    Breach.NO_HANDOVER: _no_handover,
}
