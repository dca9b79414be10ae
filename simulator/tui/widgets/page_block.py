"""One page of the debrief in the list: a heading, and what was said, with the words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from scenarios.language import Language
from simulator.tui.after import Debrief, Page
from simulator.tui.draw import T
from simulator.tui.marks import marked_words
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.score_text import score_line, verdict_name
from simulator.tui.widgets.transcript import EntryBox
from simulator.words.app_debrief import DEBRIEF

if TYPE_CHECKING:
    from simulator.engine.state import Entry

__all__ = ["PageBlock", "page_name"]


def page_name(page: Page, language: Language) -> str:
    """What a page is called."""
    if page.kind == "reply":
        return DEBRIEF.say("reply", language, turn=page.turn)
    return DEBRIEF.say(f"debrief.{page.kind}", language)


class PageBlock(Vertical):
    """Shows one page; a click says that it was chosen."""

    @dataclass
    class Chosen(Message):
        """Somebody clicked on it."""

        number: int

    def __init__(
        self, number: int, page: Page, debrief: Debrief, language: Language, agent: str = ""
    ) -> None:
        """*agent*: who replies, where that is not oneself."""
        super().__init__(classes=f"page -{page.kind}")
        self.number = number
        self.page = page
        self._debrief = debrief
        self._language: Language = language
        self._agent = agent

    def compose(self) -> ComposeResult:
        yield Prose(self._heading(selected=False), self._language, classes="page-head")
        if self.page.kind == "result":
            yield Prose(self._summary(), self._language, classes="page-sum")
        for entry in self.page.entries:
            words, spoken = self._words(entry), self._debrief.spoken
            box = EntryBox(entry.kind, entry.channel, words, self._language, spoken)
            if self._agent and entry.kind == "agent":
                box.said_by(self._agent)
            yield box

    def select(self, selected: bool) -> None:
        """Show whether this is the page that is being read."""
        self.set_class(selected, "-selected")
        self.query_one(".page-head", Prose).show(self._heading(selected=selected))

    def on_click(self) -> None:
        self.post_message(self.Chosen(self.number))

    def _heading(self, *, selected: bool) -> Content:
        name = page_name(self.page, self._language)
        head = T(f"{'▶' if selected else ' '} {name}", "bold")
        grade = self._debrief.grade(self.page.turn) if self.page.kind == "reply" else None
        if grade is not None:
            need = self._debrief.passes.each
            head += T("  ") + score_line(grade.scores, need, self._language, short=True)
        if self.page.kind == "reply" and self.page.turn == self._debrief.tipped:
            head += T("  ▲", "bold")
        return head

    def _summary(self) -> Content:
        card = self._debrief.card
        verdict = DEBRIEF.say(f"verdict.{verdict_name(self._debrief)}", self._language)
        shown = (
            DEBRIEF.say("cannot-tell", self._language)
            if card.total is None
            else DEBRIEF.say("points", self._language, points=card.total)
        )
        return T(f"  {verdict}  {shown}")

    def _words(self, entry: Entry) -> Content:
        if entry.kind != "agent":
            return T(entry.text)
        return marked_words(entry.text, self._debrief.marks(entry.turn))
