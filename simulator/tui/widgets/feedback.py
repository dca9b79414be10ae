"""What a reply earned and cost, in a few lines, with the words that did it.

What is said about the trainee's words, and a better wording, is in the language of the contact:
it is about that language. The names of scores and buttons are in that of the interface.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from scenarios.language import Language
from scenarios.model import Handbook
from simulator.tui.draw import T, rows
from simulator.tui.widgets.prose import Prose
from simulator.words_app import APP

if TYPE_CHECKING:
    from scoring.model import Finding, ReplyGrade

Numbers = Mapping[str, str]

__all__ = ["FeedbackCard", "Numbers", "clause_numbers", "feedback_content", "marked_reply"]

_MOST_EARNED = 2
_MOST_COST = 3
_QUOTE = 40
"""Characters of the trainee's words that are quoted at most; the debrief shows all."""


class FeedbackCard(Prose):
    """Sits below the reply it is about; folded, it is the line with the scores."""

    def __init__(
        self, turn: int, title: Content, full: Content, short: Content, spoken: Language
    ) -> None:
        super().__init__(full, spoken, classes="feedback")
        self.turn = turn
        self._full = full
        self._short = short
        self.border_title = title

    @classmethod
    def of(
        cls,
        turn: int,
        grade: ReplyGrade,
        reply: str,
        language: Language,
        spoken: Language,
        numbers: Numbers,
    ) -> FeedbackCard:
        """The card on reply number *turn*."""
        title = T(APP.say("feedback.title-turn", language, turn=turn))
        short = T(f"{APP.say('feedback.title', language)} ", "bold") + _scores(grade, language)
        full = feedback_content(grade, reply, language, spoken, numbers)
        unfold = T(f"  {APP.say('call.unfold', language)}", "dim")
        return cls(turn, title, full, short + unfold, spoken)

    def fold(self, folded: bool) -> None:
        """Show the scores only, or everything."""
        self.set_class(folded, "-folded")
        self.show(self._short if folded else self._full)


def clause_numbers(handbook: Handbook) -> Numbers:
    """Clause id to the number under which people know it."""
    return {clause.id: clause.number for clause in handbook.clauses}


def feedback_content(
    grade: ReplyGrade,
    reply: str,
    language: Language,
    spoken: Language,
    numbers: Numbers | None = None,
) -> Content:
    """Scores, the heaviest findings with quoted words, and a better wording."""
    known = numbers or {}
    costs = sorted((f for f in grade.findings if f.points < 0), key=lambda f: f.points)
    earned = sorted((f for f in grade.findings if f.points > 0), key=lambda f: -f.points)
    lines = [_scores(grade, language)]
    lines += [_line("earned", f, reply, spoken) + _clause(f, language, known) for f in earned[:_MOST_EARNED]]
    lines += [_line("cost", f, reply, spoken) + _clause(f, language, known) for f in costs[:_MOST_COST]]
    better = next((f.better for f in costs if f.better is not None), None)
    if better is not None:
        name = APP.say("feedback.better", language)
        lines.append(T(f"→ {name} ", "bold") + T(_quote(better.of(spoken), spoken)))
    if len(lines) == 1:
        lines.append(T(APP.say("feedback.none", language)))
    return rows(*lines)


def marked_reply(reply: str, grade: ReplyGrade) -> Content:
    """The reply with the words underlined that cost, and in bold that earned."""
    content = T(reply)
    if content.plain != reply:
        return content  # spans count characters of the reply as typed
    for finding in grade.findings:
        if finding.span is not None and finding.points:
            style = "underline $text-error" if finding.points < 0 else "bold"
            content = content.stylize(style, finding.span.start, finding.span.end)
    return content


def _scores(grade: ReplyGrade, language: Language) -> Content:
    parts = []
    for dimension in ("empathy", "policy", "resolution"):
        score = grade.scores.get(dimension)
        shown = APP.say("feedback.unknown", language) if score is None else str(score)
        parts.append(f"{APP.say(f'feedback.{dimension}', language)} {shown}")
    return T("　".join(parts) if language == "ja" else "   ".join(parts), "bold")


def _line(kind: str, finding: Finding, reply: str, spoken: Language) -> Content:
    style = "$text-success" if kind == "earned" else "$text-error"
    content = T(f"{APP.say(f'feedback.{kind}', spoken)}{abs(finding.points)} ", style)
    if finding.span is not None:
        words = reply[finding.span.start : finding.span.end]
        if words.strip():
            content += T(_quote(_short(words), spoken), "underline") + T(" ")
    return content + T(finding.message.of(spoken))


def _clause(finding: Finding, language: Language, numbers: Numbers) -> Content:
    if finding.clause is None:
        return T("")
    number = numbers.get(finding.clause, finding.clause)
    return T(f" [{APP.say('feedback.clause', language, number=number)}]", "dim")


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _QUOTE else f"{flat[: _QUOTE - 1]}…"


def _quote(words: str, language: Language) -> str:
    return APP.say("quote", language, words=words)
