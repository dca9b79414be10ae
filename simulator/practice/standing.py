"""Where one person stands in a programme: what is done, what is open, and the one next thing.

Worked out anew from the programme, the person's contacts and the pages they read; nothing is kept.
What counts: contacts with the step's occasion, in the language asked for, played to their end by
the step's rule. What was stopped or redone from the middle counts neither for nor against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from scenarios.language import Language
from scenarios.model import Intensity, Mode
from scenarios.programme import Programme, Step
from simulator.practice.attempts import (
    Attempt,
    Effective,
    attempts_at,
    finished,
    moment,
)
from simulator.practice.occasions import Occasion, programme_occasion
from simulator.store.model import Fact, SessionSummary

__all__ = [
    "READ",
    "Next",
    "Play",
    "Read",
    "Standing",
    "StepStanding",
    "StepState",
    "begun",
    "standing",
]

READ: Final = "step-read"
"""The kind of fact that says that a page was read."""
StepState = Literal["done", "open", "waiting", "locked"]


@dataclass(frozen=True, slots=True)
class Read:
    """The next thing is to read a page."""

    step: str


@dataclass(frozen=True, slots=True)
class Play:
    """The next thing is to play a contact."""

    step: str
    scenario: str
    mode: Mode
    intensity: Intensity
    language: Language
    occasion: str
    resume: str | None
    """The session to go on with, where one was begun for this step and left open."""


Next = Read | Play


@dataclass(frozen=True, slots=True)
class StepStanding:
    """Where somebody stands with one step."""

    step: Step
    state: StepState
    since: datetime | None
    """When it was done."""
    opens: datetime | None
    """Until when it waits."""
    locked_by: tuple[str, ...]
    """Ids of the steps that have to be done first."""
    passed: tuple[Attempt, ...]
    """The first contact of each scenario that counts, in the order of their ends."""
    attempts: tuple[Attempt, ...]
    """All finished contacts of the step, in the order of their ends."""
    left: int
    """In how many further scenarios it has to be passed; 1 for a page that was not read."""
    candidates: tuple[str, ...]
    """The scenarios that may still be played for it, those to play first at the front."""
    missing: tuple[str, ...]
    """Scenarios that the programme names and that are not here."""
    following: Next | None = None
    """What can be done for it now."""

    @property
    def stuck(self) -> bool:
        """Whether so many of its scenarios are missing that nobody here can finish it."""
        return self.state != "done" and not self.step.reads and self.left > len(self.candidates)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands in a programme."""

    programme: Programme
    language: Language
    steps: tuple[StepStanding, ...]

    @property
    def next(self) -> Next | None:
        """The one next thing; None where all is done, or nothing can be done at the moment."""
        return next((one.following for one in self.steps if one.following is not None), None)

    @property
    def finished(self) -> bool:
        return all(one.state == "done" for one in self.steps)

    def row(self, step: str) -> StepStanding | None:
        """Where one stands with the step of this id; None for none."""
        return next((one for one in self.steps if one.step.id == step), None)

    @property
    def waits_until(self) -> datetime | None:
        """When the next step opens, where there is nothing to do before."""
        times = [one.opens for one in self.steps if one.opens is not None]
        return min(times) if times and self.next is None else None


def begun(programme: str, sessions: Iterable[SessionSummary], facts: Iterable[Fact]) -> bool:
    """Whether somebody with these contacts and facts has done anything in the programme."""
    if any(fact.kind == READ and fact.subject == programme for fact in facts):
        return True
    occasions = (Occasion.read(summary.header.occasion) for summary in sessions)
    return any(o is not None and o.kind == "programme" and o.id == programme for o in occasions)


def standing(  # noqa: PLR0913 - each is a fact of its own
    programme: Programme,
    sessions: Iterable[SessionSummary],
    facts: Iterable[Fact],
    *,
    now: datetime,
    language: Language,
    scenarios: Collection[str],
    effective: Effective | None = None,
) -> Standing:
    """Where the one person whose *sessions* and *facts* these are stands at *now* (aware).

    *scenarios* are the ids of those that can be played here; *effective* tells what team leads
    overruled, and without it everything stands as it was scored. Neither the order of the arguments
    nor a clock that was wrong at times raises anything.
    """
    mine = [s for s in sessions if s.header.language == language]
    by_step = _by_step(programme.id, mine)
    read = _read_at(programme.id, facts)
    tried = Counter(s.header.scenario_id for s in mine if finished(s))
    rows: list[StepStanding] = []
    done: dict[str, datetime | None] = {}
    for step in programme.steps:
        own = by_step.get(step.id, [])
        rows.append(_own(step, attempts_at(step, own, effective), read, tried, scenarios))
        done[step.id] = rows[-1].since
    placed = (
        row if row.since is not None else _placed(row, programme.needs_of(index), done, now)
        for index, row in enumerate(rows)
    )
    ready = (
        replace(row, following=_following(programme.id, row, by_step, language)) for row in placed
    )
    return Standing(programme, language, tuple(ready))


