"""What is kept once a case: the same object brings it back, an equal one does not."""

from __future__ import annotations

from dataclasses import replace

from scenarios.language import LANGUAGES, Language
from scenarios.model import Scenario
from scoring.per_case import KEPT, Same, per_case

from .reader_case import scenario


def new_case() -> Scenario:
    """An equal one each time."""
    return replace(scenario())


def test_found_once_for_each_case_and_language() -> None:
    """A second question about the same case is not worked out again."""
    asked: list[tuple[int, Language]] = []

    @per_case
    def find(case: Scenario, language: Language) -> str:
        asked.append((id(case), language))
        return f"{case.id} {language}"

    one, other = new_case(), new_case()
    for _ in range(2):
        for case in (one, other):
            for language in LANGUAGES:
                assert find(case, language) == f"{case.id} {language}"
    assert sorted(asked) == sorted((id(case), la) for case in (one, other) for la in LANGUAGES)


def test_only_so_many_are_kept() -> None:
    """What falls out is found again, and is the same."""
    count = 0

    @per_case
    def find(case: Scenario, language: Language) -> str:
        nonlocal count
        count += 1
        return case.id + language

    cases = [new_case() for _ in range(KEPT + 1)]
    assert len({find(case, "en") for case in (*cases, cases[0])}) == 1
    assert count == KEPT + 2


def test_equal_things_are_not_the_same() -> None:
    """Only the very objects make the same key."""
    one, other = [1], [1]
    assert Same(one) == Same(one)
    assert hash(Same(one)) == hash(Same(one))
    assert Same(one) != Same(other)
    assert Same(one) != Same(one, one)
    assert Same(one) != one
