"""What lowers a score besides a breach: affronts, over-apology, words without meaning.

A rule with acts is found by its acts; the others by the kinds below. How much each lowers which
dimension is the rubric's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.model import TopicKind
from scenarios.values import changed, dataclass
from scoring.breaches.find import FoundBreach
from scoring.breaches.reassurance import FALSE_REASSURANCE, falsely_reassuring
from scoring.criteria import apology
from scoring.criteria.named_topic import exploring
from scoring.criteria.step import open_steps, serves_need
from scoring.language.lazy_pattern import GuardedPattern, LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import FoundAct, Level, Span
from scoring.moment.said_before import only_kind_again, said_again
from scoring.moment.touched import touches
from scoring.moment.view import WORKING, View, once
from scoring.reading.joy import unfounded_joy
from scoring.reading.other_language import in_other_language
from scoring.rubrics.rubric import FaultRule, Rubric

MOSTLY = 0.5
"""Share of a reply's content words from which on it is called after them."""


@dataclass(frozen=True, slots=True)
class FoundFault:
    rule: str
    span: Span | None
    topic: str | None = None
    breach: Breach | None = None
    milder: bool = False


def find_faults(
    view: View, breaches: tuple[FoundBreach, ...], rubric: Rubric
) -> tuple[FoundFault, ...]:
    """Every fault once, in the rubric's order."""
    by_breach = {found.breach: found for found in breaches}
    result: list[FoundFault] = []
    for name, rule in rubric.faults.items():
        if rule.breach is not None:
            seen = by_breach.get(rule.breach)
            if seen:
                result.append(FoundFault(name, seen.span, seen.topic, seen.breach))
        elif (fault := _fault(name, rule, view)) is not None:
            result.append(changed(fault, {"milder": True}) if _milder(rule, view) else fault)
    return tuple(result)


def _milder(rule: FaultRule, view: View) -> bool:
    if rule.milder == "heard":
        kinds = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
        shown = view.acts(Act.ACKNOWLEDGE, Act.EMPATHISE)
        meant = [a for a in shown if not view.acts_in(a.clause, Act.STOCK, *rule.acts)]
        return bool(meant or view.topics(*kinds))
    return rule.milder == "helped" and serves_need(view).level is Level.MET


def _fault(name: str, rule: FaultRule, view: View) -> FoundFault | None:
    if rule.kind is not None:
        answer = KINDS[rule.kind](view)
        if isinstance(answer, bool):
            return FoundFault(name, None) if answer else None
        if isinstance(answer, str):
            return FoundFault(name, None, answer)
        return FoundFault(name, answer)
    if view.kinds_of_acts.isdisjoint(rule.acts):
        return None
    for act in view.found_acts:
        if act.act in rule.acts and view.meant(act.clause) and not _theirs_alone(view, act):
            topic = act.about[0] if act.about else None
            return FoundFault(name, view.clause_span(act.clause, act.span), topic)
    return None


def _theirs_alone(view: View, act: FoundAct) -> bool:
    """Whether somebody is sent to where only they can go: a step of the case that the desk has no deed
    for, as a card that only its holder can have stopped."""
    if act.act is not Act.SEND_AWAY:
        return False
    steps = (f for f in view.topics(TopicKind.STEP, own_words=False) if f.clause == act.clause)
    return any(view.scenario.topics[step.topic].deed is None for step in steps)


_Answer = Span | str | bool
"""The words at fault; True for the reply as a whole, or the topic that it lacks; False for no fault."""


def _over_apology(view: View) -> _Answer:
    said = [a for a in view.found_acts if a.act is Act.APOLOGISE]
    return said[-1].span if apology.count(view) >= apology.TOO_MANY and said else False


def _apology_without_step(view: View) -> _Answer:
    return _over_apology(view) if not moves(view) else False


_RUNS_ITSELF_DOWN: Final = LazyPattern(
    "恥ずかし|お?恥|情けな|つまら[なんぬ]|年寄り|機械(?:に|は)?(?:弱|苦手|だめ|触るもん)|わし(?:なんか|みたい)|私(?:なんか|みたいな|が悪|のせい)|ばかみたい|馬鹿みたい|気が引け|図々し|厚かまし|"
    r"\b(?:silly|stupid|daft|foolish|hopeless|no good|useless) (?:of me|with|at)\b|\bi(?:'m| am| feel| was) (?:so |such |a |an |too |just )*(?:silly|stupid|daft|foolish|fool|idiot|embarrass\w*|asham\w*|nuisance|bother|pest|hopeless)\b|"
    r"\b(?:my (?:own )?(?:fault|mistake)|to be a (?:bother|nuisance|pain)|wasting your time|sorry to (?:bother|trouble|be))\b"
)


