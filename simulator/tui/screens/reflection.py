"""A minute for oneself after a hard call; everything may be left empty, Esc skips it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Button, Input

from simulator.reflection import SCALE, keep, what_holds
from simulator.tui.draw import T
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, bindings
from simulator.tui.screens.base import styles
from simulator.tui.screens.form import DojoForm
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.prose import Prose
from simulator.words.reflection import REFLECTION

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["ReflectionScreen"]


class _ScaleInput(LineInput):
    """Takes a number of the scale and nothing else; full-width ones, as an input method types them."""

    class Refused(Message):
        """Something else was typed or pasted."""

    def __init__(self, *, id: str) -> None:
        wide = "".join(chr(ord("０") + number) for number in SCALE)
        super().__init__(
            id=id, max_length=1, restrict=f"[{''.join(map(str, SCALE))}{wide}]?", type="text"
        )

    def restricted(self) -> None:
        self.post_message(self.Refused())


class ReflectionScreen(DojoForm[None]):
    """How one is, what was hard, and what holds."""

    CSS_PATH = styles("desk")
    KEYS = (BACK,)
    BINDINGS = bindings(KEYS)

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self._contact = contact

    def _words(self, key: str, **values: object) -> str:
        return REFLECTION.say(key, self.language, **values)

    def compose(self) -> ComposeResult:
        language = self.language
        with Vertical(classes="dialog") as box:
            box.border_title = T(self._words("title"))
            with VerticalScroll(can_focus=False):
                yield Prose(what_holds(self._contact, language), language, id="holds")
                yield Prose(self._words("how"), language, classes="label")
                yield _ScaleInput(id="how")
                yield Prose(self._words("hard"), language, classes="label")
                yield LineInput(id="hard", select_on_focus=False)
                yield Prose(self._words("private"), language, classes="quiet")
                yield Prose("", language, id="problem", classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(T(self._words("keep")), id="keep", variant="primary")
                yield Button(T(self._words("skip")), id="skip")

    def on_mount(self) -> None:
        self.query_one("#how", LineInput).focus()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        """Enter goes from the first field to the second, and from there on."""
        if event.input.id == "how":
            self.query_one("#hard", LineInput).focus()
        else:
            self._keep_pressed()

    @on(_ScaleInput.Refused)
    def _tell_scale(self) -> None:
        self.query_one("#problem", Prose).show(self._words("bad-how"))

    @on(Input.Changed, "#how")
    def _scale_kept(self) -> None:
        self.query_one("#problem", Prose).show("")

    @on(Button.Pressed, "#keep")
    def _keep_pressed(self) -> None:
        how = self.query_one("#how", LineInput).value
        self.run_worker(self._store(int(how) if how else None), exclusive=True)

    async def _store(self, how: int | None) -> None:
        text = self.query_one("#hard", LineInput).value
        try:
            await self.dojo.backroom.ask(partial(keep, self._contact, how, text))
        except known_failures() as error:
            reason = failure_text(error, self.language)
            self.query_one("#problem", Prose).show(self._words("unsaved", reason=reason))
            return
        self.dismiss()

    @on(Button.Pressed, "#skip")
    def action_back(self) -> None:
        self.leave(None)

    def _typed(self) -> tuple[str, ...]:
        """The words alone: a figure is given again at once, and Esc skips it."""
        return (self.query_one("#hard", LineInput).value,)
