"""A made-up learner: figures of contacts drawn with a seed, and the shelf they choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from scenarios.card import Card
from scenarios.complaints import ComplaintType
from scenarios.language import Language, Text
from scoring.rubrics.rubric import load_rubric
from simulator.figures import CriterionFigures, Figures, TurnFigures
from simulator.practice.schedule import CARD_REVIEWED, review_body
from simulator.practice.skills import Skill, skills_of
from simulator.practice.today import Item, plan
from simulator.practice.training import Shelf
from simulator.store.model import Fact, SessionHeader, SessionSummary


@cache
def all_skills() -> Mapping[str, Skill]:
    return skills_of(load_rubric())


def shelf(count: int = 4) -> Shelf:
    cards = {
        f"case-{n}": Card(
            f"case-{n}",
            1,
            Text(f"件{n}", f"Case {n}"),
            Text("", ""),
            ComplaintType.DELIVERY_LATE,
            "phone",
            1 + n % 3,
            ("acknowledge-first", "offer-choices") if n else ("read-back",),
        )
        for n in range(count)
    }
    return Shelf(cards, dict.fromkeys(cards, "hash"), "1", all_skills())


def turn(number: int, degrees: Mapping[str, str]) -> TurnFigures:
    def of(degree: str) -> tuple[str, ...]:
        return tuple(name for name, d in degrees.items() if d == degree)

    scores = {"empathy": 60, "policy": 60, "resolution": 60}
    return TurnFigures(number, scores, of("met"), of("partly"), of("missed"))  # type: ignore[arg-type]


def summary(
    name: str,
    at: datetime,
    turns: Sequence[TurnFigures] = (),
    *,
    scenario: str = "case-0",
    language: str = "en",
    occasion: str | None = None,
    state: Any = "ended",
    started: str | None = None,
    hints: int = 0,
    hash_: str = "hash",
    **figures: Any,
) -> SessionSummary:
    header = SessionHeader(
        scenario, "1", hash_, "h", "", "", "1", "15", 1, language, "practice", "me",
        started or at.isoformat(), 0, occasion=occasion,
    )  # fmt: skip
    figures = {"total": 60, "passed": False, "outcome": "fair"} | figures
    digest = Figures(turns=tuple(turns), hints=hints, **figures).to_json()
    return SessionSummary(name, header, state, "calm", at.isoformat(), 3, False, 1, digest)


def reviewed(item: Item, at: datetime, rating: str, name: str) -> Fact:
    assert item.turn is not None
    body = review_body(item.key, item.turn, rating)  # type: ignore[arg-type]
    return Fact(f"fact-{name}", CARD_REVIEWED, "me", "me", name, at.isoformat(), body)


@dataclass
class Learner:
    """Misses each skill with its own probability, and does every day what the plan says."""

    misses: Mapping[str, float]
    seed: int = 1
    language: Language = "en"
    summaries: list[SessionSummary] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    asked: list[Item] = field(default_factory=list)
    """Every single reply that was asked for."""
    calls: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    def degree(self, skill: str) -> str:
        return "missed" if self.random.random() < self.misses[skill] else "met"

    def plan(self, now: datetime) -> Any:
        return plan(self.summaries, self.facts, shelf(), now, self.language)

    def call(self, scenario: str, at: datetime) -> None:
        turns = [turn(n, {s: self.degree(s) for s in self.misses}) for n in (1, 2, 3)]
        criteria = {s: CriterionFigures("empathy", 0, 10) for s in self.misses}
        name = f"call-{len(self.summaries):04}"
        self.summaries.append(
            summary(name, at, turns, scenario=scenario, language=self.language, criteria=criteria)
        )

    def do(self, item: Item, at: datetime) -> None:
        if item.kind == "call":
            self.calls.append(item)
            self.call(item.scenario, at)
            return
        self.asked.append(item)
        rating = "again" if self.degree(item.skills[0]) == "missed" else "good"
        self.facts.append(reviewed(item, at, rating, f"drill-{len(self.facts):04}"))

    def day(self, morning: datetime) -> None:
        """Works the list off, one item after the other, from the top."""
        at = morning
        while items := self.plan(at).items:
            self.do(items[0], at)
            at += timedelta(minutes=2)
