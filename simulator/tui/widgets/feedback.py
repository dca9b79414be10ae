"""What a reply earned and cost, in a few lines, with the words that did it.

What is said about the trainee's words, and a better wording, is in the language of the contact:
it is about that language. The names of scores and buttons are in that of the interface.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from scenarios.language import Language
from scenarios.model import Handbook
from scoring.feedback.lines import sign_of
from simulator.line.live_lines import live_lines
from simulator.tui.draw import T, rows
from simulator.tui.widgets.prose import Prose
from simulator.words.app import APP

if TYPE_CHECKING:
    from scoring.model import Finding, ReplyGrade
    from simulator.line.live_lines import Line

Numbers = Mapping[str, str]

__all__ = ["FeedbackCard", "Numbers", "Voice", "clause_numbers", "feedback_content", "marked_reply"]

_MOST_EARNED = 2
_MOST_COST = 3
_MOST_MISSING = 1
"""Beside something that cost; one more where nothing did."""
_QUOTE = 40
"""Characters of the trainee's words that are quoted at most; the debrief shows all."""


@dataclass(frozen=True, slots=True)
class Voice:
    """In which words feedback is told."""

    language: Language
    """Of the interface."""
    spoken: Language
    """Of the contact."""
    numbers: Numbers
    """Clause id to the number under which people know it."""


class FeedbackCard(Prose):
    """Sits below the reply it is about; folded, it is the line with the scores."""

    def __init__(self, turn: int, grade: ReplyGrade, voice: Voice) -> None:
        self._full = feedback_content(grade, voice)
        super().__init__(self._full, voice.spoken, classes="feedback")
        language = voice.language
        way_out = T(f"  {APP.say('call.unfold', language)}", "dim")
        self._short = _scores(grade, language) + way_out
        self.border_title = T(APP.say("feedback.title-turn", language, turn=turn))

    def fold(self, folded: bool) -> None:
        """Show the scores only, or everything."""
        self.set_class(folded, "-folded")
        self.show(self._short if folded else self._full)


def clause_numbers(handbook: Handbook) -> Numbers:
    """Clause id to the number under which people know it."""
    return {clause.id: clause.number for clause in handbook.clauses}


def feedback_content(grade: ReplyGrade, voice: Voice) -> Content:
    """Scores, the heaviest findings with quoted words, and a better wording."""
    told = live_lines(grade.findings)
    missing = told.missing[: _MOST_MISSING if told.cost else _MOST_MISSING + 1]
    reply = grade.reading.text
    lines = [_scores(grade, voice.language)]
    lines += [_line("earned", line, reply, voice) for line in told.earned[:_MOST_EARNED]]
    lines += [_line("cost", line, reply, voice) for line in told.cost[:_MOST_COST]]
    lines += [_line("missing", line, reply, voice) for line in missing]
    lines += _instead([line[0] for line in (*told.cost, *missing)], voice)
    if len(lines) == 1:
        lines.append(T(APP.say("feedback.none", voice.language)))
    return rows(*lines)


def _instead(costs: Sequence[Finding], voice: Voice) -> list[Content]:
    """A better wording for what cost most; without one what to do instead."""
    words = next((f.better for f in costs if f.better is not None), None)
    advice = next((f.advice for f in costs if f.advice is not None), None)
    name = "feedback.better" if words is not None else "feedback.advice"
    head = T(f"→ {APP.say(name, voice.language)} ", "bold")
    if words is not None:
        return [head + T(_quote(words.of(voice.spoken), voice.spoken))]
    return [head + T(advice.of(voice.spoken).strip())] if advice is not None else []


def marked_reply(grade: ReplyGrade) -> Content:
    """The reply with the words underlined that cost, and in bold that earned."""
    content = T(grade.reading.text)
    if content.plain != grade.reading.text:
        return content  # spans count characters of the reply as typed
    for finding in grade.findings:
        sign = sign_of(finding)
        if finding.span is not None and sign != "*":
            style = "underline $text-error" if sign == "-" else "bold"
            content = content.stylize(style, finding.span.start, finding.span.end)
    return content


def _scores(grade: ReplyGrade, language: Language) -> Content:
    parts = []
    for dimension in ("empathy", "policy", "resolution"):
        score = grade.scores.get(dimension)
        shown = APP.say("feedback.unknown", language) if score is None else str(score)
        parts.append(f"{APP.say(f'feedback.{dimension}', language)} {shown}")
    return T("　".join(parts) if language == "ja" else "   ".join(parts), "bold")


_STYLES = {"earned": "$text-success", "cost": "$text-error", "missing": "$text-warning"}


def _line(kind: str, line: Line, reply: str, voice: Voice) -> Content:
    spoken, finding = voice.spoken, line[0]
    sign = APP.say(f"feedback.{kind}", spoken)
    told = " ".join(
        f"{sign}{abs(found.points) or ''} {APP.say(f'feedback.{found.dimension}', voice.language)}"
        for found in line
    )
    content = T(f"{told} ", _STYLES[kind])
    if finding.span is not None:
        words = reply[finding.span.start : finding.span.end]
        if words.strip():
            content += T(_quote(_short(words), spoken), "underline") + T(" ")
    return content + T(finding.message.of(spoken)) + _clause(finding, voice)


def _clause(finding: Finding, voice: Voice) -> Content:
    if finding.clause is None:
        return T("")
    number = voice.numbers.get(finding.clause, finding.clause)
    return T(f" [{APP.say('feedback.clause', voice.language, number=number)}]", "dim")


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _QUOTE else f"{flat[: _QUOTE - 1]}…"


def _quote(words: str, language: Language) -> str:
    return APP.say("quote", language, words=words)
