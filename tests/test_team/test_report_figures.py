"""Every figure of a report, worked out by hand from a dozen sessions."""

from __future__ import annotations

from datetime import date

import pytest
from report_world import made

from scenarios.loader import builtin_library
from simulator.store.model import Person
from simulator.team.report.model import Mean, Scope, Share
from simulator.team.report.names import Cast, Names, words_among


def test_what_counts_and_what_does_not() -> None:
    count = made().count
    assert count.all == 12
    assert count.by == {
        "counted": 7, "stopped": 2, "redone": 1, "moment": 1, "open": 1,
    }  # fmt: skip
    assert made().bare == 1


def test_the_whole() -> None:
    whole = made().whole
    assert whole.passed == Share(3, 7)  # s01, s03, and s02 by the lead
    assert whole.engine_passed == Share(2, 7)
    assert whole.passed.percent == pytest.approx(300 / 7)
    assert whole.total == Mean((80 + 71 + 90 + 50 + 40 + 63 + 70) / 7, 7)
    assert whole.engine_total == Mean((80 + 60 + 90 + 50 + 40 + 63 + 70) / 7, 7)
    assert whole.scores["empathy"] == Mean((80 + 90 + 90 + 50 + 40 + 40) / 6, 6)
    assert whole.engine_scores["empathy"] == Mean((80 + 60 + 90 + 50 + 40 + 40) / 6, 6)
    assert whole.scores["policy"] == Mean((80 + 60 + 90 + 50 + 40 + 80) / 6, 6)


def test_by_scenario_and_by_person() -> None:
    report = made()
    assert [(g.name, g.sessions) for g in report.scenarios] == [
        ("The late parcel", 6),
        ("other", 1),
    ]
    assert [(g.name, g.passed) for g in report.people] == [
        ("Ken Ito", Share(1, 2)),
        ("佐藤 芽衣", Share(2, 5)),
    ]


def test_skill_gaps() -> None:
    found = {line.criterion: line for line in made().skills}
    # Six contacts with details: nothing of 25 each, but for the one that the lead set to met.
    feeling = found["names-feeling"]
    assert (feeling.points, feeling.out_of, feeling.sessions) == (25, 150, 6)
    assert (found["every-wish"].points, found["every-wish"].out_of) == (36, 72)
    assert [line.criterion for line in made().skills] == [
        "names-feeling", "every-wish", "names-situation",
    ]  # fmt: skip


def test_what_replies_miss() -> None:
    blame, feeling = made().missed
    assert (blame.criterion, blame.missed, blame.fault) == ("blame", 5, True)  # not in s03
    # Missed in the first reply of s01 to s05; of s06 the lead said met. Partly in second replies.
    assert (feeling.criterion, feeling.missed, feeling.partly, feeling.met) == (
        "names-feeling", 5, 5, 1,
    )  # fmt: skip
    assert feeling.replies == 11 and not feeling.fault


def test_quotes_are_of_different_people_and_replies() -> None:
    blame, feeling = made().missed
    assert [(q.session, q.turn) for q in blame.quotes] == [("s05", 1), ("s04", 1)]
    # What misses least comes first; what is quoted already does not come again.
    assert [(q.session, q.turn) for q in feeling.quotes] == [("s03", 1), ("s02", 1)]
    assert feeling.quotes[0].text == "reply 1 of s03 by mei"


def test_the_handbook() -> None:
    found = {line.id: (line.kept, line.broken) for line in made().clauses}
    assert found["time-and-owner"] == (6, 12)
    assert found["acknowledge-first"] == (18, 0)
    assert found["card-data"] == (0, 0)
    assert len(found) == len(builtin_library().handbook.clauses)


def test_how_soon_and_how_long() -> None:
    times = made().times
    assert times.acknowledged == {"first": 4, "second": 1, "later": 0, "never": 1}
    assert (times.minutes, times.n) == (10.0, 7)  # 4, 10, 10, 10, 10, 10, 20


