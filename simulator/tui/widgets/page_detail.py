"""What is told about one page of the debrief, as widgets for the pane beside or below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from scenarios.language import Language
from simulator.better_end import better_end
from simulator.reflection import reflection_text
from simulator.tui.after import Debrief, Page
from simulator.tui.draw import T, rows
from simulator.tui.widgets.mood_curve import MoodCurve
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.score_text import (
    criteria_text,
    dimension_bars,
    gate_lines,
    verdict_text,
)
from simulator.tui.widgets.turn_text import turn_text
from simulator.words.app_debrief import DEBRIEF
from simulator.words.reflection import REFLECTION

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["page_detail"]


def page_detail(
    page: Page, debrief: Debrief, contact: Contact, language: Language, width: int
) -> list[Widget]:
    """The widgets that explain *page* in a pane of *width* cells."""
    if page.kind == "reply":
        text = turn_text(debrief, page.turn, language)
        return [Prose(text, language, classes="detail-text")]
    if page.kind == "after":
        return list(_behind(debrief, contact, language))
    return list(_result(debrief, contact, language, width))


# ---------------------------------------------------------------- the result


def _result(debrief: Debrief, contact: Contact, language: Language, width: int) -> Iterator[Widget]:
    card = debrief.card
    head = [
        verdict_text(debrief, language),
        dimension_bars(card.scores, debrief.passes.each, width, language),
    ]
    yield Prose(rows(*head), language, classes="detail-text")
    if card.gates:
        yield _part("gates", gate_lines(card.gates, debrief, language), language)
    yield from _practise(debrief, language)
    yield _title("mood", language)
    yield MoodCurve(debrief.moods, debrief.tipped, language, id="curve")
    yield _part("ending", [_ending(contact, language)], language)
    if card.why:
        why = [T(f"・{line.of(language)}") for line in card.why]
        if debrief.passed != card.passed:
            why.insert(0, T(DEBRIEF.say("verdict.by-rubric", language), "dim"))
        yield _part("why", why, language)
    strengths = _strengths(debrief, language)
    if strengths:
        yield _part("strengths", strengths, language)
    if debrief.reflection is not None:
        own = [T(line) for line in reflection_text(debrief.reflection, language)]
        title = T(REFLECTION.say("back", language), "bold underline")
        yield Prose(rows(title, *own), language, classes="detail-text", id="part-reflection")
    yield _part("criteria", [criteria_text(card.criteria, debrief, language)], language)


def _title(name: str, language: Language) -> Prose:
    return Prose(T(DEBRIEF.say(f"result.{name}", language), "bold underline"), language)


def _part(name: str, lines: list[Content], language: Language) -> Prose:
    title = T(DEBRIEF.say(f"result.{name}", language), "bold underline")
    return Prose(rows(title, *lines), language, classes="detail-text", id=f"part-{name}")


def _ending(contact: Contact, language: Language) -> Content:
    ending = contact.ending
    if ending is not None:
        better = better_end(contact, language)
        missing = [] if better is None else [T(better)]
        return rows(T(ending.title.of(language), "bold"), T(ending.note.of(language)), *missing)
    return T(DEBRIEF.say("result.stopped" if contact.stopped else "verdict.open", language))


def _practise(debrief: Debrief, language: Language) -> Iterator[Widget]:
    card = debrief.card
    if card.practise_next is None:
        return
    box = Vertical(
        Prose(T(card.practise_next.of(language)), language),
        id="practise",
    )
    box.border_title = T(DEBRIEF.say("result.practise", language))
    turn = card.practise_turn
    if turn is not None and debrief.grade(turn) is not None:
        box.compose_add_child(_buttons(turn, language))
    yield box


def _buttons(turn: int, language: Language) -> Widget:
    return Horizontal(
        Button(T(DEBRIEF.say("result.goto", language, turn=turn)), id="goto", variant="primary"),
        Button(T(DEBRIEF.say("result.redo", language, turn=turn)), id="redo"),
        classes="buttons",
    )


def _strengths(debrief: Debrief, language: Language) -> list[Content]:
    lines = []
    for finding in debrief.card.strengths:
        where = DEBRIEF.say("reply", language, turn=finding.turn)
        line = T(f"+ {where} ", "bold $text-success")
        grade = debrief.grade(finding.turn)
        if grade is not None and finding.span is not None:
            words = grade.reading.text[finding.span.start : finding.span.end]
            line += T(DEBRIEF.say("quote", language, words=words), "underline")
        lines.append(line + T(f" {finding.message.of(language)}"))
    return lines


# ---------------------------------------------------------------- what lay behind


def _behind(debrief: Debrief, contact: Contact, language: Language) -> Iterator[Widget]:
    customer = contact.scenario.customer
    yield _part("ending", [_ending(contact, language)], language)
    yield Prose(
        rows(_head("behind.who", language), T(customer.about.of(language))),
        language,
        classes="detail-text",
    )
    if debrief.untold:
        lines = [_head("behind.untold", language)]
        for fact in debrief.untold:
            lines.append(T(f"× {fact.name.of(language)}"))
            said = fact.says.all_wordings(contact.language) if fact.says else ()
            if said:
                told = DEBRIEF.say("behind.would-say", language, words=said[0])
                lines.append(T(f"   {told}", "dim"))
        yield Prose(rows(*lines), language, classes="detail-text", id="untold")
    elif debrief.told:
        yield Prose(DEBRIEF.say("behind.all-told", language), language, classes="detail-text")
    if debrief.told:
        told_lines = [T(f"◎ {fact.name.of(language)}") for fact in debrief.told]
        yield Prose(
            rows(_head("behind.told", language), *told_lines), language, classes="detail-text"
        )


def _head(key: str, language: Language) -> Content:
    return T(DEBRIEF.say(key, language), "bold underline")
