"""Words and deeds over a whole contact: what was promised was done, and what was done was said.

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
from scoring.lazy_pattern import LazyPattern
from scoring.model import CaseEnd, Level, Span
from scoring.view import View

_COMMITS = (Act.PROMISE, Act.HAND_OVER, Act.CALL_BACK, Act.CHECK)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A deed that replies announced."""

    action: str
    turn: int
    """Of the reply that first announced it, and its words there."""
    span: Span
    clocks: frozenset[str] = frozenset()
    """'HH:MM' of each time that was named for it."""


@dataclass(frozen=True, slots=True)
class DeedsFound:
    level: Level
    undone: tuple[Commitment, ...] = ()
    differing: tuple[Commitment, ...] = ()
    """Done, but at another time than was said."""
    unsaid: tuple[str, ...] = ()
    """Costly deeds that no reply mentioned."""


def commitments(views: Sequence[View]) -> tuple[Commitment, ...]:
    """Each announced deed once, at the reply that first announced it."""
    found: dict[str, Commitment] = {}
    for view in views:
        for action, span, clause in _announced(view):
            times = view.slots(("clock",))
            clocks = frozenset(s.value for s in times if s.clause in view.sentence(clause))
            seen = found.get(action) or Commitment(action, view.moment.turn, span)
            found[action] = changed(seen, {"clocks": seen.clocks | clocks})
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
        for found in view.topics(TopicKind.STEP, own_words=False):
            topic = view.topic(found.topic)
            if found.clause != act.clause or topic is None or topic.deed is None:
                continue
            if topic.deed != "book-callback" or not _needs_no_diary(view, act.clause):
                yield topic.deed, found.span, found.clause


def _needs_no_diary(view: View, clause: int) -> bool:
    """An answer in writing, or a word of what can be done by telephone."""
    said = view.clause(clause)
    able = said is not None and said.modality == "can" and not view.slots(("clock",), clause)
    return able or _IN_WRITING.search(view.sentence_text(clause)) is not None


_OR: Final = LazyPattern(
    r"\bor\b|\bwhichever\b|または|もしくは|それとも|(?:どちら|いずれ)|(?:る|い|す|金|換)か、|場合"
)


def _left_to_choose(view: View, sentence: Sequence[int]) -> bool:
    if any(view.acts_in(n, Act.CHOICE) for n in sentence):
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
