"""Reading back: key facts repeated together with a question whether they are right.

A recap needs no question: facts under the heading of a summary.
"""

from __future__ import annotations

from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.rules.loader import Rule

_FACTS = 2


def find(rule: Rule, scene: Scene) -> list[Found]:
    """A confirming cue with facts in its sentence, or in the one before it."""
    return [
        found for found in cue.find(rule, scene)
        if _around(scene, found.clause) >= _FACTS
    ]  # fmt: skip


def _around(scene: Scene, clause: int) -> int:
    sentence = scene.analysis.parts[clause].sentence
    return max(_facts(scene, sentence), _facts(scene, sentence + 1))


def find_recap(rule: Rule, scene: Scene) -> list[Found]:
    """An announced summary with facts after it."""
    return [
        found for found in cue.find(rule, scene)
        if _facts(scene, scene.analysis.parts[found.clause].sentence + 1) + _facts(
            scene, scene.analysis.parts[found.clause].sentence
        ) >= _FACTS
    ]  # fmt: skip


def _facts(scene: Scene, sentence: int) -> int:
    total = 0
    for number in (sentence - 1, sentence):
        if 0 <= number < len(scene.analysis.sentences):
            total += len(scene.slot_kinds(number)) + min(
                2, len(scene.sentence_content(number)) // 3
            )
    return total
