"""What one clause shows by itself: where points lie on it that no criterion explains, and whether
what a criterion saw is true of it.

A criterion looks at the reply and is placed once; the ledger hears good words in several clauses.
Here one clause is looked at alone: which topic it names, which act it is. Nothing changes a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from scenarios.acts import Act
from scenarios.model import TopicKind
from scenarios.values import dataclass
from scoring.criteria.evidence import time_and_person
from scoring.criteria.other_times import about_other_times
from scoring.criteria.step import COMMITTING, open_steps
from scoring.criteria.tone import in_person
from scoring.feedback.names import nameable, step_variant, told_in_full
from scoring.feedback.ways import FEELING, is_aside
from scoring.feedback.what_words_do import (
    ANYTHING_ELSE,
    ONLY_TALK,
    asks,
    asks_for_a_deed,
    asks_for_data,
    asks_for_items,
    brings_in_somebody,
    dated,
    declines,
    holds_what_is_read_back,
    is_bidden,
    puts_forward,
    says_what_for,
    shuts_out,
    stops_in_time,
    takes_up,
    wishes,
)
from scoring.language.lazy_pattern import LazyPattern
from scoring.learned.acts import BY_EXAMPLE
from scoring.model import Dimension
from scoring.moment.taken_back import takes_back
from scoring.moment.touched import names_it, touches
from scoring.moment.view import TIME_SLOTS, View
from scoring.reading.which_is_so import asks_which_is_so

__all__ = [
    "ASKS",
    "Shown",
    "draws_the_line",
    "in_general",
    "is_so",
    "overclaims",
    "shown_in",
]


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the rubric that is true of a clause."""

    rule: str
    variant: str
    topic: str | None = None


def shown_in(view: View, dimension: Dimension, clause: int) -> Iterator[Shown]:
    """What may be told of a clause in a dimension, the most telling first."""
    if dimension == "empathy" and _affronts(view, clause):
        return
    if view.own(clause) and not (dimension == "resolution" and overclaims(view, clause)):
        for find in _LOOKS[dimension]:
            yield from find(view, clause)


def overclaims(view: View, clause: int) -> bool:
    """Whether a clause tells as certain what nobody can be certain of: no step to be praised."""
    if view.acts_in(clause, Act.CERTAIN):
        return True
    about = view.topics(TopicKind.UNCERTAIN, own_words=False)
    named = any(found.clause == clause for found in about)
    return named and not view.hedged(clause) and not view.denied(clause) and not view.asked(clause)


_AFFRONTS: Final = (
    *(Act.BLAME, Act.CONTRADICT, Act.MINIMISE, Act.INSULT, Act.SARCASM, Act.THREATEN),
    *(Act.CALM_DOWN, Act.DEFEND, Act.SEND_AWAY, Act.RULE_ONLY),
)


def _affronts(view: View, clause: int) -> bool:
    """Whoever is told that it is their own fault is not listened to, whatever else the sentence names."""
    return any(view.acts_in(n, *_AFFRONTS) for n in view.sentence(clause))


def _anyhow(_view: View, _clause: int) -> bool:
    return True


_UNNAMED: Final[Mapping[TopicKind, str]] = {
    TopicKind.STEP: "met",
    TopicKind.SITUATION: "met-own-words",
    TopicKind.FEELING: "met-own-words",
    TopicKind.LIMIT: "met-bare",
}
"""What is told of words that a topic was found in and that do not hold all of its name."""


def _named(
    kind: TopicKind,
    rule: str,
    variant: str = "met",
    *,
    affirmed: bool = True,
    so: Callable[[View, int], bool] = _anyhow,
) -> Callable[[View, int], Iterator[Shown]]:
    """The topics of a kind that the clause has words of, where what is told of it is so; what is
    declined has to be named more surely."""
    has_words = touches if affirmed else names_it

    def find(view: View, clause: int) -> Iterator[Shown]:
        text = view.reading.clauses[clause].text
        for found in view.topics(kind, affirmed=affirmed, own_words=False):
            here = found.clause == clause and so(view, clause)
            if not here or not has_words(view.scenario, view.language, text, found.topic):
                continue
            if nameable(view, view.sentence_text(clause), found.topic):
                step = kind is TopicKind.STEP
                yield Shown(
                    rule, step_variant(view, clause, found.topic) if step else variant, found.topic
                )
            elif kind in _UNNAMED:
                yield Shown(rule, _UNNAMED[kind])

    return find


