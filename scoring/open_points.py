"""What a reply at this moment can still earn, the thing to turn to first at the top.

The order is that of the first response as it is taught: what must be stopped at once, then listening
where nobody has been heard yet, the rules of the moment, the question that opens the case, the step,
its time and owner. A wording stands beside a point only where the judge, asked about these very
words at this very moment, finds the point met, or at least partly met, and no rule broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scenarios.language import Text
from scenarios.model import TopicKind
from scenarios.values import dataclass
from scoring.criteria.named_topic import HEARING
from scoring.criteria.rubric_score import criteria_of, judgements
from scoring.feedback.instead import could_say
from scoring.model import Dimension, Level
from scoring.moment.view import View

if TYPE_CHECKING:
    from scoring.judge import Judge
    from scoring.model import Moment, ReplyGrade
    from scoring.rubrics.rubric import CriterionRule

__all__ = ["OpenPoint", "Progress", "open_points"]

_VERIFY: Final = "verify-identity"
_ORDER: Final = (
    "stop-card-number",
    "hand-over",
    "refuse",
    "leave-review-free",
    _VERIFY,
    "asks-fittingly",
    "understands-need",
    "serves-need",
    "answer-wishes",
    "every-wish",
    "read-back",
    "choices",
    "who-what-when",
    "names-situation",
    "names-feeling",
    "apology-fit",
    "takes-on",
    "warmth",
    "moves-matter",
)
"""Kinds of criteria; a kind that is not here comes last, in the rubric's order."""
_LISTENING: Final = (_ORDER[0], *HEARING, *(k for k in _ORDER[1:] if k not in HEARING))
"""The order while somebody has yet to be heard."""
_BY_TOPIC: Final[Mapping[str, tuple[TopicKind, ...]]] = {
    "names-situation": (TopicKind.SITUATION,),
    "names-feeling": (TopicKind.FEELING,),
    "asks-fittingly": (TopicKind.QUESTION,),
    "understands-need": (TopicKind.QUESTION, TopicKind.NEED),
    "serves-need": (TopicKind.STEP, TopicKind.QUESTION),
    "moves-matter": (TopicKind.STEP, TopicKind.QUESTION),
    "who-what-when": (TopicKind.STEP,),
    "apology-fit": (TopicKind.SITUATION, TopicKind.FEELING),
    "refuse": (TopicKind.LIMIT,),
    "stop-card-number": (TopicKind.LIMIT, TopicKind.FORBIDDEN),
    "leave-review-free": (TopicKind.LIMIT, TopicKind.FORBIDDEN),
}
"""Kinds of topics whose wordings are tried first for a criterion."""
_CALLED_FOR: Final = ("names-situation", "names-feeling", "serves-need")
"""Criteria that a stage which names its topics calls for only where it names one of theirs."""
_ANYWHERE: Final = frozenset({"refuse", "stop-card-number", "leave-review-free", "hand-over"})
"""Duties: due whatever topics the stage names, so that all of the scenario's wordings are tried."""
_NOT_TO_SAY: Final = (TopicKind.KNOWN, TopicKind.UNCERTAIN)
_IDENTITY: Final = Text(
    "ご注文を確認いたしますので、ご注文番号とお名前、お電話番号を伺ってもよろしいでしょうか。",
    "So that I can look into this for you, may I have your order number, your full name and your telephone number, please?",
)
"""Asks for the three items of the handbook; the same in every case, so no scenario writes it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the contact has come, as far as it decides what is still open."""

    met: frozenset[str] = frozenset()
    """Criteria that replies in this stage have met."""
    identity_stated: bool = False
    """The customer has given the items of the check; asking again would cost patience."""
    listen: bool = True
    """Listening comes first: nobody has been heard yet, or the anger is high."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One criterion that the next reply can meet."""

    criterion: str
    dimension: Dimension
    rule: CriterionRule
    topic: str | None
    """The topic worth naming."""
    example: Text | None
    """Words that meet it now; None where the scenario has none that do."""


