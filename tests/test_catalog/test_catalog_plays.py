"""The library that comes with the program: clean files, exemplars in their bands, endings reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from simulator.contact import Contact, Start
from simulator.workplace import Workplace, temporary_workplace
from simulator.writing.exemplars import check_exemplar, play

LIBRARY = builtin_library()
EXEMPLARS = [(s, name) for s in LIBRARY.ids for name in LIBRARY.exemplar_names(s)]
KINDS = ("good", "other-good", "poor", "rude", "gaming")


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    made = temporary_workplace(Path(tmp_path_factory.mktemp("catalog")), LIBRARY)
    yield made
    made.close()


def test_every_file_is_clean() -> None:
    """No scenario, persona, handbook or shop file has a problem."""
    LIBRARY.check_all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_customers_share_a_name(language: Language) -> None:
    """Whoever plays one scenario after the other is not to take two people for one."""
    names = [LIBRARY.scenario(s).customer.name.of(language).split()[-1] for s in LIBRARY.ids]
    assert [name for name in set(names) if names.count(name) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_names_can_be_quoted_to_a_trainee(scenario: str, language: Language) -> None:
    """Feedback quotes what a topic, a hidden fact and a goal are called: no author's note beside."""
    case = LIBRARY.scenario(scenario)
    named = [*case.topics.values(), *case.hidden.values(), *case.goals, *case.wishes]
    quoted = [item.name.of(language) for item in named]
    assert [name for name in quoted if any(mark in name for mark in "(（)）")] == []


@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_every_scenario_has_all_exemplars(scenario: str) -> None:
    """Each scenario shows a good way, another good way, a poor, a rude and a gaming one, twice."""
    wanted = {f"{language}-{kind}" for language in LANGUAGES for kind in KINDS}
    assert set(LIBRARY.exemplar_names(scenario)) == wanted


@pytest.mark.parametrize(("scenario", "name"), EXEMPLARS)
def test_exemplar_lands_in_its_band(workplace: Workplace, scenario: str, name: str) -> None:
    """An exemplar comes to its ending and its scorecard lies in the band that its file states."""
    checked = check_exemplar(workplace, scenario, name)
    assert checked.fits, checked


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_two_good_ways_differ(workplace: Workplace, scenario: str, language: Language) -> None:
    """Two good trainees can take different ways: other words from the customer, both pass."""
    said = []
    for kind in ("good", "other-good"):
        contact = play(workplace, LIBRARY.exemplar(scenario, f"{language}-{kind}"))
        assert contact.scorecard().passed
        said.append([entry.text for entry in contact.entries if entry.kind == "customer"])
    assert said[0] != said[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_at_least_four_endings_are_reached(
    workplace: Workplace, scenario: str, language: Language
) -> None:
    """Good, other good, rude, silent, cold and passed-on contacts end in four or more ways."""
    endings = {
        play(workplace, LIBRARY.exemplar(scenario, f"{language}-{kind}")).state.ending
        for kind in KINDS
    }
    endings |= {ending for ending in _other_ways(workplace, scenario, language)}
    endings.discard(None)
    assert len(endings) >= 4, endings


def _other_ways(workplace: Workplace, scenario: str, language: Language) -> Iterator[str | None]:
    silent = Contact.begin(workplace, Start(scenario, language, "practice", 5))
    for _ in range(12):
        if not silent.ended:
            silent.wait(600)
    yield silent.state.ending
    handed = Contact.begin(workplace, Start(scenario, language, "practice", 5))
    handed.act("hand-over", {"summary": "森へ引き継ぎ" if language == "ja" else "over to Mori"})
    yield handed.state.ending
    closed = Contact.begin(workplace, Start(scenario, language, "practice", 5))
    for _ in range(3):
        if not closed.ended:
            closed.end()
    yield closed.state.ending
    rude = Contact.begin(workplace, Start(scenario, language, "practice", 5))
    insult = "うるさい、この馬鹿。黙れ。" if language == "ja" else "Shut up, you stupid idiot."
    for number in range(12):
        if not rude.ended:
            rude.reply(f"{insult} {number}")
    yield rude.state.ending


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_lines_vary_with_the_seed(workplace: Workplace, scenario: str, language: Language) -> None:
    """Different seeds open with different words; the same seed with the same."""
    opened = []
    for seed in (*range(12), 3):
        contact = Contact.begin(workplace, Start(scenario, language, "practice", seed))
        opened.append(contact.entries[0].text)
    assert len(set(opened)) > 1
    assert opened[3] == opened[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_hidden_facts_stay_hidden_unasked(
    workplace: Workplace, scenario: str, language: Language
) -> None:
    """A trainee who asks nothing and does nothing hears no hidden fact."""
    contact = Contact.begin(workplace, Start(scenario, language, "practice", 5))
    words = "はい。" if language == "ja" else "Yes."
    for number in range(4):
        if not contact.ended:
            contact.reply(words + str(number))
    assert not contact.state.told
