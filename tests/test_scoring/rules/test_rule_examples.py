"""Every example of every rule, in both languages."""

from __future__ import annotations

import pytest
from reader_case import read

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scoring.rules.loader import Examples, Rule, load_rules

RULES = load_rules(examples=True).rules


def _examples(rule: Rule) -> Examples:
    assert rule.examples is not None, f"{rule.id}: a rule without examples"
    return rule.examples


def _sentences(kind: str) -> list[tuple[str, Language, str]]:
    return [
        (rule.id, language, sentence)
        for rule in RULES
        if rule.examples
        for language in LANGUAGES
        for sentence in getattr(getattr(rule.examples, language), kind)
    ]


def _fired(language: Language, sentence: str) -> set[str]:
    return {found.rule for found in read(language, sentence).acts}


@pytest.mark.parametrize(("rule", "language", "sentence"), _sentences("matching"))
def test_matching_sentence_fires_its_rule(rule: str, language: Language, sentence: str) -> None:
    """A sentence that a rule file lists as matching is found by that rule."""
    assert rule in _fired(language, sentence)


@pytest.mark.parametrize(("rule", "language", "sentence"), _sentences("near_miss"))
def test_near_miss_leaves_its_rule_quiet(rule: str, language: Language, sentence: str) -> None:
    """A look-alike that a rule file lists as a near-miss is not found by that rule."""
    assert rule not in _fired(language, sentence)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_enough_examples(rule: Rule) -> None:
    """Every rule has at least six matching sentences and five near-misses in each language."""
    examples = _examples(rule)
    for language in LANGUAGES:
        words = examples.ja if language == "ja" else examples.en
        assert len(set(words.matching)) >= 6, language
        assert len(set(words.near_miss)) >= 5, language


def test_every_act_has_a_rule() -> None:
    """No dialogue act of the shared list is left without a rule that finds it; blame of others is what
    a customer makes of blame (``scoring.reply.felt``)."""
    assert {rule.act for rule in RULES} == set(Act) - {Act.BLAME_OTHERS}
