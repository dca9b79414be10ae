"""Breaches that no rule names but the whole reply amounts to, as the customer takes them.

The grade weighs all that is heard, the customer answers to acts and topics. What is graded as hostile
or as blame must not be answered with thanks, and a bargain over a review in whatever words is the
bargain that the scenario knows: both are added to what reaches the customer, and only there. Blame
that is laid on a colleague or the carrier does not accuse the customer: it reaches them as an act of
its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import AUTOMATIC_FAILS, Act, Breach
from scenarios.model import Scenario, TopicKind
from scenarios.values import changed
from scoring.breaches.reassurance import falsely_reassuring
from scoring.breaches.whom import is_about_others
from scoring.learned.acts import BY_EXAMPLE
from scoring.model import FoundAct, FoundTopic, Reading, ReplyGrade
from scoring.moment.taken_back import puts_right

_AFFRONTS: Final = frozenset({Act.INSULT, Act.THREATEN, Act.SARCASM})
_TELLING: Final = _AFFRONTS | {Act.BLAME, Act.BLAME_OTHERS}
"""Acts that tell the customer of it already."""


_FELT: Final = ((Breach.HOSTILITY, Act.SARCASM), (Breach.BLAME, Act.BLAME))
"""As which act a breach is felt, the worse one first."""


_UNMISTAKABLE: Final = (Breach.REVIEW_DEAL, Breach.CARD_DATA)
"""Breaches that are the same thing in whatever words; of gifts, data and untruths there are many."""


def _on_others(reading: Reading, act: FoundAct) -> bool:
    """Whether what an act lays on somebody is laid on somebody else than the customer."""
    return is_about_others(reading.clauses[act.clause].text)


def _as_meant(reading: Reading) -> Reading:
    """The reading with what is laid on others, however hard the words, told apart from what accuses the
    customer."""
    hard = (Act.BLAME, Act.INSULT)
    on_others = [act for act in reading.acts if act.act in hard and _on_others(reading, act)]
    if not on_others:
        return reading
    acts = tuple(
        changed(act, {"act": Act.BLAME_OTHERS}) if act in on_others else act for act in reading.acts
    )
    return changed(reading, {"acts": acts})


def _accused(reading: Reading, grade: ReplyGrade) -> Reading:
    """The reading without blame of the customer, or an affront, that the whole reply does not bear out: who
    says "you're the one who sees to everything" accuses nobody, and "did it get lost?" sends nobody off."""
    if Breach.HOSTILITY in grade.breaches:
        return reading
    none = _AFFRONTS if Breach.BLAME in grade.breaches else _AFFRONTS | {Act.BLAME}
    return _without(reading, none)


def _without(reading: Reading, acts: frozenset[Act]) -> Reading:
    """The reading without these acts towards the customer; what they lay on others stays."""
    kept = tuple(a for a in reading.acts if a.act not in acts or _on_others(reading, a))
    return reading if len(kept) == len(reading.acts) else changed(reading, {"acts": kept})


_WITHIN: Final = 55
"""Score of policy from which on a reply without a breach is heard as within the rules, whatever forbidden thing
it has words of: in 112 coached contacts all eighteen such replies were."""


def _keeps_to_the_rules(grade: ReplyGrade) -> bool:
    policy = grade.scores["policy"]
    return not grade.breaches and policy is not None and policy >= _WITHIN


def _not_meant(reading: Reading, grade: ReplyGrade, scenario: Scenario) -> frozenset[str]:
    """What is forbidden, or would fail the contact if it were granted, has words in the reply, and is no breach
    of its grade: whoever says "and mind how you go" blames nobody, and who says that even a yes would tell too
    much tells nothing."""
    topics = {found.topic: scenario.topics[found.topic] for found in reading.topics}
    return frozenset(
        name
        for name, topic in topics.items()
        if topic.breach is not None
        and (topic.kind is TopicKind.FORBIDDEN or topic.breach in AUTOMATIC_FAILS)
        and topic.breach not in grade.breaches
    )


_GRANTS: Final = frozenset({Act.OFFER, Act.PROMISE, Act.INFORM, Act.CONSENT, Act.ADMIT_FAULT})
"""Acts by which something is granted; a no stays a no to whatever it is about."""


def _without_topics(reading: Reading, names: frozenset[str], scenario: Scenario) -> Reading:
    """The reading in which none of these topics is affirmed, nothing is granted about them, and nothing at all is
    about what is forbidden."""
    forbidden = {n for n in names if scenario.topics[n].kind is TopicKind.FORBIDDEN}

    def without(act: FoundAct) -> FoundAct:
        gone = names if act.act in _GRANTS else forbidden
        return changed(act, {"about": tuple(t for t in act.about if t not in gone)})

    topics = tuple(t for t in reading.topics if not (t.affirmed and t.topic in names))
    return changed(reading, {"acts": tuple(map(without, reading.acts)), "topics": topics})


def _without_estimates(reading: Reading, hoped: frozenset[int]) -> Reading:
    """The reading without the estimates in clauses that only hope: nobody thanks for such honesty."""
    kept = [a for a in reading.acts if a.act is not Act.ESTIMATE or a.clause not in hoped]
    return changed(reading, {"acts": tuple(kept)})


_COLD: Final = frozenset(
    {Act.CONTRADICT, Act.DEFEND, Act.DENY_FAULT, Act.MINIMISE, Act.CALM_DOWN, Act.BLAME} | _AFFRONTS
)
"""Acts of single sentences that a reply which is kind as a whole does not mean: "no, my words don't give you
that evening back"."""
_KIND: Final = 60
"""Score of empathy and of policy from which on a reply is heard as kind and within the rules. In 80 contacts
that coaches played customers bristled at a single sentence of eighteen such replies, of which the coaches
graded one cold, and of ten others, of which they graded six so."""
_COLD_BELOW: Final = 40
"""Score of empathy below which a reply is heard as cold. In 64 coached contacts four confidences came out
after such a reply, and the coaches found three of them out of place."""


