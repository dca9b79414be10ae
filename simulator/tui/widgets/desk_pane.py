"""The desk: the order record and the handbook to search in, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from scenarios.language import Language
from scenarios.model import ActionKind, Handbook
from scenarios.numbers import narrow
from simulator.tui.draw import T, one_line, rows
from simulator.tui.messages import ActionChosen
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP

if TYPE_CHECKING:
    from typing import Literal

    Part = Literal["record", "actions"]

__all__ = ["DeskPane"]

Record = Sequence[tuple[str, str]]
Actions = Sequence[tuple[str, ActionKind]]


class DeskPane(Vertical):
    """Two parts, one at a time: looking up, and doing. Looking up is free."""

    def __init__(
        self, record: Record, handbook: Handbook, actions: Actions, language: Language
    ) -> None:
        super().__init__(classes="desk-pane")
        self._record = record
        self._handbook = handbook
        self._actions = dict(actions)
        self._language: Language = language

    def compose(self) -> ComposeResult:
        with Vertical(classes="desk-look"):
            hint = T(APP.say("desk.search", self._language)).plain
            yield LineInput(placeholder=hint, select_on_focus=False)
            with VerticalScroll(can_focus=True):
                yield Prose(self._found(""), self._language, classes="desk-found")
        with Vertical(classes="desk-do"):
            yield OptionList(
                *(self._option(name, kind) for name, kind in self._actions.items()),
            )
            yield Prose("", self._language, classes="desk-help")

    def show_part(self, part: Part) -> None:
        """Bring a part to the front and put the keys into it."""
        self.set_class(part == "actions", "-doing")
        target = OptionList if part == "actions" else LineInput
        self.query_one(target).focus()

    @property
    def search(self) -> LineInput | None:
        """Where words to look up are typed; None while the other part is at the front."""
        return None if self.has_class("-doing") else self.query_one(LineInput)

    @property
    def part(self) -> Part:
        """What is at the front."""
        return "actions" if self.has_class("-doing") else "record"

    @property
    def words(self) -> str:
        """What is being looked up."""
        return self.query_one(LineInput).value

    def look_up(self, words: str) -> None:
        """Search for *words*, to be typed on."""
        search = self.query_one(LineInput)
        search.value = words
        search.cursor_position = len(words)

    def leave(self) -> None:
        """Looking up is what the desk shows when nobody is at it."""
        self.set_class(False, "-doing")

    def update_record(self, record: Record) -> None:
        """Rows may come out while the contact goes on."""
        self._record = record
        self._search_again()

    @property
    def in_use(self) -> bool:
        """Whether the keys are in here."""
        return self.has_focus_within

    @on(Input.Changed)
    def _search_again(self) -> None:
        query = self.query_one(LineInput).value
        self.query_one(".desk-found", Prose).show(self._found(query))

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        kind = self._actions[str(event.option.id)]
        self.query_one(".desk-help", Prose).show(kind.help.of(self._language))

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(ActionChosen(str(event.option.id)))

    def _option(self, name: str, kind: ActionKind) -> Option:
        return Option(one_line(kind.title.of(self._language)), id=name)

    def _found(self, query: str) -> Content:
        words = narrow(query).casefold().split()
        blocks = [
            *_heading(APP.say("desk.record", self._language)),
            *self._record_rows(words),
            T(""),
            *_heading(APP.say("desk.handbook", self._language)),
            *self._clauses(words),
        ]
        return rows(*blocks)

    def _record_rows(self, words: list[str]) -> list[Content]:
        found = [
            T(f"{label}: ", "bold") + T(value)
            for label, value in self._record
            if _fits(words, label, value)
        ]
        empty = "desk.nothing" if self._record else "desk.record-empty"
        return found or [T(APP.say(empty, self._language), "dim")]

    def _clauses(self, words: list[str]) -> list[Content]:
        found: list[Content] = []
        for clause in self._handbook.clauses:
            title, text = clause.title.of(self._language), clause.text.of(self._language)
            why = clause.why.of(self._language)
            if _fits(words, clause.number, title, text, why):
                found += [T(f"{clause.number} {title}", "bold"), T(text)]
                if words:
                    found.append(T(APP.say("desk.why", self._language, why=why), "dim"))
        return found or [T(APP.say("desk.nothing", self._language), "dim")]


def _heading(text: str) -> list[Content]:
    return [T(f"― {text} ―", "dim")]


def _fits(words: list[str], *texts: str) -> bool:
    everything = narrow(" ".join(texts)).casefold()
    return all(word in everything for word in words)
