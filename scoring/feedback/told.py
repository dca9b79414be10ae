"""What a trainee is told of one reply: what earned or cost points, and what is missing most.

Which lines there are is decided here; what may be said of words in ``reasons``, what is missing
in ``missing``, how points are laid on lines in ``laying``. Feedback that is false of the
reply does more harm than feedback that is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from scenarios.acts import Breach
from scenarios.language import Text
from scenarios.model import TopicKind
from scenarios.values import changed
from scoring.breaches.find import FoundBreach
from scoring.feedback.carriers import with_carriers
from scoring.feedback.laying import Setting, laid_on_lines
from scoring.feedback.lines import LEDGER, in_order, told_once, worded_once
from scoring.feedback.merits import with_merits
from scoring.feedback.missing import Missed, missing_lines
from scoring.feedback.reasons import TOLD_ANYWAY, Teller
from scoring.feedback.seen import Seen
from scoring.feedback.ways import way_of
from scoring.feedback.what_words_do import asks, wishes
from scoring.language.normalise import digits_of
from scoring.ledger.columns import COLUMNS
from scoring.ledger.estimate import Estimate
from scoring.ledger.excuses import excused
from scoring.model import DIMENSIONS, CriterionResult, Dimension, Finding, Level
from scoring.moment.view import View
from scoring.rubrics.rubric import Rubric
from scoring.rubrics.wording import message
from scoring.rules.harm_rules import Sure

__all__ = ["feedback", "impression"]

_MOVES_NOTHING: Final = frozenset({"left-standing", "refusal-only"})
"""Faults of a reply that puts nothing forward: not told of one that has begun to move, or in which
the ledger hears that it helps."""
_TOLD_BESIDE: Final = frozenset({"other-language", "contradiction-first"})
"""Kinds of faults that are told, once, even beside what is worse and where nothing is left to lower:
nothing else says what the customer answers to."""
_ON_RECORD: Final = (TopicKind.FACT, TopicKind.SITUATION)
"""Kinds of topics that a record holds."""
_HELPS: Final = 45
"""Score of resolution from which on a reply helps."""
_MUCH: Final = 30
"""Points of policy that are not left without words."""
_HEARD_AS_HARM: Final = -1800
"""Hundredths of a point that the ledger must hear in a clause for it to be called what lowers policy."""
_NO_TIME: Final = "vague"
"""A fault that says less than the breach of promising to come back without a time."""

_ASKED_AGAIN: Final = "asked-known"
"""A fault of questions: to tell which number to answer asks for nothing."""


def feedback(
    view: View,
    rubric: Rubric,
    criteria: Sequence[CriterionResult],
    missed: Sequence[Missed],
    seen: Seen,
) -> tuple[Finding, ...]:
    """The findings as they are told, in their order; base and points of each dimension make its
    score."""
    levels = {c.criterion: c.level for c in criteria}
    moved = levels.get("serves-need") in (Level.MET, Level.PARTLY)
    helps = moved or (seen.scores["resolution"] or 0) >= _HELPS
    said_worse = Breach.OPEN_PROMISE in seen.names
    teller = Teller(view, rubric, seen)
    earned = [f for result in criteria for f in result.findings if f.points]
    for n, f in enumerate(earned):
        idle = helps and f.rule in _MOVES_NOTHING
        idle = idle or (f.rule == _NO_TIME and (said_worse or _is_wished(view, f)))
        idle = idle or (f.rule == _ASKED_AGAIN and not _is_asked(view, f))
        if idle or (f.points < 0 and f.breach is None and teller.hears_good(f)):
            earned[n] = changed(f, {"rule": LEDGER, "span": None})
        elif f.breach is not None:
            earned[n] = _where_it_is_said(f, view, seen, rubric)
    told = {f.breach or f.rule for f in earned}
    costless = [
        _where_it_is_said(f, view, seen, rubric)
        for result in criteria
        for f in result.findings
        if not f.points and _told_without_cost(f, rubric, seen) and (f.breach or f.rule) not in told
    ]
    advised = missing_lines(view, rubric, missed, seen, earned)
    said = {found.clause for found in seen.breaches}
    setting = Setting(
        clauses=tuple(clause.span for clause in view.reading.clauses),
        sentences=view.all_sentences,
        brought=teller.heard,
        fit=teller.fit(),
        reason=teller.reason,
        shown=teller.shown,
        empty=seen.empty,
        harmful=tuple(
            view.reading.clauses[n].span
            for clause in seen.harmful
            for n in view.sentence(clause)
            if n in said or not _stands_apart(view, teller, n)
        ),
        faults=tuple(teller.let_go()),
        always=frozenset(n for n, fault in rubric.faults.items() if fault.kind in TOLD_ANYWAY),
    )
    found = [*worded_once([*earned, *costless]), *advised]
    lines = laid_on_lines(found, partial(impression, view, rubric, seen.heard), setting)
    lines = _with_words(lines, view, rubric, seen)
    lines = with_carriers(lines, view, rubric, seen)
    lines = with_merits(lines, view, rubric, seen)
    return tuple(told_once(sorted(lines, key=in_order)))


def _with_words(lines: Sequence[Finding], view: View, rubric: Rubric, seen: Seen) -> list[Finding]:
    """The lines; where policy is far down and none of them says by what words, the rest of it is told of
    the clause in which the ledger hears most of it. (Of seven such lines in contacts that coaches played,
    from a third of ``_HEARD_AS_HARM`` on, three were right, all of them beyond it.)"""
    brought = seen.brought("policy")
    rest = next((n for n, f in enumerate(lines) if _is_much_of_policy(f)), None)
    told = any(f.dimension == "policy" and -f.points >= _MUCH and f.span for f in lines)
    if rest is None or told or seen.empty or not brought:
        return list(lines)
    worst = min(range(len(brought)), key=lambda n: (brought[n], n))
    span = view.reading.clauses[worst].span
    good = any(f.span is not None and f.points > 0 and f.span.overlaps(span) for f in lines)
    if good or brought[worst] > _HEARD_AS_HARM or not view.own(worst):
        return list(lines)
    said = message(rubric, view.scenario, LEDGER, "lowers-policy")
    pointed = changed(lines[rest], {"span": span, "message": said})
    return [pointed if n == rest else f for n, f in enumerate(lines)]


def _is_much_of_policy(found: Finding) -> bool:
    rest = found.rule == LEDGER and found.span is None
    return rest and found.dimension == "policy" and -found.points >= _MUCH


def _is_wished(view: View, fault: Finding) -> bool:
    """Whether the words of a fault are a good wish."""
    return any(wishes(view, n) for n in view.clauses_at(fault.span))


def _is_asked(view: View, fault: Finding) -> bool:
    """Whether the words of a fault ask for anything."""
    here = view.clauses_at(fault.span)
    return not here or any(asks(view, n) for n in here)


def _stands_apart(view: View, teller: Teller, clause: int) -> bool:
    """Whether a clause is good though another of its sentence does harm: in Japanese a sentence holds
    many."""
    shows = any(teller.shown(dimension, clause) for dimension in DIMENSIONS)
    heard = teller.heard["policy"]
    return view.language == "ja" and shows and bool(heard) and heard[clause] >= 0


def _told_without_cost(finding: Finding, rubric: Rubric, seen: Seen) -> bool:
    """A breach, or a tone, that found no points left to lower; no tone beside what is worse."""
    if finding.breach is not None:
        return finding.dimension == "policy"
    fault = rubric.faults.get(finding.rule)
    if fault is not None and fault.kind in _TOLD_BESIDE:
        return finding.dimension == "empathy"
    worse = seen.empty or Breach.HOSTILITY in seen.names
    return fault is not None and fault.kind in TOLD_ANYWAY and not worse


def impression(  # noqa: PLR0913, PLR0917  (what was heard, of what, and for how much)
    view: View,
    rubric: Rubric,
    heard: Estimate | None,
    dimension: Dimension,
    points: int,
    clause: int | None,
) -> Finding:
    """How a clause comes across, where no criterion tells why; without one the rest of a reply.

    What lowers policy is told only where it comes close to a certain breach: that a clause "sounds
    wrong" helps nobody.
    """
    level = "met" if points > 0 else "missed"
    rule, variant, words = LEDGER, level, None
    span = None if clause is None else view.reading.clauses[clause].span
    if clause is not None and dimension == "policy" and points < 0:
        near = _near(clause, heard, view)
        if near is None:
            span = None
        else:
            rule, variant = near.value, "near"
    elif clause is not None:
        way = way_of(view, dimension, clause) if points > 0 else None
        variant = "-".join((level, dimension, *([way] if way else ())))
        words = Text("…", "…")
    said = message(rubric, view.scenario, rule, variant, topic=words)
    return Finding(LEDGER, LEDGER, dimension, view.moment.turn, span, points, said)


def _near(clause: int, heard: Estimate | None, view: View) -> Breach | None:
    """The breach that a reply more likely commits than not, if this clause speaks for it. (Of 59
    unread replies in which such a line was told raters named that breach in 36.)"""
    if heard is None:
        return None
    row = heard.clauses[clause]
    spoken_for = [b for b in Breach if row[COLUMNS.index(b.value)] > 0]
    # To weigh a breach takes long, and mostly none that the clause speaks for is likely.
    certain = {b: heard.certainty(b) for b in spoken_for}
    if max(certain.values(), default=-1) < 0:
        return None
    certain |= {b: heard.certainty(b) for b in Breach if b not in certain}
    likeliest = max(Breach, key=certain.__getitem__)
    if likeliest not in spoken_for:
        return None
    column = COLUMNS.index(likeliest.value)
    bearer = max(range(len(heard.clauses)), key=lambda n: (heard.clauses[n][column], -n))
    # What is excused where it sounds most like the breach is not told elsewhere instead.
    return None if excused(view, bearer, likeliest, heard) else likeliest


def _where_it_is_said(finding: Finding, view: View, seen: Seen, rubric: Rubric) -> Finding:
    """The line of a breach with that of its clauses that says it most plainly."""
    found = next((b for b in seen.breaches if b.breach == finding.breach), None)
    if found is not None and found.breach is Breach.IDENTITY_FIRST:
        return _where_most_is_revealed(finding, found, view)
    if found is None or found.sure is Sure.ALWAYS:
        return finding
    brought = seen.brought(found.breach.value)
    if not brought or brought[found.clause] >= rubric.ledger.says:
        return finding
    best = max(found.clauses, key=lambda n: (brought[n], -n), default=found.clause)
    if brought[best] < rubric.ledger.says:
        return finding
    return changed(finding, {"span": view.reading.clauses[best].span})


def _where_most_is_revealed(finding: Finding, found: FoundBreach, view: View) -> Finding:
    """The line of a record spoken of too early with the clause that tells most of it: the time of day
    that it is now stands on no record."""

    said = digits_of(view.customer_text)

    def revealed(clause: int) -> int:
        now = view.moment.clock
        hour = None if now is None else f"{now // 60:02}:{now % 60:02}"
        figures = {
            slot.value
            for slot in view.reading.slots
            if slot.clause == clause and slot.in_case and slot.value != hour
        }
        figures = {
            value for value in figures if not (digits_of(value) and digits_of(value) in said)
        }
        topics = {t.topic for t in view.topics(*_ON_RECORD, own_words=False) if t.clause == clause}
        return len(figures) + len(topics)

    best = max(found.clauses, key=lambda n: (revealed(n), -n), default=found.clause)
    if revealed(best) <= revealed(found.clause):
        return finding
    return changed(finding, {"span": view.reading.clauses[best].span})
