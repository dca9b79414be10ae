"""Checks of a scenario that concern meaning: names that lead nowhere, stages nobody reaches.

Works on the decoded value and asks the node tree only for positions. Every finding has a stable
code; words stand in ``lint_texts``. Playing through the branches is not done here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import PurePosixPath
from typing import Final

from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
from scenarios.acts import Duty
from scenarios.conditions import Condition, ConditionKind, Hears
from scenarios.criteria import CRITERIA
from scenarios.language import LANGUAGES, Phrases
from scenarios.model import (
    CLOCK_PATTERN,
    START_PATTERN,
    Cues,
    EndingBy,
    Handbook,
    HiddenFact,
    Occasion,
    Persona,
    Reaction,
    Said,
    Scenario,
    Shop,
    Stage,
    TopicKind,
)
from scenarios.problems import Problem, make_problem
from scenarios.text import has_words, is_blank
from scenarios.week import minutes_of_week
from scenarios.yaml_source import Mapping, Mark, Node, Sequence

__all__ = ["Lint", "keys_at", "lint_persona", "lint_scenario", "mark_at"]

Path = tuple[str | int, ...]
REQUIRED_ENDINGS: tuple[EndingBy, ...] = ("close", "leave", "abandon", "hand-over", "procedure")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = ("time", "name")
_NONE: frozenset[str] = frozenset()
_NAMED = 16
"""Names that a message lists where none is close to the one at fault."""


def _below(node: Node | None, step: str | int) -> Node | None:
    """What stands below a key, or at a number of a list; None where nothing does."""
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def keys_at(node: Node, *path: str | int) -> frozenset[str]:
    """The keys at a place of the file, those among them whose values cannot be used."""
    top: Node | None = node
    at = reduce(_below, path, top)
    return frozenset(key.text for key, _ in at.entries) if isinstance(at, Mapping) else _NONE


def mark_at(node: Node, path: Path) -> Mark:
    """The position of the value at *path*, or of the nearest node above it."""
    for step in path:
        below = _below(node, step)
        if below is None and step == 0:
            below = node  # a list that was written as a single value
        if below is None:
            break
        node = below
    return node.mark


@dataclass(frozen=True, slots=True)
class _Names:
    topics: frozenset[str]
    stages: frozenset[str]
    endings: frozenset[str]
    hidden: frozenset[str]
    actions: frozenset[str]
    clauses: frozenset[str]


class Lint:
    """Collects the problems of one file."""

    def __init__(self, node: Node, path: str) -> None:
        self.node, self.path = node, path
        self.problems: list[Problem] = []

    def add(self, where: Path | Mark | None, code: str, **args: object) -> None:
        mark = where if isinstance(where, Mark) else mark_at(self.node, where or ())
        self.problems.append(make_problem(self.path, mark.line, mark.column, code, args))

    def known(self, value: str, names: Iterable[str], what: str, where: Path | Mark | None) -> None:
        known = sorted(names)
        if value not in known:
            self.add(where, "S101", value=value, what=what, advice=_advice(value, known))

    def said(self, said: Said | None, where: Path) -> None:
        for heat in ("any", "calm", "tense", "hot") if said else ():
            phrases: Phrases | None = getattr(said, heat)
            if phrases is not None:
                self.phrases(phrases, (*where, heat) if heat != "any" else where)

    def phrases(self, phrases: Phrases, where: Path) -> None:
        for language in LANGUAGES:
            told = not all(map(is_blank, phrases.of(language)))
            if not told:
                self.add(where, "S107", language=f"@{language}")
            for index, text in enumerate(phrases.of(language)):
                if told and is_blank(text):
                    self.add((*where, language, index), "S127")
                for name in _PLACEHOLDER.findall(text):
                    if name not in _PLACEHOLDERS:
                        self.add((*where, language, index), "S112", value=name)


def _advice(value: str, known: list[str]) -> str:
    from difflib import get_close_matches

    if not known:
        return "@none-yet"
    general = value.startswith("general-")  # gone, where the writer has such an ending of their own
    close = [] if general else get_close_matches(value, known, n=1)
    if close:
        return f"→ {close[0]}?"
    # A few will do: those that the writer chose come before the general ones.
    own = sorted(known, key=lambda name: name.startswith("general-"))
    return "→ " + ", ".join([*own[:_NAMED], *(["…"] if len(own) > _NAMED else [])])


_MAY_BE_SILENT: Final = (Occasion.BLAMES_OTHERS,)
"""Occasions on which a person need not have words."""


def lint_persona(persona: Persona, node: Node, path: str) -> list[Problem]:
    """What a persona lacks: every occasion must have a line in both languages.

    *path* ends in the file's name, by which scenarios find the persona.
    """
    lint = Lint(node, path)
    name = PurePosixPath(path).stem
    if persona.id != name:
        lint.add(("id",), "S122", value=persona.id, name=name)
    for occasion in Occasion:
        said = persona.voice.get(occasion)
        if said is None and occasion not in _MAY_BE_SILENT:
            lint.add(("voice",), "S113", value=occasion.value)
        elif said is not None:
            lint.said(said, ("voice", occasion.value))
    return lint.problems


def lint_scenario(
    scenario: Scenario, node: Node, path: str, shop: Shop, handbook: Handbook
) -> list[Problem]:
    """All problems of meaning in one scenario, in the order of the checks.

    *path* is ``folder/scenario.yaml``; the folder must bear the scenario's id.
    """
    lint = Lint(node, path)
    names = _Names(
        keys_at(node, "topics"),
        keys_at(node, "stages"),
        keys_at(node, "endings").union(scenario.endings),
        keys_at(node, "hidden").union(scenario.hidden),
        frozenset(shop.actions),
        frozenset(clause.id for clause in handbook.clauses),
    )
    _check_head(scenario, lint, names)
    _check_topics(scenario, lint, names)
    for where, reaction in _reactions(scenario):
        _check_reaction(reaction, where, lint, names)
    _check_stages(scenario, lint, names)
    _check_events(scenario, lint, names)
    _check_hidden(scenario, lint, names)
    _check_endings(scenario, lint, names)
    _check_desk(scenario, lint, names)
    _check_judging(scenario, lint, names)
    return lint.problems


def _check_head(scenario: Scenario, lint: Lint, names: _Names) -> None:
    folder = PurePosixPath(lint.path).parent.name
    if scenario.schema != 1:
        lint.add(("schema",), "S116", value=scenario.schema)
    if scenario.id != folder:
        lint.add(("id",), "S102", value=scenario.id, folder=folder)
    _check_moment(scenario.starts, ("starts",), lint)
    for index, clause in enumerate(scenario.clauses):
        lint.known(clause, names.clauses, "@clause", ("clauses", index))
    for index, time in enumerate(scenario.times):
        if not re.fullmatch(CLOCK_PATTERN, time):
            lint.add(("times", index), "S110", value=time)
    lint.known(scenario.first_stage, names.stages, "@stage", ("first_stage",))
    if scenario.identity.needed:
        _check_desk_has("verify-identity", ("identity", "needed"), lint, names)
    if scenario.identity.states is not None:
        lint.phrases(scenario.identity.states, ("identity", "states"))
    for index, topic in enumerate(scenario.identity.anybody):
        lint.known(topic, names.topics, "@topic", ("identity", "anybody", index))


def _check_desk_has(action: str, where: Path | Mark, lint: Lint, names: _Names) -> None:
    """What a scenario relies on without naming it."""
    if action not in names.actions:
        lint.add(where, "S129", action=action)


def _check_moment(moment: str, where: Path, lint: Lint) -> None:
    if not re.fullmatch(START_PATTERN, moment):
        lint.add(where, "S109", value=moment)


def _check_topics(scenario: Scenario, lint: Lint, names: _Names) -> None:
    for name, topic in scenario.topics.items():
        where: Path = ("topics", name)
        if topic.kind in (TopicKind.LIMIT, TopicKind.FORBIDDEN) and topic.breach is None:
            lint.add((*where, "kind"), "S108", kind=topic.kind.value)
        for language in LANGUAGES:
            if not topic.cues.of(language):
                lint.add((*where, "cues"), "S111", language=f"@{language}")
        _check_cues(topic.cues, (*where, "cues"), lint)
        if topic.deed is not None:
            lint.known(topic.deed, names.actions, "@action", (*where, "deed"))
        if topic.latest is not None:
            _check_latest(topic.latest, scenario.starts, (*where, "latest"), lint)


def _check_latest(latest: str, starts: str, where: Path, lint: Lint) -> None:
    """A last moment that is over within the half day before the contact is next week's to nobody."""
    _check_moment(latest, where, lint)
    end, begin = minutes_of_week(latest), minutes_of_week(starts)
    if end is not None and begin is not None and 0 <= (begin - end) % _WEEK < _HALF_DAY:
        lint.add(where, "S128", latest=latest, starts=starts)


