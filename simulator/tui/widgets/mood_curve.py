"""How the customer's anger and trust went over the replies, as bars with figures.

Every column carries its value and its turn in figures, and the turn where it tipped has a sign of
its own, so nothing hangs on colour or on how a terminal draws blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from scenarios.language import Language
from simulator.machine.wrap import cells
from simulator.tui.draw import T, rows
from simulator.words.app_debrief import DEBRIEF

if TYPE_CHECKING:
    from textual.geometry import Size

    from simulator.engine.state import MoodPoint

__all__ = ["MoodCurve", "mood_chart"]

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_SHOWN = (("anger", "$text-error"), ("trust", "$text-success"))
_COLUMN = 4
"""Cells of one turn: three for bar and figure, one between."""
TALL = 3
"""Rows of a bar where there is room."""


def mood_chart(
    points: Sequence[MoodPoint],
    tipped: int | None,
    width: int,
    language: Language,
    *,
    height: int = TALL,
) -> Content:
    """The chart in *width* cells; more turns than fit go on below. Bars are *height* rows."""
    if not points:
        return T(DEBRIEF.say("curve.none", language))
    names = {name: DEBRIEF.say(f"curve.{name}", language) for name, _ in _SHOWN}
    gutter = max(map(cells, (*names.values(), DEBRIEF.say("curve.turns", language)))) + 1
    fitting = max((width - gutter) // _COLUMN, 1)
    lines: list[Content] = []
    for first in range(0, len(points), fitting):
        part = points[first : first + fitting]
        for name, style in _SHOWN:
            values = [getattr(point.mood, name) for point in part]
            lines += _bars(names[name], values, style, gutter, height)
        lines.append(_figures(DEBRIEF.say("curve.turns", language), part, tipped, gutter))
    if tipped is not None:
        lines.append(T(DEBRIEF.say("curve.tipped", language, turn=tipped), "bold"))
    return rows(*lines)


def _bars(name: str, values: list[int], style: str, gutter: int, height: int) -> list[Content]:
    lines = []
    for row in reversed(range(height)):
        drawn = "".join(_block(value, row, height) * 3 + " " for value in values)
        lines.append(T(" " * gutter) + T(drawn.rstrip() or " ", style))
    figures = "".join(f"{value:>3} " for value in values)
    return [*lines, T(_padded(name, gutter), "bold") + T(figures.rstrip())]


def _block(value: int, row: int, height: int) -> str:
    """One cell of a bar: full, empty, or the eighth that is reached in this row."""
    eighths = (value * height * 8 + 50) // 100 - row * 8
    if row == 0:
        eighths = max(eighths, 1)  # a bar at nought can still be seen to be there
    return _EIGHTHS[max(0, min(eighths, 8))]


def _figures(name: str, part: Sequence[MoodPoint], tipped: int | None, gutter: int) -> Content:
    marks = (
        f"{'▲' if tipped is not None and p.turn == tipped else ''}{p.turn}".rjust(3) + " "
        for p in part
    )
    return T(_padded(name, gutter) + "".join(marks).rstrip(), "dim")


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


class MoodCurve(Widget):
    """The chart at its own width."""

    ALLOW_SELECT = False

    def __init__(
        self,
        points: Sequence[MoodPoint],
        tipped: int | None,
        language: Language,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._points = tuple(points)
        self._tipped = tipped
        self._language: Language = language

    def chart(self, width: int) -> Content:
        """What is drawn at this width; bars are flat in low windows."""
        height = 1 if self.screen.size.height < 24 else TALL
        return mood_chart(self._points, self._tipped, width, self._language, height=height)

    def render(self) -> Content:
        return self.chart(self.content_size.width or 40)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return self.chart(width).plain.count("\n") + 1 if width else 0
