"""The words of a scorecard: why it is a pass or not, what was strong, what to practise next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from scenarios.language import LANGUAGES, Text
from scoring.contact_criteria import ContactParts
from scoring.instead import advice, better
from scoring.model import (
    DIMENSIONS,
    CriterionResult,
    Dimension,
    Finding,
    GateResult,
    Level,
    ReplyGrade,
)
from scoring.reply_lines import BESIDE_CRITERIA, LEDGER
from scoring.reply_missing import MISSED_BELOW, MOVES
from scoring.wording import message

_STRENGTHS = 3
_REASONS = 5
"""So many reasons are given, what decides first."""
_FAR_OFF = 25
"""Points between a dimension and the mean of its replies from which on the difference is explained."""
_DUTIES = 3
"""So many missed duties are named."""
_DECIDES = 100
"""What a duty weighs more in what to practise where it is one of those that failed the contact."""
_LEAST_STRENGTH = 8
"""Points from which on something is worth calling a strength."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the contact came to, before it is put into words."""

    scores: Mapping[Dimension, int | None]
    total: int | None
    gates: tuple[GateResult, ...]
    passed: bool


def reasons(
    parts: ContactParts, criteria: Sequence[CriterionResult], verdict: Verdict
) -> tuple[Text, ...]:
    """Why it is a pass or not, what decides first."""
    scores, total, gates = verdict.scores, verdict.total, verdict.gates
    passed = verdict.passed
    rule = parts.rubric.passes
    if parts.end.outcome == "stopped":
        stopped = (_say(parts, "stopped"), *_untold(parts, scores), *_open_goals(parts))
        return (*stopped, *_no_mean(parts, scores))
    if passed:
        lines = [_say(parts, "passed", total=total or 0, each=rule.each)]
    else:
        lines = _failed_gates(parts, gates)
        if not lines and total is not None and total < rule.total:
            lines.append(_say(parts, "failed-total", total=total, need=rule.total))
    binding = [g for g in gates if (g.cap or 0) < rule.total or g.cap == total]
    lines += _caps(parts, binding)
    duties = _duties_missed(parts, criteria, scores)
    if not passed:
        lines += [*_low_scores(parts, scores), *duties]
    lines += [*_limits(parts), *_untold(parts, scores)]
    if not passed:
        lines += _open_goals(parts)
    if parts.first_named is None or parts.first_named > 1:
        lines.append(_say(parts, "late"))
    worst = min(criteria, key=lambda c: (c.points - c.out_of, c.criterion), default=None)
    if not passed and not duties and worst is not None and worst.points < worst.out_of:
        fault = parts.rubric.faults.get(worst.criterion)
        gain = fault.practise if fault is not None else _title(parts, worst.criterion)
        lines.append(_say(parts, "weakest", topic=gain))
    return (*lines[:_REASONS], *_no_mean(parts, scores))


