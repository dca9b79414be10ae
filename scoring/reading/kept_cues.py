"""What the reader keeps of a scenario's cues, and which of them it cannot tell apart: for writers.

A cue is an example sentence; of it only the words remain that the compiler of cues makes a pattern
of. Whoever wrote "we got the name wrong" wants to know that "name" and "wrong" is all there is to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from scenarios.model import TopicKind
from scoring.cues.compiler import Compiler
from scoring.reading.case_cues import TopicPhrase, topic_phrases

if TYPE_CHECKING:
    from scenarios.language import Language
    from scenarios.model import Scenario
    from scoring.cues.patterns import Pattern
    from scoring.language.words import Word

__all__ = ["Doubt", "KeptCue", "also_heard", "doubts", "kept_cues"]

_BREACHES: Final = (TopicKind.LIMIT, TopicKind.FORBIDDEN)
_COMMON_AT_LEAST: Final = 3
"""Other topics whose cues have a word before it can be called common."""
_COMMON_SHARE: Final = 0.2
"""And the share of all other topics that these are."""


@dataclass(frozen=True, slots=True)
class KeptCue:
    """One cue, as written and as heard."""

    topic: str
    place: int
    """Its number among the cues of its topic in this language, from 0."""
    phrase: str
    words: tuple[str, ...]
    """What is kept of it, in its order; a word that is heard as another one with that behind it."""
    pattern: Pattern | None
    """None: nothing is kept, and the cue is never heard."""
    keys: frozenset[frozenset[str]]
    """What these words are compared by."""

    @property
    def kept(self) -> str:
        return " + ".join(self.words)

    @property
    def how(self) -> Literal["never", "as-written", "in-order", "any-order"]:
        """In which way its words have to be said."""
        if self.pattern is None:
            return "never"
        if self.pattern.literal:
            return "as-written"
        return "any-order" if self.pattern.loose else "in-order"

    @property
    def denies(self) -> bool:
        return self.pattern is not None and self.pattern.negated


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cue that will not do what its writer expects."""

    code: Literal["W301", "W302", "W303", "W304", "W307"]
    cue: KeptCue
    other: KeptCue | None = None
    """A cue of another topic, in whose words this one is heard as well."""
    count: int = 0
    """How many other topics have the word."""


def kept_cues(scenario: Scenario, language: Language) -> tuple[KeptCue, ...]:
    """Every cue of a scenario's topics in one language, in the order of the file."""
    compiler = Compiler(language)
    return tuple(_kept(compiler, phrase) for phrase in topic_phrases(scenario, language))


def _kept(compiler: Compiler, phrase: TopicPhrase) -> KeptCue:
    pattern, words = compiler.topic_with_words(phrase.topic, phrase.text, phrase.of)
    shown = tuple(_shown(word, compiler) for word in words)
    keys = frozenset(element.keys for element in pattern.elements) if pattern else frozenset()
    return KeptCue(phrase.topic, phrase.place, phrase.text, shown, pattern, keys)


def _shown(word: Word, compiler: Compiler) -> str:
    """An English word as it is written, for its stem is none; a Japanese one without its ending."""
    plain = word.lemma if compiler.language == "ja" else word.surface
    times = (key.removeprefix("#clock:") for key in word.keys if key.startswith("#clock:"))
    heard_as = next(times, compiler.canonical(word.lemma))
    return plain if heard_as in (plain, word.lemma) else f"{plain} (= {heard_as})"


def also_heard(cue: KeptCue, cues: Iterable[KeptCue]) -> Iterator[KeptCue]:
    """The cues of other topics of which each holds all that is kept of *cue*: who says one of these
    is heard to say both."""
    if cue.how != "any-order":
        return
    keys = cue.keys
    for other in cues:
        if other.topic != cue.topic and other.denies == cue.denies and keys <= other.keys:
            yield other


def doubts(scenario: Scenario, cues: Sequence[KeptCue]) -> Iterator[Doubt]:
    """What its writer should look at again, in the order of the cues.

    Topics overlap by nature: a question and the need that it brings out are told in the same words. So
    only what is surely no help is told of: a cue without words, one word that half of the topics
    have, words that are praised and punished at once, and two topics that cannot be told apart.
    """
    holders = _holders(cues)
    pairs: set[frozenset[str]] = set()
    for cue in cues:
        if cue.how == "never":
            yield Doubt("W301", cue)
            continue
        count = _others_with(cue, holders)
        if count >= max(_COMMON_AT_LEAST, _COMMON_SHARE * (len(scenario.topics) - 1)):
            yield Doubt("W302", cue, count=count)
            continue
        if _asks_with_a_word(cue, scenario):
            yield Doubt("W307", cue)
            continue
        breach = _is_breach(cue, scenario)
        for other in also_heard(cue, cues):
            pair = frozenset((cue.topic, other.topic))
            if breach != _is_breach(other, scenario):
                if breach:
                    yield Doubt("W303", cue, other)
                    break
            elif other.keys == cue.keys and pair not in pairs:
                pairs.add(pair)
                yield Doubt("W304", cue, other)


def _asks_with_a_word(cue: KeptCue, scenario: Scenario) -> bool:
    """One word of what is known already: "your telephone number" would ask whether somebody rang."""
    alone = cue.how == "any-order" and len(cue.keys) == 1
    return alone and scenario.topics[cue.topic].kind is TopicKind.KNOWN


def _is_breach(cue: KeptCue, scenario: Scenario) -> bool:
    return scenario.topics[cue.topic].kind in _BREACHES


_Holders = Mapping[tuple[frozenset[str], bool], set[str]]
"""The topics whose cues have a word, by it and by whether the cue denies something."""


def _holders(cues: Iterable[KeptCue]) -> _Holders:
    found: dict[tuple[frozenset[str], bool], set[str]] = defaultdict(set)
    for cue in cues:
        for key in cue.keys:
            found[key, cue.denies].add(cue.topic)
    return found


def _others_with(cue: KeptCue, holders: _Holders) -> int:
    """How many other topics have the one word of a cue; 0 where it has more."""
    if cue.how != "any-order" or len(cue.keys) != 1:
        return 0
    (key,) = cue.keys
    return len(holders[key, cue.denies] - {cue.topic})
