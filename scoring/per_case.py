"""What depends on a case and a language alone, found once and not anew for every reply.

Scenarios are frozen but hold mappings, so they cannot be hashed; the object itself is the key. Only
so many are kept, and what falls out is found again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeVar

from scenarios.language import Language
from scenarios.model import Scenario

_T = TypeVar("_T")
_KEPT: Final = 128
"""Cases in each of their languages; twice as many as come with the program."""


class _Case:
    """The same scenario, not an equal one."""

    __slots__ = ("language", "scenario")

    def __init__(self, scenario: Scenario, language: Language) -> None:
        self.scenario = scenario
        self.language: Language = language

    def __hash__(self) -> int:
        return hash((id(self.scenario), self.language))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Case)
            and other.scenario is self.scenario
            and other.language == self.language
        )


def per_case(find: Callable[[Scenario, Language], _T]) -> Callable[[Scenario, Language], _T]:
    """Keep what *find* returns; nobody may change it."""

    @lru_cache(maxsize=_KEPT)
    def found(case: _Case) -> _T:
        return find(case.scenario, case.language)

    return lambda scenario, language: found(_Case(scenario, language))
