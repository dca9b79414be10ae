"""Words and deeds over a whole contact: what was promised was done, what was called done was done,
and what was done was said.

An offer is no promise: only commitments that name a step with a deed, and call-backs, count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from scenarios.acts import Act, Duty
from scenarios.language import Text
from scenarios.model import Shop, TopicKind
from scenarios.values import changed, dataclass
from scenarios.week import time_of_day
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import CaseEnd, Level, Span
from scoring.moment.view import View

_COMMITS = (Act.PROMISE, Act.HAND_OVER, Act.CALL_BACK, Act.CHECK)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A deed that replies announced, or told of as done."""

    action: str
    turn: int
    """Of the reply that first announced it, or told of it as done, and its words there."""
    span: Span
    clocks: frozenset[str] = frozenset()
    """'HH:MM' of each time that was named for it."""
    called_done: bool = False


@dataclass(frozen=True, slots=True)
class DeedsFound:
    level: Level
    undone: tuple[Commitment, ...] = ()
    differing: tuple[Commitment, ...] = ()
    """Done, but at another time than was said."""
    unsaid: tuple[str, ...] = ()
    """Costly deeds that no reply mentioned."""


def commitments(views: Sequence[View]) -> tuple[Commitment, ...]:
    """Each announced deed once, at the reply that first announced it; what is told of as done, there."""
    found: dict[str, Commitment] = {}
    for view in views:
        for action, span, clause in _announced(view):
            times = view.slots(("clock",))
            clocks = frozenset(s.value for s in times if s.clause in view.sentence(clause))
            seen = found.get(action) or Commitment(action, view.moment.turn, span)
            found[action] = changed(seen, {"clocks": seen.clocks | clocks})
        for action, span in _called_done(view):
            told = Commitment(action, view.moment.turn, span, called_done=True)
            known = found.get(action, told)
            if known is told or not known.called_done:
                found[action] = changed(told, {"clocks": known.clocks})
    return tuple(found.values())


_IN_WRITING: Final = LazyPattern(
    r"\be-?mail|\bmail\b|\bin writing\b|\bwritten\b|\bwrites?\b|\bletter\b|メール|書面|お手紙|文書"
)


def _announced(view: View) -> Iterator[tuple[str, Span, int]]:
    """What is promised outright: not on condition, and not one of two ways to choose from."""
    for act in view.acts(*_COMMITS):
        sentence = view.sentence(act.clause)
        open_ = view.denied(act.clause) or view.asked(act.clause) or view.hedged(act.clause)
        before = [n for n in sentence if n <= act.clause]
        if open_ or any(map(view.conditional, before)) or _left_to_choose(view, sentence):
            continue
        if act.act is Act.CALL_BACK and not _needs_no_diary(view, act.clause):
            yield "book-callback", act.span, act.clause
        if act.act is Act.HAND_OVER and Duty.HAND_OVER in view.duties:
            yield "hand-over", act.span, act.clause
        for deed, span, clause in _deeds_named(view):
            if clause == act.clause and (
                deed != "book-callback" or not _needs_no_diary(view, act.clause)
            ):
                yield deed, span, clause


def _deeds_named(view: View) -> Iterator[tuple[str, Span, int]]:
    for found in view.topics(TopicKind.STEP, own_words=False):
        topic = view.topic(found.topic)
        if topic is not None and topic.deed is not None:
            yield topic.deed, found.span, found.clause


_DONE: Final = LazyPattern(
    r"\b(?:i|we)(?:'ve| have)(?: (?:just|now|already|also|both|\w+ly))* (?!to\b|got to\b|no\b|not\b)"
    r"(?:\w+ed|sent|put|made|done|given|gone|written|set)\b|"
    r"\b(?:i|we)(?:'ve)? (?:just|already|now) (?:\w+ed|sent|put|made|did|gave|wrote|set)\b|"
    r"^\W*(?:sent|done|booked|refunded|ordered|cancelled)\b|\b(?:it|that)'s (?:all |now )?(?:booked|arranged|entered)\b|"
    r"(?:\b(?:has|have)|'s|'ve)(?: (?:just|now|already|all))* been (?:\w+ed|sent|put|made|done|given|set)\b|"
    r"(?:(?<!承知)(?<!承知いた)(?<!確認)(?<!確認いた)(?<!電話)(?<!電話いた)し|おき|終え|済ませ|出し|送り|入れ|付け|つけ|かけ|上げ|あげ|回し|取り)ました(?:[。、！!のがけしよね]|$)|"
    r"済み(?:です|でござい)|済んでおり"
)
"""Told of as done by oneself or in one's house: a present perfect, or the past of doing."""


