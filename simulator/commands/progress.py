"""``progress``: how one's skills have moved over the contacts, and what is missed most."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.commands.output import json_line, output_width, write
from simulator.engine.codec import from_json
from simulator.engine.events import ReplySent
from simulator.errors import StoreError
from simulator.options import choose_language
from simulator.practice.draw import progress_lines
from simulator.practice.played import Played, newest, played
from simulator.practice.progress import Progress, Series, progress_of
from simulator.practice.recency import HALF_LIFE
from simulator.practice.skills import skills_of
from simulator.workplace import Workplace, open_workplace

if TYPE_CHECKING:
    from simulator.store.model import StoredSession

_TIMED = 10
"""Newest contacts whose replies are looked up to tell seconds; the page shows no more."""
_AT_ONE_GO = 3600
"""Seconds beyond which somebody had left in between, which is no time to an acknowledgement."""


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        summaries = list(workplace.store.history(workplace.trainee))
        rubric = workplace.judge.rubric
        skills = skills_of(rubric)
        titles = {name: rule.title for name, rule in rubric.dimensions.items()}
        seconds = _seconds(workplace, newest(played(summaries))[-_TIMED:])
        progress = progress_of(summaries, skills, titles, seconds)
    finally:
        workplace.close()
    if arguments.json:
        json_line(_as_json(progress))
        return 0
    from simulator.wrap import wrap

    broken = partial(wrap, language=language)
    for line in progress_lines(progress, language, output_width(), broken):
        write(line)
    return 0


def _seconds(workplace: Workplace, contacts: Iterable[Played]) -> dict[str, int]:
    """Session to the seconds from its start to the reply that first acknowledged."""
    found: dict[str, int] = {}
    for contact in contacts:
        turn = contact.figures.acknowledged
        if turn is None:
            continue
        try:
            seconds = _until_reply(workplace.store.load(contact.session), turn)
        except StoreError:  # the figures are there all the same
            continue
        if seconds is not None and 0 <= seconds <= _AT_ONE_GO:
            found[contact.session] = seconds
    return found


def _until_reply(stored: StoredSession, turn: int) -> int | None:
    events = zip(stored.events, stored.saved_at, strict=True)
    saved = [at for event, at in events if isinstance(from_json(event), ReplySent)]
    if turn > len(saved):
        return None
    return round(
        (datetime.fromisoformat(saved[turn - 1]) - stored.header.started()).total_seconds()
    )


def _as_json(progress: Progress) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "contacts": progress.contacts,
        "half_life": HALF_LIFE,
        "dimensions": [_series(one) for one in progress.dimensions],
        "criteria": [_series(one) for one in progress.criteria],
        "missed": [
            {
                "skill": one.skill.name,
                "fault": one.skill.fault,
                "missed": one.missed,
                "partly": one.partly,
                "chances": one.chances,
                "places": [{"session": session, "turn": turn} for session, turn in one.places],
            }
            for one in progress.missed
        ],
        "first_acknowledgement": [
            {
                "session": one.session,
                "at": one.at.isoformat(),
                "turn": one.turn,
                "seconds": one.seconds,
            }
            for one in progress.acknowledgements
        ],
        "outcomes": dict(progress.outcomes),
        "endings": dict(progress.endings),
        "bests": {
            name: {"total": best.total, "passed": best.passed, "session": best.session}
            for name, best in sorted(progress.bests.items())
        },
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "name": series.name,
        "dimension": series.dimension,
        "present": series.present,
        "contacts": series.count,
        "points": [
            {"session": p.session, "at": p.at.isoformat(), "points": p.points, "out_of": p.out_of}
            for p in series.points
        ],
    }