# ---------------------------------------------------------------- one step


def _own(
    step: Step,
    attempts: tuple[Attempt, ...],
    read: Mapping[str, datetime],
    tried: Counter[str],
    scenarios: Collection[str],
) -> StepStanding:
    """The step by itself, whatever it needs."""
    if step.reads:
        at = read.get(step.id)
        state: StepState = "open" if at is None else "done"
        return StepStanding(step, state, at, None, (), (), (), int(at is None), (), ())
    first: dict[str, Attempt] = {}
    for attempt in attempts:
        if attempt.counts:
            first.setdefault(attempt.scenario, attempt)
    passed = tuple(first.values())
    left = max(step.rule.passes - len(passed), 0)
    here = Counter(attempt.scenario for attempt in attempts)
    names = tuple(dict.fromkeys(step.scenarios))
    open_ones = [name for name in names if name in scenarios and name not in first]
    return StepStanding(
        step=step,
        state="open" if left else "done",
        since=None if left else passed[step.rule.passes - 1].ended_at,
        opens=None,
        locked_by=(),
        passed=passed,
        attempts=attempts,
        left=left,
        # Sorting is stable: among equals the order of the file decides.
        candidates=tuple(sorted(open_ones, key=lambda name: (here[name], tried[name]))),
        missing=tuple(name for name in names if name not in scenarios),
    )


def _placed(
    row: StepStanding, needs: tuple[str, ...], done: Mapping[str, datetime | None], now: datetime
) -> StepStanding:
    """A step that is not done, as open, waiting or locked."""
    locked_by = tuple(need for need in needs if done.get(need) is None)
    if locked_by:
        return _changed(row, "locked", None, locked_by)
    ends = [at for need in needs if (at := done.get(need)) is not None]
    opens = _later(max(ends), row.step.days) if ends and row.step.days else None
    if opens is not None and opens > now:
        return _changed(row, "waiting", opens, ())
    return row


def _changed(
    row: StepStanding, state: StepState, opens: datetime | None, locked_by: tuple[str, ...]
) -> StepStanding:
    return replace(row, state=state, opens=opens, locked_by=locked_by)


def _later(moment: datetime, days: int) -> datetime:
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def _by_step(programme: str, sessions: Iterable[SessionSummary]) -> dict[str, list[SessionSummary]]:
    found: dict[str, list[SessionSummary]] = {}
    for summary in sessions:
        occasion = Occasion.read(summary.header.occasion)
        if occasion is not None and (occasion.kind, occasion.id) == ("programme", programme):
            found.setdefault(occasion.step, []).append(summary)
    return found


def _read_at(programme: str, facts: Iterable[Fact]) -> dict[str, datetime]:
    """When each page was first read."""
    found: dict[str, datetime] = {}
    for fact in facts:
        at = moment(fact.at)
        if fact.kind == READ and fact.subject == programme and at is not None:
            step = str(fact.body.get("step"))
            found[step] = min(at, found.get(step, at))
    return found


# ---------------------------------------------------------------- the next thing


def _following(
    programme: str,
    row: StepStanding,
    by_step: Mapping[str, list[SessionSummary]],
    language: Language,
) -> Next | None:
    if row.state != "open":
        return None
    if row.step.reads:
        return Read(row.step.id)
    if row.candidates:
        return _play(programme, row, by_step.get(row.step.id, ()), language)
    return None


def _play(
    programme: str, row: StepStanding, sessions: Iterable[SessionSummary], language: Language
) -> Play:
    step = row.step
    left_open = [
        (s.header.started_at, s.id, s.header.scenario_id)
        for s in sessions
        if s.state == "open"
        and s.header.scenario_id in row.candidates
        and s.header.mode == step.mode
        and s.header.intensity == step.intensity
    ]
    _, resume, scenario = max(left_open, default=("", None, row.candidates[0]))
    occasion = programme_occasion(programme, step.id)
    return Play(step.id, scenario, step.mode, step.intensity, language, occasion, resume)
