"""Compiles ordinary phrases into patterns, with the analyser that also reads the replies.

Topics of a scenario are plain phrases. Cues of the project's own rules may also use ``(a|b)`` for
alternatives, ``@group`` for a list of the lexicons, ``...`` for a longer gap, ``<clock>`` for a
figure, ``=word`` for exactly this form, ``^`` for the start of a sentence and ``$`` for the end of
a clause. A cue that begins with ``=`` is a set phrase and found as it stands; ``(a|b)`` in it are
alternatives, too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from scenarios.language import Language
from scoring.cues.analysis import analyse, key_slots
from scoring.cues.patterns import Element, Pattern
from scoring.language import lexicon
from scoring.language.kanji import KANJI
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import normalise
from scoring.language.word_sets import word_set
from scoring.language.words import Analysis, Word
from scoring.slots.find import find_slots
from scoring.slots.times import Day

_MARKUP: Final = LazyPattern(
    r"\(([^()]*)\)|@([a-z0-9-]+)|<([a-z]+)>|(\.\.\.|…|〜)|=(\S+)|(\^)|(\$)"
)
_NEAR: Final = {"ja": 2, "en": 1}
_FAR: Final = 7
_TOPIC_GAP: Final = 4
_WRONG_GAP: Final = 2
_MAX_VARIANTS: Final = 400

CueOf: TypeAlias = Literal["deed", "wrong", "any"]
"""What a cue of a scenario names: a step or a question, which may be worded freely; what must not be
said, granted or promised, which has to be said as it stands if it has next to no word of its own; or
anything else."""


def _compared(keys: Sequence[str]) -> tuple[str, ...]:
    """The key that a topic's word is found by: the value of a figure, or else the lemma."""
    values = tuple(key for key in keys if key.startswith("#"))
    return values or tuple(keys[:1])


_ASKED: Final = word_set(
    "何 どう 如何 何時 いつ 何処 どこ 誰 どなた 何方 幾つ 幾ら どちら どれ どの 何故 なぜ どんな"
)
"""Words that stand in any question: of a cue that has no other word, the wording has to be there."""
_ASKING_END: Final = LazyPattern("(?:[のん]?(?:です|でしょう))?か?[。?？]*$")
_CHOICE: Final = LazyPattern(r"\(([^()]*)\)")
_THINGS: Final = word_set("it them this that these those one ones")
"""What an English cue says instead of the thing's name: "don't use it again" is said of the cream."""
_ASKING: Final = word_set("how what when where which who whose why")
_CARRIED: Final = word_set(
    "be do have will would can could i you he she it we they my your his her our their"
)
"""Small words that a question with a word of its own does not hang on: how are your hands, how do
your hands look."""


_ALL: Final = word_set("all")
_TELLING: Final = _ALL | word_set(
    "there here again first only too still sure well already even ever yes right"
)
"""English words that are passed over elsewhere and tell what is meant in a cue that has next to no
other word: "there by Friday" is not "by Friday", "see you here" not "see you"."""
_NOT_TELLING: Final = word_set("away now back")
"""Behind "right" they make it a mere "at once"."""


def _telling(words: Sequence[Word]) -> frozenset[str]:
    after = {w.surface: later.surface for w, later in itertools.pairwise(words)}
    return _TELLING - {"right"} if after.get("right") in _NOT_TELLING else _TELLING


def _lightened(words: list[Word]) -> list[Word]:
    """An English cue of few words without those that any wording of it may do without."""
    asks = any(word.lemma in _ASKING for word in words)
    light = _THINGS | _CARRIED if asks else _THINGS
    kept = [word for word in words if word.content or word.lemma not in light]
    told = any(word.content for word in kept)
    return kept if told and len(kept) > 1 else words


