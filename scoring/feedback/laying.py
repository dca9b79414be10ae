"""How the points of a reply are laid on the lines that are told.

Every line adds up with the others of its dimension to the score; nothing here changes a score.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from typing import Final

from scenarios.acts import Breach
from scenarios.language import Text
from scenarios.values import changed, dataclass
from scoring.feedback.lines import LEDGER, in_order
from scoring.model import DIMENSIONS, Dimension, Finding, Span
from scoring.points import split

__all__ = ["Impression", "Reason", "Setting", "bearable", "laid_on_lines"]

_LEFT: Final = 4
"""The part of its points, one in so many, that a line keeps at least whatever is taken off it."""
_WORTH_A_LINE: Final = 5
"""Points from which on what a clause earned has a line: below, it is seldom what made the reply
good."""
_WORTH_ITS_WORDS: Final = 12
"""The same where nothing tells what was good in it, or bad."""
_WORTH_SHOWING: Final = 8
"""The same where no criterion was placed, but an act or a topic of the clause tells."""
_HURTS: Final = 400
"""Hundredths of a point that the ledger must hear against a clause for what is lost to be told of it."""
_WORTH_SAYING: Final = 25
"""Points of a dimension from which on its effect is told before what others saw in the clause."""
_REASONS: Final = 2
"""So many things are said of one clause."""
_BEARERS: Final = 2
"""Clauses on which what no criterion shows is laid at most, where the ledger hears it."""
_AT_MOST: Final = 75
"""Points that praise comes to in a dimension that faults lower: what is beyond lets them cost less."""
_WARM: Final = frozenset({"feeling", "situation", "need", "apology"})
"""Kinds of reasons by which words reach somebody."""
_EVEN_TONE: Final = 15
"""Points of empathy that a question or an undertaking is told to have earned at most."""
_HELPS_THE_TONE: Final = 500
"""Hundredths of a point of empathy that the ledger hears in a clause that helps to warm though nothing in
it tells so."""
_SHARED_OUT: Final[tuple[Dimension, ...]] = ("empathy", "resolution", "policy")
"""The order in which dimensions look for lines: whether rules were kept shows in what was said for
other reasons."""
_QUOTED: Final = 3
"""Clauses of a sentence that is quoted whole."""
_WORTH_A_FAULT: Final = 4
"""Points in all from which on a fault has a line."""
_BESIDE_ANOTHER: Final = 8
"""Points from which on a second fault of the same clause has a line of its own."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What a criterion saw in a clause, as far as it may be told of its words."""

    rank: int
    """Which of several is told first."""
    kin: str
    """Of those that say nearly the same only the first is told."""
    finding: Finding
    alone: bool = True
    """Whether it says enough by itself."""
    general: bool = False
    """Whether it names nothing, and so adds nothing to what another reason says."""


Impression = Callable[[Dimension, int, int | None], Finding]
"""Makes the line of what a clause (by its number) earns in a dimension without a criterion that tells
why; without a clause that of the rest of a reply."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides how lines are told, beside the lines."""

    clauses: tuple[Span, ...] = ()
    """Of the reply, in order."""
    sentences: Sequence[Sequence[int]] = ()
    """The numbers of the clauses of each sentence."""
    brought: Mapping[Dimension, Sequence[int]] = field(default_factory=dict)
    """By dimension what the ledger hears in each clause; nothing without a ledger."""
    fit: Mapping[Dimension, frozenset[int]] = field(default_factory=dict)
    """By dimension the clauses that may be praised for it without a criterion that tells why."""
    reason: Callable[[Finding], Reason | None] = lambda _finding: None
    """What may be told of the words of a criterion's finding."""
    shown: Callable[[Dimension, int], Sequence[Finding]] = lambda _dimension, _clause: ()
    """What a clause shows in a dimension where no criterion was placed, the most telling first."""
    empty: bool = False
    """The reply says nothing to this customer."""
    harmful: tuple[Span, ...] = ()
    """Clauses that commit a breach, beside those that the lines of breaches point at."""
    faults: tuple[Finding, ...] = ()
    """Lines about what is out of tone, for which no points were taken yet."""
    always: frozenset[str] = frozenset()
    """Rules of faults that are told even where they come to next to nothing."""


