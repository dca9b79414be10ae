"""A dozen sessions made by hand, of which every figure can be worked out on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from team_world import FIGURES, fact, summary

from scenarios.language import Text
from scenarios.loader import builtin_library
from scoring.rubrics.rubric import load_rubric
from simulator.figures import Figures
from simulator.store.model import Fact, Person, SessionSummary
from simulator.team.report.gather import Known, Reader, Source, gather
from simulator.team.report.model import Report, Scope

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
PEOPLE = [
    Person("mei", "佐藤 芽衣", "trainee"),
    Person("ken", "Ken Ito", "trainee"),
    Person("aya", "Aya Mori", "lead"),
]


def known() -> Known:
    clauses = builtin_library().handbook.clauses
    return Known.of(
        load_rubric(), clauses, {"late-parcel": Text("届かない荷物", "The late parcel")}
    )


def figures(total: int, *, passed: bool, **more: Any) -> Figures:
    scores = {"empathy": total, "policy": total, "resolution": total}
    return replace(FIGURES, total=total, passed=passed, scores=scores, **more)


def world() -> tuple[list[SessionSummary], list[Fact]]:
    """Twelve sessions: seven count, five do not, each for another reason."""
    late = replace(FIGURES.turns[0], turn=1, met=(), partly=())
    never = (replace(late, missed=("names-feeling",)),)
    second = (late, replace(FIGURES.turns[1], met=("names-situation",)))
    sessions = [
        summary("s01", figures(80, passed=True), occasion="drill:may"),
        summary("s02", figures(60, passed=False), started_at="2026-05-05T09:00:00.000Z",
                ended_at="2026-05-05T09:04:00.000Z", occasion="drill:may"),
        summary("s03", figures(90, passed=True, turns=never), trainee="ken"),
        summary("s04", figures(50, passed=False, turns=second), trainee="ken",
                scenario_id="other"),
        # 20 o'clock on the 9th in London is the 10th in Tokyo.
        summary("s05", figures(40, passed=False), started_at="2026-05-09T20:00:00.000Z",
                ended_at="2026-05-09T20:20:00.000Z"),
        summary("s06", FIGURES),
        summary("s07", Figures(total=70, passed=False)),  # scores only, from an earlier version
        summary("s08", figures(99, passed=True), ending="stopped"),
        summary("s09", figures(99, passed=True), parent_session="s01", parent_turn=2),
        summary("s10", figures(99, passed=True), occasion="moment:names-feeling",
                parent_session="s01", parent_turn=2),
        summary("s11", None, state="open", ended_at=None, ending=None),
        summary("s12", figures(99, passed=True, outcome="stopped")),
    ]  # fmt: skip
    facts = [
        # s02: passed by the lead; empathy 90 makes 90*.35 + 60*.30 + 60*.35 = 70.5.
        over("s02", "passed", True),
        over("s02", "empathy", 90),
        # s06: one criterion of the whole contact and one of a reply.
        over("s06", "names-feeling", "met"),
        over("s06", "names-feeling", "met", turn=1),
        fact("reviewed", "s06", author="aya"),
    ]
    return sessions, facts


def over(session: str, item: str, value: object, turn: int = 0) -> Fact:
    body = {"criterion": item, "turn": turn, "is": value, "reason": "芽衣さんは分かっている"}
    return fact("override", session, author="aya", **body)


def made(scope: Scope | None = None, *, hide: bool = False, language: Any = "en") -> Report:
    sessions, facts = world()
    source = Source(
        reversed(sessions), facts, PEOPLE, lambda s, turn: f"reply {turn} of {s} by mei"
    )
    return gather(source, known(), scope or Scope(), Reader(language, hide), NOW)
