"""The rows of the progress screen: bars and courses with their figures, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from scenarios.language import Language
from scenarios.width import cells, first_cells, padded
from simulator.practice.draw import OUTCOMES, bar, course
from simulator.practice.progress import FirstAcknowledgement, Missed, Series
from simulator.tui.draw import T, one_line, rows
from simulator.tui.learning import Learning
from simulator.tui.widgets.prose import wrapped
from simulator.words.app_today import TODAY
from simulator.words.practice import PRACTICE

__all__ = ["Row", "progress_rows"]

_BAR: Final = 10
_COURSE: Final = 12
_WIDE_COURSE: Final = 24
"""As many contacts where there is room."""
_INDENT: Final = 4
_FIGURES: Final = _BAR + 5 + 7 + _COURSE
"""Cells of bar, figure, course and up to 200 contacts, with the blanks between."""
_MISSED_SHOWN: Final = 5
_LATE_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list."""

    content: Content
    leads_to: str | tuple[str, int] | None = None
    """A skill or dimension, or a session and the number of a reply (0: its result); None: nothing
    can be picked here."""


def progress_rows(learning: Learning, language: Language, width: int) -> Iterator[Row]:
    """All rows, none wider than *width* cells."""
    yield from _skills(learning, language, width)
    legend = T(TODAY.say("progress.legend", language), "dim")
    yield Row(rows(wrapped(legend, width, language), T("")))
    yield from _most_missed(learning, language, width)
    yield from _acknowledged(learning, language, width)
    yield from _outcomes(learning, language, width)
    yield from _bests(learning, language, width)


def _head(key: str, language: Language, width: int) -> Row:
    words = TODAY if key in TODAY.table else PRACTICE
    return Row(wrapped(T(words.say(key, language), "bold underline"), width, language))


# ---------------------------------------------------------------- skills


def _skills(learning: Learning, language: Language, width: int) -> Iterator[Row]:
    progress = learning.progress
    found = [
        (indent, series)
        for dimension in progress.dimensions
        for indent, series in (
            ("", dimension),
            *(("  ", c) for c in progress.criteria if c.dimension == dimension.dimension),
        )
    ]
    longest = max(cells(indent + series.title.of(language)) for indent, series in found)
    beside = longest + 1 + _FIGURES <= width
    left = (longest + 1 if beside else _INDENT) + _FIGURES - _COURSE
    room = min(max(width - left, 0), _WIDE_COURSE)
    for indent, series in found:
        title = T(indent + series.title.of(language), "" if indent else "bold")
        figures = _figures(series, language, room)
        if beside:
            gap = longest - cells(title.plain) + 1
            yield Row(title + T(" " * gap) + figures, series.name)
        else:  # no room: the figures stand under their title
            yield Row(rows(_cut(title, width), T(f"{indent}  ") + figures), series.name)


def _figures(series: Series, language: Language, room: int) -> Content:
    if series.present is None:
        return T(PRACTICE.say("untold", language), "dim")
    count = TODAY.say("progress.n", language, count=f"{series.count:<3}")
    return (
        T(bar(series.present, _BAR), "$accent")
        + T(f" {series.present:>3} ", "bold")
        + T(f" {count} ", "dim")
        + T(course(series, room))
    )


# ---------------------------------------------------------------- the rest


def _most_missed(learning: Learning, language: Language, width: int) -> Iterator[Row]:
    missed = learning.progress.missed[:_MISSED_SHOWN]
    if not missed:
        return
    yield _head("missed.head", language, width)
    for one in missed:
        yield Row(wrapped(T(f"  {_missed(one, language)}"), width, language), one.skill.name)
    yield Row(T(""))


def _missed(one: Missed, language: Language) -> str:
    key = "missed.fault" if one.skill.fault else "missed.line"
    title = one.skill.title.of(language)
    return PRACTICE.say(key, language, title=title, missed=one.missed, chances=one.chances)


def _acknowledged(learning: Learning, language: Language, width: int) -> Iterator[Row]:
    yield _head("progress.acknowledged", language, width)
    for one in reversed(learning.progress.acknowledgements[-_LATE_SHOWN:]):
        title = learning.title(learning.contacts[one.session].scenario).of(language)
        told = f"  {learning.day(one.at).isoformat()}  {_first(one, language)}"
        line = T(told) + T(f"  {title}", "dim")
        yield Row(_cut(line, width), (one.session, one.turn or 0))
    yield Row(T(""))


def _first(one: FirstAcknowledgement, language: Language) -> str:
    if one.turn is None:
        return TODAY.say("progress.never", language)
    key = "progress.reply" if one.seconds is None else "progress.reply-timed"
    return TODAY.say(key, language, turn=one.turn, seconds=one.seconds)


def _outcomes(learning: Learning, language: Language, width: int) -> Iterator[Row]:
    progress = learning.progress
    yield _head("outcomes.head", language, width)
    names = {key: PRACTICE.say(f"outcome.{key}", language) for key in OUTCOMES}
    gutter = max(map(cells, names.values()))
    for key in OUTCOMES:
        if count := progress.outcomes.get(key, 0):
            drawn = bar(100 * count // progress.contacts, min(2 * _BAR, width - gutter - 8))
            line = T(f"  {padded(names[key], gutter)} ") + T(drawn, "$accent") + T(f" {count:>3}")
            yield Row(line)
    yield Row(T(""))


def _bests(learning: Learning, language: Language, width: int) -> Iterator[Row]:
    yield _head("bests.head", language, width)
    for scenario, best in sorted(learning.progress.bests.items()):
        title = learning.title(scenario).of(language)
        passed = PRACTICE.say("best.passed", language) if best.passed else ""
        line = T(f"  {best.total:>3}  ", "bold") + T(f"{title}  ") + T(passed, "$text-success")
        yield Row(_cut(line, width), (best.session, 0))


def _cut(line: Content, width: int) -> Content:
    """One row of at most *width* cells."""
    if cells(line.plain) <= width:
        return line
    kept = first_cells(line.plain, width - 1)
    return line[: len(kept) - 1] + one_line("…")
