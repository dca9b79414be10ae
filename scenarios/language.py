"""The two languages of the project and text that exists in both.

Neither language is a translation of the other: a pair is two texts that do the same
work, written side by side so that a reviewer sees both.
"""

from __future__ import annotations

from typing import Literal, get_args

from scenarios.values import dataclass

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    ja: str
    """In Japanese."""
    en: str
    """In English."""

    def of(self, language: Language) -> str:
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True)
class Phrases:
    """Several wordings in each language; the numbers of wordings may differ."""

    ja: tuple[str, ...]
    """In Japanese."""
    en: tuple[str, ...]
    """In English."""

    def of(self, language: Language) -> tuple[str, ...]:
        return self.ja if language == "ja" else self.en
