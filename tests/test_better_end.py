"""What a better end still needed: told where something was missing, and only then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.conditions import Condition
from scenarios.language import Language
from simulator.better_end import better_end, needed
from simulator.contact import Contact, Start
from simulator.engine.lacking import lacking
from simulator.workplace import Workplace, temporary_workplace

LANGUAGES: tuple[Language, ...] = ("ja", "en")


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    made = temporary_workplace(Path(tmp_path_factory.mktemp("ends")))
    yield made
    made.close()


def ended(workplace: Workplace, scenario: str, language: Language, *replies: str) -> Contact:
    contact = Contact.begin(workplace, Start(scenario, language, "practice", 4))
    for reply in replies:
        contact.reply(reply)
    while not contact.ended:
        contact.end()
    return contact


@pytest.mark.parametrize(
    ("language", "reply", "deed", "said"),
    [
        ("ja", "ご連絡ありがとうございます。承知いたしました。", "操作「返金を手配」", "を言葉にすること"),
        ("en", "Thank you for your letter. I see.", "the action “Arrange a refund”", "saying this: "),
    ],
)  # fmt: skip
def test_the_deeds_and_words_that_were_missing_are_named(
    workplace: Workplace, language: Language, reply: str, deed: str, said: str
) -> None:
    """In words of the desk and of the scenario, in the language that is asked for."""
    contact = ended(workplace, "eu-withdrawal", language, reply)
    things = needed(contact, language)
    assert deed in things
    assert any(said in thing for thing in things)
    line = better_end(contact, language)
    assert line is not None
    assert deed in line


def test_a_good_end_lacks_nothing(workplace: Workplace) -> None:
    """Nor does a contact that was stopped, or one that the procedure ended."""
    for scenario in workplace.library.catalog.scenarios.values():
        contact = Contact.begin(workplace, Start(scenario.id, "ja", "practice", 4))
        assert lacking(scenario, contact.state) == ()
        for name, ending in scenario.endings.items():
            if ending.outcome == "good" or ending.by == "procedure":
                assert lacking(scenario, replace(contact.state, ending=name)) == ()


def test_what_is_missing_belongs_to_one_end_that_can_be_had(workplace: Workplace) -> None:
    """All of it is asked for by one better ending of the same scenario; words exist for every thing."""
    told = 0
    for scenario in workplace.library.catalog.scenarios.values():
        start = Contact.begin(workplace, Start(scenario.id, "en", "practice", 4)).state
        for name, ending in scenario.endings.items():
            missing = lacking(scenario, replace(start, ending=name))
            told += bool(missing)
            sources = {c.source for c in missing}
            better = [
                e for e in scenario.endings.values() if e.outcome not in (ending.outcome, "poor")
            ]
            assert not sources or any(sources <= _sources(e.when) for e in better)
    assert told > len(workplace.library.catalog.scenarios)


def _sources(conditions: tuple[Condition, ...]) -> set[str]:
    return {c.source for c in conditions}
