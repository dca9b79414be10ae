"""The quiet timer of the phone: when has somebody been silent for long enough to be noticed?

Counts ticks of a second instead of reading a clock, so a stopped process, an open dialog and a
test all simply do not count. Typing takes about three times as long as speaking and an input
method shows nothing while it composes, so real seconds are generous; the customer hears the
seconds of their own patience. Nothing is drawn and nothing is sent from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.language import Language

__all__ = ["QuietTimer"]

_SLOWER_THAN_SPEECH = 3
_LEAST_SECONDS: dict[Language, int] = {"ja": 30, "en": 20}
"""Composing a long sentence with an input method reaches the program only when it is done."""
_READ_PER_SECOND: dict[Language, int] = {"ja": 8, "en": 18}
"""Characters that are read in a second at an easy pace."""


@dataclass
class QuietTimer:
    """Seconds without typing or sending since the customer's words have been read."""

    language: Language
    patience: int
    """Seconds of silence after which the customer speaks up."""
    silent: int = 0
    reading: int = 0
    """Seconds left for reading what the customer said."""
    _reported: int = 0

    @property
    def limit(self) -> int:
        """Real seconds that stand for one patience of the customer."""
        return max(self.patience * _SLOWER_THAN_SPEECH, _LEAST_SECONDS[self.language])

    def customer_spoke(self, characters: int) -> None:
        """Give time to read; silence begins afterwards."""
        self.reading = 2 + characters // _READ_PER_SECOND[self.language]
        self.touched()

    def touched(self) -> None:
        """Somebody is typing, sending or looking around: not silent."""
        self.silent = 0
        self._reported = 0

    def tick(self) -> int | None:
        """A second passed; the story's seconds of silence when the customer is to notice."""
        if self.reading:
            self.reading -= 1
            return None
        self.silent += 1
        if self.silent - self._reported < self.limit:
            return None
        self._reported = self.silent
        return self.patience