def laid_on_lines(
    findings: Sequence[Finding], impression: Impression, setting: Setting
) -> list[Finding]:
    """The lines as they are told: one a clause and direction, each of them about words.

    What a clause earned in all dimensions is told in one line, with at most two things that were
    good in it. What no clause shows, and what the ledger makes of the whole, is laid on the lines
    of its dimension and on the clause where the ledger hears it most: a reply that is worth less than
    its criteria together has each count for less. Nothing is praised in words that do harm, nor in an
    empty reply; a breach costs less instead. What no line can bear is the rest, which is counted and
    not told (see ``is_rest``).
    """
    page = _Page(findings, setting)
    laid = {dimension: _Laying(page, dimension) for dimension in DIMENSIONS}
    told = set(page.reasons)
    for dimension in _SHARED_OUT:
        laid[dimension].share_out(told)
        told |= laid[dimension].good.keys()
    return page.lines(list(laid.values()), impression)


class _Page:
    """A reply's clauses, and what was found in each, over all dimensions."""

    def __init__(self, findings: Sequence[Finding], setting: Setting) -> None:
        self.setting = setting
        self.whole = dict.fromkeys(DIMENSIONS, 0)
        self.net: dict[Dimension, dict[int, int]] = {d: {} for d in DIMENSIONS}
        self.faults: dict[Dimension, list[Finding]] = {d: [] for d in DIMENSIONS}
        self.reasons: dict[int, list[Reason]] = {}
        spans = [f.span for f in findings if f.breach not in (None, Breach.OPEN_PROMISE)]
        spans += setting.harmful
        self.harmful = frozenset(number for span in spans for number in self._clauses_of(span))
        for fault in setting.faults:
            self.faults[fault.dimension].append(fault)
        self.costless = {dimension: len(lines) for dimension, lines in self.faults.items()}
        """By dimension how many of its faults have not cost anything yet; they stand first."""
        # How shares are rounded hangs on no order but this.
        ordered = sorted(_one_each(findings), key=in_order)
        for finding in self._faults(ordered):
            self.faults[finding.dimension].append(finding)
        costly = [f.span for d in DIMENSIONS for f in self.faults[d] if f.points < 0]
        self.blamed = frozenset(number for span in costly for number in self._clauses_of(span))
        """Clauses of which a fault is told."""
        for finding in ordered:
            if finding.points > 0 or finding.rule == LEDGER:
                self._lay(finding)
        self._one_of_a_kin()

    def _clauses_of(self, span: Span | None) -> list[int]:
        if span is None:
            return []
        return [n for n, clause in enumerate(self.setting.clauses) if clause.overlaps(span)]

    def _faults(self, ordered: Sequence[Finding]) -> list[Finding]:
        """Those that are told; a slight one in a clause of which worse is told counts there."""
        faults = [f for f in ordered if f.points <= 0 and f.rule != LEDGER]
        cost = dict.fromkeys((f.rule for f in faults), 0)
        for fault in faults:
            cost[fault.rule] += fault.points
        told: list[Finding] = []
        for fault in faults:
            worse = (
                other
                for other in faults
                if other.span is not None
                and other.span == fault.span
                and cost[other.rule] < cost[fault.rule]
            )
            slight = -cost[fault.rule] < _BESIDE_ANOTHER and fault.breach is None
            if fault.points and slight and next(worse, None) is not None:
                self.whole[fault.dimension] += fault.points
            else:
                told.append(fault)
        return told

    def _lay(self, finding: Finding) -> None:
        """On its clause, on the fault that its clause commits, or on the whole."""
        dimension = finding.dimension
        reason = None if finding.rule == LEDGER else self.setting.reason(finding)
        at = next(iter(self._clauses_of(reason.finding.span if reason else finding.span)), None)
        if at is None or self.setting.empty or not (reason or finding.rule == LEDGER):
            self.whole[dimension] += finding.points
            return
        for n, fault in enumerate(self.faults[dimension]):
            lowers = fault.points < 0 or fault.breach is not None or n < self.costless[dimension]
            if finding.points < 0 and lowers and at in self._clauses_of(fault.span):
                self.faults[dimension][n] = _with(fault, fault.points + finding.points)
                return
        # What is told to be out of place as a question is not praised as one.
        out_of_place = at in self.blamed and reason is not None and reason.kin == "question"
        if at in self.harmful or out_of_place:
            self.whole[dimension] += finding.points
            return
        self.net[dimension][at] = self.net[dimension].get(at, 0) + finding.points
        if reason is not None:
            self.reasons.setdefault(at, []).append(reason)

    def _one_of_a_kin(self) -> None:
        """What is said of one clause is not said again of another, and no reason that needs company
        stands alone."""
        order = sorted(
            ((reason, at) for at, reasons in self.reasons.items() for reason in reasons),
            key=lambda pair: (pair[0].rank, -pair[0].finding.points, pair[1]),
        )
        place: dict[str, int] = {}
        chosen: dict[int, list[Reason]] = {}
        for reason, at in order:
            if place.setdefault(reason.kin, at) == at:
                chosen.setdefault(at, []).append(reason)
        self.reasons = {at: r for at, r in chosen.items() if any(one.alone for one in r)}

    def lines(self, laid: Sequence[_Laying], impression: Impression) -> list[Finding]:
        """Every line, those of one clause in the same words."""
        result = [line for one in laid for line in one.kept]
        said = {reason.finding.message for seen in self.reasons.values() for reason in seen}
        earned: dict[int, dict[Dimension, int]] = {}
        for one in laid:
            for at, points in one.good.items():
                earned.setdefault(at, {})[one.dimension] = points
        for at, points_of in sorted(earned.items()):
            told = changed(
                self._told(at, points_of, impression, said),
                {"span": self._quoted(at, earned.keys())},
            )
            for dimension, points in points_of.items():
                if points:
                    result.append(changed(told, {"dimension": dimension, "points": points}))
        at_fault = [f for f in result if f.points < 0 and f.span is not None]
        worst = min(at_fault, key=lambda f: f.points, default=None)
        for one in laid:
            if one.whole < 0 and worst is not None:  # what costs in one dimension costs in another
                if worst.dimension == one.dimension:
                    result.remove(worst)
                    worst = _with(worst, worst.points + one.whole)
                    result.append(worst)
                else:
                    result.append(changed(worst, {"dimension": one.dimension, "points": one.whole}))
            elif one.whole:
                result.append(impression(one.dimension, one.whole, one.put_off()))
        return [
            impression(line.dimension, line.points, None)
            if not self.setting.empty and self._is_slight(line, result)
            else self._in_full(line, earned.keys())
            for line in result
        ]

    def _is_slight(self, line: Finding, lines: Sequence[Finding]) -> bool:
        """A fault that in all dimensions together came to next to nothing."""
        if line.points >= 0 or line.breach is not None or line.rule == LEDGER:
            return False
        same = (f.points for f in lines if f.rule == line.rule and f.span == line.span)
        return -sum(same) < _WORTH_A_FAULT and line.rule not in self.setting.always

    def _in_full(self, line: Finding, praised: Collection[int]) -> Finding:
        """The line of a breach with its whole sentence, where nothing in it is praised: half a sentence
        seldom shows what is wrong with it."""
        at = self._clauses_of(line.span)
        whole = self._sentence(at[0], praised) if line.breach is not None and at else None
        return line if whole is None else changed(line, {"span": whole})

    def _told(
        self,
        at: int,
        points_of: Mapping[Dimension, int],
        impression: Impression,
        said: set[Text],
    ) -> Finding:
        """One finding that tells of a clause what was good in it, and not what was *said* of another."""
        # What keeping to the handbook earned says nothing by itself, where words did anything else.
        most = max(points_of, key=lambda d: (d != "policy", points_of[d]))
        seen: dict[str, Reason] = {}
        for reason in self.reasons.get(at, ()):
            seen.setdefault(reason.kin, reason)
        telling = [reason for reason in seen.values() if not reason.general]
        in_general = [reason for reason in seen.values() if reason.general]
        if not any(reason.alone for reason in telling):
            telling = [*in_general[:1], *telling]
        own = {reason.finding.dimension for reason in telling}
        effect = points_of[most] >= _WORTH_SAYING and most not in {*own, "policy"}
        told = [reason.finding for reason in telling]
        if not told or effect or not any(reason.alone for reason in telling):
            new = (f for f in self.setting.shown(most, at) if f.message not in said)
            shown = next(new, None)
            if shown is not None:
                told.insert(0, shown)
                said.add(shown.message)
            elif not told:
                told.append(impression(most, points_of[most], at))
        first, *others = told[:_REASONS]
        named = next((f for f in told[:_REASONS] if f.rule != LEDGER), first)
        messages = [first.message]
        messages += [
            f.message
            for f in others
            if _what(f.message) != _what(first.message) and f.message.en not in first.message.en
        ]
        whole = Text("".join(m.ja for m in messages), " ".join(m.en for m in messages))
        return changed(named, {"message": whole})

    def _quoted(self, at: int, told: Collection[int]) -> Span:
        """The sentence of a clause where nothing else is told of it and it is short, else the clause:
        words torn out of a sentence are hard to recognise."""
        others = self.harmful | self.blamed | set(told)
        return self._sentence(at, others - {at}) or self.setting.clauses[at]

    def _sentence(self, at: int, others: Collection[int]) -> Span | None:
        """The sentence of a clause where it is short and none of the *others* stands in it."""
        clauses = self.setting.clauses
        sentence = next((s for s in self.setting.sentences if at in s), (at,))
        if len(sentence) > _QUOTED or not set(sentence).isdisjoint(others):
            return None
        return Span(clauses[sentence[0]].start, clauses[sentence[-1]].end)


