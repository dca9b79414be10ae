"""The kept compiled rules are those of the sources."""

from __future__ import annotations

from scenarios.language import LANGUAGES
from scoring.rules import harm_rules, prepared
from scoring.rules.loader import compile_rules, load_rules, rules_version, source_digest


def test_prepared_rules_are_up_to_date() -> None:
    """The kept file is what compiling the rules gives now (python -m scoring.rules.prepared)."""
    digest = source_digest()
    assert prepared.rules(digest) is not None, "the kept rules are out of date"
    for language in LANGUAGES:
        assert prepared.harm_turns(language, harm_rules.digest()) is not None
        kept = prepared.patterns(language, digest)
        assert kept == compile_rules(load_rules(examples=True).rules, language)


def test_other_sources_are_compiled_anew() -> None:
    """Kept rules are never used for sources that they were not made from."""
    assert prepared.rules("0" * 64) is None
    assert prepared.patterns("ja", "0" * 64) is None


def test_version_of_the_rules_is_their_digest() -> None:
    """The version stored with a score changes with any word of rules or lexicons."""
    assert rules_version() == source_digest()
    assert len(rules_version()) == 64