def _no_mean(parts: ContactParts, scores: Mapping[Dimension, int | None]) -> list[Text]:
    """How a contact is put together, where a dimension is far from what its replies had."""
    for dimension, score in scores.items():
        own = [s for s in (grade.scores[dimension] for grade in parts.grades) if s is not None]
        if score is not None and own and abs(score - sum(own) // len(own)) >= _FAR_OFF:
            return [_say(parts, "no-mean")]
    return []


def _say(parts: ContactParts, key: str, **values: Text | str | int) -> Text:
    return message(parts.rubric, parts.scenario, "contact", key, **values)


def _failed_gates(parts: ContactParts, gates: Sequence[GateResult]) -> list[Text]:
    return [
        _say(
            parts,
            "failed-gate" if g.span is not None else "failed-gate-deed",
            turn=g.turn,
            topic=_title(parts, g.gate),
        )
        for g in gates
        if g.effect == "fail"
    ]


def _caps(parts: ContactParts, gates: Sequence[GateResult]) -> list[Text]:
    return [
        _say(parts, "capped", total=g.cap or 0, topic=_title(parts, g.gate))
        for g in gates
        if g.effect == "cap"
    ]


def _limits(parts: ContactParts) -> list[Text]:
    lines = []
    if parts.note_missing:
        lines.append(_say(parts, "no-note", total=parts.rubric.contact.no_note_cap))
    if parts.end.needless_costs:
        kinds = [parts.shop.actions.get(a) for a in parts.end.needless_costs]
        names = [k.title for k in kinds if k is not None]
        cap = parts.rubric.contact.needless_cost_cap
        lines.append(_say(parts, "needless-cost", total=cap, topic=_joined(names)))
    return lines


def _low_scores(parts: ContactParts, scores: Mapping[Dimension, int | None]) -> list[Text]:
    need = parts.rubric.passes.each
    low = [(s, d) for d, s in scores.items() if s is not None and s < need]
    return [
        _say(parts, "failed-each", topic=parts.rubric.dimensions[d].title, total=s, need=need)
        for s, d in sorted(low)
    ]


def _duties_missed(
    parts: ContactParts,
    criteria: Sequence[CriterionResult],
    scores: Mapping[Dimension, int | None],
) -> list[Text]:
    """The duties that a low policy comes from; single replies may have had high grades beside them."""
    missed = _missed_duties(parts, criteria, scores)
    names = [_title(parts, c.criterion) for c in missed[:_DUTIES]]
    return [_say(parts, "duties-missed", topic=_joined(names))] if names else []


def _missed_duties(
    parts: ContactParts,
    criteria: Sequence[CriterionResult],
    scores: Mapping[Dimension, int | None],
) -> list[CriterionResult]:
    """Where policy fell short: its duties that no reply met in full, the costliest first."""
    if (scores["policy"] or 0) >= parts.rubric.passes.each:
        return []
    rules = parts.rubric.dimensions["policy"].criteria
    missed = [
        c
        for c in criteria
        if c.dimension == "policy" and c.criterion in rules and c.points < c.out_of
    ]
    return sorted(missed, key=lambda c: (c.points - c.out_of, c.criterion))


def _untold(parts: ContactParts, scores: Mapping[Dimension, int | None]) -> list[Text]:
    return [
        _say(parts, "cannot-tell", topic=parts.rubric.dimensions[d].title)
        for d, s in scores.items()
        if s is None
    ]


def _open_goals(parts: ContactParts) -> list[Text]:
    pairs = zip(parts.scenario.goals, parts.end.goals_met, strict=False)
    names = [goal.name for goal, met in pairs if not met]
    return [_say(parts, "goals-open", topic=_joined(names))] if names else []


def _joined(names: Sequence[Text]) -> Text:
    joined = ["／".join(n.ja for n in names), "; ".join(n.en for n in names)]
    return Text(joined[LANGUAGES.index("ja")], joined[LANGUAGES.index("en")])


def _title(parts: ContactParts, name: str) -> Text:
    fault = parts.rubric.faults.get(name)
    if fault is not None:
        return fault.title
    try:
        return parts.rubric.criterion(name).title
    except KeyError:
        return Text(name, name)


def strengths(grades: Sequence[ReplyGrade]) -> tuple[Finding, ...]:
    """The strongest things that were really there: one a criterion, in replies without a breach."""
    best: dict[str, Finding] = {}
    for grade in grades:
        if grade.breaches:
            continue
        met = {c.criterion for c in grade.criteria if c.level is Level.MET}
        for found in grade.findings:
            # Only what was fully met, and can be pointed at in the trainee's own words.
            if found.rule not in met or found.rule == LEDGER:
                continue
            if found.points >= _LEAST_STRENGTH and found.span is not None:
                held = best.get(found.rule)
                if held is None or found.points > held.points:
                    best[found.rule] = found
    ranked = sorted(best.values(), key=lambda f: (-f.points, f.turn, f.rule))
    return tuple(ranked[:_STRENGTHS])


# ---------------------------------------------------------------- practise next


_GOOD_ALREADY: Final = 85
"""Score of a dimension of the contact from which on what single replies missed in it is not what to
practise: a farewell need not move the matter. Where all are that good it is the lowest one."""


def practise(
    parts: ContactParts,
    criteria: Sequence[CriterionResult],
    scores: Mapping[Dimension, int | None],
) -> tuple[Text | None, int | None]:
    """The single most valuable thing to practise, and the reply in which it was missed.

    A fault counts by what it cost over all dimensions, a missed criterion by what it would have
    earned; breaches that fail a contact come before everything else.
    """
    if not parts.grades:
        return None, None
    weak = {d for d in DIMENSIONS if (scores[d] or 0) < _GOOD_ALREADY}
    weak = weak or {min(DIMENSIONS, key=lambda d: scores[d] or 0)}
    value: dict[tuple[str, int], int] = {}
    for grade, view in zip(parts.grades, parts.views, strict=True):
        beside = BESIDE_CRITERIA.union(MOVES if view.all_moved else ())
        for c in grade.criteria:
            if c.criterion in beside:
                continue
            fault = c.criterion in parts.rubric.faults
            done = (grade.scores[c.dimension] or 0) >= MISSED_BELOW[c.dimension]
            counts = fault or (c.dimension in weak and not done)
            for f in c.findings:
                lost = -f.points if fault else c.out_of - c.points
                if c.level is not Level.MET and lost > 0 and counts:
                    key = (f.rule, f.turn)
                    value[key] = value.get(key, 0) + lost + _urgency(parts, f)
    value |= _of_the_whole(parts, criteria, scores)
    if not value:
        return None, None
    (rule, turn), _ = min(value.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    return _advice(parts, rule, turn), turn or None


def _of_the_whole(
    parts: ContactParts,
    criteria: Sequence[CriterionResult],
    scores: Mapping[Dimension, int | None],
) -> dict[tuple[str, int], int]:
    """What deeds, the note and the duties that failed the contact would have earned."""
    value = {}
    for c in criteria:
        if c.criterion in ("deeds", "note") and c.level in (Level.NOT_MET, Level.PARTLY):
            value[(c.criterion, _turn_of(c))] = c.out_of - c.points
    for c in _missed_duties(parts, criteria, scores):
        value[(c.criterion, _turn_of(c))] = c.out_of - c.points + _DECIDES
    return value


def _turn_of(result: CriterionResult) -> int:
    return result.findings[0].turn if result.findings else 0


def _urgency(parts: ContactParts, found: Finding) -> int:
    """What decides the contact beside its points goes before what only costs points."""
    gate = next((g for g in parts.rubric.gates if g.breach == found.breach), None)
    if gate is None:
        return 0
    if gate.effect == "fail":
        return 1000
    return 100 if (gate.cap or 100) < parts.rubric.passes.total else 0


def _advice(parts: ContactParts, rule: str, turn: int) -> Text:
    found = _finding(parts, rule, turn)
    how = Text("", "")
    if found is not None:
        how = found.advice or found.message
        if found.better is not None:
            how = _say(parts, "with-wording", say=found.better)
    key = "practise" if turn else "practise-contact"
    return _say(parts, key, topic=_exercise(parts, rule), turn=turn, advice=how)


def _exercise(parts: ContactParts, name: str) -> Text:
    fault = parts.rubric.faults.get(name)
    return fault.practise if fault is not None else parts.rubric.criterion(name).practise


def _finding(parts: ContactParts, rule: str, turn: int) -> Finding | None:
    for position, grade in enumerate(parts.grades):
        in_turn = [f for f in grade.findings if (f.rule, f.turn) == (rule, turn)]
        in_turn += [
            f for c in grade.criteria for f in c.findings if (f.rule, f.turn) == (rule, turn)
        ]
        if in_turn:
            chosen = next((f for f in in_turn if f.better is not None), in_turn[0])
            if chosen.better is None:
                view = parts.views[position]
                say = better(parts.rubric, view, rule, None)
                return replace(chosen, better=say, advice=advice(parts.rubric, view, rule))
            return chosen
    return None
