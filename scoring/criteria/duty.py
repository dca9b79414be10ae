"""The duties that the handbook sets for a moment, and how each is done.

A deed at the desk fulfils a duty as well as words do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from scenarios.acts import Act, Duty
from scenarios.model import TopicKind
from scoring.criteria.judgement import NO_OCCASION, Judgement, met, missed, partly
from scoring.criteria.other_times import about_other_times
from scoring.criteria.wishes import every_wish
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import digits_of, matching_form
from scoring.model import FoundAct, Slot
from scoring.moment.view import TIME_SLOTS, View

_IN_ITS_PLACE = (Act.CHECK, Act.OFFER, Act.CALL_BACK, Act.CHOICE, Act.HAND_OVER)
_TO_RETURN = (Act.CALL_BACK, Act.HAND_OVER)


def _when_due(duty: Duty, done: Callable[[View], Judgement]) -> Callable[[View], Judgement]:
    def judge(view: View) -> Judgement:
        return done(view) if duty in view.duties else NO_OCCASION

    return judge


def _due_no(view: View) -> Judgement:
    """Where it is due, and where a limit is declined all the same: it may have been due a reply ago."""
    declined = view.topics(TopicKind.LIMIT, affirmed=False) and view.acts(Act.REFUSE)
    return _refused(view) if declined or Duty.REFUSE in view.duties else NO_OCCASION


def _said(view: View, act: Act) -> Judgement | None:
    found = view.acts(act)
    return met(view.clause_span(found[0].clause, found[0].span)) if found else None


def _verified(view: View) -> Judgement:
    return _said(view, Act.VERIFY) or missed(detail=view.detail_of(Duty.VERIFY_IDENTITY))


def _refused(view: View) -> Judgement:
    """The due no; partly where the rule is its only reason or nothing is put in its place. Whoever has
    said it before need not say it again."""
    limits = view.topics(TopicKind.LIMIT, affirmed=False, own_words=False)
    said = view.acts(Act.REFUSE)
    if not limits and not said:
        wanted = view.wanted(TopicKind.LIMIT)
        return NO_OCCASION if wanted in view.moment.named else missed(wanted)
    span = said[0].span if said else limits[0].span
    topic = limits[0].topic if limits else None
    curt = view.acts(Act.RULE_ONLY) and not view.acts(*_IN_ITS_PLACE)
    return partly(span, topic) if curt else met(span, topic)


def _time_and_owner(view: View) -> Judgement:
    """Only a reply that promises to come back owes a time and a name, unless both are in the diary."""
    promised = view.acts(*_TO_RETURN)
    if not promised:
        return NO_OCCASION
    timed = [a for a in promised if _timed(view, a)]
    named = view.acts(Act.INTRODUCE) or view.slots(("person",)) or view.moment.agent
    if timed and named:
        return met(timed[0].span)
    if view.call_agreed:
        return NO_OCCASION
    if timed or named:
        return partly(promised[0].span)
    return missed()


def _timed(view: View, act: FoundAct) -> bool:
    """A time of its own clause, or beside it one that does not belong to something else."""
    if view.slots(TIME_SLOTS, act.clause):
        return True
    beside = (act.clause - 1, act.clause + 1)
    return any(view.slots(TIME_SLOTS, c) and not about_other_times(view, c) for c in beside)


_RECAP: Final = 4
"""Facts and figures of the case from which on to tell them together is a read-back, whatever its frame."""


_CHECKED_RECAP: Final = 3
"""The same where the customer is asked whether it is right."""


def _told_back(view: View, slot: Slot) -> bool:
    """A figure of the case, or one that the customer has told, or a day or an hour that has just been
    named."""
    if slot.in_case or (slot.kind in TIME_SLOTS and named_before(view, slot)):
        return True
    figure = digits_of(view.reading.text[slot.span.start : slot.span.end])
    return len(figure) >= _LONG_ENOUGH and figure in digits_of("".join(view.moment.customer_said))


_LONG_ENOUGH: Final = 4
"""Digits by which a number is known again."""
_JUST_SAID: Final = 2
"""Lines of either side in which a time that is read back was named."""


def named_before(view: View, slot: Slot) -> bool:
    """Whether the customer, or the agent, has just named the same time in the same words."""
    moment = view.moment
    lines = (*moment.customer_said[-_JUST_SAID:], *moment.agent_said[-_JUST_SAID:])
    return stands_in(view, slot, " ".join(lines))


def stands_in(view: View, slot: Slot, said: str) -> bool:
    """Whether what was *said* has a figure of the reply in the same words."""
    words = matching_form(view.reading.text[slot.span.start : slot.span.end]).strip()
    return bool(words) and words in matching_form(said)


def _read_back(view: View) -> Judgement:
    said = _said(view, Act.READ_BACK)
    if said:
        return said
    facts = view.topics(TopicKind.FACT, TopicKind.KNOWN, own_words=False)
    figures = [s for s in view.reading.slots if _told_back(view, s) and view.meant(s.clause)]
    named = {f.topic for f in facts} | {f"{s.kind} {s.value}" for s in figures}
    checked = bool(view.acts(Act.CONSENT)) or view.reading.text.rstrip().endswith(("?", "？"))
    if len(named) >= (_CHECKED_RECAP if checked else _RECAP):
        return met(figures[0].span if figures else facts[0].span)
    if len(named) >= 2:
        return partly(facts[0].span if facts else figures[0].span)
    return missed()


def _handed_over(view: View) -> Judgement:
    if "hand-over" in view.moment.done:
        return met(None)
    return _said(view, Act.HAND_OVER) or missed()


_DISSUADES: Final = LazyPattern(
    r"\b(?:please|kindly) (?:don't|do not|refrain from) (?:writ|post|leav|giv|publish)\w*\b|"
    "(?:書かない|投稿しない|載せない)で(?:くだ|下さ|いただ|もら|ほし)|(?:控えて?|やめて)(?:くださ|いただけ)"
)
_NOT_DISSUADING: Final = LazyPattern(
    r"\bask(?:ing)? you\b|\bfor (?:our|my) sake\b|必要は|とは(?:申|言)|お願いは"
)
"""Asks the customer not to review: that leaves nothing free."""


_THEIRS: Final = LazyPattern(
    r"\b(?:your (?:own )?(?:decision|choice|call|business|affair)|up to you|yours to (?:write|decide|give|make)|as you (?:like|please|wish|see fit)|"
    r"free to (?:write|post|say|give)|(?:makes?|made) no difference|changes? nothing|won't change)\b|ご自由|お任せ|ご判断|変わりません|変わらない"
)
"""Says that it is theirs, or that it changes nothing."""


def _review_left_free(view: View) -> Judgement:
    """Met where it is said that the review is theirs or changes nothing; mentioning it is half."""
    said = view.acts(Act.REVIEW_TALK)
    facts = (TopicKind.FACT, TopicKind.STEP)
    for act in said:
        text = view.sentence_text(act.clause)
        if _DISSUADES.search(text) and not _NOT_DISSUADING.search(text):
            return missed()
        free = any(f.clause == act.clause for f in view.topics(*facts, affirmed=None))
        free = free or _THEIRS.search(text) is not None
        if free or view.denied(act.clause) or view.acts_in(act.clause, Act.REFUSE):
            return met(view.clause_span(act.clause, act.span))
    return partly(view.clause_span(said[0].clause, said[0].span)) if said else missed()


_STOPS: Final = LazyPattern(
    r"\bstop\b(?! by| in\b)|\bsave your breath\b|\bno (?:more|further) (?:of|digits|numbers)|"
    r"\b(?:not|don't|do not) (?:\w+ )?(?:another|one more|any more|the rest)\b|"
    r"\b(?:put|tuck|slip|pop) (?:it|that|the|your)\b[^.!?]{0,12}\b(?:away|down|back)\b|"
    r"\b(?:keep|leave) (?:it|that|this|those|the|your)\b[^.!?]{0,24}\b(?:safe|away|private|to yourself|purse|wallet|pocket|there|unsaid)\b|"
    r"\b(?:don't|do not|needn't|need not|never|no need to|without|rather not|shouldn't|not have to|don't have to|mustn't)\b"
    r"[^.!?]{0,14}\b(?:read|say|tell|give|type|send|hear|take|write|note|need|share)\w*\b|"
    r"\b(?:pause|hold it|hold the rest|hold (?:that|the number)|interrupt\w*|cut(?:ting)? (?:in|you off|across)|refrain|leave out|hush)\b|"
    r"\b(?:number|that|it|those|figures|digits)(?:'s| is| are| should| must|'re)? (?:\w+ ){0,2}(?:yours? (?:alone|to guard|and nobody|eyes)|stay|remain|be kept)\b|\bfor your eyes\b|\bkept (?:it|that|this) (?:to yourself|safe)\b|"
    r"\b(?:can't|cannot|can not|not allowed to|unable to|not permitted to|mustn't|never) (?:take|accept|hear|receive)\b|\b(?:prohibited|forbidden|not accepted|must not be)\b|\bno (?:card )?numbers? please\b|"
    r"\b(?:don't|do not) (?:go on|continue|carry on|finish)\b|\bguard (?:it|that)\b|"
    r"\bno need (?:for|of) (?:the|your|that|it|any)\b|\b(?:nobody|no one|noone)\b[^.!?]{0,24}\b(?:hear|ask|need)|"
    "番号[はも、]?[^。!?]{0,6}(?:結構|けっこう|大丈夫|だめ|無用)|止め|止ま|お?待って|そこまで|そのへんで|お控え|控えて|しまって|伏せて|内緒|大切に|"
    "(?:おっしゃ|言[わっ]|読[まみ]|お読み|打[たち]|書[かい]|お伝え|お聞かせ|口に)[^。!?]{0,8}(?:ない|なく|なさら|ずに|ません|必要)|"
    "(?:伺|うかが|お聞き|聞[いき]|承|控え|書き(?:留|と)め|メモ|使[わい]|お預かり|要|いり)[^。!?]{0,8}(?:ません|ない|ず|なく)|"
    "ストップ|停止|禁止|だめ(?:です|なやつ)|(?:渡|漏ら|続け)さないで|渡さない|受け取(?:れ|ってよい|りません|りかね)|お?手元(?:だけ)?に|胸の(?:内|うち)|口をつぐ|差し控え|(?:頂|いただ)か(?:ず|ない)|聞かせないで|お許しくだ|遮|さえぎ|"
    "不要|必要(?:は|が|も)?(?:ありま|ござい|な)|なくて(?:も)?(?:大丈夫|調べ|お調べ|結構)"
)
"""Where a card is being read out, these words put an end to it; what they are about needs no name."""


def _card_stopped(view: View) -> Judgement:
    for act in view.acts(Act.CARD_TALK):
        if view.denied(act.clause) or view.acts_in(act.clause, Act.REFUSE, Act.BOUNDARY):
            return met(view.clause_span(act.clause, act.span))
    for number, clause in enumerate(view.reading.clauses):
        if view.own(number) and not clause.question and _STOPS.search(matching_form(clause.text)):
            return met(clause.span)
    return missed()


def _estimate_stated(view: View) -> Judgement:
    """Owed where the reply speaks about an outcome that nobody can be certain of."""
    said = _said(view, Act.ESTIMATE)
    if said:
        return said
    about = view.topics(TopicKind.UNCERTAIN, affirmed=None, own_words=False)
    if not about:
        return NO_OCCASION
    open_ = all(view.denied(f.clause) or view.hedged(f.clause) for f in about)
    return met(about[0].span) if open_ else missed(about[0].topic)


KINDS: Mapping[str, Callable[[View], Judgement]] = {
    "verify-identity": _when_due(Duty.VERIFY_IDENTITY, _verified),
    "refuse": _due_no,
    "time-and-owner": _time_and_owner,
    "read-back": _when_due(Duty.READ_BACK, _read_back),
    "hand-over": _when_due(Duty.HAND_OVER, _handed_over),
    "leave-review-free": _when_due(Duty.LEAVE_REVIEW_FREE, _review_left_free),
    "stop-card-number": _when_due(Duty.STOP_CARD_NUMBER, _card_stopped),
    "answer-wishes": _when_due(Duty.ANSWER_WISHES, every_wish),
    "state-estimate": _when_due(Duty.STATE_ESTIMATE, _estimate_stated),
}