def _is_well_meant(grade: ReplyGrade) -> bool:
    scores = [grade.scores[dimension] for dimension in ("empathy", "policy")]
    return not grade.breaches and all(score is not None and score >= _KIND for score in scores)


def as_felt(reading: Reading, grade: ReplyGrade, scenario: Scenario) -> Reading:
    """The reading with its tone, with the mockery, blame or promise that its grade amounts to, and with the
    topic that alone carries a breach which is the same in whatever words; the same reading where it holds
    them already, or the grade none of them."""
    not_meant = _not_meant(reading, grade, scenario)
    if not_meant and (_keeps_to_the_rules(grade) or puts_right(reading)):
        reading = _without_topics(reading, not_meant, scenario)
    if _is_well_meant(grade):
        return _as_meant(changed(_without(reading, _COLD), {"tone": "kind"}))
    empathy = grade.scores["empathy"]
    if empathy is not None and empathy < _COLD_BELOW:
        reading = changed(reading, {"tone": "cold"})
    hoped = frozenset(falsely_reassuring(reading))
    if Breach.UNCERTAIN_PROMISE in grade.breaches:
        reading = changed(reading, {"vouches": "swears"})
    elif hoped:
        reading = changed(_without_estimates(reading, hoped), {"vouches": "hopes"})
    reading = _accused(reading, grade)
    clause = next((n for n in grade.harmful if n < len(reading.clauses)), None)
    if clause is None:
        return _as_meant(reading)
    added: dict[str, object] = {}
    worst = next(((breach, act) for breach, act in _FELT if breach in grade.breaches), None)
    if worst is not None and _TELLING.isdisjoint([found.act for found in reading.acts]):
        breach, act = worst
        at = grade.said_in.get(breach, clause)
        added["acts"] = (*reading.acts, FoundAct(act, reading.clauses[at].span, at, BY_EXAMPLE))
    topics = tuple(_carried(reading, grade, scenario, clause))
    if topics:
        added["topics"] = (*reading.topics, *topics)
    return _as_meant(changed(reading, added) if added else reading)


def _carried(
    reading: Reading, grade: ReplyGrade, scenario: Scenario, clause: int
) -> Iterator[FoundTopic]:
    """The only topic of the case that carries a breach of the grade, where nothing was heard of it."""
    for breach in _UNMISTAKABLE:
        names = [name for name, topic in scenario.topics.items() if topic.breach is breach]
        heard = any(found.topic in names and found.affirmed for found in reading.topics)
        if breach in grade.breaches and len(names) == 1 and not heard:
            span = reading.clauses[clause].span
            yield FoundTopic(names[0], span, clause, affirmed=True, own_words=True)
