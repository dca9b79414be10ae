"""``progress``: how one's skills have moved over the contacts, and what is missed most."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from simulator.machine.output import json_line, output_width, write
from simulator.options import choose_language
from simulator.practice.draw import progress_lines
from simulator.practice.gather import progress_here
from simulator.practice.progress import Progress, Series
from simulator.practice.recency import HALF_LIFE
from simulator.team.reviewing import own_decided
from simulator.workplace import open_workplace


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        summaries = list(workplace.store.history(workplace.trainee))
        progress = progress_here(workplace, summaries, own_decided(workplace))
    finally:
        workplace.close()
    if arguments.json:
        json_line(_as_json(progress))
        return 0
    from simulator.machine.wrap import wrap

    broken = partial(wrap, language=language)
    for line in progress_lines(progress, language, output_width(), broken):
        write(line)
    return 0


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
