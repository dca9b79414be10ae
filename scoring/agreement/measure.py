"""Agreement in figures: grades beside ratings, pairs, breaches, replies that game the scorer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scenarios.acts import AUTOMATIC_FAILS, Breach
from scoring.agreement.rated import ContrastPair, Place, Rated, RatedReply
from scoring.agreement.statistics import spearman, spearman_given
from scoring.model import DIMENSIONS, Dimension, ReplyGrade

ENOUGH: Final = 5
"""Graded replies below which no correlation is given."""
PER_RATING: Final = 25
"""Points of the 0-100 scale for one step of a rating."""
CLEAN_POLICY: Final = 3
"""Rating of policy from which a reply without a named breach counts as clean."""
_GAMING: Final = (
    "keyword", "stuff", "parrot", "recite", "irrelevant", "nearly empty", "off topic", "off-topic",
    "manual text", "criteria list",
)  # fmt: skip
"""Kinds of trainee whose words earn nothing from a customer."""

GradeOf = Callable[[Place, str], ReplyGrade]
"""Grades one reply at one place."""


@dataclass(frozen=True, slots=True)
class ScaleFigures:
    """One scale of one group of replies."""

    group: str
    scale: Dimension
    told: int
    """Replies that got a grade."""
    untold: int
    """Replies of which the scorer could not tell."""
    rho: float | None
    given_length: float | None
    """rho with the reply's count of characters held fixed."""
    length: float | None
    """rho of the count of characters alone: what a scorer gets that merely likes long replies."""
    error: float | None
    """Mean absolute difference on the 0-100 scale."""


@dataclass(frozen=True, slots=True)
class PairFigures:
    group: str
    scale: Dimension
    right: int
    level: int
    """Pairs of which both got the same grade."""
    wrong: int

    @property
    def share(self) -> float:
        """Share in which the better reply got the higher grade; a tie is not right."""
        count = self.right + self.level + self.wrong
        return self.right / count if count else 0.0


@dataclass(frozen=True, slots=True)
class AlarmFigures:
    """Breaches and gaming replies of one group."""

    group: str
    fails: int
    fails_caught: int
    clean: int
    false_alarms: int
    gaming: int
    gaming_mean: float
    """Mean of the three grades over gaming replies; what could not be told counts as 0."""
    gaming_highest: float
    gaming_highest_id: str


@dataclass(frozen=True, slots=True)
class BreachFigures:
    breach: Breach
    named: int
    """Replies of which the raters named it."""
    caught: int
    raised_on_clean: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    id: str
    scale: Dimension
    grade: int
    rating: float
    """On the 0-100 scale."""
    reply: str


@dataclass(frozen=True, slots=True)
class Agreement:
    scales: tuple[ScaleFigures, ...]
    pairs: tuple[PairFigures, ...]
    alarms: tuple[AlarmFigures, ...]
    breaches: tuple[BreachFigures, ...]
    worst: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class _Graded:
    item: RatedReply
    grade: ReplyGrade


@dataclass(frozen=True, slots=True)
class _GradedPair:
    item: ContrastPair
    better: ReplyGrade
    worse: ReplyGrade


GroupOf = Callable[[Rated], str]

GROUPS: Final[Mapping[str, GroupOf]] = {
    "lang": lambda item: item.place.language,
    "case": lambda item: f"{item.place.scenario}/{item.place.language}",
    "kind": lambda item: f"{getattr(item, 'kind', '') or '-'}/{item.place.language}",
}
"""Ways to group the figures, by the word for it on the command line."""


def measure(
    items: Iterable[Rated], grade: GradeOf, group: GroupOf = GROUPS["lang"], worst: int = 0
) -> Agreement:
    """Grade every item and set the grades beside the ratings; groups in alphabetical order."""
    replies: list[_Graded] = []
    pairs: list[_GradedPair] = []
    for item in items:
        if isinstance(item, RatedReply):
            replies.append(_Graded(item, grade(item.place, item.reply)))
        else:
            better, worse = (grade(item.place, text) for text in (item.better, item.worse))
            pairs.append(_GradedPair(item, better, worse))
    groups = sorted({group(graded.item) for graded in replies})
    return Agreement(
        scales=tuple(
            _scale(name, scale, [g for g in replies if group(g.item) == name])
            for name in groups
            for scale in DIMENSIONS
        ),
        pairs=tuple(_pairs(pairs, group)),
        alarms=tuple(
            _alarms(name, [g for g in replies if group(g.item) == name]) for name in groups
        ),
        breaches=tuple(_breach(breach, replies) for breach in Breach),
        worst=tuple(_worst(replies, worst)),
    )


