"""Which topics of the scenario a reply names, whether it affirms them, and in whose words.

Also ties acts to topics: an act is about what its clause names, or else its neighbours in the
sentence, or what the sentence before left standing ("that", それ).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from scenarios.model import Scenario, TopicKind
from scoring.cues import Match
from scoring.model import FoundTopic
from scoring.word_sets import word_set
from scoring.words import Analysis, Word

_ECHOED: Final = 0.75
_WIDE: Final = 30
"""Clauses of a sentence that are still tied to each other; longer ones are no sentences."""
_POINTING: Final = word_set(
    "that it this those these them same so それ 其れ これ 此れ そちら 其方 その こちら 此方 同じ そう"
)


def found_topics(
    matches: Sequence[Match], analysis: Analysis, echo: list[float], scenario: Scenario
) -> tuple[FoundTopic, ...]:
    """One entry a topic and clause, in the order of the text; the widest evidence stays."""
    best: dict[tuple[str, int], tuple[int, FoundTopic]] = {}
    for match in matches:
        words = analysis.words
        clause = words[match.last].clause
        span = analysis.normal.span(*_whole_words(words, match.first, match.last))
        name = match.pattern.owner
        found = FoundTopic(
            topic=name,
            span=span,
            clause=clause,
            affirmed=_affirmed(match, analysis, scenario.topics[name].kind),
            own_words=not _borrowed(analysis, clause, echo),
        )
        weight = 2 * len(match.words) + match.agrees
        place = (name, clause)
        if place not in best or weight > best[place][0]:
            best[place] = (weight, found)
    return tuple(
        sorted((found for _, found in best.values()), key=lambda f: (f.span.place, f.topic))
    )


_BEFORE: Final = ("prefix",)
_BEHIND: Final = ("suffix", "aux")


def _whole_words(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """From where to where a match is quoted: with the honorific before it and the ending behind it,
    for 渡せ of 渡せない says the opposite."""
    begin, end = words[first], words[last]
    for word in reversed(words[:first]):
        if word.pos not in _BEFORE or word.end != begin.start:
            break
        begin = word
    for word in words[last + 1 :]:
        if word.pos not in _BEHIND or word.start != end.end or word.clause != end.clause:
            break
        end = word
    return begin.start, end.end


def _affirmed(match: Match, analysis: Analysis, kind: TopicKind) -> bool:
    part = analysis.parts[analysis.words[match.last].clause]
    if kind is TopicKind.LIMIT and match.pattern.negated:
        return not match.agrees
    if not match.agrees:
        return False
    return match.pattern.negated or part.modality not in ("cannot", "will-not") or not part.negated


def _borrowed(analysis: Analysis, clause: int, echo: list[float]) -> bool:
    part = analysis.parts[clause]
    return part.quoted or echo[clause] >= _ECHOED


def by_clause(topics: tuple[FoundTopic, ...]) -> dict[int, list[str]]:
    """Names of the topics of each clause."""
    result: dict[int, list[str]] = {}
    for found in topics:
        result.setdefault(found.clause, []).append(found.topic)
    return result


def about(clause: int, analysis: Analysis, topics: dict[int, list[str]]) -> tuple[str, ...]:
    """Topics that an act in *clause* is about; sorted."""
    own = _named(topics, (clause,))
    if own:
        return own
    sentence = analysis.parts[clause].sentence
    near = tuple(
        number
        for number in (clause - 1, clause + 1)
        if 0 <= number < len(analysis.parts) and analysis.parts[number].sentence == sentence
    )
    found = _named(topics, near)
    if found:
        return found
    whole = tuple(n for n in analysis.clauses_of[sentence][:_WIDE] if abs(n - clause) <= _WIDE)
    found = _named(topics, whole)
    if found or not sentence or not _points_back(analysis, whole):
        return found
    return _named(topics, tuple(analysis.clauses_of[sentence - 1]))


def _named(topics: dict[int, list[str]], clauses: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(sorted({name for clause in clauses for name in topics.get(clause, ())}))


def _points_back(analysis: Analysis, clauses: tuple[int, ...]) -> bool:
    return any(
        word.lemma in _POINTING or word.surface in _POINTING
        for number in clauses
        for word in analysis.words[analysis.parts[number].first : analysis.parts[number].last]
    )
