"""A scenario as a graph: its stages, where reactions and events lead, and the ends by other ways.

What is written is put in order and nothing is played; how often a way is really taken, or whether
it ever can be, is for others to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from scenarios.model import EndingBy, Reaction, Scenario
from scenarios.values import dataclass

__all__ = ["WAYS_OUT", "Edge", "Graph", "graph_of", "numbered_reactions"]

WAYS_OUT: Final[tuple[EndingBy, ...]] = ("close", "hand-over", "leave", "abandon", "procedure")
"""Ways to end a contact that are open at any stage."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One thing that may happen at a stage."""

    id: str
    """As the engine names it: ``waiting.on.3``, ``on.1``, ``event.doorbell``."""
    stage: str | None
    """None: at every stage."""
    goes: str | None
    """The stage or ending that follows; None where the contact stays."""
    hears: tuple[str, ...] = ()
    after: str | None = None
    """A desk action."""
    event: str | None = None
    """What happens outside."""
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    once: bool = False
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """All of a scenario that can be drawn."""

    stages: tuple[str, ...]
    """As one comes to them: the first, those it leads to, and so on; those that nothing leads to last."""
    edges: tuple[Edge, ...]
    """In the order in which they are tried: of the stages, of the scenario, events."""
    ends: Mapping[str, tuple[str, ...]]
    """For each way out of any stage its endings, in the order in which they are tried."""

    def of_stage(self, stage: str | None) -> tuple[Edge, ...]:
        return tuple(edge for edge in self.edges if edge.stage == stage)


def graph_of(scenario: Scenario) -> Graph:
    edges = (*_reactions(scenario), *_events(scenario))
    ends: dict[str, tuple[str, ...]] = {
        by: tuple(name for name, ending in scenario.endings.items() if ending.by == by)
        for by in WAYS_OUT
    }
    return Graph(_in_order(scenario, edges), edges, ends)


def numbered_reactions(scenario: Scenario) -> Iterator[tuple[str, str | None, Reaction]]:
    """Every reaction with its id and its stage; None for those of the whole scenario."""
    for stage_id, stage in scenario.stages.items():
        for number, reaction in enumerate(stage.reactions, 1):
            yield f"{stage_id}.on.{number}", stage_id, reaction
    for number, reaction in enumerate(scenario.reactions, 1):
        yield f"on.{number}", None, reaction


def _reactions(scenario: Scenario) -> Iterator[Edge]:
    for identity, stage, reaction in numbered_reactions(scenario):
        yield Edge(
            identity,
            stage,
            reaction.goes,
            tuple(sentence.source.strip() for sentence in reaction.hears),
            reaction.after,
            None,
            tuple(condition.source.strip() for condition in reaction.when),
            tuple(condition.source.strip() for condition in reaction.unless),
            reaction.once,
            reaction.tells,
        )


def _events(scenario: Scenario) -> Iterator[Edge]:
    for name, event in scenario.events.items():
        yield Edge(
            f"event.{name}",
            None,
            event.goes,
            event=name,
            when=tuple(condition.source.strip() for condition in event.when),
            unless=tuple(condition.source.strip() for condition in event.unless),
            once=True,
        )


def _in_order(scenario: Scenario, edges: tuple[Edge, ...]) -> tuple[str, ...]:
    """First what reactions lead to, then what only happens from outside, then the rest."""
    order = [scenario.first_stage]
    for outside in (False, True):
        for stage in order:  # grows while it is gone through
            for edge in edges:
                goes = edge.goes or ""
                leads = edge.stage in (None, stage) and (outside or edge.event is None)
                if leads and goes in scenario.stages and goes not in order:
                    order.append(goes)
    return (*order, *(stage for stage in scenario.stages if stage not in order))
