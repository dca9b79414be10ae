"""Compiled words of a scenario, kept or not, are heard alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.cache import Cache
from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scenarios.model import Cues
from scoring.code import reading_code
from scoring.language import lexicon
from scoring.model import Moment
from scoring.reading import case_cues as module
from scoring.reading.case_cues import CaseCues, case_cues
from scoring.reading.reader import Reader
from scoring.rubrics.rubric import load_rubric
from scoring.rules.loader import builtin_rules

LIBRARY = builtin_library()


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", reading_code())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario_id", LIBRARY.ids[::3])
def test_a_reply_is_heard_alike_with_kept_cues(
    scenario_id: str, language: Language, cache: Cache
) -> None:
    """The same reply has the same reading without a cache, with a new one and with a filled one."""
    scenario = LIBRARY.scenario(scenario_id)
    moment = Moment(scenario, language, None, 0, ())
    exemplar = LIBRARY.exemplar(scenario_id, f"{language}-good")
    replies = [step.reply for step in exemplar.steps if step.reply]
    readings = []
    for kept in (None, cache, cache):
        reader = Reader(scenario, language, builtin_rules(), LIBRARY.handbook, kept)
        readings.append([reader.read(reply, moment) for reply in replies])
    assert replies
    assert readings[0] == readings[1] == readings[2]


def test_kept_cues_are_not_compiled_again(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same words nothing is compiled; another word, list or analyser compiles anew."""
    scenario = LIBRARY.scenario("late-delivery")
    compiled: list[int] = []
    own = module._compiled

    def count(*args: object) -> CaseCues:
        compiled.append(1)
        return own(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_compiled", count)
    first = case_cues(scenario, "en", LIBRARY.handbook, "rules", cache)
    assert case_cues(scenario, "en", LIBRARY.handbook, "rules", cache) == first
    assert len(compiled) == 1
    name, topic = next(iter(scenario.topics.items()))
    other = replace(
        scenario, topics={**scenario.topics, name: replace(topic, cues=Cues((), ("a red van",)))}
    )
    assert case_cues(other, "en", LIBRARY.handbook, "rules", cache) != first
    case_cues(scenario, "ja", LIBRARY.handbook, "rules", cache)
    case_cues(scenario, "en", replace(LIBRARY.handbook, clauses=()), "rules", cache)
    case_cues(scenario, "en", LIBRARY.handbook, "other rules", cache)
    monkeypatch.setattr(module, "_analyser", lambda language: ["another"])
    case_cues(scenario, "en", LIBRARY.handbook, "rules", cache)
    assert len(compiled) == 6


def test_the_rubric_is_the_same_from_a_cache(cache: Cache) -> None:
    """Grading does not depend on where the rubric was read from."""
    assert load_rubric(cache=cache) == load_rubric() == load_rubric(cache=cache)


def test_prepared_word_lists_are_up_to_date() -> None:
    """The kept lists are what the word lists give now (python -m scoring.rules.prepared)."""
    kept = lexicon.prepared_lists(lexicon.digest())
    assert kept["english-forms"] == lexicon.read_english_forms()
    for language in LANGUAGES:
        assert kept[f"synonyms-{language}"] == lexicon.read_synonyms(language)
        assert kept[f"antonyms-{language}"] == lexicon.read_antonyms(language)


def test_word_lists_of_other_sources_are_left_aside() -> None:
    """Kept lists are never used for lists that they were not made from."""
    assert lexicon.prepared_lists("0" * 64) == {}
