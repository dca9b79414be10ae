"""Where a person stands with a drill, and the one thing to play next.

What counts are contacts with the drill's occasion that were played to their end. A contact that was
stopped, given up or redone from the middle uses up no attempt, and is neither done nor a fail. What
was begun before the drill was closed may be finished after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal, cast

from scenarios.language import Language
from scenarios.model import Intensity
from simulator.figures import Figures
from simulator.practice.occasions import drill_occasion
from simulator.store.model import SessionHeader, SessionSummary
from simulator.team.drill import Drill, DrillRecord, DrillScenario, seed_for
from simulator.team.pass_mark import reaches

__all__ = [
    "Catalogue",
    "DrillOffer",
    "Effective",
    "Judging",
    "NextStep",
    "PersonStanding",
    "ScenarioStanding",
    "by_scorecard",
    "is_played",
    "open_drills",
    "standing",
]

_OUTCOMES: Final = ("poor", "fair", "good")
"""Kinds of endings from worst to best."""

Effective = Callable[[SessionSummary], tuple[int | None, bool | None]]
"""The total of a contact that stands, and what a lead decided about passing; None: nothing."""
State = Literal["not-begun", "in-progress", "done"]
Text = Literal["same", "changed", "gone"]
"""How a scenario stands to what it was when the drill was made."""


def by_scorecard(summary: SessionSummary) -> tuple[int | None, bool | None]:
    """The total as the scorecard has it."""
    figures = Figures.from_json(summary.digest)
    return (figures.total if figures else None), None


@dataclass(frozen=True, slots=True)
class Judging:
    """How contacts are judged."""

    effective: Effective = by_scorecard
    fails: frozenset[str] = frozenset()
    """Breaches that fail a contact whatever its total."""


_AS_SCORED: Final = Judging()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The scenarios that can be played here today."""

    digests: Mapping[str, str]
    engine: str
    """Version of the engine; contacts of another one cannot be gone on with."""

    def text_of(self, scenario: DrillScenario) -> Text:
        digest = self.digests.get(scenario.id)
        if digest is None:
            return "gone"
        return "same" if digest == scenario.digest else "changed"

    def goes_on(self, header: SessionHeader) -> bool:
        """Whether a contact begun with this header can be gone on with."""
        same = self.digests.get(header.scenario_id) == header.scenario_hash
        return same and header.engine_version == self.engine


@dataclass(frozen=True, slots=True)
class ScenarioStanding:
    """One scenario of a drill for one person."""

    scenario: str
    state: State
    text: Text
    used: int
    """Attempts played to their end."""
    left: int | None
    """Attempts that may still be begun; None: any number."""
    passed: bool = False
    total: int | None = None
    """The best total, and the contact that has it."""
    best: str | None = None
    outcome: str = ""
    """Of the best ending: good, fair or poor; empty where nothing is done."""
    done_at: datetime | None = None
    """When the first attempt ended."""
    open: str | None = None
    """The contact that is in progress."""
    resumable: bool = False
    comparable: bool = True
    """False: an attempt was played with another text of the scenario, or in another way."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to play: a contact to go on with, or a new one."""

    drill: str
    scenario: str
    session: str | None
    """Of the contact to go on with."""
    text: Text
    seed: int
    language: Language | None
    mode: str
    intensity: Intensity
    again: bool
    """It was done before and not passed."""


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """One person in one drill."""

    login: str
    scenarios: tuple[ScenarioStanding, ...]
    overdue: bool
    """The time is over and something is not done yet."""
    late: bool
    """Something was done only after the time was over."""
    closed: bool
    next: NextStep | None

    @property
    def done(self) -> int:
        """How many scenarios are done."""
        return sum(s.state == "done" or bool(s.used) for s in self.scenarios)

    @property
    def passed(self) -> int:
        return sum(s.passed for s in self.scenarios)

    @property
    def state(self) -> State:
        if self.done == len(self.scenarios):
            return "done"
        begun = any(s.used or s.open for s in self.scenarios)
        return "in-progress" if begun else "not-begun"


def standing(  # noqa: PLR0913 - two of them may be left out
    record: DrillRecord,
    login: str,
    summaries: Iterable[SessionSummary],
    now: datetime,
    *,
    catalogue: Catalogue | None = None,
    judging: Judging = _AS_SCORED,
) -> PersonStanding:
    """Where *login* stands; *summaries* may hold anything, what does not belong is left out.

    A clock that was set back makes nothing early again: the latest stored time counts too.
    """
    mine = _mine(record, login, summaries)
    drill = record.drill
    of_scenario: dict[str, list[SessionSummary]] = {}
    for summary in mine:
        of_scenario.setdefault(summary.header.scenario_id, []).append(summary)
    scenarios = tuple(
        _of_scenario(drill, s, of_scenario.get(s.id, ()), catalogue, judging)
        for s in drill.scenarios
    )
    moment = max([now.astimezone(UTC), record.at, *map(_last_known, mine)])
    undone = [s for s in scenarios if not s.used]
    due = drill.due
    step = None if record.closed else _next(drill, login, scenarios)
    return PersonStanding(
        login=login,
        scenarios=scenarios,
        overdue=due is not None and bool(undone) and moment > due,
        late=due is not None and any(s.done_at and s.done_at > due for s in scenarios),
        closed=record.closed is not None,
        next=step,
    )


@dataclass(frozen=True, slots=True)
class DrillOffer:
    """An open drill as the person it is for sees it."""

    id: str
    title: str
    due: datetime | None
    overdue: bool
    done: int
    of: int
    next: NextStep
    attempts_left: int | None
    """For the scenario that is next; None: any number."""


