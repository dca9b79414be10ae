"""A programme: its steps, what the one selected asks for, and the way to it.

Where there are several programmes and none was begun, the same list offers them first.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from scenarios.language import Language
from simulator.practice.standing import Play
from simulator.tui.courses import Course, Offer, every, look
from simulator.tui.draw import T, one_line, tell
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, HELP, Key, bindings
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.course_text import head_text, offer_row, step_detail, step_row, what_now
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.words.app_programme import COURSE

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.certificates.issue import Issued
    from simulator.practice.standing import StepStanding
    from simulator.workplace import Workplace

__all__ = ["ProgrammeScreen"]

_CHOOSE = Key("enter", "none", COURSE.table["key.choose"], "Enter", bound=False)
_DO = Key("enter", "none", COURSE.table["key.do"], "Enter", bound=False)
_CERTIFICATE = Key("f9", "certificate", COURSE.table["key.certificate"], "F9")
_SPOKEN = Key("f6", "spoken", COURSE.table["key.spoken"], "F6")
_PROGRAMMES = Key("f5", "programmes", COURSE.table["key.programmes"], "F5", rank=2)
_DETAIL = (
    Key("right", "detail(1)", COURSE.table["key.detail"], "→", footer=False),
    Key("left", "detail(-1)", COURSE.table["key.detail-back"], "←", footer=False),
)
_KEYS = (_CERTIFICATE, _SPOKEN, _PROGRAMMES, BACK, HELP, *_DETAIL)


class ProgrammeScreen(DojoScreen[None]):
    """Where one stands, with the one next thing selected."""

    CSS_PATH = styles("programme")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self, programme: str | None = None, spoken: Language | None = None) -> None:
        """*programme*: its id; None: the one that was begun, or a choice."""
        super().__init__()
        self.programme = programme
        self.spoken = spoken
        self.course: Course | None = None
        self.offers: tuple[Offer, ...] = ()
        """Those to choose from while there is no course."""

    def words(self, key: str, **values: object) -> str:
        """A text of the programmes' table."""
        return COURSE.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.words("help")

    def keys(self) -> tuple[Key, ...]:
        course = self.course
        if course is None:
            return (_CHOOSE, BACK, HELP, *_DETAIL)
        finished = (_CERTIFICATE,) if course.standing.finished else ()
        several = (_PROGRAMMES,) if len(course.enrolled.programmes.ids) > 1 else ()
        return (_DO, *finished, _SPOKEN, *several, BACK, HELP, *_DETAIL)

    def anew(self) -> ProgrammeScreen:
        return ProgrammeScreen(self.programme, self.spoken)

    # ------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        yield Prose(self.words("title"), self.language, id="name", classes="title")
        yield Prose("", self.language, id="notice", classes="problem")
        yield Prose("", self.language, id="told")
        yield Prose(self.words("loading"), self.language, id="head")
        with Container(id="course"):
            with Vertical(id="list"):
                yield OptionList(id="steps")
            with VerticalScroll(id="about", can_focus=False):
                yield Prose("", self.language, id="detail")
        yield KeyBar(self.keys(), self.language)

    def on_mount(self) -> None:
        self.query_one("#steps").focus()
        self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Read where one stands and show it."""
        seeing = partial(look, language=self.language, programme=self.programme, spoken=self.spoken)
        self.run_worker(self._load(seeing), group="course", exclusive=True)

    async def _load(self, seeing: Callable[[Workplace], Course | tuple[Offer, ...]]) -> None:
        try:
            seen = await self.dojo.backroom.use(seeing)
        except known_failures() as error:
            self.query_one("#head", Prose).show("")
            self._notice(failure_text(error, self.language))
            return
        self._notice("")
        if isinstance(seen, Course):
            self.course, self.offers = seen, ()
            self.programme, self.spoken = seen.found.programme.id, seen.standing.language
            self._show_course(seen)
        else:
            self.course, self.offers = None, seen
            self._show_offers(seen)
        self.query_one(KeyBar).show(self.keys())

    def _show_course(self, course: Course) -> None:
        steps = course.standing.steps
        title = course.standing.programme.title.of(self.language)
        options = [Option(step_row(row, course, self.language)) for row in steps]
        selected = next(
            (n for n, row in enumerate(steps) if row.following is not None),
            next((n for n, row in enumerate(steps) if row.state != "done"), 0),
        )
        self._show(title, head_text(course, self.language), options, selected)

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        head = self.words("choose" if offers else "empty")
        self._show(self.words("title"), head, [Option(offer_row(o, self.language)) for o in offers])

    def _show(self, title: str, head: str, options: list[Option], selected: int = 0) -> None:
        with self.app.batch_update():
            self.query_one("#name", Prose).show(title)
            self.query_one("#head", Prose).show(head)
            steps = self.query_one("#steps", OptionList)
            steps.clear_options()
            steps.add_options(options)
            steps.highlighted = selected if options else None
        # Its height is known after the next layout only.
        self.call_after_refresh(steps.scroll_to_highlight)

    # ------------------------------------------------------------ the one selected

    @property
    def row(self) -> StepStanding | None:
        """The step that is selected."""
        number = self.query_one("#steps", OptionList).highlighted
        return self.course.standing.steps[number] if self.course and number is not None else None

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._notice("")
        about, row = self.query_one("#about"), self.row
        if self.course is not None and row is not None:
            title = row.step.title.of(self.language)
            text = step_detail(row, self.course, self.language)
        elif event.option_index < len(self.offers):
            offer = self.offers[event.option_index]
            title, text = offer.title, T(offer.about)
        else:
            return  # from the list that was there before
        about.border_title = one_line(title)
        about.scroll_home(animate=False)
        self.query_one("#detail", Prose).show(text)
        self.call_after_refresh(self._tell_of_more)

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell_of_more)

    def _tell_of_more(self) -> None:
        about = self.query_one("#about", VerticalScroll)
        goes_on = about.scroll_offset.y < about.max_scroll_y
        about.border_subtitle = T(self.words("more") if goes_on else "")

    def action_detail(self, direction: int) -> None:
        about = self.query_one("#about", VerticalScroll)
        about.scroll_relative(y=direction * max(about.size.height - 1, 1), animate=False)
        self.call_after_refresh(self._tell_of_more)

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        if self.course is None:
            offer = self.offers[event.option_index]
            if offer.count:
                self.programme = offer.id
                self.bring_up_to_date()
            else:
                self._notice(offer.about)
            return
        row = self.row
        if row is None:
            return
        if row.step.reads and row.state in ("open", "done"):
            self._open_page(row)
        elif isinstance(row.following, Play):
            self.lead_on(self._approach(row.following))
        else:
            # It stands below as well, for as long as the step is selected.
            tell(self.app, what_now(row, self.course, self.language), "warning")

    # ------------------------------------------------------------ a page

    def _open_page(self, row: StepStanding) -> None:
        from simulator.machine.local_time import local_text
        from simulator.tui.screens.reading import PageScreen

        assert self.course is not None
        before = local_text(row.since, self.course.enrolled.now)
        programme = self.course.standing.programme.id
        self.app.push_screen(PageScreen(programme, row.step, before), self._after_page)

    def _after_page(self, noted: bool | None) -> None:
        if noted:
            self.bring_up_to_date()

    # ------------------------------------------------------------ a contact

    async def _approach(self, play: Play) -> None:
        """Show what is to be known before the contact; one that was left simply goes on."""
        if play.resume is not None:
            await self._begin(play)
            return
        from simulator.enrolment import contact_for
        from simulator.tui.screens.reading import ReadyScreen, Terms

        try:
            scenario = await self.dojo.backroom.use(
                lambda workplace: workplace.library.scenario(play.scenario)
            )
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
        else:
            terms = Terms(play.mode, play.intensity, play.language)
            self.app.push_screen(ReadyScreen(scenario, terms, partial(contact_for, play)))

    async def _begin(self, play: Play) -> None:
        from simulator.enrolment import contact_for

        try:
            contact = await self.dojo.backroom.use(partial(contact_for, play))
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            return
        self.dojo.open_call(contact)

    # ------------------------------------------------------------ keys

    def action_spoken(self) -> None:
        """Where one stands with contacts in the other language."""
        if self.course is not None:
            self.spoken = "en" if self.course.standing.language == "ja" else "ja"
            self.query_one("#told", Prose).display = False
            self.bring_up_to_date()

    def action_programmes(self) -> None:
        """All programmes, to choose another."""
        if self.course is not None:
            self.programme = self.spoken = None
            seeing = partial(every, language=self.language)
            self.run_worker(self._load(seeing), group="course", exclusive=True)

    def action_certificate(self) -> None:
        course = self.course
        if course is None:
            return
        if not course.standing.finished:
            from simulator.words.programme import PROGRAMME

            spoken = PROGRAMME.say(f"language.{course.standing.language}", self.language)
            tell(self.app, self.words("certificate.not-yet", spoken=spoken))
            return
        from simulator.tui.screens.certificate import CertificateScreen

        self.app.push_screen(CertificateScreen(course), self._after_certificate)

    def _after_certificate(self, issued: Issued | None) -> None:
        if issued is not None:
            from simulator.certificates.issue import issued_text

            told = self.query_one("#told", Prose)
            told.display = True
            told.show(issued_text(issued, self.language))

    def action_back(self) -> None:
        self.dojo.go_home()
