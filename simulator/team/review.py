"""A lead's review of one session: what is to be stored for each thing that can be done. Pure.

Everything is checked against the session before there is anything to store: the reply exists, the
value is one that the item can have, and whatever overrules the engine gives its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from scenarios.numbers import narrow, whole_number
from scoring.model import DIMENSIONS
from simulator.errors import UsageError
from simulator.figures import Figures
from simulator.practice.occasions import Occasion
from simulator.store.model import Fact, SessionSummary
from simulator.team.verdict import LEVELS, WHOLE, Overruling, Remark, Verdict

__all__ = ["Entry", "Mark", "Review", "Waiting", "marks_of", "read_value", "waiting"]

Entry = tuple[str, str | None, str | None, Mapping[str, Any]]
"""Kind, person, subject and body of a fact, as the store takes them."""
_MOST: Final = 4000
"""Characters of a reason or a comment."""
_YES: Final = frozenset({"yes", "true", "passed", "pass", "はい", "合格"})
_NO: Final = frozenset({"no", "false", "failed", "fail", "いいえ", "不合格"})
_SAID: Final = frozenset({"override", "comment", "second-look-answered", "reviewed"})
"""Kinds of facts with which a lead says something to the trainee."""
_LEVEL_NAMES: Final[Mapping[str, str]] = {"not-met": "missed", **{one: one for one in LEVELS}}


@dataclass(frozen=True, slots=True)
class Review:
    """One session on the desk of whoever reviews it, or asks for it to be looked at again."""

    verdict: Verdict
    trainee: str
    """Login of whose session it is."""
    items: Mapping[str, str]
    """Criteria and faults that the rubric knows, with their dimension ("" for a fault)."""

    @property
    def turns(self) -> tuple[int, ...]:
        """The numbers of the replies."""
        return tuple(turn.turn for turn in self.verdict.engine.turns)

    # ------------------------------------------------------------ what a lead does

    def override(self, turn: int, item: str, value: str, reason: str) -> Entry:
        """Another value for an item of a reply, or of the whole contact (turn 0).

        Raises UsageError for a reply, an item or a value that cannot be, and without a reason.
        """
        self._require_turn(turn)
        self._require_item(turn, item)
        judgement = self.verdict.judgement(turn, item)
        known = self.items.get(item, item if item in DIMENSIONS else "")
        given = read_value(item, value)
        if judgement is not None and judgement.value == given:
            raise UsageError("review.same", item=item)
        body = {
            "turn": turn,
            "criterion": item,
            "dimension": (judgement.dimension if judgement else "") or known,
            "was": judgement.value if judgement else None,
            "is": given,
            "reason": _text(reason, "review.reason"),
        }
        return self._entry("override", body)

    def undo(self, fact: str) -> Entry:
        """Takes an overruling back; UsageError for one that is not there, or is undone already."""
        found = [o for o in self.verdict.history if o.fact == fact and o.undone_by is None]
        if not found:
            raise UsageError("review.fact", fact=fact)
        return self._entry("override-undone", {"fact": fact})

    def last(self, turn: int | None = None, item: str | None = None) -> Overruling | None:
        """The last overruling that stands, of this reply and item where they are given."""
        for one in reversed(self.verdict.history):
            fits = turn in (None, one.turn) and item in (None, one.item)
            if fits and one.undone_by is None:
                return one
        return None

    def comment(self, turn: int, text: str) -> Entry:
        self._require_turn(turn)
        return self._entry("comment", {"turn": turn, "text": _text(text, "review.text")})

    def answer(self, request: str, upheld: bool, text: str) -> Entry:
        """Answers a second look; *upheld*: the engine's judgement stays.

        Answered anew, the last answer takes the place of those before.
        """
        if request not in {one.fact for one in self.verdict.requests}:
            raise UsageError("review.request", fact=request)
        body = {"fact": request, "upheld": upheld, "text": _text(text, "review.text")}
        return self._entry("second-look-answered", body)

    def done(self) -> Entry:
        """All of it was looked at: what was not overruled is agreed with."""
        return self._entry("reviewed", {})

    def dispute(self, turn: int) -> Entry:
        """Puts a reply forward as a case to settle."""
        if turn == WHOLE:
            raise UsageError("review.turn", turn=turn, known=_listed(self.turns))
        self._require_turn(turn)
        return self._entry("disputed", {"turn": turn})

    # ------------------------------------------------------------ what a trainee does

    def second_look(self, turn: int, text: str) -> Entry:
        """Asks the lead to look at a reply, or at the whole contact (turn 0), again."""
        self._require_turn(turn)
        return self._entry("second-look", {"turn": turn, "text": _text(text, "review.text")})

    # ------------------------------------------------------------ inner

    def _entry(self, kind: str, body: Mapping[str, Any]) -> Entry:
        return (kind, self.trainee, self.verdict.session, body)

    def _require_turn(self, turn: int) -> None:
        if turn != WHOLE and turn not in self.turns:
            raise UsageError("review.turn", turn=turn, known=_listed(self.turns))

    def _require_item(self, turn: int, item: str) -> None:
        whole = ("total", "passed") if turn == WHOLE else ()
        judged = {i for t, i in self.verdict.judgements if t == turn}
        known = {*whole, *DIMENSIONS, *self.items, *judged - {"total", "passed"}}
        if item not in known:
            listed = [*whole, *DIMENSIONS, *sorted(judged - {*whole, *DIMENSIONS})]
            raise UsageError("review.item", item=item, known=", ".join(listed))


def read_value(item: str, text: str) -> int | bool | str:
    """The value that *text* gives an item; raises UsageError for one that it cannot have."""
    given = narrow(text).strip().lower()
    if item == "passed":
        if given in _YES | _NO:
            return given in _YES
        raise UsageError("review.passed", value=text)
    if item == "total" or item in DIMENSIONS:
        mark = whole_number(text)
        if mark is None or mark > 100:
            raise UsageError("review.value", value=text)
        return mark
    if given not in _LEVEL_NAMES:
        raise UsageError("review.level", value=text, known=", ".join(LEVELS))
    return _LEVEL_NAMES[given]


def _text(text: str, code: str) -> str:
    cleaned = text.strip()
    if not cleaned:
        raise UsageError(code)
    if len(cleaned) > _MOST:
        raise UsageError("usage.too-long", count=len(cleaned), limit=_MOST)
    return cleaned


def _listed(turns: Sequence[int]) -> str:
    return f"1-{turns[-1]}" if turns else "-"


# ---------------------------------------------------------------- what lists show

Mark = Literal["lead", "asked"]
"""That a lead said something about a session, or that one was asked and has not answered."""


def marks_of(facts: Iterable[Fact]) -> dict[str, Mark]:
    """Marks by session; a question that waits comes before what was said earlier."""
    listed = list(facts)
    answered = {str(f.body.get("fact")) for f in listed if f.kind == "second-look-answered"}
    marks: dict[str, Mark] = {}
    for fact in listed:
        if fact.subject is None:
            continue
        if fact.kind == "second-look":
            if fact.id not in answered:
                marks[fact.subject] = "asked"
        elif fact.kind in _SAID:
            marks.setdefault(fact.subject, "lead")
    return marks


# ---------------------------------------------------------------- what waits


@dataclass(frozen=True, slots=True)
class Waiting:
    """One session that a lead has not looked at yet."""

    summary: SessionSummary
    why: Literal["second-look", "test", "drill"]
    requests: tuple[Remark, ...] = ()
    """The requests for a second look that nobody has answered, oldest first."""


def waiting(summaries: Iterable[SessionSummary], facts: Iterable[Fact]) -> tuple[Waiting, ...]:
    """Second looks first, by how long they have waited; then tests and drills, oldest first.

    Contacts that were left, or never graded, wait for nobody.
    """
    asked: dict[str, list[Remark]] = {}
    answered: set[str] = set()
    reviewed: set[str] = set()
    for fact in facts:
        session = fact.subject or ""
        if fact.kind == "second-look":
            turn = fact.body.get("turn")
            whose = Remark(
                fact.id,
                fact.author,
                fact.at,
                turn if isinstance(turn, int) else WHOLE,
                str(fact.body.get("text", "")),
            )
            asked.setdefault(session, []).append(whose)
        elif fact.kind == "second-look-answered":
            answered.add(str(fact.body.get("fact")))
        elif fact.kind == "reviewed":
            reviewed.add(session)
    looks, others = [], []
    for summary in summaries:
        requests = tuple(r for r in asked.get(summary.id, ()) if r.fact not in answered)
        why = _why(summary)
        if requests and Figures.from_json(summary.digest) is not None:
            looks.append(Waiting(summary, "second-look", requests))
        elif why is not None and summary.id not in reviewed:
            others.append(Waiting(summary, why))
    looks.sort(key=lambda w: (w.requests[0].at, w.summary.id))
    others.sort(key=lambda w: (w.summary.header.started_at, w.summary.id))
    return (*looks, *others)


def _why(summary: SessionSummary) -> Literal["test", "drill"] | None:
    if summary.state != "ended" or summary.stopped or summary.digest is None:
        return None
    occasion = Occasion.read(summary.header.occasion)
    if occasion is not None and occasion.kind == "drill":
        return "drill"
    return "test" if summary.header.mode == "test" else None
