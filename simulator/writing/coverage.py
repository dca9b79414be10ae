"""What the scenarios of a library exercise: rules, dialogue acts, types, skills and channels.

A rule counts where a scenario cites it. An act counts where a scenario waits to hear it, and where
the reader found it in the replies of an exemplar, which says something about its language.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from scenarios.acts import Act
from scenarios.complaints import SIXTEEN_TYPES, ComplaintType
from scenarios.freeze import to_plain
from scenarios.graph import numbered_reactions
from scenarios.language import LANGUAGES, Language
from scenarios.model import Channel
from scenarios.problems import SourceError
from scenarios.values import dataclass as value
from scoring.code import all_code
from simulator import engine
from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    EventError,
    Input,
    ReplySent,
    TimePassed,
)
from simulator.engine.session import Setup, advance, begin

if TYPE_CHECKING:
    from scenarios.conditions import Condition, Hears
    from scenarios.loader import Library
    from scenarios.model import Clause, Exemplar, ExemplarStep, Scenario
    from scoring.judge import Judge
    from simulator.writing.targets import Target

__all__ = ["Coverage", "FoundActs", "acts_heard", "acts_said", "coverage_of", "read_target"]

CHANNELS: Final[tuple[Channel, ...]] = get_args(Channel)


@value(frozen=True, slots=True)
class FoundActs:
    """The acts that the reader found in the replies of one exemplar."""

    language: Language
    acts: tuple[str, ...]


@dataclass
class Coverage:
    """For each thing the scenarios that exercise it; for acts also how many exemplars."""

    scenarios: list[str] = field(default_factory=list)
    clauses: dict[str, tuple[Clause, list[str]]] = field(default_factory=dict)
    """By ``handbook clause``, in the order of the handbook."""
    heard: dict[Act, list[str]] = field(default_factory=dict)
    said: dict[Language, Counter[Act]] = field(default_factory=dict)
    types: dict[ComplaintType, list[str]] = field(default_factory=dict)
    skills: dict[str, list[str]] = field(default_factory=dict)
    channels: dict[Channel, list[str]] = field(default_factory=dict)

    @property
    def bare_clauses(self) -> list[Clause]:
        return [clause for clause, ids in self.clauses.values() if not ids]

    def bare_acts(self, language: Language) -> list[Act]:
        """Acts that no scenario waits for and no exemplar in this language contains."""
        return [act for act in Act if not (self.heard[act] or self.said[language][act])]

    @property
    def bare_types(self) -> list[ComplaintType]:
        """Of the sixteen."""
        return [kind for kind in SIXTEEN_TYPES if not self.types[kind]]

    @property
    def bare_channels(self) -> list[Channel]:
        return [channel for channel in CHANNELS if not self.channels[channel]]

    @property
    def is_whole(self) -> bool:
        """Whether every rule, every act in each language and each of the sixteen types is there."""
        acts = any(self.bare_acts(language) for language in LANGUAGES)
        return not (self.bare_clauses or acts or self.bare_types)


def coverage_of(library: Library, found: Mapping[str, Iterable[FoundActs]]) -> Coverage:
    """*found* is what ``read_target`` gave for each scenario that is to count."""
    coverage = Coverage(
        list(found),
        heard={act: [] for act in Act},
        said={language: Counter() for language in LANGUAGES},
        types={kind: [] for kind in ComplaintType},
        channels={channel: [] for channel in CHANNELS},
    )
    for scenario_id in found:
        scenario, handbook = library.scenario(scenario_id), library.handbook_of(scenario_id)
        for clause in handbook.clauses:
            known = coverage.clauses.setdefault(f"{handbook.id} {clause.id}", (clause, []))
            if clause.id in scenario.clauses:
                known[1].append(scenario_id)
        for act in acts_heard(scenario):
            coverage.heard[act].append(scenario_id)
        for exemplar in found[scenario_id]:
            coverage.said[exemplar.language].update({Act(act) for act in exemplar.acts})
        coverage.types[scenario.type].append(scenario_id)
        coverage.channels[scenario.channel].append(scenario_id)
        for stage in scenario.stages.values():
            if stage.channel is not None and scenario_id not in coverage.channels[stage.channel]:
                coverage.channels[stage.channel].append(scenario_id)
        for skill in scenario.skills:
            coverage.skills.setdefault(skill, []).append(scenario_id)
    return coverage


def acts_heard(scenario: Scenario) -> frozenset[Act]:
    """The acts that something in the scenario waits to hear."""
    sentences: list[Hears] = []
    conditions: list[Condition] = []
    for _, _, reaction in numbered_reactions(scenario):
        sentences += reaction.hears
        conditions += (*reaction.when, *reaction.unless)
    for fact in scenario.hidden.values():
        sentences += fact.asked_by
        conditions += fact.earned_by
    for event in scenario.events.values():
        conditions += (*event.when, *event.unless)
    for ending in scenario.endings.values():
        conditions += ending.when
    for goal in scenario.goals:
        conditions += goal.any_of
    sentences += [c.hears for c in conditions if c.hears is not None]
    return frozenset(part.act for s in sentences for part in s.parts if part.act is not None)


# ---------------------------------------------------------------- what exemplars say


def read_target(target: Target) -> list[FoundActs] | None:
    """What the reader finds in all exemplars of one scenario; None where these cannot be read."""
    try:
        return list(_found_in(target))
    except SourceError:
        return None


def _found_in(target: Target) -> Iterator[FoundActs]:
    from simulator.workplace import make_judge

    library = target.library()
    library.scenario(target.scenario)  # one without exemplars is to be read as well
    names = library.exemplar_names(target.scenario)
    judge = make_judge(library)
    cache = library.cache and library.cache.beside(*all_code(), *map(Path, engine.__path__))
    for exemplar in (library.exemplar(target.scenario, name) for name in names):
        sources = _sources(library, judge, exemplar)
        found = cache.load(FoundActs, sources) if cache else None
        if found is None:
            found = FoundActs(exemplar.language, acts_said(library, judge, exemplar))
            if cache:
                cache.save(FoundActs, sources, found)
        yield found


def _sources(library: Library, judge: Judge, exemplar: Exemplar) -> list[bytes]:
    """Everything that decides what is found."""
    scenario_id = exemplar.scenario
    values = (exemplar, library.handbook_of(scenario_id))
    plain = (json.dumps(to_plain(one), ensure_ascii=False) for one in values)
    return [text.encode() for text in (*plain, library.digest(scenario_id), judge.rules.digest)]


def acts_said(library: Library, judge: Judge, exemplar: Exemplar) -> tuple[str, ...]:
    """The acts in the exemplar's replies, each read at its moment; sorted.

    A move that cannot be made is left out: ``test`` tells about it.
    """
    scenario_id = exemplar.scenario
    setup = Setup(
        library.scenario(scenario_id),
        library.persona_of(scenario_id),
        library.shop_of(scenario_id),
        exemplar.language,
        exemplar.seed,
    )
    state = begin(setup).state
    inputs = [_input(step) for step in exemplar.steps]
    for event in (one for one in inputs if one is not None):
        if state.ended:
            break
        with suppress(EventError):
            state = advance(setup, state, event, judge).state
    return tuple(sorted({f.act.value for turn in state.played for f in turn.reading.acts}))


def _input(step: ExemplarStep) -> Input | None:
    """The move as an input; None for the note, which is read in another way."""
    if step.reply is not None:
        return ReplySent(step.reply)
    if step.action is not None:
        return ActionTaken(step.action, step.args)
    if step.wait is not None:
        return TimePassed(step.wait)
    return ContactEnded("close") if step.end else None
