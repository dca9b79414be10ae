"""The usual kind: a cue in a clause of the right polarity, subject and mood."""

from __future__ import annotations

from typing import Final

from scenarios.acts import Act
from scoring.cues import Match
from scoring.kinds.scene import Found, Scene
from scoring.language.words import Part, Word
from scoring.rules.loader import Rule, YesNo

_ASSERTING: Final = frozenset(
    {
        Act.OFFER,
        Act.PROMISE,
        Act.CALL_BACK,
        Act.REFUSE,
        Act.CERTAIN,
        Act.HAND_OVER,
        Act.END_CALL,
        Act.BLAME,
        Act.MINIMISE,
        Act.CONTRADICT,
        Act.ADMIT_FAULT,
        Act.DENY_FAULT,
        Act.SEND_AWAY,
    }
)
"""What is only asked or told as said before is none of these."""
_GIVING: Final = frozenset({Act.OFFER, Act.PROMISE, Act.CALL_BACK, Act.HAND_OVER})
"""Nor is what is declined one of these."""


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Every place where a cue holds and nothing in the rule speaks against it."""
    return [scene.found(match) for match in matches(rule, scene)]


def matches(rule: Rule, scene: Scene) -> list[Match]:
    return [match for match in scene.matches.get(rule.id, ()) if _holds(rule, scene, match)]


def _holds(rule: Rule, scene: Scene, match: Match) -> bool:
    part = scene.part(match)
    if rule.polarity != "any" and match.agrees != (rule.polarity == "same"):
        return False
    if rule.quoted == "no" and scene.quoted(match):
        return False
    if rule.act in _ASSERTING and scene.is_open(match):
        return False
    if rule.act in _GIVING and part.negated and part.modality == "cannot":
        return False
    return (
        clause_fits(rule, part)
        and _place_fits(rule, scene, match, part)
        and _figures_fit(rule, scene, part)
        and not scene.excepted(rule, match)
    )


def clause_fits(rule: Rule, part: Part) -> bool:
    """Whether the clause is of the kind that the rule asks for."""
    if rule.subject and (part.subject or "none") not in rule.subject:
        return False
    if rule.modality and part.modality not in rule.modality:
        return False
    # Most rules leave most of these open.
    return (
        (rule.question == "any" or _agrees(rule.question, part.question))
        and (rule.request == "any" or _agrees(rule.request, part.request))
        and (rule.offering == "any" or _agrees(rule.offering, part.offering))
        and (rule.conditional == "any" or _agrees(rule.conditional, part.conditional))
        and (rule.past == "any" or _agrees(rule.past, part.past))
        and (rule.quoted == "any" or _agrees(rule.quoted, part.quoted))
    )


def _agrees(wanted: YesNo, value: bool) -> bool:
    return wanted == "any" or (wanted == "yes") == value


def _place_fits(rule: Rule, scene: Scene, match: Match, part: Part) -> bool:
    if rule.after_condition != "any" and not _agrees(
        rule.after_condition, scene.conditioned(scene.clause(match))
    ):
        return False
    if rule.predicate and scene.language == "ja" and not _carries_predicate(scene, match, part):
        return False
    order = scene.analysis.by_sentence[part.sentence]
    if rule.start and match.first != order[0]:
        return False
    if rule.alone:
        extra = [w for w in scene.sentence_content(part.sentence)]
        inside = {scene.analysis.words[at].start for at in range(match.first, match.last + 1)}
        return not any(word.start not in inside for word in extra)
    return True


def _carries_predicate(scene: Scene, match: Match, part: Part) -> bool:
    """Whether the cue reaches the clause's last content word: 注文番号を is no 注文する."""
    words = scene.analysis.words
    if match.pattern.literal:
        return True
    after = [
        w for w in words[match.last + 1 : part.last] if w.content and w.pos in ("noun", "verb")
    ]
    return not after and words[match.last].clause == scene.clause(match) and _ends_verbally(
        words[match.last : part.last]
    )  # fmt: skip


def _ends_verbally(tail: list[Word]) -> bool:
    """A noun needs a verb of doing behind it: お電話いたします, but not お電話ありがとう."""
    if tail[0].pos == "verb":
        return True
    return any(
        w.lemma
        in (
            "為る",
            "致す",
            "差し上げる",
            "申し上げる",
            "出来る",
            "頂く",
            "入れる",
            "可能",
            "如何",
            "どう",
            "為さる",
            "です",
            "だ",
            "良い",
            "宜しい",
        )
        for w in tail[1:]
    )


def _figures_fit(rule: Rule, scene: Scene, part: Part) -> bool:
    if not rule.needs and not rule.lacks:
        return True
    kinds = scene.slot_kinds(part.sentence)
    if rule.needs and not kinds & set(rule.needs):
        return False
    return not kinds & set(rule.lacks)
