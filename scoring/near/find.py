"""The topic that a sentence without cues is nearest to, where it is near enough to count.

Only what somebody may say freely is found in this way: what must not be said, granted or promised is
never held against anybody for being near to it, and a feeling is worded alike whether it is met or
mocked. But they compete, so that a sentence which is nearer to them counts for nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from scenarios.model import Scenario, Topic, TopicKind
from scoring.language.words import Analysis, Part
from scoring.near.asked_for import ask_alike, asks_for_more
from scoring.near.index import NearIndex
from scoring.near.points import Form, NearPoints, form_row, likelihood, near_points
from scoring.near.sayings import words_said

if TYPE_CHECKING:
    from scenarios.language import Language

SURE: Final = 620_000
"""Millionths of the logarithm of the odds (nearly two to one) from which a topic counts."""
FREE: Final = (
    TopicKind.SITUATION,
    TopicKind.NEED,
    TopicKind.QUESTION,
    TopicKind.STEP,
    TopicKind.FACT,
)
_FEWEST: Final = 3
"""Words of a sentence below which it says too little to be compared."""
_FEWEST_NAMED: Final = 2
"""The same for words with content, where nothing is asked: "I am very sorry" names nothing."""


class NearTopic(NamedTuple):
    """A topic that a sentence is taken to mean."""

    topic: str
    clause: int
    """The one that shares most with it."""
    affirmed: bool


def near_topics(
    analysis: Analysis,
    named: Mapping[int, Collection[TopicKind]],
    index: NearIndex,
    scenario: Scenario,
    language: Language,
) -> Iterator[NearTopic]:
    """At most one topic for every sentence; *named* are by clause the kinds of topics that cues show."""
    points = near_points(language)
    for clauses in analysis.clauses_of:
        found = {kind for number in clauses for kind in named.get(number, ())}
        kinds = sought(found, asked=_is_asked(analysis, clauses))
        if not kinds:
            continue
        topic = nearest(compared(analysis, clauses, index, scenario), points)
        if topic is None or scenario.topics[topic].kind not in kinds:
            continue
        if not _asks_for_it(analysis, clauses, scenario.topics[topic], language):
            continue
        main = [number for number in clauses if not _is_aside(analysis, number)] or clauses
        clause = max(main, key=lambda n: (index.weight(topic, _said(analysis, [n])), -n))
        part, kind = analysis.parts[clause], scenario.topics[topic].kind
        yield NearTopic(topic, clause, _affirmed(part, kind))


def _asks_for_it(
    analysis: Analysis, clauses: Sequence[int], topic: Topic, language: Language
) -> bool:
    """Whether a question asks for what the topic's own sentence asks for, and for anything else only
    where its words do."""
    if topic.kind is not TopicKind.QUESTION:
        return True
    first, last = analysis.parts[clauses[0]], analysis.parts[clauses[-1]]
    text, name = analysis.normal.text[first.start : last.end], topic.name.of(language)
    if asks_for_more(name) and not asks_for_more(text):
        return False
    return topic.say is None or ask_alike(text, f"{topic.say.of(language)} {name}")


def nearest(rows: Mapping[str, Sequence[int]], points: NearPoints) -> str | None:
    """The topic of these rows (see ``compared``) that is nearest, where it is near enough."""
    values = {topic: likelihood(row, points) for topic, row in rows.items()}
    best = max(values, key=lambda name: (values[name], name), default=None)
    return best if best is not None and values[best] >= SURE else None


def sought(found: Collection[TopicKind], *, asked: bool) -> Collection[TopicKind]:
    """Of which kinds a topic may be nearest in a sentence in which cues show topics of these kinds: of
    any where they show none, and a question may be put in words that tell of something else, too."""
    if not found:
        return FREE
    return (TopicKind.QUESTION,) if asked and TopicKind.QUESTION not in found else ()


def compared(
    analysis: Analysis, clauses: Sequence[int], index: NearIndex, scenario: Scenario
) -> dict[str, list[int]]:
    """By topic how near a sentence of these clauses is to it, and how it is put; empty where it says
    too little."""
    words = _said(analysis, clauses)
    parts = [analysis.parts[number] for number in clauses]
    asked = _is_asked(analysis, clauses)
    named = sum([w.content for part in parts for w in analysis.words[part.first : part.last]])
    if len(words) < _FEWEST or (named < _FEWEST_NAMED and not asked):
        return {}
    form = Form(
        asked=asked,
        denied=any(part.negated for part in parts),
        request=any(part.request for part in parts),
        words=len(words),
    )
    measured = index.measure(words).items()
    return {name: [*row, *form_row(form, scenario.topics[name].kind)] for name, row in measured}


def _is_asked(analysis: Analysis, clauses: Sequence[int]) -> bool:
    return any(analysis.parts[number].question for number in clauses)


_CONCEDING: Final = ("ても", "でも", "たら", "れば", "なら")


def _is_aside(analysis: Analysis, number: int) -> bool:
    """A condition, or something granted (結果がなくても), says nothing of what is done."""
    part = analysis.parts[number]
    text = analysis.normal.text[part.start : part.end].rstrip(" 、,")
    return part.conditional or text.endswith(_CONCEDING)


def _said(analysis: Analysis, clauses: Sequence[int]) -> tuple[str, ...]:
    parts = [analysis.parts[number] for number in clauses]
    return words_said(word for part in parts for word in analysis.words[part.first : part.last])


def _affirmed(part: Part, kind: TopicKind) -> bool:
    """A step that is said not to be possible is declined; the others are named in either form."""
    return kind is not TopicKind.STEP or not part.negated
