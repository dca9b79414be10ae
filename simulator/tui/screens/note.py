"""The case note after a contact: six fields, the contact beside them, nothing typed is lost.

What a good note holds is judged elsewhere. Half-written notes are kept as the session's draft,
which is free once the contact is over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, TextArea

from simulator.tui.drafts import DraftKeeper
from simulator.tui.draw import T
from simulator.tui.failures import failure_text, known_failures, went_on_elsewhere
from simulator.tui.keys import HELP, Key, bindings
from simulator.tui.screens.base import DojoModal, DojoScreen, styles
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.reply_box import WritingArea
from simulator.tui.widgets.transcript import Transcript
from simulator.words.app import APP
from simulator.words.app_debrief import DEBRIEF

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["FIELDS", "NoteScreen"]

FIELDS = ("happened", "wish", "facts", "promise", "who", "when")
_ONE_LINE = ("who", "when")
_DRAFT_AFTER = 0.5
"""Seconds from a keystroke to the saved draft."""
_DRAFT = "note"
"""Name of the object that a draft of a note is; a reply's draft is no such thing."""
_KEYS = (
    Key("f9", "file", DEBRIEF.table["key.file"], "F9"),
    Key("f8", "skip", DEBRIEF.table["key.skip"], "F8"),
    Key("f2", "reference", DEBRIEF.table["key.reference"], "F2"),
    Key("escape", "later", DEBRIEF.table["key.later"], "Esc"),
    Key("tab", "none", APP.table["key.next-field"], "Tab", bound=False),
    HELP,
)


