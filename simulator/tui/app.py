"""The app: what surrounds the screens. Language, theme, menu, the way from screen to screen,
and a clean end whatever happens. What a contact is and how it is judged lies elsewhere.
"""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from rich.segment import Segments
from rich.text import Text as RichText
from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from scenarios.language import Language
from simulator.failure import left_out_text
from simulator.machine.left_out import begin, untold
from simulator.practice.occasions import is_moment
from simulator.tui.backroom import BackRoom
from simulator.tui.crash import CRASHED, log_crash
from simulator.tui.draw import T, tell
from simulator.tui.inputs import Inputs, leaves
from simulator.tui.messages import UnreadableTyped
from simulator.tui.opening import Opening, usual_opening
from simulator.tui.palette import Palette
from simulator.tui.room import LEAST_COLUMNS, LEAST_ROWS, too_small
from simulator.tui.screens.base import DojoModal, DojoScreen
from simulator.tui.signals import Leaving, keep_terminal
from simulator.tui.ways import Ways
from simulator.words.app import APP

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from typing import Any

    from textual.command import Provider
    from textual.driver import Driver

    from simulator.contact import Contact
    from simulator.tui.screens.call import CallScreen
    from simulator.workplace import Workplace

__all__ = ["SupportdojoApp"]

DEFAULT_THEME = "textual-dark"
_STYLES = Path(__file__).parent / "styles"
_DRAFT_SECONDS = 1.0
"""How long the end of the program may wait for the draft to be written."""
_DAMAGE_SECONDS = 20.0
"""How long it can be read what is damaged."""
_UNREADABLE_SECONDS = 5.0
"""How long a notice about what could not be read is not told again."""


def _commands() -> type[Provider]:
    from simulator.tui.commands import DojoCommands

    return DojoCommands


