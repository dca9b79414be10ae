"""Marked words, mood chart and findings by reply, without a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

from after_world import finding, graded, missed, scorecard
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scenarios.model import MoodValues
from scenarios.text import clean_text
from scoring.model import CriterionResult, Level, Span
from simulator.engine.state import Entry, MoodPoint
from simulator.tui.after import answers_to, findings_of, pages_of
from simulator.tui.marks import marked_words, numbered
from simulator.tui.widgets.mood_curve import mood_chart
from simulator.tui.widgets.score_text import score_sign
from simulator.words.app_debrief import DEBRIEF

TAG = re.compile(r"\[(?:[-+*]\d+)+\]")
LETTERS = st.characters(exclude_characters="[]", exclude_categories=["Cs"])


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[tuple[Span, int]]]:
    text = clean_text(draw(st.text(LETTERS, min_size=1, max_size=40)))
    spans = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, max(len(text) - 1, 0)))
        end = draw(st.integers(start, len(text)))
        spans.append((Span(start, end), draw(st.sampled_from([-5, 0, 7]))))
    return text, spans


@given(marked())
def test_exactly_the_words_of_the_spans_are_underlined(
    case: tuple[str, list[tuple[Span, int]]],
) -> None:
    """Without its tags the marked reply is the reply, and what is underlined are the spans."""
    text, spans = case
    marks = numbered(finding(f"r{i}", points, span) for i, (span, points) in enumerate(spans))
    content = marked_words(text, marks)
    assert TAG.sub("", content.plain) == text
    underlined = {
        place
        for span in content.spans
        if "underline" in str(span.style)
        for place in range(span.start, span.end)
    }
    tagged = {i for tag in TAG.finditer(content.plain) for i in range(*tag.span())}
    kept = [i for i in range(len(content.plain)) if i not in tagged]
    expected = {i for span, _ in spans for i in range(span.start, span.end)}
    assert {kept.index(place) for place in underlined if place in kept} == expected
    assert not underlined & tagged


@given(marked())
def test_a_tag_stands_behind_the_words_it_belongs_to(
    case: tuple[str, list[tuple[Span, int]]],
) -> None:
    """Every mark with words has its sign and number right after its last word."""
    text, spans = case
    marks = numbered(finding(f"r{i}", points, span) for i, (span, points) in enumerate(spans))
    plain = marked_words(text, marks).plain
    for mark in marks:
        span = mark.span
        assert span is not None
        if span.start < span.end:
            before = plain[: re.search(rf"{re.escape(mark.short)}(?!\d)", plain).start()]  # type: ignore[union-attr]
            assert TAG.sub("", before.rpartition("[")[0]) == text[: span.end]


def test_what_earned_what_cost_and_what_fell_short_differ_without_colour() -> None:
    """The signs are plus, minus and star; a breach without points is a minus."""
    marks = numbered([finding("a", 3), finding("b", -3), finding("c", 0)])
    assert [mark.tag for mark in marks] == ["[+1]", "[-2]", "[*3]"]


def test_a_fault_in_two_dimensions_is_one_comment() -> None:
    """Findings of one rule on the same words are told once, with the points of both."""
    one = finding("late", -5, Span(0, 4))
    marks = numbered([one, replace(one, dimension="policy", points=-9)])
    assert len(marks) == 1
    assert marks[0].points == (("empathy", -5), ("policy", -9))


def test_every_finding_of_a_scorecard_belongs_to_some_page() -> None:
    """Findings of the contact's own criteria join the reply they point at, or the whole."""
    first = graded("one", finding("a", 5, Span(0, 3)), finding("b", -5))
    card = scorecard(first, graded("two"), criteria=(missed("deeds", turn=2), missed("note")))
    assert [f.rule for f in findings_of(card, 1)] == ["a", "b"]
    assert [f.rule for f in findings_of(card, 2)] == ["deeds"]
    assert [f.rule for f in findings_of(card, 0)] == ["note"]


