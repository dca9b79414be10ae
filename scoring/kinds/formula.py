"""Formulas: set phrases that count as such only where the sentence says nothing of its own."""

from __future__ import annotations

from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.rules.loader import Rule

_OWN_WORDS = 3
"""Content words beside the formula from which a sentence says something itself; one less where
they stand in a clause of their own (朝からお待たせし、ご不便をおかけしました)."""


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Set phrases in sentences with hardly a word besides them and no figure of the case."""
    result: list[Found] = []
    for match in cue.matches(rule, scene):
        part = scene.part(match)
        covered = {scene.analysis.words[at].start for at in range(match.first, match.last + 1)}
        own = [w for w in scene.sentence_content(part.sentence) if w.start not in covered]
        elsewhere = any(scene.analysis.parts[word.clause] is not part for word in own)
        enough = _OWN_WORDS - 1 if elsewhere else _OWN_WORDS
        if len(own) < enough and not scene.slot_kinds(part.sentence) & {"clock", "amount"}:
            result.append(scene.found(match))
    return result
