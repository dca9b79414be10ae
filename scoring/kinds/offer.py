"""Offers, facts and promises: cues, or a topic of the case in a clause of the fitting form."""

from __future__ import annotations

from typing import Final

from scenarios.model import TopicKind
from scoring.cues import Match
from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.rules.loader import Rule

_GRANTING: Final = ("can", "will", "would")


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Remedies and services put forward, among them those that should have been declined."""
    result = [scene.found(match) for match in cue.matches(rule, scene) if _proposes(scene, match)]
    seen = {found.clause for found in result}
    for number in range(len(scene.analysis.parts)):
        if number in seen or scene.excepted_clause(rule, number):
            continue
        if _puts_forward(scene, number):
            result.append(scene.whole(number))
    return result


def _proposes(scene: Scene, match: Match) -> bool:
    """Neither asks back nor tells what has been done or will be."""
    part = scene.part(match)
    if part.question and part.request and not part.offering:
        return False  # 「お送りいただけますか」 asks the customer
    if part.past:
        return False
    if part.offering or part.modality == "can":
        return True
    names_only = len(match.words) == 1 and not match.pattern.literal  # the bare word for a remedy
    return not part.question and not names_only


def _puts_forward(scene: Scene, number: int) -> bool:
    part = scene.analysis.parts[number]
    if part.quoted or part.past or (part.question and not part.offering):
        return False
    if part.negated and part.modality in ("cannot", "will-not"):
        return False
    if any(topic.affirmed for topic in scene.named(number, TopicKind.STEP)):
        return True
    limits = any(topic.affirmed for topic in scene.named(number, TopicKind.LIMIT))
    return limits and part.modality in _GRANTING and not part.question


def find_facts(rule: Rule, scene: Scene) -> list[Found]:
    """Statements with a fact of the case, or with a cue of stating one."""
    result = cue.find(rule, scene)
    seen = {found.clause for found in result}
    for number, part in enumerate(scene.analysis.parts):
        if number in seen or not cue.clause_fits(rule, part) or part.conditional:
            continue
        kinds = (TopicKind.FACT, TopicKind.UNCERTAIN, TopicKind.KNOWN)
        if any(topic.affirmed for topic in scene.named(number, *kinds)):
            result.append(scene.whole(number))
    return result


def find_promises(rule: Rule, scene: Scene) -> list[Found]:
    """Deeds announced as certain to come: not proposed, not asked, not done already."""
    result: list[Found] = []
    for match in cue.matches(rule, scene):
        part = scene.part(match)
        if part.offering or part.question:
            continue
        if (
            scene.language == "ja"
            and part.modality not in ("will", "might")
            and part.subject != "self"
        ):
            continue
        found = scene.found(match)
        end = max(found.end, scene.analysis.words[part.last - 1].end)
        result.append(Found(found.start, end, found.clause))
    return result