def _comforts(view: View) -> bool:
    """Whether the customer has just made little of themselves: to deny that is comfort."""
    said = matching_form(" ".join(view.moment.customer_said[-1:]))
    return not view.moment.abuse and _RUNS_ITSELF_DOWN.search(said) is not None


def _contradiction_first(view: View) -> _Answer:
    """Contradicts before anything was acknowledged, and not what customers say against themselves."""
    contradicted = view.acts(Act.CONTRADICT)
    if not contradicted or _comforts(view):
        return False
    warm = view.acts(Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE)
    for act in contradicted:
        if not any(other.span.start < act.span.start for other in warm):
            return view.clause_span(act.clause, act.span)
    return False


def _stock_only(view: View) -> _Answer:
    """A formula where nothing else shows that the customer was heard."""
    stock = [a for a in view.found_acts if a.act is Act.STOCK and view.meant(a.clause)]
    heard = [
        a
        for a in view.acts(Act.ACKNOWLEDGE, Act.EMPATHISE)
        if not view.acts_in(a.clause, Act.STOCK)
    ]
    named = view.topics(TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
    again = [a for a in view.found_acts if a.act is Act.STOCK and _said_again(view, a)]
    if again and stock:
        return again[0].span
    return stock[0].span if stock and not heard and not named else False


def _said_again(view: View, act: FoundAct) -> bool:
    clause = view.clause(act.clause)
    return clause is not None and clause.repeated


def _said_before(view: View) -> _Answer:
    return said_again(view) or False


def _plain_form(view: View) -> _Answer:
    """Japanese plain form throughout; in English the register alone is no fault."""
    return view.language == "ja" and view.reading.politeness == "plain"


def _other_language(view: View) -> _Answer:
    return in_other_language(view.reading)


_BLANK = GuardedPattern(
    "{ [ ○ 〇 ● △ □ ◇ × __",
    r"\{\{?[^{}]{1,40}\}\}?|\[[A-Z][A-Z_ /]{2,40}\]|_{2,}|[△□◇×●]{2,}|"
    r"(?<![一二三四五六七八九〇○])(?:[○〇]{2,}|[○〇](?=[時分日月円様]))",
)
"""Places of a template that nobody filled in; 一〇〇〇 is a figure."""
_HEADING = GuardedPattern("【", r"(?<=[^\n])【[^【】]{1,20}】")
"""At the beginning of a line 【…】 is a heading; elsewhere it is the name of a keyword or of a blank."""
_FORGOTTEN = 2
"""So many of them are no aside."""


def _unfilled(view: View) -> _Answer:
    blanks = list(_BLANK.finditer(view.reading.text))
    if len(blanks) < _FORGOTTEN:
        return False
    return Span(blanks[0].start(), blanks[-1].end())


def _stuffed(view: View) -> _Answer:
    headings = len(_HEADING.findall(view.reading.text))
    return view.reading.shares.stuffing >= MOSTLY or headings >= _FORGOTTEN


def _parroted(view: View) -> _Answer:
    return _restates(view) or (view.reading.shares.echo >= MOSTLY and not moves(view))


_RESTATING = frozenset(
    {Act.ACKNOWLEDGE, Act.STOCK, Act.THANK, Act.GREET, Act.CLOSE, Act.REVIEW_TALK, Act.INFORM}
)


def _restates(view: View) -> bool:
    """The demand told back with a formula behind it, and nothing else of one's own."""
    found = {act.act for act in view.found_acts if view.meant(act.clause)}
    deeper = view.topics(TopicKind.FEELING, TopicKind.NEED)
    return {Act.ACKNOWLEDGE, Act.STOCK} <= found <= _RESTATING and not deeper


def _recited(view: View) -> _Answer:
    return view.reading.shares.recital >= MOSTLY


def _nothing_said(view: View) -> _Answer:
    """Nothing about this case and nothing to this customer; one who is content may be told anything
    kind, but more than a word that says nothing."""
    if view.wordless:
        return True
    if _unfounded_joy(view) or _false_reassurance(view):
        return False  # worse than nothing, and told as such
    if view.pleased or view.parting:
        return view.reading.words <= 1 and not view.found_acts and not view.found_topics
    topics = any(f.own_words and view.meant(f.clause) for f in view.found_topics)
    acts = view.acts(*WORKING, *_RELATING)
    silent = not view.anchored or (not topics and not acts)
    return silent and not view.puts_forward and not _reports_a_deed(view)


_RELATING = (
    Act.ACKNOWLEDGE,
    Act.EMPATHISE,
    Act.APOLOGISE,
    Act.OWN,
    Act.ASK,
    Act.VERIFY,
    Act.REFUSE,
    Act.CONSENT,
    Act.HOLD,
    Act.BOUNDARY,
    Act.WARN,
    Act.REVIEW_TALK,
    Act.CARD_TALK,
)


def _left_standing(view: View) -> _Answer:
    """Speaks to the matter, but neither hears the customer nor helps."""
    if view.pleased or view.parting or _nothing_said(view) or serves_need(view).level is Level.MET:
        return False
    warm = view.acts(Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE, Act.THANK, Act.OWN)
    personal = view.topics(TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
    moved = (
        *(Act.HAND_OVER, Act.CALL_BACK, Act.CHECK, Act.CERTAIN, Act.OFFER, Act.PROMISE),
        *(Act.CHOICE, Act.READ_BACK),
    )
    return not (warm or personal or _reports_a_deed(view) or view.acts(*moved))


def _reports_a_deed(view: View) -> bool:
    """Says that something has been done, where something has."""
    return bool(view.moment.done) and _REPORTS.search(view.whole_text) is not None


_REPORTS = LazyPattern(
    r"(?:^|[.!?\n] ?)(?:(?:that|it|everything|all)(?:'s| is)(?: all)? (?:now )?)?(?:done|changed|booked|sent|entered|ordered|cancelled|stopped|refunded|arranged|sorted)\b|"
    r"\b(?:has|have|i've|'ve|is|are) (?:now |just |all )?(?:been )?(?:changed|booked|sent|entered|ordered|cancelled|stopped|refunded|arranged|sorted)\b|"
    "(?:変更|手配|入力|登録|送信|お送り|停止|返金|取り消し|予約|完了|手続き)[^。、]{0,8}(?:しました|いたしました|致しました|済み|済んで)"
)
"""Says that something has been done."""


_LONG_ENOUGH = 10
"""Content words from which on nobody's voice in a reply is a manner, not brevity."""
_VOICE = LazyPattern(
    r"\b(?:i|me|my|i'm|i'll|i'd|i've)\b|私|わたし|わたくし|わたくしども|くださいね|ですね|ますね|でしたね"
)


def _impersonal(view: View) -> _Answer:
    """Correct and complete, in the voice of a form: nobody speaks, nobody is spoken to."""
    if (
        view.pleased
        or view.reading.words < _LONG_ENOUGH
        or view.reading.politeness in ("plain", "none")
    ):
        return False
    kind = view.acts(
        Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE, Act.CONSENT, Act.INTRODUCE, Act.READ_BACK
    )
    if kind or view.topics(TopicKind.FEELING, TopicKind.NEED) or exploring(view, form=False):
        return False
    return _VOICE.search(view.whole_text) is None


def _refusal_only(view: View) -> _Answer:
    """Says no and puts nothing in its place."""
    said = view.acts(Act.REFUSE)
    if not said or moves(view) or _alternative(view):
        return False
    return view.clause_span(said[0].clause, said[0].span)


_INSTEAD: Final = LazyPattern(
    r"(?:その)?代わり(?:に|、)|でしたら[^。!?]{0,30}(?:予定|でき|間に合|ござい|ます)|"
    r"\b(?:instead|what i can do|but i can|i can,? however)\b"
)


def _alternative(view: View) -> bool:
    """A clause that is no refusal itself puts something in the place of the no."""
    for index in range(len(view.reading.clauses)):
        held = not view.own(index) or view.denied(index) or view.asked(index)
        if not held and _INSTEAD.search(view.sentence_text(index)):
            return True
    return False


def _withholds(view: View) -> _Answer:
    """Declines what is open to this customer, without putting it forward elsewhere."""
    offered = {f.topic for f in open_steps(view)}
    barred = view.topics(TopicKind.LIMIT, TopicKind.FORBIDDEN, affirmed=False, own_words=False)
    # "I can't change the address over the phone": the no is to the address, and not to telephoning.
    rightly = {f.clause for f in barred}
    for found in view.topics(TopicKind.STEP, affirmed=False, own_words=False):
        if found.clause in rightly:
            continue
        # "Please don't read me the number" declines something else than the step beside it.
        whole = view.sentence(found.clause)
        other = any(view.acts_in(n, Act.CARD_TALK, Act.REVIEW_TALK, Act.HAND_OVER) for n in whole)
        refused = view.acts_in(found.clause, Act.REFUSE) and not other
        if refused and found.topic not in offered and not view.asked(found.clause):
            return view.clause_span(found.clause, found.span)
    return False


def _first_things(view: View) -> _Answer:
    """What cannot wait here and has been named neither in the contact nor in this reply."""
    wanted = view.stage.first if view.stage else ()
    named = view.moment.named.union(found.topic for found in view.found_topics)
    left = bool(wanted) and named.isdisjoint(wanted)
    return wanted[0] if left and not any(_asks_after(view, name) for name in wanted) else False


def _asks_after(view: View, topic: str) -> bool:
    """A question in words of the topic's own, worded as none of its cues is."""
    return view.scenario.topics[topic].kind is TopicKind.QUESTION and any(
        view.asked(number)
        and touches(view.scenario, view.language, view.sentence_text(number), topic)
        for number in range(len(view.reading.clauses))
    )


def _too_late(view: View) -> _Answer:
    """Puts a step, or a call, off until it no longer serves this customer, and not sooner as well."""
    sooner = {found.topic for found in view.topics(TopicKind.STEP, own_words=False)}
    for found in view.topics(TopicKind.STEP, affirmed=False, own_words=False):
        if found.late and found.topic not in sooner:
            return view.clause_span(found.clause, found.span)
    return False


@once
def _unfounded_joy(view: View) -> _Answer:
    """Glad of what has not come about, as far as the customer has told."""
    if view.pleased:
        return False
    said = unfounded_joy(view.reading.clauses, view.moment.customer_said, view.language)
    return next((view.reading.clauses[n].span for n in sorted(said) if view.meant(n)), False)


@once
def _false_reassurance(view: View) -> _Answer:
    """Hopes for what others decide as good as settled."""
    said = (n for n in falsely_reassuring(view.reading) if view.meant(n))
    return next((view.reading.clauses[n].span for n in said), False)


_OF_ELSE: Final = LazyPattern(
    "(?:会場|式場|斎場|ホール|施設|お店|店|病院|学校|会社|受け取(?:る|られる|ってくださる)方|相手|先方|お届け先|宛名|贈り先)の(?:ご?住所と)?お?名前|(?:会場|受け取)[^。!?]{0,14}(?:お名前|方)(?:を|は|と)|"
    r"\b(?:is|was|would) (?:it|this|that)(?: number| line)? (?:\w+ )?(?:safe|all right|alright|ok(?:ay)?|still (?:right|good)|best|good|private)\b|"
    r"\b(?:name|number|address) of the (?:hall|venue|place|hospital|school|shop|person)\b|\b(?:safe|all right|ok(?:ay)?) (?:to|if (?:i|we)) (?:ring|call|phone|write|mail|post)\b"
)
"""Asks for the name of a place, or of whoever takes it in, or whether what is known is safe to use: none
of it is known."""


def _asked_known(view: View) -> _Answer:
    """Asks for what the customer has told or the record shows."""
    for found in view.topics(TopicKind.KNOWN, affirmed=None, own_words=False):
        asks = view.acts_in(found.clause, Act.ASK, Act.VERIFY)
        told_back = view.acts_in(found.clause, Act.READ_BACK)
        if asks and not told_back and _asks_for_it(view, found.clause):
            return view.clause_span(found.clause, found.span)
    again = view.acts(Act.VERIFY) if view.identity_checked else ()
    asked = next((act for act in again if _asks_for_it(view, act.clause)), None)
    return view.clause_span(asked.clause, asked.span) if asked is not None else False


_REQUEST: Final = LazyPattern(
    "ください|下さい|お願い|いただけ|いただき|頂け|頂き|教えて|お聞かせ|もらえ|ますか|でしょうか|"
    r"\b(?:please|need|give|tell|have|take|read|could|can|may|what|which|who)\b"
)
_TAKEN_UP = 0.5
"""Share of the customer's words from which on a question only says that it was heard:
「ご本名まで入っていましたか。」"""


def _asks_for_it(view: View, clause: int) -> bool:
    """The clause is a request at all, of that thing, and no word of surprise at what was just said."""
    found = view.clause(clause)
    if found is None or _OF_ELSE.search(view.clause_text(clause)):
        return False
    if view.language == "ja" and found.question and found.echo >= _TAKEN_UP:
        return False
    return found.question or _REQUEST.search(matching_form(found.text)) is not None


def moves(view: View) -> bool:
    """The reply asks, offers or does something."""
    acts = view.acts(*WORKING, Act.VERIFY)
    return bool(acts or open_steps(view) or exploring(view))


def _left_to_the_ledger(view: View) -> _Answer:
    """Words that mean nothing here, which no rule can tell: see ``reply.grade``."""
    del view
    return False


KINDS: Mapping[str, Callable[[View], _Answer]] = {
    "hollow": _left_to_the_ledger,
    "over-apology": _over_apology,
    "apology-without-step": _apology_without_step,
    "contradiction-first": _contradiction_first,
    FALSE_REASSURANCE: _false_reassurance,
    "stock-only": _stock_only,
    "said-before": _said_before,
    "only-kind-again": only_kind_again,
    "plain-form": _plain_form,
    "other-language": _other_language,
    "stuffed": _stuffed,
    "unfilled": _unfilled,
    "parroted": _parroted,
    "recited": _recited,
    "nothing-said": _nothing_said,
    "left-standing": _left_standing,
    "refusal-only": _refusal_only,
    "impersonal": _impersonal,
    "asked-known": _asked_known,
    "too-late": _too_late,
    "unfounded-joy": _unfounded_joy,
    "first-things": _first_things,
    "withholds": _withholds,
}
