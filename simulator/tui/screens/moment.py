"""One reply tried again in the app: the call screen just before it, for one reply.

No coach, no clock of silence, no case note, no debrief: after the reply comes its result. Whoever
leaves finds it again in today's practice, with what they had typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from simulator.practice.skills import skills_of
from simulator.tui.draw import T, tell
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.guidance import Guidance
from simulator.tui.keys import Key
from simulator.tui.screens.base import styles
from simulator.tui.screens.call import CallScreen
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.reply_box import ReplyBox
from simulator.words.app_today import TODAY
from simulator.words.practice import PRACTICE

if TYPE_CHECKING:
    from scenarios.language import Text
    from simulator.practice.moment import MomentContact

__all__ = ["MomentScreen"]

_LATER = Key("f8", "stop", TODAY.table["key.later"], "F8")


class _NoFeedback(Guidance):
    """Feedback on the reply is its result; that on those before is no part of the exercise."""

    def _wants_feedback(self) -> bool:
        return False


class MomentScreen(CallScreen):
    """Plays one moment until its reply."""

    CSS_PATH = styles("transcript", "desk", "call", "moment")

    def __init__(self, contact: MomentContact, typed: str = "") -> None:
        super().__init__(contact, typed)
        self._guidance = _NoFeedback(self)
        self._moment = contact

    def anew(self) -> MomentScreen | None:
        return None if self._sending else MomentScreen(self._moment, self._typed_text())

    def words(self, key: str, **values: object) -> str:
        """A text of the table of this screen."""
        return TODAY.say(key, self.language, **values)

    async def on_mount(self) -> None:
        await self.query_one("#talk").mount(self._aim(), before=0)

    def _aim(self) -> Prose:
        """Which skill it is and what it means; the earlier words would only be repeated."""
        language = self.language
        skill = skills_of(self._moment.workplace.judge.rubric)[self._moment.skill]
        aim = T(skill.title.of(language), "bold") + T("　" if language == "ja" else ": ")
        card = Prose(aim + T(skill.practise.of(language)), language, id="aim")
        card.border_title = T(self.words("moment.card"))
        card.border_subtitle = T(self.words("moment.before-later"))
        return card

    # ------------------------------------------------------------ what is left out

    def keys(self) -> tuple[Key, ...]:
        every = super().keys()
        kept = (key for key in every if key.action != "finish")
        return tuple(_LATER if key.action == "stop" else key for key in kept)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "finish" and super().check_action(action, parameters)

    def help_text(self) -> str:
        return self.words("help.moment")

    def _quiet_is_on(self) -> bool:
        return False

    def _instead_of(self, command: str) -> str:
        if command in ("close", "stop", "wait", "note"):
            return self.words("moment.typed")
        return super()._instead_of(command)

    # ------------------------------------------------------------ the end

    async def _send_reply(self, text: str) -> None:
        await super()._send_reply(text)
        if self.contact.ended:
            self._go_on()

    @on(ReplyBox.Submitted)
    def _sent_again(self) -> None:
        """The reply is on disk, but what follows from it could not be stored."""
        if self._contact is not None and self.contact.ended and not self._sending:
            self._go_on()

    def onward(self) -> Text:
        return TODAY.table["moment.go-on"]

    def action_stop(self) -> None:
        """Leave it for later; a draft stays with it."""
        if self.contact.ended:
            self._go_on()
        else:
            self.dojo.keep_draft()
            self.dojo.open_today()

    def _go_on(self) -> None:
        if self._moment.answered:
            self.dojo.open_call(self.contact)
        else:
            self.lead_on(self._end_without_reply())

    async def _end_without_reply(self) -> None:
        """The customer is gone before there was a reply, as after a hand-over."""
        try:
            await self.dojo.backroom.ask(self.contact.conclude)
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            return
        tell(self.app, PRACTICE.say("moment.left", self.language))
        self.dojo.open_today()