def open_drills(
    records: Sequence[DrillRecord], standings: Mapping[str, PersonStanding]
) -> tuple[DrillOffer, ...]:
    """The open drills in which something is left to play; *standings* by id of the drill.

    First what is in progress, then what is not done by when it is due, then what may be tried again.
    """
    offers = []
    for record in records:
        stand = standings.get(record.drill.id)
        if record.closed is not None or stand is None or stand.next is None:
            continue
        of_next = next(s for s in stand.scenarios if s.scenario == stand.next.scenario)
        drill = record.drill
        offers.append(
            DrillOffer(
                id=drill.id,
                title=drill.title,
                due=drill.due,
                overdue=stand.overdue,
                done=stand.done,
                of=len(drill.scenarios),
                next=stand.next,
                attempts_left=of_next.left,
            )
        )
    never = datetime.max.replace(tzinfo=UTC)
    return tuple(
        sorted(offers, key=lambda o: (o.next.session is None, o.next.again, o.due or never, o.id))
    )


def is_played(summary: SessionSummary) -> bool:
    """Whether it was played to its end."""
    return summary.state == "ended" and not summary.stopped


def _mine(
    record: DrillRecord, login: str, summaries: Iterable[SessionSummary]
) -> list[SessionSummary]:
    """The contacts of one person that count, oldest first."""
    occasion = drill_occasion(record.drill.id)
    found = [
        s
        for s in summaries
        if s.header.occasion == occasion
        and s.header.trainee == login
        and s.header.parent_session is None
        and (record.closed is None or s.header.started() <= record.closed.at)
    ]
    return sorted(found, key=lambda s: (s.header.started(), s.id))


def _of_scenario(
    drill: Drill,
    scenario: DrillScenario,
    mine: Sequence[SessionSummary],
    catalogue: Catalogue | None,
    judging: Judging,
) -> ScenarioStanding:
    played = [s for s in mine if is_played(s)]
    begun = [s for s in mine if s.state == "open"]
    current = begun[-1] if begun else None
    best = max(played, key=lambda s: _rank(drill, s, judging), default=None)
    limit = drill.attempts
    goes_on = current is not None and (catalogue is None or catalogue.goes_on(current.header))
    held = len(played) + (1 if goes_on else 0)
    return ScenarioStanding(
        scenario=scenario.id,
        state="in-progress" if current else "done" if played else "not-begun",
        text=catalogue.text_of(scenario) if catalogue else "same",
        used=len(played),
        left=None if limit is None else max(limit - held, 0),
        passed=any(_passes(drill, s, judging) for s in played),
        total=judging.effective(best)[0] if best else None,
        best=best.id if best else None,
        outcome=max(map(_outcome, played), key=_outcome_rank, default=""),
        done_at=min((_ended(s) for s in played), default=None),
        open=current.id if current else None,
        resumable=goes_on,
        comparable=all(_as_set(drill, scenario, s.header) for s in (*played, *begun[-1:])),
    )


def _next(drill: Drill, login: str, scenarios: Sequence[ScenarioStanding]) -> NextStep | None:
    """What is in progress, else the first that is not done, else the first not passed."""
    going = next((s for s in scenarios if s.open and s.resumable), None)
    free = [s for s in scenarios if s.text != "gone" and s.left != 0]
    undone = next((s for s in free if not s.used), None)
    failed = next((s for s in free if not s.passed), None)
    chosen = going or undone or failed
    if chosen is None:
        return None
    return NextStep(
        drill=drill.id,
        scenario=chosen.scenario,
        session=chosen.open if chosen is going else None,
        text=chosen.text,
        seed=seed_for(drill, login, chosen.used + 1),
        language=drill.language,
        mode=drill.mode,
        intensity=drill.intensity,
        again=bool(chosen.used),
    )


def _passes(drill: Drill, summary: SessionSummary, judging: Judging) -> bool:
    """The drill's mark takes the place of the rubric's totals; a gate that fails still fails.

    Where a lead has decided on passed itself, that decision stands whatever the figures say.
    """
    total, decided = judging.effective(summary)
    figures = Figures.from_json(summary.digest)
    if decided is not None or figures is None:
        return decided is True
    if drill.pass_mark is None:
        return figures.passed
    return reaches(drill.pass_mark, total, figures, judging.fails)


def _rank(drill: Drill, summary: SessionSummary, judging: Judging) -> tuple[int, bool]:
    total, _ = judging.effective(summary)
    return (-1 if total is None else total, _passes(drill, summary, judging))


def _outcome(summary: SessionSummary) -> str:
    figures = Figures.from_json(summary.digest)
    return figures.outcome if figures else ""


def _outcome_rank(outcome: str) -> int:
    return _OUTCOMES.index(outcome) if outcome in _OUTCOMES else -1


def _as_set(drill: Drill, scenario: DrillScenario, header: SessionHeader) -> bool:
    """Whether a contact was played as the drill has it."""
    return (
        header.scenario_hash == scenario.digest
        and header.language == (drill.language or header.language)
        and header.mode == drill.mode
        and header.intensity == drill.intensity
        and header.seed == (header.seed if drill.seed is None else drill.seed)
    )


def _ended(summary: SessionSummary) -> datetime:
    """When it ended; what does not tell counts from its beginning."""
    return _moment(summary.ended_at) or summary.header.started()


def _last_known(summary: SessionSummary) -> datetime:
    return max(summary.header.started(), _ended(summary))


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(cast("str", text))
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (TypeError, ValueError, OverflowError):
        return None
