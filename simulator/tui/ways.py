"""The ways from screen to screen: home lies lowest, and exactly one other screen over it.

Screens are imported when they are opened, so that the first frame waits for none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.screen import Screen

from simulator.tui.draw import tell

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.contact import Contact, Start
    from simulator.tui.backroom import BackRoom
    from simulator.tui.screens.home import HomeScreen
    from simulator.workplace import Workplace

__all__ = ["Ways"]


class Ways(App[None]):
    """An app that knows its screens; what it is made of is in ``app``."""

    language: Language
    backroom: BackRoom

    @property
    def workplace(self) -> Workplace:
        """Library, store and settings for the thread of the screens."""
        raise NotImplementedError

    def fitted(self, screen: Screen[None]) -> Screen[None]:
        """*screen* with the classes for the size of the window."""
        raise NotImplementedError

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

    def open_call(self, contact: Contact, typed: str = "") -> None:
        """Show a contact; whatever lay over the home screen is left.

        *typed*: a reply begun elsewhere, which stands for the stored draft.
        """
        from simulator.tui.playing import playing_screen

        screen = playing_screen(contact, typed)
        if screen is None:
            self.open_after(contact)
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

    def open_drills(self, first: str = "") -> None:
        """The drills that were set, on to the one of this id; for leads also the way to set one."""
        from simulator.tui.screens.drills import DrillsScreen

        self._over_home(DrillsScreen(first))

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
        was_there = self.put_home_lowest()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if was_there:
            self.home().bring_up_to_date()

    def home(self) -> HomeScreen:
        """The first screen; it has to be the lowest one."""
        return cast("HomeScreen", self.screen_stack[0])

    def put_home_lowest(self) -> bool:
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
        self.switch_screen(self.fitted(HomeScreen()))
        return False

    def open_after(self, contact: Contact) -> None:
        """What follows a contact that is over: its note, or the debrief."""
        if contact.stopped or contact.note_filed:
            self.open_debrief(contact)
        else:
            self.open_note(contact)

    def after_contact(self, contact: Contact) -> None:
        """The contact has ended: after a hard one a minute for oneself, then note or debrief."""
        from simulator.reflection import is_hard
        from simulator.tui.screens.reflection import ReflectionScreen

        if is_hard(contact):
            self.push_screen(ReflectionScreen(contact), lambda _: self.open_after(contact))
        else:
            self.open_after(contact)

    def _over_home(self, screen: Screen[None]) -> None:
        """Exactly one screen lies over the home screen."""
        self.put_home_lowest()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(self.fitted(screen))
