"""What helps the trainee during a contact: the hint, and feedback on each reply.

Who gets to see it is decided here, and whether in full or folded to a line each; how it looks is
the business of the widgets, what is wrong with a reply the judge's.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from simulator.tui.failures import failure_text, known_failures, went_on_elsewhere
from simulator.tui.widgets.transcript import EntryBox, Transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scoring.model import ReplyGrade
    from simulator.contact import Contact
    from simulator.tui.screens.call import CallScreen
    from simulator.tui.widgets.coach import Coach

__all__ = ["Guidance"]

_FOLDED_BELOW = 24
"""Lines of a window that are needed for hint and feedback in full beside the last exchange."""


class Guidance:
    """The guidance on one call screen."""

    def __init__(self, screen: CallScreen) -> None:
        self._screen = screen
        self._chosen: bool | None = None
        """What the person chose; None: by the height of the window."""
        self._folded = False
        self._asked_for = 0
        """Number of the reply that the hint shown was asked for."""

    # ------------------------------------------------------------ folding

    def toggle(self) -> None:
        """Show hint and feedback in full, or a line of each."""
        self._chosen = not self._folded
        self.fit()

    def fit(self) -> None:
        """Fold or unfold as the window and the person want it."""
        low = self._screen.size.height < _FOLDED_BELOW
        folded = low if self._chosen is None else self._chosen
        if folded != self._folded:
            self._folded = folded
            self.fold_all()

    def fold_all(self) -> None:
        """Bring every part in line; for parts that have just been mounted, too."""
        from simulator.tui.widgets.coach import Coach
        from simulator.tui.widgets.feedback import FeedbackCard

        for part in (*self._screen.query(Coach), *self._screen.query(FeedbackCard)):
            part.fold(self._folded)
        self._thread.to_end()

    # ------------------------------------------------------------ hints

    async def advise(self) -> None:
        """Bring what the coach says unasked in line with the contact; asking the judge takes time."""
        contact = self._screen.contact
        told: tuple[str | None, tuple[str, ...]] = (None, ())
        if contact.mode == "guided" and not contact.ended:
            with suppress(*known_failures()):
                told = await self._screen.dojo.backroom.ask(lambda: _unasked(contact))
        for coach in self._coaches():
            coach.advise(*told)
            if self._asked_for != contact.turn or contact.ended:
                coach.answer(None)
        self._thread.to_end()

    async def ask(self, notice: Callable[[str], None]) -> None:
        """The next hint, or a *notice* why there is none."""
        contact = self._screen.contact
        turn = contact.turn
        try:
            answer = await self._screen.dojo.backroom.ask(contact.ask_hint)
        except known_failures() as error:
            if went_on_elsewhere(error):
                self._screen.offer_as_it_stands()
                return
            notice(failure_text(error, self._screen.language))
            return
        notice("")
        if contact.turn == turn and not contact.ended:
            self._asked_for = turn
            for coach in self._coaches():
                coach.answer(answer)
                coach.scroll_home(animate=False)
            self._thread.to_end()

    def _coaches(self) -> Iterable[Coach]:
        from simulator.tui.widgets.coach import Coach

        return self._screen.query(Coach)

    # ------------------------------------------------------------ feedback

    async def after_reply(self, turn: int) -> None:
        """Feedback on the reply that was just sent."""
        if self._wants_feedback():
            contact = self._screen.contact
            box = self._thread.boxes("agent")[-1]
            grade = await self._screen.dojo.backroom.ask(partial(contact.grade, turn))
            await self._add(turn, grade, box)

    async def of_earlier_replies(self) -> None:
        """What was there before the contact was interrupted."""
        contact = self._screen.contact
        turns = range(1, contact.turn)
        if not turns or not self._wants_feedback():
            return
        boxes = self._thread.boxes("agent")
        grades = await self._screen.dojo.backroom.ask(lambda: [contact.grade(t) for t in turns])
        with self._screen.app.batch_update():
            for turn, grade, box in zip(turns, grades, boxes, strict=False):
                await self._add(turn, grade, box)

    def _wants_feedback(self) -> bool:
        mode = self._screen.contact.mode
        wanted = self._screen.dojo.setting("feedback", "turn") == "turn"
        return mode == "guided" or (mode == "practice" and wanted)

    @property
    def _thread(self) -> Transcript:
        return self._screen.query_one(Transcript)

    async def _add(self, turn: int, grade: ReplyGrade, box: EntryBox) -> None:
        from simulator.tui.widgets import feedback

        if not box.is_attached:
            return
        box.body.show(feedback.marked_reply(grade))
        contact = self._screen.contact
        numbers = feedback.clause_numbers(contact.handbook)
        voice = feedback.Voice(self._screen.language, contact.language, numbers)
        card = feedback.FeedbackCard(turn, grade, voice)
        card.fold(self._folded)
        await self._thread.add(card, after=box)


def _unasked(contact: Contact) -> tuple[str | None, tuple[str, ...]]:
    from simulator.hints import open_duties, unasked

    return unasked(contact), open_duties(contact)
