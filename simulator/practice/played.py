"""What was played: ended contacts with their figures, oldest first.

A single reply that was tried again (occasion ``moment:``) is stored as a session too, but it is no
contact: it counts through its fact ``card-reviewed`` and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from simulator.figures import Figures
from simulator.practice.occasions import is_moment
from simulator.practice.times import read_time

if TYPE_CHECKING:
    from simulator.store.model import SessionSummary

__all__ = ["LEAST_REPLIES", "MOST_SESSIONS", "Played", "newest", "played"]

MOST_SESSIONS = 200
"""Contacts that count: a person who plays twice a day is judged by the last three months."""

LEAST_REPLIES = 3
"""Replies that make a day's practice of a contact that was stopped: half of what one usually has."""


@dataclass(frozen=True, slots=True)
class Played:
    """One contact that came to an end, with at least one graded reply."""

    session: str
    scenario: str
    language: str
    at: datetime
    """When it ended, UTC."""
    figures: Figures
    scenario_hash: str
    engine_version: str

    @property
    def broken_off(self) -> bool:
        """Stopped after next to nothing: its replies are on record, but it is no day's practice."""
        return self.figures.stopped and len(self.figures.turns) < LEAST_REPLIES


def played(summaries: Iterable[SessionSummary]) -> list[Played]:
    """All contacts with figures, oldest first, in whatever order they come."""
    found = [one for one in map(_read, summaries) if one is not None]
    by_id = {one.session: one for one in found}
    return sorted(by_id.values(), key=lambda one: (one.at, one.session))


def newest(contacts: Sequence[Played]) -> Sequence[Played]:
    """Those of *contacts*, oldest first, from which standing and schedule are made."""
    return contacts[-MOST_SESSIONS:]


def _read(summary: SessionSummary) -> Played | None:
    header = summary.header
    if summary.state != "ended" or is_moment(header.occasion):
        return None
    figures = Figures.from_json(summary.digest)
    if figures is None or not figures.turns:
        return None
    return Played(
        summary.id,
        header.scenario_id,
        header.language,
        max(read_time(summary.ended_at), read_time(header.started_at)),
        figures,
        header.scenario_hash,
        header.engine_version,
    )