def _called_done(view: View) -> Iterator[tuple[str, Span]]:
    """What is told of as done just now; what only might have been, or was not, is none."""
    for deed, span, clause in _deeds_named(view):
        said = view.clause(clause)
        if said is None or said.quoted or said.conditional:
            continue
        if view.asked(clause) or view.hedged(clause) or view.denied(clause):
            continue
        if said.modality == "plain" and _DONE.search(said.text.lower()):
            yield deed, span


def _needs_no_diary(view: View, clause: int) -> bool:
    """An answer in writing, or a word of what can be done by telephone."""
    said = view.clause(clause)
    able = said is not None and said.modality == "can" and not view.slots(("clock",), clause)
    return able or _IN_WRITING.search(view.sentence_text(clause)) is not None


_OR: Final = LazyPattern(
    r"\bor\b|\bwhichever\b|または|もしくは|それとも|(?:どちら|いずれ)|(?:る|い|す|金|換)か、|場合|"
    r"(?:とき|時)[はや]|(?:まで|もの)(?:であれば|でしたら|なら)"
)


def _left_to_choose(view: View, sentence: Sequence[int]) -> bool:
    """One of several ways, be it that the sentence before says so or the one behind asks which; or
    put forward with the question whether it may be."""
    near = range(sentence[0] - 1, sentence[-1] + 2)
    beside = {n for at in near if view.clause(at) is not None for n in view.sentence(at)}
    if any(view.acts_in(n, Act.CHOICE) for n in beside):
        return True
    if any(view.acts_in(n, Act.CONSENT) for n in sentence):
        return True
    return _OR.search(view.sentence_text(sentence[0])) is not None


def judge_deeds(views: Sequence[View], end: CaseEnd, shop: Shop) -> DeedsFound:
    """Met where words and deeds agree; no occasion where nothing was announced or done."""
    done = {action for action, _, _ in end.done}
    said = [c for c in commitments(views) if c.action in shop.actions]
    undone = tuple(c for c in said if not _carried_out(c, done))
    differing = tuple(c for c in said if _differs(c, end))
    unsaid = tuple(
        action
        for action in done
        if action in shop.actions and shop.actions[action].costly and not _told(action, views)
    )
    if not said and not done:
        return DeedsFound(Level.NO_OCCASION)
    if undone:
        some = len(undone) < len(said)
        return DeedsFound(Level.PARTLY if some else Level.NOT_MET, undone, differing, unsaid)
    level = Level.PARTLY if differing or unsaid else Level.MET
    return DeedsFound(level, undone, differing, unsaid)


def _carried_out(said: Commitment, done: Set[str]) -> bool:
    if said.action == "hand-over":  # whoever takes over may ring later
        return not done.isdisjoint(("hand-over", "book-callback"))
    if said.action == "book-callback":
        # Ringing at once, or the supervisor taking over, keeps the promise as well.
        return not done.isdisjoint(("book-callback", "ring-customer", "hand-over"))
    return said.action in done


def _differs(said: Commitment, end: CaseEnd) -> bool:
    """Whether it was booked, and for none of the times that were named for it."""
    times = [
        args["time"] for action, args, _ in end.done if action == said.action and "time" in args
    ]
    booked = {time_of_day(time) for time in times}
    return bool(said.clocks and booked) and said.clocks.isdisjoint(booked)


def _told(action: str, views: Sequence[View]) -> bool:
    for view in views:
        for found in view.topics(TopicKind.STEP, own_words=False):
            topic = view.topic(found.topic)
            if topic and topic.deed == action:
                return True
    return False


def action_name(shop: Shop, action: str) -> Text:
    kind = shop.actions.get(action)
    return kind.title if kind else Text(action, action)
