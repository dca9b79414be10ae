"""The three dimensions of a whole contact, each put together in its own way.

Why they differ is told in ``grade``; here is how.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scenarios.acts import Act, Breach
from scenarios.language import Language
from scenarios.model import TopicKind
from scoring.breaches.reassurance import FALSE_REASSURANCE
from scoring.contact.criteria import ContactParts, Seen, merged, whole
from scoring.criteria import deeds, note, wishes
from scoring.model import CriterionResult, Dimension, Finding, Level, ReplyGrade
from scoring.moment.taken_back import puts_right
from scoring.moment.view import View
from scoring.points import PARTLY, earn, weighted_mean

_AFFRONT_ROOM = 40
"""What empathy can still reach, over the fault's own ceiling, after an affront in a contact."""
_AMENDED_ROOM = 65
"""The same after an affront that the agent has put right."""
_WELL_KEPT = 88
"""Policy of a reply from which on raters seldom missed a duty in it."""
_SERIOUS = 40
"""Policy over a contact with one serious breach; each further one takes ten off."""


_HOPED = 80
"""Policy over a contact in which an outcome was hoped for as good as settled and not taken back."""


@dataclass(frozen=True, slots=True)
class Judged:
    score: int | None
    criteria: tuple[CriterionResult, ...]


# ---------------------------------------------------------------- empathy


def empathy(parts: ContactParts) -> Judged:
    dimension: Dimension = "empathy"
    pairs = []
    for position, grade in enumerate(parts.grades):
        score = grade.scores[dimension]
        if score is not None and _has_occasion(parts, position):
            pairs.append((score, parts.rubric.contact.first_reply if position == 0 else 100))
    score = weighted_mean(pairs)
    if score is not None:
        affront = worst_affront(parts)
        score = min(score, _late(parts), 100 if affront is None else affront.ceiling)
    return Judged(score, merged(parts, dimension))


def _has_occasion(parts: ContactParts, position: int) -> bool:
    """The first reply, any before the matter is acknowledged, a new phase, an attack, and any
    reply that itself went into it, well or badly."""
    view, grade = parts.views[position], parts.grades[position]
    named = parts.first_named
    if position == 0 or named is None or position <= named or view.moment.abuse:
        return True
    if view.moment.stage != parts.views[position - 1].moment.stage and _calls_for_it(view):
        return True
    told = (Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE)
    lowered = any(
        f.points < 0 and f.rule != "nothing-said"
        for f in grade.findings
        if f.dimension == "empathy"
    )
    return bool(view.acts(*told)) or lowered


def _calls_for_it(view: View) -> bool:
    kinds = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
    return bool(view.stage and view.stage.expects and view.expected(*kinds))


def _late(parts: ContactParts) -> int:
    ceilings = parts.rubric.contact.late_acknowledgement
    first = parts.first_named
    if first is None:
        return ceilings["never"]
    return 100 if first == 0 else ceilings["second" if first == 1 else "later"]


@dataclass(frozen=True, slots=True)
class Limit:
    """A breach against the person, or of a rule, and what empathy, or policy, can reach in a contact that has
    one."""

    ceiling: int
    turn: int
    rule: str


def worst_affront(parts: ContactParts) -> Limit | None:
    """A breach against the person limits the whole contact, not one reply of it: the one that limits
    it most, the earliest of equals; None without one."""
    affronts = [
        Limit(min(100, lowering.ceiling + _room_after(parts, found)), found.turn, found.rule)
        for grade in parts.grades
        for found in grade.findings
        if found.breach in (Breach.HOSTILITY, Breach.BLAME, Breach.NO_HANDOVER)
        and (lowering := parts.rubric.faults[found.rule].lowers.get("empathy")) is not None
    ]
    return min(affronts, key=lambda one: (one.ceiling, one.turn), default=None)


def _room_after(parts: ContactParts, found: Finding) -> int:
    return _AMENDED_ROOM if parts.puts_right(found) else _AFFRONT_ROOM