def _done(
    act: Act,
    rule: str,
    variant: str = "met",
    so: Callable[[View, int], bool] = _anyhow,
) -> Callable[[View, int], Iterator[Shown]]:
    def find(view: View, clause: int) -> Iterator[Shown]:
        if view.acts_in(clause, act) and not view.denied(clause) and so(view, clause):
            yield Shown(rule, variant)

    return find


_OF_A_STATE: Final = LazyPattern(
    r"\b(?:is|are|was|were|does|did|has|have|do) (?:it|they|he|she|there|the \w+|your \w+|that|you (?:see|hear|notice))\b[^.!?]*\bor\b|"
    r"\b(?:do|have) you (?:got |have |own )[^.!?]*\bor\b|\b(?:which|what) (?:\w+ ){1,3}or (?:\w+ ){1,3}\w+ed\b|"
    "でき(?:そう)?(?:でしょうか|ますか)、 ?それとも[^。]*(?:いらっしゃ|おられ|ござい|あり)|"
    "(?:光っ|点滅し|鳴っ|動い|ついて|点い|出て|見え|聞こえ)[^。]{0,12}(?:ますか|でしょうか|ていますか)"
)
"""Asks how something is: whatever it lists, there is nothing to choose."""


_ONLY_OR: Final = LazyPattern("または|もしくは|あるいは")
_CHOOSES: Final = LazyPattern("選|どちら|いずれ|お好き|ご都合|よろしい|ましょうか|でも")


def _lets_choose(view: View, clause: int) -> bool:
    text = view.sentence_text(clause)
    if view.language == "ja" and _ONLY_OR.search(text) and not _CHOOSES.search(text):
        return False
    so = _OF_A_STATE.search(text) is not None or asks_which_is_so(text, view.language)
    return ANYTHING_ELSE.search(text) is None and not so


def _taken_up(act: Act, rule: str) -> Callable[[View, int], Iterator[Shown]]:
    """A word for the customer, also as a denial: "You can't be left waiting". What only examples tell is
    right in two of three, which is too few to praise what was said before."""

    def find(view: View, clause: int) -> Iterator[Shown]:
        heard = [found for found in view.acts_in(clause, act) if found.rule != BY_EXAMPLE]
        stock = view.acts_in(clause, Act.STOCK) or _is_curt(view, clause)
        stock = stock or _only_agrees(view, clause) or _speaks_of_oneself(view, clause)
        if heard and not stock and not view.asked(clause) and takes_up(view, clause):
            variant = in_general(view, clause, rule)
            if variant is not None:
                yield Shown(rule, variant)

    return find


_HOW_I_PUT_IT: Final = LazyPattern(
    r"(?:申し上げ方|言い方|そのように|ように)[^。]{0,12}聞こえて(?:しま|い)|\b(?:how|the way) i (?:put|said|sounded|asked)\b"
)


def _speaks_of_oneself(view: View, clause: int) -> bool:
    """An apology, what an own word sounded like or what is going to be done is about the agent, and nothing that
    the customer is told to do is about the customer."""
    here = view.sentence(clause)
    sorry = any(view.acts_in(n, Act.APOLOGISE) for n in here)
    put = _HOW_I_PUT_IT.search(view.sentence_text(clause)) is not None
    will = bool(view.acts_in(clause, Act.PROMISE, Act.CALL_BACK))
    return sorry or put or will or is_bidden(view, clause)


_STATES: Final = LazyPattern(
    r"^\W*(?:yes,? |so,? )?(?:i can see (?:that|here|from)|what i can (?:tell|say)|i (?:have|'ve got) your|the (?:record|system|order|screen) (?:shows|says))\b|"
    "^[^。]{0,12}(?:記録|画面|ご注文)(?:を|が|に|では)(?:拝見|確認|残って|出て)"
)
"""Tells what a record shows."""


def in_general(view: View, clause: int, rule: str) -> str | None:
    """What is told of a word for the customer that names nothing: that it turns to what they feel or to
    their situation, or, where it names no feeling or only thanks, that it is kind; None where it tells a
    sum or a number, which is a statement."""
    turns_to_it = rule == "names-situation" and not view.acts_in(clause, Act.THANK)
    if turns_to_it or names_a_feeling(view, clause):
        return "met-own-words"
    here = view.sentence(clause)
    figures = any(slot.clause in here for slot in view.slots(("amount", "order", "number")))
    states = _STATES.search(view.sentence_text(clause)) is not None
    return None if figures or states else "met-kind"


