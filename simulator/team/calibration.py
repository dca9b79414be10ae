"""How far the engine and the leads judge alike, from sessions that a lead has reviewed.

``reviewed`` means that the lead looked at all of it: what they did not overrule they agreed with.
So every judged item of such a session gives a pair of levels, the engine's and the lead's. Leads
judge with the engine's figures before their eyes; agreement is therefore higher than between two
who judge blind, and is read as "how often a lead saw cause to differ".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Final, Literal, cast

from scoring.model import DIMENSIONS
from simulator.team.kappa import Kappa, Pair, kappa_of
from simulator.team.verdict import WHOLE, Judgement, Verdict

__all__ = [
    "BY",
    "Agreement",
    "Calibration",
    "Difference",
    "FaultCount",
    "Outcomes",
    "Reviewed",
    "calibrate",
]

By = Literal["criterion", "rater", "lang"]
BY: tuple[By, ...] = ("criterion", "rater", "lang")
_LEVELS: Final = {"missed": 0, "partly": 1, "met": 2}
_TOP_BAND: Final = 4
_BAND: Final = 20
"""Points of one band: 0-19, 20-39, 40-59, 60-79, 80-100."""
_PER_LEVEL: Final = 50
"""Points that one level of a criterion counts for when differences are put in order."""
_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A session that a lead declared to have looked at."""

    session: str
    rater: str
    """Login of the lead who reviewed it last."""
    language: str
    scenario: str
    verdict: Verdict
    """On the scorecard that the lead had before them."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of one group on one item."""

    group: str
    """A rater, a language, or empty for all."""
    item: str
    """A criterion, a dimension, or ``total``."""
    kappa: Kappa


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Pass and fail of one group, engine against lead."""

    group: str
    sessions: int
    false_passes: int
    """The engine passed what the lead did not."""
    false_fails: int
    lead_passed: int


@dataclass(frozen=True, slots=True)
class FaultCount:
    """A fault in the replies of one group: found or not found, there is no level between.

    The figures tell which replies committed it, not which did not; so there is no kappa for it.
    """

    group: str
    item: str
    found: int
    """Replies in which the engine saw it."""
    struck: int
    """Of these the ones of which the lead said that it was not there."""
    added: int
    """Replies in which only the lead saw it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One judgement that the lead overruled."""

    session: str
    scenario: str
    turn: int
    item: str
    engine: int | bool | str | None
    lead: int | bool | str | None
    points: int
    """How far apart, on the scale of 100."""
    rater: str
    reason: str


@dataclass(frozen=True, slots=True)
class Calibration:
    sessions: int
    agreements: tuple[Agreement, ...]
    outcomes: tuple[Outcomes, ...]
    faults: tuple[FaultCount, ...]
    differences: tuple[Difference, ...]
    """The largest, largest first."""


def calibrate(
    reviewed: Sequence[Reviewed],
    faults: Set[str],
    by: By = "criterion",
    most: int = _SHOWN,
) -> Calibration:
    """The figures of all *reviewed*, grouped *by* criterion alone, by rater or by language.

    *faults* are the items that only ever count against a reply.
    """
    groups: dict[str, list[Reviewed]] = {}
    name: Callable[[Reviewed], str] = {
        "criterion": lambda _: "",
        "rater": lambda one: one.rater,
        "lang": lambda one: one.language,
    }[by]
    for one in reviewed:
        groups.setdefault(name(one), []).append(one)
    return Calibration(
        len(reviewed),
        tuple(a for group in sorted(groups) for a in _agreements(group, groups[group], faults)),
        tuple(_outcomes(group, groups[group]) for group in sorted(groups)),
        tuple(f for group in sorted(groups) for f in _faults(group, groups[group], faults)),
        tuple(_differences(reviewed)[:most]),
    )


def band(points: int) -> int:
    """0 to 4, in steps of 20 points."""
    return min(_TOP_BAND, points // _BAND)


# ---------------------------------------------------------------- pairs


def _agreements(group: str, reviewed: Sequence[Reviewed], faults: Set[str]) -> Iterable[Agreement]:
    by_item: dict[str, list[list[Pair]]] = {}
    for one in reviewed:
        own: dict[str, list[Pair]] = {}
        for item, pair in _pairs(one.verdict):
            if item in faults:
                continue
            own.setdefault(item, []).append(pair)
        for item, pairs in own.items():
            by_item.setdefault(item, []).append(pairs)
    for item in sorted(by_item, key=_order):
        yield Agreement(group, item, kappa_of(by_item[item]))


def _order(item: str) -> tuple[int, str]:
    """Total first, then the dimensions, then criteria by name."""
    scales = ("total", *DIMENSIONS)
    return (scales.index(item) if item in scales else len(scales), item)


def _pairs(verdict: Verdict) -> Iterable[tuple[str, Pair]]:
    """Whole contacts: total and dimensions; replies: dimensions and criteria.

    A criterion is compared where it was judged: reply by reply, and for the whole contact only
    where no reply shows it, so that nothing counts twice.
    """
    stands, engine = verdict.effective, verdict.engine
    if engine.total is not None and stands.total is not None:
        yield "total", (band(engine.total), band(stands.total))
    in_replies = {j.item for j in verdict.judgements.values() if j.turn != WHOLE}
    for judgement in verdict.judgements.values():
        if judgement.item in DIMENSIONS:
            pair = _bands(judgement)
        elif judgement.turn == WHOLE and judgement.item in in_replies:
            pair = None
        else:
            pair = _levels(judgement)
        if pair is not None:
            yield judgement.item, pair


def _bands(judgement: Judgement) -> Pair | None:
    if judgement.engine is None or judgement.value is None:
        return None
    return band(cast(int, judgement.engine)), band(cast(int, judgement.value))


def _levels(judgement: Judgement) -> Pair | None:
    """None for total and passed, and where one side saw no occasion."""
    engine, lead = (_LEVELS.get(str(v)) for v in (judgement.engine, judgement.value))
    return None if engine is None or lead is None else (engine, lead)


# ---------------------------------------------------------------- outcomes, differences


def _outcomes(group: str, reviewed: Sequence[Reviewed]) -> Outcomes:
    # What was stopped is neither passed nor not, unless a lead says so: nothing to compare.
    each = [(r.verdict.engine.result, r.verdict.effective.passed) for r in reviewed]
    both = [(e, lead) for e, lead in each if e is not None and lead is not None]
    return Outcomes(
        group,
        len(both),
        sum(engine and not lead for engine, lead in both),
        sum(lead and not engine for engine, lead in both),
        sum(lead for _, lead in both),
    )


def _faults(group: str, reviewed: Sequence[Reviewed], faults: Set[str]) -> Iterable[FaultCount]:
    found: Counter[str] = Counter()
    struck: Counter[str] = Counter()
    added: Counter[str] = Counter()
    for one in reviewed:
        for judgement in one.verdict.judgements.values():
            if judgement.item not in faults or judgement.turn == WHOLE:
                continue
            here = judgement.engine == "missed"
            found[judgement.item] += here
            struck[judgement.item] += here and judgement.value != "missed"
            added[judgement.item] += not here and judgement.value == "missed"
    for item in sorted(found):
        yield FaultCount(group, item, found[item], struck[item], added[item])


def _differences(reviewed: Iterable[Reviewed]) -> list[Difference]:
    found = [
        Difference(
            one.session,
            one.scenario,
            judgement.turn,
            judgement.item,
            judgement.engine,
            judgement.lead,
            points,
            judgement.by.author,
            judgement.by.reason,
        )
        for one in reviewed
        for judgement in one.verdict.overruled
        if judgement.by is not None and (points := _apart(judgement))
    ]
    return sorted(found, key=lambda d: (-d.points, d.session, d.turn, d.item))


def _apart(judgement: Judgement) -> int:
    engine, lead = judgement.engine, judgement.lead
    if engine is None or lead is None or engine == lead:
        return 0
    if judgement.item == "passed":
        return 100
    if isinstance(engine, int) and isinstance(lead, int):
        return abs(engine - lead)
    levels = _levels(judgement)
    return _PER_LEVEL * abs(levels[0] - levels[1]) if levels else 0