# ---------------------------------------------------------------- policy


def policy(parts: ContactParts) -> Judged:
    rule = parts.rubric.dimensions["policy"]
    duties = tuple(
        _kept_in_other_words(parts, _kept_in_all(parts, c))
        for c in merged(parts, "policy")
        if c.criterion not in rule.criteria or rule.criteria[c.criterion].scope != "reply"
    )
    told = sum(grade.scores["policy"] is not None for grade in parts.grades)
    if 2 * told < len(parts.grades) or not told:  # who mostly says nothing keeps no rule by it
        return Judged(None, duties)
    levels = {c.criterion: c.level for c in duties if c.criterion in rule.criteria}
    weights = {name: rule.criteria[name].weight for name in levels}
    # A duty left undone through a whole contact weighs more than in one reply of it.
    base = max(0, 2 * rule.base - 100)
    earned = earn(levels, weights, room=100 - base, enough=rule.enough)
    score = base + sum(e.points for e in earned.values()) if earned else 100
    score = _after_breaches(parts, score)
    pointed = tuple(
        replace(c, points=earned[c.criterion].points, out_of=earned[c.criterion].out_of)
        if c.criterion in earned
        else c
        for c in duties
    )
    return Judged(score, pointed)


def _kept_in_all(parts: ContactParts, duty: CriterionResult) -> CriterionResult:
    """A duty that the contact as a whole has done though no single reply did: the items were matched at
    the desk and nothing was told before, or every wish has its answer by the end."""
    if duty.level not in (Level.NOT_MET, Level.PARTLY):
        return duty
    if duty.criterion == "verify-identity":
        matched = any(action == "verify-identity" for action, _, _ in parts.end.done)
        early = any(Breach.IDENTITY_FIRST in grade.breaches for grade in parts.grades)
        kept = matched and not early
    elif duty.criterion == "answer-wishes":
        kept = wishes.contact_level(parts.views, parts.scenario.wishes)[0] is Level.MET
    else:
        kept = False
    return replace(duty, level=Level.MET, findings=()) if kept else duty


def _kept_in_other_words(parts: ContactParts, duty: CriterionResult) -> CriterionResult:
    """A duty that no rule found done is half done where policy of a reply that owed it is well kept by
    all else that is heard.

    (Of 318 rated replies with such a duty and that policy 82 % were rated top, of 781 with a lower
    one 8 %.) A number being read out has to be stopped in so many words.
    """
    rules = parts.rubric.dimensions["policy"].criteria
    known = duty.criterion in rules and rules[duty.criterion].kind != "stop-card-number"
    if duty.level is not Level.NOT_MET or not known:
        return duty
    kept = any(
        (grade.scores["policy"] or 0) >= _WELL_KEPT and not grade.breaches
        for grade in parts.grades
        if any(c.criterion == duty.criterion and c.level is Level.NOT_MET for c in grade.criteria)
    )
    return replace(duty, level=Level.PARTLY) if kept else duty


def _after_breaches(parts: ContactParts, score: int) -> int:
    effects = {gate.breach: gate for gate in parts.rubric.gates}
    serious = set(_serious(parts))
    for turn, breach in _broken(parts):
        gate = effects.get(breach)
        if gate is not None and gate.effect == "fail":
            return 0
        if (turn, breach) not in serious:
            score -= 10
    held = held_down(parts)
    return max(0, score if held is None else min(score, held.ceiling))


def _broken(parts: ContactParts) -> Iterator[tuple[int, Breach]]:
    """The breaches of a contact with their turns; what was done at the desk has 0."""
    for grade, view in zip(parts.grades, parts.views, strict=True):
        for breach in grade.breaches:
            yield view.moment.turn, breach
    for action, _, _ in parts.end.done:
        rule = parts.scenario.desk.get(action)
        if rule is not None and rule.breach is not None:
            yield 0, rule.breach


