"""The coach: the hint that comes unasked or was asked for, and what is due; one line where low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from scenarios.language import Language
from simulator.machine.wrap import cells
from simulator.tui.draw import T, one_line, rows
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP
from simulator.words.hints import HINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.hints import Hint

__all__ = ["Coach"]


class Coach(Prose):
    """Speaks the language of the contact; hidden where there is nothing to say."""

    def __init__(self, language: Language, spoken: Language) -> None:
        super().__init__("", spoken, id="coach")
        self._interface: Language = language
        self._spoken: Language = spoken
        self._unasked: str | None = None
        self._duties: Sequence[str] = ()
        self._asked: Hint | None = None
        self._folded = False
        self.display = False

    def advise(self, unasked: str | None, duties: Sequence[str]) -> None:
        """What the coach says of their own accord at this moment."""
        self._unasked, self._duties = unasked, duties
        self._show()

    def answer(self, hint: Hint | None) -> None:
        """The hint that was asked for; None once it is about a reply of the past.

        It is shown in full even where the window is low: somebody wants to read it.
        """
        self._asked = hint
        self._show()

    def fold(self, folded: bool) -> None:
        """Show one line only, or all."""
        self._folded = folded
        self._show()

    def on_resize(self) -> None:
        if self._folded:
            self._show()

    def _show(self) -> None:
        lines = self._lines()
        folded = self._folded and self._asked is None
        self.display = bool(lines)
        self.set_class(folded, "-folded")
        self.border_title = T(self._heading())
        if not folded:
            self.show(rows(*lines) if lines else "")
            return
        way_out = T(f" {APP.say('call.unfold', self._interface)}", "dim")
        name = T(f"{self._heading()} ", "bold")
        room = self.content_size.width - cells(name.plain) - cells(way_out.plain)
        text = one_line(" ".join(line.plain for line in lines))
        self.show(name + text.truncate(max(room, 1), ellipsis=True) + way_out)

    def _heading(self) -> str:
        name = APP.say("call.hint", self._interface)
        if self._asked is None:
            return name
        level = HINTS.say(f"level.{self._asked.level}", self._interface)
        return APP.say("call.hint-level", self._interface, number=self._asked.level, level=level)

    def _lines(self) -> list[Content]:
        told = self._asked.text if self._asked else self._unasked
        lines = [T(told)] if told else []
        if self._duties:
            listed = ("・" if self._spoken == "ja" else ", ").join(self._duties)
            due = f"{APP.say('call.duties', self._interface)}: "
            lines.append(T(due, "bold") + T(listed))
        return lines
