"""``supportdojo coverage``: what the scenarios exercise is counted, and what none does is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tiny import SCENARIO, hears, when

from scenarios.acts import Act
from scenarios.complaints import SIXTEEN_TYPES, ComplaintType
from scenarios.language import LANGUAGES, Language
from scenarios.loader import Library, builtin_library
from scenarios.model import Reaction
from scenarios.width import cells
from simulator.commands import coverage as command
from simulator.workplace import make_judge
from simulator.writing.coverage import FoundActs, acts_heard, acts_said, coverage_of
from simulator.writing.targets import Target

LIBRARY = builtin_library()
ORIGINAL = Path(str(LIBRARY.root))
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(command: Run) -> Run:
    return partial(command, "coverage")


def small(folder: Path, *scenario_ids: str, exemplars: bool = True) -> Library:
    """A library with a few of the scenarios and everything beside them."""
    for name in ("personas", *scenario_ids):
        left_out = () if exemplars else ("exemplars",)
        shutil.copytree(ORIGINAL / name, folder / name, ignore=shutil.ignore_patterns(*left_out))
    for name in ("shop.yaml", "handbook.yaml"):
        shutil.copy(ORIGINAL / name, folder / name)
    return Library(folder)


# ---------------------------------------------------------------- what counts


def test_acts_are_heard_wherever_a_scenario_waits_for_them() -> None:
    """In reactions, hidden facts and conditions of any kind."""
    ending = replace(SCENARIO.endings["open"], when=when("heard thank"))
    scenario = replace(
        SCENARIO,
        endings={**SCENARIO.endings, "thanked": ending},
        reactions=(Reaction(hears=hears("sarcasm"), unless=when("heard greet about morning")),),
    )
    assert acts_heard(scenario) >= {Act.THANK, Act.SARCASM, Act.GREET, Act.ASK, Act.CHECK}
    assert Act.MINIMISE not in acts_heard(scenario)


@pytest.mark.parametrize("language", LANGUAGES)
def test_acts_are_said_where_the_reader_finds_them(language: Language) -> None:
    """A rude exemplar insults, a good one does not."""
    judge = make_judge(LIBRARY)
    rude, good = (
        acts_said(LIBRARY, judge, LIBRARY.exemplar("order-by-inquiry", f"{language}-{kind}"))
        for kind in ("rude", "good")
    )
    assert "insult" in rude
    assert "insult" not in good and "promise" in good


def test_what_nobody_exercises_is_told(tmp_path: Path) -> None:
    """With one scenario most is missing; an act counts in the language in which it was found."""
    library = small(tmp_path, "order-by-inquiry")
    found = {"order-by-inquiry": [FoundActs("ja", (Act.GREET.value,))]}
    coverage = coverage_of(library, found)
    assert not coverage.is_whole
    assert set(coverage.bare_types) == set(SIXTEEN_TYPES)
    assert Act.GREET not in coverage.bare_acts("ja")
    assert Act.GREET in coverage.bare_acts("en")
    scenario = library.scenario("order-by-inquiry")
    bare = {clause.id for clause in coverage.bare_clauses}
    assert bare == {c.id for c in library.handbook.clauses} - set(scenario.clauses)
    assert coverage.types[ComplaintType.ORDER_HELP] == ["order-by-inquiry"]
    assert coverage.channels["email"] == coverage.channels["phone"] == ["order-by-inquiry"]
    assert coverage.bare_channels == ["chat", "visit"]


# ---------------------------------------------------------------- the library


def test_the_library_covers_everything(run: Run) -> None:
    """Every clause, every act in both languages, all sixteen types, all channels: exit 0."""
    code, out, _ = run("--strict", "--json")
    found = json.loads(out)
    assert found["missing"] == {
        "clauses": [],
        "acts": {"ja": [], "en": []},
        "types": [],
        "channels": [],
    }
    assert code == 0
    assert set(found["scenarios"]) == set(LIBRARY.ids)


# ---------------------------------------------------------------- the command


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The command sees a library of two scenarios."""
    ids = ("order-by-inquiry", "colour-differs")
    library = small(tmp_path / "two", *ids, exemplars=False)
    targets = [Target(scenario_id, str(tmp_path / "two")) for scenario_id in ids]
    monkeypatch.setattr(command, "find_targets", lambda _: targets)
    return library


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 100])
def test_the_tables_fit_and_end_with_what_is_missing(
    run: Run, two: Library, monkeypatch: pytest.MonkeyPatch, width: int, language: Language
) -> None:
    """The numbers come first; the last lines name what no scenario is about. Without --strict: 0."""
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, _ = run("--lang", language)
    assert code == 0
    tables, _, missing = out.rpartition("\n\n")
    assert max(map(cells, out.splitlines())) <= width
    clause = two.handbook.clauses[0]
    assert clause.title.of(language) in tables
    assert "(data-leak)" in missing and "threaten" in missing


def test_strict_ends_with_one_when_something_is_missing(run: Run, two: Library) -> None:
    assert run("--strict", "--json")[0] == 1
    assert run("--json")[0] == 0


def test_a_scenario_that_cannot_be_read_is_left_out_and_named(run: Run, two: Library) -> None:
    (Path(str(two.root)) / "colour-differs" / "scenario.yaml").write_text("x: [", "utf-8")
    code, out, err = run("--json", "--lang", "en")
    assert code == 1
    assert json.loads(out)["scenarios"] == ["order-by-inquiry"]
    assert "Scenarios that cannot be read: 1 (colour-differs)" in err