def _spelled_out(phrase: str) -> Iterable[str]:
    """The set phrases that (a|b) in one stand for."""
    pieces = _CHOICE.split(phrase)
    choices = [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    return map("".join, itertools.product(*choices))


class Compiler:
    """Turns phrases of one language into patterns."""

    def __init__(self, language: Language, times: frozenset[str] = frozenset()) -> None:
        """*times* are those that the case knows, 'HH:MM': they tell which hour "six" is."""
        self.language = language
        self._day = Day(times=times)
        self.synonyms = lexicon.synonyms(language)
        self.readings: dict[str, str] = {}
        self._compiled: dict[str, list[tuple[str, bool]]] = {}
        self._keyed: dict[str, Analysis] = {}

    def canonical(self, lemma: str) -> str:
        return self.synonyms.get(lemma, lemma)

    def keyed(self, phrase: str) -> Analysis:
        """A scenario's phrase, taken apart, with the keys that its words are compared by."""
        known = self._keyed.get(phrase)
        if known is None:
            known = self._keyed[phrase] = analyse(phrase, self.language)
            for word in known.words:
                word.keys = (self.canonical(word.lemma),)
            self._note_compounds(known.words)
            text = known.normal.text
            key_slots(known.words, find_slots(text, text, self.language, day=self._day))
        return known

    def topic(self, owner: str, phrase: str, of: CueOf = "any") -> Pattern | None:
        """Compile a scenario's phrase; None where no content word is in it."""
        return self.topic_with_words(owner, phrase, of)[0]

    def topic_with_words(
        self, owner: str, phrase: str, of: CueOf = "any"
    ) -> tuple[Pattern | None, tuple[Word, ...]]:
        """The same, with the words of the phrase that the pattern is made of."""
        analysis = self.keyed(phrase)
        text = analysis.normal.text
        words = [w for w in analysis.words if w.content]
        few = len({word.keys for word in words}) < 2  # "call off the call" is one word said twice
        if few:  # "on the van", "all morning": the small words have to be there as well
            told = _telling(analysis.words) if of == "wrong" and self.language == "en" else _ALL
            words = [w for w in analysis.words if w.visible or w.content or w.surface in told]
            words = _lightened(words) if of == "deed" and self.language == "en" else words
        if not words:
            return None, ()
        if len(words) == 1 and words[0].lemma in _ASKED and not words[0].negated:
            return self._set_phrase(owner, _ASKING_END.sub("", text.strip())), tuple(words)
        for word in words:
            self._note(word)
        gap = _WRONG_GAP if few and of == "wrong" else _TOPIC_GAP
        elements = tuple(Element(frozenset(_compared(w.keys)), gap, w.negated) for w in words)
        pattern = Pattern(
            owner, elements, any(w.negated for w in words), loose=not few or len(words) == 1
        )
        return pattern, tuple(words)

    def rule(self, owner: str, phrase: str) -> list[Pattern]:
        """Compile a rule's cue with its markup into one or several patterns."""
        source = normalise(phrase).text.strip()
        if source.startswith("="):
            return [self._set_phrase(owner, literal) for literal in _spelled_out(source[1:])]
        start, end, far = source.startswith("^"), source.endswith("$"), False
        negated = self.language == "en" and _denies(source)
        segments: list[list[list[Element]]] = []
        at = 0
        for mark in _MARKUP.finditer(source):
            far = self._plain(source[at : mark.start()], segments, far)
            alternatives, dots, exact, group = mark[1], mark[4], mark[5], mark[2]
            if dots:
                far = True
            elif mark[3]:
                segments.append([[Element(frozenset((f"<{mark[3]}>",)), self._gap(far))]])
                far = False
            elif exact:
                segments.append([[Element(frozenset((f"={exact}",)), self._gap(far))]])
                far = False
            elif alternatives is not None or group:
                choices = (
                    alternatives.split("|") if alternatives is not None else self._group(group)
                )
                segments.append(self._alternatives(choices, far))
                far = False
            at = mark.end()
        self._plain(source[at:], segments, far)
        return [
            Pattern(owner, elements, negated or any(e.negated for e in elements), start, end)
            for elements in self._variants(segments)
            if elements
        ]

    def _set_phrase(self, owner: str, literal: str) -> Pattern:
        negated = self.language == "ja" and _DENIED_JA.search(literal) is not None
        return Pattern(owner, (), negated, literal=literal)

    def exception(self, owner: str, phrase: str) -> list[Pattern]:
        """Compile an exception; in Japanese, where grammar decides, it is found as it stands."""
        if self.language == "ja" and not _MARKUP.search(phrase):
            return [Pattern(owner, (), negated=False, literal=normalise(phrase).text.strip())]
        return self.rule(owner, phrase)

    def _variants(self, segments: list[list[list[Element]]]) -> Iterable[tuple[Element, ...]]:
        product = itertools.islice(itertools.product(*segments), _MAX_VARIANTS)
        for choice in product:
            yield self._tight(tuple(itertools.chain.from_iterable(choice)))

    def _tight(self, elements: tuple[Element, ...]) -> tuple[Element, ...]:
        """Small English words in a row stand side by side: "can you", "that must"."""
        if self.language == "ja":
            return elements
        return tuple(
            replace(element, gap=0)
            if at and element.gap < _FAR and _small(element) and _small(elements[at - 1])
            else element
            for at, element in enumerate(elements)
        )

    def _group(self, name: str) -> Sequence[str]:
        return getattr(lexicon.groups()[name], self.language)  # type: ignore[no-any-return]

    def _plain(self, text: str, segments: list[list[list[Element]]], far: bool) -> bool:
        elements = self._elements(text, far)
        if elements:
            segments.append([elements])
            return False
        return far

    def _elements(self, text: str, far: bool) -> list[Element]:
        text = text.strip()
        if not text:
            return []
        if text not in self._compiled:
            self._compiled[text] = [
                (self.canonical(word.lemma), word.negated) for word in self._words(text)
            ]
        return [
            Element(frozenset((key,)), self._gap(far and not number), negated)
            for number, (key, negated) in enumerate(self._compiled[text])
        ]

    def _words(self, text: str) -> list[Word]:
        """Words of a stretch of a cue; polarity as in a clause of its own."""
        if self.language == "en":
            from scoring.language import english

            words = english.tokenise(text)
            negated = _denies(text) or any(w.lemma in ("refus", "declin", "unabl") for w in words)
            for word in words:
                word.negated = negated
                word.visible = word.visible and word.surface not in _NEGATORS
        else:
            from scoring.language import japanese_clauses

            words = japanese_clauses.cue_words(text)
        kept = [word for word in words if word.visible or word.filler]
        for word in kept:
            self._note(word)
        return kept

    def _alternatives(self, choices: Sequence[str], far: bool) -> list[list[Element]]:
        """Single words share one element; longer alternatives stay variants of their own."""
        compiled = [
            self._elements(choice, far) for choice in choices if choice.strip() not in _NEGATORS
        ]
        single = [c[0] for c in compiled if len(c) == 1 and not c[0].negated]
        rest = [c for c in compiled if len(c) > 1 or (len(c) == 1 and c[0].negated)]
        if any(not c for c in compiled):
            rest.append([])
        if single:
            keys = frozenset(key for element in single for key in element.keys)
            rest.insert(0, [Element(keys, single[0].gap)])
        return rest

    def _gap(self, far: bool) -> int:
        return _FAR if far else _NEAR[self.language]

    def _note(self, word: Word) -> None:
        if self.language == "ja" and len(word.reading) >= 3 and word.content:
            self.readings.setdefault(word.reading, word.lemma)

    def _note_compounds(self, words: Iterable[Word]) -> None:
        """Words of several parts that a dictionary has no whole reading of: 違約金, 営業所."""
        if self.language != "ja":
            return
        for of_kanji, run in itertools.groupby(words, key=_is_kanji_noun):
            parts = list(run)
            if of_kanji and len(parts) > 1:
                reading = "".join(word.reading for word in parts)
                self.readings.setdefault(reading, "".join(word.surface for word in parts))


def _is_kanji_noun(word: Word) -> bool:
    nominal = word.pos in ("noun", "suffix", "prefix", "name")
    return nominal and _ALL_KANJI.fullmatch(word.surface) is not None


_ALL_KANJI: Final = LazyPattern(f"{KANJI}+")
_DENIED_JA: Final = LazyPattern("ません|ない|なく|なかっ|ず$|かね|では$|じゃ$|無[いく]|せんで|な$")


def _small(element: Element) -> bool:
    from scoring.language.english import FUNCTION

    return element.keys <= FUNCTION


_NEGATORS: Final = word_set(
    "not never no nor neither without nobody none cannot hardly nothing nowhere"
)
_OUTSIDE: Final = LazyPattern(r"\([^()]*\)")
_DENYING: Final = LazyPattern(
    r"\b(?:not|never|no|nobody|nothing|none|without|nor|neither|hardly|cannot)\b|n't\b"
)
_AFFIRMING: Final = LazyPattern(
    r"no (?:wonder|doubt|problem|later|less|longer)|without fail|no one to blame"
)


def _denies(source: str) -> bool:
    """Whether a negator stands outside the alternatives of an English cue and reaches them."""
    outside = _OUTSIDE.sub(" x ", source)
    return _DENYING.search(outside) is not None and not _AFFIRMING.search(outside)
