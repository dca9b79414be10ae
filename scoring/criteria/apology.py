"""The apology: one, for something that is named, at its time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scenarios.acts import Act
from scenarios.model import TopicKind
from scoring.criteria.judgement import NO_OCCASION, Judgement, met, missed, partly
from scoring.model import FoundAct
from scoring.moment.view import View

TOO_MANY = 3
"""From this many apologies on, the apology has become the message."""


def apology_fit(view: View) -> Judgement:
    """Met by an apology that says what for; partly by a bare one.

    Where nobody has been let down an apology is neither owed nor harmful.
    """
    said = view.acts(Act.APOLOGISE)
    if not said:
        return missed() if owed(view) else NO_OCCASION
    for act in said:
        if has_object(view, act):
            return met(view.clause_span(act.clause, act.span))
    return partly(view.clause_span(said[0].clause, said[0].span))


def owed(view: View) -> bool:
    """The handbook's clause on apologies is at stake in this scenario."""
    return bool({"apology-with-object", "3.4"} & set(view.scenario.clauses))


def has_object(view: View, act: FoundAct) -> bool:
    """Whether an apology says what for, in its clause or in the words before it."""
    if names_its_object(view, act):
        return True
    # "Your whole morning has gone. I apologise." names its object in the words before it.
    before = act.clause - 1
    kinds = (TopicKind.SITUATION, TopicKind.FEELING)
    named_before = any(f.clause == before for f in view.topics(*kinds))
    return named_before or bool(view.own(before) and view.acts_in(before, Act.ACKNOWLEDGE))


def names_its_object(view: View, act: FoundAct) -> bool:
    """The same, in its own clause."""
    if act.about:
        return True
    named = (Act.ACKNOWLEDGE, Act.EMPATHISE, Act.OWN, Act.ADMIT_FAULT)
    here = bool(view.acts_in(act.clause, *named))
    clause = view.clause(act.clause)
    echoes = clause is not None and 0.1 <= clause.echo < 0.8
    return here or echoes or any(f.clause == act.clause for f in view.found_topics)


def count(view: View) -> int:
    """Apologies in the reply, those that only repeat one included."""
    return sum(
        1 for act in view.found_acts if act.act is Act.APOLOGISE and not _reported(view, act)
    )


def _reported(view: View, act: FoundAct) -> bool:
    clause = view.clause(act.clause)
    return clause is not None and (clause.quoted or (clause.negated and clause.modality != "plain"))


KINDS: Mapping[str, Callable[[View], Judgement]] = {"apology-fit": apology_fit}
