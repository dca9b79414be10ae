"""Words and clauses of an analysed text: what both analysers give and the matcher takes.

Positions count characters of the matching form (see ``normalise``). Analysers fill these in, the
reader turns them into the public ``Reading``; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from scoring.language.normalise import Normal
from scoring.model import Modality

Subject = Literal["self", "customer", "other", ""]
Register = Literal["formal", "polite", "plain", ""]


END_MARKS: Final = " .。!?,、)」』~ー♪…"
"""What may stand behind the end of a Japanese clause."""


@dataclass(slots=True)
class Word:
    """One token."""

    surface: str
    lemma: str
    reading: str
    """Japanese: katakana; English: the surface."""
    pos: str
    """noun verb adj adv pron num name part aux conj prefix suffix symbol word."""
    start: int
    end: int
    content: bool = False
    visible: bool = True
    """False for punctuation, fillers and negators: cues neither contain nor count them."""
    filler: bool = False
    """A small word that costs no gap and need not be in a cue."""
    negated: bool = False
    open: bool = False
    """Asked, feared, wished or told as somebody's words: nobody asserts it here."""
    clause: int = 0
    sentence: int = 0
    keys: tuple[str, ...] = ()
    """Everything a cue element may match: lemma, its class of synonyms, '=surface', '<slot>'."""

    def moved(self, by: int, clauses: int, sentences: int) -> Word:
        """The same word so many letters, clauses and sentences further on."""
        return Word(
            self.surface,
            self.lemma,
            self.reading,
            self.pos,
            self.start + by,
            self.end + by,
            self.content,
            self.visible,
            self.filler,
            self.negated,
            self.open,
            self.clause + clauses,
            self.sentence + sentences,
            self.keys,
        )


@dataclass(slots=True)
class Part:
    """A clause in the making."""

    start: int
    end: int
    sentence: int
    first: int
    last: int
    """Words ``first`` to ``last`` (exclusive)."""
    negated: bool = False
    modality: Modality = "plain"
    question: bool = False
    quoted: bool = False
    conditional: bool = False
    past: bool = False
    request: bool = False
    """Asks the customer to do something."""
    offering: bool = False
    """Puts a deed of one's own as a question or proposal: shall I, 〜ましょうか."""
    subject: Subject = ""
    register: Register = ""
    contrast: bool = False
    """Begins after 'but', が, けれど: cues do not reach across."""
    visible: list[int] = field(default_factory=list)
    """Where its visible words begin, from its start; before figures are taken as one word."""

    def moved(self, by: int, words: int, sentences: int) -> Part:
        """The same clause so many letters, words and sentences further on."""
        return Part(
            self.start + by,
            self.end + by,
            self.sentence + sentences,
            self.first + words,
            self.last + words,
            self.negated,
            self.modality,
            self.question,
            self.quoted,
            self.conditional,
            self.past,
            self.request,
            self.offering,
            self.subject,
            self.register,
            self.contrast,
            self.visible,
        )


@dataclass(slots=True)
class Sentence:
    """One sentence, taken apart; positions count from its own beginning."""

    words: list[Word]
    parts: list[Part]
    order: list[int] = field(default_factory=list)
    """Indices of its visible words and fillers."""

    @classmethod
    def of(cls, words: list[Word], parts: list[Part]) -> Sentence:
        """A sentence as the analyser leaves it."""
        for part in parts:
            own = words[part.first : part.last]
            part.visible = [w.start - part.start for w in own if w.visible]
        found = cls(words, parts)
        found.index()
        return found

    def index(self) -> None:
        """Give the words the numbers of their clauses, and find those that cues may name."""
        for number, part in enumerate(self.parts):
            for word in self.words[part.first : part.last]:
                word.clause = number
        self.order = [at for at, w in enumerate(self.words) if w.visible or w.filler]


@dataclass(slots=True)
class Analysis:
    """A text, taken apart."""

    normal: Normal
    sentences: list[tuple[int, int]]
    words: list[Word] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    by_sentence: list[list[int]] = field(default_factory=list)
    """Indices of the visible words and fillers of each sentence."""

    clauses_of: list[list[int]] = field(default_factory=list)
    """Numbers of the clauses of each sentence."""
    _content: list[list[Word]] = field(default_factory=list)

    def add(self, sentence: Sentence) -> None:
        """Put the words and clauses of the next sentence behind the others."""
        number, word, clause = len(self.by_sentence), len(self.words), len(self.parts)
        start = self.sentences[number][0]
        if start or number:
            self.words += [one.moved(start, clause, number) for one in sentence.words]
        else:
            self.words += sentence.words  # nobody changes them once they have been read
        self.parts += [part.moved(start, word, number) for part in sentence.parts]
        self.by_sentence.append([at + word for at in sentence.order])
        self.clauses_of.append(list(range(clause, len(self.parts))))

    def mark_quoted(self, quotations: Sequence[tuple[int, int]]) -> None:
        """Mark the clauses of which most words, or the only one, stand between quotation marks."""
        if not quotations:
            return
        for part in self.parts:
            starts = [part.start + at for at in part.visible] or [part.start]
            inside = sum(any(a <= start < b for a, b in quotations) for start in starts)
            part.quoted = part.quoted or inside * 2 > len(starts)

    @property
    def content(self) -> list[list[Word]]:
        """The content words of each clause; found once, when all words have been read."""
        if len(self._content) != len(self.parts):
            words = self.words
            self._content = [[w for w in words[p.first : p.last] if w.content] for p in self.parts]
        return self._content

    def words_of(self, sentence: int) -> list[Word]:
        """All words of a sentence, marks included."""
        clauses = self.clauses_of[sentence]
        if not clauses:
            return []
        return self.words[self.parts[clauses[0]].first : self.parts[clauses[-1]].last]
