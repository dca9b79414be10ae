"""The contact itself: what was said, the reply box, the desk one key away.

The screen is drawn before there is a contact: a reply can be typed while the customer is being put
through. What the first frame does not show is made after it, and its modules are imported then.

This screen wires; what a reply leads to is the contact's business, when silence is noticed is the
quiet timer's, how a text is drawn is each widget's. Every input goes through ``_send``, and the
saved mark is set by its return alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import TextArea

from scenarios.text import MAX_REPLY_CHARACTERS, TextTooLong
from simulator.line.commands import line_command
from simulator.tui.drafts import DraftKeeper
from simulator.tui.draw import T
from simulator.tui.failures import failure_text, known_failures, went_on_elsewhere
from simulator.tui.guidance import Guidance
from simulator.tui.keys import HELP, Key, bindings, label
from simulator.tui.messages import ActionChosen, TraineeActive
from simulator.tui.quiet import QuietTimer
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.call_status import CallStatus, SavedMark
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.reply_box import ReplyBox, WritingArea
from simulator.tui.widgets.status_line import StatusLine
from simulator.tui.widgets.transcript import Transcript

if TYPE_CHECKING:
    from textual.widget import Widget
    from textual.widgets import Button

    from scenarios.language import Text
    from simulator.contact import Contact
    from simulator.engine.events import Output
    from simulator.tui.widgets.desk_pane import DeskPane, Part

_DRAFT_AFTER = 1.0
"""Seconds from a keystroke to the saved draft."""
_WIDE = 100
_TALKING = (
    Key("enter", "none", label("key.send"), "Enter", rank=3, bound=False),
    Key("ctrl+j", "none", label("key.new-line"), "^J", rank=5, bound=False),
)
_WRITING = (
    Key("f4", "send", label("key.send"), "F4", rank=1),
    Key("enter", "none", label("key.new-line"), "Enter", rank=5, bound=False),
)
_ALWAYS = (
    Key("f2", "desk('record')", label("key.record"), "F2", rank=2),
    Key("f3", "desk('actions')", label("key.actions"), "F3", rank=2),
    Key("f5", "hint", label("key.hint"), "F5", rank=2),
    Key("f6", "fold", label("key.fold"), "F6", rank=4),
    Key("f9", "finish", label("key.finish"), "F9"),
    Key("f8", "stop", label("key.stop"), "F8"),
    HELP,
    Key("pageup", "scroll_talk(-1)", label("key.scroll"), "PgUp", footer=False),
    Key("pagedown", "scroll_talk(1)", label("key.scroll-on"), "PgDn", footer=False),
    Key("escape", "to_reply", label("key.to-reply"), "Esc", footer=False),
)
_ONWARD = Key("enter", "go_on", label("call.to-note"), "Enter")
_NEEDS_CONTACT = frozenset(("desk", "hint", "fold", "finish", "stop"))
_TALKS = frozenset(("send", "desk", "hint"))
"""What leads nowhere once the contact is over."""
_KEPT = frozenset(("fold", "help", "scroll_talk(-1)", "scroll_talk(1)"))
"""Of the keys of a contact those that still do something when it is over."""


class CallScreen(DojoScreen[None]):
    """Plays one contact until it ends."""

    AUTO_FOCUS = "#reply"
    CSS_PATH = styles("transcript", "desk", "call")
    KEYS = (*_TALKING, *_ALWAYS)
    BINDINGS = bindings((_ONWARD, *_WRITING, *_ALWAYS))
    NEEDS_STORE = False
    SECOND = 1.0
    """How long a second of silence is; tests pass the seconds themselves."""

    def __init__(self, contact: Contact | None = None, typed: str = "") -> None:
        """Without a contact the screen shows that one is coming; see ``connect``.

        *typed*: a reply begun elsewhere, which stands for the stored draft.
        """
        super().__init__()
        self._brought = typed
        self._contact: Contact | None = None
        self._coming = contact
        self._sending = False
        self._outdated = False
        """Whether it is known that the contact went on elsewhere."""
        self._guidance = Guidance(self)
        self.drafts = DraftKeeper(self, _DRAFT_AFTER, self._typed_text, self._keep, self._kept)

    @property
    def contact(self) -> Contact:
        """The contact, once it is there."""
        assert self._contact is not None
        return self._contact

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "go_on":
            return self._is_over
        if action in _TALKS and self._is_over:
            return False
        return self._contact is not None or action not in _NEEDS_CONTACT

    @property
    def _is_over(self) -> bool:
        return self._contact is not None and self.contact.ended

    def anew(self) -> CallScreen | None:
        if self._contact is None or self._sending:
            return None
        return CallScreen(self.contact, self._typed_text())

    # ------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        language = self.language
        self._status = CallStatus(language)
        yield StatusLine()
        with Horizontal(id="middle"):
            with Vertical(id="talk"):
                with Transcript(language, language, id="transcript"):
                    yield Prose(T(self.say("call.connecting"), "dim"), language, id="connecting")
                yield ReplyBox(self.say("call.placeholder"), id="reply")
            yield Vertical(id="side")
        yield KeyBar(self.keys(), language)

    async def on_mount(self) -> None:
        if self._brought:
            self.query_one(ReplyBox).put(self._brought)
        self._show_status()
        if self._coming is not None:
            await self.connect(self._coming)

    async def connect(self, contact: Contact) -> None:
        """Put the customer through: their words first, everything else after the next frame."""
        self._contact = contact
        patience = contact.setup.persona.temperament.patience
        self.quiet = QuietTimer(contact.language, patience)
        transcript = self.query_one(Transcript)
        transcript.spoken = contact.language
        with self.app.batch_update():
            self.query_one("#connecting").display = False
            await transcript.show(contact.entries)
            self._show_channel()
            self._show_status()
        self._give_time_to_read(0)
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        """Hint, mood and desk, and whatever works in the background."""
        from simulator.tui.widgets.coach import Coach
        from simulator.tui.widgets.desk_pane import DeskPane

        contact = self.contact
        spoken = contact.language
        await self.query_one("#talk").mount(Coach(self.language, spoken), before="#reply")
        mood = Prose("", spoken, id="mood")
        mood.border_title = T(self.say("call.mood"))
        desk = DeskPane(contact.record(), contact.handbook, contact.actions(), spoken)
        await self.query_one("#side").mount(mood, desk)
        self._guidance.fit()
        self._guidance.fold_all()
        await self._show_state()
        self.set_interval(self.SECOND, self.second_passed)
        if not contact.ended:
            self.run_worker(self._prepare())

    async def _prepare(self) -> None:
        """The draft, earlier feedback, and what the first reply needs; failures are told later."""
        with suppress(*known_failures()):
            await self._offer_draft()
            await self._guidance.of_earlier_replies()
            await self.dojo.backroom.warm_up()

    def _part(self, kind: type[Any]) -> Any | None:
        """A part of the screen that may not be there yet."""
        return next(iter(self.query(kind)), None)

    def _desk(self) -> DeskPane | None:
        from simulator.tui.widgets.desk_pane import DeskPane

        return self._part(DeskPane)

    # ------------------------------------------------------------ replies

    @property
    def _writes_letters(self) -> bool:
        return self._contact is not None and self._contact.channel == "email"

    def keys(self) -> tuple[Key, ...]:
        if self._is_over:
            kept = (key for key in _ALWAYS if key.action in _KEPT)
            return (replace(_ONWARD, label=self.onward()), *kept)
        sealed = self._contact is not None and self.contact.mode == "test"
        always = (key for key in _ALWAYS if not (sealed and key.action == "hint"))
        return (*(_WRITING if self._writes_letters else _TALKING), *always)

    def onward(self) -> Text:
        """What follows a contact that is over."""
        note_follows = not (self.contact.stopped or self.contact.note_filed)
        return label("call.to-note" if note_follows else "call.to-debrief")

    def help_text(self) -> str:
        how = self.say("help.call.email" if self._writes_letters else "help.call.talk")
        return f"{how}\n\n{self.say('help.call')}"

    def action_send(self) -> None:
        self.query_one(ReplyBox).submit()

    @on(ReplyBox.Submitted)
    def _reply_submitted(self, event: ReplyBox.Submitted) -> None:
        text = event.text
        if self._contact is None:
            self._notice(self.say("call.not-yet"))
        elif self._sending or self.drafts.held or self.contact.ended:
            return
        elif not self._typed_text().startswith(text):
            return  # a second press that was on its way when the first had emptied the box
        elif not text.strip():
            self._notice(self.say("call.empty"))
        elif len(text) > MAX_REPLY_CHARACTERS:
            error = TextTooLong(len(text), MAX_REPLY_CHARACTERS)
            self._notice(failure_text(error, self.language))
        elif command := line_command(text):
            instead = self._instead_of(command)
            self._notice(self.say("call.typed", command=f"/{command}", instead=instead))
        else:
            self.drafts.held = True
            self.run_worker(self._send_reply(text))

    def _instead_of(self, command: str) -> str:
        """What does here what a command does in the line mode."""
        return self.say(f"call.typed.{command}")

    async def _send_reply(self, text: str) -> None:
        turn = self.contact.turn
        try:
            sent = await self._send(partial(self.contact.reply, text), "call.retry")
            if sent:
                self.drafts.saved = ""
                self.query_one(ReplyBox).take(text)
        finally:
            self.drafts.held = False
        self.drafts.typed()
        if sent:
            await self._guidance.after_reply(turn)

    async def _send(self, call: Callable[[], tuple[Output, ...]], retry: str) -> bool:
        """Hand an input to the contact; True once it is on disk and on the screen."""
        if self._sending:
            return False
        self._sending = True
        self._set_mark("saving")
        known = len(self.contact.entries)
        try:
            await self.dojo.backroom.ask(call)
        except known_failures() as error:
            self._set_mark("not-saved")
            if went_on_elsewhere(error):
                self.offer_as_it_stands()
                return False
            reason, press = failure_text(error, self.language), self.keys()[0].cap
            self._notice(self.say(retry, reason=reason, press=press))
            return False
        finally:
            self._sending = False
        self._notice("")
        self._status.mark = "saved"
        await self._show_state()
        self._give_time_to_read(known)
        return True

    def offer_as_it_stands(self) -> None:
        """The contact went on in another window: it can be taken up there, or left."""
        from simulator.tui.screens.elsewhere import offer_as_it_stands

        self._outdated = True
        self._notice("")
        self.lead_on(offer_as_it_stands(self, self.contact, self._typed_text()))

    # ------------------------------------------------------------ drafts

    def unsaved_draft(self) -> Callable[[], object] | None:
        if self._contact is None or self.contact.ended or not self.drafts.is_open:
            return None
        return self.drafts.call()

    def _typed_text(self) -> str:
        return self.query_one(ReplyBox).text

    def _keep(self, text: str) -> None:
        # When it has ended the draft is the note's; what went on elsewhere has its own.
        if not (self.contact.ended or self._outdated):
            self.contact.save_draft(text)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self._contact is None or self._sending or self.contact.ended:
            return
        self.quiet.touched()
        if self.drafts.is_open:
            self._set_mark("draft-open")
            self.drafts.typed()

    def _kept(self, error: Exception | None) -> None:
        if error is not None:
            reason = failure_text(error, self.language)
            self._notice(self.say("call.draft-failed", reason=reason))
            self._set_mark("not-saved")
        elif self._status.mark == "draft-open" and not self.drafts.is_open:
            self._set_mark("draft-saved" if self.drafts.saved else "saved")

    async def _offer_draft(self) -> None:
        draft = await self.dojo.backroom.ask(lambda: self.contact.draft)
        if not self.still_open:
            return
        self.drafts.saved = draft
        if draft and not self._brought:
            self.query_one(ReplyBox).put(draft)
        if draft or self._brought:
            self._notice(self.say("call.draft-back"))
        self.drafts.typed()

    @on(WritingArea.PasteRefused)
    def _paste_refused(self, event: WritingArea.PasteRefused) -> None:
        self._notice(self.say("call.paste-too-long", **event.figures))

    # ------------------------------------------------------------ silence

    @on(TraineeActive)
    @on(events.MouseScrollUp)
    @on(events.MouseScrollDown)
    def _active(self) -> None:
        if self._contact is not None:
            self.quiet.touched()

    def second_passed(self) -> None:
        """Called once a second; counts silence where it is one."""
        if not self._silence_counts():
            return
        seconds = self.quiet.tick()
        self._show_status()
        if seconds is not None:
            call = partial(self.contact.wait, seconds)
            self.run_worker(self._send(call, "call.retry-action"))

    def _silence_counts(self) -> bool:
        desk = self._desk()
        return (
            self.contact.channel == "phone"
            and not self.contact.ended
            and not (self._sending or self._outdated)
            and self.app.screen is self
            and self.app.app_focus
            and not (desk is not None and desk.in_use)
            and self._quiet_is_on()
        )

    def _quiet_is_on(self) -> bool:
        default = "off" if self.contact.mode == "guided" else "on"
        return self.dojo.setting("quiet", default) == "on"

    def _give_time_to_read(self, known: int) -> None:
        new = self.contact.entries[known:]
        spoken = sum(len(entry.text) for entry in new if entry.kind != "agent")
        if spoken:
            self.quiet.customer_spoke(spoken)

    # ------------------------------------------------------------ desk

    def action_desk(self, part: Part) -> None:
        desk = self._desk()
        if self.size.width >= _WIDE and desk is not None:
            desk.show_part(part)
        else:
            self._open_desk(part)

    def _open_desk(self, part: Part, words: str = "") -> None:
        """The desk as a dialog, with *words* in its search."""
        from simulator.tui.screens.desk import DeskScreen

        self.app.push_screen(DeskScreen(self.contact, part, words), self._action_picked)

    def keys_hidden(self, had_keys: Widget) -> None:
        """Whoever is at the desk when the window becomes too narrow for it goes on in the dialog."""
        desk = self._desk()
        at_desk = desk is not None and desk in had_keys.ancestors
        if desk is None or not at_desk or self._is_over or self.app.screen is not self:
            super().keys_hidden(had_keys)
            return
        part, words = desk.part, desk.words
        self.back_to_writing()
        self._open_desk(part, words)

    @on(ActionChosen)
    def _action_chosen(self, event: ActionChosen) -> None:
        self._action_picked(event.action)

    def _action_picked(self, action: str | None) -> None:
        if action is None or self.contact.ended:
            return
        from simulator.tui.screens.action_form import ActionForm

        kind = dict(self.contact.actions())[action]
        form = ActionForm(kind, self.contact.language)
        self.app.push_screen(form, partial(self._action_filled, action))

    def _action_filled(self, action: str, args: Mapping[str, str] | None) -> None:
        self.back_to_writing()
        if args is None:
            return
        call = partial(self.contact.act, action, args)
        self.run_worker(self._send(call, "call.retry-action"))

    # ------------------------------------------------------------ the end

    def action_stop(self) -> None:
        if self.contact.ended:
            self._go_on()
        else:
            self._confirm("stop", self.say("call.stop-text"), self._stop_confirmed)

    def action_finish(self) -> None:
        if self.contact.ended:
            self._go_on()
            return
        text = self.say("call.close-text")
        if self._typed_text().strip():
            text = f"{text}\n{self.say('call.close-draft')}"
        self._confirm("close", text, self._finish_confirmed)

    def _confirm(self, name: str, text: str, answered: Callable[[bool | None], None]) -> None:
        from simulator.tui.screens.confirm import ConfirmScreen

        title, yes, no = (self.say(f"call.{name}-{part}") for part in ("title", "yes", "no"))
        self.app.push_screen(ConfirmScreen(title, text, yes, no), answered)

    def _stop_confirmed(self, sure: bool | None) -> None:
        if sure:
            self.run_worker(self._end(stop=True))

    def _finish_confirmed(self, sure: bool | None) -> None:
        if sure:
            self.run_worker(self._end(stop=False))

    async def _end(self, *, stop: bool) -> None:
        ended = await self._send(partial(self.contact.end, stop=stop), "call.retry-action")
        if ended and self.contact.stopped:
            with suppress(*known_failures()):  # the debrief tells
                await self.dojo.backroom.ask(self.contact.conclude)
            if self.still_open:
                self._go_on()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "go-on":
            self._go_on()

    def action_go_on(self) -> None:
        self._go_on()

    def _go_on(self) -> None:
        self.dojo.after_contact(self.contact)

    # ------------------------------------------------------------ keys

    def action_scroll_talk(self, direction: int) -> None:
        self._active()
        transcript = self.query_one(Transcript)
        if direction < 0:
            transcript.scroll_page_up(animate=False)
        else:
            transcript.scroll_page_down(animate=False)

    def action_hint(self) -> None:
        if not self.contact.ended:
            self._active()
            self.run_worker(self._guidance.ask(self._notice))

    def action_fold(self) -> None:
        self._guidance.toggle()

    def action_to_reply(self) -> None:
        self.back_to_writing()

    def writes_into(self) -> ReplyBox | None:
        """The reply box, as long as there is somebody to reply to."""
        return None if self._is_over else self.query_one(ReplyBox)

    def back_to_writing(self) -> None:
        desk = self._desk()
        if desk is not None:
            desk.leave()
        super().back_to_writing()

    def on_resize(self) -> None:
        self._show_status()
        if self._contact is not None:
            self._guidance.fit()

    # ------------------------------------------------------------ what is shown

    async def _show_state(self) -> None:
        """Bring every part in line with the contact."""
        from simulator.tui.widgets.mood import mood_panel

        contact = self.contact
        await self.query_one(Transcript).show(contact.entries)
        desk = self._desk()
        if desk is not None:
            desk.update_record(contact.record())
            self.run_worker(self._guidance.advise(), exclusive=True, group="advice")
            mood = self.query_one("#mood", Prose)
            mood.display = contact.mode != "test"
            mood.show(mood_panel(contact.mood, contact.language))
        self._show_channel()
        self._show_status()
        if contact.ended and not self.has_class("-ended"):
            from simulator.tui.widgets.end_card import EndCard

            self.add_class("-ended")
            await self.query_one("#talk").mount(EndCard(contact, self.onward(), self.language))

    def _show_channel(self) -> None:
        """A letter is typed otherwise than a reply on the phone."""
        box = self.query_one(ReplyBox)
        box.placeholder = T(self.say(f"call.placeholder.{self.contact.channel}"))
        box.enter_sends = not self._writes_letters
        self.query_one(KeyBar).show(self.keys())

    def _set_mark(self, mark: SavedMark) -> None:
        self._status.mark = mark
        self._show_status()

    def _show_status(self) -> None:
        status, contact = self._status, self._contact
        status.typed = len(self._typed_text())
        status.narrow = self.size.width < _WIDE
        if contact is not None:
            heard = contact.channel == "phone" and not contact.ended and self._quiet_is_on()
            status.silent = self.quiet.silent if heard else None
        self.query_one(StatusLine).parts = status.parts(contact)

    def _notice(self, text: str) -> None:
        """A sentence above the reply box; an empty one takes it away."""
        notice = self.query("#notice")
        if notice:
            notice.only_one(Prose).display = bool(text)
            notice.only_one(Prose).show(text)
        elif text:
            shown = Prose(text, self.language, id="notice", classes="problem")
            self.query_one("#talk").mount(shown, before="#reply")
