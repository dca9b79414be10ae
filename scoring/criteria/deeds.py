"""Words and deeds over a whole contact: what was promised was done, and what was done was said.

An offer is no promise: only commitments that name a step with a deed, and call-backs, count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scenarios.acts import Act
from scenarios.language import Text
from scenarios.model import Shop, TopicKind
from scenarios.values import dataclass
from scoring.model import CaseEnd, Level, Span
from scoring.view import View

_COMMITS = (Act.PROMISE, Act.HAND_OVER, Act.CALL_BACK, Act.CHECK)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A deed that a reply announced."""

    action: str
    turn: int
    span: Span
    clock: str | None = None
    """'HH:MM' where the reply named it."""


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
            clock = next((s.value for s in view.slots(("clock",)) if s.clause == clause), None)
            seen = found.get(action)
            if seen is None or (seen.clock is None and clock):
                turn = seen.turn if seen else view.moment.turn
                found[action] = Commitment(action, turn, seen.span if seen else span, clock)
    return tuple(found.values())


def _announced(view: View) -> list[tuple[str, Span, int]]:
    result: list[tuple[str, Span, int]] = []
    for act in view.acts(*_COMMITS):
        if view.denied(act.clause) or view.asked(act.clause) or view.hedged(act.clause):
            continue
        steps = [
            (topic.deed, found.span, found.clause)
            for found in view.topics(TopicKind.STEP, own_words=False)
            if found.clause == act.clause and (topic := view.topic(found.topic)) and topic.deed
        ]
        if act.act is Act.CALL_BACK:
            result.append(("book-callback", act.span, act.clause))
        if act.act is Act.HAND_OVER and not steps:  # asking the supervisor may be a call to book
            result.append(("hand-over", act.span, act.clause))
        result += steps
    return result


def judge_deeds(views: Sequence[View], end: CaseEnd, shop: Shop) -> DeedsFound:
    """Met where words and deeds agree; no occasion where nothing was announced or done."""
    done: dict[str, Mapping[str, str]] = {action: args for action, args, _ in end.done}
    said = [c for c in commitments(views) if c.action in shop.actions]
    undone = tuple(c for c in said if not _carried_out(c, done))
    differing = tuple(c for c in said if c.action in done and _differs(c, done[c.action]))
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


def _carried_out(said: Commitment, done: Mapping[str, Mapping[str, str]]) -> bool:
    if said.action == "book-callback":
        # Ringing at once, or the supervisor taking over, keeps the promise as well.
        return bool({"book-callback", "ring-customer", "hand-over"} & set(done))
    return said.action in done


def _differs(said: Commitment, args: Mapping[str, str]) -> bool:
    booked = args.get("time")
    return bool(said.clock and booked and booked != said.clock)


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
