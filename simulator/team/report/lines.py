"""The parts of a report: groups, skills, missed criteria, clauses, overrulings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.language import Language, Text
from scenarios.model import Clause
from scenarios.text import clean_text
from scoring.feedback.lines import IDLE, LEDGER, NO_GAIN
from scoring.model import DIMENSIONS
from scoring.rubrics.rubric import Rubric
from simulator.team.report.model import (
    ClauseLine,
    GroupLine,
    Mean,
    MissedLine,
    OverruledLine,
    Quote,
    Share,
    SkillLine,
)
from simulator.team.rules import TotalRules
from simulator.team.verdict import WHOLE, Effective
from simulator.words.report import REPORT

if TYPE_CHECKING:
    from simulator.team.report.gather import Judged
    from simulator.team.report.names import Names

__all__ = ["Known", "clauses", "group", "grouped", "missed", "overruled", "skills"]

MOST_MISSED = 6
QUOTES = 2
"""Examples of one criterion."""
QUOTE_LENGTH = 400
_Place = tuple["Judged", int]
"""A session and the number of a reply in it."""
_EARNED = {"met": 1.0, "partly": 0.5, "missed": 0.0}


@dataclass(frozen=True, slots=True)
class Known:
    """What the library and the rubric know about what sessions only name."""

    rules: TotalRules
    criteria: Mapping[str, tuple[Text, str]]
    """Title and dimension (empty: of all)."""
    faults: Mapping[str, Text]
    """What only ever counts against a reply."""
    clauses: Sequence[Clause]
    scenarios: Mapping[str, Text]

    @classmethod
    def of(cls, rubric: Rubric, handbook: Sequence[Clause], scenarios: Mapping[str, Text]) -> Known:
        return cls(
            TotalRules.of(rubric),
            {
                name: (rule.title, dimension)
                for dimension, of in rubric.dimensions.items()
                for name, rule in of.criteria.items()
            }
            | {LEDGER: (rubric.ledger.title, "")},
            {name: rule.title for name, rule in rubric.faults.items()}
            | {IDLE: rubric.ledger.idle, NO_GAIN: rubric.ledger.no_gain},
            handbook,
            scenarios,
        )

    def title(self, scenario: str, language: Language) -> str:
        """The scenario's title, or its id where the scenario is no longer here."""
        found = self.scenarios.get(scenario)
        return clean_text(found.of(language) if found else scenario, keep_newlines=False)

    def item(self, name: str, language: Language) -> str:
        """A criterion, fault, dimension, total or passed, as people call it."""
        if name in (*DIMENSIONS, "total", "passed"):
            return REPORT.say(f"item.{name}", language)
        if name in self.criteria:
            return self.criteria[name][0].of(language)
        return self.faults[name].of(language) if name in self.faults else clean_text(name)


# ---------------------------------------------------------------- groups


def group(name: str, judged: Sequence[Judged]) -> GroupLine:
    """The figures of these sessions together."""
    engine = [e for one in judged if (e := one.engine)]
    stands = [e for one in judged if (e := one.stands)]
    return GroupLine(
        name,
        len(judged),
        _passed(stands),
        _passed(engine),
        _mean(e.total for e in stands),
        _mean(e.total for e in engine),
        {d: _mean(e.scores.get(d) for e in stands) for d in DIMENSIONS},
        {d: _mean(e.scores.get(d) for e in engine) for d in DIMENSIONS},
    )


def grouped(judged: Sequence[Judged], name: Callable[[Judged], str]) -> tuple[GroupLine, ...]:
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        groups.setdefault(name(one), []).append(one)
    return tuple(group(key, groups[key]) for key in sorted(groups, key=_by_number))


def _by_number(name: str) -> tuple[str, int, str]:
    """``trainee 10`` after ``trainee 9``."""
    words = name.rstrip("0123456789")
    digits = name[len(words) :]
    return words, int(digits or 0), name


def _passed(values: Sequence[Effective]) -> Share:
    return Share(sum(e.passed is True for e in values), len(values))


def _mean(values: Iterable[int | None]) -> Mean:
    told = [value for value in values if value is not None]
    return Mean(sum(told) / len(told) if told else None, len(told))


# ---------------------------------------------------------------- skills


def skills(judged: Sequence[Judged], known: Known, language: Language) -> tuple[SkillLine, ...]:
    """Criteria over whole contacts, the lowest share earned first."""
    points: Counter[str] = Counter()
    out_of: Counter[str] = Counter()
    sessions: Counter[str] = Counter()
    dimensions: dict[str, str] = {}
    for one in judged:
        for name, got, most, dimension in _earned(one):
            points[name] += got
            out_of[name] += most
            sessions[name] += 1
            dimensions[name] = dimension
    lines = [
        SkillLine(n, known.item(n, language), dimensions[n], points[n], out_of[n], sessions[n])
        for n in out_of
    ]
    return tuple(sorted(lines, key=lambda line: (line.percent, line.criterion)))


def _earned(one: Judged) -> Iterable[tuple[str, int, int, str]]:
    """Criterion, points, most, dimension; a level that a lead set earns its share of the most."""
    for name, figures in one.figures.criteria.items() if one.figures else ():
        judgement = one.verdict.judgement(WHOLE, name) if one.verdict else None
        points = figures.points
        if judgement is not None and judgement.by is not None:
            if judgement.value not in _EARNED:
                continue  # the lead saw no occasion
            points = round(_EARNED[str(judgement.value)] * figures.out_of)
        yield name, points, figures.out_of, figures.dimension