def names_a_feeling(view: View, clause: int) -> bool:
    """Whether the sentence of a clause says what somebody feels, in any words for it."""
    return FEELING.search(view.sentence_text(clause)) is not None


_AGREES: Final = LazyPattern(
    r"^\W*(?:yes,? |no,? )?(?:you're|you are|your) (?:absolutely |quite |so |completely |totally )?right(?: to (?:pull|say|tell|point|ask|correct|stop|call|remind)\b[^,;.!?]*)?\W*$|^\W*fair enough\W*$"
)


def _only_agrees(view: View, clause: int) -> bool:
    """ "You're right": no word of one's own for what was said."""
    return _AGREES.search(view.clause_text(clause)) is not None


def _is_curt(view: View, clause: int) -> bool:
    """ "Fair enough.": agreement, and no word for anybody."""
    words = sum(len(view.clause_text(n).split()) for n in view.sentence(clause))
    return view.language == "en" and words < _A_SENTENCE


ASKS: Final = "asks-fittingly"
"""The kind of criterion that is met by a question which takes an interest."""


def _asked(rule: str, variant: str) -> Callable[[View, int], Iterator[Shown]]:
    """A question about what is worth asking."""
    named = _named(TopicKind.QUESTION, rule, variant)

    def find(view: View, clause: int) -> Iterator[Shown]:
        of_a_form = rule == ASKS and asks_for_data(view, clause)
        bids = asks_for_items(view, clause) or asks_for_a_deed(view, clause)
        closes = ANYTHING_ELSE.search(view.clause_text(clause)) or is_aside(view, clause)
        beside = rule != ASKS and bool(closes)
        if view.asked(clause) and not (bids or of_a_form or beside):
            yield from named(view, clause)

    return find


def _put_right(view: View, clause: int) -> Iterator[Shown]:
    if takes_back(view, clause) and not view.asked(clause):
        yield Shown("by-example", "met-empathy-taken-back")


def draws_the_line(view: View, clause: int) -> bool:
    """Whether a clause is a step of the procedure towards somebody who is abusive, the first of its
    sentence."""
    steps = (n for n in view.sentence(clause) if view.acts_in(n, *_LINE))
    return view.moment.abuse and next(steps, None) == clause


_LINE: Final = {Act.WARN: "met-notice", Act.BOUNDARY: "met-boundary"}
"""The steps and what is told of them; the notice says more than the request."""


def _drew_the_line(view: View, clause: int) -> Iterator[Shown]:
    if draws_the_line(view, clause):
        for act, variant in _LINE.items():
            if view.acts_in(clause, act):
                yield Shown("by-example", variant)


def _apologised(view: View, clause: int) -> Iterator[Shown]:
    if view.acts_in(clause, Act.APOLOGISE) and says_what_for(view, clause):
        yield Shown("apology-fit", "met")


def _timed(view: View, clause: int) -> Iterator[Shown]:
    """When and by whom something is going to be done."""
    coming = view.acts_in(clause, *COMMITTING) and not about_other_times(view, clause)
    coming = coming and not view.acts_in(clause, Act.INTRODUCE, Act.GREET)
    if coming and all(time_and_person(view, clause)) and dated(view, clause):
        yield Shown("who-what-when", "met")


_CAN: Final = LazyPattern(r"\b(?:i|we) (?:can|could)\b|(?:でき|出せ|いただけ)ます")
"""What could be done is no state of things."""
_FACTS: Final = _named(TopicKind.FACT, "by-example", "met-fact")


def _told_the_facts(view: View, clause: int) -> Iterator[Shown]:
    offers = view.acts_in(clause, Act.OFFER) and _CAN.search(view.sentence_text(clause))
    if not (offers or view.asked(clause) or view.conditional(clause)):
        text = " ".join(c.text for c in view.reading.clauses)
        for shown in _FACTS(view, clause):
            if told_in_full(view.scenario, view.language, text, shown.topic):
                yield shown


def _reads_back(view: View, clause: int) -> bool:
    """Whoever takes a word back says it again, and reads nothing back; nor does an if or an estimate."""
    new = any(view.conditional(n) for n in view.sentence(clause))
    new = new or bool(view.acts_in(clause, Act.ESTIMATE))
    return holds_what_is_read_back(view, clause) and not (new or takes_back(view, clause))


def _is_meant(view: View, clause: int) -> bool:
    """A wish, or the case that something is so, meets no need."""
    return not (wishes(view, clause) or view.conditional(clause))


