"""Progress as plain text: bars and courses with their figures, readable without colour.

Lines keep to a width in cells, in which Japanese letters take two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scenarios.language import Language
from scenarios.width import cells, first_cells, padded
from simulator.practice.progress import FirstAcknowledgement, Missed, Progress, Series
from simulator.words.practice import PRACTICE

__all__ = ["FEW", "LEAST_WIDTH", "MOST_WIDTH", "OUTCOMES", "bar", "course", "progress_lines"]

LEAST_WIDTH: Final = 40
MOST_WIDTH: Final = 100
_STEPS: Final = "▁▂▃▄▅▆▇█"
_MISSED_SHOWN: Final = 5
_PLACES_SHOWN: Final = 2
_LATE_SHOWN: Final = 10
FEW: Final = 3
"""Contacts below which a figure is told to rest on little."""
_BAR: Final = 10
_COURSE: Final = 12
_FIGURES: Final = _BAR + _COURSE + 12
"""Cells of bar, course, the figure, up to 200 contacts and the blanks between."""
OUTCOMES: Final = ("good", "fair", "poor", "stopped", "unknown")

Wrap = Callable[[str, int], Sequence[str]]
"""Breaks one paragraph to a width in cells, as its language wants it."""


def bar(percent: int, width: int) -> str:
    """*width* cells of which *percent* are full; anything above 0 shows."""
    full = (percent * width + 50) // 100
    if percent > 0:
        full = max(full, 1)
    return "█" * full + "░" * (width - full)


def course(series: Series, width: int) -> str:
    """The newest *width* contacts, one letter each from 0 (▁) to 100 (█)."""
    newest = series.points[-width:] if width > 0 else ()
    return "".join(_STEPS[min(point.percent, 99) * len(_STEPS) // 100] for point in newest)


def progress_lines(progress: Progress, language: Language, width: int, wrap: Wrap) -> Iterator[str]:
    """The page, no line wider than *width* cells (at least 40, at most 100)."""
    width = min(max(width, LEAST_WIDTH), MOST_WIDTH)
    say = PRACTICE.say
    if not progress.contacts:
        yield from wrap(say("progress.none", language), width)
        return
    yield from wrap(say("progress.head", language, count=progress.contacts), width)
    if progress.contacts < FEW:
        yield from wrap(say("progress.few", language), width)
    yield ""
    yield from _skills(progress, language, width)
    yield from wrap(say("progress.legend", language), width)
    yield ""
    yield from _most_missed(progress.missed, language, width, wrap)
    yield from _acknowledged(progress.acknowledgements, language, width, wrap)
    yield from _outcomes(progress, language, width)
    yield from _bests(progress, language, width)


def _skills(progress: Progress, language: Language, width: int) -> Iterator[str]:
    rows = [
        (indent, series)
        for dimension in progress.dimensions
        for indent, series in (
            ("", dimension),
            *(("  ", c) for c in progress.criteria if c.dimension == dimension.dimension),
        )
    ]
    longest = max(cells(indent + series.title.of(language)) for indent, series in rows)
    beside = longest + _FIGURES <= width
    for indent, series in rows:
        title, figures = indent + series.title.of(language), _figures(series, language)
        if beside:
            yield f"{padded(title, longest)} {figures}"
        else:  # no room: the figures stand under their title
            yield _cut(title, width)
            yield f"{indent}  {figures}"


def _figures(series: Series, language: Language) -> str:
    """Bar, figure, course and number of contacts."""
    if series.present is None:
        return PRACTICE.say("untold", language)
    drawn = f"{bar(series.present, _BAR)} {series.present:>3} {course(series, _COURSE):<{_COURSE}}"
    return f"{drawn} ({series.count})"


def _most_missed(
    missed: Sequence[Missed], language: Language, width: int, wrap: Wrap
) -> Iterator[str]:
    if not missed:
        return
    yield PRACTICE.say("missed.head", language)
    for one in missed[:_MISSED_SHOWN]:
        key = "missed.fault" if one.skill.fault else "missed.line"
        text = PRACTICE.say(
            key,
            language,
            title=one.skill.title.of(language),
            missed=one.missed,
            chances=one.chances,
        )
        yield from _hanging(text, "  ", width, wrap)
        for session, turn in one.places[:_PLACES_SHOWN]:
            place = PRACTICE.say("missed.place", language, session=session, turn=turn)
            yield from _hanging(place, "    ", width, wrap)
    yield ""


def _acknowledged(
    firsts: Sequence[FirstAcknowledgement], language: Language, width: int, wrap: Wrap
) -> Iterator[str]:
    shown = firsts[-_LATE_SHOWN:]
    if not shown:
        return
    figures = [
        PRACTICE.say("acknowledged.never", language)
        if one.turn is None
        else str(one.turn)
        if one.seconds is None
        else PRACTICE.say("acknowledged.timed", language, turn=one.turn, seconds=one.seconds)
        for one in shown
    ]
    joint = "、" if language == "ja" else ", "
    yield from wrap(PRACTICE.say("acknowledged.head", language, count=len(shown)), width)
    yield from _hanging(joint.join(figures), "  ", width, wrap)
    yield ""


def _outcomes(progress: Progress, language: Language, width: int) -> Iterator[str]:
    yield PRACTICE.say("outcomes.head", language)
    names = {key: PRACTICE.say(f"outcome.{key}", language) for key in OUTCOMES}
    gutter = max(map(cells, names.values()))
    for key in OUTCOMES:
        count = progress.outcomes.get(key, 0)
        if count:
            percent = 100 * count // progress.contacts
            drawn = bar(percent, min(20, width - gutter - 8))
            yield f"  {padded(names[key], gutter)} {drawn} {count:>3}"
    yield ""


def _bests(progress: Progress, language: Language, width: int) -> Iterator[str]:
    yield PRACTICE.say("bests.head", language)
    for scenario, best in sorted(progress.bests.items()):
        passed = PRACTICE.say("best.passed" if best.passed else "best.open", language)
        yield _cut(f"  {best.total:>3} {passed} {scenario}", width)


def _hanging(text: str, indent: str, width: int, wrap: Wrap) -> Iterator[str]:
    for line in wrap(text, width - len(indent)):
        yield indent + line


def _cut(text: str, width: int) -> str:
    return text if cells(text) <= width else first_cells(text, width - 1)