class NoteScreen(DojoScreen[None]):
    """Takes the note of one contact and goes on to its debrief."""

    AUTO_FOCUS = ""  # it would scroll to the first field and hide what the field is for
    CSS_PATH = styles("transcript", "note")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self, contact: Contact, written: Mapping[str, str] | None = None) -> None:
        """*written*: what stands in the fields already; it stands for the stored draft."""
        super().__init__()
        self.contact = contact
        self._written = written or {}
        self._filing = False
        self._last_field = FIELDS[0]
        self.drafts = DraftKeeper(self, _DRAFT_AFTER, self._draft_text, self._keep, self._kept)

    def anew(self) -> NoteScreen | None:
        return None if self._filing else NoteScreen(self.contact, self.fields())

    def words(self, key: str, **values: object) -> str:
        """A text of the note's table."""
        return DEBRIEF.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.words("help.note")

    # ------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        title = self.contact.scenario.title.of(self.language)
        yield Prose(self.words("note.title", title=title), self.language, classes="title")
        with Horizontal(id="note"):
            with VerticalScroll(id="fields", can_focus=False):
                yield Prose(self.words("note.intro"), self.language, classes="quiet paragraph")
                for name in FIELDS:
                    yield from self._field(name)
                with Horizontal(classes="buttons"):
                    yield Button(T(self.words("note.file")), id="file", variant="primary")
                    yield Button(T(self.words("note.skip")), id="skip")
            with Vertical(id="reference") as box:
                box.border_title = T(self.words("note.reference"))
                yield Transcript(self.language, self.contact.language, id="said")
        yield Prose("", self.language, id="notice", classes="problem")
        yield KeyBar(self.KEYS, self.language)

    def _field(self, name: str) -> ComposeResult:
        label = T(self.words(f"note.{name}"), "bold")
        about = T(f"  {self.words(f'note.{name}.help')}", "dim")
        with Vertical(classes="field"):
            yield Prose(label + about, self.language)
            if name in _ONE_LINE:
                yield LineInput(id=name, select_on_focus=False)
            else:
                yield WritingArea("", id=name)

    async def on_mount(self) -> None:
        self.query_one(f"#{FIELDS[0]}").focus(scroll_visible=False)
        self._fill(self._written)
        await self.query_one("#said", Transcript).show(self.contact.entries)
        self.run_worker(self._offer_draft())

    # ------------------------------------------------------------ fields

    def fields(self) -> dict[str, str]:
        """What is written now."""
        return {name: self._text(name) for name in FIELDS}

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what a field is for together with the field."""
        field = event.widget.parent
        if isinstance(field, Vertical) and field.has_class("field"):
            self._last_field = event.widget.id or FIELDS[0]
            # Textual itself scrolls to the field alone after the next refresh; this comes last.
            self.call_after_refresh(self.call_after_refresh, self._show_field, field)

    def show_focused(self, focused: Widget) -> None:
        field = focused.parent
        if isinstance(field, Vertical) and field.has_class("field"):
            self._show_field(field)
        else:
            super().show_focused(focused)

    def writes_into(self) -> WritingArea | LineInput:
        """The field that was written in last."""
        field = f"#{self._last_field}"
        if self._last_field in _ONE_LINE:
            return self.query_one(field, LineInput)
        return self.query_one(field, WritingArea)

    def _show_field(self, field: Widget) -> None:
        fields = self.query_one("#fields", VerticalScroll)
        top = field.size.height > fields.size.height
        fields.scroll_to_widget(field, animate=False, top=top)

    def _text(self, name: str) -> str:
        if name in _ONE_LINE:
            return self.query_one(f"#{name}", LineInput).value
        return self.query_one(f"#{name}", WritingArea).text

    def _fill(self, fields: Mapping[str, str]) -> None:
        for name, text in fields.items():
            if name in _ONE_LINE:
                self.query_one(f"#{name}", LineInput).value = text
            else:
                self.query_one(f"#{name}", WritingArea).text = text

    @on(WritingArea.PasteRefused)
    def _paste_refused(self, event: WritingArea.PasteRefused) -> None:
        self._notice(self.words("note.paste-too-long", **event.figures))

    # ------------------------------------------------------------ drafts

    def unsaved_draft(self) -> Callable[[], object] | None:
        open_ = self.is_mounted and self.drafts.is_open and not self.contact.note_filed
        return self.drafts.call() if open_ else None

    def _draft_text(self) -> str:
        fields = self.fields()
        return json.dumps({_DRAFT: fields}, ensure_ascii=False) if any(fields.values()) else ""

    def _keep(self, text: str) -> None:
        if not self.contact.note_filed:
            self.contact.save_draft(text)

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _typed(self) -> None:
        self.drafts.typed()

    def _kept(self, error: Exception | None) -> None:
        if error is not None:
            reason = failure_text(error, self.language)
            self._notice(self.words("note.draft-failed", reason=reason))

    async def _offer_draft(self) -> None:
        try:
            draft = await self.dojo.backroom.ask(lambda: self.contact.draft)
        except known_failures():
            return  # there is nothing to put back; filing will tell what is wrong
        known = _from_draft(draft)
        if any(known.values()) and not any(self.fields().values()):
            self.drafts.saved = draft
            self._fill(known)
            self._notice(self.words("note.draft-back"))

    # ------------------------------------------------------------ what comes next

    @on(Button.Pressed, "#file")
    def action_file(self) -> None:
        """File the note and go on to the debrief."""
        if self._filing:
            return
        if not any(text.strip() for text in self.fields().values()):
            self._notice(self.words("note.empty"))
            return
        self._filing = True
        self._notice(self.words("note.filing"))
        self.run_worker(self._file())

    async def _file(self) -> None:
        try:
            await self.dojo.backroom.ask(partial(self.contact.file_note, self.fields()))
        except known_failures() as error:
            if went_on_elsewhere(error):
                from simulator.tui.screens.elsewhere import offer_as_it_stands

                self._notice("")
                typed = "\n".join(self.fields().values())
                self.lead_on(offer_as_it_stands(self, self.contact, typed))
                return
            reason = failure_text(error, self.language)
            self._notice(self.words("note.retry", reason=reason))
            return
        finally:
            self._filing = False
        self.dojo.open_debrief(self.contact)

    @on(Button.Pressed, "#skip")
    def action_skip(self) -> None:
        """Go on without a note, after asking once."""
        text = self.words("note.skip-text")
        if any(written.strip() for written in self.fields().values()):
            text = f"{text}\n{self.words('note.skip-lost')}"
        dialog = ConfirmScreen(
            self.words("note.skip-title"),
            text,
            self.words("note.skip-yes"),
            self.words("note.skip-no"),
        )
        self.app.push_screen(dialog, self._skip_confirmed)

    def _skip_confirmed(self, sure: bool | None) -> None:
        if sure:
            self.dojo.open_debrief(self.contact)

    @property
    def _reads(self) -> bool:
        """Whether the contact at the side has the keys."""
        return self.query_one("#said").has_focus

    def action_reference(self) -> None:
        """The contact, and back: at the side it takes the keys, else it comes as a dialog."""
        if self._reads:
            self.back_to_writing()
        elif self.query_one("#reference").display:
            self.query_one("#said").focus()
        else:
            self.app.push_screen(ReferenceScreen(self.contact))

    async def action_later(self) -> None:
        """Out of the contact, or for the first screen; what is written stays as a draft."""
        if self._reads:
            self.back_to_writing()
            return
        await self.drafts.keep()
        self.dojo.go_home()


def _from_draft(draft: str) -> dict[str, str]:
    """The fields in a draft; nothing where it is the draft of a reply."""
    try:
        found = json.loads(draft)
    except (ValueError, RecursionError):
        return {}
    fields = found.get(_DRAFT) if isinstance(found, dict) else None
    if not isinstance(fields, dict):
        return {}
    return {name: fields[name] for name in FIELDS if isinstance(fields.get(name), str)}


class ReferenceScreen(DojoModal[None]):
    """The contact to look things up in, where the window is too narrow for both."""

    KEYS = (Key("escape,f2", "back", APP.table["close"], "Esc"),)
    BINDINGS = bindings(KEYS)

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self._contact = contact

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall-dialog") as box:
            box.border_title = T(DEBRIEF.say("note.reference", self.language))
            yield Transcript(self.language, self._contact.language, id="said")
            yield KeyBar(self.KEYS, self.language)

    async def on_mount(self) -> None:
        transcript = self.query_one(Transcript)
        transcript.focus()
        await transcript.show(self._contact.entries)

    def action_back(self) -> None:
        self.dismiss()
