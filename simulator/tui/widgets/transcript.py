"""The contact so far: a call, a chat or a thread of letters, by channel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from scenarios.language import Language
from simulator.tui.draw import T
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP

if TYPE_CHECKING:
    from simulator.engine.state import Entry

__all__ = ["EntryBox", "Transcript", "speaker"]

_WORDS = {"customer": "call.customer", "agent": "call.you", "desk": "call.desk"}
_SIGNS = {"customer": "◀", "agent": "▶", "desk": "■", "happened": "※"}
"""A sign for each kind, so that nothing hangs on colour or side alone."""


def speaker(kind: str, language: Language) -> str:
    """Who says it, with the sign that goes with it."""
    word = APP.say(_WORDS.get(kind, "call.happened"), language)
    return f"{_SIGNS.get(kind, '※')} {word}"


class EntryBox(Vertical):
    """One entry: who, and the words; its classes tell kind and channel."""

    def __init__(
        self, kind: str, channel: str, text: str | Content, language: Language, spoken: Language
    ) -> None:
        super().__init__(classes=f"entry -{kind} -{channel}")
        self._head = speaker(kind, language)
        self.body = Prose(text, spoken, classes="entry-text")
        self._language: Language = language

    def said_by(self, name: str) -> None:
        """Somebody else says it than in a contact of one's own."""
        sign = self._head.partition(" ")[0]
        self._head = f"{sign} {name}"

    def compose(self) -> list[Widget]:
        return [Prose(T(self._head, "bold"), self._language, classes="entry-head"), self.body]


class Transcript(VerticalScroll):
    """Grows with the contact and follows it, unless somebody has scrolled back to read."""

    def __init__(self, language: Language, spoken: Language, *, id: str) -> None:
        super().__init__(id=id)
        self._language: Language = language
        self.spoken: Language = spoken
        """The language of the contact."""
        self.names: Mapping[str, str] = {}
        """Who says it by kind of entry, where that is not as in a contact of one's own."""
        self._shown = 0

    def on_mount(self) -> None:
        self.anchor()

    async def show(self, entries: Sequence[Entry]) -> None:
        """Add the entries not shown yet."""
        new = entries[self._shown :]
        self._shown = len(entries)
        boxes = [
            EntryBox(entry.kind, entry.channel, entry.text, self._language, self.spoken)
            for entry in new
        ]
        for entry, box in zip(new, boxes, strict=True):
            if entry.kind in self.names:
                box.said_by(self.names[entry.kind])
        if boxes:
            await self.mount_all(boxes)
            self.to_end()

    async def add(self, widget: Widget, *, after: Widget | None = None) -> None:
        """Put something else into the thread."""
        await self.mount(widget, after=after)
        self.to_end()

    def boxes(self, kind: str) -> list[EntryBox]:
        """The entries of a kind, in order."""
        return [box for box in self.query(EntryBox) if box.has_class(f"-{kind}")]

    def to_end(self) -> None:
        """Show the newest entry."""
        self.scroll_end(animate=False)
