"""What one reply did: its scores, what moved the customer, and a comment for each mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from scenarios.language import Language, Text
from simulator.tui.after import Debrief, answers_to
from simulator.tui.draw import T, rows
from simulator.tui.marks import TAG_STYLES, Mark
from simulator.tui.widgets.score_text import clause_note, criteria_text, gate_name, score_line
from simulator.words.app_debrief import DEBRIEF

if TYPE_CHECKING:
    from scoring.model import ReplyGrade

__all__ = ["comment", "mood_move", "turn_text"]

_MOST_CAUSES = 3


def turn_text(debrief: Debrief, turn: int, language: Language) -> Content:
    """Everything about one reply."""
    grade = debrief.grade(turn)
    if grade is None:
        return T(DEBRIEF.say("turn.none", language))
    marks = debrief.marks(turn)
    parts = [score_line(grade.scores, debrief.passes.each, language)]
    parts += mood_move(debrief, turn, language)
    parts += [gate_name(gate, debrief, language) for gate in debrief.gates(turn)]
    parts += _comments(marks, grade, debrief, turn, language)
    parts += _moment(debrief, turn, language)
    parts += _answer(debrief, turn, language)
    criteria = criteria_text(
        grade.criteria, debrief, language, known=frozenset(m.first.rule for m in marks), turn=turn
    )
    if criteria.plain:
        parts += [T(""), T(DEBRIEF.say("turn.all", language), "bold underline"), criteria]
    return rows(*parts)


def mood_move(debrief: Debrief, turn: int, language: Language) -> list[Content]:
    """How anger and trust moved at this reply, and what moved them."""
    from simulator.engine.causes import cause_title

    moods = debrief.moods
    place = next((i for i, point in enumerate(moods) if point.turn == turn), 0)
    if not place:
        return []
    before, after = moods[place - 1].mood, moods[place].mood
    values = (("anger", before.anger, after.anger), ("trust", before.trust, after.trust))
    moved = DEBRIEF.say("and", language).join(
        f"{DEBRIEF.say(f'curve.{name}', language)} {old}→{new}" for name, old, new in values
    )
    causes = [cause_title(name).of(language) for name in moods[place].because[:_MOST_CAUSES]]
    listed = DEBRIEF.say("and", language).join(causes)
    because = DEBRIEF.say("turn.because", language, causes=listed) if causes else ""
    head = f"{DEBRIEF.say('turn.moved', language)}{DEBRIEF.say('stop', language)}"
    lines = [T(head, "bold") + T(moved) + T(because, "dim")]
    if turn == debrief.tipped:
        lines.append(T(DEBRIEF.say("turn.tipped", language), "bold"))
    return lines


def _comments(
    marks: Sequence[Mark], grade: ReplyGrade, debrief: Debrief, turn: int, language: Language
) -> list[Content]:
    if not marks:
        return [T(""), T(DEBRIEF.say("turn.none", language))]
    lines = [T(""), T(DEBRIEF.say("turn.words", language), "bold underline")]
    if any(mark.span for mark in marks):
        lines.append(T(DEBRIEF.say("turn.key", language), "dim"))
    told: set[Text | None] = {None, debrief.moment(turn)}  # which is told below
    for mark in marks:
        lines += comment(mark, grade.reading.text, debrief, language)
        if mark.sign == "+":
            continue
        words = next((f.better for f in mark.findings if f.better is not None), None)
        advice = next((f.advice for f in mark.findings if f.advice is not None), None)
        # What could be said instead is in the language of the contact, advice in the reader's.
        if words not in told:
            lines.append(_instead("turn.better", words, debrief.spoken, language))
        elif words is None and advice not in told:
            lines.append(_instead("turn.advice", advice, language, language))
        told |= {words, advice}  # one often serves several comments
    return lines


def _instead(key: str, text: Text | None, spoken: Language, language: Language) -> Content:
    told = text.of(spoken).strip() if text is not None else ""
    return T(f"  → {DEBRIEF.say(key, language)} ", "bold") + T(told, "italic")


def comment(mark: Mark, reply: str, debrief: Debrief, language: Language) -> list[Content]:
    """One comment: the words, what they did, why, and the clause behind it."""
    finding = mark.first
    head = T(f"{mark.tag} ", TAG_STYLES[mark.sign])
    if finding.span is not None:
        words = reply[finding.span.start : finding.span.end]
        head += T(DEBRIEF.say("quote", language, words=words), "underline") + T(" ")
    head += T(debrief.title(finding.rule).of(language), "bold")
    earned = "  ".join(f"{DEBRIEF.say(d, language)} {points:+d}" for d, points in mark.points)
    head += T(f"  {earned}" if earned else "", TAG_STYLES[mark.sign])
    why = T(f"  {finding.message.of(language)}")
    return [head, why + clause_note(finding.clause, debrief, language)]


def _moment(debrief: Debrief, turn: int, language: Language) -> list[Content]:
    """What the moment asked for, whatever the reply did: the measure to hold it against."""
    asked = debrief.moment(turn)
    if asked is None:
        return []
    head = T(DEBRIEF.say("turn.moment", language), "bold underline")
    return [T(""), head, T(asked.of(language).strip())]


def _answer(debrief: Debrief, turn: int, language: Language) -> list[Content]:
    said = [e.text for e in answers_to(debrief.pages, turn) if e.kind == "customer"]
    if not said:
        return []
    head = f"{DEBRIEF.say('turn.answer', language)}{DEBRIEF.say('stop', language)}"
    quoted = DEBRIEF.say("quote", language, words=said[0])
    return [T(""), T(head, "bold") + T(quoted)]
