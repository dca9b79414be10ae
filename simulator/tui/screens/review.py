"""A lead goes through one contact: the debrief's pages, each with its judgements to choose from.

The engine's words stay where they are; what is overruled stands beside them. Everything is stored at
once, and nothing is ever replaced.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from scoring.model import DIMENSIONS
from simulator.machine.wrap import cells
from simulator.team.review_text import item_title, place_name, value_text
from simulator.team.reviewing import Desk, open_desk, record
from simulator.tui.after import Page
from simulator.tui.draw import T, tell
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, HELP, Key, bindings
from simulator.tui.screens.base import styles
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.review_form import Form, ReviewForm, Save
from simulator.tui.widgets.lead_notes import lead_notes
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.score_text import beside
from simulator.words.drill import DRILL
from simulator.words.review import REVIEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content
    from textual.widget import Widget

    from simulator.contact import Contact
    from simulator.team.review import Entry, Review
    from simulator.team.verdict import Judgement

__all__ = ["ReviewScreen"]

_KEYS = (
    Key("enter", "none", REVIEW.table["key.override"], "Enter", bound=False),
    Key("right", "page(1)", REVIEW.table["key.page"], "←→"),
    Key("f5", "undo", REVIEW.table["key.undo"], "F5"),
    Key("f6", "comment", REVIEW.table["key.comment"], "F6"),
    Key("f9", "done", REVIEW.table["key.done"], "F9"),
    BACK,
    Key("f8", "answer", REVIEW.table["key.answer"], "F8"),
    Key("f7", "dispute", REVIEW.table["key.dispute"], "F7"),
    HELP,
    Key("left", "page(-1)", REVIEW.table["key.page-back"], "←", footer=False),
    Key("down", "none", REVIEW.table["key.choose"], "↑↓", footer=False, bound=False),
    Key("pagedown,space", "screenful(1)", REVIEW.table["key.scroll"], "PgDn", footer=False),
    Key("pageup", "screenful(-1)", REVIEW.table["key.scroll-back"], "PgUp", footer=False),
)
_CONTEXT = 2
"""Rows that stay in view above and below the chosen judgement."""
_PATIENCE = 20
"""Refreshes after which a page is taken as laid out."""
_LEVELS = ("met", "partly", "missed", "no-occasion")


class ReviewScreen(DebriefScreen):
    """What the engine found in one contact, and what a lead finds."""

    CSS_PATH = styles("transcript", "debrief", "review")
    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self, contact: Contact, called: str = "") -> None:
        """*called*: what the trainee is called, where it is known."""
        super().__init__(contact)
        self._called = called
        self._placed: tuple[OptionList, int] | None = None
        """What was highlighted without a key, and has not been moved since."""

    def anew(self) -> ReviewScreen:
        return ReviewScreen(self.contact, self._called)

    def review_words(self, key: str, **values: object) -> str:
        return REVIEW.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.review_words("help.review")

    def heading(self) -> str:
        title = self.contact.scenario.title.of(self.language)
        trainee = self._called or self.contact.trainee
        return self.review_words("title", title=title, trainee=trainee)

    def agent(self) -> str:
        return DRILL.say("watch.agent", self.language)

    # ------------------------------------------------------------ what is shown

    @property
    def review(self) -> Review | None:
        """None while grading, and where there is no scorecard to review."""
        desk = self.debrief.desk if self.debrief is not None else None
        return desk.review if desk is not None else None

    @property
    def turn(self) -> int:
        """The reply of the page; 0 for the result and for what came after the last reply."""
        page = self.page
        return page.turn if page is not None and page.kind == "reply" else 0

    def details(self, page: Page, width: int) -> list[Widget]:
        assert self.debrief is not None
        engine = super().details(page, width)
        if self.review is None or page.kind == "after":
            return engine
        notes = lead_notes(self.debrief, self.turn, self.language, title="lead.title-own")
        head = Prose(T(self.review_words("items"), "bold underline"), self.language)
        options = OptionList(*map(self._option, self._judgements()), id="judgements")
        says = Prose(T(self.review_words("engine-says"), "bold underline"), self.language)
        return [*notes, head, options, says, *engine]

    async def select(self, number: int) -> None:
        await super().select(number)
        self._choose(None)

    async def fit(self) -> None:
        """The page is drawn anew for the new width; what was chosen stays chosen, and in view."""
        chosen = self._chosen_item
        await super().fit()
        self._choose(chosen)
        self._placed = None  # the view follows
        self.call_after_refresh(self._settle)

    def _choose(self, item: str | None) -> None:
        """Highlight a judgement of the page, or the first, without moving the page."""
        for judgements in self.query("#judgements").results(OptionList):
            ids = [option.id for option in judgements.options]
            judgements.highlighted = ids.index(item) if item in ids else 0
            self._placed = (judgements, judgements.highlighted)
            judgements.focus(scroll_visible=False)

    async def _tell_step(self) -> None:
        """A step of a programme is the trainee's matter."""

    def lead_part(self, page: Page) -> list[Widget]:  # noqa: ARG002 - stands elsewhere here
        return []

    def _judgements(self) -> list[Judgement]:
        """Of the page, marks first."""
        assert self.review is not None
        order = {name: at for at, name in enumerate(("passed", "total", *DIMENSIONS))}
        found = [j for (t, _), j in self.review.verdict.judgements.items() if t == self.turn]
        return sorted(found, key=lambda j: order.get(j.item, len(order)))

    def _option(self, judgement: Judgement) -> Option:
        return Option(self._shown(judgement), id=judgement.item)

    def _shown(self, judgement: Judgement) -> Content:
        assert self.debrief is not None
        title = item_title(judgement.item, self.debrief.titles, self.language)
        engine = value_text(judgement.engine, self.language)
        line = T(f"{title}  ", "bold") + T(engine)
        lead = beside(self.debrief, judgement.turn, judgement.item, self.language)
        return line + T(f"  {lead}", "bold $text-success") if lead else line

    @property
    def _chosen_item(self) -> str | None:
        """The item that is highlighted."""
        for judgements in self.query("#judgements").results(OptionList):
            option = judgements.highlighted_option
            return str(option.id) if option is not None else None
        return None

    @on(OptionList.OptionHighlighted, "#judgements")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        """The view follows the arrow keys, not what a page begins with: that starts at the reply."""
        if (event.option_list, event.option_index) != self._placed:
            self._placed = None
            self._follow_chosen()

    def _follow_chosen(self) -> None:
        """The list does not scroll by itself: it is as high as all of it, inside what scrolls."""
        found = list(self.query("#judgements").results(OptionList))
        if not found or found[0].highlighted is None:
            return
        options, chosen, pane = found[0], found[0].highlighted, self.reading_pane
        width = max(options.size.width, 1)
        heights = [-(-cells(str(o.prompt)) // width) for o in options.options]
        top = options.region.y + sum(heights[:chosen])
        bottom = top + heights[chosen]
        above = pane.region.y + _CONTEXT - top
        below = bottom + _CONTEXT - pane.region.bottom
        if above > 0:
            pane.scroll_relative(y=-above, animate=False)
        elif below > 0:
            pane.scroll_relative(y=below, animate=False)

    # ------------------------------------------------------------ what a lead does

    @on(OptionList.OptionSelected, "#judgements")
    def _override(self, event: OptionList.OptionSelected) -> None:
        assert self.debrief is not None
        assert self.review is not None
        item, turn = str(event.option.id), self.turn
        judgement = self.review.verdict.judgement(turn, item)
        now = value_text(judgement.value if judgement else None, self.language)
        title = item_title(item, self.debrief.titles, self.language)
        form = Form(
            self.review_words("form.override", item=title),
            [f"{place_name(turn, self.language)}  {self.review_words('form.was', value=now)}"],
            choices=self._choices(item),
            points=item == "total" or item in DIMENSIONS,
            label=self.review_words("form.reason"),
        )

        async def save(value: str, reason: str) -> None:
            await self._store(lambda review: review.override(turn, item, value, reason))

        self._open(form, save)

    def _choices(self, item: str) -> list[tuple[str, str]]:
        if item == "passed":
            return [(v, value_text(v == "yes", self.language)) for v in ("yes", "no")]
        if item == "total" or item in DIMENSIONS:
            return []
        return [(level, value_text(level, self.language)) for level in _LEVELS]

    def action_undo(self) -> None:
        """Take back the override of the chosen judgement, or else the last one of all."""
        review = self.review
        if review is None:
            return
        found = review.last(self.turn, self._chosen_item) or review.last()
        if found is None:
            tell(self.app, self.review_words("nothing-to-undo"))
            return
        fact = found.fact
        self._record(lambda now: now.undo(fact))

    def action_comment(self) -> None:
        if self.review is None:
            return
        turn = self.turn
        place = place_name(turn, self.language)
        form = Form(
            self.review_words("form.comment", place=place), label=self.review_words("form.text")
        )

        async def save(_value: str, text: str) -> None:
            await self._store(lambda review: review.comment(turn, text))

        self._open(form, save)

    def action_answer(self) -> None:
        """Answer the request about this page, also anew, or else the one that has waited longest."""
        if self.review is None:
            return
        verdict = self.review.verdict
        here = [request for request in verdict.requests if request.turn == self.turn]
        request = next(iter((*here, *verdict.open_requests)), None)
        if request is None:
            tell(self.app, self.review_words("nothing-asked"))
            return
        place = place_name(request.turn, self.language)
        about = [f"{place}  {self.review_words('quote', words=request.text)}"]
        choices = {key: self.review_words(f"form.{key}") for key in ("upheld", "changed")}
        answer, chosen = verdict.answers.get(request.fact), "upheld"
        if answer is not None:
            chosen = "upheld" if answer.upheld else "changed"
            about.append(self.review_words("form.answered", answer=choices[chosen]))
        form = Form(
            self.review_words("form.answer"),
            about,
            choices=list(choices.items()),
            chosen=chosen,
            value_label=self.review_words("form.answers"),
            label=self.review_words("form.text"),
        )

        async def save(value: str, text: str) -> None:
            await self._store(lambda now: now.answer(request.fact, value == "upheld", text))

        self._open(form, save)

    def action_dispute(self) -> None:
        if self.review is None:
            return
        turn = self.turn
        if not turn:
            tell(self.app, self.review_words("only-replies"))
            return
        self._ask("dispute", lambda review: review.dispute(turn), turn=turn)

    def action_done(self) -> None:
        if self.review is None:
            return
        if self.review.verdict.reviewed:
            tell(self.app, self.review_words("already-done"))
            return
        self._ask("done", lambda review: review.done())

    def action_back(self) -> None:
        """To the list of what waits, where this was opened from it."""
        from simulator.tui.screens.waiting import WaitingScreen

        if any(isinstance(screen, WaitingScreen) for screen in self.app.screen_stack):
            self.app.pop_screen()
        else:
            self.dojo.go_home()

    # ------------------------------------------------------------ storing

    def _ask(self, what: str, make: Callable[[Review], Entry], **values: object) -> None:
        dialog = ConfirmScreen(
            self.review_words(f"{what}.title", **values),
            self.review_words(f"{what}.text"),
            self.review_words(f"{what}.yes"),
            self.review_words("done.no"),
        )

        def answered(sure: bool | None) -> None:
            if sure:
                self._record(make)

        self.app.push_screen(dialog, answered)

    def _open(self, form: Form, save: Save) -> None:
        def closed(stored: bool | None) -> None:
            if stored:
                self.run_worker(self._show_again())

        self.app.push_screen(ReviewForm(form, save), closed)

    def _record(self, make: Callable[[Review], Entry]) -> None:
        self.run_worker(self._store_and_show(make), group="record", exclusive=True)

    async def _store_and_show(self, make: Callable[[Review], Entry]) -> None:
        try:
            await self._store(make)
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
            return
        await self._show_again()

    async def _store(self, make: Callable[[Review], Entry]) -> None:
        """Store what *make* makes of the session as it is now; raises one of ``known_failures``."""
        assert self.debrief is not None
        call = partial(_stored, self.contact, make)
        desk = await self.dojo.backroom.ask(call)
        self.debrief = replace(self.debrief, desk=desk)

    async def _show_again(self) -> None:
        """The page with what has just been stored, at the same place."""
        self._notice("")
        page, chosen = self.page, self._chosen_item
        if page is None:
            return
        at = self.reading_pane.scroll_offset.y
        await self._explain(page)
        self._choose(chosen)
        self.call_after_refresh(self._settle, at)
        tell(self.app, self.review_words("saved"))

    def _settle(self, at: float | None = None, patience: int = _PATIENCE) -> None:
        """Back to where the page was scrolled to, and to what is chosen, once it is laid out."""
        options = next(iter(self.query("#judgements").results(OptionList)), None)
        if options is None:
            return
        if not options.region.height and patience:
            self.call_after_refresh(self._settle, at, patience - 1)
            return
        if at is not None:
            self.reading_pane.scroll_to(y=at, animate=False, immediate=True)
        self.call_after_refresh(self._follow_chosen)


def _stored(contact: Contact, make: Callable[[Review], Entry]) -> Desk:
    """Stores one entry and gives the session as it is then; for the back room.

    The session is read anew before: somebody else may have reviewed it meanwhile.
    """
    workplace, session = contact.workplace, contact.session_id
    record(workplace, [make(open_desk(workplace, session).review)])
    return open_desk(workplace, session)
