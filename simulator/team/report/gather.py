"""A report from summaries of sessions and facts: every figure can be worked out again from them.

Counted are whole contacts that came to an end and were judged. A contact that was stopped is no
fail and no pass; one that was redone from a reply repeats another; both are told beside the
figures and are in none of them. Where a lead overruled the engine the lead's value is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from statistics import median

from scenarios.language import Language
from scoring.model import DIMENSIONS
from simulator.figures import Figures
from simulator.practice.occasions import Occasion
from simulator.store.model import Fact, Person, SessionSummary
from simulator.team.pass_mark import PassMarks, marked
from simulator.team.report.lines import Known, clauses, group, grouped, missed, overruled, skills
from simulator.team.report.model import Count, Report, Scope, SessionLine, Standing, Times
from simulator.team.report.names import Cast, Names
from simulator.team.rules import TotalRules
from simulator.team.verdict import FACT_KINDS, Effective, Verdict, verdict_of

__all__ = [
    "Judged",
    "Known",
    "Reader",
    "Source",
    "gather",
    "in_scope",
    "judge",
    "names_of",
    "started_where",
]


@dataclass(frozen=True, slots=True)
class Reader:
    """How a report is to be read: its language, and whether names are hidden."""

    language: Language
    hide: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What a report is made from."""

    summaries: Iterable[SessionSummary]
    facts: Iterable[Fact]
    people: Sequence[Person]
    text_of: Callable[[str, int], str | None]
    """The words of a reply by session and number, None where they cannot be had. It is asked for
    a handful of replies only."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A session with its figures, and what leads said about it where they said anything."""

    summary: SessionSummary
    figures: Figures | None
    verdict: Verdict | None
    standing: Standing
    engine: Effective | None
    stands: Effective | None
    """What counts: the lead's values where there are any, else the engine's."""
    mark: int | None = None
    """What the total has to reach where the drill has a pass mark of its own."""

    @property
    def bare(self) -> bool:
        """Whether nothing but scores is known, as of scorecards from earlier versions."""
        return self.figures is None or not (self.figures.turns or self.figures.criteria)

    @property
    def seconds(self) -> float | None:
        """From begin to end, pauses included; None while it is open."""
        if self.summary.ended_at is None:
            return None
        try:
            ended = datetime.fromisoformat(self.summary.ended_at)
        except ValueError:
            return None
        if ended.tzinfo is None:
            return None
        return max(0.0, (ended - self.summary.header.started()).total_seconds())

    @property
    def minutes(self) -> float | None:
        return None if self.seconds is None else self.seconds / 60


def gather(source: Source, known: Known, scope: Scope, reader: Reader, now: datetime) -> Report:
    """The report over *scope*, made at *now*."""
    judged = judge(source.summaries, source.facts, known.rules, scope)
    counted = [one for one in judged if one.standing == "counted"]
    names = names_of(judged, source.people, reader)
    return Report(
        scope=scope,
        language=reader.language,
        person=names.person(scope.person) if scope.person else "",
        hidden=reader.hide,
        made_at=now,
        count=_count(judged),
        bare=sum(one.bare for one in counted),
        whole=group("", counted),
        scenarios=grouped(
            counted, lambda one: known.title(one.summary.header.scenario_id, reader.language)
        ),
        people=grouped(counted, lambda one: names.person(one.summary.header.trainee)),
        skills=skills(counted, known, reader.language),
        missed=missed(counted, known, names, reader.language, source.text_of),
        clauses=clauses(counted, known, reader.language),
        overruled=overruled(judged, known, names, reader.language),
        times=_times(counted),
        sessions=tuple(_line(one, known, names, reader.language) for one in judged),
    )


def names_of(judged: Sequence[Judged], people: Sequence[Person], reader: Reader) -> Names:
    """What those who appear in these sessions are called."""
    remarks = (o for one in judged if one.verdict for o in one.verdict.history)
    cast = Cast(
        people,
        {one.summary.header.trainee for one in judged},
        {remark.author for remark in remarks},
        [one.summary.id for one in judged],
    )
    return Names(cast, reader.language, hide=reader.hide)


