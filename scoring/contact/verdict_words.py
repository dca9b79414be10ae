"""The words of a scorecard: why it is a pass or not, and what was strong.

What to practise next is chosen in ``practise``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Text
from scenarios.model import EndingBy
from scoring.contact.criteria import EVERY_TIME, ContactParts
from scoring.contact.parts import Limit, held_down, worst_affront
from scoring.criteria import deeds
from scoring.criteria.named_topic import HEARING
from scoring.criteria.other_times import about_other_times
from scoring.criteria.step import COMMITTING
from scoring.feedback.due import recapped
from scoring.feedback.lines import LEDGER, MERITS, worth
from scoring.feedback.what_words_do import says_what_for
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import (
    CriterionResult,
    Dimension,
    Finding,
    GateResult,
    Level,
    ReplyGrade,
)
from scoring.moment.taken_back import puts_right
from scoring.moment.view import TIME_SLOTS, View
from scoring.rubrics.wording import message

_STRENGTHS = 3
_REASONS = 6
"""So many reasons are given, what decides first."""
_FAR_BELOW = 15
"""Points by which a dimension lies below the mean of its replies from which on the difference is
explained."""
_FAR_ABOVE = 15
"""The same where it lies above: that troubles nobody so soon."""
_DUTIES = 3
"""So many missed duties are named."""
_HELD_DOWN = 10
"""Points by which policy must lie below the mean of its replies for its duties to be named though it
passes."""
_COLD = 35
"""Score of empathy under which nothing of a reply is shown as a strength: it put the customer off."""
_OVER_APOLOGY: Final = "over-apology"
_SAID_BEFORE: Final = "said-before"
_TONE: Final = frozenset({_OVER_APOLOGY, _SAID_BEFORE, "plain-form", "other-language"})
"""Kinds of faults that can become a habit."""
HABIT: Final = 3
"""Replies with the same slip of tone, and half of all, from which on it is a habit."""
_LISTENING: Final = frozenset({"apology-fit", *HEARING})
"""Criteria whose words are no strength of resolution, whatever they earn there."""
_LEFT_AT_ONCE: Final[frozenset[EndingBy]] = frozenset({"goes", "leave", "abandon"})
"""Ways out on which nothing can be done at the desk any more."""
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
        stopped = (say(parts, "stopped"), *_untold(parts, scores), *_open_goals(parts))
        return (*stopped, *_no_mean(parts, scores))
    if passed:
        lines = [say(parts, "passed", total=total or 0, each=rule.each)]
    else:
        lines = _failed_gates(parts, gates)
        if not lines and total is not None and total < rule.total:
            lines.append(say(parts, "failed-total", total=total, need=rule.total))
    binding = [g for g in gates if (g.cap or 0) < rule.total or g.cap == total]
    lines += _caps(parts, binding)
    lines += _taken_back(parts, gates)
    lines += _not_done(parts, called_done=True)
    duties = _duties_missed(parts, criteria, scores)
    if not passed:
        lines += _low_scores(parts, scores)
    lines += [
        *_held_down(parts, scores),
        *_limits(parts),
        *_habits_told(parts),
        *duties,
        *_untold(parts, scores),
    ]
    if parts.end.outcome == "poor":  # where it ended well, nothing was left waiting for it
        lines += _not_done(parts, called_done=False)
    if not passed:
        lines += _open_goals(parts)
    if parts.first_named is None or parts.first_named > 1:
        lines.append(say(parts, "late"))
    return (*lines[:_REASONS], *_no_mean(parts, scores))


def _not_done(parts: ContactParts, *, called_done: bool) -> list[Text]:
    """The first deed that was told of as done and was not, or the first that was only promised."""
    key = "called-done" if called_done else "promised-only"
    # Whoever was left in that very moment had no time to do what they promised.
    ending = parts.scenario.endings.get(parts.end.ending or "")
    cut_off = ending is not None and ending.by in _LEFT_AT_ONCE
    last = len(parts.grades) if cut_off and not called_done else 0
    undone = [c for c in parts.deeds.undone if c.called_done == called_done and c.turn != last]
    return [
        say(parts, key, turn=said.turn, topic=deeds.action_name(parts.shop, said.action))
        for said in undone[:1]
    ]


def _no_mean(parts: ContactParts, scores: Mapping[Dimension, int | None]) -> list[Text]:
    """How a contact is put together, where a dimension is far from what its replies had."""
    for dimension, score in scores.items():
        own = [s for s in (grade.scores[dimension] for grade in parts.grades) if s is not None]
        more = 0 if score is None or not own else score - sum(own) // len(own)
        if more >= _FAR_ABOVE or more <= -_FAR_BELOW:
            return [say(parts, "no-mean")]
    return []


def say(parts: ContactParts, key: str, **values: Text | str | int) -> Text:
    return message(parts.rubric, parts.scenario, "contact", key, **values)


def _failed_gates(parts: ContactParts, gates: Sequence[GateResult]) -> list[Text]:
    return [
        say(
            parts,
            "failed-gate" if g.span is not None else "failed-gate-deed",
            turn=g.turn,
            topic=_title(parts, g.gate),
        )
        for g in gates
        if g.effect == "fail"
    ]


def _caps(parts: ContactParts, gates: Sequence[GateResult]) -> list[Text]:
    """One line for each height, with all the breaches that hold the total there."""
    by_cap: dict[int, list[Text]] = {}
    for gate in gates:
        if gate.effect == "cap":
            by_cap.setdefault(gate.cap or 0, []).append(_title(parts, gate.gate))
    keys = {True: "capped-by-several", False: "capped"}
    return [
        say(parts, keys[len(names) > 1], total=cap, topic=_joined(names))
        for cap, names in sorted(by_cap.items())
    ]


def _taken_back(parts: ContactParts, gates: Sequence[GateResult]) -> list[Text]:
    """The first reply that put right what an earlier one had broken a rule with, or an own word at all
    where nothing can be put right."""
    if parts.amends:
        return [say(parts, "amended", turn=min(parts.amends.values()))]
    first = min((gate.turn for gate in gates), default=None)
    right = (
        view.moment.turn
        for view in parts.views
        if first is not None and view.moment.turn > first and puts_right(view.reading)
    )
    return [say(parts, "taken-back", turn=turn) for turn in list(right)[:1]]


def _limits(parts: ContactParts) -> list[Text]:
    lines = []
    if parts.note_missing:
        lines.append(say(parts, "no-note", total=parts.rubric.contact.no_note_cap))
    lines += _needless_costs(parts)
    return lines


def _needless_costs(parts: ContactParts) -> Iterator[Text]:
    """What was given away that the case does not call for, and what was given twice."""
    done = Counter(action for action, _, _ in parts.end.done)
    costs = dict.fromkeys(parts.end.needless_costs)
    cap = parts.rubric.contact.needless_cost_cap
    for name, twice in (("needless-cost", False), ("needless-again", True)):
        kinds = [parts.shop.actions.get(a) for a in costs if (done[a] > 1) is twice]
        titles = [kind.title for kind in kinds if kind is not None]
        if titles:
            yield say(parts, name, total=cap, topic=_joined(titles))


def _held_down(parts: ContactParts, scores: Mapping[Dimension, int | None]) -> list[Text]:
    """The affront by which empathy of the whole contact is held, and the breach by which policy is, where
    they are."""
    limits: tuple[tuple[str, Dimension, Limit | None], ...] = (
        ("held-down", "empathy", worst_affront(parts)),
        ("held-down-policy", "policy", held_down(parts)),
    )
    return [
        say(parts, key, topic=_title(parts, limit.rule), turn=limit.turn, total=limit.ceiling)
        for key, dimension, limit in limits
        if limit is not None and limit.turn and scores[dimension] == limit.ceiling
    ]


def _low_scores(parts: ContactParts, scores: Mapping[Dimension, int | None]) -> list[Text]:
    need = parts.rubric.passes.each
    low = [(s, d) for d, s in scores.items() if s is not None and s < need]
    return [
        say(parts, "failed-each", topic=parts.rubric.dimensions[d].title, total=s, need=need)
        for s, d in sorted(low)
    ]


def _duties_missed(
    parts: ContactParts,
    criteria: Sequence[CriterionResult],
    scores: Mapping[Dimension, int | None],
) -> list[Text]:
    """The duties that a low policy comes from; single replies may have had high grades beside them.

    What each reply owes anew was done in some, and is told as that."""
    missed = missed_duties(parts, criteria, scores)
    at_times = [c for c in missed if _now_and_then(parts, c)]
    never = [c for c in missed if c not in at_times and not _done_in_words(parts, c)]
    lacking = (
        ("duties-missed", [_title(parts, c.criterion) for c in never]),
        ("duties-at-times", [_with_its_turn(parts, c) for c in at_times]),
    )
    return [say(parts, key, topic=_joined(names[:_DUTIES])) for key, names in lacking if names]


_HARDLY_SHORT = 80
"""Policy of a reply from which on it is no example of a duty that was left undone."""


def _with_its_turn(parts: ContactParts, duty: CriterionResult) -> Text:
    """The name of a duty with the reply that lacked it most."""
    title = _title(parts, duty.criterion)
    short = [
        (c.points - c.out_of, view.moment.turn)
        for grade, view in zip(parts.grades, parts.views, strict=True)
        for c in grade.criteria
        if c.criterion == duty.criterion
        and c.level in (Level.NOT_MET, Level.PARTLY)
        and (grade.scores["policy"] or 0) < _HARDLY_SHORT
    ]
    if not short:
        return title
    turn = min(short)[1]
    return Text(f"{title.ja}（{turn}回目で不足）", f"{title.en} (lacking in reply {turn})")


def _now_and_then(parts: ContactParts, duty: CriterionResult) -> bool:
    """Whether some reply did what each of them owed."""
    met = any(
        c.criterion == duty.criterion and c.level is Level.MET
        for grade in parts.grades
        for c in grade.criteria
    )
    return duty.criterion in EVERY_TIME and (met or _done_in_words(parts, duty))


_LEFT_FREE: Final = LazyPattern(
    r"\b(?:post\w*|reviews?|write|writing|stars?)\b.{0,40}\b(?:up to you|yours|free|your choice|as you (?:like|please))\b|"
    r"(?:投稿|レビュー|ご?感想|書[かくい]).{0,24}(?:自由|お任せ)"
)
_BY_ACT: Final[Mapping[str, Act]] = {
    "state-estimate": Act.ESTIMATE,
    "refuse": Act.REFUSE,
    "hand-over": Act.HAND_OVER,
}


def _done_in_words(parts: ContactParts, duty: CriterionResult) -> bool:
    """Whether a reply plainly did it, or the desk, though its criterion did not hear it in full: to say
    that none did would be false."""
    name = duty.criterion
    act = _BY_ACT.get(name)
    if name == "hand-over" and any(action == name for action, _, _ in parts.end.done):
        return True
    if name == "time-and-owner":
        return any(_timed_by_somebody(view) for view in parts.views)
    if name == "read-back":
        return any(recapped(view) for view in parts.views)
    if name == "leave-review-free":
        texts = (view.whole_text for view in parts.views)
        return any(_LEFT_FREE.search(text) for text in texts)
    return act is not None and any(view.acts(act) for view in parts.views)


_BY_NOBODY: Final = LazyPattern(r"\byou(?:'ll| will| should| can expect)\b|(?:さ|ら)れます")
"""A call that somebody is going to have: who makes it is not said."""


def _timed_by_somebody(view: View) -> bool:
    """Whether something is going to be done by a time, and the words tell by whom: by name, by what
    they are, or as whoever speaks."""
    coming = {act.clause for act in view.acts(*COMMITTING)}
    dated = {slot.clause for slot in view.slots(TIME_SLOTS)}
    return any(
        not about_other_times(view, n) and not _BY_NOBODY.search(view.clause_text(n))
        for n in coming & dated
    )


def missed_duties(
    parts: ContactParts,
    criteria: Sequence[CriterionResult],
    scores: Mapping[Dimension, int | None],
) -> list[CriterionResult]:
    """Where policy fell short, or lies well below that of its replies: its duties that were not met in
    full, the costliest first."""
    score = scores["policy"]
    if score is None:
        return []
    own = [s for s in (grade.scores["policy"] for grade in parts.grades) if s is not None]
    held_down = bool(own) and score <= sum(own) // len(own) - _HELD_DOWN
    if score >= parts.rubric.passes.each and not held_down:
        return []
    rules = parts.rubric.dimensions["policy"].criteria
    missed = [
        c
        for c in criteria
        if c.dimension == "policy" and c.criterion in rules and c.points < c.out_of
    ]
    return sorted(missed, key=lambda c: (c.points - c.out_of, c.criterion))


def habits(parts: ContactParts) -> list[tuple[str, list[int]]]:
    """Slips of tone in half of the replies, and in three or more, with their turns; the most frequent
    first.

    One apology is enough for a contact: whoever has apologised before, and does not say for what else,
    does it over and over, but for a reply that as a whole is an earlier one again.
    """
    turns: dict[str, set[int]] = {}
    faults = parts.rubric.faults
    sorry = [bool(view.acts(Act.APOLOGISE)) for view in parts.views]
    for position, (grade, view) in enumerate(zip(parts.grades, parts.views, strict=True)):
        told = {f.rule for f in grade.findings if f.points <= 0}
        again = _only_sorry(view) and any(sorry[:position])
        copied = any(f.kind == _SAID_BEFORE and name in told for name, f in faults.items())
        for rule, fault in faults.items():
            over = again and fault.kind == _OVER_APOLOGY and not copied
            if fault.kind in _TONE and (rule in told or over):
                turns.setdefault(rule, set()).add(view.moment.turn)
    least = max(HABIT, (len(parts.grades) + 1) // 2)
    often = [(rule, sorted(seen)) for rule, seen in turns.items() if len(seen) >= least]
    return sorted(often, key=lambda pair: (-len(pair[1]), pair[0]))


def _only_sorry(view: View) -> bool:
    """Whether a reply apologises and says nowhere what for."""
    said = view.acts(Act.APOLOGISE)
    return bool(said) and not any(says_what_for(view, act.clause) for act in said)


def _habits_told(parts: ContactParts) -> list[Text]:
    return [
        say(parts, "habit", topic=_title(parts, rule), turn=len(turns), of=len(parts.grades))
        for rule, turns in habits(parts)
    ]


def _untold(parts: ContactParts, scores: Mapping[Dimension, int | None]) -> list[Text]:
    return [
        say(parts, "cannot-tell", topic=parts.rubric.dimensions[d].title)
        for d, s in scores.items()
        if s is None
    ]


def _open_goals(parts: ContactParts) -> list[Text]:
    pairs = zip(parts.scenario.goals, parts.end.goals_met, strict=False)
    names = [goal.name for goal, met in pairs if not met]
    return [say(parts, "goals-open", topic=_joined(names))] if names else []


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
    """The strongest things that were really there: one a criterion or merit, in replies without a
    breach."""
    best: dict[str, Finding] = {}
    for grade in grades:
        cold = (grade.scores["empathy"] or _COLD) < _COLD
        if grade.breaches or cold:
            continue
        met = {c.criterion for c in grade.criteria if c.level is Level.MET}
        for found in grade.findings:
            # Only what was fully met, and can be pointed at in the trainee's own words.
            if found.rule not in met | MERITS or found.rule == LEDGER:
                continue
            elsewhere = found.dimension == "resolution" and found.rule in _LISTENING
            if worth(found) >= _LEAST_STRENGTH and found.span is not None and not elsewhere:
                held = best.get(found.rule)
                if held is None or worth(found) > worth(held):
                    best[found.rule] = found
    ranked = sorted(best.values(), key=lambda f: (-worth(f), f.turn, f.rule))
    return tuple(ranked[:_STRENGTHS])
