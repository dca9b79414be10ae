"""Which dialogue acts a reply does: those that rules hear, weighed against what examples tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from scenarios.acts import Act
from scoring.kinds import KINDS
from scoring.kinds.scene import Scene
from scoring.language.lazy_pattern import LazyPattern
from scoring.learned.acts import BY_EXAMPLE, HeardActs, Totals, rule_sign
from scoring.model import FoundAct, FoundTopic, Span
from scoring.reading.topics import about, by_clause
from scoring.rules.loader import Rule

_HEARD_ANYWAY: Final = frozenset(
    {
        Act.STOCK,
        Act.RULE_ONLY,
        Act.INSULT,
        Act.THREATEN,
        Act.SARCASM,
        Act.REVIEW_TALK,
        Act.CARD_TALK,
    }
)
"""What even words strung together without sense are heard as; they do nothing else."""

_CONDOLES: Final = LazyPattern(r"お悔やみ|ご愁傷|\bcondolence|\bfor your loss\b")
"""Looks like an apology in every other way."""


class Heard(NamedTuple):
    """An act in a clause, and where the words that show it begin and end in the matching form."""

    act: Act
    rule: str
    clause: int
    start: int
    end: int
    inferred: bool


def by_rule(rules: Iterable[Rule], scene: Scene, salad: Sequence[bool]) -> list[Heard]:
    """What rules hear; *salad* marks the clauses that are words strung together."""
    result: list[Heard] = []
    for rule in rules:
        if rule.kind == "cue" and rule.id not in scene.matches:
            continue
        for found in KINDS[rule.kind](rule, scene):
            if not salad[found.clause] or rule.act in _HEARD_ANYWAY:
                result.append(
                    Heard(rule.act, rule.id, found.clause, found.start, found.end, found.inferred)
                )
    return result


def weighed(
    heard: Sequence[Heard],
    scene: Scene,
    totals: Sequence[Totals],
    points: HeardActs,
    exempt: Sequence[bool],
) -> Iterator[Heard]:
    """What is *heard* by rules, without what they only infer and examples speak against, and what
    examples alone tell; *totals* and *exempt*: by clause what its words come to, and whether it is
    left to the rules."""
    signs: dict[int, set[str]] = {}
    acts: dict[int, set[Act]] = {}
    for one in heard:
        signs.setdefault(one.clause, set()).add(rule_sign(one.act, inferred=one.inferred))
        acts.setdefault(one.clause, set()).add(one.act)
    told = [
        None if free else points.told(own, signs.get(number, ()))
        for number, (own, free) in enumerate(zip(totals, exempt, strict=True))
    ]
    for one in heard:
        judged = told[one.clause]
        if judged is None or not one.inferred or one.act not in judged.unlikely:
            yield one
    for number, judged in enumerate(told):
        if judged is not None:
            part = scene.analysis.parts[number]
            new = judged.likely - acts.get(number, set())
            if Act.APOLOGISE in new:
                text = scene.analysis.normal.text[part.start : part.end]
                new -= {Act.APOLOGISE} if _CONDOLES.search(text) else set()
            for act in new:
                yield Heard(act, BY_EXAMPLE, number, part.start, part.end, inferred=True)


def found_acts(
    heard: Iterable[Heard], scene: Scene, topics: tuple[FoundTopic, ...]
) -> tuple[FoundAct, ...]:
    """Each act of a clause once, with its widest span. *topics* may be asserted or not: what is asked
    is about them as well."""
    best: dict[tuple[Act, int], FoundAct] = {}
    named = by_clause(topics)
    topics_of: dict[int, tuple[str, ...]] = {}
    for act, rule, clause, start, end, inferred in heard:
        span = scene.analysis.normal.span(start, end)
        known = best.get((act, clause))
        if known is not None and not _wider(span, known.span):
            continue
        if clause not in topics_of:
            topics_of[clause] = about(clause, scene.analysis, named)
        best[act, clause] = FoundAct(act, span, clause, rule, topics_of[clause], inferred)
    return tuple(sorted(best.values(), key=lambda act: (act.span.place, act.act, act.rule)))


def _wider(one: Span, other: Span) -> bool:
    return one.end - one.start > other.end - other.start