def _scale(name: str, scale: Dimension, replies: Sequence[_Graded]) -> ScaleFigures:
    told = [(g, s) for g in replies if (s := g.grade.scores[scale]) is not None]
    untold = len(replies) - len(told)
    if len(told) < ENOUGH:
        return ScaleFigures(name, scale, len(told), untold, None, None, None, None)
    grades = [float(score) for _, score in told]
    ratings = [g.item.ratings[scale] for g, _ in told]
    lengths = [float(len(g.item.reply)) for g, _ in told]
    gaps = [abs(a - PER_RATING * b) for a, b in zip(grades, ratings, strict=True)]
    return ScaleFigures(
        name,
        scale,
        len(told),
        untold,
        spearman(grades, ratings),
        spearman_given(grades, ratings, lengths),
        spearman(lengths, ratings),
        sum(gaps) / len(gaps),
    )


def _pairs(pairs: Sequence[_GradedPair], group: GroupOf) -> Iterable[PairFigures]:
    for name in sorted({group(pair.item) for pair in pairs}):
        for scale in DIMENSIONS:
            here = [p for p in pairs if group(p.item) == name and p.item.scale == scale]
            if not here:
                continue
            gaps = [_score(p.better, scale) - _score(p.worse, scale) for p in here]
            yield PairFigures(
                name,
                scale,
                sum(gap > 0 for gap in gaps),
                sum(gap == 0 for gap in gaps),
                sum(gap < 0 for gap in gaps),
            )


def _score(grade: ReplyGrade, scale: Dimension) -> int:
    score = grade.scores[scale]
    return -1 if score is None else score


def is_gaming(kind: str) -> bool:
    """Whether a kind of trainee games the scorer, or fools it, or says nothing."""
    return any(word in kind.lower() for word in _GAMING)


def _alarms(name: str, replies: Sequence[_Graded]) -> AlarmFigures:
    fails = [g for g in replies if AUTOMATIC_FAILS & g.item.breaches]
    clean = [g for g in replies if _clean(g)]
    gaming = [(_mean(g.grade), g.item.place.id) for g in replies if is_gaming(g.item.kind)]
    highest, where = max(gaming, default=(0.0, ""))
    return AlarmFigures(
        name,
        len(fails),
        sum(bool(AUTOMATIC_FAILS & set(g.grade.breaches)) for g in fails),
        len(clean),
        sum(bool(g.grade.breaches) for g in clean),
        len(gaming),
        sum(value for value, _ in gaming) / len(gaming) if gaming else 0.0,
        highest,
        where,
    )


def _clean(graded: _Graded) -> bool:
    item = graded.item
    return not (item.breaches or item.doubtful) and item.ratings["policy"] >= CLEAN_POLICY


def _mean(grade: ReplyGrade) -> float:
    return sum(grade.scores[scale] or 0 for scale in DIMENSIONS) / len(DIMENSIONS)


def _breach(breach: Breach, replies: Sequence[_Graded]) -> BreachFigures:
    named = [g for g in replies if breach in g.item.breaches]
    return BreachFigures(
        breach,
        len(named),
        sum(breach in g.grade.breaches for g in named),
        sum(breach in g.grade.breaches for g in replies if _clean(g)),
    )


def _worst(replies: Sequence[_Graded], count: int) -> Iterable[Disagreement]:
    for scale in DIMENSIONS:
        found = [
            Disagreement(
                g.item.place.id, scale, score, PER_RATING * g.item.ratings[scale], g.item.reply
            )
            for g in replies
            if (score := g.grade.scores[scale]) is not None
        ]
        found.sort(key=lambda d: (-abs(d.grade - d.rating), d.id))
        yield from found[:count]
