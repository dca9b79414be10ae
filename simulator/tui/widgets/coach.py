"""The coach's hint and what is due now; one line where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from scenarios.language import Language
from simulator.tui.draw import T, one_line, rows
from simulator.tui.widgets.prose import Prose
from simulator.words_app import APP
from simulator.wrap import cells

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["Coach"]


class Coach(Prose):
    """Speaks the language of the contact; hidden where there is nothing to say."""

    def __init__(self, language: Language, spoken: Language) -> None:
        super().__init__("", spoken, id="coach")
        self._interface: Language = language
        self._lines: tuple[Content, ...] = ()
        self._folded = False
        self.border_title = T(APP.say("call.hint", language))
        self.display = False

    def advise(self, contact: Contact) -> None:
        """Show what is to be known at this moment."""
        guided = contact.mode == "guided" and not contact.ended
        self._lines = tuple(self._advice(contact)) if guided else ()
        self.display = bool(self._lines)
        self._show()

    def fold(self, folded: bool) -> None:
        """Show one line only, or all."""
        self._folded = folded
        self.set_class(folded, "-folded")
        self._show()

    def on_resize(self) -> None:
        if self._folded:
            self._show()

    def _show(self) -> None:
        if not self._lines or not self._folded:
            self.show(rows(*self._lines) if self._lines else "")
            return
        way_out = T(f" {APP.say('call.unfold', self._interface)}", "dim")
        name = T(f"{APP.say('call.hint', self._interface)} ", "bold")
        room = self.content_size.width - cells(name.plain) - cells(way_out.plain)
        text = one_line(" ".join(line.plain for line in self._lines))
        self.show(name + text.truncate(max(room, 1), ellipsis=True) + way_out)

    def _advice(self, contact: Contact) -> list[Content]:
        hint, duties = contact.hint(), contact.open_duties()
        lines = [T(hint)] if hint else []
        if duties:
            listed = ("・" if contact.language == "ja" else ", ").join(duties)
            lines.append(T(f"{APP.say('call.duties', self._interface)}: ", "bold") + T(listed))
        return lines
