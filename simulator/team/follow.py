"""A contact that somebody else is playing, seen from outside: read again and again, never written.

The stored inputs are played through the same engine, so the customer's mood and the grades are those
of the contact itself. Reads the store of the given workplace.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from simulator.contact import Contact
from simulator.engine.codec import from_json
from simulator.engine.session import played_turns
from simulator.errors import UnknownSession

if TYPE_CHECKING:
    from simulator.workplace import Workplace

__all__ = ["Followed", "session_to_follow"]


class Followed:
    """One contact as far as it is stored."""

    def __init__(self, workplace: Workplace, session_id: str) -> None:
        """Raises UnknownSession, OutdatedSession or StoreError."""
        self._workplace = workplace
        self.contact = Contact.resume(workplace, session_id)
        self.over = False
        """Nothing more will come: it is concluded, or was given up."""
        self.seen: datetime | None = None
        """The last sign of life."""
        self.catch_up()

    @property
    def replies(self) -> int:
        """How many replies were sent."""
        return len(played_turns(self.contact.state))

    @property
    def trainee(self) -> str:
        return self._trainee

    def catch_up(self) -> int:
        """Take in what was stored since; how many inputs. Raises StoreError, UnknownSession."""
        stored = self._workplace.store.load(self.contact.session_id)
        new = stored.events[len(self.contact.events) :]
        for event in new:
            self.contact.take_in(from_json(event))
        self._trainee = stored.header.trainee
        self.over = stored.state != "open"
        last = stored.ended_at or (stored.saved_at[-1] if stored.saved_at else None)
        self.seen = datetime.fromisoformat(last) if last else stored.header.started()
        return len(new)


def session_to_follow(workplace: Workplace, wanted: str) -> str:
    """The session whose id begins so, or the newest open contact of the person with that login.

    Raises UnknownSession or AmbiguousSession; what belongs to others does not exist for a trainee.
    """
    store = workplace.store
    if wanted[:1].isdigit():  # every id of a session begins with the year
        return store.resolve(wanted)
    for summary in store.unfinished(wanted):
        return summary.id
    last = next(iter(store.history(wanted, 1)), None)
    code = "watch.nothing-open" if last is not None else "session.unknown"
    raise UnknownSession(code, session=wanted, last=last.id if last is not None else "")
