"""One's own name: a person's name in a frame of introduction, not the customer's."""

from __future__ import annotations

from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.rules.loader import Rule


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Names that the speaker gives as their own."""
    result = cue.find(rule, scene)
    for slot, clause in zip(scene.slots, scene.slot_clauses, strict=True):
        if (slot.kind == "person" and slot.value != slot.value.casefold()) or _own_ja(
            scene, slot.value, slot.kind
        ):
            part = scene.analysis.parts[clause]
            if not part.quoted and not scene.excepted_clause(rule, clause):
                result.append(Found(slot.start, slot.end, clause))
    return result


def _own_ja(scene: Scene, value: str, kind: str) -> bool:
    return scene.language == "ja" and kind == "person" and value not in scene.known_names
