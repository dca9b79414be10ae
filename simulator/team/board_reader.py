"""Reads the board of one drill again and again, as cheaply as it goes.

One query finds the contacts of the drill; of those in progress only the ones that went on are looked
into. Reads the store of the given workplace and asks it for the time.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from simulator.engine.events import EventError
from simulator.errors import OutdatedSession, StoreError, UnknownSession
from simulator.team.board import Board, Live, make_board
from simulator.team.drilling import DrillDesk
from simulator.team.follow import Followed

if TYPE_CHECKING:
    from simulator.store.model import SessionSummary
    from simulator.workplace import Workplace

__all__ = ["BoardReader"]


class BoardReader:
    """Keeps what it has read of contacts in progress."""

    def __init__(self, workplace: Workplace, drill_id: str) -> None:
        self._workplace = workplace
        self._desk = DrillDesk(workplace)
        self._drill = drill_id
        self._followed: dict[str, Followed] = {}
        self._live: dict[str, Live] = {}

    def read(self, *, deep: bool = True) -> Board:
        """The board now; raises UsageError or StoreError.

        Without *deep* no contact is played through: quick, for the first look. How many replies
        were sent is then missing, and who writes the note counts as in the call.
        """
        record = self._desk.find(self._drill)
        summaries = self._desk.contacts(record)
        if deep:
            self._look_into([s for s in summaries if s.state == "open"])
        found, _ = self._desk.standings(record, summaries)
        people = [(member.name, stand) for member, stand in found]
        return make_board(record, people, summaries, self._live, self._workplace.now())

    def _look_into(self, going: list[SessionSummary]) -> None:
        ids = {summary.id for summary in going}
        for gone in self._live.keys() - ids:
            self._followed.pop(gone, None)
            del self._live[gone]
        for summary in going:
            followed = self._followed.get(summary.id)
            if followed is None or len(followed.contact.events) != summary.event_count:
                self._bring_up_to_date(summary)

    def _bring_up_to_date(self, summary: SessionSummary) -> None:
        """One that cannot be played through any more is shown as far as its entries tell."""
        try:
            followed = self._followed.get(summary.id)
            if followed is None:
                followed = self._followed[summary.id] = Followed(self._workplace, summary.id)
            else:
                followed.catch_up()
            seen = followed.seen or summary.header.started()
            self._live[summary.id] = Live(followed.replies, followed.contact.ended, seen)
        except (OutdatedSession, EventError):
            self._live[summary.id] = self._as_stored(summary)
        except (UnknownSession, StoreError):
            self._live.pop(summary.id, None)  # it went just now, or is damaged

    def _as_stored(self, summary: SessionSummary) -> Live:
        stored = self._workplace.store.load(summary.id)
        replies = sum(event.get("kind") == "reply" for event in stored.events)
        last = datetime.fromisoformat(stored.saved_at[-1]) if stored.saved_at else None
        return Live(replies, False, last or summary.header.started())
