"""Findings numbered, and the words of a reply marked with the numbers.

The mark is an underline with a tag such as [-1] or [-1+2] behind it, so that it can be read without
colour and found again in the list of findings. What a finding means is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from scoring.feedback.lines import Sign, sign_of, told_as_one
from scoring.model import Dimension, Finding, Span
from simulator.tui.draw import T

__all__ = ["Mark", "marked_words", "numbered"]

STYLES: dict[Sign, str] = {
    "+": "bold underline $text-success",
    "-": "underline $text-error",
    "*": "underline $text-warning",
}
TAG_STYLES: dict[Sign, str] = {
    "+": "bold $text-success",
    "-": "bold $text-error",
    "*": "bold $text-warning",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Findings that say the same of the same words; one comment of the debrief."""

    number: int
    sign: Sign
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def span(self) -> Span | None:
        return self.first.span

    @property
    def short(self) -> str:
        """Sign and number, such as -1."""
        return f"{self.sign}{self.number}"

    @property
    def tag(self) -> str:
        """How it is called in the list of comments."""
        return f"[{self.short}]"

    @property
    def points(self) -> tuple[tuple[Dimension, int], ...]:
        """What it earned or cost in each dimension it touched."""
        return tuple((f.dimension, f.points) for f in self.findings if f.points)


def numbered(findings: Iterable[Finding], faults: frozenset[str] = frozenset()) -> tuple[Mark, ...]:
    """Marks in the order of the findings; what is said alike of the same words makes one mark, and
    what has nothing to say makes none.

    *faults* are the rules that count as a cost even where no points were left to lose.
    """
    groups = told_as_one(findings, lambda finding: sign_of(finding, faults))
    return tuple(
        Mark(number, sign_of(group[0], faults), group)
        for number, group in enumerate(groups, start=1)
    )


def marked_words(reply: str, marks: Sequence[Mark]) -> Content:
    """The reply as typed, its marked words underlined and followed by their tags."""
    content = T(reply)
    placed = [m for m in marks if m.span is not None and _inside(m.span, reply)]
    if content.plain != reply:
        return content  # spans count characters of the reply as typed
    # What cost is laid over what earned, where the words overlap.
    for mark in sorted(placed, key=lambda m: "*+-".index(m.sign)):
        span = mark.span
        assert span is not None
        content = content.stylize(STYLES[mark.sign], span.start, span.end)
    parts: list[Content] = []
    start = 0
    for end in sorted({m.span.end for m in placed if m.span}):
        parts.append(content[start:end])
        ending = [m for m in placed if m.span is not None and m.span.end == end]
        parts += [T("["), *(T(m.short, TAG_STYLES[m.sign]) for m in ending), T("]")]
        start = end
    parts.append(content[start:])
    return Content("").join(parts)


def _inside(span: Span, reply: str) -> bool:
    return 0 <= span.start < span.end <= len(reply)
