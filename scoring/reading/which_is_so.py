"""Which of two things is so, and not which of them it shall be: 「贈り物でしょうか、それともご自宅用でしょうか」.

Nobody chooses how something is. In Japanese the two questions differ in their verbs: what is chosen is done or
wished for.
"""

from __future__ import annotations

from typing import Final

from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern

__all__ = ["asks_which_is_so"]

_EITHER: Final = LazyPattern("(?:でしょうか|ですか)[、。]? ?それとも")
_IS_CHOSEN: Final = LazyPattern(
    "ましょうか|なさ|よろし|宜し|希望|ほうが|方が|いたしますか|(?:に|と)します?か|されます|になります|お待ち|都合|お好|いい(?:です|でしょう)か|差し上げ|お送り"
)


def asks_which_is_so(text: str, language: Language) -> bool:
    """Whether the matching form of a sentence asks which of two things is so."""
    either = language == "ja" and _EITHER.search(text) is not None
    return either and _IS_CHOSEN.search(text) is None