class SupportdojoApp(Ways):
    """Plays contacts in the full screen.

    The lowest screen is the first one to be shown: the first screen of the app, or the contact
    that the program was started for. In the latter case home comes when somebody goes there.
    """

    COMMANDS = {_commands}  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (LEAST_COLUMNS, "-narrow"),
        (60, "-medium"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (LEAST_ROWS, "-short"), (16, "-middle"), (24, "-tall")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = True

    def __init__(  # noqa: PLR0913 - four ways to begin, and how it looks
        self,
        backroom: BackRoom,
        language: Language,
        *,
        first: Callable[[Workplace], Contact] | None = None,
        review: bool = False,
        theme: str = "",
        opens: Opening | None = None,
    ) -> None:
        """*first* makes the contact to begin with, or to *review*; it runs in the back room.

        *opens*: another screen to open on, in the place of home.
        """
        self.language: Language = language
        begin()
        self.backroom = backroom
        backroom.when_done = self._tell_left_out
        self.failure: BaseException | None = None
        """Why the app could not begin; whoever started it tells."""
        self._make_first = first
        self._first = opens or usual_opening(contact=first is not None)
        self._reviews = review
        super().__init__(css_path=[_STYLES / "app.tcss", *self._first.styles])
        self._drawn = False
        self._workplace: Workplace | None = None
        self._settings: dict[str, str] = {}
        self._leaving: Leaving | None = None
        self._restore = keep_terminal()
        self._inputs = Inputs(self, super().on_event, self._can_act)
        self._told_unreadable = -_UNREADABLE_SECONDS
        self.title = APP.say("app.title", language)
        wanted = os.environ.get("TEXTUAL_THEME") or theme
        if wanted and wanted in self.allowed_themes():
            self.theme = wanted

    # ------------------------------------------------------------ beginning and end

    def get_default_screen(self) -> Screen[None]:
        return self.fitted(self._first.make())

    def fitted(self, screen: Screen[None]) -> Screen[None]:
        """*screen* with the classes for the size of the window, so that it is laid out once."""
        for size, breakpoints in zip(
            self.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            screen.add_class(max(b for b in breakpoints if size >= b[0])[1], update=False)
        return screen

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._loop_failed)
        if not self.is_headless:
            self._leaving = Leaving(loop, self._leave, self._restore)
            self._leaving.start()

    def post_display_hook(self) -> None:
        """The first frame is on its way to the terminal: now the back room may begin."""
        if self._running and not self._drawn:
            self._drawn = True
            making = self.backroom.submit(self._make_first) if self._make_first else None
            self.run_worker(self._fill_first(making))

    async def _fill_first(self, making: Future[Contact] | None) -> None:
        """Fill the first screen, which is drawn already, with what the back room makes."""
        try:
            self._workplace = await self.backroom.workplace_outside()
            if making is not None:
                await self._show_first(await asyncio.wrap_future(making))
            else:
                self.home().bring_up_to_date()
        except Exception as error:  # whatever it is: there is nothing to go on with
            self.failure = error
            self.exit()
        finally:
            gc.freeze()
            gc.enable()

    async def _show_first(self, contact: Contact) -> None:
        if self._reviews:
            self.open_review(contact)
        elif contact.ended or is_moment(contact.start.occasion):
            self.open_call(contact)
        else:
            await cast("CallScreen", self.screen_stack[0]).connect(contact)

    @property
    def workplace(self) -> Workplace:
        """Library, store and settings for the thread of the screens; there once it is open."""
        assert self._workplace is not None
        return self._workplace

    @property
    def is_open(self) -> bool:
        """Whether the workplace is there."""
        return self._workplace is not None

    def on_unmount(self) -> None:
        if self._leaving is not None:
            self._leaving.stop()
        if self._workplace is not None:
            self._workplace.close()
        self.backroom.close()

    def _leave(self, code: int) -> None:
        """A signal asked the program to end."""
        self.keep_draft()
        self.exit(return_code=code)

    async def action_quit(self) -> None:
        self.keep_draft()
        self.exit()

    def keep_draft(self) -> None:
        """Write what is half-typed before the program ends; waits a second at most."""
        for screen in self.screen_stack:
            unsaved = screen.unsaved_draft() if isinstance(screen, DojoScreen) else None
            if unsaved is not None:
                self.backroom.hurry(unsaved, _DRAFT_SECONDS)

    def action_help_quit(self) -> None:
        tell(self, APP.say("app.quit-help", self.language))

    # ------------------------------------------------------------ what comes in

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":  # one for Windows, or for a page in a browser
            return usual
        from simulator.tui.terminal import DojoTerminal

        return DojoTerminal

    async def on_event(self, event: events.Event) -> None:
        comes_in = isinstance(event, (events.InputEvent, events.Paste)) and not event.is_forwarded
        if comes_in and (self._is_unheard(event) or self._inputs.has_to_wait(event)):
            return
        await super().on_event(event)

    def _can_act(self) -> bool:
        """Whether the screen that is shown has what its keys need."""
        return self.is_open or not getattr(self.screen, "NEEDS_STORE", True)

    def _is_unheard(self, event: events.Event) -> bool:
        """In a window too small to show anything nothing may happen unseen."""
        return (
            too_small(self.size)
            and isinstance(event, (events.Key, events.MouseDown, events.MouseUp))
            and not leaves(event)
        )

    @on(UnreadableTyped)
    def _unreadable_typed(self) -> None:
        if monotonic() - self._told_unreadable >= _UNREADABLE_SECONDS:
            self._told_unreadable = monotonic()
            tell(self, APP.say("app.unreadable", self.language), "warning")

    # ------------------------------------------------------------ faults of the program

    def _tell_left_out(self) -> None:
        """What is damaged and missing from what is shown, once each."""
        if self._running and (names := untold()):
            tell(self, left_out_text(names, self.language), "warning", _DAMAGE_SECONDS)

    def _handle_exception(self, error: Exception) -> None:
        """In place of Textual's traceback, which shows the values of all local variables."""
        with suppress(Exception):
            self.keep_draft()
        path = log_crash(error)
        key = "app.crashed" if path else "app.crashed-without-log"
        sentence = RichText(APP.say(key, self.language, path=path))
        self._return_code = CRASHED
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._exit_renderables.append(
                Segments(self.console.render(sentence, self.console.options))
            )
        self._close_messages_no_wait()

    def _loop_failed(self, _loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        """Errors that nobody waited for: asyncio would print them over the screen."""
        error = context.get("exception")
        if isinstance(error, Exception):
            log_crash(error)

    # ------------------------------------------------------------ choices

    def switch_language(self) -> None:
        """Change the language of the interface, at once and for the next time."""
        if isinstance(self.screen, DojoModal):  # what it asks has not been answered
            tell(self, APP.say("menu.language.dialog", self.language), "warning")
            return
        over_home = self._drawn_anew()
        self.language = "en" if self.language == "ja" else "ja"
        self.title = APP.say("app.title", self.language)
        self.remember("language", self.language)
        was_there = self.put_home_lowest()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if was_there:
            self.home().draw_anew()
        for screen in over_home:
            self.push_screen(self.fitted(screen))

    def _drawn_anew(self) -> list[DojoScreen[None]]:
        """The screens over home once more, up to the first that cannot be made twice."""
        from simulator.tui.screens.home import HomeScreen

        screens: list[DojoScreen[None]] = []
        for shown in self.screen_stack:
            if isinstance(shown, HomeScreen) or not isinstance(shown, DojoScreen):
                continue
            anew = shown.anew()
            if anew is None:
                break
            screens.append(anew)
        return screens

    def remember(self, key: str, value: str) -> None:
        """Keep a choice; a store that cannot be written is told about elsewhere."""
        from simulator.errors import StoreError

        self._settings[key] = value
        with suppress(StoreError):
            self.workplace.set_setting(key, value)

    def setting(self, key: str, default: str) -> str:
        """A stored choice; read once, since some are asked for every second."""
        if key not in self._settings:
            self._settings[key] = self.workplace.setting(key)
        return self._settings[key] or default

    def allowed_themes(self) -> list[str]:
        """Names of themes; without colour the ANSI themes are black on black."""
        names = sorted(self.available_themes)
        return [name for name in names if not (self.no_color and "ansi" in name)]

    def choose_theme(self, name: str) -> None:
        """Use a theme, now and the next time."""
        if name not in self.allowed_themes():
            tell(self, APP.say("theme.no-colour", self.language), "warning")
            return
        self.theme = name
        self.remember("theme", name)

    # ------------------------------------------------------------ menu

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        return ()

    def action_command_palette(self) -> None:
        if self.is_open and not CommandPalette.is_open(cast("App[object]", self)):
            hint = T(APP.say("menu.search", self.language)).plain
            self.push_screen(Palette(placeholder=hint))

    def action_change_theme(self) -> None:
        from simulator.tui.commands import ThemeCommands

        hint = T(APP.say("menu.theme.search", self.language)).plain
        self.push_screen(Palette(providers=[ThemeCommands], placeholder=hint))
