"""What a review stores, what it refuses, and which sessions wait for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from team_world import FIGURES, fact, rules, summary

from scoring.rubrics.rubric import load_rubric
from simulator.errors import UsageError
from simulator.store.model import Fact
from simulator.team.review import Entry, Review, marks_of, read_value, waiting
from simulator.team.reviewing import known_items
from simulator.team.verdict import verdict_of

ITEMS = known_items(load_rubric())


def review(*facts: Fact) -> Review:
    return Review(verdict_of("s", FIGURES, facts, rules()), "mei", ITEMS)


def as_fact(entry: Entry, author: str = "lead") -> Fact:
    kind, person, subject, body = entry
    return fact(kind, subject, author=author, person=person, **body)


@pytest.mark.parametrize(
    ("turn", "item", "value", "was", "is_"),
    [
        (0, "passed", "yes", False, True),
        (0, "passed", "合格", False, True),
        (0, "total", "71", 63, 71),
        (0, "empathy", "100", 40, 100),
        (1, "empathy", "0", 40, 0),
        (1, "resolution", "50", None, 50),
        (1, "names-feeling", "met", "missed", "met"),
        (2, "names-feeling", "not-met", "partly", "missed"),
        (1, "blame", "no-occasion", "missed", "no-occasion"),
        (2, "warmth", "partly", None, "partly"),
    ],
)
def test_an_override_says_what_was_and_what_is(
    turn: int, item: str, value: str, was: Any, is_: Any
) -> None:
    """Marks, levels and passing may be overruled, also where the engine could not tell."""
    kind, person, subject, body = review().override(turn, item, value, " 聞けています。 ")
    assert (kind, person, subject) == ("override", "mei", "s")
    assert (body["turn"], body["criterion"], body["was"], body["is"]) == (turn, item, was, is_)
    assert body["reason"] == "聞けています。"
    if item == "names-feeling":
        assert body["dimension"] == "empathy"
    stands = review(as_fact((kind, person, subject, body))).verdict.judgement(turn, item)
    assert stands is not None
    assert stands.value == is_


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda r: r.override(3, "warmth", "met", "x"), "review.turn"),
        (lambda r: r.override(-1, "warmth", "met", "x"), "review.turn"),
        (lambda r: r.override(1, "total", "50", "x"), "review.item"),
        (lambda r: r.override(1, "passed", "yes", "x"), "review.item"),
        (lambda r: r.override(1, "kindness", "met", "x"), "review.item"),
        (lambda r: r.override(0, "total", "101", "x"), "review.value"),
        (lambda r: r.override(0, "total", "-1", "x"), "review.value"),
        (lambda r: r.override(0, "total", "１０１", "x"), "review.value"),
        (lambda r: r.override(0, "total", "", "x"), "review.value"),
        (lambda r: r.override(1, "warmth", "good", "x"), "review.level"),
        (lambda r: r.override(1, "warmth", "", "x"), "review.level"),
        (lambda r: r.override(0, "passed", "50", "x"), "review.passed"),
        (lambda r: r.override(1, "names-situation", "met", "x"), "review.same"),
        (lambda r: r.override(1, "warmth", "met", " \n"), "review.reason"),
        (lambda r: r.comment(1, "　"), "review.text"),
        (lambda r: r.comment(9, "x"), "review.turn"),
        (lambda r: r.second_look(0, ""), "review.text"),
        (lambda r: r.dispute(0), "review.turn"),
        (lambda r: r.dispute(3), "review.turn"),
        (lambda r: r.undo("nothing"), "review.fact"),
        (lambda r: r.answer("nothing", True, "x"), "review.request"),
        (lambda r: r.comment(1, "x" * 4001), "usage.too-long"),
    ],
)
def test_what_cannot_be_is_refused(make: Callable[[Review], Entry], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        make(review())
    assert caught.value.code == code
    for language in ("ja", "en"):
        assert "?" not in caught.value.text(language).message.replace("or not?", "")


@given(st.text(max_size=6))
def test_a_mark_is_a_whole_number_up_to_a_hundred_or_nothing(text: str) -> None:
    try:
        value = read_value("total", text)
    except UsageError:
        return
    assert isinstance(value, int)
    assert 0 <= value <= 100
    assert int(text.strip()) == value


def test_an_override_is_undone_once() -> None:
    """The last one that stands is found; undone, it cannot be undone again."""
    first = as_fact(review().override(1, "warmth", "met", "a"))
    second = as_fact(review(first).override(1, "warmth", "partly", "b"))
    both = review(first, second)
    last = both.last(1, "warmth")
    assert last is not None
    assert last.fact == second.id
    undone = as_fact(both.undo(second.id))
    after = review(first, second, undone)
    assert after.verdict.judgement(1, "warmth").value == "met"  # type: ignore[union-attr]
    with pytest.raises(UsageError):
        after.undo(second.id)


def test_a_second_look_is_asked_and_answered() -> None:
    asked = as_fact(review().second_look(2, "ここは謝りました"), "mei")
    open_ = review(asked)
    answered = as_fact(open_.answer(asked.id, False, "確かに"))
    assert answered.body == {"fact": asked.id, "upheld": False, "text": "確かに"}
    done = review(asked, answered)
    assert done.verdict.open_requests == ()
    assert [r.text for r in done.verdict.answered_requests] == ["ここは謝りました"]
    anew = as_fact(done.answer(asked.id, True, "no, it stays"))
    verdict = review(asked, answered, anew).verdict
    assert verdict.answers[asked.id].text == "no, it stays"
    assert verdict.answered_anew == {asked.id}


def test_second_looks_wait_first_then_tests_and_drills() -> None:
    """Oldest first; what was reviewed, answered, left or only practised waits for nobody."""
    sessions = [
        summary("practised", FIGURES, started_at="2026-05-01T09:00:00+00:00"),
        summary("late-test", FIGURES, mode="test", started_at="2026-05-09T09:00:00+00:00"),
        summary("test", FIGURES, mode="test", started_at="2026-05-02T09:00:00+00:00"),
        summary("drill", FIGURES, occasion="drill:d1", started_at="2026-05-03T09:00:00+00:00"),
        summary("seen", FIGURES, mode="test", started_at="2026-05-01T09:00:00+00:00"),
        summary("ungraded", None, mode="test"),
        summary("asked", FIGURES, started_at="2026-05-08T09:00:00+00:00"),
        summary("answered", FIGURES),
    ]
    old = fact("second-look", "answered", author="mei", turn=0, text="?")
    facts = [
        fact("reviewed", "seen"),
        old,
        fact("second-look-answered", "answered", fact=old.id, upheld=True, text="."),
        fact("second-look", "asked", author="mei", turn=1, text="?"),
    ]
    found = waiting(sessions, facts)
    assert [(w.summary.id, w.why) for w in found] == [
        ("asked", "second-look"),
        ("test", "test"),
        ("drill", "drill"),
        ("late-test", "test"),
    ]
    assert [r.turn for r in found[0].requests] == [1]


def test_lists_mark_what_a_lead_said_and_what_waits() -> None:
    asked = fact("second-look", "a", author="mei", turn=0, text="?")
    answer = fact("second-look-answered", "a", fact=asked.id, upheld=True, text=".")
    comment = fact("comment", "b", turn=0, text=".")
    again = fact("second-look", "b", author="mei", turn=0, text="?")
    assert marks_of([asked]) == {"a": "asked"}
    assert marks_of([asked, answer, comment]) == {"a": "lead", "b": "lead"}
    assert marks_of([comment, again]) == {"b": "asked"}
