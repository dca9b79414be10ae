"""What leads found about a page of the debrief, in a box of its own beside the engine's words."""

from __future__ import annotations

from textual.containers import Vertical

from scenarios.language import Language
from simulator.team.review_text import verdict_lines
from simulator.tui.after import Debrief
from simulator.tui.draw import T
from simulator.tui.widgets.prose import Prose
from simulator.words.review import REVIEW

__all__ = ["lead_notes"]


def lead_notes(
    debrief: Debrief, turn: int, language: Language, *, title: str = "lead.title"
) -> list[Vertical]:
    """The box for one reply, or for the whole contact (0); none where nobody said anything."""
    if debrief.desk is None:
        return []
    lines = verdict_lines(debrief.desk.review.verdict, turn, debrief.titles, language)
    if not lines:
        return []
    box = Vertical(*(Prose(T(line), language) for line in lines), classes="lead-notes")
    box.border_title = T(REVIEW.say(title, language))
    return [box]
