"""A team's own weights count, also where the learned ledger adds to what the rules found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenarios.loader import Library, builtin_library
from scoring.judge import Judge
from scoring.model import Moment, ReplyGrade
from scoring.rubrics.rubric import Rubric, load_rubric, rubric_files
from scoring.rules.loader import builtin_rules

REPLY = {
    "ja": "朝からずっとお待たせしてしまい、本当に申し訳ございません。",
    "en": "I'm so sorry you have been kept in all morning waiting for it.",
}
"""Names the situation and the feeling, and takes no step."""


@pytest.fixture(scope="module")
def library() -> Library:
    return builtin_library()


def _own(changes: dict[str, int]) -> Rubric:
    """The shipped rubric with other weights, read as a team's own file is."""
    from scoring.rubrics.rubric import RUBRICS

    text = (RUBRICS / "standard.yaml").read_text(encoding="utf-8")
    lines, criterion = [], ""
    for line in text.splitlines():
        name = line.strip().removesuffix(":")
        if line.startswith("      ") and not line.startswith("       ") and line.endswith(":"):
            criterion = name
        weighs = line.strip().startswith("weight:") and criterion in changes
        head = line.split("weight:")[0]
        lines.append(f"{head}weight: {changes[criterion]}" if weighs else line)
    return load_rubric(texts={rubric_files()[0]: "\n".join(lines).encode()})


def _grade(library: Library, rubric: Rubric, language: str) -> ReplyGrade:
    judge = Judge(library.catalog, rubric, builtin_rules())
    scenario = library.scenario("late-delivery")
    said = ("朝から待っているのに来ません。",) if language == "ja" else ("I've waited since nine.",)
    moment = Moment(scenario, language, scenario.first_stage, 1, said)  # type: ignore[arg-type]
    return judge.grade(judge.read(REPLY[language], moment), moment)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_weighs_more_moves_the_score(library: Library, language: str) -> None:
    """More weight on what the reply does raises its score; more on what it lacks lowers it."""
    shipped = _grade(library, load_rubric(), language)
    levels = {c.criterion: c.level.value for c in shipped.criteria if c.out_of}
    met = next(c for c, level in levels.items() if level == "met" and c.startswith("names"))
    missed = next(
        c.criterion
        for c in shipped.criteria
        if c.dimension == "empathy" and c.out_of and c.level.value == "not-met"
    )
    kind = _grade(library, _own({met: 100}), language).scores["empathy"]
    strict = _grade(library, _own({missed: 100}), language).scores["empathy"]
    usual = shipped.scores["empathy"]
    assert usual is not None
    assert kind is not None
    assert strict is not None
    assert strict < usual <= kind
    assert kind > strict + 5


def test_a_copy_of_the_shipped_rubric_grades_alike(library: Library) -> None:
    """Read from files of one's own, the same rubric is the same."""
    copy = load_rubric(texts={})
    assert copy.base is None
    for language in ("ja", "en"):
        assert _grade(library, copy, language) == _grade(library, load_rubric(), language)


def test_points_add_up_under_own_weights(library: Library) -> None:
    """Every point still stands in a line."""
    for changes in ({"names-feeling": 0}, {"warmth": 100}, {"serves-need": 10}):
        rubric = _own(changes)
        grade = _grade(library, rubric, "ja")
        for dimension, score in grade.scores.items():
            points = sum(c.points for c in grade.criteria if c.dimension == dimension)
            assert score is None or rubric.dimensions[dimension].base + points == score


def test_the_weights_of_a_scenario_count(library: Library) -> None:
    """A scenario that asks for one thing above all moves what that thing earns."""
    rubric = load_rubric()
    judge = Judge(library.catalog, rubric, builtin_rules())
    scenario = library.scenario("late-delivery")
    heavy = replace(scenario, weights={"who-what-when": 100, "serves-need": 0})
    scores = []
    for one in (scenario, heavy):
        moment = Moment(one, "en", one.first_stage, 1, ("I've waited since nine.",))
        reading = judge.read("I will ask the depot where your parcel is.", moment)
        scores.append(judge.grade(reading, moment).scores["resolution"])
    assert None not in scores
    assert scores[1] < scores[0]  # type: ignore[operator]
