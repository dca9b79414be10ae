"""The rubric's files hold together."""

from __future__ import annotations

import string

import pytest

from scenarios.language import LANGUAGES
from scoring.criteria import kinds
from scoring.criteria.faults import KINDS
from scoring.rubrics.rubric import load_rubric


def test_every_criterion_has_a_judgement(rubric):
    """Each kind named in the rubric exists, besides those judged over the contact."""
    for dimension in rubric.dimensions.values():
        for criterion in dimension.criteria.values():
            assert criterion.scope == "contact" or criterion.kind in kinds()


def test_every_fault_can_be_found_and_lowers_something(rubric):
    """A fault is found by its acts, its breach or a kind that exists."""
    for name, fault in rubric.faults.items():
        assert fault.acts or fault.breach or fault.kind in KINDS, name
        assert fault.lowers, name


def test_shares_sum_to_a_hundred(rubric):
    """The dimensions' shares are per cent of the total, the parts per cent of resolution."""
    assert sum(d.share for d in rubric.dimensions.values()) == 100
    assert sum(rubric.contact.parts.values()) == 100


def test_every_rule_has_words_for_what_it_can_see(rubric):
    """A criterion has words for met and missed, a fault for itself."""
    for dimension in rubric.dimensions.values():
        for name in dimension.criteria:
            assert {"met", "missed"} <= set(rubric.messages[name]) or name == "who-what-when"
    for name in rubric.faults:
        assert "fault" in rubric.messages[name]


def test_words_ask_only_for_facts_that_are_given(rubric):
    """Every place in a message is one that the grader fills."""
    given = {"topic", "customer", "total", "each", "turn", "of", "need", "advice", "say"}
    for rule, wordings in rubric.messages.items():
        for text in wordings.values():
            for language in LANGUAGES:
                fields = {f for _, f, _, _ in string.Formatter().parse(text.of(language)) if f}
                assert fields <= given, rule


def test_the_digest_names_the_content(rubric):
    """Loading twice gives the same digest."""
    assert load_rubric().digest == rubric.digest
    assert rubric.name.startswith("standard 16 ")


def test_an_unknown_criterion_is_an_error(rubric):
    """Asking for what no dimension has raises."""
    with pytest.raises(KeyError):
        rubric.criterion("no-such")


def test_every_clause_that_is_cited_stands_in_the_handbook(rubric):
    """Criteria, faults and gates cite clauses that the handbook has; breaches agree with it."""
    from scenarios.loader import builtin_library

    clauses = {clause.id: clause for clause in builtin_library().handbook.clauses}
    cited = {c.clause for d in rubric.dimensions.values() for c in d.criteria.values()}
    cited |= {fault.clause for fault in rubric.faults.values()}
    assert cited - {None} <= set(clauses)
    for gate in rubric.gates:
        assert clauses[gate.clause].breach == gate.breach
