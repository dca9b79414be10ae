"""Loads the rules that find dialogue acts, and compiles their cues.

One file a rule (``rules/acts/<id>.yaml``): what it finds, in which kind of words, with cues in
Japanese and English, each written on its own, and below ``examples:`` sentences that must match
and look-alikes that must not. The examples are for tests; reading them at every start would
triple the time, so a usual load stops before them. For the same reason compiled cues are kept
(see ``prepared``) and used as long as they were made from the very same files.
"""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scoring import cues
from scoring.language import lexicon
from scoring.rules import harm_rules, prepared
from scoring.rules.rule import (
    Examples,
    ExampleWords,
    KindName,
    Rule,
    RuleWords,
    YesNo,
)

__all__ = [
    "Compiled",
    "ExampleWords",
    "Examples",
    "KindName",
    "Rule",
    "RuleSet",
    "RuleWords",
    "YesNo",
    "builtin_rules",
    "load_rules",
    "rule_names",
    "rules_version",
]

_ACTS: Final = lexicon.FOLDER / "rules" / "acts"


@dataclass(frozen=True, slots=True)
class Compiled:
    """The cues of one language, ready to find."""

    index: cues.Index
    readings: dict[str, str]
    """Kana reading -> lemma of the cue words."""


class RuleSet:
    """All rules; the cues of a language are compiled when they are first needed."""

    def __init__(self, rules: tuple[Rule, ...], digest: str) -> None:
        self.rules = rules
        self.digest = digest
        self._compiled: dict[Language, Compiled] = {}
        self._lock = threading.Lock()

    def compiled(self, language: Language) -> Compiled:
        """The cues of *language* as an index; compiled once, safe from several threads."""
        with self._lock:
            if language not in self._compiled:
                patterns, readings = prepared.patterns(language, self.digest) or compile_rules(
                    self.rules, language
                )
                self._compiled[language] = Compiled(cues.Index.of(patterns, readings), readings)
            return self._compiled[language]


def compile_rules(
    rules: tuple[Rule, ...], language: Language
) -> tuple[list[cues.Pattern], dict[str, str]]:
    """Compile every cue of a language; returns the patterns and the readings of their words."""
    compiler = cues.Compiler(language)
    patterns: list[cues.Pattern] = []
    for rule in rules:
        words = rule.words(language)
        for phrase in words.cues:
            patterns.extend(compiler.rule(rule.id, phrase))
        for phrase in words.unless:
            patterns.extend(compiler.exception(f"-{rule.id}", phrase))
    return patterns, compiler.readings


def rule_names() -> tuple[str, ...]:
    """Ids of all rules, sorted."""
    return tuple(
        sorted(
            entry.name.removesuffix(".yaml")
            for entry in _ACTS.iterdir()
            if entry.name.endswith(".yaml")
        )
    )


def load_rules(*, examples: bool = False) -> RuleSet:
    """Read every rule; with *examples* also the sentences below them.

    Raises SourceError with the problems of a file that cannot be used.
    """
    digest = source_digest()
    if not examples and (kept := prepared.rules(digest)):
        return RuleSet(kept, digest)
    rules: list[Rule] = []
    for name in rule_names():
        rule, _ = lexicon.read_data(
            "rules/acts", f"{name}.yaml", Rule, "" if examples else "examples:"
        )
        if rule.id != name:
            raise ValueError(
                f"rules/acts/{name}.yaml: the id is {rule.id!r}, the file name says {name!r}"
            )
        rules.append(rule)
    return RuleSet(tuple(rules), digest)


def source_digest() -> str:
    """sha256 over the text of rules and signs of harm (without examples) and lexicons."""
    digest = hashlib.sha256()
    for name in rule_names():
        text = (_ACTS / f"{name}.yaml").read_bytes().replace(b"\r\n", b"\n")
        digest.update(text.partition(b"\nexamples:")[0].strip() + b"\0")
    digest.update(lexicon.digest().encode())
    digest.update(harm_rules.digest().encode())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def builtin_rules() -> RuleSet:
    """The rules of the project, read once."""
    return load_rules()


def rules_version() -> str:
    """sha256 over everything in rules and lexicons that can change a reading."""
    return builtin_rules().digest
