"""Words and clauses of an analysed text: what both analysers give and the matcher takes.

Positions count characters of the matching form (see ``normalise``). Analysers fill these in, the
reader turns them into the public ``Reading``; nothing here decides anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from scoring.model import Modality
from scoring.normalise import Normal

Subject = Literal["self", "customer", "other", ""]
Register = Literal["formal", "polite", "plain", ""]


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
    clause: int = 0
    sentence: int = 0
    keys: tuple[str, ...] = ()
    """Everything a cue element may match: lemma, its class of synonyms, '=surface', '<slot>'."""


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


@dataclass(slots=True)
class Analysis:
    """A text, taken apart."""

    normal: Normal
    words: list[Word]
    parts: list[Part]
    sentences: list[tuple[int, int]]
    by_sentence: list[list[int]] = field(default_factory=list)
    """Indices of the visible words and fillers of each sentence."""

    clauses_of: list[list[int]] = field(default_factory=list)
    """Numbers of the clauses of each sentence."""

    def words_of(self, sentence: int) -> list[Word]:
        """All words of a sentence, marks included."""
        clauses = self.clauses_of[sentence]
        if not clauses:
            return []
        return self.words[self.parts[clauses[0]].first : self.parts[clauses[-1]].last]

    def index(self) -> None:
        """Fill the lists by sentence and the clause numbers of the words."""
        self.by_sentence = [[] for _ in self.sentences]
        self.clauses_of = [[] for _ in self.sentences]
        for number, part in enumerate(self.parts):
            self.clauses_of[part.sentence].append(number)
            for at in range(part.first, part.last):
                word = self.words[at]
                word.clause, word.sentence = number, part.sentence
                if word.visible or word.filler:
                    self.by_sentence[part.sentence].append(at)
