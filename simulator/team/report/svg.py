"""Small drawings for a printed page: bars and a row of points, with words for those who hear them.

Nothing is told by colour alone: length, position and fill carry the meaning, and the figure itself
always stands beside the drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

__all__ = ["bar", "points"]

_WIDTH, _HEIGHT = 200, 14
_LEFT, _TOP, _TALL, _WIDE = 34, 10, 130, 640


def bar(percent: float | None, alt: str, line: int | None = None) -> str:
    """A bar from 0 to 100; *line* draws a mark across it. None: an empty track."""
    length = 0 if percent is None else round(max(0.0, min(100.0, percent)) * _WIDTH / 100)
    mark = ""
    if line is not None:
        at = round(line * _WIDTH / 100)
        mark = f'<path class="mark" d="M{at} 0V{_HEIGHT}"/>'
    return (
        f'<svg class="bar" role="img" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}"><title>{escape(alt)}</title>'
        f'<rect class="track" x=".5" y="2.5" width="{_WIDTH - 1}" height="9"/>'
        f'<rect class="fill" x="0" y="2" width="{length}" height="10"/>{mark}</svg>'
    )


def points(values: Sequence[tuple[int, bool]], line: int, alt: str) -> str:
    """Values of 0 to 100 from left to right; filled where the second of a pair is true."""
    room = _WIDE - _LEFT - 12
    step = room / max(1, len(values) - 1)

    def across(index: int) -> float:
        return round(_LEFT + 6 + (index * step if len(values) > 1 else room / 2), 1)

    def down(value: int) -> float:
        return round(_TOP + _TALL * (100 - value) / 100, 1)

    path = " ".join(f"{across(i)},{down(v)}" for i, (v, _) in enumerate(values))
    dots = "".join(
        f'<circle class="{"fill" if full else "open"}" cx="{across(i)}" cy="{down(v)}" r="4"/>'
        for i, (v, full) in enumerate(values)
    )
    scale = "".join(
        f'<path class="grid" d="M{_LEFT} {down(v)}H{_WIDE}"/>'
        f'<text x="{_LEFT - 6}" y="{down(v) + 4}" text-anchor="end">{v}</text>'
        for v in (0, 50, 100)
    )
    return (
        f'<svg class="points" role="img" viewBox="0 0 {_WIDE} {_TOP + _TALL + 12}">'
        f"<title>{escape(alt)}</title>{scale}"
        f'<path class="mark dashed" d="M{_LEFT} {down(line)}H{_WIDE}"/>'
        f'<polyline class="run" points="{path}"/>{dots}</svg>'
    )
