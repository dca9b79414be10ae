"""Compiled rules and word lists kept beside their sources, so that the first reply does not wait for compiling.

Each file (``prepared_files``) names the digest of the sources that it was made from; with any other
sources it is left aside and the rules are compiled anew, only more slowly. ``python -m
scoring.rules.prepared`` writes them again after a change; a test sees to it that this is not forgotten.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scoring.cues.patterns import Element, Pattern
from scoring.prepared_files import BOTH, file_of, read_part
from scoring.rules.rule import Rule, RuleWords


def rules(digest: str) -> tuple[Rule, ...] | None:
    """The rules made from sources of this digest; None where there are none."""
    kept = read_part()
    if kept.get("digest") != digest:
        return None
    return tuple(_rule(values) for values in kept["rules"])


def patterns(language: Language, digest: str) -> tuple[list[Pattern], dict[str, str]] | None:
    """The compiled cues of a language and the readings of their words, or None."""
    kept = read_part(language)
    if kept.get("digest") != digest:
        return None
    keys = [frozenset(row) for row in kept["keys"]]
    return [_pattern(row, keys) for row in kept["patterns"]], dict(kept["readings"])


def harm(digest: str) -> dict[str, Any]:
    """Signs of veiled harm by breach, made from files of this digest; empty where there are none."""
    kept = dict(read_part().get("harm", {}))
    return kept if kept.pop("digest", None) == digest else {}


def harm_turns(language: Language, digest: str) -> dict[str, Any] | None:
    """Their wordings by what a sentence must hold, made from files of this digest; or None."""
    kept = read_part(language)
    return kept["harm-turns"] if kept.get("harm-digest") == digest else None


def _rule(values: dict[str, Any]) -> Rule:
    given: Any = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    given["act"] = Act(values["act"])
    for language in LANGUAGES:
        words = values[language]
        given[language] = RuleWords(tuple(words["cues"]), tuple(words["unless"]))
    return Rule(**given)


def _pattern(row: list[Any], keys: list[frozenset[str]]) -> Pattern:
    owner, elements, negated, at_start, at_end, literal = row
    return Pattern(
        owner,
        tuple(Element(keys[at], gap, denied) for at, gap, denied in elements),
        negated,
        at_start,
        at_end,
        literal=literal,
    )


def prepare() -> dict[str, dict[str, Any]]:
    """Compile the rules as they are now; by part the value that its file holds."""
    from scoring.rules import harm_rules
    from scoring.rules.loader import load_rules, source_digest

    loaded = load_rules(examples=True)
    listed = []
    for rule in loaded.rules:
        values = asdict(rule)
        del values["examples"]
        listed.append(values)
    digest, harm_values = source_digest(), harm_rules.as_values()
    both = {"digest": digest, "words": _words(), "harm": harm_values, "rules": listed}
    made = {language: _prepared(loaded.rules, language) for language in LANGUAGES}
    for values in made.values():
        values |= {"digest": digest, "harm-digest": harm_values["digest"]}
    return {BOTH: both} | {str(name): values for name, values in made.items()}


def _prepared(loaded: tuple[Rule, ...], language: Language) -> dict[str, Any]:
    from scoring.language.normalise import matching_form
    from scoring.rules import harm_rules, harm_turns
    from scoring.rules.loader import compile_rules

    phrases = [matching_form(cue) for rule in loaded for cue in rule.words(language).cues]
    compiled, readings = compile_rules(loaded, language)
    keys: dict[tuple[str, ...], int] = {}
    rows = [
        [
            p.owner,
            [
                [keys.setdefault(tuple(sorted(e.keys)), len(keys)), e.gap, e.negated]
                for e in p.elements
            ],
            p.negated,
            p.at_start,
            p.at_end,
            p.literal,
        ]
        for p in compiled
    ]
    turns = harm_turns.as_values(language, harm_rules.read_files(), phrases)
    return {
        "patterns": rows,
        "keys": [list(row) for row in keys],
        "readings": readings,
        "harm-turns": turns,
    }


def _words() -> dict[str, Any]:
    from scoring.language import lexicon

    words: dict[str, Any] = {
        "digest": lexicon.digest(),
        "english-forms": lexicon.read_english_forms(),
    }
    for language in LANGUAGES:
        words[f"synonyms-{language}"] = lexicon.read_synonyms(language)
        words[f"antonyms-{language}"] = lexicon.read_antonyms(language)
    return words


def as_text(value: dict[str, Any]) -> str:
    """The text of a file."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=list) + "\n"


if __name__ == "__main__":
    for name in (BOTH, *LANGUAGES):
        file_of(name).unlink(missing_ok=True)  # nothing may come from what was kept before
    for name, prepared in prepare().items():
        file_of(name).write_text(as_text(prepared), encoding="utf-8", newline="\n")
