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
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, cast

from rich.segment import Segments
from rich.text import Text as RichText
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from scenarios.language import Language
from simulator.practice.occasions import is_moment
from simulator.tui.backroom import BackRoom
from simulator.tui.crash import CRASHED, log_crash
from simulator.tui.draw import T, tell
from simulator.tui.screens.base import DojoScreen
from simulator.tui.signals import Leaving, keep_terminal
from simulator.words_app import APP

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from typing import Any

    from textual.command import Provider

    from simulator.contact import Contact, Start
    from simulator.tui.opening import Opening
    from simulator.tui.screens.call import CallScreen
    from simulator.tui.screens.home import HomeScreen
    from simulator.workplace import Workplace

__all__ = ["SupportdojoApp"]

DEFAULT_THEME = "textual-dark"
_STYLES = Path(__file__).parent / "styles"
_DRAFT_SECONDS = 1.0
"""How long the end of the program may wait for the draft to be written."""


def _home_screen() -> type[HomeScreen]:
    from simulator.tui.screens.home import HomeScreen

    return HomeScreen


def _call_screen() -> type[CallScreen]:
    from simulator.tui.screens.call import CallScreen

    return CallScreen


def _commands() -> type[Provider]:
    from simulator.tui.commands import DojoCommands

    return DojoCommands


