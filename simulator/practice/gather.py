"""Today's plan and the progress of whoever practises, from what their workplace has on record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scenarios.language import Language
from scenarios.problems import SourceError
from simulator.practice.skills import skills_of
from simulator.practice.today import Plan, plan
from simulator.practice.training import Shelf

if TYPE_CHECKING:
    from scenarios.card import Card
    from simulator.store.model import SessionSummary
    from simulator.workplace import Workplace

__all__ = ["plan_of", "shelf_of"]


def plan_of(workplace: Workplace, language: Language) -> Plan:
    """Today's plan of the person who practises here; raises StoreError."""
    from simulator.practice.schedule import CARD_REVIEWED

    store, trainee = workplace.store, workplace.trainee
    summaries = list(store.history(trainee))
    facts = store.facts([CARD_REVIEWED], person=trainee)
    return plan(summaries, facts, shelf_of(workplace, summaries), workplace.now(), language)


def shelf_of(workplace: Workplace, summaries: Iterable[SessionSummary]) -> Shelf:
    """The scenarios that can be played now; one with problems is left out.

    Only those of *summaries* have their hash worked out.
    """
    from simulator.engine.session import ENGINE_VERSION

    library = workplace.library
    cards: dict[str, Card] = {}
    hashes: dict[str, str] = {}
    seen = {s.header.scenario_id for s in summaries if s.state == "ended"}
    for name in library.ids:
        try:
            cards[name] = library.card(name)
            if name in seen:
                hashes[name] = library.digest(name)
        except SourceError:
            cards.pop(name, None)
    return Shelf(cards, hashes, ENGINE_VERSION, skills_of(workplace.judge.rubric))