_LOOKS: Final[Mapping[Dimension, tuple[Callable[[View, int], Iterator[Shown]], ...]]] = {
    "empathy": (
        _put_right,
        _named(TopicKind.SITUATION, "names-situation", so=takes_up),
        _named(TopicKind.FEELING, "names-feeling", so=takes_up),
        _named(TopicKind.NEED, "understands-need", so=_is_meant),
        _apologised,
        _asked(ASKS, "met"),
        _taken_up(Act.EMPATHISE, "names-feeling"),
        _taken_up(Act.ACKNOWLEDGE, "names-situation"),
    ),
    "resolution": (
        _named(TopicKind.STEP, "serves-need", so=puts_forward),
        _asked("serves-need", "met-asked"),
        _done(Act.HAND_OVER, "serves-need", "met-hand-over", brings_in_somebody),
        _done(Act.CHOICE, "choices", so=_lets_choose),
        _timed,
        _told_the_facts,
        _done(Act.READ_BACK, "read-back", so=_reads_back),
    ),
    "policy": (
        _drew_the_line,
        _named(TopicKind.LIMIT, "refuse", affirmed=False),
        _done(Act.ESTIMATE, "state-estimate"),
        _told_the_facts,
    ),
}


# ---------------------------------------------------------------- what a criterion saw


def is_so(view: View, kind: str, clause: int) -> bool:
    """What can be looked up in the clause that a kind of criterion is told of: the criterion itself
    looks at the reply as a whole."""
    check = _IS_SO.get(kind)
    return check is None or check(view, clause)


_ROUND: Final = LazyPattern(
    r"\b(?:about|around|roughly) (?:\w+ ){1,2}(?:minutes?|hours?)\b|[0-9]+(?:分|時間)(?:ほど|くらい|ぐらい|程度)"
)
_USUALLY: Final = LazyPattern("通常|ふつう|普通は|たいてい")
_HEDGED: Final = LazyPattern(
    r"\b(?:expect\w*|estimat\w*|should|likely|usual\w*|normally|probably|due|might|may|hope|can't|cannot|not (?:sure|certain|a promise)|nobody|n't (?:promise|know|say))\b|"
    "見込み|予定|かもしれ|おそらく|分かりません|限り|できません|できかね|確約|保証|まだ|次第|と思"
)
"""A round figure, or what is usual, alone says no more than how long something takes."""


def _says_an_estimate(view: View, clause: int) -> bool:
    here = view.sentence(clause)
    text = view.sentence_text(clause)
    if view.sentence_bids(clause):
        return False
    if (_ROUND.search(text) or _USUALLY.search(text)) and not _HEDGED.search(text):
        return False
    about = view.topics(TopicKind.UNCERTAIN, affirmed=None, own_words=False)
    return any(found.clause in here for found in about) or any(
        view.slots(TIME_SLOTS, n) for n in here
    )


_LASTS: Final = LazyPattern(
    "^[^。、]{0,6}(?:約|およそ)?[0-9]+(?:分|時間)(?:ほど|くらい|ぐらい|程度)?(?:です|で済み|で終わり|かかり)"
)
"""How long something takes, and nothing else."""


def _does_something(view: View, clause: int) -> bool:
    """A bare name is no step, nor how long it takes, and a certainty that nobody has is none to be praised."""
    words = sum(view.reading.clauses[n].own_words for n in view.sentence(clause))
    lasts = _LASTS.search(view.sentence_text(clause)) is not None
    barred = lasts or overclaims(view, clause) or shuts_out(view, clause)
    return words >= _A_SENTENCE and not barred


def _hears_somebody(view: View, clause: int) -> bool:
    barred = _only_agrees(view, clause) or _affronts(view, clause) or _only_sorry(view, clause)
    return not barred and takes_up(view, clause)


_ONLY_SORRY: Final = 4
"""Words of an apology that says nothing else."""


def _only_sorry(view: View, clause: int) -> bool:
    """ "We are very sorry.": for what is not said, and nothing is taken up by it."""
    here = view.sentence(clause)
    words = sum(view.reading.clauses[n].own_words for n in here)
    sorry = any(view.acts_in(n, Act.APOLOGISE) for n in here)
    return sorry and words <= _ONLY_SORRY and not says_what_for(view, clause)