_WEEK: Final = 7 * 24 * 60
_HALF_DAY: Final = 12 * 60


def _check_cues(cues: Cues, where: Path, lint: Lint) -> None:
    for language in LANGUAGES:
        for index, phrase in enumerate(cues.of(language)):
            if not has_words(phrase):
                lint.add((*where, language, index), "S125")


def _reactions(scenario: Scenario) -> Iterator[tuple[Path, Reaction]]:
    for stage_id, stage in scenario.stages.items():
        for index, reaction in enumerate(stage.reactions):
            yield ("stages", stage_id, "reactions", index), reaction
    for index, reaction in enumerate(scenario.reactions):
        yield ("reactions", index), reaction


def _check_reaction(reaction: Reaction, where: Path, lint: Lint, names: _Names) -> None:
    if not reaction.hears and reaction.after is None and not reaction.when:
        lint.add(where, "S114")
    _check_hears(reaction.hears, lint, names)
    _check_conditions((*reaction.when, *reaction.unless), lint, names)
    for sentence in reaction.hears if reaction.after is None else ():
        _check_forbidden(sentence, reaction.unless, lint)
    if reaction.after is not None:
        lint.known(reaction.after, names.actions, "@action", (*where, "after"))
    if reaction.goes is not None:
        lint.known(reaction.goes, names.stages | names.endings, "@stage", (*where, "goes"))
    for index, fact in enumerate(reaction.tells):
        lint.known(fact, names.hidden, "@hidden", (*where, "tells", index))
    lint.said(reaction.says, (*where, "says"))


