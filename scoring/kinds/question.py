"""Questions and requests to the customer: the form decides, cues only add or except."""

from __future__ import annotations

from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.rules.loader import Rule


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Clauses that ask the customer something, besides those where a cue asks."""
    result = cue.find(rule, scene)
    seen = {found.clause for found in result}
    for number, part in enumerate(scene.analysis.parts):
        if number in seen or not part.question or part.quoted or part.offering:
            continue
        if scene.excepted_clause(rule, number) or scene.echoed[number] >= 0.7:
            continue
        if _says_something(scene, number):
            result.append(scene.whole(number))
    return result


def _says_something(scene: Scene, number: int) -> bool:
    part = scene.analysis.parts[number]
    return any(scene.analysis.words[at].visible for at in range(part.first, part.last))