def _feels_with(view: View, clause: int) -> bool:
    """A word about a feeling is more than "fair enough", and where only examples tell it, or where it
    asks, it names one."""
    here = view.sentence(clause)
    if not _hears_somebody(view, clause) or _is_curt(view, clause) or _any_worries(view, clause):
        return False
    felt = any(found.rule != BY_EXAMPLE for found in view.acts_in(clause, Act.EMPATHISE))
    named = any(found.clause in here for found in view.topics(TopicKind.FEELING, own_words=False))
    return felt or named or names_a_feeling(view, clause)


_ANY_WORRIES: Final = LazyPattern(
    r"(?:何か|ほかに|他に)[^。]{0,12}(?:ご?不安|ご?心配|気になる|お困り)[^。]{0,6}(?:点|こと)?(?:は|が)?[^。]{0,6}(?:ございます|あります|ございません|ありません)"
    r"|\b(?:any|anything)\b[^.!?]{0,24}\b(?:worr\w+|bother\w*|concern\w*|on your mind)\b[^.!?]*\?"
)


def _any_worries(view: View, clause: int) -> bool:
    """Asks whether there is any: no feeling is named by that."""
    asked = view.sentence_asks(clause)
    return asked and _ANY_WORRIES.search(view.sentence_text(clause)) is not None


def _reaches_behind(view: View, clause: int) -> bool:
    return not _affronts(view, clause)


def _holds_a_step(view: View, clause: int) -> bool:
    here = view.sentence(clause)
    return any(step.clause in here for step in open_steps(view))


def _hands_over(view: View, clause: int) -> bool:
    return _does_something(view, clause) and brings_in_somebody(view, clause)


_ARRIVES: Final = LazyPattern(
    r"\b(?:make sure|see to it|ensure)\b[^.!?]{0,40}\b(?:with you|there|arrives?|gets? (?:to|there)|in time|on time|reach\w*)\b|"
    "(?:間に合|届)[^。、]{0,6}ように(?:し|いた|手配)"
)
"""That something arrives is for no agent to do, however much they mean to."""
_LETS_BE: Final = LazyPattern(
    r"\bi(?:'ll| will) (?:leave (?:it|the rest|that|this|things|you)|let (?:you|it))\b|では、?(?:これで|失礼)"
)
"""Takes leave, which is no undertaking."""


_DONE_ALREADY: Final = LazyPattern(
    r"\b(?:i|we)(?:'ve| have) (?:just |already |now )?(?:\w+ed|given|sent|put|told|made|written|set)\b|たいのですが"
)
"""What has been done, or is only wished."""


def _does_it_oneself(view: View, clause: int) -> bool:
    arrives = _ARRIVES.search(view.sentence_text(clause)) is not None
    text = view.clause_text(clause)
    leaves = any(w.search(text) for w in (_LETS_BE, ONLY_TALK, _DONE_ALREADY))
    asked = view.sentence_asks(clause)
    barred = arrives or leaves or asked or overclaims(view, clause)
    return in_person(view, clause) and not barred


def _asks_to_know(view: View, clause: int) -> bool:
    """Asks for something to be told; to ask for a deed gives nobody room to speak."""
    return asks(view, clause) and not asks_for_a_deed(view, clause)


_TO_TELL: Final = LazyPattern(
    r"\b(?:please|could|can|may|would|need|tell|give|have|what|which|read)\b|お願い|聞かせ|教え|伺|いただ|頂|ください|下さい|おっしゃ"
)


def _asks_for_them(view: View, clause: int) -> bool:
    """Asks for the items of the check; why there is one, or that there will be, asks for none."""
    because = view.clause_text(clause).startswith(("because", "so that"))
    bids = view.sentence_bids(clause)
    return bids or (not because and _TO_TELL.search(view.sentence_text(clause)) is not None)


_A_SENTENCE: Final = 3
"""Words of one's own that something is done with at least."""
_IS_SO: Final[Mapping[str, Callable[[View, int], bool]]] = {
    "names-situation": _hears_somebody,
    "verify-identity": _asks_for_them,
    "names-feeling": _feels_with,
    "understands-need": _reaches_behind,
    "state-estimate": _says_an_estimate,
    "serves-need": _does_something,
    "hand-over": _hands_over,
    "takes-on": _does_it_oneself,
    "apology-fit": says_what_for,
    "refuse": declines,
    "choices": lambda view, clause: _lets_choose(view, clause) and _holds_a_step(view, clause),
    ASKS: _asks_to_know,
    "read-back": _reads_back,
    "stop-card-number": stops_in_time,
}
