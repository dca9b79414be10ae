"""Replies that move a customer: what a good agent would say next, and what a bad one would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.model import TopicKind
from simulator.engine.causes import COOLS, HEATS
from simulator.engine.mood import scaled
from simulator.explore.moves import Part, Say

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from simulator.explore.search import Search
    from simulator.explore.walk import Node

__all__ = ["good_replies", "kindly", "mood_moves", "passing_time", "single_replies"]

_K = TopicKind
_BY_KIND: Final = {
    _K.NEED: Act.ACKNOWLEDGE,
    _K.SITUATION: Act.ACKNOWLEDGE,
    _K.FEELING: Act.EMPATHISE,
    _K.QUESTION: Act.ASK,
    _K.STEP: Act.OFFER,
    _K.FACT: Act.INFORM,
    _K.UNCERTAIN: Act.ESTIMATE,
}
"""What a good agent does with a topic of each kind."""
_CAUSES: Final = {
    Act.ACKNOWLEDGE: "acknowledged",
    Act.EMPATHISE: "felt-with",
    Act.ASK: "asked-well",
    Act.OFFER: "step-with-time",
    Act.INFORM: "fact-given",
    Act.ESTIMATE: "estimate-marked",
    Act.APOLOGISE: "apology-with-object",
    Act.OWN: "owned",
    Act.CHOICE: "choice",
    Act.CONSENT: "consent",
    Act.READ_BACK: "read-back",
    Act.THANK: "thanked",
}
"""What moves the mood when these are heard; the same again moves it less."""
_PLAIN: Final = (Act.OWN, Act.CHOICE, Act.CONSENT, Act.READ_BACK, Act.THANK)
_BAD: Final = {
    Act.CALM_DOWN: "calmed-down",
    Act.MINIMISE: "minimised",
    Act.CONTRADICT: "contradicted-first",
    Act.BLAME: "blamed",
    Act.BLAME_OTHERS: "blamed-others",
    Act.RULE_ONLY: "ruled-out",
    Act.SEND_AWAY: "sent-away",
    Act.DENY_FAULT: "denied",
    Act.STOCK: "stock-phrase",
    Act.SARCASM: "mocked",
    Act.INSULT: "insulted",
}
"""What a bad agent says, with what it does to the mood."""
_BAD_TRIED: Final = 3
_SINGLES: Final = 2
_LOOKED_AT: Final = 12
"""Good things that are looked at for adding to a reply."""
_TOGETHER: Final = 3
"""Good things in one reply."""


def _good_parts(scenario: Scenario) -> Iterator[Part]:
    """Everything good that can be said in a case, each once."""
    for name, topic in scenario.topics.items():
        if topic.kind in _BY_KIND:
            yield _BY_KIND[topic.kind], name
        if topic.kind is _K.SITUATION:
            yield Act.APOLOGISE, name
    yield from ((act, None) for act in _PLAIN)


def _unused(search: Search, node: Node, name: str) -> list[Part]:
    """Good things not said yet; what does most for this value of the mood comes first."""
    heard = node.state.heard
    said = {(act, topic) for past in heard for act, about in past.acts for topic in about}
    plain = {act for past in heard for act, about in past.acts if not about}
    unused = [
        (act, topic)
        for act, topic in _good_parts(search.scenario)
        if ((act, topic) not in said if topic else act not in plain)
    ]
    return sorted(unused, key=lambda part: -_effect(search, node, part, name))


def _cause(search: Search, part: Part) -> str:
    act, topic = part
    need = topic is not None and search.scenario.topics[topic].kind is _K.NEED
    return "need-seen" if need else _CAUSES[act] if act else ""


def _effect(search: Search, node: Node, part: Part, name: str) -> int:
    """How far this brings the value to where a good agent wants it."""
    cause = _cause(search, part)
    uses, setup = node.state.causes.get(cause, 0), search.walk.setup
    shift = scaled(COOLS[cause], uses, setup.persona.temperament, setup.intensity)
    value: int = getattr(shift, name)
    return -value if name in ("anger", "worry") else value


def mood_moves(search: Search, node: Node, name: str, up: bool, avoid: str = "") -> Iterator[Say]:
    """Replies that raise or lower one value of the mood and leave the contact at its stage.

    *avoid* is a reaction that is not to happen yet.
    """
    if up == (name in ("anger", "worry")):
        bad = (Say(((act, None),)) for act in sorted(_BAD, key=partial(_harm_beside, name)))
        yield from islice((m for m in bad if _stays(search, node, m, avoid=avoid)), _BAD_TRIED)
        return
    stay = partial(_stays, search, node, avoid=avoid)
    unused = _unused(search, node, name)
    if chosen := _together(search, unused, lambda parts: stay(Say(parts, timed=True))):
        yield Say(chosen, timed=True)
    singles = single_replies(search, node, name)
    yield from islice(filter(stay, singles), _SINGLES)


def good_replies(search: Search, node: Node, most: int) -> Iterator[Say]:
    """Replies that do several good things at once, wherever they may lead."""
    left = _unused(search, node, "anger")
    for _ in range(most):
        chosen = _together(search, left, lambda _: True)
        if not chosen:
            return
        yield Say(chosen, timed=True)
        left = [part for part in left if part not in chosen]


def _harm_beside(name: str, act: Act) -> int:
    """What a bad reply does to anger and trust besides moving this value; the least comes first."""
    shift = HEATS[_BAD[act]].shift
    wanted: int = abs(getattr(shift, name))
    beside = shift.anger - shift.trust - (wanted if name in ("anger", "trust") else 0)
    return beside - wanted


def _together(
    search: Search, parts: list[Part], fits: Callable[[tuple[Part, ...]], bool]
) -> tuple[Part, ...]:
    """The first of these that do different things, as many as go into one reply."""
    chosen: tuple[Part, ...] = ()
    causes: set[str] = set()
    for part in parts:
        cause = _cause(search, part)
        if cause not in causes and fits((*chosen, part)):
            chosen = (*chosen, part)
            causes.add(cause)
        if len(chosen) == _TOGETHER:
            break
    return chosen


def kindly(search: Search, node: Node, move: Say) -> Say:
    """The same reply with something good in it that changes nothing else; the same if none does."""
    met = search.fit(node.state, move)
    identity = met.id if met else None
    added = {_cause(search, part) for part in move.parts if part[0] in _CAUSES}
    parts = move.parts
    for part in _unused(search, node, "anger")[:_LOOKED_AT]:
        longer = Say((*parts, part), timed=True)
        after = search.fit(node.state, longer)
        same = (after.id if after else None) == identity
        if same and part not in parts and _cause(search, part) not in added:
            parts = longer.parts
            added.add(_cause(search, part))
        if len(parts) - len(move.parts) == _TOGETHER - 1:
            break
    return move if parts == move.parts else Say(parts, timed=True)


def passing_time(search: Search, node: Node, avoid: str = "") -> Iterator[Say]:
    """Replies for which nothing happens but that a turn goes by; not all of them please."""
    yield from mood_moves(search, node, "anger", False, avoid)
    yield Say(())


def single_replies(search: Search, node: Node, name: str = "anger") -> Iterator[Say]:
    """For each act that is good here the first reply with it that has not been given yet."""
    causes: set[str] = set()
    for part in _unused(search, node, name):
        if _cause(search, part) not in causes:
            causes.add(_cause(search, part))
            yield Say((part,), timed=part[0] is Act.OFFER)


def _stays(search: Search, node: Node, move: Say, *, avoid: str) -> bool:
    fit = search.fit(node.state, move)
    if fit is None:
        return True
    return fit.id != avoid and fit.reaction.goes in (None, node.state.stage)