def open_points(judge: Judge, moment: Moment, progress: Progress) -> Iterator[OpenPoint]:
    """Those with a wording first, each part in the order in which to turn to them."""
    finder = _Finder(judge, moment, progress)
    left = finder.points()
    for anywhere in (False, True):
        without: list[OpenPoint] = []
        for point in left:
            found = finder.with_example(point, anywhere=anywhere)
            if found is None:
                without.append(point)
            else:
                yield found
        left = without
    yield from left


class _Finder:
    def __init__(self, judge: Judge, moment: Moment, progress: Progress) -> None:
        self._judge, self._moment, self._progress = judge, moment, progress
        shop = judge.catalog.shop_of(moment.scenario.id)
        self._view = View(judge.read("", moment), moment, shop)
        self._grades: dict[str, ReplyGrade] = {}

    def points(self) -> list[OpenPoint]:
        """What an empty reply would miss and no reply here has met."""
        rubric = self._judge.rubric.weighted(self._moment.scenario.weights)
        points = [
            OpenPoint(name, dimension, rule, found[name].topic, None)
            for dimension, found in judgements(self._view, rubric).items()
            for name, rule in criteria_of(rubric, dimension).items()
            if rule.weight and found[name].level is Level.NOT_MET
        ]
        return sorted(filter(self._is_open, points), key=self._rank)

    def _is_open(self, point: OpenPoint) -> bool:
        if point.criterion in self._progress.met:
            return False
        if point.rule.kind == _VERIFY and self._progress.identity_stated:
            return False
        stage = self._view.stage
        narrowed = stage is not None and bool(stage.expects)
        return not (narrowed and point.rule.kind in _CALLED_FOR and point.topic is None)

    def _rank(self, point: OpenPoint) -> int:
        order = _LISTENING if self._progress.listen else _ORDER
        return order.index(point.rule.kind) if point.rule.kind in order else len(order)

    # ------------------------------------------------------------ wordings

    def with_example(self, point: OpenPoint, *, anywhere: bool) -> OpenPoint | None:
        """The point with the first wording that meets it; None without any.

        ``anywhere``: also with wordings of topics that the stage does not name.
        """
        found = dict(self._wordings(point, anywhere))
        for level in (Level.MET, Level.PARTLY):
            for topic, words in found.items():
                if self._reaches(level, words, point.criterion):
                    return replace(point, topic=topic or point.topic, example=words)
        return None

    def _wordings(self, point: OpenPoint, anywhere: bool) -> Iterator[tuple[str | None, Text]]:
        if point.rule.kind == _VERIFY:
            yield None, _IDENTITY
        topics = self._moment.scenario.topics
        for name in self._candidates(point, anywhere or point.rule.kind in _ANYWHERE):
            say = topics[name].say
            if say is not None and could_say(self._view, name) and self._may_know(name):
                yield name, say

    def _candidates(self, point: OpenPoint, anywhere: bool) -> list[str]:
        """Topics that fit the moment and have not been named, the likeliest first."""
        topics = self._moment.scenario.topics
        kinds = [kind for kind in TopicKind if kind not in _NOT_TO_SAY]
        first = _BY_TOPIC.get(point.rule.kind, ())
        expected = self._view.expected(*kinds)
        names = [point.topic] if point.topic in topics else []
        names += [name for name in expected if topics[name].kind in first]
        if anywhere:
            deed = point.rule.kind
            names += [n for n, topic in topics.items() if topic.kind in first or topic.deed == deed]
        names += [n for n in expected if topics[n].kind is not TopicKind.FORBIDDEN]
        return [n for n in dict.fromkeys(names) if n and n not in self._moment.named]

    def _may_know(self, name: str) -> bool:
        """What lies behind the demand can be named once it has all come out."""
        scenario = self._moment.scenario
        if scenario.topics[name].kind is not TopicKind.NEED:
            return True
        return self._moment.told >= scenario.hidden.keys()

    def _reaches(self, level: Level, words: Text, criterion: str) -> bool:
        text = words.of(self._moment.language)
        if text not in self._grades:
            self._grades[text] = self._judge.grade(
                self._judge.read(text, self._moment), self._moment
            )
        grade = self._grades[text]
        fault = any(
            c.criterion in self._judge.rubric.faults and c.points < 0 for c in grade.criteria
        )
        met = any(c.criterion == criterion and c.level is level for c in grade.criteria)
        return met and not fault and not grade.breaches
