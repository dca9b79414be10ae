"""What the customer still keeps to themselves, and whether words for the trainee would give it away.

A guard for feedback: neither a proposed sentence nor the name of a topic may tell of a hidden fact
before it has come out. Nothing changes a score.
"""

from __future__ import annotations

from typing import Final

from scenarios.language import Language
from scenarios.model import Scenario
from scoring.language.kanji import KANJI_KATAKANA
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.moment.touched import COMMON_WORDS
from scoring.moment.view import View
from scoring.per_case import per_case

__all__ = ["gives_away"]

_WORD: Final = {"en": LazyPattern("[a-z]{3,}"), "ja": LazyPattern(KANJI_KATAKANA + "{2,}")}
_SLIGHT: Final = frozenset({
    "all", "and", "any", "are", "but", "can", "day", "did", "first", "for", "get", "got", "had", "has",
    "her", "him", "his", "how", "its", "let", "may", "not", "now", "off", "once", "one", "our", "out",
    "own", "put", "say", "see", "she", "the", "too", "two", "use", "was", "way", "who", "why", "yet",
    "you", "電話", "家族",
})  # fmt: skip
"""Words that give nothing away, beside the common ones."""


def gives_away(view: View, words: str, *, said: str = "", least: int = 1) -> bool:
    """Whether *words* speak of what the customer still keeps to themselves, in at least so many words;
    what is *said* already gives nothing away."""
    language = view.language
    kept = [h.name for fact, h in view.scenario.hidden.items() if fact not in view.moment.told]
    telling = _words(" ".join(name.of(language) for name in kept), language)
    known = _words(" ".join((*view.moment.customer_said, said)), language)
    known |= _told_at_first(view.scenario, language) | COMMON_WORDS | _SLIGHT
    return len(telling & (_words(words, language) - known)) >= least


@per_case
def _told_at_first(scenario: Scenario, language: Language) -> frozenset[str]:
    """The words of the briefing, and of everything the customer may begin with."""
    opens = scenario.stages[scenario.first_stage].opens
    heats = (opens.any, opens.calm, opens.tense, opens.hot)
    lines = [line for some in heats if some is not None for line in some.of(language)]
    return _words(" ".join([scenario.briefing.of(language), *lines]), language)


def _words(text: str, language: Language) -> frozenset[str]:
    return frozenset(_WORD[language].findall(matching_form(text)))
