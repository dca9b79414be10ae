"""From a whole contact to a scorecard.

A contact is more than the mean of its replies, so each dimension is put together in its own way:

* **Empathy**: the mean of the replies that had occasion for it, the first one counting double,
  since what a customer hears first colours the rest. Purely practical replies, once the matter has
  been acknowledged, have no occasion. A late acknowledgement, an affront, and replies that mostly have
  no word for the customer set ceilings.
* **Policy**: the duties that came up, each taken at its best reply (a check made in the second
  reply is a check) except promises, which must each have time and name; then the worst breach
  decides the ceiling. Kindness elsewhere cannot pay for it.
* **Resolution**: mostly how the case stands at the end (goals), then whether the replies moved it,
  every wish answered, words matched by deeds, and the note; what had no occasion leaves the sum.
  A poor ending holds it down whatever was said.

Gates stand beside the total: a fail decides alone, a cap limits the total.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scenarios.acts import Act
from scenarios.model import Handbook, Scenario, Shop
from scoring.contact.criteria import ContactParts
from scoring.contact.gates import Fallen, capped, failed, find_gates
from scoring.contact.parts import empathy, policy, resolution
from scoring.contact.practise import practise
from scoring.contact.verdict_words import Verdict, reasons, strengths
from scoring.criteria.note import ReadNote
from scoring.model import (
    DIMENSIONS,
    CaseEnd,
    Dimension,
    GateResult,
    PlayedTurn,
    ReplyGrade,
    Scorecard,
    Versions,
)
from scoring.moment.view import View
from scoring.points import weighted_mean
from scoring.reply.grade import grade_reply
from scoring.rubrics.rubric import Rubric
from scoring.rubrics.wording import message, topic_name


def grade_session(  # noqa: PLR0913, PLR0917  (a contact, and each thing it is judged by)
    turns: Sequence[PlayedTurn],
    end: CaseEnd,
    scenario: Scenario,
    rubric: Rubric,
    shop: Shop,
    handbook: Handbook,
    versions: Versions,
    *,
    read_note: ReadNote | None = None,
    grade_turn: GradeTurn | None = None,
) -> Scorecard:
    """The scorecard of a contact.

    ``read_note`` reads the note's fields (see ``criteria.note``), ``grade_turn`` grades a reply;
    without it rules and rubric alone do.
    """
    del handbook  # gates carry clause ids; whoever shows them looks their text up
    weighted = rubric.weighted(scenario.weights)
    grades = grade_turns(turns, grade_turn or _by_rules(weighted, shop))
    views = tuple(View(turn.reading, turn.moment, shop) for turn in turns)
    parts = ContactParts(scenario, weighted, shop, views, grades, end, read_note)
    gates = find_gates(_fallen(parts), weighted)
    judged = {"empathy": empathy(parts), "policy": policy(parts), "resolution": resolution(parts)}
    scores: dict[Dimension, int | None] = {d: judged[d].score for d in DIMENSIONS}
    criteria = tuple(c for d in DIMENSIONS for c in judged[d].criteria)
    total = _total(scores, weighted, gates, parts)
    passed = _passes(scores, total, gates, end, weighted)
    advice = practise(parts, criteria, scores)
    return Scorecard(
        scores=scores,
        total=total,
        passed=passed,
        why=reasons(parts, criteria, Verdict(scores, total, gates, passed)),
        gates=gates,
        criteria=criteria,
        turns=grades,
        practise_next=advice[0],
        practise_turn=advice[1],
        strengths=strengths(grades),
        versions=versions,
        extra={"outcome": end.outcome, "ending": end.ending or ""},
    )


GradeTurn = Callable[[PlayedTurn, bool], ReplyGrade]
"""Grades one reply; the second value says whether an earlier one announced the end."""


def _by_rules(rubric: Rubric, shop: Shop) -> GradeTurn:
    return lambda turn, warned: grade_reply(turn.reading, turn.moment, rubric, shop, warned=warned)


def grade_turns(turns: Sequence[PlayedTurn], grade_turn: GradeTurn) -> tuple[ReplyGrade, ...]:
    """Each reply's grade; a warning in an earlier reply makes a later end of the contact proper."""
    grades: list[ReplyGrade] = []
    warned = False
    for turn in turns:
        grades.append(grade_turn(turn, warned))
        warned = warned or turn.reading.has(Act.WARN)
    return tuple(grades)


def _fallen(parts: ContactParts) -> list[Fallen]:
    """Breaches in words, from the findings, and in deeds, from the desk's rules."""
    fallen = [
        Fallen(breach, f.turn, f.span, f.message, parts.puts_right(f))
        for grade in parts.grades
        for breach, f in grade.told_breaches()
    ]
    for action, _, turn in parts.end.done:
        rule = parts.scenario.desk.get(action)
        if rule is not None and rule.breach is not None:
            told = topic_name(parts.scenario, _topic_of(parts.scenario, action))
            text = message(parts.rubric, parts.scenario, rule.breach.value, "fault", topic=told)
            fallen.append(Fallen(rule.breach, turn, None, text))
    return fallen


def _topic_of(scenario: Scenario, action: str) -> str | None:
    return next((name for name, t in scenario.topics.items() if t.deed == action), None)


def _total(
    scores: dict[Dimension, int | None],
    rubric: Rubric,
    gates: tuple[GateResult, ...],
    parts: ContactParts,
) -> int | None:
    if all(score is None for score in scores.values()):
        return None
    # A dimension without any evidence has earned nothing.
    mean = weighted_mean([(s or 0, rubric.dimensions[d].share) for d, s in scores.items()]) or 0
    total = capped(mean, gates)
    if parts.note_missing:
        total = min(total, rubric.contact.no_note_cap)
    if parts.end.needless_costs:
        total = min(total, rubric.contact.needless_cost_cap)
    return total


def _passes(
    scores: dict[Dimension, int | None],
    total: int | None,
    gates: tuple[GateResult, ...],
    end: CaseEnd,
    rubric: Rubric,
) -> bool:
    if end.outcome == "stopped" or total is None or failed(gates):
        return False
    each = all(s is not None and s >= rubric.passes.each for s in scores.values())
    return each and total >= rubric.passes.total


__all__ = ["grade_session", "grade_turns"]