def _what(message: Text) -> str:
    """What a message says was seen, before it says what that is worth."""
    return message.ja.partition("。")[0]


class _Laying:
    """The points of one dimension on their way to its lines."""

    def __init__(self, page: _Page, dimension: Dimension) -> None:
        self._page, self.dimension = page, dimension
        self._brought = page.setting.brought.get(dimension, ())
        self.whole = page.whole[dimension]
        """What is laid on no line."""
        self.kept = page.faults[dimension][:]
        """The lines of faults, and of what is missing."""
        self.good: dict[int, int] = {}
        """By clause what its praise earns."""
        for number, points in page.net[dimension].items():
            known = number in page.reasons
            fits = known or self._may_be_praised(number)
            enough = points >= (_WORTH_A_LINE if known else self._worth(number))
            borne = min(points, self._room(number, points)) if enough and fits else 0
            if borne:
                self.good[number] = borne
            self.whole += points - borne

    def _may_be_praised(self, number: int) -> bool:
        fit = self._page.setting.fit.get(self.dimension)
        barred = number in self._page.harmful or number in self._page.blamed
        return not barred and (fit is None or number in fit)

    def _worth(self, number: int) -> int:
        """Points from which on a clause without a criterion has a line."""
        shown = self._page.setting.shown(self.dimension, number)
        return _WORTH_SHOWING if shown else _WORTH_ITS_WORDS

    def put_off(self) -> int | None:
        """The clause that what is lost is told of, where the ledger hears it in one; else None."""
        worst = min(range(len(self._brought)), key=self._brought.__getitem__, default=None)
        if worst is None or self._page.setting.empty or self.whole > -_WORTH_ITS_WORDS:
            return None
        return worst if self._brought[worst] <= -_HURTS and worst not in self.good else None

    def share_out(self, told: Collection[int]) -> None:
        """Lay the whole on lines; *told* are the clauses that have one in any dimension."""
        if self.whole > 0:
            self._share_out_what_was_earned(told)
        else:
            self._share_out_what_was_lost()
        if 0 < abs(self.whole) < _WORTH_A_LINE:
            self._lay_the_rest_on_the_largest()
        self._let_faults_cost_less()

    def _share_out_what_was_earned(self, told: Collection[int]) -> None:
        """On what was good, and on what the ledger hears most of; else it makes faults cost less."""
        if not self.good:
            self._change_faults(bearable)
        if self._page.setting.empty or not self._lay_where_it_is_heard(told):
            self._change_faults(lambda points: -points - 1)

    def _lay_where_it_is_heard(self, told: Collection[int]) -> bool:
        """False where no clause can bear it."""
        # A step of the procedure is right, however hard it sounds.
        steps = self._page.setting.fit.get("policy", ()) if self.dimension == "policy" else ()
        heard = [n for n, value in enumerate(self._brought) if value > 0 or n in steps]
        heard.sort(key=lambda n: (-self._brought[n], n))
        new = [n for n in heard if n not in told and self._may_be_praised(n)][:_BEARERS]
        old = [n for n in (*heard, *sorted(told)) if n in told and n not in self._page.harmful]
        weights = {n: self._weight(n) for n in (*self.good, *new)}
        parts = dict(zip(weights, split(self.whole, list(weights.values())), strict=True))
        slight = [n for n in parts if n not in self.good and parts[n] < self._worth(n)]
        for n in slight:
            del weights[n]
        fit = self._page.setting.fit
        # A step in a reply without a warm word is not warm by the few points that are left over.
        unwarm = self.dimension == "empathy" and "empathy" in fit and not fit["empathy"]
        slightly = self.whole < _WORTH_ITS_WORDS and not unwarm
        told_elsewhere = self.dimension == "policy" or slightly
        if not weights and old and told_elsewhere:
            weights = {n: self._weight(n) for n in old[:1]}
        if not weights:
            return False
        for n, part in zip(weights, split(self.whole, list(weights.values())), strict=True):
            borne = min(part, self._room(n, part))
            if borne:
                self.good[n] = self.good.get(n, 0) + borne
                self.whole -= borne
        return True

    def _room(self, number: int, points: int) -> int:
        """How many of some points a clause can still bear: a question or an undertaking in an even tone is
        not what warms, and a step or a fact does not at all, unless the ledger hears it."""
        reasons = self._page.reasons.get(number, ())
        kinds = {reason.kin for reason in reasons}
        warm = not kinds.isdisjoint(_WARM) or (not kinds and number in self._fits())
        if self.dimension != "empathy" or warm:
            return points
        turns = any(reason.finding.dimension == self.dimension for reason in reasons)
        heard = bool(self._brought) and self._brought[number] >= _HELPS_THE_TONE
        return max(0, _EVEN_TONE - self.good.get(number, 0)) if turns or heard else 0

    def _fits(self) -> Collection[int]:
        """The clauses whose words are fit for praise in this dimension."""
        return self._page.setting.fit.get(self.dimension, ())

    def _weight(self, number: int) -> int:
        brought = self._brought[number] if self._brought else 0
        return max(1, brought // 100)

    def _share_out_what_was_lost(self) -> None:
        """What was good counts for less, then faults for more, then what is missing costs it."""
        room = {n: bearable(points) for n, points in self.good.items()}
        taken = min(-self.whole, sum(room.values()))
        for n, part in zip(room, split(taken, list(room.values())), strict=True):
            self.good[n] -= part
        self.whole += taken
        self._change_faults(lambda points: -points)
        bearer = 0 if self._page.costless[self.dimension] else self._missing()
        if bearer is not None and self.put_off() is None:
            self.kept[bearer] = _with(self.kept[bearer], self.kept[bearer].points + self.whole)
            self.whole = 0

    def _missing(self) -> int | None:
        """The line of what is missing, which costs what no words are at fault for."""
        lines = (n for n, f in enumerate(self.kept) if not f.points and f.breach is None)
        return next(lines, None)

    def _change_faults(self, bears: Callable[[int], int]) -> None:
        """Lay the whole on the lines of faults, as far as each bears it."""
        room = [max(0, bears(fault.points)) if fault.points < 0 else 0 for fault in self.kept]
        moved = min(abs(self.whole), sum(room))
        sign = 1 if self.whole > 0 else -1
        for n, part in enumerate(split(moved, room)):
            self.kept[n] = _with(self.kept[n], self.kept[n].points + sign * part)
        self.whole -= sign * moved

    def _let_faults_cost_less(self) -> None:
        """Praise beyond the scale, which faults take back, is neither earned nor lost."""
        over = sum(self.good.values()) - _AT_MOST
        room = [bearable(fault.points) if fault.points < 0 else 0 for fault in self.kept]
        moved = min(over, sum(room))
        if moved <= 0:
            return
        for n, part in zip(self.good, split(moved, list(self.good.values())), strict=True):
            self.good[n] -= part
        for n, part in enumerate(split(moved, room)):
            self.kept[n] = _with(self.kept[n], self.kept[n].points + part)

    def _lay_the_rest_on_the_largest(self) -> None:
        """A few points more than lines can bear are no line of their own."""
        good = max(self.good, key=self.good.__getitem__, default=None)
        if good is not None and self.good[good] > -self.whole:
            self.good[good], self.whole = self.good[good] + self.whole, 0
            return
        able = [n for n, line in enumerate(self.kept) if abs(line.points) > abs(self.whole)]
        if able:
            most = max(able, key=lambda n: abs(self.kept[n].points))
            self.kept[most] = _with(self.kept[most], self.kept[most].points + self.whole)
            self.whole = 0


def bearable(points: int) -> int:
    """How many of its points can be taken off a line, whichever way they count."""
    own = abs(points)
    return own - max(1, own // _LEFT) if own else 0


def _with(line: Finding, points: int) -> Finding:
    return changed(line, {"points": points})


def _one_each(findings: Sequence[Finding]) -> list[Finding]:
    """Without lines of their own for what a criterion earned because nothing else was due."""
    more = {f.criterion: f.points for f in findings if f.rule == "right-here"}
    return [
        changed(f, {"points": f.points + more[f.criterion]}) if f.criterion in more else f
        for f in findings
        if f.rule != "right-here"
    ]
