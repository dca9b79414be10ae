"""What a sentence says, without what it only dates itself by or makes itself depend on.

"If the surveyor says they must come up, nothing is lifted without your word" puts no surveyor forward, and
「箱が戻りましたら、メールでお知らせします」 sends no box back: what stands in such a part is named in
passing. Nothing changes a score.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form

__all__ = ["main_part"]

_IN_PASSING: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"(?<!ask )(?<!see )(?<!check )(?<!know )(?<!find out )(?<!\bonly )"
        r"\b(?:if|when|once|until|till|after|before|as soon as|while|in case|unless|by the time)\b(?! (?:\d|noon|then|that\b|long\b|today|tomorrow|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))[^,;:.!?]*"
    ),
    "ja": LazyPattern(
        "[^、。!?]*(?:ましたら|でしたら|[たっん]たら|れば|ならば?|[たるだの](?:あと|後|前)|[たるの](?:とき|時|際|場合)|時点|次第|しだい)(?:に|で|は|も|には|では)?、"
    ),
}


@lru_cache(maxsize=256)
def main_part(text: str, language: Language) -> str:
    """The matching form of a sentence without its parts of time and condition."""
    return _IN_PASSING[language].sub(" ", matching_form(text))
