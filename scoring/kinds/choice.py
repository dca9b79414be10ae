"""Choices: two ways side by side, put to the customer.

A list of alternatives alone is none: the customer must be asked, or told that either is open.
"""

from __future__ import annotations

import re
from typing import Final

from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.language.lazy_pattern import LazyPattern
from scoring.rules.loader import Rule

_OR: Final = {
    "en": LazyPattern(r"\bor\b(?! so\b| anything\b| something\b)"),
    "ja": LazyPattern(
        "それとも|または|もしくは|あるいは|か[、, ][^か。]{2,40}か|、どちら|いずれ|どちらの|どちらが|どちらか|どちらに|どれ(?!ほど|くらい|だけ|も)"
    ),
}
_HAPPENED: Final = {
    "en": LazyPattern(r"\b(?:have|did|had) you\b"),
    "ja": LazyPattern("(?:まし|でし)た(?:でしょう)?か"),
}
"""Asks what the customer has done: nothing to choose between."""
_NUMBERED: Final = LazyPattern(r"(?:^|[\s(])(?:1|一|①)[).、.:か ].*(?:2|二)[).、.:]", re.DOTALL)


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Sentences that ask between alternatives, or in which a cue of choice stands."""
    result = cue.find(rule, scene)
    seen = {scene.analysis.parts[found.clause].sentence for found in result}
    for sentence, (start, end) in enumerate(scene.analysis.sentences):
        if sentence in seen:
            continue
        number = _asked_between(scene, sentence, scene.analysis.normal.text[start:end])
        if number is not None and not scene.excepted_clause(rule, number):
            result.append(Found(start, end, number, inferred=True))
    return result


def _asked_between(scene: Scene, sentence: int, text: str) -> int | None:
    if not _OR[scene.language].search(text) or _HAPPENED[scene.language].search(text):
        return None
    parts = [(n, p) for n, p in enumerate(scene.analysis.parts) if p.sentence == sentence]
    asking = [n for n, p in parts if (p.question or p.offering) and not p.quoted]
    if not asking or len(scene.sentence_content(sentence)) < 2:
        return None
    return asking[-1]
