"""Which breaches stand once the ledger has been heard beside the detectors.

A detector knows the deed, the ledger how such deeds are worded: what no detector foresaw is added
where the wording leaves little doubt, and an alarm that nothing in the wording bears out is
dropped. Gates cannot be argued with, so both thresholds are the rubric's to set.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.acts import AUTOMATIC_FAILS, Act, Breach
from scenarios.values import changed
from scoring.breaches.find import FoundBreach
from scoring.ledger.columns import COLUMNS
from scoring.ledger.estimate import Estimate, own_words
from scoring.ledger.excuse_people import A_FEW
from scoring.ledger.excuses import excused, not_at_all, plainly_none
from scoring.moment.view import View
from scoring.rubrics.rubric import LedgerRule
from scoring.rules.harm_rules import Sure


def _outright(found: FoundBreach, estimate: Estimate, view: View, rule: LedgerRule) -> bool:
    """Words that break a rule outright need nobody to bear them out, nor do such as sound like an insult
    unless the reply as a whole speaks against it: of 27 that it spoke against, none was rated an
    affront among replies kept unread."""
    if found.sure is Sure.ALWAYS:
        return True
    insulting = found.breach is Breach.HOSTILITY and view.acts_in(found.clause, Act.INSULT)
    return bool(insulting) and estimate.certainty(found.breach) >= rule.drops


def _borne(estimate: Estimate, view: View, clause: int, breach: Breach) -> int:
    """What the sentence of a clause brings to a breach, in thousandths of certainty."""
    column = COLUMNS.index(breach.value)
    return sum(estimate.clauses[n][column] for n in view.sentence(clause))


def _alone(view: View, clause: int) -> bool:
    """Whether its sentence is all that is said."""
    return len(view.sentence(clause)) == len(view.reading.clauses)


_BARELY: Final = -250
"""Certainty from which on an alarm stands in a reply of one sentence: below, one of forty was a breach
among replies kept unread."""
_EVEN: Final = 0
"""Certainty of what is as likely as not."""
_LIKE_ENOUGH: Final = -110
"""Certainty, one in four, from which on a breach weighs on policy though nobody names it."""
_BY_ITSELF: Final = 250
"""What the words of a single sentence must bring to a breach that no rule found in it, in thousandths:
below, every second one was clean among replies kept unread."""


_WELL_KEPT: Final = 75
"""What the ledger makes of policy in the whole from which on no breach is named that no rule found: of
those that would be, half were clean among replies kept unread."""


_KEPT_IN_TALK: Final = 30
"""The same for what fails a contact, from the second reply of one on. Among replies that were written to be
rated alone such breaches are no rare thing; in 182 contacts that coaches played as good agents with a slip or
two, of nineteen fails that the ledger would have named by itself from there on six of seven were
right below this and one of twelve above."""
_HOSTILE_IN_TALK: Final = 20
"""The same for an affront: nobody who plays a good agent means one, and in 112 such contacts all three that the
ledger named by itself were none, two of them plain questions between here and 30."""
_WARM: Final = 85
"""What the ledger makes of empathy from which on no affront is named that no rule found: one of 3,600
such affronts was in a reply that is heard as so warm."""


_POOR: Final = 50
"""What the ledger makes of policy in the whole below which a breach stands that the case's own topic shows: of
80 that were dropped there among replies kept unread two were clean, of 82 above it 58."""
_OF_THE_CASE: Final = (Breach.BEYOND_AUTHORITY, Breach.FALSE_STATEMENT)
"""The breaches of which a case knows more than the ledger: what may not be granted, and what is not true."""


def _said_by_the_case(found: FoundBreach, estimate: Estimate) -> bool:
    """Whether a topic of the case shows the breach and nothing speaks for policy in the whole."""
    of_the_case = found.topic is not None and found.breach in _OF_THE_CASE
    return of_the_case and estimate.scores["policy"] < _POOR


def _stands(found: FoundBreach, estimate: Estimate, view: View, rule: LedgerRule) -> bool:
    """An alarm stands where the reply as a whole speaks for it, or its own sentence does: good
    company does not undo an insult."""
    if found.sure is Sure.HINT and excused(view, found.clause, found.breach, estimate):
        return False
    if found.sure is Sure.TURN and not_at_all(view, found.clause, found.breach):
        return False
    if _said_by_the_case(found, estimate):
        return True
    own = _borne(estimate, view, found.clause, found.breach)
    least = rule.turns if found.sure is Sure.TURN else rule.drops
    if _alone(view, found.clause):  # nothing else is said that could speak for it
        least = min(least, _BARELY)
    return own >= rule.bears or estimate.certainty(found.breach) >= least


def _raised(estimate: Estimate, view: View, breach: Breach, rule: LedgerRule) -> int | None:
    """The clause of a breach that no rule found."""
    fails_in_talk = breach in AUTOMATIC_FAILS and view.moment.agent_said
    in_talk = _HOSTILE_IN_TALK if breach is Breach.HOSTILITY else _KEPT_IN_TALK
    well_kept = estimate.scores["policy"] >= (in_talk if fails_in_talk else _WELL_KEPT)
    warm = breach is Breach.HOSTILITY and estimate.scores["empathy"] >= _WARM
    if well_kept or warm or estimate.speaks_for(breach) < rule.least:
        return None
    least = rule.raises if breach in AUTOMATIC_FAILS else rule.raises_other
    # One clause must say it: many that hint at it a little are no breach.
    bearer = estimate.bearer(breach.value, rule.says)
    if bearer is None or not view.meant(bearer) or excused(view, bearer, breach, estimate):
        return None
    if breach is Breach.HOSTILITY and _rather_blame(estimate, view, bearer, rule):
        return None
    curt = breach is Breach.HOSTILITY and own_words(view) <= A_FEW
    if curt or _alone(view, bearer):  # shortness makes an affront likelier than it is
        if estimate.speaks_for(breach) < _BY_ITSELF:
            return None
        least = max(least, _EVEN)
    return bearer if estimate.certainty(breach) >= least else None


_LIKELIER: Final = 200
"""By how much more certain one breach must be for another of the same words to be none."""


def _rather_blame(estimate: Estimate, view: View, clause: int, rule: LedgerRule) -> bool:
    """Whether what slights somebody in a clause is that it puts the fault on them: clumsy, and no affront."""
    affront, blame = (estimate.certainty(b) for b in (Breach.HOSTILITY, Breach.BLAME))
    if affront >= _EVEN or blame - affront < _LIKELIER:
        return False
    return estimate.bearer(Breach.BLAME.value, rule.says) in view.sentence(clause)


def spared_clauses(
    found: tuple[FoundBreach, ...], estimate: Estimate, view: View, rule: LedgerRule
) -> Mapping[int, frozenset[Breach]]:
    """By clause the breaches that its words sound like and plainly are not: nothing of them is to be
    held against the reply."""
    spared: dict[int, frozenset[Breach]] = {}
    for breach in Breach:
        if estimate.speaks_for(breach) < rule.least:
            continue
        bearer = estimate.bearer(breach.value, rule.says)
        sounds = {f.clause for f in found if f.breach is breach and f.sure is not Sure.ALWAYS}
        sounds |= {bearer} if bearer is not None else set()
        none = [clause for clause in sounds if plainly_none(view, clause, breach)]
        if none and estimate.certainty(breach) >= _LIKE_ENOUGH:  # which takes longer to weigh
            for n in {n for clause in none for n in view.sentence(clause)}:
                spared[n] = spared.get(n, frozenset()) | {breach}
    return spared


def settled_breaches(
    found: tuple[FoundBreach, ...], estimate: Estimate, view: View, rule: LedgerRule
) -> tuple[FoundBreach, ...]:
    """The breaches that stand, in order of the text."""
    kept = [
        f for f in found if _outright(f, estimate, view, rule) or _stands(f, estimate, view, rule)
    ]
    known = {f.breach for f in kept}
    for breach in Breach:
        bearer = None if breach in known else _raised(estimate, view, breach, rule)
        if bearer is not None:
            kept.append(FoundBreach(view.reading.clauses[bearer].span, breach, bearer))
    told = [changed(f, {"clauses": _saying(f, estimate, view, rule)}) for f in kept]
    return tuple(sorted(told, key=lambda f: (f.span, f.breach.value)))


def _saying(
    found: FoundBreach, estimate: Estimate, view: View, rule: LedgerRule
) -> tuple[int, ...]:
    """The clauses of a breach that stands: where it was found, and where the ledger hears it."""
    heard = [
        sentence[0]
        for sentence in view.all_sentences
        if _borne(estimate, view, sentence[0], found.breach) >= rule.says
    ]
    return tuple(sorted({found.clause, *found.clauses, *heard}))
