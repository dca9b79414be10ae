"""What a lead asks for when a drill is made, checked before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from scenarios.language import Language
from scenarios.loader import UnknownScenario
from scenarios.model import Intensity, Mode
from scenarios.numbers import narrow
from scenarios.text import clean_text
from simulator.errors import UsageError
from simulator.team.drill import (
    MOST_ATTEMPTS,
    MOST_SCENARIOS,
    MOST_TITLE,
    SEED_LIMIT,
    Drill,
    DrillScenario,
)

__all__ = ["DrillPlan", "parse_due", "planned"]

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_LAST_MINUTE = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class DrillPlan:
    """A drill without its id; see ``Drill`` for the fields."""

    title: str
    scenarios: tuple[str, ...]
    language: Language | None = None
    mode: Mode = "practice"
    intensity: Intensity = "normal"
    seed: int | None = None
    due: datetime | None = None
    pass_mark: int | None = None
    attempts: int | None = None
    everyone: bool = False
    logins: tuple[str, ...] = ()


def parse_due(text: str, now: datetime) -> datetime:
    """A date (then its last second) or a date and a time, in the zone of *now* unless it has one.

    Takes 2026-12-01, 2026/12/1, 2026年12月1日, each with or without 17:30 and a zone after it.
    Raises UsageError for anything else.
    """
    wanted = narrow(text).strip()
    found = _DATE.match(wanted)
    if found is None:
        raise UsageError("drill.due", value=text)
    year, month, day = found.groups()
    clock = wanted[found.end() :].strip().removeprefix("T").strip()
    date = f"{year}-{month:0>2}-{day:0>2}"
    try:
        if not clock:
            moment = datetime.combine(datetime.fromisoformat(date), _LAST_MINUTE)
        else:
            moment = datetime.fromisoformat(f"{date}T{clock:0>5}")
        moment = moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
        moment.astimezone(UTC)  # refuses what lies outside of the calendar
    except (ValueError, OverflowError) as error:
        raise UsageError("drill.due", value=text) from error
    return moment


def planned(
    plan: DrillPlan, drill_id: str, digests: Mapping[str, str], now: datetime, *, late: bool = False
) -> Drill:
    """The drill that *plan* asks for; *digests* are those of all scenarios there are.

    Raises UsageError or UnknownScenario for the first thing that cannot be. *late* allows a time
    that is over.
    """
    title = clean_text(plan.title, keep_newlines=False).strip()
    if not title or len(title) > MOST_TITLE:
        raise UsageError("drill.title", most=MOST_TITLE)
    wanted = tuple(dict.fromkeys(plan.scenarios))
    if not 1 <= len(wanted) <= MOST_SCENARIOS:
        raise UsageError("drill.scenarios", most=MOST_SCENARIOS)
    for scenario_id in wanted:
        if scenario_id not in digests:
            raise UnknownScenario(scenario_id, tuple(digests))
    _within(plan.pass_mark, 1, 100, "drill.pass-mark")
    _within(plan.attempts, 1, MOST_ATTEMPTS, "drill.attempts")
    _within(plan.seed, 0, SEED_LIMIT - 1, "drill.seed")
    if plan.due is not None and plan.due <= now and not late:
        raise UsageError("drill.due-past", due=f"{plan.due:%Y-%m-%d %H:%M}")
    return Drill(
        id=drill_id,
        title=title,
        scenarios=tuple(DrillScenario(s, digests[s]) for s in wanted),
        language=plan.language,
        mode=plan.mode,
        intensity=plan.intensity,
        seed=plan.seed,
        due=plan.due,
        pass_mark=plan.pass_mark,
        attempts=plan.attempts,
        everyone=plan.everyone,
    )


def _within(value: int | None, least: int, most: int, code: str) -> None:
    if value is not None and not least <= value <= most:
        raise UsageError(code, value=value, least=least, most=most)
