"""A scorecard as plain values and as plain text, the same for every door of the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scenarios.language import Language, Text
from scoring.feedback.lines import told_as_one
from scoring.model import (
    DIMENSIONS,
    CriterionResult,
    Dimension,
    Finding,
    GateResult,
    ReplyGrade,
    Scorecard,
)

SCHEMA_VERSION = 1
"""Of the JSON form; a change that a reader of it would notice raises it."""


def _text(text: Text | None) -> dict[str, str] | None:
    return {"en": text.en, "ja": text.ja} if text is not None else None


def finding_json(finding: Finding, language: Language | None = None) -> dict[str, Any]:
    """One finding; ``start`` and ``end`` count characters, null where there are no words.

    With a language the texts are of that language, without one they come in both.
    """

    def told(text: Text | None) -> Any:
        if language is None or text is None:
            return _text(text)
        return text.of(language)

    return {
        "advice": told(finding.advice),
        "better": told(finding.better),
        "breach": finding.breach.value if finding.breach else None,
        "clause": finding.clause,
        "criterion": finding.criterion,
        "dimension": finding.dimension,
        "end": finding.span.end if finding.span else None,
        "message": told(finding.message),
        "points": finding.points,
        "rule": finding.rule,
        "start": finding.span.start if finding.span else None,
        "turn": finding.turn,
    }


def scorecard_json(card: Scorecard) -> dict[str, Any]:
    """The whole scorecard as JSON values; keys sorted, nothing that changes between runs."""
    versions = card.versions
    return {
        "criteria": [_criterion(result) for result in card.criteria],
        "extra": dict(sorted(card.extra.items())),
        "gates": [_gate(gate) for gate in card.gates],
        "passed": card.passed,
        "practise_next": _text(card.practise_next),
        "practise_turn": card.practise_turn,
        "schema_version": SCHEMA_VERSION,
        "scores": {d: card.scores[d] for d in sorted(DIMENSIONS)},
        "strengths": [finding_json(finding) for finding in card.strengths],
        "total": card.total,
        "turns": [_turn(number, grade) for number, grade in enumerate(card.turns, start=1)],
        "versions": {
            "engine": versions.engine,
            "handbook": versions.handbook,
            "rubric": versions.rubric,
            "rules": versions.rules,
            "scenario": versions.scenario,
            "unicode": versions.unicode,
        },
        "why": [_text(line) for line in card.why],
    }


def _criterion(result: CriterionResult) -> dict[str, Any]:
    return {
        "criterion": result.criterion,
        "dimension": result.dimension,
        "findings": [finding_json(finding) for finding in result.findings],
        "level": result.level.value,
        "out_of": result.out_of,
        "points": result.points,
    }


def _gate(gate: GateResult) -> dict[str, Any]:
    return {
        "breach": gate.breach.value,
        "cap": gate.cap,
        "clause": gate.clause,
        "effect": gate.effect,
        "end": gate.span.end if gate.span else None,
        "gate": gate.gate,
        "message": _text(gate.message),
        "start": gate.span.start if gate.span else None,
        "turn": gate.turn,
    }


def _turn(number: int, grade: ReplyGrade) -> dict[str, Any]:
    return {
        "breaches": [breach.value for breach in grade.breaches],
        "criteria": [_criterion(result) for result in grade.criteria],
        "findings": [finding_json(finding) for finding in grade.findings],
        "reply": grade.reading.text,
        "scores": {d: grade.scores[d] for d in sorted(DIMENSIONS)},
        "turn": number,
    }


# ---------------------------------------------------------------- plain text

_WORDS = {
    "passed": Text("合格", "Passed"),
    "failed": Text("不合格", "Not passed"),
    "stopped": Text("途中で終了", "Stopped before the end"),
    "total": Text("合計", "Total"),
    "untold": Text("判断できません", "cannot tell"),
    "why": Text("理由", "Why"),
    "strengths": Text("良かったところ", "What was strong"),
    "reply": Text("{}回目の返答（{}）", "Reply {} ({})"),
    "scores": Text("、", ", "),
    "nothing": Text("特に取り上げる言葉はありません。", "Nothing in it stands out."),
    "next": Text("次に練習すること", "Practise next"),
    "better": Text("言い換え: 「{}」", "Say: “{}”"),
    "advice": Text("助言: {}", "Advice: {}"),
    "empathy": Text("共感", "Empathy"),
    "policy": Text("規程遵守", "Policy"),
    "resolution": Text("解決", "Resolution"),
}


def scorecard_text(card: Scorecard, language: Language) -> str:
    """The scorecard as lines of plain text: no colour, no table, one thing a line."""

    def word(key: str) -> str:
        return _WORDS[key].of(language)

    stopped = card.extra.get("outcome") == "stopped"
    verdict = word("passed" if card.passed else "stopped" if stopped else "failed")
    total = word("untold") if card.total is None else str(card.total)
    lines = [f"{verdict}  {word('total')}: {total}"]
    for dimension in DIMENSIONS:
        score = card.scores[dimension]
        lines.append(f"{word(dimension)}: {word('untold') if score is None else score}")
    lines += ["", word("why")]
    lines += [f"- {line.of(language)}" for line in card.why]
    if card.strengths:
        lines += ["", word("strengths")]
        lines += [f"- {_seen(f, card.turns, language)}" for f in card.strengths]
    for number, grade in enumerate(card.turns, start=1):
        heading = word("reply").format(number, _scores(grade, language))
        lines += ["", heading, *(_turn_lines(grade, card, language) or [word("nothing")])]
    if card.practise_next is not None:
        lines += ["", word("next"), card.practise_next.of(language)]
    return "\n".join(lines) + "\n"


def _scores(grade: ReplyGrade, language: Language) -> str:
    """What a reply came to in each dimension."""
    told = (
        f"{_WORDS[d].of(language)} {'–' if grade.scores[d] is None else grade.scores[d]}"
        for d in DIMENSIONS
    )
    return _WORDS["scores"].of(language).join(told)


def points_earned(group: Sequence[Finding], titles: Mapping[Dimension, str]) -> str:
    """What findings that are told as one earned or cost, in each dimension by its title; a line about
    what is missing, which costs nothing, has the title alone."""
    return " ".join(
        f"{f.points:+d} [{titles[f.dimension]}]" if f.points else f"[{titles[f.dimension]}]"
        for f in group
    )


def _turn_lines(grade: ReplyGrade, card: Scorecard, language: Language) -> list[str]:
    lines = []
    for group in told_as_one(grade.findings):
        earned = points_earned(group, {d: _WORDS[d].of(language) for d in DIMENSIONS})
        lines.append(f"{earned} {_words(group[0], card.turns, language)}")
        for finding in group:
            for key, text in (("better", finding.better), ("advice", finding.advice)):
                if text is not None:
                    lines.append("   " + _WORDS[key].of(language).format(text.of(language)))
    return lines


def _seen(finding: Finding, turns: Sequence[ReplyGrade], language: Language) -> str:
    """The message with its dimension and the trainee's own words before it."""
    dimension = _WORDS[finding.dimension].of(language)
    return f"[{dimension}] {_words(finding, turns, language)}"


def _words(finding: Finding, turns: Sequence[ReplyGrade], language: Language) -> str:
    """The message with the trainee's own words before it."""
    words = ""
    if finding.span is not None:
        for grade in turns:
            if finding in grade.findings:
                text = grade.reading.text[finding.span.start : finding.span.end]
                words = f"「{text}」 " if language == "ja" else f'"{text}": '
                break
    return f"{words}{finding.message.of(language)}"


__all__ = ["SCHEMA_VERSION", "finding_json", "scorecard_json", "scorecard_text"]