def _check_forbidden(sentence: Hears, unless: Iterable[Condition], lint: Lint) -> None:
    """What has just been heard has been heard, so forbidding it forbids the reaction to it."""
    for condition in unless:
        if condition.hears is not None and sentence.implies(condition.hears):
            lint.add(condition.mark, "S124", value=sentence.source, condition=condition.source)


def _check_hears(hears: Iterable[Hears], lint: Lint, names: _Names) -> None:
    for sentence in hears:
        for part in sentence.parts:
            if part.topic is not None:
                lint.known(part.topic, names.topics, "@topic", sentence.mark)


def _check_conditions(conditions: Iterable[Condition], lint: Lint, names: _Names) -> None:
    tables = {
        "done": (names.actions, "@action"),
        "told": (names.hidden, "@hidden"),
        "visited": (names.stages, "@stage"),
        "passed-on": (names.topics, "@topic"),
    }
    for condition in conditions:
        if condition.kind in _BY_ACTION and condition.mark is not None:
            _check_desk_has(_BY_ACTION[condition.kind], condition.mark, lint, names)
        if condition.kind in tables:
            known, what = tables[condition.kind]
            lint.known(condition.name, known, what, condition.mark)
        if condition.hears is not None:
            _check_hears((condition.hears,), lint, names)


_BY_ACTION: Final[dict[ConditionKind, str]] = {
    "identity": "verify-identity",
    "callback": "book-callback",
    "passed-on": "hand-over",
}
"""What at the desk brings a condition about."""