def judge(
    summaries: Iterable[SessionSummary], facts: Iterable[Fact], rules: TotalRules, scope: Scope
) -> list[Judged]:
    """The sessions of *scope*, oldest first, each with what stands."""
    by_session: dict[str, list[Fact]] = {}
    known_facts = list(facts)
    for fact in known_facts:
        if fact.subject is not None and fact.kind in FACT_KINDS:
            by_session.setdefault(fact.subject, []).append(fact)
    judged = []
    marks = PassMarks.read(known_facts)
    for summary in summaries:
        if not in_scope(summary, scope):
            continue
        figures = Figures.from_json(summary.digest)
        mark = marks.of(summary.header.occasion, summary.header.parent_session)
        figures = marked(figures, mark, rules.fails) if figures else None
        own = by_session.get(summary.id)
        verdict = verdict_of(summary.id, figures, own, rules, mark) if figures and own else None
        engine = _by_engine(figures) if figures else None
        stands = verdict.effective if verdict else engine
        standing = _standing(summary, figures)
        judged.append(Judged(summary, figures, verdict, standing, engine, stands, mark))
    return sorted(judged, key=lambda one: (one.summary.header.started(), one.summary.id))


def _by_engine(figures: Figures) -> Effective:
    scores = {d: figures.scores.get(d) for d in DIMENSIONS}
    return Effective(figures.total, figures.result, scores)


def in_scope(summary: SessionSummary, scope: Scope) -> bool:
    header = summary.header
    if scope.person is not None and header.trainee != scope.person:
        return False
    if scope.drill is not None:
        occasion = Occasion.read(header.occasion)
        if occasion is None or (occasion.kind, occasion.id) != ("drill", scope.drill):
            return False
    if scope.since is None and scope.until is None:
        return True
    day = started_where(summary).date()
    return (scope.since is None or scope.since <= day) and (
        scope.until is None or day <= scope.until
    )


def started_where(summary: SessionSummary) -> datetime:
    """When it began, by the clock on the trainee's wall."""
    header = summary.header
    try:
        zone = timezone(timedelta(minutes=header.utc_offset_minutes))
    except ValueError:  # no place on earth has it; the moment itself is still known
        zone = UTC
    return header.started().astimezone(zone)


def _standing(summary: SessionSummary, figures: Figures | None) -> Standing:
    occasion = Occasion.read(summary.header.occasion)
    if occasion is not None and occasion.kind == "moment":
        return "moment"
    if summary.header.parent_session is not None:
        return "redone"
    if summary.state != "ended":
        return "open"
    if summary.stopped or (figures and figures.stopped):
        return "stopped"
    return "unjudged" if figures is None or figures.total is None else "counted"


def _count(judged: Sequence[Judged]) -> Count:
    by: dict[Standing, int] = {}
    for one in judged:
        by[one.standing] = by.get(one.standing, 0) + 1
    return Count(len(judged), by)


def _times(counted: Sequence[Judged]) -> Times:
    first = dict.fromkeys(("first", "second", "later", "never"), 0)
    for figures in (one.figures for one in counted if not one.bare):
        turn = figures.acknowledged if figures else None
        first["never" if turn is None else {1: "first", 2: "second"}.get(turn, "later")] += 1
    lengths = [m for one in counted if (m := one.minutes) is not None]
    return Times(first, median(lengths) if lengths else None, len(lengths))


def _line(one: Judged, known: Known, names: Names, language: Language) -> SessionLine:
    header, figures, verdict = one.summary.header, one.figures, one.verdict
    return SessionLine(
        id=names.session(one.summary.id),
        trainee=names.person(header.trainee),
        scenario=header.scenario_id,
        title=known.title(header.scenario_id, language),
        language=header.language,
        mode=header.mode,
        occasion=header.occasion or "",
        started=started_where(one.summary),
        minutes=one.minutes,
        standing=one.standing,
        engine=one.engine,
        stands=one.stands,
        replies=len(figures.turns) if figures else 0,
        acknowledged=figures.acknowledged if figures else None,
        hints=figures.hints if figures else 0,
        overruled=len(verdict.overruled) if verdict else 0,
        reviewed=bool(verdict and verdict.reviewed),
        pass_mark=one.mark,
    )
