"""What an English clause only asks, doubts, wishes or tells as somebody else's words.

"I'll check whether it has left", "I doubt it will come", "you said the driver threw it": the words
behind are there, and nobody asserts them here.
"""

from __future__ import annotations

from typing import Final

from scoring.language.lazy_pattern import GuardedPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Word

__all__ = ["CHECKING", "open_words"]

CHECKING: Final = word_set(
    "check see know sure certain say ask out confirm wonder clear tell lying unsur"
)
"""Base forms behind which "if" asks and sets no condition."""
_OPENING: Final = GuardedPattern(
    "whether if doubt rather instead wish said told mentioned claimed promised asked feel felt thought think believe "
    "informed lying true correct like want wanted",
    r"\bwhether\b|"
    r"\b(?:check\w*|see(?:ing)?|know|sure|certain|say|ask(?:ed|ing)?|find out|confirm|wonder\w*|clear|tell(?: you| me)?)(?: yet| now| here| today| currently)? if\b|"
    r"\bi (?:rather |really |very much )?doubt\b(?! (?:you|your)\b)|"
    r"\b(?:rather than|instead of) (?:promis|tell|say|guarantee)\w*|"
    r"\b(?:i|we) (?:only |really )?wish\b|\bif only\b(?! you)|\blying if i said\b|"
    r"\bnot (?:true|correct|the case|right) that\b|"
    r"\byou(?:'ve| have|'d| had)? (?:also |just |already |once |rightly )?(?:said|told (?:me|us)|mentioned|claimed|asked|"
    r"feel|felt|thought|think|believe[d]?)\b(?! (?:to|for|about|like|so|more|better|bad|again)\b)|"
    r"\b(?:you|they)(?:'d| would)? (?:like|want|wanted) me to\b|"
    r"\byou(?:'ve been| have been| were| had been) (?:told|promised|informed)\b|"
    r"\b(?:colleague|agent|person|adviser|advisor|somebody|someone|they|he|she|we|i) (?:have |has |had )?"
    r"(?:wrongly |already )?(?:told|promised|said to) you\b",
)


def open_words(own: list[Word], body: str, start: int) -> range:
    """Which of a clause's words it leaves open: those behind the words that do so, and where these
    come first those before the comma ("Whether it comes, the depot tells me").

    *body* are the letters of the clause, which begin at *start* of its sentence.
    """
    found = _OPENING.search(body)
    if found is None:
        return range(0)
    place = start + found.end()
    begin = next((at for at, word in enumerate(own) if word.start >= place), len(own))
    if not found.start():
        commas = (at for at in range(begin, len(own)) if own[at].surface == ",")
        return range(begin, next(commas, len(own)))
    return range(begin, len(own))
