"""What a reader makes of one scenario's own words: patterns of its topics, runs of the handbook.

Taking hundreds of phrases apart is most of what a first reply would wait for, so the result may be
kept in a cache, under everything that it follows from: phrases, texts, lists and the analyser.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from scenarios.model import TopicKind
from scenarios.values import dataclass
from scoring import cues
from scoring.cues.compiler import CueOf
from scoring.cues.patterns import Pattern
from scoring.near.sayings import Saying, phrases, words_said
from scoring.reading import shares
from scoring.slots.find import case_times

if TYPE_CHECKING:
    from scenarios.cache import Cache
    from scenarios.language import Language
    from scenarios.model import Handbook, Scenario

_ANALYSERS: Final[Mapping[Language, tuple[tuple[str, str], ...]]] = {
    "ja": (("sudachipy", "__init__.py"), ("sudachidict_small", "resources/system.dic")),
    "en": (("snowballstemmer", "english_stemmer.py"),),
}
"""Package and file that tell one version of an analyser from another."""


@dataclass(frozen=True, slots=True)
class CaseCues:
    """The compiled words of a scenario in one language."""

    topics: tuple[Pattern, ...]
    readings: Mapping[str, str]
    """Kana reading -> lemma of the cue words."""
    manual: frozenset[tuple[str, ...]]
    """The handbook's wording, as runs of words."""
    sayings: tuple[Saying, ...]
    """Everything that the scenario says of its topics."""


def case_cues(
    scenario: Scenario, language: Language, handbook: Handbook, rules: str, cache: Cache | None
) -> CaseCues:
    """Compile a scenario's topics and a handbook; *rules* is the digest of rules and lists."""
    cue_phrases, said = topic_phrases(scenario, language), list(phrases(scenario, language))
    texts = [clause.text.of(language) for clause in handbook.clauses]
    times = case_times(scenario)
    if cache is None:
        return _compiled(cue_phrases, said, texts, language, times)
    versions = [rules, unicodedata.unidata_version, *_analyser(language)]
    basis = [language, *versions, cue_phrases, said, texts, sorted(times)]
    sources = (json.dumps(basis).encode(),)
    kept = cache.load(CaseCues, sources)
    if kept is None:
        kept = _compiled(cue_phrases, said, texts, language, times)
        cache.save(CaseCues, sources, kept)
    return kept


class TopicPhrase(NamedTuple):
    """A cue as it is written."""

    topic: str
    place: int
    """Its number among the cues of its topic in this language, from 0."""
    text: str
    of: CueOf


def topic_phrases(scenario: Scenario, language: Language) -> list[TopicPhrase]:
    """Every cue of a scenario's topics in one language, in the order of the file."""
    return [
        TopicPhrase(name, place, text, _CUES_OF.get(topic.kind, "any"))
        for name, topic in scenario.topics.items()
        for place, text in enumerate(topic.cues.of(language))
    ]


_CUES_OF: Final[Mapping[TopicKind, CueOf]] = {
    TopicKind.STEP: "deed",
    TopicKind.QUESTION: "deed",
    TopicKind.LIMIT: "wrong",
    TopicKind.UNCERTAIN: "wrong",
    TopicKind.FORBIDDEN: "wrong",
}


def _compiled(
    cue_phrases: Iterable[TopicPhrase],
    said: Iterable[tuple[str, str]],
    texts: Iterable[str],
    language: Language,
    times: frozenset[str],
) -> CaseCues:
    compiler = cues.Compiler(language, times)
    patterns = [compiler.topic(p.topic, p.text, p.of) for p in cue_phrases]
    return CaseCues(
        tuple(pattern for pattern in patterns if pattern is not None),
        compiler.readings,
        shares.Manual.of(texts, language).runs,
        tuple(Saying(topic, words_said(compiler.keyed(text).words)) for topic, text in said),
    )


def _analyser(language: Language) -> list[str]:
    """What tells the installed analyser from others; asking for its version takes far longer."""
    found: list[str] = []
    for package, file in _ANALYSERS[language]:
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            status = (Path(spec.origin).parent / file).stat()
            found.append(f"{package} {status.st_size} {status.st_mtime_ns}")
    return found
