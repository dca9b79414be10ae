"""Compiled rules and word lists kept beside their sources, so that the first reply does not wait for compiling.

One file holds what both languages need, and one a language the rest. Each names the digest of the
sources that it was made from; with any other sources it is left aside and the rules are compiled
anew, only more slowly. ``python -m scoring.prepared_rules`` writes them again after a change; a test
sees to it that this is not forgotten.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scoring.patterns import Element, Pattern
from scoring.rule import Rule, RuleWords

_FOLDER: Final = Path(__file__).with_name("rules")
_BOTH: Final = ""
"""Name of the part that is of no language."""


def _file(part: str) -> Path:
    return _FOLDER / (f"prepared-{part}.json" if part else "prepared.json")


@lru_cache(maxsize=3)
def _kept(part: str = _BOTH) -> dict[str, Any]:
    try:
        kept = json.loads(_file(part).read_bytes())
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def rules(digest: str) -> tuple[Rule, ...] | None:
    """The rules made from sources of this digest; None where there are none."""
    kept = _kept()
    if kept.get("digest") != digest:
        return None
    return tuple(_rule(values) for values in kept["rules"])


def patterns(language: Language, digest: str) -> tuple[list[Pattern], dict[str, str]] | None:
    """The compiled cues of a language and the readings of their words, or None."""
    kept = _kept(language)
    if kept.get("digest") != digest:
        return None
    keys = [frozenset(row) for row in kept["keys"]]
    return [_pattern(row, keys) for row in kept["patterns"]], dict(kept["readings"])


def word_lists(digest: str) -> dict[str, Any]:
    """Word lists by name and language, made from lists of this digest; empty where there are none.

    ``english-forms`` and ``synonyms-<language>``: form to base; ``antonyms-<language>``: pairs.
    """
    kept = _kept().get("words", {})
    return dict(kept) if kept.get("digest") == digest else {}


def harm(digest: str) -> dict[str, Any]:
    """Signs of veiled harm by breach, made from files of this digest; empty where there are none."""
    kept = dict(_kept().get("harm", {}))
    return kept if kept.pop("digest", None) == digest else {}


def harm_turns(language: Language, digest: str) -> dict[str, Any] | None:
    """Their wordings by what a sentence must hold, made from files of this digest; or None."""
    kept = _kept(language)
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
    from scoring import harm_rules
    from scoring.rule_loader import load_rules, source_digest

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
    return {_BOTH: both} | {str(name): values for name, values in made.items()}


def _prepared(loaded: tuple[Rule, ...], language: Language) -> dict[str, Any]:
    from scoring import harm_rules, harm_turns
    from scoring.normalise import matching_form
    from scoring.rule_loader import compile_rules

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
    from scoring import lexicon

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
    for name in (_BOTH, *LANGUAGES):
        _file(name).unlink(missing_ok=True)  # nothing may come from what was kept before
    for name, prepared in prepare().items():
        _file(name).write_text(as_text(prepared), encoding="utf-8", newline="\n")
