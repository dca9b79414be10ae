"""Progress: what the figures are made of, and that the page can be read at any width."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from practice_world import all_skills, summary, turn

from scenarios.language import LANGUAGES, Language
from scenarios.width import cells
from scoring.model import Dimension
from scoring.rubrics.rubric import load_rubric
from simulator.figures import CriterionFigures
from simulator.machine.wrap import wrap
from simulator.practice.bests import best_results
from simulator.practice.draw import bar, course, progress_lines
from simulator.practice.played import MOST_SESSIONS
from simulator.practice.progress import Point, Progress, Series, progress_of
from simulator.practice.recency import HALF_LIFE, weights
from simulator.store.model import SessionSummary

DAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def made(summaries: list[SessionSummary], **more: object) -> Progress:
    titles = {name: rule.title for name, rule in load_rubric().dimensions.items()}
    return progress_of(summaries, all_skills(), titles, **more)  # type: ignore[arg-type]


def contact(number: int, empathy: int | None = 60, **more: object) -> SessionSummary:
    scores = {"empathy": empathy, "policy": 80, "resolution": 40}
    turns = more.pop("turns", [turn(1, {"warmth": "met"})])
    return summary(f"s{number:03}", DAY + timedelta(days=number), turns, scores=scores, **more)  # type: ignore[arg-type]


def series(*percents: int) -> Series:
    dimension: Dimension = "empathy"
    title = load_rubric().dimensions[dimension].title
    points = (Point(str(n), DAY, p, 100) for n, p in enumerate(percents))
    return Series("empathy", dimension, title, tuple(points))


def test_newer_contacts_count_more() -> None:
    """Half for every five contacts since; one contact stands for itself; none for nothing."""
    assert weights(HALF_LIFE + 1)[0] == 0.5
    assert series(40).present == 40
    assert series().present is None
    assert series(0, 100).present == 53
    rising, falling = series(*range(0, 100, 10)), series(*range(90, -1, -10))
    assert rising.present is not None
    assert falling.present is not None
    assert rising.present > 45 > falling.present


def test_every_figure_names_its_contact() -> None:
    """Points, misses and acknowledgements carry the session they come from, in order of time."""
    turns = [turn(1, {"warmth": "missed"}), turn(2, {"names-feeling": "met", "warmth": "missed"})]
    criteria = {"warmth": CriterionFigures("empathy", 5, 20)}
    progress = made(
        [contact(2, turns=turns, criteria=criteria), contact(1), contact(3, None)],
        seconds={"s002": 41},
    )
    assert [p.session for p in progress.dimensions[0].points] == ["s001", "s002"]
    [warmth] = progress.criteria
    assert [(p.session, p.points, p.out_of) for p in warmth.points] == [("s002", 5, 20)]
    [missed] = progress.missed
    assert (missed.skill.name, missed.missed, missed.chances) == ("warmth", 2, 4)
    assert missed.places == (("s002", 1), ("s002", 2))
    firsts = [(a.session, a.turn, a.seconds) for a in progress.acknowledgements]
    assert firsts == [("s001", None, None), ("s002", 2, 41), ("s003", None, None)]


def test_attempts_and_open_contacts_stay_out() -> None:
    """A single reply tried again and a contact in progress are no progress."""
    others = [contact(2, occasion="moment:warmth", total=99), contact(3, state="open")]
    assert made([contact(1), *others]) == made([contact(1)])
    assert made(others).contacts == 0


def test_outcomes_and_bests() -> None:
    """Contacts by how they ended; of a scenario a pass counts before a higher total."""
    progress = made([
        contact(1, outcome="good", total=90), contact(2, outcome="good", total=75, passed=True),
        contact(3, outcome="stopped", total=None, scenario="case-1"),
    ])  # fmt: skip
    assert progress.outcomes == {"good": 2, "stopped": 1}
    assert {name: best.session for name, best in progress.bests.items()} == {"case-0": "s002"}


def test_a_contact_that_was_stopped_is_no_result_of_its_scenario() -> None:
    """It is no pass and no fail, so the list of contacts does not call it either."""
    left = replace(contact(1, outcome="stopped", total=65), ending="stopped")
    assert best_results([left]) == {}
    assert best_results([left, contact(2, total=60)])["case-0"].session == "s002"


def test_at_most_the_newest_contacts_count() -> None:
    progress = made([contact(n) for n in range(MOST_SESSIONS + 5)])
    assert progress.contacts == MOST_SESSIONS
    assert progress.dimensions[0].points[0].session == "s005"


@given(st.integers(0, 100), st.integers(1, 40))
def test_a_bar_is_as_long_as_it_says(percent: int, width: int) -> None:
    drawn = bar(percent, width)
    assert len(drawn) == width
    assert ("█" in drawn) == (percent > 0)
    assert percent < 100 or drawn == "█" * width


def test_a_course_shows_the_newest() -> None:
    assert course(series(0, 50, 100), 12) == "▁▅█"
    assert course(series(0, 50, 100), 2) == "▅█"


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 300), st.integers(0, 12), st.sampled_from(LANGUAGES))
def test_the_page_keeps_to_its_width(width: int, count: int, language: Language) -> None:
    """From 40 to 100 cells, in both languages, no line is wider, and none holds a colour."""
    turns = [turn(1, {"warmth": "missed", "blame": "missed", "choices": "partly"})]
    criteria = {
        name: CriterionFigures(skill.dimension, 1, 7)
        for name, skill in all_skills().items()
        if skill.dimension is not None
    }
    progress = made([contact(n, turns=turns, criteria=criteria) for n in range(count)])
    lines = list(progress_lines(progress, language, width, partial(wrap, language=language)))
    assert max(map(cells, lines)) <= min(max(width, 40), 100)
    assert not re.search("[\x00-\x1f\x7f]", "".join(lines))
    assert count == 0 or sum("█" in line for line in lines) >= len(criteria)


@pytest.mark.parametrize("language", LANGUAGES)
def test_little_is_called_little(language: Language) -> None:
    """With one or two contacts it is said that they are few; from three on it is not."""

    def lines(count: int) -> str:
        progress = made([contact(n) for n in range(count)])
        return "\n".join(progress_lines(progress, language, 80, partial(wrap, language=language)))

    said = {"ja": "まだ少ない", "en": "few contacts"}[language]
    assert [said in lines(count) for count in (0, 1, 2, 3)] == [False, True, True, False]
