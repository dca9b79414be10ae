"""Whether a customer speaks plainly: what the engine says for them should not sound like somebody else."""

from __future__ import annotations

import re
from typing import Final

from scenarios.language import Language
from scenarios.model import Persona

_ENDS: Final = re.compile(r"[。！？!?…」\s]+")
_POLITE: Final = re.compile(
    r"(?:です|ます|ません|でした|ました|ください|でしょう|ましょう|ですが|ますが|ですけど|ますけど)[ねよかわのさな]*$"
)
_MOSTLY_PLAIN: Final = 0.3
"""Share of polite sentences below which somebody speaks plainly. Of the 35 people of the library nine
have at most .23 and all others at least .33."""


def speaks_plainly(persona: Persona, language: Language) -> bool:
    """Whether their own words are mostly in plain form; of English nothing is known by its endings."""
    if language != "ja":
        return False
    said = [line for words in persona.voice.values() for line in words.all_wordings(language)]
    ends = [end for line in said for end in _ENDS.split(line) if end]
    return bool(ends) and sum(map(bool, map(_POLITE.search, ends))) < _MOSTLY_PLAIN * len(ends)
