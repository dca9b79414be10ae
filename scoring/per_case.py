"""What depends on a case alone, found once and not anew for every reply.

Scenarios and rubrics are frozen but hold mappings, so they cannot be hashed; the objects themselves
are the key. Only so many are kept, and what falls out is found again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeVar, cast

from scenarios.acts import Breach
from scenarios.language import Language
from scenarios.model import Scenario, TopicKind
from scenarios.values import dataclass

_T = TypeVar("_T")
KEPT: Final = 128
"""Cases in each of their languages; twice as many as come with the program."""


class Same:
    """A key: these very objects, not equal ones. It holds them, so that no other can take their
    place in memory."""

    __slots__ = ("_hash", "things")

    def __init__(self, *things: object) -> None:
        self.things = things
        self._hash = hash(tuple(map(id, things)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Same) or len(self.things) != len(other.things):
            return False
        return all(a is b for a, b in zip(self.things, other.things, strict=True))


@dataclass(frozen=True, slots=True)
class AtStake:
    """What the topics of a case are about."""

    breaches: frozenset[Breach]
    kinds: frozenset[TopicKind]


def per_case(find: Callable[[Scenario, Language], _T]) -> Callable[[Scenario, Language], _T]:
    """Keep what *find* returns; nobody may change it."""

    @lru_cache(maxsize=KEPT)
    def found(case: Same, language: Language) -> _T:
        return find(cast(Scenario, case.things[0]), language)

    return lambda scenario, language: found(Same(scenario), language)


@per_case
def at_stake(scenario: Scenario, _language: Language) -> AtStake:
    """The breaches that a topic carries, and the kinds of topics that there are."""
    topics = scenario.topics.values()
    return AtStake(
        frozenset([topic.breach for topic in topics if topic.breach is not None]),
        frozenset([topic.kind for topic in topics]),
    )
