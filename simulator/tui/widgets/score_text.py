"""Scores, criteria and gates as lines of text with a sign, a word and a bar each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from scenarios.language import Language
from scoring.model import DIMENSIONS, CriterionResult, Dimension, Level
from simulator.hints import hints_used_text
from simulator.machine.wrap import cells
from simulator.team.review_text import value_text
from simulator.tui.draw import T, rows
from simulator.words.app_debrief import DEBRIEF
from simulator.words.review import REVIEW

if TYPE_CHECKING:
    from scoring.model import GateResult
    from simulator.tui.after import Debrief

__all__ = [
    "beside",
    "criteria_text",
    "dimension_bars",
    "gate_lines",
    "gate_name",
    "score_line",
    "score_sign",
    "verdict_text",
]

_BAR = 20
_STEP = 20
"""Points between the signs ◎ ○ △ ×."""
_STYLES = {"◎": "$text-success", "○": "$text-success", "△": "$text-warning", "×": "$text-error"}
_LEVEL_STYLES = {
    Level.MET: "$text-success",
    Level.PARTLY: "$text-warning",
    Level.NOT_MET: "$text-error",
}


def score_sign(score: int | None, need: int) -> str:
    """◎ well over what a pass needs, ○ enough, △ short of it, × far from it."""
    if score is None:
        return "―"
    if score >= need:
        return "◎" if score >= need + _STEP else "○"
    return "△" if score >= need - _STEP else "×"


def score_line(
    scores: Mapping[Dimension, int | None], need: int, language: Language, *, short: bool = False
) -> Content:
    """The three scores in one line, such as 共感 64 ○; *short* for headings."""
    parts = []
    kind = "short." if short else ""
    for dimension in DIMENSIONS:
        score = scores.get(dimension)
        shown = "" if score is None else f" {score}"
        sign = score_sign(score, need)
        name = DEBRIEF.say(f"{kind}{dimension}", language)
        parts.append(T(f"{name}{shown} {sign}", _STYLES.get(sign, "dim")))
    return T("  ").join(parts)


def verdict_text(debrief: Debrief, language: Language) -> Content:
    """Pass or not, the total, what a pass needs."""
    card = debrief.card
    verdict = DEBRIEF.say(f"verdict.{verdict_name(debrief)}", language)
    need = (
        DEBRIEF.say("verdict.need", language, total=debrief.passes.total, each=debrief.passes.each)
        if debrief.mark is None
        else DEBRIEF.say("verdict.need-drill", language, mark=debrief.mark)
    )
    total = _score(card.total, language)
    head = T(f"{verdict}  {DEBRIEF.say('total', language)} {total}", "bold")
    lines = [head, T(need, "dim")]
    if debrief.stored_total is not None:
        lines.append(T(DEBRIEF.say("result.stored", language, total=debrief.stored_total)))
    if debrief.hints:
        lines.append(T(hints_used_text(debrief.hints, language), "dim"))
    return rows(*lines)


def verdict_name(debrief: Debrief) -> str:
    """passed, failed, stopped or open: a contact that was left is never a fail."""
    card = debrief.card
    if not debrief.ended:
        return "open"
    if card.extra.get("outcome") == "stopped":
        return "stopped"
    return "passed" if debrief.passed else "failed"


def _score(score: int | None, language: Language) -> str:
    if score is None:
        return DEBRIEF.say("cannot-tell", language)
    return DEBRIEF.say("points", language, points=score)


def dimension_bars(
    scores: Mapping[Dimension, int | None], need: int, width: int, language: Language
) -> Content:
    """A bar, a figure and a sign for each dimension."""
    names = {d: DEBRIEF.say(d, language) for d in DIMENSIONS}
    gutter = max(map(cells, names.values()))
    length = max(min(_BAR, width - gutter - 8), 4)
    lines = []
    for dimension, name in names.items():
        score = scores.get(dimension)
        head = T(name + " " * (gutter - cells(name) + 1))
        if score is None:
            untold = DEBRIEF.say("cannot-tell", language)
            lines.append(head + T(f"{score_sign(score, need)} {untold}", "dim"))
        else:
            lines.append(head + _bar(score, need, length))
    return rows(*lines)


def _bar(score: int, need: int, length: int) -> Content:
    sign = score_sign(score, need)
    full = (score * length + 50) // 100
    bar = "█" * full + "░" * (length - full)
    return T(f"{bar} {score:>3} {sign}", _STYLES[sign])


def gate_lines(gates: Iterable[GateResult], debrief: Debrief, language: Language) -> list[Content]:
    """Each gate that fell: what it does, where, why, and the rule behind it."""
    return [_gate(gate, debrief, language) for gate in gates]


def gate_name(gate: GateResult, debrief: Debrief, language: Language) -> Content:
    """What a gate does and what it is called, for places that tell the reason nearby."""
    effect = DEBRIEF.say(f"gate.{gate.effect}", language, cap=gate.cap or 0)
    title = debrief.title(gate.gate).of(language)
    return T(f"{effect}{DEBRIEF.say('stop', language)}{title}", "bold $text-error")


def _gate(gate: GateResult, debrief: Debrief, language: Language) -> Content:
    stop = DEBRIEF.say("stop", language)
    line = gate_name(gate, debrief, language)
    if gate.turn:
        line += T(f"  {DEBRIEF.say('reply', language, turn=gate.turn)}")
    grade = debrief.grade(gate.turn)
    if grade is not None and gate.span is not None:
        words = grade.reading.text[gate.span.start : gate.span.end]
        line += T(" ") + T(DEBRIEF.say("quote", language, words=words), "underline")
    line += T(stop + gate.message.of(language))
    return line + clause_note(gate.clause, debrief, language)


def clause_note(clause_id: str | None, debrief: Debrief, language: Language) -> Content:
    """Number and title of a handbook clause; nothing where there is none."""
    if clause_id is None:
        return T("")
    clause = debrief.clauses.get(clause_id)
    if clause is None:
        shown = clause_id
    else:
        shown = DEBRIEF.say(
            "turn.clause", language, number=clause.number, title=clause.title.of(language)
        )
    return T(f" [{shown}]", "dim")


# ---------------------------------------------------------------- criteria


def criteria_text(
    results: Sequence[CriterionResult],
    debrief: Debrief,
    language: Language,
    *,
    known: frozenset[str] = frozenset(),
    turn: int = 0,
) -> Content:
    """Criteria by dimension: level, points of points, and why where something was missed.

    The reasons of the rules in *known* are left out, as they are told nearby. *turn* is the reply
    that they are about, 0 for the whole contact.
    """
    lines: list[Content] = []
    for dimension in DIMENSIONS:
        judged = [r for r in results if r.dimension == dimension and _was_judged(r)]
        if judged:
            lines.append(T(DEBRIEF.say(dimension, language), "bold"))
        for result in judged:
            lines.append(_criterion(result, debrief, language, turn))
            lines += _reasons(result, debrief, language, known)
    lines += _aside("result.kept", [r for r in results if _was_kept(r)], debrief, language)
    for key, level in (
        ("result.no-occasion", Level.NO_OCCASION),
        ("result.untold", Level.CANNOT_TELL),
    ):
        lines += _aside(key, [r for r in results if r.level is level], debrief, language)
    return rows(*lines)


def _was_kept(result: CriterionResult) -> bool:
    """Rules that were at stake and kept come without points and without words."""
    return result.level is Level.MET and not (result.points or result.out_of or result.findings)


def _was_judged(result: CriterionResult) -> bool:
    aside = (Level.NO_OCCASION, Level.CANNOT_TELL)
    return result.level not in aside and not _was_kept(result)


def _criterion(result: CriterionResult, debrief: Debrief, language: Language, turn: int) -> Content:
    level = T(DEBRIEF.say(f"level.{result.level.value}", language), _LEVEL_STYLES[result.level])
    title = debrief.title(result.criterion).of(language)
    if result.out_of:
        points = DEBRIEF.say(
            "criterion.points", language, points=result.points, out_of=result.out_of
        )
    else:
        points = f"{result.points:+d}" if result.points else ""
    lead = beside(debrief, turn, result.criterion, language)
    line = T(" ") + level + T(f"  {title}  {points}".rstrip())
    return line + T(f"  {lead}", "bold") if lead else line


def beside(debrief: Debrief, turn: int, item: str, language: Language) -> str:
    """The lead's value for something that the engine judged; empty where there is none."""
    if debrief.desk is None:
        return ""
    judgement = debrief.desk.review.verdict.judgement(turn, item)
    if judgement is None or judgement.by is None:
        return ""
    return REVIEW.say("lead.beside", language, lead=value_text(judgement.lead, language))


def _reasons(
    result: CriterionResult, debrief: Debrief, language: Language, known: frozenset[str]
) -> list[Content]:
    if result.level is Level.MET:
        return []
    lines = []
    for finding in result.findings[:1]:
        if finding.rule in known:
            continue
        where = DEBRIEF.say("reply", language, turn=finding.turn) if finding.turn else ""
        text = f"{where}{DEBRIEF.say('stop', language)}" if where else ""
        line = T(f"   {text}{finding.message.of(language)}", "dim")
        lines.append(line + clause_note(finding.clause, debrief, language))
    return lines


def _aside(
    key: str, results: Sequence[CriterionResult], debrief: Debrief, language: Language
) -> list[Content]:
    if not results:
        return []
    names = dict.fromkeys(debrief.title(r.criterion).of(language) for r in results)
    listed = DEBRIEF.say("and", language).join(names)
    head = f"{DEBRIEF.say(key, language)}{DEBRIEF.say('stop', language)}"
    return [T(head, "bold") + T(listed, "dim")]