def _serious(parts: ContactParts) -> list[tuple[int, Breach]]:
    """The breaches that hold a contact below a pass and were not put right, in order."""
    bars = {
        gate.breach
        for gate in parts.rubric.gates
        if gate.effect == "cap" and (gate.cap or 100) <= parts.rubric.passes.total
    }
    return [one for one in _broken(parts) if one[1] in bars and one not in parts.amends]


def held_down(parts: ContactParts) -> Limit | None:
    """The first breach, or else false reassurance, that limits policy of the whole contact, and what it can
    reach with all that do; None without one."""
    serious = _serious(parts)
    if not serious:
        return _hoped_for(parts)
    turn, breach = serious[0]
    return Limit(max(0, _SERIOUS + 10 - 10 * len(serious)), turn, breach.value)


def _hoped_for(parts: ContactParts) -> Limit | None:
    """The first false reassurance that no later reply takes back."""
    said = [n for n, grade in enumerate(parts.grades) if _reassures_falsely(grade)]
    left = [n for n in said if not any(puts_right(view.reading) for view in parts.views[n + 1 :])]
    if not left:
        return None
    return Limit(_HOPED, parts.views[left[0]].moment.turn, FALSE_REASSURANCE)


def _reassures_falsely(grade: ReplyGrade) -> bool:
    return any(result.criterion == FALSE_REASSURANCE for result in grade.criteria)


# ---------------------------------------------------------------- resolution


def resolution(parts: ContactParts) -> Judged:
    shares = parts.rubric.contact.parts
    deed = parts.deeds
    wish_level, open_wish = wishes.contact_level(parts.views, parts.scenario.wishes)
    note_level, lacking = note.judge_note(
        parts.end.note, parts.scenario, _language(parts), parts.read_note
    )
    pairs = [
        (_goals(parts), shares["goals"] if parts.scenario.goals else 0),
        (_replies(parts), shares["replies"]),
        *_pair(wish_level, shares["every-wish"]),
        *_pair(deed.level, shares["deeds"]),
        *_pair(note_level, shares["note"]),
    ]
    score = weighted_mean(pairs) or 0
    score = min(score, parts.rubric.contact.outcome[parts.end.outcome])
    replies = [
        c for c in merged(parts, "resolution") if c.criterion not in ("every-wish", "deeds", "note")
    ]
    wish_name = open_wish.name if open_wish else None
    wanted = note.FIELD_NAMES[lacking[0]] if lacking and not parts.note_missing else None
    results = (
        *replies,
        whole(parts, "every-wish", wish_level, Seen(wish_name)),
        whole(parts, "deeds", deed.level, _deed(parts, deed)),
        whole(parts, "note", note_level, Seen(wanted)),
    )
    return Judged(score if parts.grades or parts.end.done else 0, results)


def _language(parts: ContactParts) -> Language:
    return parts.views[0].language if parts.views else "en"


def _goals(parts: ContactParts) -> int:
    goals = parts.scenario.goals
    points = sum(goal.points for goal in goals)
    got = sum(goal.points for goal, met in zip(goals, parts.end.goals_met, strict=False) if met)
    return 100 * got // points if points else 0


def _replies(parts: ContactParts) -> int:
    """The better half of the replies: not every turn of a talk can carry a step."""
    scores = sorted(
        (s for s in (g.scores["resolution"] for g in parts.grades) if s is not None), reverse=True
    )
    best = scores[: (len(scores) + 1) // 2]
    return sum(best) // len(best) if best else 0


def _pair(level: Level, weight: int) -> list[tuple[int, int]]:
    shares: Mapping[Level, int] = {Level.MET: 100, Level.PARTLY: PARTLY, Level.NOT_MET: 0}
    return [(shares[level], weight)] if level in shares else []


def _deed(parts: ContactParts, found: deeds.DeedsFound) -> Seen:
    """What the words and the deeds disagree on, and where it was said."""
    for said in (*found.undone, *found.differing):
        return Seen(deeds.action_name(parts.shop, said.action), said.turn, said.span)
    for action in found.unsaid:
        return Seen(deeds.action_name(parts.shop, action))
    return Seen()
