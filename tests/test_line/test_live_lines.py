"""What is told of a reply while the contact goes on: what cost most and what is missing always, praise as
far as there is room."""

from __future__ import annotations

from scenarios.acts import Breach
from scenarios.language import Text
from scoring.model import Dimension, Finding, Span
from simulator.line.live_lines import live_lines


def _line(
    rule: str,
    points: int,
    dimension: Dimension = "empathy",
    *,
    at: int | None = 0,
    breach: Breach | None = None,
) -> Finding:
    span = None if at is None else Span(at, at + 1)
    return Finding(rule, rule, dimension, 1, span, points, Text(rule, rule), breach=breach)


PRAISE = [_line(f"praise-{n}", 60 - n, at=n) for n in range(4)]
BREACH = _line("open-promise", -9, "policy", at=9, breach=Breach.OPEN_PROMISE)
OPEN = _line("serves-need", 0, "resolution", at=None)
QUESTION = _line("question-open", 0, "resolution", at=None)


def _told(*findings: Finding) -> list[str]:
    return [line[0].rule for line in live_lines(findings).weightiest(3)]


def test_praise_does_not_crowd_out_what_cost_or_what_is_missing() -> None:
    assert _told(*PRAISE) == ["praise-0", "praise-1", "praise-2"]
    assert _told(*PRAISE, OPEN) == ["praise-0", "praise-1", "serves-need"]
    assert _told(*PRAISE, BREACH, OPEN) == ["praise-0", "open-promise", "serves-need"]


def test_what_the_customer_has_just_said_comes_before_all_else_that_is_missing() -> None:
    assert _told(OPEN, QUESTION) == ["question-open", "serves-need"]


def test_a_breach_that_found_no_points_to_take_has_cost() -> None:
    bare = _line("card-data", 0, "policy", breach=Breach.CARD_DATA)
    assert [line[0].rule for line in live_lines([bare]).cost] == ["card-data"]


def test_the_same_words_in_several_dimensions_make_one_line() -> None:
    both = [_line("a", 20), _line("a", 30, "resolution")]
    (line,) = live_lines(both).earned
    assert [finding.points for finding in line] == [30, 20]
