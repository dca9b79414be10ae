"""Loads the word lists: classes of synonyms, named groups for cues, English forms.

Lists are data with a source line each (``lexicons/*.yaml``); this module only reads them, once.
How words are compared is decided by the analysers and by ``cues``. What a reply needs of the lists
is kept ready (see ``prepared_files``) and used as long as the lists are the very same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from scenarios.language import Language
from scoring.prepared_files import read_part

if TYPE_CHECKING:
    from scenarios.problems import Problem

_T = TypeVar("_T")
FOLDER: Final = Path(__file__).parents[1]
"""Where the data of this package lie."""
NAMES: Final = (
    "antonyms",
    "english-forms",
    "feelings",
    "groups",
    "politeness",
    "roles",
    "synonyms",
)
"""All word lists."""


@dataclass(frozen=True, slots=True)
class EnglishForms:
    """Forms that a stemmer does not join, by their base form."""

    irregular: Mapping[str, tuple[str, ...]] = field(metadata={"free_keys": True})
    spellings: Mapping[str, tuple[str, ...]] = field(metadata={"free_keys": True})


@dataclass(frozen=True, slots=True)
class Group:
    """Words that may stand for each other in a cue of a rule, as ``@name``."""

    note: str
    """What joins them, and where the list comes from."""
    ja: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Classes of words that mean the same everywhere; the first is the one compared."""

    note: str
    ja: tuple[tuple[str, ...], ...] = ()
    en: tuple[tuple[str, ...], ...] = ()


def read_data(folder: str, name: str, into: type[_T], stop: str = "") -> tuple[_T, str]:
    """Decode a data file of this package; text from a line that begins with *stop* is left out.

    Returns the value and the text that was read. Raises SourceError with every mistake of the file.
    """
    # A usual start finds everything prepared and does without the reader of YAML.
    from scenarios.decode import decode
    from scenarios.problems import SourceError
    from scenarios.yaml_source import read_yaml_text

    path = f"{folder}/{name}"
    text = (FOLDER / folder / name).read_text(encoding="utf-8")
    if stop:
        text = text.partition(f"\n{stop}")[0] + "\n"
    problems: list[Problem] = []
    value = decode(read_yaml_text(text, path), into, path, problems)
    if value is None or problems:
        raise SourceError(problems)
    return value, text


@lru_cache(maxsize=1)
def digest() -> str:
    """sha256 over the text of all word lists."""
    total = hashlib.sha256()
    for name in NAMES:
        data = (FOLDER / "lexicons" / f"{name}.yaml").read_bytes()
        total.update(data.replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()


def prepared_lists(of: str) -> Mapping[str, Any]:
    """Word lists by name and language, made from lists of this digest; empty where there are none.

    ``english-forms`` and ``synonyms-<language>``: form to base; ``antonyms-<language>``: pairs.
    """
    lists: Mapping[str, Any] = read_part().get("words", {})
    return lists if lists.get("digest") == of else {}


@lru_cache(maxsize=1)
def _kept() -> Mapping[str, Any]:
    return prepared_lists(digest())


@lru_cache(maxsize=1)
def english_forms() -> Mapping[str, str]:
    """Word form -> base form."""
    return _kept().get("english-forms") or read_english_forms()


def read_english_forms() -> dict[str, str]:
    """The same from the list itself."""
    lists, _ = read_data("lexicons", "english-forms.yaml", EnglishForms)
    return {
        form: base
        for table in (lists.irregular, lists.spellings)
        for base, forms in table.items()
        for form in forms
    }


@lru_cache(maxsize=1)
def groups() -> Mapping[str, Group]:
    """The named groups of cues, from every file of groups."""
    found: dict[str, Group] = {}
    for name in ("groups.yaml", "feelings.yaml", "roles.yaml", "politeness.yaml"):
        found.update(read_data("lexicons", name, dict[str, Group])[0])
    return found


@lru_cache(maxsize=2)
def synonyms(language: Language) -> Mapping[str, str]:
    """Lemma -> the lemma of its class that stands for all of them."""
    return _kept().get(f"synonyms-{language}") or read_synonyms(language)


def read_synonyms(language: Language) -> dict[str, str]:
    """The same from the list itself."""
    from scoring.language import english, japanese

    lists, _ = read_data("lexicons", "synonyms.yaml", Synonyms)
    if language == "ja":
        return {
            japanese.comparable(w, "noun"): japanese.comparable(row[0], "noun")
            for row in lists.ja
            for w in row
        }
    return {english.lemma(w): english.lemma(row[0]) for row in lists.en for w in row}


@dataclass(frozen=True, slots=True)
class _Ideas:
    note: str
    ja: Mapping[str, tuple[str, ...]] = field(metadata={"free_keys": True})
    en: Mapping[str, tuple[str, ...]] = field(metadata={"free_keys": True})


def read_ideas(language: Language) -> dict[str, tuple[str, ...]]:
    """Lemma -> the ideas that it stands for, from the list itself; the ledger keeps its own copy."""
    lists, _ = read_data("lexicons", "ideas.yaml", _Ideas)
    found: dict[str, tuple[str, ...]] = {}
    for idea, words in (lists.ja if language == "ja" else lists.en).items():
        for word in words:
            found[word] = (*found.get(word, ()), idea)
    return found


@dataclass(frozen=True, slots=True)
class Antonyms:
    """Pairs that look alike and mean the opposite."""

    note: str
    ja: tuple[tuple[str, ...], ...] = ()
    en: tuple[tuple[str, ...], ...] = ()


def antonyms(language: Language) -> frozenset[frozenset[str]]:
    """Pairs of lemmas that must never be taken for each other."""
    rows = _kept().get(f"antonyms-{language}") or read_antonyms(language)
    return frozenset(frozenset(row) for row in rows)


def read_antonyms(language: Language) -> list[list[str]]:
    """The pairs from the list itself, in its order."""
    from scoring.language import english, japanese

    lists, _ = read_data("lexicons", "antonyms.yaml", Antonyms)
    if language == "ja":
        return [sorted({japanese.comparable(w, "noun") for w in row}) for row in lists.ja]
    return [sorted({english.lemma(w) for w in row}) for row in lists.en]