# ---------------------------------------------------------------- missed criteria


def missed(
    judged: Sequence[Judged],
    known: Known,
    names: Names,
    language: Language,
    text_of: Callable[[str, int], str | None],
) -> tuple[MissedLine, ...]:
    """What replies missed most often, each with examples from the newest contacts."""
    levels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    places: defaultdict[str, list[_Place]] = defaultdict(list)
    for one in judged:
        for turn, name, level in _levels(one):
            levels[name][level] += 1
            if level == "missed":
                places[name].append((one, turn))
    order = sorted(places, key=lambda name: (-levels[name]["missed"], name))
    quoted: set[tuple[str, int]] = set()
    lines = []
    for name in order[:MOST_MISSED]:
        found = []
        for one, turn in _best(places[name], quoted):
            text = text_of(one.summary.id, turn)
            if text is not None:
                quoted.add((one.summary.id, turn))
                found.append(_quote(one, turn, text, known, names, language))
        of = levels[name]
        lines.append(
            MissedLine(
                name,
                known.item(name, language),
                of["missed"],
                of["partly"],
                of["met"],
                name in known.faults,
                tuple(found),
            )
        )
    return tuple(lines)


def _levels(one: Judged) -> Iterable[tuple[int, str, str]]:
    """Reply number, criterion, level as it stands."""
    if one.verdict is not None:
        for judgement in one.verdict.judgements.values():
            if judgement.turn != WHOLE and judgement.item not in DIMENSIONS:
                yield judgement.turn, judgement.item, str(judgement.value)
        return
    for turn in one.figures.turns if one.figures else ():
        for level, items in (("met", turn.met), ("partly", turn.partly), ("missed", turn.missed)):
            for name in items:
                yield turn.turn, name, level


def _best(places: Sequence[_Place], quoted: Set[tuple[str, int]]) -> list[_Place]:
    """The places to quote: one a person first, so that nobody stands for everybody's mistake.

    A reply that misses little else shows best what is meant, of equal ones the newest; what is
    quoted for another criterion already is not quoted again.
    """
    first: dict[str, tuple[int, _Place]] = {}
    second: dict[str, tuple[int, _Place]] = {}
    for place in reversed(places):
        one, turn = place
        if (one.summary.id, turn) in quoted:
            continue
        found, trainee = (_faults_of(place), place), one.summary.header.trainee
        best = first.get(trainee)
        if best is None or found[0] < best[0]:
            first[trainee] = found
            found = best or found
        if best is not None and (trainee not in second or found[0] < second[trainee][0]):
            second[trainee] = found
    ranked = [*sorted(first.values(), key=_rank), *sorted(second.values(), key=_rank)]
    return [place for _, place in ranked[:QUOTES]]


def _rank(found: tuple[int, _Place]) -> int:
    return found[0]


def _faults_of(place: _Place) -> int:
    """How much the engine found missing in the reply."""
    one, turn = place
    turns = one.figures.turns if one.figures else ()
    return next((len(t.missed) for t in turns if t.turn == turn), 0)


def _quote(  # noqa: PLR0913, PLR0917  (a reply, its words, and how to call what it belongs to)
    one: Judged, turn: int, text: str, known: Known, names: Names, language: Language
) -> Quote:
    header = one.summary.header
    return Quote(
        names.session(one.summary.id),
        names.person(header.trainee),
        known.title(header.scenario_id, language),
        turn,
        _short(names.text(text)),
    )


def _short(text: str) -> str:
    return text if len(text) <= QUOTE_LENGTH else text[:QUOTE_LENGTH].rstrip() + "…"


# ---------------------------------------------------------------- handbook, overrulings


def clauses(judged: Sequence[Judged], known: Known, language: Language) -> tuple[ClauseLine, ...]:
    """All clauses of the handbook; those that it no longer has but sessions cite come last."""
    kept: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for one in judged:
        for clause, (well, badly) in one.figures.clauses.items() if one.figures else ():
            kept[clause] += well
            broken[clause] += badly
    lines = [
        ClauseLine(c.id, c.number, c.title.of(language), kept[c.id], broken[c.id])
        for c in known.clauses
    ]
    gone = sorted({*kept, *broken} - {c.id for c in known.clauses})
    return (*lines, *(ClauseLine(c, "", clean_text(c), kept[c], broken[c]) for c in gone))


def overruled(
    judged: Iterable[Judged], known: Known, names: Names, language: Language
) -> tuple[OverruledLine, ...]:
    """Every judgement for which a lead's value stands, session by session."""
    return tuple(
        OverruledLine(
            names.session(one.summary.id),
            names.person(one.summary.header.trainee),
            known.title(one.summary.header.scenario_id, language),
            judgement.turn,
            known.item(judgement.item, language),
            judgement.engine,
            judgement.lead,
            names.person(judgement.by.author),
            judgement.by.at,
            names.text(judgement.by.reason),
        )
        for one in judged
        if one.verdict is not None
        for judgement in one.verdict.overruled
        if judgement.by is not None
    )
