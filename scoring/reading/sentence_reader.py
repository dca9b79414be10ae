"""One sentence of a reply with its figures: its words with their keys, and the cues in it.

None of this depends on the other sentences. A reply may be read again without some of its sentences
(see ``reply.idle_words``), so the last ones are kept; nobody may change what is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scenarios.values import changed, dataclass
from scoring import cues
from scoring.cues import Index, Match
from scoring.cues.analysis import key_slots, reads_sentences
from scoring.language import lexicon
from scoring.language.disowned import disowned
from scoring.language.normalise import Normal, quotations, sentences
from scoring.language.words import Analysis, Part, Sentence, Word
from scoring.learned.acts import Totals
from scoring.reading.typing_errors import Corrector
from scoring.slots.find import RawSlot

Said = tuple[int, tuple[str, ...], Totals]
"""Words of one's own in a clause, what the ledger looks at in them, and what they come to for each
act."""
_KEPT: Final = 32
"""Sentences: those of a long reply, not of the one before it."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence whose words have their keys, and the cues found in it."""

    sentence: Sentence
    rules: Sequence[Match]
    topics: Sequence[Match]
    said: Sequence[Said]
    """Of each of its clauses."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A whole text in the same way."""

    analysis: Analysis
    rules: Sequence[Match]
    topics: Sequence[Match]
    said: Sequence[Said]
    """Of each clause."""


class SentenceReader:
    """Reads the sentences of one scenario in one language; may be shared between threads."""

    def __init__(
        self,
        language: Language,
        rules: Index,
        topics: Index,
        known: Corrector,
        said: Callable[[Sequence[Word], Part], Said],
    ) -> None:
        self._language: Language = language
        self._take_apart = reads_sentences(language)
        self._canonical = lexicon.synonyms(language).get
        self._rules = rules
        self._topics = topics
        self._corrector = known
        self._said = said
        self._read = lru_cache(maxsize=_KEPT)(self._sentence)

    def read(self, normal: Normal, slots: Sequence[RawSlot]) -> ReadText:
        """Take a text apart, and find the cues in it. *slots* are its figures, in order."""
        text = normal.text
        analysis = Analysis(normal, sentences(text))
        rules: list[Match] = []
        topics: list[Match] = []
        said: list[Said] = []
        begin = 0
        for start, end in analysis.sentences:
            found = self._read(text[start:end], tuple(_within(slots, begin, start, end)))
            words = len(analysis.words)
            analysis.add(found.sentence)
            rules += [_moved(match, words) for match in found.rules]
            topics += [_moved(match, words) for match in found.topics]
            said += found.said
            begin = end
        said_by_nobody = disowned(text, analysis.sentences, self._language)
        analysis.mark_quoted((*quotations(text), *said_by_nobody))
        return ReadText(analysis, rules, topics, said)

    def _sentence(self, text: str, slots: tuple[RawSlot, ...]) -> ReadSentence:
        sentence = self._take_apart(text)
        self._key(sentence.words, slots)
        sentence.index()
        return ReadSentence(
            sentence,
            cues.find(self._rules, text, sentence),
            cues.find(self._topics, text, sentence),
            [self._said(sentence.words[p.first : p.last], p) for p in sentence.parts],
        )

    def _key(self, words: list[Word], slots: Sequence[RawSlot]) -> None:
        """Give every word what cues may find it by."""
        exact = self._rules.exact
        canonical = self._canonical
        for word in words:
            word.keys = (canonical(word.lemma, word.lemma),)
            if word.content:
                word.keys += self._corrector.keys(word)
            if word.surface in exact:
                word.keys += ("=" + word.surface,)
                word.filler = True
        self._corrector.join_kana(words)
        key_slots(words, slots)


def _within(slots: Sequence[RawSlot], begin: int, start: int, end: int) -> Iterator[RawSlot]:
    """The figures that reach into a sentence, their places counted from its beginning; one that an
    earlier sentence (up to *begin*) holds words of begins before 0."""
    for slot in slots:
        if slot.start < end and slot.end > start:
            first = -1 if slot.start < begin else max(0, slot.start - start)
            yield changed(slot, {"start": first, "end": slot.end - start})


def _moved(match: Match, words: int) -> Match:
    """The same match so many words further on."""
    if not words:
        return match
    return Match(match.pattern, tuple([at + words for at in match.words]), match.agrees)