def test_a_fault_that_could_cost_no_more_is_still_marked() -> None:
    """Words at fault are shown as a cost also where a worse fault had taken all points."""
    fault = finding("calm-down", 0, Span(0, 4))
    result = CriterionResult("calm-down", "empathy", Level.NOT_MET, 0, 0, (fault,))
    grade = replace(graded("calm"), criteria=(result, missed("warmth", turn=1)))
    card = scorecard(grade)
    assert findings_of(card, 1) == (fault,)
    marks = numbered(findings_of(card, 1), frozenset({"calm-down"}))
    assert marked_words("calm", marks).plain == "calm[-1]"


def entries(*kinds: str) -> list[Entry]:
    made, turn = [], 0
    for number, kind in enumerate(kinds):
        turn += kind == "agent"
        made.append(Entry(kind, f"words {number}", turn, "s", "phone"))  # type: ignore[arg-type]
    return made


@given(st.lists(st.sampled_from(["customer", "agent", "desk", "happened"]), max_size=20))
def test_pages_hold_the_whole_contact_in_order(kinds: list[str]) -> None:
    """No entry is lost or doubled; each reply ends its own page."""
    given_entries = entries(*kinds)
    pages = pages_of(given_entries)
    assert [e for page in pages for e in page.entries] == given_entries
    assert [page.turn for page in pages if page.kind == "reply"] == list(
        range(1, kinds.count("agent") + 1)
    )
    assert pages[0].kind == "result"
    assert pages[-1].kind == "after"


def test_the_answer_to_a_reply_is_what_came_before_the_next_one() -> None:
    """The customer's reaction is found on the following page, also after the last reply."""
    pages = pages_of(entries("customer", "agent", "customer", "desk", "agent", "customer"))
    assert [e.text for e in answers_to(pages, 1)] == ["words 2", "words 3"]
    assert [e.text for e in answers_to(pages, 2)] == ["words 5"]


def moods(*values: tuple[int, int]) -> list[MoodPoint]:
    return [MoodPoint(turn, MoodValues(a, t)) for turn, (a, t) in enumerate(values)]


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=30),
    st.integers(12, 120),
    st.sampled_from(["ja", "en"]),
)
def test_the_mood_chart_tells_every_value_in_figures_and_fits(
    values: list[tuple[int, int]], width: int, language: str
) -> None:
    """Every anger and trust can be read off as a number, and no line is wider than its place."""
    chart = mood_chart(moods(*values), None, width, language)  # type: ignore[arg-type]
    lines = chart.plain.split("\n")
    assert all(cell_len(line) <= width for line in lines)
    names = {"ja": ("怒り", "信頼"), "en": ("Anger", "Trust")}[language]
    for place, name in enumerate(names):
        told = [int(n) for line in lines if line.startswith(name) for n in re.findall(r"\d+", line)]
        assert told == [value[place] for value in values]


def test_the_turn_that_tipped_has_a_sign_and_a_sentence() -> None:
    """It can be seen without colour at which reply the mood tipped."""
    chart = mood_chart(moods((50, 40), (80, 20), (85, 20)), 1, 60, "en").plain
    assert "▲1" in chart
    assert "▲ tipped at reply 1" in chart


def test_more_anger_is_never_drawn_lower() -> None:
    """The bars grow with the values."""
    heights = []
    for value in range(101):
        chart = mood_chart(moods((value, 0)), None, 40, "en").plain.split("\n")[:3]
        heights.append(sum(" ▁▂▃▄▅▆▇█".index(c) for line in chart for c in line.strip()[:1]))
    assert heights == sorted(heights)
    assert heights[0] > 0


def test_signs_follow_what_a_pass_needs() -> None:
    """◎ ○ △ × stand for well over, enough, short and far off; a dash for no score."""
    signs = [score_sign(score, 60) for score in (80, 60, 59, 40, 39, None)]
    assert signs == ["◎", "○", "△", "△", "×", "―"]


def test_both_languages_of_every_text_have_the_same_blanks() -> None:
    """No text is empty, and a value shown in one language is shown in the other."""
    for key, text in DEBRIEF.table.items():
        blanks = [sorted(re.findall(r"{[a-z_]+}", told)) for told in (text.ja, text.en)]
        assert blanks[0] == blanks[1], key
        assert text.ja.strip()
        assert text.en.strip()
