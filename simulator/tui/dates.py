"""When a contact began, as it was on the clock of the person who played it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.store.model import SessionHeader

__all__ = ["started_text"]


def started_text(header: SessionHeader) -> str:
    """Date and time, the same in both languages: 2026-11-22 09:00."""
    return f"{header.started() + timedelta(minutes=header.utc_offset_minutes):%Y-%m-%d %H:%M}"
