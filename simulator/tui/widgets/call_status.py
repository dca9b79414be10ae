"""What the line at the top of a contact says, most important part first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.content import Content

from scenarios.language import Language
from scenarios.text import MAX_REPLY_CHARACTERS
from simulator.tui.draw import T
from simulator.words.app import APP

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["CallStatus", "SavedMark"]

SavedMark = Literal["saved", "saving", "not-saved", "draft-saved", "draft-open"]
_COUNT_FROM = MAX_REPLY_CHARACTERS * 9 // 10


@dataclass
class CallStatus:
    """The moving parts of the line; what is None is not shown."""

    language: Language
    mark: SavedMark = "saved"
    typed: int = 0
    """Characters in the reply box."""
    silent: int | None = None
    """Seconds of silence."""
    narrow: bool = False
    """Whether the mood has no place of its own."""

    def parts(self, contact: Contact | None) -> tuple[Content, ...]:
        """The parts for a contact; before there is one, that it is being made."""
        if contact is None:
            return (T(self._say("call.connecting-short"), "dim"),)
        return tuple(self._parts(contact))

    def _parts(self, contact: Contact) -> Iterator[Content]:
        yield T(self._say(f"channel.{contact.channel}"), "bold")
        yield T(contact.clock)
        if self.typed >= _COUNT_FROM:
            yield T(self._say("call.count", count=self.typed, limit=MAX_REPLY_CHARACTERS))
        yield T(self._say(f"call.{self.mark}"), "bold reverse" if self.mark == "not-saved" else "")
        if contact.mode != "test" and self.narrow:
            from simulator.tui.widgets.mood import mood_line

            yield mood_line(contact.mood, self.language)
        if self.silent is not None:
            yield T(self._say("call.quiet", seconds=self.silent))
        yield T(self._say("call.turn", turn=contact.turn), "dim")

    def _say(self, key: str, **values: object) -> str:
        return APP.say(key, self.language, **values)
