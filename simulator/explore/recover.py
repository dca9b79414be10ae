"""Whether a customer who is beside themselves can still be calmed down."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from scenarios.graph import numbered_reactions
from simulator.engine.causes import COOLS
from simulator.engine.holds import all_hold
from simulator.engine.mood import HOT, TENSE, scaled
from simulator.explore.goals import reaction_goals
from simulator.explore.moods import good_replies, mood_moves, single_replies
from simulator.explore.moves import Move, Say
from simulator.explore.walk import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from simulator.explore.search import Search

__all__ = ["recovers", "worst"]

_REPLIES: Final = 16
"""Moves after which a customer should have come down."""
_SOOTHED: Final = 2
"""Soothing things after which a customer has hardly been soothed."""
_BAD_REPLIES: Final = 8
_KEPT: Final = 4
"""Contacts that are followed at a time."""
_TRIED: Final = 6
"""Reactions that are called up from each of them."""


def worst(search: Search) -> Node | None:
    """The angriest of those who were made as angry as they bear, at any stage.

    Only customers who have hardly been soothed before: what soothes once does not twice. Those who
    are abusive are left out: with them the contact may be ended.
    """
    nearest: dict[str, Node] = {}
    for node in search.walk.nodes:
        known = nearest.get(node.state.stage)
        soothed = sum(node.state.causes.get(name, 0) for name in COOLS)
        counts = soothed <= _SOOTHED and not node.state.abuse
        if counts and (known is None or node.depth < known.depth):
            nearest[node.state.stage] = node
    heated = [_heated(search, node) for node in nearest.values()]
    return max(heated, key=lambda n: (n.state.mood.anger, -n.state.mood.trust), default=None)


def _heated(search: Search, node: Node) -> Node:
    """The contact after bad replies, as far as the customer bears them."""
    limit = search.walk.setup.persona.temperament.leaves_at
    for _ in range(_BAD_REPLIES):
        hotter = (
            search.walk.follow(node, move) for move in mood_moves(search, node, "anger", True)
        )
        borne = [
            child
            for child in hotter
            if child is not None
            and not (child.state.ended or child.state.over_limit or child.state.abuse)
            and node.state.mood.anger < child.state.mood.anger <= limit
        ]
        if not borne:
            break
        node = max(borne, key=lambda child: child.state.mood.anger)
    return node


def recovers(search: Search, node: Node) -> bool:
    """Whether the best replies bring the anger down to calm, or the contact to a good end.

    First as most people would, several good things in one reply. Where that is not enough, one at
    a time, which takes longer and calms more.
    """
    return _calms(search, node, _hasty, _strain) or _calms(search, node, _patient, _outlook)


def _calms(
    search: Search,
    node: Node,
    moves_of: Callable[[Search, Node], Iterable[Move]],
    rank: Callable[[Search, Node], tuple[int, int]],
) -> bool:
    followed = [node]
    for _ in range(_REPLIES):
        after: dict[int, Node] = {}
        for one in followed:
            for move in dict.fromkeys(moves_of(search, one)):
                child = search.walk.follow(one, move)
                if child is not None:
                    after[id(child)] = child
        if any(map(_is_well, after.values())):
            return True
        going_on = [child for child in after.values() if not child.state.ended]
        followed = sorted(going_on, key=partial(rank, search))[:_KEPT]
    return False


def _is_well(node: Node) -> bool:
    anger = node.state.mood.anger
    return anger < TENSE or (node.state.outcome == "good" and anger < HOT)


def _strain(search: Search, node: Node) -> tuple[int, int]:
    del search
    return (node.state.mood.anger, -node.state.mood.trust)


def _outlook(search: Search, node: Node) -> tuple[int, int]:
    """The anger less all that can still take it away: what is said once is worth less again."""
    uses, setup = node.state.causes, search.walk.setup
    left = sum(
        -scaled(cause, uses.get(name, 0) + more, setup.persona.temperament, "normal").anger
        for name, cause in COOLS.items()
        for more in range(2)
    )
    return (node.state.mood.anger - left, node.state.mood.anger)


def _hasty(search: Search, node: Node) -> Iterator[Move]:
    yield from good_replies(search, node, 3)
    yield from _called_up(search, node)


def _patient(search: Search, node: Node) -> Iterator[Move]:
    yield from single_replies(search, node)
    yield from _called_up(search, node)
    for action in dict.fromkeys(topic.deed for topic in search.scenario.topics.values()):
        rule = search.scenario.desk.get(action or "")
        fits = rule is not None and rule.fits and all_hold(rule.when, node.state)
        if action and fits and not node.state.was_done(action):
            yield from search.script.deed(action)[-1:]


def _called_up(search: Search, node: Node) -> Iterator[Say]:
    """What calls up reactions that soothe, here and now."""
    soothing = (
        move
        for identity, place, reaction in numbered_reactions(search.scenario)
        if place in (None, node.state.stage) and reaction.mood.anger <= 0
        for goal in reaction_goals(identity, place, reaction, search.script)
        if search.stands(node.state, goal)
        for move in goal.finals[0][:1]
        if isinstance(move, Say)
    )
    return islice(soothing, _TRIED)
