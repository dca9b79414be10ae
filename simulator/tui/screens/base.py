"""What all screens share: the interface language, the help key, the way they are taken away."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events
from textual.css.query import NoMatches
from textual.screen import ModalScreen, Screen

from scenarios.language import Language
from simulator.tui.inputs import WAY, is_under_way
from simulator.tui.keys import HELP, Key
from simulator.tui.room import NeedsRoom
from simulator.tui.typed import written
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.await_remove import AwaitRemove
    from textual.worker import Worker

    from simulator.tui.app import SupportdojoApp
    from simulator.tui.widgets.line_input import LineInput
    from simulator.tui.widgets.reply_box import WritingArea

__all__ = ["DojoModal", "DojoScreen", "styles"]

_STYLES = Path(__file__).parents[1] / "styles"
_R = TypeVar("_R")


def styles(*names: str) -> list[str | PurePath]:
    """Paths for ``CSS_PATH``; Textual knows a file it has read again by its absolute path only."""
    return [_STYLES / f"{name}.tcss" for name in names]


class _Dojo(NeedsRoom):
    """Mixed into screens; everything here needs the running app."""

    KEYS: ClassVar[tuple[Key, ...]] = (HELP,)
    HELP_TEXT: ClassVar[str] = ""
    """Key of the help text in the table of words; empty: the keys alone."""

    NEEDS_STORE: ClassVar[bool] = True
    """Whether keys wait until the store is open; otherwise the screen itself says what has to wait."""

    @property
    def dojo(self) -> SupportdojoApp:
        """The app with what this project adds to Textual's."""
        return cast("SupportdojoApp", self.app)

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.dojo.language

    def say(self, key: str, **values: object) -> str:
        """The interface's own words; draw them with ``T``."""
        return APP.say(key, self.language, **values)

    def keys(self) -> tuple[Key, ...]:
        """The keys as they are now, for the footer and the help."""
        return self.KEYS

    @property
    def still_open(self) -> bool:
        """Whether it still lies on the stack; what is brought to it later has nowhere to go.

        A screen that is being taken away is attached for a while after its widgets are gone.
        """
        return self.is_attached and self in self.app.screen_stack

    def remove(self) -> AwaitRemove:
        """Be taken away, and whoever works for this screen with it.

        Textual ends a screen's workers after its widgets are gone; in between, one whose answer
        arrives from the back room would look for them in vain and end the program.
        """
        self.workers.cancel_node(self)
        return super().remove()

    def run_worker(self, work: Any, *args: Any, **options: Any) -> Worker[Any]:
        """Start *work* for this screen; see ``remove`` for what it must not fail of."""
        own = self._while_here(work) if isinstance(work, Coroutine) else work
        return super().run_worker(own, *args, **options)

    async def _while_here(self, work: Coroutine[Any, Any, _R]) -> _R | None:
        """*work*, which may still be on its way when the widgets it looks for are gone."""
        try:
            return await work
        except NoMatches:
            if self.still_open:
                raise
            return None

    def _notice(self, text: str) -> None:
        """Show *text* in the screen's place for notices; an empty one takes it away."""
        if self.still_open:
            notice = self.query_one("#notice", Prose)
            notice.display = bool(text)
            notice.show(text)

    def lead_on(self, steps: Coroutine[Any, Any, None]) -> None:
        """Open another screen by *steps*, which wait for the back room; one such way at a time."""
        if is_under_way(self.app):
            steps.close()
        else:
            self.run_worker(steps, group=WAY)

    # ------------------------------------------------------------ typed text

    def writes_into(self) -> WritingArea | LineInput | None:
        """Where text goes that is typed while something else has the keys; None for nowhere."""
        return None

    def back_to_writing(self) -> None:
        box = self.writes_into()
        if box is not None:
            self.set_focus(box)

    def on_key(self, event: events.Key) -> None:
        """Text that nothing took: a list or a text to read had the keys, as after a click."""
        text = written(event)
        box = self.writes_into() if text else None
        if box is not None:
            event.stop()
            self.back_to_writing()
            box.write(text)

    def on_paste(self, event: events.Paste) -> None:
        box = self.writes_into()
        if box is not None:
            event.stop()
            self.back_to_writing()
            box.post_message(events.Paste(event.text))

    def unsaved_draft(self) -> Callable[[], object] | None:
        """What the back room has to do to keep what is half-typed here; None if nothing is."""
        return None

    def help_text(self) -> str:
        """What F1 tells about this screen."""
        return self.say(self.HELP_TEXT) if self.HELP_TEXT else ""

    def action_help(self) -> None:
        from simulator.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.help_text(), self.keys()))


class DojoScreen(_Dojo, Screen[_R]):
    """A full screen."""

    def anew(self) -> DojoScreen[_R] | None:
        """The same screen at the same place, with what is typed, to be drawn in another language.

        None where that cannot be: the one below is shown then.
        """
        return None


class DojoModal(_Dojo, ModalScreen[_R]):
    """A dialog over a screen."""
