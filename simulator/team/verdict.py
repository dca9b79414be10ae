"""What the engine found in a session, what a lead found, and which of the two stands.

The lead's value stands above the engine's and never replaces it: both are kept, with who, why and
when. A criterion that is overruled changes that criterion only. A dimension that is overruled
changes the total in the way the rubric makes it, unless the total is overruled itself. Whether the
session is passed is changed by nothing but an overruling of ``passed``: a decision about a person
is made, it does not follow from a number by itself (``by_rules`` tells what would follow). Where a
drill has a pass mark of its own, a lead has made that decision before: the total that stands counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from scoring.model import DIMENSIONS, Dimension
from simulator.figures import Figures, TurnFigures
from simulator.store.model import Fact
from simulator.team.pass_mark import marked, reaches
from simulator.team.rules import TotalRules, follow

__all__ = [
    "FACT_KINDS",
    "Effective",
    "Judgement",
    "Level",
    "Overruling",
    "Remark",
    "Verdict",
    "verdict_of",
]

Level = Literal["missed", "partly", "met", "no-occasion"]
Value = int | bool | str | None
LEVELS: tuple[Level, ...] = ("missed", "partly", "met", "no-occasion")
FACT_KINDS = (
    "override",
    "override-undone",
    "comment",
    "second-look",
    "second-look-answered",
    "reviewed",
    "disputed",
)
"""The kinds of facts that a verdict is made from."""
WHOLE = 0
"""The number that stands for the whole contact where a reply could stand."""
_ALSO = {"not-met": "missed", "not_met": "missed"}


@dataclass(frozen=True, slots=True)
class Overruling:
    """One overruling of the engine by a lead, whether it still stands or not."""

    fact: str
    author: str
    at: str
    turn: int
    """Number of the reply, 0 for the whole contact."""
    item: str
    """A criterion or fault, a dimension, ``total`` or ``passed``."""
    dimension: str
    was: Value
    """What the lead had before them, as they recorded it."""
    value: Value
    reason: str
    undone_by: str | None = None
    """Id of the fact that took it back."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing that is judged: the engine's value and the lead's."""

    turn: int
    item: str
    dimension: str
    engine: Value
    """None: the engine could not tell, or saw no occasion."""
    by: Overruling | None = None
    """The overruling that stands."""

    @property
    def lead(self) -> Value:
        return self.by.value if self.by else None

    @property
    def value(self) -> Value:
        """What stands."""
        return self.by.value if self.by else self.engine


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, a request for a second look, or the answer to one."""

    fact: str
    author: str
    at: str
    turn: int
    text: str
    upheld: bool | None = None
    """Of an answer: whether the engine's judgement was upheld."""