class SupportdojoApp(App[None]):
    """Plays contacts in the full screen.

    The lowest screen is the first one to be shown: the first screen of the app, or the contact
    that the program was started for. In the latter case home comes when somebody goes there.
    """

    COMMANDS = {_commands}  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (30, "-narrow"), (60, "-medium"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-short"), (16, "-middle"), (24, "-tall")]  # noqa: RUF012
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
        self.backroom = backroom
        self.failure: BaseException | None = None
        """Why the app could not begin; whoever started it tells."""
        self._make_first = first
        kind: type[CallScreen | HomeScreen] = (
            _call_screen() if first is not None else _home_screen()
        )
        self._first: Callable[[], DojoScreen[None]] = opens.make if opens else kind
        own_styles = cast("list[str | PurePath]", (opens.kind if opens else kind).CSS_PATH)
        self._reviews = review
        # Textual reads the styles of a screen when it is pushed; the lowest one never is.
        super().__init__(css_path=[_STYLES / "app.tcss", *own_styles])
        self._drawn = False
        self._workplace: Workplace | None = None
        self._settings: dict[str, str] = {}
        self._leaving: Leaving | None = None
        self._restore = keep_terminal()
        self.title = APP.say("app.title", language)
        wanted = os.environ.get("TEXTUAL_THEME") or theme
        if wanted and wanted in self.allowed_themes():
            self.theme = wanted

    # ------------------------------------------------------------ beginning and end

    def get_default_screen(self) -> Screen[None]:
        return self._fitted(self._first())

    def _fitted(self, screen: Screen[None]) -> Screen[None]:
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
                self._home().bring_up_to_date()
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

    # ------------------------------------------------------------ faults of the program

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

    # ------------------------------------------------------------ from screen to screen

    async def begin_contact(self, start: Start) -> None:
        """Begin a new contact and show it; a failure is told and changes nothing."""
        await self._open_call(self.backroom.begin(start))

    async def resume_contact(self, session_id: str) -> None:
        """Go on with a stored contact where it was left."""
        await self._open_call(self.backroom.resume(session_id))

    async def _open_call(self, contact: Any) -> None:
        from simulator.tui.failures import failure_text, known_failures

        try:
            opened: Contact = await contact
        except known_failures() as error:
            tell(self, failure_text(error, self.language), "error")
            return
        self.open_call(opened)

    def open_call(self, contact: Contact) -> None:
        """Show a contact; whatever lay over the home screen is left."""
        from simulator.tui.playing import playing_screen

        screen = playing_screen(contact)
        if screen is None:
            self._open_after(contact)
        else:
            self._over_home(screen)

    def open_note(self, contact: Contact) -> None:
        """The case note that follows a contact."""
        from simulator.tui.screens.note import NoteScreen

        self._over_home(NoteScreen(contact))

    def open_debrief(self, contact: Contact) -> None:
        """What is learnt from a contact."""
        from simulator.tui.screens.debrief import DebriefScreen

        self._over_home(DebriefScreen(contact))

    def open_review(self, contact: Contact | None = None) -> None:
        """A lead's review of a contact; without one, the list of those that wait."""
        from simulator.tui.screens.review import ReviewScreen
        from simulator.tui.screens.waiting import WaitingScreen

        self._over_home(ReviewScreen(contact) if contact is not None else WaitingScreen())

    def open_history(self) -> None:
        """The contacts of the past."""
        from simulator.tui.screens.history import HistoryScreen

        self._over_home(HistoryScreen())

    def open_programme(self, programme: str | None = None, spoken: Language | None = None) -> None:
        """Where one stands in a programme: the one named, else the one begun, else a choice.

        *spoken* is the language of contacts that is asked about.
        """
        from simulator.tui.screens.programme import ProgrammeScreen

        self._over_home(ProgrammeScreen(programme, spoken))

    def open_drills(self) -> None:
        """The drills that were set; for leads also the way to set one."""
        from simulator.tui.screens.drills import DrillsScreen

        self._over_home(DrillsScreen())

    def open_today(self) -> None:
        """What there is to practise today."""
        from simulator.tui.screens.today import TodayScreen

        self._over_home(TodayScreen())

    def open_progress(self) -> None:
        """How the skills have moved."""
        from simulator.tui.screens.progress import ProgressScreen

        self._over_home(ProgressScreen())

    def open_briefing(self, scenario_id: str) -> None:
        """What the trainee reads before a contact."""
        from simulator.tui.screens.briefing import BriefingScreen

        self._over_home(BriefingScreen(self.workplace.library.scenario(scenario_id)))

    def go_home(self) -> None:
        """Back to the first screen, brought up to date."""
        was_there = self._put_home_lowest()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if was_there:
            self._home().bring_up_to_date()

    def _home(self) -> HomeScreen:
        return cast("HomeScreen", self.screen_stack[0])

    def _put_home_lowest(self) -> bool:
        """Put home in the lowest place if the program began with a contact; whether it was there.

        A home screen that comes this way brings itself up to date.
        """
        from simulator.tui.screens.home import HomeScreen

        if isinstance(self.screen_stack[0], HomeScreen):
            return True
        while len(self.screen_stack) > 1:
            self.pop_screen()
        # Textual 8.2 takes the callback of a screen that goes, and the lowest one never got any.
        self.screen._push_result_callback(self, None)
        self.switch_screen(self._fitted(HomeScreen()))
        return False

    def _open_after(self, contact: Contact) -> None:
        if contact.stopped or contact.note_filed:
            self.open_debrief(contact)
        else:
            self.open_note(contact)

    def after_contact(self, contact: Contact) -> None:
        """The contact has ended: after a hard one a minute for oneself, then note or debrief."""
        from simulator.reflection import is_hard
        from simulator.tui.screens.reflection import ReflectionScreen

        if is_hard(contact):
            self.push_screen(ReflectionScreen(contact), lambda _: self._open_after(contact))
        else:
            self._open_after(contact)

    def _over_home(self, screen: Screen[None]) -> None:
        """Exactly one screen lies over the home screen."""
        self._put_home_lowest()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(self._fitted(screen))

    # ------------------------------------------------------------ choices

    def switch_language(self) -> None:
        """Change the language of the interface, at once and for the next time."""
        self.language = "en" if self.language == "ja" else "ja"
        self.title = APP.say("app.title", self.language)
        self.remember("language", self.language)
        self._put_home_lowest()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._home().draw_anew()

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
            self.push_screen(CommandPalette(placeholder=hint))

    def action_change_theme(self) -> None:
        from simulator.tui.commands import ThemeCommands

        hint = T(APP.say("menu.theme.search", self.language)).plain
        self.push_screen(CommandPalette(providers=[ThemeCommands], placeholder=hint))