def _check_stages(scenario: Scenario, lint: Lint, names: _Names) -> None:
    reached = {scenario.first_stage}
    reached |= {reaction.goes for _, reaction in _reactions(scenario) if reaction.goes}
    reached |= {event.goes for event in scenario.events.values() if event.goes}
    for stage_id, stage in scenario.stages.items():
        where: Path = ("stages", stage_id)
        if stage_id in names.endings:
            lint.add(where, "S103", value=stage_id)
        if stage_id not in reached:
            lint.add(where, "S104", value=stage_id)
        if stage.starts is not None:
            _check_moment(stage.starts, (*where, "starts"), lint)
        lint.said(stage.opens, (*where, "opens"))
        lint.said(stage.again, (*where, "again"))
        _check_said_if(stage, where, lint, names)
        for index, duty in enumerate(stage.duties):
            if duty is Duty.VERIFY_IDENTITY:
                _check_desk_has(duty, (*where, "duties", index), lint, names)
        for field, topics in (("expects", stage.expects), ("first", stage.first)):
            for index, topic in enumerate(topics):
                lint.known(topic, names.topics, "@topic", (*where, field, index))


def _check_said_if(stage: Stage, where: Path, lint: Lint, names: _Names) -> None:
    for part, lines in (("opens_if", stage.opens_if), ("again_if", stage.again_if)):
        for index, line in enumerate(lines):
            _check_conditions((*line.when, *line.unless), lint, names)
            lint.said(line.says, (*where, part, index, "says"))
            if not (line.when or line.unless):
                lint.add((*where, part, index), "S130", value=part.removesuffix("_if"))


def _check_events(scenario: Scenario, lint: Lint, names: _Names) -> None:
    for event_id, event in scenario.events.items():
        _check_conditions((*event.when, *event.unless), lint, names)
        lint.said(event.says, ("events", event_id, "says"))
        if event.goes is not None:
            known = names.stages | names.endings
            lint.known(event.goes, known, "@stage", ("events", event_id, "goes"))


def _check_hidden(scenario: Scenario, lint: Lint, names: _Names) -> None:
    told = {fact for _, reaction in _reactions(scenario) for fact in reaction.tells}
    for name, fact in scenario.hidden.items():
        _check_hidden_fact(name, fact, name in told, lint, names)


def _check_hidden_fact(name: str, fact: HiddenFact, told: bool, lint: Lint, names: _Names) -> None:
    if not (fact.asked_by or fact.earned_by or told):
        lint.add(("hidden", name), "S115", value=name)
    _check_hears(fact.asked_by, lint, names)
    _check_conditions(fact.earned_by, lint, names)
    lint.said(fact.says, ("hidden", name, "says"))


def _check_endings(scenario: Scenario, lint: Lint, names: _Names) -> None:
    goes = {reaction.goes for _, reaction in _reactions(scenario)}
    goes |= {event.goes for event in scenario.events.values()}
    for name, ending in scenario.endings.items():
        if ending.by == "goes" and name not in goes:
            lint.add(("endings", name), "S105", value=name)
        _check_conditions(ending.when, lint, names)
        lint.said(ending.says, ("endings", name, "says"))
    for by in REQUIRED_ENDINGS:
        if not any(e.by == by and not e.when for e in scenario.endings.values()):
            lint.add(("endings",), "S106", value=by)


def _check_desk(scenario: Scenario, lint: Lint, names: _Names) -> None:
    for name, rule in scenario.desk.items():
        lint.known(name, names.actions, "@action", ("desk", name))
        _check_conditions(rule.when, lint, names)
        if rule.latest is not None and not re.fullmatch(CLOCK_PATTERN, rule.latest):
            lint.add(("desk", name, "latest"), "S110", value=rule.latest)
    for row in scenario.record:
        _check_conditions(row.when, lint, names)


def _check_judging(scenario: Scenario, lint: Lint, names: _Names) -> None:
    for name in scenario.weights:
        lint.known(name, CRITERIA, "@criterion", ("weights", name))
    for goal in scenario.goals:
        _check_conditions(goal.any_of, lint, names)
    for index, wish in enumerate(scenario.wishes):
        for place, topic in enumerate(wish.answered_by):
            lint.known(topic, names.topics, "@topic", ("wishes", index, "answered_by", place))
    for index, item in enumerate(scenario.note):
        for place, topic in enumerate(item.topics):
            lint.known(topic, names.topics, "@topic", ("note", index, "topics", place))
        _check_cues(item.cues, ("note", index, "cues"), lint)