@dataclass(frozen=True, slots=True)
class Effective:
    """What counts for boards, drills and reports."""

    total: int | None
    passed: bool | None
    """None: it was stopped, which is no pass and no fail."""
    scores: Mapping[Dimension, int | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that was found about one session."""

    session: str
    engine: Figures
    effective: Effective
    by_rules: bool
    """Whether the effective scores would make a pass by the rubric."""
    judgements: Mapping[tuple[int, str], Judgement]
    """By reply number (0: the whole contact) and item; what the engine or a lead spoke about."""
    history: tuple[Overruling, ...]
    """All overrulings, oldest first, with those taken back or replaced since."""
    comments: tuple[Remark, ...]
    open_requests: tuple[Remark, ...]
    """Requests for a second look that nobody has answered."""
    answered_requests: tuple[Remark, ...]
    """Requests that have been answered; the answers are in ``answers``."""
    answers: Mapping[str, Remark]
    """The last one by the id of the request."""
    answered_anew: frozenset[str]
    """Ids of the requests whose answer takes the place of an earlier one."""
    reviewed: tuple[Fact, ...]
    """Each time a lead declared to have looked at all of it."""
    disputed: tuple[int, ...]
    """Numbers of replies put forward as cases to settle."""

    @property
    def overruled(self) -> tuple[Judgement, ...]:
        """What a lead's value stands for, the whole contact first."""
        standing = (j for _, j in sorted(self.judgements.items()) if j.by)
        return tuple(standing)

    @property
    def requests(self) -> tuple[Remark, ...]:
        """All requests for a second look, those that wait for an answer first."""
        return (*self.open_requests, *self.answered_requests)

    def judgement(self, turn: int, item: str) -> Judgement | None:
        return self.judgements.get((turn, item))

    @property
    def decided(self) -> bool | None:
        """What a lead decided about passing; None: nothing, or that it was stopped."""
        passed = self.judgements[WHOLE, "passed"]
        return passed.value if passed.by is not None and isinstance(passed.value, bool) else None

    @property
    def differs(self) -> bool:
        """Whether total, passed or a dimension is another than the engine's."""
        engine, stands = self.engine, self.effective
        return (
            stands.total != engine.total
            or stands.passed != engine.result
            or any(stands.scores.get(d) != engine.scores.get(d) for d in DIMENSIONS)
        )


def verdict_of(
    session: str,
    engine: Figures,
    facts: Iterable[Fact],
    rules: TotalRules,
    mark: int | None = None,
) -> Verdict:
    """The verdict on *session*; facts of other sessions and other kinds are passed over.

    *facts* are oldest first, as the store gives them. An overruling whose value cannot be (a
    total of 140, a level that does not exist) is passed over too: facts may come from elsewhere.
    *mark* is the pass mark of the drill that it belongs to: the total that stands has to reach it.
    """
    own = [fact for fact in facts if fact.subject == session and fact.kind in FACT_KINDS]
    engine = marked(engine, mark, rules.fails)
    history = _history(own)
    judgements = _judgements(engine, history)
    stands = _effective(engine, judgements, rules, mark)
    answers = _answers(own)
    answered = Counter(str(f.body.get("fact")) for f in own if f.kind == "second-look-answered")
    return Verdict(
        session=session,
        engine=engine,
        effective=stands,
        by_rules=rules.passes(stands.total, stands.scores, engine)
        if mark is None
        else reaches(mark, stands.total, engine, rules.fails),
        judgements=judgements,
        history=history,
        comments=tuple(_remark(f) for f in own if f.kind == "comment"),
        open_requests=tuple(
            _remark(f) for f in own if f.kind == "second-look" and f.id not in answers
        ),
        answered_requests=tuple(
            _remark(f) for f in own if f.kind == "second-look" and f.id in answers
        ),
        answers=answers,
        answered_anew=frozenset(request for request, times in answered.items() if times > 1),
        reviewed=tuple(f for f in own if f.kind == "reviewed"),
        disputed=tuple(dict.fromkeys(_turn(f) for f in own if f.kind == "disputed")),
    )


# ---------------------------------------------------------------- overrulings


def _history(facts: Sequence[Fact]) -> tuple[Overruling, ...]:
    undone = {
        str(fact.body.get("fact")): fact.id for fact in facts if fact.kind == "override-undone"
    }
    made = (_overruling(fact, undone.get(fact.id)) for fact in facts if fact.kind == "override")
    return tuple(one for one in made if one is not None)


def _overruling(fact: Fact, undone_by: str | None) -> Overruling | None:
    body = fact.body
    item, turn = str(body.get("criterion", "")), _turn(fact)
    value = _usable(item, turn, body.get("is"))
    if not item or turn < 0 or value is None:
        return None
    was = body.get("was")
    return Overruling(
        fact.id,
        fact.author,
        fact.at,
        turn,
        item,
        str(body.get("dimension") or (item if item in DIMENSIONS else "")),
        was if isinstance(was, int | str) else None,
        value,
        str(body.get("reason", "")),
        undone_by,
    )


def _usable(item: str, turn: int, value: object) -> Value:
    """The value as it counts; None for one that *item* cannot have."""
    if item == "passed":
        return value if isinstance(value, bool) and turn == WHOLE else None
    if item in DIMENSIONS or (item == "total" and turn == WHOLE):
        fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100
        return cast(int, value) if fits else None
    if item == "total":
        return None  # a reply has none
    level = _ALSO.get(str(value), str(value))
    return level if level in LEVELS else None


def _judgements(engine: Figures, history: Iterable[Overruling]) -> dict[tuple[int, str], Judgement]:
    found = {(j.turn, j.item): j for j in _by_engine(engine)}
    for one in history:  # of several on the same thing the last that stands
        if one.undone_by is None:
            key = (one.turn, one.item)
            known = found.get(key)
            dimension = one.dimension or (known.dimension if known else "")
            found[key] = Judgement(
                one.turn, one.item, dimension, known.engine if known else None, one
            )
    return found


def _by_engine(engine: Figures) -> Iterable[Judgement]:
    yield Judgement(WHOLE, "total", "", engine.total)
    yield Judgement(WHOLE, "passed", "", engine.result)
    for dimension in DIMENSIONS:
        yield Judgement(WHOLE, dimension, dimension, engine.scores.get(dimension))
    for name, figures in engine.criteria.items():
        level = _level(figures.points, figures.out_of)
        yield Judgement(WHOLE, name, figures.dimension, level)
    dimensions = {name: figures.dimension for name, figures in engine.criteria.items()}
    for turn in engine.turns:
        yield from _of_turn(turn, dimensions)


def _of_turn(turn: TurnFigures, dimensions: Mapping[str, str]) -> Iterable[Judgement]:
    for dimension in DIMENSIONS:
        yield Judgement(turn.turn, dimension, dimension, turn.scores.get(dimension))
    for level, names in (("met", turn.met), ("partly", turn.partly), ("missed", turn.missed)):
        for name in names:
            yield Judgement(turn.turn, name, dimensions.get(name, ""), level)


def _level(points: int, out_of: int) -> Level:
    """Of a whole contact only points are kept, not the level that they came from."""
    if points >= out_of:
        return "met"
    return "partly" if points > 0 else "missed"


def _effective(
    engine: Figures,
    judgements: Mapping[tuple[int, str], Judgement],
    rules: TotalRules,
    mark: int | None,
) -> Effective:
    scores = {d: cast("int | None", judgements[WHOLE, d].value) for d in DIMENSIONS}
    total, passed = judgements[WHOLE, "total"], judgements[WHOLE, "passed"]
    if total.by is None and any(judgements[WHOLE, d].by for d in DIMENSIONS):
        stands = follow(engine, scores, rules)
    else:
        stands = cast("int | None", total.value)
    counts = cast("bool | None", passed.value)
    if mark is not None and passed.by is None and counts is not None:
        counts = reaches(mark, stands, engine, rules.fails)
    return Effective(stands, counts, scores)


# ---------------------------------------------------------------- what was said


def _answers(facts: Iterable[Fact]) -> dict[str, Remark]:
    return {
        str(fact.body.get("fact")): _remark(fact)
        for fact in facts
        if fact.kind == "second-look-answered"
    }


def _remark(fact: Fact) -> Remark:
    upheld = fact.body.get("upheld")
    return Remark(
        fact.id,
        fact.author,
        fact.at,
        _turn(fact),
        str(fact.body.get("text", "")),
        upheld if isinstance(upheld, bool) else None,
    )


def _turn(fact: Fact) -> int:
    turn = fact.body.get("turn", WHOLE)
    return turn if isinstance(turn, int) and not isinstance(turn, bool) else WHOLE