def test_what_leads_overruled() -> None:
    found = [(o.session, o.turn, o.item, o.engine, o.lead) for o in made().overruled]
    assert found == [
        ("s06", 0, "Names the feeling", "missed", "met"),
        ("s06", 1, "Names the feeling", "missed", "met"),
        ("s02", 0, "empathy", 60, 90),
        ("s02", 0, "pass or not", False, True),
    ]
    assert {o.author for o in made().overruled} == {"Aya Mori"}


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(drill="may"), {"s01", "s02"}),
        (Scope(person="ken"), {"s03", "s04"}),
        (Scope(since=date(2026, 5, 10)), {"s05"}),
        (Scope(until=date(2026, 5, 9), since=date(2026, 5, 5)), {"s02"}),
        (Scope(until=date(2026, 5, 3)), set()),
    ],
)
def test_scopes(scope: Scope, expected: set[str]) -> None:
    assert {line.id for line in made(scope).sessions} == expected


def test_nothing_to_tell_is_no_figure() -> None:
    empty = made(Scope(until=date(2026, 1, 1)))
    assert empty.whole.passed.percent is None and empty.whole.total == Mean(None, 0)
    assert empty.times.minutes is None


def test_sessions_show_both_values_where_they_differ() -> None:
    lines = {line.id: line for line in made().sessions}
    assert lines["s02"].differs and lines["s02"].stands and lines["s02"].engine
    assert (lines["s02"].stands.total, lines["s02"].engine.total) == (71, 60)
    assert not lines["s06"].differs and lines["s06"].reviewed and lines["s06"].overruled == 2
    assert lines["s05"].started.isoformat() == "2026-05-10T05:00:00+09:00"
    assert [line.id for line in made().sessions][-1] == "s05"


def test_hidden_names_are_the_same_person_throughout_and_nowhere_else() -> None:
    report = made(hide=True)
    labels = {line.trainee for line in report.sessions}
    assert labels == {"trainee 1", "trainee 2"} == {g.name for g in report.people}
    assert {o.author for o in report.overruled} == {"lead 1"}
    told = repr(report)
    for name in ("mei", "芽衣", "佐藤", "Ken", "aya", "s01", "s06"):
        assert name not in told.replace("names-", "")
    assert report.missed[0].quotes[0].text.endswith(f"by {report.sessions[0].trainee}")


def hidden(text: str, *people: Person) -> str:
    """*text* as it is quoted with the names of *people* hidden."""
    return Names(Cast(people, {p.login for p in people}, set(), []), "en", hide=True).text(text)


@pytest.mark.parametrize(
    ("login", "name", "text", "quoted"),
    [
        ("may", "May Tanaka", "That may have caused it. May I ask?", None),
        ("may", "May Tanaka", "May Tanaka here, ask for Tanaka.", "X here, ask for X."),
        ("ken", "Ken Ito", "Ken here (KEN, ken). Broken token.", "X here (X, X). Broken token."),
        ("su", "Sandy Rich", "A sandy, rich colour, says Sandy.", "A sandy, rich colour, says X."),
        ("k1", "はな", "はなです。おはなしは、はな", "Xです。おはなしは、X"),
        ("k2", "佐藤 芽衣", "佐藤芽衣の佐藤です", "XXのXです"),
    ],
)
def test_only_what_is_written_as_a_name_is_hidden(
    login: str, name: str, text: str, quoted: str | None
) -> None:
    """Words stay: their case and what stands around them tells them from names."""
    told = hidden(text, Person(login, name, "trainee"))
    assert told.replace("trainee 1", "X") == (quoted or text)


def test_names_that_are_words_are_named_for_whoever_hides_them() -> None:
    people = [Person("may", "May Tanaka", "trainee"), Person("ken", "Ken Ito", "trainee")]
    assert words_among({"will", "ken"}, people) == ["May", "may", "will"]


def test_the_same_sessions_give_the_same_report() -> None:
    assert made() == made()
