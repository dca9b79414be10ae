"""Forms of a review: another judgement with its reason, a comment, a second look, an answer.

The form stores what was written itself and closes only when it is stored, so that nothing is lost
where the store cannot be written.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input

from scenarios.language import Language
from simulator.team.review_text import place_name
from simulator.tui.draw import T
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, Key, bindings
from simulator.tui.screens.base import styles
from simulator.tui.screens.form import DojoForm
from simulator.tui.widgets.choice import Choice, Choices
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.reply_box import WritingArea
from simulator.words.app_debrief import DEBRIEF
from simulator.words.review import REVIEW

__all__ = ["Form", "ReviewForm", "second_look_form"]

Save = Callable[[str, str], Awaitable[None]]
"""Stores a value and a text; raises one of ``known_failures`` where it cannot."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for."""

    title: str
    about: Sequence[str] = ()
    """Lines above the fields: what is there now."""
    choices: Sequence[tuple[str, str]] = ()
    """Values to choose from, with their words."""
    chosen: str = ""
    points: bool = False
    """Whether a number is asked for instead."""
    value_label: str = ""
    """What the choices are for, if not for a judgement."""
    label: str = ""
    """What the text is for."""
    save: str = ""
    """What the button says."""


class ReviewForm(DojoForm[bool]):
    """Gives True when it was stored, False when it was left."""

    CSS_PATH = styles("review")
    KEYS = (Key("f9", "save", REVIEW.table["key.save"], "F9"), BACK)
    BINDINGS = bindings(KEYS)

    def __init__(self, form: Form, save: Save) -> None:
        super().__init__()
        self._form = form
        self._save = save
        self._saving = False

    def words(self, key: str, **values: object) -> str:
        return REVIEW.say(key, self.language, **values)

    def compose(self) -> ComposeResult:
        form = self._form
        with Vertical(classes="dialog") as box:
            box.border_title = T(form.title)
            with VerticalScroll(can_focus=False):
                for line in form.about:
                    yield Prose(line, self.language, classes="about")
                if form.choices:
                    yield Prose(self._value_label, self.language, classes="label")
                    with Choices(id="value"):
                        for value, text in form.choices:
                            yield Choice(text, chosen=value == form.chosen, name=value)
                elif form.points:
                    yield Prose(self._value_label, self.language, classes="label")
                    hint = T(self.words("form.points")).plain
                    yield LineInput(form.chosen, placeholder=hint, id="points", max_length=3)
                yield Prose(form.label, self.language, classes="label")
                yield WritingArea("", id="text")
                yield Prose("", self.language, id="problem", classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(T(form.save or self.words("form.save")), id="save", variant="primary")
                yield Button(T(self.words("form.cancel")), id="cancel")

    @property
    def _value_label(self) -> str:
        return self._form.value_label or self.words("form.value")

    def on_mount(self) -> None:
        self.query_one("#problem").display = False
        first = self.query("Choices, LineInput, WritingArea").first()
        first.focus()

    @property
    def _value(self) -> str:
        for choices in self.query(Choices):
            return choices.chosen
        for line in self.query(LineInput):
            return line.value
        return ""

    @on(Input.Submitted, "#points")
    def _to_text(self) -> None:
        self.query_one("#text").focus()

    @on(WritingArea.PasteRefused)
    def _paste_refused(self, event: WritingArea.PasteRefused) -> None:
        self._problem(DEBRIEF.say("note.paste-too-long", self.language, **event.figures))

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        if self._saving:
            return
        if self._form.choices and not self._value:
            self._problem(self.words("form.choose"))
            self.query_one(Choices).focus()
            return
        self._saving = True
        self.run_worker(self._store())

    async def _store(self) -> None:
        text = self.query_one("#text", WritingArea).text
        try:
            await self._save(self._value, text)
        except known_failures() as error:
            self._problem(failure_text(error, self.language))
            return
        finally:
            self._saving = False
        self.dismiss(True)

    def _problem(self, text: str) -> None:
        """What is wrong; what was written stays."""
        problem = self.query_one("#problem", Prose)
        problem.display = True
        problem.show(text)
        problem.scroll_visible(animate=False)

    @on(Button.Pressed, "#cancel")
    def action_back(self) -> None:
        """Out again; what is just being stored is waited for, so that its end is told."""
        if not self._saving:
            self.leave(False)


def second_look_form(turn: int, language: Language, save: Save) -> ReviewForm:
    """Where a trainee asks for a second look at a reply, or at the whole contact (0)."""
    place = place_name(turn, language)
    form = Form(
        REVIEW.say("form.second-look", language, place=place),
        [REVIEW.say("form.second-look-help", language)],
        label=REVIEW.say("form.text-to-lead", language),
        save=REVIEW.say("form.send", language),
    )
    return ReviewForm(form, save)
