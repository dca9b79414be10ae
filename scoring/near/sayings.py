"""What a scenario says of its topics in one language: cues, name and proposed wording, as words.

Compared by ``index``. The words of a reply's sentence come through the same door (``words_said``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from scenarios.values import dataclass
from scoring.language.words import Word

if TYPE_CHECKING:
    from scenarios.language import Language
    from scenarios.model import Scenario


@dataclass(frozen=True, slots=True)
class Saying:
    """One wording of a topic."""

    topic: str
    words: tuple[str, ...]
    """The keys of its words, small ones as well, in their order: they tell "when" from "where"."""


def phrases(scenario: Scenario, language: Language) -> Iterator[tuple[str, str]]:
    """Topic and text of everything that a scenario says of its topics."""
    for name, topic in scenario.topics.items():
        for text in topic.cues.of(language):
            yield name, text
        yield name, topic.name.of(language)
        if topic.say is not None:
            yield name, topic.say.of(language)


def words_said(words: Iterable[Word]) -> tuple[str, ...]:
    """What words are compared by: the value of a figure, or else the word itself as it is meant."""
    return tuple(_key(word.keys) for word in words if (word.visible or word.content) and word.keys)


def _key(keys: Sequence[str]) -> str:
    for key in reversed(keys):
        if key.startswith("#"):
            return key
    # A mistyped word has a second key, the word that was meant.
    meant = [key for key in keys if key[0] not in "=<"]
    return meant[-1] if meant else keys[0]
