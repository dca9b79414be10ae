"""What of a contact is kept when one of its replies is written anew."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.events import ContactEnded, HintAsked, Input, NoteFiled, ReplySent

__all__ = ["events_before"]


def events_before(events: Sequence[Input], turn: int) -> list[Input]:
    """The inputs before reply number *turn*; all but end and note where there is no such reply.

    Hints asked for that very reply are left out: they are asked for anew.
    """
    replies = [index for index, event in enumerate(events) if isinstance(event, ReplySent)]
    if turn > len(replies):
        return [event for event in events if not isinstance(event, NoteFiled | ContactEnded)]
    start = replies[turn - 2] if turn > 1 else -1
    return [
        event
        for index, event in enumerate(events[: replies[turn - 1]])
        if index < start or not isinstance(event, HintAsked)
    ]
